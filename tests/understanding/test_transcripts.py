from __future__ import annotations

import pytest

from dossier import blocks
from dossier.understanding.transcripts import turns


def told(text: str, lang: str = "en", title: str = "") -> list[tuple[str, str]]:
    """Return who says what, by paragraphs that are turns."""
    passages = blocks.number(blocks.make("paragraph", line) for line in text.split("\n"))
    found = turns(passages, lang, title)
    return [
        (found[one.id].speaker, one.text[found[one.id].start :])
        for one in passages
        if one.id in found
    ]


def test_a_transcript_says_who_speaks_before_a_colon() -> None:
    text = (
        "1:08 P.M. EST\nTHE PRESIDENT: Are you ready?\nWe begin.\n(Cross-talk.)\n"
        "Q Are you worried?\nMS. JEAN-PIERRE: No.\nEND 1:09 P.M. EST"
    )
    assert told(text, title="Remarks by President Biden Before Marine One Departure") == [
        ("Biden", "Are you ready?"),
        ("Biden", "We begin."),
        ("", "Are you worried?"),
        ("Jean-Pierre", "No."),
    ]


def test_whose_role_nothing_tells_is_unknown_and_goes_on_all_the_same() -> None:
    text = "THE PRESIDENT: Are you ready?\nWe begin."
    assert told(text) == [("", "Are you ready?"), ("", "We begin.")]


def test_an_interview_has_questions_by_nobody_and_answers_in_full_name() -> None:
    text = "Frage: Was nun?\nSteffi Lemke: Wir handeln.\nFrage: Reicht das?\nLemke: Nein."
    assert told(text, "de") == [
        ("", "Was nun?"),
        ("Steffi Lemke", "Wir handeln."),
        ("", "Reicht das?"),
        ("Steffi Lemke", "Nein."),
    ]


def test_within_an_article_only_labelled_paragraphs_are_speech() -> None:
    before = "The two candidates met again on Tuesday in a debate that lasted for ninety minutes."
    text = f"{before}\nTRUMP: We will win.\nMR. BIDEN: No.\nThe audience laughed."
    assert told(text) == [("Trump", "We will win."), ("Biden", "No.")]


@pytest.mark.parametrize(
    "text",
    [
        "Preis: 10 Euro\nPreis: 12 Euro\nPreis: 9 Euro",
        "Montag: Regen\nDienstag: Sonne\nMittwoch: Wind",
        "Foto: dpa\nFoto: AFP\nFoto: epd",
        "BERLIN: Die Stadt baut.\nHAMBURG: Die Stadt wartet.",
        "Müller: Der Bäcker im Ort\nDer Laden ist klein.",
        "Scholz sagte: Das reicht.\nDann ging er.",
        "Kurz gesagt: Es geht.",
    ],
)
def test_lists_of_facts_and_sentences_with_a_colon_are_no_transcript(text: str) -> None:
    assert told(text, "de") == []


def test_a_question_may_have_a_colon_of_its_own() -> None:
    texts = ["MR. KIRBY: Thank you.", "Q The second question was: Is it over?", "MR. KIRBY: No."]
    passages = blocks.number(blocks.make("paragraph", text) for text in texts)
    found = list(turns(passages, "en").values())
    assert [(turn.start, turn.speaker) for turn in found] == [(11, "Kirby"), (2, ""), (11, "Kirby")]
