from __future__ import annotations

from dossier.effects.cbor import encode
from dossier.effects.searchplaces import Word, unlisted, words_in
from dossier.effects.searchwords import GONE, exchanged, is_on

PAGES = 9
Where = dict[int, int]  # pages, each with the place in its text


def word(here: Where, **spelled: Where) -> Word:
    """Return the word *regen* with its other spellings."""
    others = [[text, _listed(where)] for text, where in spelled.items()]
    (found,) = words_in(encode([[["regen", _listed(here), others]]]), range(PAGES))
    return found


def _listed(where: Where) -> list[list[int | list[int]]]:
    steps = zip(where, [0, *where], strict=False)
    return [[page - before, [where[page]], []] for page, before in steps]


def places(word: Word | None) -> dict[str, dict[int, bytes]]:
    assert word
    return {text: dict(unlisted(those)) for text, those in (("", word[1]), *word[2])}


def test_pages_go_and_come_and_get_other_numbers() -> None:
    old = word({0: 5, 2: 6, 3: 7}, Regen={2: 8})
    new = word({0: 9}, Regen={0: 4, 1: 3})
    moved, to = [0, GONE, GONE, 3], [1, 2]
    assert places(exchanged(old, moved, new, to)) == places(
        word({0: 5, 1: 9, 3: 7}, Regen={1: 4, 2: 3})
    )
    assert places(exchanged(old, [2, GONE, 0, 1], None, [])) == places(
        word({0: 6, 1: 7, 2: 5}, Regen={0: 8})
    )
    assert places(exchanged(None, moved, new, to)) == places(word({1: 9}, Regen={1: 4, 2: 3}))


def test_a_word_without_pages_is_none() -> None:
    assert exchanged(word({1: 5}, Regen={1: 8}), [0, GONE], None, []) is None
    assert exchanged(word({}, Regen={1: 8}), [0, 1], None, []) == word({}, Regen={1: 8})
    assert exchanged(None, [], None, []) is None


def test_where_a_word_stands() -> None:
    one = word({1: 5, 4: 5, 6: 5}, Regen={3: 1})
    assert [page for page in range(PAGES) if is_on(one, {page})] == [1, 3, 4, 6]
    assert is_on(one, {0, 4})
    assert not is_on(one, set())
