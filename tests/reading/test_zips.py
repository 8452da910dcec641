from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from helpers_reading import draft_or_reason
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import ReadingError
from dossier.reading.zips import names_in, refuse_harmful


def zipped(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_names() -> None:
    assert names_in(zipped({"a": b"", "b/c": b"1"})) == {"a", "b/c"}
    assert names_in(b"PK\x03\x04") == frozenset()


def test_harmless_ones_pass() -> None:
    refuse_harmful(zipped({"a": b"1" * 1_000}), what="the document", where="a.docx")


def encrypted() -> bytes:
    data = bytearray(zipped({"a": b"1"}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no zip", "damaged"),
        (encrypted(), "encrypted"),
        (zipped({str(n): b"\x00" * 60_000_000 for n in range(2)}), "120 MB"),
        (zipped({str(n): b"" for n in range(5_001)}), "5001 parts"),
    ],
    ids=["damaged", "encrypted", "bomb", "many"],
)
def test_harmful_ones_do_not(data: bytes, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason) as caught:
        refuse_harmful(data, what="the document", where="a.docx")
    assert caught.value.hint


WHOLE = zipped({"a": b"1" * 100, "b": b"2"})


@given(st.binary(max_size=20), st.integers(0, len(WHOLE)))
def test_damage_is_a_reason(noise: bytes, start: int) -> None:
    data = WHOLE[:start] + noise + WHOLE[start + len(noise) :]
    assert isinstance(names_in(data), frozenset)

    def refuse(data: bytes, *, where: str) -> bool:
        refuse_harmful(data, what="the document", where=where)
        return True

    draft_or_reason(refuse, data)
