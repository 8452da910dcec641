"""What docs/theming.md promises to those who change the theme."""

from __future__ import annotations

import re
from pathlib import Path

from corpora import assembled
from rendering.test_corpus import article, dossier, rich
from tools import ROOT

from dossier.effects import theme
from dossier.rendering.render import Renderer
from dossier.rendering.theming import Theme
from dossier.rendering.wording import Wording

EXAMPLE = re.search(
    r"```html\n(\{% extends \"default/.*?)```",
    (ROOT / "docs/theming.md").read_text(encoding="utf-8"),
    re.DOTALL,
)


def own(folder: Path, **files: str) -> Theme:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Theme(*theme.load(folder))


def test_the_example_of_the_docs_changes_one_block_and_keeps_the_rest(tmp_path: Path) -> None:
    assert EXAMPLE
    look = own(tmp_path, layouts__article_dot_html=EXAMPLE[1])
    made = dossier(article("a", "Ein Absatz."))
    view = assembled(made, look.wording("de"))["articles/a/index.html"]
    assert not isinstance(view, bytes)
    changed = Renderer(look).render("x", view).decode()
    plain = Renderer(Theme(*theme.load(Path("none")))).render("x", view).decode()
    line = '<p class="notice">Redaktion Beispiel bittet um Hinweise auf Fehler.</p>'
    assert line in changed
    tidy = [text for text in changed.replace(line, "").split("\n") if text.strip()]
    assert tidy == [text for text in plain.split("\n") if text.strip()]


def test_own_css_comes_after_the_themes(tmp_path: Path) -> None:
    look = own(tmp_path, own_dot_css=":root { --measure: 60ch }")
    view = assembled(dossier(), look.wording("de"))["assets/hues.css"]
    assert not isinstance(view, bytes)
    css = Renderer(look).render("assets/hues.css", view).decode()
    assert css.rstrip().endswith(":root { --measure: 60ch }")


def test_a_further_language_is_one_file_and_turns_the_pages_around(tmp_path: Path) -> None:
    english = (ROOT / "templates/i18n/en.toml").read_text(encoding="utf-8")
    look = own(tmp_path, i18n__ar_dot_toml=english.replace('"Topics"', '"المواضيع"'))
    made = rich(lang="ar")
    renderer = Renderer(look)
    for path, view in assembled(made, look.wording("ar")).items():
        if path.endswith(".html"):
            assert not isinstance(view, bytes)
            assert '<html lang="ar" dir="rtl">' in renderer.render(path, view).decode(), path
    assert (
        "المواضيع"
        in renderer.render(
            "index.html",
            assembled(made, look.wording("ar"))["index.html"],  # type: ignore[arg-type]
        ).decode()
    )


def test_every_language_of_the_theme_has_all_texts() -> None:
    look = Theme(*theme.load(Path("none")))
    langs = sorted(path.stem for path in (ROOT / "templates/i18n").glob("*.toml"))
    words: dict[str, Wording] = {lang: look.wording(lang) for lang in langs}
    wanted = set(words["de"].strings)
    for lang in langs:
        assert set(words[lang].strings) == wanted, lang
        assert f"pages/method.{lang}.md" in look.files
