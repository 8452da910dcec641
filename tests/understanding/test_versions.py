from __future__ import annotations

import pytest
from msgspec.structs import replace
from understanding.wire_reports import HARBOUR, STRIKE, VOTE, make

from dossier import blocks
from dossier.model import Article, Draft, Source, packed
from dossier.understanding.versions import (
    Changes,
    Register,
    beginning,
    changes,
    counted,
    former,
    is_version,
    page_address,
    quoted,
    renewed,
)

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
    at = "blatt.example/faehre-brennt.html"
    old = replace(OLD, source=Source(name="Blatt", url=f"https://www.{at}"))
    new = draft(*VOTE, title="Neu", source="", url=f"https://{at}?fbclid=1")
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


@pytest.mark.parametrize(
    ("url", "texts", "title", "expected"),
    [
        ("https://blatt.example/", VOTE, "Neu", False),  # a site is no article
        ("https://blatt.example/politik/", VOTE, "Neu", False),  # nor is a section
        ("https://blatt.example/politik/", VOTE, "Fähre brennt", True),
        ("https://blatt.example/politik/", (*HARBOUR[:3], *VOTE[:2]), "Neu", True),
        ("https://blatt.example/a/artikel-17.html", VOTE, "Neu", False),
        ("https://blatt.example/a/1234567", VOTE, "Neu", True),
    ],
)
def test_only_the_address_of_an_article_is_enough(
    url: str, texts: tuple[str, ...], title: str, *, expected: bool
) -> None:
    old = replace(OLD, source=Source(name="Blatt", url=url))
    assert is_version(old, draft(*texts, title=title, url=url)) is expected


def at(number: int, *texts: str, title: str = "Fähre brennt", date: str = "2024-03-12") -> Draft:
    made = draft(*texts, title=title, url=f"https://blatt.example/meldung-nummer-{number}")
    return replace(made, date=date)


def test_two_addresses_are_two_articles_unless_all_else_is_the_same() -> None:
    old = replace(OLD, source=at(1).source)
    assert is_version(old, at(2, *HARBOUR))
    assert not is_version(old, at(2, *HARBOUR, title="Neu"))
    assert not is_version(old, at(2, *HARBOUR, date="2024-03-13"))
    assert not is_version(old, at(2, *HARBOUR[:3], *VOTE[:3]))


def test_what_returns_after_days_is_another_article() -> None:
    assert is_version(OLD, replace(draft(*HARBOUR), date="2024-03-15"))
    assert not is_version(OLD, replace(draft(*HARBOUR), date="2024-03-16"))


def test_of_an_unknown_outlet_headline_and_text_have_to_be_the_same() -> None:
    old = replace(OLD, source=Source())
    assert is_version(old, draft(*HARBOUR, source=""))
    assert not is_version(old, draft(*HARBOUR, source="", title="Neu"))
    assert not is_version(old, draft(*HARBOUR[:3], *VOTE[:3], source=""))
    assert not is_version(old, draft(*HARBOUR))
    register = Register()
    register.put(old)
    assert register.earlier(draft(*HARBOUR, source="")) is old


def test_the_article_at_an_address() -> None:
    register, old = Register(), replace(OLD, source=at(1).source)
    register.put(old)
    assert register.at(f"{at(1).source.url}?utm_source=x") is old
    assert register.at(at(2).source.url) is None
    assert register.at("") is None
    assert page_address("https://blatt.example/?p=17") == "blatt.example?p=17"


def test_a_register_finds_an_article_by_what_it_says_now() -> None:
    register = Register()
    register.put(OLD)
    register.put(replace(OLD, body=packed(draft(*VOTE).blocks), title="Neu"))
    found = register.earlier(draft(*VOTE, title="Ganz neu"))
    assert found
    assert found.title == "Neu"


def test_standing_text_leads_to_few_articles_and_the_right_one_is_found() -> None:
    register = Register()
    footer = "Dieser Text stammt aus der gedruckten Ausgabe; Abonnenten lesen sie am Vorabend."
    for number in range(50):
        other = (f"Absatz {number} {word} " + word * 20 for word in ("eins", "zwei", "drei"))
        title = "Kurz gemeldet"
        register.put(make(f"n{number}", "Blatt", "2024-03-12", *other, footer, title=title))
    wanted = make("wanted", "Blatt", "2024-03-12", *HARBOUR, footer, title="Fähre brennt")
    register.put(wanted)
    for number in range(50, 100):
        register.put(make(f"n{number}", "Blatt", "2024-03-12", footer, str(number), title="Kurz"))
    assert register.earlier(draft(*HARBOUR[1:], footer, title="Neu")) is wanted


def test_of_a_former_version_its_original_is_kept_and_what_changed() -> None:
    old, new = draft(*HARBOUR), draft(*HARBOUR[1:], "Neu.", title="Fähre brannte")
    old = replace(old, source=replace(old.source, accessed="2024-03-12"))
    made = former(old, new, original="originals/a", sha256="ab")
    assert (made.original, made.original_sha256, made.accessed) == (
        *("originals/a", "ab", "2024-03-12"),
    )
    assert (made.title, made.added, made.reworded) == ("Fähre brennt", (new.blocks[-1].id,), ())
    assert made.removed == (beginning(HARBOUR[0]),)
    assert beginning(HARBOUR[0]).endswith(" …")
    assert beginning("Kurz.") == "Kurz."


def test_what_changed_in_words() -> None:
    corrected = HARBOUR[0].replace("214", "213")
    made = changes(OLD, draft("Eins.", "Zwei.", "Drei.", "Vier.", corrected, title="Neu"))
    assert counted(made) == (
        f"another title, 4 blocks added, 1 block reworded, {len(HARBOUR) - 1} blocks removed"
    )
    said = quoted(made)
    assert said.startswith("the title is now “Neu”; new: “Eins.”, “Zwei.”, “Drei.” and 1 more; ")
    assert "214" in said.partition(" → ")[0]
    assert "213" in said.partition(" → ")[2]
    assert quoted(changes(OLD, draft(*HARBOUR))) == ""


def test_a_new_version_keeps_what_only_the_former_one_knew() -> None:
    old = replace(
        draft(*HARBOUR),
        title_by="source",
        date="2024-03-12",
        date_by="source",
        lang="de",
        authors=("Anna Beispiel",),
    )
    new = replace(draft(*VOTE, title="Nach einem Brand"), title_by="machine", date_by="")
    both = renewed(old, new)
    assert (both.title, both.date, both.lang) == ("Fähre brennt", "2024-03-12", "de")
    assert (both.authors, both.blocks) == (("Anna Beispiel",), new.blocks)
    later = replace(new, title_by="source", date="2024-03-14", date_by="source", authors=("C D",))
    both = renewed(old, later)
    assert (both.title, both.date) == ("Nach einem Brand", "2024-03-12")
    assert both.authors == ("C D",)
    guessed = replace(old, date="2024-03", date_by="file")
    assert renewed(guessed, later).date == "2024-03-14"
