from __future__ import annotations

from pathlib import Path
from urllib.request import urlopen

import pytest

from dossier.effects.project import Project
from dossier.errors import DossierError
from dossier.serve import base_of, serve


def test_the_built_site_is_served(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<h1>Dossier</h1>", encoding="utf-8")
    with (
        serve(tmp_path, base="repo", port=0) as server,
        urlopen(server.url, timeout=10) as answer,  # noqa: S310 - our own address
    ):
        assert answer.read() == b"<h1>Dossier</h1>"


def test_without_a_site_the_way_out_is_named(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="no site") as caught:
        serve(tmp_path / "site", port=0)
    assert "dossier build" in caught.value.hint


@pytest.mark.parametrize(
    ("address", "path"),
    [("", "/"), ("https://x.example/", "/"), ("https://x.example/korea/", "/korea/")],
)
def test_a_site_is_served_where_it_will_lie(tmp_path: Path, address: str, path: str) -> None:
    text = f'[site]\ntitle = "T"\nbase_url = "{address}"\n'
    (tmp_path / "dossier.toml").write_text(text, encoding="utf-8")
    assert base_of(Project(tmp_path)) == path
