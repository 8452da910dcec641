"""Markdown originals to a draft: front matter or header lines, title, blocks."""

from __future__ import annotations

import re

from msgspec.structs import replace

from dossier import blocks, frontmatter
from dossier.errors import PageFileError, ReadingError
from dossier.model import Block, Draft
from dossier.reading import metadata
from dossier.reading.captions import split_credit
from dossier.reading.metadata import Metadata
from dossier.reading.text import with_title

_PAIR = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}?):[ \t]+(?P<value>\S.*)")
_MORE = re.compile(r"[ \t]{2,}(?P<value>\S.*)")
# A line in bold on its own serves as a crosshead, also before a hard line break.
_BOLD_LINE = re.compile(
    r"[ \t]*(?P<mark>\*\*|__)(?=\S)(?P<text>(?:(?!(?P=mark)).){2,240}?)(?<=\S)(?P=mark)"
    r"(?:[ \t]{2,}\n|\\\n|[ \t]*$)(?P<rest>.*)",
    re.DOTALL,
)
_LETTER = re.compile(r"[^\W_]")  # "###" and "~ ~ ~" are ornaments
_LONGEST_BOLD = 120  # characters of text; longer is an emphasised paragraph
_SENTENCE_END = re.compile(r"[.!;,…][\"'“”»«’)\]]*$")


def read_markdown(text: str, *, where: str) -> Draft:
    """Return the draft of a Markdown text (as `decode` returns it); it may have no blocks.

    Raises `ReadingError` if the front matter does not parse.
    """
    try:
        values, body, _ = frontmatter.parse(text, where)
    except PageFileError as error:
        raise ReadingError(error.message, where=error.where, hint=error.hint) from error
    if values:
        stated = metadata.from_values(values)
    else:
        stated, body = _take_header_lines(body)
    parsed = blocks.parse(_bold_to_crossheads(body))
    found = [_with_credit(block) for block in parsed if _LETTER.search(block.text)]
    draft, found = _take_first_heading(stated.draft("source"), found)
    return with_title(replace(draft, blocks=blocks.number(_renamed(found))))


def _take_header_lines(body: str) -> tuple[Metadata, str]:
    """Take Pelican's `Title: …` lines off the top, up to the first blank line."""
    head, _, rest = body.lstrip("\n").partition("\n\n")
    values: dict[str, object] = {}
    key = ""
    for line in head.split("\n"):
        pair, more = _PAIR.fullmatch(line), _MORE.fullmatch(line)
        if pair:
            key = metadata.key_name(pair["key"])
            values[key] = pair["value"].strip()
        elif more and key:
            values[key] = f"{values[key]} {more['value'].strip()}"
        else:
            return Metadata(), body
    if not values.keys() & {"title", "date"} or not values.keys() <= metadata.KNOWN:
        return Metadata(), body
    return metadata.from_values(values), rest


def _bold_to_crossheads(body: str) -> str:
    if "**" not in body and "__" not in body:
        return body
    return "\n\n".join(_bold_to_crosshead(chunk.text) for chunk in blocks.chunks(body))


def _bold_to_crosshead(chunk: str) -> str:
    match = _BOLD_LINE.fullmatch(chunk) if chunk.lstrip().startswith(("**", "__")) else None
    if match is None:
        return chunk
    text = blocks.plain(match["text"].replace("\n", " "))
    if not text or len(text) > _LONGEST_BOLD or _SENTENCE_END.search(text):
        return chunk
    inner = match["text"].replace("\n", " ").strip()
    return f"## {inner}\n\n{match['rest']}".rstrip()


def _with_credit(block: Block) -> Block:
    """Make a caption of a paragraph that is one, and part a caption from its credit."""
    if block.credit or block.type not in ("paragraph", "caption"):
        return block
    found = split_credit(block.text)
    if not found:
        return block
    text, credit = found
    return blocks.make("caption", text or credit, credit=credit)


def _take_first_heading(draft: Draft, found: list[Block]) -> tuple[Draft, list[Block]]:
    """Take a first heading of the first level as the title, or away if it repeats the title."""
    first = found[0] if found else None
    if first is None or first.type != "crosshead" or first.level > 1:
        return draft, found
    if not draft.title:
        return replace(draft, title=first.text, title_by="text"), found[1:]
    return draft, found[1:] if first.text.casefold() == draft.title.casefold() else found


def _renamed(found: list[Block]) -> list[Block]:
    """Undo numbering, which has to be done anew once blocks are taken out."""
    return [replace(block, id=blocks.block_id(block.type, block.text)) for block in found]
