from __future__ import annotations

from pathlib import Path

import pytest
from helpers_project import RAIN, build, make, put, run
from understanding.wire_reports import HARBOUR, STRIKE, VOTE

from dossier import blocks
from dossier.check import abridged, check, check_dossier
from dossier.errors import DossierError, Finding
from dossier.model import Amendment, Article, Source, packed

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
    found = check(site, (Article(id="x", title="T", date="2023", body=packed(())),), jobs=1)
    assert [(finding.level, finding.where) for finding in found] == [
        ("error", "site/a/index.html:2"),
        ("warning", "content/articles/x.md"),
        ("note", "content/articles/x.md"),
        ("note", "content/articles/x.md"),
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


def report(outlet: str, *texts: str, title: str = "", url: str = "") -> str:
    head = f"---\ntitle: {title or outlet}\ndate: 2024-03-12\nauthors: [A B]\nrights: full\n"
    return f"{head}source: {{name: {outlet}, url: '{url}'}}\n---\n\n" + "\n\n".join(texts) + "\n"


def later(text: str) -> str:
    return text.replace("2024-03-12", "2025-03-12")


def test_possible_copies_and_versions_are_asked_about(tmp_path: Path) -> None:
    url = "https://blatt.example/streik-am-hafen"
    home = make(
        tmp_path,
        articles={
            "a.md": report("Blatt", *HARBOUR),
            "b.md": report("Kurier", *HARBOUR[:2], *VOTE),
            "c.md": report("Anzeiger", *STRIKE, url=url),
            "d.md": report("Anzeiger", *STRIKE[:4], title="Streik", url=url),
            "e.md": later(report("Bote", *HARBOUR[:2], *STRIKE[:3])),
            "f.md": later(report("Anzeiger", *STRIKE, title="Wieder Streik")),
        },
    )
    build(home)
    found = check_dossier(home, home.config(), jobs=1)
    notes = {one.where: one.message for one in found if one.level == "note"}
    assert set(notes) == {"content/articles/a.md", "content/articles/d.md"}
    assert "% of the shorter text stands in b, too" in notes["content/articles/a.md"]
    assert "it may be c again" in notes["content/articles/d.md"]
    for name in ("a.md", "d.md"):
        path = home.articles / name
        text = path.read_text(encoding="utf-8").replace("---\n", "---\ncopy_of: none\n", 1)
        path.write_text(text, encoding="utf-8")
    build(home)
    assert [one for one in check_dossier(home, home.config(), jobs=1) if one.level == "note"] == []


def test_notes_are_no_fault_under_strict_and_warnings_are(tmp_path: Path) -> None:
    noted = report("Blatt", *HARBOUR).replace("rights: full\n", "")
    home = make(tmp_path, articles={"a.md": noted})
    put(home, "content/pages/impressum.md", "Wir.\n")
    run(home, "build", "-q")
    done = run(home, "check", "--strict")
    assert "no rights are stated" in done.stderr
    errors = [line for line in done.stderr.splitlines() if ": error: " in line]
    assert (done.exit_code, errors) == (0, []), done.stderr
    assert done.stdout == "0 errors, 0 warnings, 1 note\n"
    put(home, "content/articles/b.md", RAIN)
    run(home, "build", "-q")
    assert run(home, "check", "--strict").exit_code == 1


def test_many_findings_of_one_kind_do_not_hide_the_others() -> None:
    many = [Finding(where=str(number), message=f"m{number}", hint="h") for number in range(50)]
    one = Finding(where="x", message="y", hint="z", level="note")
    errors = [Finding(where=str(number), message="e", level="error") for number in range(30)]
    kept = abridged([*errors, *many, one])
    assert kept[:30] == errors
    assert kept[30:50] == many[:20]
    assert kept[50].message == "… and 30 more like the last one"
    assert kept[51:] == [one]
    assert abridged(many[:20]) == many[:20]


def test_an_item_that_changes_what_is_not_found_is_an_error(site: Path) -> None:
    made = blocks.number([blocks.make("paragraph", "Es regnet.")])
    item = Amendment(kind="voices", passage=made[0].id, values=(("speaker", "X"),), line=7)
    one = Article(id="x", title="T", date="2023", lang="de", body=packed(made), path="x.md",
                  source=Source(name="S"), amendments=(item,))  # fmt: skip
    (found,) = (finding for finding in check(site, (one,)) if finding.level == "error")
    assert (found.level, found.where) == ("error", "x.md:7")
    assert made[0].id in found.message
