"""Activity bars: how many passages of a topic fall into which month or year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from dossier import edtf
from dossier.rendering.pieces import Bar, Spark
from dossier.rendering.wording import Wording

_WIDTH, _HEIGHT = 120, 28
_FEWEST_BINS, _MOST_MONTHS = 12, 24


def spark(dates: Mapping[str, int], period: Iterable[str], wording: Wording) -> Spark | None:
    """Draw the passages of each date (EDTF) over the whole `period` of the dossier.

    Months while the period has at most 24 of them, else years; an undated passage and one
    whose date is a mere year has no month and is left out of a picture of months. A decade
    has neither.
    """
    known = [(span, count) for date, count in dates.items() if (span := edtf.parse(date))]
    whole = [span for span in map(edtf.parse, set(period)) if span]
    if not known or not whole:
        return None
    months = [_month(span) for span in whole]
    by_month = max(months) - min(months) < _MOST_MONTHS
    wanted = ("month", "day") if by_month else ("year", "month", "day")
    number = _month if by_month else _year
    bins: Counter[int] = Counter()
    for span, count in known:
        if span.precision in wanted:
            bins[number(span)] += count
    if not bins:
        return None
    last = max(number(span) for span in whole)
    first = min(*(number(span) for span in whole), last - _FEWEST_BINS + 1)
    return Spark(
        width=_WIDTH, height=_HEIGHT, bars=_bars(bins, first, last), label=_label(bins, wording)
    )


def _month(span: edtf.Span) -> int:
    return span.first.year * 12 + span.first.month - 1


def _year(span: edtf.Span) -> int:
    return span.first.year


def _bars(bins: Counter[int], first: int, last: int) -> tuple[Bar, ...]:
    slot = _WIDTH / (last - first + 1)
    most = max(bins.values())
    width = max(round(slot) - 2, 1)
    return tuple(
        Bar(x=round((place - first) * slot), y=_HEIGHT - height, width=width, height=height)
        for place, count in sorted(bins.items())
        for height in [max(round(count / most * _HEIGHT), 2)]
    )


def _label(bins: Counter[int], wording: Wording) -> str:
    by_month = max(bins) > 9999  # a month's number is twelve times its year
    values = ", ".join(
        wording.text(
            "spark_value",
            date=wording.date(_edtf(place) if by_month else f"{place:04d}").text,
            n=wording.number(count),
        )
        for place, count in sorted(bins.items())
    )
    return wording.text("spark_months" if by_month else "spark_years", values=values)


def _edtf(month: int) -> str:
    return f"{month // 12:04d}-{month % 12 + 1:02d}"
