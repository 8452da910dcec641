"""Whatever comes in is read, or refused with a reason and a way out; nothing raises or hangs."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import newspapers
import pytest
from helpers_project import sample

from dossier.errors import ReadingError
from dossier.reading.entries import Entry
from dossier.reading.html import read_html
from dossier.reading.read import read_many

SENTENCE = "Größe und Länge stehen in diesem Satz, der für einen Absatz lang genug ist. "
NAUGHTY_NAMES = (
    *("..", "../../etc/passwd.html", "a\nb.html", "😀.html", "CON.html", "NUL.txt", ".html", ""),
    *("a" * 300 + ".txt", "C:\\x.html", "\u202egpj.html", "-rf.html", "x.html/", "\udcff.txt"),
)


def outcome(data: bytes, name: str) -> tuple[Entry, ...] | ReadingError:
    """Return what was read, or the reason, which names the place and what to do."""
    try:
        return read_many(data, name=name, where=name)
    except ReadingError as error:
        reason = error
    assert reason.message
    assert reason.hint
    assert reason.where.startswith(name)
    return reason


def files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.parametrize("folder", ["badinput", "feeds"])
@pytest.mark.parametrize("suffix", ["", ".txt", ".html", ".md", ".xml", ".eml"])
def test_each_file_of_the_samples(folder: str, suffix: str) -> None:
    for path in files(sample(folder)):
        outcome(path.read_bytes(), path.name + suffix)


def test_naughty_strings_in_each_place_of_a_page() -> None:
    for text in json.loads(sample("badinput/blns.json").read_text(encoding="utf-8"))[::3]:
        page = (
            f"<html><head><title>{text}</title><meta name=author content='{text}'>"
            f"<meta name=date content='{text}'><link rel=canonical href='{text}'></head>"
            f"<body><h1>{text}</h1><p>{SENTENCE}</p><p class='{text}'>{text}</p></body></html>"
        )
        outcome(page.encode(errors="replace"), "x.html")
        outcome(f"---\ntitle: {text}\n---\n{text}\n\n{SENTENCE}".encode(errors="replace"), "x.md")
        outcome(f"{text}\n\n{SENTENCE}".encode(errors="replace"), "x.txt")


@pytest.mark.parametrize("name", NAUGHTY_NAMES)
def test_names_of_files_are_only_names(name: str) -> None:
    page = f"<html><body><p>{SENTENCE}</p></body></html>".encode()
    (entry,) = read_many(page, name=name, where="x")
    assert "stehen in diesem Satz" in entry.draft.blocks[0].text


CHARSETS = (
    *("utf-8", "iso-8859-1", "windows-1252", "utf-16", "utf-32", "utf-7", "undefined", "idna"),
    *("punycode", "unicode_escape", "rot13", "hex", "base64", "zlib", "mbcs", "x" * 40, ""),
)


@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_wrong_declarations_of_the_character_set_do_no_harm(charset: str, encoding: str) -> None:
    page = f"<html><head><meta charset='{charset}'></head><body><p>{SENTENCE * 4}</p></body></html>"
    (entry,) = read_many(page.encode(encoding), name="x.html", where="x")
    assert entry.draft.blocks[0].text.startswith("Größe und Länge")


def test_an_unheard_of_character_set_with_bytes_of_none() -> None:
    for charset in CHARSETS:
        page = f"<html><meta charset='{charset}'><p>".encode() + b"a\xff\x81." * 9_000
        outcome(page, "x.html")
        mail = f"MIME-Version: 1.0\r\nSubject: x\r\nContent-Type: text/plain; charset={charset}\r\n"
        outcome(mail.encode() + b"\r\n" + b"a\xff\x81." * 900, "x.eml")


def test_pages_that_break_off_anywhere() -> None:
    for page in islice(newspapers.pages(), 0, None, 3):
        data = page.html.encode()
        for part in (3, 5, 7):
            try:
                read_html(data[: len(data) * part // 9 + part], where="x")
            except ReadingError as error:
                assert error.hint  # noqa: PT017 - either is right


@pytest.mark.parametrize("name", ["x.html", "x.txt", "x.md", "x.xml", "x.eml"])
def test_a_hundred_megabytes_are_refused_by_their_size(name: str) -> None:
    error = outcome(b"<html><p>" + b"a" * 100_000_000, name)
    assert isinstance(error, ReadingError)
    assert "100 MB" in error.message


def test_a_large_picture_within_a_page_is_no_large_page() -> None:
    picture = b"<img src='data:image/png;base64," + b"A" * 6_000_000 + b"'>"
    read = outcome(b"<html><body><p>" + SENTENCE.encode() + b"</p>" + picture, "x.html")
    assert isinstance(read, tuple)


@pytest.mark.parametrize(
    "name", ["x.html", "x.txt", "x.md", "x.xml", "x.docx", "x.pdf", "x.warc.gz", "x.wacz"]
)
def test_gzip_bombs_are_not_unpacked(name: str) -> None:
    assert isinstance(outcome(gzip.compress(bytes(20_000_000)), name), ReadingError)


def _zip(**parts: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return packed.getvalue()


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "{"boom" * 100}">{ENTITIES}]>'
LEAK = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>'
FEED = (
    "<rss version='2.0'><channel><title>&e9;</title><item><title>a &e9;</title>"
    "<link>https://a.example/1</link><description>&e9;</description></item></channel></rss>"
)


@pytest.mark.parametrize("head", [BOMB, LEAK])
def test_entities_stay_what_they_are(head: str) -> None:
    for data, name in (
        (FEED, "x.xml"),
        (f"<html><body><p>&e9; {SENTENCE}</p></body></html>", "x.html"),
        (f"<html><body><p>&e9; {SENTENCE}</p></body></html>", "x.xhtml"),
    ):
        read = outcome((head + data).encode(), name)
        assert len(str(read)) < 5_000
        assert "root:" not in str(read)
    word = "<w:document xmlns:w='urn:w'><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body>"
    outcome(_zip(word__document_xml=(head + word).encode()), "x.docx")


def test_archives_that_would_unpack_to_too_much_are_refused() -> None:
    bomb = _zip(word__document_xml=b"<a>" + bytes(120_000_000))
    error = outcome(bomb, "x.docx")
    assert isinstance(error, ReadingError)
    assert "120 MB" in error.message


def test_front_matter_that_grows_without_end() -> None:
    lists = "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
    )
    head = f"---\na: &a [x, x]\n{lists}tags: *j\ntitle: *j\nauthors: *j\n---\n"
    (entry,) = read_many((head + SENTENCE).encode(), name="x.md", where="x")
    assert len(str(entry)) < 5_000


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 50_000 + SENTENCE,
        "<ul><li>" * 20_000 + SENTENCE,
        "<p>" + " " * 500_000 + SENTENCE,
        "<p " + "a='b' " * 30_000 + ">" + SENTENCE,
        "<h2>Anzeige</h2>" * 3_000 + f"<p>{SENTENCE}</p>",
        "<div><b>Anzeige</b>" * 180 + f"<p>{SENTENCE}</p>",
        "<table><tr><td>" * 3_000 + SENTENCE,
        "<b>x</b><br>" * 5_000,
        "<script type='application/ld+json'>" + '{"@graph":[' * 5_000 + "</script><p>" + SENTENCE,
    ],
    ids=["divs", "lists", "blanks", "attributes", "labels", "boxes", "tables", "lines", "json"],
)
def test_markup_that_nobody_writes(body: str) -> None:
    outcome(f"<html><body>{body}".encode(), "x.html")
