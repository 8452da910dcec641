"""Boxes within a text that say by their first words that they are something else.

`<section><h3>Newsletter</h3><p>…</p></section>`: class names are made up by each outlet, and by
machines; the label above such a box is not.
"""

from __future__ import annotations

import re

from dossier.blocks import normal
from dossier.reading.page import Element

_LABELS = (
    # German
    r"anzeige|werbung|\w*newsletter(?:\s+(?:abonnieren|anmelden|bestellen))?|les(?:en\s+sie|t)\s+"
    r"(?:auch|dazu|mehr)|auch\s+(?:interessant|lesenswert|spannend)|mehr\s+(?:zum\s+thema|dazu"
    r"|zu\s+diesem\s+thema|aus\s+dem\s+ressort)|(?:das\s+)?könnte\s+(?:sie|dich)\s+auch\s+\w+"
    r"|empfohlener?\s+(?:redaktioneller|externer)\s+inhalt|externer?\s+inhalt|(?:hinweis\s+)?zur"
    r"\s+transparenz|transparenzhinweis|in\s+eigener\s+sache|die\s+redaktion\s+empfiehlt"
    r"|empfehlungen?\s+der\s+redaktion|meistgelesen\w*|meist\s+gelesen|aus\s+dem\s+archiv"
    r"|passend\s+dazu|zum\s+thema|zum\s+weiterlesen|weiterlesen|weitere\s+\w+|ähnliche\s+\w+"
    r"|verwandte\s+\w+|über\s+d(?:en|ie)\s+autor(?:in|en)?|zur\s+person|schlag(?:worte|wörter)"
    r"|themen|teilen|podcast|video|im\s+video|audio|kommentare?|produktempfehlung\w*|gewinnspiel"
    # English
    r"|advertisement|sponsored(?:\s+content)?|read\s+(?:more|next|also)|related(?:\s+\w+)?"
    r"|recommended(?:\s+\w+)*|more\s+(?:on\s+this(?:\s+story)?|stories|from\s+.{2,30})"
    r"|more\s+information|top\s+stories|most\s+(?:read|popular)(?:\s+.{2,30})?|partner\s+news|latest\s+news|sign\s+up"
    r"|subscribe|about\s+the\s+authors?|share\s+this(?:\s+\w+)?|trending(?:\s+now)?|topics|tags"
    r"|comments?|editors['’]?s?\s+picks?"
    # what stands in such places elsewhere
    r"|(?:à\s+)?lire\s+aussi|à\s+voir\s+aussi|lee\s+también|más\s+información|te\s+puede\s+interesar"
    r"|leggi\s+anche|lees\s+ook|leia\s+(?:também|mais)|czytaj\s+(?:też|także|również)|läs\s+(?:också"
    r"|mer)|læs\s+også|les\s+også|publicité|publicidad|pubblicità|reklama|advertentie|annons"
)
_LABEL = re.compile(rf"[\W_]*(?:{_LABELS})[\W_]*", re.IGNORECASE)
_LONGEST_LABEL = 50  # characters
_LONGEST_BOX = 1_200  # characters; what is longer is a part of the page, and judged as that
_LABELLED = (
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "b", "header", "a"),
    *("label", "summary"),
)
_OUTERMOST = frozenset(("body", "main", "html"))


def is_label(text: str) -> bool:
    """Whether these words stand above what is no part of an article."""
    return len(text) <= _LONGEST_LABEL and _LABEL.fullmatch(text) is not None


def boxes(root: Element) -> set[Element]:
    """Return the outermost elements that begin with such a label and hold more than it."""
    found: set[Element] = set()
    for element in root.iter(*_LABELLED):
        text = element.text
        if text and len(text) <= _LONGEST_LABEL * 4:
            text = text.strip()
            if text and is_label(normal(text)):
                box = _box(element)
                if box is not None:
                    found.add(box)
    return found


def _box(label: Element) -> Element | None:
    """Return the outermost element whose text begins with the label's."""
    best: Element | None = None
    inner = label
    length = len(_text(label))
    while True:
        outer = inner.getparent()
        if outer is None or outer.tag in _OUTERMOST or (outer.text or "").strip():
            return best
        if any(_text(before) for before in inner.itersiblings(preceding=True)):
            return best
        size = len(_text(outer))
        if size > _LONGEST_BOX:
            return best
        if size > length:
            best = outer
        inner = outer


def _text(element: Element) -> str:
    if not isinstance(element.tag, str) or element.tag in ("script", "style"):
        return ""
    return "".join(element.itertext()).strip()
