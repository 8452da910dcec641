"""What the measures of voices and dates share: F1, and printing the figures of each group."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from evaluate.speechgold import SAMPLES, GoldArticle, articles

Measure = Callable[[Iterable[GoldArticle], list[str]], object]


def f1(right: int, labels: int, found: int) -> float:
    """Return the harmonic mean of precision and recall; 0 where there is nothing."""
    return 2 * right / max(labels + found, 1)


def print_figures(name: str, measure: Measure) -> None:
    """Print the figures of each group and language; `--errors` prints each mistake as well."""
    samples = Path(sys.argv[1]) if sys.argv[1:] and sys.argv[1][0] != "-" else SAMPLES
    # Some articles are labelled for voices alone.
    gold = [one for one in articles(samples) if getattr(one, name) is not None]
    for group, lang in sorted({(one.group, one.lang) for one in gold}):
        errors: list[str] = []
        chosen = [one for one in gold if (one.group, one.lang) == (group, lang)]
        sys.stdout.write(f"{name:<8}{lang}  {group:<20} {measure(chosen, errors)}\n")
        if "--errors" in sys.argv:
            sys.stdout.write("".join(f"    {error}\n" for error in errors))
