from __future__ import annotations

import subprocess
import sys

import pytest

from dossier.model import Article, Block, packed
from dossier.understanding import anew
from dossier.understanding.understand import understand

LOADED = "dossier.understanding.understand"
ASKED = f"""
import sys
import dossier.build, dossier.rebuild
from dossier.understanding import anew
print("{LOADED}" in sys.modules)
anew.make_ready()
print("{LOADED}" in sys.modules)
"""


def test_it_is_the_same_as_where_it_is_done() -> None:
    text = "Wladimir Putin sagte am 3. März 2022: „Es regnet.“"
    block = Block(id="p-1", type="paragraph", text=text)
    articles = [Article(id="a", title="Regen", lang="", date="2022-03-04", body=packed((block,)))]
    found = anew.understand(articles, (), "de")
    assert found == understand(articles, (), "de")
    assert [voice.speaker for voice in found[0].voices] == ["Wladimir Putin"]


@pytest.mark.no_cover
def test_a_build_loads_only_what_it_needs() -> None:
    asked = [sys.executable, "-c", ASKED]
    said = subprocess.run(asked, capture_output=True, check=True, text=True)
    assert said.stdout.split() == ["False", "True"]
