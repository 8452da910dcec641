from __future__ import annotations

import pickle
from array import array

import pytest

from dossier.understanding import overlaps
from dossier.understanding.overlaps import SPAN
from dossier.understanding.reports import HOLDERS, Report


def text(*ranges: tuple[int, int]) -> array[int]:
    return array("I", sorted(number for start, end in ranges for number in range(start, end)))


def reports(count: int, outlet: str = "") -> list[Report]:
    return [Report(name=f"n{at:02}", outlet=outlet or f"o{at}", words=100) for at in range(count)]


def test_entries_are_all_shingles_in_order_with_their_texts() -> None:
    texts = [array("I", [3, 2**32 - 1]), array("I", [0, 3])]
    made, _ = overlaps.compare(reports(2), texts)
    assert [divmod(int(entry), SPAN) for entry in made.entries.cast("d")] == [
        (0, 2), (3, 0), (3, 2), (2**32 - 1, 0),
    ]  # fmt: skip
    assert list(made.texts.cast("I")) == [3, 2**32 - 1, 0, 3]
    assert (list(made.ends.cast("I")), list(made.owns.cast("I"))) == ([2, 4], [2, 2])


def test_standing_text_lies_behind_what_is_a_texts_own() -> None:
    texts = [text((0, 5), (100 * at, 100 * at + 50)) for at in (1, 2, 3)]
    made, _ = overlaps.compare(reports(3, "blatt"), texts)
    assert list(made.owns.cast("I")) == [50, 50, 50]
    assert list(made.texts.cast("I"))[:55] == [*range(100, 150), *range(5)]
    marked = [int(entry) for entry in made.entries.cast("d") if int(entry) & 1]
    assert len(marked) == 15


def test_two_articles_have_no_standing_text_nor_have_versions_of_one() -> None:
    texts = [text((0, 50))] * 3
    versions = [Report(name=name, outlet="blatt", at="blatt/1") for name in "abc"]
    assert list(overlaps.compare(versions, texts)[0].owns.cast("I")) == [50, 50, 50]
    assert list(overlaps.compare(reports(2, "b"), texts[:2])[0].owns.cast("I")) == [50, 50]


def test_texts_lead_to_the_leads_before_them() -> None:
    texts = [text((0, 100)), text((40, 140)), text((55, 155)), text((140, 200), (300, 340))]
    _, since = overlaps.compare(reports(4), texts)
    assert since.leads == {"n01": "n00"}
    assert since.near == {"n01": {"n00": 0.6}, "n02": {"n00": 0.45}}  # n01 is a copy


def test_what_too_many_leads_hold_leads_nowhere() -> None:
    def held(count: int) -> list[str]:
        texts = [text((0, 40), (1000 * at, 1000 * at + 60)) for at in range(1, count + 1)]
        return list(overlaps.compare(reports(count), texts)[1].near)

    assert len(held(HOLDERS + 1)) == HOLDERS
    assert held(HOLDERS + 3) == held(HOLDERS + 1)


def test_there_may_be_too_many_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overlaps, "MOST", 1)
    with pytest.raises(ValueError, match="2"):
        overlaps.compare(reports(2), [text((0, 1))] * 2)


def test_what_was_compared_travels_between_processes() -> None:
    made, _ = overlaps.compare(reports(2), [text((0, 60)), text((9, 99))])
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - our own
