"""Where sentences begin and end, in German and English news text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from dossier.understanding.lexicon import word_set
from dossier.understanding.remembered import findall

_OPENING = "\"'“”„‘‚»«›‹([\x02"
_CLOSING = "\"'“”‘’»«›‹)\\]\x03"
# A full stop counts only before a capital, a digit or an opening mark: the rest is abbreviation.
_CANDIDATE = re.compile(
    rf"(?P<mark>[.!?…]+)[{_CLOSING}]*(?:\[\d{{1,3}}\])*"  # "[16]" is a note
    rf"(?=\s+(?:[–—-] ?)?[{re.escape(_OPENING)}]*\s?"
    r"(?P<next>[^\W_a-zäöüß]\w*|\x01))|(?P<line>\n)"
)
# Most passages are one line, and this begins with a set of characters: much faster to look for.
_ONE_LINE = re.compile(_CANDIDATE.pattern.removesuffix(r"|(?P<line>\n)"))
_WORD_BEFORE = re.compile(r"[^\s\"'“”„‘‚»«›‹(\[/\x02]+$")
_LONGEST_WORD = 24
_words = findall(re.compile(r"[^\W\d_]+"))
_DOTTED = re.compile(r"(?:\w\.)*\w|[IVX]{2,5}")
_NUMBER = re.compile(r"\d{1,3}")

# Words before a full stop that never end a sentence.
_ABBREVIATIONS = {
    "de": word_set(
        "dr prof hr fr nr st vgl bzw ca mio mrd geb gest abs art bd jan feb febr mär apr jun jul "
        "aug sep sept okt nov dez dipl ing med phil jur evtl ggf inkl sog z.b d.h u.a i.d.r s.o "
        "o.g kap tel str bspw allg hl rd max min mag gen lt"
    ),
    "en": word_set(
        "mr mrs ms dr prof gen sen rep gov lt col sgt capt cmdr adm maj st mt ft rev hon pres vs "
        "jan feb mar apr jun jul aug sept sep oct nov dec no nos vol fig e.g i.e cf approx dept "
        "messrs sec amb supt"
    ),
}
# Words before a full stop that may end a sentence: a beginning must follow.
_SOFT = word_set("inc corp ltd co jr sr a.m p.m usw etc u.s d.c u.k u.n e.v bros")
# Words that begin a sentence and, written large, nothing else.
_STARTERS = word_set(
    "Der Die Das Dem Den Des Er Sie Es Ein Eine Einem Einen Einer Im In Am An Auf Aus Bei Beim Bis "
    "Da Dabei Dafür Damit Danach Dann Daraufhin Darauf Darin Darum Dass Davon Dazu Denn Dennoch "
    "Deshalb Diese Dieser Dieses Doch Dort Durch Für Gegen Hier Ich Ihr Ihre Jedoch Jetzt Kein "
    "Keine Laut Man Mit Nach Nachdem Nun Nur Ob Obwohl Oder Seit Seine Sein So Solche Trotz Um Und "
    "Unter Viele Vom Von Vor Wann Warum Was Weil Wenn Wer Wie Wir Wo Während Zu Zudem Zum Zur Zwar "
    "The A An He She It They We I You This That These Those But And Or In On At By For From With "
    "As After Before When While If Since Until His Her Its Their Our My There Here What Who Why "
    "How Where Some Many Most No Not Now Then Also However Meanwhile According Both Such"
)


@lru_cache(maxsize=512)  # dates and voices of an article ask for the same
def words(text: str) -> list[str]:
    """Return the words of a passage, numbers and punctuation left out; not to be changed."""
    return _words(text)


@lru_cache(maxsize=512)  # voices, events and key sentences of an article ask for the same
def split(text: str, lang: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the sentences of `text`, white space between them left out.

    A mark that closes a quotation belongs to the sentence before it. A line break always ends a
    sentence (items of a list). Languages other than `de` and `en` are cut by the rules of `en`.

    >>> split("Am 13. September kam er. Dr. Kim blieb.", "de")
    ((0, 24), (25, 39))
    """
    spans: list[tuple[int, int]] = []
    start = 0
    lines = "\n" in text
    for match in (_CANDIDATE if lines else _ONE_LINE).finditer(text):
        if not (lines and match["line"]) and not _is_end(text, match, start, lang):
            continue
        _append(spans, text, start, match.end())
        start = match.end()
    _append(spans, text, start, len(text))
    return tuple(spans)


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _word_before(text: str, start: int, end: int) -> str:
    """Return the word that ends at `end`, not from before `start`."""
    begin = max(start, end - _LONGEST_WORD)
    word = text[max(text.rfind(" ", begin, end) + 1, begin) : end]
    if word.isalpha():
        return word
    found = _WORD_BEFORE.search(text, begin, end)
    return found[0] if found else ""


def _is_end(text: str, match: re.Match[str], start: int, lang: str) -> bool:
    """Whether the punctuation found by `match` ends the sentence that began at `start`."""
    mark = match["mark"]
    if mark != ".":
        # An ellipsis within a sentence stands before any German noun.
        return mark[-1] in "!?" or lang != "de" or match["next"] in _STARTERS
    kind = _kind(_word_before(text, start, match.start()), lang)
    if kind == "word":
        return True
    following = match["next"]
    if kind == "number":  # "13. September", "2. Bundesliga"
        return lang != "de" or following in _STARTERS or following.isdigit()
    return kind == "soft" and (following in _STARTERS or following == "\x01")


@lru_cache(maxsize=1 << 16)
def _kind(word: str, lang: str) -> Literal["abbreviation", "number", "soft", "word"]:
    """Say what a word is whose full stop may end a sentence; "" is a word."""
    lowered = word.lower()
    if lowered in _ABBREVIATIONS.get(lang, _ABBREVIATIONS["en"]):
        return "abbreviation"
    if _NUMBER.fullmatch(word):
        return "number"
    # "J. Edgar Hoover", "U.S. officials", "II."
    return "soft" if _DOTTED.fullmatch(word) or lowered in _SOFT else "word"
