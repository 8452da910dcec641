"""A file put together of old parts and new ones is the one that is made anew, byte for byte."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dossier.rendering.binder import Bound, Cut, Index, bind, held
from dossier.rendering.parts import Parts, Section
from dossier.rendering.sheets import hashed

NOTHING = memoryview(b"")
TEXTS = st.lists(st.sampled_from(("", "a", "bb", "ccc", "dddd", "e")), max_size=8)


def file(texts: list[str], made: list[str] | None = None, shared: bytes = b"") -> Parts:
    def make(place: int) -> bytes:
        if made is not None:
            made.append(texts[place])
        return shared + texts[place].encode() if texts[place] else b""

    keys = b"".join(map(hashed, texts))
    return Parts((b"<", Section("one", keys, make, b", ", shared), b"|",
                  Section("two", keys, make, shared=shared), b">"))  # fmt: skip


def bound(texts: list[str], known: Bound | None = None, shared: bytes = b"") -> Bound:
    old = memoryview(b"".join(known.data())) if known else NOTHING
    return bind(file(texts, shared=shared), known.index if known else None, old)


@given(TEXTS, TEXTS, TEXTS)
def test_whatever_comes_goes_and_moves_the_file_is_as_if_made_anew(
    first: list[str], second: list[str], third: list[str]
) -> None:
    known: Bound | None = None
    for texts in (first, second, third):
        before = b"".join(known.data()) if known else b""
        known = bound(texts, known)
        whole = file(texts).whole()
        assert b"".join(known.data()) == whole
        assert known.index == bound(texts).index
        assert known.is_as_it_was() == (whole == before)


def test_only_parts_with_new_keys_are_made() -> None:
    known, made = bound(["a", "bb", "ccc", "dddd"]), list[str]()
    old = memoryview(b"".join(known.data()))
    again = bind(file(["a", "e", "ccc", "bb", "dddd"], made), known.index, old)
    assert made == ["e", "e"]  # once in each section
    assert sum(isinstance(one, Cut) for one in again.pieces) == 8


def test_what_is_as_it_was_is_cut_out_in_one_piece() -> None:
    texts = [f"text {number}" for number in range(1000)]
    known = bound(texts)
    old = memoryview(b"".join(known.data()))
    again = bind(file([*texts[:500], "new", *texts[500:]]), known.index, old)
    assert len([one for one in again.pieces if isinstance(one, Cut)]) == 4


def test_an_index_is_only_that_of_the_very_file() -> None:
    known, made = bound(["a", "bb"]), list[str]()
    other = b"".join(known.data()).replace(b"a", b"x")
    again = bind(file(["a", "bb"], made), known.index, memoryview(other))
    assert made == ["a", "bb"] * 2
    assert b"".join(again.data()) == b"".join(known.data())
    assert not known.index.is_of(memoryview(b"<"))


def test_what_all_parts_follow_from_makes_all_anew() -> None:
    known = bound(["a", "bb"])
    again = bound(["a", "bb"], known, shared=b"x")
    assert b"".join(again.data()) == b"<xa, xbb|xaxbb>"


def test_a_file_that_only_moved_its_parts_is_not_as_it_was() -> None:
    known = bound(["a", "e"])
    again = bound(["e", "a"], known)
    assert again.index.size == known.index.size
    assert not again.is_as_it_was()


def test_an_empty_file_is_put_together_too() -> None:
    assert bind(Parts(()), None, NOTHING).index == Index(0, 0, {})


def test_what_a_file_holds_is_found_by_the_keys() -> None:
    known = bound(["a", "", "ccc"])
    data = b"".join(known.data())
    assert held(known.index, "one", memoryview(data)) == {
        hashed(text): text.encode() for text in ("a", "", "ccc")
    }
    assert held(known.index, "none", memoryview(data)) == {}
    assert held(known.index, "one", memoryview(data.replace(b"a", b"x"))) == {}
