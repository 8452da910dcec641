from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.forwarded import Relation, cut, is_header_block, is_service, subject_of

ARTICLE = "Der Machthaber ist am Dienstag in Russland angekommen, wie es am Abend hieß. "


@pytest.mark.parametrize(
    ("stated", "subject", "relation"),
    [
        ("Fwd: Kim reist", "Kim reist", "forward"),
        ("WG: AW: Kim reist", "Kim reist", "forward"),
        ("Re[2]: Kim reist", "Kim reist", "reply"),
        ("Kim: die Reise", "Kim: die Reise", ""),
        ("Regen: Warnung", "Regen: Warnung", ""),
    ],
)
def test_subjects(stated: str, subject: str, relation: Relation) -> None:
    assert subject_of(stated) == (subject, relation)


@pytest.mark.parametrize(
    "head",
    [
        (
            "-----Ursprüngliche Nachricht-----\nVon: A <a@a.example>\n"
            "Gesendet: 11. September 2023\nAn: B\nBetreff: WG: Kim reist\n\n"
        ),
        (
            "Begin forwarded message:\n\nFrom: A <a@a.example>\nSubject: Kim reist\n"
            "Date: 11 September 2023\nTo: B\n\n"
        ),
        "*Von:* A\n*Gesendet:* 11. September 2023\n*An:* B\n*Betreff:* Kim reist\n\n",
        "> From: A\n> Sent: 11 September 2023\n> Subject: Kim reist\n>\n",
    ],
)
def test_headers_of_a_forwarded_mail(head: str) -> None:
    found = cut(f"Zur Kenntnis\n\n{head}{ARTICLE}", "forward")
    assert (found.subject, found.date.replace(".", "")) == ("Kim reist", "11 September 2023")
    assert found.text.strip() == ARTICLE.strip()


def test_the_longer_text_is_the_article() -> None:
    head = "\n-----Original Message-----\nFrom: A\nDate: x\nSubject: S\n\n"
    assert cut(f"{ARTICLE * 3}{head}Bitte prüfen.", "").text.strip() == (ARTICLE * 3).strip()
    assert cut(f"{ARTICLE * 2}{head}{ARTICLE * 3}", "reply").text.strip() == (ARTICLE * 2).strip()
    assert cut(f"{ARTICLE * 2}{head}{ARTICLE * 3}", "").text.strip() == (ARTICLE * 3).strip()


def test_a_text_that_is_all_quoted_is_unquoted() -> None:
    text = f"Am Montag schrieb Max Müller:\n> {ARTICLE}\n>\n> {ARTICLE}\n"
    assert cut(text, "").text.count(">") == 0


def test_a_quotation_within_the_text_stays() -> None:
    text = f"{ARTICLE}\n\n> Wir kommen wieder.\n\n{ARTICLE}"
    assert cut(text, "").text == text.strip("\n")


def test_notes_of_newsletters() -> None:
    assert is_service("Sie erhalten diese E-Mail, weil Sie sich angemeldet haben.")
    assert is_service("View in your browser")
    assert not is_service(ARTICLE)
    assert is_header_block("Von: A Gesendet: heute An: B Betreff: C")
    assert not is_header_block("Von: Max Müller")


@given(st.text(alphabet="-> \nVon:Date FwdBetrf", max_size=200))
def test_any_text_is_cut_without_adding(text: str) -> None:
    for relation in ("", "forward", "reply"):
        assert set(cut(text, relation).text) <= set(text)
