from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from helpers_project import RAIN, REPOSITORY, SEED, STORM, build, make, put, run

from dossier import config
from dossier.errors import Finding
from dossier.explain import explain

QUOTED = """\
Der Bürgermeister sagte am 4. Mai 2023: "Der Regen hat die ganze Stadt überrascht."

Sturm Bild: Meier/dpa
"""


def seen(done_stdout: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done_stdout.splitlines()]


def assert_shape(one: dict[str, Any]) -> None:
    """Check the keys of DESIGN's promise, and that offsets cut the text out of its block."""
    assert list(one) == [
        *(
            "file",
            "title",
            "date",
            "lang",
            "blocks",
            "topics",
            "voices",
            "dates",
            "events",
            "mentions",
        ),
        *("authors", "source", "modified", "licence"),
        *("article_topics", "runners_up"),
    ]
    texts = {block["id"]: block["text"] for block in one["blocks"]}
    passages = {
        block["id"] for block in one["blocks"] if block["type"] in ("paragraph", "list", "quote")
    }
    for block in one["blocks"]:
        assert {"id", "type", "text"} <= set(block) <= {"id", "type", "text", "credit"}
        assert block["type"] in ("paragraph", "crosshead", "caption", "list", "quote")
    for match in one["topics"]:
        assert list(match) == ["topic", "passage", "score", "why", "state", "weights"]
        assert match["state"] in ("assigned", "suggested", "editor")
        assert match["passage"] in passages
        assert 0 < match["score"] <= 1
    for voice in one["voices"]:
        keys = [key for key in voice if key != "via"]  # second hand, where there is one
        assert keys == ["passage", "start", "end", "text", "speaker", "kind", "cue"]
        assert voice["kind"] in ("direct", "partial", "reported")
    for date in one["dates"]:
        assert list(date) == ["passage", "start", "end", "text", "edtf"]
    for found in (*one["voices"], *one["dates"], *one["mentions"]):
        assert found["passage"] in passages
        assert texts[found["passage"]][found["start"] : found["end"]] == found["text"]
        assert found["text"]


def test_the_seed_in_the_sample_dossier() -> None:
    (one,) = explain([SEED], config.load(REPOSITORY / "dossier.toml"))
    assert isinstance(one, dict)
    assert_shape(one)
    assert (one["file"], one["date"], one["lang"]) == (SEED.as_posix(), "2023-09", "de")
    kinds = [block["type"] for block in one["blocks"]]
    assert [kinds.count(kind) for kind in ("paragraph", "crosshead", "caption")] == [7, 2, 1]
    assert {match["topic"] for match in one["topics"]} == {
        *("summit", "sanctions-threats", "missile-tests")
    }
    assert len(one["voices"]) > 3
    assert any(date["edtf"] == "2019-04" for date in one["dates"])


def test_out_of_a_dossier_there_are_no_topics(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(QUOTED, encoding="utf-8")
    done = run(tmp_path, "explain", "a.txt", "--json")
    assert (done.exit_code, done.stderr) == (0, "")
    (one,) = seen(done.stdout)
    assert_shape(one)
    assert (one["file"], one["topics"], one["lang"]) == ("a.txt", [], "de")
    assert one["blocks"][1] == {
        "id": one["blocks"][1]["id"],
        "type": "caption",
        "text": "Sturm",
        "credit": "Meier/dpa",
    }
    assert [voice["text"] for voice in one["voices"]] == [
        "Der Regen hat die ganze Stadt überrascht."
    ]
    assert [date["edtf"] for date in one["dates"]] == ["2023-05-04"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt"]


def test_in_a_dossier_files_from_anywhere_are_matched(tmp_path: Path) -> None:
    home = make(tmp_path / "home", originals={"a.md": RAIN})
    (tmp_path / "b.txt").write_text(QUOTED, encoding="utf-8")
    done = run(home, "explain", "content/originals", "../b.txt", "--json")
    one, two = seen(done.stdout)
    for each in (one, two):
        assert_shape(each)
    assert (one["file"], two["file"]) == ("content/originals/a.md", "../b.txt")
    assert [(match["topic"], match["why"]) for match in one["topics"]] == [("regen", ["Regen"])]
    assert one["topics"][0]["state"] == "assigned"
    assert not home.articles.joinpath("2023-05-04-a.md").exists()


def test_an_article_is_seen_as_the_dossier_has_it_from_any_folder(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.txt": QUOTED})
    build(home)
    (article,) = home.articles.iterdir()
    (from_root,) = seen(run(home, "explain", article, "--json").stdout)
    (from_there,) = seen(run(home.articles, "explain", article.name, "--json").stdout)
    assert_shape(from_root)
    assert from_root["blocks"][1]["credit"] == "Meier/dpa"
    assert from_there | {"file": ""} == from_root | {"file": ""}


def test_what_cannot_be_read_names_place_and_line_and_the_rest_is_seen(tmp_path: Path) -> None:
    home = make(
        tmp_path, originals={"a.md": RAIN, "b.md": "---\ntitle: A: B\n---\n\nText.\n", "c.txt": ""}
    )
    put(home, "content/articles/d.md", RAIN.replace("date:", "rights: x\ndate:"))
    done = run(home, "explain", "content/originals", "content/articles/d.md", "none.txt", "--json")
    assert done.exit_code == 1
    assert [one["file"] for one in seen(done.stdout)] == ["content/originals/a.md"]
    lines = done.stderr.splitlines()
    problems = [line for line in lines if not line.startswith(" ")]
    assert [line.partition(": error: ")[0] for line in problems] == [
        *("content/originals/b.md:2", "content/originals/c.txt", "content/articles/d.md:3"),
        "none.txt",
    ]
    assert len(lines) == 8  # a hint for each


def test_for_people_it_is_text(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"b.txt": "date 2023-05 " + QUOTED})
    done = run(home, "explain", "content/originals/b.txt")
    assert done.exit_code == 0
    for part in (
        "content/originals/b.txt\n",
        "(2023-05, de)",
        "  caption\n  Sturm\n  credit: Meier/dpa\n",
        "  topic regen ",
        "(assigned): Regen 1.0\n",
        "  direct: ",
        "  date 2023-05-04: ",
    ):
        assert part in done.stdout
    assert "{" not in done.stdout


def test_a_broken_configuration_is_not_passed_over(tmp_path: Path) -> None:
    home = make(tmp_path, config="[site]\ntitel = 1\n", originals={"a.md": RAIN})
    done = run(home, "explain", "content/originals/a.md", "--json")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "dossier.toml:2: error: [site] has no key `titel`" in done.stderr


@pytest.mark.parametrize("text", ["La pluie tombe sur la ville depuis ce matin.\n", "Да.\n", "1\n"])
def test_a_text_in_another_language_is_seen_too(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    (one,) = explain([path], None)
    assert not isinstance(one, Finding)
    assert_shape(one)
    assert one["blocks"][0]["text"] == text.strip()


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    for name, text in (("b.md", STORM), ("a.md", RAIN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [one["file"] for one in explain([tmp_path], None) if isinstance(one, dict)]
    assert files == [(tmp_path / name).as_posix() for name in ("a.md", "b.md")]


def test_an_article_is_found_by_its_id_and_a_passage_by_its_own(tmp_path: Path) -> None:
    home = make(tmp_path, articles={"regen.md": RAIN})
    (whole,) = seen(run(home, "explain", "regen", "--json").stdout)
    first = whole["blocks"][0]
    (one,) = seen(run(home, "explain", f"regen#{first['id']}", "--json").stdout)
    assert one["blocks"] == [first]
    assert [match["passage"] for match in one["topics"]] == [first["id"]]
    (by_path,) = seen(
        run(home, "explain", f"content/articles/regen.md#{first['id']}", "--json").stdout
    )
    assert by_path["blocks"] == [first]


def test_the_whole_article_has_its_topics_in_order(tmp_path: Path) -> None:
    home = make(tmp_path, articles={"sturm.md": STORM})
    (one,) = seen(run(home, "explain", "sturm", "--json").stdout)
    assert [row["topic"] for row in one["article_topics"]] == ["sturm", "regen"]
    assert "passage" not in one["article_topics"][0]


def test_what_an_editor_moved_and_removed_is_seen_that_way(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": STORM})
    build(home)
    page = home.topics / "regen" / "2022.md"
    text = page.read_text(encoding="utf-8")
    start = text.index("<!-- passage")
    page.write_text(text[:start], encoding="utf-8")
    other = home.topics / "sturm" / "2022.md"
    before = other.read_text(encoding="utf-8")
    (article,) = home.articles.iterdir()
    first = seen(run(home, "explain", article, "--json").stdout)[0]["blocks"][1]["id"]
    comment = f"<!-- passage {article.stem}#{first} -->\n"
    if first not in before:
        other.write_text(f"{before}\n{comment}Der Regen.\n", encoding="utf-8")
    (one,) = seen(run(home, "explain", article, "--json").stdout)
    rows = {row["topic"]: row["state"] for row in one["topics"] if row["passage"] == first}
    assert "regen" not in rows
    assert rows["sturm"] in ("assigned", "editor")
    states = [row["state"] for row in one["runners_up"] if row["topic"] == "regen"]
    assert states == ["removed"]
    assert "(taken off)" in run(home, "explain", article).stdout


def test_topics_in_the_front_matter_are_the_editors_word(tmp_path: Path) -> None:
    text = RAIN.replace("date:", "topics: [sturm]\ndate:")
    home = make(tmp_path, articles={"regen.md": text})
    (one,) = seen(run(home, "explain", "regen", "--json").stdout)
    assert {(row["topic"], row["state"], row["score"]) for row in one["topics"]} == {
        ("sturm", "editor", 1.0)
    }
    assert len(one["topics"]) == 2


ARTICLE = """\
---
title: Sturm
date: 2023-05-06   # geschätzt
---
Der Bürgermeister sagte am 4. Mai 2023: "Der Regen hat die ganze Stadt überrascht."
"""


def test_findings_can_be_written_into_an_article_and_change_nothing_there(tmp_path: Path) -> None:
    home = make(tmp_path)
    path = put(home, "content/articles/sturm.md", ARTICLE)
    done = run(home, "explain", "--write", "content/articles/sturm.md")
    assert (done.exit_code, done.stdout) == (0, "wrote content/articles/sturm.md\n")
    text = path.read_text(encoding="utf-8")
    head, tail = ARTICLE.split("---\nDer")
    assert text.startswith(head)
    assert text.endswith("---\nDer" + tail)
    assert "speaker: Bürgermeister" in text
    assert "date: 2023-05-04" in text or "date: '2023-05-04'" in text
    again = run(home, "explain", "--write", "content/articles/sturm.md")
    assert (again.exit_code, again.stdout) == (0, "")
    assert path.read_text(encoding="utf-8") == text


def test_only_an_articles_file_can_hold_findings(tmp_path: Path) -> None:
    home = make(tmp_path)
    put(home, "a.txt", QUOTED)
    done = run(home, "explain", "--write", "a.txt")
    assert done.exit_code == 1
    assert "only an article's file" in done.stderr
