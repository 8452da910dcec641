"""The paragraphs of a Word document in their order, and what each is by its style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from docx.document import Document

PartKind = Literal["title", "heading", "paragraph", "item", "quote", "caption"]
# An element of the document's XML (Office Open XML, ISO 29500); lxml has no types of its own.
_Element: TypeAlias = Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_VALUE = f"{_W}val"
# Deleted and moved text, text boxes (which repeat themselves in a fallback) and fields' codes.
_SKIPPED = frozenset(
    (f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_W}instrText", _FALLBACK, f"{_W}pict")
)
_LETTERS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
# Style names; Word keeps its own in English whatever its language, others translate them.
_STYLES: dict[str, PartKind] = {
    **dict.fromkeys(("title", "titel"), "title"),
    **dict.fromkeys(("quote", "intense quote", "zitat", "intensives zitat", "block text"), "quote"),
    **dict.fromkeys(("quotations", "blockzitat"), "quote"),
    **dict.fromkeys(("caption", "beschriftung", "bildunterschrift", "illustration"), "caption"),
}
_HEADINGS = ("heading", "überschrift", "zwischenüberschrift", "zwischentitel", "subheading")
_LISTS = ("list bullet", "list number", "aufzählung", "liste")
_MOST_ABOVE = 20  # styles that a style is based on; a ring of them has no end
_LONGEST_HEADING = 200  # characters; a longer one is text in the wrong style


class Part(Struct, frozen=True, kw_only=True):
    """A paragraph: its text (line breaks as line feeds), and whether all of it is bold."""

    kind: PartKind
    text: str
    is_bold: bool = False


def parts_of(document: Document) -> list[Part]:
    """Return the paragraphs that hold letters; rows of tables are items."""
    styles = _Styles(document)
    parts: list[Part] = []
    for element in _blocks(document.element.body):
        if element.tag == f"{_W}tbl":
            parts += _table(element, styles)
        else:
            parts += _paragraph(element, styles)
    return parts


class _Styles:
    """What the document's styles mean, by their ids."""

    def __init__(self, document: Document) -> None:
        root: _Element = document.styles.element
        self._by_id = {style.get(f"{_W}styleId"): style for style in root.iter(f"{_W}style")}

    def kind(self, paragraph: _Element) -> PartKind:
        """Return what a paragraph is by its style, or a style which that is based on."""
        if _numbered(paragraph.find(f"{_W}pPr")):
            listed: PartKind = "item"
        else:
            listed = "paragraph"
        style_id = _value(paragraph, f"{_W}pPr/{_W}pStyle")
        for _ in range(_MOST_ABOVE):
            style = self._by_id.get(style_id)
            if style is None:
                break
            found = _kind_of_style(style)
            if found:  # numbered headings are headings
                return found
            style_id = _value(style, f"{_W}basedOn")
        return listed


def _kind_of_style(style: _Element) -> PartKind | None:
    name = (_value(style, f"{_W}name") or "").lower()
    if name in _STYLES:
        return _STYLES[name]
    level = _value(style, f"{_W}pPr/{_W}outlineLvl") or "9"  # 9 is the level of text
    if name.startswith(_HEADINGS) or (level.isdigit() and int(level) < 9):
        return "heading"
    if name.startswith(_LISTS) or _numbered(style.find(f"{_W}pPr")):
        return "item"
    return None


def _value(element: _Element, path: str) -> str | None:
    found = element.find(path)
    value = found.get(_VALUE) if found is not None else None
    return str(value) if value is not None else None


def _numbered(properties: _Element | None) -> bool:
    """Whether there is a bullet or number; 0 takes away the one of the style."""
    number = _value(properties, f"{_W}numPr/{_W}numId") if properties is not None else None
    return number is not None and number != "0"


def _blocks(parent: _Element) -> Iterator[_Element]:
    """Yield paragraphs and tables, also those in content controls and tracked insertions."""
    for child in parent:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _blocks(child)


def _paragraph(element: _Element, styles: _Styles) -> Iterator[Part]:
    kind, bold = styles.kind(element), _is_bold(element)
    text = "".join(_texts(element))
    # Pasted text has empty lines within its paragraphs.
    for piece in text.split("\n\n"):
        if any(character.isalnum() for character in piece):
            known = "paragraph" if kind == "heading" and len(piece) > _LONGEST_HEADING else kind
            yield Part(kind=known, text=piece.strip(), is_bold=bold)


def _texts(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _LETTERS:
            yield _LETTERS[child.tag]
        elif child.tag not in _SKIPPED and not child.tag.endswith("Pr"):
            yield from _texts(child)


def _is_bold(element: _Element) -> bool:
    runs = [run for run in element.iter(f"{_W}r") if "".join(_texts(run)).strip()]
    return bool(runs) and all(
        run.find(f"{_W}rPr/{_W}b") is not None
        and _value(run, f"{_W}rPr/{_W}b") not in ("0", "false", "none")
        for run in runs
    )


def _table(element: _Element, styles: _Styles) -> Iterator[Part]:
    """Yield a row as an item; a table of one column is a box around paragraphs."""
    rows = [list(row.iterchildren(f"{_W}tc")) for row in element.iter(f"{_W}tr")]
    is_box = all(len(row) <= 1 for row in rows)
    for row in rows:
        cells = [
            [
                part
                for paragraph in cell.iterchildren(f"{_W}p")
                for part in _paragraph(paragraph, styles)
            ]
            for cell in row
        ]
        if is_box:
            yield from (part for cell in cells for part in cell)
        else:
            text = " – ".join(" ".join(part.text for part in cell) for cell in cells if cell)
            if text:
                yield Part(kind="item", text=text)
