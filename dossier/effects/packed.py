"""Results as the cache holds them, each unpacked when it is first asked for."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import msgspec

log = logging.getLogger(__name__)

Result = TypeVar("Result")


class Packed(Mapping[str, Result]):
    """Results by name.

    `packed` are those of the cache, as MessagePack, and `made` those that were computed just now.
    What cannot be unpacked is computed by `again`.
    """

    def __init__(
        self,
        kind: type[Result],
        packed: Mapping[str, bytes],
        made: Mapping[str, Result],
        again: Callable[[str], Result],
    ) -> None:
        self._decoder = msgspec.msgpack.Decoder(kind)
        self._packed = packed
        self._made = dict(made)
        self._names = dict.fromkeys((*packed, *made))
        self._again = again

    def __getitem__(self, name: str) -> Result:
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = self._unpack(name)
        return found

    def _unpack(self, name: str) -> Result:
        value = self._packed[name]
        try:
            return self._decoder.decode(value)
        except msgspec.MsgspecError as error:
            log.info("what the cache holds of %s is unusable: %s", name, error)
            return self._again(name)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
