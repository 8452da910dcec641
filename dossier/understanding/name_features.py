"""What can be seen of a doubtful name: its words, its neighbours, and lists that know it."""

from __future__ import annotations

import re
from functools import lru_cache

from dossier.understanding import name_words as w
from dossier.understanding.gazetteer import Entry
from dossier.understanding.lexicon import word_set
from dossier.understanding.name_candidates import PARTICLES, PLACE_WORDS, Candidate
from dossier.understanding.name_tokens import Tokens
from dossier.understanding.speech_en import CUES as CUES_EN
from dossier.understanding.verbs_de import CUES as CUES_DE

_CUES = {"de": CUES_DE, "en": CUES_EN}
_ARTICLES = word_set("der die das dem den des the Der Die Das Dem Den Des The")
_FUSED = word_set("im am zum zur beim vom ins ans Im Am Zum Zur Beim Vom")
_OWN = word_set(
    "ein eine einen einem einer eines sein seine seinem seinen seiner seines ihr ihre ihrem ihren "
    "ihrer ihres unser unsere dieser diese dieses diesem diesen jeder jede jedes kein keine keinen "
    "mein meine a an another each either neither such his her their its our my this that these "
    "those some any every no aller alle allen viele vielen mehr mehrere zwei drei vier"
)
_WITH = word_set("mit für gegen von durch ohne über zwischen with for against by about between")
_OF = word_set("of bei an auf unter vor hinter neben seit")
_AND = word_set("und oder sowie and or")
_ORGANISATION_NOUN = re.compile(
    r"(?:\w*-)?\w*(?:firma|konzern|unternehmen|hersteller|verein|club|klub|gruppe|band|partei|sender|"
    r"zeitung|agentur|bank|verlag|organisation|behörde|anbieter|betreiber|team|mannschaft|marke|"
    r"magazin|blatt|netzwerk|portal|gewerkschaft|bündnis|miliz|institut|universität|"
    r"gesellschaft|händler|tochter|verband|zeitschrift|hochschule|schule|hotel|stiftung)s?"
)
_PLACE_NOUN = re.compile(
    r"(?:\w*-)?\w*(?:stadt|dorf|provinz|ort|insel|kreis|landkreis|gemeinde|region|richtung|bezirk|"
    r"stadtteil|ortsteil|zone|zonen|raum|gebiet|staat|land|metropole|hafen|flughafen|berg|see|fluss|schloss|"
    r"burg|bahnhof|autobahn|straße|kanton|bundesland|halbinsel|ortschaft|siedlung|"
    r"gemeinden|städte|städten|dörfer|dörfern|orte|orten|kreise|landkreise|bezirke|insel|inseln|"
    r"weiler|kloster|kraftwerk|akw|niederlassung|standort|vorort|kurort|fürstentum|herzogtum|grafschaft|königreich)(?:s|es|en)?"
)
_PLACE_END = re.compile(
    r"[A-ZÄÖÜ][\w-]*(?:burg|berg|dorf|stadt|heim|hausen|feld|furt|ingen|itz|kirchen|hofen|rode|leben|"
    r"land|tal|walde?|straße|strasse|platz|allee|brücke|hain|brunn|bronn|büttel|weiler|stedt|stan|"
    r"grad|ville|shire|ford|ton|gebirge|see|see|insel|park|bach|au|stein|münde|hagen|hafen|"
    r"bahnhof|flughafen|weg|gasse|damm|tor|ufer|schloss|moor|heide|kreis|gau)s?"
)
_ORGANISATION_END = re.compile(
    r".*(?:bank|soft|tech|com|net|media|werk|werke|air|AG|online|Online|Arena|News|corp|group|"
    r"Zeitung|Partei|dienst|fonds|kasse|verband|verein|bund|amt|gericht|ministerium|union|liga|"
    r"\.de|\.com|TV|pharma|bau|druck|motors?)s?"
)
_PERSON_END = re.compile(
    r".*(?:mann|meier|meyer|maier|er|sen|son|ski|sky|skyj|ow|ew|witsch|vic|vić|ic|ić|inho|ini|elli|"
    r"etti|ez|oglu|oğlu|ian|yan|dse|wili|escu|ski|ek|ak|el|le|ke|tz|lin|kow|ova|owa|ina|bauer|huber)s?"
)
_ADJECTIVE_ENDS = ("en", "er", "es", "em", "he", "ge", "ne", "te", "le", "re")
_LOOKS = (
    ("place-ending", _PLACE_END),
    ("organisation-ending", _ORGANISATION_END),
    ("person-ending", _PERSON_END),
    ("mixed-case", re.compile(r"[A-ZÄÖÜ]?[a-zäöüß]+[A-ZÄÖÜ]\w*")),
    ("hyphen", re.compile(r".+-.*")),
    ("digit", re.compile(r".*\d.*")),
    ("s", re.compile(r".*s")),
    ("short", re.compile(r".{1,3}")),
    ("long", re.compile(r".{12,}")),
    ("vowel", re.compile(r".*[aeio]")),
)
_FLAGS = (
    ("given", w.GIVEN), ("family", w.FAMILY), ("noun", w.NOUN), ("compound", w.COMPOUND),
    ("small", w.SMALL), ("demonym", w.DEMONYM), ("acronym", w.ACRONYM), ("head", w.HEAD),
    ("office", w.OFFICE), ("unknown", w.UNKNOWN),
)  # fmt: skip
_AUXILIARY = word_set("hat hatte ist war wird wurde will kann habe sei soll has is was had will")
_FUNCTION = _ARTICLES | _OWN | _FUSED
_MARKS = {
    ",": "comma", ".": "stop", '"': "mark", "“": "mark", "«": "mark", "'": "mark", "/": "slash",
    ":": "colon", "-": "dash",
}  # fmt: skip
_AGE = re.compile(r" \(\d")


def is_kind_of_place(word: str) -> bool:
    """Whether `word` says what kind of place is named behind it: Gemeinde, Ortsteil."""
    return _PLACE_NOUN.fullmatch(word.lower()) is not None


def features(tokens: Tokens, one: Candidate, *, again: bool) -> list[str]:
    """Return names of all that is seen of a candidate; `again`: it comes more than once.

    `b:…` is what stands before it, `a:…` after it, `1:…` and `2:…` its first and last word.
    """
    first, last = one.first, one.last - 1
    found = ["always"]
    if first == last:
        found += word_features(tokens.words[first], tokens.flags[first])
    else:
        found.append("several")
        found += ["1:" + seen for seen in word_features(tokens.words[first], tokens.flags[first])]
        found += ["2:" + seen for seen in word_features(tokens.words[last], tokens.flags[last])]
    before = _before_it(tokens, first)
    found.append(before)
    if first > 1 and before in ("b:adjective", "b:noun") and tokens.words[first - 2] in _ARTICLES:
        found.append("b:article-before")
    if first > 1 and before == "b:adjective" and tokens.words[first - 2] in ("im", "Im"):
        found.append("b:im-adjective")  # "im englischen Hatfield"
    found += _after_it(tokens, last)
    if one.head >= 0:
        found += one.row
        if one.head != first:
            found.append("row-" + _before_it(tokens, one.head))
    if first != last and not one.title:
        found.append("several:" + before)
    if isinstance(one.entry, Entry):
        found += _listed(tokens, one, one.entry, before)
    if again:
        found.append("again")
    if one.title:
        found.append("title")
    return found


def _listed(tokens: Tokens, one: Candidate, entry: Entry, before: str) -> list[str]:
    """Return what the table of places and the sentence say together."""
    found = [f"list:{entry.kind}" if entry.own else "list:spelling"]
    small = "hamlet" if entry.kind == "hamlet" else "town"
    where = before in ("b:place-word", "b:place-noun", "b:bei")
    if where:
        found.append(f"{small}:where")
    if one.last - one.first == 1:
        flags = tokens.flags[one.first]
        for name, flag in (("name", w.NAME), ("noun", w.NOUN)):
            if flags & flag:
                found.append(f"{small}:{name}")
                if where:
                    found.append(f"{small}:{name}:where")
        word = tokens.words[one.first]
        if word.endswith("s") and word not in (entry.german, entry.english):
            found.append(f"{small}:genitive")
    return found


@lru_cache(maxsize=1 << 16)
def word_features(word: str, flags: int) -> tuple[str, ...]:
    """Return what `word` looks like and what lists know of it."""
    found = [name for name, flag in _FLAGS if flags & flag]
    if flags & w.NOUN and flags & w.NAME:
        found.append("noun-and-name")
    found += [name for name, pattern in _LOOKS if pattern.fullmatch(word)]
    return tuple(found)


def _before_it(tokens: Tokens, first: int) -> str:
    if tokens.opens(first):
        inside = first > 0 and tokens.precedes(first) in tuple('"„“»‚(/')
        return "b:mark" if inside else "b:opens"
    before = tokens.before(first)
    return _before(before, tokens.lang, tokens.flags[first - 1]) if before else "b:comma"


def _after_it(tokens: Tokens, last: int) -> list[str]:
    after = tokens.after(last)
    if after:
        return [_after(after, tokens.lang, tokens.flags[last + 1])]
    end = tokens.ends[last]
    mark = tokens.text[end : end + 3]
    found = ["a:age" if _AGE.match(mark) else f"a:{_MARKS.get(mark[:1], 'end')}"]
    return [*found, "a:bracket"] if mark.startswith(" (") else found


@lru_cache(maxsize=1 << 16)
def _before(word: str, lang: str, flags: int) -> str:
    """Return what kind of word stands before."""
    if word in PLACE_WORDS[lang]:
        return "b:bei" if word.lower() == "bei" else "b:place-word"
    for name, words in (
        ("b:article", _ARTICLES), ("b:fused", _FUSED), ("b:own", _OWN), ("b:with", _WITH),
        ("b:of", _OF), ("b:and", _AND), ("b:particle", PARTICLES), ("b:says", _CUES[lang]),
    ):  # fmt: skip
        if word in words:
            return name
    if word[0].isupper():
        return _capital_before(word, flags)
    if word[0].isdigit():
        return "b:number"
    return "b:adjective" if lang == "de" and word.endswith(_ADJECTIVE_ENDS) else "b:small"


def _capital_before(word: str, flags: int) -> str:
    if flags & w.OFFICE:
        return "b:office"
    if _ORGANISATION_NOUN.fullmatch(word.lower()):
        return "b:organisation-noun"
    if _PLACE_NOUN.fullmatch(word.lower()):
        return "b:place-noun"
    return "b:noun" if flags & w.NOUN and not flags & w.NAME else "b:capital"


@lru_cache(maxsize=1 << 16)
def _after(word: str, lang: str, flags: int) -> str:
    """Return what kind of word stands after."""
    for name, words in (
        ("a:says", _CUES[lang]), ("a:and", _AND), ("a:function", _FUNCTION),
        ("a:function", PLACE_WORDS[lang]), ("a:auxiliary", _AUXILIARY),
    ):  # fmt: skip
        if word in words:
            return name
    if word[0].isupper():
        return "a:noun" if flags & (w.NOUN | w.OFFICE) else "a:capital"
    if word[0].isdigit():
        return "a:number"
    return "a:verb" if lang == "de" and word.endswith(("te", "t")) else "a:small"
