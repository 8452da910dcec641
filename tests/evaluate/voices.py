"""Prints how well voices are found and given to who speaks, German and English apart."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from evaluate.scoring import f1, print_figures
from evaluate.speechgold import GoldArticle, GoldVoice

from dossier.found import Voice
from dossier.understanding.lexicon import word_set
from dossier.understanding.voices import find_voices

_ARTICLES = word_set("der die das dem den des ein eine einer the a an d")


@dataclass(slots=True)
class Figures:
    """Counts of quotations (direct and partial) and of reported speech."""

    labels: int = 0
    found: int = 0
    right: int = 0
    named: int = 0
    named_right: int = 0
    speaker_right: int = 0
    reported_labels: int = 0
    reported_found: int = 0
    reported_right: int = 0

    @property
    def quotation_f1(self) -> float:
        """The F1 of quotations found."""
        return f1(self.right, self.labels, self.found)

    @property
    def speaker_share(self) -> float:
        """Of all labelled quotations, those found with the right speaker (or rightly none)."""
        return self.speaker_right / max(self.labels, 1)

    @property
    def speaker_precision(self) -> float:
        """Of the quotations found for which a speaker is named, those where it is right."""
        return self.named_right / max(self.named, 1)

    @property
    def reported_f1(self) -> float:
        """The F1 of reported speech, half of its words in common."""
        return f1(self.reported_right, self.reported_labels, self.reported_found)

    def __str__(self) -> str:
        return (
            f"quotations F1 {self.quotation_f1:.3f}, speaker {self.speaker_share:.3f}, precision "
            f"{self.speaker_precision:.3f} ({self.labels} labels); reported F1 "
            f"{self.reported_f1:.3f} ({self.reported_labels} labels)"
        )


def measure(gold: Iterable[GoldArticle], errors: list[str] | None = None) -> Figures:
    """Compare what is found in articles with their labels."""
    figures = Figures()
    for article in gold:
        if article.voices is None:
            continue
        found = find_voices(article.blocks, article.lang, article.name)
        _judge(article, found, figures, errors if errors is not None else [])
    return figures


def _judge(
    article: GoldArticle, found: tuple[Voice, ...], figures: Figures, errors: list[str]
) -> None:
    texts = {block.id: block.text for block in article.blocks}
    labels = article.voices or ()
    left = list(found)
    for label in labels:
        quoted = label.kind != "reported"
        figures.labels += quoted
        figures.reported_labels += not quoted
        hit = next((one for one in left if _same(one, label)), None)
        text = texts[label.passage][label.start : label.end]
        if hit is None:
            errors.append(f"MISSED {label.kind} {label.speakers} {text[:90]!r}")
            continue
        left.remove(hit)
        right = _is_speaker(hit.speaker, label.speakers)
        if quoted:
            figures.found += 1
            figures.right += 1
            figures.speaker_right += right
            figures.named += bool(hit.speaker)
            figures.named_right += bool(hit.speaker) and right
        else:
            figures.reported_found += 1
            figures.reported_right += 1
        if not right:
            errors.append(f"WHO {hit.speaker!r} for {label.speakers} {text[:90]!r}")
    for one in left:
        quoted = one.kind != "reported"
        figures.found += quoted
        figures.reported_found += not quoted
        errors.append(f"EXTRA {one.kind} {one.speaker!r} {one.text[:90]!r}")


def _same(one: Voice, label: GoldVoice) -> bool:
    if one.passage != label.passage or (one.kind == "reported") != (label.kind == "reported"):
        return False
    shared = min(one.end, label.end) - max(one.start, label.start)
    least = 0.5 if label.kind == "reported" else 0.8
    return shared >= least * (max(one.end, label.end) - min(one.start, label.start))


def _is_speaker(name: str, right: tuple[str, ...]) -> bool:
    words = _words(name)
    return any(_words(one) <= words if _words(one) else not words for one in right) or any(
        words and words <= _words(one) for one in right
    )


def _words(name: str) -> frozenset[str]:
    found = (re.sub(r"(?:er|es|en|e|s)$", "", word) for word in re.findall(r"[\w-]+", name.lower()))
    return frozenset(found) - _ARTICLES


def main() -> None:
    """Print the figures of each group; `--errors` prints each mistake as well."""
    print_figures("voices", measure)


if __name__ == "__main__":
    main()
