"""Articles compared with one another: which are copies of one report.

What a comparison knew is kept. The next looks at what was changed since and at what that touches;
what it finds is what a comparison from nothing would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dossier.config import nearest
from dossier.content import Content
from dossier.effects import pool
from dossier.effects.store import Store, key_of
from dossier.errors import Finding
from dossier.model import Article, Copies, CopyGroup, PassageKey, Rights
from dossier.rendering.rights import allowed
from dossier.understanding import copies, shingles
from dossier.understanding.copies import Text
from dossier.understanding.overlaps import Since
from dossier.understanding.reports import KEEP_APART, Found, Report, report
from dossier.understanding.shingleindex import Base
from dossier.understanding.shingles import TextPrint
from dossier.understanding.twins import twins

_RANK: dict[Rights, int] = {"full": 0, "excerpt": 1, "link": 2, "private": 3}
_BASE, _NOW = "shingles", "copies"  # the names of what is kept

Pairs = tuple[tuple[PassageKey, PassageKey], ...]


class _Kept(Struct, frozen=True):
    """A comparison from nothing, as the cache keeps it, and what it is told apart by."""

    key: bytes
    base: Base


class _Compared(Struct, frozen=True):
    """What is known once all articles are compared, as the cache keeps it.

    `program` stands for the code, `settings` for those that count, `keys` for the articles, by
    name; `base` is the key of the comparison from nothing that this adds to. `said` holds what
    editors call a copy, and of what; `twins` what passages of a group's articles tell the same, by
    a key of these.
    """

    program: bytes
    settings: bytes
    base: bytes
    keys: dict[str, bytes]
    since: Since
    found: Found
    said: dict[str, str]
    twins: dict[bytes, Pairs]


class _Desk(Struct, frozen=True):
    """What a comparison works with; `settings` as in what is kept."""

    store: Store
    jobs: int
    content: Content
    settings: bytes

    def rank(self, article: Article) -> int:
        """Return how soon an article leads: what may be shown in full is the first."""
        config = self.content.config
        return _RANK[allowed(article, config.source_rights(), config.rights.default)]


def compare_all(store: Store, jobs: int, content: Content) -> Found:
    """Find the copies of a report into `content.copies`; nothing is computed twice."""
    return begin(store, jobs, content)()


def begin(store: Store, jobs: int, content: Content) -> Callable[[], Found]:
    """Begin to find the copies of a report; what is returned puts them into `content.copies`.

    All articles are compared by one process, where several are at work already; the others go on
    with something else meanwhile.
    """
    desk = _Desk(store, jobs, content, _settings(content))
    known = store.recall(_NOW, _Compared)
    if known and known.program != key_of():
        known = None
    if known and (known.settings, known.keys) == (desk.settings, content.keys):
        content.findings += _unknown(content, known.said)
        return partial(_hold, content, known)
    kept = store.recall_large(_BASE, _Kept) if known else None
    if not known or not kept or kept.key != known.base:
        return _from_nothing(desk, {}, {})
    made = _again(desk, known, kept.base) if known.settings == desk.settings else None
    if made:
        content.findings += _unknown(content, made.said)
        return partial(_keep, desk, made, known.twins)
    return _from_nothing(desk, _unchanged(desk, known, kept.base), known.twins)


def _settings(content: Content) -> bytes:
    """Return what an article's rank follows from besides itself."""
    outlets = content.config.source_rights()
    return msgspec.json.encode((content.config.rights.default, sorted(outlets.items())))


def _again(desk: _Desk, known: _Compared, base: Base) -> _Compared | None:
    """Compare what was changed, if that is less than all."""
    keys = desk.content.keys
    changed = [name for name, key in keys.items() if known.keys.get(name) != key]
    gone: dict[str, Text | None] = dict.fromkeys(known.keys.keys() - keys.keys())
    if not copies.are_few(base, len(gone) + len(changed)):
        return None
    since = copies.again(base, known.since, gone | _texts(desk, changed))
    return _compared(desk, base, since, known.base) if since else None


def _unchanged(desk: _Desk, known: _Compared, base: Base) -> dict[str, Text]:
    """Return the articles that are as they were compared; without rank, if that may be another."""
    there = copies.texts_of(base, known.since)
    same = desk.settings == known.settings
    found: dict[str, Text] = {}
    for name, key in desk.content.keys.items():
        if known.keys.get(name) == key and name in there:
            one, text = there[name]
            if not same:
                one = replace(one, rank=desk.rank(desk.content.articles[name]))
            found[name] = one, text
    return found


def _from_nothing(
    desk: _Desk, known: Mapping[str, Text], told: Mapping[bytes, Pairs]
) -> Callable[[], Found]:
    """Compare all with all; of those that are known nothing is read again."""
    content = desk.content
    texts = {**known, **_texts(desk, [name for name in content.keys if name not in known])}
    content.findings += _unknown(content, _said(one for one, _ in texts.values()))
    result = pool.later(copies.compare, texts, jobs=desk.jobs)

    def finish() -> Found:
        base, since = result()
        key = key_of(desk.settings, *sorted(content.keys.values()))
        return _keep(desk, _compared(desk, base, since, key), told, _Kept(key, base))

    return finish


def _texts(desk: _Desk, names: Iterable[str]) -> dict[str, Text]:
    """Return articles with their shingles, by name."""
    content = desk.content
    inputs = {content.keys[name]: content.articles[name] for name in names}
    work = partial(pool.run, shingles.text_prints, jobs=desk.jobs, takes=Article, gives=TextPrint)
    prints = desk.store.cached("text", inputs, TextPrint, work)
    return {
        one.id: (report(one, prints[key], desk.rank(one)), prints[key].shingles)
        for key, one in inputs.items()
    }


def _compared(desk: _Desk, base: Base, since: Since, key: bytes) -> _Compared:
    reports = copies.reports_of(base, since)
    return _Compared(
        program=key_of(),
        settings=desk.settings,
        base=key,
        keys=desk.content.keys,
        since=since,
        found=copies.found(reports, since),
        said=_said(reports.values()),
        twins={},
    )


def _said(reports: Iterable[Report]) -> dict[str, str]:
    return {one.name: one.copy_of for one in reports if one.copy_of}


def _keep(
    desk: _Desk, made: _Compared, told: Mapping[bytes, Pairs], kept: _Kept | None = None
) -> Found:
    """Find the twins in what groups there are, and keep all that is known now."""
    content = desk.content
    for group in made.found.groups:
        key = key_of(*(content.keys[name] for name in group.members))
        pairs = told.get(key)
        made.twins[key] = _pairs(group, content) if pairs is None else pairs
    if kept:
        desk.store.remember_large(_BASE, kept)
    desk.store.remember(_NOW, made)
    return _hold(content, made)


def _pairs(group: CopyGroup, content: Content) -> Pairs:
    return tuple(twins([group], content.articles).items())


def _hold(content: Content, compared: _Compared) -> Found:
    pairs = {one: first for held in compared.twins.values() for one, first in held}
    content.copies = Copies(groups=compared.found.groups, twins=pairs)
    return compared.found


def _unknown(content: Content, said: Mapping[str, str]) -> Iterator[Finding]:
    """Name the articles that are called copies of what is not there."""
    articles = content.articles
    for name in filter(said.__contains__, articles):
        other = said[name]
        if other != KEEP_APART and other not in articles:
            yield Finding(
                where=articles[name].path,
                message=f"it is called a copy of `{other}`, and there is no such article",
                hint=nearest(other, [*articles, KEEP_APART]),
            )
