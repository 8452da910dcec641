from __future__ import annotations

from pathlib import Path
from typing import Any

from corpora import assembled, views_of
from msgspec.structs import replace
from rendering.test_corpus import article, dated, dossier, heading, page, passage, said, topic

from dossier.effects import theme
from dossier.found import Understanding
from dossier.model import Article, Copies, CopyGroup, Source
from dossier.rendering.articlepages import article_sheets, articles_sheets
from dossier.rendering.copies import wire
from dossier.rendering.corpus import Corpus, corpus
from dossier.rendering.data import parts
from dossier.rendering.editions import desk
from dossier.rendering.feeds import feed_view
from dossier.rendering.otherpages import home_view
from dossier.rendering.pages import Desk
from dossier.rendering.partsof import Rows
from dossier.rendering.placed import each, passages
from dossier.rendering.render import Renderer
from dossier.rendering.sourcepages import origins
from dossier.rendering.theming import Theme
from dossier.rendering.topicpages import topic_sheets
from dossier.rendering.views import ArticleView, HomeView
from dossier.understanding.twins import twins

THEME = Theme(*theme.load(Path("none")))
FIRST = "Der Minister hat am Montag in Berlin eine neue Verordnung zum Hafen vorgelegt."
SECOND = "»Das wird viel Geld kosten«, sagte die Chefin der Reederei am Abend vor der Presse."
OWN = "Auch in Kiel sorgte der Plan für Unruhe, wie unsere Zeitung erfuhr."


def outlet(name: str, *texts: str, **fields: Any) -> Article:  # noqa: ANN401
    return article(name, *texts, source=Source(name=name.upper()), **fields)


A = outlet("a", FIRST, SECOND)
B = outlet("b", FIRST.replace("Montag", "Montagabend"), OWN)
C = outlet("c", SECOND)
GROUP = CopyGroup(lead="a", copies=("b", "c"), agencies=("dpa",))


def made(*articles: Article, **fields: Any) -> Desk:  # noqa: ANN401
    held = articles or (A, B, C)
    lead, *others = (one.id for one in held)
    group = replace(GROUP, lead=lead, copies=tuple(others))
    found = twins([group], {one.id: one for one in held})
    whole = dossier(*held, copies=Copies(groups=(group,), twins=found), **fields)
    return desk(corpus(whole), THEME.wording("de"))


def on_page(*items: Any, articles: tuple[Article, ...] = ()) -> Corpus:  # noqa: ANN401
    return made(*articles, topics=(topic("x"),), topic_pages=(page("x", *items),)).corpus


def views(table: Desk) -> dict[str, ArticleView]:
    return {view.chrome.href.split("/")[1]: view for view in views_of(article_sheets(table))}


# --- topic pages ----------------------------------------------------------------------------


def test_what_the_lead_tells_on_a_page_its_copies_do_not_tell_again() -> None:
    found = each(on_page(heading(A), passage(A), passage(A, 1), heading(B), passage(B), heading(C),
                         passage(C)).placed["x"])  # fmt: skip
    assert [(one.item.kind, one.item.article) for one in found] == [
        ("heading", "a"), ("passage", "a"), ("passage", "a"),
    ]  # fmt: skip


def test_a_copys_own_passages_stay_with_their_heading() -> None:
    found = each(on_page(heading(A), passage(A), heading(B), passage(B), passage(B, 1)).placed["x"])
    assert [one.passage for one in found if one.item.article == "b"] == ["", B.passages[1].id]


def test_what_only_a_copy_tells_on_the_page_stays() -> None:
    found = passages(on_page(heading(B), passage(B)).passages_in("x"))
    assert [one.item.article for one in found] == ["b"]


def test_the_editors_wording_stays_whichever_article_it_is_of() -> None:
    mine = passage(B, markdown="Mein Satz.")
    found = passages(on_page(heading(A), passage(A), heading(B), mine).passages_in("x"))
    assert [one.markdown for one in found] == ["Mein Satz."]


def test_a_heading_that_never_had_a_passage_stays() -> None:
    found = each(on_page(heading(A), passage(A), heading(C)).placed["x"])
    assert found[-1].item.article == "c"


def test_copies_are_in_the_topics_of_what_they_repeat() -> None:
    found = on_page(passage(A)).topics_of
    assert found == {("a", A.passages[0].id): ("x",), ("b", B.passages[0].id): ("x",)}


def test_evidence_names_the_other_outlets_and_leads_to_their_passage() -> None:
    table = made(topics=(topic("x"),), topic_pages=(page("x", passage(A), passage(A, 1)),))
    (view,) = views_of(topic_sheets(table, origins(table)))
    one, other = view.groups[0].items
    assert one.evidence is not None
    assert other.evidence is not None
    assert [(link.text, link.href) for link in one.evidence.also] == [
        ("B", f"articles/b/#{B.passages[0].id}")
    ]
    assert [link.text for link in other.evidence.also] == ["C"]


# --- voices, events, counts -----------------------------------------------------------------


def found_in(*articles: Article) -> dict[str, Understanding]:
    text = "Das wird viel Geld kosten"
    both = {
        one.id: Understanding(
            voices=(said(one, number, text),), events=(dated(one, number, "2023-09-12"),)
        )
        for one, number in ((A, 1), (C, 0))
        if one in articles
    }
    return both | {"b": Understanding(events=(dated(B, 1, "2023-09-13"),))}


def test_what_copies_repeat_is_said_and_happens_once() -> None:
    table = made(found=found_in(A, C))
    told = {name: one.found for name, one in table.corpus.shown.items()}
    assert [len(one.voices) for one in told.values()] == [1, 0, 0]
    assert [len(one.events) for one in told.values()] == [1, 1, 0]


def test_what_the_leads_passage_does_not_have_is_not_lost() -> None:
    table = made(found=found_in(C))
    assert len(table.corpus.shown["c"].found.voices) == 1


def test_the_home_page_counts_outlets_and_reports_and_lists_leads_alone() -> None:
    view = home_view(made(), ())
    facts = {fact.label: fact.value for fact in view.facts}
    assert facts["Quellen"] == "3 Medien · 1 Agenturmeldung"
    assert (facts["Artikel"], facts["Passagen"]) == ("3", "3")
    assert [one.href for one in view.articles] == ["articles/a/"]
    assert [link.text for link in view.articles[0].also] == ["B", "C"]


def test_without_agency_reports_the_home_page_says_nothing_of_them() -> None:
    view = home_view(desk(corpus(dossier(A, B)), THEME.wording("de")), ())
    assert "Quellen" not in {fact.label for fact in view.facts}


def test_the_feed_brings_a_report_once_and_the_list_each_article() -> None:
    assert [entry.title for entry in feed_view(made()).entries] == [A.title]
    (view,) = views_of(articles_sheets(made()))
    assert len(view.articles) == 3


# --- articles -------------------------------------------------------------------------------


def test_each_article_says_where_else_the_report_is() -> None:
    found = views(made())
    assert found["a"].copies_count == "3 Medien · 1 Agenturmeldung"
    assert found["b"].copies_count == ""
    assert {view.copies_note for view in found.values()} == {"Agenturmeldung (dpa), auch bei"}
    assert [(link.text, link.href) for link in found["b"].copies] == [
        ("A", "articles/a/"), ("C", "articles/c/"),
    ]  # fmt: skip


def test_without_an_agency_it_is_the_same_text() -> None:
    held = Copies(groups=(replace(GROUP, agencies=()),), twins={})
    table = desk(corpus(dossier(A, B, C, copies=held)), THEME.wording("de"))
    assert views(table)["a"].copies_note == "Gleicher Text, auch bei"
    assert views(table)["a"].copies_count == ""


def test_an_article_of_the_same_outlet_is_named_by_its_title() -> None:
    again = replace(B, source=A.source, title="Neue Fassung")
    assert [link.text for link in views(made(A, again, C))["a"].copies] == ["Neue Fassung", "C"]


def test_the_search_finds_a_report_once_and_what_a_copy_adds() -> None:
    found = views(made())
    assert [view.indexed for view in found.values()] == [True, True, False]
    assert [block.repeated for block in found["a"].blocks] == [False, False]
    assert [block.repeated for block in found["b"].blocks] == [True, False]


# --- rights ---------------------------------------------------------------------------------


def test_a_private_article_is_not_named_and_another_leads() -> None:
    secret = replace(A, rights="private")
    table = made(secret, B, C)
    assert [group.members for group in table.corpus.wire.groups] == [("b", "c")]
    assert not any("A" in [link.text for link in view.copies] for view in views(table).values())
    alone = made(secret, B)
    assert alone.corpus.wire.groups == ()
    assert views(alone)["b"].copies == ()


def test_what_rights_hide_in_the_lead_a_copy_tells() -> None:
    bare = replace(A, rights="link")
    table = made(bare, B, C)
    assert views(table)["b"].blocks[0].repeated is False
    links = table.also(table.corpus.shown["b"], B.passages[0].id)
    assert [link.href for link in links] == ["articles/a/"]  # there is no such paragraph there


# --- data and pages -------------------------------------------------------------------------


def test_the_data_name_lead_copies_and_agencies() -> None:
    raw = parts(Rows(made().corpus)).whole().decode()
    assert '"copies":[{"lead":"a","articles":["b","c"],"agency":["dpa"]}]' in raw


def test_the_pages_show_it() -> None:
    table = made(found=found_in(A), topics=(topic("x"),),
                 topic_pages=(page("x", heading(A), passage(A)),))  # fmt: skip
    whole = assembled(table.corpus.dossier, THEME.wording("de"))
    renderer = Renderer(THEME)

    def html(path: str) -> str:
        view = whole[path]
        assert not isinstance(view, bytes)
        return renderer.render(path, view).decode()

    assert isinstance(whole["index.html"], HomeView)
    copy = html("articles/b/index.html")
    assert 'Agenturmeldung (dpa), auch bei <a href="../../articles/a/">A</a>, <a' in copy
    assert copy.count('data-pagefind-ignore="all"') >= 1
    for path in ("topics/x/index.html", "voices/index.html", "chronology/index.html"):
        assert "auch bei <a href=" in html(path)
    assert "auch bei <a href=" in html("articles/index.html")


def test_without_groups_nothing_is_compared() -> None:
    bare = wire(Copies(), {})
    assert bare.also("a") == bare.also("a", "p") == ()
    assert (bare.rank("a"), bare.is_copy("a"), bare.repeats("a", "p")) == (0, False, None)


def test_of_many_outlets_that_print_the_same_the_first_stand_in_the_line() -> None:
    outlets = [outlet(name, FIRST, SECOND) for name in "abcdefgh"]
    standing = page("x", heading(outlets[0]), passage(outlets[0]))
    table = made(*outlets, topics=(topic("x"),), topic_pages=(standing,))
    (view,) = views_of(topic_sheets(table, origins(table)))
    html = Renderer(THEME).render("topics/x/index.html", view).decode()
    assert "und 2 weitere</summary>" in html
    assert all(f">{name}</a>" in html for name in "BCDEFGH")
    line = html[html.index('class="copies"') : html.index("und 2 weitere")]
    assert (">F</a>" in line, ">G</a>" in line) == (True, False)
