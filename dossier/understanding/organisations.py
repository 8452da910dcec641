"""Organisations by name, and phrases that name one: "Bundesamt für Gesundheit", "FC Nürnberg"."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from dossier.understanding import tables
from dossier.understanding.gazetteer import by_first_word
from dossier.understanding.lexicon import ending_in, word_set, words


class Organisation(Struct, frozen=True, kw_only=True):
    """An organisation's names in German and English."""

    german: str
    english: str

    def name(self, lang: str) -> str:
        """Return the name that readers of `lang` expect."""
        return self.german if lang == "de" else self.english


# Titles of papers that are words: only in quotation marks are they meant.
QUOTED_ONLY = word_set("Bild Spiegel Focus Guardian Total Bayer Puma Stern Zeit Welt Freitag Die")

_is_state_body = ending_in(
    words(
        "ministerium amt gericht gerichtshof kammer bank anstalt agentur zentrale rechnungshof "
        "rat tag polizei wehr verband universität kommission partei fraktion gymnasium stiftung "
        "institut gesellschaft klinikum museum verlag konzern bund kasse schule regierung "
        "behörde fonds klinik parlament zeitung senat kongress"
    ),
    before=r"(?:Bundes|Landes|Reichs|Staats|Stadt|Kreis|Verwaltungs|Sozial|Arbeits|Amts|Land|"
    r"Oberlandes|Oberverwaltungs|Verfassungs|National|Zentral|Umwelt|Europa|"
    r"(?:[A-ZÄÖÜ][\w&]*-)+)[a-zäöüßA-ZÄÖÜ]*?"
    r"|[A-ZÄÖÜ][a-zäöüß]{3,}(?=ministerium)",
)
# What stands behind a hyphen: "Al-Azhar-Universität".
_is_hyphened = ending_in(
    words(
        "-Partei -Universität -Stiftung -Institut -Verlag -Museum -Agentur -Bank -Gesellschaft "
        "-Akademie -Miliz -Zeitung -Klinikum -Orchester"
    ),
    before=r"[A-ZÄÖÜ][\w&]*(?:-\w+)*",
    inflected=("", "s", "es"),
)
# Bodies of which there are many: "die Amtsgerichte", "ein Landtag".
_ARTICLES = word_set("ein eine einem einen einer eines kein keine jeder jede viele mehrere")
_is_for_head = ending_in(
    words(
        "amt ministerium institut zentrum verband stiftung zentrale agentur gesellschaft "
        "kommission anstalt vereinigung zentralrat akademie hochschule bund gewerkschaft verein "
        "büro initiative"
    ),
    before=r"\w*",
)
_is_proper_head = ending_in(
    words(
        "zeitung bank rundfunk philharmoniker kurier anzeiger tageblatt nachrichten "
        "allgemeine allgemeinen post presse union nationen liga institut akademie gesellschaft "
        "verlag orchester museum stiftung sparkasse gewerkschaftsbund bund universität "
        "hochschule telekom bahn verein mieterverein kreuz kirche volkspartei partei magazin "
        "gerichtshof brauerei werke klinikum ensemble bühne oper staatsoper festspiele "
        "symphoniker volksbank zentralbank zentralrat städtetag sportbund tagesspiegel "
        "morgenpost abendblatt rundschau ministerium"
    ),
    before=r"(?:\w+-)*\w*",
    inflected=("", "s", "es", "en"),
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
_is_local_head = ending_in(
    words(
        "universität hochschule gericht schule realschule gymnasium polizeipräsidium klinikum "
        "akademie staatsanwaltschaft institut stadtwerke sparkasse volksbank verlag zeitung "
        "agentur radio messe oper museum theater stiftung polizeidirektion charité fraktion"
    ),
    before=r"(?:\w+-)*\w*",
)
_SCHOOLS = frozenset(("uni", "fh", "tu", "ph"))
# Behind a town they make its team: "San Antonio Spurs".
TEAMS = word_set(
    "Bulls Spurs Lakers Knicks Rangers Celtics Warriors Raptors Giants Jets Bears Packers Patriots "
    "Cowboys Eagles Yankees Dodgers Cubs Heat Mavericks United City Rovers Athletic Wanderers Town "
    "Haie Eisbären Panther Löwen Adler Lions Tigers Sharks Kings Devils Flyers Penguins Capitals "
    "Rockets Hawks Nets Suns Clippers Grizzlies Pelicans Magic Hornets Pistons Pacers Bucks Jazz "
    "Cavaliers Timberwolves Nuggets Steelers Ravens Browns Bengals Colts Texans Titans Chiefs "
    "Broncos Chargers Raiders Vikings Saints Buccaneers Falcons Seahawks Cardinals Rams Braves "
    "Mets Phillies Marlins Astros Mariners Orioles Twins Royals Guardians Brewers Pirates Reds "
    "Rockies Padres Albion 49ers 76ers"
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


def _is_body_of_state(word: str) -> bool:
    if _is_hyphened(word):
        return True
    if word[-1] != "s":
        return word != "Landrat" and _is_state_body(word)
    bare = word.removesuffix("es") if word.endswith(("tes", "ges")) else word
    forms = (word, bare, word.removesuffix("s"))
    return "Landrat" not in forms and any(map(_is_state_body, forms))


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


def takes_purpose(word: str) -> bool:
    """Whether "für …" belongs to the name that `word` begins: "Institut für …"."""
    return _is_for_head(word.lower())


def is_proper_head(word: str) -> bool:
    """Whether an adjective before `word` makes it a name: "Deutsche Bank"."""
    return _is_proper_head(word.lower())


def is_club(word: str) -> bool:
    """Whether a place after `word` makes it a club: "FC Nürnberg"."""
    return word in _CLUB


def is_local(word: str) -> bool:
    """Whether a place after `word` makes it an organisation: "Universität Bremen"."""
    lowered = word.lower()
    return _is_local_head(lowered) or lowered in _SCHOOLS or lowered.endswith("-uni")
