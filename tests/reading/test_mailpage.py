from __future__ import annotations

import pytest
from helpers_mail import LEAD, SECOND

from dossier.reading.forwarded import Relation
from dossier.reading.mailpage import clean_page

NOTE = "Zur Kenntnis"


def page(body: str, relation: Relation = "") -> str:
    data = f"<html><body>{body}</body></html>".encode()
    return clean_page(data, relation, where="a.eml").data.decode()


@pytest.mark.parametrize(
    "quote",
    [
        '<div class="gmail_quote"><div class="gmail_attr">From: A</div>{}</div>',
        (
            '<div class="moz-forward-container"><table class="moz-email-headers-table"><tr><td>'
            "From: A</td></tr></table>{}</div>"
        ),
        '<blockquote type="cite">{}</blockquote>',
        '<div id="divRplyFwdMsg">From: A</div>{}',
    ],
)
def test_forwarded_and_answered(quote: str) -> None:
    inner = quote.format(f"<div><p>{LEAD}</p></div>")
    forwarded = page(f"<p>{NOTE}</p>{inner}", "forward")
    assert LEAD in forwarded
    assert NOTE not in forwarded
    assert "From: A" not in forwarded
    answer = page(f"<p>{SECOND}</p>{inner}", "reply")
    assert SECOND in answer
    assert LEAD not in answer


def test_tables_signatures_and_hidden_lines() -> None:
    text = page(
        f"<table><tr><td><p>{LEAD}</p></td></tr></table><p style='DISPLAY: none'>Vorschau</p>"
        "<div class='gmail_signature'>Max Müller</div><div style='max-height:0'></div>"
    )
    assert "<table" not in text
    assert LEAD in text
    assert "Vorschau" not in text
    assert "Müller" not in text


def test_letters_are_counted() -> None:
    assert clean_page(b"<html><body><p>ab 1</p></body></html>", "", where="a").letters == 3
