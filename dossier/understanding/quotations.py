"""Quotations in a paragraph: what stands between which marks."""

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
        if closing is None and not _runs_on(text, opening, again=bool(found)):
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


def _runs_on(text: str, opening: int, *, again: bool) -> bool:
    """Whether what is never closed goes on in the next paragraph, where marks open it once more.

    `again`: something was quoted before, so that who spoke may go on: “…,” he said. “And …
    """
    if text[opening] not in _DOUBLE and text[opening] != "‘":
        return False
    before = text[max(0, opening - 3) : opening].rstrip()
    if before and not before.endswith(":") and not (again and before.endswith(".")):
        return False
    rest = text[opening + 1 :]
    return not any(mark in rest for mark in _DOUBLE)


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
