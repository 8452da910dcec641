"""What all readers promise: a draft or a reason, whatever the bytes are."""

from __future__ import annotations

from collections.abc import Callable

from dossier.errors import ReadingError


def draft_or_reason(read: Callable[..., object], *datas: bytes) -> None:
    """Assert that reading each of `datas` gives something, or is refused with a hint."""
    for data in datas:
        try:
            result = read(data, where="original")
        except ReadingError as error:
            result = error.message and error.hint
        assert result
