"""The web page within a mail: layout tables, quoted replies and hidden lines taken away."""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct

from dossier.reading.decode import clean
from dossier.reading.forwarded import Relation
from dossier.reading.page import Element, decode_page, parse_page

_SIGNATURES = frozenset(("gmail_signature", "moz-signature", "signature", "x_signature"))
_FORWARD_HEADS = frozenset(("gmail_attr", "moz-email-headers-table"))
_QUOTES = frozenset(("gmail_quote", "moz-forward-container", "protonmail_quote", "yahoo_quoted"))
_OUTLOOK_HEADS = frozenset(("divrplyfwdmsg", "x_divrplyfwdmsg", "appendonsend"))
# Newsletters hide a line for the list of mails, and counters of one dot.
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_LEAST = 80  # letters and digits; less around a quote is a note on forwarding
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "div", "dl", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p"),
        *("pre", "section", "table", "ul"),
    )
)
_INNER = ("table", "tbody", "thead", "tfoot", "tr", "td", "th", "center", "font")


class MailPage(Struct, frozen=True, kw_only=True):
    """A page that the HTML reader can read, in UTF-8, and the number of letters in it."""

    data: bytes
    letters: int


def clean_page(data: bytes, relation: Relation, *, where: str) -> MailPage:
    """Return the article's page in that of a mail whose subject says `relation`.

    Raises `ReadingError` if it is no page.
    """
    tree = parse_page(clean(decode_page(data, where=where)), where=where)
    for element in list(tree.iter()):
        if _is_hidden(element) or _names(element) & _SIGNATURES:
            _drop(element)
    tree = _article(tree, relation)
    for element in tree.iter(*_INNER):
        # Mails are laid out with tables; the HTML reader would take cells for data.
        element.tag = "div"
    for element in list(tree.iter("div", "body", "blockquote")):
        _set_paragraphs(element)
    # mso-… conditions are comments, which the parser dropped already.
    text = etree.tostring(tree, encoding="unicode", method="html")
    if tree.tag != "html":
        text = f"<html><body>{text}</body></html>"
    return MailPage(data=text.encode(), letters=_letters(tree))


def _is_hidden(element: Element) -> bool:
    return _HIDDEN.search((element.get("style") or "").lower()) is not None


def _names(element: Element) -> set[str]:
    """Return class and id of an element, in lower case."""
    return {*(element.get("class") or "").lower().split(), (element.get("id") or "").lower()}


def _article(tree: Element, relation: Relation) -> Element:
    """Return what is left of a mail without the one it answers, or the one it forwards."""
    quote = next((element for element in tree.iter() if _is_quote(element)), None)
    if quote is None:
        _drop_outlook(tree, relation)
        return tree
    own = _letters(tree) - _letters(quote)
    if _letters(quote) > _LEAST and (
        own <= _LEAST or relation == "forward" or (relation == "" and own < _letters(quote))
    ):
        for element in list(quote.iter()):
            if _names(element) & _FORWARD_HEADS:
                _drop(element)
        quote.tail = None
        quote.tag = "div"
        return quote
    _drop(quote)
    return tree


def _is_quote(element: Element) -> bool:
    names = _names(element)
    return bool(names & _QUOTES) or (element.tag == "blockquote" and element.get("type") == "cite")


def _drop_outlook(tree: Element, relation: Relation) -> None:
    """Drop Outlook's header block, with what stands before a forwarded mail or after a reply."""
    head = next((one for one in tree.iter() if _names(one) & _OUTLOOK_HEADS), None)
    if head is None:
        return
    before = list(head.itersiblings(preceding=True))
    note = sum(_letters(one) for one in before)
    beside = before if note <= _LEAST or relation == "forward" else list(head.itersiblings())
    for element in beside:
        _drop(element)
    _drop(head)


def _set_paragraphs(element: Element) -> None:
    """Make paragraphs of text that stands in a box itself, parted by boxes and empty lines."""
    children, text = list(element), element.text
    element.text = None
    for child in children:
        element.remove(child)
    held = _add_paragraph(element, text)
    after_break = False
    for child in children:
        ends_line = child.tag == "br" and not (child.tail or "").strip()
        if child.tag in _BLOCKS or (child.tag == "br" and after_break):
            tail, child.tail = child.tail, None
            if child.tag != "br":
                element.append(child)
            held = _add_paragraph(element, tail)
        else:
            held.append(child)
        after_break = ends_line
    for paragraph in list(element.iterchildren("p")):
        if not "".join(paragraph.itertext()).strip() and paragraph.find(".//img") is None:
            element.remove(paragraph)


def _add_paragraph(element: Element, text: str | None) -> Element:
    paragraph = etree.SubElement(element, "p")
    paragraph.text = text
    return paragraph


def _drop(element: Element) -> None:
    if element.getparent() is not None and element.tag not in ("html", "body"):
        element.drop_tree()


def _letters(element: Element) -> int:
    return sum(character.isalnum() for text in element.itertext() for character in text)
