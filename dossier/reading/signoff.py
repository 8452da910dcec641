"""What stands below a text: the agencies it came from, the initials of who edited it."""

from __future__ import annotations

import re

from dossier.reading.header import AGENCIES, agencies

_LABELLED = re.compile(
    r"^(?:quellen?|source|mit\s+(?:material|informationen|agenturmaterial)\s+(?:von|der))\s*:?\s+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[,/;&+|]\s*|\s+(?:und|and)\s+|\s*[()]\s*")
_INITIALS = re.compile(r"[a-zäöü]{2,4}|[A-ZÄÖÜ]{2,5}")
_OUTLET = re.compile(r"[A-ZÄÖÜ][\w.-]*(?:\s[A-ZÄÖÜ][\w.-]*){0,2}|[\w-]+\.[a-z]{2,8}")
_AT_END = re.compile(r"\(([^()]{2,40})\)[\s.]*$")
_LONGEST = 60  # characters


def is_signoff(text: str) -> bool:
    """Whether a block only says who made the text: `(dpa/AFP)`, `Quelle: ntv.de, mau/dpa`."""
    return bool(_signers(text))


def signed_by(text: str) -> tuple[str, ...]:
    """Return the agencies that sign a block or stand in brackets at its end."""
    end = _AT_END.search(text)
    found = agencies(end[1]) if end else ()
    return found or tuple(name for name in _signers(text) if name.lower() in AGENCIES)


def _signers(text: str) -> list[str]:
    """Return all names of a block that holds nothing else, [] if it holds more."""
    text = text.strip(" *–—-.")
    if not text or len(text) > _LONGEST:
        return []
    bare = _LABELLED.sub("", text, count=1)
    names = [name for part in _BETWEEN.split(bare) if (name := part.strip(" ."))]
    are_known = [name.lower() in AGENCIES for name in names]
    others = [name for name, is_known in zip(names, are_known, strict=True) if not is_known]
    if not all(_INITIALS.fullmatch(name) or _OUTLET.fullmatch(name) for name in others):
        return []
    in_brackets = text.startswith("(") and text.endswith(")")
    initials_only = in_brackets and all(_INITIALS.fullmatch(name) for name in others)
    return names if any(are_known) or bare != text or initials_only else []
