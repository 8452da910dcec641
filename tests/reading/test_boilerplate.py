from __future__ import annotations

import pytest

from dossier.reading.boilerplate import is_end, is_line, is_notice, is_suspect


@pytest.mark.parametrize(
    "names",
    [
        "share-bar",
        "c-newsletter",
        "NewsletterBox",
        "article__related",
        "ad",
        "ad-slot",
        "teaser-list",
        "paywall",
        "comments",
        "sidebar",
        "author-box",
        "jp-relatedposts",
        "cookie-notice",
    ],
)
def test_parts_that_are_not_the_text(names: str) -> None:
    assert is_suspect(names)


@pytest.mark.parametrize(
    "names",
    [
        "",
        "article-body",
        "meldung__subhead",
        "entry-content",
        "headline",
        "textabsatz",
        "paragraph",
        "shared-layout",
        "story",
        "rich-text",
        "loaded",
        "header-lead",
        "abstract",
    ],
)
def test_parts_that_may_be_the_text(names: str) -> None:
    assert not is_suspect(names)


@pytest.mark.parametrize(
    "text",
    [
        "Lesen Sie auch: Kims Zug",
        "Mehr zum Thema",
        "Das könnte Sie auch interessieren",
        "Anzeige",
        "Newsletter",
        "Sie haben noch kein Abo?",
        "Empfohlener redaktioneller Inhalt",
        "Read more: Kim",
        "Sign up for our newsletter",
        "© dpa-infocom, dpa:230913-99",
        "Related articles",
        "An dieser Stelle finden Sie einen externen Inhalt.",
        "Alle Rechte vorbehalten.",
    ],
)
def test_notices(text: str) -> None:
    assert is_notice(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lesen können in dem Land nur wenige.",
        "Mehr als 100 Menschen starben.",
        "Der Newsletter kam an.",
        "Er verlangte mehr Geld.",
        "Sie haben gewonnen.",
        "Das Thema ist heikel.",
        "Relations are tense.",
        "Weitere Raketen folgten am Abend.",
        "Alle warteten.",
        "Copyrights are disputed in court.",
        "Jetzt testen Forscher den Impfstoff.",
        "Zum Thema Sicherheit sagte er nichts.",
        "Zurück zur Normalität will niemand.",
        "Das könnte sie den Posten kosten.",
        "Weitere Informationen gab die Polizei nicht heraus.",
        "Die Datenschutzerklärung war fehlerhaft.",
    ],
)
def test_sentences_are_no_notices(text: str) -> None:
    assert not is_notice(text)


def test_headings_that_end_an_article() -> None:
    assert all(map(is_end, ("Mehr zum Thema", "3 Kommentare", "Related", "Über die Autorin")))
    assert not any(
        map(is_end, ("Mehr Raketen", "Responses", "Reaktionen aus Seoul", "Quellen der Macht"))
    )


def test_lines_of_who_and_when() -> None:
    assert all(
        map(
            is_line,
            ("Von Erika Muster", "Stand: 13.09.2023", "3 Min. Lesezeit", "Teilen", "(Symbolbild)"),
        )
    )
    assert not any(
        map(is_line, ("Von Moskau aus ging es weiter nach Osten.", "Teilen will er nicht."))
    )


def test_with_a_link_a_pointer_is_a_pointer() -> None:
    assert is_notice("Mehr über Kims Zug lesen Sie im Dossier.", linked=0.3)
    assert is_notice("Mit dem Abspielen gilt die Datenschutzerklärung von Video.", linked=0.2)
