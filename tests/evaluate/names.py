"""Prints how well people, places and organisations are found, German and English apart.

Usage: python tests/evaluate/names.py FOLDER [--write]

FOLDER holds the samples (`ner_de/`, `text_en/`). The weights of doubtful names are learnt from the
labelled German sentences; the figures printed are of sentences that the weights have not seen
(four parts, each judged by what the other three teach). `--write` writes the weights of all.
"""

from __future__ import annotations

import json
import math
import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from evaluate.speechgold import marked

from dossier.model import Block
from dossier.reading.read import read
from dossier.understanding import name_weights
from dossier.understanding.known import NOBODY
from dossier.understanding.name_features import features
from dossier.understanding.name_scan import scan
from dossier.understanding.name_tokens import Tokens
from dossier.understanding.name_words import without_genitive
from dossier.understanding.names import find_mentions
from dossier.understanding.single_names import Decision, text_of

ROOT = Path(__file__).parent.parent.parent
WEIGHTS = ROOT / "dossier/understanding/name_weights.py"
GOLD_DE = ROOT / "tests/gold/names_de.toml"
GOLD_EN = ROOT / "tests/gold/names_en.toml"
KINDS = ("person", "place", "organisation")
_LABELS = {"PER": "person", "LOC": "place", "ORG": "organisation"}
_STRAIGHT = frozenset('"')
_FOLDS = 4
_FEWEST = 5  # a feature seen less often teaches nothing general

Name = tuple[int, int, str]
Example = tuple[list[str], int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its names by offsets and kind, and whether it is news."""

    text: str
    names: frozenset[Name]
    is_news: bool


@dataclass(slots=True)
class Figures:
    """Names found, of those found, of those there are, by kind."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)

    def add(self, found: Counter[tuple[str, object]], there: Counter[tuple[str, object]]) -> None:
        for name, counts in (
            ("right", found & there),
            ("found", found),
            ("there", there),
        ):
            for (kind, _), number in counts.items():
                getattr(self, name)[kind] += number

    def f1(self, kind: str) -> float:
        return 2 * self.right[kind] / max(self.found[kind] + self.there[kind], 1)

    def lines(self) -> Iterable[str]:
        for kind in KINDS:
            if not self.there[kind] + self.found[kind]:
                continue  # not labelled
            precision = self.right[kind] / max(self.found[kind], 1)
            recall = self.right[kind] / max(self.there[kind], 1)
            yield (
                f"{kind:13} F1 {self.f1(kind):.3f}  precision {precision:.3f}  "
                f"recall {recall:.3f}  of {self.there[kind]}"
            )


def sentences(path: Path) -> list[Sentence]:
    """Read labelled sentences: tokens with BIO tags, `source` tells news from encyclopaedia."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [_sentence(row) for row in rows]


def _sentence(row: dict[str, list[str]]) -> Sentence:
    text, spans, is_open = "", [], False
    glued = True
    for token in row["tokens"]:
        closes = token in ('"', "“", "”", "«") and is_open
        if text and not (glued or closes or re.fullmatch(r"[.,;:!?)\]%…]+|''", token)):
            text += " "
        glued = token in ("(", "[", "„", "»") or (token in _STRAIGHT and not is_open)
        if token in ('"', "“", "”", "«", "„", "»"):
            is_open = not closes and token in ('"', "„", "»")
        spans.append((len(text), len(text) + len(token)))
        text += token
    names, begin = set(), None
    tags = [*row["outer"], "O"]
    for place, tag in enumerate(tags):
        if begin is not None and not tag.startswith("I-"):
            kind = _LABELS.get(tags[begin][2:])
            if kind:
                names.add((spans[begin][0], spans[place - 1][1], kind))
            begin = None
        if tag.startswith("B-"):
            begin = place
    return Sentence(text, frozenset(names), "wikipedia" not in str(row["source"]))


def judge(parts: Iterable[Sentence]) -> Figures:
    """Compare what is found in sentences with their labels: span and kind must be the same."""
    figures = Figures()
    for one in parts:
        block = Block(id="p", type="paragraph", text=one.text)
        # Two places in one word, "München/Hamburg", have one label and one span.
        spans = {(m.kind, (m.start, m.end)) for m in find_mentions([block], "de")}
        found: Counter[tuple[str, object]] = Counter(spans)
        figures.add(found, Counter((kind, (start, end)) for start, end, kind in one.names))
    return figures


def judge_english(folder: Path) -> Figures:
    """Compare names, each as often as it occurs, with those listed by hand."""
    figures = Figures()
    for name, names in tomllib.loads(GOLD_EN.read_text("utf-8")).items():
        draft = read((folder / name).read_bytes(), name=name, where=name)
        found = Counter(
            (m.kind, without_genitive(m.text, "en")) for m in find_mentions(draft.blocks, "en")
        )
        figures.add(found, Counter((kind, text) for kind in KINDS for text in names[kind]))
    return figures


def judge_german() -> Figures:
    """Compare people and places of whole news pieces with those listed by hand."""
    figures = Figures()
    listed = tomllib.loads(GOLD_DE.read_text("utf-8"))
    for file in ("news_de_heldout.txt", "news_de_blind.txt"):
        for article in marked(GOLD_DE.parent / file, file):
            names = listed[article.name]
            found = Counter(
                (m.kind, without_genitive(m.text, "de"))
                for m in find_mentions(article.blocks, "de")
                if m.kind in names
            )
            there = Counter(
                (kind, without_genitive(text, "de")) for kind in names for text in names[kind]
            )
            figures.add(found, there)
    return figures


def examples(parts: Iterable[Sentence]) -> list[Example]:
    """Return features and right kind of each candidate that the weights have to decide."""
    found = []
    for one in parts:
        names = {
            span: kind
            for start, end, kind in one.names
            for span in ((start, end), *_parts(one.text, start, end))
        }
        tokens = Tokens(one.text, "de")
        article = Decision("de")
        candidates = scan(tokens, NOBODY)
        for candidate in candidates:
            article.learn(tokens, candidate)
        for candidate in candidates:
            text = text_of(tokens, candidate)
            if candidate.kind or candidate.title or article.kind_of(text):
                continue
            span = (tokens.starts[candidate.first], tokens.ends[candidate.last - 1])
            kind = names.get(span, "")
            place = KINDS.index(kind) if kind else len(KINDS)
            found.append((features(tokens, candidate, again=article.is_again(text)), place))
    return found


def _parts(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """Yield the parts of a label that slashes join: each is what the whole is."""
    for part in text[start:end].split("/"):
        yield start, start + len(part)
        start += len(part) + 1


def learn(known: Sequence[Example]) -> dict[str, list[float]]:
    """Fit a logistic regression by AdaGrad; "no name" has the weight 0."""
    rate, decay, rounds = 0.25, 0.02, 40
    weights: dict[str, list[float]] = {}
    squares: dict[str, list[float]] = {}
    order, shuffle = list(known), random.Random(7)  # noqa: S311 - the same each time
    for _ in range(rounds):
        shuffle.shuffle(order)
        for seen, right in order:
            scores = [sum(weights[f][k] for f in seen if f in weights) for k in range(len(KINDS))]
            most = max(*scores, 0.0)
            powers = [math.exp(score - most) for score in (*scores, 0.0)]
            for k in range(len(KINDS)):
                gradient = powers[k] / sum(powers) - (right == k)
                for feature in seen:
                    own = weights.setdefault(feature, [0.0] * len(KINDS))
                    square = squares.setdefault(feature, [1.0] * len(KINDS))
                    step = gradient + decay * own[k]
                    square[k] += step * step
                    own[k] -= rate * step / math.sqrt(square[k])
    return weights


def use(weights: dict[str, list[float]]) -> None:
    """Let the program decide by these weights."""
    name_weights.WEIGHTS.clear()
    name_weights.WEIGHTS.update({name: tuple(own) for name, own in weights.items()})


def crossed(parts: Sequence[Sentence]) -> Figures:
    """Judge each part of the news by weights that the others and the encyclopaedia teach."""
    news = [one for one in parts if one.is_news]
    others = examples(one for one in parts if not one.is_news)
    kept = dict(name_weights.WEIGHTS)
    figures = Figures()
    for fold in range(_FOLDS):
        taught = [one for place, one in enumerate(news) if place % _FOLDS != fold]
        use(learn(examples(taught) + others))
        part = judge(one for place, one in enumerate(news) if place % _FOLDS == fold)
        for name in ("right", "found", "there"):
            getattr(figures, name).update(getattr(part, name))
    use({name: list(own) for name, own in kept.items()})
    return figures


def write(parts: Sequence[Sentence]) -> None:
    """Write the weights that all sentences teach into the program."""
    known = examples(parts)
    counts = Counter(feature for seen, _ in known for feature in seen)
    rows = [
        f'    "{name}": ({", ".join(f"{value:.1f}" for value in own)}),\n'
        for name, own in sorted(learn(known).items())
        if counts[name] >= _FEWEST
    ]
    head = WEIGHTS.read_text("utf-8").partition("WEIGHTS:")[0]
    table = "WEIGHTS: dict[str, tuple[float, float, float]] = {\n"
    WEIGHTS.write_text(f"{head}{table}{''.join(rows)}}}\n", "utf-8")


def main() -> None:
    """Print the figures, or write the weights."""
    folder = Path(sys.argv[1])
    parts = sentences(folder / "ner_de/germeval14-dev.jsonl")
    if "--write" in sys.argv:
        write(parts)
        return
    for title, figures in (
        ("German news, sentences unseen", crossed(parts)),
        ("German news, whole pieces", judge_german()),
        ("German encyclopaedia, sentences seen", judge(one for one in parts if not one.is_news)),
        ("English statements", judge_english(folder / "text_en")),
    ):
        sys.stdout.write("\n  ".join([title, *figures.lines()]) + "\n")


if __name__ == "__main__":
    main()
