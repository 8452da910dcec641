from __future__ import annotations

import json
from pathlib import Path

from corpora import views_of
from msgspec.structs import replace
from rendering.test_corpus import article, dossier, page, passage, topic

from dossier.effects import theme
from dossier.found import Mention, MentionKind, Named, Understanding
from dossier.model import Register
from dossier.rendering import data
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.editions import desk
from dossier.rendering.namepages import home_map, names_sheets
from dossier.rendering.pages import Desk
from dossier.rendering.partsof import Rows
from dossier.rendering.render import Renderer
from dossier.rendering.theming import Theme

LOOK = Theme(*theme.load(Path("none")))


def table(made: Dossier, lang: str = "de") -> Desk:
    return desk(corpus(made), LOOK.wording(lang))


def named(*names: tuple[MentionKind, str], passages: int = 1) -> Dossier:
    one = article("a", *(f"Absatz {number}." for number in range(passages)))
    mentions = tuple(
        Mention(passage=block.id, start=0, end=6, text=name, kind=kind, name=name)
        for block in one.passages
        for kind, name in names
    )
    place = Named(kind="place", name="Seoul", lat=37.6, lon=127.0)
    return dossier(
        one,
        found={"a": Understanding(mentions=mentions)},
        register=Register(names={("place", "Seoul"): place}),
    )


def test_a_list_and_its_link_are_there_only_when_something_is_named() -> None:
    empty = table(named())
    assert list(views_of(names_sheets(empty))) == []
    assert "people/" not in [link.href for link in empty.nav("")]
    full = table(named(("person", "Kim"), ("place", "Seoul")))
    assert [view.chrome.href for view in views_of(names_sheets(full))] == ["people/", "places/"]
    hrefs = [link.href for link in full.nav("places/")]
    assert hrefs.index("voices/") + 1 == hrefs.index("people/")
    assert "places/" not in hrefs
    assert "organisations/" not in hrefs


def test_each_name_has_an_anchor_and_leads_to_its_passages() -> None:
    made = table(named(("person", "Östlund"), ("person", "Kim Jong Un"), ("person", "Oz")))
    (view,) = views_of(names_sheets(made))
    items = [item for group in view.groups for item in group.names]
    assert [item.name for item in items] == ["Kim Jong Un", "Östlund", "Oz"]
    assert [item.id for item in items] == ["n-kim-jong-un", "n-oestlund", "n-oz"]
    (told,) = items[0].articles
    assert (told.title, told.href) == ("Titel a", "articles/a/")
    (paragraph,) = told.paragraphs
    assert paragraph.text == "Absatz 1"
    assert paragraph.href.startswith("articles/a/#p-")
    assert view.counts == "3 Personen"
    assert [spot[1] for spot in made.names.places.of("person").spots.values()] == [
        item.id for item in items
    ]


def test_a_name_in_very_many_passages_shows_the_latest_and_says_how_many_more() -> None:
    (view,) = views_of(names_sheets(table(named(("place", "Seoul"), passages=20))))
    (item,) = view.groups[0].names
    (told,) = item.articles
    assert (item.count, len(told.paragraphs)) == ("20", 12)
    assert item.more == "dazu 8 ältere Passagen"


def test_names_are_grouped_by_letter_when_they_are_many() -> None:
    names = [("person", f"{letter}name {n}") for letter in "ABÖ" for n in range(8)]
    (view,) = views_of(names_sheets(table(named(*names))))
    assert [(group.title, len(group.names)) for group in view.groups] == [
        ("A", 8), ("B", 8), ("O", 8),
    ]  # fmt: skip
    assert [(link.text, link.count) for link in view.jumps] == [("A", "8"), ("B", "8"), ("O", "8")]
    assert [link.href[1:] for link in view.jumps] == [group.id for group in view.groups]


def test_a_long_list_has_a_page_for_each_letter() -> None:
    names = [("person", f"{letter}name {n}") for letter in "AB4" for n in range(80)]
    first, *others = views_of(names_sheets(table(named(*names))))
    assert first.groups[0].title == "Am häufigsten genannt"
    assert len(first.groups[0].names) == 60
    assert [link.href for link in first.pages] == [view.chrome.href for view in others]
    assert {view.chrome.href for view in others} == {"people/a/", "people/b/", "people/0/"}
    assert all(sum(link.current for link in view.pages) == 1 for view in others)


def test_a_letter_with_very_many_names_has_a_page_of_the_most_frequent_and_one_for_each_part() -> (
    None
):
    names = [("person", f"Anna {letter}{n}") for letter in "BC" for n in range(150)]
    pages = {view.chrome.href: view for view in views_of(names_sheets(table(named(*names))))}
    assert set(pages) == {"people/", "people/a/", "people/a/anna-b/", "people/a/anna-c/"}
    letter, part = pages["people/a/"], pages["people/a/anna-b/"]
    assert letter.groups[0].title == "Am häufigsten genannt"
    assert len(letter.groups[0].names) == 60
    assert [(link.text, link.href, link.current) for link in part.parts] == [
        ("Anna B", "people/a/anna-b/", True),
        ("Anna C", "people/a/anna-c/", False),
    ]
    assert [link.href for link in part.parts] == [link.href for link in letter.parts]
    assert len(part.groups[0].names) == 150


def test_numbers_stand_where_they_tell_of_the_page() -> None:
    names = [("person", f"Anna {letter}{n}") for letter in "BC" for n in range(150)]
    names += [("person", f"Berta {n}") for n in range(20)]
    pages = {view.chrome.href: view for view in views_of(names_sheets(table(named(*names))))}
    first, letter, part = (pages[f"people/{at}"] for at in ("", "a/", "a/anna-b/"))
    assert [one.counts for one in (first, letter, part)] == [
        *("320 Personen", "300 Personen", "150 Personen"),
    ]
    assert [link.count for link in first.pages] == ["300", "20"]
    assert [link.count for link in (*letter.pages, *part.pages, *part.parts)] == [""] * 6
    assert [link.count for link in letter.parts] == ["150", "150"]
    html = Renderer(LOOK).render("people/a/anna-b/index.html", part).decode()
    assert "<small></small>" not in html


def test_a_new_name_changes_few_pages() -> None:
    names = [("person", f"{letter}{n}") for letter in "ABCD" for n in range(80)]

    made, other = named(*names), article("b", "Absatz 1.")

    def keys(*mentions: Mention) -> dict[str, str]:
        found = {**made.found, "b": Understanding(mentions=mentions)}
        held = replace(made, articles=(*made.articles, other), found=found)
        return {one.path: one.key for one in names_sheets(table(held))}

    passage = other.passages[0].id
    new = Mention(passage=passage, start=0, end=6, text="A new", kind="person", name="A new")
    before, after = keys(), keys(new)
    changed = [path for path in before if before[path] != after[path]]
    assert changed == ["people/index.html", "people/a/index.html"]


def test_a_divided_letter_is_titled() -> None:
    names = [("person", f"Anna {letter}{n}") for letter in "BC" for n in range(150)]
    pages = {view.chrome.href: view for view in views_of(names_sheets(table(named(*names))))}
    part = pages["people/a/anna-b/"]
    html = Renderer(LOOK).render("people/a/anna-b/index.html", part).decode()
    assert 'href="../../../people/a/anna-c/"' in html
    assert "Nach Anfängen" in html


def test_a_page_of_those_most_named_has_the_beginning_of_each_entry_and_leads_to_the_rest() -> None:
    names = [("person", f"{letter}name {n}") for letter in "AB" for n in range(110)]
    first, letter, _ = views_of(names_sheets(table(named(*names, passages=9))))
    beginning, whole = first.groups[0].names[0], letter.groups[0].names[0]
    assert (beginning.name, beginning.href, whole.href) == (whole.name, "people/a/#n-aname-0", "")
    assert beginning.more == "dazu 4 ältere Passagen"
    assert len(beginning.articles[0].paragraphs) == 5
    assert len(whole.articles[0].paragraphs) == 9
    html = Renderer(LOOK).render("people/index.html", first).decode()
    assert '<a href="../people/a/#n-aname-0">Aname 0</a>' in html


def test_the_page_is_rendered_with_everything_in_it() -> None:
    for lang, word in (("de", "Personen"), ("en", "People")):
        made = table(named(("person", "Kim & Söhne"), passages=20), lang)
        (view,) = views_of(names_sheets(made))
        html = Renderer(LOOK).render("people/index.html", view).decode()
        assert word in html
        assert "Kim &amp; Söhne" in html
        assert 'id="n-kim-sohne"' in html or 'id="n-kim-soehne"' in html
        assert html.count("Titel a") == 1, "the article is named once"
        assert html.count('"../articles/a/#p-') == 12, "with each of its paragraphs"


def test_the_data_name_them_too() -> None:
    made = json.loads(
        data.parts(Rows(corpus(named(("place", "Seoul"), ("organisation", "Tass"))))).whole()
    )
    (place,) = made["mentions"]["places"]
    assert (place["name"], place["lat"], place["lon"]) == ("Seoul", 37.6, 127.0)
    assert set(place["passages"][0]) == {"article", "passage"}
    assert made["mentions"]["organisations"][0]["name"] == "Tass"
    assert made["mentions"]["people"] == []


def test_the_map_shows_places_whose_coordinates_are_known_and_leads_to_them() -> None:
    made = named(("place", "Seoul"), ("place", "Nirgendheim"))
    made = replace(made, outlines=LOOK.text("map/outlines.txt"))
    (view,) = views_of(names_sheets(table(made)))
    assert view.map is not None
    assert [(one.text, one.href) for one in view.map.places] == [("Seoul", "places/#n-seoul")]
    people = named(("person", "Kim"))
    assert next(views_of(names_sheets(table(people)))).map is None


def test_a_dot_has_the_colour_of_the_topic_that_its_passages_are_most_in() -> None:
    made = named(("place", "Seoul"), passages=2)
    (one,) = made.articles
    pages = (page("x", passage(one)), page("y", passage(one), passage(one, 1)))
    made = replace(
        made,
        outlines=LOOK.text("map/outlines.txt"),
        topics=(topic("x"), topic("y")),
        topic_pages=pages,
    )
    (view,) = views_of(names_sheets(table(made)))
    assert view.map is not None
    assert [dot.hue for dot in view.map.layers[0].dots] == ["hue-y"]


def test_the_home_page_has_a_small_map_once_a_place_is_known() -> None:
    assert home_map(table(named(("person", "Kim")))) is None
    assert home_map(table(named(("place", "Nirgendwo")))) is None, "nobody knows where it is"
    made = named(("place", "Seoul"))
    assert home_map(table(made)) is None, "there are no outlines"
    drawn = home_map(table(replace(made, outlines=LOOK.text("map/outlines.txt"))))
    assert drawn is not None
    assert drawn.label == "Karte der genannten Orte: Seoul"
