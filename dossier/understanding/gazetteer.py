"""Places by name: countries, regions, cities, with their coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dossier.understanding import tables

_FIRST = re.compile(r"(?:[^\W\d_]\.)+|\w+\.?(?:[-’'&+]\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
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


@cache
def places() -> dict[str, Entry]:
    """Return all places by each of their names; of two with one name the larger."""
    found: dict[str, Entry] = {}
    for line in tables.lines("places.tsv.gz"):
        kind, german, english, lat, lon, *others = line.split("\t")
        entry = Entry(kind=kind, german=german, english=english, lat=float(lat), lon=float(lon))
        found.setdefault(german, entry)
        found.setdefault(english, entry)
        for form in others[0].split("|") if others else ():
            found.setdefault(form, replace(entry, own=kind in ("country", "region")))
    return found


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
    return by_first_word(name for name in hamlets() if " " in name)


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
