"""`dossier explain`: what the program sees in a file, in or out of a dossier."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import asdict, replace

from dossier import topicmodel
from dossier.content import Content
from dossier.effects import project
from dossier.effects.project import Project
from dossier.errors import DossierError, Finding
from dossier.found import DateMention, Event, Mention, Named, Understanding, Voice
from dossier.model import Article, Block, Draft, Topic, packed
from dossier.originals import Original, only_links, read_all
from dossier.pagefiles import load_pages
from dossier.reading.entries import MAX_BYTES
from dossier.settings import Config
from dossier.understanding.decisions import Decisions, decided, decisions
from dossier.understanding.known import listed
from dossier.understanding.likeness import Model
from dossier.understanding.ranking import Candidate, Ranker, Ranking
from dossier.understanding.understand import understand
from dossier.writing import amendments, articlefile

_ARTICLES = "content/articles"
_PASSAGE = re.compile(r"(?P<file>.+)#(?P<passage>p-[0-9a-f]{8}(?:-\d+)?)")
_SHOWN = ("assigned", "suggested", "editor")


def explain(
    paths: Iterable[Path], config: Config | None, home: Project | None = None
) -> Iterator[dict[str, Any] | Finding]:
    """Yield what is seen in each file, as plain values, or why it cannot be read.

    A path may be the id of an article in `home`, and end in `#` and a passage. Without a
    `config` there are no topics, without a `home` nothing but their terms. `start` and `end` are
    character offsets into the text of the block that `passage` names.
    """
    desk = _Desk(config, home)
    with contextlib.closing(desk):
        yield from _seen(paths, home, desk)


def _seen(
    paths: Iterable[Path], home: Project | None, desk: _Desk
) -> Iterator[dict[str, Any] | Finding]:
    for path in paths:
        given, passage = _target(path, home)
        for file in sorted(project.files(given)) if given.is_dir() else [given]:
            try:
                articles = articles_in(file)
            except DossierError as error:
                line = re.search(r":\d+$", error.where)
                where = file.as_posix() + (line[0] if line else "")
                yield replace(error.as_finding(), where=where)
                continue
            found = understand(articles, (), desk.lang, desk.named)
            for article, seen in zip(articles, found, strict=True):
                values = _as_values(file, article, seen, desk.rank(article))
                yield _only(values, passage) if passage else values


def write(paths: Iterable[Path], config: Config) -> Iterator[Path | Finding]:
    """Write the findings of articles into their front matter; yield what was changed.

    Only files of `content/articles/` have a front matter that the program reads again.
    """
    for path in paths:
        for file in sorted(project.files(path)) if path.is_dir() else [path]:
            try:
                old = project.read_bytes(Project(file.resolve().parent), file, MAX_BYTES)
                new = _written_out(file, old, config)
            except DossierError as error:
                yield error.as_finding()
            else:
                if new != old:
                    project.write(file, new)
                    yield file


def _written_out(file: Path, old: bytes, config: Config) -> bytes:
    where = file.as_posix()
    if not _is_article(file):
        raise DossierError(
            "only an article's file can hold its findings",
            where=where,
            hint=f"name one of {_ARTICLES}/",
        )
    try:
        text = old.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DossierError("the file is not UTF-8", where=where, hint="save it as UTF-8") from error
    (found,) = understand(
        [articlefile.parse(text, path=where)[0]],
        config.topic_values(),
        config.lang,
        listed(config),
    )
    return amendments.written_out(text, found, where).encode()


def _is_article(path: Path) -> bool:
    return path.resolve().parent.as_posix().endswith(_ARTICLES) and path.suffix == ".md"


def _target(path: Path, home: Project | None) -> tuple[Path, str]:
    """Return the file that is meant, and the passage in it."""
    match = None if path.exists() else _PASSAGE.fullmatch(path.as_posix())
    file, passage = (Path(match["file"]), match["passage"]) if match else (path, "")
    if home and not file.exists():
        article = home.articles / f"{file.name.removesuffix('.md')}.md"
        file = article if article.is_file() else file
    return file, passage


class _Desk:
    """Topics, what was learned of them and what an editor decided, each read when needed."""

    def __init__(self, config: Config | None, home: Project | None) -> None:
        self.lang = config.lang if config else "de"
        self.named: tuple[Named, ...] = listed(config) if config else ()
        self._topics: tuple[Topic, ...] = config.topic_values() if config else ()
        self._config, self._home = config, home
        self._rankers: dict[str, Ranker] = {}
        self._model: Model | None = None
        self._decisions: Decisions | None = None
        self._store = topicmodel.cache(home) if home and self._topics else None

    def close(self) -> None:
        """Close the cache."""
        if self._store:
            self._store.close(tidy=False)

    def rank(self, article: Article) -> Ranking:
        """Return an article's topics as its editor left them."""
        if not self._topics:
            return Ranking()
        lang = article.lang or self.lang
        if not self._rankers and self._home and self._store:
            self._model = topicmodel.current(self._home, self._store)
        if lang not in self._rankers:
            self._rankers[lang] = Ranker(self._topics, lang, self._model)
        texts = [block.text for block in article.passages]
        vectors = topicmodel.vectors(self._store, self._model, texts) if self._store else {}
        ranking = self._rankers[lang].rank(article, vectors)
        return decided(ranking, article, self._topics, self._decided(article))

    def _decided(self, article: Article) -> Decisions:
        if not article.id or not self._home or not self._store or not self._config:
            return Decisions()
        if self._decisions is None:
            content = Content(config=self._config, topics=self._topics)
            load_pages(self._home, self._store, content)
            self._decisions = decisions(content.pages)
        return self._decisions


def articles_in(path: Path) -> list[Article]:
    """Return what a file holds: one article, or those of a feed or an archive.

    Raises `DossierError` if it cannot be read.
    """
    data = project.read_bytes(Project(path.resolve().parent), path, MAX_BYTES)
    if _is_article(path):
        text = data.decode("utf-8-sig", errors="replace")
        return [articlefile.parse(text, path=path.as_posix())[0]]
    (result,) = read_all([Original(path.name, data, "")])
    if not result.drafts:
        reason = result.findings[0] if result.findings else only_links(path.name, result.links)
        raise DossierError(reason.message, where=reason.where, hint=reason.hint)
    return [_undrafted(draft) for _, draft in result.drafts]


def _undrafted(draft: Draft) -> Article:
    return Article(
        id="",
        title=draft.title,
        title_by=draft.title_by,
        date=draft.date,
        date_by=draft.date_by,
        modified=draft.modified,
        authors=draft.authors,
        source=draft.source,
        licence=draft.licence,
        lang=draft.lang,
        body=packed(draft.blocks),
    )


def _as_values(
    path: Path, article: Article, found: Understanding, ranking: Ranking
) -> dict[str, Any]:
    return {
        "file": path.as_posix(),
        "title": article.title,
        "date": article.date,
        "lang": article.lang,
        "blocks": [_block(block) for block in article.blocks],
        "topics": [_topic(one) for one in ranking.passages if one.state in _SHOWN],
        "voices": [_values(voice, but="" if voice.via else "via") for voice in found.voices],
        "dates": [_values(mention, but="modifier") for mention in found.dates],
        "events": [_values(event, but="gist") for event in found.events],
        "mentions": [_values(mention) for mention in found.mentions],
        "authors": list(article.authors),
        "source": {"name": article.source.name, "url": article.source.url},
        "modified": article.modified,
        "licence": article.licence,
        "article_topics": [_candidate(one, but="passage") for one in ranking.whole],
        "runners_up": [_candidate(one) for one in ranking.passages if one.state not in _SHOWN],
    }


def _topic(one: Candidate) -> dict[str, Any]:
    return {
        "topic": one.topic,
        "passage": one.passage,
        "score": one.score,
        "why": [word for word, _ in one.why],
        "state": one.state,
        "weights": [weight for _, weight in one.why],
    }


def _candidate(one: Candidate, but: str = "") -> dict[str, Any]:
    return {key: value for key, value in _topic(one).items() if key != but}


def _only(values: dict[str, Any], passage: str) -> dict[str, Any]:
    """Keep what is seen in one passage."""
    kept = {
        name: [row for row in values[name] if row["passage"] == passage]
        for name in ("topics", "voices", "dates", "mentions", "runners_up")
    }
    blocks = [block for block in values["blocks"] if block["id"] == passage]
    return values | kept | {"blocks": blocks, "article_topics": []}


def _values(row: Voice | DateMention | Event | Mention, but: str = "") -> dict[str, Any]:
    return {key: value for key, value in asdict(row).items() if key != but}


def _block(block: Block) -> dict[str, Any]:
    values = {"id": block.id, "type": block.type, "text": block.text}
    return values | {"credit": block.credit} if block.credit else values
