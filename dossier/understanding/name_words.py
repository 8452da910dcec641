"""What a single capitalised word can be: a given or family name, an office, a noun, an acronym.

Everything is found out once per word and kept, as the same words come back in every article.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dossier.understanding import (
    gazetteer,
    organisations,
    place_forms,
    plain_towns,
    roles,
    tables,
    vocabulary,
)
from dossier.understanding.lexicon import word_set
from dossier.understanding.openings import NEVER

(
    GIVEN,
    FAMILY,
    NOUN,
    OFFICE,
    ACRONYM,
    SMALL,
    OTHER,
    INITIAL,
    HEAD,
    DEMONYM,
    KIND,
    COMPOUND,
    LISTED,
    PLACE,
    BODY,
    MODIFIER,
    DULL,
    UNKNOWN,
    HAMLET,
    FORM,
    OPENER,
) = (1 << place for place in range(21))
NAME = GIVEN | FAMILY
_BEGINS = NAME | LISTED | PLACE | BODY | MODIFIER | HEAD | HAMLET | FORM | OPENER
_MOST_WORDS = 1 << 17  # kept at a time
_LONGEST_ACRONYM = 8  # letters
_SHORTEST_LOUD = 6  # letters; shorter bodies are words by chance: STERN, NABU
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+|[A-ZÄÖÜ]")
_ACRONYM = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜ&]*[A-ZÄÖÜ](?:\d{1,2})?|[A-ZÄÖÜ]{2,}[a-z]?|(?:[A-Z]\.){2,}")
_ROMAN = re.compile(r"[IVXLCM]+\.?")
# Written in capitals and no organisation: things, measures, titles, forms of companies.
_NO_ORGANISATION = word_set(
    "TV DVD CD PC USB ICE ICBM LKW PKW WM EM OK AIDS HIV SMS GPS UKW EUR USD US USA UK DM KM "
    "PDF IT EDV IQ ID VIP CEO CFO CTO WC PR DJ MC OB MdB MdL ABC PS AG KG GMBH GMBH SE OHG SA "
    "MW KW KWH CO2 DNA DNS RNA SUV LED LCD HD HTML WWW URL AM PM AD BC NRW BRD DDR UDSSR GUS "
    "EU-28 Q1 Q2 Q3 COVID SARS BSE HTTP RAM CPU GB MB TB MHZ GHZ FSK USW ETC II III IV VI VII "
    "VIII XL MBA PHD AI FAQ AKW KZ NS WG LP EP DIN ISO THE AND OF IN TO FOR A P.M. A.M. D.C. JR "
    "SR CHF FCKW ABM SDK GPL GNU API XML CSS PHP SQL DSL UMTS LTE WLAN KMU BIP EBIT EBITDA PVC "
    "PHOTO FOTO ST NATIONAL MEZ CET GMT UTC EST PDT JPG"
)
# English words that make an organisation's name of the capitals before them.
_HEAD = re.compile(
    r"University|Institute|Ministry|Agency|Party|Corporation|Association|Department|Bureau|Council|"
    r"Commission|Committee|Court|Federation|Foundation|Administration|Authority|Academy|College|"
    r"Company|Bank|News|Times|Post|Journal|League|Group|Corps|Army|Navy|Forces?|Guard|Command|"
    r"Service|Fund|Organi[sz]ation|Airlines|Airways|Parliament|Congress|Senate|Assembly|Embassy|"
    r"Laboratory|Cent(?:er|re)|Hospital|Church|Inc\.?|Corp\.?|Ltd\.?|LLC|Motors|Systems|"
    r"Technologies|Industries|Records|Media|Entertainment|Partners|Dynamics|Labs|Holdings|Pharmaceuticals|Studios|United|Rovers|Wanderers|Office|Secretariat"
)
_ENDS = ("", "e", "en", "n")
_DEMONYM_ENDS = ("er", "ern", "ers")
_OTHER = word_set(
    "Euro Dollar Pfund Prozent Gott Allah Internet Web Covid-19 Corona Ostern Weihnachten "
    "Pfingsten Nobelpreis Oscar Grammy Olympia Windows Linux Android iPhone Nord Süd Ost West "
    "Norden Süden Osten Westen Nazi Nazis Mio Mrd Nr Uhr Bild Foto Dr Prof Abs"
)
_OTHER_EN = word_set(
    "God English German French Russian Korean Chinese American Americans Russians Koreans "
    "Ukrainian Ukrainians European Europeans Japanese British Iranian Israeli Syrian Turkish "
    "Afghan Congressional Presidential Federal Republican Democrat Democratic Democrats "
    "Republicans Conservatives Liberals Christian Muslim Muslims Jewish Jews Catholic Islamic Arab "
    "Belarusian Belarusians Soviet "
    "Among Western Eastern Northern Southern Asian African North South East West Mr Mrs Ms"
)
_AUXILIARIES = word_set(
    "Am Are Is Was Were Has Have Had Do Does Did Can Could Shall Should Would Might Must"
)
_LONG_LOUD = 4  # letters
_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,}s")  # "CEOs"
_CONTRACTION = re.compile(r"(?:I|You|We|They|He|She|It|That|There|What|Who|Let|Here)['’][a-z]+")
_PLURAL_EN = re.compile(r"[A-Z][a-z]+(?:ians|ans|ese|ish|ists|men|women)")


GENITIVES = ("'s", "’s", "'", "’", "´s", "s")
_GENITIVE_ENDS = frozenset("s'’")


@cache
def _given() -> frozenset[str]:
    return frozenset(tables.lines("first_names.txt.gz"))


@cache
def _family() -> frozenset[str]:
    return frozenset(tables.lines("last_names.txt.gz"))


def is_given(word: str) -> bool:
    """Whether `word`, just as it stands, is a given name."""
    return word in _given()


@lru_cache(maxsize=1 << 16)
def without_genitive(word: str, lang: str = "de") -> str:
    """Return `word` without what a genitive adds to it: Putins, Putin's, Hans'.

    >>> [without_genitive(word) for word in ("Putins", "Putin’s", "Marx'")]
    ['Putin', 'Putin', 'Marx']
    """
    if word[-1:] not in _GENITIVE_ENDS:  # most words
        return word
    for ending in GENITIVES if lang == "de" else GENITIVES[:-1]:
        if word.endswith(ending) and len(word) - len(ending) > (ending == "s") + 1:
            return word.removesuffix(ending)
    return word


class _Flags(dict[str, int]):
    """The flags of each word of a language that was met."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = self[word] = _find_flags(word, self._lang)
        return found


@cache
def all_flags(lang: str) -> dict[str, int]:
    """Return the flags of all words of a language; each is found out when it is first asked for."""
    return _Flags(lang)


def flags(word: str, lang: str) -> int:
    """Return all that `word` can be, as a sum of the constants above."""
    return all_flags(lang)[word]


def _find_flags(word: str, lang: str) -> int:
    """Return all that `word` can be, as a sum of the constants above.

    0 means that no name begins with it; `UNKNOWN` that nothing is known of a capitalised word.
    """
    if not word[0].isupper():
        listed = word.startswith(("al-", "el-")) or (word[0].isdigit() and word.endswith("."))
        return LISTED if listed or word in organisations.organisations() else 0
    bare = without_genitive(word, lang)
    never = _never(word, bare, lang)
    if never:
        return never
    found = _names(word, bare) | _lists(word, bare)
    if _ACRONYM.fullmatch(word) and len(word) <= _LONGEST_ACRONYM:
        known = word.upper() in _NO_ORGANISATION or _ROMAN.fullmatch(word) or _is_loud(word, found)
        return found | (OTHER if known else ACRONYM)
    found |= _as_german(word, found) if lang == "de" else _as_english(word, bare)
    if found & PLACE and found & NOUN and _is_plain_town(word, bare, found):
        found &= ~(NOUN | COMPOUND)
    if roles.is_office(word, lang) or (lang != "de" and roles.is_office(word[:-1], lang)):
        found |= OFFICE
    elif roles.is_institution_kind(word, lang):
        found |= KIND
    if found & (NOUN | OFFICE | KIND) and not found & _BEGINS:
        found |= DULL
    return found if found & ~(DEMONYM | HAMLET | OPENER) else found | UNKNOWN


def _is_loud(word: str, found: int) -> bool:
    """Whether a German word stands in capitals: "WENDEN", in no list of names or bodies."""
    known = found & ~(HAMLET | LISTED)
    return len(word) >= _SHORTEST_LOUD and not known and vocabulary.is_noun(word.title())


def _never(word: str, bare: str, lang: str) -> int:
    """Return the flags of initials and of words that are no name alone, else 0."""
    if "." in word and _INITIAL.fullmatch(word):
        if word in gazetteer.places() or word in organisations.organisations():
            return LISTED
        return INITIAL | (ACRONYM if word.count(".") > 1 else 0)
    english = lang != "de" and _never_en(word, bare)
    if len(word) == 1 or word in NEVER or bare in _OTHER or english:
        return OTHER | (_lists(word, bare) & (LISTED | OPENER))
    return 0


def _never_en(word: str, bare: str) -> bool:
    if bare in NEVER or bare in _OTHER_EN or bare in _AUXILIARIES:
        return True
    if word.isupper() and len(word) >= _LONG_LOUD:  # "HERE"; WHO and US are names
        return word.title() in NEVER
    return bool(_CONTRACTION.fullmatch(word) or _PLURAL_ACRONYM.fullmatch(word))


def _lists(word: str, bare: str) -> int:
    """Whether a listed place or organisation is or begins with the word."""
    places, bodies, hamlets = gazetteer.places(), organisations.organisations(), gazetteer.hamlets()
    found = PLACE if word in places or bare in places else 0
    if (
        word in place_forms.OPENERS
        or word in place_forms.ROADS
        or (word[0] in "AB" and f"{word[1:]}0".isdigit())
    ):
        found |= OPENER
    if found or word in bodies or bare in bodies or word in organisations.longer():
        found |= LISTED
    if word in hamlets or bare in hamlets:
        found |= HAMLET
    if word in gazetteer.longer() or (word.isupper() and word.title() in places):
        found |= LISTED
    return found


def _as_german(word: str, found: int) -> int:
    is_noun = vocabulary.is_noun(word) and not (found & FAMILY and vocabulary.is_woman(word))
    if is_noun and (not found & GIVEN or vocabulary.is_simple(word)):
        found |= NOUN if vocabulary.is_simple(word) else NOUN | COMPOUND
    if word.endswith(_DEMONYM_ENDS) and (not found & NOUN or comes_from_a_place(word)):
        found |= DEMONYM
    if not found & NOUN and vocabulary.is_small(word, "de"):
        found |= SMALL
    if organisations.may_begin(word):
        found |= BODY
    elif found & (SMALL | DEMONYM) and word[-1] in "ernsmh":
        found |= MODIFIER
    if place_forms.is_form_of_place(word):
        found |= FORM
    elif found & COMPOUND and place_forms.may_be_place(word):
        found |= HAMLET
    if not found & GIVEN and organisations.is_street(word):
        found |= LISTED
    if "-" in word and word.partition("-")[0] in gazetteer.places():
        found |= LISTED
    return found | (HEAD if _HEAD.fullmatch(word) else 0)


def _is_plain_town(word: str, bare: str, found: int) -> bool:
    """Whether a word that passes for a noun is a town and nothing else: Athen, Reutlingen."""
    for form in (word, bare):
        entry = gazetteer.places().get(form)
        if entry and entry.own and entry.kind in ("metropolis", "city", "town"):
            return plain_towns.is_plain(form, is_compound=bool(found & COMPOUND))
    return False


def comes_from_a_place(word: str) -> bool:
    """Whether `word` is made of a place: Berliner, Bremer, Münchner."""
    stem = re.sub(r"n?er[ns]?$", "", word)
    whole = re.sub(r"er[ns]?$", "", word)
    return any(f"{base}{end}" in gazetteer.places() for base in (stem, whole) for end in _ENDS)


def _as_english(word: str, bare: str) -> int:
    found = SMALL if vocabulary.is_small(word, "en") or vocabulary.is_small(bare, "en") else 0
    if _PLURAL_EN.fullmatch(word):
        found |= DEMONYM
    return found | (HEAD if _HEAD.fullmatch(word) else 0)


def _names(word: str, bare: str) -> int:
    given, family = _given(), _family()
    found = FAMILY if word in family or bare in family else 0
    if word in given or bare in given:
        return found | GIVEN
    is_given = "-" in word and all(part in given for part in word.split("-"))
    return found | GIVEN if is_given else found
