"""Results that stay in the cache until they are asked for."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

import msgspec

from dossier.effects.store import UNREADABLE

log = logging.getLogger(__name__)

Result = TypeVar("Result")

_FEW = 1_000  # looked up one by one; whoever asks for more asks for most, and all are read at once


class Packed(Mapping[str, Result]):
    """Results by name, each read and unpacked when it is first asked for.

    `keys` are those of the cache, `read` gets some of them and returns what is there, as
    MessagePack; `made` are results that were computed just now. What cannot be read or unpacked is
    computed by `again`.
    """

    def __init__(
        self,
        kind: type[Result],
        keys: Mapping[str, bytes],
        read: Callable[[Collection[bytes]], Mapping[bytes, bytes]],
        made: Mapping[str, Result],
        again: Callable[[str], Result],
    ) -> None:
        self._decoder = msgspec.msgpack.Decoder(kind)
        self._keys, self._read, self._again = keys, read, again
        self._made = dict(made)
        self._held: dict[bytes, bytes] = {}
        self._lookups = 0

    def __getitem__(self, name: str) -> Result:
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = self._unpack(name)
        return found

    def _unpack(self, name: str) -> Result:
        value = self._value(self._keys[name])
        try:
            return self._decoder.decode(value)
        except UNREADABLE as error:
            log.info("what the cache holds of %s is unusable: %s", name, error)
            return self._again(name)

    def _value(self, key: bytes) -> bytes:
        """Return what the cache holds, nothing if it is not there."""
        if key not in self._held:
            self._lookups += 1
            if self._lookups < _FEW:
                return self._read([key]).get(key, b"")
            if self._lookups == _FEW:
                rest = [one for other, one in self._keys.items() if other not in self._made]
                self._held.update(self._read(rest))
        return self._held.pop(key, b"")

    def __contains__(self, name: object) -> bool:
        return name in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
