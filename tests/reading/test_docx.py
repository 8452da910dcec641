from __future__ import annotations

import datetime as dt
import sys
import zipfile
from io import BytesIO

import docx
import pytest
from docx.document import Document
from helpers_mail import LEAD, SECOND
from helpers_reading import draft_or_reason
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.errors import ReadingError
from dossier.model import Draft
from dossier.reading.docx import read_docx


def data_of(document: Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def kinds(draft: Draft) -> list[tuple[str, str]]:
    return [(block.type, block.text) for block in draft.blocks]


def styled() -> Document:
    document = docx.Document()
    document.add_paragraph("Kim reist nach Wladiwostok", "Title")
    document.add_paragraph("Von Max Müller")
    document.add_paragraph("13. September 2023")
    document.add_paragraph(LEAD)
    document.add_heading("Die Ankunft", 2)
    document.add_paragraph(SECOND)
    document.add_paragraph("Munition", "List Bullet")
    document.add_paragraph("Getreide", "List Bullet")
    document.add_paragraph("Wir kommen wieder.", "Quote")
    document.add_paragraph("Kim am Bahnhof Foto: KCNA/dpa", "Caption")
    document.add_paragraph().add_run("Das Treffen").bold = True
    document.add_paragraph(LEAD + " Noch einmal.")
    return document


def test_blocks_by_their_styles() -> None:
    draft = read_docx(data_of(styled()), where="a.docx")
    assert (draft.title, draft.title_by) == ("Kim reist nach Wladiwostok", "text")
    assert (draft.date, draft.date_by) == ("2023-09-13", "text")
    assert draft.authors == ("Max Müller",)
    assert kinds(draft) == [
        ("paragraph", LEAD),
        ("crosshead", "Die Ankunft"),
        ("paragraph", SECOND),
        ("list", "Munition\nGetreide"),
        ("quote", "Wir kommen wieder."),
        ("caption", "Kim am Bahnhof"),
        ("crosshead", "Das Treffen"),
        ("paragraph", LEAD + " Noch einmal."),
    ]
    assert draft.blocks[5].credit == "KCNA/dpa"


def test_a_document_without_styles_is_read_as_text() -> None:
    document = docx.Document()
    for text in ("Kim reist nach Wladiwostok", "", LEAD, "Die Ankunft", SECOND):
        document.add_paragraph(text)
    draft = read_docx(data_of(document), where="a.docx")
    assert draft.title == "Kim reist nach Wladiwostok"
    assert kinds(draft) == [
        ("paragraph", LEAD),
        ("crosshead", "Die Ankunft"),
        ("paragraph", SECOND),
    ]


def test_the_file_fills_what_the_text_does_not_say() -> None:
    document = docx.Document()
    document.add_paragraph(LEAD)
    core = document.core_properties
    core.title, core.author = "Kim reist nach Osten", "Erika Muster"
    core.created = dt.datetime(2023, 9, 14, 22, 0, tzinfo=dt.UTC)
    draft = read_docx(data_of(document), where="a.docx")
    assert (draft.title, draft.title_by) == ("Kim reist nach Osten", "file")
    assert (draft.date, draft.date_by) == ("2023-09-14", "file")
    assert draft.authors == ("Erika Muster",)


def test_what_programs_state_is_not_believed() -> None:
    document = docx.Document()
    document.add_paragraph(LEAD)
    core = document.core_properties
    core.title, core.author = "Dokument1.docx", "Microsoft Office User"
    draft = read_docx(data_of(document), where="a.docx")
    assert (draft.title_by, draft.authors) == ("machine", ())


def zipped(**parts: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_text(xml: str) -> bytes:
    """Return a document whose body is `xml`."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data_of(docx.Document()))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                head, _, rest = data.partition(b"<w:body>")
                tail = rest[rest.index(b"<w:sectPr") :] if b"<w:sectPr" in rest else b"</w:body>"
                data = head + b"<w:body>" + xml.encode() + tail
            new.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04 nothing", "damaged"),
        (zipped(a=b"b"), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old Word document"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (zipped(bomb=b"\x00" * 101_000_000), "unpack to 101 MB"),
        (with_text("<w:p><w:r><w:t>a</w:t></w:p>"), "damaged"),
    ],
    ids=["empty", "no zip", "no document", "old", "encrypted", "bomb", "broken xml"],
)
def test_what_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason) as caught:
        read_docx(data, where="a.docx")
    assert caught.value.hint


def test_entities_are_not_expanded() -> None:
    data = data_of(styled())
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = part.replace(
                    b"<w:document", b'<!DOCTYPE a [<!ENTITY x "EXPANDED">]><w:document', 1
                ).replace(b"Die Ankunft", b"&x;")
            new.writestr(name, part)
    assert "EXPANDED" not in str(read_docx(out.getvalue(), where="a.docx"))


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    data = data_of(styled())
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ReadingError) as caught:
        read_docx(data, where="a.docx")
    assert caught.value.hint == 'pip install "news-dossier[office]"'


WHOLE = data_of(styled())


@settings(max_examples=60)
@given(st.binary(max_size=50), st.integers(0, len(WHOLE)), st.integers(0, 60))
def test_damaged_documents_give_a_draft_or_a_reason(noise: bytes, start: int, cut: int) -> None:
    draft_or_reason(read_docx, noise, WHOLE[:start], WHOLE[:start] + noise + WHOLE[start + cut :])
