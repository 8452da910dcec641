from __future__ import annotations

import pytest

from dossier.reading.captions import split_credit


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        (
            "Kim Jong Un bei der Abfahrt Bild: Korean Central News Agency/AP/picture alliance",
            "Kim Jong Un bei der Abfahrt",
            "Korean Central News Agency/AP/picture alliance",
        ),
        ("Kim in Moskau. (Foto: dpa)", "Kim in Moskau.", "dpa"),
        ("Kim in Moskau (Foto: Michael Kappeler/dpa)", "Kim in Moskau", "Michael Kappeler/dpa"),
        ("Kim in Moskau © Getty Images", "Kim in Moskau", "Getty Images"),
        ("Kim in Moskau (c) dpa", "Kim in Moskau", "dpa"),
        ("Kim waves. Photo: Vladimir Smirnov/Reuters", "Kim waves.", "Vladimir Smirnov/Reuters"),
        ("Kim in Moskau | Bildquelle: AFP", "Kim in Moskau", "AFP"),
        (
            "Kim in Moskau | Bild: picture alliance/dpa/TASS",
            "Kim in Moskau",
            "picture alliance/dpa/TASS",
        ),
        ("Der Kreml. Foto: Max von der Grün", "Der Kreml.", "Max von der Grün"),
        ("Kim in Moskau (Reuters)", "Kim in Moskau", "Reuters"),
        ("Foto: dpa", "", "dpa"),
        ("© Imago / ZUMA Press", "", "Imago / ZUMA Press"),
        ("Das Schiff im Hafen. Bildrechte: IMAGO", "Das Schiff im Hafen.", "IMAGO"),
        ("Archivbild: Privat", "", "Privat"),
    ],
)
def test_credits_are_told_apart(text: str, caption: str, credit: str) -> None:
    assert split_credit(text) == (caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Er zeigte ein Foto: Kim lacht.",
        "Das Bild: ein Mann, der lacht und weint und geht.",
        "© 2023 Der Verlag. Alle Rechte vorbehalten.",
        "Er sagte, das Bild sei echt.",
        "Die Quelle: ein Diplomat in Seoul",
        "Das meldete die staatliche Agentur am Mittwoch (dpa).",
        "Er kam (mit Frau und Kind)",
        "section 2(c) of the Act",
        "Ein langer Absatz. " * 30 + "Foto: dpa",
    ],
)
def test_text_that_mentions_a_picture_is_no_caption(text: str) -> None:
    assert split_credit(text) is None
