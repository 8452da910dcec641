"""Long lists on several pages: by year, and by month where a year alone is too long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dossier import edtf
from dossier.rendering.pieces import Link
from dossier.rendering.wording import Wording

Item = TypeVar("Item")

# A list longer than this is split: some twenty screens, 200 kB of HTML.
LONG = 200
# A year with more than this is split by month: half a megabyte of HTML takes a phone seconds.
_LONG_YEAR = 500
# With more years than these, the oldest go together on a page as far as they hold but little: a
# chronology reaches back to where its articles once remember something.
_MANY_YEARS = 12
_EARLIER = "earlier"


class Run(Struct, Generic[Item], frozen=True):
    """Items of one EDTF date (or of none, "") that follow each other in a list.

    `entries` is the number that they are in the list, where an item is not one entry.
    """

    date: str
    items: tuple[Item, ...]
    entries: int


class PeriodPage(Struct, Generic[Item], frozen=True):
    """One page of a list: all of it, or one period with links to the others.

    The links are rows: to the years, and to the months of the year at hand. `entries` is the number
    of entries that the page tells of: on the first page of the whole list, else its own.
    """

    href: str
    items: tuple[Item, ...]
    entries: int
    links: tuple[tuple[Link, ...], ...] = ()


def runs(
    items: Iterable[Item],
    date: Callable[[Item], str],
    entries: Callable[[Sequence[Item]], int] = len,
) -> list[Run[Item]]:
    """Put together items of one date: long lists have but few dates."""
    groups = ((day, tuple(held)) for day, held in groupby(items, date))
    return [Run(day, held, entries(held)) for day, held in groups]


def by_period(
    listed: Sequence[Run[Item]],
    base: str,
    wording: Wording,
    long: int = LONG,
    *,
    today: str = "",
) -> list[PeriodPage[Item]]:
    """Split a list once it has more than `long` entries; items keep their order within a page.

    The newest period stands at `base` and, where years are split by month, the newest of a year at
    the year, besides at its own address. What lies after the year of `today`, an EDTF date, does
    not count as the newest. How many entries there are in all, and in which year, the page at
    `base` alone says: else each article that comes would change all pages.
    """
    total = _entries(listed)
    years = _group(listed, edtf.year_of)
    years, until = _together(years, long // 2) if total > long else (years, "")
    by_month = max(map(_entries, years.values()), default=0) > _LONG_YEAR
    if total <= long or (len(years) == 1 and not by_month):
        return [PeriodPage(base, _items(listed), total)]
    periods = {
        year: _group(held, _month) if by_month else {year: held} for year, held in years.items()
    }
    ordered = sorted(periods, key=_order)
    to_years = {
        year: Link(text=_label(year, wording, until), href=f"{base}{year}/") for year in ordered
    }
    pages = [
        page
        for year in ordered
        for page in _pages(base, periods[year], wording, _row(to_years, year), year)
    ]
    known = [year for year in years if year not in (edtf.UNDATED, _EARLIER)]
    past = [year for year in known if not today or year <= edtf.year_of(today)]
    newest = max(past or known, default=next(iter(years)))
    first = next(page for page in pages if page.href == f"{base}{newest}/")
    numbers = [wording.number(_entries(years[year])) for year in ordered]
    told = [replace(one, count=n) for one, n in zip(first.links[0], numbers, strict=True)]
    return [PeriodPage(base, first.items, total, (tuple(told), *first.links[1:])), *pages]


def _pages(
    base: str,
    periods: Mapping[str, list[Run[Item]]],
    wording: Wording,
    years: tuple[Link, ...],
    year: str,
) -> Iterator[PeriodPage[Item]]:
    """Yield the pages of a year: its own, and those of its months, if it is split by them."""
    names = sorted(periods)
    to_months = {
        name: Link(text=_within(year, name, wording), href=f"{base}{name}/")
        for name in names
        if name != year
    }
    for name in dict.fromkeys((year, *names)):
        shown = name if name in periods else names[-1]
        rows = (years, _row(to_months, shown)) if to_months else (years,)
        held = periods[shown]
        yield PeriodPage(f"{base}{name}/", _items(held), _entries(held), rows)


def _entries(listed: Iterable[Run[Item]]) -> int:
    return sum([run.entries for run in listed])


def _items(listed: Iterable[Run[Item]]) -> tuple[Item, ...]:
    return tuple(chain.from_iterable([run.items for run in listed]))


def _together(
    years: dict[str, list[Run[Item]]], few: int
) -> tuple[dict[str, list[Run[Item]]], str]:
    """Put the oldest of many years together, no more than `few` entries; name the last of them."""
    ordered = sorted(year for year in years if year != edtf.UNDATED)
    old: list[str] = []
    for year in ordered[: max(len(ordered) - _MANY_YEARS + 1, 0)]:
        if sum(_entries(years[one]) for one in (*old, year)) > few:
            break
        old.append(year)
    if len(old) < 2:
        return years, ""
    merged = {_EARLIER: [run for year in old for run in years[year]]}
    return merged | {year: held for year, held in years.items() if year not in old}, old[-1]


def _order(period: str) -> tuple[bool, str]:
    return period != _EARLIER, period


def _group(listed: Iterable[Run[Item]], period: Callable[[str], str]) -> dict[str, list[Run[Item]]]:
    groups: dict[str, list[Run[Item]]] = {}
    for run in listed:
        groups.setdefault(period(run.date), []).append(run)
    return groups


@lru_cache(maxsize=1 << 16)
def _month(date: str) -> str:
    """Return `2023-05`; the year alone for a date that has no month."""
    span = edtf.parse(date)
    if span is None or span.precision not in ("month", "day"):
        return edtf.year_of(date)
    return f"{span.first.year:04d}-{span.first.month:02d}"


def _row(links: Mapping[str, Link], shown: str) -> tuple[Link, ...]:
    return tuple([replace(one, current=name == shown) for name, one in links.items()])


def _within(year: str, name: str, wording: Wording) -> str:
    """Name a month of a year; with its own year where several are together."""
    return wording.month(name) if name.startswith(year) else wording.date(name).text


def _label(period: str, wording: Wording, until: str) -> str:
    if period == _EARLIER:
        return wording.text("date_until", to=until)
    return wording.text("undated_heading") if period == edtf.UNDATED else wording.date(period).text
