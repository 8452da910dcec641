"""The words of several parts of the search index in one, as the engine would have written them.

What is found, where, and with what weight is the same; pages come in the order of the parts. Of
some thousand pages that takes a second. So what was joined is kept in the cache, and where few
parts are others than they were and no page beside them has another number, only these parts are
looked at, and only words that are in them are joined anew. Both ways give the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, zip_longest
from operator import itemgetter
from typing import TypeAlias

from msgspec import Struct

from dossier.effects.bundlefolder import Packs
from dossier.effects.cbor import LIST, TEXT, head, number
from dossier.effects.searchpart import Part, Table
from dossier.effects.searchplaces import Found, Word, changed, joined
from dossier.effects.searchwords import with_fields

Words: TypeAlias = list[tuple[str, bytes]]  # in order
Tables: TypeAlias = Sequence[Table | None]  # of parts; None of one without a page in the language

_FEW = 3  # parts


class Joined(Struct, frozen=True, array_like=True):
    """A bundle as it was written last: its parts by their names in the cache, and in outline.

    Its words by language, and the files in which they lie.
    """

    names: tuple[str, ...]
    outlines: list[Part]
    words: dict[str, Words]
    files: dict[str, Packs]


def by_language(parts: Iterable[Part]) -> dict[str, Tables]:
    """Return the tables of the parts for each language."""
    held = list(parts)
    codes = sorted({code for part in held for code in part.tables})
    return {code: [part.tables.get(code) for part in held] for code in codes}


def fields_of(tables: Tables) -> list[str]:
    """Return the fields of several tables, in the engine's order."""
    return sorted({field for table in tables if table for field in table.fields})


def words_of(
    outlines: Sequence[Part],
    names: Sequence[str],
    load: Callable[[int], Part],
    last: Joined | None,
    recall: Callable[[str], Part | None],
) -> dict[str, Words]:
    """Join the words of parts, by language.

    The parts are given in outline, with their names in the cache; `load` gives a whole one by its
    number, `recall` one of those that were joined `last` by its name.
    """
    words = last and _changed(last, outlines, names, load, recall)
    if not words:
        parts = [load(number) for number in range(len(names))]
        words = {code: _joined(tables) for code, tables in by_language(parts).items()}
    return words


def _joined(tables: Tables) -> Words:
    fields = fields_of(tables)
    held: defaultdict[str, Found] = defaultdict(list)
    for offset, table in zip(_offsets(tables), tables, strict=False):
        for word in words_with(table, fields):
            held[word[0]].append((offset, word))
    return [(word, joined(word, held[word])) for word in sorted(held)]


def _offsets(tables: Tables) -> list[int]:
    """Return the number that the first page of each table has among all, and how many there are."""
    return [0, *accumulate(len(table.pages) if table else 0 for table in tables)]


def words_with(table: Table | None, fields: Sequence[str]) -> list[Word]:
    """Return a table's words, with the numbers that its fields have among these."""
    if not table:
        return []
    if table.fields == fields:
        return table.words()
    moved = [fields.index(field) for field in table.fields]
    return [with_fields(word, moved) for word in table.words()]


# --- where few parts have changed ---------------------------------------------------------------


def _changed(
    last: Joined,
    outlines: Sequence[Part],
    names: Sequence[str],
    load: Callable[[int], Part],
    recall: Callable[[str], Part | None],
) -> dict[str, Words] | None:
    """Change what was joined last; None where that would be no less work."""
    places = [n for n, (old, new) in enumerate(zip_longest(last.names, names)) if old != new]
    if len(places) > _FEW:
        return None
    before, after = list(last.outlines), list(outlines)
    for place in places:
        if place < len(before):
            part = recall(last.names[place])
            if not part:
                return None
            before[place] = part
        if place < len(after):
            after[place] = load(place)
    old, words = by_language(before), {}
    for code, tables in by_language(after).items():
        spliced = _spliced(last.words.get(code, []), old.get(code, []), tables, places)
        if spliced is None:
            return None
        words[code] = spliced
    return words


def _spliced(words: Words, old: Tables, new: Tables, places: Sequence[int]) -> Words | None:
    """Change the words that the parts at these places have; None if other pages have moved."""
    fields, froms, tos = fields_of(new), _offsets(old), _offsets(new)
    same = [n for n in range(min(len(old), len(new))) if n not in places]
    if fields_of(old) != fields or any(froms[n] != tos[n] for n in same):
        return None
    gone = [range(froms[n], froms[n + 1]) for n in places if n < len(old)]
    come: defaultdict[str, Found] = defaultdict(list)
    others: set[str] = set()
    for n in places:
        was = {word[0]: word for word in words_with(old[n], fields)} if n < len(old) else {}
        now = {word[0]: word for word in words_with(new[n], fields)} if n < len(new) else {}
        for text, word in now.items():
            come[text].append((tos[n], word))
        moved = was and now and froms[n] != tos[n]
        either = was.keys() | now.keys()
        others |= {text for text in either if moved or was.get(text) != now.get(text)}
    held = dict(words)
    for text in others:
        held[text] = changed(text, held.get(text, b""), gone, come.get(text, []))
        if not held[text]:
            del held[text]
    return sorted(held.items(), key=itemgetter(0))


# --- filters ------------------------------------------------------------------------------------


def filters_of(tables: Tables) -> Iterator[tuple[str, bytes]]:
    """Yield the names of filters, each with its file: its values and their pages."""
    for name in sorted({name for table in tables if table for name in table.filters}):
        values: defaultdict[str, list[int]] = defaultdict(list)
        for offset, table in zip(_offsets(tables), tables, strict=False):
            for value, pages in table.filters.get(name, ()) if table else ():
                values[value] += [page + offset for page in pages]
        pieces = [head(LIST, 2), _text(name), head(LIST, len(values))]
        for value in sorted(values):
            pages = values[value]
            pieces += (head(LIST, 2), _text(value), head(LIST, len(pages)), *map(number, pages))
        yield name, b"".join(pieces)


def _text(text: str) -> bytes:
    data = text.encode()
    return head(TEXT, len(data)) + data
