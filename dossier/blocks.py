"""Blocks of an article as Markdown, and back.

The body of an article's file is plain Markdown; this module alone knows how its blocks are
written there. `parse(render(blocks))` gives the same blocks.
"""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from dossier.model import Block, BlockType

_ID_PREFIX: dict[BlockType, str] = {"crosshead": "h", "caption": "c"}
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*")
_SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_ITEM = re.compile(r"( {0,3})([-+*]|\d{1,9}[.)])(?:[ \t]+|$)")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_COMMENT_START = re.compile(r"(?<!\\)<!--")  # an article that writes one has it escaped
_IMAGE = re.compile(
    r"!\[(?P<alt>(?:\\.|\[(?:…|\.\.\.)\]|[^\]\\])*)\]\("
    r"(?P<src><[^>]*>|[^\s)]*)(?:\s+\"(?P<title>(?:\\.|[^\"\\])*)\")?\s*\)"
)
_WORD = re.compile(r"\w+")
# Two paragraphs that share more than this of their words are two wordings of one. A corrected
# typo or a changed figure leaves .85 and more, unrelated paragraphs of one article under .35.
SAME = 0.6
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # but white space
_SPACE = re.compile(r"\s+")

_ESCAPABLE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LITERAL = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<ticks>`+)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|<(?P<link>(?:https?://|mailto:)[^\s<>]*)>",
    re.DOTALL,
)
_MARKUP = re.compile(r"[\\`*_\[\]<>&!~]")
_INLINE_IMAGE_OR_LINK = re.compile(
    r"!?\[((?:\\.|[^\[\]\\])*)\](?:\((?:<[^>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:\s+\"(?:\\.|[^\"\\])*\")?\s*\)|\[[^\]]*\])"
)
_ENTITY = re.compile(r"&#?\w+;")
_HELD = re.compile(r"\x00(\d+)\x01")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<[!?][^<>]*>", re.DOTALL)
_EMPHASIS = re.compile(r"(\*{1,3})(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_UNDERSCORES = re.compile(r"(?<![^\W_])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?![^\W_])", re.DOTALL)

_SPECIAL = re.compile(
    r"[\\`*]"  # always markup
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underscore that is not inside a word
    r"|[\[\]]"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
)
_LINE_START = re.compile(r"(\s{0,3})(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|~{3,}|[-=]+\s*$|[-+]{3})")
_NUMBER_START = re.compile(r"(\s{0,3}\d{1,9})([.)])(?=\s|$)")
_CLOSING_HASHES = re.compile(r"(?<!\\)#+$")
_HARMLESS = re.compile(r"(?<=\s)\*(?=\s)|\[(?:…|\.\.\.)\](?![(\[:])")


def normal(text: str) -> str:
    """Return `text` in NFC without control characters, white space folded to single blanks."""
    text = unicodedata.normalize("NFC", text).strip()
    if text.isprintable() and "  " not in text:  # nearly all, and each is asked several times
        return text
    return _SPACE.sub(" ", _CONTROL.sub("", text)).strip()


def block_id(kind: BlockType, text: str) -> str:
    """Make an id from a block's text, the same wherever the block stands.

    >>> block_id("paragraph", "Ein  Satz.") == block_id("paragraph", "Ein Satz.")
    True
    """
    return _id(kind, normal(text))


def _id(kind: BlockType, text: str) -> str:
    digest = hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
    return f"{_ID_PREFIX.get(kind, 'p')}-{digest}"


def likeness(one: str, other: str) -> float:
    """Return the share of words that two texts have in common, 0–1 (Jaccard)."""
    first, second = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return len(first & second) / len(first | second) if first or second else 0.0


def make(
    kind: BlockType, text: str, *, markdown: str | None = None, credit: str = "", level: int = 2
) -> Block:
    """Make a block from its text; `markdown` is derived unless it is given."""
    if kind == "list":
        lines = (normal(line) for line in text.split("\n"))
        text = "\n".join(line for line in lines if line)
    else:
        text = normal(text)
    credit = normal(credit) if credit else ""
    marked = _write(kind, text, credit, level) if markdown is None else markdown
    return Block(
        id=block_id(kind, text) if kind == "list" else _id(kind, text),  # a list has lines
        type=kind,
        text=text,
        marked=marked if marked != text else "",
        credit=credit,
        level=level,
    )


def number(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Give blocks of the same text different ids: the second gets `-2` behind its own."""
    seen: dict[str, int] = {}
    numbered = []
    for block in blocks:
        count = seen[block.id] = seen.get(block.id, 0) + 1
        numbered.append(block if count == 1 else replace(block, id=f"{block.id}-{count}"))
    return tuple(numbered)


# --- writing ------------------------------------------------------------------------------


def _backslash(match: re.Match[str]) -> str:
    return "\\" + match[0]


def escape(text: str) -> str:
    """Write `text` (one line) so that Markdown shows it as it is, as lightly as possible."""
    escaped = text
    if _MARKUP.search(text):  # four paragraphs of five have none
        kept = {place for match in _HARMLESS.finditer(text) for place in range(*match.span())}
        escaped = _SPECIAL.sub(
            lambda match: match[0] if match.start() in kept else "\\" + match[0], text
        )
    for start in (_NUMBER_START, _LINE_START):
        found = start.match(escaped)
        if found:
            escaped = f"{found[1]}\\{escaped[found.end(1) :]}"
    return escaped


def _write(kind: BlockType, text: str, credit: str, level: int) -> str:
    if kind == "crosshead":
        return f"{'#' * level} {_CLOSING_HASHES.sub(_backslash, escape(text))}"
    if kind == "caption":
        title = re.sub(r'[\\"]|<(?=!--)', _backslash, credit)
        return f"![{escape(text)}](<>" + (f' "{title}")' if title else ")")
    if kind == "list":
        return "\n".join(f"- {escape(line)}" for line in text.split("\n"))
    if kind == "quote":
        return f"> {escape(text)}"
    return escape(text)


def render(blocks: Iterable[Block]) -> str:
    """Write blocks as the body of an article's file."""
    return "".join(f"{block.markdown}\n\n" for block in blocks).rstrip("\n") + "\n"


# --- parsing ------------------------------------------------------------------------------


class Chunk(Struct, frozen=True):
    """Lines of Markdown that belong together; `line` counts from 1."""

    text: str
    line: int


def chunks(markdown: str) -> Iterator[Chunk]:
    """Cut Markdown at blank lines, but not within fenced code or HTML comments."""
    held: list[str] = []
    start, fence, comment = 1, "", False
    for line_number, line in enumerate(markdown.split("\n"), start=1):
        line = line.removesuffix("\r")  # noqa: PLW2901
        if not held:
            start = line_number
        if not fence and not comment and not line.strip():
            if held:
                yield Chunk("\n".join(held), start)
            held = []
            continue
        opening = _FENCE.match(line)
        if fence:
            fence = "" if opening and line.strip().startswith(fence) else fence
        elif opening and not comment:
            fence = opening[1]
        else:
            comment = _ends_in_comment(line, inside=comment)
        held.append(line)
    if held:
        yield Chunk("\n".join(held), start)


def _ends_in_comment(line: str, *, inside: bool) -> bool:
    if inside:
        return "-->" not in line
    if "<!--" not in line:  # nearly all lines
        return False
    last = max((match.start() for match in _COMMENT_START.finditer(line)), default=-1)
    return last > line.rfind("-->")


def parse(markdown: str) -> tuple[Block, ...]:
    """Read the body of an article's file. What is no text (rules, comments) makes no block."""
    return number(
        block for chunk in chunks(markdown) for block in _parse_chunk(chunk.text) if block.text
    )


def _parse_chunk(chunk: str) -> Iterator[Block]:
    """Yield the blocks of lines without a blank one between them."""
    if "<!--" in chunk and not _FENCE.match(chunk):
        chunk = _without_comments(chunk).strip("\n")
    lines = chunk.split("\n")
    if _FENCE.match(lines[0]):
        inner = lines[1:-1] if len(lines) > 1 and _FENCE.match(lines[-1]) else lines[1:]
        yield make("paragraph", " ".join(inner), markdown=chunk)
        return
    held: list[str] = []
    for line in lines:
        heading = _HEADING.fullmatch(line)
        if heading or (_RULE.fullmatch(line) and not (held and _SETEXT.fullmatch(line))):
            yield from _parse_plain(held)
            held = []
            if heading:
                text = plain(heading[2] or "")
                yield make("crosshead", text, markdown=line, level=len(heading[1]))
        elif held and _SETEXT.fullmatch(line) and not _ITEM.match(held[0]):
            level = 1 if "=" in line else 2
            text = plain(" ".join(held))
            yield make("crosshead", text, markdown="\n".join([*held, line]), level=level)
            held = []
        elif _opens_list(line, held) or (_QUOTE.match(line) and held and not _QUOTE.match(held[0])):
            yield from _parse_plain(held)
            held = [line]
        else:
            held.append(line)
    yield from _parse_plain(held)


def _without_comments(text: str) -> str:
    """Remove HTML comments; a pattern would take a day over 50,000 that are never closed."""
    kept: list[str] = []
    place = 0
    while start := _COMMENT_START.search(text, place):
        end = text.find("-->", start.end())
        if end < 0:
            break
        kept.append(text[place : start.start()])
        place = end + 3
    return "".join(kept) + text[place:]


def _opens_list(line: str, held: list[str]) -> bool:
    item = _ITEM.match(line)
    if not item or not held or _ITEM.match(held[0]) or _QUOTE.match(held[0]):
        return False
    return not item[2][0].isdigit()  # a number at a line's start may belong to the sentence


def _parse_plain(lines: list[str]) -> Iterator[Block]:
    """Yield the one block that `lines` are: a caption, a list, a quote or a paragraph."""
    if not any(line.strip() for line in lines):
        return
    markdown = "\n".join(lines).strip("\n")
    image = _IMAGE.fullmatch(markdown.strip())
    if image:
        credit = _ESCAPABLE.sub(r"\1", image["title"] or "")
        yield make("caption", plain(image["alt"]), markdown=markdown, credit=credit)
    elif _ITEM.match(lines[0]):
        yield make("list", "\n".join(_items(lines)), markdown=markdown)
    elif _QUOTE.match(lines[0]):
        inner = " ".join(_QUOTE.sub("", line, count=1) for line in lines)
        yield make("quote", plain(inner), markdown=markdown)
    else:
        yield make("paragraph", plain(" ".join(lines)), markdown=markdown)


def _items(lines: list[str]) -> list[str]:
    items: list[str] = []
    for line in lines:
        item = re.match(r"\s*(?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$)", line)
        if item:
            items.append(line[item.end() :])
        else:
            items[-1] += " " + line.strip()
    return [plain(item) for item in items]


def plain(markdown: str) -> str:
    """Return what a reader reads of inline Markdown: no markup, entities and escapes undone."""
    if not _MARKUP.search(markdown):
        return normal(markdown)
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match["escaped"] or match["link"] or match["code"].strip())
        return f"\x00{len(held) - 1}\x01"

    text = _LITERAL.sub(hold, markdown.replace("\x00", ""))
    text = _TAG.sub("", _without_comments(text))
    for _ in range(2):  # an image may stand in a link
        text = _INLINE_IMAGE_OR_LINK.sub(r"\1", text)
    for pattern in (_EMPHASIS, _UNDERSCORES):
        for _ in range(2):
            text = pattern.sub(r"\2", text)
    text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return normal(_HELD.sub(lambda match: held[int(match[1])], text))
