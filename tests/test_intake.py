from __future__ import annotations

import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from helpers_project import RAIN, STORM, add, make, put, tree

from dossier.effects.fetch import Fetcher
from dossier.effects.project import Project
from dossier.errors import Finding
from dossier.intake import Original, fetch_in, read_all, take_in


def originals(home: Project) -> dict[str, bytes]:
    return tree(home.originals)


def test_files_come_in_byte_for_byte_under_a_safe_name(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    outside = tmp_path / "Eingang"
    data = {
        "Müller & Söhne.TXT": b"\xef\xbb\xbf\xe4 caf\xe9\r\n\x00",
        "a.md": RAIN.encode(),
        "Interview Dr. Müller": b"Ein Satz.\r\n",
    }
    outside.mkdir()
    for name, content in data.items():
        (outside / name).write_bytes(content)
    assert take_in(home, [outside / name for name in data]) == []
    assert originals(home) == {
        "mueller-soehne.txt": data["Müller & Söhne.TXT"],
        "a.md": data["a.md"],
        "interview-dr-mueller": data["Interview Dr. Müller"],
    }
    assert {path.name: path.read_bytes() for path in outside.iterdir()} == data


def test_a_folder_gives_all_its_files_and_says_which_it_cannot(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    inbox = Project(tmp_path / "inbox")
    put(inbox, "deep/er/a.txt", "A")
    put(inbox, "b.md", "B")
    put(inbox, "photo.jpg", "J")
    put(inbox, ".hidden.txt", "H")
    (finding,) = take_in(home, [inbox.root])
    assert originals(home) == {"a.txt": b"A", "b.md": b"B"}
    assert finding.where == (inbox.root / "photo.jpg").as_posix()
    assert ("files like .jpg cannot be read" in finding.message, finding.level) == (True, "error")
    assert ".txt" in finding.hint


def test_the_same_name_with_another_text_gets_a_number(tmp_path: Path) -> None:
    home = make(tmp_path / "home", originals={"a.txt": "first"})
    for text in ("second", "third", "second"):
        take_in(home, [put(Project(tmp_path / text), "A.txt", text)])
    assert originals(home) == {"a.txt": b"first", "a-2.txt": b"second", "a-3.txt": b"third"}


def test_what_lies_in_the_originals_already_stays(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"Ein Name.txt": "x"})
    assert take_in(home, [home.originals, home.originals / "Ein Name.txt"]) == []
    assert originals(home) == {"Ein Name.txt": b"x"}


def test_links_out_of_the_folder_and_what_is_missing_are_refused(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (inbox / "a.txt").symlink_to(tmp_path / "secret.txt")
    os.mkfifo(inbox / "pipe.txt")
    found = take_in(home, [inbox, inbox / "a.txt", tmp_path / "none.txt"])
    assert [(one.where, one.message) for one in found] == [
        ((inbox / "a.txt").as_posix(), "this link leads out of the dossier's folder"),
        ((inbox / "pipe.txt").as_posix(), "this is no file"),
        ((inbox / "a.txt").as_posix(), "this link leads out of the dossier's folder"),
        ((tmp_path / "none.txt").as_posix(), "there is no such file or folder"),
    ]
    assert originals(home) == {}


def test_each_original_becomes_a_draft_or_a_finding_in_order() -> None:
    made = read_all(
        [
            Original("content/originals/a.md", RAIN.encode(), ""),
            Original("content/originals/b.txt", b"", ""),
            Original("content/originals/c.txt", b"The rain fell on the old town all day.\n", ""),
        ]
    )
    ((_, rain),), ((_, english),) = made[0].drafts, made[2].drafts
    assert made[1].drafts == ()
    assert made[1].findings == (
        Finding(
            where="content/originals/b.txt",
            message="the file is empty",
            hint="delete it or fill it",
            level="error",
        ),
    )
    assert (rain.title, rain.lang, english.lang) == ("Der Regen kommt", "de", "en")


FEED = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Blatt</title><link>https://example.org/</link>
<item><title>Der Regen kommt</title><link>https://example.org/regen</link>
<pubDate>Wed, 13 Sep 2023 08:00:00 GMT</pubDate>
<content:encoded><![CDATA[<p>Der Regen begann am Morgen und hielt den ganzen Tag an. Am Abend
standen mehrere Straßen unter Wasser, wie die Feuerwehr mitteilte.</p>
<p>In der Altstadt liefen Keller voll; die Feuerwehr rückte bis Mitternacht mehr als hundertmal aus.
Verletzt wurde niemand. Die Stadt richtete für Anwohner eine Unterkunft in der Turnhalle ein.</p>
<p>Am Bahnhof standen die Züge bis zum Abend still, weil Wasser in ein Stellwerk gelaufen war. Die
Bahn setzte Busse ein, die wegen der gesperrten Straßen weite Umwege fahren mussten.</p>
<p>Der Wetterdienst hatte am Vortag vor Starkregen gewarnt und rechnet für die nächsten Tage mit
weiteren Schauern. Die Pegel der Flüsse steigen nach seinen Angaben noch bis zum Wochenende.</p>
<p>Der Sturm folgte am Donnerstag und deckte nach Angaben der Stadt viele Dächer ab.</p>]]>
</content:encoded></item>
<item><title>Nur ein Hinweis</title><link>https://example.org/hinweis</link></item>
</channel></rss>
"""


def test_a_feed_gives_its_articles_and_names_those_it_only_links_to(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"feed.xml": FEED})
    added = add(home)
    (article,) = added.content.articles.values()
    assert (article.id, article.title) == ("2023-09-13-der-regen-kommt", "Der Regen kommt")
    assert (article.date, article.source.url) == ("2023-09-13", "https://example.org/regen")
    (finding,) = added.content.findings
    assert (finding.level, "https://example.org/hinweis" in finding.hint) == ("note", True)
    again = add(home)
    assert again.articles == ()


PAGE = """<html lang=de><head><title>Der Regen</title></head><body><article><h1>Der Regen</h1>
<p>Der Regen begann am Morgen und hielt den ganzen Tag über in der ganzen Stadt an.</p>
<p>Am Abend standen mehrere Straßen unter Wasser, wie die Feuerwehr am Ort mitteilte.</p>
</article></body></html>"""


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        known = self.path == "/stadt/der-regen.html"
        data = PAGE.encode() if known else b"nothing"
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None: ...


def test_an_address_is_fetched_with_a_record_of_it(tmp_path: Path) -> None:
    home = make(tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}"
        with Fetcher() as careful:
            (refused,) = fetch_in(home, [f"{base}/stadt/der-regen.html"], careful)
        with Fetcher(allow_private=True) as fetcher:
            wanted = [f"{base}/stadt/der-regen.html", f"{base}/none.html", "ftp://example.org/a"]
            findings = fetch_in(home, wanted, fetcher)
        server.shutdown()
    assert "private" in refused.hint or "private" in refused.message
    assert [one.where for one in findings] == wanted[1:]
    assert set(originals(home)) == {"der-regen.html", "der-regen.html.source.json"}
    (article,) = add(home).content.articles.values()
    assert article.title == "Der Regen"
    assert article.source.url == wanted[0]
    assert len(article.source.accessed) == len("2023-09-13")


def test_a_broken_record_is_a_finding_and_the_original_is_read(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "a.md.source.json": "{"})
    added = add(home)
    assert len(added.articles) == 1
    assert [one.where.partition(":")[0] for one in added.content.findings] == [
        "content/originals/a.md.source.json"
    ]


def messages(home: Project) -> dict[str, str]:
    return {one.where: one.message for one in add(home).content.findings}


def test_bad_originals_stay_where_they_are_and_the_good_is_built(tmp_path: Path) -> None:
    bad = {
        "empty.txt": b"",
        "blank.txt": b" \n\n\t\n",
        "binary.txt": b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 40,
        "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(500),
        "head.md": b"---\ntitle: A: B\n---\n\nEin Satz.\n",
        "no-paragraph.md": b"# Nur ein Titel\n\n## Und noch einer\n",
        "letter.docx": b"PK\x03\x04",
    }
    home = make(tmp_path, originals={"good.md": RAIN, **bad})
    with (home.originals / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    (home.originals / "link.txt").symlink_to("/etc/hostname")
    found = {
        where.removeprefix("content/originals/"): text for where, text in messages(home).items()
    }
    expected = {
        "empty.txt": "is empty",
        "blank.txt": "is empty",
        "binary.txt": "",
        "picture.txt": "",
        "head.md:2": "front matter does not parse",
        "no-paragraph.md": "not a single paragraph",
        "letter.docx": "damaged",
        "huge.txt": "too large: 50 MB",
        "link.txt": "leads out of",
    }
    assert set(found) == set(expected)
    assert all(part in found[name] for name, part in expected.items())
    assert list(tree(home.articles)) == ["2023-05-04-good.md"]
    assert {name: (home.originals / name).read_bytes() for name in bad} == bad
    assert {name.removeprefix("content/originals/") for name in messages(home)} == set(expected)


def test_bytes_that_are_no_text_in_any_encoding_name_the_file(tmp_path: Path) -> None:
    noise = bytes((n * 7919 + n // 3) % 256 for n in range(4000))
    home = make(tmp_path, originals={"noise.txt": noise})
    (finding,) = add(home).content.findings
    assert (finding.where, finding.level) == ("content/originals/noise.txt", "error")
    assert finding.hint


def test_two_originals_with_the_same_content_make_one_article(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "b.md": RAIN, "c.md": STORM})
    (finding,) = add(home).content.findings
    assert (finding.where, finding.level) == ("content/originals/b.md", "note")
    assert "the same as content/originals/a.md" in finding.message
    assert sorted(tree(home.articles)) == ["2022-11-c.md", "2023-05-04-a.md"]
    assert len(add(home).content.findings) == 1


def test_an_original_that_changed_is_told_and_its_article_stays(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    add(home)
    before = tree(home.articles)
    put(home, "content/originals/a.md", RAIN + "\nEin neuer Absatz.\n")
    (finding,) = add(home).content.findings
    assert finding.where == "content/originals/a.md"
    assert "changed after content/articles/2023-05-04-a.md was made from it" in finding.message
    assert tree(home.articles) == before


def test_an_articles_own_id_is_taken_unless_it_is_taken(tmp_path: Path) -> None:
    named = RAIN.replace("---\n", "---\nid: mein-artikel\n", 1)
    home = make(tmp_path, originals={"a.md": named, "b.md": named + "\nMehr.\n"})
    add(home)
    assert sorted(tree(home.articles)) == ["2023-05-04-b.md", "mein-artikel.md"]


def test_two_originals_whose_ids_would_collide_both_come_in(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"x/a.md": RAIN, "y/a.md": RAIN + "\nMehr.\n"})
    assert add(home).content.findings == []
    assert sorted(tree(home.articles)) == ["2023-05-04-a-2.md", "2023-05-04-a.md"]


def test_a_name_that_is_no_utf_8_stops_nobody(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": STORM})
    odd = home.originals / os.fsdecode(b"M\xfcller.md")
    odd.write_text(RAIN, encoding="utf-8")
    assert add(home).content.findings == []
    assert len(tree(home.articles)) == 2
    assert add(home).articles == ()


@pytest.mark.parametrize("broken", ["title: A: B", "rights: privat", "id: ../x"])
def test_an_article_broken_by_its_editor_is_not_made_a_second_time(
    tmp_path: Path, broken: str
) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    add(home)
    before = tree(home.content)
    (path,) = home.articles.iterdir()
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace("date:", f"{broken}\ndate:", 1), encoding="utf-8")
    added = add(home)
    assert [one.level for one in added.content.findings] == ["error"]
    assert added.articles == ()
    path.write_text(whole, encoding="utf-8")
    assert add(home).content.findings == []
    assert tree(home.content) == before
