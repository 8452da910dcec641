"""Time by topic: a day is a dot, a month or a year a bar as long as it, nothing more precise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from dossier import edtf
from dossier.found import Modifier
from dossier.rendering.pages import shortened
from dossier.rendering.pictures import Lane, Mark, Tick, TimeChart
from dossier.rendering.wording import Wording

_LANE, _AXIS, _FOOT = 46, 24, 8  # heights in pixels; a lane holds a topic's name and its marks
_MOST_TICKS = 9
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000)  # months between two lines of the axis
_NO_ROOM = 0.9  # of the width: a name that begins here would run over the edge
_LONGEST = 40  # characters of a name: those fit on the narrowest screen
_SHORTEST = 62  # days that the picture shows at least
# What lies far from the rest is counted, not drawn, where that doubles the room of the rest.
_OUTSIDE, _GAIN = 0.1, 0.5
_FINEST = 0.004  # of the width: dates nearer than this are one mark
_MANY = 5
_THIRDS: dict[Modifier, tuple[int, int]] = {"start": (0, 1), "mid": (1, 2), "end": (2, 3)}

Days = tuple[int, int]  # first and last, counted as `date.toordinal` does
Told = tuple[str, Modifier]  # a date, EDTF, and the part of the period that is meant


class Row(Struct, frozen=True, kw_only=True):
    """A topic's dates, and how often each is told."""

    title: str
    hue: str
    dates: Mapping[Told, int]


def time_chart(rows: Sequence[Row], wording: Wording) -> TimeChart | None:
    """Draw the events of each topic over time; None if less than three dates are known."""
    spans = [_spans(row.dates) for row in rows]
    known = sum(spans, Counter())
    if len(known) < 3:
        return None  # two are told faster in words
    first, last = _period(known)
    lanes: list[Lane] = []
    labels, outside = [], 0
    for row, held in zip(rows, spans, strict=True):
        inside = {one: n for one, n in held.items() if one[1] >= first and one[0] <= last}
        outside += held.total() - sum(inside.values())
        if inside:
            y = _AXIS + len(lanes) * _LANE + 30
            marks = tuple(_marks(inside, first, last))
            title = shortened(row.title, _LONGEST)
            lanes.append(Lane(title=title, hue=row.hue, y=y, marks=marks))
            labels.append(_words(row, wording))
    return TimeChart(
        height=_AXIS + len(lanes) * _LANE + _FOOT,
        ticks=tuple(_ticks(first, last, wording)),
        lanes=tuple(lanes),
        label=wording.text("chart_label", topics="; ".join(labels)),
        outside=wording.count("chart_outside", outside) if outside else "",
    )


def _spans(dates: Mapping[Told, int]) -> Counter[Days]:
    """Count the days that dates mean; what is no date has none."""
    found: Counter[Days] = Counter()
    for told, number in dates.items():
        if days := _days(*told):
            found[days] += number
    return found


@lru_cache(maxsize=1 << 16)
def _days(value: str, modifier: Modifier) -> Days | None:
    span = edtf.parse(value)
    if span is None:
        return None
    if date.min in (span.first, span.last) or span.last == date.max:
        only = span.last if span.first == date.min else span.first
        return only.toordinal(), only.toordinal()  # an open end has no length to draw
    first, last = span.first.toordinal(), span.last.toordinal()
    if modifier and span.precision in ("month", "year"):
        start, end = _THIRDS[modifier]
        long = last - first + 1
        first, last = first + long * start // 3, first + long * end // 3 - 1
    return first, last


def _period(spans: Counter[Days]) -> Days:
    """Return the first and last day of the picture, without what lies far from the rest."""
    starts = sorted([start for start, _ in spans.elements()])
    ends = sorted([end for _, end in spans.elements()], reverse=True)
    first, last = starts[0], ends[0]
    for number in range(1, int(len(starts) * _OUTSIDE) + 1):
        if starts[number] <= last < starts[number] + (last - first) * _GAIN:
            first = starts[number]
        if first <= ends[number] < first + (last - first) * _GAIN:
            last = ends[number]
    missing = max(_SHORTEST - (last - first), 0)
    return first - missing // 2, last + missing - missing // 2


def _marks(spans: Mapping[Days, int], first: int, last: int) -> Iterable[Mark]:
    """Yield a mark for each date that can be told from the others, the longest first."""
    long = last - first + 1
    fine = max(round(long * _FINEST), 1)
    places: Counter[tuple[int, int]] = Counter()
    for (start, end), number in spans.items():
        start, end = max(start, first), min(end, last)  # noqa: PLW2901 - cut to the picture
        size = 0 if start == end else max(round((end - start + 1) / fine), 1)
        places[(start - first) // fine, size] += number
    for (place, size), count in sorted(places.items(), key=lambda pair: (-pair[0][1], pair[0])):
        weight = 1 if count == 1 else 2 if count < _MANY else 3
        start_day = place * fine if size else place * fine + 0.5
        width = _percent(min(size * fine, long - place * fine) / long) if size else ""
        yield Mark(x=_percent(min(start_day / long, 1)), width=width, weight=weight)


def _percent(share: float) -> str:
    return f"{share * 100:.1f}%"


def _ticks(first: int, last: int, wording: Wording) -> Iterable[Tick]:
    """Yield lines at the start of months or years, about as many as a wide screen has room for."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    step = next((one for one in _STEPS if months / one <= _MOST_TICKS), _STEPS[-1])
    begin = start.year * 12 + start.month - 1
    shown = [n for n in range(begin - begin % step, begin + months + 1, step) if n >= 12]
    dates = [(n, date(n // 12, n % 12 + 1, 1)) for n in shown if n < 12 * 10000]
    inside = [(n, day) for n, day in dates if first <= day.toordinal() <= last]
    for number, (month, day) in enumerate(inside):
        share = (day.toordinal() - first) / (last - first + 1)
        text = f"{day:%Y}" if step >= 12 else wording.date(f"{month // 12:04d}-{day:%m}").text
        minor = bool(number % 2) if len(inside) > 4 else False
        if share > _NO_ROOM:
            text = ""
        yield Tick(x=_percent(share), text=text, minor=minor)


def _words(row: Row, wording: Wording) -> str:
    """Say what a lane shows: how many events, from when to when."""
    known = {told: number for told, number in row.dates.items() if edtf.parse(told[0])}
    dates = sorted([value for value, _ in known], key=edtf.sort_key)
    counted = wording.count("events", sum(known.values()))
    start, end = wording.date(dates[0]).text, wording.date(dates[-1]).text
    period = start if start == end else wording.between("period", dates[0], dates[-1])
    return wording.text("chart_topic", topic=row.title, events=counted, period=period)
