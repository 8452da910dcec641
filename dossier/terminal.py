"""What the command line says and how it ends. Only `cli` uses it; nothing else prints."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import typer

from dossier.errors import ConfigError, DossierError, Finding

_PATIENCE = 1.0  # seconds of work before progress is shown


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
            share = f" {done} of {of}" if of > 1 else " …"
            print(f"\r\033[K{step}{share}", end="", file=sys.stderr, flush=True)
            self._shown = now
        elif not self._live and step != self._step:
            print(f"{step} …", file=sys.stderr, flush=True)
        self._step = step

    def end(self) -> None:
        """Wipe the line."""
        if self._live and self._step:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def complain(findings: Iterable[Finding]) -> None:
    """Print problems: place, what is wrong, and the way out on a line of its own."""
    for finding in findings:
        place = f"{finding.where}: " if finding.where else ""
        label = "error: " if finding.level == "error" else ""
        print(f"{place}{label}{finding.message}", file=sys.stderr)
        if finding.hint:
            print(f"    {finding.hint}", file=sys.stderr)


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
        raise typer.Exit(1) from error
    except DossierError as error:
        complain([error.as_finding()])
        if debug:
            raise
        raise typer.Exit(1) from error
    except KeyboardInterrupt:
        print("\nstopped; what was finished is kept", file=sys.stderr)
        raise typer.Exit(130) from None
    except BrokenPipeError:  # `dossier explain … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
    except (typer.Exit, typer.Abort):
        raise
    except Exception as error:
        if debug:
            raise
        print(
            f"error: this is a bug in dossier: {type(error).__name__}: {error}\n"
            "    run the command again with --debug and report what it says",
            file=sys.stderr,
        )
        raise typer.Exit(1) from error


def say(text: str, *, quiet: bool) -> None:
    """Print what a command did, unless the user wants to hear only of problems."""
    if not quiet:
        print(text)


def count(number: int, one: str, many: str) -> str:
    """Write how many of something there are."""
    return f"{number} {one if number == 1 else many}"
