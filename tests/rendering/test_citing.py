from __future__ import annotations

import json
from pathlib import Path

from rendering.test_corpus import article, dossier, rich, topic

from dossier.effects import theme
from dossier.model import Source
from dossier.rendering import bibtex, citing, csljson
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.editions import desk
from dossier.rendering.pages import Desk
from dossier.rendering.partsof import Rows
from dossier.rendering.theming import Theme

THEME = Theme(*theme.load(Path("none")))
BASE = "https://desk.example.org/repo/"


def table(made: Dossier, lang: str = "de") -> Desk:
    return desk(corpus(made), THEME.wording(lang))


def test_an_article_is_cited_in_words() -> None:
    made = table(
        dossier(
            article(
                "a", "Eins.", authors=("Anna Autorin", "B. Berichter"), date="2023-09-13",
                source=Source(name="Die Zeitung", url="https://z.example/a", agency=("Tass",),
                              accessed="2026-11-22"),
            )
        )
    )  # fmt: skip
    cited = citing.of_article(made, made.corpus.shown["a"])
    assert citing.text(cited, made.wording) == (
        "Anna Autorin, B. Berichter: Titel a. In: Die Zeitung, Tass, 13. September 2023. "
        "https://z.example/a (abgerufen am 22. November 2026). "
        f"Dossier „Probe & Dossier“, {BASE}articles/a/."
    )
    english = table(made.corpus.dossier, "en")
    assert "(accessed November 22, 2026)" in citing.text(cited, english.wording)


def test_an_article_of_which_little_is_known() -> None:
    made = table(dossier(article("a", "Eins.", date="", title="Wer war es?")))
    cited = citing.of_article(made, made.corpus.shown["a"])
    assert citing.text(cited, made.wording) == (
        f"Wer war es? Dossier „Probe & Dossier“, {BASE}articles/a/."
    )


def test_a_passage_is_cited_by_its_paragraph_and_address() -> None:
    made = table(dossier(article("a", "Eins.", "Zwei.")))
    shown = made.corpus.shown["a"]
    passage = shown.article.passages[1].id
    cited = citing.of_article(made, shown, passage)
    assert (cited.key, cited.kind) == (f"a-{passage}", "passage")
    assert citing.text(cited, made.wording).endswith(f"articles/a/#{passage} (Absatz 2).")
    assert citing.of_article(made, shown, "p-none").kind == "article"


def test_topics_and_the_dossier_are_cited_too() -> None:
    made = table(rich())
    cited = citing.of_topic(made, made.corpus.dossier.topics[0])
    text = citing.text(cited, made.wording)
    assert text == f"Thema missiles. In: Probe & Dossier. {BASE}topics/missiles/."
    whole = citing.text(citing.of_dossier(made), made.wording)
    assert whole == f"Probe & Dossier. {BASE}."


def test_everything_is_cited_once_and_by_a_key_of_its_own() -> None:
    made = table(dossier(article("x", "Eins."), topics=(topic("x"), topic("dossier"), topic("y"))))
    whole = json.loads(citing.everything(made, Rows(made.corpus), csljson.FILE).whole())
    assert [one["id"] for one in whole] == ["dossier", "y", "x"]
    assert (
        citing.everything(made, Rows(made.corpus), bibtex.FILE).whole()
        == "\n".join(
            bibtex.entry(one)
            for one in (*citing.of_pages(made), citing.of_article(made, made.corpus.shown["x"]))
        ).encode()
    )


def test_a_box_has_all_formats_and_the_permalink_in_each() -> None:
    made = table(rich())
    for shown in made.corpus.shown.values():
        box = citing.box(made, citing.of_article(made, shown))
        assert [one.name for one in box.formats] == ["BibTeX", "RIS", "CSL-JSON"]
        for text in (box.text, *(one.text for one in box.formats)):
            assert box.permalink in text


def test_each_passage_can_be_cited_without_a_script() -> None:
    made = table(rich())
    for shown in made.corpus.shown.values():
        box = citing.box(made, citing.of_article(made, shown), shown)
        ends = [f"{box.beginning}{one.permalink} ({one.paragraph})." for one in box.passages]
        assert ends == [
            citing.text(citing.of_article(made, shown, passage), made.wording)
            for passage in shown.numbers
        ]
        assert bool(box.beginning) == bool(shown.numbers)


def test_permalinks_stay_when_paragraphs_are_added() -> None:
    def places(*texts: str) -> dict[str, str]:
        made = table(dossier(article("a", *texts)))
        shown = made.corpus.shown["a"]
        cited = (citing.of_article(made, shown, block.id) for block in shown.article.passages)
        return {block.text: one.permalink
                for block, one in zip(shown.article.passages, cited, strict=True)}  # fmt: skip

    before = places("Der erste Satz.", "Der zweite Satz.", "Der dritte Satz.")
    after = places("Neu davor.", "Der erste Satz.", "Neu darin.", "Der zweite Satz.",
                   "Der dritte Satz.", "Neu dahinter.")  # fmt: skip
    assert before.items() <= after.items()


def test_without_a_base_url_no_citation_names_half_an_address() -> None:
    made = table(rich(base_url=""))
    shown = made.corpus.shown["vier"]
    box = citing.box(made, citing.of_article(made, shown), shown)
    texts = (box.text, *(one.text for one in box.formats))
    assert not any("articles/" in text for text in texts)
    assert box.text.endswith("Dossier „Probe & Dossier“.")
    assert (box.permalink, box.beginning, box.passages) == ("", "", ())
