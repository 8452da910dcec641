from __future__ import annotations

import pytest
from helpers_mail import make_mail
from helpers_pdf import column, make_pdf
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import ReadingError
from dossier.reading.read import MAX_BYTES, SUFFIXES, read, read_many, suffix_of

TEXT = "Der Machthaber ist in Russland angekommen, wie der Kreml mitteilte."


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.text", "a", "Interview Dr. Müller", "v2.1"])
def test_plain_text_by_its_name(name: str) -> None:
    assert read(f"# {TEXT}".encode(), name=name, where=name).blocks[0].text == f"# {TEXT}"


@pytest.mark.parametrize("name", ["a.md", "a.markdown"])
def test_markdown_by_its_name(name: str) -> None:
    assert read(f"# Titel\n\n{TEXT}".encode(), name=name, where=name).title == "Titel"


def test_markdown_by_its_front_matter() -> None:
    draft = read(f"---\ntitle: T\n---\n\n**{TEXT}**".encode(), name="a.txt", where="a.txt")
    assert (draft.title, draft.blocks[0].text) == ("T", TEXT)
    assert read(f"---\ntitle: T\n\n{TEXT}".encode(), name="a.txt", where="a.txt").blocks


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\n\t", "a.md", "empty"),
        (b"\xef\xbb\xbf", "a.txt", "empty"),
        (TEXT.encode(), "a.xyz", r"\.xyz cannot be read"),
        (b"a" * (MAX_BYTES + 1), "a.txt", "20 MB"),
        (b"\x00\x01\x02", "a.txt", "binary"),
        (b"# Nur eine Zeile", "a.md", "not a single paragraph"),
        (b"* * *", "a.txt", "not a single paragraph"),
        (b"---\ntitle: [a\n---\nText", "a.md", "front matter"),
    ],
)
def test_bad_input_is_refused_with_place_and_hint(data: bytes, name: str, message: str) -> None:
    with pytest.raises(ReadingError, match=message) as caught:
        read(data, name=name, where=f"originals/{name}")
    assert caught.value.where.startswith(f"originals/{name}")
    assert caught.value.hint


def test_suffixes() -> None:
    assert {".txt", ".md", ""} <= SUFFIXES
    assert [suffix_of(name) for name in ("a.B.MD", "Dr. No", "2.0", ".txt", "a.")] == [
        ".md",
        "",
        "",
        "",
        "",
    ]


NAMES = [
    "a.txt",
    "a.md",
    "a",
    "a.x",
    "a.\n",
    "a.eml",
    "a.mht",
    "a.docx",
    "a.pdf",
    "a.xml",
    "a.warc",
]


@given(st.binary(max_size=300), st.sampled_from(NAMES))
def test_any_bytes_give_a_draft_or_a_reason(data: bytes, name: str) -> None:
    try:
        draft = read(data, name=name, where=name)
    except ReadingError as error:
        reason = error
    else:
        reason = None
        assert draft.title
        assert draft.title_by
    assert reason is None or (reason.message and reason.hint)


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a", "a.txt"])
def test_web_pages_by_name_or_beginning(name: str) -> None:
    page = f"<!doctype html><html><head><title>T</title></head><body><p>{TEXT}</p></body></html>"
    assert read(page.encode(), name=name, where=name).blocks[0].text == TEXT


def test_an_empty_page_is_empty() -> None:
    with pytest.raises(ReadingError, match="empty"):
        read(b" ", name="a.html", where="a.html")


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Kurier</title>
<item><title>Eins</title><link>https://a.example/1</link><description>{}</description></item>
{}</channel></rss>"""
LINK = "<item><title>Zwei</title><link>https://a.example/2</link></item>"
ENTRY = f"&lt;p&gt;{TEXT * 10}&lt;/p&gt;"


def test_all_entries_of_a_feed() -> None:
    full, link = read_many(FEED.format(ENTRY, LINK).encode(), name="a.xml", where="a.xml")
    assert (full.name, full.url, full.is_full) == ("Eins", "https://a.example/1", True)
    assert (link.name, link.url, link.is_full) == ("Zwei", "https://a.example/2", False)


def test_a_single_article_is_one_entry() -> None:
    (entry,) = read_many(TEXT.encode(), name="a.txt", where="originals/a.txt")
    assert (entry.name, entry.is_full) == ("a.txt", True)
    assert entry.draft == read(TEXT.encode(), name="a.txt", where="originals/a.txt")


def test_several_articles_are_not_one() -> None:
    with pytest.raises(ReadingError, match="2 articles or links"):
        read(FEED.format(ENTRY, LINK).encode(), name="a.xml", where="a.xml")
    assert read(FEED.format(ENTRY, "").encode(), name="a.xml", where="a.xml").title == "Eins"


@pytest.mark.parametrize("name", ["a.txt", "a.eml"])
def test_mail_by_name_or_beginning(name: str) -> None:
    assert read(make_mail(f"{TEXT}\n"), name=name, where=name).blocks[0].text == TEXT


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.html"])
def test_pdf_by_name_or_beginning(name: str) -> None:
    data = make_pdf([column([TEXT])])
    assert read(data, name=name, where=name).blocks[0].text == TEXT
