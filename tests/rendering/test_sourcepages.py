from __future__ import annotations

from pathlib import Path

from corpora import views_of
from rendering.test_corpus import article, dossier, page, passage, rich, said, topic

from dossier.effects import theme
from dossier.found import Understanding
from dossier.model import Copies, CopyGroup, Source
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.editions import desk
from dossier.rendering.pages import Desk
from dossier.rendering.pieces import Fact
from dossier.rendering.render import Renderer
from dossier.rendering.sourcepages import Origin, brought, origins, source_sheets, sources_view
from dossier.rendering.theming import Theme
from dossier.rendering.views import SourcesView, SourceView

THEME = Theme(*theme.load(Path("none")))


def table(made: Dossier) -> Desk:
    return desk(corpus(made), THEME.wording("de"))


def overview(made: Desk) -> SourcesView:
    return sources_view(made, brought(made), origins(made))


def each_page(made: Desk) -> list[SourceView]:
    return list(views_of(source_sheets(made, brought(made))))


def carried() -> Dossier:
    post = Source(
        name="Post", url="https://www.post.example/a", archive_url="https://arch.example/a"
    )
    blatt = Source(name="Blatt", agency=("dpa",))
    a = article("a", "Eins ist das.", source=post, date="2022")
    b = article("b", "Zwei ist das.", source=Source(name="Post"), rights="excerpt")
    c = article("c", "Drei ist das.", source=blatt)
    d = article("d", "Drei ist das auch.", source=Source(name="Bote"))
    e = article("e", "Vier ist das.")
    group = CopyGroup(lead="c", copies=("d",), agencies=("dpa",))
    return dossier(
        a, b, c, d, e,
        copies=Copies(groups=(group,)),
        topics=tuple(map(topic, ("post", "wire", "both", "unsure", "leer"))),
        topic_pages=(
            page("post", passage(a), passage(b)),
            page("wire", passage(c), passage(d)),
            page("both", passage(a), passage(c)),
            page("unsure", passage(a), passage(e)),
        ),
        found={"a": Understanding(voices=(said(a, 0, "Eins"),))},
    )  # fmt: skip


def told(facts: tuple[Fact, ...]) -> dict[str, str]:
    return {fact.label: fact.value for fact in facts}


def test_a_topic_on_one_source_says_so_plainly() -> None:
    made = table(carried())
    resting = origins(made)
    assert resting["post"] == Origin("Ruht auf einer einzigen Quelle: Post.", alone=True)
    assert resting["wire"] == Origin("Ruht auf einer einzigen Quelle: dpa.", alone=True)
    assert resting["both"] == Origin("2 Quellen · 2 Berichte")
    assert resting["unsure"] == Origin("Mindestens ein Artikel nennt keine Quelle.")
    assert resting["leer"] == Origin("")
    assert [one.tag.id for one in overview(made).origins] == [
        "post",
        "wire",
        "both",
        "unsure",
    ]


def test_the_chart_tells_own_work_from_what_others_print_too() -> None:
    made = table(carried())
    chart = overview(made).chart
    assert chart is not None
    rows = {row.text: [(part.text, part.count) for part in row.parts] for row in chart.rows}
    assert rows == {
        "Post": [("nur hier", "2")],
        "Blatt": [("auch bei anderen", "1")],
        "Bote": [("auch bei anderen", "1")],
        "Ohne Angabe": [("nur hier", "1")],
    }
    assert [row.note for row in chart.rows if row.text == "Blatt"] == ["Agenturen: dpa"]


def test_each_source_has_its_facts_and_its_page() -> None:
    made = table(carried())
    listed = {one.title: one for one in overview(made).sources}
    assert told(listed["Post"].facts) == {
        "Artikel": "2",
        "Passagen": "2",
        "Aussagen": "1",
        "Zeitraum": "2022 – September 2023",
        "Website": "post.example",
        "Archivierte Fassung": "1 von 2",
        "Rechte": "Auszug, vollständig",
    }
    assert told(listed["Blatt"].facts)["Davon auch bei anderen"] == "1"
    pages = {view.chrome.href: view for view in each_page(made)}
    assert set(pages) == {one.href for one in listed.values()}
    assert [item.href for item in pages["sources/post/"].articles] == ["articles/b/", "articles/a/"]


def test_two_sources_of_one_slug_have_two_pages() -> None:
    made = table(
        dossier(
            article("a", "Eins.", source=Source(name="Die Post")),
            article("b", "Zwei.", source=Source(name="Die  Post!")),
            article("c", "Drei.", source=Source(name="Unnamed")),
            article("d", "Vier."),
        )
    )
    assert len({view.chrome.href for view in each_page(made)}) == 4


def test_nothing_private_is_counted() -> None:
    made = table(dossier(article("a", "X.", rights="private", source=Source(name="Geheim"))))
    assert overview(made).sources == ()
    assert each_page(made) == []


def test_the_pages_render() -> None:
    renderer = Renderer(THEME)
    for made in (table(carried()), table(rich()), table(dossier())):
        html = renderer.render("sources/index.html", overview(made)).decode()
        assert "<h1>Quellen</h1>" in html
        for view in each_page(made):
            assert "<h1>" in renderer.render("x", view).decode()
