"""Quotations in a paragraph: what stands between which marks, and which of them are titles."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from msgspec import Struct

from dossier.understanding import references

# Which marks may close what a mark opened; writers mix the systems, so each list is generous.
_CLOSERS = {
    "„": '“”"‟',
    "“": '”“"',
    "”": '”"',
    "‟": '”"',
    '"': '"”“',
    "»": "«",
    "«": "»",
    "‚": "‘’'",
    "‘": "’'",
    "›": "‹",
    "‹": "›",
    "'": "'",
}
_ALL = "".join(sorted({*_CLOSERS, *"".join(_CLOSERS.values())}))
MARKS = re.compile(f"[{_ALL}]")
_DOUBLE = frozenset('„“”‟"»«')
_BEFORE_OPENING = re.compile(r"[\s(\[–—/:-]")
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
_WHOSE = re.compile(r" (?:co-)?[a-z]{2,}(?:tor|ress|thor|er|ar|ist) [A-Z]")
_TITLE_WORDS = 5
# Calls with a text, lambdas, statements: a paragraph with two of these is a program.
_CODE = re.compile(r"\w\([\"']|[\"']\)|\);|=> |===?|\w\(\)|[{}]|\w = [\"'\w]")
_FEWEST_CODE = 3
_LONGEST = 3000
_LONGEST_NESTED = 40  # characters: a word or two
_FEWEST_BLANKS = 2  # in what a mark closes without an opening one


class Quotation(Struct, frozen=True):
    """A quotation: `start`/`end` delimit its text, `outer_start`/`outer_end` also the marks."""

    outer_start: int
    start: int
    end: int
    outer_end: int


@lru_cache(maxsize=512)  # voices, dates and events of an article ask for the same
def find(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a paragraph, in order; nested ones belong to them.

    A quotation that is never closed runs to the end of the paragraph if it opens the paragraph
    or follows a colon (speech over several paragraphs is closed only in the last one). One that
    is closed without having been opened began with the paragraph.
    """
    if is_code(text):
        return ()
    if "''" in text or "``" in text:
        return _find_typed(text)
    return tuple(_found(text))


def _find_typed(text: str) -> tuple[Quotation, ...]:
    """Return the quotations between ``typewriter marks'' of two characters."""
    plain = text.replace("``", " “").replace("''", "” ")
    found = []
    for one in _found(plain):
        start = one.outer_start - text.startswith("``", max(one.outer_start - 1, 0))
        end = one.outer_end + text.startswith("''", one.outer_end - 1)
        found.append(Quotation(start, one.start, one.end, end))
    return tuple(found)


def _found(text: str) -> list[Quotation]:
    found: list[Quotation] = []
    cited = references.has_citations(text)
    place = 0
    while (match := MARKS.search(text, place)) is not None:
        opening = match.start()
        place = match.end()
        if not _opens(text, opening):
            if not found and _closes_earlier(text, opening):
                found.append(Quotation(0, 0, len(text[:opening].rstrip()), place))
            continue
        if cited and references.is_cited(text, opening):
            continue
        closing = _closing(text, opening)
        if closing is None:
            closing = _forgotten(text, opening)
        if closing is None and not _runs_on(text, opening):
            continue
        end = len(text) if closing is None else closing
        inner = text[opening + 1 : end]
        stripped = inner.strip()
        place = min(end + 1, len(text))
        if text[end : end + 1] == ",":
            place = end  # no mark was there: the comma belongs to what follows
        if stripped and len(stripped) <= _LONGEST:
            start = opening + 1 + inner.index(stripped[0])
            found.append(Quotation(opening, start, start + len(stripped), place))
    return found


def is_code(text: str) -> bool:
    """Whether a paragraph is a piece of a program, whose marks quote nobody.

    >>> is_code('fetch("/a").then(function(res) { alert("Perfect!"); });')
    True
    """
    if "(" not in text and "{" not in text:
        return False
    return sum(1 for _ in islice(_CODE.finditer(text), _FEWEST_CODE)) >= _FEWEST_CODE


# After the closing mark of a quotation that an earlier paragraph opened.
_GOES_ON = re.compile(r"(?:,|(?<=[.!?][^\w\s])|(?<=[.!?] [^\w\s]))(?: [–-])? [a-zäöüß]|[.!?]?$")


def _closes_earlier(text: str, place: int) -> bool:
    """Whether the first mark of a paragraph closes speech that began in an earlier one."""
    if text[place] not in '“”"«»' or text[:place].count(" ") < _FEWEST_BLANKS:
        return False
    if text[place - 1].isdigit() or any(mark in text[:place] for mark in _DOUBLE):
        return False
    return _GOES_ON.match(text, place + 1) is not None


def _opens(text: str, place: int) -> bool:
    """Whether the mark at `place` stands where a quotation can begin."""
    before = text[place - 1] if place else " "
    after = text[place + 1 : place + 2]
    mark = text[place]
    if mark not in _CLOSERS or not after or (after.isspace() and mark not in "«»"):
        return False
    if mark == "'" and after.isdigit():  # '90s
        return False
    if after in ",;:.!?)" and text[place + 1 : place + 4] != "...":
        return False
    return mark in "„‚" or _BEFORE_OPENING.match(before) is not None


def _closing(text: str, opening: int) -> int | None:
    """Return the place of the mark that closes the one at `opening`."""
    mark = text[opening]
    closers = _CLOSERS[mark]
    nested = False  # „angeblich "beste Regierung" tritt …“: others' words in marks of their own
    for match in MARKS.finditer(text, opening + 2, opening + _LONGEST + 2):
        place = match.start()
        found = match[0]
        before, after = text[place - 1], text[place + 1 : place + 2]
        if found in closers:
            if found == mark == "'" and _opens(text, place):
                return None
            if after.isalnum() or (before.isspace() and mark not in "«»"):
                nested = found == '"' and (
                    closers[0] in text[place:] if mark != '"' else _is_nested(text, place)
                )
                continue
            if nested and found == '"':
                nested = False
                continue
            return place
        if found == mark and _opens(text, place):
            return None  # opened again: the first one was never closed
    return None


# After a quotation whose closing mark was forgotten: "„Wir warten, sagte sie. „Es reicht.“"
_FORGOTTEN = re.compile(r", (?:sagte|sagt|so|erklärte|betonte|meinte|berichtete|said|says) ")


def _forgotten(text: str, opening: int) -> int | None:
    """Return where a quotation ends that was never closed but is followed by who said it."""
    if text[opening] not in _DOUBLE or text[:opening].strip():
        return None
    again = MARKS.search(text, opening + 1)
    while again and again[0] not in _DOUBLE:
        again = MARKS.search(text, again.end())
    match = _FORGOTTEN.search(text, opening, again.start() if again else len(text))
    return match.start() if match else None


def _is_nested(text: str, place: int) -> bool:
    """Whether a straight mark within straight ones quotes a word: "der "freiwillige" Besuch"."""
    close = text.find('"', place + 1)
    return place + 1 < close < place + _LONGEST_NESTED and text.count('"', close + 1) % 2 == 1


def _runs_on(text: str, opening: int) -> bool:
    if text[opening] not in _DOUBLE and text[opening] != "‘":
        return False
    before = text[max(0, opening - 3) : opening].rstrip()
    if before and not before.endswith(":"):
        return False
    rest = text[opening + 1 :]
    return not any(mark in rest for mark in _DOUBLE)


def is_title(text: str, quotation: Quotation) -> bool:
    """Whether the marks name a work, a medium or a term and quote nobody.

    >>> text = 'Die "Washington Post" berichtete.'
    >>> is_title(text, find(text)[0])
    True
    """
    after = text[quotation.outer_end : quotation.outer_end + 2]
    if after[:1] in "-–" and after[1:].isalpha():  # "Bild"-Zeitung
        return True
    inner = text[quotation.start : quotation.end].rstrip(",") or ","
    if inner.count(" ") >= _TITLE_WORDS:
        return False
    before = text[max(0, quotation.outer_start - 30) : quotation.outer_start]
    is_named = _TITLE.fullmatch(inner.rstrip(".!,")) is not None
    if is_named and _WHOSE.match(text, quotation.outer_end):
        return True  # "“Parasite” director Bong Joon Ho"
    if _TERM_BEFORE.search(before):
        return inner[-1] not in ".!?" or (is_named and inner[-1] == ".")
    if is_named and inner.count(" ") and before.endswith(("'s ", "’s ")):
        return True  # "on NBC’s “Meet the Press.”"
    return _TITLE.fullmatch(inner) is not None and _TITLE_BEFORE.search(before) is not None


def is_heading(text: str, quotation: Quotation) -> bool:
    """Whether the words before say that it is the title of a text or a meeting, however long."""
    before = text[max(0, quotation.outer_start - 30) : quotation.outer_start]
    if text[quotation.start].isupper() and _ARTICLE_BEFORE.search(before):
        return True  # "am »Tag des Lernens mit Geräten«": a name, however long
    return _HEADING_BEFORE.search(before) is not None


_MODIFIED = re.compile(r" [a-z]{4,}(?<!ed)(?<!ly)\b")


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


def mask(text: str, quotations: tuple[Quotation, ...]) -> str:
    r"""Return `text`, as long as before, with quoted words made unreadable.

    A quotation becomes `\x02`, some `\x01` and `\x03`; punctuation before the closing mark stays,
    because it may end the sentence.
    """
    if not quotations:
        return text
    pieces = []
    done = 0
    for quotation in quotations:
        inner = text[quotation.outer_start + 1 : quotation.end]
        kept = inner.rstrip(".!?…,")
        length = max(len(kept), 1)
        pieces += [text[done : quotation.outer_start], "\x02", "\x01" * length, inner[length:]]
        width = quotation.outer_end - quotation.end
        typed = text.startswith("''", quotation.outer_end - 2)
        pieces.append(("\x03" * width if typed else "\x03".rjust(width, "\x01")) if width else "")
        done = quotation.outer_end
    pieces.append(text[done:])
    return "".join(pieces)
