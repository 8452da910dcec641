from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from dossier import terminal
from dossier.errors import Finding
from dossier.terminal import Progress, complain, printable


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
    assert screen.getvalue() == (
        "\r\033[Kreading [##################......] 3 of 4\r\033[Kindexing …\r\033[K"
    )


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


def test_names_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    complain([Finding(where="a\nb\033]0;x\a.txt", message="bad\r", hint="c\udcfc")])
    assert capsys.readouterr().err == ("a\\nb\\x1b]0;x\\x07.txt: bad\\r\n    c\\udcfc\n")
    assert printable("Größe – „gut“ \N{PARTY POPPER}") == "Größe – „gut“ \N{PARTY POPPER}"


LEAVING = """
import atexit, multiprocessing, threading, time
from dossier.terminal import leave
atexit.register(print, "in all form")
print("done")
{first}
leave({code})
"""


@pytest.mark.parametrize(
    ("first", "code", "said"),
    [
        ("", 3, "done\n"),
        ("", 0, "done\n"),
        ("threading.Timer(0.1, print, ['a thread']).start()", 0, "done\na thread\nin all form\n"),
        (
            "multiprocessing.get_context('spawn').Process(target=int).start()",
            0,
            "done\nin all form\n",
        ),
        ("", None, "done\nin all form\n"),
    ],
)
def test_the_process_ends_at_once_if_nothing_else_is_running(
    first: str, code: int | None, said: str
) -> None:
    script = LEAVING.format(first=first, code=code)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.returncode) == (said, code or 0)


def test_words_that_cannot_be_written_are_no_quiet_success() -> None:
    script = LEAVING.format(first="", code=0)
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-c", script], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert done.returncode != 0
