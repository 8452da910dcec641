"""A part of the search index of which few pages have changed: the engine reads only these.

What it wrote of the others stays as it is, but for their numbers. The result says what the engine
would say of all pages at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter, itemgetter

import msgspec

from dossier.effects import searchmerge, searchpart
from dossier.effects.searchpart import Part, Table
from dossier.effects.searchplaces import Word
from dossier.effects.searchwords import GONE, exchanged, is_on


def renewed(old: Part, fresh: Part, stay: Collection[str]) -> Part | None:
    """Return a part with the pages of `old` that `stay`, by their addresses, and those of `fresh`.

    None where more than pages would change: languages or fields come or go. Raises `ShapeError`.
    """
    known = fresh.tables.keys() <= old.tables.keys() and fresh.shared.items() <= old.shared.items()
    if not known or (fresh.tables and fresh.entry != old.entry):
        return None
    tables = {}
    for code, table in old.tables.items():
        made = _table(table, fresh.tables.get(code), stay)
        if not made:
            return None
        tables[code] = made
    return Part(old.entry, tables, old.shared)


def _table(old: Table, fresh: Table | None, stay: Collection[str]) -> Table | None:
    come = fresh.pages if fresh else []
    held = [page for page in old.pages if page.url in stay]
    pages = sorted([*held, *come], key=attrgetter("url"))
    if not pages or sorted({field for page in pages for field in page.fields}) != old.fields:
        return None
    number = {page.url: n for n, page in enumerate(pages)}
    moved = [number[page.url] if page.url in stay else GONE for page in old.pages]
    to = [number[page.url] for page in come]
    words = _words(old, searchmerge.words_with(fresh, old.fields), moved, to)
    return msgspec.structs.replace(
        old,
        pages=pages,
        contents=searchpart.contents(pages),
        packed=searchpart.pack(sorted(words, key=itemgetter(0))),
        filters=_filters(old, fresh, moved, to),
    )


def _words(
    old: Table, fresh: Collection[Word], moved: Sequence[int], to: Sequence[int]
) -> Iterator[Word]:
    come = {word[0]: word for word in fresh}
    gone = {page for page, now in enumerate(moved) if now == GONE}
    all_change = any(now not in (page, GONE) for page, now in enumerate(moved))
    for word in old.words():
        new = come.pop(word[0], None)
        if all_change or new or is_on(word, gone):
            if changed := exchanged(word, moved, new, to):
                yield changed
        else:
            yield word
    for new in come.values():
        if added := exchanged(None, moved, new, to):
            yield added


def _filters(
    old: Table, fresh: Table | None, moved: Sequence[int], to: Sequence[int]
) -> dict[str, list[tuple[str, list[int]]]]:
    held: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for table, numbers in ((old, moved), (fresh, to)):
        for name, values in table.filters.items() if table else ():
            for value, pages in values:
                held[name][value] += [numbers[page] for page in pages if numbers[page] != GONE]
    found = {
        name: [(value, sorted(pages)) for value, pages in values.items() if pages]
        for name, values in held.items()
    }
    return {name: values for name, values in found.items() if values}
