from __future__ import annotations

import email
from email.message import EmailMessage

import pytest
from helpers_mail import LEAD, SECOND, make_mail
from helpers_reading import draft_or_reason
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import ReadingError
from dossier.model import Draft
from dossier.reading.mail import read_mail

NEWSLETTER = {"List-Unsubscribe": "<https://sued-kurier.example/u>"}


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks]


def test_a_newsletter_by_its_html_part() -> None:
    html = f"""<html><head><title></title></head><body>
    <div style="display:none">Vorschau der Mail, die niemand sieht, lang genug dafür.</div>
    <table><tr><td><p>Im Browser ansehen</p></td></tr>
    <tr><td><h2>Ankunft</h2><p>{LEAD}</p><p>{SECOND}</p></td></tr>
    <tr><td><p>Newsletter abbestellen</p></td></tr></table></body></html>"""
    draft = read_mail(make_mail(f"{LEAD}\n\n{SECOND}\n", html, headers=NEWSLETTER), where="a.eml")
    assert LEAD in texts(draft)
    assert SECOND in texts(draft)
    joined = " ".join(texts(draft))
    assert not any(word in joined for word in ("Vorschau", "Browser", "abbestellen"))
    assert draft.title in ("Ankunft", "Kim trifft Putin in Wladiwostok")
    assert (draft.date, draft.date_by) == ("2023-09-13", "source")
    assert draft.source.name == "Süd-Kurier Morgenlage"


def test_a_plain_mail_has_its_subject_for_a_title_and_no_signature() -> None:
    subject = "WG: AW: Kim trifft Putin – Überblick"
    draft = read_mail(
        make_mail(f"{LEAD}\n\n{SECOND}\n\n-- \nMax Müller\nTel. 123\n", subject=subject),
        where="a.eml",
    )
    assert (draft.title, draft.title_by) == ("Kim trifft Putin – Überblick", "source")
    assert texts(draft) == [LEAD, SECOND]
    assert (draft.date, draft.date_by, draft.source.name) == ("2023-09-13", "file", "")


def test_the_text_part_where_the_html_part_is_an_empty_frame() -> None:
    html = "<html><body><p><a href='https://a.example/'>Zum Artikel</a></p></body></html>"
    draft = read_mail(make_mail(f"{LEAD}\n\n{SECOND}\n", html), where="a.eml")
    assert texts(draft) == [LEAD, SECOND]


def test_the_headline_of_the_text_counts_more_than_the_subject() -> None:
    text = f"Ankunft in Wladiwostok\n\n{LEAD}\n\n{SECOND}\n"
    draft = read_mail(make_mail(text, subject="Fwd: bitte ablegen"), where="a.eml")
    assert draft.title == "Ankunft in Wladiwostok"


def test_a_forwarded_mail_gives_what_was_forwarded() -> None:
    text = (
        "Zur Kenntnis.\n\n---------- Forwarded message ---------\nVon: Kurier <k@a.example>\n"
        "Date: Mo., 11. Sept. 2023\nSubject: Kim reist\nTo: <desk@example.org>\n\n"
        f"{LEAD}\n\n{SECOND}\n"
    )
    draft = read_mail(make_mail(text, subject="Fwd: Kim reist"), where="a.eml")
    assert texts(draft) == [LEAD, SECOND]
    assert (draft.title, draft.date) == ("Kim reist", "2023-09-11")


def test_mails_as_outlook_forwards_them() -> None:
    head = "<p><b>Von:</b> A<br><b>Gesendet:</b> 13.9.2023<br><b>An:</b> B<br><b>Betreff:</b> C</p>"
    html = f"<html><body><p>Zur Info</p><div>{head}</div><p>{LEAD}</p><p>{SECOND}</p></body></html>"
    draft = read_mail(make_mail("", html, subject="WG: Kim reist"), where="a.eml")
    assert (draft.title, texts(draft)) == ("Kim reist", [LEAD, SECOND])


def test_paragraphs_that_are_set_with_boxes_and_line_breaks() -> None:
    for html in (
        f"<div><div>{LEAD}</div><div><br></div><div>{SECOND}</div></div>",
        f"<table><tr><td>{LEAD}<br><br>{SECOND}</td></tr></table>",
    ):
        draft = read_mail(make_mail("", f"<html><body>{html}</body></html>"), where="a.eml")
        assert texts(draft) == [LEAD, SECOND]


def test_an_answer_loses_what_it_answers() -> None:
    text = (
        f"{LEAD}\n\n{SECOND}\n\nAm Mo., 11. Sept. 2023 um 10:00 Uhr schrieb Max <m@a.example>:\n"
        "> Könnt ihr das prüfen?\n> Danke\n"
    )
    draft = read_mail(make_mail(text, subject="AW: Kim reist"), where="a.eml")
    assert texts(draft) == [LEAD, SECOND]


def test_an_attached_article_where_the_mail_is_a_note() -> None:
    article = f"# Kim reist\n\n{LEAD}\n\n{SECOND}\n".encode()
    mail = make_mail("Anbei.\n", attached={"kim.md": article, "logo.png": b"\x89PNG\r\n"})
    draft = read_mail(mail, where="a.eml")
    assert (draft.title, texts(draft)) == ("Kim reist", [LEAD, SECOND])
    long = make_mail(f"{LEAD}\n\n{SECOND}\n", attached={"anderes.md": b"# Anderes\n\nText."})
    assert texts(read_mail(long, where="a.eml")) == [LEAD, SECOND]


def test_a_mail_that_was_forwarded_as_an_attachment() -> None:
    inner = email.message_from_bytes(
        make_mail(f"{LEAD}\n\n{SECOND}\n", subject="Kim reist"), policy=email.policy.default
    )
    assert isinstance(inner, EmailMessage)
    outer = EmailMessage()
    outer["Subject"], outer["From"] = "WG: Kim reist", "max@example.org"
    outer.set_content("Zur Kenntnis.\n")
    outer.add_attachment(inner)
    draft = read_mail(outer.as_bytes(), where="a.eml")
    assert (draft.title, texts(draft)) == ("Kim reist", [LEAD, SECOND])


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_charsets_and_transfer_encodings(charset: str, encoding: str) -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = "Überblick", "a@example.org"
    message.set_content(f"{LEAD}\n\n{SECOND}\n", charset=charset, cte=encoding)
    assert texts(read_mail(message.as_bytes(), where="a.eml")) == [LEAD, SECOND]


def test_an_unknown_charset_is_found_out() -> None:
    mail = f"Subject: A\nContent-Type: text/plain; charset=x-none\n\n{LEAD}\n".encode("cp1252")
    assert texts(read_mail(mail, where="a.eml")) == [LEAD]


def test_what_is_no_mail_is_refused() -> None:
    for data in (b"", b"no header at all", b"\x00\x01"):
        with pytest.raises(ReadingError) as caught:
            read_mail(data, where="a.eml")
        assert caught.value.hint


def test_parts_without_end_are_refused() -> None:
    deep = "".join(
        f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(2_000)
    )
    with pytest.raises(ReadingError):
        read_mail(f"Subject: A\n{deep}".encode(), where="a.eml")


MAIL = make_mail(LEAD, f"<html><body><p>{LEAD}</p></body></html>", attached={"a.txt": b"A"})


@given(st.binary(max_size=300), st.integers(0, len(MAIL)), st.integers(0, len(MAIL)))
def test_any_bytes_give_a_draft_or_a_reason(noise: bytes, start: int, end: int) -> None:
    draft_or_reason(read_mail, noise, b"Subject: A\n" + noise, MAIL[:start] + noise + MAIL[end:])
