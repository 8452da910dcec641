from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from corpora import assembled
from msgspec import Struct
from msgspec.structs import fields
from rendering.test_corpus import rich

from dossier.effects import theme
from dossier.rendering import views
from dossier.rendering.theming import Theme

KINDS = get_args(views.View)


def test_each_kind_of_page_has_its_view() -> None:
    made = assembled(rich(og_images="main"), Theme(*theme.load(Path("none"))).wording("de"))
    assert {type(view) for view in made.values()} - {bytes} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_view_cannot_change_once_it_is_made(kind: type) -> None:
    assert issubclass(kind, Struct)
    view = kind(**dict.fromkeys((one.name for one in fields(kind)), ""))
    with pytest.raises(AttributeError):
        setattr(view, fields(kind)[0].name, "x")


@pytest.mark.parametrize("kind", KINDS)
def test_views_hold_tuples_so_that_they_can_be_compared(kind: type) -> None:
    assert not any(
        "list[" in str(field.type) or "set[" in str(field.type) for field in fields(kind)
    )
