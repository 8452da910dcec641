"""Web pages to a draft: the article's blocks, and what its publisher states about it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from urllib.parse import urlsplit

from msgspec.structs import replace

from dossier import blocks
from dossier.errors import ReadingError
from dossier.model import Block, Draft, Provenance, Source
from dossier.reading import headline as headlines
from dossier.reading.dates import to_edtf
from dossier.reading.decode import clean
from dossier.reading.header import agencies
from dossier.reading.jsonld import Stated, read_jsonld
from dossier.reading.mainbody import all_of, choose
from dossier.reading.outline import Piece, PieceKind, key_of, outline
from dossier.reading.page import Element, decode_page, parse_page
from dossier.reading.pagemeta import PageMeta
from dossier.reading.pagetitle import Titles, find_title
from dossier.reading.signoff import is_signoff, signed_by
from dossier.reading.text import with_title

_log = logging.getLogger(__name__)
# trafilatura's text must be this large a part of the publisher's, else it missed the article
# (pages that scripts put together).
_LEAST_OF_STATED = 0.3
_LONGEST_OPENING = 200
_LAST = 3  # blocks in which the agencies behind a text may be named
# trafilatura's names of blocks
_KINDS: dict[str, PieceKind] = {
    "p": "text",
    "head": "heading",
    "quote": "quote",
    "item": "item",
    "row": "item",
    "code": "text",
}


def read_html(data: bytes, *, where: str, url: str = "") -> Draft:
    """Return the draft of a web page, fetched from `url` if that is known.

    It may have no blocks. Raises `ReadingError` if the bytes are no page.
    """
    text = clean(decode_page(data, where=where))
    tree = parse_page(text, where=where)
    alive = list(tree.iter())  # else lxml makes each element anew whenever it is passed: a tenth
    stated = read_jsonld(tree)
    meta = PageMeta(tree, url=url)
    draft = _state(tree, meta, stated, url=url)
    pieces = _pieces(tree, stated, draft)
    signed = (name for piece in pieces[-_LAST:] for name in signed_by(piece.text))
    draft = replace(draft, blocks=blocks.number(_make(pieces)))
    del alive
    return with_title(_with_agencies(draft, signed))


def read_fragment(text: str) -> tuple[Block, ...]:
    """Return the blocks of a piece of HTML that is all text, such as a feed's entry."""
    try:
        tree = parse_page(f"<html><body><div>{clean(text)}</div></body></html>", where="")
    except ReadingError:
        return ()
    return blocks.number(_make(all_of(outline(tree))))


def _state(tree: Element, meta: PageMeta, stated: Stated, *, url: str) -> Draft:
    address = meta.address(stated)
    outlet = meta.outlet(stated)
    title = find_title(
        tree,
        Titles(
            headline=stated.headline,
            og=meta.first("og:title"),
            twitter=meta.first("twitter:title"),
            outlet=outlet,
            host=_host(address or url),
        ),
    )
    date = meta.published(stated)
    by: Provenance = "source" if date else "machine"
    date = date or _guess_date(tree, address or url)
    return Draft(
        blocks=(),
        title=title,
        title_by="source" if title else "",
        date=date,
        date_by=by if date else "",
        modified=meta.modified(stated),
        lang=meta.language(stated),
        description=meta.description(stated),
        authors=meta.authors(stated),
        source=Source(name=outlet, url=address),
        licence=meta.licence(stated),
    )


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _guess_date(tree: Element, url: str) -> str:
    """Return the date that can be found in address and text; "" if there is none."""
    from htmldate import find_date  # noqa: PLC0415 - slow to import and rarely needed

    try:
        return to_edtf(find_date(tree, url=url or None, original_date=True) or "")
    except Exception:  # noqa: BLE001 - a page must not stop the others, whatever fails in there
        _log.debug("htmldate failed", exc_info=True)
        return ""


def _pieces(tree: Element, stated: Stated, draft: Draft) -> list[Piece]:
    title, pieces = draft.title, outline(tree)
    found, fallback = _find_text(tree)
    if len(found) < _LEAST_OF_STATED * len(stated.body):
        found = stated.body
        fallback = [_piece("text", line) for line in found.split("\n")]
    chosen = choose(pieces, found, stated.body, title=title, description=draft.description)
    if chosen is None:
        chosen = [piece for piece in fallback if piece.key and piece.key != key_of(title)]
    return chosen


def _find_text(tree: Element) -> tuple[str, list[Piece]]:
    """Return trafilatura's text of the page, and its blocks as it makes them."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow to import

    try:
        found = bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    except Exception:  # noqa: BLE001 - a page must not stop the others, whatever fails in there
        _log.debug("trafilatura failed", exc_info=True)
        return "", []
    body = getattr(found, "body", None)
    if body is None:
        return "", []
    pieces = [
        _piece(_KINDS[element.tag], " ".join(element.itertext()))
        for element in body.iter(*_KINDS)
        if not any(above.tag in _KINDS for above in element.iterancestors())
    ]
    return getattr(found, "text", "") or "", pieces


def _piece(kind: PieceKind, text: str) -> Piece:
    text = blocks.normal(text)
    return Piece(kind=kind, text=text, key=key_of(text), tag="p", names="")


def _make(pieces: list[Piece]) -> list[Block]:
    """Make blocks of pieces; items of one list together."""
    made: list[Block] = []
    items: list[Piece] = []
    for piece in [*pieces, None]:
        if items and (piece is None or piece.kind != "item" or piece.group != items[-1].group):
            made.append(blocks.make("list", "\n".join(item.text for item in items)))
            items = []
        if piece is None:
            break
        if is_signoff(piece.text):
            continue
        if piece.kind == "item":
            items.append(piece)
        elif piece.kind == "heading":
            made.append(blocks.make("crosshead", piece.text))
        elif piece.kind == "caption":
            made.append(blocks.make("caption", piece.text, credit=piece.credit))
        else:
            made.append(blocks.make("quote" if piece.kind == "quote" else "paragraph", piece.text))
    return made


def _with_agencies(draft: Draft, signed: Iterable[str]) -> Draft:
    """Name the agencies of the dateline, of the end, and those in the place of authors."""
    names = [name for name in draft.authors if agencies(name)]
    people = tuple(name for name in draft.authors if name not in names)
    texts = [block.text for block in draft.blocks if block.type == "paragraph"]
    dateline = headlines.DATELINE.match(texts[0][:_LONGEST_OPENING]) if texts else None
    found = agencies(dateline["agency"]) if dateline else ()
    stated = (part for name in names for part in agencies(name))
    both = tuple(dict.fromkeys([*found, *stated, *signed]))
    return replace(
        draft, authors=people or draft.authors, source=replace(draft.source, agency=both)
    )
