"""Which pages have a picture of their own when they are shared; all others show the home page's."""

from __future__ import annotations

from collections.abc import Iterator

from dossier import urls
from dossier.model import Topic
from dossier.rendering import colours
from dossier.rendering.fileviews import ShareCard
from dossier.rendering.pages import Desk
from dossier.rendering.rights import Shown

BASE = "share/"
HOME = f"{BASE}home.png"


def topic_path(topic: str) -> str:
    """Return where the picture of a topic lies."""
    return f"{BASE}{urls.topic_href(topic).rstrip('/')}.png"


def article_path(article: str) -> str:
    """Return where the picture of an article lies."""
    return f"{BASE}{urls.article_href(article).rstrip('/')}.png"


def share_cards(desk: Desk) -> Iterator[tuple[str, ShareCard]]:
    """Yield the pictures with their paths; none without a base URL, as they need whole addresses.

    `[site] og_images` says which: `none`, `main` (home and topics) or `all` (articles too, once for
    all languages).
    """
    dossier = desk.corpus.dossier
    if not dossier.base_url or dossier.og_images == "none":
        return
    site = dossier.title
    accent = dossier.look.accent
    kicker = desk.wording.text("kicker_home")
    yield HOME, ShareCard(kicker=kicker, title=site, site=dossier.standfirst, colour=accent)
    hues = {hue.name: hue.light for hue in colours.hues(dossier.topics)}
    for topic in dossier.topics:
        yield topic_path(topic.id), _topic(desk, topic, hues[topic.id])
    if dossier.og_images == "all" and not desk.prefix:
        for shown in desk.corpus.shown.values():
            yield article_path(shown.article.id), _article(desk, shown, accent)


def _topic(desk: Desk, topic: Topic, colour: str) -> ShareCard:
    return ShareCard(
        kicker=desk.wording.text("kicker_topic"),
        title=desk.tags[topic.id].title,
        site=desk.corpus.dossier.title,
        colour=colour,
    )


def _article(desk: Desk, shown: Shown, colour: str) -> ShareCard:
    article = shown.article
    date = desk.wording.date(article.date).text if article.date else ""
    separator = desk.wording.text("counts_separator")
    return ShareCard(
        kicker=separator.join(filter(None, (date, article.source.name))),
        title=article.title,
        site=desk.corpus.dossier.title,
        colour=colour,
    )
