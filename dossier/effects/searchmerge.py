"""The words of several parts of the search index in one, as the engine would have written them.

What is found, where, and with what weight is the same; pages come in the order of the parts. Of
some thousand pages that takes a second. So what was joined is kept in the cache, and where few
parts are others than they were and no page beside them has another number, only words that are in
these are joined anew. Both ways give the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, zip_longest
from operator import itemgetter
from pathlib import Path
from typing import TypeAlias

import msgspec
from msgspec import Struct

from dossier.effects import searchpart
from dossier.effects.cbor import LIST, TEXT, head, number
from dossier.effects.searchpart import Part, Table
from dossier.effects.searchplaces import Found, Word, changed, joined
from dossier.effects.searchwords import with_fields

Words: TypeAlias = list[tuple[str, bytes]]  # in order
Tables: TypeAlias = Sequence[Table | None]  # of parts; None of one without a page in the language

_FEW = 3  # parts


class _Known(Struct, frozen=True, array_like=True):
    """Words of the parts that have these keys, by language."""

    keys: tuple[str, ...]
    words: dict[str, Words]


_KNOWN = msgspec.msgpack.Decoder(_Known)


def by_language(parts: Iterable[Part]) -> dict[str, Tables]:
    """Return the tables of the parts for each language."""
    held = list(parts)
    codes = sorted({code for part in held for code in part.tables})
    return {code: [part.tables.get(code) for part in held] for code in codes}


def fields_of(tables: Tables) -> list[str]:
    """Return the fields of several tables, in the engine's order."""
    return sorted({field for table in tables if table for field in table.fields})


def words_of(parts: Sequence[Part], keys: Sequence[str], known: Path) -> dict[str, Words]:
    """Join the words of parts, by language; `keys` are the parts' names in the cache.

    `known` is where the cache has what was joined last, with the parts of then beside it. A part
    without a key is not in the cache, and what was joined with it is not kept.
    """
    last = searchpart.kept(known, _KNOWN)
    words = last and _changed(last, parts, keys, known.parent)
    if not words:
        words = {code: _joined(tables) for code, tables in by_language(parts).items()}
    if all(keys) and not (last and last.keys == tuple(keys)):
        searchpart.keep(known, _Known(tuple(keys), words))
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
    last: _Known, parts: Sequence[Part], keys: Sequence[str], cache: Path
) -> dict[str, Words] | None:
    """Change what was joined last; None where that would be no less work."""
    places = [n for n, (old, new) in enumerate(zip_longest(last.keys, keys)) if old != new]
    if len(places) > _FEW:
        return None
    before: list[Part] = []
    for place, key in enumerate(last.keys):
        part = searchpart.kept_part(cache / key) if place in places else parts[place]
        if not part:
            return None
        before.append(part)
    old = by_language(before)
    return {
        code: _spliced(last.words.get(code, []), old.get(code, []), tables, places)
        or _joined(tables)
        for code, tables in by_language(parts).items()
    }


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
