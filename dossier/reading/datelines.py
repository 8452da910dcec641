"""The date of an article that states none, from the line in the text that says where it was sent.

"BERLIN, 13. September 2023 (dpa) – …", "LONDON, March 3, 2022 /PRNewswire/ -- …", and at the end
"Meldung der Agentur vom 12.01.2014". A date without a year tells nothing.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from dossier.model import Draft
from dossier.reading.dates import to_edtf

_DATE = (
    r"(?P<date>(?:\w{4,10}(?:tag|day|woch),? )?(?:den |the )?"
    r"(?:\d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄÖÜ][a-zä]{2,9}\.?) ?\d{4}|\d{4}-\d\d-\d\d"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}))"
)
_CAPITAL = r"[^\W\d_a-zäöüß][\w.’'/-]*"
_PLACE = rf"{_CAPITAL}(?:[ -](?:(?:am|an|der|im|bei|ob|on|upon|of|de|la|le) )?{_CAPITAL}){{0,3}}"
_AGENCY = r"(?: ?\([^()\d]{2,40}\)| ?/[\w -]{2,30}/)"
_FIRST = re.compile(
    rf"{_PLACE}(?:, [A-Z][\w. ]{{1,20}})?(?:{_AGENCY},?|,) {_DATE}{_AGENCY}?,?"
    r"(?: ?[–—:]| ?--?)+ (?=\S)"
)
_LAST = re.compile(
    r"(?:(?:Meldung|Bericht|Nachricht|Artikel) (?:der|des|von|aus) [^.:;]{2,50}(?:vom| am)"
    r"|(?:Stand|Datum|Date|Veröffentlicht|Erschienen|Published|Posted)(?: am| on)?:?) "
    rf"{_DATE}\b[^.]{{0,30}}\.?"
)
_LOOKED_AT = 120  # characters
_WHOLE = len("2023-09-13")


def with_date(draft: Draft) -> Draft:
    """Return a draft without a date with the day that its text states as its own, if it does."""
    if draft.date or not draft.blocks:
        return draft
    texts = [block.text for block in draft.blocks if block.type == "paragraph"]
    found = _FIRST.match(texts[0][:_LOOKED_AT]) if texts else None
    if found is None and len(texts) > 1 and len(texts[-1]) <= _LOOKED_AT:
        found = _LAST.fullmatch(texts[-1])
    date = to_edtf(found["date"]) if found else ""
    return replace(draft, date=date) if len(date) == _WHOLE else draft
