from __future__ import annotations

from typing import Any

import pytest
from helpers_project import CALM
from hypothesis import example, given
from hypothesis import strategies as st

from dossier import frontmatter
from dossier.errors import PageFileError

KEYS = st.from_regex(r"[A-Za-z_][A-Za-z0-9_-]{0,8}", fullmatch=True).filter(
    lambda key: key.lower() not in ("true", "false", "null")
)
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), max_size=30)
SCALARS = st.one_of(TEXTS, st.booleans(), st.integers(-(10**6), 10**6))
VALUES = st.one_of(
    SCALARS, st.lists(TEXTS, max_size=3), st.dictionaries(KEYS, st.lists(TEXTS, max_size=2))
)


@CALM
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5), st.text(max_size=40))
@example({"date": "2023-09-13", "title": "no", "lang": "no"}, "Text\n")
@example({"a": "---", "b": "x: y # z", "c": "\u2028", "d": "'\"", "e": "1_000", "f": "~"}, "")
@example({"id": "1e3", "a": "0x10", "b": "yes", "c": "=", "d": "<<", "e": "2023-09"}, "---\n")
def test_what_is_dumped_is_parsed(values: dict[str, Any], body: str) -> None:
    text = frontmatter.dump(values) + body
    found, rest, line = frontmatter.parse(text)
    assert found == values
    assert rest == body
    assert list(found) == list(values)
    assert line == len(text[: len(text) - len(body)].splitlines()) + 1


@CALM
@given(st.one_of(st.text(), st.text().map(lambda text: f"---\na: 1\n---\n{text}")))
def test_a_cut_file_is_whole_when_put_together(text: str) -> None:
    try:
        parts = frontmatter.split(text)
    except PageFileError:
        return
    assert parts.head + parts.body == text
    assert parts.inner == parts.head[parts.yaml_start :][: len(parts.inner)]


@pytest.mark.parametrize(
    ("text", "values", "body", "line"),
    [
        ("---\ntitle: A\n---\nText", {"title": "A"}, "Text", 4),
        ("\ufeff---\r\ntitle: A\r\n---\r\nText", {"title": "A"}, "Text", 4),
        ('+++\ntitle = "A"\ndate = 2023-09-13\n+++\n\nText', {"title": "A"}, "\nText", 5),
        ("Text\n---\na: 1\n---\n", {}, "Text\n---\na: 1\n---\n", 1),
        ("---\n---\nText", {}, "Text", 3),
        ("---\n\nEin Satz.\n\n---\nText", {}, "---\n\nEin Satz.\n\n---\nText", 1),
        ("---\nEin Satz ohne Ende", {}, "---\nEin Satz ohne Ende", 1),
        ("", {}, "", 1),
    ],
)
def test_heads_and_bodies(text: str, values: dict[str, Any], body: str, line: int) -> None:
    found, rest, at = frontmatter.parse(text)
    assert {key: found[key] for key in values} == values
    assert (rest, at) == (body, line)


def test_yaml_without_surprises() -> None:
    values, _, _ = frontmatter.parse(
        "---\ndate: 2023-09-13\nlang: no\nyes: on\ntrue: True\nn: 3\nx:\n---\n"
    )
    assert values == {
        "date": "2023-09-13",
        "lang": "no",
        "yes": "on",
        "True": True,
        "n": 3,
        "x": None,
    }


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("---\ntitle: A\nlead: B: C\n---\n", "a.md:3", "does not parse"),
        ('---\ntitle: "A\nx: 1\n---\n', "a.md:", "does not parse"),
        ("---\ntitle: A\n", "a.md:1", "has no end"),
        ("+++\ntitle = A\n+++\n", "a.md:2", "does not parse"),
        ('+++\na = "b"\ntitle = A\n+++\n', "a.md:3", "does not parse"),
        ("---\ntitle:A\n---\n", "a.md:2", "is not a list of"),
        ("---\ntitle: A\x07\n---\n", "a.md:1", "does not parse"),
        ("---\na: &a [*a]\nb: !!python/name:os.system x\n---\n", "a.md:3", "does not parse"),
        ("---\na: " + "[" * 5000 + "\n---\n", "a.md:", "does not parse"),
    ],
)
def test_a_head_that_does_not_parse_names_its_line(text: str, place: str, message: str) -> None:
    with pytest.raises(PageFileError, match=message) as caught:
        frontmatter.parse(text, "a.md")
    assert caught.value.where.startswith(place)
    assert caught.value.hint


def test_lists_stay_on_one_line_and_keys_in_order() -> None:
    assert frontmatter.dump({"title": "Ä", "b": ["x", "y"], "a": {"c": []}}) == (
        "---\ntitle: Ä\nb: [x, y]\na:\n  c: []\n---\n"
    )


def test_a_quotation_mark_that_is_not_closed_is_shown_where_it_was_opened() -> None:
    text = '---\nid: a\ntitle: "Ohne Ende\ndate: 2023\nlang: de\n---\nText.\n'
    with pytest.raises(PageFileError) as caught:
        frontmatter.parse(text, "a.md")
    assert caught.value.where == "a.md:3"
