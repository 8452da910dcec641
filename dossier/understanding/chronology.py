"""When it happened: the date expressions of an article, resolved to EDTF."""

from __future__ import annotations

import re

from msgspec.structs import replace

from dossier.found import DateMention
from dossier.model import Block
from dossier.understanding import (
    date_rules_de,
    date_rules_en,
    date_words_de,
    date_words_en,
    quotations,
    sentences,
)
from dossier.understanding.dates import Found, Place, Reference, Rule
from dossier.understanding.remembered import whole_word

_LANGUAGES = {
    "de": (date_rules_de.RULES, date_words_de.tense),
    "en": (date_rules_en.RULES, date_words_en.tense),
}
_NUMBER = re.compile(r"\d\d*(?:-\d\d-\d\d|/\d|ern?\b|[’']?s\b|\.(?= ?\d\d?\.)|(?=\.))?")
_YEAR_DIGITS = 4
_MONTH_NAME = re.compile(
    r"\b(?:Jan|Feb|März|Mar|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|De[cz])[a-zä]*"
)


def _by_trigger(rules: tuple[Rule, ...]) -> dict[str, tuple[int, ...]]:
    """Return at which places among the rules those of each trigger stand."""
    found: dict[str, tuple[int, ...]] = {}
    for number, rule in enumerate(rules):
        for trigger in rule.triggers:
            found[trigger] = (*found.get(trigger, ()), number)
    return found


_TRIGGERS = {id(rules): _by_trigger(rules) for rules, _ in _LANGUAGES.values()}
_WANTED = {
    id(rules): frozenset(word for rule in rules for word in (*rule.triggers, *rule.needs))
    for rules, _ in _LANGUAGES.values()
}
_REACH = 60  # characters: no pattern is longer, before or after the word that is looked for
_SENTENCE_END = re.compile(r"(?<!\d)[.!?] ")

_YEAR = re.compile(r"\d{4}")
# A year that only bounds something is not the year of the story.
_SPAN = re.compile(r"\b(?:[Ss]eit|[Bb]is|[Ss]ince|[Uu]ntil|[Vv]on|[Ff]rom)(?: \w+)? $")

_Match = tuple[int, int, Rule, "re.Match[str]"]


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


def _places(text: str, wanted: frozenset[str]) -> dict[str, list[tuple[int, int]]]:
    """Return where the wanted words and kinds of number stand in a paragraph."""
    found = {
        word: [match.span() for match in whole_word(word).finditer(text)]
        for word in wanted.intersection(sentences.words(text))
    }
    lone = others = 0  # years; dates, days and decades
    for match in _NUMBER.finditer(text):
        number = match[0]
        if number.isdigit() and len(number) == _YEAR_DIGITS:
            lone += 1
        else:
            others += 1
        for kind in _kinds(number):
            found.setdefault(kind, []).append(match.span())
    if others:
        found["#number"] = []
    if lone + others > 1:
        found["#years"] = []
    return found


def _kinds(number: str) -> tuple[str, ...]:
    if number.isdigit():
        return ("#year",) if len(number) == _YEAR_DIGITS else ()
    if "-" in number:
        return ("#iso", "#year")
    if "/" in number:
        return ("#slashed", "#year")
    return ("#dotted", "#year") if number.endswith(".") else ("#decade",)


def _windows(
    triggers: frozenset[str], places: dict[str, list[tuple[int, int]]]
) -> list[tuple[int, int]]:
    """Return the stretches of text in which a rule can match: around its words."""
    spans = sorted([span for trigger in triggers & places.keys() for span in places[trigger]])
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        begin = max(0, start - _REACH)
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], end + _REACH)
        else:
            joined.append((begin, end + _REACH))
    return joined


def _in_block(block: Block, rules: tuple[Rule, ...], place: Place) -> list[DateMention]:
    text = block.text
    places = _places(text, _WANTED[id(rules)])
    if not places:
        return []
    by_trigger = _TRIGGERS[id(rules)]
    windows: dict[frozenset[str], list[tuple[int, int]]] = {}
    matches: list[_Match] = []
    for number in sorted({number for trigger in places for number in by_trigger.get(trigger, ())}):
        rule = rules[number]
        if rule.holds not in text or (rule.needs and rule.needs.isdisjoint(places)):
            continue
        around = windows.get(rule.triggers)
        if around is None:
            around = windows[rule.triggers] = _windows(rule.triggers, places)
        for begin, stop in around:
            for match in rule.pattern.finditer(text, begin, stop):
                start, end = match.span("date")
                if start >= 0 and not any(start < one[1] and one[0] < end for one in matches):
                    # What cannot be resolved still keeps its words from being read otherwise.
                    matches.append((start, end, rule, match))
    if not matches:
        return []
    matches.sort(key=lambda one: one[:2])
    return _mentions(block, matches, place)


def _mentions(block: Block, matches: list[_Match], place: Place) -> list[DateMention]:
    """Resolve the matches in the order of the text, those in quotations after all others."""
    quoted = quotations.find(block.text) if quotations.MARKS.search(block.text) else ()
    spoken: list[tuple[quotations.Quotation, _Match]] = []
    told: list[DateMention] = []
    for one in matches:
        quotation = next((q for q in quoted if q.start <= one[0] < q.end), None)
        if quotation:
            spoken.append((quotation, one))
            continue
        previous = told[-1].edtf if told else ""
        found = _resolve(one, Place(block.text, place.reference, place.tense, previous))
        if found and found.relative and place.tense(block.text, *one[:2]) != "future":
            found = _in_told_year(found, one, told)
        if found:
            told.append(_mention(block, one, found))
    said = []
    for quotation, one in spoken:
        said_on = _speech(quotation, block.text, told, place.reference)
        found = _resolve(one, Place(block.text, said_on, place.tense))
        if found:
            said.append(_mention(block, one, found))
    return sorted(told + said, key=lambda mention: mention.start)


def _resolve(one: _Match, place: Place) -> Found | None:
    _, _, rule, match = one
    try:
        return rule.make(match, place)
    except OverflowError:  # the day before the first or after the last of the calendar
        return None


def _mention(block: Block, one: _Match, found: Found) -> DateMention:
    start, end, _, _ = one
    return DateMention(
        passage=block.id,
        start=start,
        end=end,
        text=block.text[start:end],
        edtf=found.edtf,
        modifier=found.modifier,
    )


def _in_told_year(found: Found, one: _Match, told: list[DateMention]) -> Found | None:
    """Move a month without a year into the year of the day or month told before it.

    "Am 3. März 2017 kam er. Im September ging er": a story goes on in its own year. After a mere
    year in the sentence before ("2017 kam er. Im September …") nobody knows.
    """
    if not told or _MONTH_NAME.search(one[3]["date"]) is None:
        return found
    before, text = told[-1], one[3].string
    if "/" in before.edtf or found.edtf[:4] <= before.edtf[:4] or not _YEAR.search(before.text):
        return found
    if len(before.edtf) > _YEAR_DIGITS:
        return replace(found, edtf=found.edtf.replace(found.edtf[:4], before.edtf[:4]))
    near = len(_SENTENCE_END.findall(text, before.end, one[0])) <= 1
    return None if near and not _SPAN.search(text, 0, before.start) else found


def _speech(
    quotation: quotations.Quotation,
    text: str,
    told: list[DateMention],
    reference: Reference | None,
) -> Reference | None:
    """Return the day on which something was said, as far as its sentence or passage tells it.

    Nothing said is dated by the article's own day: it may have been said before.
    """
    if reference is None or reference.day is None:
        return reference
    for mention in told:
        if mention.start >= quotation.outer_end:
            between = text[quotation.outer_end : mention.start]
            if _SENTENCE_END.search(between) is None and _is_past(mention, reference):
                return Reference.of(mention.edtf)
            break
    for mention in reversed(told):
        if mention.end <= quotation.outer_start and _is_past(mention, reference):
            return Reference.of(mention.edtf)
    return Reference(reference.year, reference.month)


def _is_past(mention: DateMention, reference: Reference) -> bool:
    span = Reference.of(mention.edtf)
    return bool(span and span.day and reference.day and span.day <= reference.day)
