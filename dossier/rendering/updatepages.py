"""Views of what changed: corrections, and what is new since the last publication."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dossier.rendering.articlepages import article_item
from dossier.rendering.corrections import all_corrections
from dossier.rendering.novelties import since
from dossier.rendering.pages import Desk
from dossier.rendering.pieces import ArticleItem
from dossier.rendering.views import UpdatesView

Recorded = Callable[[], Mapping[bytes, bytes]]
_NEWEST = 50  # articles in a list of the page; all are in the list of articles


def updates_view(desk: Desk, recorded: Recorded = dict) -> UpdatesView:
    """Return the page of updates; without a record of a publication the newest articles.

    `recorded` gives the parts of the last record (`novelties`) by their keys, those that are known.
    """
    wording, published = desk.wording, desk.corpus.dossier.published
    title = wording.text("nav_updates")
    description = wording.text("description_updates", site=desk.corpus.dossier.title)
    news = since(published, desk.corpus, recorded()) if published is not None else None
    added = reversed(news.added if news else tuple(desk.corpus.shown))
    return UpdatesView(
        chrome=desk.chrome("updates", "updates/", title=title, description=description),
        title=title,
        corrections=tuple(item for _, _, item in all_corrections(desk)),
        added_title=wording.text("updates_new" if news else "updates_newest"),
        added_count=wording.count("articles", len(news.added)) if news else "",
        articles=tuple(_items(desk, added)),
        changed=tuple(_items(desk, reversed(news.changed))) if news else (),
        gone=wording.count("updates_gone", len(news.gone)) if news and news.gone else "",
        nothing_new=news is not None and not (news.added or news.changed),
    )


def _items(desk: Desk, names: Iterable[str]) -> Iterable[ArticleItem]:
    for number, name in enumerate(names):
        if number == _NEWEST:
            return
        yield article_item(desk, desk.corpus.shown[name])
