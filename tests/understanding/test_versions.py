from __future__ import annotations

from dataclasses import replace

import pytest
from understanding.wire_reports import HARBOUR, STRIKE, VOTE, make

from dossier import blocks
from dossier.model import Article, Draft, Source
from dossier.understanding.versions import Changes, Register, changes, is_version

OLD = make("old", "Blatt", "2024-03-12", *HARBOUR, title="Fähre brennt")


def draft(*texts: str, title: str = "Fähre brennt", source: str = "Blatt", url: str = "") -> Draft:
    made = tuple(blocks.make("paragraph", text) for text in texts)
    return Draft(blocks=made, title=title, source=Source(name=source, url=url))


def test_nothing_has_changed() -> None:
    made = changes(OLD, draft(*reversed(HARBOUR)))
    assert made == Changes()
    assert not made


def test_what_was_added_removed_and_reworded_is_told() -> None:
    corrected = HARBOUR[0].replace("214", "213")
    made = changes(OLD, draft(VOTE[0], corrected, *HARBOUR[2:], title="Fähre brannte"))
    assert made == Changes(
        added=(VOTE[0],),
        removed=(HARBOUR[1],),
        reworded=((HARBOUR[0], corrected),),
        title=("Fähre brennt", "Fähre brannte"),
    )


def test_each_paragraph_counts_as_often_as_it_stands() -> None:
    assert changes(OLD, draft(*HARBOUR, HARBOUR[0])).added == (HARBOUR[0],)


def test_of_two_likenesses_the_greater_counts() -> None:
    near, nearer = (HARBOUR[0].replace("am Dienstag", word) for word in ("x y z", "am Mittwoch"))
    made = changes(OLD, draft(near, nearer, *HARBOUR[1:]))
    assert (made.reworded, made.added) == (((HARBOUR[0], nearer),), (near,))


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (draft(*HARBOUR, title="Neu"), True),
        (draft(*HARBOUR[:3], *VOTE[:3]), True),  # the same headline
        (draft(*VOTE), False),  # a column's headline
        (draft(*HARBOUR[:3], *VOTE[:3], title="Neu"), False),
        (draft(*HARBOUR, source="Kurier"), False),
    ],
)
def test_a_version_is_of_one_outlet_and_text(new: Draft, *, expected: bool) -> None:
    assert is_version(OLD, new) is expected
    register = Register()
    register.put(OLD)
    assert (register.earlier(new) is OLD) is expected


def test_a_version_has_the_same_address_whatever_it_says() -> None:
    old = replace(OLD, source=Source(name="Blatt", url="https://www.blatt.example/a.html"))
    new = draft(*VOTE, title="Neu", source="", url="https://blatt.example/a.html?fbclid=1")
    assert is_version(old, new)
    register = Register()
    register.put(old)
    assert register.earlier(new) is old
    assert register.earlier(draft(*STRIKE, source="")) is None


def test_of_several_versions_the_last_one_is_meant() -> None:
    register, newer = Register(), replace(OLD, id="newer")
    for one in (OLD, newer):
        register.put(one)
    found = register.earlier(draft(*HARBOUR))
    assert isinstance(found, Article)
    assert found.id == "newer"
