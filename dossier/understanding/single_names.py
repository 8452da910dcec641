"""What a doubtful name is: by what stands around it and what the article says elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from dossier.understanding import family_names, name_english, organisations
from dossier.understanding import name_words as w
from dossier.understanding.gazetteer import Entry
from dossier.understanding.lexicon import word_set
from dossier.understanding.name_candidates import DETERMINERS, Candidate, Kind
from dossier.understanding.name_features import features, is_kind_of_place
from dossier.understanding.name_tokens import Tokens
from dossier.understanding.name_weights import WEIGHTS

# A little below even chances: on the labelled sentences the best balance of precision and recall
# (people .778 at 0, .781 at -.3, .776 at -.6; organisations .623, .629, .620).
_LEAST = -0.3
# They end as adjectives do.
_PREPOSITIONS = word_set("gegen zwischen neben hinter über unter außer")
_WHERE = frozenset(
    ("b:place-word", "b:place-noun", "b:bei", "row-b:place-word", "row-b:place-noun", "row-b:bei",
     "b:im-adjective", "row:place", "place-ending", "2:place-ending")
)  # fmt: skip


class Decision:
    """What an article tells surely of its names; `careful`: and nothing else counts."""

    def __init__(self, lang: str, *, careful: bool = False) -> None:
        self.lang = lang
        self.careful = careful
        self._people: Counter[str] = Counter()
        self._parts: dict[str, Counter[str]] = {}
        self._kinds: dict[str, Kind] = {}
        self._seen: Counter[str] = Counter()
        self._teams: dict[str, str] = {}
        self._things: set[str] = set()

    def learn(self, tokens: Tokens, one: Candidate) -> None:
        """Take what a candidate teaches."""
        text = text_of(tokens, one)
        bare = w.without_genitive(text, self.lang)
        if not tokens.opens(one.first):
            self._seen[bare] += 1
        if not one.sure:
            return
        if one.kind == "person":
            self._add_person(one.name or text)
        elif one.kind:
            self._kinds.setdefault(text, one.kind)
            self._kinds.setdefault(bare, one.kind)
            team = text.rpartition(" ")[2]
            if one.kind == "organisation" and team != text and team in organisations.TEAMS:
                self._kinds.setdefault(team, one.kind)  # "Denver Broncos", "die Broncos"
                self._teams.setdefault(team, text)
        else:
            self._things.add(bare)

    def _add_person(self, name: str) -> None:
        self._people[name] += 1
        words = name.split()
        if len(words) > 1:
            family = family_names.family(name)
            for part in {family, family.split()[-1], words[0]}:
                self._parts.setdefault(part, Counter())[name] += 1

    def hidden(self) -> frozenset[str]:
        """Return family names of the article's people that look like nouns: Walzer."""
        return frozenset(part for part in self._parts if w.flags(part, self.lang) & w.DULL)

    def person_of(self, word: str) -> str:
        """Return the full name that `word`, perhaps in capitals, is part of here, or ""."""
        loud = (word.title(),) if word.isupper() and self.lang != "de" else ()
        for form in (word, w.without_genitive(word, self.lang), *loud):
            names = self._parts.get(form)
            if names:
                return min(names, key=lambda name: (-names[name], name))
        return ""

    def full_name(self, kind: str, text: str) -> str:
        """Return the fullest form of a name that the article has, without a genitive."""
        bare = w.without_genitive(text, self.lang)
        ends_in_s = text == f"{bare}s"
        if kind == "organisation" and text in self._teams:
            return self._teams[text]
        if ends_in_s and text.rpartition(" ")[2] in organisations.TEAMS:
            return text
        if kind == "person":
            full = self.person_of(text) or self.person_of(bare)
            if full or bare in self._people:
                return full or bare
        if not ends_in_s:
            return bare
        # "Putins" is Putin's where "Putin" stands too, or where lists have it so.
        known = w.flags(bare, self.lang) & w.NAME if " " not in bare else 0
        return bare if self._seen[bare] and (known or self._is_seen_bare(bare)) else text

    def _is_seen_bare(self, bare: str) -> bool:
        return bare in self._kinds and f"{bare}s" in self._kinds

    def is_again(self, text: str) -> bool:
        """Whether the name stands within sentences more than once."""
        return self._seen[w.without_genitive(text, self.lang)] > 1

    def is_thing(self, text: str) -> bool:
        """Whether the article has it as the name of a thing: "Joint Base Andrews"."""
        return w.without_genitive(text, self.lang) in self._things

    def kind_of(self, text: str) -> Kind:
        """Return the kind that the article tells surely elsewhere."""
        bare = w.without_genitive(text, self.lang)
        if text in self._parts or bare in self._parts or bare in self._people:
            return "person"
        return self._kinds.get(text) or self._kinds.get(bare) or ""


def text_of(tokens: Tokens, one: Candidate) -> str:
    """Return the words of a candidate."""
    return tokens.text[tokens.starts[one.first] : tokens.ends[one.last - 1]]


def decide(article: Decision, tokens: Tokens, one: Candidate) -> None:
    """Give an undecided candidate its kind, or leave it without one."""
    if one.kind or one.sure:
        return
    text = text_of(tokens, one)
    known = article.kind_of(text)
    if known:
        one.kind = known
    elif article.careful or (not one.title and article.is_thing(text)):
        one.kind = ""
    elif one.title and not _is_english_word(article, tokens, one):
        one.kind = "person"
    else:
        one.kind = _weighed(article, tokens, one, text)
    if one.kind != "place":
        one.entry = None


def _is_english_word(article: Decision, tokens: Tokens, one: Candidate) -> bool:
    """Whether a single word is in no list of names: "Ambassador Extraordinary"."""
    flags = tokens.flags[one.first]
    single = one.last - one.first == 1 and article.lang != "de"
    return single and bool(flags & w.SMALL) and not flags & w.NAME


def _weighed(article: Decision, tokens: Tokens, one: Candidate, text: str) -> Kind:
    if one.last - one.first == 1 and tokens.opens(one.first):
        flags = tokens.flags[one.first]
        name = w.NAME if article.lang == "de" else w.GIVEN  # Here, Let, Among are family names too
        if flags & w.SMALL and not flags & name and one.entry is None:
            return ""  # the first word of a sentence
    if isinstance(one.entry, Entry) and _is_word_here(tokens, one.first, one.entry.kind):
        return ""
    seen = features(tokens, one, again=article.is_again(text))
    kind = weigh(tuple(seen))
    if article.lang != "de":
        kind = name_english.judged(tokens, one, kind, seen)
    if kind == "place" and one.entry is None and _WHERE.isdisjoint(seen):
        # Unknown words are a place only where the sentence or the ending says so: of those that
        # were taken for one without, 5 of 17 were right.
        return "person" if "several" in seen else ""
    if kind == "place" and _is_small_by_chance(one, seen):
        return ""
    return kind


def _is_small_by_chance(one: Candidate, seen: Sequence[str]) -> bool:
    """Whether only a table of villages makes a place of a word: "Pinnick, Tabor und Gaskill".

    A dot on the map would be no more than a guess: of nine that the labelled sentences have, five
    were none; behind "von" the three that are no family names were places.
    """
    if not isinstance(one.entry, Entry) or one.entry.kind != "hamlet":
        return False
    return _WHERE.isdisjoint(seen) and ("b:particle" not in seen or "hamlet:name" in seen)


def _is_word_here(tokens: Tokens, place: int, kind: str) -> bool:
    """Whether a town that is also a noun (Essen, Halle) stands where only a noun would."""
    flags = tokens.flags[place]
    noun = flags & w.NOUN and not flags & w.COMPOUND
    before = tokens.before(place).lower()
    if noun and kind == "hamlet" and not flags & w.NAME:
        return not is_kind_of_place(before)  # "in Stein gemeißelt"
    if before in _PREPOSITIONS:
        return False
    return bool(noun) and (before in DETERMINERS or before.endswith(("en", "er", "es", "em")))


@lru_cache(maxsize=1 << 14)
def weigh(seen: tuple[str, ...]) -> Kind:
    """Add what each feature says for a person, a place, an organisation, against no name.

    >>> weigh(("always", "given", "a:says"))
    'person'
    """
    person = place = organisation = 0.0
    for feature in seen:
        weights = WEIGHTS.get(feature)
        if weights:
            person += weights[0]
            place += weights[1]
            organisation += weights[2]
    best = max(person, place, organisation)
    if best <= _LEAST:
        return ""
    if best == person:
        return "person"
    return "place" if best == place else "organisation"
