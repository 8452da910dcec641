"""Templates render as with Jinja alone, whatever they do; only quicker."""

from __future__ import annotations

from dataclasses import dataclass, field

import jinja2
import pytest
from markupsafe import Markup

from dossier.rendering.environment import environment

NAMES = ("page.html", "page.css")


@dataclass(frozen=True, slots=True)
class Piece:
    text: str = 'R&D <"it\'s">'
    html: Markup = field(default_factory=lambda: Markup("<b>&amp;</b>"))
    number: int = 7
    ui: dict[str, str] = field(default_factory=lambda: {"why": "Warum & wie", "items": "Dinge"})


def stock(source: str, name: str) -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.DictLoader({name: source}),
        autoescape=jinja2.select_autoescape(("html", "xml"), default_for_string=True),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def ours(source: str, name: str) -> jinja2.Environment:
    return environment(lambda wanted: (source, wanted, None) if wanted == name else None)


SOURCES = """
{{ view.text }} {{ view.html }} {{ view.number }} {{ view.text|upper }} {{ none }}
{{ view.ui.why }} {{ view.ui['why'] }} {{ view.nothing is defined }}
{{ view.ui.nothing|default('so & so') }} {{ view.ui.keys()|list }}
{% macro m(a, b='<') %}{{ a }}{{ b }}{% endmacro %}{{ m(view.text) }}{{ m(1, b=2) }}
{% macro m(a, b) %}{{ a }}{{ b }}{% endmacro %}{{ m('&', '"') }}{{ m(view.html, view.html) ~ '<' }}
{% macro m() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m('<', a='>') }}
{% macro m(a) %}<p>{{ caller() }}{{ a }}{% endmacro %}{% call m('&') %}<i>{% endcall %}
{% macro m(a) %}{{ a }}{% endmacro %}{% for x in [1, 2] %}{{ m(x) }}{{ m(loop.index) }}{% endfor %}
{% macro m(a) %}{{ a }}{% endmacro %}{% block b scoped %}{{ m('<') }}{% endblock %}
{% set x %}<i>{{ view.text }}</i>{% endset %}{{ x }}{% filter upper %}<{{ x }}{% endfilter %}
{% autoescape false %}{% macro m(a) %}{{ a }}{% endmacro %}{{ m(view.text) }}{% endautoescape %}
{{ view.text|e }} {{ view.text|safe }} {{ [view.text, view.html]|join('<') }}
{% macro m(a) %}{% if a %}<i>{{ m(a - 1) }}</i>{% endif %}{% endmacro %}{{ m(3) }}
""".strip().split("\n")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("source", SOURCES)
def test_the_same_as_jinja(name: str, source: str) -> None:
    expected = stock(source, name).get_template(name).render(view=Piece())
    assert ours(source, name).get_template(name).render(view=Piece()) == expected


@pytest.mark.parametrize(
    "source",
    [
        "{{ view.nothing }}",
        "{{ view.ui.nothing }}",
        "{{ nothing }}",
        "{{ view.number() }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, b=2) }}",
    ],
)
def test_the_same_mistakes_as_with_jinja(source: str) -> None:
    with pytest.raises(Exception) as expected:  # noqa: PT011 - whatever Jinja raises
        stock(source, "page.html").get_template("page.html").render(view=Piece())
    with pytest.raises(type(expected.value)) as found:
        ours(source, "page.html").get_template("page.html").render(view=Piece())
    assert str(found.value) == str(expected.value)


@pytest.mark.parametrize("source", ["{{ range(3) }}", "{{ lipsum() }}", "{{ [1, 2]|random }}"])
def test_a_template_has_nothing_but_its_view(source: str) -> None:
    with pytest.raises((jinja2.UndefinedError, jinja2.TemplateSyntaxError)):
        ours(source, "page.html").get_template("page.html").render(view=Piece())
