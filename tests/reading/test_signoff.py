from __future__ import annotations

import pytest

from dossier.reading.html import read_html
from dossier.reading.signoff import is_signoff, signed_by


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("(dpa/AFP)", ("dpa", "AFP")),
        ("Quelle: ntv.de, mau/dpa", ("dpa",)),
        ("LANDFUNK (kb), dpa", ("dpa",)),
        ("Mit Material von dpa und Reuters", ("dpa", "Reuters")),
        ("(tmb)", ()),
    ],
)
def test_lines_that_sign(text: str, agencies: tuple[str, ...]) -> None:
    assert is_signoff(text)
    assert signed_by(text) == agencies


@pytest.mark.parametrize(
    "text", ["Das sagte er der dpa.", "Kim (links) und Putin", "Ende", "", "Was nun?", "-"]
)
def test_lines_that_do_not(text: str) -> None:
    assert not is_signoff(text)
    assert signed_by(text) == ()


def test_an_agency_behind_the_last_sentence_is_named_and_the_line_left_out() -> None:
    text = (
        "<p>Ein Absatz, der lang genug ist, um als Text eines Artikels erkannt zu werden.</p>" * 1
    )
    more = "".join(
        f"<p>Satz {n}: {'er steht hier und ist lang genug, ' * 3}Ende.</p>" for n in "ab"
    )
    page = "<html><body><article><h1>Kim</h1>{}</article></body></html>"
    draft = read_html(page.format(f"{text}{more}<p>(dpa/Reuters)</p>").encode(), where="x")
    assert draft.source.agency == ("dpa", "Reuters")
    assert draft.blocks[-1].text.startswith("Satz b")
    inside = read_html(page.format(f"{text}{more}<p>Er kam zu spät. (AFP)</p>").encode(), where="x")
    assert inside.source.agency == ("AFP",)
    assert inside.blocks[-1].text == "Er kam zu spät. (AFP)"
