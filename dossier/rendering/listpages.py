"""Views of what was found in the articles: chronology and voices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from dossier import edtf, urls
from dossier.found import Voice
from dossier.rendering.articlepages import date_of
from dossier.rendering.charts import events_chart, voices_chart
from dossier.rendering.occurrences import Dated, Occurrence
from dossier.rendering.pages import Desk
from dossier.rendering.periods import PeriodPage, by_period, runs
from dossier.rendering.pieces import EventGroup, EventItem, Link, VoiceGroup, VoiceItem
from dossier.rendering.rights import Shown
from dossier.rendering.sheets import Sheet, hashed
from dossier.rendering.views import ChronologyView, VoicesView

_CHRONOLOGY = "chronology/"
_SPEAKERS = 24  # links to who says most; the others fold out


class Said(Struct, frozen=True):
    """A voice and the article in which it is heard; `number` counts within the article."""

    shown: Shown
    voice: Voice
    number: int


def voices_of(articles: Iterable[Shown]) -> Iterator[Said]:
    """Yield the voices of articles, in the order of their texts."""
    for shown in articles:
        if not shown.brief.voices:
            continue
        for number, voice in enumerate(shown.found.voices, start=1):
            yield Said(shown, voice, number)


def event_item(desk: Desk, one: Occurrence) -> EventItem:
    """Make an event's entry; what other articles tell of it stands in its evidence."""
    told = one.told
    article, event = told.shown.article, told.event
    tags = desk.tags_of(article.id, event.passage)
    evidence = desk.evidence(told.shown, event.passage)
    if one.also:
        known = {link.href for link in evidence.also}
        more = (_evidence_link(desk, other) for other in one.also)
        also = (*evidence.also, *(link for link in more if link.href not in known))
        evidence = replace(evidence, also=also)
    return EventItem(
        id=f"e-{article.id}-{told.number}",
        date=desk.wording.date(event.date, event.modifier),
        text=event.text,
        place=desk.corpus.dossier.register.place(event.place),
        lang=article.lang,
        hue=tags[0].hue if tags else "",
        tags=tags,
        evidence=evidence,
    )


def _evidence_link(desk: Desk, one: Dated) -> Link:
    evidence = desk.evidence(one.shown, one.brief.passage)
    return Link(text=evidence.source or evidence.title, href=evidence.href)


def voice_item(desk: Desk, one: Said) -> VoiceItem:
    """Make a voice's entry."""
    article, voice = one.shown.article, one.voice
    return VoiceItem(
        id=f"v-{article.id}-{one.number}",
        text=_as_a_whole(voice),
        quoted=voice.kind != "reported",
        lang=article.lang,
        speaker=voice.speaker,
        via=desk.wording.text("voice_via", via=voice.via) if voice.via else "",
        kind=desk.wording.text(f"voice_{voice.kind}"),
        tags=desk.tags_of(article.id, voice.passage),
        evidence=desk.evidence(one.shown, voice.passage),
    )


def _as_a_whole(voice: Voice) -> str:
    """Return a statement as it stands alone: a clause that its sentence goes before begins so."""
    begins_within = voice.kind == "reported" and voice.text[:1].islower()
    return f"… {voice.text}" if begins_within else voice.text


def chronology_sheets(desk: Desk) -> Iterable[Sheet[ChronologyView]]:
    """Yield the chronology, oldest first, by year once it is long."""
    events = desk.corpus.events
    marks = desk.corpus.event_marks
    listed = runs(zip(events, marks, strict=True), _day)
    whole = hashed(b"".join(marks))
    for page in by_period(listed, _CHRONOLOGY, desk.wording, today=desk.corpus.newest):
        held = tuple([one for one, _ in page.items])
        first = page.href == _CHRONOLOGY  # its picture has all events
        one = PeriodPage(page.href, held, page.entries, page.links)
        make = partial(_chronology_view, desk, one, events if first else held)
        told = hashed(b"".join([mark for _, mark in page.items]))
        yield desk.sheet(page.href, make, page.links, page.entries, told, whole if first else None)


def _day(pair: tuple[Occurrence, bytes]) -> str:
    return pair[0].told.brief.date


def _chronology_view(
    desk: Desk, page: PeriodPage[Occurrence], drawn: Iterable[Occurrence]
) -> ChronologyView:
    title = desk.wording.text("nav_chronology")
    description = desk.wording.text("description_chronology", site=desk.corpus.dossier.title)
    return ChronologyView(
        chrome=desk.chrome("chronology", page.href, title=title, description=description),
        title=title,
        counts=desk.counts(("events", page.entries)),
        years=page.links,
        groups=tuple(_event_groups(desk, page.items)),
        chart=events_chart(desk, ((one.told.shown, one.told.brief) for one in drawn)),
    )


def _event_groups(desk: Desk, events: Iterable[Occurrence]) -> Iterable[EventGroup]:
    years: dict[str, list[EventItem]] = {}
    for one in events:
        years.setdefault(edtf.year_of(one.told.brief.date), []).append(event_item(desk, one))
    for year, items in years.items():
        yield EventGroup(id=f"y-{year}", title=year, events=tuple(items))


def voices_sheets(desk: Desk) -> Iterable[Sheet[VoicesView]]:
    """Yield the voices grouped by speaker, by year once there are many."""
    heard = [one for one in reversed(desk.corpus.shown.values()) if one.brief.voices]
    listed = runs(heard, date_of, lambda held: sum([len(one.brief.voices) for one in held]))
    for page in by_period(listed, "voices/", desk.wording):
        make = partial(_voices_view, desk, page)
        yield desk.sheet(page.href, make, page.links, page.entries, desk.digest_of_all(page.items))


def _voices_view(desk: Desk, page: PeriodPage[Shown]) -> VoicesView:
    voices = list(voices_of(page.items))
    title = desk.wording.text("nav_voices")
    description = desk.wording.text("description_voices", site=desk.corpus.dossier.title)
    groups = tuple(_voice_groups(desk, voices))
    speakers = tuple(
        Link(text=group.speaker, href=f"#{group.id}", count=group.count) for group in groups
    )
    return VoicesView(
        chrome=desk.chrome("voices", page.href, title=title, description=description),
        title=title,
        counts=desk.counts(("voices", page.entries)),
        years=page.links,
        speakers=speakers[:_SPEAKERS],
        others=speakers[_SPEAKERS:],
        more=desk.wording.count("more_speakers", len(speakers) - _SPEAKERS),
        groups=groups,
        chart=voices_chart(
            desk,
            ((one.shown, one.voice) for one in voices),
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
