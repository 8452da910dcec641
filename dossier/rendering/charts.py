"""Which pictures the pages have: events over time, who speaks on what, who carries the dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from dossier.found import Voice
from dossier.rendering.bars import Share, Sum, bar_chart
from dossier.rendering.outlines import parse
from dossier.rendering.pages import Desk
from dossier.rendering.pictures import BarChart, TimeChart, WorldMap
from dossier.rendering.rights import Shown
from dossier.rendering.timechart import Row, Told, time_chart
from dossier.rendering.worldmap import LARGE, Place, Size, world_map
from dossier.sketch import Dated

_SPEAKERS = 10


def events_chart(desk: Desk, events: Iterable[tuple[Shown, Dated]]) -> TimeChart | None:
    """Draw events by topic; one in two topics stands in both, one in none in a lane of its own."""
    within, none = desk.corpus.topics_of.within, ("",)
    together = Counter(
        [
            (within(shown.article.id).get(event.passage, none), event.date, event.modifier)
            for shown, event in events
        ]
    )
    lanes: dict[str, Counter[Told]] = {}
    for (topics, date, modifier), number in together.items():
        for topic in topics:
            lanes.setdefault(topic, Counter())[date, modifier] += number
    rows = [
        Row(title=tag.title, hue=tag.hue, dates=lanes[topic])
        for topic, tag in desk.tags.items()
        if topic in lanes
    ]
    if "" in lanes:
        title = desk.wording.text("chart_no_topic" if rows else "nav_chronology")
        rows.append(Row(title=title, hue="", dates=lanes[""]))
    return time_chart(rows, desk.wording)


def voices_chart(
    desk: Desk, voices: Iterable[tuple[Shown, Voice]], anchors: Mapping[str, str]
) -> BarChart | None:
    """Draw how often each speaker is heard, and on which topics; the unnamed are left out.

    `anchors` are the addresses of the speakers' statements.
    """
    topics: dict[str, Counter[str]] = {}
    statements: Counter[str] = Counter()
    for shown, voice in voices:
        if voice.speaker:
            held = desk.corpus.topics_of[shown.article.id, voice.passage] or ("",)
            topics.setdefault(voice.speaker, Counter()).update(held)
            statements[voice.speaker] += 1
    if len(statements) < 2:
        return None  # one bar compares nothing
    sums = [
        Sum(
            text=speaker,
            number=number,
            shares=tuple(_shares(desk, topics[speaker])),
            href=anchors.get(speaker, ""),
        )
        for speaker, number in statements.items()
    ]
    return bar_chart(desk.wording.text("chart_voices"), sums, desk.wording, _SPEAKERS)


def _shares(desk: Desk, counts: Counter[str]) -> Iterable[Share]:
    for topic, tag in desk.tags.items():
        if counts[topic]:
            yield Share(text=tag.title, number=counts[topic], href=tag.href, hue=tag.hue)
    if counts[""]:
        text = desk.wording.text("chart_no_topic")
        yield Share(text=text, number=counts[""], kind="other")


def places_map(desk: Desk, places: Iterable[Place], size: Size = LARGE) -> WorldMap | None:
    """Draw a map of `places` with the theme's outlines; None without either."""
    rings = parse(desk.corpus.dossier.outlines)
    return world_map(tuple(places), rings, desk.wording, size) if rings else None
