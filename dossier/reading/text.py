"""Plain text to a draft: its head, its headline, and its blocks told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from dossier import blocks
from dossier.model import Block, BlockType, Draft
from dossier.reading import header, headline
from dossier.reading.captions import split_credit
from dossier.reading.lines import BULLET, QUOTED, Paragraph, paragraphs

# A crosshead is a line on its own, shorter than a sentence; two newspaper columns hold no more.
_LONGEST_CROSSHEAD, _MOST_WORDS = 80, 12
_LONGEST_QUESTION = 60  # a longer question is an interviewer's
_LONGEST_HEADLINE, _MOST_HEADLINE_WORDS = 140, 20
_LONGEST_KICKER = 3  # words
_MOST_IN_A_ROW = 2  # short lines; three and more are an address, a poem, a table
_SHORTEST_LEAD = 40  # characters; a shorter paragraph is a greeting or a place
_LONGEST_LOOSE_CAPTION = 200  # characters of a caption whose credit stands on the next line

_FINAL = re.compile(r"[.!:;,…–—-][\"'“”»«’)\]]*$")
_QUESTION = re.compile(r"\?[\"'“”»«’)\]]*$")
_START = re.compile(r"[\"'„“”»«‚‘]*(?:[A-ZÄÖÜÀ-ÞА-Я]|\d|[a-z]+[A-Z])")
_NO_HEADING = re.compile(r"https?://|www\.|@\w|[|<>{}=\\]|^\W*\d[\d\s.,:/-]*$")
_LETTER = re.compile(r"[^\W_]")
_UNDERLINE = re.compile(r"^([^\n]{3,140})\n[ \t]*(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_SIGNATURE = re.compile(r"^(?:[\w/.-]{1,12}\s*)?\((?P<names>[A-Za-z][\w/,;. -]{1,40})\)$")


class _Piece(Struct, frozen=True):
    """A block to be; `apart` as in `Paragraph`."""

    type: BlockType
    text: str
    credit: str = ""
    apart: bool = True
    lines: int = 1


def read_text(text: str) -> Draft:
    """Return the draft of a plain text (as `decode` returns it); it may have no blocks."""
    stated, body = header.take(text)
    body, underlined = (body, "") if stated.title else _take_underlined(body)
    pieces = [_classify(item) for item in paragraphs(body) if _LETTER.search(item.text)]
    draft = stated.draft("text")
    if underlined:
        draft = replace(draft, title=underlined, title_by="text")
    if not draft.title:
        draft, pieces = _take_headline(draft, pieces)
    made = tuple(_make(piece) for piece in _find_crossheads(_merge(pieces)))
    draft = replace(draft, blocks=blocks.number(made))
    return _with_agencies(with_title(draft))


def with_title(draft: Draft) -> Draft:
    """Give a draft that has none a title from its lead."""
    if draft.title:
        return draft
    passages = [block.text for block in draft.blocks if block.type == "paragraph"]
    passages = passages or [block.text for block in draft.blocks if block.is_passage]
    if not passages:
        return draft
    lead = next((text for text in passages if len(text) >= _SHORTEST_LEAD), passages[0])
    return replace(draft, title=headline.from_lead(lead), title_by="machine")


def is_short_line(text: str) -> bool:
    """Whether `text` can be a crosshead: short, no sentence, no address, no figure."""
    if len(text) > _LONGEST_CROSSHEAD or not _is_heading(text):
        return False
    if _QUESTION.search(text) and len(text) > _LONGEST_QUESTION:
        return False
    return len(text.split()) <= _MOST_WORDS


def _is_heading(text: str) -> bool:
    return bool(_START.match(text)) and not _FINAL.search(text) and not _NO_HEADING.search(text)


def _take_underlined(text: str) -> tuple[str, str]:
    """Take a first line that is underlined with = or - as the title."""
    match = _UNDERLINE.match(text.lstrip())
    rest = text.lstrip()[match.end() :] if match else ""
    if match is None or not _LETTER.search(rest):
        return text, ""
    return rest, blocks.normal(match[1])


def _classify(item: Paragraph) -> _Piece:
    """Tell list items, quotes and captions from the rest by their own looks."""
    text = blocks.normal(item.text)
    if QUOTED.match(text):
        return _Piece("quote", QUOTED.sub("", text, count=1), "", item.apart, item.lines)
    credit = split_credit(text)
    if credit:
        return _Piece("caption", credit[0], credit[1], item.apart, item.lines)
    kind: BlockType = "list" if BULLET.match(text) else "paragraph"
    return _Piece(kind, text, "", item.apart, item.lines)


def _take_headline(draft: Draft, pieces: list[_Piece]) -> tuple[Draft, list[_Piece]]:
    """Take the headline out of the first lines, with the kicker above or the line below it."""
    count = 0
    while count < len(pieces) and _may_be_headline(pieces[count]):
        count += 1
    if not 1 <= count <= _MOST_IN_A_ROW or count >= len(pieces):
        return draft, pieces
    body = pieces[count]
    first, second = pieces[0].text, pieces[1].text if count > 1 else ""
    if body.type not in ("paragraph", "caption") or not (
        body.apart or len(body.text) > 2 * len(first)
    ):
        return draft, pieces
    rest = pieces[count:]
    if not second:
        return replace(draft, title=first, title_by="text"), rest
    if len(first.split()) <= _LONGEST_KICKER < len(second.split()):
        return replace(draft, title=f"{first}: {second}", title_by="text"), rest
    described = replace(draft, title=first, title_by="text")
    return replace(described, description=described.description or second), rest


def _may_be_headline(piece: _Piece) -> bool:
    return (
        piece.type == "paragraph"
        and len(piece.text) <= _LONGEST_HEADLINE
        and len(piece.text.split()) <= _MOST_HEADLINE_WORDS
        and _is_heading(piece.text.removesuffix("!"))
        and not _SIGNATURE.match(piece.text)
    )


def _merge(pieces: list[_Piece]) -> list[_Piece]:
    """Join list items and quoted lines; give a credit alone the caption above it."""
    merged: list[_Piece] = []
    for run in _runs(pieces):
        if run[0].type == "list":
            merged.append(_as_list(run))
        elif run[0].type == "quote":
            merged.append(replace(run[0], text=" ".join(piece.text for piece in run)))
        elif run[0].type == "caption" and not run[0].text:
            _place_credit(merged, run[0])
        else:
            merged += run
    return merged


def _runs(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Return the pieces in groups that make one block each."""
    runs: list[list[_Piece]] = []
    for piece in pieces:
        if runs and _belong_together(runs[-1][-1], piece):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _belong_together(above: _Piece, below: _Piece) -> bool:
    if above.type == below.type == "list":
        return above.text[0].isdigit() == below.text[0].isdigit()
    return above.type == below.type == "quote" and not below.apart


def _place_credit(merged: list[_Piece], credit: _Piece) -> None:
    above = merged[-1] if merged else None
    if above and _may_be_captioned(above, credit):
        merged[-1] = replace(above, type="caption", credit=credit.credit)
    else:
        merged.append(replace(credit, text=credit.credit))


def _may_be_captioned(above: _Piece, credit: _Piece) -> bool:
    if above.type != "paragraph" or len(above.text) > _LONGEST_LOOSE_CAPTION:
        return False
    return not (credit.apart and _FINAL.search(above.text))


def _as_list(items: list[_Piece]) -> _Piece:
    """Make a list of its items; a single one with a dash or a number is a paragraph."""
    if len(items) == 1 and not items[0].text.startswith("•"):
        return replace(items[0], type="paragraph")
    bare = (BULLET.sub("", item.text, count=1) for item in items)
    return replace(items[0], text="\n".join(bare))


def _find_crossheads(pieces: list[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces, short lines between paragraphs as crossheads."""
    start = 0
    for short, group in groupby(
        pieces, key=lambda p: p.type == "paragraph" and is_short_line(p.text)
    ):
        run = list(group)
        between = start > 0 and start + len(run) < len(pieces)
        start += len(run)
        for piece in run:
            is_crosshead = short and between and len(run) <= _MOST_IN_A_ROW and piece.lines == 1
            yield replace(piece, type="crosshead") if is_crosshead else piece


def _make(piece: _Piece) -> Block:
    return blocks.make(piece.type, piece.text, credit=piece.credit)


def _with_agencies(draft: Draft) -> Draft:
    """Name the agencies of a dateline or of a signature; the text keeps both."""
    if draft.source.agency or not draft.blocks:
        return draft
    texts = [block.text for block in draft.blocks if block.type == "paragraph"]
    dateline = headline.DATELINE.match(texts[0][:200]) if texts else None
    signature = _SIGNATURE.match(texts[-1]) if texts else None
    names = dateline["agency"] if dateline else signature["names"] if signature else ""
    found = header.agencies(names)
    return replace(draft, source=replace(draft.source, agency=found)) if found else draft
