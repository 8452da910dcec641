from __future__ import annotations

import pytest
from understanding.wire_reports import HARBOUR, make

from dossier.understanding.reports import (
    Report,
    conclude,
    days_between,
    lead_of,
    precedence,
    report,
    same_outlet,
    size_of,
)
from dossier.understanding.shingles import text_prints


def test_a_report_is_what_counts_of_an_article() -> None:
    article = make("a", "Blatt", "2024-03-12", *HARBOUR)
    (text,) = text_prints([article])
    one = report(article, text, 2)
    assert (one.name, one.outlet, one.rank, one.words) == ("a", "blatt", 2, text.words)
    assert one.agencies == ("dpa",)
    assert (one.group, one.unit) == ("blatt", "Titel a")


def test_the_first_published_goes_before_then_the_longest() -> None:
    first = Report(name="c", date="2024-01-01")
    long = Report(name="b", date="2024-01-02", words=9)
    short = Report(name="a", date="2024-01-02", words=8)
    hidden = Report(name="d", date="2023", rank=1)
    assert sorted([hidden, short, long, first], key=precedence) == [first, long, short, hidden]


def test_standing_text_counts_where_nearly_all_is_standing_text() -> None:
    assert size_of(100, 150) == 100
    assert size_of(20, 150) == 150
    assert size_of(36, 36) == 0
    assert size_of(0, 0) == 0


def test_the_most_alike_lead_that_may_be_it_is_it() -> None:
    one = Report(name="x", outlet="a", words=100)
    same = Report(name="p", outlet="a", words=100)
    other, third = (Report(name=name, outlet=name, words=100) for name in "qr")
    assert lead_of(one, [(same, 0.9), (other, 0.6), (third, 0.7)]) == "r"
    assert lead_of(one, [(other, 0.5)]) == "x"


def test_what_follows_does_not_rest_on_an_order() -> None:
    reports = {name: Report(name=name, outlet=name, date="2024", words=90) for name in "abcd"}
    near = {"b": {"a": 0.8}, "d": {"c": 0.4, "a": 0.35}}
    found = conclude(reports, near, {"b": "a"})
    turned = conclude(
        dict(reversed(reports.items())), {"d": {"a": 0.35, "c": 0.4}, "b": {"a": 0.8}}, {"b": "a"}
    )
    assert found == turned
    assert [group.members for group in found.groups] == [("a", "b")]
    assert [(one.one, one.other, one.share) for one in found.suggestions] == [("c", "d", 0.4)]


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [("2024-03-12", "2024-03-15", 3), ("2024-03", "2024-03-12", 0), ("", "2024", 0)],
)
def test_days_between_dates_are_those_at_least(one: str, other: str, days: int) -> None:
    assert days_between(one, other) == days


def test_outlets_are_one_by_name_or_host() -> None:
    assert same_outlet(Report(name="a", outlet="x"), Report(name="b", outlet="x", host="y"))
    assert same_outlet(Report(name="a", outlet="x", host="y"), Report(name="b", host="y"))
    assert not same_outlet(Report(name="a"), Report(name="b"))


def test_an_editors_word_goes_before() -> None:
    reports = {
        "a": Report(name="a", copy_of="b"),
        "b": Report(name="b", copy_of="c"),
        "c": Report(name="c"),
        "d": Report(name="d", copy_of="nobody"),
    }
    (group,) = conclude(reports, {}, {}).groups
    assert (group.lead, set(group.copies)) == ("c", {"a", "b"})
