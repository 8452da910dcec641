from __future__ import annotations

import sys
import tomllib

import pytest
from tools import ROOT

from dossier.reading import extras


@pytest.mark.parametrize("extra", ["office", "pdf", "warc"])
def test_each_extra_is_one_of_the_project(extra: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert extra in project["optional-dependencies"]
    assert extras.is_installed(extra)
    assert extras.command(extra) == f'pip install "{project["name"]}[{extra}]"'


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert not extras.is_installed("pdf")
    error = extras.missing("pdf", what="a PDF", where="a.pdf")
    assert (error.where, error.hint) == ("a.pdf", 'pip install "news-dossier[pdf]"')
