"""A page's blocks in reading order, before anybody has decided which are the article's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dossier.blocks import normal
from dossier.reading.boilerplate import is_suspect
from dossier.reading.boxes import boxes
from dossier.reading.figures import caption_of, is_caption
from dossier.reading.inline import SKIPPED, Run
from dossier.reading.page import Element

PieceKind = Literal["text", "heading", "item", "quote", "caption"]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCK_TAGS = (
    "p div section article main header footer aside ul ol li dl dt dd blockquote figure figcaption "
    "pre table thead tbody tfoot tr td th caption form fieldset details summary address hr nav "
    "center body html picture amp-img iframe noscript"
)
_BLOCKS = frozenset([*_BLOCK_TAGS.split(), *_HEADINGS])
_SUSPECT_TAGS = frozenset(("aside", "footer", "form", "address"))
_EMBEDDED = re.compile(r"twitter-tweet|instagram-media|tiktok-embed|fb-post|bluesky-embed|reddit")
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
_ROLES = ("data-component", "data-area", "data-testid", "data-module", "aria-label")
_NO_LETTERS = re.compile(r"[\W_]+")
_LONGEST_CELL = 200  # characters; a longer cell belongs to a table used for layout
_SIGNATURE = 4  # levels of ancestors that tell one column of a page from another


class Piece(Struct, frozen=True):
    """A block of a page.

    `key` is its text without case, spaces and punctuation; `signature` how its place in the
    page is built; `parent` numbers the element it stands in, `group` the list, and `suspects`
    the parts around it (those of a class have one number) that are named like something else
    than text. `linked` and `bold` are shares of the text.
    """

    kind: PieceKind
    text: str
    key: str
    tag: str
    names: str
    level: int = 0
    credit: str = ""
    parent: int = 0
    group: int = 0
    suspects: tuple[int, ...] = ()
    signature: tuple[str, ...] = ()
    linked: float = 0.0
    bold: float = 0.0


def key_of(text: str) -> str:
    """Return `text` without case, spaces and punctuation, to compare by."""
    return _NO_LETTERS.sub("", text).lower()


def outline(tree: Element) -> list[Piece]:
    """Return the blocks of a page in reading order."""
    body = tree.find("body")
    walker = _Walker(tree if body is None else body)
    return [piece for piece in walker.walk() if piece.key]


class _Place(Struct, frozen=True):
    """Where the walk is."""

    suspects: tuple[int, ...] = ()
    group: int = 0
    kind: PieceKind = "text"
    signature: tuple[str, ...] = ()
    in_link: bool = False


class _Walker:
    """Walks a tree once; numbers stand for elements."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._numbers: dict[Element, int] = {}
        self._kinds: dict[str, int] = {}
        self._holding = _with_blocks_inside(root)
        self._boxes = boxes(root)

    def walk(self) -> Iterator[Piece]:
        yield from self._inside(self._root, _Place())

    def _number(self, element: Element) -> int:
        return self._numbers.setdefault(element, len(self._numbers) + 1)

    def _number_of_kind(self, element: Element) -> int:
        """Return a number that all elements of a class share: they are the same kind of part."""
        kind = element.get("class") or ""
        return (
            self._kinds.setdefault(kind, self._number(element)) if kind else self._number(element)
        )

    def _element(self, element: Element, place: _Place) -> Iterator[Piece]:
        tag = element.tag
        if tag in SKIPPED or (tag == "blockquote" and _EMBEDDED.search(_names(element))):
            return
        here = self._enter(element, place)
        if tag == "figure" or is_caption(element):
            yield from self._caption(element, here)
        elif tag in _HEADINGS:
            yield from self._leaf(element, here, "heading", _HEADINGS[tag])
        elif tag == "blockquote":
            yield from self._inside(
                element, replace(here, group=self._number(element), kind="quote")
            )
        elif tag in ("ul", "ol", "dl"):
            yield from self._inside(element, replace(here, group=self._number(element)))
        elif tag in ("li", "dt", "dd"):
            yield from self._inside(element, replace(here, kind="item"))
        elif tag == "tr" and not self._is_layout(element):
            yield from self._row(element, here)
        else:
            yield from self._inside(element, here)

    def _enter(self, element: Element, place: _Place) -> _Place:
        tag, names = element.tag, _names(element)
        suspects = place.suspects
        named = tag not in _HEADINGS and (
            tag in _SUSPECT_TAGS or is_suspect(names) or is_suspect(_roles(element))
        )
        if named or element in self._boxes or _is_hidden(element):
            suspects = (*suspects, self._number_of_kind(element))
        short = f"{tag}.{names.split(maxsplit=1)[0] if names.strip() else ''}"
        return _Place(
            suspects=suspects,
            group=place.group,
            kind=place.kind,
            signature=(*place.signature[-_SIGNATURE + 1 :], short),
            in_link=place.in_link or tag == "a",
        )

    def _inside(self, element: Element, place: _Place) -> Iterator[Piece]:
        """Yield the blocks within; text between them makes paragraphs of its own."""
        run = Run()
        run.add(element.text)
        for child in element:
            if not isinstance(child.tag, str):
                run.add(child.tail)
                continue
            if child.tag == "br":
                run.break_line()
            elif child.tag in _BLOCKS or child in self._holding:
                if not run.is_blank:
                    yield from self._flush(run, element, place)
                    run = Run()
                if child.tag not in SKIPPED:
                    yield from self._element(child, place)
            elif child.tag not in SKIPPED and not _is_hidden(child):
                run.add_inline(child)
            run.add(child.tail)
        if not run.is_blank:
            yield from self._flush(run, element, place)

    def _flush(self, run: Run, element: Element, place: _Place) -> Iterator[Piece]:
        for part in run.paragraphs():
            yield self._piece(
                place.kind, part.text, element, place, linked=part.linked, bold=part.bold
            )

    def _leaf(
        self, element: Element, place: _Place, kind: PieceKind, level: int
    ) -> Iterator[Piece]:
        run = Run()
        run.add_inline(element)
        text = normal(run.text())
        if text:
            yield self._piece(kind, text, element, place, level=level)

    def _caption(self, element: Element, place: _Place) -> Iterator[Piece]:
        """Yield a figure's caption, and text that was put into a figure for its frame."""
        if element.tag == "figure" and element.find(".//blockquote") is not None:
            yield from self._inside(element, place)
            return
        found = caption_of(element)
        if found:
            yield self._piece("caption", found[0] or found[1], element, place, credit=found[1])

    def _row(self, element: Element, place: _Place) -> Iterator[Piece]:
        cells = [normal("".join(cell.itertext())) for cell in element]
        text = " – ".join(cell for cell in cells if cell)
        table = element.getparent()
        group = self._number(element if table is None else table)
        if text:
            yield self._piece("item", text, element, replace(place, group=group))

    def _is_layout(self, row: Element) -> bool:
        return any(
            cell in self._holding
            or is_caption(cell)
            or len("".join(cell.itertext())) > _LONGEST_CELL
            for cell in row
        )

    def _piece(  # noqa: PLR0913 - a value is put together
        self,
        kind: PieceKind,
        text: str,
        element: Element,
        place: _Place,
        *,
        level: int = 0,
        credit: str = "",
        linked: float = 0.0,
        bold: float = 0.0,
    ) -> Piece:
        parent = element.getparent() if element.tag in ("p", "figure", *_HEADINGS) else element
        return Piece(
            kind=kind,
            text=text,
            key=key_of(text),
            tag=str(element.tag),
            names=_names(element),
            level=level,
            credit=credit,
            parent=self._number(element if parent is None else parent),
            group=place.group,
            suspects=place.suspects,
            signature=place.signature,
            linked=1.0 if place.in_link else linked,
            bold=bold,
        )


def _with_blocks_inside(root: Element) -> set[Element]:
    holding: set[Element] = set()
    for element in root.iter(*_BLOCKS):
        above = element.getparent()
        while above is not None and above not in holding:
            holding.add(above)
            above = above.getparent()
    return holding


def _is_hidden(element: Element) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return bool(_HIDDEN.search(element.get("style") or ""))


def _roles(element: Element) -> str:
    """Return what says of an element what it is for, besides its class."""
    values = [value for name in _ROLES if (value := element.get(name))]
    tag = str(element.tag)
    return " ".join([*values, tag] if "-" in tag else values)


def _names(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
