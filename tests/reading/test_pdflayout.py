from __future__ import annotations

from dossier.reading.pdflayout import body_of, paragraphs_of, take_title
from dossier.reading.pdflines import Line

TEXT = [
    "Der Machthaber ist am Dienstag in Russland angekommen, wie es hieß.",
    "Die Reise war seit Wochen erwartet worden und soll zwei Tage dauern.",
    "Danach fährt er zurück.",
]

TEXTS = {number: [f"{text[:-number]}{'x' * number}" for text in TEXT] for number in (1, 2, 3)}


def lines(*texts: str, top: float = 700, x: float = 60, size: float = 10) -> list[Line]:
    return [
        Line(text=text.strip(), x=x + 12 * text.startswith("\t"), y=top - 12 * index, size=size)
        for index, text in enumerate(texts)
    ]


def page(number: int, *texts: str) -> list[Line]:
    return [
        *lines("Süd-Kurier, 13. September 2023", top=800),
        *lines(*texts),
        *lines(f"Seite {number} von 3", top=40),
    ]


def test_heads_feet_and_page_numbers_go() -> None:
    body = body_of([page(number, *TEXTS[number]) for number in (1, 2, 3)])
    assert [[line.text for line in one] for one in body.pages] == [
        TEXTS[number] for number in (1, 2, 3)
    ]


def test_on_a_single_page_only_its_number_goes() -> None:
    body = body_of([page(1, *TEXT)])
    assert [line.text for line in body.pages[0]] == ["Süd-Kurier, 13. September 2023", *TEXT]


def test_the_address_that_a_browser_printed() -> None:
    pages = [
        [*lines(*TEXTS[number]), *lines(f"https://a.example/kim {number}/2", top=30)]
        for number in (1, 2)
    ]
    body = body_of(pages)
    assert body.address == "https://a.example/kim"
    assert [len(one) for one in body.pages] == [3, 3]
    reference = body_of([lines(*TEXT, "https://a.example/kim"), lines(*TEXT)])
    assert reference.address == ""


def test_the_largest_lines_are_the_title() -> None:
    headline = lines("Kim reist", "nach Osten", top=760, size=20)
    title, pages = take_title([headline + lines(*TEXT)], stated="")
    assert (title, len(pages[0])) == ("Kim reist nach Osten", 3)
    assert take_title([lines(*TEXT)], stated="")[0] == ""
    assert take_title([], stated="") == ("", [])
    plain, pages = take_title([lines("Kim reist", *TEXT)], stated="Kim reist")
    assert (plain, len(pages[0])) == ("Kim reist", 3)


def test_paragraphs_by_distance_indent_and_last_line() -> None:
    joined = " ".join(TEXT)
    by_distance = lines(*TEXT) + lines(*TEXT, top=650)
    by_indent = lines(*TEXT, "\t" + TEXT[0], *TEXT[1:])
    by_last_line = lines(*TEXT, *TEXT)
    for setting in (by_distance, by_indent, by_last_line):
        assert paragraphs_of([setting]) == [joined, joined]


def test_hyphenation_is_undone_where_it_is_safe() -> None:
    text = ["Der Präsident ist mit der Bahn und nicht mit dem Flugzeug ange-", "kommen und bleibt."]
    assert paragraphs_of([lines(*text)]) == [
        "Der Präsident ist mit der Bahn und nicht mit dem Flugzeug angekommen und bleibt."
    ]
    kept = ["Der Gegner des Präsidenten ist mit der Bahn gekommen, der US-", "Gesandte nicht."]
    assert paragraphs_of([lines(*kept)])[0].endswith("der US-Gesandte nicht.")


def test_nothing_gives_nothing() -> None:
    assert paragraphs_of([]) == []
    assert paragraphs_of([[]]) == []
    assert body_of([[]]).pages == [[]]
