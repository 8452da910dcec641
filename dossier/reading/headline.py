"""A title for a text that has none: its lead, cut where it may be cut."""

from __future__ import annotations

import re

from dossier.reading.lines import looks_german

LONGEST = 80  # characters, the ellipsis included
_SAMPLE = 1_000  # characters of the lead that are looked at
_SHORTEST_CLAUSE = 30  # characters; a clause that ends earlier says too little to be a title

_SENTENCE_END = re.compile(r"[.!?…]+[\"'“”»«’)\]]*(?=\s+[\"'„“”»«‚‘(\[]*[A-ZÄÖÜ0-9]|\s*$)")
_NO_SENTENCE_END = re.compile(
    r"(?:^|[\s(„\"])(?:\d{1,2}|[A-Za-z]|Dr|Prof|St|Nr|No|Mr|Mrs|Ms|Jr|Sr|Sen|Rep|Gen|Gov|Lt|Col"
    r"|Sgt|bzw|ca|etc|vgl|usw|Mio|Mrd|Jan|Feb|Aug|Sept|Sep|Okt|Oct|Nov|Dez|Dec|U\.S|U\.N|z\.B"
    r"|d\.h|u\.a|e\.g|i\.e|a\.m|p\.m|[A-Z]\.[A-Z])\.$"
)
_CLAUSE_END = re.compile(r"[,;:]?\s+[–—-]\s+|[,;:]\s+")
DATELINE = re.compile(
    r"^(?P<place>[A-ZÄÖÜ][\w.’'-]*(?:[ /-]+[\w.’'-]+){0,4}?(?:,\s[^()–—]{1,24})?)?\s*"
    r"\((?P<agency>[A-Za-z][\w. ]{1,11}(?:[/,]\s?[A-Za-z][\w. ]{1,11}){0,3})\)"
    r"(?:\s*[-–—]|(?<=\))\s*:|\.\s*[-–—])\s+"
)
# What no title ends on: articles, prepositions, conjunctions, pronouns, short verbs.
_DANGLING_WORDS = (
    "der die das den dem des ein eine einen einem einer eines kein keine keinen mein sein seine "
    "seinen seinem seiner ihr ihre ihren ihrem ihrer dieser diese dieses diesem diesen jeder jede "
    "in im an am auf aus bei beim bis durch für gegen mit nach ohne seit über um unter von vom vor "
    "während wegen zu zum zur zwischen ab ob als wie dass daß weil wenn und oder aber sondern "
    "sowie auch nicht noch nun so sehr ist sind war waren wird werden hat haben hatte sich es er "
    "sie wir man "
    "the a an his her its their our my your this that these those of to in on at by for from with "
    "without as into over under about between and or but nor so than that which who whose if "
    "because while when is are was were be been has have had will would not it he she they "
    "we"
)
_DANGLING = frozenset(_DANGLING_WORDS.split())
_ADJECTIVE = re.compile(r"[a-zäöüß-]+(?:en|er|em|es|e)$")
_OPEN_CLOSE = {"(": ")", "[": "]", "„": "“", "«": "»", "“": "”"}


def from_lead(lead: str) -> str:
    """Return a title of at most 80 characters made from the first sentence of `lead`.

    It is cut at the end of a clause or a word, never after a word that needs another, and
    ends in "…" when cut.
    """
    lead = DATELINE.sub("", lead[:_SAMPLE], count=1)
    sentence = first_sentence(lead)
    whole = _shorn(sentence)
    if len(whole) <= LONGEST:
        return whole
    room = LONGEST - 2  # for the ellipsis, and a quotation mark to close
    ends = [match.start() for match in _CLAUSE_END.finditer(sentence) if match.start() <= room]
    if ends and ends[-1] >= _SHORTEST_CLAUSE and _is_closed(sentence[: ends[-1]]):
        return _close(sentence[: ends[-1]]) + "…"
    return _cut_at_word(sentence, room) + "…"


def first_sentence(text: str) -> str:
    """Return the first sentence of `text`; abbreviations and ordinals do not end one."""
    for match in _SENTENCE_END.finditer(text):
        if not _NO_SENTENCE_END.search(text[: match.start() + 1]):
            return text[: match.end()]
    return text


def _shorn(sentence: str) -> str:
    """Drop the full stop, but not that of an abbreviation."""
    return re.sub(r"(?<!\.)(?<!\b[A-Z])\.$", "", sentence.strip())


def _cut_at_word(sentence: str, room: int) -> str:
    head = sentence[:room]
    if not sentence[room].isspace() and " " in head:
        head = head.rsplit(maxsplit=1)[0]
    following = sentence[len(head) :].lstrip()
    german = looks_german(sentence)
    words = _close(head).split()
    while len(words) > 1 and _needs_more(words[-1], following, german=german):
        following = words.pop()
        words = _close(" ".join(words)).split()
    return " ".join(words)


def _is_closed(clause: str) -> bool:
    words = _close(clause).split()
    return bool(words) and not _needs_more(words[-1], "", german=False)


def _needs_more(word: str, following: str, *, german: bool) -> bool:
    bare = word.strip("\"'„“”»«(),;:–—-")
    if not bare or bare.lower() in _DANGLING:
        return True
    # A German noun is written with a capital: an adjective before it must not stand alone.
    return german and following[:1].isupper() and bool(_ADJECTIVE.fullmatch(bare))


def _close(text: str) -> str:
    """Take away what hangs at the end: commas, dashes, a bracket or quotation left open."""
    text = text.rstrip(" ,;:–—-(„\"'«")
    for opening, closing in _OPEN_CLOSE.items():
        start = text.rfind(opening)
        if start > LONGEST // 2 and closing not in text[start:]:
            text = text[:start].rstrip(" ,;:–—-")
    if text.count('"') % 2:
        start = text.rfind('"')
        text = text[:start].rstrip(" ,;:–—-") if start > LONGEST // 2 else f'{text}"'
    return text.rstrip(" .…")
