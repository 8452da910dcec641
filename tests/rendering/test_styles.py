from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from dossier.effects import theme
from dossier.rendering import styles
from dossier.rendering.styles import squeezed
from dossier.rendering.theming import Theme


def test_the_examples_in_the_module_hold() -> None:
    assert doctest.testmod(styles).failed == 0


@pytest.mark.parametrize(
    ("css", "small"),
    [
        ("a :hover { width: calc(1px + 2px) }", "a :hover{width:calc(1px + 2px)}"),
        ("a,\n  b ~ c { x: 1;  y: 2; }", "a,b ~ c{x:1;y:2}"),
        ('a::after { content: " ; /* x */ } " }', 'a::after{content:" ; /* x */ } "}'),
        (r"a { content: '\'  {' }", r"a{content:'\'  {'}"),
        ("a { b: url(data:x; y,  z) }", "a{b:url(data:x; y,  z)}"),
        ("a { --b: c  d; color: red; }", "a{--b:c d;color:red}"),
        ("a > b { x: 1 !important }", "a>b{x:1!important}"),
        ("@media (width > 40rem) { a { } }", "@media (width>40rem){a{}}"),
        ("/*! licence */ a { } /* b */", "/*! licence */ a{}"),
        ("a/* */b { }", "a b{}"),
        ("@media (min-width: 2em) and print { a { } }", "@media (min-width:2em) and print{a{}}"),
    ],
)  # fmt: skip
def test_space_goes_only_where_it_says_nothing(css: str, small: str) -> None:
    assert squeezed(css) == small
    assert squeezed(small) == small


@pytest.mark.parametrize("path", ["assets/site.css", "assets/search.css"])
def test_the_themes_styles_lose_a_tenth_and_more_and_no_rule(path: str) -> None:
    look = Theme(*theme.load(Path("none")))
    source, small = look.text(path), look.assets()[path].decode()
    assert len(small) < 0.9 * len(source)
    assert "/*" not in small
    assert small.count("{") == source.count("{")
