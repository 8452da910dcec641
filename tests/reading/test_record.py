from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from dossier.errors import PageFileError
from dossier.reading.record import Record, from_text, is_record, record_name, to_text

RECORD = Record(
    url="https://example.org/a",
    final_url="https://www.example.org/größe",
    accessed=datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
    sha256="ab" * 32,
    status=200,
    content_type="text/html; charset=utf-8",
)
TEXT = f"""\
{{
  "url": "https://example.org/a",
  "final_url": "https://www.example.org/größe",
  "accessed": "2026-11-22T09:30:00Z",
  "sha256": "{"ab" * 32}",
  "status": 200,
  "content_type": "text/html; charset=utf-8"
}}
"""


def test_a_record_reads_well_and_comes_back() -> None:
    assert to_text(RECORD) == TEXT
    assert from_text(TEXT, where="a.source.json") == RECORD


def test_the_time_is_written_in_utc() -> None:
    berlin = timezone(timedelta(hours=1))
    local = replace(RECORD, accessed=datetime(2026, 11, 22, 10, 30, tzinfo=berlin))
    assert to_text(local) == TEXT


def test_what_a_later_version_adds_is_ignored_and_a_mark_at_the_start_too() -> None:
    text = "\ufeff" + TEXT.replace('"status"', '"etag": "x",\n  "status"')
    assert from_text(text, where="a") == RECORD


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"url": "https:', '"url": "file:', r"\$\.url"),
        ("ab" * 32, "ab", r"\$\.sha256"),
        ("ab" * 32, "AB" * 32, r"\$\.sha256"),
        ("09:30:00Z", "09:30:00", r"\$\.accessed"),
        ("2026-11-22T", "gestern ", r"\$\.accessed"),
        ("200", '"200"', r"\$\.status"),
        ("200", "20", r"\$\.status"),
        ('  "url": "https://example.org/a",\n', "", "`url`"),
    ],
)
def test_a_wrong_value_is_named(old: str, new: str, reason: str) -> None:
    with pytest.raises(PageFileError, match=reason) as caught:
        from_text(TEXT.replace(old, new, 1), where="a.source.json")
    assert caught.value.where == "a.source.json"
    assert "delete it" in caught.value.hint


def test_text_that_is_no_json_has_its_line() -> None:
    with pytest.raises(PageFileError, match="no JSON") as caught:
        from_text(TEXT.replace('"status": 200', '"status": what'), where="a.source.json")
    assert caught.value.where == "a.source.json:6"
    for text in ("", "[" * 100_000, '{"x": ' + "[" * 100_000, "null", "[]", "\0"):
        with pytest.raises(PageFileError):
            from_text(text, where="a")


def test_a_record_lies_beside_its_original_and_is_none_itself() -> None:
    assert record_name("kim.html") == "kim.html.source.json"
    assert is_record("kim.html.source.json")
    assert not is_record("kim.json")
    assert not is_record(".source.json")
