from __future__ import annotations

import pytest

from dossier.reading.html import read_html

TEXT = "".join(
    f"<p>Absatz {number} des Berichts, der lang genug ist, um als Text erkannt zu werden, denn er "
    "hat mehrere Nebensätze und auch sonst alles, was ein Absatz braucht.</p>"
    for number in ("eins", "zwei", "drei", "vier")
)
STANDFIRST = "Die Verhandlungen dauern an, und niemand weiß, wie lange noch. Ein Überblick."


def first_block(above: str, head: str = "", text: str = TEXT) -> str:
    html = (
        f"<html><head><title>Kim trifft Putin im Osten</title>{head}</head><body><main><article>"
        f"<header><h1>Kim trifft Putin im Osten</h1>{above}</header><div class='x7'>{text}</div>"
        "</article></main></body></html>"
    )
    return read_html(html.encode(), where="x").blocks[0].text


@pytest.mark.parametrize(
    ("above", "head"),
    [
        (f"<div>{STANDFIRST}</div>", ""),
        (f"<h2 class='a_st'>{STANDFIRST}</h2>", ""),
        (f"<h2>{STANDFIRST}</h2>", f'<meta name="description" content="{STANDFIRST[:50]}">'),
        (f"<p class='c-teaserText'>{STANDFIRST[:61]}.</p>", ""),
        (f"<div class='teaser'><p>{STANDFIRST}</p></div>", ""),
        (f"<p class='byline'>Von Erika Muster</p><p>{STANDFIRST}</p><button>Teilen</button>", ""),
    ],
    ids=["place", "heading", "description", "name", "named like a teaser", "among other lines"],
)
def test_the_standfirst_is_the_first_paragraph(above: str, head: str) -> None:
    if "class='teaser'" in above:
        head = f'<meta property="og:description" content="{STANDFIRST}">'
    assert first_block(above, head)[:50] == STANDFIRST[:50]


@pytest.mark.parametrize(
    "above",
    [
        "<p>Von Erika Muster, unserer Korrespondentin in Moskau</p>",
        "<p>13. September 2023, 10:23 Uhr</p>",
        "<p><a href='/x'>Lesen Sie hier, was vor dem Treffen der beiden geschah.</a></p>",
        "<p>Sie haben noch kein Abo? Dann testen Sie uns jetzt vier Wochen lang kostenlos.</p>",
    ],
)
def test_other_lines_above_the_text_are_not(above: str) -> None:
    assert first_block(above).startswith("Absatz eins")


def test_a_description_that_repeats_the_first_paragraph_adds_nothing() -> None:
    head = '<meta name="description" content="Absatz eins des Berichts, der lang genug ist">'
    assert first_block("<p>Ein Satz, der ohne Beschreibung der Vorspann wäre, so ist es.</p>", head)
    html_text = first_block("", head)
    assert html_text.startswith("Absatz eins")
