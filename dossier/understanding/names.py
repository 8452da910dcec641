"""Who, where and which organisation: the names in an article, in their full form."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dossier.found import Mention, MentionKind
from dossier.model import Block
from dossier.understanding.known import NOBODY, Known
from dossier.understanding.name_candidates import DETERMINERS, Candidate
from dossier.understanding.name_english import in_headline, is_heading
from dossier.understanding.name_scan import certain, scan
from dossier.understanding.name_tokens import Tokens
from dossier.understanding.single_names import Decision, decide


def find_mentions(
    blocks: Sequence[Block],
    lang: str,
    known: Known = NOBODY,
    *,
    title: str = "",
    is_guessed: bool = False,
) -> tuple[Mention, ...]:
    """Return the names in an article's passages, in order, none overlapping another.

    Only places that a slash joins share a span: "München/Hamburg" is both.

    Crossheads and captions help to understand short forms but carry no mentions themselves, nor do
    the full names of an English `title`; a photographer's credit does neither. Where the language
    is neither `de` nor `en`, or only guessed, nothing is concluded from the sentence: only what
    lists know and full names are found.
    """
    careful = is_guessed or lang not in ("de", "en")
    reader = _Reader("de" if lang == "de" else "en", known, careful=careful)
    if lang == "en" and title:
        reader.hear(title)
    for block in blocks:
        reader.read(block)
    return reader.mentions()


class _Reader:
    """Collects the candidates of an article, then decides the doubtful by the sure ones."""

    def __init__(self, lang: str, known: Known, *, careful: bool) -> None:
        self._lang = lang
        self._known = known
        self._careful = careful
        self._read: list[tuple[Block, Tokens, list[Candidate]]] = []
        self._told: list[tuple[Tokens, Candidate]] = []

    def read(self, block: Block) -> None:
        """Take the candidates of a block."""
        tokens = Tokens(block.text, self._lang)
        found = scan(tokens, self._known)
        careful = self._careful or (self._lang != "de" and is_heading(tokens))
        self._read.append((block, tokens, certain(tokens, found) if careful else found))

    def hear(self, title: str) -> None:
        """Learn the people whom a headline names in full."""
        tokens = Tokens(title, self._lang)
        self._told += [
            (tokens, one) for one in in_headline(tokens, certain(tokens, scan(tokens, self._known)))
        ]

    def mentions(self) -> tuple[Mention, ...]:
        """Decide, and give each mention its name."""
        article = Decision(self._lang, careful=self._careful)
        for tokens, one in self._told:
            article.learn(tokens, one)
        for _, tokens, candidates in self._read:
            for one in candidates:
                article.learn(tokens, one)
        hidden = frozenset() if self._careful else article.hidden()
        for _, tokens, candidates in self._read:
            if hidden:
                candidates.extend(_unhidden(tokens, candidates, hidden))
                candidates.sort(key=lambda one: one.first)
            for one in candidates:
                decide(article, tokens, one)
        found: list[Mention] = []
        for block, tokens, candidates in self._read:
            if block.is_passage:
                named = [one for one in candidates if one.kind]
                here = [self._mention(block, tokens, one, article) for one in named]
                found += _joined(block.text, here) if "/" in block.text else here
        return tuple(found)

    def _mention(self, block: Block, tokens: Tokens, one: Candidate, article: Decision) -> Mention:
        start, end = tokens.starts[one.first], tokens.ends[one.last - 1]
        text = block.text[start:end]
        kind: MentionKind = one.kind or "person"
        name = one.name or (one.entry.name(self._lang) if one.entry else "")
        return Mention(
            passage=block.id,
            start=start,
            end=end,
            text=text,
            kind=kind,
            name=name or article.full_name(kind, text),
        )


def _joined(text: str, found: list[Mention]) -> list[Mention]:
    """Give places that a slash joins to one word, "München/Hamburg", the span of that word.

    Each stays a place of its own by its name.
    """
    first = 0
    for place in range(1, len(found) + 1):
        if place < len(found) and _is_joined(text, found[place - 1], found[place]):
            continue
        if place - first > 1:
            start, end = found[first].start, found[place - 1].end
            for number in range(first, place):
                found[number] = replace(found[number], start=start, end=end, text=text[start:end])
        first = place
    return found


def _is_joined(text: str, one: Mention, other: Mention) -> bool:
    if one.kind != "place" or other.kind != "place":
        return False
    return other.start == one.end + 1 and text[one.end] == "/"


def _unhidden(tokens: Tokens, found: list[Candidate], names: frozenset[str]) -> list[Candidate]:
    """Return people whose family name is a noun, where it stands without an article."""
    taken = {place for one in found for place in range(one.first, one.last)}
    return [
        Candidate(place, place + 1, "person", sure=True)
        for place, word in enumerate(tokens.words)
        if word in names and place not in taken and tokens.before(place) not in DETERMINERS
    ]
