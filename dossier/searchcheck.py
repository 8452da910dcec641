"""`dossier check --search`: whether the search finds what the editor expects of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from dossier.content import Content, load_articles
from dossier.effects import browser
from dossier.effects.browser import Answer
from dossier.effects.project import Project
from dossier.effects.store import Store
from dossier.errors import DossierError, Finding
from dossier.model import Article
from dossier.settings import Config

NAME = "content/search.toml"
_ID = re.compile(r"(?:[\w.-]+#)?[phc]-[0-9a-f]{8}(?:-\d+)?")


class Query(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A query and what is expected: passages among the first, others nowhere, or nothing at all.

    `find` and `forbid` hold ids of passages (`p-1a2b3c4d`, `article#p-1a2b3c4d`), or words that
    stand in them.
    """

    query: str
    find: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()
    nothing: bool = False
    first: int = 5


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    queries: tuple[Query, ...] = ()


def load(path: Path) -> tuple[Query, ...]:
    """Read the file of queries; raises `DossierError` with what is wrong in it."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(raw, _File, strict=True).queries
    except FileNotFoundError:
        hint = 'write queries like: [[queries]] query = "…" find = ["words of the passage"]'
        raise DossierError("there are no queries to ask", where=NAME, hint=hint) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        hint = "keys of a query: query, find, forbid, nothing, first"
        raise DossierError(f"the queries cannot be read: {error}", where=NAME, hint=hint) from error


def check_dossier(home: Project, config: Config, *, jobs: int) -> tuple[Finding, ...]:
    """Ask the queries of the dossier in `home`; see `check`."""
    queries = load(home.root / NAME)
    held = Content(config=config, topics=config.topic_values())
    store = Store(home.cache / "cache.sqlite")
    try:
        load_articles(home, store, jobs, held)
    finally:
        store.close()
    return check(home.site, queries, tuple(held.articles.values()))


def check(
    site: Path,
    queries: tuple[Query, ...],
    articles: Iterable[Article],
    ask: Callable[[Path, Iterable[str]], Iterator[Answer]] = browser.ask,
) -> tuple[Finding, ...]:
    """Ask all queries of the built site and return what is not as expected."""
    if not (site / "search/index.html").is_file():
        raise DossierError(
            "there is no search to check", where=site.name, hint="run `dossier build` first"
        )
    texts = {
        f"{article.id}#{block.id}": f"{block.text} {block.credit}"
        for article in articles
        for block in article.blocks
    }
    answers = ask(site, (query.query for query in queries))
    return tuple(
        finding
        for query, answer in zip(queries, answers, strict=True)
        for finding in judge(query, answer, texts)
    )


def judge(query: Query, answer: Answer, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what is wrong with an answer; `texts` holds all blocks by `article#block`."""
    where = f"{NAME}: {query.query}"
    first = set(answer.passages[: query.first])
    for expected in query.find:
        meant = _meant(expected, texts)
        if not meant:
            hint = "it was reworded or removed: correct the query"
            yield _wrong(where, f"no article holds `{expected}`", hint)
        elif not meant & first:
            place = next((n for n, one in enumerate(answer.passages, 1) if one in meant), 0)
            what = f"comes only at place {place}" if place else "is not found"
            yield _wrong(where, f"`{expected}` {what} (the page says: {answer.said})")
    for forbidden in query.forbid:
        if _meant(forbidden, texts) & set(answer.passages):
            yield _wrong(where, f"`{forbidden}` is found and should not be")
    if query.nothing and answer.passages:
        yield _wrong(where, f"it should find nothing and finds {answer.passages[0]}")


def _meant(expected: str, texts: Mapping[str, str]) -> set[str]:
    if _ID.fullmatch(expected):
        return {key for key in texts if key == expected or key.endswith(f"#{expected}")}
    return {key for key, text in texts.items() if expected in text}


def _wrong(where: str, message: str, hint: str = "") -> Finding:
    return Finding(where=where, message=message, hint=hint, level="error")
