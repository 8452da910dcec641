from __future__ import annotations

from pathlib import Path

import pytest
from helpers_project import REPOSITORY

from dossier import config
from dossier.config import parse
from dossier.errors import ConfigError, Finding
from dossier.settings import text_in

SITE = '[site]\ntitle = "T"\n'


def problems(text: str) -> tuple[Finding, ...]:
    with pytest.raises(ConfigError) as caught:
        parse(text)
    return caught.value.problems


def places(text: str) -> list[str]:
    return [problem.where for problem in problems(text)]


def test_what_is_not_said_has_a_default() -> None:
    made = parse(SITE)
    assert (made.lang, made.site.base_url, made.site.timezone) == ("de", "", "UTC")
    assert (made.rights.default, made.rights.excerpt_chars) == ("full", 300)
    assert made.search.enabled
    assert (made.build.jobs, made.topic_values()) == (0, ())


def test_all_that_can_be_configured() -> None:
    made = parse(
        '[site]\ntitle = { de = "T", en = "E" }\nlanguages = ["en", "de"]\n'
        'base_url = "https://desk.github.io/repo/"\ntimezone = "Europe/Berlin"\n'
        '[[topics]]\nid = "a-1"\ntitle = "A"\nterms = ["x", "y"]\nexclude = { de = ["z"] }\n'
        'colour = "#0b5f8A"\n[[people]]\nname = "P"\naliases = ["Q"]\n'
        '[[places]]\nname = "O"\nlat = 1\nlon = -2.5\n'
        '[[sources]]\nname = "S"\ndomains = ["s.de"]\nrights = "link"\n'
        '[rights]\ndefault = "excerpt"\nexcerpt_chars = 0\n[search]\nenabled = false\n'
        "[build]\njobs = 3\n"
    )
    (topic,) = made.topic_values()
    assert made.lang == "en"
    assert text_in(made.site.title, "en") == "E"
    assert (topic.terms, topic.exclude) == ({"": ("x", "y")}, {"de": ("z",)})
    assert (made.places[0].lat, made.places[0].lon) == (1.0, -2.5)
    assert made.sources[0].rights == "link"
    assert (made.rights.default, made.build.jobs) == ("excerpt", 3)


@pytest.mark.parametrize(
    ("text", "where", "message", "hint"),
    [
        (SITE + 'titel = "x"\n', 3, "[site] has no key `titel`", "did you mean `title`?"),
        (SITE + "[serch]\n", 3, "this file has no key `serch`", "did you mean `search`?"),
        ("xyz = 1\n" + SITE, 1, "this file has no key `xyz`", "valid here: `site`, `topics`"),
        (SITE + "[build]\nqqq = 1\n", 4, "[build] has no key `qqq`", "valid here: `jobs`"),
        ('site.title = "T"\nsite.titel = "x"\n', 2, "has no key `titel`", "`title`"),
        ('site = { title = "T", titel = "x" }\n', 1, "has no key `titel`", "`title`"),
        (SITE + '# titel = "x"\n"titel" = "x"\n', 4, "has no key `titel`", "`title`"),
        (
            SITE + '[[topics]]\nid = "a"\ntitle = "A"\n[[topics]]\nid = "b"\ntitle = "B"\nterm = 1',
            9,
            "[topics] has no key `term`",
            "did you mean `terms`?",
        ),
    ],
)
def test_an_unknown_key_names_its_line_and_the_nearest(
    text: str, where: int, message: str, hint: str
) -> None:
    (problem,) = problems(text)
    assert problem.where == f"dossier.toml:{where}"
    assert message in problem.message
    assert hint in problem.hint
    assert problem.level == "error"


@pytest.mark.parametrize(
    ("text", "where", "message", "hint"),
    [
        ("[site]\ntitle = 3\n", 2, "`title` has the wrong type", "text, or a table of texts"),
        (SITE + 'languages = "de"\n', 3, "`languages` has the wrong type", "a list in square"),
        (SITE + "base_url = 1\n", 3, "`base_url` has the wrong type", "text in quotation marks"),
        (SITE + '[build]\njobs = "2"\n', 4, "`jobs` has the wrong type", "a whole number"),
        (SITE + "[build]\njobs = 1.5\n", 4, "`jobs` has the wrong type", "a whole number"),
        (SITE + '[search]\nenabled = "no"\n', 4, "`enabled` has the wrong type", "true or false"),
        (SITE + '[[places]]\nname = "O"\nlat = "x"\n', 5, "`lat` has the wrong type", "a number"),
        (SITE + "[[places]]\nname = { de = 1 }\n", 4, "`name` has the wrong", "in quotation marks"),
        (SITE + "[[people]]\nname = 1\n", 4, "`name` has the wrong type", "a table of texts"),
        (SITE + '[[people]]\nname = "P"\naliases = "Q"\n', 5, "`aliases` has", "a table of lists"),
        (SITE + "[[places]]\nname = {}\n", 4, "an entry without a name", "name = "),
        (
            SITE + '[[topics]]\nid = "a"\ntitle = "A"\nterms = "x"\n',
            6,
            "`terms` has the wrong type",
            "a list, or a table of lists by language",
        ),
        (
            SITE + '[[topics]]\nid = "a"\ntitle = "A"\n[topics.terms]\nde = "x"\n',
            6,
            "`terms` has the wrong type",
            "a list in square brackets",
        ),
        (SITE + '[topics]\nid = "a"\ntitle = "A"\n', 3, "`topics` has the wrong", "[[topics]]"),
        ('[[site]]\ntitle = "T"\n', 1, "`site` has the wrong type", "write it as [site]"),
        ('topics = ["a"]\n' + SITE, 1, "`topics` has the wrong type", "it wants a table"),
        ("[site]\n", 1, "[site] lacks `title`", 'title = "…"'),
        (SITE + '[[people]]\naliases = ["Q"]\n', 3, "[people] lacks `name`", 'name = "…"'),
        ('[[people]]\nname = "Q"\n', 1, "there is no [site] table", "start with [site]"),
        ("", 1, "there is no [site] table", "start with [site]"),
        (SITE + '[rights]\ndefault = "al"\n', 4, "`default` has a value that", "`excerpt`"),
    ],
)
def test_a_wrong_type_names_its_line_and_what_is_wanted(
    text: str, where: int, message: str, hint: str
) -> None:
    (problem,) = problems(text)
    assert problem.where == f"dossier.toml:{where}"
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("text", "where", "message", "hint"),
    [
        (SITE + 'base_url = "desk.github.io"\n', 3, "is no web address", "https://"),
        (SITE + 'base_url = "ftp://desk.org/"\n', 3, "is no web address", "https://"),
        (SITE + 'base_url = "http://[::1"\n', 3, "is no web address", "https://"),
        (SITE + 'languages = ["xx"]\n', 3, "there is no interface in `xx`", "`de`, `en`"),
        (SITE + "languages = []\n", 3, "there is no interface", "`de`, `en`"),
        (SITE + 'timezone = "Mars/Crater"\n', 3, "no such time zone: Mars/Crater", "Europe/Berlin"),
        (SITE + 'timezone = "Europe"\n', 3, "no such time zone: Europe", "Europe/Berlin"),
        (SITE + 'timezone = "../../x"\n', 3, "no such time zone", "Europe/Berlin"),
        (SITE + "[rights]\nexcerpt_chars = -1\n", 4, "`excerpt_chars` is below zero", "0 or more"),
        (SITE + "[build]\njobs = -1\n", 4, "`jobs` is below zero", "0 or more"),
        (
            SITE + '[[topics]]\nid = "Öl & Gas"\ntitle = "A"\n',
            4,
            "`Öl & Gas` cannot be a topic's id",
            "take `oel-gas`",
        ),
        (SITE + '[[topics]]\nid = "../x"\ntitle = "A"\n', 4, "cannot be a topic's id", "take `x`"),
        (
            SITE + '[[topics]]\nid = "a"\ntitle = "A"\ncolour = "red"\n',
            6,
            "`red` is no colour",
            "#0b5f8a",
        ),
        (
            SITE + '[[topics]]\nid = "a"\ntitle = "A"\n[[topics]]\ntitle = "B"\nid = "a"\n',
            8,
            "two topics have the id `a`",
            "rename one",
        ),
    ],
)
def test_a_value_that_cannot_be_used(text: str, where: int, message: str, hint: str) -> None:
    lines = text.count("\n")
    assert where <= lines
    (problem,) = problems(text)
    assert message in problem.message
    assert hint in problem.hint
    assert problem.where == f"dossier.toml:{where}"


def test_all_problems_come_at_once() -> None:
    assert places(
        '[site]\ntitel = "T"\ntitle = 3\nlanguages = "de"\n'
        '[[topics]]\nid = "a"\n[[topics]]\nid = 4\ntitle = "B"\ncolor = "#000000"\n'
        '[rights]\ndefault = "none"\n'
    ) == [
        "dossier.toml:2",  # titel
        "dossier.toml:10",  # color
        "dossier.toml:3",  # title
        "dossier.toml:4",  # languages
        "dossier.toml:5",  # the first topic lacks a title
        "dossier.toml:8",  # id
        "dossier.toml:12",  # default
    ]
    assert places(
        SITE + 'base_url = "x"\ntimezone = "y"\nlanguages = ["xx", "de", "de"]\n'
        "[rights]\nexcerpt_chars = -1\n[build]\njobs = -1\n"
    ) == [f"dossier.toml:{line}" for line in (3, 5, 5, 4, 7, 9)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (SITE + "terms = [x]\n", 3),
        (SITE + 'title = "again"\n', 3),
        ('[site]\ntitle = "T', 2),
        ("[site]\ntitle =", 2),
    ],
)
def test_what_is_no_toml_names_its_line(text: str, line: int) -> None:
    (problem,) = problems(text)
    assert problem.where == f"dossier.toml:{line}"
    assert "this is no TOML" in problem.message
    assert "quotation marks" in problem.hint


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such file") as caught:
        config.load(tmp_path / "dossier.toml")
    assert "dossier init" in caught.value.hint


def test_a_file_that_is_not_utf_8_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "dossier.toml"
    path.write_bytes('[site]\ntitle = "Täglich"\n'.encode("cp1252"))
    with pytest.raises(ConfigError, match="not UTF-8") as caught:
        config.load(path)
    assert caught.value.where == "dossier.toml:2"
    assert "UTF-8" in caught.value.hint


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "dossier.toml"
    path.write_text(SITE, encoding="utf-8-sig")
    assert config.load(path).site.title == "T"


def test_nearest_names_all_where_nothing_is_near() -> None:
    assert config.nearest("summitt", ["summit", "sanctions"]) == "did you mean `summit`?"
    assert config.nearest("xyz", ["summit", "sanctions"]) == "valid here: `summit`, `sanctions`"
    assert config.nearest("xyz", []) == "valid here: nothing"


def test_the_json_schema_knows_every_table_and_forbids_others() -> None:
    schema = config.json_schema()
    tables = schema["$defs"]
    assert set(tables["Config"]["properties"]) == {
        *("site", "topics", "people", "places", "organisations", "sources"),
        *("rights", "search", "build", "theme"),
    }
    assert all(table["additionalProperties"] is False for table in tables.values())
    for name in ("Person", "Place", "Organisation"):
        kinds = tables[name]["properties"]["name"]["anyOf"]
        assert {kind["type"] for kind in kinds} == {"string", "object"}


def test_the_sample_dossier_has_three_topics_in_two_languages() -> None:
    topics = config.load(REPOSITORY / "dossier.toml").topic_values()
    assert [topic.id for topic in topics] == ["summit", "sanctions-threats", "missile-tests"]
    assert all(set(topic.title) == {"de", "en"} for topic in topics)
    assert all(topic.terms["de"] and topic.terms["en"] for topic in topics)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('accent = "red"', "`red` is no colour"),
        ('text_font = "x; } body { color: red"', "is no list of fonts"),
        ('logo = "../secret.png"', "is no picture"),
        ('logo = "https://elsewhere.example/x.svg"', "is no picture"),
    ],
)
def test_a_look_that_no_style_sheet_can_have_is_an_error(line: str, message: str) -> None:
    (problem,) = problems(f"{SITE}\n[theme]\n{line}\n")
    assert message in problem.message


def test_a_look_is_taken_as_it_is_written() -> None:
    look = (
        '[theme]\naccent = "#0b5f8a"\ntext_font = \'"PT Serif", Georgia, serif\'\nlogo = "a/l.svg"'
    )
    assert parse(f"{SITE}\n{look}\n").theme.text_font == '"PT Serif", Georgia, serif'
