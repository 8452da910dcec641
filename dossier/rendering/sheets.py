"""Pages and files that are made only when they are asked for.

To make the views of ten thousand pages takes seconds, and after an edit all but some twenty are
what they were. So each comes with a key: a hash of all that it follows from. With the same key (and
theme, and program) its view is the same, and nobody need make it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct

Made = TypeVar("Made")
Made_co = TypeVar("Made_co", covariant=True)
# Gives the result of that name that follows from a key, of the last build or made anew.
Kept = Callable[[str, bytes, Callable[[], bytes]], bytes]
_ENCODER = msgspec.msgpack.Encoder(enc_hook=str)  # markup is text


class Sheet(Struct, Generic[Made_co], frozen=True):
    """What lies at `path` in the site, or will: `make` makes it.

    Without a `key` it has to be made to know whether it is as it was. `href` is the address of a
    page that the site map lists, None for all else.
    """

    path: str
    make: Callable[[], Made_co]
    key: str = ""
    href: str | None = None


def ready(path: str, made: Made) -> Sheet[Made]:
    """Return a sheet of what is made already."""
    return Sheet(path, lambda: made)


def hashed(*parts: object) -> bytes:
    """Hash values: structs, numbers, texts, bytes, and lists and dictionaries of them.

    >>> hashed("ab", "c") == hashed("a", "bc")
    False
    """
    return hashlib.blake2b(_ENCODER.encode(parts), digest_size=12).digest()


def nothing_kept(_name: str, _key: bytes, make: Callable[[], bytes]) -> bytes:
    """Make a result anew, as if there had been no build before."""
    return make()
