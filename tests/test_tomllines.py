from __future__ import annotations

import pytest

from dossier.tomllines import Keys, Places

TEXT = """[site]
title = "T"

[[topics]]
id = "a"

[[topics]]
id = "b"
title = { de = "B", en = "C" }

[topics.terms]
de = ["x"]
"""


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("site",), 1),
        (("site", "title"), 2),
        (("topics", 0, "id"), 5),
        (("topics", 1, "id"), 8),
        (("topics", 1, "title", "en"), 9),
        (("topics", 1, "terms", "de"), 11),
        (("nowhere",), 1),
    ],
)
def test_a_key_is_found_on_its_line(keys: Keys, line: int) -> None:
    assert Places(TEXT, "dossier.toml")(keys) == f"dossier.toml:{line}"
