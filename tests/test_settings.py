from __future__ import annotations

import msgspec
import pytest

from dossier.config import parse
from dossier.settings import Config, Text, forms_of, text_in

SITE = '[site]\ntitle = "T"\n'


@pytest.mark.parametrize(
    ("text", "lang", "chosen"),
    [
        ("T", "de", "T"),
        ({"de": "D", "en": "E"}, "en", "E"),
        ({"": "any", "en": "E"}, "de", "any"),
        ({"fr": "F"}, "de", "F"),
        ({}, "de", ""),
    ],
)
def test_the_text_of_a_language(text: Text, lang: str, chosen: str) -> None:
    assert text_in(text, lang) == chosen


def test_all_names_of_an_entry_are_its_forms_each_once() -> None:
    row = '[[people]]\nname = { de = "Wladimir Putin", en = "Vladimir Putin" }\n'
    (one,) = parse(SITE + row + 'aliases = { de = ["Putin"], en = ["Putin", "V. Putin"] }\n').people
    assert forms_of(one) == ("Wladimir Putin", "Vladimir Putin", "Putin", "V. Putin")


def test_an_outlet_is_known_by_its_name_and_its_domains() -> None:
    rows = '[[sources]]\nname = "S"\ndomains = ["s.de", "s.at"]\nrights = "link"\n'
    made = parse(SITE + rows + '[[sources]]\nname = "F"\ndomains = ["f.de"]\n')
    assert made.source_rights() == {"S": "link", "s.de": "link", "s.at": "link"}
    assert made.source_names() == {"s.de": "S", "s.at": "S", "f.de": "F"}


def test_a_configuration_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        parse(SITE).site.title = "other"  # type: ignore[misc]
    assert issubclass(Config, msgspec.Struct)
