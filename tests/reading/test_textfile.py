from __future__ import annotations

import pytest

from dossier.errors import ReadingError
from dossier.reading.textfile import MAX_BYTES, is_page, read_text_file, refuse_large

TEXT = "Der Machthaber ist in Russland angekommen, wie der Kreml mitteilte."


def test_each_kind_by_its_reader() -> None:
    assert read_text_file(f"# {TEXT}".encode(), "text", where="a").blocks[0].text == f"# {TEXT}"
    assert read_text_file(f"# T\n\n{TEXT}".encode(), "markdown", where="a").title == "T"
    page = f"<html><body><p>{TEXT}</p></body></html>".encode()
    assert read_text_file(page, "html", where="a").blocks[0].text == TEXT
    front = f"---\ntitle: T\n---\n\n{TEXT}".encode()
    assert read_text_file(front, "text", where="a").title == "T"


def test_pages_are_known_by_their_beginning() -> None:
    for start in ("<!DOCTYPE html>", "\ufeff<html lang='de'>", "<?xml version='1.0'?>\n<html>"):
        assert is_page(start.encode())
    assert not is_page(b"Das Element <html> steht oben.")


@pytest.mark.parametrize(("data", "kind"), [(b"", "text"), (b" \n", "markdown"), (b"\n", "html")])
def test_empty_ones_are_refused(data: bytes, kind: str) -> None:
    with pytest.raises(ReadingError, match="empty"):
        read_text_file(data, kind, where="a")  # type: ignore[arg-type]


def test_large_ones_are_refused() -> None:
    refuse_large(b"a" * MAX_BYTES, where="a")
    with pytest.raises(ReadingError, match="20 MB"):
        refuse_large(b"a" * (MAX_BYTES + 1), where="a")
