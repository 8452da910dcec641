from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rendering.test_citation import BARE, cited

from dossier.rendering.bibtex import FILE, entry, escape


def fields(text: str) -> dict[str, str]:
    return dict(re.findall(r"^  (\w+) = (.*),$", text, re.MULTILINE))


def balanced(text: str) -> bool:
    """Whether braces match as TeX counts them: an escaped one counts for BibTeX all the same."""
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0


def test_an_entry_has_all_that_is_known() -> None:
    made = entry(cited())
    assert made.startswith("@misc{2023-09-kim,\n")
    assert fields(made) == {
        "author": "{Anna Autorin and {Reuters, AFP}}",
        "title": r"{{Kim \& Putin: 100 \% \{einig\}?}}",
        "howpublished": "{Die Zeitung}",
        "organization": "{Tass}",
        "date": "{2023-09}",
        "year": "{2023}",
        "month": "sep",
        "url": "{https://zeitung.example/a%20b?x=1&y=2#z}",
        "urldate": "{2026-11-22}",
        "langid": "{de}",
        "note": r"{Probe\_Dossier, https://desk.example.org/repo/articles/2023-09-kim/}",
    }


def test_what_is_unknown_has_no_field() -> None:
    assert set(fields(entry(BARE))) == {"title", "url", "note"}
    assert fields(entry(BARE))["url"] == "{https://desk.example.org/repo/articles/2023-09-kim/}"


@pytest.mark.parametrize(
    ("date", "known"),
    [
        ("2023", {"date": "{2023}", "year": "{2023}"}),
        ("2023-08~", {"date": "{2023-08~}", "year": "{2023}", "month": "aug"}),
        ("198X", {"date": "{198X}"}),
        ("2023-08/2023-09", {"date": "{2023-08/2023-09}"}),
    ],
)
def test_dates_are_as_precise_as_known(date: str, known: dict[str, str]) -> None:
    found = fields(entry(cited(date=date)))
    assert {key: found[key] for key in ("date", "year", "month") if key in found} == known


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\\b", r"a\textbackslash{}b"),
        ("50 $ #1 x_y ~ ^", r"50 \$ \#1 x\_y \textasciitilde{} \textasciicircum{}"),
        ("zwei\nZeilen", "zwei Zeilen"),
        ("Łódź „ß“", "Łódź „ß“"),
    ],
)
def test_what_means_something_to_tex_is_escaped(text: str, written: str) -> None:
    assert escape(text) == written


@pytest.mark.parametrize("name", ["Tom and Jerry", "dpa", "Müller, Anna"])
def test_names_that_bibtex_would_take_apart_stay_whole(name: str) -> None:
    assert f"{{{name}}}" in fields(entry(cited(authors=(name,))))["author"]


def test_a_file_holds_all() -> None:
    made = FILE.whole([cited(), BARE]).decode()
    assert made == entry(cited()) + "\n" + entry(BARE)


@given(st.text())
def test_no_text_ends_its_entry_early(text: str) -> None:
    plain = text.replace("{", "").replace("}", "")
    assert balanced(entry(cited(title=plain, authors=(plain,))))
    assert "\n\n" not in entry(cited(title=text))
