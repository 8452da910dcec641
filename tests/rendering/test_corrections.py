from __future__ import annotations

from pathlib import Path

from rendering.test_corpus import article, dossier

from dossier.effects import theme
from dossier.model import Correction
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.corrections import all_corrections, corrections_of
from dossier.rendering.editions import desk
from dossier.rendering.pages import Desk
from dossier.rendering.theming import Theme

THEME = Theme(*theme.load(Path("none")))


def table(made: Dossier) -> Desk:
    return desk(corpus(made), THEME.wording("de"))


def test_a_correction_leads_to_its_passage_or_to_the_notice() -> None:
    one = article("a", "Eins.", "Zwei.")
    second = one.passages[1].id
    wrong = (
        Correction(date="2023-09-14", text="A.", what=second),
        Correction(date="2023-09", text="B."),
    )
    made = table(dossier(article("a", "Eins.", "Zwei.", corrections=wrong)))
    first, other = corrections_of(made, made.corpus.shown["a"])
    assert (first.paragraph, first.href) == ("Absatz 2", f"articles/a/#{second}")
    assert first.date.text == "14. September 2023"
    assert (other.paragraph, other.href) == ("", "articles/a/#correction-2")


def test_a_passage_that_is_not_shown_is_not_linked() -> None:
    one = article("a", "Eins.")
    wrong = (Correction(date="2023", text="A.", what=one.passages[0].id),)
    made = table(dossier(article("a", "Eins.", rights="link", corrections=wrong)))
    (item,) = corrections_of(made, made.corpus.shown["a"])
    assert (item.passage, item.href) == ("", "articles/a/#correction-1")


def test_all_come_newest_first_and_the_undated_last() -> None:
    def one(name: str, date: str) -> object:
        return article(name, "Text.", corrections=(Correction(date=date, text=name),))

    made = table(dossier(one("a", "2022"), one("b", ""), one("c", "2023-05")))  # type: ignore[arg-type]
    assert [row[1].text for row in all_corrections(made)] == ["c", "a", "b"]
