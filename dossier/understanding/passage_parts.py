"""What a passage with masked quotations is made of: report line, sentences, lone quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

ONLY_QUOTED = re.compile(r"\x02\x01+[.!?…,]*\x03*[.!?…]*")
_ALL_QUOTED = re.compile(r"\s*(?:\x02\x01+[^\x01-\x03\w]*\x03*[\s,.–—-]*)+")
_ENDS = re.compile(r"[.!?…]$")
BYLINE = re.compile(r"\s[–—-]\s?(?P<name>[^\W\d_a-z][^.,\n–—]{2,60})$")
# "BERLIN (dts Nachrichtenagentur) – ": where and by whom a report was sent.
DATELINE = re.compile(
    r"(?:[^\W\d_a-z][\w/.-]*(?:,? [^\W\d_a-z][\w/.-]*){0,2} )?"
    r"(?:\([^()]*(?:dpa|AFP|\bAP\b|[Rr]euters|dts|KNA|epd|\bSID\b|APA|[Aa]gentur|Dow Jones|Xinhua"
    r"|Yonhap|Interfax|Tass)[^()]*\)(?: ?[–—-]{1,2} ?| )|(?<=[A-ZÄÖÜ]{4} )[–—] )(?=\S)"
)
ENDINGS = ("?\x03", "!\x03", ".\x03")
FEWEST_WORDS = 3


def clauses(masked: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Cut sentences at semicolons: each side may have a speaker of its own."""
    for start, end in spans:
        begin = start
        while (place := masked.find("; ", begin, end)) >= 0:
            yield begin, place + 1
            begin = place + 2
        yield begin, end


def is_direct(span: str, *, first: bool) -> bool:
    """Whether the quotations of a masked span are its whole statement, not fragments of it."""
    if first:
        return _ALL_QUOTED.fullmatch(span) is not None
    return span.lstrip().startswith("\x02")


def is_full_sentence(text: str) -> bool:
    """Whether quoted words are a sentence: a large letter, a few words, a mark at the end."""
    return (
        text.count(" ") >= FEWEST_WORDS - 1
        and not text[0].islower()
        and _ENDS.search(text) is not None
    )
