from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.effects.cbor import ShapeError, decode, encode

values = st.recursive(
    st.integers(-(2**64), 2**64 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=12,
)


@given(values)
@example(list(range(30)))
@example([["x" * 300, list(range(-300, 0))]])
def test_what_is_written_can_be_read(value: object) -> None:
    assert decode(encode(value)) == value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "hexadecimal"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (256, "190100"),
        (65536, "1a00010000"),
        (2**32, "1b0000000100000000"),
        (-1, "20"),
        (-500, "3901f3"),
        ("ü", "62c3bc"),
        ([1, [2, 3]], "8201820203"),
    ],
)
def test_the_form_is_that_of_the_standards_appendix(value: object, hexadecimal: str) -> None:
    assert encode(value).hex() == hexadecimal  # type: ignore[arg-type]


@pytest.mark.parametrize("hexadecimal", ["8201", "0001", "a10102", "fb3ff0000000000000", "9f01ff"])
def test_what_is_another_form_or_goes_on_is_told(hexadecimal: str) -> None:
    with pytest.raises((ShapeError, IndexError)):
        decode(bytes.fromhex(hexadecimal))
