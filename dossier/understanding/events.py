"""What happened when: the dated sentences of an article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import chain

from dossier import edtf
from dossier.found import DateMention, Event, Mention
from dossier.model import Block
from dossier.understanding import quotations, references, sentences
from dossier.understanding.lexicon import word_set
from dossier.understanding.remembered import MOST_PIECES, Remembered
from dossier.understanding.where import place_of
from dossier.understanding.words import fold, stem

# "since" and "until" tell how long something lasts, not that it happened then.
_SINCE = re.compile(
    r"\b(?:[Ss]eit(?: dem| der)?|[Bb]is(?: zum| in den)?|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y(?: the)?"
    r"|[Bb]efore|[Vv]or(?: dem)?|[Nn]ach(?: dem)?|[Aa]fter)(?: dem Jahr| Jahr|the)? $"
)
# "Bundestagswahl 2021", "WM 2006": the year is part of a name.
_NAME_BEFORE = re.compile(
    r"(?!Jahr|Jahre|Sommer|Winter|Herbst|Früh|In|Im|Seit|Bereits|Schon|Erst|Auch|Und|Doch|Ende"
    r"|Anfang|Mitte|By|Year)[A-ZÄÖÜ][\w-]* $"
)
_LONGEST_EVENT = 600
# Years after the article's: plans and goals are set for a generation ("klimaneutral bis 2045").
# Of 1,300 events of the samples one lay farther ahead, a forecast of a population for 2050.
_FARTHEST_AHEAD = 30
_CENTURY = "XX"  # tells an age, not when something happened
_CLOSING = " \"'”“’‘»«)"
_WORD = re.compile(r"[^\W_]{3,}")
# Words that tell nothing of what happened.
_STOP = word_set(
    "aber alle als also auch auf aus bei beim bis dann das dass dem den denen der deren des die "
    "dies diese dieser doch durch ein eine einem einen einer eines für gegen hat haben hatte "
    "hatten ihm ihn ihr ihre ihren ihrer ist kann kein keine mehr mit nach nicht noch nun nur oder "
    "ohne sagte sein seine seiner seit sich sie sind soll über und uns unter vom von vor war waren "
    "was weil wenn werden wie wieder wird wurde wurden worden zum zur zwei zwischen "
    "about after all also and any are been before but can could for from had has have her his into "
    "its more not off one only our out over said says she that the their them they this than was "
    "were what when which while who will with would year years jahr jahre jahren"
)


def find_events(
    blocks: tuple[Block, ...],
    dates: tuple[DateMention, ...],
    lang: str,
    *,
    article_date: str = "",
    mentions: Sequence[Mention] = (),
) -> tuple[Event, ...]:
    """Return the sentences that are dated, one event for a sentence and date.

    `mentions` are the names found in the article: places among them tell where it happened, see
    `where.place_of`. `article_date` is EDTF or "": no event lies more than a generation after it.

    "Seit 2022" and "until May" say how long, not when: they make no event, nor does what stands
    in a quotation or in a list of sources, nor a question, nor a century, nor a lifetime.
    """
    by_passage: defaultdict[str, list[DateMention]] = defaultdict(list)
    latest = _latest(article_date)
    for mention in dates:
        if not _is_absurd(mention.edtf, latest):
            by_passage[mention.passage].append(mention)
    places: defaultdict[str, list[Mention]] = defaultdict(list)
    for name in mentions:
        if name.kind == "place":
            places[name.passage].append(name)
    events: list[Event] = []
    for block in blocks:
        dated = by_passage.get(block.id)
        if dated and block.is_passage:
            events += _events_of(block, dated, lang, places.get(block.id, ()))
    return tuple(events)


def _latest(article_date: str) -> int:
    """Return the last year in which an event may lie."""
    year = edtf.year_of(article_date)
    return int(year) + _FARTHEST_AHEAD if year.isdigit() else date.max.year


def _is_absurd(value: str, latest: int) -> bool:
    """Whether a date is too far ahead for an event, or too wide."""
    if value[2:4] == _CENTURY:
        return True
    return value[:4].isdigit() and int(value[:4]) > latest


def gist(text: str, lang: str) -> str:
    """Return the telling words of a sentence, stemmed, each once.

    >>> gist("Kim traf Putin am 13. September.", "de")
    'kim putin septemb traf'
    """
    return " ".join(sorted(set(chain.from_iterable(map(_telling(lang).__getitem__, text.split())))))


@lru_cache(maxsize=8)
def _telling(lang: str) -> Remembered[tuple[str, ...]]:
    """Return the stems of what stands between blanks, without what tells nothing."""

    def stems(piece: str) -> tuple[str, ...]:
        folded = map(fold, _WORD.findall(piece))
        return tuple([stem(word, lang) for word in folded if word not in _STOP])

    return Remembered(stems, MOST_PIECES)


def _events_of(
    block: Block, mentions: list[DateMention], lang: str, places: Sequence[Mention]
) -> list[Event]:
    text = block.text
    dating = _dating(text, mentions)
    if not dating:
        return []
    spans = sentences.split(text, lang)
    starts = [start for start, _ in spans]
    events = []
    seen = set()
    for mention in dating:
        number = bisect_right(starts, mention.start) - 1
        if number < 0:
            continue
        start, end = spans[number]
        if mention.end > end or end - start > _LONGEST_EVENT or (start, mention.edtf) in seen:
            continue
        if not _tells(text[start : mention.start], text[mention.end : end]):
            continue
        seen.add((start, mention.edtf))
        events.append(
            Event(
                passage=block.id,
                start=start,
                end=end,
                text=text[start:end],
                date=mention.edtf,
                modifier=mention.modifier,
                place=place_of(text, (start, end), mention, places) if places else "",
                gist=gist(text[start:end], lang),
            )
        )
    return events


def _tells(before: str, behind: str) -> bool:
    """Whether a sentence tells something, by what stands around its date.

    A question does not, nor does a line of place and day: "THE WHITE HOUSE, June 13, 2022."
    """
    if behind.rstrip(_CLOSING).endswith("?"):
        return False
    return any(match[0].islower() for match in _WORD.finditer(f"{before} {behind}"))


def _dating(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Return the dates on which something happened, as the article itself tells it."""
    quoted = quotations.find(text) if quotations.MARKS.search(text) else ()
    cited = references.has_citations(text)
    return [
        mention
        for mention in mentions
        if not _SINCE.search(text, max(0, mention.start - 24), mention.start)
        and not any(q.start <= mention.start < q.end for q in quoted)
        and not (mention.text.isdigit() and _is_name(text, mention.start))
        and not _is_lifetime(text, mention)
        and not (cited and references.is_cited(text, mention.start))
    ]


def _is_lifetime(text: str, mention: DateMention) -> bool:
    """Whether years in brackets tell when somebody lived: "Milena Jesenská (1896–1944)"."""
    around = text[max(0, mention.start - 1) : mention.start] + text[mention.end : mention.end + 1]
    return around == "()" and "/" in mention.edtf


def _is_name(text: str, start: int) -> bool:
    word = text.rfind(" ", 0, max(start - 1, 0)) + 1
    return _NAME_BEFORE.match(text, word, start) is not None
