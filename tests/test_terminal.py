from __future__ import annotations

import io
import sys

import pytest

from dossier import terminal
from dossier.errors import Finding
from dossier.terminal import Progress, complain, count


def test_long_work_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    screen = io.StringIO()
    monkeypatch.setattr(terminal.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(sys, "stderr", screen)
    progress = Progress(quiet=False)
    silent = Progress(quiet=True)
    for second in range(4):
        now[0] = second * 0.9
        progress("reading", second, 4)
        silent("reading", second, 4)
    progress("rendering", 1, 1)
    progress.end()
    assert screen.getvalue() == "reading …\nrendering …\n"


def test_long_work_on_a_terminal_counts_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    screen = io.StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(terminal.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(sys, "stderr", screen)
    progress = Progress(quiet=False)
    now[0] = 2.0
    progress("reading", 3, 4)
    now[0] = 2.05
    progress("reading", 4, 4)
    now[0] = 3.0
    progress("indexing", 0, 1)
    progress.end()
    assert screen.getvalue() == "\r\033[Kreading 3 of 4\r\033[Kindexing …\r\033[K"


def test_a_problem_names_its_place_and_the_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    complain(
        [
            Finding(where="a.md:3", message="it is wrong", hint="mend it", level="error"),
            Finding(where="", message="look at it"),
        ]
    )
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "a.md:3: error: it is wrong\n    mend it\nlook at it\n"


def test_one_of_a_thing_is_no_plural() -> None:
    assert (count(1, "page", "pages"), count(0, "page", "pages")) == ("1 page", "0 pages")
