"""What stands between quotation marks and quotes nobody: titles, names and terms."""

from __future__ import annotations

import re

from dossier.understanding.quotations import Quotation, find

_TITLE_BEFORE = re.compile(
    r"(?:\b(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]em|[Dd]en|[Dd]es|[Ii]m|[Zz]um|[Zz]ur|[Bb]eim|[Bb]ei|[Vv]om|[Ll]aut|[Tt]he)"
    r"|\w*(?:[Zz]eitung|[Zz]eitschrift|[Mm]agazin|[Bb]latt|[Ss]ender|[Pp]ortal|[Ff]ilm|[Bb]uch"
    r"|[Rr]oman|[Ss]erie|[Ss]ong|[Ll]ied|[Aa]lbum|[Oo]per|[Tt]itel|[Ss]chiff|[Oo]peration"
    r"|[Pp]rojekt|[Pp]rogramm|[Pp]odcast|[Ss]endung|[Bb]and|[Aa]usstellung|[Rr]akete|[Ii]nitiative"
    r"|[Bb]ündnis|[Vv]erein|[Kk]ampagne|[Gg]ruppe|[Bb]ewegung|[Hh]otel|[Rr]estaurant|[Ww]ettbewerb"
    r"|[Kk]onzert|[Ss]tück|[Mm]arke|[Rr]eihe|[Gg]emälde|[Ff]estival|[Ss]tiftung|[Tt]heater|[Ff]rachter"
    r"|[Tt]anker|[Jj]acht|[Yy]acht|[Ff]ähre|[Ll]abels?|[Ee]tiketts?|[Mm]edikament|[Ww]irkstoff"
    r"|[Hh]urrikan|[Tt]aifun|[Ss]turm|[Oo]rkan|[Bb]oot|[Kk]reuzfahrtschiff|[Zz]eche|[Mm]ünze|[Pp]artei|[Ll]iste|[Rr]ubrik|[Aa]pp|[Ss]piel)"
    r"|\b(?:magazine|newspaper|film|movie|comedy|drama|sitcom|thriller|biopic|musical|documentary|sequel|memoir|novel|book|song|album|series|show|titled|entitled|play))"
    r"\s*,?\s*$"
)
_TERM_BEFORE = re.compile(
    r"\b(?:so-?\s?genannte\w*|namens|genannt|Motto|Namen?|Begriff\w*|W[oö]rte?r?|Schlagwort|"
    r"Stichwort|Typs?|Klasse|Überschrift|so-called|named|nicknamed|dubbed|known as|"
    r"the (?:code)?names?|the words?|the term|the phrase)\s*,?:?\s*$"
)
_ARTICLE_BEFORE = re.compile(
    r"\b(?:[AaIi]m|[Zz]u[mr]|[Bb]eim|[Vv]om|[Dd]er|[Dd]ie|[Dd]as|[Dd]e[mns]|[Tt]he) $"
)
_HEADING_BEFORE = re.compile(
    r"\b(?:[Aa]bschnitts?|[Kk]apitels?|[\w-]*[Bb]eitrags?|[Aa]rtikels?|[Aa]ufsatz|[Vv]ortrag"
    r"|[Ww]orkshops?|[Tt]agung|[Ss]eminars?|[Kk]onferenz|[Ss]tudie|[Tt]hema|[Tt]hemas|[Tt]itel"
    r"|[Mm]enüpunkt|[Bb]utton|[Ff]eld|[Rr]eiter|section|chapter|essay|paper|article|talk|post"
    r"|workshop|seminar|conference|study|button|menu|option|tab|field|error|message|header)"
    r",?:? $"
)
_TITLE = re.compile(
    r"(?:[^\W\d_a-zäöüß][\w.’'-]*|\d+)"
    r"(?:\s(?:[^\W\d_a-zäöüß][\w.’'-]*|\d+|of|the|and|in|am|im|an|der|die|das|des|und|von|für|zu"
    r"|la|le|de|del|el))*"
)
# Whose own title stands behind it, whatever words that has.
_WORK_BEFORE = re.compile(
    r"\b(?:\w*(?:[Zz]eitschrift|[Mm]agazin|[Ff]ilms?|[Bb]uch|[Bb]uches|[Rr]omans?|[Ss]erie|[Ss]ongs?"
    r"|[Ll]ied|[Aa]lbum|[Oo]per|[Tt]itel|[Pp]rojekte?s?|[Pp]rogramms?|[Pp]odcasts?|[Ss]endung"
    r"|[Aa]usstellung|[Ii]nitiative|[Bb]ündnis|[Vv]erein|[Kk]ampagne|[Ww]ettbewerbs?|[Ss]tück"
    r"|[Rr]eihe|[Gg]emälde|[Ff]estivals?|[Ss]tiftung|[Ll]iste|[Rr]ubrik|[Rr]ichtlinien?|[Pp]lattform"
    r"|[Pp]ortals?|[Mm]enüpunkt|[Bb]utton|[Ff]eld|[Rr]eiter|[Vv]ortrags?|[Ww]orkshops?|[Tt]agung"
    r"|[Ss]eminars?|[Kk]onferenz|[Ff]ortbildung|[Vv]eranstaltung|[Ff]örderlinie|[Aa]ktion|[Pp]reis"
    r"|[Aa]ufsatz|[Kk]apitels?|[Aa]bschnitt|[Bb]roschüre|[Ss]tudie|[Ee]ssay|[Dd]okumentation|[Dd]oku"
    r"|[Kk]omödie|[Tt]hrillers?|[Mm]usicals?|[Gg]edicht|[Ll]eitfaden|[Hh]andreichung"
    r"|[Nn]etzwerk|[Aa]rbeitskreis|[Mm]odul|[Bb]austein)"
    r"|film|movie|comedy|drama|sitcom|thriller|biopic|musical|documentary|memoir|novel|book|song"
    r"|album|series|show|play|essay|exhibition|initiative|campaign|podcast|poem|ballad|single) $"
)
# "Er nannte den Film „Ein Meisterwerk“": there it is no title.
_CALLED = re.compile(
    r"\b(?:nannte|nannten|nennt|nennen|bezeichne\w+|schimpf\w+|taufte|tauften|call\w*|describ\w+"
    r"|brand\w+|dismiss\w+)\b"
)
_CALLED_EN = re.compile(
    r"\b(?:call|describ|denounc|brand|label|dismiss|deride|deriding|hail|say|said|shout|chant|yell"
    r"|tweet|wrote|repl|answer|cried|cries|declar|sign|word|read)\w*(?: [\w’']+){0,3},? $"
)
_ENGLISH_TITLE = re.compile(
    r"(?:[^\W\d_a-zäöüß][\w.’':&-]*|\d+)"
    r"(?:[\s—–/-]+(?:[^\W\d_a-zäöüß][\w.’':&-]*|\d+|&|of|the|and|in|an?|to|for|on|with|at|from|by|or|as"
    r"|vs\.?|v\.?|is|la|le|de|del|el|der|die|das|und|von))*"
)
_LARGE = re.compile(r"\b[^\W\d_a-zäöüß]\w*")
_BEFORE_SPEECH = frozenset('.,:;!?”"’)–—')
# "ein Schreiben der „mg“": so short a word with an article is what somebody is called.
_SHORT_NAME = re.compile(r"[a-zäöü]{1,3}|[A-ZÄÖÜ]{1,5}")
_ARTICLE = re.compile(r"\b(?:[Dd](?:er|ie|as|em|en|es)|[Tt]he) $")
_IN_ROW = re.compile(
    r"(?: \([^()]{1,30}\))?(?:,| und| oder| sowie| and| or|, and|, or) (?:im |in |an |am )?"
)
_IS = re.compile(
    r" (?:ist|sind|war|waren|heißt|hieß|lautet|lautete|steht|stand|hängt|prangt|prangte|läuft|lief"
    r"|erscheint|erschien|wurde|wird|zeigt|erzählt|is|was|are|were|will|has|had|opens|opened|follows"
    r"|tells|stars|premiered|became) "
)
_LOOKED_AT = 40  # characters before a quotation
_LONGEST_TITLE = 10  # blanks
_WHOSE = re.compile(r" (?:co-)?[a-z]{2,}(?:tor|ress|thor|er|ar|ist) [A-Z]")
_TITLE_WORDS = 5
_MODIFIED = re.compile(r" [a-z]{4,}(?<!ed)(?<!ly)\b")


def speech_in(text: str, lang: str) -> tuple[Quotation, ...]:
    """Return the quotations of a paragraph that may quote somebody, in order.

    In a row of titles each is one: "in „Nordost“ und „Die Reusenfischer“".
    """
    speech = []
    title_end = -1
    for quotation in find(text):
        in_row = title_end >= 0 and _IN_ROW.fullmatch(text, title_end, quotation.outer_start)
        if is_title(text, quotation, lang) or (in_row and text[quotation.start].isupper()):
            title_end = quotation.outer_end
        else:
            speech.append(quotation)
            title_end = -1
    return tuple(speech)


def is_title(text: str, quotation: Quotation, lang: str = "de") -> bool:
    """Whether the marks name a work, a medium or a term and quote nobody.

    >>> text = 'Die "Washington Post" berichtete.'
    >>> is_title(text, find(text)[0])
    True
    """
    after = text[quotation.outer_end : quotation.outer_end + 2]
    if after[:1] in "-–" and after[1:].isalpha():  # "Bild"-Zeitung
        return True
    inner = text[quotation.start : quotation.end].rstrip(",") or ","
    before = text[max(0, quotation.outer_start - _LOOKED_AT) : quotation.outer_start]
    if len(inner) == 1 or (_SHORT_NAME.fullmatch(inner) and _ARTICLE.search(before)):
        return True
    return (
        (lang == "en" and _is_english_title(text, quotation, before))
        or (inner.count(" ") < _TITLE_WORDS and _is_named(text, quotation, inner, before))
        or _is_said_to_be_a_title(inner, before)
    )


def _is_named(text: str, quotation: Quotation, inner: str, before: str) -> bool:
    """Whether a few words in large letters stand where names stand, or a term is explained."""
    is_named = _TITLE.fullmatch(inner.rstrip(".!,")) is not None
    if is_named and _WHOSE.match(text, quotation.outer_end):
        return True  # "“Parasite” director Bong Joon Ho"
    if _TERM_BEFORE.search(before):
        return inner[-1] not in ".!?" or (is_named and inner[-1] == ".")
    if is_named and inner.count(" ") and before.endswith(("'s ", "’s ")):
        return True  # "on NBC’s “Meet the Press.”"
    return _TITLE.fullmatch(inner) is not None and _TITLE_BEFORE.search(before) is not None


def _is_said_to_be_a_title(inner: str, before: str) -> bool:
    """Whether the noun before has a title of its own: "den Wettbewerb „Unser Dorf hat Zukunft“"."""
    return (
        inner[0].isupper()
        and 0 < inner.count(" ") < _LONGEST_TITLE
        and _WORK_BEFORE.search(before) is not None
        and _CALLED.search(before) is None
    )


def _is_english_title(text: str, quotation: Quotation, before: str) -> bool:
    """Whether all words of weight are large, as English writes titles, and nobody says them.

    The comma or stop of what somebody says stands within the marks: “Never,” she said.
    """
    inner = text[quotation.start : quotation.end]
    if not _ENGLISH_TITLE.fullmatch(inner.rstrip(",.!?")) or _CALLED_EN.search(before):
        return False
    if inner[-1] not in ",.!?":
        return not text.startswith(",", quotation.outer_end)
    begins = not before or before.rstrip()[-1:] in _BEFORE_SPEECH
    return not begins and len(_LARGE.findall(inner)) > 1


def is_thing(text: str, quotation: Quotation) -> bool:
    """Whether a sentence says of the quoted words what they are: they are the name of something.

    >>> text = "„Fest der Begegnung“ ist ein Verein."
    >>> is_thing(text, find(text)[0])
    True
    """
    return _IS.match(text, quotation.outer_end) is not None


def is_heading(text: str, quotation: Quotation) -> bool:
    """Whether the words before say that it is the title of a text or a meeting, however long."""
    before = text[max(0, quotation.outer_start - 30) : quotation.outer_start]
    if text[quotation.start].isupper() and _ARTICLE_BEFORE.search(before):
        return True  # "am »Tag des Lernens mit Geräten«": a name, however long
    return _HEADING_BEFORE.search(before) is not None


def is_modifier(text: str, quotation: Quotation) -> bool:
    """Whether an English quotation is an adjective: "the “fastest man in the world” title"."""
    before = text[max(0, quotation.outer_start - 4) : quotation.outer_start]
    if not before.lower().endswith(("the ", " a ", " an ")):
        return False
    return _MODIFIED.match(text, quotation.outer_end) is not None


def is_name(words: str) -> bool:
    """Whether all words of weight are written large, as in the English titles of works and laws.

    >>> is_name("Ending Importation of Russian Oil Act")
    True
    """
    return _TITLE.fullmatch(words.rstrip(",.")) is not None
