from __future__ import annotations

import json
import subprocess

import pytest
from conftest import BuiltSite

pytestmark = pytest.mark.tool

# The checker reads files, and a file has no origin that 'self' could mean.
_NOT_FROM_FILES = "Resource violates Content Security Policy (meta tag): external "


@pytest.mark.parametrize("language", ["german", "english", "bilingual"])
def test_the_nu_html_checker_finds_no_fault(
    checker: tuple[str, ...], request: pytest.FixtureRequest, language: str
) -> None:
    site: BuiltSite = request.getfixturevalue(f"{language}_site")
    pages = [str(path) for path in sorted(site.folder.glob("**/*.html"))]
    assert len(pages) > 10
    done = subprocess.run(
        [*checker, "--stdout", "--format", "json", *pages],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
    messages = json.loads(done.stdout)["messages"]
    faults = [
        f"{one['url'].rpartition('/site/')[2]}:{one.get('lastLine')}: {one['message']}"
        for one in messages
        if one["type"] != "info" or not one["message"].startswith(_NOT_FROM_FILES)
    ]
    assert faults == []
    assert done.returncode == 0, done.stderr


def test_the_nu_html_checker_finds_no_fault_in_the_style_sheets(
    checker: tuple[str, ...], german_site: BuiltSite
) -> None:
    sheets = [str(path) for path in sorted(german_site.folder.glob("assets/*.css"))]
    assert len(sheets) == 3
    done = subprocess.run(
        [*checker, "--css", "--stdout", "--format", "json", *sheets],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
    found = [one["message"] for one in json.loads(done.stdout)["messages"]]
    assert found == []
