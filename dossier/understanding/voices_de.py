"""Rules of German for who says what in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.understanding.attribution import ANONYMOUS, Attribution, Phrase
from dossier.understanding.speakers import CAPITAL, NAME_WORD, NEVER

# Verbs of saying that need no particle; past, present and the plural of both.
_SAYING = (
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
).split()
# Verbs that carry a fragment in quotation marks, but no clause of their own.
_NAMING = (
    "nannte nannten nennt bezeichnete bezeichneten bezeichnet sprach sprachen spricht beschwor "
    "beschworen lobte lobten lobt beschrieb beschreibt verurteilte verurteilten wertete werteten "
    "pries würdigte würdigten rechtfertigte verteidigte verlangte verlangten beschimpfte titulierte"
).split()
_PARTICLES = {
    "teilte": "mit", "teilten": "mit", "teilt": "mit", "gab": "bekannt|an|zu Protokoll",
    "gaben": "bekannt|an", "gibt": "bekannt|an", "kündigte": "an", "kündigten": "an",
    "kündigt": "an", "räumte": "ein", "räumten": "ein", "räumt": "ein", "fügte": "hinzu",
    "fügten": "hinzu", "fügt": "hinzu", "stellte": "klar|fest", "stellten": "klar|fest",
    "hob": "hervor", "führte": "aus", "merkte": "an", "deutete": "an", "fuhr": "fort",
    "machte": "deutlich|klar", "wies": "hin|zurück", "warf": "vor", "legte": "nach",
    "gestand": "ein", "zeigte": "überzeugt|besorgt|zuversichtlich|enttäuscht|optimistisch",
}  # fmt: skip
_PARTICIPLES = (
    "gesagt erklärt betont gewarnt bezeichnet genannt geschrieben mitgeteilt angekündigt "
    "behauptet bestätigt verkündet bekräftigt gesprochen kritisiert beschrieben verurteilt"
).split()
# Verbs whose object is nearly always what was said, so that it needs no subjunctive.
_PLAIN = frozenset("sagte sagten sagt sagen erklärte erklärten erklärt meinte betonte".split())
_AUXILIARIES = "hat hatte haben hatten".split()

WORDS = frozenset([*_SAYING, *_NAMING, *_PARTICLES, *_PARTICIPLES, "so", "hieß", "heißt"])
CUES = WORDS | frozenset(
    "laut Laut zufolge Angaben Worten Wie wie Aussage Ansicht So weiter".split()
)
_VERB = rf"(?P<verb>{'|'.join(sorted({*_SAYING, *_NAMING, *_PARTICLES}, key=len, reverse=True))})\b"

_CAP = rf"[„“\"»‚]?(?:[{CAPITAL}]\.(?= )|[{CAPITAL}][\w’&-]*)[“”\"«‘]?"
_NAME = (
    rf"{_CAP}(?: (?:(?:von der|von|van der|van|de la|de|del|di|da|bin|al|el|zu) )?{_CAP}){{0,6}}"
)
_ADJECTIVE = (
    r"(?:(?!(?:oder|aber|später|weiter|wieder|unter|über|immer|wegen|gegen|neben|einer|"
    r"einem|einen|eines|eine|sie|wie|nie|habe|hatte|hätte|werde|wurde|würde|heute|der|dieser|ihrer|seiner|sondern)\b)[a-zäöüß][\wäöüß-]*?(?:e|e[nrsm]) ){0,4}"
)
_MEDIUM = (
    r"(?:\w+ )?(?:[\w-]*(?:[Zz]eitung|[Aa]gentur|[Ss]ender|[Mm]agazin|[Pp]resse)\w*|dpa|AFP|Bild|"
    r"Welt|Zeit|[„“\"»‚])"
)
_ADDITION = (
    rf"(?: (?:des|der(?! {_MEDIUM})|von|für|in(?! (?:Richtung|Bezug|Anspielung|Interview))|aus) "
    rf"(?:(?!einem |einer |eine |einen )[a-zäöüß]+e[nrsm]? )?{_NAME})"
)
_PHRASE = (
    r"(?:(?P<pronoun>er|sie|Er|Sie)(?= |[.,:;]|$)|"
    r"(?:(?P<determiner>[Dd]er|[Dd]ie|[Dd]as|[Ee]in|[Ee]ine|[Mm]ehrere|[Vv]iele|[Ee]inige|[Ss]eine?"
    r"|[Ii]hre?|[Dd]em|[Dd]es|[Ee]inem|[Ee]iner|[Ee]ines|[Dd]ieser?) )?"
    rf"(?P<adjectives>{_ADJECTIVE})(?P<nouns>{_NAME}(?: und (?:(?:die|der|das) )?{_NAME})?)"
    rf"(?P<addition>{_ADDITION}{{0,2}})(?: \([^()]{{1,40}}\))?)"
)
_PHRASE_AT = re.compile(_PHRASE)
_APPOSITION = re.compile(
    rf", (?:der |die )?(?P<name>{NAME_WORD}(?: (?:von |van |de )?{NAME_WORD}){{1,4}})"
    r"(?=,|:|\.$|$| \()"
)
_SUBJECT = re.compile(
    r"(?:(?:Und|Auch|Doch|Aber|Denn|Sogar|Selbst) )?(?:[Aa]uch )?"
    + _PHRASE
    + r"(?P<insertion>, [^,\x02]{3,90}(?:, [^,\x02]{3,60})?,)? (?:selbst |auch |hingegen |dagegen )?"
)
_RELATIVE = re.compile(
    rf"(?P<nouns>{_NAME}), (?:der|die|das) (?P<clause>[^,;:]*?\x02[^,;:]*?)\s?"
    rf"(?P<verb>{'|'.join(sorted({*_SAYING, *_NAMING}, key=len, reverse=True))})(?=[,.;:]|$)"
)
# Adverbs that stand before the verb at a sentence's start and look like names.
_ADVERBS = frozenset(
    "Gestern Heute Dazu Dabei Zudem Später Zuvor Anschließend Danach Daraufhin Außerdem Weiter "
    "Zuletzt Nun Auch Dort Hier So Zugleich Gleichzeitig Jedoch Wörtlich Ferner Ebenso Schließlich "
    "Darüber Deshalb Dennoch Allerdings Jetzt Bereits Kürzlich Immer Damals Dann Damit Darauf "
    "Bislang Offiziell Konkret Man Es Wer Was Wie Montag Dienstag Mittwoch Donnerstag Freitag "
    "Samstag Sonntag Im Am In Bei Nach Vor Mit Als Und Wir Ich Ihr Du Das Dies".split()
)
_NOT_NOMINATIVE = frozenset("dem des einem einer eines".split())
_TRAILING = re.compile(rf"(?:,|\x03,?|\x03? [–-]) (?:so )?{_VERB} ")
_FIRST_VERB = re.compile(rf"(?:^|(?<= )){_VERB}(?=[ ,])")
_PERFECT = re.compile(rf"(?:^|(?<= ))(?P<verb>{'|'.join(_AUXILIARIES)})\b(?= )")
_PARTICIPLE = re.compile(rf" (?P<cue>{'|'.join(_PARTICIPLES)})(?=[,.:;]|$)")
_SO = re.compile(
    rf"(?:,|\x03,?| [–-]) so (?:auch |weiter )?(?={_ADJECTIVE}(?:\w+ )?[{CAPITAL}]|er\b|sie\b)"
)
_SAID = re.compile(r", (?P<cue>hieß es|heißt es)(?: (?P<from>aus|von|bei|in|im|vom) )?")
_ACCORDING = re.compile(
    r"(?:^|(?<= )|(?<=,))(?:(?P<laut>[Ll]aut|[Nn]ach (?:den )?(?:Angaben|Worten|Aussage|Aussagen)(?: (?P<von>von|vom))?"
    r"|[Ll]aut (?:den )?Angaben(?: von| vom)?|[Nn]ach Ansicht(?: von| vom)?)) "
)
_ZUFOLGE = re.compile(
    rf"(?P<of>(?:Angaben|Worten|Aussagen) )?(?:(?:von|vom) )?{_PHRASE} (?P<cue>zufolge)\b"
)
_AS = re.compile(
    r"(?:^(?P<first>Wie) |, wie )(?=(?:aus|in|von|bei|die|der|das|ein|eine|er|sie|es|[a-zäöü]+ |[A-ZÄÖÜ]))"
)
_THAT = re.compile(r", (?=(?:dass|ob)\b)")
_SUBJUNCTIVE = (
    r"(?:sei|seien|habe|werde|könne|müsse|solle|wolle|dürfe|möge|gebe|gehe|komme|stehe|bleibe|liege"
    r"|lasse|brauche|wisse|sehe|halte|mache|nehme|führe|bringe|finde|gelte|handle|handele|bedeute"
    r"|zeige|bestehe|drohe|verfüge|rechne|hoffe|plane|erwarte|trage|spreche|verstehe|laufe|fehle"
    r"|gehöre|helfe|lehne|würden?|hätten|könnten|müssten|sollten|wollten|wären|wäre|hätte|könnte)"
)
_SUBJUNCTIVE_CLAUSE = re.compile(rf", (?=[^,;:]*\b{_SUBJUNCTIVE}\b)")
# Forms that in unquoted news prose are indirect speech; not "wäre", "könnte": those are comment.
CARRIED = re.compile(
    r"\b(?:sei(?! (?:es|denn)\b)|seien|habe|werde|könne|müsse|solle|wolle|dürfe|gebe|gehe|komme|stehe|bleibe"
    r"|liege|brauche|wisse|gelte|handle|handele|bestehe|drohe|verfüge|würden|hätten)\b"
)
_NOT_CARRIED = re.compile(
    r"\b(?:[Ii]ch|[Ww]ir|[Ww]enn|[Ff]alls|[Gg]äbe|als ob)\b|\?$|^(?:Laut|Nach|Wie) "
)
_SUBORDINATE = re.compile(
    r"(?:Als|Wenn|Nachdem|Während|Weil|Da|Obwohl|Bevor|Seit|Auf|Um|Ob|Statt|Anstatt|Trotz|Wie"
    r"|Zu|Ohne|Neben|Nach|Vor|Bei|Damit|Indem|Falls|Sobald|Gefragt|Angesprochen|Im|In|Am) "
)
_LATE = 60


def attribute(sentence: str) -> Attribution | None:
    """Return who says which part of a masked German sentence, or None."""
    for rule in (_colon, _trailing, _said, _so, _relative, _as, _according, _front):
        found = rule(sentence)
        if found is not None:
            return found
    return None


def continues_question(sentence: str) -> bool:  # noqa: ARG001 (one interface for all languages)
    """In German a verb in small letters follows the question: no sentence was cut."""
    return False


def is_carried(sentence: str) -> bool:
    """Whether a sentence after reported speech goes on with it: subjunctive, nobody new speaks."""
    return CARRIED.search(sentence) is not None and _NOT_CARRIED.search(sentence) is None


def _phrase(match: re.Match[str], sentence: str = "") -> Phrase:
    groups = match.groupdict()
    if groups["pronoun"]:
        return Phrase(nouns="", determiner=groups["pronoun"].lower())
    apposition = _APPOSITION.match(sentence, match.end()) if sentence else None
    return Phrase(
        nouns=groups["nouns"],
        determiner=(groups["determiner"] or "").lower(),
        adjectives=groups["adjectives"].strip(),
        addition=groups["addition"].strip(),
        apposition=apposition["name"] if apposition else "",
    )


def _subject_after(sentence: str, place: int) -> tuple[Phrase, int] | None:
    match = _PHRASE_AT.match(sentence, place)
    if match is None or (match["determiner"] or "").lower() in _NOT_NOMINATIVE:
        return None
    return _phrase(match, sentence), match.end()


def _subject_before(sentence: str, place: int) -> Phrase | None:
    match = _SUBJECT.fullmatch(sentence, 0, place)
    if match is None or (match["determiner"] or "").lower() in _NOT_NOMINATIVE:
        return None
    if match["pronoun"] is None and _is_adverb(match["nouns"]):
        return None
    phrase = _phrase(match)
    if match["insertion"]:
        name = _APPOSITION.match(sentence, match.start("insertion"))
        if name:
            return Phrase(
                nouns=phrase.nouns, determiner=phrase.determiner, adjectives=phrase.adjectives,
                addition=phrase.addition, apposition=name["name"],
            )  # fmt: skip
    return phrase


def _is_adverb(nouns: str) -> bool:
    first = nouns.split()[0]
    return first in _ADVERBS or first in NEVER


def _cue(sentence: str, match: re.Match[str], end: int) -> str | None:
    """Return the verb with its particle, None if a needed particle is missing."""
    verb = match["verb"]
    particles = _PARTICLES.get(verb)
    if particles is None:
        return None if re.match(r"[^,:]*? (?:ab|zu)(?:[.,]|$)", sentence[end:]) else verb
    found = re.search(rf" (?P<p>{particles})(?=[,.:;]|\s?\x02|$| und\b)", sentence[end - 1 :])
    return f"{verb} … {found['p']}" if found else None


def _clause_subject(sentence: str, match: re.Match[str], start: int = 0) -> Phrase | None:
    """Return the subject of the verb at `match`, before it or after it."""
    before = _subject_before(sentence[start:], match.start() - start)
    after = _subject_after(sentence, match.end() + 1)
    if before is None:
        return after[0] if after else None
    if after and before.determiner in ("die", "das") and not after[0].determiner and after[0].nouns:
        # "Die Sanktionen nannte Putin …": an object may come first.
        return after[0] if match["verb"] in _NAMING else before
    return before


def _colon(sentence: str) -> Attribution | None:
    place = re.search(r":\s(?=\x02)", sentence)
    if place is None or sentence.startswith("\x02"):
        return None
    head = sentence[: place.start()]
    spans = ((place.end(), len(sentence)),)
    for match in reversed(list(_FIRST_VERB.finditer(head + " "))):
        begin = head.rfind(", ", 0, match.start()) + 2 if ", " in head[: match.start()] else 0
        phrase = _clause_subject(head, match) or _clause_subject(head, match, begin)
        cue = _cue(head + ".", match, match.end())
        if phrase and cue:
            return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=False)
    only = re.fullmatch(rf"(?:So |Und )?{_PHRASE}(?: weiter| wörtlich| dazu)?", head)
    if only and (only["pronoun"] or not _is_adverb(only["nouns"])):
        return Attribution(cue="", phrase=_phrase(only), spans=spans, reportable=False)
    perfect = _perfect(head + ".")
    if perfect:
        return Attribution(cue=perfect[1], phrase=perfect[0], spans=spans, reportable=False)
    return None


def _rest(sentence: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the part of an interrupted quotation that follows its attribution."""
    follows = re.search(r"[,.:;]\s(?:und\s)?(?=\x02)|[–-]\s(?=\x02)|:\s(?=\x02)", sentence[end:])
    if follows:
        yield end + follows.end(), len(sentence)


def _trailing(sentence: str) -> Attribution | None:
    for match in _TRAILING.finditer(sentence):
        found = _subject_after(sentence, match.end())
        if found is None or (match["verb"] in _NAMING and "\x02" not in sentence):
            continue
        phrase, end = found
        cue = _cue(sentence, match, end)
        statement = (0, match.start() + (sentence[match.start()] == "\x03"))
        tail = sentence[end:].split("\x02")[0]
        if cue is None or re.search(r", (?:dass|ob)\b", tail):
            continue
        quoted = "\x02" in sentence[: statement[1]]
        if not quoted and not _is_statement(sentence, match, tail):
            continue
        if not quoted and re.match(r"[^,]{0,30}, (?!der |die |das |dass |ob )[a-zäöü]", tail):
            statement = (0, len(sentence))  # "Das Opfer, sagte Müller, sei …"
        return Attribution(
            cue=cue, phrase=phrase, spans=(statement, *_rest(sentence, end)), reportable=True
        )
    return None


def _is_statement(sentence: str, match: re.Match[str], tail: str) -> bool:
    """Whether the words before ", sagte …" are what was said, though nothing is quoted."""
    if _SUBORDINATE.match(sentence) or _SUBJECT.fullmatch(sentence, 0, match.start("verb")):
        return False
    if match["verb"] not in _PLAIN and match["verb"] not in _PARTICLES:
        return re.search(rf"\b{_SUBJUNCTIVE}\b", sentence[: match.start()]) is not None
    return len(tail) <= _LATE or re.search(rf"\b{_SUBJUNCTIVE}\b", tail) is not None


def _said(sentence: str) -> Attribution | None:
    match = _SAID.search(sentence)
    if match is None or match.start() == 0:
        return None
    phrase = ANONYMOUS
    if match["from"]:
        found = _PHRASE_AT.match(sentence, match.end())
        if found and match["from"] in ("aus", "von", "vom", "bei") and not found["pronoun"]:
            phrase = _phrase(found)
    return Attribution(
        cue=match["cue"], phrase=phrase, spans=((0, match.start()),), reportable=True
    )


def _so(sentence: str) -> Attribution | None:
    for match in _SO.finditer(sentence):
        found = _subject_after(sentence, match.end())
        if found is None:
            continue
        phrase, end = found
        if not re.match(
            r"[.,;:]|$| (?:am|in|im|weiter|gegenüber|bei|auf|vor)\b|\s?\x02", sentence[end:]
        ):
            continue
        statement = (0, match.start() + (sentence[match.start()] == "\x03"))
        return Attribution(
            cue="so", phrase=phrase, spans=(statement, *_rest(sentence, end)), reportable=True
        )
    return None


def _relative(sentence: str) -> Attribution | None:
    if "\x02" not in sentence:
        return None
    match = _RELATIVE.search(sentence)
    if match is None:
        return None
    phrase = Phrase(nouns=match["nouns"])
    return Attribution(
        cue=match["verb"], phrase=phrase, spans=(match.span("clause"),), reportable=False
    )


def _as(sentence: str) -> Attribution | None:
    for match in _AS.finditer(sentence):
        found = _subject_after(sentence, match.end())
        if found is None:
            continue
        phrase, end = found
        clause = re.match(
            r"[^,\x02]{0,60}?(?P<cue>\bmitteil\w+|\bbekannt ?ga\w+|\b\w+)(?=[,.]|$)", sentence[end:]
        )
        if clause is None or not _is_saying(clause["cue"]):
            continue
        # "Wie die Polizei mitteilte, wurde …": the rest alone would be no sentence.
        span = (0, len(sentence) if match["first"] else match.start())
        return Attribution(cue=clause["cue"], phrase=phrase, spans=(span,), reportable=True)
    return None


def _is_saying(word: str) -> bool:
    return word in _SAYING or word in {
        "mitteilte", "mitteilten", "mitteilt", "bekanntgab", "bekanntgaben", "angab", "angaben",
        "ankündigte", "ankündigten", "einräumte", "hinzufügte",
    }  # fmt: skip


def _according(sentence: str) -> Attribution | None:
    match = _ACCORDING.search(sentence)
    whole = ((0, len(sentence)),)
    if match:
        found = _PHRASE_AT.match(sentence, match.end())
        if found and not found["pronoun"]:
            cue = match["laut"]
            return Attribution(cue=cue, phrase=_phrase(found), spans=whole, reportable=True)
    if "zufolge" in sentence:
        for other in _ZUFOLGE.finditer(sentence):
            if other["pronoun"] or other["nouns"] in ("Angaben", "Berichten"):
                continue
            before = sentence[: other.start()]
            if _FIRST_VERB.search(before):  # "verkündete Putin Agenturen zufolge, dass …"
                continue
            return Attribution(cue="zufolge", phrase=_phrase(other), spans=whole, reportable=True)
    return None


def _perfect(sentence: str) -> tuple[Phrase, str] | None:
    participle = _PARTICIPLE.search(sentence)
    match = _PERFECT.search(sentence)
    if not participle or not match or participle.start() < match.end():
        return None
    phrase = _clause_subject(sentence, match)
    return (phrase, participle["cue"]) if phrase else None


def _front(sentence: str) -> Attribution | None:
    """Attribute "Putin sagte, dass …", "Er nannte das …", "hat … als … bezeichnet"."""
    match = _FIRST_VERB.search(sentence)
    phrase = cue = None
    begin = 0
    if match:
        phrase, begin = _clause_subject(sentence, match), match.end()
        cue = _cue(sentence, match, match.end())
    if phrase is None or cue is None:
        perfect = _perfect(sentence)
        if perfect is None:
            return None
        phrase, cue = perfect
        begin = 0
    if match and match["verb"] in _NAMING and begin:
        return Attribution(
            cue=cue, phrase=phrase, spans=((begin, len(sentence)),), reportable=False
        )
    clause = _THAT.search(sentence, begin) or (
        _SUBJUNCTIVE_CLAUSE.search(sentence, begin) if begin else None
    )
    if clause:
        if "\x02" in sentence[begin : clause.start()]:
            return Attribution(
                cue=cue, phrase=phrase, spans=((begin, len(sentence)),), reportable=False
            )
        return Attribution(
            cue=cue, phrase=phrase, spans=((clause.end(), len(sentence)),), reportable=True
        )
    return Attribution(cue=cue, phrase=phrase, spans=((begin, len(sentence)),), reportable=False)
