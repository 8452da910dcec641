"""German words and patterns that tell who speaks."""

from __future__ import annotations

import re

from dossier.understanding.lexicon import word_set, words
from dossier.understanding.speakers import CAPITAL, NAME_WORD

# Verbs of saying that need no particle; past, present and the plural of both.
SAYING = words(
    "sagte sagten sagt sagen erklärte erklärten erklärt betonte betonten betont warnte warnten "
    "warnt meinte meinten meint berichtete berichteten berichtet berichten schrieb schrieben "
    "schreibt schreiben twitterte erwiderte antwortete fragte behauptete behaupteten behauptet "
    "versicherte versicherten unterstrich ergänzte ergänzten bestätigte bestätigten bestätigt "
    "verkündete verkündeten verkündet bekräftigte bekräftigten bekräftigt erläuterte äußerte "
    "beklagte beklagten bemerkte prophezeite urteilte resümierte konstatierte entgegnete rief "
    "beteuerte kritisierte kritisierten kritisiert monierte drohte drohten mahnte mahnten mahnt "
    "forderte forderten fordert argumentierte argumentierten argumentiert bilanzierte witzelte "
    "kommentierte begründete verriet gestand schilderte scherzte vermeldete meldete meldeten "
    "meldet melden präzisierte appellierte spekulierte"
)
# Verbs that carry a fragment in quotation marks, but no clause of their own.
NAMING = words(
    "nannte nannten nennt bezeichnete bezeichneten bezeichnet sprach sprachen spricht beschwor "
    "beschworen lobte lobten lobt beschrieb beschreibt verurteilte verurteilten wertete werteten "
    "pries würdigte würdigten rechtfertigte verteidigte verlangte verlangten beschimpfte titulierte"
)
PARTICLES = {
    "teilte": "mit", "teilten": "mit", "teilt": "mit", "gab": "bekannt|an|zu Protokoll",
    "gaben": "bekannt|an", "gibt": "bekannt|an", "kündigte": "an", "kündigten": "an",
    "kündigt": "an", "räumte": "ein", "räumten": "ein", "räumt": "ein", "fügte": "hinzu",
    "fügten": "hinzu", "fügt": "hinzu", "stellte": "klar|fest", "stellten": "klar|fest",
    "hob": "hervor", "führte": "aus", "merkte": "an", "deutete": "an", "fuhr": "fort",
    "machte": "deutlich|klar", "wies": "hin|zurück", "warf": "vor", "legte": "nach",
    "gestand": "ein", "zeigte": "überzeugt|besorgt|zuversichtlich|enttäuscht|optimistisch",
}  # fmt: skip
PARTICIPLES = words(
    "gesagt erklärt betont gewarnt bezeichnet genannt geschrieben mitgeteilt angekündigt "
    "behauptet bestätigt verkündet bekräftigt gesprochen kritisiert beschrieben verurteilt"
)
# Verbs whose object is nearly always what was said, so that it needs no subjunctive.
PLAIN = word_set("sagte sagten sagt sagen erklärte erklärten erklärt meinte betonte")
AUXILIARIES = words("hat hatte haben hatten")

WORDS = frozenset([*SAYING, *NAMING, *PARTICLES, *PARTICIPLES, "so", "hieß", "heißt"])
CUES = WORDS | word_set("laut Laut zufolge Angaben Worten Wie wie Aussage Ansicht So weiter")
VERB = rf"(?P<verb>{'|'.join(sorted({*SAYING, *NAMING, *PARTICLES}, key=len, reverse=True))})\b"

CAP = rf"[„“\"»‚]?(?:[{CAPITAL}]\.(?= )|[{CAPITAL}][\w’&-]*)[“”\"«‘]?"
NAME = rf"{CAP}(?: (?:(?:von der|von|van der|van|de la|de|del|di|da|bin|al|el|zu) )?{CAP}){{0,6}}"
ADJECTIVE = (
    r"(?:(?!(?:oder|aber|später|weiter|wieder|unter|über|immer|wegen|gegen|neben|einer|"
    "einem|einen|eines|eine|sie|wie|nie|habe|hatte|hätte|werde|wurde|würde|heute|der"
    r"|dieser|ihrer|seiner|sondern)\b)[a-zäöüß][\wäöüß-]*?(?:e|e[nrsm]) ){0,4}"
)
MEDIUM = (
    r"(?:\w+ )?(?:[\w-]*(?:[Zz]eitung|[Aa]gentur|[Ss]ender|[Mm]agazin|[Pp]resse)\w*|dpa|AFP|Bild|"
    r"Welt|Zeit|[„“\"»‚])"
)
ADDITION = (
    rf"(?: (?:des|der(?! {MEDIUM})|von|für|in(?! (?:Richtung|Bezug|Anspielung|Interview))|aus) "
    rf"(?:(?!einem |einer |eine |einen )[a-zäöüß]+e[nrsm]? )?{NAME})"
)
PHRASE = (
    r"(?:(?P<pronoun>er|sie|Er|Sie)(?= |[.,:;]|$)|"
    r"(?:(?P<determiner>[Dd]er|[Dd]ie|[Dd]as|[Ee]in|[Ee]ine|[Mm]ehrere|[Vv]iele|[Ee]inige|[Ss]eine?"
    r"|[Ii]hre?|[Dd]em|[Dd]es|[Ee]inem|[Ee]iner|[Ee]ines|[Dd]ieser?) )?"
    rf"(?P<adjectives>{ADJECTIVE})(?P<nouns>{NAME}(?: und (?:(?:die|der|das) )?{NAME})?)"
    rf"(?P<addition>{ADDITION}{{0,2}})(?: \([^()]{{1,40}}\))?)"
)
PHRASE_AT = re.compile(PHRASE)
APPOSITION = re.compile(
    rf", (?:der |die )?(?P<name>{NAME_WORD}(?: (?:von |van |de )?{NAME_WORD}){{1,4}})"
    r"(?=,|:|\.$|$| \()"
)
SUBJECT = re.compile(
    r"(?:(?:Und|Auch|Doch|Aber|Denn|Sogar|Selbst) )?(?:[Aa]uch )?"
    + PHRASE
    + r"(?P<insertion>, [^,\x02]{3,90}(?:, [^,\x02]{3,60})?,)? (?:selbst |auch |hingegen "
    "|dagegen )?"
)
RELATIVE = re.compile(
    rf"(?P<nouns>{NAME}), (?:der|die|das) (?P<clause>[^,;:]*?\x02[^,;:]*?)\s?"
    rf"(?P<verb>{'|'.join(sorted({*SAYING, *NAMING}, key=len, reverse=True))})(?=[,.;:]|$)"
)
# Adverbs that stand before the verb at a sentence's start and look like names.
ADVERBS = word_set(
    "Gestern Heute Dazu Dabei Zudem Später Zuvor Anschließend Danach Daraufhin Außerdem Weiter "
    "Zuletzt Nun Auch Dort Hier So Zugleich Gleichzeitig Jedoch Wörtlich Ferner Ebenso Schließlich "
    "Darüber Deshalb Dennoch Allerdings Jetzt Bereits Kürzlich Immer Damals Dann Damit Darauf "
    "Bislang Offiziell Konkret Man Es Wer Was Wie Montag Dienstag Mittwoch Donnerstag Freitag "
    "Samstag Sonntag Im Am In Bei Nach Vor Mit Als Und Wir Ich Ihr Du Das Dies"
)
NOT_NOMINATIVE = word_set("dem des einem einer eines")
TRAILING = re.compile(rf"(?:,|\x03,?|\x03? [–-]) (?:so )?{VERB} ")
FIRST_VERB = re.compile(rf"(?:^|(?<= )){VERB}(?=[ ,])")
PERFECT = re.compile(rf"(?:^|(?<= ))(?P<verb>{'|'.join(AUXILIARIES)})\b(?= )")
PARTICIPLE = re.compile(rf" (?P<cue>{'|'.join(PARTICIPLES)})(?=[,.:;]|$)")
SO = re.compile(
    rf"(?:,|\x03,?| [–-]) so (?:auch |weiter )?(?={ADJECTIVE}(?:\w+ )?[{CAPITAL}]|er\b|sie\b)"
)
SAID = re.compile(r", (?P<cue>hieß es|heißt es)(?: (?P<from>aus|von|bei|in|im|vom) )?")
ACCORDING = re.compile(
    "(?:^|(?<= )|(?<=,))(?:(?P<laut>[Ll]aut|[Nn]ach (?:den )?(?:Angaben|Worten|Aussage"
    "|Aussagen)(?: (?P<von>von|vom))?"
    r"|[Ll]aut (?:den )?Angaben(?: von| vom)?|[Nn]ach Ansicht(?: von| vom)?)) "
)
ZUFOLGE = re.compile(
    rf"(?<![\w-])(?P<of>(?:Angaben|Worten|Aussagen) )?(?:(?:von|vom) )?{PHRASE} (?P<cue>zufolge)\b"
)
AS = re.compile(
    "(?:^(?P<first>Wie) |, wie )(?=(?:aus|in|von|bei|die|der|das|ein|eine|er|sie|es"
    "|[a-zäöü]+ |[A-ZÄÖÜ]))"
)
THAT = re.compile(r", (?=(?:dass|ob)\b)")
SUBJUNCTIVE = (
    r"(?:sei|seien|habe|werde|könne|müsse|solle|wolle|dürfe|möge|gebe|gehe|komme|stehe|bleibe|liege"
    r"|lasse|brauche|wisse|sehe|halte|mache|nehme|führe|bringe|finde|gelte|handle|handele|bedeute"
    r"|zeige|bestehe|drohe|verfüge|rechne|hoffe|plane|erwarte|trage|spreche|verstehe|laufe|fehle"
    r"|gehöre|helfe|lehne|würden?|hätten|könnten|müssten|sollten|wollten|wären|wäre|hätte|könnte)"
)
SUBJUNCTIVE_CLAUSE = re.compile(rf", (?=[^,;:]*\b{SUBJUNCTIVE}\b)")
# Forms that in unquoted news prose are indirect speech; not "wäre", "könnte": those are comment.
CARRIED = re.compile(
    r"\b(?:sei(?! (?:es|denn)\b)|seien|habe|werde|könne|müsse|solle|wolle|dürfe|gebe|gehe"
    "|komme|stehe|bleibe"
    r"|liege|brauche|wisse|gelte|handle|handele|bestehe|drohe|verfüge|würden|hätten)\b"
)
NOT_CARRIED = re.compile(
    r"\b(?:[Ii]ch|[Ww]ir|[Ww]enn|[Ff]alls|[Gg]äbe|als ob)\b|\?$|^(?:Laut|Nach|Wie) "
)
SUBORDINATE = re.compile(
    r"(?:Als|Wenn|Nachdem|Während|Weil|Da|Obwohl|Bevor|Seit|Auf|Um|Ob|Statt|Anstatt|Trotz|Wie"
    r"|Zu|Ohne|Neben|Nach|Vor|Bei|Damit|Indem|Falls|Sobald|Gefragt|Angesprochen|Im|In|Am) "
)
LATE = 60
