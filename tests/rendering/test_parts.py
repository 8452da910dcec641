from __future__ import annotations

from dossier.rendering.parts import KEY, Parts, Section, spans
from dossier.rendering.sheets import hashed


def section(keys: bytes = bytes(2 * KEY), **other: object) -> Section:
    return Section("all", keys, lambda place: b"xy"[place : place + 1], **other)  # type: ignore[arg-type]


def test_the_key_of_a_file_is_another_with_all_it_follows_from() -> None:
    files = (
        Parts((section(),)),
        Parts((section(), b"x")),
        Parts((section(b"1" * 2 * KEY),)),
        Parts((section(separator=b","),)),
        Parts((section(shared=b"x"),)),
    )
    keys = {one.key() for one in files} | {files[0].key("another version")}
    assert len(keys) == 6
    assert files[0].key() == Parts((section(),)).key()


def test_what_comes_or_goes_moves_no_other_part() -> None:
    names = [f"article {number}" for number in range(400)]
    digests = {name: hashed(name) for name in names}

    def parts(names: list[str]) -> set[tuple[str, ...]]:
        rows = [name for name in names for _ in range(2)]
        return {tuple(rows[start:end]) for start, end in spans(rows, digests)}

    whole = parts(names)
    assert 20 < len(whole) < 100
    assert sum(map(len, whole)) == 800
    for change in (names[1:], names[:200] + names[201:], names[:-1]):
        assert len(parts(change) - whole) <= 2


def test_rows_of_an_article_stay_together() -> None:
    digests = {"a": bytes(KEY), "b": bytes(KEY)}
    assert spans(["a", "a", "b", "b", "b"], digests) == [(0, 2), (2, 5)]
    assert spans([], digests) == []
