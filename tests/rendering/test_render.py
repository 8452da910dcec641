from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from corpora import assembled
from msgspec.structs import replace
from rendering.test_corpus import dossier, rich

from dossier.effects import theme
from dossier.errors import ThemeError
from dossier.model import Topic
from dossier.rendering import fileviews, views
from dossier.rendering.addresses import Address, resolve
from dossier.rendering.corpus import Dossier
from dossier.rendering.render import Renderer
from dossier.rendering.theming import Theme

THEME = Theme(*theme.load(Path("none")))
HUES = fileviews.HuesView(hues=(fileviews.Hue(name="a", light="#000000", dark="#ffffff"),))


def small(**files: str | bytes) -> Theme:
    named = {f"{name.replace('__', '/')}.css": text for name, text in files.items()}
    raw = {path: text if isinstance(text, bytes) else text.encode() for path, text in named.items()}
    return Theme(raw, {path: f"templates/{path}" for path in raw})


def error(**files: str | bytes) -> ThemeError:
    with pytest.raises(ThemeError) as caught:
        Renderer(small(**files)).render("assets/hues.css", HUES)
    return caught.value


# --- mistakes in a theme --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "where", "message"),
    [
        ({"hues": "a\n{{ view.nothing }}"}, "hues.css:2", "nothing"),
        ({"hues": "\n\n{{ nothing }}"}, "hues.css:3", "'nothing' is undefined"),
        ({"hues": "{% if %}"}, "hues.css:1", "mistake"),
        ({"hues": "\n{{ view|nosuch }}"}, "hues.css:2", "nosuch"),
        ({"hues": "a\n{% include 'b.css' %}"}, "hues.css:2", "`b.css`"),
        ({"hues": "{% include 'b.css' %}", "b": "\n\n{{ view.zip }}"}, "b.css:3", "zip"),
        ({"hues": "{% include 'b.css' %}", "b": "\n{% for %}"}, "b.css:2", "mistake"),
        ({"hues": "{% include 'b.css' %}", "b": b"\xff"}, "b.css", "not UTF-8"),
        (
            {"hues": "{% import 'b.css' as b %}\n{{ b.f(view) }}",
             "b": "{% macro f(x) %}\n{{ x.zip }}{% endmacro %}"}, "b.css:2", "zip",
        ),
        ({"hues": "\n{{ view.hues[0].name + 1 }}"}, "hues.css:2", "filled in"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_template_names_its_file_and_line(
    files: dict[str, str | bytes], where: str, message: str
) -> None:
    found = error(**files)
    assert found.where == f"templates/{where}"
    assert message in found.message


@pytest.mark.parametrize(
    "name", ["range(3)", "lipsum()", "dict()", "cycler(1)", "namespace()", "joiner()", "config",
             "now()", "[1, 2]|random", "self._TemplateReference__context.environment.x"],
)  # fmt: skip
def test_templates_see_nothing_but_their_view(name: str) -> None:
    assert error(hues=f"{{{{ {name} }}}}").where == "templates/hues.css:1"


def test_a_missing_file_and_missing_strings_are_named() -> None:
    with pytest.raises(ThemeError, match="lacks this file") as caught:
        small().text("x.html")
    assert caught.value.where == "templates/x.html"
    with pytest.raises(ThemeError, match="no interface in `fr`") as caught:
        THEME.wording("fr")
    assert caught.value.where == "templates/i18n/fr.toml"
    assert "en.toml" in caught.value.hint


# --- a project's own theme ------------------------------------------------------------------


def test_a_projects_own_partial_replaces_that_one_alone(tmp_path: Path) -> None:
    own = tmp_path / "partials" / "_footer.html"
    own.parent.mkdir()
    own.write_text("<footer>Eigener Fuß: {{ view.chrome.site_title }}</footer>", encoding="utf-8")
    changed = Theme(*theme.load(tmp_path))
    view = assembled(dossier(), THEME.wording("de"))["index.html"]
    assert not isinstance(view, bytes)
    before = Renderer(THEME).render("index.html", view).decode()
    after = Renderer(changed).render("index.html", view).decode()
    assert "<footer>Eigener Fuß: Probe &amp; Dossier</footer>" in after
    assert before.partition("<footer")[0] == after.partition("<footer")[0]
    assert changed.fingerprint() != THEME.fingerprint()


def test_own_strings_need_only_hold_what_they_change(tmp_path: Path) -> None:
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "de.toml").write_text('nav_topics = "Rubriken"', encoding="utf-8")
    wording = Theme(*theme.load(tmp_path)).wording("de")
    assert wording.text("nav_topics") == "Rubriken"
    assert wording.text("nav_voices") == "Stimmen"


def test_assets_go_to_the_site_and_are_no_part_of_the_templates_hash(tmp_path: Path) -> None:
    assert "assets/site.css" in THEME.assets()
    assert not any(path.endswith(".html") for path in THEME.assets())
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "own.css").write_text("a { }", encoding="utf-8")
    (tmp_path / "assets" / "site.css").write_text("a { } /* leer */", encoding="utf-8")
    changed = Theme(*theme.load(tmp_path))
    assert changed.fingerprint() == THEME.fingerprint()
    assert changed.assets()["assets/own.css"] == b"a { }"
    assert changed.assets()["assets/site.css"] == b"a{}"


# --- the default theme ----------------------------------------------------------------------


class Anchors(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.inline: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        self.links += [values[name] for name in ("href", "src", "action") if name in values]
        if (
            "style" in values
            or tag == "style"
            or (tag == "script" and not values.keys() & {"src", "type"})
        ):
            self.inline.append(tag)


def long(made: Dossier) -> Dossier:
    """Repeat an article so often that the lists are split by year."""
    base = made.articles[0]
    more = tuple(
        replace(base, id=f"lang-{number}", date=f"{2019 + number % 3}-01-02")
        for number in range(210)
    )
    found = dict(made.found) | {one.id: made.found[base.id] for one in more}
    return replace(made, articles=made.articles + more, found=found)


def sites() -> Iterator[tuple[str, Dossier, str]]:
    for lang in ("de", "en"):
        yield f"rich-{lang}", rich(lang=lang), lang
        yield f"empty-{lang}", dossier(lang=lang, standfirst=""), lang
    yield "long", long(rich()), "de"
    yield "local", rich(base_url="", has_search=False), "de"


@pytest.mark.parametrize(
    ("made", "lang"), [pytest.param(made, lang, id=name) for name, made, lang in sites()]
)
def test_every_page_renders_and_every_link_leads_somewhere(made: Dossier, lang: str) -> None:
    files = assembled(made, THEME.wording(lang))
    renderer = Renderer(THEME)
    sizes = dict.fromkeys(THEME.assets(), b"")
    out = sizes | {
        path: view if isinstance(view, bytes) else renderer.render(path, view)
        for path, view in files.items()
    }
    pages = {path: Anchors(data.decode()) for path, data in out.items() if path.endswith(".html")}
    address = Address.of(made.base_url)
    for path, found in pages.items():
        assert len(found.ids) == len(set(found.ids)), path
        assert found.inline == [], path
        for link in found.links:
            target = resolve(path, link, address)
            if target is not None:
                file, anchor = target
                assert file in out, (path, link)
                assert not anchor or anchor in pages[file].ids, (path, link)
    layouts = {type(view) for view in files.values()}
    assert layouts >= {views.HomeView, views.TopicsView, views.ArticlesView, views.ChronologyView,
                       views.VoicesView, views.PageView, views.NotFoundView}  # fmt: skip
    assert f'<html lang="{lang}" dir="ltr">'.encode() in out["index.html"]


def test_texts_are_escaped_wherever_they_stand() -> None:
    hostile = "<script>x</script>\"'><img src=x>&"
    made = rich(
        title=hostile,
        standfirst=hostile,
        engine=hostile,
        topics=(Topic(id="missiles", title={"": hostile}, description={"": hostile}, terms={},
                      exclude={}),),
    )  # fmt: skip
    made = replace(
        made,
        articles=tuple(
            replace(one, title=hostile, authors=(hostile,), description=hostile,
                    source=replace(one.source, name=hostile))
            for one in made.articles
        ),
    )  # fmt: skip
    renderer = Renderer(THEME)
    for path, view in assembled(made, THEME.wording("de")).items():
        if not isinstance(view, bytes):
            text = renderer.render(path, view).decode()
            assert "<script>x" not in text, path
            assert "<img" not in text, path
