"""Offices and titles before names, and the countries they belong to, in German and English."""

from __future__ import annotations

import re
from functools import lru_cache

from dossier.understanding.lexicon import ending_in, word_set, words

# Who is told of without an office.
KIN_DE = word_set(
    "Mann Frau Mutter Vater Sohn Tochter Bruder Schwester Freund Freundin Kollege Kollegin Zeuge "
    "Zeugin Nachbar Nachbarin Anwohner Anwohnerin Passant Passantin Kunde Kundin Junge Schüler "
    "Schülerin Student Studentin Lehrer Lehrerin Rentner Rentnerin Polizist Polizistin Besucher "
    "Besucherin Helfer Helferin Urlauber Urlauberin Fahrer Fahrerin Bewohner Bewohnerin"
)

# Endings of German words for a person's office; "US-Außenminister", "Kremlchefs" end in them.
_GERMAN_OFFICES = words(
    "minister präsident kanzler chef sprecher machthaber staatschef regierungschef premier "
    "führer direktor leiter sekretär general kommissar anwalt anwält analyst forscher professor "
    "richter meister senator botschafter diplomat berater expert experte politiker autor trainer "
    "wissenschaftler ökonom historiker soziologe politologe virologe psychologe kandidat "
    "gouverneur könig prinz papst kaiser oberst admiral kommandeur offizier major korrespondent "
    "reporter journalist redakteur blogger anführer gründer inhaber manager vertreter koordinator "
    "unterhändler chefin abgeordnete abgeordneter abgeordneten vorsitzende vorsitzender "
    "vorsitzenden vorständin vorstand beauftragte beauftragter beauftragten delegierte "
    "gesandte gesandter gesandten staatsrat innensenator schriftsteller sänger schauspieler "
    "regisseur künstler anwohner augenzeuge bischof pfarrer rat dissident aktivist oppositionelle "
    "oppositioneller geschäftsführer generalstabschef arzt ärzt rät zar pädagog rechtler "
    "rechtlerin nachfolger vorgänger fraktionär kommentator moderator obmann obfrau hauptmann "
    "hauptfrau ammann intendant rektor dekan kurator kustos kustodin kardinal pastor propst "
    "rabbiner verleger herausgeber referent dezernent kämmerer ombudsmann ombudsfrau "
    "beigeordnete beigeordneter beigeordneten verteidiger ermittler fahnder gutachter polizist"
)
# Councils are bodies, a "Stadtrat" may be a person.
_BODIES = (
    r"(?!(?:un-?|welt)?(?:sicherheits|bundes|national|minister|aufsichts|europa|zentral|ethik"
    r"|verwaltungs|betriebs|personal|gemeinde|kreis)rat)"
)
_INFLECTED = ("", *words("innen in ern en n es s e"))
_is_german_office = ending_in(_GERMAN_OFFICES, before=_BODIES + r"[\w&-]*?", inflected=_INFLECTED)
_SHORT_DE = word_set("ob mdb mdl ceo")
_ADDRESS_DE = word_set("herr herrn frau dr. prof. hr. fr. mr. mrs. sir lord lady sankt")
# Kinds of institution whose proper name follows: "Nachrichtenagentur Tass".
_INSTITUTIONS_DE = words(
    "agentur zeitung sender behörde magazin portal netzwerk konzern unternehmen partei "
    "organisation blatt dienst institut denkfabrik fernsehsender unternehmens konzerns"
)
_ONE_WORD = re.compile(r"\w+")
_OFFICES_EN = word_set(
    "president minister secretary chancellor premier spokesman spokeswoman spokesperson chairman "
    "chairwoman chairperson chair chief leader head director general commissioner ambassador "
    "envoy adviser advisor senator sen. representative rep. congressman congresswoman governor "
    "gov. mayor king queen prince princess pope bishop archbishop professor prof. dr. doctor "
    "analyst expert researcher economist historian author lawyer attorney judge justice officer "
    "colonel col. gen. admiral adm. lt. sgt. captain capt. major commander marshal mr. mrs. ms. "
    "mr mrs ms sir lord lady coach founder ceo cto cfo diplomat dictator ruler deputy "
    "undersecretary journalist reporter correspondent editor activist writer scientist physicist "
    "negotiator coordinator counselor strategist speaker official agency newspaper broadcaster "
    "magazine candidate lawmaker politician prosecutor sheriff detective superintendent inspector "
    "supt det dci sgt sergeant constable insp cpt cmdr chancellor councillor councilor councilman "
    "councilwoman manager principal vicar imam rabbi nurse captain skipper pm mp vp"
)
_OF_OFFICE_EN = re.compile(
    r"^(?:[A-Z]?[\w.-]+ )*?(?:[Ss]ecretary|[Mm]inister|[Dd]irector|[Aa]ttorney|[Hh]ead|[Ll]eader)"
    r" (?:of|for) (?:the )?(?:State|Defen[sc]e|Treasury|Interior|Commerce|Energy|Homeland Security"
    r"|Foreign Affairs|National Intelligence)(?: |$)"
)
_LINKS = frozenset(("of", "for"))
_COUNTRY = {
    "amer": "us", "us": "us", "usa": "us", "u.s.": "us", "unit": "us", "brit": "gb", "groß": "gb",
    "pole": "poln", "pola": "poln", "poli": "poln", "spai": "span", "fren": "fran",
    "germ": "deut", "turk": "türk", "gree": "grie", "japa": "japa",
}  # fmt: skip
_ALIASES = {
    "kremlchef": "präsident russ", "ob": "oberbürgermeister", "bundeskanzler": "kanzler",
    "premierminister": "premier",
    "gov.": "governor", "sen.": "senator", "rep.": "representative", "prof.": "professor",
    "gen.": "general", "prof": "professor", "sgt": "sergeant", "supt": "superintendent",
    "det": "detective", "insp": "inspector", "capt.": "captain",
}  # fmt: skip


@lru_cache(maxsize=1 << 14)
def country_key(word: str) -> str:
    """Return the same short key for a country, its genitive and its adjective.

    >>> country_key("russische") == country_key("Russlands")
    True
    """
    lowered = word.lower().removesuffix("’s").removesuffix("'s")
    if lowered.startswith(("nord", "süd", "nort", "sout")):
        lowered = lowered.replace("north ", "nord").replace("south ", "süd")
        return lowered[:7].rstrip("- ")
    return _COUNTRY.get(lowered[:4], _COUNTRY.get(lowered, lowered[:4]))


@lru_cache(maxsize=1 << 16)
def is_office(word: str, lang: str) -> bool:
    """Whether `word` names an office or a title that may stand before a name."""
    lowered = word.lower()
    if lang == "de":
        return lowered in _ADDRESS_DE or lowered in _SHORT_DE or _is_german_office(lowered)
    return lowered in _OFFICES_EN or lowered.split("-")[-1] in _OFFICES_EN


def gender(titles: list[str], lang: str) -> str:
    """Return `m` or `f` as the titles before a name tell, "" if they do not."""
    for title in titles:
        lowered = title.lower()
        if lowered in ("frau", "mrs", "mrs.", "ms", "ms.", "lady") or lowered.endswith("woman"):
            return "f"
        if lowered in ("herr", "herrn", "mr", "mr.", "sir", "lord") or lowered.endswith("man"):
            return "m"
        if lang == "de" and is_office(title, lang) and lowered not in _ADDRESS_DE:
            if lowered.endswith(("e", "en")):  # "Vorsitzende" may be either
                continue
            return "f" if lowered.endswith("in") else "m"
    return ""


@lru_cache(maxsize=1 << 16)
def is_institution_kind(word: str, lang: str) -> bool:
    """Whether `word` says what kind of institution the following name is."""
    ends = lang == "de" and word.lower().endswith(_INSTITUTIONS_DE)
    return ends and _ONE_WORD.fullmatch(word) is not None


@lru_cache(maxsize=1 << 14)
def office_key(word: str, lang: str) -> str:
    """Return the office without inflection: `Präsidenten` and `Präsident` give the same.

    A key may end in a blank and a country's key ("Kremlchef" is Russia's president).
    """
    lowered = word.lower()
    if lang == "de":
        lowered = lowered.removeprefix("us-").removesuffix("innen").removesuffix("in")
        for ending in ("en", "es", "s", "n", "e"):
            stem = lowered.removesuffix(ending)
            if stem != lowered and _is_german_office(stem):
                lowered = stem
                break
    return _ALIASES.get(lowered, lowered)


def name_after_office(words: list[str], lang: str) -> int:
    """Return how many of `words` are office, title or kind of institution before the name.

    >>> name_after_office(words("Russlands Präsidenten Wladimir Putin"), "de")
    2
    """
    if lang != "de" and not _LINKS.isdisjoint(words):
        match = _OF_OFFICE_EN.match(" ".join(words))
        if match:
            return len(match[0].split())
    for place in range(len(words), 0, -1):
        word = words[place - 1]
        if is_office(word, lang) or is_institution_kind(word, lang):
            return place
    return 0
