"""German patterns that tell who speaks; the verbs are in `verbs_de`."""

from __future__ import annotations

from dossier.understanding.lazy import lazy_pattern
from dossier.understanding.lexicon import word_set
from dossier.understanding.people_named import CAPITAL, NAME_WORD
from dossier.understanding.verbs_de import AUXILIARIES, PARTICIPLES

_DEGREE = (
    r"(?:(?:DDr|Dr|Prof|Mag|Ing|Dipl|DI)\.(?:[ -]?(?:h\. ?c|med|jur|phil|rer|nat|Ing)\.)*"
    r"(?= [A-ZÄÖÜ])|(?:[\w-]*-)?(?:L?Abg|Abgeordn|(?:Vize)?[Bb]gm)\.(?= [A-ZÄÖÜ]))"
)
CAP = (
    rf"[„“\"»‚]?(?:{_DEGREE}|[{CAPITAL}]\.(?= )|[{CAPITAL}][\w’&/-]*"
    r"|\d{1,3}-[Jj]ährige[rns]?|\d{1,2}(?=[“”\"«]))[“”\"«‘]?"
)
# "zu Guttenberg", "von und zu Liechtenstein"; others say something "zu Beginn", "zu BILD".
_ZU = (
    r"zu(?= (?:Bentheim|Castell|Dohna|Eltz|Erbach|Franckenstein|Fürstenberg|Guttenberg|Hohenlohe"
    r"|Knyphausen|Leiningen|Löwenstein|Lynar|Oettingen|Putlitz|Rantzau|Salm|Sayn|Schaumburg|Solms"
    r"|Stolberg|Waldeck|Wied|Windisch|Ysenburg))|von und zu"
)
NAME = (
    rf"{CAP}(?: (?:(?:von der|von|van der|van|de la|de|del|di|da|bin|al|el|{_ZU}) )?{CAP}){{0,6}}"
    "(?: ohne Grenzen| für die Welt)?"
)
ADJECTIVE = (
    r"(?:(?!(?:oder|aber|später|weiter|wieder|unter|über|immer|wegen|gegen|neben|einer|"
    "einem|einen|eines|eine|den|sie|wie|nie|habe|hatte|hätte|werde|wurde|würde|heute|der"
    r"|dieser|ihrer|seiner|sondern|hingegen|dagegen|deswegen|zudem|außerdem|trotzdem|seitdem|daher"
    r"|gestern|morgen|indes|indessen|unterdessen|währenddessen|stattdessen|leider|eher|bisher|alles"
    r"|ihnen|ihm|ihn|ohne|beinahe|selber|lieber)\b)[a-zäöüß][\wäöüß-]*?(?:e|e[nrsm]) ){0,4}"
)
MEDIUM = (
    r"(?:\w+ )?(?:[\w-]*(?:[Zz]eitung|[Aa]gentur|[Ss]ender|[Mm]agazin|[Pp]resse)\w*"
    r"|(?:dpa|AFP|Bild|Welt|Zeit)\b|[„“\"»‚])"
)
ADDITION = (
    rf"(?: (?:des|der(?! {MEDIUM})|bei den|bei der|beim|von|an der|für|aus"
    r"|vom(?! (?:\w+tag|Mittwoch)\b)"
    r"|in(?! (?:Richtung|Bezug|Anspielung|Interview|Aussicht|Frage|Abrede)\b)) "
    rf"(?:(?!einem |einer |eine |einen )[a-zäöüß]+e[nrsm]? )?{NAME})"
)
PHRASE = (
    r"(?:(?P<pronoun>er|sie|Er|Sie)(?= |[.,:;]|$)|"
    r"(?:(?P<determiner>[Dd]er|[Dd]ie|[Dd]as|[Ee]in|[Ee]ine|[Mm]ehrere|[Vv]iele|[Ee]inige|[Bb]eide|[Ss]eine?"
    r"|[Ii]hre?|[Ee]iner der|[Ee]ine der|[Ee]ines der"
    r"|[Dd]em|[Dd]es|[Ee]inem|[Ee]iner|[Ee]ines|[Dd]ieser?) )?"
    rf"(?P<adjectives>{ADJECTIVE})"
    rf"(?P<nouns>{NAME}(?: und (?:(?:die|der|das) )?(?:[a-zäöüß]+-)?{NAME}){{0,2}})"
    rf"(?P<addition>{ADDITION}{{0,2}})(?: \([^()]{{1,40}}\))?)"
)
PHRASE_AT = lazy_pattern(PHRASE)
APPOSITION = lazy_pattern(
    r"(?: und [^,\x02\x03:;]{3,70})?"  # of two offices the name follows the second
    rf", (?:der |die )?(?P<name>{NAME_WORD}(?: (?:von |van |de )?{NAME_WORD}){{1,4}})"
    r"(?=,|:|\.$|$| \()"
)
SUBJECT = lazy_pattern(
    r"(?:(?:Und|Auch|Doch|Aber|Denn|Sogar|Selbst) )?(?:[Aa]uch )?"
    + PHRASE
    + r"(?P<insertion>, (?:[^,\x02]{3,140}|[^,\x02]{2,100}\x02\x01+\x03[^,\x02]{0,40})"
    + r"(?:, [^,\x02]{3,60})?(?:,|(?<=\))(?= )))?"
    " (?:selbst |auch |hingegen |dagegen )?"
)
RELATIVE = lazy_pattern(
    rf"(?P<nouns>{NAME})(?P<addition>{ADDITION}?), (?:der|die|das) "
    r"(?P<clause>[^,;:]*?\x02[^,;:]*?)\s?(?P<verb>[a-zäöüß]+)(?=[,.;:]|$)"
)
RELATIVE_TOLD = lazy_pattern(
    rf"(?P<nouns>{NAME})(?P<addition>{ADDITION}?), (?:der|die|das) "
    r"(?:[^,;:\x02\x03]{1,90} )?(?P<verb>[a-zäöüß]+), "
)
# Adverbs that stand before the verb at a sentence's start and look like names.
ADVERBS = word_set(
    "Gestern Heute Dazu Dabei Zudem Später Zuvor Anschließend Danach Daraufhin Außerdem Weiter "
    "Zuletzt Nun Auch Dort Hier So Zugleich Gleichzeitig Jedoch Wörtlich Ferner Ebenso Schließlich "
    "Darüber Deshalb Dennoch Allerdings Jetzt Bereits Kürzlich Immer Damals Dann Damit Darauf "
    "Bislang Offiziell Konkret Man Es Wer Was Wie Montag Dienstag Mittwoch Donnerstag Freitag "
    "Samstag Sonntag Im Am In Bei Nach Vor Mit Als Und Wir Ich Ihr Du Das Dies Dass Ob Weil "
    "Wenn Nachdem Obwohl"
)
# Whom "seine Antwort" means.
WHOSE = {"sein": "er", "seine": "er", "ihr": "sie", "ihre": "sie"}
NOT_NOMINATIVE = word_set("dem des einem einer eines")
# "Nach ihrer Ansicht regiert die Ampel …": of whom the sentence before tells.
BY_PRONOUN = lazy_pattern(
    r"\b(?P<cue>[Nn]ach (?P<whose>sein|ihr)er (?:Ansicht|Meinung|Einschätzung|Überzeugung|Aussage"
    r"|Darstellung|Auffassung|Schätzung|Lesart))\b"
)
# "Pjöngjang hatte nach eigenen Angaben …": the subject says so.
BY_OWN = lazy_pattern(
    "(?P<cue>(?:nach|laut) (?:eigenen|seinen|ihren) (?:Angaben|Worten|Aussagen)"
    "|(?:eigenen|seinen|ihren) (?:Angaben|Worten) zufolge)"
)
# "den Angaben zufolge": whoever was the last to say something.
BY_CONTEXT = lazy_pattern(
    r"\b(?P<cue>(?:[Dd]en|[Ee]igenen|[Ss]einen|[Ii]hren) Angaben zufolge|[Nn]ach eigenen Angaben)\b"
)
# What may stand between a verb and its subject: "sagte am Montag auch der Sprecher".
BETWEEN = lazy_pattern(
    r"(?:(?:sich|dazu|auch|deshalb|daher|deswegen|dann|danach|später|gestern|heute|weiter|zudem"
    r"|dagegen|hingegen|jedoch|aber|nun|etwa|unterdessen|indessen|indes|außerdem|selbst|einmal|zuletzt|schon|bereits|laut"
    r"|es|ihn|ihm|ihnen|uns|mir|das|dies|erneut|ausdrücklich|wörtlich|ebenfalls|noch|wieder|nochmals"
    r"|wiederum|schließlich|anschließend|daraufhin|zuvor|am (?:\w+tag|Mittwoch)\w*) ){1,3}"
)
AFTER_QUOTATION = lazy_pattern(r"\x03(?P<comma>,?)(?: [–-])? (?P<verb>[a-zäöüß]+) ")
AFTER_COMMA = lazy_pattern(r"(?:,| [–-]) (?P<verb>[a-zäöüß]+) ")
# Small words after a quotation that end like verbs and are none.
NO_VERBS = word_set(
    "mit seit nicht selbst erst damit statt trotz samt fast sonst meist zuletzt jetzt weit dort "
    "hat hatte hatten haben ist sind war waren wird werden wurde wurden soll sollten muss mussten "
    "bitte heute gestern mitten unten oben hinten gegen neben wegen an in von bei nach vor bis "
    "geht steht stand gilt bedeutet gehört führt entsteht erscheint hatten gibt kommt kommen "
    "lautet lautete heißt hieß fehlt reicht"
)
VERB_LIKE = lazy_pattern(r"[a-zäöüß]{2,}(?:t|te|ten|rief|schrie|en)")
# What says of a thing, not of a person, that words stand there.
NOT_AFTER_SUBJECT = word_set(
    "und oder aus in im an am auf mit von vom zu zum zur bei beim nach vor für durch als wie über "
    "unter gegen ohne um bis seit sowie dort hier auch"
)
INANIMATE = word_set(
    "lautet lautete lauten stand steht standen stehen heißt hieß ist war sind waren prangt prangte "
    "las liest trägt trug zeigt gilt galt"
)
WORD = lazy_pattern(r"[^\W\d_]+")
# "…, soll sie gesagt haben", "…, wird der Wirt einen Tag später sagen"
COMPOSED = lazy_pattern(
    r"(?:\x03,?|,) (?:soll|sollen|will|wollen|wird|werden|kann|muss|dürfte|könnte|hat|haben|hatte"
    r"|hatten) "
)
SAID_LATER = lazy_pattern(
    r"[^,;:\x02]{0,160} (?P<cue>(?:gesagt|gerufen|geantwortet|geschrieben|erklärt|gefragt|gemeint"
    r"|erzählt|geschrien|gebrüllt|geflüstert|hinzugefügt|entgegnet|betont)(?: haben)?|sagen"
    r"|erzählen|erklären|berichten|antworten|schreiben|rufen|fragen)(?=[,.;:]|$)"
)
# "war die Rede von einem „Anschlag“", "ist von „Chaoten“ die Rede"
TALK_OF = lazy_pattern(
    r"\b(?:(?:die |keine )?Rede (?:war |ist |sei )?(?:da |dort |hier )?von\b(?=[^.;\x03]{0,60}\x02)"
    r"|(?:ist|war|sei|wird|wurde) (?:[\w-]+ ){0,4}?von (?=[^;]{0,40}\x02[^;]* die Rede\b))"
)
SO = lazy_pattern(
    rf"(?:,|\x03,?| [–-]) so (?:auch |weiter )?(?={ADJECTIVE}(?:\w+ )?[{CAPITAL}]|\d+-|er\b|sie\b)"
)
SAID = lazy_pattern(
    r", (?P<cue>hieß es|heißt es|hiess es|heisst es)"
    r"(?: (?:dazu |weiter |am \w+ |auch ){0,2}(?P<from>aus|von|beim|bei|in einer|in einem"
    r"|in der|in dem|in|im|vom) )?"
)
ACCORDING = lazy_pattern(
    r"(?:^|(?<= )|(?<=,))(?:(?P<laut>[Ll]aut (?:den )?Angaben(?: von| vom)?"
    "|[Ll]aut(?: den(?= [A-ZÄÖÜ]))?"
    "|[Nn]ach (?:den |eigenen )?(?:Angaben|Worten|Aussage|Aussagen|Einschätzung|Schätzung"
    "|Schätzungen|Meinung|Überzeugung|Auskunft|Darstellung|Erkenntnissen|Berechnungen"
    "|Informationen|Mitteilung|Bekunden|Zählung)(?: (?P<von>von|vom))?"
    "|[Nn]ach Ansicht(?: von| vom)?)) "
)
# "wird Müller von der Zeitung zitiert", "zitierte Interfax den Präsidenten".
QUOTED_BY = lazy_pattern(
    r"\b(?:wird|wurde|werden|wurden) (?P<who>[^,;\x02]+?)"
    r"(?: (?:von|vom|in|im|durch) (?P<via>[^,;\x02]+))? zitiert\b"
)
QUOTES = lazy_pattern(r"\b(?P<cue>zitiert|zitierte|zitierten|zitieren) ")
# "nach Polizeiangaben", "Medienberichten zufolge", "laut einem Bericht": whose words they are.
XANGABEN = lazy_pattern(
    r"\b(?P<cue>(?:[Nn]ach|[Ll]aut) (?:\w+en )?(?P<who>[A-ZÄÖÜ]\w{3,}?)s?angaben)\b"
)
REPORTS = lazy_pattern(
    r"\b(?:(?P<before>[Ll]aut |[Nn]ach )?(?P<who>(?:[A-ZÄÖÜ]\w+b|B)erichten)(?P<after> zufolge)?)\b"
)
ZUFOLGE = lazy_pattern(
    rf"(?<![\w-])(?P<of>(?:Angaben|Worten|Aussagen) )?(?:(?:von|vom) )?{PHRASE} (?P<cue>zufolge)\b"
)
AS = lazy_pattern(
    "(?:^(?P<first>Wie) |, wie )(?=(?:aus|in|von|bei|die|der|das|ein|eine|er|sie|es"
    "|[a-zäöü]+ |[A-ZÄÖÜ]))"
)
PERFECT = lazy_pattern(rf"(?:^|(?<= ))(?P<verb>{'|'.join(AUXILIARIES)})\b(?= )")
PARTICIPLE = lazy_pattern(rf" (?P<cue>{'|'.join(PARTICIPLES)})(?=[,.:;]|$)")
THAT = lazy_pattern(r", (?=(?:dass|ob)\b)")
SUBORDINATE = lazy_pattern(
    r"(?:Als|Wenn|Nachdem|Während|Weil|Da|Obwohl|Bevor|Seit|Auf|Um|Ob|Statt|Anstatt|Trotz|Wie"
    r"|Welche[mnrs]?|Wer|Was|Wann|Warum|Wieso|Wohin|Woher|Wo"
    r"|Zu|Ohne|Neben|Nach|Vor|Bei|Damit|Indem|Falls|Sobald|Gefragt|Angesprochen|Im|In|Am) "
)
LATE = 60
