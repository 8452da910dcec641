"""News agencies behind an article, as its metadata, dateline or signature name them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.model import Article

_AS_WRITTEN = (
    *("dpa", "AFP", "AP", "APA", "KNA", "epd", "SID", "Tass", "Reuters", "Xinhua", "KCNA"),
    *("Yonhap", "Kyodo", "ANSA", "Interfax", "Bloomberg", "Belga", "Ritzau", "UPI", "EFE"),
    *("dapd", "ddp", "PA", "ANP", "NTB", "Anadolu"),
)
# As they stand in datelines and signatures, folded, and what they are called.
_NAMES = {
    **{name.casefold(): name for name in _AS_WRITTEN},
    **dict.fromkeys(("dpa-afx", "dpa-infocom", "deutsche presse-agentur"), "dpa"),
    **dict.fromkeys(("rtr", "rtrd"), "Reuters"),
    **dict.fromkeys(("ria nowosti", "ria"), "RIA Nowosti"),
    "itar-tass": "Tass",
    **dict.fromkeys(("sda", "ats", "keystone-sda", "keystone-ats"), "Keystone-SDA"),
    "agence france-presse": "AFP",
    "associated press": "AP",
    "evangelischer pressedienst": "epd",
    "katholische nachrichten-agentur": "KNA",
    "korean central news agency": "KCNA",
}
_HEAD = 200  # characters; a dateline stands within the first sentence
_IN_BRACKETS = re.compile(r"\(([^()]{2,60})\)")
_SEPARATOR = re.compile(r"\s*(?:[/,;+&]|\bund\b|\band\b)\s*")
# `Mit Material von dpa und AFP`, `With reporting by Reuters`, `Quelle: dpa/lby`.
_CREDIT = re.compile(
    r"(?:\b(?:mit|unter Verwendung von)\s+(?:Agentur)?(?:material|informationen|inhalten)"
    r"(?:\s+(?:von|der|des)(?:\s+(?:Nachrichten)?agentur(?:en)?)?)?"
    r"|\b(?:with\s+)?(?:reporting|material|information|files)\s+(?:by|from)(?:\s+the)?"
    r"|\b(?:Quellen?|Sources?|Agenturen))\s*:?\s*(?P<names>[^().:]{2,60})",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"(?:^|[.!?…][\"“”»«]?\s+)[(\[–—-]*\s*(?P<names>[\w/,+& -]{2,40})[)\].]*$")


def agencies_of(article: Article) -> tuple[str, ...]:
    """Return the agencies behind `article`, each once, in the order in which they are named.

    What the metadata says counts alone; then the authors, the dateline, and the signature or
    credit of the last two passages. Regional services count as their agency: `dpa/lby` is dpa.
    """
    if article.source.agency:
        stated = (_NAMES.get(name.casefold(), name) for name in article.source.agency)
        return tuple(dict.fromkeys(stated))
    return tuple(dict.fromkeys(_named(article)))


def _named(article: Article) -> Iterator[str]:
    for author in article.authors:
        yield from _known(author)
    texts = [block.text for block in article.passages]
    if not texts:
        return
    for match in _IN_BRACKETS.finditer(texts[0][:_HEAD]):
        yield from _known(match[1])
    for text in texts[-2:]:
        tail = text[-_HEAD:]
        for pattern in (_CREDIT, _SIGNATURE):
            for match in pattern.finditer(tail):
                yield from _known(match["names"])


def _known(names: str) -> Iterator[str]:
    """Yield the agencies of `dpa/AFP`; nothing unless the first name is one."""
    found = [_NAMES.get(name.casefold()) for name in _SEPARATOR.split(names.strip(" .,–—-"))]
    if found and found[0]:
        yield from (name for name in found if name)
