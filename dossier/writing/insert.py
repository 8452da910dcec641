"""Adding passages to a year page: every byte that stood there stays, in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import yaml
from msgspec import Struct

from dossier import blocks, edtf, frontmatter
from dossier.errors import PageFileError
from dossier.found import TopicMatch
from dossier.model import Article, Block
from dossier.writing import topicpage
from dossier.writing.topicpage import Placed

_UNFIT_FOR_COMMENT = str.maketrans('"<>', "'  ")


class Addition(Struct, frozen=True, kw_only=True):
    """What one article brings to a year page: new passages with the reason for each.

    `settled` are passages that count as offered without being put on the page: new wordings
    of what is there already.
    """

    article: Article
    passages: tuple[tuple[Block, TopicMatch], ...]
    settled: tuple[str, ...] = ()

    @property
    def offered(self) -> tuple[str, ...]:
        """The ids to remember, in the article's order where they are on the page."""
        return (*(block.id for block, _ in self.passages), *self.settled)


Order = tuple[tuple[date, int], str]


def order_of(article: Article) -> Order:
    """Return the key that puts articles oldest first, and the same way on every machine."""
    return (edtf.sort_key(article.date), article.id)


def new_page(title: str, additions: Sequence[Addition]) -> str:
    """Write a year page that does not exist yet."""
    offered = {addition.article.id: list(addition.offered) for addition in additions}
    head = frontmatter.dump({"title": title, "offered": offered})
    return f"{head}\n" + "\n".join(_group(addition) for addition in additions if addition.passages)


def insert(
    text: str, additions: Sequence[Addition], articles: Mapping[str, Article], *, path: str
) -> str:
    """Return `text` with the additions in place, oldest article first.

    Only inserts: without the inserted pieces the result is `text`. Raises `PageFileError` if
    the front matter cannot take what was offered.
    """
    parts = frontmatter.split(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    pieces: dict[int, list[str]] = {}
    layout = _layout(parts.body, articles)
    for addition in additions:
        for offset, piece in _placements(addition, layout):
            pieces.setdefault(offset, []).append(piece)
    fitted = {
        offset: _fit(parts.body, offset, "\n".join(found)) for offset, found in pieces.items()
    }
    body = _apply(parts.body, fitted, newline)
    head = _record(parts, additions, newline, path)
    made = head + body
    expected = topicpage.offered(parts, path)
    for addition in additions:
        known = expected.get(addition.article.id, ())
        expected[addition.article.id] = (*known, *addition.offered)
    if _offered_or_none(made, path) != expected:
        raise _cannot_record(path)
    return made


def _offered_or_none(text: str, path: str) -> dict[str, tuple[str, ...]] | None:
    try:
        return topicpage.offered(frontmatter.split(text), path)
    except PageFileError:
        return None


def _cannot_record(path: str) -> PageFileError:
    return PageFileError(
        "the front matter is written in a way to which nothing can be added",
        where=f"{path}:1",
        hint="write `offered:` as `article: [passage, passage]`, one article a line",
    )


# --- the body -------------------------------------------------------------------------------


def _group(addition: Addition) -> str:
    article = addition.article
    date = f" — {article.date}" if article.date else ""
    title = blocks.escape(article.title)
    heading = f"## [{title}](../../articles/{article.id}.md){date}\n"
    return "\n".join([heading, *(_passage(article, *found) for found in addition.passages)])


def _passage(article: Article, block: Block, match: TopicMatch) -> str:
    why = topicpage.WHY_SEPARATOR.join(match.why).translate(_UNFIT_FOR_COMMENT)
    reason = f' why="{why.replace("--", "-")}"' if why else ""
    comment = f"<!-- passage {article.id}#{block.id} score={match.score:g}{reason} -->"
    return f"{comment}\n{block.markdown}\n"


class _Layout(Struct, frozen=True):
    """Where things stand on a page: items by article, and the headings' offsets in order."""

    own: dict[str, list[Placed]]
    headings: list[tuple[Order, int]]
    end: int


def _layout(body: str, articles: Mapping[str, Article]) -> _Layout:
    own: dict[str, list[Placed]] = {}
    headings: list[tuple[Order, int]] = []
    for one in topicpage.scan(body):
        if one.item.article:
            own.setdefault(one.item.article, []).append(one)
        if one.item.kind == "heading" and one.item.article in articles:
            headings.append((order_of(articles[one.item.article]), one.start))
    return _Layout(own, headings, len(body))


def _placements(addition: Addition, layout: _Layout) -> Iterable[tuple[int, str]]:
    """Yield (offset in the body, piece): each passage behind its nearest predecessor."""
    article = addition.article
    if not addition.passages:
        return
    own = layout.own.get(article.id)
    if not own:
        order = order_of(article)
        younger = (offset for other, offset in layout.headings if other > order)
        yield next(younger, layout.end), _group(addition)
        return
    ends = {one.item.passage: one.end for one in own if one.item.kind == "passage"}
    offset = next((one.end for one in own if one.item.kind == "heading"), own[0].start)
    waiting = {block.id: (block, match) for block, match in addition.passages}
    for block in article.passages:
        offset = ends.get(block.id, offset)
        if block.id in waiting:
            yield offset, _passage(article, *waiting[block.id])


def _fit(body: str, offset: int, piece: str) -> str:
    """Put the blank lines around `piece` that Markdown needs and that are not there yet."""
    before = body[max(offset - 4, 0) : offset].replace("\r\n", "\n")
    after = body[offset : offset + 2].replace("\r\n", "\n")
    lead = "" if not before or before.endswith("\n\n") else "\n"
    if before and not before.endswith("\n"):
        lead = "\n\n"
    return lead + piece + ("\n" if after and not after.startswith("\n") else "")


def _apply(text: str, insertions: Mapping[int, str], newline: str) -> str:
    made: list[str] = []
    done = 0
    for offset in sorted(insertions):
        made += (text[done:offset], insertions[offset].replace("\n", newline))
        done = offset
    return "".join((*made, text[done:]))


# --- the front matter -----------------------------------------------------------------------


def _record(
    parts: frontmatter.Parts, additions: Sequence[Addition], newline: str, path: str
) -> str:
    """Return the page's head with what is offered now added to `offered`."""
    wanted = {addition.article.id: addition.offered for addition in additions}
    if not parts.head:
        made = frontmatter.dump({"offered": {key: list(ids) for key, ids in wanted.items()}})
        return (made + "\n").replace("\n", newline)
    if parts.syntax != "---":
        raise _cannot_record(path)
    insertions: dict[int, str] = {}
    root = yaml.compose(parts.inner, Loader=yaml.CSafeLoader) if parts.inner.strip() else None
    offered = _value(root, "offered")
    if isinstance(offered, yaml.MappingNode) and offered.value:
        _extend(offered, wanted, insertions, parts.inner)
    elif offered is None:
        lines = "".join(_line("  ", key, ids) for key, ids in wanted.items())
        insertions[len(parts.inner)] = f"offered:\n{lines}"
    elif isinstance(offered, yaml.MappingNode) and offered.flow_style:
        pairs = ", ".join(_pair(key, ids) for key, ids in wanted.items())
        insertions[offered.start_mark.index + 1] = pairs
    else:
        raise _cannot_record(path)
    inner = _apply(parts.inner, insertions, newline)
    start = parts.yaml_start
    return parts.head[:start] + inner + parts.head[start + len(parts.inner) :]


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _pair(article: str, passages: Sequence[str]) -> str:
    key = frontmatter.dump({article: list(passages)})
    return key.split("\n")[1]  # quoted where YAML would take the id for a number


def _line(indent: str, article: str, passages: Sequence[str]) -> str:
    return f"{indent}{_pair(article, passages)}\n"


def _extend(
    offered: yaml.MappingNode,
    wanted: Mapping[str, Sequence[str]],
    insertions: dict[int, str],
    inner: str,
) -> None:
    """Add to a mapping that has entries, whichever of YAML's two styles the editor uses."""
    there = {name.value: (name, value) for name, value in offered.value}
    missing = {key: ids for key, ids in wanted.items() if key not in there}
    for key, ids in wanted.items():
        if key in there:
            offset, piece = _into_list(*there[key], ids, inner)
            insertions[offset] = insertions.get(offset, "") + piece
    if not missing:
        return
    if offered.flow_style:
        offset = offered.end_mark.index - 1
        piece = "".join(f", {_pair(key, ids)}" for key, ids in missing.items())
    else:
        last = offered.value[-1][1]
        offset = _line_end(inner, last)
        indent = " " * offered.value[0][0].start_mark.column
        piece = "".join(_line(indent, key, ids) for key, ids in missing.items())
        piece = piece if not offset or inner[offset - 1] == "\n" else f"\n{piece}"
    insertions[offset] = insertions.get(offset, "") + piece


def _into_list(
    name: yaml.Node, value: yaml.Node, ids: Sequence[str], inner: str
) -> tuple[int, str]:
    if isinstance(value, yaml.SequenceNode) and value.flow_style:
        comma = ", " if value.value else ""
        return value.end_mark.index - 1, comma + ", ".join(ids)
    if isinstance(value, yaml.SequenceNode):
        indent = " " * value.start_mark.column
        offset = _line_end(inner, value.value[-1])
        return offset, "".join(f"{indent}- {one}\n" for one in ids)
    return name.end_mark.index + 1, f" [{', '.join(ids)}]"  # `article:` with nothing behind it


def _line_end(inner: str, node: yaml.Node) -> int:
    """Return the offset behind the line on which the last entry of `node` ends."""
    if isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        return _line_end(inner, last[1] if isinstance(last, tuple) else last)
    found = inner.find("\n", node.end_mark.index)
    return len(inner) if found < 0 else found + 1
