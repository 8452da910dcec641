"""The title of a page's article: what headline, metadata and window title agree on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from msgspec import Struct

from dossier.blocks import normal
from dossier.reading.page import Element

_SEPARATOR = re.compile(r"\s+[|·•»«:–—-]+\s+|\s*[|·•»]\s*|\s*::\s*")
_DASHED = re.compile(r"\s+[–—-]\s+|\s*[|·•»]\s*|\s*::\s*")
_TOP_LEVEL = re.compile(r"\.(?:de|com|at|ch|net|org|co\.uk|info|eu)$", re.IGNORECASE)
# "(S+)", "[Plus]": a mark for subscribers
_MARK = re.compile(r"^\s*[(\[]?(?:[A-Za-z]{0,2}\+|[Pp]lus)[)\]]?\s*[:|]?\s+(?=\S)")
_LETTERS = re.compile(r"[\W_]+")
# How far each is to be trusted when they differ: the headline is what readers see; a window
# title is written for search engines.
_TRUST = {"h1": 1.2, "headline": 1.1, "og": 1.0, "twitter": 0.4, "window": 0.6}
_LONGEST = 300
_SUFFIX_WORDS = re.compile(
    r"^(?:news|nachrichten|politik|wirtschaft|sport|kultur|panorama|wissen|ausland|inland|welt|"
    r"gesellschaft|regional|video|online|startseite|home|blog|kommentar|meinung|world|business)$",
    re.IGNORECASE,
)


class Titles(Struct, frozen=True, kw_only=True):
    """Titles as stated: JSON-LD's `headline`, those of the cards; whose they are."""

    headline: str = ""
    og: str = ""
    twitter: str = ""
    outlet: str = ""
    host: str = ""


def find_title(tree: Element, stated: Titles) -> str:
    """Return the title without the outlet's name; "" if there is none."""
    window = normal("".join(tree.xpath("string(//title[1])")))
    site = [element for element in tree.iter("h1", "h2") if _leads_home(element, stated.host)]
    names = _names_of(stated.outlet, stated.host)
    names |= {_key(normal("".join(element.itertext()))) for element in site} - {""}
    headings = [element for element in tree.iter("h1", "h2") if element not in site]
    shown = {_key(text) for element in headings for text in _heading_texts(element)}
    others = (stated.headline, stated.og)
    candidates = {
        "og": _without_ends(stated.og, names, shown),
        "headline": _without_ends(stated.headline, names, shown),
        "window": _strip_window(_without_ends(window, names, shown), others),
        "twitter": _without_ends(stated.twitter, names, shown),
    }
    candidates["h1"] = _h1(headings, [text for text in candidates.values() if text], names)
    usable = {name: text for name, text in candidates.items() if 0 < len(text) <= _LONGEST}
    if not usable:
        return ""
    scores = {name: _support(text, usable) for name, text in usable.items()}
    best = max(scores, key=lambda name: (scores[name], _TRUST[name]))
    # of those that agree the one written as a line: a heading's parts have no colon between them
    return next(text for text in usable.values() if _key(text) == _key(usable[best]))


def _without_ends(title: str, names: set[str], shown: set[str]) -> str:
    """Remove the outlet, and what a headline on the page shows to be none of the title."""
    title = _MARK.sub("", strip_outlet(title, names))
    for match in _DASHED.finditer(title):
        if _key(title[: match.start()]) in shown:
            return title[: match.start()].strip()
    return title


def _support(text: str, candidates: dict[str, str]) -> float:
    """Return how much the others agree: fully if equal, half if one contains the other."""
    key = _key(text)
    score = 0.0
    for name, other in candidates.items():
        other_key = _key(other)
        if key == other_key:
            score += _TRUST[name]
        elif key and (key in other_key or other_key in key):
            score += _TRUST[name] / 2
    return score


def strip_outlet(title: str, names: Iterable[str]) -> str:
    """Remove the outlet's name from the end, or the start, of a title.

    >>> strip_outlet("Kim trifft Putin - taz.de", {"taz"})
    'Kim trifft Putin'
    """
    title = normal(title)
    known = {name for name in names if name}
    for match in _DASHED.finditer(title):  # a name may have a dash itself
        if _key(title[match.end() :]) in known:
            title = title[: match.start()].strip()
            break
    for _ in range(3):
        parts = list(_DASHED.finditer(title))
        if not parts:
            break
        last, first = parts[-1], parts[0]
        if _is_outlet(title[last.end() :], known):
            title = title[: last.start()].strip()
        elif _is_outlet(title[: first.start()], known):
            title = title[first.end() :].strip()
        else:
            break
    return title


def _strip_window(stripped: str, others: tuple[str, ...]) -> str:
    """Cut a window title where another title ends in it, else at its last separator."""
    for other in others:
        key = _key(other)
        if key and len(key) > 10 and _key(stripped).startswith(key):
            return normal(other)
    ends = list(_DASHED.finditer(stripped))
    if ends and len(stripped[ends[-1].end() :].split()) <= 4 and ends[-1].start() > 15:
        return stripped[: ends[-1].start()].strip()
    return stripped


def _is_outlet(part: str, names: set[str]) -> bool:
    key = _key(_TOP_LEVEL.sub("", part.strip()))
    if not key or len(part.split()) > 6:
        return False
    if any(
        key == name or (len(name) > 3 and (key.startswith(name) or name.startswith(key)))
        for name in names
    ):
        return True
    return bool(_SUFFIX_WORDS.match(part.strip())) and len(part.split()) == 1


def _names_of(outlet: str, host: str) -> set[str]:
    """Return the names, as keys, by which a site may call itself."""
    host = re.sub(r"^(?:www|m|amp|de|en)\.", "", host.lower())
    bare = host.rpartition(".")[0]
    names = {_key(outlet), _key(host), _key(bare), _key(bare.rpartition(".")[2])}
    names |= {_key(part) for part in _SEPARATOR.split(outlet) if len(part) > 3}
    return {name for name in names if name}


def _h1(headings: list[Element], others: list[str], names: set[str]) -> str:
    """Return the first-level heading that is the article's: the one most like the other titles."""
    best, likeness = "", -1.0
    first = [element for element in headings if element.tag == "h1"]
    for place, element in enumerate(first[:6]):
        for text in _heading_texts(element):
            if not text or _key(text) in names:
                continue
            score = max((_likeness(text, other) for other in others), default=0.0) - place / 100
            if score > likeness:
                best, likeness = text, score
    return best


def _leads_home(element: Element, host: str) -> bool:
    """Whether a heading is the site's name: a link to its first page."""
    link = element.find(".//a")
    if link is None or normal("".join(link.itertext())) != normal("".join(element.itertext())):
        return False
    try:
        target = urlsplit((link.get("href") or "-").strip())
    except ValueError:
        return False
    is_here = not target.netloc or target.hostname == host
    return is_here and target.path in ("", "/") and not (target.query or target.fragment)


def _heading_texts(element: Element) -> list[str]:
    """Return the heading's text, and without the kicker set in an element of its own."""
    whole = normal(" ".join(element.itertext()))
    texts = [whole]
    children = [child for child in element if normal("".join(child.itertext()))]
    if len(children) > 1 or (children and normal(element.text or "")):
        texts += [normal("".join(child.itertext())) for child in children]
        tails = normal((element.text or "") + " ".join(child.tail or "" for child in element))
        texts.append(tails)
    return [text for text in dict.fromkeys(texts) if len(text) > 8 or text == whole]


def _likeness(text: str, other: str) -> float:
    words, others = set(_words(text)), set(_words(other))
    if not words or not others:
        return 0.0
    return 2 * len(words & others) / (len(words) + len(others))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _key(text: str) -> str:
    return _LETTERS.sub("", text).lower()
