from __future__ import annotations

from typing import Any

import pytest

from dossier.model import Source
from dossier.reading.metadata import from_values, language, people


@pytest.mark.parametrize(
    ("values", "field", "expected"),
    [
        ({"title": "Ein  Titel"}, "title", "Ein Titel"),
        ({"published_time": "2022-04-08 17:28:13-04:00"}, "date", "2022-04-08"),
        ({"publishDate": "2022-04-08"}, "date", "2022-04-08"),
        ({"date": "unclear", "pubdate": "2022"}, "date", "2022"),
        ({"lastmod": "2022-04-08"}, "date", ""),
        ({"authors": ["A B", {"name": "C D"}]}, "authors", ("A B", "C D")),
        ({"author": "Von A B und C D"}, "authors", ("A B", "C D")),
        ({"byline": "By A B, C D & E F"}, "authors", ("A B", "C D", "E F")),
        ({"author": "Müller, Max"}, "authors", ("Müller, Max",)),
        ({"language": "de-DE"}, "lang", "de"),
        ({"summary": "Kurz."}, "description", "Kurz."),
        ({"source": "Der Spiegel"}, "source", Source(name="Der Spiegel")),
        ({"source": "https://a.de/x"}, "source", Source(url="https://a.de/x")),
        (
            {"source": {"name": "taz", "url": "https://taz.de"}},
            "source",
            Source(name="taz", url="https://taz.de"),
        ),
        ({"source_url": "https://a.de/x"}, "source", Source(url="https://a.de/x")),
        ({"url": "javascript:alert(1)"}, "source", Source()),
        ({"agency": "dpa, AFP"}, "source", Source(agency=("dpa", "AFP"))),
        ({"rights": "Excerpt"}, "rights", "excerpt"),
        ({"rights": "mine"}, "rights", None),
        ({"slug": "kim-putin"}, "id", "kim-putin"),
        ({"id": "../../etc/passwd"}, "id", ""),
        ({"topics": ["summit"]}, "topics", ("summit",)),
        ({"tags": ["Summit", "Neue Raketen"]}, "topics", ()),
        ({"topics": "summit", "keywords": "a, missiles"}, "topics", ("summit",)),
        ({"lastmod": "2023-09-14T07:15:00Z"}, "modified", "2023-09-14T07:15:00Z"),
        ({"updated": "14. September 2023"}, "modified", "2023-09-14"),
        ({"license": "CC BY 4.0"}, "licence", "CC BY 4.0"),
    ],
)
def test_names_of_other_programs_are_understood(
    values: dict[str, Any], field: str, expected: object
) -> None:
    assert getattr(from_values(values), field) == expected


def test_values_of_any_shape_are_survived() -> None:
    endless: list[object] = []
    endless.append(endless)
    for value in (None, True, 3, 2.5, [], {}, [[]], [None], {"name": []}, endless):
        made = from_values(dict.fromkeys(("title", "date", "authors", "source", "topics"), value))
        assert isinstance(made.title, str)


def test_languages_are_codes() -> None:
    assert [language(name) for name in ("de_DE.UTF-8", "Deutsch", "eng", "klingon", "")] == [
        "de",
        "de",
        "en",
        "",
        "",
    ]


def test_names_are_not_repeated() -> None:
    assert people(["A B", "A B"]) == ("A B",)
