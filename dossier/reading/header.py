"""The head of a plain text: what its first lines say about it, taken out of the text."""

from __future__ import annotations

import re

from dossier.reading import metadata
from dossier.reading.dates import to_edtf
from dossier.reading.metadata import Metadata

# ` date 2023-09 Lange war …`: the date glued before the first sentence. Without a colon only
# what cannot be read as a sentence ("date 2023 was a good year") counts.
_GLUED = re.compile(
    r"\s*(?:date|datum)(?P<colon>\s*[:=])?\s*"
    r"(?P<date>\d{4}-\d\d(?:-\d\d)?|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{4}(?=\s))[ \t]+(?=\S)",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\s*(?P<key>[A-Za-zÄÖÜäöüß][A-Za-zÄÖÜäöüß _-]{1,24}?)\s*:\s+(?P<value>\S.*)")
_UPDATED = re.compile(
    r"\s*(?:zuletzt\s+)?(?:aktualisiert|updated|geändert)\b.{0,60}", re.IGNORECASE
)
_NAME = (
    r"(?:(?:Dr|Prof|[A-ZÄÖÜ])\.\s*)*[A-ZÄÖÜ][\w'’.-]+"
    r"(?:\s+(?:(?:von|van|de|del|der|den|di|da|bin|al|zu)\s+)*[A-ZÄÖÜ][\w'’.-]*){1,3}"
)
_BYLINE = re.compile(
    rf"\s*(?:Von|VON|By|BY)\s+(?P<names>{_NAME}(?:(?:,\s*|\s+(?:und|and|&)\s+){_NAME}){{0,4}})"
    r"(?:\s*[,|/]\s*[\w ./-]{2,40}|\s*\([\w ./-]{2,40}\))?\s*"
)
_PLACE = re.compile(r"\s*[A-ZÄÖÜ][\w.-]+(?:\s[A-ZÄÖÜ][\w.-]+)?,\s+(?=(?:den\s+)?\d|[A-Z])")
_SEPARATOR = re.compile(r"\s+[|·•–—]\s+")
_KEYS = {
    **dict.fromkeys(("title", "titel", "headline", "überschrift", "schlagzeile"), "title"),
    **dict.fromkeys(("date", "datum", "veröffentlicht", "veröffentlicht_am", "published"), "date"),
    **dict.fromkeys(("erschienen", "erschienen_am", "stand", "published_on"), "date"),
    **dict.fromkeys(("author", "authors", "autor", "autorin", "autoren", "byline"), "authors"),
    **dict.fromkeys(("von", "by", "verfasser"), "authors"),
    **dict.fromkeys(("source", "quelle", "medium", "zeitung", "outlet", "publisher"), "source"),
    **dict.fromkeys(("url", "link", "adresse", "permalink", "source_url"), "url"),
    **dict.fromkeys(("language", "lang", "sprache"), "lang"),
    **dict.fromkeys(("agentur", "agenturen", "agency"), "agency"),
    **dict.fromkeys(("abgerufen", "abgerufen_am", "accessed", "retrieved"), "accessed"),
    **dict.fromkeys(("description", "teaser", "vorspann", "summary", "untertitel"), "description"),
}
_AGENCY_WORDS = (
    "afp ap apa dpa reuters epd kna dapd ddp sid rtr rtrd tass itar-tass yonhap kyodo xinhua ansa "
    "pa upi efe ria interfax kcna bloomberg sda ats keystone-sda ntb tt ritzau belga anp"
)
AGENCIES = frozenset(_AGENCY_WORDS.split())
_READERS = {
    "date": to_edtf,
    "accessed": to_edtf,
    "lang": metadata.language,
    "url": metadata.web_address,
}
_LONGEST = {"title": 200, "authors": 150, "source": 80, "description": 600}  # characters
_LONGEST_LINE = 300  # characters, except for a standfirst with its key; a longer line is text
_MOST_LINES = 14  # a head is not longer; further down such lines are the article's
_MOST_OTHERS = 3  # kicker, headline, standfirst may stand between the lines of a head


def take(text: str) -> tuple[Metadata, str]:
    """Return what the first lines of `text` state, and the text without them."""
    glued = _GLUED.match(text)
    if glued and (glued["colon"] or not glued["date"].isdigit()):
        date = to_edtf(glued["date"])
        if date:
            return Metadata(date=date), text[glued.end() :]
    return _take_lines(text)


def agencies(names: str) -> tuple[str, ...]:
    """Return the agencies in `dpa/AFP`; () if any of the names is no agency's."""
    found = tuple(name.strip() for name in re.split(r"[/,;+&]|\bund\b|\band\b", names))
    return found if all(name.lower() in AGENCIES for name in found) else ()


def _take_lines(text: str) -> tuple[Metadata, str]:
    """Take lines as long as a head may last; an empty line stays where one was taken."""
    lines = text.split("\n", _MOST_LINES)
    values: dict[str, object] = {}
    others = 0
    for index, line in enumerate(lines[:_MOST_LINES]):
        if not line.strip():
            continue
        stated = _stated(line, known=bool(values))
        if stated and not stated.keys() & values.keys():
            values |= stated
            lines[index] = ""
        elif _UPDATED.fullmatch(line):
            lines[index] = ""
        else:
            others += 1
            if others > _MOST_OTHERS or len(line) > _LONGEST_LINE:
                break
    if not values:
        return Metadata(), text
    return metadata.from_values(values), "\n".join(lines)


def _stated(line: str, *, known: bool) -> dict[str, object]:
    """Return what a line states, all of it; {} if it is text."""
    pair = _PAIR.fullmatch(line)
    if pair:
        return _from_pair(metadata.key_name(pair["key"]), pair["value"].strip(), known=known)
    if len(line) > _LONGEST_LINE:
        return {}
    stated: dict[str, object] = {}
    for part in _SEPARATOR.split(line.strip()):
        found = _from_part(part)
        if not found or found.keys() & stated.keys():
            return {}
        stated |= found
    return stated


def _from_pair(key: str, value: str, *, known: bool) -> dict[str, object]:
    field = _KEYS.get(key, "")
    if not field or len(value) > _LONGEST.get(field, 120):
        return {}
    if field == "source" and agencies(value):
        return {"agency": agencies(value)}
    if field == "description" and not known:  # alone, it may be the text's own
        return {}
    read = _READERS.get(field)
    value = read(value) if read else value
    return {field: value} if value else {}


def _from_part(part: str) -> dict[str, object]:
    byline = _BYLINE.fullmatch(part)
    if byline:
        return {"authors": byline["names"]}
    date = to_edtf(_PLACE.sub("", part, count=1)) or to_edtf(part)
    return {"date": date} if len(date) > len("2023") else {}
