from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from corpora import assembled
from rendering.test_corpus import article, dossier

from dossier.effects import theme
from dossier.model import Correction
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.editions import desk
from dossier.rendering.novelties import record
from dossier.rendering.pages import Desk
from dossier.rendering.render import Renderer
from dossier.rendering.theming import Theme
from dossier.rendering.updatepages import updates_view

THEME = Theme(*theme.load(Path("none")))
FIXED = (Correction(date="2023-09-20", text="Es waren <650> Kilometer."),)


def table(made: Dossier) -> Desk:
    return desk(corpus(made), THEME.wording("de"))


def render(path: str, made: Dossier) -> str:
    view = assembled(made, THEME.wording("de"))[path]
    assert not isinstance(view, bytes)
    return Renderer(THEME).render(path, view).decode()


def test_without_a_record_the_newest_articles_stand_there() -> None:
    view = updates_view(table(dossier(article("a", "X.", date="2022"), article("b", "Y."))))
    assert view.added_title == "Die neuesten Artikel"
    assert [item.href for item in view.articles] == ["articles/b/", "articles/a/"]
    assert (view.added_count, view.nothing_new) == ("", False)


def test_with_a_record_what_came_since() -> None:
    old = dossier(article("a", "Alt."), article("b", "Auch alt."), article("c", "Weg."))
    new = dossier(
        article("a", "Alt."),
        article("b", "Geändert."),
        article("d", "Neu."),
        published=record(corpus(old)),
    )
    view = updates_view(table(new))
    assert [item.href for item in view.articles] == ["articles/d/"]
    assert [item.href for item in view.changed] == ["articles/b/"]
    assert view.gone == "1 Artikel ist nicht mehr im Dossier."
    assert "Neu seit der letzten Veröffentlichung" in render("updates/index.html", new)


def test_nothing_new_is_said() -> None:
    made = article("a", "Alt.")
    view = updates_view(table(dossier(made, published=record(corpus(dossier(made))))))
    assert (view.nothing_new, view.articles) == (True, ())


def test_a_correction_stands_on_the_article_among_the_updates_and_in_the_feed() -> None:
    made = dossier(
        article("a", "Text.", date="2023-09-10", corrections=FIXED),
        article("b", "Text.", date="2023-09-25"),
    )
    page = render("articles/a/index.html", made)
    assert 'id="correction-1"' in page
    assert "Es waren &lt;650&gt; Kilometer." in page
    updates = render("updates/index.html", made)
    assert 'href="../articles/a/#correction-1"' in updates
    feed = ET.fromstring(render("feed.xml", made))  # noqa: S314 - our own
    atom = "{http://www.w3.org/2005/Atom}"
    entries = list(feed.iter(f"{atom}entry"))
    titles = [entry.findtext(f"{atom}title") for entry in entries]
    assert titles == ["Titel b", "Korrektur: Titel a", "Titel a"]
    assert entries[1].findtext(f"{atom}summary") == "Es waren <650> Kilometer."
    assert entries[1].findtext(f"{atom}published") == "2023-09-20T12:00:00Z"
    assert entries[2].findtext(f"{atom}updated") == "2023-09-20T12:00:00Z"


def test_articles_without_corrections_have_no_notice() -> None:
    assert "correction" not in render("articles/a/index.html", dossier(article("a", "Text.")))
