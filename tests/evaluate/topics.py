"""Prints how well passages are sorted into topics: against labels given by reading them.

Usage: python tests/evaluate/topics.py FOLDER [OTHER …] [-v]

FOLDER holds the samples that `tests/gold/topics/labels.json` names, and news sentences that are
sorted into desks by the section in their address. OTHER, if given, is a dossier
with a `labels.tsv` of two columns, file and topic: one topic for each whole file, as in news
corpora sorted by desk; it says how often the best-scored topic is right. -v names mistakes.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dossier import blocks, config
from dossier.effects.project import Project
from dossier.errors import Finding
from dossier.explain import articles_in, explain
from dossier.model import Article, Block, packed
from dossier.understanding.decisions import Decisions
from dossier.understanding.learning import learn
from dossier.understanding.ranking import Candidate, Ranker

GOLD = Path(__file__).parents[1] / "gold" / "topics"
ROOT = Path(__file__).parents[2]
BOTH = ("assigned", "suggested")
# Which files of the samples a set consists of, and its topics.
SETS = {
    "seed": ("seed", ROOT / "dossier.toml"),
    "English": ("text_en", GOLD / "english.toml"),
    "German": ("html_open/de", GOLD / "german.toml"),
}
# Parts of addresses, as `…/sport/…`, that say which desk a sentence is from.
SECTIONS = {
    "sport": "sport fussball kicker sport1 formel1 bundesliga",
    "kultur": "kultur feuilleton musik kino",
    "panorama": "panorama vermischtes polizei",
    "wirtschaft": "wirtschaft handelsblatt finanznachrichten ftd boerse unternehmen finanzen",
    "international": "ausland international",
    "web": "heise golem netzwelt digital computer chip pcwelt zdnet",
    "wissenschaft": "wissen wissenschaft",
    "etat": "medien dwdl kress wuv horizont",
}


@dataclass(slots=True)
class Figures:
    """Counts of one set: topics right, wrong and missed, and best-scored topics right."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    best_right: int = 0
    best_of: int = 0
    silent_right: int = 0
    silent_of: int = 0
    mistakes: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the topics found that are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the right topics that were found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def evaluate(samples: Path, name: str, states: Sequence[str], *, learned: bool = True) -> Figures:
    """Return the figures of a set, counting topics in `states` as found."""
    folder, settings = SETS[name]
    topics = config.parse(settings.read_text("utf-8")).topic_values()
    lang = "en" if name == "English" else "de"
    labels: dict[str, dict[str, list[str]]] = json.loads((GOLD / "labels.json").read_text("utf-8"))
    articles = {
        path.relative_to(samples).as_posix(): article
        for path in sorted((samples / folder).iterdir())
        if path.suffix in (".md", ".html", ".txt")
        for article in articles_in(path)[:1]
    }
    model = learn(articles.values(), topics, lang, Decisions()) if learned else None
    ranker = Ranker(topics, lang, model)
    figures = Figures()
    for file, wanted in labels.items():
        if file.startswith(f"{folder}/"):
            ranked = ranker.rank(articles[file]).passages
            for passage, right in wanted.items():
                rows = [one for one in ranked if one.passage == passage]
                _judge(rows, right, states, figures, f"{file}#{passage}")
    return figures


def _judge(
    rows: Sequence[Candidate],
    right: Sequence[str],
    states: Sequence[str],
    figures: Figures,
    where: str,
) -> None:
    found = {one.topic for one in rows if one.state in states}
    figures.right += len(found.intersection(right))
    figures.wrong += len(found.difference(right))
    figures.missed += len(set(right) - found)
    shown = [one for one in rows if one.state in ("assigned", "suggested")]
    if right:
        figures.best_of += 1
        figures.best_right += bool(shown) and shown[0].topic in right
    else:
        figures.silent_of += 1
        figures.silent_right += not found
    if found != set(right):
        figures.mistakes.append(f"{where}: {sorted(found)} for {sorted(right)}")


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the F1 of (right, found) averaged over the topics that are right somewhere."""
    topics = sorted({right for right, _ in pairs})
    total = 0.0
    for topic in topics:
        hit = sum(right == found == topic for right, found in pairs)
        either = sum((right == topic) + (found == topic) for right, found in pairs)
        total += 2 * hit / either if either else 0.0
    return total / len(topics)


def by_section(samples: Path, *, learned: bool) -> tuple[float, int]:
    """Return the macro-F1 of the best-scored topic of single sentences, and how many there are.

    A sentence rarely holds a term of its desk, so that this says how much likeness adds.
    """
    topics = config.parse((GOLD / "desks.toml").read_text("utf-8")).topic_values()
    lines = (samples / "ner_de/germeval14-dev.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if "wikipedia" not in row["source"].lower()]
    articles = [
        Article(id=f"s{number:04}", title="", lang="de", body=packed((_sentence(row["tokens"]),)))
        for number, row in enumerate(rows)
    ]
    model = learn(articles, topics, "de", Decisions()) if learned else None
    ranker = Ranker(topics, "de", model)
    pairs = []
    for row, article in zip(rows, articles, strict=True):
        parts = set(re.split(r"[/.,_-]", row["source"].lower()))
        right = next((desk for desk, names in SECTIONS.items() if parts & set(names.split())), "")
        found = [one for one in ranker.rank(article).passages if one.state in BOTH]
        if right:
            pairs.append((right, found[0].topic if found else ""))
    return macro_f1(pairs), len(pairs)


def _sentence(tokens: Sequence[str]) -> Block:
    return blocks.make("paragraph", re.sub(r" (?=[.,;:!?)])|(?<=\() ", "", " ".join(tokens)))


def best_scored(dossier: Path) -> float:
    """Return the macro-F1 of the best-scored topic of each file in `labels.tsv`."""
    home = Project(dossier)
    rows = (dossier / "labels.tsv").read_text("utf-8").splitlines()
    labels = dict(row.split("\t") for row in rows if row)
    pairs = []
    for seen in explain([dossier / name for name in labels], home.config(), home):
        if isinstance(seen, Finding):
            continue
        best = max(seen["topics"], key=lambda row: row["score"], default={"topic": ""})
        right = labels[Path(seen["file"]).relative_to(dossier).as_posix()]
        pairs.append((right, str(best["topic"])))
    return macro_f1(pairs)


def main() -> None:
    """Print the figures."""
    samples = Path(sys.argv[1])
    write = sys.stdout.write
    for name in SETS:
        for said, states in (("assigned", ("assigned",)), ("both", BOTH)):
            one = evaluate(samples, name, states)
            write(
                f"{name:8} {said:9} P {one.precision:.3f}  R {one.recall:.3f}  F1 {one.f1:.3f}  "
                f"none right {one.silent_right}/{one.silent_of}  "
                f"best-scored right {one.best_right}/{one.best_of}\n"
            )
            if "-v" in sys.argv:
                write("".join(f"  {line}\n" for line in one.mistakes))
    for said, learned in (("terms alone", False), ("by default", True)):
        value, number = by_section(samples, learned=learned)
        write(f"nine desks, {number} sentences, best-scored topic, {said}: macro-F1 {value:.3f}\n")
    for dossier in (Path(name) for name in sys.argv[2:] if name != "-v"):
        write(f"{dossier.name}: best-scored topic, macro-F1 {best_scored(dossier):.3f}\n")


if __name__ == "__main__":
    main()
