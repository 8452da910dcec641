from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from dossier.effects import theme
from dossier.errors import ThemeError
from dossier.found import Modifier
from dossier.rendering.theming import Theme
from dossier.rendering.wording import Wording, parse_strings

PACKAGE = Path(__file__).parents[2] / "dossier"
TEMPLATES = theme.default_folder()
THEME = Theme(*theme.load(Path("none")))
DE, EN = THEME.wording("de"), THEME.wording("en")


@pytest.mark.parametrize(
    ("value", "modifier", "german", "english", "machine"),
    [
        ("2023-09-13", "", "13. September 2023", "September 13, 2023", "2023-09-13"),
        ("2023-09", "", "September 2023", "September 2023", "2023-09"),
        ("2023", "", "2023", "2023", "2023"),
        ("2023-08~", "", "etwa August 2023", "around August 2023", "2023-08"),
        ("2023?", "", "2023 (unsicher)", "2023 (uncertain)", "2023"),
        ("2023%", "", "etwa 2023 (unsicher)", "around 2023 (uncertain)", "2023"),
        ("2023-08", "end", "Ende August 2023", "late August 2023", "2023-08"),
        ("2023-08", "mid", "Mitte August 2023", "mid-August 2023", "2023-08"),
        ("2023", "start", "Anfang 2023", "early 2023", "2023"),
        ("2023-08-30", "end", "30. August 2023", "August 30, 2023", "2023-08-30"),
        ("198X", "", "1980er-Jahre", "1980s", ""),
        ("19XX", "", "20. Jahrhundert", "century 20", ""),
        (
            "2023-08/2023-09",
            "",
            "August 2023 bis September 2023",
            "August 2023 to September 2023",
            "",
        ),
        ("2021/2023-09-13", "", "2021 bis 13. September 2023", "2021 to September 13, 2023", ""),
        ("2019/..", "", "seit 2019", "since 2019", ""),
        ("../2023-09", "", "bis September 2023", "until September 2023", ""),
        ("", "", "ohne Datum", "undated", ""),
        ("gestern", "", "ohne Datum", "undated", ""),
        ("2023-13", "", "ohne Datum", "undated", ""),
    ],
)
def test_dates_are_written_as_precisely_as_they_are_known(
    value: str, modifier: Modifier, german: str, english: str, machine: str
) -> None:
    for wording, text in ((DE, german), (EN, english)):
        date = wording.date(value, modifier)
        assert (date.text, date.machine) == (text, machine)


def test_plural_forms_and_numbers_follow_the_language() -> None:
    assert [DE.count("passages", n) for n in (0, 1, 2, 1234)] == [
        "0 Passagen",
        "1 Passage",
        "2 Passagen",
        "1.234 Passagen",
    ]
    assert [EN.count("articles", n) for n in (0, 1, 1234)] == [
        "0 articles",
        "1 article",
        "1,234 articles",
    ]


def test_places_are_filled_in() -> None:
    assert DE.text("paragraph", n="3") == "Absatz 3"
    assert EN.between("period", "2021", "2023-09") == "2021 – September 2023"
    flat = EN.ui()
    assert flat["nav_topics"] == "Topics"
    assert flat["passages_one"] == "{n} passage"


@pytest.mark.parametrize(
    "text",
    ["{nothing}", "{0}", "{site.shadow}", "{site[x]}", "{site", "{site!z}"],
)
def test_a_wrong_place_names_the_text_and_the_file(text: str) -> None:
    wording = Wording("de", {"x": text}, "templates/i18n/de.toml")
    with pytest.raises(ThemeError, match="`x` has a wrong place") as caught:
        wording.text("x", site="S")
    assert caught.value.where == "templates/i18n/de.toml"


def test_a_missing_text_or_form_names_the_file() -> None:
    wording = Wording("de", {"x": {"one": "{n} Ding"}, "y": "Text"}, "templates/i18n/de.toml")
    for act in (
        lambda: wording.text("nothing"),
        lambda: wording.text("x"),
        lambda: wording.count("y", 1),
        lambda: wording.count("nothing", 1),
        lambda: wording.count("x", 1),
    ):
        with pytest.raises(ThemeError, match=r"missing") as caught:
            act()
        assert caught.value.where == "templates/i18n/de.toml"


@pytest.mark.parametrize("text", ["x = 3", 'x = ["a"]', "x = { one = 1 }", "x ="])
def test_malformed_strings_are_an_error_with_the_file(text: str) -> None:
    with pytest.raises(ThemeError) as caught:
        parse_strings(text, "i18n/de.toml")
    assert caught.value.where == "i18n/de.toml"


# --- both languages, and the program, agree on the keys -------------------------------------


def places(value: str | dict[str, str]) -> set[str]:
    texts = [value] if isinstance(value, str) else list(value.values())
    return {name for text in texts for _, name, *_ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys_and_places() -> None:
    assert DE.strings.keys() == EN.strings.keys()
    for key, value in DE.strings.items():
        assert type(value) is type(EN.strings[key])
        assert places(value) == places(EN.strings[key]), key


def used() -> tuple[set[str], list[re.Pattern[str]]]:
    """Return keys that Python code and templates name, and patterns of those they build."""
    names: set[str] = set()
    patterns = []
    for file in (PACKAGE / "rendering").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                names.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+"
                    for part in node.values
                ]
                if re.fullmatch(r"[a-z]+_\\?w?\+?.*", "".join(parts)):
                    patterns.append(re.compile("".join(parts)))
    for file in TEMPLATES.rglob("*.html"):
        names |= set(re.findall(r"\bui\.(\w+)", file.read_text("utf-8")))
    return names, patterns


# Texts for pages that are still to come; nothing else may lie unused.
SPARE = {
    "all_topics", "description_article", "fact_accessed", "fact_events", "fact_sources",
    "fact_topics", "results", "sources", "untitled",
}  # fmt: skip


def test_every_text_that_is_used_exists_and_every_one_that_exists_is_used() -> None:
    pages = [file.read_text("utf-8") for file in TEMPLATES.rglob("*.html")]
    modules = [file.read_text("utf-8") for file in (PACKAGE / "rendering").glob("*.py")]
    scripts = (TEMPLATES / "assets" / "search").glob("*.js")
    script = "\n".join(file.read_text("utf-8") for file in scripts)
    wanted = {name for text in pages for name in re.findall(r"\bui\.(\w+)", text)}
    for text in modules:
        wanted |= set(re.findall(r"\.(?:text|count|between)\(\s*\"(\w+)\"", text))
    assert len(wanted) > 50
    assert wanted <= set(DE.ui()) | set(DE.strings)
    names, patterns = used()
    by_script = set(re.findall(r"\bsearch_\w+", script))
    patterns += [re.compile(start + r"\w+") for start in re.findall(r"(search_\w+_)\$\{", script)]
    unused = {
        key
        for key in DE.strings
        if key not in names
        and not {key, re.sub(r"_(?:one|other)$", "", key)} & by_script
        and not any(pattern.fullmatch(key) for pattern in patterns)
    }
    assert unused <= SPARE
