"""PDFs made by hand: pages of lines at given places, as small as they can be."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

# x, y (points from the lower left corner), size in points, bold, text
Set = tuple[float, float, float, bool, str]


def _string(text: str) -> bytes:
    data = text.encode("cp1252").replace(b"\\", b"\\\\")
    return b"(" + data.replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


def _stream(lines: Sequence[Set]) -> bytes:
    parts = [
        b"BT /F%d %.1f Tf 1 0 0 1 %.1f %.1f Tm %s Tj ET"
        % (2 if bold else 1, size, x, y, _string(text))
        for x, y, size, bold, text in lines
    ]
    return zlib.compress(b"\n".join(parts))


def make_pdf(
    pages: Sequence[Sequence[Set]], *, info: dict[str, str] | None = None, trailer: bytes = b""
) -> bytes:
    """Return a PDF; `info` is what it states about itself (`Title`, `CreationDate`)."""
    fonts = b"<</F1 3 0 R /F2 4 0 R>>"
    kids = b" ".join(b"%d 0 R" % (6 + 2 * index) for index in range(len(pages)))
    stated = b" ".join(b"/%s %s" % (key.encode(), _string(v)) for key, v in (info or {}).items())
    font = b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        font % b"Helvetica",
        font % b"Helvetica-Bold",
        b"<<%s>>" % stated,
    ]
    for index, lines in enumerate(pages):
        data = _stream(lines)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font %s>>"
            b"/Contents %d 0 R>>" % (fonts, 7 + 2 * index)
        )
        objects.append(
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(data), data)
        )
    return _file(objects, trailer)


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R/Info 5 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(out)


def column(
    lines: Sequence[str], *, x: float = 60, top: float = 700, size: float = 10, bold: bool = False
) -> list[Set]:
    """Set lines below each other; an empty one is a wider distance, a leading tab an indent."""
    made: list[Set] = []
    y = top
    for line in lines:
        if line:
            indent = 12 if line.startswith("\t") else 0
            made.append((x + indent, y, size, bold, line.strip()))
        y -= 1.2 * size if line else 0.6 * size
    return made
