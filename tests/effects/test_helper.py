from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from dossier import config
from dossier.effects import helper as helpers
from dossier.effects.helper import Helper
from dossier.errors import ConfigError

# Built-in functions are most of the work here: the other process has them without importing much.
SLOW = 30  # seconds, after which something hangs
STARTER = """
import os
from dossier.effects.helper import Helper
helper = Helper()
print(helper.submit(os.getpid).result(), flush=True)
os._exit(0)
"""


@pytest.fixture
def helper() -> Iterator[Helper]:
    with Helper() as made:
        yield made


def test_work_is_done_in_another_process(helper: Helper) -> None:
    asked = [helper.submit(os.getpid), helper.submit(os.getpid)]
    assert {future.result(SLOW) for future in asked} == {helper.pid}
    assert helper.pid != os.getpid()


def test_several_things_are_done_at_a_time_and_answered_when_they_are_done(helper: Helper) -> None:
    slow = helper.submit(time.sleep, 0.5)
    assert helper.submit(divmod, 7, 2).result(SLOW) == (3, 1)
    assert not slow.done()
    assert slow.result(SLOW) is None


def test_what_goes_wrong_comes_through(helper: Helper, tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").write_text("[site]\nlanguages = 3\n", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        helper.submit(divmod, 1, 0).result(SLOW)
    with pytest.raises(ConfigError) as caught:  # its like does not come out of a pickle
        helper.submit(config.load, tmp_path / "dossier.toml").result(SLOW)
    assert caught.value.problems
    with pytest.raises(TypeError, match="does not travel"), Helper() as other:
        other.submit(threading.Lock).result(SLOW)


def test_what_an_ended_process_leaves_undone_is_done_here(helper: Helper) -> None:
    begun = helper.submit(time.sleep, 0.2)
    os.kill(helper.pid, signal.SIGTERM)
    assert begun.result(SLOW) is None
    assert helper.submit(os.getpid).result(SLOW) == os.getpid()
    with pytest.raises(ZeroDivisionError):
        helper.submit(divmod, 1, 0).result(SLOW)


def test_what_cannot_be_found_there_is_done_here(
    helper: Helper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def only_here() -> int:
        return os.getpid()

    only_here.__qualname__ = only_here.__name__
    only_here.__module__ = helpers.__name__
    monkeypatch.setattr(helpers, "only_here", only_here, raising=False)
    assert helper.submit(only_here).result(SLOW) == os.getpid()


def test_who_does_not_wait_for_the_work_does_not_wait_for_its_end() -> None:
    began = time.monotonic()
    with Helper() as helper:
        helper.submit(os.getpid).result(SLOW)
        slow = helper.submit(time.sleep, 3 * SLOW)
    assert time.monotonic() - began < SLOW
    assert slow.exception(SLOW) is not None


def test_the_process_ends_with_the_one_that_started_it() -> None:
    started = subprocess.run(
        [sys.executable, "-c", STARTER], capture_output=True, text=True, check=True
    )
    number, began = int(started.stdout), time.monotonic()
    while is_running(number):
        assert time.monotonic() - began < SLOW
        time.sleep(0.01)


def is_running(number: int) -> bool:
    """Whether there is such a process, and it does not only wait for its end to be noted."""
    asked = ["ps", "-o", "stat=", "-p", str(number)]
    state = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    return bool(state) and not state.startswith("Z")


@pytest.mark.parametrize(("files", "jobs", "cores"), [(1_999, 0, 4), (9_999, 1, 4), (9_999, 0, 1)])
def test_it_is_not_started_where_it_is_of_no_use(
    monkeypatch: pytest.MonkeyPatch, files: int, jobs: int, cores: int
) -> None:
    monkeypatch.setattr("dossier.effects.pool.cores", lambda: cores)
    monkeypatch.setattr(helpers, "Helper", None)
    with helpers.beside(files, jobs) as helper:
        assert helper is None


def test_a_machine_that_starts_no_more_processes_goes_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(*_arguments: object, **_named: object) -> None:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(subprocess, "Popen", refused)
    with helpers.beside(9_999, 2) as helper:
        assert helper is None


def test_a_large_dossier_is_helped() -> None:
    with helpers.beside(9_999, 2) as helper:
        assert helper is not None
        assert helper.submit(os.getpid).result(SLOW) == helper.pid


def test_what_is_asked_is_answered_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helpers, "_AT_A_TIME", 1)
    work = {7: pickle.dumps(partial(divmod, 7, 2)), 8: pickle.dumps(partial(divmod, 7, 0))}
    asked = b"".join(
        number.to_bytes(8) + len(one).to_bytes(8) + one for number, one in work.items()
    )
    told = io.BytesIO()
    helpers.answer(io.BytesIO(asked), told)
    answers = []
    while len(answers) < 2:
        answers = list(_answers(told.getvalue()))
    assert answers[0] == (7, (3, 1), None)
    assert answers[1][:2] == (8, None)
    assert isinstance(answers[1][2], ZeroDivisionError)


def _answers(data: bytes) -> Iterator[tuple[int, object, BaseException | None]]:
    stream = io.BytesIO(data)
    while stream.tell() < len(data):
        yield pickle.load(stream)  # noqa: S301 - made above
