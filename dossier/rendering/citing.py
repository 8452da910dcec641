"""How to cite an article, a passage, a topic and the whole dossier, ready for a page."""

from __future__ import annotations

from collections.abc import Iterator

from dossier import urls
from dossier.model import Topic
from dossier.rendering import bibtex, csljson, ris
from dossier.rendering.apparatus import CitationBox, CitationFormat, PassageCitation
from dossier.rendering.citation import Citation, FileFormat
from dossier.rendering.pages import Desk
from dossier.rendering.parts import Parts
from dossier.rendering.partsof import Rows
from dossier.rendering.rights import Shown
from dossier.rendering.sheets import hashed
from dossier.rendering.wording import Wording
from dossier.settings import text_in


def of_article(desk: Desk, shown: Shown, passage: str = "") -> Citation:
    """Cite an article, or one of its passages by its id."""
    article = shown.article
    number = shown.numbers.get(passage)
    return Citation(
        key=f"{article.id}-{passage}" if number else article.id,
        kind="passage" if number else "article",
        title=article.title,
        container=article.source.name,
        dossier=desk.corpus.dossier.title,
        permalink=desk.absolute(urls.article_href(article.id, passage if number else "")),
        authors=article.authors,
        agencies=article.source.agency,
        date=article.date,
        accessed=article.source.accessed,
        url=article.source.url,
        archive_url=article.source.archive_url,
        lang=article.lang,
        paragraph=desk.wording.text("paragraph", n=str(number)) if number else "",
    )


def of_topic(desk: Desk, topic: Topic) -> Citation:
    """Cite a topic's page."""
    return _of_page(desk, topic.id, "topic", text_in(topic.title, desk.wording.lang),
                    urls.topic_href(topic.id))  # fmt: skip


def of_dossier(desk: Desk) -> Citation:
    """Cite the whole dossier."""
    return _of_page(desk, "dossier", "dossier", desk.corpus.dossier.title, "")


def _of_page(desk: Desk, key: str, kind: str, title: str, href: str) -> Citation:
    site = desk.corpus.dossier.title
    return Citation(
        key=key,
        kind=kind,
        title=title,
        container=site if title != site else "",
        dossier=site,
        permalink=desk.absolute(href),
        lang=desk.wording.lang,
    )


def of_pages(desk: Desk) -> Iterator[Citation]:
    """Yield the citations with which a file of all begins: the dossier and its topics."""
    yield of_dossier(desk)
    # An article may have a topic's id; the keys of one file have to differ.
    shown = desk.corpus.shown
    for topic in desk.corpus.dossier.topics:
        if topic.id != "dossier" and topic.id not in shown:
            yield of_topic(desk, topic)


def everything(desk: Desk, rows: Rows, kind: FileFormat) -> Parts:
    """Return a file of all citations of a dossier: itself, its topics, its articles."""
    dossier = desk.corpus.dossier
    begun = kind.whole(of_pages(desk)).removesuffix(kind.end)
    articles = rows.by_article(
        "articles",
        lambda shown: kind.separator + kind.write(of_article(desk, shown)),
        shared=hashed(dossier.title, desk.absolute("")),
    )
    return Parts((begun, articles, kind.end))


def text(one: Citation, wording: Wording) -> str:
    """Write a citation in words: who, what, where, when, the original, the dossier."""
    where = [wording.text("cite_in", source=one.container)] if one.container else []
    where += [", ".join(one.agencies)] if one.agencies else []
    where += [wording.date(one.date).text] if one.date else []
    parts = [one.title, ", ".join(where)]
    if one.url:
        accessed = wording.date(one.accessed).text if one.accessed else ""
        seen = f" ({wording.text('cite_accessed', date=accessed)})" if accessed else ""
        parts.append(one.url + seen)
    if one.kind in ("article", "passage"):
        place = wording.text("cite_dossier", site=one.dossier)
        place = ", ".join(filter(None, (place, one.address)))
        parts.append(place + (f" ({one.paragraph})" if one.paragraph else ""))
    else:
        parts.append(one.address)
    who = f"{', '.join(one.authors)}: " if one.authors else ""
    said = [part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts if part]
    return who + " ".join(said)


def _passages(desk: Desk, shown: Shown) -> Iterator[PassageCitation]:
    """Yield where each passage stands, so that it can be cited without a script, too."""
    for passage, number in shown.numbers.items():
        yield PassageCitation(
            id=passage,
            permalink=desk.absolute(urls.article_href(shown.article.id, passage)),
            paragraph=desk.wording.text("paragraph", n=str(number)),
        )


def box(desk: Desk, one: Citation, shown: Shown | None = None) -> CitationBox:
    """Lay out all formats of a citation; for an article, `shown`, also where its passages stand."""
    whole = text(one, desk.wording)
    cited = shown if one.address else None  # without an address there is nothing to tell apart
    return CitationBox(
        text=whole,
        permalink=one.address,
        beginning=whole.rpartition(one.address)[0] if cited and cited.numbers else "",
        passages=tuple(_passages(desk, cited)) if cited else (),
        formats=(
            CitationFormat(name="BibTeX", text=bibtex.entry(one)),
            CitationFormat(name="RIS", text=ris.entry(one)),
            CitationFormat(name="CSL-JSON", text=csljson.entry(one)),
        ),
    )
