"""Long lists on several pages: by year, and by month where a year alone is too long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from msgspec import Struct

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


class PeriodPage(Struct, Generic[Item], frozen=True):
    """One page of a list: all of it, or one period with links to the others."""

    href: str
    items: tuple[Item, ...]
    links: tuple[Link, ...] = ()


def by_period(  # noqa: PLR0913 - all that says how a list is split
    items: Sequence[Item],
    base: str,
    date: Callable[[Item], str],
    wording: Wording,
    long: int = LONG,
    *,
    today: str = "",
) -> list[PeriodPage[Item]]:
    """Split a list once it is longer than `long`; items keep their order within a page.

    `date` gives an item's EDTF date or "". The newest period stands at `base` and, where years
    are split by month, the newest of a year at the year, besides at its own address. What lies
    after the year of `today`, an EDTF date, does not count as the newest.
    """
    years = _group(items, lambda item: edtf.year_of(date(item)))
    years, until = _together(years, long // 2) if len(items) > long else (years, "")
    by_month = max(map(len, years.values()), default=0) > _LONG_YEAR
    if len(items) <= long or (len(years) == 1 and not by_month):
        return [PeriodPage(base, tuple(items))]
    periods = {
        year: _group(held, lambda item: _month(date(item))) if by_month else {year: held}
        for year, held in years.items()
    }
    counts = {year: len(held) for year, held in years.items()}
    pages: list[PeriodPage[Item]] = []
    for year in sorted(periods, key=_order):
        names = sorted(periods[year])
        for name in dict.fromkeys((year, *names)):
            shown = name if name in periods[year] else names[-1]
            links = _links(base, counts, year, names if by_month else (), shown, wording, until)
            pages.append(PeriodPage(f"{base}{name}/", tuple(periods[year][shown]), links))
    known = [year for year in years if year not in (edtf.UNDATED, _EARLIER)]
    past = [year for year in known if not today or year <= edtf.year_of(today)]
    newest = max(past or known, default=next(iter(years)))
    first = next(page for page in pages if page.href == f"{base}{newest}/")
    return [PeriodPage(base, first.items, first.links), *pages]


def _together(years: dict[str, list[Item]], few: int) -> tuple[dict[str, list[Item]], str]:
    """Put the oldest of many years together, no more than `few` items; name the last of them."""
    ordered = sorted(year for year in years if year != edtf.UNDATED)
    old: list[str] = []
    for year in ordered[: max(len(ordered) - _MANY_YEARS + 1, 0)]:
        if sum(len(years[one]) for one in (*old, year)) > few:
            break
        old.append(year)
    if len(old) < 2:
        return years, ""
    merged = {_EARLIER: [item for year in old for item in years[year]]}
    return merged | {year: held for year, held in years.items() if year not in old}, old[-1]


def _order(period: str) -> tuple[bool, str]:
    return period != _EARLIER, period


def _group(items: Iterable[Item], key: Callable[[Item], str]) -> dict[str, list[Item]]:
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


@lru_cache(maxsize=8192)
def _month(date: str) -> str:
    """Return `2023-05`; the year alone for a date that has no month."""
    span = edtf.parse(date)
    if span is None or span.precision not in ("month", "day"):
        return edtf.year_of(date)
    return f"{span.first.year:04d}-{span.first.month:02d}"


def _links(  # noqa: PLR0913, PLR0917 - all that a row of links shows
    base: str,
    counts: dict[str, int],
    year: str,
    months: Iterable[str],
    shown: str,
    wording: Wording,
    until: str,
) -> tuple[Link, ...]:
    """Link to all years, and to the months of the year at hand."""
    links = [
        Link(
            text=_label(name, wording, until),
            href=f"{base}{name}/",
            current=name == shown,
            count=wording.number(count),
        )
        for name, count in sorted(counts.items(), key=lambda pair: _order(pair[0]))
    ]
    links += [
        Link(text=_label(name, wording, until), href=f"{base}{name}/", current=name == shown)
        for name in months
        if name != year
    ]
    return tuple(links)


def _label(period: str, wording: Wording, until: str) -> str:
    if period == _EARLIER:
        return wording.text("date_until", to=until)
    return wording.text("undated_heading") if period == edtf.UNDATED else wording.date(period).text
