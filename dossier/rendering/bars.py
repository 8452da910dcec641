"""Charts of bars: each row a name, a number, and the parts that it consists of."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dossier.rendering.pictures import BarChart, BarRow, Part
from dossier.rendering.wording import Wording


class Share(Struct, frozen=True, kw_only=True):
    """A part of a row in numbers; `kind` is a class of the drawn piece or ""."""

    text: str
    number: int
    href: str = ""
    hue: str = ""
    kind: str = ""


class Sum(Struct, frozen=True, kw_only=True):
    """A row in numbers: `number` in all, of which `shares` are drawn one after the other."""

    text: str
    number: int
    shares: tuple[Share, ...]
    href: str = ""
    note: str = ""


def bar_chart(title: str, sums: Sequence[Sum], wording: Wording, most: int) -> BarChart | None:
    """Draw the `most` largest rows, each as long as its number to the largest; None for none."""
    ordered = sorted(sums, key=lambda one: (-one.number, one.text))
    ordered = [one for one in ordered if one.number > 0]
    if not ordered:
        return None
    rest = len(ordered) - most
    return BarChart(
        title=title,
        rows=tuple(_row(one, ordered[0].number, wording) for one in ordered[:most]),
        rest=wording.count("chart_rest", rest) if rest > 0 else "",
    )


def _row(one: Sum, longest: int, wording: Wording) -> BarRow:
    drawn = max(sum(share.number for share in one.shares), 1)
    # A passage can be in two topics: the parts then share the length that the row has.
    unit = one.number / drawn / longest * 100
    parts, at = [], 0.0
    for share in one.shares:
        if share.number:
            parts.append(
                Part(
                    text=share.text,
                    count=wording.number(share.number),
                    href=share.href,
                    hue=share.hue,
                    x=f"{at:.1f}%",
                    width=f"{share.number * unit:.1f}%",
                    kind=share.kind,
                )
            )
            at += share.number * unit
    return BarRow(
        text=one.text,
        href=one.href,
        count=wording.number(one.number),
        parts=tuple(parts),
        note=one.note,
    )
