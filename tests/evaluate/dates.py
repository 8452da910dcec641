"""Prints how well dates are found and understood, German and English apart."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from evaluate.scoring import f1, print_figures
from evaluate.speechgold import GoldArticle, GoldDate

from dossier.found import DateMention
from dossier.understanding.chronology import find_dates


@dataclass(slots=True)
class Figures:
    """Counts: of labels, of findings, of findings that lie on a label, and with its value."""

    labels: int = 0
    found: int = 0
    spans: int = 0
    values: int = 0

    @property
    def span_f1(self) -> float:
        """The F1 of spans that overlap a label."""
        return f1(self.spans, self.labels, self.found)

    @property
    def value_f1(self) -> float:
        """The F1 of dates whose value is right, end to end."""
        return f1(self.values, self.labels, self.found)

    def __str__(self) -> str:
        return (
            f"span F1 {self.span_f1:.3f}, value F1 {self.value_f1:.3f} "
            f"({self.labels} labels, {self.found} found)"
        )


def measure(gold: Iterable[GoldArticle], errors: list[str] | None = None) -> Figures:
    """Compare what is found in articles with their labels."""
    figures = Figures()
    for article in gold:
        if article.dates is None:
            continue
        found = find_dates(article.blocks, article.lang, article.date)
        figures.labels += len(article.dates)
        figures.found += len(found)
        _judge(article, found, figures, errors if errors is not None else [])
    return figures


def _judge(
    article: GoldArticle, found: tuple[DateMention, ...], figures: Figures, errors: list[str]
) -> None:
    left = list(found)
    texts = {block.id: block.text for block in article.blocks}
    for label in article.dates or ():
        hit = next((one for one in left if _overlap(one, label)), None)
        text = texts[label.passage]
        around = text[max(0, label.start - 70) : label.end + 50].replace("\n", " ")
        if hit is None:
            errors.append(f"MISSED {article.date} {label.edtf} in …{around}…")
            continue
        left.remove(hit)
        figures.spans += 1
        right = hit.edtf.rstrip("~?%") == label.edtf.rstrip("~?%")
        figures.values += right
        if not right:
            errors.append(f"WRONG {article.date} {hit.edtf} for {label.edtf} in …{around}…")
    for one in left:
        text = texts[one.passage]
        around = text[max(0, one.start - 70) : one.end + 50].replace("\n", " ")
        errors.append(f"EXTRA {article.date} {one.text!r} {one.edtf} in …{around}…")


def _overlap(one: DateMention, label: GoldDate) -> bool:
    return one.passage == label.passage and one.start < label.end and label.start < one.end


def main() -> None:
    """Print the figures of each group; `--errors` prints each mistake as well."""
    print_figures("dates", measure)


if __name__ == "__main__":
    main()
