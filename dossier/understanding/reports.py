"""What makes two articles one report, and what follows for all of them.

How near two texts are is told by their shingles (`overlaps.py`, `recompare.py`); here is what it
means: which article leads, what is its copy, what is only alike, what is a later version.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from dossier import edtf
from dossier.model import Article, CopyGroup
from dossier.understanding.outlets import address, host_of
from dossier.understanding.shingles import LENGTH, TextPrint

# Measured on pairs of edited agency reports: more than half of the shorter text in common was a
# copy in every case (precision 1.00, recall .76); from three tenths on one may ask (.92, .93).
# `tests/understanding/test_copies.py` keeps the figures of the whole way from sinking.
MERGE, SUGGEST = 0.5, 0.3
SAME_ARTICLE = 0.8  # of one outlet: what has this much in common is a later version
SHORTEST = 40  # words; below, a notice's standing phrases decide
KEEP_APART = "none"  # `copy_of: none`: the editor's word that an article is nobody's copy
DAYS_APART = 3  # a report is printed within a weekend; later, it is background that returns
HOLDERS = 16  # leads that a shingle leads to; what more of them hold is a phrase that all use
_MOST_TIMES_LONGER = 5  # a live blog that holds a whole report is no copy of it
_LED = 0.25  # of what two texts must share has to lead from one to the other: no mere phrases

Near = Mapping[str, float]  # how much of the shorter text stands in both, by the other's name


class Report(Struct, frozen=True, kw_only=True, array_like=True):
    """What of an article counts besides its text.

    The lower `rank`, the sooner it leads: what may be shown in full. `outlet`, `host` and `at`
    (the page's address) are folded, "" where not known.
    """

    name: str
    date: str = ""
    title: str = ""
    outlet: str = ""
    host: str = ""
    at: str = ""
    rank: int = 0
    copy_of: str = ""
    words: int = 0
    agencies: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """The outlet whose standing text may be in it."""
        return self.outlet or self.host

    @property
    def unit(self) -> str:
        """What versions of one article have in common, of which standing text counts once."""
        return self.at or self.title or self.name


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


def report(article: Article, text: TextPrint, rank: int = 0) -> Report:
    """Put together what is known of an article before it is compared."""
    at = address(article.source.url)
    return Report(
        name=article.id,
        date=article.date,
        title=article.title,
        outlet=article.source.name.casefold(),
        host=host_of(at),
        at=at,
        rank=rank,
        copy_of=article.copy_of,
        words=text.words,
        agencies=text.agencies,
    )


def precedence(one: Report) -> tuple[object, ...]:
    """Order articles: the first published leads, then the longest."""
    return (one.rank, edtf.sort_key(one.date), -one.words, one.name)


def size_of(own: int, every: int) -> int:
    """Return of how many shingles a text is compared; 0 if it is too short.

    `own` is their number without the outlet's standing text: none of it is left out where nearly
    all of a text recurs, as then it is a version.
    """
    size = every if own < every * (1 - SAME_ARTICLE) else own
    return size if size > SHORTEST - LENGTH else 0


def least_led(smaller: int) -> float:
    """Return how many shingles are too few to lead from one text to another.

    Where more do, all that the two share is looked at. `smaller` is the size of the shorter.
    """
    return _LED * (SUGGEST * smaller)


def same_outlet(one: Report, other: Report) -> bool:
    """Whether two articles are from one outlet, by its name or its host; unknown ones are not."""
    if one.outlet and one.outlet == other.outlet:
        return True
    return bool(one.host) and one.host == other.host


def lead_of(one: Report, near: Iterable[tuple[Report, float]]) -> str:
    """Return the one among the leads nearby of which a text is a copy, itself if of none.

    Copies are not among them: a round-up that holds a piece of each of several reports
    resembles their shortest versions.
    """
    for other, share in sorted(near, key=lambda pair: (-pair[1], pair[0].name)):
        if share > MERGE and _may_be_one(one, other):
            return other.name
    return one.name


def _may_be_one(one: Report, other: Report) -> bool:
    short, long = sorted((one.words, other.words))
    return (
        not same_outlet(one, other)
        and long <= short * _MOST_TIMES_LONGER
        and days_between(one.date, other.date) <= DAYS_APART
    )


def days_between(one: str, other: str) -> int:
    """Return the days between two EDTF dates, 0 where they overlap or one is unknown."""
    first, second = edtf.parse(one), edtf.parse(other)
    if not first or not second:
        return 0
    return max((first.first - second.last).days, (second.first - first.last).days, 0)


# --- what follows ---------------------------------------------------------------------------


def conclude(
    reports: Mapping[str, Report], near: Mapping[str, Near], leads: Mapping[str, str]
) -> Found:
    """Return what follows from how near texts are; the same whatever the order of what is given.

    `near` holds for each name the leads nearby that go before it, `leads` the lead of each copy.
    An article's `copy_of` overrules what was found.
    """
    doubtful: list[Suggestion] = []
    versions = dict.fromkeys(_at_one_address(reports))
    for one in sorted((reports[name] for name, held in near.items() if held), key=precedence):
        for name, share in sorted(near[one.name].items()):
            other = reports[name]
            if not same_outlet(one, other):
                doubtful.append(Suggestion(name, one.name, round(share, 3)))
            elif share > SAME_ARTICLE or one.title == other.title:
                versions[name, one.name] = None
    led = _obey(reports, leads)
    apart = (one for one in doubtful if _lead(led, one.one) != _lead(led, one.other))
    return Found(
        groups=tuple(_groups(reports, led)),
        suggestions=tuple(_best(apart)),
        versions=tuple(versions),
    )


def _lead(leads: Mapping[str, str], name: str) -> str:
    return leads.get(name, name)


def _at_one_address(reports: Mapping[str, Report]) -> Iterator[tuple[str, str]]:
    """Yield (earlier, later) where two articles have one address."""
    places: dict[str, list[Report]] = {}
    for one in reports.values():
        if one.at and not one.copy_of:
            places.setdefault(one.at, []).append(one)
    several = [sorted(held, key=precedence) for held in places.values() if len(held) > 1]
    for held in sorted(several, key=lambda held: precedence(held[0])):
        yield from pairwise(one.name for one in held)


def _obey(reports: Mapping[str, Report], leads: Mapping[str, str]) -> dict[str, str]:
    """Put what an editor called a copy into its group; a circle has no effect."""
    led = dict(leads)
    for name in [one.name for one in reports.values() if one.copy_of]:
        target, passed = name, {name}
        while (said := reports[target].copy_of) != KEEP_APART and said not in passed:
            if said not in reports:
                break
            target = said
            passed.add(target)
        if target != name and said not in passed:
            led[name] = _lead(leads, target)
    return led


def _groups(reports: Mapping[str, Report], leads: Mapping[str, str]) -> Iterator[CopyGroup]:
    members: dict[str, list[Report]] = {}
    for name, lead in leads.items():
        if name != lead:
            members.setdefault(lead, [reports[lead]]).append(reports[name])
    for lead in sorted(members, key=lambda name: precedence(reports[name])):
        held = sorted(members[lead], key=precedence)
        named = Counter(agency for one in held for agency in one.agencies)
        yield CopyGroup(
            lead=lead,
            copies=tuple(one.name for one in held if one.name != lead),
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
