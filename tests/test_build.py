from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from helpers_project import (
    CONFIG,
    RAIN,
    REPOSITORY,
    SEED,
    STORM,
    build,
    data,
    make,
    put,
    run,
    tree,
    whole,
)

from dossier.effects.output import DiskOutput
from dossier.effects.project import Project
from dossier.errors import DossierError

DATA = frozenset(
    "index.html articles.csv csv-metadata.json dossier.bib dossier.csl.json dossier.json "  # noqa: SIM905
    "dossier.ris dossier.schema.json events.csv mentions.csv passages.csv published.json "
    "voices.csv".split()
)
PAGES = ("**/*.html", "**/*.xml", "**/*.json")


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The sample dossier, made from its original and the repository's own configuration."""
    config = (REPOSITORY / "dossier.toml").read_text(encoding="utf-8")
    home = make(
        tmp_path_factory.mktemp("seed"),
        config=config + "\n[search]\nenabled = false\n",
        originals={SEED.name: SEED.read_bytes()},
    )
    assert build(home).findings == []
    return home


def test_pages_of_a_first_build_follow_from_the_same_as_those_of_the_next(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"regen.md": RAIN, "sturm.md": STORM})

    def keys(*, force: bool) -> dict[str, str]:
        build(home, force=force)
        known = DiskOutput(home.site, home.cache).manifest()
        return {path: one["key"] for path, one in known.items() if "key" in one}

    first = keys(force=False)
    assert len(first) > 15
    assert keys(force=True) == first


def test_the_seed_has_its_blocks_and_the_credit_apart(seeded: Project) -> None:
    (article,) = data(seeded)["articles"]
    kinds = [block["type"] for block in article["blocks"]]
    assert [kinds.count(kind) for kind in ("paragraph", "crosshead", "caption")] == [7, 2, 1]
    assert len(kinds) == 10
    (caption,) = (block for block in article["blocks"] if block["type"] == "caption")
    assert caption["text"] == "Kim Jong Un bei der Abfahrt in Pjöngjang nach Russland"
    assert caption["credit"] == "Korean Central News Agency/Korea News Service/AP/picture alliance"
    assert [block["text"] for block in article["blocks"] if block["type"] == "crosshead"] == [
        'USA sehen "Zeichen der Schwäche Putins"',
        "Nordkoreas Militär feuert erneut Raketen ab",
    ]


def test_every_paragraph_of_the_seed_is_that_of_its_original(seeded: Project) -> None:
    original = SEED.read_text(encoding="utf-8").strip().removeprefix("date 2023-09 ")
    (article,) = data(seeded)["articles"]
    texts = [block["text"] for block in article["blocks"]]
    credit_lines = [
        f" Bild: {block['credit']}" if "credit" in block else "" for block in article["blocks"]
    ]
    assert [text + credit for text, credit in zip(texts, credit_lines, strict=True)] == [
        part for part in original.split("\n") if part.strip()
    ]


def test_the_seed_is_in_the_topics_where_an_editor_would_put_it(seeded: Project) -> None:
    made = data(seeded)
    (article,) = made["articles"]
    paragraphs = [block["id"] for block in article["blocks"] if block["type"] == "paragraph"]
    found = {
        topic["id"]: sorted(paragraphs.index(one["passage"]) + 1 for one in topic["passages"])
        for topic in made["topics"]
    }
    assert found == {
        "summit": [1, 2, 3, 5],
        "sanctions-threats": [4],
        "missile-tests": [6, 7],
    }
    for topic in made["topics"]:
        for one in topic["passages"]:
            assert one["why"]
            assert 0 < one["score"] <= 1
            assert (one["state"], one["edited"]) == ("assigned", False)


def test_a_passage_on_a_topic_page_is_the_articles_byte_for_byte(seeded: Project) -> None:
    article = (seeded.articles / "2023-09-kim-putin.md").read_text(encoding="utf-8")
    paragraphs = article.split("\n\n")
    count = 0
    for page in seeded.topics.glob("*/2023.md"):
        for part in page.read_text(encoding="utf-8").split("<!-- passage ")[1:]:
            passage = part.split("-->\n", 1)[1].split("\n\n")[0].rstrip("\n")
            assert passage in [paragraph.rstrip("\n") for paragraph in paragraphs]
            count += 1
    assert count == 7
    escaped = [text.replace("&", "&amp;").strip() for text in paragraphs]
    for page in seeded.site.glob("topics/*/index.html"):
        shown = re.findall(r"<p[^>]*>(.*?)</p>", page.read_text(encoding="utf-8"), re.DOTALL)
        assert [text for text in shown if text.replace("&quot;", '"') in escaped], page
    everywhere = whole(seeded.site / "topics").replace("&quot;", '"').replace("&#34;", '"')
    for block in data(seeded)["articles"][0]["blocks"]:
        if block["type"] == "paragraph":
            assert block["text"] in everywhere


def test_the_date_prefix_is_nowhere_and_no_day_is_made_up(seeded: Project) -> None:
    assert "date 2023-09" not in whole(seeded.site)
    article = (seeded.articles / "2023-09-kim-putin.md").read_text(encoding="utf-8")
    assert "date 2023-09" not in article.split("---\n", 2)[2]
    assert "2023-09-kim-putin" in whole(seeded.site)
    for pattern in PAGES:
        for path in seeded.site.glob(pattern):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"2023-09-\d\d", text), path
            assert not re.search(r"\d\.\s*September\s+2023", text), path
    page = (seeded.site / "articles/2023-09-kim-putin/index.html").read_text(encoding="utf-8")
    assert "September 2023" in page


def test_the_pages_that_a_dossier_has(seeded: Project) -> None:
    expected = {
        *("index.html", "404.html", "feed.xml", "sitemap.xml", "robots.txt"),
        *("feed.json", "site.webmanifest"),
        *(f"topics/{topic.id}/feed.json" for topic in seeded.config().topics),
        *("sources/index.html", "sources/unnamed/index.html", "updates/index.html"),
        *(f"data/{name}" for name in DATA),
        *("topics/index.html", "articles/index.html", "chronology/index.html"),
        *(f"{names}/index.html" for names in ("people", "places", "organisations")),
        *("voices/index.html", "method/index.html", "articles/2023-09-kim-putin/index.html"),
        *(f"topics/{topic.id}/index.html" for topic in seeded.config().topics),
        *(f"topics/{topic.id}/feed.xml" for topic in seeded.config().topics),
    }
    made = set(tree(seeded.site))
    assert expected <= made
    assert {name for name in made - expected if not name.startswith("assets/")} == set()


def test_nothing_is_loaded_from_elsewhere(seeded: Project) -> None:
    for path in seeded.site.glob("**/*.html"):
        page = path.read_text(encoding="utf-8")
        for found in re.findall(
            r"<(?:script|link|img|iframe)[^>]*?(?:src|href)=\"([^\"]+)\"", page
        ):
            assert not re.match(r"(?:https?:)?//", found), (path, found)


# --- builds that follow one another -------------------------------------------------------


def test_a_second_build_renders_nothing(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "b.md": STORM})
    first = build(home)
    before = {name: (home.site / name).stat().st_mtime_ns for name in tree(home.site)}
    content = tree(home.content)
    second = build(home)
    assert (second.plan.render, second.plan.delete) == ({}, {})
    assert set(second.plan.keep) == set(first.plan.render)
    assert {name: (home.site / name).stat().st_mtime_ns for name in tree(home.site)} == before
    assert tree(home.content) == content


def test_a_change_renders_only_what_depends_on_it(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "b.md": STORM})
    build(home)
    article = home.articles / "2023-05-04-a.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("Die Straßen blieben", "Die Gassen blieben"), encoding="utf-8")
    assert set(build(home).plan.render) == {
        "articles/2023-05-04-a/index.html",
        "data/dossier.json",
        "data/published.json",
    }
    article.write_text(text.replace("Der Regen kommt", "Der Regen geht"), encoding="utf-8")
    rendered = set(build(home).plan.render)
    assert {"articles/2023-05-04-a/index.html", "articles/index.html", "feed.xml"} <= rendered
    assert "topics/regen/index.html" in rendered
    untouched = {"articles/2022-11-b/index.html", "topics/sturm/index.html", "method/index.html"}
    assert not untouched & rendered
    put(home, "content/topics/sturm/index.md", "Neu.\n")
    assert set(build(home).plan.render) == {"topics/sturm/index.html"}


def test_time_stamps_mean_nothing(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    build(home)
    for path in (*home.content.rglob("*.md"), *home.site.rglob("*.html")):
        os.utime(path, (1, 1))
    assert build(home).plan.render == {}


def clean(home: Project, folder: Path) -> dict[str, bytes]:
    """Build a copy of the dossier without its site and its cache."""
    for name in ("content", "templates"):
        if (home.root / name).exists():
            shutil.copytree(home.root / name, folder / name)
    shutil.copy(home.root / "dossier.toml", folder)
    copied = Project(folder)
    build(copied)
    return tree(copied.site)


def test_after_every_edit_the_site_is_that_of_a_clean_build(tmp_path: Path) -> None:
    home = make(tmp_path / "home", originals={"a.md": RAIN})
    page = home.topics / "regen/2023.md"
    article = home.articles / "2023-05-04-a.md"

    def edit(path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    steps = (
        lambda: None,
        lambda: put(home, "content/originals/b.md", STORM),
        lambda: put(home, "content/articles/c.md", STORM.replace("2022-11", "2023")),
        lambda: edit(page, "Der Regen begann", "Der *starke* Regen begann"),
        lambda: edit(page, "## [", "Ein Wort davor.\n\n## ["),
        lambda: edit(article, "hörte bis zum Abend", "hörte bis in die Nacht"),
        lambda: edit(article, "title: Der Regen", "rights: excerpt\ntitle: Nur der Regen"),
        lambda: edit(home.root / "dossier.toml", '"Orkan"', '"Orkan", "Straße"'),
        lambda: edit(home.root / "dossier.toml", 'title = "Wetter"', 'title = "Das Wetter"'),
        lambda: put(home, "content/pages/impressum.md", "---\ntitle: Impressum\n---\nWir.\n"),
        lambda: put(home, "templates/i18n/de.toml", 'nav_topics = "Unsere Themen"\n'),
        lambda: put(home, "templates/assets/site.css", "body { color: black }\n"),
        lambda: shutil.rmtree(home.cache),
        lambda: put(home, "site/topics/regen/index.html", "changed by hand"),
        lambda: edit(article, "id: 2023-05-04-a", "id: neu"),
        (home.originals / "b.md").unlink,
        (home.articles / "2022-11-b.md").unlink,
        lambda: edit(home.root / "dossier.toml", 'id = "sturm"', 'id = "unwetter"'),
        lambda: shutil.rmtree(home.root / "templates"),
        lambda: put(home, "content/originals/d.md", STORM.replace("Sturm", "Orkan")),
        lambda: put(
            home, "content/topics/regen/index.md", "Mehr dazu [hier](../../articles/c.md).\n"
        ),
        lambda: shutil.rmtree(home.site),
    )
    assert len(steps) % 3 == 1  # the last is looked at
    for number, step in enumerate(steps):
        step()
        build(home)
        if number % 3:
            continue  # two edits in a row are harder than one, and a clean build is slow
        folder = tmp_path / f"clean-{number}"
        folder.mkdir()
        assert tree(home.site) == clean(home, folder), f"after step {number}"


def test_data_that_are_put_together_are_those_of_a_clean_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make(tmp_path / "home", originals={"a.md": RAIN, "b.md": STORM})
    build(home)
    article, config = home.articles / "2023-05-04-a.md", home.root / "dossier.toml"

    def edit(path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def tampered() -> None:  # of the same size: only its content tells
        data = home.site / "data/dossier.json"
        data.write_bytes(data.read_bytes().replace(b"Sturm", b"STURM"))
        edit(article, "Der Regen kommt", "Der Regen bleibt")

    def another_program() -> None:
        monkeypatch.setattr("dossier.bindery.code_version", lambda: "another")
        edit(article, "blieben leer", "blieben lange leer")

    steps = (
        tampered,
        lambda: put(home, "content/originals/c.md", RAIN.replace("Regen", "Hagel")),
        (home.cache / "parts").unlink,
        lambda: put(home, "site/data/events.csv", "changed by hand"),
        (home.articles / "2022-11-b.md").unlink,
        another_program,
        lambda: edit(config, 'id = "sturm"', 'id = "unwetter"'),
    )
    for number, step in enumerate(steps):
        step()
        build(home)
        if step in {tampered, another_program, steps[-1]}:
            folder = tmp_path / f"clean-{number}"
            folder.mkdir()
            assert tree(home.site) == clean(home, folder), f"after step {number}"


@contextmanager
def zone(name: str) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", name)
        time.tzset()
        yield
    time.tzset()


def test_folder_clock_and_zone_leave_no_trace(tmp_path: Path) -> None:
    sites = []
    for number, name in enumerate(("Pacific/Kiritimati", "America/Adak")):
        home = make(tmp_path / f"folder {number}", originals={"a.md": RAIN, "b.md": STORM})
        with zone(name):
            build(home, base_url="https://desk.github.io/repo/")
        assert str(tmp_path) not in whole(home.site)
        sites.append(tree(home.site) | tree(home.content))
    assert sites[0] == sites[1]


def test_the_order_in_which_articles_came_leaves_no_trace_on_their_pages(tmp_path: Path) -> None:
    one = make(tmp_path / "1", originals={"a.md": RAIN, "b.md": STORM})
    build(one)
    two = make(tmp_path / "2", originals={"b.md": STORM})
    build(two)
    put(two, "content/originals/a.md", RAIN)
    build(two)
    assert tree(one.site) == tree(two.site)


def test_whoever_deletes_the_cache_loses_nothing(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "b.md": STORM})
    build(home)
    site, content = tree(home.site), tree(home.content)
    shutil.rmtree(home.cache)
    built = build(home)
    assert set(built.plan.render.values()) == {"not known from an earlier build"}
    assert (tree(home.site), tree(home.content)) == (site, content)
    assert built.offered == 0


class Killed(DiskOutput):
    """An output whose build is killed when half of its files are in place."""

    def write(self, files: Mapping[str, bytes]) -> None:
        half = len(files) // 2
        super().write(dict(list(files.items())[:half]))
        raise KeyboardInterrupt


class KilledBeforeTheEnd(DiskOutput):
    """An output whose build is killed when all is done but the manifest."""

    def delete(self, paths: Iterable[str]) -> None:
        super().delete(paths)
        raise KeyboardInterrupt


@pytest.mark.parametrize("kind", [Killed, KilledBeforeTheEnd])
@pytest.mark.parametrize("undone", [False, True])
def test_a_killed_build_is_repaired_by_the_next(
    tmp_path: Path, kind: type[DiskOutput], *, undone: bool
) -> None:
    home = make(tmp_path / "home", originals={"a.md": RAIN, "b.md": STORM})
    build(home)
    article = home.articles / "2023-05-04-a.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("Der Regen kommt", "Der Nebel kommt"), encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        build(home, output=kind(home.site, home.cache))
    if undone:  # by the very size and name nothing would tell the pages apart
        article.write_text(text, encoding="utf-8")
    build(home)
    folder = tmp_path / "clean"
    folder.mkdir()
    assert tree(home.site) == clean(home, folder)
    assert build(home).plan.render == {}


def test_strays_go_and_what_is_the_publishers_stays(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    kept = ("site/.gitkeep", "site/CNAME", "site/.nojekyll")
    for name in (*kept, "site/old/page.html", "site/articles", "site/feed.xml/x"):
        put(home, name, "x")
    build(home)
    assert all((home.root / name).read_text(encoding="utf-8") == "x" for name in kept)
    assert not (home.site / "old").exists()
    assert (home.site / "articles/2023-05-04-a/index.html").is_file()
    assert (home.site / "feed.xml").is_file()
    assert build(home).plan.render == {}


# --- addresses ----------------------------------------------------------------------------


def test_the_base_url_is_only_where_it_must_be(tmp_path: Path) -> None:
    base = "https://desk.github.io/repo/"
    home = make(tmp_path, originals={"a.md": RAIN})
    assert run(home, "build", "-q", "--base-url", base).exit_code == 0
    page = (home.site / "articles/2023-05-04-a/index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{base}articles/2023-05-04-a/">' in page
    before, cited, _ = page.partition("</head>")[2].partition('<details class="citation"')
    assert cited
    assert base not in before
    assert f"<loc>{base}articles/2023-05-04-a/</loc>" in whole(home.site)
    assert f"Sitemap: {base}sitemap.xml" in (home.site / "robots.txt").read_text(encoding="utf-8")
    assert 'href="/repo/' in (home.site / "404.html").read_text(encoding="utf-8")
    assert f"{base}articles/2023-05-04-a/" in (home.site / "feed.xml").read_text(encoding="utf-8")
    assert data(home)["dossier"]["url"] == base


def test_the_option_goes_before_the_configuration(tmp_path: Path) -> None:
    config = CONFIG.replace("[[topics]]", 'base_url = "https://old.example/"\n\n[[topics]]', 1)
    home = make(tmp_path, config=config, originals={"a.md": RAIN})
    build(home)
    assert "https://old.example/articles/" in whole(home.site)
    build(home, base_url="https://new.example/")
    assert "https://new.example/articles/" in whole(home.site)
    assert "old.example" not in whole(home.site)


def test_without_a_base_url_no_host_is_named(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    build(home)
    assert "canonical" not in whole(home.site)
    assert data(home)["dossier"]["url"] == ""


# --- rights -------------------------------------------------------------------------------

PLUMS = """\
---
title: Quittenernte
date: 2023-05-04
{head}
---

Der Regen begann am Morgen und fiel auf die Quarkspeise im Garten von Herrn Ypsilon.

Am 3. Juni 2021 sagte Minister Zwetschge: "Der Niederschlag hat uns sehr Mirabellen gemacht."

![Aprikose im Sturm](<> "Pfirsich/dpa")
"""
HIDDEN = (
    "Quarkspeise",
    "Ypsilon",
    "Zwetschge",
    "Mirabellen",
    "Aprikose",
    "Pfirsich",
    "Niederschlag",
)


def rights(folder: Path, head: str, more: str = "") -> Project:
    home = make(
        folder,
        config=CONFIG.replace("Niederschlag", "Garten") + more,
        articles={"x.md": PLUMS.format(head=head), "b.md": STORM},
    )
    assert build(home).findings == []
    return home


@pytest.mark.parametrize(
    ("head", "more"),
    [
        ("rights: private", ""),
        ("source: Anzeiger", '[[sources]]\nname = "Anzeiger"\nrights = "private"\n'),
        ("lang: de", '[rights]\ndefault = "private"\n'),
    ],
)
def test_a_private_article_is_nowhere_on_the_site(tmp_path: Path, head: str, more: str) -> None:
    home = rights(tmp_path, head, more)
    text = whole(home.site)
    names = "\n".join(tree(home.site))
    for word in (*HIDDEN, "Quittenernte", "2023-05-04", "Juni 2021", "articles/x/"):
        assert word not in text, word
        assert word not in names
    assert "Quarkspeise" in (home.topics / "regen/2023.md").read_text(encoding="utf-8")


def test_of_a_linked_article_only_its_data_is_shown(tmp_path: Path) -> None:
    head = "rights: link\nsource: {name: Anzeiger, url: 'https://anzeiger.example/1'}"
    home = rights(tmp_path, head)
    text = whole(home.site)
    for word in (*HIDDEN, "Juni 2021", "Der Regen begann am Morgen"):
        assert word not in text, word
    page = (home.site / "articles/x/index.html").read_text(encoding="utf-8")
    assert "Quittenernte" in page
    assert "https://anzeiger.example/1" in page
    (article,) = (one for one in data(home)["articles"] if one["id"] == "x")
    assert (article["blocks"], article["rights"]) == ([], "link")


def test_an_excerpt_is_cut_everywhere(tmp_path: Path) -> None:
    home = rights(tmp_path, "rights: excerpt", "[rights]\nexcerpt_chars = 40\n")
    text = whole(home.site)
    for word in (*HIDDEN, "Juni 2021"):
        assert word not in text, word
    assert "Der Regen begann am Morgen und fiel auf …" in text
    (article,) = (one for one in data(home)["articles"] if one["id"] == "x")
    assert [block["text"] for block in article["blocks"]] == [
        "Der Regen begann am Morgen und fiel auf …"
    ]
    page = (home.site / "topics/regen/index.html").read_text(encoding="utf-8")
    assert "Der Regen begann am Morgen und fiel auf …" in page


def test_an_edited_topic_page_does_not_undo_an_excerpt(tmp_path: Path) -> None:
    home = rights(tmp_path, "rights: excerpt", "[rights]\nexcerpt_chars = 40\n")
    page = home.topics / "regen/2023.md"
    text = page.read_text(encoding="utf-8")
    assert "Quarkspeise" in text
    page.write_text(text.replace("fiel auf die", "fiel sanft auf die"), encoding="utf-8")
    build(home)
    assert "Quarkspeise" not in whole(home.site)


def test_rights_that_were_narrowed_leave_nothing_behind(tmp_path: Path) -> None:
    home = rights(tmp_path, "rights: full")
    assert "Quarkspeise" in whole(home.site)
    put(home, "site/pagefind/fragment/x", "Quarkspeise")
    put(home, "content/articles/x.md", PLUMS.format(head="rights: private"))
    build(home)
    left = [path for path in home.site.rglob("*") if path.is_file()]
    assert not [path for path in left if b"Quarkspeise" in path.read_bytes()]


# --- articles by hand, and untrusted ones -------------------------------------------------


def test_an_article_by_hand_and_the_editors_topics(tmp_path: Path) -> None:
    home = make(tmp_path, articles={"hand.md": RAIN.replace("date:", "topics: [sturm]\ndate:")})
    assert build(home).findings == []
    made = data(home)
    (article,) = made["articles"]
    assert (article["id"], article["title"], article["date"]) == (
        *("hand", "Der Regen kommt", "2023-05-04"),
    )
    assert [len(topic["passages"]) for topic in made["topics"]] == [0, 2]
    assert [one["score"] for one in made["topics"][1]["passages"]] == [1.0, 1.0]


def test_an_articles_text_cannot_become_code(tmp_path: Path) -> None:
    attack = (
        "<script>alert(1)</script><img src=x onerror=alert(2)> [x](javascript:alert(3)) {{ 7*7 }}"
    )
    home = make(
        tmp_path,
        originals={
            "a.txt": f"Der Regen {attack} fiel den ganzen Tag über der Stadt.\n",
            "b.md": f'---\ntitle: "{attack}"\ndate: 2023\n'
            f"source: {{name: '{attack}', url: 'javascript:alert(4)'}}\n---\n\n"
            f"Der Regen {attack}\n",
        },
        files={"content/pages/seite.md": f"---\ntitle: S\n---\n\n{attack}\n"},
    )
    assert build(home).findings == []
    for path in home.site.glob("**/*.html"):
        page = path.read_text(encoding="utf-8")
        assert "<script>alert" not in page, path
        assert "<img" not in page, path
        assert 'href="javascript:' not in page, path
        assert ">49<" not in page
    for path in home.site.glob("**/*.xml"):
        assert "<script>" not in path.read_text(encoding="utf-8"), path
    assert "&lt;script&gt;alert(1)" in whole(home.site)


def test_a_comment_that_an_article_opens_hides_nothing(tmp_path: Path) -> None:
    home = make(
        tmp_path,
        originals={"a.txt": "Der Regen <!-- fiel am Morgen.\n\nDer Sturm kam am Abend.\n"},
    )
    build(home)
    (article,) = data(home)["articles"]
    assert [block["text"] for block in article["blocks"]] == [
        *("Der Regen <!-- fiel am Morgen.", "Der Sturm kam am Abend."),
    ]


def test_an_empty_dossier_builds(tmp_path: Path) -> None:
    home = make(tmp_path, config='[site]\ntitle = "Leer"\n[search]\nenabled = false\n')
    assert build(home).findings == []
    assert "Leer" in (home.site / "index.html").read_text(encoding="utf-8")
    assert build(home).plan.render == {}


def test_a_site_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    put(home, "site", "a file")
    with pytest.raises(DossierError, match="the site cannot be written") as caught:
        build(home)
    assert caught.value.hint
    shutil.rmtree(home.articles)
    put(home, "content/articles", "a file")
    done = run(home, "build")
    assert done.exit_code == 1
    assert "content/articles/2023-05-04-a.md: error: the file cannot be written" in done.stderr


# --- the search ---------------------------------------------------------------------------


def test_the_index_is_made_when_an_articles_page_changed_and_only_then(tmp_path: Path) -> None:
    config = CONFIG.replace("enabled = false", "enabled = true")
    home = make(tmp_path, config=config, originals={"a.md": RAIN})
    assert build(home).indexed == 1
    assert (home.site / "pagefind/pagefind.js").exists()
    put(home, "content/pages/a.md", "Eine Seite.\n")
    put(home, "content/topics/sturm/index.md", "Neu.\n")
    build(home)
    assert build(home).indexed is None
    put(home, "content/originals/b.md", STORM)
    assert build(home).indexed == 2
    shutil.rmtree(home.site / "pagefind")
    assert build(home).indexed == 2
    put(home, "dossier.toml", CONFIG)
    built = build(home)
    assert built.indexed is None
    assert not (home.site / "pagefind").exists()
    assert not (home.site / "search").exists()


# --- several languages ----------------------------------------------------------------------


def test_a_dossier_in_two_languages_and_a_third_of_its_own(tmp_path: Path) -> None:
    config = CONFIG.replace('["de"]', '["de", "en", "nl"]')
    home = make(tmp_path, config=config, originals={"a.txt": STORM, "b.txt": RAIN})
    with pytest.raises(DossierError, match="no interface in `nl`") as caught:
        build(home)
    assert "templates/i18n/nl.toml" in (caught.value.hint or "")
    strings = (REPOSITORY / "templates/i18n/en.toml").read_text(encoding="utf-8")
    put(home, "templates/i18n/nl.toml", strings.replace('"Topics"', '"Onderwerpen"'))
    assert build(home).findings == []
    pages = {path for path in tree(home.site) if path.endswith("index.html")}
    german = {path for path in pages if not path.startswith(("en/", "nl/"))}
    assert pages == {f"{lang}{path}" for lang in ("", "en/", "nl/") for path in german}
    assert "Onderwerpen" in (home.site / "nl/index.html").read_text(encoding="utf-8")
    assert build(home).plan.render == {}


def test_the_index_of_a_dossier_in_two_languages_holds_each_article_once(tmp_path: Path) -> None:
    config = CONFIG.replace('["de"]', '["de", "en"]').replace("enabled = false", "enabled = true")
    home = make(tmp_path, config=config, originals={"a.txt": STORM, "b.txt": RAIN})
    assert build(home).indexed == 2


def bundles_of(home: Project) -> dict[str, dict[str, bytes]]:
    """Return the files of each bundle of the index, by its folder."""
    found: dict[str, dict[str, bytes]] = {}
    for entry in (home.site / "pagefind").rglob("pagefind-entry.json"):
        name = entry.parent.relative_to(home.site).as_posix()
        held = {path.relative_to(home.site).as_posix(): path for path in entry.parent.rglob("*")}
        found[name] = {
            path: file.read_bytes()
            for path, file in held.items()
            if file.is_file() and (name != "pagefind" or "archive" not in path)
        }
    return found


def test_a_bundle_of_the_index_is_made_anew_when_its_articles_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dossier.bundles._STEP", 2)
    home = make(tmp_path, config=CONFIG.replace("enabled = false", "enabled = true"))
    for year in range(2010, 2022):
        text = f"---\ntitle: Bericht {year}\ndate: {year}-05\n---\n\nRegen im Jahr {year}.\n"
        put(home, f"content/articles/{year}-05-bericht.md", text)
    assert build(home).indexed == 12
    names = {"pagefind", *(f"pagefind/archive-{number}" for number in (1, 2, 3))}
    assert bundles_of(home).keys() == names
    page = (home.site / "search/index.html").read_text(encoding="utf-8")
    assert 'data-bundles="pagefind/ pagefind/archive-3/ pagefind/archive-2/' in page
    before = bundles_of(home)
    put(home, "content/articles/2011-05-bericht.md", "---\ntitle: Neu\ndate: 2011-05\n---\n\nA.\n")
    assert build(home).indexed == 4
    after = bundles_of(home)
    assert [name for name in sorted(names) if before[name] != after[name]] == ["pagefind/archive-1"]
    (home.content / "articles/2016-05-bericht.md").unlink()
    build(home)
    shutil.rmtree(home.site / "pagefind/archive-1")
    assert build(home).indexed
    assert build(home).indexed is None
    made = bundles_of(home)
    shutil.rmtree(home.cache)
    shutil.rmtree(home.site)
    build(home)
    assert bundles_of(home) == made
    for path in sorted((home.content / "articles").glob("*.md"))[3:]:
        path.unlink()
    build(home)
    assert bundles_of(home).keys() == {"pagefind"}


def test_a_new_version_that_a_build_brings_is_on_the_site(tmp_path: Path) -> None:
    head = (
        "---\ntitle: Der Regen kommt\ndate: 2023-05-04\nurl: https://wetter.example/regen\n---\n\n"
    )
    body = RAIN.split("---\n", 2)[-1].strip()
    home = make(tmp_path, originals={"a.md": f"{head}{body}\n"})
    build(home)
    put(home, "content/originals/a-2.md", f"{head}{body}\n\nAm Abend kam die Sonne zurück.\n")
    built = build(home)
    assert [one.kind for one in built.arrivals] == ["version"]
    (article,) = data(home)["articles"]
    assert article["blocks"][-1]["text"] == "Am Abend kam die Sonne zurück."
    assert "die Sonne zurück" in (home.site / article["url"] / "index.html").read_text("utf-8")
