"""Captions on a page: what the picture shows, and apart from it who made it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.blocks import normal
from dossier.reading.captions import LONGEST_CAPTION, split_credit
from dossier.reading.page import Element

CAPTION = re.compile(
    r"(?:^|[\s_-])(?:(?:fig|img|image|bild|foto|photo|media|picture|wp|asset)?-?_?_?caption|caption"
    r"|bild-?(?:unterschrift|text|zeile|beschreibung)|legend(?:e)?|image-?(?:text|description|info)"
    r"|absatzbild__info__text|picture__info|media__info)",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"(?:^|[\s_-])(?:credits?|copyright|photographer|fotograf|source|quelle|bild-?(?:quelle|nachweis"
    r"|rechte|credit)|rights|rechte|agency|image-?(?:credit|source|copyright)|byline|attribution"
    r"|author|lizenz|licen[sc]e)(?![a-z])|(?:[a-z])(?:Credit|Copyright|Source)(?![a-z])"
)
_RIGHTS = re.compile(
    r"(?:^|[\s_-])(?:credits?|copyright|bild-?(?:rechte|nachweis|quelle|credit)|rights|photographer"
    r"|fotograf|image-?(?:credit|source|copyright))(?![a-z])",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^[\s|(\[]*(?:(?:bild(?:quelle|nachweis|rechte)?|fotos?|photos?|quelle|source|credit|image"
    r"|picture|copyright|fotograf(?:in)?|©|\(c\))\s*[:©]?\s*)+",
    re.IGNORECASE,
)
# In a caption, names behind a bar are the credit, of whatever agency.
_PIPED = re.compile(r"(.{12,}?)\s+\|\s+((?:[A-ZÄÖÜ][\w.&-]*[\s/,]*){1,8})$")
_HIDDEN_LABEL = re.compile(r"sr-only|visually-?hidden|screen-?reader", re.IGNORECASE)
_SOURCE = re.compile(r"source|credit|copyright|quelle|foto|bild(?!unter)", re.IGNORECASE)
_LONGEST_CREDIT = 160


def is_caption(element: Element) -> bool:
    """Whether an element is a caption by its tag, its class, or a credit within."""
    if element.tag == "figcaption":
        return True
    if element.tag not in ("p", "div", "span", "small", "td"):
        return False
    if CAPTION.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
        return element.find(".//p") is None or element.find(".//img") is None
    return element.tag in ("p", "div") and _holds_credit(element)


def _holds_credit(element: Element) -> bool:
    """Whether a short block has a part that is named as the picture's credit."""
    for child in element:
        if child.tag in ("span", "small", "cite", "em") and _RIGHTS.search(_names(child)):
            return bool(_text(child)) and len(_text(element)) <= LONGEST_CAPTION
    return False


def caption_of(figure: Element) -> tuple[str, str] | None:
    """Return caption and credit of a figure or an element that holds a caption, or None."""
    holder = _holder(figure)
    if holder is None:
        return None
    credit_element = _credit(holder) if holder is not figure else _credit(figure)
    if credit_element is None and holder is not figure:
        credit_element = _credit(figure)
    if credit_element is None and figure.tag != "figure":
        credit_element = _credit_beside(figure)
    credit = _text(credit_element) if credit_element is not None else ""
    whole = _text(holder)
    text = normal(whole.replace(credit, " ", 1)) if credit and credit in whole else whole
    if not credit:
        found = split_credit(text)
        text, credit = found or (text, _after_label(figure))
        if not credit and (piped := _PIPED.match(text)):
            text, credit = piped[1], piped[2]
    return _tidy(text, credit)


def _tidy(text: str, credit: str) -> tuple[str, str] | None:
    credit = _LABEL.sub("", credit).strip(" |()[]·–-") if credit else ""
    if len(credit) > _LONGEST_CREDIT:  # the class lies: this is the caption
        text, credit = f"{text} {credit}".strip(), ""
    text = re.sub(r"[\s|(\[·]+$|^[\s|)\]·]+", "", text)
    text = re.sub(r"\s*(?:Foto|Bild|Photo|Image|Quelle|Bildquelle|©)\s*:?$", "", text).strip()
    if not text and not credit:
        return None
    return text, credit


def _holder(figure: Element) -> Element | None:
    """Return the element in which the caption stands."""
    if figure.tag != "figure":
        return figure
    caption = figure.find(".//figcaption")
    if caption is not None and _text(caption):
        return caption
    for element in figure.iter("p", "div", "span", "small"):
        if CAPTION.search(_names(element)) and _text(element):
            return element
    return None


def _credit(holder: Element) -> Element | None:
    for element in holder.iter("span", "small", "cite", "em", "i", "div", "p", "footer", "a"):
        if element is not holder and CREDIT.search(_names(element)) and _text(element):
            return element
    for element in holder.iter("small", "cite", "footer"):
        if element is not holder and _text(element):
            return element
    return None


def _credit_beside(caption: Element) -> Element | None:
    """Return the element behind a caption if it is named as its credit."""
    beside = caption.getnext()
    if beside is None or not isinstance(beside.tag, str) or len(_text(beside)) > _LONGEST_CREDIT:
        return None
    return beside if CREDIT.search(_names(beside)) else None


def _names(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('itemprop') or ''}"


def _text(element: Element) -> str:
    return normal(" ".join(_shown(element)))


def _shown(element: Element) -> Iterator[str]:
    """Yield the text without labels that only screen readers read out."""
    if _HIDDEN_LABEL.search(_names(element)):
        return
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _shown(child)
        yield child.tail or ""


def _after_label(figure: Element) -> str:
    """Return the credit that follows a label for screen readers ("Image source, ")."""
    for element in figure.iter("span"):
        if _HIDDEN_LABEL.search(_names(element)) and _SOURCE.search("".join(element.itertext())):
            following = element.getnext()
            text = normal(element.tail or "")
            return text or (_text(following) if following is not None else "")
    return ""
