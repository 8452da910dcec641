from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dossier.effects.server import Server, content_type, find_file, normal_base, serve
from dossier.errors import DossierError


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "topics" / "gipfel").mkdir(parents=True)
    (folder / "empty").mkdir()
    (folder / "index.html").write_text("<h1>Start</h1>", encoding="utf-8")
    (folder / "404.html").write_text("<h1>Nicht da</h1>", encoding="utf-8")
    (folder / "topics" / "gipfel" / "index.html").write_text("<h1>Gipfel</h1>", encoding="utf-8")
    (folder / "größe.txt").write_text("Größe", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("geheim", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("geheim", encoding="utf-8")
    return folder


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    with serve(site, base="/repo/", port=0) as running:
        yield running


def get(
    server: Server, path: str, method: str = "GET"
) -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def test_a_folder_is_served_under_its_base_path(server: Server) -> None:
    assert server.url == f"http://127.0.0.1:{server.port}/repo/"
    status, headers, body = get(server, "/repo/")
    assert (status, body) == (200, b"<h1>Start</h1>")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert get(server, "/repo/topics/gipfel/?q=1")[2] == b"<h1>Gipfel</h1>"
    assert get(server, "/repo/gr%C3%B6%C3%9Fe.txt")[2] == "Größe".encode()


def test_head_says_the_same_without_a_body(server: Server) -> None:
    status, headers, body = get(server, "/repo/", "HEAD")
    assert (status, headers["Content-Length"], body) == (200, "14", b"")


def test_a_folder_without_its_slash_is_redirected_and_keeps_the_query(server: Server) -> None:
    status, headers, _ = get(server, "/repo/topics/gipfel?q=a")
    assert (status, headers["Location"]) == (301, "/repo/topics/gipfel/?q=a")
    assert get(server, "/repo")[1]["Location"] == "/repo/"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/index.html",
        "/repo/nothing",
        "/repo/nothing/at/all/",
        "/repo/empty/",
        "/repo/empty",
        "/repo/topics/",
        "/repository/",
        "/repo//index.html",
    ],
)
def test_what_is_not_there_shows_the_sites_own_page(server: Server, path: str) -> None:
    status, headers, body = get(server, path)
    assert (status, body) == (404, b"<h1>Nicht da</h1>")
    assert headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    "path",
    [
        "/repo/../secret.txt",
        "/repo/%2e%2e/secret.txt",
        "/repo/..%2fsecret.txt",
        "/repo/topics/../../secret.txt",
        "/repo/..%5csecret.txt",
        "/repo/%00",
        "/repo/.git/config",
        "/repo/topics/%2e/gipfel/",
        "/repo//etc/passwd",
        "/repo/C:/windows",
        "/repo/link.txt",
        "/repo/%ff",
    ],
)
def test_nothing_outside_the_folder_can_be_reached(server: Server, site: Path, path: str) -> None:
    (site / "link.txt").symlink_to(site.parent / "secret.txt")
    status, _, body = get(server, path)
    assert status == 404
    assert b"geheim" not in body


def test_a_redirect_never_leads_to_another_host(server: Server) -> None:
    assert get(server, "//example.org/repo")[0] == 404


def test_a_site_without_a_404_page_answers_in_words(server: Server, site: Path) -> None:
    (site / "404.html").unlink()
    assert get(server, "/repo/x")[2] == b"404 Not Found\n"


def test_other_methods_are_refused(server: Server) -> None:
    assert get(server, "/repo/", "POST")[0] == 501


def test_an_unreadable_file_is_missing(
    server: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    status, _, body = get(server, "/repo/")
    assert (status, body) == (404, b"404 Not Found\n")
    assert "index.html cannot be read" in caplog.text


def test_a_fault_in_one_answer_is_logged_and_the_next_is_served(
    server: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("dossier.effects.server.content_type", lambda _: 1 / 0)
        with pytest.raises(http.client.RemoteDisconnected):
            get(server, "/repo/")
    assert "ZeroDivisionError" in caplog.text
    assert get(server, "/repo/")[0] == 200


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.mjs", "text/javascript; charset=utf-8"),
        ("a.wasm", "application/wasm"),
        ("a.SVG", "image/svg+xml; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("data/dossier.json", "application/json; charset=utf-8"),
        ("de_1.pf_index", "application/octet-stream"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_types_follow_from_names(name: str, kind: str) -> None:
    assert content_type(name) == kind


@pytest.mark.parametrize(
    ("given", "base"),
    [("", "/"), ("/", "/"), ("repo", "/repo/"), ("/repo", "/repo/"), ("//a//b/", "/a/b/")],
)
def test_a_base_has_one_slash_on_either_side(given: str, base: str) -> None:
    assert normal_base(given) == base


def test_files_are_found_by_plain_names_only(site: Path) -> None:
    assert find_file(site, "") == (site / "index.html").resolve()
    assert find_file(site, "topics/gipfel") is None
    assert find_file(site, "index.html/") is None
    assert find_file(site, "x" * 5000) is None


def test_a_taken_port_moves_to_the_next_free_one(site: Path) -> None:
    with serve(site, port=0) as first:
        assert not first.moved
        with serve(site, port=first.port) as second:
            assert second.moved
            assert second.port > first.port
            assert get(second, "/")[0] == 200


def test_no_free_port_is_an_error_with_a_way_out(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dossier.effects.server._PORTS_TO_TRY", 1)
    with serve(site, port=0) as first, pytest.raises(DossierError, match="no free port") as caught:
        serve(site, port=first.port)
    assert "--port" in caught.value.hint


def test_a_host_that_is_not_ours_is_an_error(site: Path) -> None:
    with pytest.raises(DossierError, match=r"cannot listen on 192\.0\.2\.1"):
        serve(site, host="192.0.2.1", port=0)


def test_many_requests_at_once(server: Server) -> None:
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: get(server, "/repo/")[0], range(64)))
    assert answers == [200] * 64


def test_leaving_the_block_ends_thread_and_port(site: Path) -> None:
    before = threading.active_count()
    with serve(site, port=0) as server:
        port = server.port
    assert threading.active_count() <= before
    with serve(site, port=port) as again:
        assert again.port == port


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent by its POSIX signal")
def test_ctrl_c_ends_it_without_a_traceback(site: Path) -> None:
    program = (
        "import signal, sys; from pathlib import Path; from dossier.effects.server import serve\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's & has it ignored\n"
        "server = serve(Path(sys.argv[1]), port=0); print(server.url, flush=True); server.run()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(site)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        with urllib.request.urlopen(url) as answer:  # noqa: S310 - our own, and it runs now
            assert answer.status == 200
        process.send_signal(signal.SIGINT)
        try:
            _, errors = process.communicate(timeout=10)
        finally:
            process.kill()
    assert (process.returncode, errors) == (0, "")
