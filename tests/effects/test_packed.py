from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest
from msgspec import msgpack

from dossier.effects import packed
from dossier.effects.packed import Packed


class Cache:
    """Holds what it is given, and notes how many results it is asked for."""

    def __init__(self, held: Mapping[bytes, bytes]) -> None:
        self.held = held
        self.asked: list[int] = []

    def __call__(self, keys: Collection[bytes]) -> Mapping[bytes, bytes]:
        self.asked.append(len(keys))
        return {key: self.held[key] for key in keys if key in self.held}


def again(name: str) -> list[int]:
    return [len(name)]


def test_each_result_is_read_once_and_when_it_is_asked_for() -> None:
    cache = Cache({b"a": msgpack.encode([1]), b"b": b""})
    held = Packed(list[int], {"a": b"a", "b": b"b"}, cache, {"b": [2]}, again)
    assert (list(held), len(held), "a" in held, "c" in held) == (["a", "b"], 2, True, False)
    assert cache.asked == []
    assert held["a"] is held["a"]
    assert dict(held) == {"a": [1], "b": [2]} == held
    assert cache.asked == [1]
    with pytest.raises(KeyError):
        held["c"]
    assert held.get("c") is None


def test_whoever_asks_for_many_reads_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "_FEW", 3)
    cache = Cache({b"%d" % number: msgpack.encode([number]) for number in range(9)})
    keys = {f"{number}": b"%d" % number for number in range(10)}
    held = Packed(list[int], keys, cache, {"8": [8]}, again)
    assert [held[name] for name in keys] == [*([number] for number in range(9)), [1]]
    assert cache.asked == [1, 1, 7]


def test_what_cannot_be_read_or_unpacked_is_computed_again() -> None:
    cache = Cache({b"a": b"\xc1", b"d": msgpack.encode(["x"]), b"g": b"\x91\xa2\xc3("})
    held = Packed(list[int], {"abc": b"a", "d": b"d", "ef": b"e", "g": b"g"}, cache, {}, again)
    assert [held[name] for name in held] == [[3], [1], [2], [1]]
