"""Views to bytes, by Jinja templates that see nothing but their view."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

import jinja2

from dossier.errors import ThemeError
from dossier.rendering import fileviews, sharecards, views
from dossier.rendering.environment import environment
from dossier.rendering.theming import Theme
from dossier.rendering.views import View

_TEMPLATES: dict[type, str] = {
    views.HomeView: "layouts/home.html",
    views.TopicsView: "layouts/topics.html",
    views.TopicView: "layouts/topic.html",
    views.ArticleView: "layouts/article.html",
    views.ArticlesView: "layouts/articles.html",
    views.ChronologyView: "layouts/chronology.html",
    views.VoicesView: "layouts/voices.html",
    views.SourcesView: "layouts/sources.html",
    views.SourceView: "layouts/source.html",
    views.UpdatesView: "layouts/updates.html",
    views.DataView: "layouts/data.html",
    views.NamesView: "layouts/names.html",
    views.SearchView: "layouts/search.html",
    views.PageView: "layouts/page.html",
    views.NotFoundView: "layouts/404.html",
    fileviews.FeedView: "feed.xml",
    fileviews.HuesView: "hues.css",
}
JINJA = jinja2.__version__  # what makes code of a template
_SITEMAPS = {"sitemap.xml": "sitemap.xml", "robots.txt": "robots.txt"}


class Renderer:
    """Renders views with a theme; each template is compiled once.

    `compiled` is what `compile` returned for the same theme.
    """

    def __init__(self, theme: Theme, compiled: Mapping[str, bytes] | None = None) -> None:
        self._theme = theme
        self._compiled = dict(compiled or {})
        self._environment = environment(self._load, self._compiled)

    def compile(self) -> dict[str, bytes]:
        """Compile all templates; what is wrong with one is told when it is used."""
        parts = (name for name in self._theme.files if name.endswith((".html", ".xml")))
        for name in dict.fromkeys((*_TEMPLATES.values(), *_SITEMAPS.values(), *parts)):
            with suppress(Exception):
                self._environment.get_template(name)
        return self._compiled

    def _load(self, name: str) -> tuple[str, str, None] | None:
        """Return source and file name; tracebacks through the template show that name."""
        return (self._theme.text(name), name, None) if name in self._theme.files else None

    def render(self, path: str, view: View) -> bytes:
        """Render the page that lies at `path` in the site.

        Raises `ThemeError` with the template's file and line.
        """
        if isinstance(view, fileviews.ShareCard):
            return sharecards.draw(view, self._theme.card_fonts())
        name = _SITEMAPS.get(path) or _TEMPLATES[type(view)]
        try:
            return self._environment.get_template(name).render(view=view).encode()
        except jinja2.TemplateSyntaxError as error:
            where = f"{self._theme.where(error.name or name)}:{error.lineno}"
            raise ThemeError(
                f"the template has a mistake: {error.message}", where=where, hint=_HINT
            ) from error
        except jinja2.TemplateNotFound as error:
            raise ThemeError(
                f"there is no template `{error.name}`", where=self._place(error, name), hint=_HINT
            ) from error
        except ThemeError:
            raise
        except Exception as error:  # whatever an expression in a template can raise
            where = self._place(error, name)
            raise ThemeError(
                f"the template cannot be filled in: {error}", where=where, hint=_HINT
            ) from error

    def _place(self, error: Exception, name: str) -> str:
        """Return file and line of the innermost template in the traceback."""
        place = self._theme.where(name)
        trace = error.__traceback__
        while trace:
            template = trace.tb_frame.f_code.co_filename
            if template in self._theme.files:
                place = f"{self._theme.where(template)}:{trace.tb_lineno}"
            trace = trace.tb_next
        return place


_HINT = "docs/theming.md says what templates may use; delete your file to get the theme's again"
