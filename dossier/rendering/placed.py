"""What stands on a topic's pages, each piece with the article that it rests on.

There are tens of thousands of pieces, and most pages are as they were. So those that follow each
other and rest on one article are held together as the page has them, and only for a page that is
made is each of them looked at by itself (`each`).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from dossier import blocks
from dossier.model import Article, Block, PageItem, PassageKey, PassageState, TopicPage
from dossier.rendering.copies import Wire
from dossier.rendering.parts import KEY
from dossier.rendering.rights import Shown
from dossier.rendering.sheets import Kept, hashed, nothing_kept

_by_article = attrgetter("article")
_NOTHING: Mapping[str, bytes] = {}


class Placed(Struct, frozen=True, kw_only=True):
    """An item of a topic's page with its article, `passage` the id that it has there today.

    `passage` is "" when the article no longer holds anything like it.
    """

    item: PageItem
    year: str
    path: str
    shown: Shown | None = None
    passage: str = ""
    markdown: str = ""
    state: PassageState = "assigned"


class Standing(Struct, frozen=True):
    """Items that follow each other on a topic's page, all of one article or all the editor's own.

    `items` are those of the page that may be shown; `today` are the ids that they have in the
    article today, "" for those that are no passage or of which nothing is left. What is told of an
    item follows from the page, of which `digest` is a hash, and from the article. `passages` is the
    number of passages.
    """

    article: str
    year: str
    path: str
    shown: Shown | None
    items: tuple[PageItem, ...]
    today: tuple[str, ...]
    passages: int
    digest: bytes


def each(standing: Iterable[Standing]) -> list[Placed]:
    """Look at each item by itself."""
    return [
        _placed(held, item, today)
        for held in standing
        for item, today in zip(held.items, held.today, strict=True)
    ]


def passages(standing: Iterable[Standing]) -> list[Placed]:
    """Look at each passage by itself."""
    return [one for one in each(standing) if one.item.kind == "passage"]


def place(
    page: TopicPage,
    shown: Mapping[str, Shown],
    whole: Mapping[str, bytes] = _NOTHING,
    key: bytes = b"",
    kept: Kept = nothing_kept,
) -> Iterator[Standing]:
    """Yield the items of a page that may be shown; evidence without its article may not.

    The hashes of its pieces are `kept` for as long as the page is as it was: `key` is a hash of
    its file, if that is known. Which articles have all that it takes from them is kept for as long
    as they are as they were too: `whole` are hashes of those that are shown as their files have
    them.
    """
    groups = [(article, tuple(items)) for article, items in groupby(page.items, _by_article)]
    key = key or hashed(page.items)
    digests = kept(
        f"items of {page.path}", key, lambda: b"".join([hashed(items) for _, items in groups])
    )
    had = kept(
        f"articles of {page.path}",
        hashed(key, [whole.get(article) for article, _ in groups]),
        lambda: bytes([_has_all(one, items, shown, whole) for one, items in groups]),
    )
    for number, (article, items) in enumerate(groups):
        found, digest = shown.get(article), digests[number * KEY : (number + 1) * KEY]
        if had[number]:
            today = tuple([one.passage for one in items])
            passages = len(today) - today.count("")
            yield Standing(article, page.year, page.path, found, items, today, passages, digest)
        elif found or not article:
            pairs = [(one, id_) for one in items if (id_ := _today(one, found)) is not None]
            if pairs:
                held, today = zip(*pairs, strict=True)
                number_of = _number(held)
                digest = hashed(digest, today)
                yield Standing(article, page.year, page.path, found, held, today, number_of, digest)


def _has_all(
    article: str, items: Iterable[PageItem], shown: Mapping[str, Shown], whole: Container[str]
) -> bool:
    """Whether an article has all passages of a page: then none has to be looked for."""
    if article not in whole:
        return False
    numbers = shown[article].numbers
    lost = [
        one
        for one in items
        if (one.passage not in numbers if one.kind == "passage" else one.passage)
        or not one.markdown
    ]
    return not lost


def _number(items: Iterable[PageItem]) -> int:
    return len([one for one in items if one.kind == "passage"])


def _today(item: PageItem, found: Shown | None) -> str | None:
    """Return the id that an item has in its article today; None if it may not be shown."""
    if item.kind != "passage":
        return ""
    if not item.markdown or not found:
        return None
    if item.passage in found.numbers:
        return item.passage
    block = _block_today(item, found.article)
    today = block.id if block else ""
    return today if found.rights == "full" or today in found.numbers else None


def _block_today(item: PageItem, article: Article) -> Block | None:
    """Return the block that an item rests on: where words were changed, the one most like it."""
    for block in article.blocks:
        if block.id == item.passage:
            return block
    text = blocks.plain(item.markdown)
    likeness, passage = max(
        ((blocks.likeness(text, block.text), block.id) for block in article.passages),
        default=(0.0, ""),
    )
    if likeness <= blocks.SAME:
        return None
    return next(block for block in article.blocks if block.id == passage)


def _placed(held: Standing, item: PageItem, today: str) -> Placed:
    found = held.shown
    if item.kind != "passage" or not found:
        hashes = "## " if item.kind == "heading" and not held.article else ""
        markdown = hashes + item.markdown
        return Placed(item=item, year=held.year, path=held.path, shown=found, markdown=markdown)
    block = next((one for one in found.article.blocks if one.id == today), None)
    markdown, state = item.markdown, _state(item, block)
    if block and found.rights != "full":
        markdown = block.markdown  # the article's own words, cut where the excerpt ends
        state = "assigned" if item.score else "editor"
        item = replace(item, why=tuple(word for word in item.why if word in block.text))
    return Placed(
        item=item,
        year=held.year,
        path=held.path,
        shown=found,
        passage=today,
        markdown=markdown,
        state=state,
    )


def _state(item: PageItem, block: Block | None) -> PassageState:
    if block is None:
        return "orphan"
    if item.markdown != block.markdown:
        texts = [part.text for part in blocks.parse(item.markdown)]
        if texts != [block.text]:  # other line breaks or bullets are no edit
            return "edited"
    return "assigned" if item.score else "editor"


def once(standing: Sequence[Standing], groups: Wire) -> Sequence[Standing]:
    """Leave out what a copy proposed and another article of its group tells in the topic too.

    What an editor reworded or added stays; a heading goes with the last of its passages.
    """
    copied = [one for one in standing if one.article in groups.group_of]
    told = {id(one): each((one,)) for one in copied}
    chosen: dict[PassageKey, tuple[bool, int, str]] = {}
    for held in copied:
        for one in told[id(held)]:
            first = groups.first.get((held.article, one.passage))
            if first:
                value = (one.state == "assigned", groups.rank(held.article), held.article)
                chosen[first] = min(value, chosen.get(first, value))
    if not chosen:
        return standing
    stays = {key: [_stays(one, chosen, groups) for one in items] for key, items in told.items()}
    full = {
        (held.path, held.article)
        for held in copied
        for one, here in zip(held.items, stays[id(held)], strict=True)
        if here and one.kind == "passage"
    }
    emptied = {(one.path, one.article) for one in copied if not all(stays[id(one)])} - full
    left = {id(one): _without(one, stays[id(one)], emptied) for one in copied}
    return [kept for held in standing if (kept := left.get(id(held), held))]


def _stays(one: Placed, chosen: Mapping[PassageKey, tuple[bool, int, str]], groups: Wire) -> bool:
    first = groups.first.get((one.item.article, one.passage))
    return not first or one.state != "assigned" or chosen[first][2] == one.item.article


def _without(
    held: Standing, stays: Sequence[bool], emptied: Container[tuple[str, str]]
) -> Standing | None:
    """Leave out the items that do not stay, and headings with nothing left under them."""
    bare = (held.path, held.article) in emptied
    if all(stays) and not bare:
        return held
    pairs = [
        (item, today)
        for item, today, kept in zip(held.items, held.today, stays, strict=True)
        if kept and not (bare and item.kind == "heading")
    ]
    if not pairs:
        return None
    items, today = zip(*pairs, strict=True)
    return replace(
        held, items=items, today=today, passages=_number(items), digest=hashed(held.digest, today)
    )
