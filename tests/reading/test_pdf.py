from __future__ import annotations

import logging
import sys
from io import BytesIO

import pypdf
import pytest
from helpers_pdf import Set, column, make_pdf
from helpers_reading import draft_or_reason
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.errors import ReadingError
from dossier.model import Draft
from dossier.reading import pdf
from dossier.reading.pdf import read_pdf

TITLE: Set = (60, 760, 22, True, "Kim reist nach Wladiwostok")
LINES = [
    "Der Machthaber ist am Dienstag in Russland angekommen, wie die Präsidial-",
    "verwaltung in Moskau mitteilte. Die Reise war seit Wochen erwartet worden,",
    "und die Vorkehrungen entlang der Bahnstrecke wurden erheblich verschärft.",
    "",
    "Beide Seiten sprachen über die Lieferung von Munition und Getreide. Das",
    "Treffen des US-Gegners dauere bis zum Abend, sagte ein Sprecher.",
]
FIRST = (
    "Der Machthaber ist am Dienstag in Russland angekommen, wie die Präsidialverwaltung in "
    "Moskau mitteilte. Die Reise war seit Wochen erwartet worden, und die Vorkehrungen entlang "
    "der Bahnstrecke wurden erheblich verschärft."
)
SECOND = (
    "Beide Seiten sprachen über die Lieferung von Munition und Getreide. Das Treffen des "
    "US-Gegners dauere bis zum Abend, sagte ein Sprecher."
)


def kinds(draft: Draft) -> list[tuple[str, str]]:
    return [(block.type, block.text) for block in draft.blocks]


def article() -> list[Set]:
    return [
        TITLE,
        *column(["Von Max Müller", "13. September 2023"], top=730),
        *column(LINES),
        *column(["Die Ankunft"], top=600, bold=True),
        *column(LINES[4:], top=570),
    ]


def test_an_article() -> None:
    draft = read_pdf(make_pdf([article()]), where="a.pdf")
    assert (draft.title, draft.title_by) == ("Kim reist nach Wladiwostok", "text")
    assert (draft.date, draft.authors) == ("2023-09-13", ("Max Müller",))
    assert kinds(draft) == [
        ("paragraph", FIRST),
        ("paragraph", SECOND),
        ("crosshead", "Die Ankunft"),
        ("paragraph", SECOND),
    ]


def test_what_the_file_states_fills_the_rest() -> None:
    info = {"Title": "Kim reist", "Author": "Erika Muster", "CreationDate": "D:20230914235900Z"}
    draft = read_pdf(make_pdf([column(LINES)], info=info), where="a.pdf")
    assert (draft.title, draft.title_by) == ("Kim reist", "file")
    assert (draft.date, draft.date_by, draft.authors) == ("2023-09-14", "file", ("Erika Muster",))
    odd = {"Title": "Microsoft Word - a.docx", "Author": "admin", "CreationDate": "D:99"}
    draft = read_pdf(make_pdf([column(LINES)], info=odd), where="a.pdf")
    assert (draft.title_by, draft.date, draft.authors) == ("machine", "", ())


def test_columns_and_pages_go_on_in_the_middle_of_a_sentence() -> None:
    first = [*column(LINES[:1], size=6), *column(LINES[1:2], x=320, size=6)]
    pages = [first, column(LINES[2:], top=760, size=6)]
    assert kinds(read_pdf(make_pdf(pages), where="a.pdf"))[0] == ("paragraph", FIRST)


def locked() -> bytes:
    writer = pypdf.PdfWriter(BytesIO(make_pdf([article()])))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged"),
        (b"%PDF-1.4 nothing", "damaged"),
        (make_pdf([[]]), "a scan"),
        (make_pdf([[(60, 60, 10, False, "3")]]), "a scan"),
        (make_pdf([[]] * 101), "101 pages"),
        (locked(), "encrypted"),
    ],
    ids=["empty", "no pdf", "no text", "a number", "long", "encrypted"],
)
def test_what_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason) as caught:
        read_pdf(data, where="a.pdf")
    assert caught.value.hint


def test_too_many_commands_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_OPERATIONS", 20)
    with pytest.raises(ReadingError, match="more than 20 things"):
        read_pdf(make_pdf([article()]), where="a.pdf")


def test_a_stream_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_LARGEST_STREAM", 100)
    with pytest.raises(ReadingError):
        read_pdf(make_pdf([article()]), where="a.pdf")


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ReadingError) as caught:
        read_pdf(make_pdf([article()]), where="a.pdf")
    assert caught.value.hint == 'pip install "news-dossier[pdf]"'


WHOLE = make_pdf([article(), article()], info={"Title": "Kim reist", "CreationDate": "D:2023"})


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=50), st.integers(0, len(WHOLE)), st.integers(0, 60))
def test_damaged_files_give_a_draft_or_a_reason(noise: bytes, start: int, cut: int) -> None:
    draft_or_reason(read_pdf, noise, WHOLE[:start], WHOLE[:start] + noise + WHOLE[start + cut :])


def test_the_library_says_nothing_to_the_terminal(caplog: pytest.LogCaptureFixture) -> None:
    read_pdf(make_pdf([article()]).replace(b"startxref\n", b"startxref\n9"), where="a.pdf")
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
