"""The same article again: whether it is, and what has changed since."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from msgspec import Struct, field
from msgspec.structs import replace

from dossier import blocks
from dossier.model import Article, Block, Draft, Provenance, Source, Version
from dossier.understanding.outlets import address, same_outlet
from dossier.understanding.reports import (
    DAYS_APART,
    SAME_ARTICLE,
    SHORTEST,
    SUGGEST,
    days_between,
)
from dossier.understanding.shingles import containment, shingles

_HOLDERS = 8  # articles that a paragraph leads to; more hold only their outlet's standing text
_LONG = 60  # characters of a paragraph that hardly stands in two articles by chance
_BEGINNING = 80  # characters of a text by which it is known again
_CONTEXT = 3  # words around a change by which its place is found
_NAMED = 3  # changed texts that a message quotes
_TRUST: dict[Provenance, int] = {"editor": 4, "source": 3, "text": 2, "file": 1, "machine": 0}
# The end of a path that names one article: several words, or a number that counts articles.
_ARTICLE_NAME = re.compile(r"[^\W\d_]{2,}[\W\d_]+[^\W\d_]{2,}|\d{5}")
_SUFFIX = re.compile(r"\.\w{2,5}$")
_TELLING = frozenset(("paragraph", "crosshead", "list", "quote"))


class Changes(Struct, frozen=True, kw_only=True):
    """What a new version changed: texts of blocks, in the order of the article that has them.

    `reworded` holds (old, new) of one paragraph; `title` the same, None if it stayed. Order and
    captions do not count.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    reworded: tuple[tuple[str, str], ...] = ()
    title: tuple[str, str] | None = None

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.removed or self.reworded or self.title)


def changes(old: Article | Draft, new: Draft) -> Changes:
    """Return what `new` changed; of equal likeness the earlier paragraphs go together."""
    before, after = _texts(old.blocks), _texts(new.blocks)
    gone, come = _without(before, after), _without(after, before)
    likely = sorted(
        (-likeness, first, second)
        for first, one in enumerate(gone)
        for second, other in enumerate(come)
        if (likeness := blocks.likeness(one, other)) > blocks.SAME
    )
    pairs: dict[int, int] = {}
    for _, first, second in likely:
        if first not in pairs and second not in pairs.values():
            pairs[first] = second
    kept = set(pairs.values())
    title = (blocks.normal(old.title), blocks.normal(new.title))
    return Changes(
        added=tuple(text for place, text in enumerate(come) if place not in kept),
        removed=tuple(text for place, text in enumerate(gone) if place not in pairs),
        reworded=tuple((gone[first], come[second]) for first, second in sorted(pairs.items())),
        title=title if title[1] and title[0] != title[1] else None,
    )


def _texts(held: Iterable[Block]) -> list[str]:
    return [block.text for block in held if block.type in _TELLING]


def _without(texts: Sequence[str], others: Iterable[str]) -> list[str]:
    """Return the texts that `others` lack, each as often as they lack it."""
    left = Counter(others)
    missing = []
    for text in texts:
        if left[text]:
            left[text] -= 1
        else:
            missing.append(text)
    return missing


def former(old: Draft, new: Draft, *, original: str, sha256: str) -> Version:
    """Return what to remember of `old`, made from `original`, once `new` has taken its place."""
    found = changes(old, new)
    ids = {block.text: block.id for block in reversed(new.blocks)}
    return Version(
        original=original,
        original_sha256=sha256,
        accessed=old.source.accessed,
        title=found.title[0] if found.title else "",
        added=tuple(ids[text] for text in found.added),
        reworded=tuple(ids[text] for _, text in found.reworded),
        removed=tuple(beginning(text) for text in found.removed),
    )


def beginning(text: str) -> str:
    """Return the first words of a text, with an ellipsis if there are more."""
    if len(text) <= _BEGINNING:
        return text
    return text[:_BEGINNING].rpartition(" ")[0].rstrip(" ,;:–-") + " …"


def counted(found: Changes) -> str:
    """Say in a few words how much changed.

    >>> counted(Changes(added=("a", "b"), title=("x", "y")))
    'another title, 2 blocks added'
    """
    parts = ((found.added, "added"), (found.reworded, "reworded"), (found.removed, "removed"))
    said = ["another title"] if found.title else []
    for texts, what in parts:
        if texts:
            said.append(f"{len(texts)} {'block' if len(texts) == 1 else 'blocks'} {what}")
    return ", ".join(said)


def quoted(found: Changes) -> str:
    """Say what changed with the beginnings of the texts, for somebody who has to do it by hand."""
    said = [f"the title is now “{found.title[1]}”"] if found.title else []
    texts = (
        ("new", [f"“{beginning(text)}”" for text in found.added]),
        ("reworded", [_difference(old, new) for old, new in found.reworded]),
        ("gone", [f"“{beginning(text)}”" for text in found.removed]),
    )
    for what, known in texts:
        if known:
            more = f" and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
            said.append(f"{what}: {', '.join(known[:_NAMED])}{more}")
    return "; ".join(said)


def _difference(old: str, new: str) -> str:
    """Show where two wordings part, each with a few words before and behind."""
    first, second = old.split(), new.split()
    start = _common(first, second)
    end = _common(first[start:][::-1], second[start:][::-1])
    lead = max(start - _CONTEXT, 0)
    shown = []
    for words in (first, second):
        stop = min(len(words) - end + _CONTEXT, len(words))
        text = beginning(" ".join(words[lead:stop]))
        shown.append(f"“{'… ' if lead else ''}{text}{' …' if stop < len(words) else ''}”")
    return " → ".join(shown)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words two texts have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def renewed(old: Draft, new: Draft) -> Draft:
    """Return `new` with what only `old` knows.

    The day of publication stays unless the new one is on better authority; so does a title that
    the new version lacks.
    """
    dated = old if old.date and _trust(old.date_by) >= _trust(new.date_by) else new
    titled = old if old.title and _trust(old.title_by) > _trust(new.title_by) else new
    return replace(
        new,
        title=titled.title,
        title_by=titled.title_by,
        date=dated.date,
        date_by=dated.date_by,
        lang=new.lang or old.lang,
        description=new.description or old.description,
        authors=new.authors or old.authors,
        source=_both(old.source, new.source),
        rights=new.rights or old.rights,
        topics=new.topics or old.topics,
    )


def _trust(by: Provenance) -> int:
    return _TRUST.get(by, -1)


def _both(old: Source, new: Source) -> Source:
    return Source(
        name=new.name or old.name,
        url=new.url or old.url,
        accessed=new.accessed or old.accessed,
        archive_url=new.archive_url or old.archive_url,
        agency=new.agency or old.agency,
    )


# --- whether it is one ----------------------------------------------------------------------


def is_version(old: Article, new: Draft) -> bool:
    """Whether `new` is `old` again.

    It is at the address of one article, whatever it says. Elsewhere outlet, day and most of the
    text have to be the same; with the same headline less of the text will do, but some must:
    columns keep theirs. Two different addresses make it doubtful, as does an unknown outlet.
    """
    return _is_version(old, new, _Text(new))


class _Text(Struct):
    """The words of a draft, looked at only if something depends on them."""

    draft: Draft
    _shingles: frozenset[int] | None = None

    @property
    def shingles(self) -> frozenset[int]:
        if self._shingles is None:
            self._shingles = shingles(block for block in self.draft.blocks if block.is_passage)
        return self._shingles

    def share(self, other: Article) -> float:
        return containment(self.shingles, shingles(other.passages))


def _is_version(old: Article, new: Draft, text: _Text) -> bool:
    same_title = bool(old.title) and _folded(old.title) == _folded(new.title)
    here, there = page_address(new.source.url), page_address(old.source.url)
    if here and here == there:
        names_one = _ARTICLE_NAME.search(_SUFFIX.sub("", here.rpartition("/")[2]))
        return bool(names_one) or same_title or text.share(old) > SUGGEST
    elsewhere = bool(here and there)
    apart = days_between(old.date, new.date)
    if apart > (0 if elsewhere else DAYS_APART):
        return False
    known = same_outlet(old.source, new.source)
    if not known and any(map(_outlets, (old.source, new.source))):
        return False
    if same_title:
        return text.share(old) > (SUGGEST if known and not elsewhere else SAME_ARTICLE)
    long = known and not elsewhere and len(text.shingles) > SHORTEST
    return long and text.share(old) > SAME_ARTICLE


def page_address(url: str) -> str:
    """Return what two addresses of one page have in common; "" for a mere site's.

    >>> page_address("https://www.example.org/a/?utm_source=x"), page_address("https://example.org/")
    ('example.org/a', '')
    """
    found = address(url)
    return found if "/" in found or "?" in found else ""


def _folded(title: str) -> str:
    return blocks.normal(title).casefold()


def _outlets(source: Source) -> set[str]:
    host = address(source.url).partition("/")[0].partition("?")[0]
    return {source.name.casefold(), host} - {""}


class Register(Struct):
    """Articles to look versions up in: each draft costs the same, however many there are."""

    _articles: dict[str, Article] = field(default_factory=dict)
    _keys: dict[tuple[str, ...], list[str]] = field(default_factory=dict)

    def put(self, article: Article) -> None:
        """Let an article be found; one of the same id gives way."""
        self._articles.pop(article.id, None)  # the last one put in stands last
        self._articles[article.id] = article
        for key in _keys(article, article.passages):
            held = self._keys.setdefault(key, [])
            if article.id not in held:
                held.append(article.id)
                del held[:-_HOLDERS]

    def at(self, url: str) -> Article | None:
        """Return the article at an address, the one put in last of several."""
        held = self._keys.get(("address", page_address(url)), ())
        return self._articles[held[-1]] if held else None

    def earlier(self, draft: Draft) -> Article | None:
        """Return the article of which `draft` is a version: the likeliest, of those the last."""
        passages = [block for block in draft.blocks if block.is_passage]
        common: Counter[str] = Counter()
        for key in _keys(draft, passages):
            weight = _HOLDERS * len(passages) + 1 if key[0] == "address" else 1
            for held in reversed(self._keys.get(key, ())):
                common[held] += weight
        text = _Text(draft)
        for identifier, _ in common.most_common(_HOLDERS):
            if _is_version(self._articles[identifier], draft, text):
                return self._articles[identifier]
        return None


def _keys(one: Article | Draft, passages: Iterable[Block]) -> Iterator[tuple[str, ...]]:
    """Yield what versions of an article have in common, one of it at least."""
    at = page_address(one.source.url)
    if at:
        yield ("address", at)
    title, long = _folded(one.title), [block.id for block in passages if len(block.text) > _LONG]
    for outlet in sorted(_outlets(one.source)) or [""]:
        yield ("title", outlet, title)
        for passage in long:
            yield ("text", outlet, passage)
