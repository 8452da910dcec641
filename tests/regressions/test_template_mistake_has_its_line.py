"""A mistake that shows only while a template is filled in names that template and its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_project import RAIN, STORM, build, make


@pytest.mark.parametrize(
    ("name", "template", "line"),
    [
        ("layouts/article.html", "<p>\n\n{{ view.titel }}", 3),
        ("layouts/article.html", "<p>\n{{ nothing }}", 2),
        ("partials/_footer.html", "\n\n{{ 1 / 0 }}", 3),
    ],
)
def test_the_message_names_file_and_line_once(
    tmp_path: Path, name: str, template: str, line: int
) -> None:
    home = make(
        tmp_path, originals={"a.md": RAIN, "b.md": STORM}, files={f"templates/{name}": template}
    )
    assert [one.where for one in build(home).findings] == [f"templates/{name}:{line}"]
