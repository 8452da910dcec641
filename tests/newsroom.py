"""Invented news articles for measuring: German and English, about 2.7 kB, dates over ten years.

The same number gives the same article. Words are made from syllables by rank: a few stand
everywhere, most in few articles, and the longer the archive the more rare ones come in. An article
keeps to a cast of its own (places, actors, subjects, words), so that what one is about is not in
all. Both were set by real texts in pieces of the same length (60 each of samples/ner_de, which
are of many subjects, and samples/text_en, which are a dossier): of the running words with five
letters or more, half stand in 2 and 7 % of the pieces or less, a quarter in more than 7 and 17 %,
a tenth in more than 22 and 35 %; of these articles, in 3, 13 and 33 %.
"""

from __future__ import annotations

import random
import re
import tomllib
from datetime import date, timedelta
from functools import lru_cache

from tools import ROOT

_PARTS = tomllib.loads((ROOT / "tests/samples/newsroom.toml").read_text(encoding="utf-8"))
_START, _DAYS = date(2014, 1, 1), 3650
_SIZE = 2_600  # characters, as a short agency report
_GAP = re.compile(r"\{(\w+)\}")
_CAST = {"place": 3, "subject": 2, "topic": 2, "other": 2, "verb": 2, "tail": 1}
_FLAT = 3  # Mandelbrot's constant: the first ranks are nearly as frequent as each other
_SIMPLE = 400  # ranks of two syllables; of them rare German nouns are put together
_OWN = 60  # words that an article comes back to: a report has some 200 different ones


class _Writer:
    """Writes sentences in one language, with the words known by the article's number."""

    def __init__(self, chance: random.Random, language: str, number: int) -> None:
        self.chance = chance
        self.language = language
        self.parts: dict[str, list[str]] = _PARTS[language] | _PARTS["both"]
        # Heaps' law: vocabulary grows as a power of the text; some 160,000 after 10,000 articles.
        self.known = 500 * (number + 1) ** 0.6
        self.day = _START + timedelta(days=chance.randrange(_DAYS))
        self.own = [self.rank() for _ in range(_OWN)]
        self.names = [f"{self.of('first')} {self.form('noun')}" for _ in range(4)]
        self.cast = {gap: [self.of(gap) for _ in range(n)] for gap, n in _CAST.items()}

    def of(self, gap: str) -> str:
        """Choose one of a list, the first ones more often."""
        listed = self.parts[gap]
        return listed[int(len(listed) * self.chance.random() ** 2)]

    def rank(self) -> int:
        """Draw a word by Zipf's law."""
        return int(_FLAT * ((self.known / _FLAT) ** self.chance.random() - 1))

    def form(self, kind: str) -> str:
        """Return a noun, verb or adjective, half of the time one that the article has had."""
        rank = self.chance.choice(self.own) if self.chance.random() < 0.4 else self.rank()
        return _form(self.language, kind, rank)

    def write(self, text: str) -> str:
        """Fill the gaps of `text`, those in what fills them included."""
        while "{" in text:
            text = _GAP.sub(lambda gap: self.fill(gap[1]), text)
        return text

    def fill(self, gap: str) -> str:
        if gap in ("noun", "verbs", "adj", "word"):
            return self.form("noun" if gap == "word" else gap)
        if gap == "name":
            return self.chance.choice(self.names)
        if gap == "month":
            return self.parts["month"][self.day.month - 1]
        if gap in ("day", "year"):
            return str(getattr(self.day, gap))
        return self.chance.choice(self.cast.get(gap) or self.parts[gap])

    def sentence(self, about: str) -> str:
        kind = self.chance.random()
        if kind < 0.15:
            return self.write("{said}")
        if kind < 0.22:
            return self.write("{when}")
        if kind < 0.85:
            return self.write("{plain}")
        tail = ", {tail}" if kind < 0.9 else ""
        return self.write(f"{{subject}} {{verb}} {{{about}}}{tail}.")

    def paragraph(self) -> str:
        about = "topic" if self.chance.random() < 0.4 else "other"
        return " ".join(self.sentence(about) for _ in range(self.chance.randint(3, 6)))


@lru_cache(maxsize=500_000)
def _form(language: str, kind: str, rank: int) -> str:
    """Make the word of a rank; rare German nouns are compounds of frequent ones."""
    maker = random.Random(f"{language} {kind} {rank}")  # noqa: S311 - always the same word
    if kind == "noun" and language == "de" and rank > _SIMPLE and maker.random() < 0.5:
        first, last = (_form(language, kind, int(rank ** maker.random())) for _ in range(2))
        return first + maker.choice(["", "s"]) + last.lower()
    made = "".join(
        maker.choices(_PARTS["both"]["syllable"], k=2 + (rank > _SIMPLE) + (rank > 20 * _SIMPLE))
    )
    if kind == "noun":
        return made.capitalize()
    endings: list[str] = _PARTS[language]["ending"][kind]
    return made + maker.choice(endings)


def article(number: int) -> tuple[str, str]:
    """Return the file name and the text of an original."""
    chance = random.Random(number)  # noqa: S311 - the same articles every time
    language = "de" if chance.random() < 0.7 else "en"
    writer = _Writer(chance, language, number)
    headline = writer.write("{headline}")
    day = writer.day.isoformat()
    blocks = [f"title: {headline} ({number})\ndate: {day}\nlang: {language}"]
    while sum(map(len, blocks)) < _SIZE:
        if len(blocks) % 4 == 3:
            blocks.append(writer.write("{subject} {verb} {other}"))
        blocks.append(writer.paragraph())
    return f"{day}-{number:05}.txt", "\n\n".join(blocks) + "\n"
