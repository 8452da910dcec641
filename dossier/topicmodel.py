"""The model of a dossier's topics: `content/topics/model.json`, or made for the moment.

`dossier topics train` writes the file; from then on it says what it says on every machine,
whatever comes in, until it is trained again. Without the file a model is made of what
`content/` holds and remembered in the cache by just that.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from dossier.content import Content, load_articles
from dossier.effects import embedding, project
from dossier.effects.project import Project
from dossier.effects.store import Store, key_of
from dossier.errors import DossierError
from dossier.model import Article, packed
from dossier.originals import Original, read_all
from dossier.pagefiles import load_pages
from dossier.reading.entries import MAX_BYTES
from dossier.understanding import learning
from dossier.understanding.decisions import Decisions, decisions
from dossier.understanding.likeness import Model
from dossier.understanding.meaning import Judged, Meaning, meaning

NAME = "model.json"
_FORMAT = 1
_ABOUT = "Made by `dossier topics train`. Suggestions rest on it, topic pages do not."


class _File(msgspec.Struct, frozen=True, kw_only=True):
    """The file as it lies on disk."""

    about: str = ""
    format: int
    key: str
    passages: int
    typical: float
    topics: list[str]
    terms: dict[str, float]
    usual: list[int] = []
    directions: list[list[int]] = []
    meaning: Meaning | None = None
    weights: dict[str, list[int]]


class _Made(msgspec.Struct, frozen=True):
    """A model in the cache; none where there is too little to learn from."""

    model: Model | None


def path_of(home: Project) -> Path:
    """Return where a dossier's model lies."""
    return home.topics / NAME


def render(model: Model) -> str:
    """Write a model, one entry a line, the same for the same model."""
    head = {
        "about": _ABOUT,
        "format": _FORMAT,
        "key": model.key,
        "passages": model.passages,
        "typical": model.typical,
        "topics": list(model.topics),
        "usual": list(model.usual),
    }
    lines = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
    for name, values in (("terms", model.terms), ("weights", model.weights)):
        rows = ",\n".join(f"{_json(key)}: {_json(value)}" for key, value in _sorted(values))
        lines.append(f"{_json(name)}: {{\n{rows}\n}}")
    rows = ",\n".join(map(_json, model.directions))
    lines.append(f'"directions": [\n{rows}\n]')
    if model.meaning:
        lines.append(f'"meaning": {_json(msgspec.to_builtins(model.meaning))}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _sorted(values: Mapping[str, object]) -> list[tuple[str, object]]:
    return sorted(values.items())


def parse(text: bytes, where: str) -> Model:
    """Read a model; raises `DossierError` if it is none that this program wrote."""
    hint = "make it anew with: dossier topics train"
    try:
        found = msgspec.json.decode(text, type=_File)
    except msgspec.MsgspecError as error:
        raise DossierError(f"this is no model: {error}", where=where, hint=hint) from error
    width = len(found.topics)
    if found.format != _FORMAT or any(len(row) != width for row in found.weights.values()):
        raise DossierError("this is no model that can be used", where=where, hint=hint)
    return Model(
        topics=tuple(found.topics),
        key=found.key,
        passages=found.passages,
        typical=found.typical,
        terms=found.terms,
        usual=tuple(found.usual),
        directions=tuple(map(tuple, found.directions)),
        weights={name: tuple(row) for name, row in found.weights.items()},
        meaning=found.meaning,
    )


def stored(home: Project) -> Model | None:
    """Return the model that is kept in `content/`, if there is one."""
    path = path_of(home)
    if not path.is_file():
        return None
    return parse(project.read_bytes(home, path, MAX_BYTES), home.name(path))


def cache(home: Project) -> Store:
    """Open the cache of all that has to do with topics.

    It is apart from that of builds: looking at one article would let it forget the others.
    """
    return Store(home.cache / "topics.sqlite")


def load(home: Project, store: Store) -> Content:
    """Read articles and topic pages, by the cache where they are known."""
    config = home.config()
    content = Content(config=config, topics=config.topic_values())
    load_articles(home, store, config.build.jobs, content)
    load_pages(home, store, content)
    return content


def current(home: Project, store: Store, content: Content | None = None) -> Model | None:
    """Return the model in effect: the one in `content/`, else one of what is there now."""
    kept = stored(home)
    if kept:
        return kept
    content = content or load(home, store)
    articles = list(content.articles.values()) or list(_originals(home))
    decided = decisions(content.pages)
    key = key_of(
        learning.key_of(content.topics),
        str(embedding.available()),
        *(f"{one.id} {one.lang} {one.topics}" for one in articles),
        *(block.text for one in articles for block in one.passages),
        repr(sorted((*key, *sorted(topics)) for key, topics in decided.standing.items())),
        repr(sorted((*key, *sorted(topics)) for key, topics in decided.offered.items())),
    )
    made = store.cached(
        "topicmodel",
        {key: articles},
        _Made,
        lambda _: [_Made(_train(content, articles, decided, store))],
    )
    return made[key].model


def train(store: Store, content: Content) -> Model | None:
    """Learn from a dossier's articles and from what an editor decided."""
    return _train(content, list(content.articles.values()), decisions(content.pages), store)


def vectors(store: Store, model: Model | None, texts: Iterable[str]) -> dict[str, list[float]]:
    """Return what texts mean; nothing without the extra, or for a model that knows no meaning."""
    if not model or not model.meaning or not embedding.available():
        return {}
    return embedding.embed(texts, store)


def _train(
    content: Content, articles: Sequence[Article], decided: Decisions, store: Store
) -> Model | None:
    lang = content.config.lang
    model = learning.learn(articles, content.topics, lang, decided)
    if not model or not embedding.available():
        return model
    examples = learning.judged(articles, content.topics, lang, decided, model)
    told = {topic.id: learning.told(topic, lang) for topic in content.topics}
    found = embedding.embed(
        (*examples, *(text for texts in told.values() for text in texts)), store
    )
    known = meaning(
        [Judged(found[text], totals) for text, totals in examples.items()],
        {topic: [found[text] for text in texts] for topic, texts in told.items()},
    )
    return replace(model, meaning=known)


def _originals(home: Project) -> Iterable[Article]:
    """Yield what lies in `content/originals/` and was not added yet."""
    for path in project.files(home.originals):
        try:
            data = project.read_bytes(home, path, MAX_BYTES)
        except DossierError:
            continue  # `dossier add` says so
        (result,) = read_all([Original(path.name, data, "")])
        for number, (_, draft) in enumerate(result.drafts):
            name = f"{home.name(path)}-{number}"
            yield Article(id=name, title=draft.title, lang=draft.lang, body=packed(draft.blocks))
