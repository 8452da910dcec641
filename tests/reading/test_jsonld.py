from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.jsonld import Stated, read_jsonld
from dossier.reading.page import parse_page


def stated(*scripts: str) -> Stated:
    tags = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return read_jsonld(parse_page(f"<html><head>{tags}</head><body>x</body></html>", where="x"))


def test_an_article_is_found_in_a_graph() -> None:
    found = stated(
        '{"@graph": [{"@type": "WebSite", "name": "Blatt"}, {"@id": "#o", "@type": "Organization",'
        ' "name": "Verlag"}, {"@type": ["NewsArticle", "Thing"], "headline": "A &amp; B",'
        ' "publisher": {"@id": "#o"}, "author": [{"name": "Max"}, "Erika", {"name": ["Ida"]}],'
        ' "inLanguage": {"alternateName": "de"}, "license": ["https://l.de"],'
        ' "mainEntityOfPage": {"@id": "https://a.de/x"}, "dateModified": "2023-09-14"}]}'
    )
    assert found.headline == "A & B"
    assert found.outlet == "Verlag"
    assert found.authors == ("Max", "Erika", "Ida")
    assert (found.language, found.licence, found.url) == ("de", "https://l.de", "https://a.de/x")
    assert found.modified == "2023-09-14"


def test_the_pages_own_article_says_most() -> None:
    found = stated(
        '[{"@type": "NewsArticle", "headline": "Teaser"},'
        ' {"@type": "NewsArticle", "headline": "Artikel", "datePublished": "2023", "author": "A"}]'
    )
    assert found.headline == "Artikel"


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "Article", "headline": "T",}',
        '<!-- {"@type": "Article", "headline": "T"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "T"}\n//]]>',
        '{"@type": "http://schema.org/NewsArticle", "headline": "T"};',
        "{&quot;@type&quot;: &quot;BlogPosting&quot;, &quot;headline&quot;: &quot;T&quot;}",
        '{"@type": "Article", "headline": "T", "description": "Zeile\nzwei"}',
        '{"@type": "WebPage", "datePublished": "2023", "name": "T"}',
        '{"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "T"}}',
    ],
)
def test_what_is_almost_json_is_read(script: str) -> None:
    assert stated(script).headline == "T"


@pytest.mark.parametrize(
    "script", ["", "{", "[" * 5000, "null", '"x"', '{"@type": 5}', '{"@type": "Product"}']
)
def test_what_is_no_article_says_nothing(script: str) -> None:
    assert stated(script) == Stated()


def test_one_broken_script_does_not_hide_another() -> None:
    assert stated("{broken", '{"@type": "Article", "headline": "T"}').headline == "T"


def test_the_body_has_lines_and_no_markup() -> None:
    body = "&lt;p&gt;Eins.&lt;/p&gt;&lt;p&gt;Zwei &amp;amp; 3 < 4.&lt;/p&gt;"
    script = f'{{"@type": "Article", "articleBody": "{body}"}}'
    assert [line for line in stated(script).body.split("\n") if line] == ["Eins.", "Zwei & 3 < 4."]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@id", "@graph", "headline", "author", "name", "publisher", "url"]
            ),
            inner | st.just("NewsArticle"),
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_survived(value: object) -> None:
    import json  # noqa: PLC0415

    assert isinstance(stated(json.dumps(value).replace("<", "")), Stated)


def test_among_several_articles_the_one_of_this_address_is_meant() -> None:
    page = (
        '<html><head><link rel="canonical" href="https://a.example/kim/"><script '
        'type="application/ld+json">[{"@type":"NewsArticle","headline":"Anderer","author":"A. B.",'
        '"publisher":"P","datePublished":"2023-09-01","url":"https://a.example/anderer"},'
        '{"@type":"NewsArticle","headline":"Kim","@id":"https://a.example/kim#article"}]</script>'
        "</head><body>x</body></html>"
    )
    assert read_jsonld(parse_page(page, where="x")).headline == "Kim"
