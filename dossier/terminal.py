"""What the command line says and how it ends. Nothing but it and `cli` prints."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from dossier.errors import ConfigError, DossierError, Finding

_PATIENCE = 1.0  # seconds of work before progress is shown
_BAR = 24  # characters


class Progress:
    """A line on standard error that says how far a long step is; nothing on short ones."""

    def __init__(self, *, quiet: bool) -> None:
        self._silent = quiet
        self._started = self._shown = time.monotonic()
        self._live = sys.stderr.isatty()
        self._step = ""

    def __call__(self, step: str, done: int, of: int) -> None:
        """Say that `done` of `of` things of a step are done, once it takes a while."""
        now = time.monotonic()
        if self._silent or now - self._started < _PATIENCE:
            return
        if self._live and now - self._shown > 0.1:
            print(f"\r\033[K{step}{_share(done, of)}", end="", file=sys.stderr, flush=True)
            self._shown = now
        elif not self._live and step != self._step:
            print(f"{step} …", file=sys.stderr, flush=True)
        self._step = step

    def end(self) -> None:
        """Wipe the line."""
        if self._live and self._step:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def _share(done: int, of: int) -> str:
    if of <= 1:
        return " …"
    filled = _BAR * min(done, of) // of
    return f" [{'#' * filled}{'.' * (_BAR - filled)}] {done:,} of {of:,}"


def printable(text: str) -> str:
    """Return `text` so that a name in it can neither break the line nor steer the terminal."""
    if text.isprintable():
        return text
    return "".join(
        one if one.isprintable() else one.encode("unicode_escape", "backslashreplace").decode()
        for one in text
    )


def complain(findings: Iterable[Finding]) -> None:
    """Print problems: place, what is wrong, and the way out on a line of its own."""
    for finding in findings:
        place = f"{finding.where}: " if finding.where else ""
        label = "error: " if finding.level == "error" else ""
        print(printable(f"{place}{label}{finding.message}"), file=sys.stderr)
        if finding.hint:
            print(f"    {printable(finding.hint)}", file=sys.stderr)


@contextmanager
def command(*, debug: bool) -> Iterator[None]:
    """Turn errors into messages and exit codes; a bug shows its traceback under --debug."""
    logging.basicConfig(
        level=logging.DEBUG if debug else logging.ERROR,
        format="%(name)s: %(message)s",
        stream=sys.stderr,
    )
    try:
        yield
    except ConfigError as error:
        complain(error.problems)
        raise SystemExit(1) from error
    except DossierError as error:
        complain([error.as_finding()])
        if debug:
            raise
        raise SystemExit(1) from error
    except KeyboardInterrupt:
        print("\nstopped; what was finished is kept", file=sys.stderr)
        raise SystemExit(130) from None
    except BrokenPipeError:  # `dossier explain … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except Exception as error:
        if debug:
            raise
        print(
            f"error: this is a bug in dossier: {type(error).__name__}: {error}\n"
            "    run the command again with --debug and report what it says",
            file=sys.stderr,
        )
        raise SystemExit(1) from error


def say(text: str, *, quiet: bool) -> None:
    """Print what a command did, unless the user wants to hear only of problems."""
    if not quiet:
        print(text)


def show(seen: dict[str, Any]) -> None:
    """Print what `explain` sees in a file."""
    print(f"{seen['file']}\n{seen['title']}  ({seen['date'] or 'no date'}, {seen['lang'] or '?'})")
    for block in seen["blocks"]:
        print(f"\n{block['id']}  {block['type']}\n  {block['text']}")
        if block.get("credit"):
            print(f"  credit: {block['credit']}")
        for match in (*seen["topics"], *seen["runners_up"]):
            if match["passage"] == block["id"]:
                print(f"  {_topic_line(match)}")
        _show_found(seen, block["id"])
    print()


def _show_found(seen: dict[str, Any], passage: str) -> None:
    """Print the voices, dates and names of a passage."""
    for voice in seen["voices"]:
        if voice["passage"] == passage:
            print(f"  {voice['kind']}: {voice['speaker'] or 'unknown'}: {voice['text']}")
    for date in seen["dates"]:
        if date["passage"] == passage:
            print(f"  date {date['edtf']}: {date['text']}")
    for mention in seen["mentions"]:
        if mention["passage"] == passage:
            print(f"  {mention['kind']} {mention['name']}: {mention['text']}")


def _topic_line(match: dict[str, Any]) -> str:
    """Say how strongly a topic is there, in which state, and by which words."""
    state = {"weaker": "runner-up", "editor": "by the editor", "removed": "taken off"}
    words = ", ".join(
        f"{word} {weight}" for word, weight in zip(match["why"], match["weights"], strict=True)
    )
    name = state.get(match["state"], match["state"])
    return f"topic {match['topic']} {match['score']:.2f} ({name}): {words}"


def leave(code: object) -> None:
    """End the process with this code, if nothing but it is running any more.

    To give back a gigabyte piece by piece, as Python does, takes half a second and is of no use.
    """
    if not isinstance(code, int) or threading.active_count() > 1:
        return
    if "multiprocessing" in sys.modules and sys.modules["multiprocessing"].active_children():
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # Python says so itself, in its way
        return
    os._exit(code)
