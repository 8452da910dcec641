"""Taking in: from files, pages and originals to articles in `content/articles/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dossier import arrivals
from dossier.arrivals import Arrival, Desk, Line, desk_for, file_text
from dossier.content import Content, Loaded, content_key, load_articles, parse_articles
from dossier.effects import pool, project
from dossier.effects.project import Project
from dossier.effects.store import Store
from dossier.errors import DossierError, Finding
from dossier.inbox import MOST_OF_A_FEED, Inbox, Incoming, Tell, recorded, to_follow
from dossier.model import Article, Draft
from dossier.originals import (
    Original,
    Readings,
    keep_readings,
    known_readings,
    only_links,
    read_all,
    read_cached,
    record_of,
    scan,
)
from dossier.understanding.versions import changes, is_version, page_address

Read = list[tuple[Original, Readings]]
NOTHING = Incoming()


class Workplace(Struct, frozen=True):
    """Where the work is done and with what; `tell` gets a step, how much is done, of how much."""

    home: Project
    store: Store
    jobs: int
    tell: Tell


def take_in(work: Workplace, content: Content, incoming: Incoming) -> tuple[Arrival, ...]:
    """Make articles of what is named and of the originals that none was made of.

    What cannot be read is left where it is; what brings nothing new is not kept. In a dry run
    nothing is written, and `content` is what it would be.
    """
    shelf = scan(work.home, content)
    inbox = Inbox(work.home, shelf, dry=incoming.dry)
    inbox.take(incoming.paths, work.tell)
    if incoming.fetcher:
        inbox.fetch(incoming.addresses, incoming.fetcher, work.tell)
    read = _read(work, [*shelf.fresh, *inbox.originals])
    desk = desk_for(
        content.articles if read else {},  # nobody asks for them otherwise
        (topic.id for topic in content.topics),
        (path.stem for path in work.home.articles.glob("*.md")) if read else (),
    )
    read += _follow(work, read, inbox, desk, incoming)
    refused = [*inbox.findings, *(one for _, held in read for one in held.findings)]
    desk.findings += refused
    _decide(work, content, desk, read)
    _put_away(work, inbox, desk, read)
    desk.arrivals += [*_present(inbox, content), *arrivals.refusals(refused)]
    _take_over(work, content, desk, dry=incoming.dry)
    content.findings += desk.findings
    return tuple(desk.arrivals)


def _read(work: Workplace, originals: Sequence[Original]) -> Read:
    """Read originals; what earlier runs read and made nothing of is known."""
    known = known_readings(work.store, originals)
    new = [original for original in originals if original.where not in known]
    results = pool.run(
        read_all,
        new,
        jobs=work.jobs,
        gives=Readings,
        progress=lambda done: work.tell("reading", done, len(new)),
    )
    known |= {original.where: one for original, one in zip(new, results, strict=True)}
    return [(original, known[original.where]) for original in originals]


def _follow(work: Workplace, read: Read, inbox: Inbox, desk: Desk, incoming: Incoming) -> Read:
    """Fetch what feeds only link to, where that is wanted; say where it is not.

    The articles of a feed that was fetched just now are wanted, too.
    """
    feeds = [(original, held.links) for original, held in read if held.links]
    if not feeds:
        return []
    there = recorded(work.home)

    def is_known(url: str) -> bool:
        return page_address(url) in there or desk.register.at(url) is not None

    wanted: list[str] = []
    for original, links in feeds:
        if not incoming.fetcher or not (incoming.fetch or (original.brought and original.record)):
            desk.findings.append(only_links(original.where, links))
            continue
        found = to_follow(links, is_known)
        present = len({link.url for link in links}) - len(found)
        desk.arrivals += [Arrival(kind="present", where=original.where)] * present
        if len(found) > MOST_OF_A_FEED:
            desk.findings.append(_too_many(original.where, len(found)))
        wanted += found[:MOST_OF_A_FEED]
    if not wanted or not incoming.fetcher:
        return []
    return _read(work, inbox.fetch(wanted, incoming.fetcher, work.tell))


def _too_many(where: str, number: int) -> Finding:
    return Finding(
        where=where,
        message=f"it links to {number} articles; the first {MOST_OF_A_FEED} were fetched",
        hint="add it again for the next ones",
        level="note",
    )


# --- deciding -------------------------------------------------------------------------------


def _decide(work: Workplace, content: Content, desk: Desk, read: Read) -> None:
    drafts = [(original, name, draft) for original, held in read for name, draft in held.drafts]
    again: dict[str, Article] = {}
    for _, _, draft in drafts if content.articles else ():
        earlier = desk.register.earlier(draft)
        if earlier and changes(earlier, draft):
            again[earlier.id] = earlier
    desk.lines |= _lines(work, content, again)
    for original, name, draft in drafts:
        desk.receive(original, name, draft)


def _lines(work: Workplace, content: Content, articles: Mapping[str, Article]) -> dict[str, Line]:
    """Return how articles came to be, told by their originals, where these are all there."""
    chains = {
        identifier: chain
        for identifier, article in articles.items()
        if (chain := _originals_of(work.home, article, content.findings))
    }
    originals = {one.sha256: one for chain in chains.values() for one in chain}
    results = read_cached(work.store, work.jobs, list(originals.values()))
    read = dict(zip(originals, results, strict=True))
    topics = {topic.id for topic in content.topics}
    lines: dict[str, Line] = {}
    for identifier, chain in chains.items():
        article = articles[identifier]
        steps = [
            (one, _of_known(draft, topics))
            for one in chain
            for draft in _drafts_of(article, read[one.sha256])
        ]
        line = arrivals.line_of(steps)
        if line:
            written = _file_bytes(work.home.root / article.path)
            lines[identifier] = replace(
                line, is_ours=file_text(identifier, line).encode() == written
            )
    return lines


def _originals_of(
    home: Project, article: Article, findings: list[Finding]
) -> list[Original] | None:
    """Return the originals of all versions, oldest first; None unless each is as it was."""
    stated = [(one.original, one.original_sha256) for one in article.versions]
    chain: dict[str, Original] = {}
    for inside, sha256 in (*stated, (article.original, article.original_sha256)):
        path = home.content / inside
        try:
            if ".." in path.parts or not path.is_relative_to(home.originals):
                return None
            found = project.digest(project.read_bytes(home, path))
        except DossierError:
            return None
        if sha256 and sha256 != found:
            return None
        record = record_of(home, path, findings)
        chain.setdefault(found, Original(home.name(path), None, found, record, path, inside))
    return list(chain.values())


def _drafts_of(article: Article, held: Readings) -> list[Draft]:
    drafts = [draft for _, draft in held.drafts]
    if len(drafts) == 1:
        return drafts
    return [draft for draft in drafts if is_version(article, draft)]


def _of_known(draft: Draft, topics: set[str]) -> Draft:
    return replace(draft, topics=tuple(topic for topic in draft.topics if topic in topics))


def _file_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


# --- writing --------------------------------------------------------------------------------


def _put_away(work: Workplace, inbox: Inbox, desk: Desk, read: Read) -> None:
    """Take away what was brought for nothing; remember what lies there for nothing."""
    written = {line.inside for line in desk.made.values()}
    written |= {one.original for line in desk.made.values() for one in line.versions}
    idle = [(original, held) for original, held in read if original.inside not in written]
    for original, held in idle:
        if original.inside in desk.used:
            continue
        if original.brought:
            inbox.discard(original)
        elif held.drafts:
            desk.findings.append(_nothing_new(original.where))
    keep_readings(work.store, idle)


def _nothing_new(where: str) -> Finding:
    return Finding(
        where=where,
        message="nothing new is in it: the dossier has this text already",
        hint="delete the file",
        level="note",
    )


def _present(inbox: Inbox, content: Content) -> Iterable[Arrival]:
    """Yield the originals that came in and were there, byte for byte."""
    if not inbox.present:
        return
    by_original = {
        sha256: one
        for one in content.articles.values()
        for sha256 in (*(version.original_sha256 for version in one.versions), one.original_sha256)
    }
    for where, sha256 in inbox.present:
        article = by_original.get(sha256)
        yield Arrival(
            kind="present",
            where=where,
            article=article.id if article else "",
            path=article.path if article else "",
            title=article.title if article else "",
            date=article.date if article else "",
            lang=article.lang if article else "",
        )


def _take_over(work: Workplace, content: Content, desk: Desk, *, dry: bool) -> None:
    """Write the articles and load them; one that its file cannot hold is taken back."""
    texts = {identifier: file_text(identifier, line) for identifier, line in desk.made.items()}
    for identifier in texts:
        content.articles.pop(identifier, None)
        content.keys.pop(identifier, None)
    if dry:
        items = [(desk.path_of(identifier), text.encode()) for identifier, text in texts.items()]
        loaded = pool.run(parse_articles, items, jobs=work.jobs, gives=Loaded)
        for (path, data), one in zip(items, loaded, strict=True):
            if one.article:
                content.articles[one.article.id] = one.article
                content.keys[one.article.id] = content_key(path, data)
    else:
        files = {work.home.root / desk.path_of(name): text for name, text in texts.items()}
        with ThreadPoolExecutor(max_workers=1) as writer:  # while they are parsed
            written = writer.submit(_write_all, work.home, content, files)
            given = {path: text.encode() for path, text in files.items()}
            load_articles(work.home, work.store, work.jobs, content, given=given)
            written.result()
    lost: dict[str, Finding] = {}
    for identifier in texts:
        if identifier not in content.articles:
            lost[identifier] = _lost(work, content, desk, identifier)
    desk.findings += lost.values()
    desk.arrivals = list(arrivals.without_lost(desk.arrivals, lost))


def _write_all(home: Project, content: Content, files: Mapping[Path, str]) -> None:
    for path, text in files.items():
        content.write(home, path, text)


def _lost(work: Workplace, content: Content, desk: Desk, identifier: str) -> Finding:
    path = work.home.root / desk.path_of(identifier)
    if content.written.pop(work.home.name(path), "") and identifier not in desk.paths:
        path.unlink()
    where = next(one.where for one in desk.arrivals if one.article == identifier)
    return Finding(
        where=where,
        message="no article can be made of it",
        hint="the reason stands above",
        level="error",
    )
