"""Organisations by name, and phrases that name one: "Bundesamt für Gesundheit", "FC Nürnberg"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from dossier.understanding import tables
from dossier.understanding.gazetteer import by_first_word
from dossier.understanding.lexicon import word_set


class Organisation(Struct, frozen=True, kw_only=True):
    """An organisation's names in German and English."""

    german: str
    english: str

    def name(self, lang: str) -> str:
        """Return the name that readers of `lang` expect."""
        return self.german if lang == "de" else self.english


# Titles of papers that are words: only in quotation marks are they meant.
QUOTED_ONLY = word_set("Bild Spiegel Focus Guardian Total Bayer Puma Stern Zeit Welt Freitag Die")

_STATE_BODY = re.compile(
    r"(?:(?:Bundes|Landes|Reichs|Staats|Stadt|Kreis|Verwaltungs|Sozial|Arbeits|Amts|Land|Oberlandes|"
    r"Oberverwaltungs|Verfassungs|National|Zentral|Umwelt|Europa|(?:[A-ZÄÖÜ][\w&]*-)+)"
    r"[a-zäöüßA-ZÄÖÜ]*?"
    r"(?:ministerium|amt|gericht|gerichtshof|kammer|bank|anstalt|agentur|zentrale|rechnungshof|"
    r"rat|tag|polizei|wehr|verband|universität|kommission|partei|fraktion|gymnasium|stiftung|"
    r"institut|gesellschaft|klinikum|museum|verlag|konzern|bund|kasse|schule|regierung|"
    r"behörde|fonds|klinik|parlament|zeitung|senat|kongress))"
    r"|(?:Innen|Außen|Aussen|Verteidigungs|Finanz|Justiz|Wirtschafts|Gesundheits|Verkehrs|Umwelt|"
    r"Kultus|Familien|Arbeits|Landwirtschafts)ministerium"
)
# Bodies of which there are many: "die Amtsgerichte", "ein Landtag".
_ARTICLES = word_set("ein eine einem einen einer eines kein keine jeder jede viele mehrere")
_FOR_HEADS = re.compile(
    r"\w*(?:amt|ministerium|institut|zentrum|verband|stiftung|zentrale|agentur|gesellschaft|"
    r"kommission|anstalt|vereinigung|zentralrat|akademie|hochschule|bund|gewerkschaft|verein|"
    r"büro|initiative)"
)
_PROPER_HEADS = re.compile(
    r"(?:\w+-)*\w*(?:zeitung|bank|rundfunk|philharmoniker|kurier|anzeiger|tageblatt|nachrichten|"
    r"allgemeinen?|post|presse|union|nationen|liga|institut|akademie|gesellschaft|verlag|"
    r"orchester|museum|stiftung|sparkasse|gewerkschaftsbund|bund|universität|hochschule|"
    r"telekom|bahn|verein|mieterverein|kreuz|kirche|volkspartei|partei|magazin|gerichtshof|"
    r"brauerei|werke|klinikum|ensemble|bühne|oper|staatsoper|festspiele|symphoniker|volksbank|"
    r"zentralbank|zentralrat|städtetag|sportbund|tagesspiegel|morgenpost|abendblatt|rundschau|"
    r"ministerium)(?:s|es|en)?",
    re.IGNORECASE,
)
_CLUB = word_set(
    "FC SV SC TSV TSG VfB VfL FSV SG SpVgg FK SK AC AS RB BSC TuS TV VfR SSV ASV MTV SF TuSpo DJK "
    "Borussia Eintracht Fortuna Dynamo Juventus Inter Real Sporting Olympique Energie Hansa "
    "Arminia Alemannia Hertha Lokomotive Roter Union Kickers Preußen Wacker Austria Rapid Dinamo "
    "Partisan ZSKA Spartak Zenit Atletico Atlético Manchester Bayern Werder Racing Panathinaikos "
    "Olympiakos Roda Slavia Steaua Lewski Levski Legia Wisla Banik Slovan Ferencvaros Partizan "
    "Hajduk Maccabi Hapoel Apoel Omonia Aris PAOK AEK Deportivo Espanyol Girondins Lazio Sampdoria "
    "Feyenoord Ajax Vitesse Lokomotiv Torpedo Rubin Terek Schachtjor Metalist Rosenborg Admira "
    "Sturm Servette Chemie Rot-Weiß Rot-Weiss Blau-Weiß Schwarz-Weiß Waldhof Germania Teutonia "
    "Viktoria FCM FCN BVB KSV TBV HSG VC USC"
)
_LOCAL = re.compile(
    r"(?:\w+-)*\w*(?:universität|hochschule|gericht|schule|realschule|gymnasium|polizeipräsidium|"
    r"klinikum|akademie|staatsanwaltschaft|institut|stadtwerke|sparkasse|volksbank|verlag|"
    r"zeitung|agentur|radio|messe|oper|museum|theater|stiftung|polizeidirektion|charité|fraktion)"
)


# Behind a town they make its team: "San Antonio Spurs".
TEAMS = word_set(
    "Bulls Spurs Lakers Knicks Rangers Celtics Warriors Raptors Giants Jets Bears Packers Patriots "
    "Cowboys Eagles Yankees Dodgers Cubs Heat Mavericks United City Rovers Athletic Wanderers Town "
    "Haie Eisbären Panther Löwen Adler Lions Tigers Sharks Kings Devils Flyers Penguins Capitals "
    "Rockets Hawks Nets Suns Clippers Grizzlies Pelicans Magic Hornets Pistons Pacers Bucks Jazz "
    "Cavaliers Timberwolves Nuggets Steelers Ravens Browns Bengals Colts Texans Titans Chiefs "
    "Broncos Chargers Raiders Vikings Saints Buccaneers Falcons Seahawks Cardinals Rams Braves "
    "Mets Phillies Marlins Astros Mariners Orioles Twins Royals Guardians Brewers Pirates Reds "
    "Rockies Padres Albion"
)
ENGLISH = word_set(
    "International National University Institute Council Department Ministry Bank Federal Royal "
    "American British World European Central California Columbia Goldman"
)
_STREET = re.compile(r"[A-ZÄÖÜ][\w-]{3,}(?:straße|strasse|allee)")
_NO_STREET = word_set(
    "Bundesstraße Landstraße Einkaufsstraße Seitenstraße Fahrstraße Wohnstraße Kreisstraße "
    "Landesstraße Schnellstraße Einbahnstraße Hauptverkehrsstraße Seidenstraße Wasserstraße "
    "Meerstraße Durchgangsstraße Ortsstraße Milchstraße Prachtstraße Geschäftsstraße Dorfstraße "
    "Zufahrtsstraße Umgehungsstraße Meeresstraße Querstraße Nebenstraße Produktionsstraße "
    "Weinstraße"
)


@cache
def organisations() -> dict[str, Organisation]:
    """Return all organisations of the table by each of their names."""
    found: dict[str, Organisation] = {}
    for line in tables.text("organisations.tsv").splitlines():
        if line and not line.startswith("#"):
            german, english, others, *_ = [*line.split("\t"), "", ""]
            entry = Organisation(german=german, english=english or german)
            for form in (german, english, *others.split("|")):
                if form.strip():
                    found.setdefault(form.strip(), entry)
    return found


@cache
def longer() -> dict[str, tuple[str, ...]]:
    """Return the names of several words by their first word, the longest first."""
    return by_first_word(organisations())


def is_body(word: str, before: str) -> bool:
    """Whether `word` alone names an office or body of a state or a named house.

    >>> is_body("Bundesjustizministerium", "das"), is_body("Landgericht", "ein")
    (True, False)
    """
    return _is_body_of_state(word) and before not in _ARTICLES


@lru_cache(maxsize=1 << 14)
def _is_body_of_state(word: str) -> bool:
    bare = word.removesuffix("es") if word.endswith(("tes", "ges")) else word
    forms = {word, bare, word.removesuffix("s")}
    return "Landrat" not in forms and any(_STATE_BODY.fullmatch(form) for form in forms)


def may_begin(word: str) -> bool:
    """Whether a phrase or word that names an organisation may begin with `word`."""
    return (
        is_club(word)
        or is_local(word)
        or takes_purpose(word)
        or is_body(word, "")
        or word in ENGLISH
        or word == "Union"
    )


def is_street(word: str) -> bool:
    """Whether `word` is the name of a street by its ending."""
    return _STREET.fullmatch(word) is not None and word not in _NO_STREET


@lru_cache(maxsize=1 << 16)
def takes_purpose(word: str) -> bool:
    """Whether "für …" belongs to the name that `word` begins: "Institut für …"."""
    return _FOR_HEADS.fullmatch(word.lower()) is not None


@lru_cache(maxsize=1 << 16)
def is_proper_head(word: str) -> bool:
    """Whether an adjective before `word` makes it a name: "Deutsche Bank"."""
    return _PROPER_HEADS.fullmatch(word) is not None


def is_club(word: str) -> bool:
    """Whether a place after `word` makes it a club: "FC Nürnberg"."""
    return word in _CLUB


@lru_cache(maxsize=1 << 14)
def is_local(word: str) -> bool:
    """Whether a place after `word` makes it an organisation: "Universität Bremen"."""
    return _LOCAL.fullmatch(word.lower()) is not None
