"""`dossier topics`: learn from the passages, and say what the topics miss."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from dossier import topicmodel
from dossier.content import Content
from dossier.effects import project
from dossier.effects.project import Project
from dossier.errors import DossierError
from dossier.model import Article
from dossier.settings import text_in
from dossier.understanding import learning
from dossier.understanding.decisions import decided, decisions
from dossier.understanding.likeness import Model
from dossier.understanding.meaning import Vector
from dossier.understanding.ranking import Candidate, Ranker
from dossier.understanding.themes import Passage, Theme, Vocabulary, terms_for, themes

# A topic is thin if fewer passages than this share of an even part of all have it.
_THIN = 0.5
_MOST_SUGGESTED = 5  # passages of a topic
_FIRST_WORDS = 90  # characters of a passage that tell it from others


class _Seen(Struct):
    """What was found in all passages."""

    passages: list[Passage] = field(default_factory=list)
    words: dict[str, set[str]] = field(default_factory=dict)
    suggested: dict[str, list[tuple[Passage, Candidate]]] = field(default_factory=dict)


def train(home: Project) -> Model:
    """Learn from all passages and keep the model in `content/`.

    Raises `DossierError` where there is too little to learn from.
    """
    store = topicmodel.cache(home)
    model = topicmodel.train(store, topicmodel.load(home, store))
    store.close()
    if not model:
        raise DossierError(
            "there is too little to learn from",
            where=home.name(topicmodel.path_of(home)),
            hint="two topics need three passages each that their terms are found in",
        )
    project.write(topicmodel.path_of(home), topicmodel.render(model).encode())
    return model


def suggest(home: Project) -> dict[str, Any]:
    """Return what the topics miss, as plain values.

    `topics`: for each topic the number of its passages, whether it is thin, terms to take up
    and passages that are like its own; `new`: themes of passages that have no topic; `outdated`
    says that topics have changed since the model was trained.
    """
    store = topicmodel.cache(home)
    content = topicmodel.load(home, store)
    model = topicmodel.current(home, store, content)
    every = [block.text for one in content.articles.values() for block in one.passages]
    seen = _look(content, model, topicmodel.vectors(store, model, every))
    store.close(tidy=False)
    vocabulary = Vocabulary(seen.passages)
    with_topic = sum(len(one.topics) for one in seen.passages)
    even = with_topic / max(1, len(content.topics))
    rows = []
    for topic in content.topics:
        number = sum(topic.id in one.topics for one in seen.passages)
        waiting = sorted(seen.suggested.get(topic.id, ()), key=lambda pair: -pair[1].score)
        rows.append(
            {
                "topic": topic.id,
                "title": text_in(topic.title, content.config.lang),
                "passages": number,
                "thin": number < _THIN * even,
                "terms": list(terms_for(vocabulary, topic.id, seen.words.get(topic.id, ()))),
                "waiting": len(waiting),
                "suggested": [_suggested(*pair) for pair in waiting[:_MOST_SUGGESTED]],
            }
        )
    return {
        "outdated": bool(model and model.key != learning.key_of(content.topics)),
        "topics": rows,
        "new": [_theme(theme) for theme in themes(vocabulary)],
    }


def _look(content: Content, model: Model | None, vectors: Mapping[str, Vector]) -> _Seen:
    known = decisions(content.pages)
    rankers: dict[str, Ranker] = {}
    seen = _Seen()
    for article in content.articles.values():
        lang = article.lang or content.config.lang
        if lang not in rankers:
            rankers[lang] = Ranker(content.topics, lang, model)
        ranking = rankers[lang].rank(article, vectors)
        ranking = decided(ranking, article, content.topics, known)
        by_passage: dict[str, list[Candidate]] = {}
        for one in ranking.passages:
            by_passage.setdefault(one.passage, []).append(one)
        _note(article, lang, by_passage, seen)
    return seen


def _note(article: Article, lang: str, by_passage: dict[str, list[Candidate]], seen: _Seen) -> None:
    for block in article.passages:
        found = by_passage.get(block.id, [])
        kept = tuple(one.topic for one in found if one.state in ("assigned", "editor"))
        passage = Passage(article=article.id, id=block.id, text=block.text, lang=lang, topics=kept)
        seen.passages.append(passage)
        for one in found:
            if one.state == "assigned":
                seen.words.setdefault(one.topic, set()).update(word for word, _ in one.why)
            elif one.state == "suggested":
                seen.suggested.setdefault(one.topic, []).append((passage, one))


def _suggested(passage: Passage, one: Candidate) -> dict[str, Any]:
    return {**_named(passage), "score": one.score, "why": [word for word, _ in one.why]}


def _theme(theme: Theme) -> dict[str, Any]:
    return {
        "keywords": list(theme.keywords),
        "passages": theme.number,
        "typical": [_named(passage) for passage in theme.typical],
    }


def _named(passage: Passage) -> dict[str, Any]:
    short = passage.text[:_FIRST_WORDS]
    if short != passage.text:
        short = f"{short.rpartition(' ')[0] or short} …"
    return {"article": passage.article, "passage": passage.id, "text": short}


def as_text(found: dict[str, Any]) -> str:
    """Write what `suggest` returns for people."""
    lines = []
    if found["outdated"]:
        lines += ["The topics have changed since they were learned: dossier topics train", ""]
    for row in found["topics"]:
        thin = ", thin" if row["thin"] else ""
        lines.append(f"{row['topic']}: {row['passages']} passages{thin}")
        if row["terms"]:
            lines.append(f"  terms to consider: {', '.join(row['terms'])}")
        if row["suggested"]:
            lines.append(f"  like its passages, waiting for you: {row['waiting']}")
            lines += [f"    {_line(one)}" for one in row["suggested"]]
    for theme in found["new"]:
        lines += ["", f"new topic? {theme['passages']} passages: {', '.join(theme['keywords'])}"]
        lines += [f"    {_line(one)}" for one in theme["typical"]]
    return "\n".join(lines)


def _line(one: dict[str, Any]) -> str:
    return f"{one['article']}#{one['passage']}  {one['text']}"
