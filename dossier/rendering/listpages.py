"""Views of what was found in the articles: chronology and voices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier import edtf, urls
from dossier.model import Event, Voice
from dossier.rendering.charts import events_chart, voices_chart
from dossier.rendering.pages import Desk
from dossier.rendering.periods import by_period
from dossier.rendering.rights import Shown
from dossier.rendering.views import (
    ChronologyView,
    EventGroup,
    EventItem,
    Link,
    VoiceGroup,
    VoiceItem,
    VoicesView,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A voice and the article in which it is heard; `number` counts within the article."""

    shown: Shown
    voice: Voice
    number: int


@dataclass(frozen=True, slots=True)
class Dated:
    """An event and the article that tells of it; `number` counts within the article."""

    shown: Shown
    event: Event
    number: int


def all_events(desk: Desk) -> list[Dated]:
    """Return all events, oldest first; the more precise date first among equals."""
    found = [
        Dated(shown, event, number)
        for shown in desk.corpus.shown.values()
        for number, event in enumerate(shown.found.events, start=1)
    ]
    return sorted(found, key=lambda one: (edtf.sort_key(one.event.date), one.shown.article.id))


def all_voices(desk: Desk) -> list[Said]:
    """Return all voices, the newest article first, in the order of its text."""
    return [
        Said(shown, voice, number)
        for shown in reversed(desk.corpus.shown.values())
        for number, voice in enumerate(shown.found.voices, start=1)
    ]


def event_item(desk: Desk, one: Dated) -> EventItem:
    """Make an event's entry."""
    article, event = one.shown.article, one.event
    tags = desk.tags_of(article.id, event.passage)
    return EventItem(
        id=f"e-{article.id}-{one.number}",
        date=desk.wording.date(event.date, event.modifier),
        text=event.text,
        lang=article.lang,
        hue=tags[0].hue if tags else "",
        tags=tags,
        evidence=desk.evidence(one.shown, event.passage),
    )


def voice_item(desk: Desk, one: Said) -> VoiceItem:
    """Make a voice's entry."""
    article, voice = one.shown.article, one.voice
    return VoiceItem(
        id=f"v-{article.id}-{one.number}",
        text=voice.text,
        quoted=voice.kind != "reported",
        lang=article.lang,
        speaker=voice.speaker,
        kind=desk.wording.text(f"voice_{voice.kind}"),
        tags=desk.tags_of(article.id, voice.passage),
        evidence=desk.evidence(one.shown, voice.passage),
    )


def chronology_views(desk: Desk) -> Iterable[ChronologyView]:
    """Yield the chronology, oldest first, by year once it is long."""
    events = all_events(desk)
    title = desk.wording.text("nav_chronology")
    description = desk.wording.text("description_chronology", site=desk.corpus.dossier.title)
    for page in by_period(events, "chronology/", lambda one: one.event.date, desk.wording):
        drawn = events if page.href == "chronology/" else page.items
        yield ChronologyView(
            chrome=desk.chrome("chronology", page.href, title=title, description=description),
            title=title,
            counts=desk.counts(("events", len(events))),
            years=page.links,
            groups=tuple(_event_groups(desk, page.items)),
            chart=events_chart(desk, ((one.shown, one.event) for one in drawn)),
        )


def _event_groups(desk: Desk, events: Iterable[Dated]) -> Iterable[EventGroup]:
    years: dict[str, list[EventItem]] = {}
    for one in events:
        years.setdefault(edtf.year_of(one.event.date), []).append(event_item(desk, one))
    for year, items in years.items():
        yield EventGroup(id=f"y-{year}", title=year, events=tuple(items))


def voices_views(desk: Desk) -> Iterable[VoicesView]:
    """Yield the voices grouped by speaker, by year once there are many."""
    voices = all_voices(desk)
    title = desk.wording.text("nav_voices")
    description = desk.wording.text("description_voices", site=desk.corpus.dossier.title)
    for page in by_period(voices, "voices/", lambda one: one.shown.article.date, desk.wording):
        groups = tuple(_voice_groups(desk, page.items))
        yield VoicesView(
            chrome=desk.chrome("voices", page.href, title=title, description=description),
            title=title,
            counts=desk.counts(("voices", len(voices))),
            years=page.links,
            speakers=tuple(
                Link(text=group.speaker, href=f"#{group.id}", count=group.count) for group in groups
            ),
            groups=groups,
            chart=voices_chart(
                desk,
                ((one.shown, one.voice) for one in page.items),
                {group.speaker: f"#{group.id}" for group in groups},
            ),
        )


def _voice_groups(desk: Desk, voices: Iterable[Said]) -> Iterable[VoiceGroup]:
    """Yield a group for each speaker, who says most first; the unnamed come last."""
    speakers: dict[str, list[VoiceItem]] = {}
    for one in voices:
        speakers.setdefault(one.voice.speaker, []).append(voice_item(desk, one))
    taken: set[str] = set()
    ordered = sorted(speakers.items(), key=lambda pair: (not pair[0], -len(pair[1]), pair[0]))
    for speaker, items in ordered:
        anchor = urls.article_id("", f"s-{speaker}" if speaker else "s", taken)
        taken.add(anchor)
        yield VoiceGroup(
            id=anchor,
            speaker=speaker or desk.wording.text("unknown_speaker"),
            count=desk.wording.number(len(items)),
            voices=tuple(items),
        )
