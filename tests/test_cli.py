from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from helpers_project import CONFIG, RAIN, STORM, make, put, run, tree

from dossier import __version__, build, config, serve
from dossier.effects import theme
from dossier.errors import DossierError

COMMANDS = ("init", "add", "build", "serve", "check", "explain")
TOPICS = ("topics train", "topics suggest")


def test_without_a_command_there_is_help(tmp_path: Path) -> None:
    done = run(tmp_path, "--help")
    assert done.exit_code == 0
    listed = re.findall(r"^  ([a-z]+)  ", done.stdout.partition("Commands:")[2], re.MULTILINE)
    assert listed == [*COMMANDS, "topics"]
    for words in ((), ("topics",)):
        bare = run(tmp_path, *words)
        assert (bare.exit_code, bare.stdout) == (2, "")
        assert bare.stderr == run(tmp_path, *words, "--help").stdout


@pytest.mark.parametrize("command", [*COMMANDS, *TOPICS])
def test_every_command_has_help_with_all_its_options(tmp_path: Path, command: str) -> None:
    done = run(tmp_path, *command.split(), "--help")
    assert (done.exit_code, done.stderr) == (0, "")
    assert f"dossier {command}" in done.stdout
    assert "--debug" in done.stdout
    lines = done.stdout.splitlines()
    options = [line.split() for line in lines if line.startswith("  -")]
    assert len(options) > 1
    assert all(len(words) > 2 for words in options), "an option without a word of help"


def test_the_version(tmp_path: Path) -> None:
    done = run(tmp_path, "--version")
    assert (done.exit_code, done.stdout) == (0, f"dossier {__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("fly",),
        ("build", "--no-such-option"),
        ("build", "--jobs", "-1"),
        ("build", "--jobs", "many"),
        ("build", "--base-url", "desk.github.io/repo"),
        ("build", "--base-url", "javascript:alert(1)"),
        ("build", "--base-url", "http://[::1"),
        ("build", "unexpected"),
        ("explain",),
        ("init", "--lang", "fr"),
        ("serve", "--port", "70000"),
    ],
)
def test_a_wrong_use_ends_with_2_and_does_nothing(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    before = tree(tmp_path)
    done = run(home, *arguments)
    assert done.exit_code == 2
    assert "Usage:" in done.stderr
    assert tree(tmp_path) == before


@pytest.mark.parametrize("command", ["add", "build", "serve", "check"])
def test_out_of_a_dossier_a_command_says_what_to_do(tmp_path: Path, command: str) -> None:
    done = run(tmp_path, command)
    assert done.exit_code == 1
    assert done.stderr == (
        "dossier.toml: error: there is no dossier here\n"
        "    run `dossier init` in an empty folder, or go to the folder of your dossier\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["add", "build", "check"])
def test_a_broken_configuration_shows_all_its_problems(tmp_path: Path, command: str) -> None:
    home = make(tmp_path, config='[site]\ntitel = "x"\n[build]\njobs = "2"\n')
    done = run(home, command)
    assert done.exit_code == 1
    assert done.stderr == (
        "dossier.toml:2: error: [site] has no key `titel`\n    did you mean `title`?\n"
        '    dossier.toml:1: error: [site] lacks `title`\n    write a line like title = "…"\n'
        "dossier.toml:4: error: `jobs` has the wrong type\n    it wants a whole number\n"
    ).replace("    dossier.toml:1", "dossier.toml:1")
    assert not home.site.exists()


def test_a_build_says_what_it_did_and_then_that_nothing_changed(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "b.md": STORM})
    first = run(home, "build")
    assert (first.exit_code, first.stderr) == (0, "")
    lines = first.stdout.splitlines()
    assert lines[0] == "2 new articles, 4 passages put on topic pages; 2 articles in all"
    files = len(tree(home.site))
    assert lines[1] == f"{files} pages rendered, 0 kept"
    assert "dossier serve" in lines[-1]
    second = run(home, "build").stdout.splitlines()
    assert second[0] == "0 new articles, 0 passages put on topic pages; 2 articles in all"
    assert second[1] == f"0 pages rendered, {files} kept; nothing has changed"
    put(home, "site/stray.html", "x")
    assert run(home, "build").stdout.splitlines()[1] == f"0 pages rendered, {files} kept, 1 deleted"
    forced = run(home, "build", "--force").stdout.splitlines()
    assert forced[1] == f"{files} pages rendered, 0 kept"


@pytest.mark.parametrize("command", ["build", "add"])
def test_quiet_says_nothing_when_all_is_well(tmp_path: Path, command: str) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    for flag in ("-q", "--quiet"):
        done = run(home, command, flag)
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_quiet_still_says_what_is_wrong(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.txt": ""})
    done = run(home, "build", "-q")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == (
        "content/originals/a.txt: error: the file is empty\n    delete it or fill it\n"
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("content/originals/x.txt", b""),
        ("content/originals/x.txt", b"\x00\x01\x02\xff" * 500),
        ("content/originals/x.md", "---\na: b: c\n---\n\nEin Satz.\n"),
        ("content/originals/x.md", "# Titel\n"),
        ("content/articles/x.md", "---\na: b: c\n---\n\nEin Satz.\n"),
        ("content/articles/x.md", RAIN.replace("---\n", "---\nid: 2022-11-b\n", 1)),
        ("content/topics/regen/2023.md", "---\noffered: 3\n---\n"),
        ("content/pages/x.md", b"\xff"),
    ],
)
def test_bad_input_alone_ends_with_0_and_under_strict_with_1(
    tmp_path: Path, name: str, data: str | bytes
) -> None:
    home = make(tmp_path, originals={"b.md": STORM})
    run(home, "add", "-q")
    put(home, name, data)
    done = run(home, "build")
    assert done.exit_code == 0
    (problem, *hints) = done.stderr.splitlines()
    assert problem.startswith(name)
    assert ": error: " in problem
    assert len(hints) == 1
    assert hints[0].startswith("    ")
    assert (home.site / "articles/2022-11-b/index.html").exists()
    assert run(home, "build", "--strict").exit_code == 1


def test_a_note_is_no_error_under_strict(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "b.md": RAIN})
    done = run(home, "build", "--strict")
    assert done.exit_code == 0
    assert "content/originals/b.md: the same as content/originals/a.md" in done.stderr


@pytest.mark.parametrize(
    ("template", "place", "message"),
    [
        ("<p>\n{% for x in view %}", ":2", "the template has a mistake"),
        ("<p>\n\n{{ view.titel }}", "", "has no attribute 'titel'"),
        ("<p>\n{{ nothing }}", "", "'nothing' is undefined"),
        ('{% extends "none.html" %}', "", "no template `none.html`"),
    ],
)
def test_a_template_with_a_mistake_is_one_message_and_the_rest_is_built(
    tmp_path: Path, template: str, place: str, message: str
) -> None:
    name = "templates/layouts/article.html"
    home = make(tmp_path, originals={"a.md": RAIN, "b.md": STORM}, files={name: template})
    done = run(home, "build")
    assert done.exit_code == 1
    problem, hint = done.stderr.splitlines()
    assert problem.startswith(f"{name}{place}")
    assert message in problem
    assert "docs/theming.md" in hint
    assert (home.site / "data/dossier.json").exists()
    assert not (home.site / "articles/2022-11-b/index.html").exists()
    default = theme.default_folder() / "layouts/article.html"
    put(home, name, default.read_bytes())
    assert run(home, "build").exit_code == 0
    assert (home.site / "articles/2022-11-b/index.html").exists()


def test_a_template_with_a_mistake_leaves_the_page_that_was_there(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    run(home, "build")
    page = home.site / "articles/2023-05-04-a/index.html"
    before = page.read_bytes()
    put(home, "templates/layouts/article.html", "{% if %}")
    for _ in range(2):
        assert run(home, "build").exit_code == 1
        assert page.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("i18n/de.toml", "a = [", "this is no TOML"),
        ("i18n/de.toml", "a = 3", "`a` is neither text nor plural forms"),
        ("i18n/de.toml", b"\xff", "not UTF-8"),
    ],
)
def test_words_of_a_theme_with_a_mistake_name_their_file(
    tmp_path: Path, name: str, text: str | bytes, message: str
) -> None:
    home = make(tmp_path, originals={"a.md": RAIN}, files={f"templates/{name}": text})
    done = run(home, "build")
    assert done.exit_code == 1
    assert done.stderr.startswith("templates/i18n/de.toml")
    assert message in done.stderr


def test_explain_says_why_each_page_is_rendered(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "b.md": STORM})
    assert "render  index.html: new\n" in run(home, "build", "--explain").stdout
    calm = run(home, "build", "--explain").stdout
    assert "render " not in calm
    assert f"keep    {len(tree(home.site))} files\n" in calm
    article = home.articles / "2022-11-b.md"
    article.write_text(
        article.read_text(encoding="utf-8").replace("Keller", "Häuser"), encoding="utf-8"
    )
    (home.site / "404.html").unlink()
    put(home, "site/robots.txt", "changed by hand")
    put(home, "site/stray/x.html", "stray")
    said = run(home, "build", "--explain").stdout
    assert "render  articles/2022-11-b/index.html: its content changed\n" in said
    assert "render  404.html: missing from the site\n" in said
    assert "render  robots.txt: the file was changed in the site\n" in said
    assert "delete  stray/x.html: no page of this site\n" in said
    assert "articles/2023-05-04-a/" not in said
    put(home, "templates/partials/_footer.html", "<footer></footer>")
    said = run(home, "build", "--explain").stdout
    assert "render  index.html: a template or a text of the theme changed\n" in said
    article.unlink()
    (home.originals / "b.md").unlink()
    said = run(home, "build", "--explain").stdout
    assert "delete  articles/2022-11-b/index.html: nothing makes this page any more\n" in said


def broken(*_arguments: object, **_options: object) -> None:
    raise ZeroDivisionError("a bug")


def test_a_bug_is_named_as_one_and_debug_shows_its_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make(tmp_path)
    monkeypatch.setattr(build, "build", broken)
    done = run(home, "build")
    assert done.exit_code == 1
    assert done.stderr == (
        "error: this is a bug in dossier: ZeroDivisionError: a bug\n"
        "    run the command again with --debug and report what it says\n"
    )
    debugged = run(home, "build", "--debug")
    assert debugged.exit_code == 1
    assert isinstance(debugged.exception, ZeroDivisionError)


def test_debug_shows_where_an_error_was_raised_too(tmp_path: Path) -> None:
    done = run(tmp_path, "build", "--debug")
    assert done.exit_code == 1
    assert "there is no dossier here" in done.stderr
    assert isinstance(done.exception, DossierError)
    assert isinstance(run(tmp_path, "build").exception, SystemExit)


def test_whoever_stops_a_command_is_told_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make(tmp_path)

    def stopped(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "build", stopped)
    done = run(home, "build")
    assert done.exit_code == 130
    assert "what was finished is kept" in done.stderr


def test_whoever_stops_a_command_before_it_works_is_told_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_address: str) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(config, "is_base_url", stopped)
    done = run(make(tmp_path), "build", "--base-url", "https://a.example/")
    assert (done.exit_code, done.output) == (130, "")


def test_a_reader_who_goes_away_is_no_bug(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ein langer Satz ohne Ende. " * 700, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", "from dossier.cli import main; main()", "explain", "a.txt"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == 1


def test_check_reports_what_is_missing_and_strict_makes_it_an_error(tmp_path: Path) -> None:
    config_with_search = CONFIG.replace("enabled = false", "enabled = true")
    home = make(tmp_path, config=config_with_search, originals={"a.md": RAIN})
    assert run(home, "check").exit_code == 1  # there is no site yet
    run(home, "build", "-q")
    done = run(home, "check")
    assert done.exit_code == 0
    assert done.stdout.startswith("0 errors, ")
    assert "content/articles/2023-05-04-a.md" in done.stderr
    assert run(home, "check", "--strict").exit_code == 1
    put(home, "site/index.html", "<p>")
    broken_site = run(home, "check")
    assert broken_site.exit_code == 1
    assert "site/index.html" in broken_site.stderr


def test_serve_says_its_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    run(home, "build", "-q")
    real = serve.serve

    def once(*arguments: object, **options: object) -> object:
        server = real(*arguments, **options)  # type: ignore[arg-type]
        monkeypatch.setattr(type(server), "run", lambda self: self.__exit__(None, None, None))
        return server

    monkeypatch.setattr(serve, "serve", once)
    done = run(home, "serve", "--port", "0", "--base", "/repo/")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("http://")
    assert "/repo/  (stop with Ctrl-C)" in done.stdout


def test_the_configuration_names_every_interface_language() -> None:
    assert config.LANGUAGES == ("de", "en")
