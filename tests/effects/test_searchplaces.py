from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.effects.cbor import ShapeError, Value, decode, encode
from dossier.effects.searchplaces import Found, Word, changed, joined, words_in
from dossier.effects.searchwords import with_fields

PAGES = 40  # of a part
small = st.integers(-40, 300)
large = st.integers(-(2**31), 2**31 - 1)
lists = st.lists(st.one_of(small, large), max_size=30)
Model = dict[str, dict[int, list[Value]]]  # pages with their places by spelling; "" is the word
listed = st.dictionaries(  # four parts have more than 23 together: lengths of another size
    st.integers(0, PAGES - 1), st.tuples(lists, lists).map(list), min_size=1, max_size=8
)
models = st.dictionaries(st.sampled_from(["", "größe", "grösse", "Größe"]), listed, min_size=1)


def pages(held: dict[int, list[Value]]) -> Value:
    """Write pages as the engine does: each by its distance from the one before."""
    written: list[Value] = []
    before = 0
    for page in sorted(held):
        written.append([page - before, *held[page]])
        before = page
    return written


def written(model: Model, word: str = "grosse") -> Value:
    others: list[Value] = [[text, pages(model[text])] for text in sorted(model) if text]
    return [word, pages(model.get("", {})), others]


def read(model: Model) -> Word:
    (word,) = words_in(encode([[written(model)]]), range(PAGES))
    return word


def moved(model: Model, offset: int) -> Model:
    return {
        text: {page + offset: places for page, places in held.items()}
        for text, held in model.items()
    }


def united(*parts: Model) -> Model:
    found: Model = {}
    for part in parts:
        for text, held in part.items():
            found[text] = found.get(text, {}) | held
    return found


@given(st.lists(models, min_size=1, max_size=4))
def test_a_word_is_joined_as_if_its_pages_had_been_together(parts: list[Model]) -> None:
    found: Found = [(number * PAGES, read(part)) for number, part in enumerate(parts)]
    whole = united(*(moved(part, number * PAGES) for number, part in enumerate(parts)))
    assert joined("grosse", found) == encode(written(whole))


@given(models, st.permutations(range(PAGES)))
def test_pages_get_their_new_numbers(model: Model, order: list[int]) -> None:
    (word,) = words_in(encode([[written(model)]]), order)
    renumbered: Model = {
        text: {order[page]: places for page, places in held.items()} for text, held in model.items()
    }
    assert joined("grosse", [(0, word)]) == encode(written(renumbered))


@settings(max_examples=30)  # four words each
@given(models, models, models, models)
def test_pages_of_a_part_are_exchanged(one: Model, old: Model, new: Model, last: Model) -> None:
    def together(*parts: Model) -> bytes:
        return joined("grosse", [(n * PAGES, read(part)) for n, part in enumerate(parts)])

    gone = [range(PAGES, 2 * PAGES)]
    before = together(one, old, last)
    assert changed("grosse", before, gone, [(PAGES, read(new))]) == together(one, new, last)
    without = changed("grosse", before, gone, [])
    assert without == encode(written(united(one, moved(last, 2 * PAGES))))
    assert changed("grosse", without, [], [(PAGES, read(old))]) == before
    assert changed("grosse", together(one), [range(PAGES)], []) == b""
    assert changed("grosse", b"", [], [(PAGES, read(new))]) == encode(written(moved(new, PAGES)))


@given(models)
def test_fields_get_their_new_numbers(model: Model) -> None:
    def renumbered(places: Value) -> Value:
        assert isinstance(places, list)
        return [one - 5 if isinstance(one, int) and -40 <= one < 0 else one for one in places]

    def tame(places: Value) -> Value:
        assert isinstance(places, list)
        return [max(one, -40) if isinstance(one, int) else one for one in places]

    held: Model = {
        text: {page: [places[0], tame(places[1])] for page, places in those.items()}
        for text, those in model.items()
    }
    wanted: Model = {
        text: {page: [places[0], renumbered(places[1])] for page, places in those.items()}
        for text, those in held.items()
    }
    word = with_fields(read(held), range(5, 50))
    assert joined("grosse", [(0, word)]) == encode(written(wanted))


@pytest.mark.parametrize(
    "data",
    [
        b"\x80",
        b"\x81\x01",
        b"\x81\x82" + encode(["a", [], []]),
        b"\x81\x81\x01\x83\x61a\x80\x80",
        b"\x81\x81" + encode(["a", [], [], []]),
        b"\x81\x81" + encode(["a", [[1, []]], []]),
        b"\x81\x81" + encode(["a", [[1, [], [[]]]], []]),
        b"\x81\x81" + encode(["a", [[1, [], []], [1, ["b"], []]], []]),
        b"\x81\x81" + encode([1, [], []]),
        b"\x81\x81" + encode(["a", [], []]) + b"\x00",
    ],
)
def test_files_of_another_shape_are_refused(data: bytes) -> None:
    with pytest.raises(ShapeError):
        list(words_in(data, range(9)))


def test_long_words_are_words() -> None:
    for size in (23, 24, 255, 256, 70_000):
        data = encode(["ä" * size, [[1, [5], []]], []])
        (word,) = words_in(b"\x81\x81" + data, range(9))
        assert joined(word[0], [(0, word)]) == data
        assert decode(data) == [word[0], [[1, [5], []]], []]
