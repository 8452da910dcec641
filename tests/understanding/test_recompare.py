from __future__ import annotations

import random
from array import array

import pytest

from dossier.understanding import copies, overlaps, recompare
from dossier.understanding.reports import Report

OUTLETS = ("", "a", "b", "c")
DATES = ("2024-03-12", "2024-03-13", "2024-03-20", "2024-03", "")


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never compare from nothing, however much there is to look at again."""
    monkeypatch.setattr(recompare, "_FEWEST", 10**6)
    monkeypatch.setattr(recompare, "_LEAST_LOOKED_AT", 10**9)


@pytest.fixture(params=[1, 2, 4])
def holders(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Let few leads be too many, so that shingles begin and cease to lead all the time."""
    for module in (recompare, overlaps):
        monkeypatch.setattr(module, "HOLDERS", request.param)
    return int(request.param)


class Corpus:
    """Articles made of few pieces, so that most share something with others."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - no secret
        self.texts: dict[str, tuple[Report, bytes]] = {}
        self.pieces = [self.numbers(self.chance.choice((10, 25, 60))) for _ in range(12)]

    def numbers(self, count: int) -> list[int]:
        return [self.chance.randrange(2**32) for _ in range(count)]

    def text(self) -> set[int]:
        pieces = self.chance.sample(self.pieces, self.chance.randint(0, 4))
        found = {one for piece in pieces for one in piece}
        kept = self.chance.choice((1.0, 0.9, 0.6))
        found = {one for one in found if self.chance.random() < kept}
        return found | set(self.numbers(self.chance.choice((0, 3, 40))))

    def report(self, name: str) -> Report:
        choice = self.chance.choice
        return Report(
            name=name,
            date=choice(DATES),
            title=choice(("", name, "Titel")),
            outlet=choice(OUTLETS),
            host=choice(("", "", "host")),
            at=choice(("", "", "", "host/1", "host/2")),
            rank=choice((0, 0, 0, 1)),
            copy_of=choice(("",) * 8 + ("none", "n1", "n2", "nobody")),
            words=choice((100, 150, 400)),
            agencies=choice(((), ("dpa",), ("AFP", "dpa"))),
        )

    def change(self) -> dict[str, tuple[Report, bytes] | None]:
        """Change a few articles: new ones, deleted ones, edited ones, others' words."""
        done: dict[str, tuple[Report, bytes] | None] = {}
        for _ in range(self.chance.choice((1, 1, 1, 2, 5))):
            name = f"n{self.chance.randrange(40)}"
            kind, known = self.chance.random(), self.texts.get(name)
            if known and kind < 0.25:
                done[name] = None
            elif known and kind < 0.6:  # a sentence
                shingles = set(array("I", known[1]))
                shingles -= set(list(shingles)[: self.chance.choice((0, 1, 5))])
                shingles |= set(self.chance.choice(self.pieces)[: self.chance.choice((0, 1, 5))])
                done[name] = (known[0], packed(shingles))
            elif known and kind < 0.75:  # front matter
                done[name] = (self.report(name), known[1])
            else:
                done[name] = (self.report(name), packed(self.text()))
        for name, one in done.items():
            if one:
                self.texts[name] = one
            else:
                self.texts.pop(name, None)
        return done


def packed(shingles: set[int]) -> bytes:
    return array("I", sorted(shingles)).tobytes()


def check(steps: int, seed: int) -> None:
    corpus = Corpus(seed)
    for _ in range(8):
        corpus.change()
    base, since = copies.compare(corpus.texts)
    for step in range(steps):
        now = copies.again(base, since, corpus.change())
        assert now is not None
        since = now
        reports = copies.reports_of(base, since)
        assert reports == {name: one for name, (one, _) in corpus.texts.items()}
        fresh = copies.compare(corpus.texts)[1]
        assert since.near == fresh.near, step
        assert since.leads == fresh.leads, step
        assert copies.found(reports, since) == copies.find(corpus.texts)


@pytest.mark.usefixtures("patient", "holders")
@pytest.mark.parametrize("seed", range(5))
def test_whatever_was_changed_the_result_is_that_from_nothing(seed: int) -> None:
    check(25, seed)


def copies_of_one(count: int) -> dict[str, tuple[Report, bytes]]:
    text = packed(set(range(350)))
    names = [f"n{number:04}" for number in range(count)]
    return {name: (Report(name=name, outlet=name, words=353), text) for name in names}


def test_what_is_as_it_was_is_not_compared_again() -> None:
    texts = copies_of_one(3)
    base, since = copies.compare(texts)
    assert copies.again(base, since, dict(list(texts.items())[:2])) is since


def test_many_changes_are_no_reason_to_look_at_each() -> None:
    texts = copies_of_one(40)
    base, since = copies.compare(texts)
    assert not copies.are_few(base, 17)
    gone = dict.fromkeys(list(texts)[:17])
    assert copies.again(base, since, gone) is None
    assert copies.again(base, since, dict.fromkeys(list(texts)[-16:])) is not None


def test_when_thousands_hang_on_one_all_are_compared_from_nothing() -> None:
    texts = copies_of_one(1000)
    base, since = copies.compare(texts)
    assert len(since.leads) == 999
    assert copies.again(base, since, {"n0000": None}) is None
    last = copies.again(base, since, {"n0999": None})
    assert last is not None
    assert len(last.leads) == 998
