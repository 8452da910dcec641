"""When it happened: date expressions of an article, resolved to EDTF, and the events they date."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

from dossier.model import Block, DateMention, Event
from dossier.understanding import (
    date_words_de,
    date_words_en,
    dates_de,
    dates_en,
    quotations,
    sentences,
)
from dossier.understanding.dates import Found, Place, Reference, Rule

_LANGUAGES = {
    "de": (dates_de.RULES, date_words_de.tense),
    "en": (dates_en.RULES, date_words_en.tense),
}
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:-\d\d-\d\d|/\d|er\b|[’']?s\b|\.(?= ?\d\d?\.)|(?=\.))?")
# "since" and "until" tell how long something lasts, not that it happened then.
_SINCE = re.compile(
    r"\b(?:[Ss]eit(?: dem| der)?|[Bb]is(?: zum| in den)?|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y(?: the)?"
    r"|[Bb]efore|[Vv]or(?: dem)?|[Nn]ach(?: dem)?|[Aa]fter)(?: dem Jahr| Jahr|the)? $"
)
_LONGEST_EVENT = 600
_YEAR_DIGITS = 4


def find_dates(blocks: tuple[Block, ...], lang: str, article_date: str) -> tuple[DateMention, ...]:
    """Return the date expressions of an article's passages that mean a definite time.

    `article_date` is EDTF or ""; without it only absolute dates are found. No result is more
    precise than text and article date allow. Languages other than German and English give none.
    """
    language = _LANGUAGES.get(lang)
    if language is None:
        return ()
    rules, tense = language
    place = Place("", Reference.of(article_date), tense)
    return tuple(
        mention
        for block in blocks
        if block.is_passage
        for mention in _in_block(block, rules, place)
    )


def _triggers(text: str) -> set[str]:
    """Return the words of a paragraph and the kinds of number that occur in it."""
    found = set(_WORD.findall(text))
    for number in _NUMBER.findall(text):
        if number.isdigit() and len(number) != _YEAR_DIGITS:
            continue
        if number.isdigit():
            found.add("#year")
        elif "-" in number:
            found.update(("#iso", "#year"))
        elif "/" in number:
            found.update(("#slashed", "#year"))
        elif number.endswith("."):
            found.update(("#dotted", "#year"))
        else:
            found.add("#decade")
    return found


def _in_block(block: Block, rules: tuple[Rule, ...], place: Place) -> list[DateMention]:
    text = block.text
    words = _triggers(text)
    tried = [rule for rule in rules if not rule.triggers.isdisjoint(words)]
    if not tried:
        return []
    place = Place(text, place.reference, place.tense)
    spans: list[tuple[int, int, Found | None]] = []
    for rule in tried:
        for match in rule.pattern.finditer(text):
            start, end = match.span("date")
            if start < 0 or any(start < other[1] and other[0] < end for other in spans):
                continue
            # What cannot be resolved still keeps its words from being read otherwise.
            spans.append((start, end, _resolve(rule, match, place)))
    if not spans:
        return []
    quoted = quotations.find(text) if any(found and found.relative for _, _, found in spans) else ()
    return _mentions(block, sorted(spans, key=lambda span: span[:2]), quoted)


def _resolve(rule: Rule, match: re.Match[str], place: Place) -> Found | None:
    try:
        return rule.make(match, place)
    except OverflowError:  # the day before the first or after the last of the calendar
        return None


def _mentions(
    block: Block,
    spans: list[tuple[int, int, Found | None]],
    quoted: tuple[quotations.Quotation, ...],
) -> list[DateMention]:
    mentions = []
    told_year = ""
    for start, end, found in spans:
        if found is None:
            continue
        if found.relative:
            if any(q.start <= start < q.end for q in quoted):
                continue
            if told_year and found.edtf[:4] != told_year and _is_yearless(block.text[start:end]):
                continue  # "2017 … Im September": the story tells another year
        else:
            told_year = found.edtf[:4]
        mentions.append(
            DateMention(
                passage=block.id,
                start=start,
                end=end,
                text=block.text[start:end],
                edtf=found.edtf,
                modifier=found.modifier,
            )
        )
    return mentions


_MONTH_NAME = re.compile(
    r"\b(?:Jan|Feb|März|Mar|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|De[cz])[a-zä]*"
)


def _is_yearless(text: str) -> bool:
    return _MONTH_NAME.search(text) is not None


def find_events(
    blocks: tuple[Block, ...], dates: tuple[DateMention, ...], lang: str
) -> tuple[Event, ...]:
    """Return the sentences that are dated, one event for a sentence and date.

    "Seit 2022" and "until May" say how long, not when: they make no event.
    """
    by_passage: defaultdict[str, list[DateMention]] = defaultdict(list)
    for mention in dates:
        by_passage[mention.passage].append(mention)
    events: list[Event] = []
    for block in blocks:
        mentions = by_passage.get(block.id)
        if mentions and block.is_passage:
            events += _events_of(block, mentions, lang)
    return tuple(events)


def _events_of(block: Block, mentions: list[DateMention], lang: str) -> list[Event]:
    spans = sentences.split(block.text, lang)
    starts = [start for start, _ in spans]
    events = []
    seen = set()
    for mention in mentions:
        place = bisect_right(starts, mention.start) - 1
        if place < 0 or _SINCE.search(block.text[max(0, mention.start - 24) : mention.start]):
            continue
        start, end = spans[place]
        if mention.end > end or end - start > _LONGEST_EVENT or (start, mention.edtf) in seen:
            continue
        seen.add((start, mention.edtf))
        events.append(
            Event(
                passage=block.id,
                start=start,
                end=end,
                text=block.text[start:end],
                date=mention.edtf,
                modifier=mention.modifier,
            )
        )
    return events
