from __future__ import annotations

from pathlib import Path

from corpora import assembled
from msgspec.structs import replace
from rendering.test_corpus import rich

from dossier.effects import theme
from dossier.rendering import fileviews
from dossier.rendering.packing import pack, unpack
from dossier.rendering.render import Renderer
from dossier.rendering.theming import Theme

THEME = Theme(*theme.load(Path("none")))
HUES = fileviews.HuesView(hues=(fileviews.Hue(name="a", light="#000000", dark="#ffffff"),))


def test_a_views_fingerprint_follows_all_that_it_holds() -> None:
    one = HUES
    other = fileviews.HuesView(hues=(replace(HUES.hues[0], dark="#fffffe"),))
    empty = fileviews.SitemapView(hrefs=(), sitemap_url="")
    prints = {pack(view).fingerprint() for view in (one, other, empty, b"")}
    assert len(prints) == 4
    assert pack(one).fingerprint() == pack(replace(one)).fingerprint()


def test_the_order_of_strings_in_a_file_changes_no_fingerprint() -> None:
    made = [assembled(rich(), THEME.wording("de")), assembled(rich(), THEME.wording("de"))]
    assert {path: pack(view).fingerprint() for path, view in made[0].items()} == {
        path: pack(view).fingerprint() for path, view in made[1].items()
    }


def test_what_is_packed_comes_out_the_same() -> None:
    renderer = Renderer(THEME)
    for path, view in assembled(rich(), THEME.wording("de")).items():
        again = unpack(pack(view))
        assert again == view, path
        if not isinstance(again, bytes):
            assert renderer.render(path, again) == renderer.render(path, view)
