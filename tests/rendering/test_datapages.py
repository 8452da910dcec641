from __future__ import annotations

import json
from pathlib import Path

from rendering.test_corpus import dossier, rich

from dossier.effects import theme
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.datapages import data_sheets, data_view
from dossier.rendering.editions import desk
from dossier.rendering.pages import Desk
from dossier.rendering.parts import Parts
from dossier.rendering.partsof import Rows
from dossier.rendering.render import Renderer
from dossier.rendering.sheets import Sheet
from dossier.rendering.theming import Theme

THEME = Theme(*theme.load(Path("none")))


def table(made: Dossier, lang: str = "de") -> Desk:
    return desk(corpus(made), THEME.wording(lang))


def listed(made: Desk) -> list[Sheet[Parts | bytes]]:
    return list(data_sheets(made, Rows(made.corpus)))


def files(made: Dossier) -> dict[str, bytes]:
    held = {sheet.path: sheet.make() for sheet in listed(table(made))}
    return {path: one if isinstance(one, bytes) else one.whole() for path, one in held.items()}


def test_every_file_that_is_listed_is_there() -> None:
    made = table(rich())
    assert [one.href for one in data_view(made).files] == [one.path for one in listed(made)]


def test_the_page_renders_in_both_languages() -> None:
    for lang in ("de", "en"):
        html = Renderer(THEME).render("x", data_view(table(rich(), lang))).decode()
        assert 'href="../data/dossier.bib"' in html
        assert "application/ld+json" in html


def test_the_schema_describes_the_data() -> None:
    made = files(rich())
    schema = json.loads(made["data/dossier.schema.json"])
    assert schema["$schema"].endswith("2020-12/schema")
    data = json.loads(made["data/dossier.json"])
    whole = schema["$defs"]["Data"]
    assert set(data) <= set(whole["properties"])
    assert set(whole["required"]) <= set(data)
    article = schema["$defs"]["ArticleRow"]
    assert set(data["articles"][0]) == set(article["properties"])


def test_references_are_complete_in_all_formats() -> None:
    made = files(rich())
    held = 1 + 3 + 5  # the dossier, its topics, its articles
    assert made["data/dossier.bib"].count(b"@misc{") == held
    assert made["data/dossier.ris"].count(b"ER  - ") == held
    assert len(json.loads(made["data/dossier.csl.json"])) == held


def test_an_empty_dossier_has_its_files_too() -> None:
    for path, data in files(dossier()).items():
        assert data, path
