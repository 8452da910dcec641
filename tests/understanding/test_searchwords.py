from __future__ import annotations

from dossier.hiddenwords import GROUP, code
from dossier.understanding.searchwords import search_words


class Groups(dict[str, str]):
    """Other names by word, though the line holds only the words' codes."""

    def __getitem__(self, word: str) -> str:
        return super().__getitem__(code(word))


def line(text: str, lang: str = "de") -> tuple[set[str], Groups]:
    heads, *groups = search_words([text], lang).split(GROUP)
    named = Groups(group.split(" ", 1) for group in groups)
    return set(heads.split()), named


def test_parts_forms_and_names_are_there() -> None:
    heads, groups = line("Kim trifft Putin in Wladiwostok, es geht um Waffengeschäfte und U-Boote.")
    assert {"geschäfte", "boote"} <= heads
    assert groups["Wladiwostok"] == "Vladivostok"
    assert set(groups["trifft"].split()) == {"treffen", "traf", "getroffen"}


def test_what_stands_in_the_text_anyway_is_no_other_form() -> None:
    _, groups = line("Sie trafen sich; das Treffen in Pjöngjang, englisch Pyongyang.")
    assert "Treffen" not in groups["trafen"].split()
    assert "Pyongyang" not in groups["Pjöngjang"].split()


def test_names_of_several_words() -> None:
    _, groups = line("Die Vereinten Nationen und das Weiße Haus. Kim Jong Un kam.")
    assert "Jong-un" in groups["Jong Un"]
    _, groups = line("Die USA und der UN-Sicherheitsrat.")
    assert "Vereinigte Staaten" in groups["USA"]
    assert "Vereinte Nationen" in groups["UN-Sicherheitsrat"]


def test_english_plurals_and_spellings() -> None:
    heads, groups = line(
        "Armoured trains met in several countries; a well-known defence deal.", "en"
    )
    assert groups["countries"] == "country"
    assert groups["Armoured"] == "armored"
    assert groups["defence"] == "defense"
    assert groups["met"] == "meet"
    assert {"well", "known"} <= heads


def test_dates_are_no_compounds() -> None:
    _, groups = line("Am 2023-09-13 galt es 12-mal so.")
    assert list(groups) == [code("galt")]


def test_an_empty_article_has_no_words() -> None:
    assert search_words([""], "de") == ""


def test_plurals_and_comparisons_of_another_shape() -> None:
    _, groups = line("Die Alben sind besser als das Virus, höhere Preise wurden verlangt.")
    assert "album" in groups["Alben"]
    assert "gut" in groups["besser"].split()
    assert groups["Virus"] == "viren"
    assert "hoch" in groups["höhere"].split()
    assert "werden" in groups["wurden"].split()


def test_cities_by_their_english_names() -> None:
    _, groups = line("Von München über Mailand in die Türkei.")
    assert groups["München"] == "Munich"
    assert groups["Mailand"] == "Milan"
    assert "Turkey" in groups["Türkei"].split()
