"""Invented news articles for measuring: German and English, about 2.7 kB, dates over ten years.

The same number gives the same article. Names and words are made from syllables by rank: a few
stand everywhere, and the longer the archive the more rare ones come in, as in real news.
"""

from __future__ import annotations

import random
import re
import tomllib
from datetime import date, timedelta

from tools import ROOT

_PARTS = tomllib.loads((ROOT / "tests/samples/newsroom.toml").read_text(encoding="utf-8"))
_START, _DAYS = date(2014, 1, 1), 3650
_SIZE = 2_600  # characters, as a short agency report
_GAP = re.compile(r"\{(\w+)\}")


class _Writer:
    """Writes sentences in one language, with the words known by the article's number."""

    def __init__(self, chance: random.Random, language: str, number: int) -> None:
        self.chance = chance
        self.parts: dict[str, list[str]] = _PARTS[language] | _PARTS["both"]
        # Heaps' law: vocabulary grows as a power of the text; some 40,000 after 10,000 articles.
        self.known = 40 * (number + 1) ** 0.75
        self.day = _START + timedelta(days=chance.randrange(_DAYS))

    def write(self, text: str) -> str:
        """Fill the gaps of `text`, those in what fills them included."""
        while "{" in text:
            text = _GAP.sub(lambda gap: self.fill(gap[1]), text)
        return text

    def fill(self, gap: str) -> str:
        if gap == "word":
            rank = int(self.known ** self.chance.random())  # Zipf's law, nearly
            return self.word(rank)
        if gap == "name":
            return "{first} {word}"
        if gap == "month":
            return self.parts["month"][self.day.month - 1]
        if gap in ("day", "year"):
            return str(getattr(self.day, gap))
        return self.chance.choice(self.parts[gap])

    def word(self, rank: int) -> str:
        maker = random.Random(rank)  # noqa: S311 - a word for each rank, always the same
        return "".join(maker.choices(self.parts["syllable"], k=maker.randint(2, 4))).capitalize()

    def sentence(self, about: str) -> str:
        kind = self.chance.random()
        if kind < 0.15:
            return self.write("{said}")
        if kind < 0.25:
            return self.write("{when}")
        tail = ", {tail}" if kind < 0.6 else ""
        return self.write(f"{{subject}} {{verb}} {{{about}}}{tail}.")

    def paragraph(self) -> str:
        about = "topic" if self.chance.random() < 0.4 else "other"
        return " ".join(self.sentence(about) for _ in range(self.chance.randint(3, 6)))


def article(number: int) -> tuple[str, str]:
    """Return the file name and the text of an original."""
    chance = random.Random(number)  # noqa: S311 - the same articles every time
    language = "de" if chance.random() < 0.7 else "en"
    writer = _Writer(chance, language, number)
    headline = writer.write("{subject} {verb} {topic}")
    day = writer.day.isoformat()
    blocks = [f"title: {headline} ({number})\ndate: {day}\nlang: {language}"]
    while sum(map(len, blocks)) < _SIZE:
        if len(blocks) % 4 == 3:
            blocks.append(writer.write("{subject} {verb} {other}"))
        blocks.append(writer.paragraph())
    return f"{day}-{number:05}.txt", "\n\n".join(blocks) + "\n"
