from __future__ import annotations

import doctest

from dossier.understanding import references


def test_the_examples_hold() -> None:
    assert doctest.testmod(references).failed == 0


def test_only_the_line_that_cites_is_cited() -> None:
    text = "Kim met Putin on 3 May 2016.\n^ BBC. Archived from the original on 4 May 2016."
    assert references.has_citations(text)
    assert not references.is_cited(text, text.index("3 May"))
    assert references.is_cited(text, text.index("4 May"))
