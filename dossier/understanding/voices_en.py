"""Rules of English for who says what in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.understanding.attribution import Attribution, Phrase
from dossier.understanding.speakers import CAPITAL, NAME_WORD

_SAYING = (
    "said says told tells added adds announced warned warns argued argues claimed claims stated "
    "states noted notes explained explains wrote writes tweeted insisted insists stressed "
    "acknowledged admitted replied answered asked declared confirmed denied predicted vowed "
    "reported reports remarked recalled continued concluded emphasized emphasised reiterated "
    "suggested complained quipped joked countered testified posted pledged observed"
).split()
_NAMING = (
    "called calls described describes condemned denounced praised hailed labeled labelled dubbed "
    "branded dismissed criticized criticised characterized urged accused blasted rejected spoke "
    "promised threatened demanded expressed"
).split()
WORDS = frozenset([*_SAYING, *_NAMING])
CUES = WORDS | {"according", "According"}
_LIST = "|".join(sorted(_SAYING, key=len, reverse=True))
_VERB = rf"(?P<verb>{_LIST})\b"
_ANY_VERB = rf"(?P<verb>{'|'.join(sorted(WORDS, key=len, reverse=True))})\b"

_CAP = rf"[“\"]?(?!(?:It|That|This|There|These|Those|What|Which|Who|But|And|If|When|As|I|We|He|She|They|You|Q|A|So|No|Yes|Not)\b)(?:[{CAPITAL}]\.(?:[{CAPITAL}]\.)*|[{CAPITAL}][\w&’'-]*|Mrs?\.|Ms\.|Dr\.|Sen\.|Rep\.|Gov\.|Gen\.)[”\"]?"
_LOWER_HEAD = (
    r"(?:officials?|police|authorities|analysts?|experts?|sources?|witnesses|researchers?|scientists?"
    r"|spokes(?:man|woman|person|people)|lawmakers?|diplomats?|prosecutors|investigators|residents"
    r"|ministry|government|statement|report|reports|military|army|agency|company|commission|court"
    r"|president|minister|secretary|leader|governor|mayor|senator|chancellor|ambassador|adviser"
    r"|advisor|group|union|council|committee|network|newspaper|department|office|embassy|party"
    r"|bank|institute|university|organization|organisation|study|activists|critics|supporters"
    r"|executive|director|chief|chairman|professor|lawyer|judge|king|pope|people|firm|team|media)"
)
_ADDITION = r"(?: (?:of|for|at|in|from|with|to) [^,.;:\x02]{2,60}?)"
_PHRASE = (
    r"(?:(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)|"
    r"(?:(?P<determiner>[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Ss]everal|[Ss]ome|[Tt]wo|[Oo]ne"
    r"|[Mm]any|[Ss]enior|[Bb]oth|[Aa]nother) )?"
    rf"(?P<adjectives>(?:(?!(?:and|but|as|that|when|who|which|because|if|is|was|were|are|has|had|have|to)\b)"
    rf"[a-z][a-z-]+ ){{0,3}}?)"
    rf"(?P<nouns>(?:{_CAP}(?: (?:of |for |the |and )?(?:the )?{_CAP}){{0,6}}(?: [a-z-]+){{0,2}}? {_LOWER_HEAD}(?: {_CAP}){{0,4}}"
    rf"|{_CAP}(?: (?:(?:of|for|al|bin|de|van|von|del|and) (?:the )?)?{_CAP}){{0,6}}(?:[’']s (?:[a-z-]+ ){{0,2}}{_LOWER_HEAD})?"
    rf"|{_LOWER_HEAD}(?: {_CAP}){{0,4}}))"
    rf"(?P<addition>{_ADDITION}{{0,2}}?))"
)
_INSERTION = r"(?P<insertion>, [^\x02:;]{3,110}?,)?"
_LEAD = (
    r"(?:(?:But|And|Still|However|Meanwhile|Also|So|Yet),? )?"
    r"(?:(?:On|In|At|Earlier|Later|Speaking|During|After|Last|Asked|When|Before|For|By|As|While)\b"
    r"[^\x02:;]{2,90}?, )?"
)
_SUBJECT = re.compile(
    _LEAD + _PHRASE + _INSERTION
    + r"(?: (?:also|later|then|has|had|previously|recently|repeatedly|further|publicly|once))? "
)  # fmt: skip
_BEFORE_VERB = re.compile(_PHRASE + _INSERTION + r"(?: (?:also|later|then|has|had))? ")
_PHRASE_END = re.compile(
    _PHRASE
    + r"(?=[.,;:]|$| (?:on|in|at|during|after|before|last|late|early|this|yesterday|today|when"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|via|of|as|while|to|with|from|about)\b)"
)
_APPOSITION = re.compile(
    rf", (?P<name>{NAME_WORD}(?: (?:al |bin |de |van |von )?{NAME_WORD}){{1,3}})(?=,|\.$|\.? ?$)"
)
_VERB_AT = re.compile(_VERB)
_EACH_VERB = re.compile(rf"(?<= ){_ANY_VERB}(?=[ ,.:]|$)")
_AFTER_QUOTE = re.compile(r"\x03,? (?:[–—-] )?")
_AFTER_COMMA = re.compile(r", ")
_ACCORDING = re.compile(rf"\b(?P<cue>[Aa]ccording to) {_PHRASE}(?=[,.;]|$)")
_COLON = re.compile(r"[:,]\s(?=\x02)")
_THAT = re.compile(
    r"(?: (?:reporters|journalists|lawmakers|Congress|parliament|CNN|Reuters|AFP|AP|the [A-Z][\w ]{2,30}))?"
    r"(?:,? (?:on|in|at|during|after|late|early|earlier|last) [^,;:\x02]{2,60}?)?,? that "
)
_BARE = re.compile(
    rf" (?=(?:he|she|it|they|the|there|its|his|her|their|an?|this|these|those|no|more|at least|about"
    rf"|[{CAPITAL}][\w.’'-]*(?: [\w.’'-]+){{0,4}}? (?:was|were|is|are|had|has|have|would|will|could|can|did|does|may))\b)"
)
_BARE_VERBS = frozenset("said says".split())
_THAT_VERBS = frozenset(_SAYING) - {"asked", "continued", "posted", "recalled", "replied"}
_LONGEST_TAIL = 110
_SHORT_TAIL = 40


def attribute(sentence: str) -> Attribution | None:
    """Return who says which part of a masked English sentence, or None."""
    for rule in (_after_quotation, _front, _according, _trailing):
        found = rule(sentence)
        if found is not None:
            return found
    return None


def continues_question(sentence: str) -> bool:
    """Whether it is "Merkel asked." after a quotation that ends with a question mark."""
    found = _speaker_at(sentence, 0)
    return found is not None and len(sentence) - found[2] < _SHORT_TAIL and "\x02" not in sentence


def is_carried(sentence: str) -> bool:  # noqa: ARG001 (one interface for all languages)
    """English has no form that carries reported speech on."""
    return False


def _phrase(match: re.Match[str], name: str = "") -> Phrase:
    if match["pronoun"]:
        return Phrase(nouns="", determiner=match["pronoun"].lower())
    return Phrase(
        nouns=match["nouns"],
        determiner=(match["determiner"] or "").lower(),
        adjectives=(match["adjectives"] or "").strip(),
        addition=(match["addition"] or "").strip(),
        apposition=name,
    )


def _apposition(match: re.Match[str], sentence: str) -> str:
    place = (
        match.start("insertion")
        if "insertion" in match.re.groupindex and match["insertion"]
        else match.end()
    )
    found = _APPOSITION.match(sentence, place)
    return found["name"] if found else ""


def _speaker_at(sentence: str, place: int) -> tuple[Phrase, str, int] | None:
    """Read "Miller said" or "said Miller" at `place`: phrase, verb, end."""
    verb = _VERB_AT.match(sentence, place)
    if verb:
        match = _PHRASE_END.match(sentence, verb.end() + 1)
        if match is None:
            return None
        return _phrase(match, _apposition(match, sentence)), verb["verb"], match.end()
    match = _BEFORE_VERB.match(sentence, place)
    while match:
        verb = _VERB_AT.match(sentence, match.end())
        if verb:
            return _phrase(match, _apposition(match, sentence)), verb["verb"], verb.end()
        break
    for verb in _EACH_VERB.finditer(sentence, place, place + 160):
        match = _BEFORE_VERB.fullmatch(sentence, place, verb.start())
        if match:
            return _phrase(match, _apposition(match, sentence)), verb["verb"], verb.end()
    return None


def _rest(sentence: str, end: int) -> Iterator[tuple[int, int]]:
    place = sentence.find("\x02", end)
    if place >= 0:
        yield place, len(sentence)


def _after_quotation(sentence: str) -> Attribution | None:
    for match in _AFTER_QUOTE.finditer(sentence):
        found = _speaker_at(sentence, match.end())
        if found is None or found[1] in _NAMING:
            continue
        phrase, cue, end = found
        spans = ((0, match.start() + 1), *_rest(sentence, end))
        return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=False)
    return None


def _front(sentence: str) -> Attribution | None:
    for verb in _EACH_VERB.finditer(sentence):
        match = _SUBJECT.fullmatch(sentence, 0, verb.start())
        if match is None:
            continue
        phrase = _phrase(match, _apposition(match, sentence))
        cue, end = verb["verb"], verb.end()
        quoted = sentence.find("\x02", end)
        spans: tuple[tuple[int, int], ...] = ((end, len(sentence)),)
        that = _THAT.match(sentence, end) if cue in _THAT_VERBS else None
        if that is None and cue in _BARE_VERBS:
            that = _BARE.match(sentence, end)
        if quoted >= 0:
            colon = _COLON.search(sentence, end)
            if colon and colon.end() == quoted and not that:
                spans = ((quoted, len(sentence)),)
            return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=False)
        if that:
            spans = ((that.end(), len(sentence)),)
            return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=True)
        return None
    return None


def _according(sentence: str) -> Attribution | None:
    match = _ACCORDING.search(sentence)
    if match is None or match["pronoun"]:
        return None
    before = sentence[: match.start()].rstrip()
    ends = match.end() >= len(sentence) - 1
    span = (0, len(before.rstrip(","))) if ends else (0, len(sentence))
    return Attribution(cue=match["cue"], phrase=_phrase(match), spans=(span,), reportable=True)


def _trailing(sentence: str) -> Attribution | None:
    """Attribute "The missile flew 650 km, South Korea's military said."."""
    for match in _AFTER_COMMA.finditer(sentence):
        found = _speaker_at(sentence, match.end())
        if found is None or found[1] not in ("said", "says", "added", "reported", "told"):
            continue
        phrase, cue, end = found
        tail = sentence[end:]
        if len(tail) > _LONGEST_TAIL or re.search(r"\b(?:that|he|she|they|it)\b|[:\x02]", tail):
            continue
        if phrase.determiner in ("i", "we"):
            continue
        if re.match(r"(?:When|As|After|Before|While|If|In|On|At|Asked|Speaking|Since) ", sentence):
            continue
        return Attribution(
            cue=cue, phrase=phrase, spans=((0, match.start()),), reportable=cue != "told"
        )
    return None
