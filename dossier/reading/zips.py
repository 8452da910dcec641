"""ZIP archives that come from elsewhere: opened only as far as they are harmless."""

from __future__ import annotations

import zipfile
from io import BytesIO

from dossier.errors import ReadingError

# A long document with pictures has some 200 parts; a bomb has one part of gigabytes, or millions.
_MOST_PARTS = 5_000
MAX_UNPACKED = 100_000_000  # bytes; the pictures of a document are packed hardly at all


def names_in(data: bytes) -> frozenset[str]:
    """Return the names of an archive's parts; none if it cannot be opened."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return frozenset(archive.namelist()[:_MOST_PARTS])
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, RuntimeError):
        return frozenset()


def refuse_harmful(data: bytes, *, what: str, where: str) -> None:
    """Raise `ReadingError` if an archive is damaged, encrypted or would unpack to too much.

    The sizes are those that its directory states; Python's reader stops at them.
    """
    hint = "save it once more in the program that wrote it"
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, RuntimeError) as error:
        raise ReadingError(f"{what} is damaged: {error}", where=where, hint=hint) from error
    if any(part.flag_bits & 1 for part in parts):
        raise ReadingError(
            f"{what} is encrypted", where=where, hint="save it without a password and add that"
        )
    size = sum(part.file_size for part in parts)
    if size > MAX_UNPACKED or len(parts) > _MOST_PARTS:
        raise ReadingError(
            f"{what} would unpack to {size / 1e6:.0f} MB in {len(parts)} parts",
            where=where,
            hint="save its text as .txt or .html and add that",
        )
