from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import BuiltSite

pytestmark = pytest.mark.tool

# The checker reads files, and a file has no origin that 'self' could mean.
_NOT_FROM_FILES = "Resource violates Content Security Policy (meta tag): external "


@pytest.fixture(scope="module")
def messages(
    checker: tuple[str, ...],
    german_site: BuiltSite,
    english_site: BuiltSite,
    bilingual_site: BuiltSite,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, list[str]]:
    """What the checker says of each file: it is started once, for that takes it the longest."""
    sheet = tmp_path_factory.mktemp("faulty") / "faulty.css"
    sheet.write_text("p { colour: red }\n", encoding="utf-8")
    page = sheet.with_name("faulty.html")
    page.write_text("<!doctype html><title>x</title><p><div></p>\n", encoding="utf-8")
    sites = (german_site, english_site, bilingual_site)
    files = [sheet, page, *(one for site in sites for one in checked(site))]
    done = subprocess.run(
        [*checker, "--also-check-css", "--stdout", "--format", "json", *map(str, files)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 1, done.stderr  # for the two with mistakes
    found: dict[str, list[str]] = {str(path): [] for path in files}
    for one in json.loads(done.stdout)["messages"]:
        if one["type"] != "info" or not one["message"].startswith(_NOT_FROM_FILES):
            path = unquote(urlsplit(one["url"]).path)
            found[path].append(f"{path}:{one.get('lastLine')}: {one['message']}")
    return found


def checked(site: BuiltSite) -> list[Path]:
    """Return the pages and style sheets of a site."""
    return sorted((*site.folder.glob("**/*.html"), *site.folder.glob("assets/*.css")))


@pytest.mark.parametrize("language", ["german", "english", "bilingual"])
def test_the_nu_html_checker_finds_no_fault(
    messages: dict[str, list[str]], request: pytest.FixtureRequest, language: str
) -> None:
    site: BuiltSite = request.getfixturevalue(f"{language}_site")
    pages = [str(path) for path in checked(site) if path.suffix == ".html"]
    assert len(pages) > 10
    assert [fault for page in pages for fault in messages[page]] == []


def test_the_nu_html_checker_finds_no_fault_in_the_style_sheets(
    messages: dict[str, list[str]], german_site: BuiltSite
) -> None:
    sheets = [str(path) for path in checked(german_site) if path.suffix == ".css"]
    assert len(sheets) == 3
    assert [fault for sheet in sheets for fault in messages[sheet]] == []


@pytest.mark.parametrize("name", ["faulty.html", "faulty.css"])
def test_the_nu_html_checker_finds_a_fault(messages: dict[str, list[str]], name: str) -> None:
    assert [found for path, found in messages.items() if path.endswith(name) and found]
