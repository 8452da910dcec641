"""The credit of a picture, told apart from what the caption says."""

from __future__ import annotations

import re

_LABEL = (
    r"(?:Bild(?:er|quelle|rechte|nachweis|agentur)?|Foto(?:s|credit|graf|grafie|quelle)?"
    r"|Photo(?:s|graph|graphs|graphy|graphie|[ ]?credit|[ ]by)?|Picture|Image(?:s|[ ]credit)?"
    r"|Credit|Symbolbild|Symbolfoto|Archivbild|Archivfoto|Grafik|Graphic|Quelle|Source)"
)
_LABELLED = re.compile(
    rf"^(?P<text>.*?)(?P<open>[(\[|/–—-]?)\s*(?<![^\W_])(?P<label>{_LABEL})"
    r"(?:\s*:\s*|(?<=by)\s+)(?P<credit>\S.{0,158}?)[)\]]?\.?$",
    re.DOTALL,
)
_COPYRIGHT = re.compile(
    r"^(?P<text>.*?)[(\[|]?\s*(?:©|(?<!\S)\([cC]\)|&copy;)\s*(?P<credit>\S.{0,150}?)[)\]]?\.?$",
    re.DOTALL,
)
# Names of agencies and picture libraries as they stand in credits; a closed list.
_AGENCY = re.compile(
    r"(?<!\w)(?:picture[ -]?alliance|Getty(?: ?Images)?|AP(?: ?Photo)?|AFP|Reuters|REUTERS|dpa"
    r"|imago(?: ?images)?|IMAGO|epa|EPA|KCNA|Korean Central News Agency|TASS|Tass|Xinhua|Sputnik"
    r"|Kyodo|Yonhap|ddp|epd|KNA|APA|Keystone|ANSA|Anadolu|AA|NurPhoto|ZUMA(?: Press)?|Shutterstock"
    r"|Unsplash|Pixabay|Pexels|Adobe ?Stock|iStock(?:photo)?|Alamy|Bloomberg|ABACA|SIPA"
    r"|Wikimedia(?: Commons)?|Flickr|UPI|PA(?: Images| Media| Wire)?|The Canadian Press|Magnum"
    r"|CC[ -]BY(?:-[A-Z]{2})*|CC0|NASA|ESA|DVIDS|Pool|POOL|privat|dapd|ullstein(?: ?bild)?)(?!\w)"
)
_BARE = re.compile(r"^(?P<text>.{12,}?)\s*(?:[|/]\s*|\()(?P<credit>[^|()]{2,120})\)?$", re.DOTALL)
_RIGHTS_NOTICE = re.compile(
    r"\b(?:1[89]|20)\d\d\b|Rechte vorbehalten|rights reserved|Impressum", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…][\"'“”»«’)\]]*\s*$")
# Words in lower case that credits hold; any other makes it a sentence.
_PARTICLE_WORDS = (
    "von van de der den del della di da du la le al el bin ibn und and für for via by über the of "
    "dos das y e i a dpa afp ap epa ddp epd picture alliance imago images privat private archiv "
    "getty reuters unsplash pixabay shutterstock pool istock photo photos foto zb in im"
)
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_ARTICLES = re.compile(
    r"(?:^|\s)(?:ein|eine|einem|das|dem|dieses|diesem|the|a|an|this)\s*$", re.IGNORECASE
)
# What must be there for a pattern to fit; ten times as fast as finding out by the pattern.
_TELLTALE = {
    _LABELLED: re.compile(r":|\bby\b"),
    _COPYRIGHT: re.compile(r"©|\([cC]\)|&copy;"),
    _BARE: re.compile(r"[|/(]"),
}
LONGEST_CAPTION = 400  # characters; a longer block is a paragraph that mentions a picture


def split_credit(text: str) -> tuple[str, str] | None:
    """Return caption and credit if `text` is a picture's caption with its credit, else None.

    The caption may be empty (a bare `Foto: dpa`).

    >>> split_credit("Kim bei der Abfahrt Bild: KCNA/AP")
    ('Kim bei der Abfahrt', 'KCNA/AP')
    >>> split_credit("Er zeigte ein Foto: Kim lacht.") is None
    True
    """
    if len(text) > LONGEST_CAPTION:
        return None
    for pattern in (_LABELLED, _COPYRIGHT, _BARE):
        match = pattern.match(text) if _TELLTALE[pattern].search(text) else None
        if match is None:
            continue
        caption, credit = match["text"].strip(" \t\n|/(–—-"), match["credit"].strip(" \t\n|()[]")
        if credit and _is_credit(pattern, match, caption, credit):
            return caption, _without_labels(credit)
    return None


def _is_credit(pattern: re.Pattern[str], match: re.Match[str], caption: str, credit: str) -> bool:
    named = bool(_AGENCY.search(credit))
    if pattern is _BARE:
        # Without a label, only a closed list and a caption that does not end like a sentence.
        rest = _AGENCY.sub("", credit).strip(" /,.&+|-")
        return named and (not rest or _are_names(rest)) and not _SENTENCE_END.search(caption)
    if _RIGHTS_NOTICE.search(credit):
        return False
    if pattern is _COPYRIGHT:
        return named or _are_names(credit)
    if match["label"] in ("Quelle", "Source", "Credit", "Grafik", "Graphic"):
        # These label texts and data too.
        return named and bool(caption) and (match["open"] in ("|", "(", "[") or len(caption) < 200)
    if _ARTICLES.search(caption):
        return False
    return _are_names(credit) or (named and not _is_sentence(credit))


def _are_names(credit: str) -> bool:
    """Whether `credit` holds names and nothing else."""
    words = re.findall(r"[^\W_][\w.'’-]*", _without_labels(credit))
    if not words or (words[0][0].islower() and not _AGENCY.match(credit)):
        return False
    return len(words) <= 16 and all(  # four photographers of two agencies
        not word[0].islower() or word.lower().rstrip(".") in _PARTICLES for word in words
    )


def _is_sentence(credit: str) -> bool:
    return sum(word[0].islower() and word not in _PARTICLES for word in credit.split()) > 2


def _without_labels(credit: str) -> str:
    return re.sub(rf"^(?:{_LABEL}|©|\(c\))\s*:?\s+|^©", "", credit).strip()
