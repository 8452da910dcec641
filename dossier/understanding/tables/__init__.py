"""Tables of words and places that names are found with; see README.md here for their origin."""

from __future__ import annotations

import gzip
from functools import cache
from importlib import resources


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of a table, read once per process.

    >>> "krieg" in lines("nouns_de.txt.gz")
    True
    """
    return tuple(text(name).splitlines())


def text(name: str) -> str:
    """Return a table as it stands, unpacked."""
    found = data(name)
    return (gzip.decompress(found) if name.endswith(".gz") else found).decode()


def data(name: str) -> bytes:
    """Return a table's file as it lies there."""
    return resources.files(__name__).joinpath(name).read_bytes()
