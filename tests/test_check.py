from __future__ import annotations

from pathlib import Path

import pytest

from dossier.check import check
from dossier.errors import DossierError
from dossier.model import Article

PAGE = (
    '<!doctype html><html lang="de"><head><title>T</title>'
    '<link rel="canonical" href="https://desk.github.io/repo/{path}"></head>'
    "<body><h1>Titel</h1>{body}</body></html>"
)


def write(site: Path, path: str, body: str = "") -> None:
    name = path + "index.html" if path in ("", "a/") else path
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(PAGE.format(path=path, body=body), encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    write(folder, "", '<a href="a/">a</a>')
    write(folder, "a/", '<a href="../">Start</a>')
    write(folder, "404.html", '<a href="/repo/">Start</a>')
    (folder / "pagefind").mkdir()
    (folder / "pagefind" / "pagefind.js").write_text('import("./not-ours.js")', encoding="utf-8")
    (folder / "data.json").write_text("{}", encoding="utf-8")
    return folder


def test_a_sound_site_with_complete_articles(site: Path) -> None:
    assert check(site, ()) == ()


def test_faults_of_the_site_come_before_gaps_of_articles(site: Path) -> None:
    write(site, "a/", '\n<a href="../b/">b</a>')
    found = check(site, (Article(id="x", title="T", date="2023", blocks=()),), jobs=1)
    assert [(finding.level, finding.where) for finding in found] == [
        ("error", "site/a/index.html:2"),
        ("warning", "content/articles/x.md"),
    ]


def test_the_base_path_comes_from_the_home_page(site: Path) -> None:
    write(site, "404.html", '<a href="/elsewhere/">Start</a>')
    assert "base path" in check(site, ())[0].message


def test_many_pages_go_over_all_cores(site: Path) -> None:
    for number in range(250):
        write(site, f"p{number}.html", '<a href="no/">no</a>' if number == 249 else "")
    found = check(site, (), jobs=2)
    assert [finding.where for finding in found] == ["site/p249.html:1"]


def test_without_a_site_the_way_out_is_named(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="no site") as caught:
        check(tmp_path / "site", ())
    assert "dossier build" in caught.value.hint
