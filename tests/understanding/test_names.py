from __future__ import annotations

import sys
from pathlib import Path

import pytest
from helpers_project import SEED
from tools import ROOT

from dossier import blocks
from dossier.found import Named
from dossier.reading.read import read
from dossier.understanding.known import known
from dossier.understanding.names import find_mentions

SAMPLES = ROOT.parent / "shared/samples"


def names(text: str, lang: str = "de", *listed: Named) -> set[tuple[str, str]]:
    made = blocks.number([blocks.make("paragraph", text)])
    return {(one.kind, one.name) for one in find_mentions(made, lang, known(listed))}


def test_every_name_of_the_seed_is_found_and_nothing_else() -> None:
    draft = read(SEED.read_bytes(), name=SEED.name, where=SEED.name)
    found = find_mentions(draft.blocks, "de")
    assert {(one.kind, one.name) for one in found} == {
        *(("person", name) for name in ("Kim Jong Un", "Wladimir Putin", "Matthew Miller")),
        *(
            ("place", name)
            for name in (
                "Nordkorea", "Russland", "Ukraine", "USA", "Wostotschny", "Ferner Osten",
                "Pjöngjang", "Wladiwostok", "Südkorea", "Seoul",
            )
        ),
        *(
            ("organisation", name)
            for name in ("Kreml", "UN-Sicherheitsrat", "US-Außenministerium", "Tass")
        ),
    }  # fmt: skip
    texts = {block.id: block.text for block in draft.blocks}
    for one in found:
        assert texts[one.passage][one.start : one.end] == one.text


def test_credits_captions_and_crossheads_name_nobody() -> None:
    made = blocks.number(
        [
            blocks.make("crosshead", "USA sehen Zeichen der Schwäche Putins"),
            blocks.make("caption", "Kim Jong Un am Bahnhof", credit="Peter Müller/AP"),
        ]
    )
    assert find_mentions(made, "de") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Das Essen war am Ende gut, und in der Halle 4 war es warm.",
        "Die deutschen Politiker und die Franzosen trafen russische Diplomaten.",
        "Am Montag, dem 3. Mai, war die Reise in den Süden zu Ende.",
    ],
)
def test_words_that_are_also_places_or_come_from_places_are_none(text: str) -> None:
    assert names(text) == set()


def test_a_family_name_that_is_a_noun_is_a_person_once_the_full_name_is_told() -> None:
    text = "Dort sprach Detlef Walzer. Später spielte eine Kapelle einen Walzer, und Walzer ging."
    made = blocks.number([blocks.make("paragraph", text)])
    assert [one.text for one in find_mentions(made, "de")] == ["Detlef Walzer", "Walzer"]


def test_a_town_that_is_a_word_is_found_where_the_sentence_says_so() -> None:
    assert names("Die Messe findet in Essen statt.") == {("place", "Essen")}


def test_the_editor_has_the_first_word() -> None:
    entry = Named(kind="person", name="Kim Jong Un", aliases=("Kim", "der Marschall"))
    found = names("Kim kam, und der Marschall ging.", "de", entry)
    assert found == {("person", "Kim Jong Un")}


def test_english_is_read_as_english() -> None:
    text = "Secretary Austin met Putin’s envoy in North Korea; the Department of Commerce agreed."
    assert names(text, "en") == {
        ("person", "Austin"), ("person", "Putin"), ("place", "North Korea"),
        ("organisation", "Department of Commerce"),
    }  # fmt: skip


def test_an_unknown_language_is_no_obstacle() -> None:
    assert ("place", "France") in names("Emmanuel Macron est en France.", "fr")


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        (
            "Le président Emmanuel Macron est à Strasbourg. Mais les Européens attendent.",
            "fr",
            {("person", "Emmanuel Macron"), ("place", "Strasbourg")},
        ),
        ("El presidente dijo que la Policía Nacional va a Ginebra.", "es", set()),
        ("Президент прибыл в Пекин. Об этом сообщил Кремль.", "ru", set()),
        ("Cumhurbaşkanı Recep Tayyip Erdoğan konuştu.", "tr",
         {("person", "Recep Tayyip Erdoğan")}),
    ],
)  # fmt: skip
def test_in_other_languages_only_what_is_certain_is_named(
    text: str, lang: str, found: set[tuple[str, str]]
) -> None:
    assert names(text, lang) == found


def test_where_the_language_is_a_guess_unknown_words_are_no_names() -> None:
    made = blocks.number([blocks.make("paragraph", "Skovlunde jubelt, Moskau nicht: Vladlen?")])
    assert [one.name for one in find_mentions(made, "de", is_guessed=True)] == ["Moskau"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Das Schiff fuhr ins Schwarze Meer.", "Schwarzes Meer"),
        ("Er fuhr ins Japanische Meer.", "Japanisches Meer"),
        ("Sie wohnt in der Pfalz.", "Pfalz"),
        ("Es regnet in Mecklenburg- Vorpommern.", "Mecklenburg-Vorpommern"),
        ("Auf der Bundesstraße 27 staut es sich.", "Bundesstraße 27"),
        ("Parallel zur A 5 staut es sich.", "A 5"),
        ("Reutlingen gewann.", "Reutlingen"),
        ("Dazu hat Athen den zweiten Schritt getan.", "Athen"),
    ],
)  # fmt: skip
def test_places_are_found_without_much_around_them(text: str, place: str) -> None:
    assert names(text) == {("place", place)}


@pytest.mark.parametrize(
    "text",
    [
        "Sie siegten bei den US Open.",
        "Stalin starb.",
        "Mobiles Arbeiten hilft.",
        "Es war reines Nitromethan.",
    ],
)
def test_what_is_no_place_is_none(text: str) -> None:
    assert "place" not in {kind for kind, _ in names(text)}


@pytest.mark.parametrize(
    "team", ["San Antonio Spurs", "New York Knicks", "Panathinaikos Athen", "Preußen Münster"]
)
def test_a_team_is_no_place(team: str) -> None:
    assert names(f"Gestern siegten die {team} erneut.") == {("organisation", team)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der FC Carl Zeiss Jena siegte.", {("organisation", "FC Carl Zeiss Jena")}),
        ("Das sagte Landrat Heinz Seiffert.", {("person", "Heinz Seiffert")}),
        ("Der Landrat will sparen.", set()),
        ("Der SVP-Nationalrat Toni Brunner nickte.", {("person", "Toni Brunner")}),
        ("Das meldet die Nachrichtenagentur AFP.", {("organisation", "AFP")}),
        (
            "Der Bundesverband deutscher Banken warnt.",
            {("organisation", "Bundesverband deutscher Banken")},
        ),
        ("Die Rechnung lautet auf CHF und EUR.", set()),
    ],
)
def test_bodies_clubs_and_those_who_sit_in_them(text: str, found: set[tuple[str, str]]) -> None:
    assert names(text) == found


def test_places_that_a_slash_joins_share_their_span_and_are_two_places() -> None:
    made = blocks.number([blocks.make("paragraph", "München/Hamburg (dpa) Heidi Klum bleibt.")])
    found = [one for one in find_mentions(made, "de") if one.kind == "place"]
    assert [(one.name, one.start, one.end) for one in found] == [
        ("München", 0, 15),
        ("Hamburg", 0, 15),
    ]
    assert {one.text for one in found} == {"München/Hamburg"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Bremerhavens Guards spielten müde.", {"Bremerhaven"}),
        ("Ein Raub im aargauischen Riniken wurde aufgeklärt.", {"Riniken"}),
        ("Zwischen Main und Rhein wird gebaut, auch am Main bei Ochsenfurt.", {"Main", "Rhein"}),
        ("In NÖ und in Laschkar Gah wurde gewählt.", {"Niederösterreich", "Laschkar Gah"}),
        ("Er kam aus Haidhausen und wohnt auf Baltrum.", {"Haidhausen", "Baltrum"}),
    ],
)
def test_places_by_grammar_and_by_the_table(text: str, places: set[str]) -> None:
    assert places <= {name for kind, name in names(text) if kind == "place"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Den Song hatten Pinnick, Tabor und Gaskill für sich geschrieben.", "Tabor"),
        ("Am Abend lagen Nikkei und Mizuho im Minus.", "Mizuho"),
        ("Seine zehnjährige Tochter Ireland kam mit.", "Ireland"),
        ("Bitte WENDEN und weiterfahren.", "WENDEN"),
    ],
)
def test_what_only_a_table_takes_for_a_place_is_none(text: str, word: str) -> None:
    assert not [name for kind, name in names(text) if kind != "person" and word in name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Georgia Republicans defended the law.", ("place", "Georgia")),
        ("Officials in Tbilisi, Georgia, agreed.", ("place", "Georgia")),
        ("In Jordan, the king spoke.", ("place", "Jordan")),
        ("Police in the capital Atlanta said so.", ("place", "Atlanta")),
        ("Georgia Meloni spoke.", ("person", "Georgia Meloni")),
        ("Boston Dynamics sued.", ("organisation", "Boston Dynamics")),
        ("The Houston Rockets won.", ("organisation", "Houston Rockets")),
    ],
)
def test_english_lands_and_cities_that_are_given_names_too(
    text: str, found: tuple[str, str]
) -> None:
    assert found in names(text, "en")
    assert not names("She won the Nobel Peace Prize.", "en")


# --- what `make evaluate` prints, pinned ---------------------------------------------------------

LABELLED = SAMPLES / "ner_de/germeval14-dev.jsonl"


@pytest.fixture
def evaluation(monkeypatch: pytest.MonkeyPatch) -> object:
    if not LABELLED.is_file():
        pytest.skip("the labelled sentences of the samples are not here")
    monkeypatch.syspath_prepend(str(ROOT / "tests/evaluate"))
    monkeypatch.delitem(sys.modules, "names", raising=False)
    return __import__("names")


def test_names_in_german_news_are_found_as_well_as_they_were(evaluation: object) -> None:
    judge, sentences = evaluation.judge, evaluation.sentences  # type: ignore[attr-defined]
    figures = judge(one for one in sentences(Path(LABELLED)) if one.is_news)
    assert figures.f1("person") >= 0.82
    assert figures.f1("place") >= 0.92
    assert figures.f1("organisation") >= 0.69


def test_names_in_whole_german_pieces_are_found_as_well_as_they_were(evaluation: object) -> None:
    figures = evaluation.judge_german()  # type: ignore[attr-defined]
    assert figures.f1("person") >= 0.96
    assert figures.f1("place") >= 0.93


def test_names_in_english_statements_are_found_as_well_as_they_were(evaluation: object) -> None:
    figures = evaluation.judge_english(SAMPLES / "text_en")  # type: ignore[attr-defined]
    assert figures.f1("person") >= 0.93
    assert figures.f1("place") >= 0.94
    assert figures.f1("organisation") >= 0.65


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Uni Graz und die Medizin-Uni Wien.", {"Uni Graz", "Medizin-Uni Wien"}),
        ("Das Bildungsministerium prüft es.", {"Bildungsministerium"}),
        ("Die Al-Nour-Partei und die Bosch-Stiftung.", {"Al-Nour-Partei", "Bosch-Stiftung"}),
        ("Der Nokia-Konzern schließt ein Werk.", set()),
        ("Im Auswärtigen Amt hieß es nichts.", {"Auswärtiges Amt"}),
        ("Im Stadion der San Francisco 49ers.", {"San Francisco 49ers"}),
        ("Die Denver Broncos siegten. Es jubelten die Broncos.", {"Denver Broncos"}),
    ],
)
def test_organisations_that_real_news_have(text: str, expected: set[str]) -> None:
    assert {name for kind, name in names(text) if kind == "organisation"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In St. Pölten schneit es.", ("place", "Sankt Pölten")),
        ("Denver kontrollierte das Geschehen.", ("place", "Denver")),
        ("Putin sprach lange.", ("person", "Putin")),
        ("Washington – Der Präsident kam.", ("place", "Washington")),
        ("König Manuel II. floh.", ("person", "Manuel II.")),
        ("Papst Johannes Paul II. kam.", ("person", "Johannes Paul II.")),
    ],
)
def test_names_that_real_news_have(text: str, expected: tuple[str, str]) -> None:
    assert names(text) == {expected}
