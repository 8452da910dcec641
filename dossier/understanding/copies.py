"""Wire copies: the same report in several outlets, known by the runs of words that they share.

Method: shingles of four words, compared by containment (A. Broder, *On the resemblance and
containment of documents*, 1997), found through an inverted index of the shingles that occur
more than once.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit
from zlib import crc32

from msgspec import Struct, field

from dossier import edtf, urls
from dossier.model import Article, Block, CopyGroup, Source
from dossier.understanding.agencies import agencies_of

# Measured on pairs of edited agency reports: more than half of the shorter text in common was a
# copy in every case (precision 1.00, recall .76); from three tenths on one may ask (.92, .93).
# `tests/understanding/test_copies.py` keeps the figures of the whole way from sinking.
MERGE, SUGGEST = 0.5, 0.3
SAME_ARTICLE = 0.8  # of one outlet: what has this much in common is a later version
SHORTEST = 40  # words; below, a notice's standing phrases decide
KEEP_APART = "none"  # `copy_of: none`: the editor's word that an article is nobody's copy
_LENGTH = 4  # words of a shingle
DAYS_APART = 3  # a report is printed within a weekend; later, it is background that returns
_MOST_TIMES_LONGER = 5  # a live blog that holds a whole report is no copy of it
_BOILERPLATE = 3  # articles of an outlet that hold the same words: its standing text
_HOLDERS = 8  # texts a shingle leads to; of a phrase that all use the first ones are enough
_LED = 0.25  # of what two texts must share has to lead from one to the other: no mere phrases
_RANGE = 2**29  # numbers in a range of shingles
_WORD = re.compile(r"\w+")
_TRACKING = re.compile(r"utm_.*|fbclid|gclid|wt_.*|wtrid|ref|xtor|at_.*|cmp|share|_x_tr_.*")
_SUBDOMAIN = re.compile(r"^(?:www\d?|m|mobil|mobile|amp)\.")


class TextPrint(Struct, frozen=True, kw_only=True):
    """What an article's text is compared by; follows from the article alone, to be cached.

    `shingles` are 32-bit numbers, ascending, packed in the machine's byte order; `words` is
    the text's length.
    """

    shingles: bytes
    words: int
    agencies: tuple[str, ...] = ()


class Candidate(Struct, frozen=True, kw_only=True):
    """An article to compare. The lower `rank`, the sooner it leads: what may be shown in full."""

    text: TextPrint
    date: str = ""
    title: str = ""
    source: Source = field(default_factory=Source)
    rank: int = 0
    copy_of: str = ""


class Suggestion(Struct, frozen=True):
    """Two articles that may be one report: `share` of the shorter text is in both, 0–1."""

    one: str
    other: str
    share: float


class Found(Struct, frozen=True, kw_only=True):
    """What a comparison found. `versions` are pairs (earlier, later) of one outlet's article."""

    groups: tuple[CopyGroup, ...]
    suggestions: tuple[Suggestion, ...]
    versions: tuple[tuple[str, str], ...]


def shingles(passages: Iterable[Block]) -> frozenset[int]:
    """Return the runs of four folded words of a text, as stable 32-bit numbers."""
    return _shingles(_words(passages))


def _words(passages: Iterable[Block]) -> list[str]:
    return _WORD.findall("\n".join(block.text for block in passages).casefold())


def _shingles(words: Sequence[str]) -> frozenset[int]:
    data = " ".join(words).encode()  # cut by bytes: encoding each run takes twice as long
    starts = list(accumulate([len(word) + 1 for word in data.split(b" ")], initial=0))
    runs = zip(starts, starts[_LENGTH:], strict=False)
    return frozenset([crc32(data[start : end - 1]) for start, end in runs])


def containment(one: frozenset[int] | set[int], other: frozenset[int] | set[int]) -> float:
    """Return the share of the smaller set that is in the larger, 0–1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def text_prints(articles: Sequence[Article]) -> list[TextPrint]:
    """Return what each article is compared by."""
    return [_text_print(article) for article in articles]


def _text_print(article: Article) -> TextPrint:
    words = _words(article.passages)
    packed = array("I", sorted(_shingles(words))).tobytes()
    return TextPrint(shingles=packed, words=len(words), agencies=agencies_of(article))


def candidate(article: Article, text: TextPrint, rank: int = 0) -> Candidate:
    """Put together what is known of an article before it is compared."""
    return Candidate(
        text=text,
        date=article.date,
        title=article.title,
        source=article.source,
        rank=rank,
        copy_of=article.copy_of,
    )


def address(url: str) -> str:
    """Return what two addresses of one page have in common; "" without one.

    >>> address("https://www.example.org/a/?utm_source=x#top")
    'example.org/a'
    """
    parts = urlsplit(urls.web_url(url))
    if not parts.hostname:
        return ""
    asked = [pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0].lower())]
    path = parts.path.rstrip("/").removesuffix("/amp")
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    return f"{_SUBDOMAIN.sub('', parts.hostname)}{path}{query}"


def same_outlet(one: Source, other: Source) -> bool:
    """Whether two articles are from one outlet, by its name or its host; unknown ones are not."""
    if one.name and one.name.casefold() == other.name.casefold():
        return True
    host = _host(one)
    return bool(host) and host == _host(other)


def _host(source: Source) -> str:
    return address(source.url).partition("/")[0].partition("?")[0]


def find(candidates: Mapping[str, Candidate]) -> Found:
    """Group the copies of a report; the first published leads, of those the longest.

    Linear in the number of articles; the same whatever their order. An article's `copy_of`
    overrules what is found.
    """
    order = sorted(candidates, key=lambda name: _precedence(name, candidates[name]))
    free = {name: candidates[name] for name in order if not _is_ruled(candidates[name])}
    leads = {name: name for name in order}
    doubtful: list[Suggestion] = []
    versions = dict.fromkeys(_at_one_address(free))
    texts = _own_words(free)
    index = _Index(texts)
    for name in texts:
        near = index.near(name)
        leads[name] = _lead(name, near, free)
        if leads[name] == name:  # what is a copy of a copy is one of its lead
            index.put(name)
        for other, share in near.items():
            if not same_outlet(free[name].source, free[other].source):
                doubtful.append(Suggestion(other, name, round(share, 3)))
            elif share > SAME_ARTICLE or free[name].title == free[other].title:
                versions[other, name] = None
    _obey(candidates, leads)
    return Found(
        groups=tuple(_groups(order, leads, candidates)),
        suggestions=tuple(_best(one for one in doubtful if leads[one.one] != leads[one.other])),
        versions=tuple(versions),
    )


def _precedence(name: str, one: Candidate) -> tuple[object, ...]:
    return (one.rank, edtf.sort_key(one.date), -one.text.words, name)


def _is_ruled(one: Candidate) -> bool:
    return bool(one.copy_of)


def _lead(name: str, near: Mapping[str, float], candidates: Mapping[str, Candidate]) -> str:
    """Return the one among the leads nearby of which a text is a copy, itself if of none.

    Copies are not among them: a round-up that holds a piece of each of several reports
    resembles their shortest versions.
    """
    one = candidates[name]
    for other, share in sorted(near.items(), key=lambda pair: (-pair[1], pair[0])):
        if share > MERGE and _may_be_one(one, candidates[other]):
            return other
    return name


def _may_be_one(one: Candidate, other: Candidate) -> bool:
    short, long = sorted((one.text.words, other.text.words))
    return (
        not same_outlet(one.source, other.source)
        and long <= short * _MOST_TIMES_LONGER
        and days_between(one.date, other.date) <= DAYS_APART
    )


def days_between(one: str, other: str) -> int:
    """Return the days between two EDTF dates, 0 where they overlap or one is unknown."""
    first, second = edtf.parse(one), edtf.parse(other)
    if not first or not second:
        return 0
    return max((first.first - second.last).days, (second.first - first.last).days, 0)


# --- which texts have words in common -------------------------------------------------------


class _Words(Struct, frozen=True):
    """A text's shingles without its outlet's standing text: how many, and those that recur."""

    size: int
    shared: array[int]


def _own_words(candidates: Mapping[str, Candidate]) -> dict[str, _Words]:
    """Return the texts that are long enough to compare."""
    texts = {name: array("I", one.text.shingles) for name, one in candidates.items()}
    repeated = _repeated(list(texts.values()))
    shared = {name: array("I", filter(repeated.__contains__, text)) for name, text in texts.items()}
    del repeated
    found: dict[str, _Words] = {}
    for names in _by_outlet(candidates):
        standing = _standing_text(names, candidates, shared)
        for name in names:
            kept, size = shared[name], len(texts[name])
            if standing:
                kept = array("I", [shingle for shingle in kept if shingle not in standing])
                size -= len(shared[name]) - len(kept)
            if size < len(texts[name]) * (1 - SAME_ARTICLE):  # all of it recurs: a version
                kept, size = shared[name], len(texts[name])
            if size > SHORTEST - _LENGTH:
                found[name] = _Words(size, kept)
    return {name: found[name] for name in candidates if name in found}


def _repeated(texts: Sequence[array[int]]) -> set[int]:
    """Return the shingles that occur in more than one text.

    Range by range, as the shingles of ten thousand articles do not fit into one set: they take
    half a gigabyte, those that recur mostly a tenth of it.
    """
    repeated: set[int] = set()
    starts = [0] * len(texts)
    for bound in range(_RANGE, 2**32 + 1, _RANGE):
        seen: set[int] = set()
        for number, text in enumerate(texts):
            end = bisect_left(text, bound, starts[number])
            part = set(text[starts[number] : end])
            repeated |= part & seen
            seen |= part
            starts[number] = end
    return repeated


def _by_outlet(candidates: Mapping[str, Candidate]) -> Iterable[list[str]]:
    """Return the articles outlet by outlet; one of an unknown outlet is alone."""
    outlets: dict[tuple[str, str], list[str]] = {}
    for name, one in candidates.items():
        outlet = _outlet(one.source)
        outlets.setdefault((outlet, "" if outlet else name), []).append(name)
    return outlets.values()


def _outlet(source: Source) -> str:
    return source.name.casefold() or _host(source)


def _standing_text(
    names: Sequence[str], candidates: Mapping[str, Candidate], shared: Mapping[str, array[int]]
) -> set[int]:
    """Return the shingles that an outlet puts under many articles; versions count once."""
    articles: dict[str, list[str]] = {}
    for name in names:
        one = candidates[name]
        articles.setdefault(address(one.source.url) or one.title or name, []).append(name)
    counts: Counter[int] = Counter()
    if len(articles) >= _BOILERPLATE:
        for versions in articles.values():
            counts.update({shingle for name in versions for shingle in shared[name]})
    return {shingle for shingle, count in counts.items() if count >= _BOILERPLATE}


class _Index:
    """Which of the texts put into it a text has words in common with."""

    def __init__(self, texts: Mapping[str, _Words]) -> None:
        self._texts = texts
        self._smallest = min((one.size for one in texts.values()), default=0)
        self._holders: dict[int, tuple[str, ...]] = {}

    def near(self, name: str) -> dict[str, float]:
        """Return the texts that share over three tenths with this one, and how much."""
        text = self._texts[name]
        held = [found for found in map(self._holders.get, text.shared) if found]
        # Most have but a phrase in common: too few for the smallest text there is.
        least = _LED * SUGGEST * min(text.size, self._smallest)
        led = Counter(chain.from_iterable(held))
        likely = [pair for pair in led.items() if pair[1] > least]
        if not likely:
            return {}
        unsure = sum(len(found) == _HOLDERS for found in held)  # others may hold these too
        words = set(text.shared)
        near: dict[str, float] = {}
        for other, count in likely:
            smaller = min(text.size, self._texts[other].size)
            enough = SUGGEST * smaller
            if count > _LED * enough and count + unsure > enough:
                share = len(words.intersection(self._texts[other].shared)) / smaller
                if share > SUGGEST:
                    near[other] = share
        return near

    def put(self, name: str) -> None:
        """Let a text be found."""
        alone = (name,)
        for shingle in self._texts[name].shared:
            held = self._holders.get(shingle)
            if held is None:
                self._holders[shingle] = alone
            elif len(held) < _HOLDERS:
                self._holders[shingle] = held + alone


# --- what follows ---------------------------------------------------------------------------


def _at_one_address(candidates: Mapping[str, Candidate]) -> Iterator[tuple[str, str]]:
    """Yield (earlier, later) where two articles have one address."""
    places: dict[str, list[str]] = {}
    for name, one in candidates.items():
        at = address(one.source.url)
        if at:
            places.setdefault(at, []).append(name)
    for names in places.values():
        yield from pairwise(names)


def _obey(candidates: Mapping[str, Candidate], leads: dict[str, str]) -> None:
    """Put what an editor called a copy into its group; a circle has no effect."""
    for name in candidates:
        target, passed = name, {name}
        while (said := candidates[target].copy_of) != KEEP_APART and said not in passed:
            if said not in candidates:
                break
            target = said
            passed.add(target)
        if target != name and said not in passed:
            leads[name] = leads[target]


def _groups(
    order: Sequence[str], leads: Mapping[str, str], candidates: Mapping[str, Candidate]
) -> Iterator[CopyGroup]:
    members: dict[str, list[str]] = {}
    for name in order:
        members.setdefault(leads[name], []).append(name)
    for lead in order:
        held = members.get(lead, [])
        if len(held) > 1:
            named = Counter(agency for name in held for agency in candidates[name].text.agencies)
            yield CopyGroup(
                lead=lead,
                copies=tuple(name for name in held if name != lead),
                agencies=tuple(sorted(named, key=lambda agency: (-named[agency], agency))),
            )


def _best(suggestions: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """Yield for each article only what it resembles most."""
    best: dict[str, Suggestion] = {}
    for one in suggestions:
        known = best.get(one.other)
        if known is None or (-one.share, one.one) < (-known.share, known.one):
            best[one.other] = one
    yield from best.values()
