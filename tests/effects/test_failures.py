from __future__ import annotations

import ssl

import httpcore
import httpx
import pytest

from dossier.effects.failures import explain, status_failure


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (404, "no such page (404 Not Found)"),
        (403, "programs (403 Forbidden)"),
        (402, "paid for"),
        (429, "too many requests"),
        (451, "legal reasons"),
        (503, "a fault (503 Service Unavailable)"),
        (599, "a fault (599)"),
        (204, "empty"),
        (301, "without saying where to"),
        (418, "something else"),
        (999, "a fault (999)"),
    ],
)
def test_each_status_has_its_words(status: int, words: str) -> None:
    assert words in status_failure(status).message


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (httpcore.ConnectTimeout(), "reached within 10 s"),
        (httpcore.ReadTimeout(), "in the midst"),
        (httpcore.ReadError(), "broke off"),
        (httpcore.RemoteProtocolError("illegal status line."), "broken: illegal status line"),
        (httpcore.RemoteProtocolError(""), "broken: no HTTP"),
        (httpcore.RemoteProtocolError("closed without complete message body"), "complete"),
        (httpx.InvalidURL("x"), "no address"),
        (
            httpcore.ConnectError(ConnectionRefusedError(111, "Connection refused")),
            "no server answers",
        ),
        (
            httpcore.ConnectError(OSError(101, "Network is unreachable")),
            "reached: Network is unreachable",
        ),
        (httpcore.ConnectError(ssl.SSLError(1, "x")), "no secure connection: unknown fault"),
        (httpcore.ConnectError("odd"), "reached: odd"),
    ],
)
def test_each_way_to_fail_has_its_words(error: Exception, words: str) -> None:
    failure = explain(error, overdue=False, total=30, connect=10)
    assert words in failure.message
    assert failure.hint


def test_who_is_overdue_was_too_slow_whatever_the_wait_was_for() -> None:
    for error in (httpcore.ReadTimeout(), httpcore.ConnectTimeout(), httpcore.WriteTimeout()):
        assert "after 30 s" in explain(error, overdue=True, total=30, connect=10).message
