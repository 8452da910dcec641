from __future__ import annotations

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.rendering.plan import Fingerprint, plan

NEW: Fingerprint = {"view": "v", "theme": "t", "program": "p"}
OLD: Fingerprint = {**NEW, "size": "3"}


@pytest.mark.parametrize(
    ("old", "present", "reason"),
    [
        ({}, {}, "new"),
        ({}, {"a": 3}, "not known from an earlier build"),
        ({"a": {**OLD, "view": "x"}}, {"a": 3}, "its content changed"),
        ({"a": {**OLD, "theme": "x"}}, {"a": 3}, "a template or a text of the theme changed"),
        ({"a": {**OLD, "program": "x"}}, {"a": 3}, "the program changed"),
        ({"a": {"view": "x"}}, {"a": 3}, "the program changed"),
        ({"a": OLD}, {}, "missing from the site"),
        ({"a": OLD}, {"a": 4}, "the file was changed in the site"),
        ({"a": NEW}, {"a": 3}, "the file was changed in the site"),
    ],
)
def test_each_reason_to_render(
    old: dict[str, Fingerprint], present: dict[str, int], reason: str
) -> None:
    made = plan(old, {"a": NEW}, present)
    assert made.render == {"a": reason}
    assert made.keep == ()
    assert made.delete == {}


def test_what_is_as_it_was_is_kept() -> None:
    made = plan({"a": OLD}, {"a": NEW}, {"a": 3})
    assert (made.render, made.delete, made.keep) == ({}, {}, ("a",))


def test_an_asset_has_a_view_only() -> None:
    assert plan({"a": {"view": "v", "size": "3"}}, {"a": {"view": "v"}}, {"a": 3}).keep == ("a",)


def test_what_nothing_makes_is_deleted_with_its_reason() -> None:
    made = plan({"a": OLD, "gone": OLD}, {}, {"a": 3, "b": 5})
    assert made.delete == {
        "a": "nothing makes this page any more",
        "b": "no page of this site",
    }
    assert made.render == {}


PATHS = st.sampled_from(["a", "b/index.html", "c", "d"])
VALUES = st.sampled_from(["0", "1"])
PRINTS = st.fixed_dictionaries({"view": VALUES, "theme": VALUES, "program": VALUES})
OLD_PRINTS = st.fixed_dictionaries(
    {"view": VALUES, "theme": VALUES, "program": VALUES, "size": VALUES}
)


@settings(max_examples=50, deadline=None)
@given(
    st.dictionaries(PATHS, OLD_PRINTS),
    st.dictionaries(PATHS, PRINTS),
    st.dictionaries(PATHS, st.integers(0, 1)),
)
def test_any_manifest_gives_a_whole_plan(
    old: dict[str, Fingerprint], new: dict[str, Fingerprint], present: dict[str, int]
) -> None:
    before = copy.deepcopy((old, new, present))
    made = plan(old, new, present)
    assert (old, new, present) == before
    assert set(made.render) | set(made.keep) == set(new)
    assert not set(made.render) & set(made.keep)
    assert set(made.delete) == set(present) - set(new)
    assert all(made.render.values())
    assert all(made.delete.values())
    for path in made.keep:
        assert old[path] == {**new[path], "size": str(present[path])}
    assert plan(old, new, present) == made
    after = {path: {**one, "size": "1"} for path, one in new.items()}
    assert plan(after, new, dict.fromkeys(new, 1)).keep == tuple(new)
