"""Places by name: countries, regions, cities, with their coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from msgspec import Struct

from dossier.understanding import tables

_FIRST = re.compile(r"(?:[^\W\d_]\.)+|\w+\.?(?:[-’'&+]\w+)*")


class Entry(Struct, frozen=True, kw_only=True):
    """A place: its kind, its names in German and English, degrees north and east if known.

    `own` is False for another spelling of its name.
    """

    kind: str
    german: str
    english: str
    lat: float | None
    lon: float | None
    own: bool = True

    def name(self, lang: str) -> str:
        """Return the name that readers of `lang` expect."""
        return self.german if lang == "de" else self.english


class _Places(Mapping[str, Entry]):
    """Places by each of their names; made when they are asked for, as few of them ever are."""

    def __init__(self) -> None:
        self._rows: dict[str, str] = {}
        keep = self._rows.setdefault
        for line in tables.lines("places.tsv.gz"):
            _, german, english, _, _, *others = line.split("\t")
            keep(german, line)
            keep(english, line)
            if german.startswith("Sankt "):
                keep(f"St. {german.removeprefix('Sankt ')}", line)
            if others:
                for form in others[0].split("|"):
                    keep(form, line)

    def __getitem__(self, name: str) -> Entry:
        return _entry(self._rows[name], name)

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@lru_cache(maxsize=1 << 14)
def _entry(line: str, name: str) -> Entry:
    kind, german, english, lat, lon, *_ = line.split("\t")
    own = name in (german, english) or kind in ("country", "region")
    place = float(lat), float(lon)
    return Entry(kind=kind, german=german, english=english, lat=place[0], lon=place[1], own=own)


@cache
def places() -> Mapping[str, Entry]:
    """Return all places by each of their names; of two with one name the larger."""
    return _Places()


@cache
def lands() -> frozenset[str]:
    """Return the names of countries and regions."""
    found: set[str] = set()
    for line in tables.lines("places.tsv.gz"):
        kind, german, english, _, _, *others = line.split("\t")
        if kind in ("country", "region"):
            found.update((german, english, *(others[0].split("|") if others else ())))
    return frozenset(found)


@cache
def hamlets() -> dict[str, str]:
    """Return names that may be a small place or a province, with degrees where only one has it.

    Most are family names or words too: only what the sentence says makes a place of them.
    """
    rows = (line.partition("\t") for line in tables.lines("hamlets.tsv.gz"))
    return {name: degrees for name, _, degrees in rows}


@lru_cache(maxsize=1 << 12)
def place(name: str) -> Entry | None:
    """Return the place of that name, be it small."""
    found = places().get(name)
    if found or name not in hamlets():
        return found
    lat, _, lon = hamlets()[name].partition("\t")
    return Entry(
        kind="hamlet",
        german=name,
        english=name,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
    )


@cache
def longer_hamlets() -> dict[str, tuple[str, ...]]:
    """Return the small places of several words by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for name in hamlets():
        if " " in name:
            found.setdefault(name.partition(" ")[0], []).append(name)
    return {first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in found.items()}


@cache
def longer() -> dict[str, tuple[str, ...]]:
    """Return the names of several words by their first word, the longest first."""
    return by_first_word(places())


def by_first_word(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Sort names of several words by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for name in names:
        first = _FIRST.match(name)
        if first and first[0] != name:
            found.setdefault(first[0], []).append(name)
    return {first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in found.items()}
