from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from corpora import assembled
from rendering.test_corpus import article, dossier

from dossier.effects import theme
from dossier.model import Article, Source, Version
from dossier.rendering.apparatus import VersionItem
from dossier.rendering.corpus import corpus
from dossier.rendering.editions import desk
from dossier.rendering.history import history, modified_day
from dossier.rendering.render import Renderer
from dossier.rendering.theming import Theme

THEME = Theme(*theme.load(Path("none")))
TEXTS = ("Das Feuer ist gelöscht.", "Niemand wurde verletzt.", "Die Ursache ist unklar.")


def told(one: Article) -> tuple[VersionItem, ...]:
    table = desk(corpus(dossier(one)), THEME.wording("de"))
    return history(table, table.corpus.shown[one.id])


def shown(one: Article, **fields: Any) -> str:  # noqa: ANN401
    view = assembled(dossier(one, **fields), THEME.wording("de"))["articles/a/index.html"]
    assert not isinstance(view, bytes)
    return Renderer(THEME).render("articles/a/index.html", view).decode()


def fire(*versions: Version, **fields: Any) -> Article:  # noqa: ANN401
    return article("a", *TEXTS, versions=versions, **fields)


def ids() -> list[str]:
    return [block.id for block in article("a", *TEXTS).passages]


def former(**fields: Any) -> Version:  # noqa: ANN401
    values = {"original": "originals/a.html", "accessed": "2024-03-12", "removed": ("Brand …",)}
    return Version(**(values | fields))


def test_a_change_leads_to_the_passages_and_quotes_what_went() -> None:
    first, second, _ = ids()
    one = fire(
        former(title="Es brennt", added=(second,), reworded=(first,)), modified="2024-03-13T09:30Z"
    )
    (item,) = told(one)
    assert item.heading == "Aktualisiert am 13. März 2024"
    assert [(one.label, [link.href for link in one.links], one.texts) for one in item.changes] == [
        ("zuvor überschrieben:", [], ("Es brennt",)),
        ("neu:", [f"#{second}"], ()),
        ("geändert:", [f"#{first}"], ()),
        ("entfallen:", [], ("Brand …",)),
    ]


def test_without_the_publishers_word_the_day_of_retrieval_counts() -> None:
    one = fire(
        former(),
        former(accessed="2024-03-14", removed=()),
        source=Source(name="Bote", accessed="2024-03-20"),
    )
    assert [item.heading for item in told(one)] == [
        "Neuere Fassung, abgerufen am 20. März 2024",
        "Neuere Fassung, abgerufen am 14. März 2024",
    ]
    assert [item.heading for item in told(fire(former()))] == ["Neuere Fassung"]


@pytest.mark.parametrize("rights", ["excerpt", "link"])
def test_what_may_not_be_shown_is_but_counted(rights: str) -> None:
    page = shown(fire(former(added=(ids()[2],)), rights=rights), excerpt_chars=30)
    assert "Brand" not in page
    assert "neu: 1 Absatz" in page
    assert "entfallen: 1 Absatz" in page


def test_the_page_says_when_and_what() -> None:
    one = fire(former(reworded=(ids()[0],)), modified="2024-03-13", lang="en")
    page = shown(one)
    assert "<b>Aktualisiert am 13. März 2024</b>" in page
    assert f'<a href="#{ids()[0]}">Absatz 1</a>' in page
    assert '<q lang="en">Brand …</q>' in page
    assert '<time datetime="2024-03-13">13. März 2024</time>' in page
    assert '"dateModified":"2024-03-13"' in page


def test_without_versions_nothing_is_said() -> None:
    assert "history" not in shown(fire())
    assert "dateModified" not in shown(fire())


def test_the_day_of_a_change() -> None:
    assert modified_day("2024-03-13T09:30:00+01:00") == "2024-03-13"
    assert modified_day("2024-03") == "2024-03"
    assert not modified_day("")
    assert not modified_day("gestern")
