from __future__ import annotations

import gzip
import hashlib
import itertools
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from helpers_web import HTML, Answer, Site, moved, running, slowly, tls_contexts
from msgspec.structs import replace

from dossier import __version__
from dossier.effects.fetch import Effects, Fetcher, Limits
from dossier.errors import FetchError

NOW = datetime(2026, 11, 22, 9, 30, 15, 999, tzinfo=UTC)
CERTIFICATES = httpx.create_ssl_context()  # reading them takes longer than a test
LIMITS = Limits(total=5, pause=0, max_bytes=200_000)
EFFECTS = Effects(resolve=lambda *_: ["127.0.0.1"], now=lambda: NOW)


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        yield site


def fetcher(*, robots: bool = False, limits: Limits = LIMITS, private: bool = True) -> Fetcher:
    return Fetcher(
        allow_private=private,
        respect_robots=robots,
        limits=limits,
        effects=EFFECTS,
        tls=CERTIFICATES,
    )


@contextmanager
def refused(reason: str) -> Iterator[None]:
    """Expect a reason, with a place; the page is not fetched."""
    with pytest.raises(FetchError, match=reason) as caught:
        yield
    assert caught.value.where
    assert "\n" not in caught.value.message


def test_a_page_comes_back_as_it_is_with_where_and_when(site: Site) -> None:
    changed = "Sun, 22 Nov 2026 08:00:00 GMT"
    site.pages["/a?b=c"] = Answer(headers={**HTML, "Last-Modified": changed})
    with fetcher() as web:
        page = web.get(f" {site.url('/a?b=c#part')}\n")
    assert page.data == site.pages["/a?b=c"].body
    assert page.sha256 == hashlib.sha256(page.data).hexdigest()
    assert (page.url, page.final_url) == (site.url("/a?b=c#part"), site.url("/a?b=c"))
    assert (page.status, page.content_type) == (200, "text/html; charset=utf-8")
    assert page.last_modified == changed
    assert page.accessed == datetime(2026, 11, 22, 9, 30, 15, tzinfo=UTC)


def test_the_site_is_told_who_asks_and_nothing_else(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    site.pages["/"] = Answer()
    with fetcher() as web:
        web.get(site.url(host="news.example"))
    assert site.headers[0] == {
        "host": f"news.example:{site.port}",
        "user-agent": f"dossier/{__version__} (+news-dossier)",
        "accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
        "accept-encoding": "gzip",
        "connection": "close",
    }


def test_cookies_are_not_sent_back(site: Site) -> None:
    cookie = {"Set-Cookie": "id=1; Path=/", **moved("/b").headers}
    site.pages |= {"/a": Answer(b"", 302, cookie), "/b": Answer()}
    with fetcher() as web:
        web.get(site.url("/a"))
        web.get(site.url("/b"))
    assert all("cookie" not in headers for headers in site.headers)


# --- redirects and addresses ----------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site: Site, status: int) -> None:
    site.pages |= {"/a": moved("b", status), "/b": moved(site.url("/c")), "/c": Answer()}
    with fetcher() as web:
        assert web.get(site.url("/a")).final_url == site.url("/c")


def test_redirects_end_somewhere(site: Site) -> None:
    site.pages["/a"] = moved("/a")
    with fetcher() as web, refused("more than 5 times"):
        web.get(site.url("/a"))
    assert len(site.asked) == 6


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("file:///etc/passwd", r"file: are not fetched \(it was redirected to file:/etc/passwd"),
        ("ftp://127.0.0.1/a", "ftp:"),
        ("javascript:alert(1)", "no address"),
        ("http://[", "impossible"),
        ("http://user:secret@127.0.0.1/", "password"),
        ("http://127.0.0.1:99999/", "impossible"),
        ("http://127.0.0.1:1/", "no server answers"),
        ("/gone", r"no such page \(404 Not Found\) \(it was redirected to http://.*/gone\)"),
    ],
)
def test_a_redirect_is_checked_like_an_address(site: Site, target: str, reason: str) -> None:
    site.pages["/a"] = moved(target)
    with fetcher() as web, refused(reason):
        web.get(site.url("/a"))


def test_no_reason_shows_a_password(site: Site) -> None:
    site.pages["/a"] = moved("http://user:secret@127.0.0.1/")
    with fetcher() as web:
        for url in (site.url("/a"), "http://user:secret@127.0.0.1/"):
            with pytest.raises(FetchError) as caught:
                web.get(url)
            assert "secret" not in caught.value.message + caught.value.where


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "news.example", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "localhost",
     "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "127.0.0.1.", "①②⑦.0.0.1"],  # noqa: S104 - no binding
)  # fmt: skip
def test_this_machine_is_not_asked_by_whatever_name(site: Site, host: str) -> None:
    site.pages["/"] = Answer()
    with fetcher(private=False) as web, refused("not public|disguise|no address"):
        web.get(site.url(host=host))
    assert site.asked == []


def test_a_redirect_to_this_machine_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    # The first address counts as public, so that the redirect is what is refused.
    monkeypatch.setattr(
        "dossier.effects.addresses.why_not", lambda ip: "" if ip == "127.0.0.1" else "private"
    )
    names = {"news.example": ["127.0.0.1"], "intern.example": ["127.0.0.2"]}
    effects = replace(EFFECTS, resolve=lambda host, _: names[host])
    site.pages |= {"/a": moved(site.url("/b", "intern.example")), "/b": Answer()}
    with (
        Fetcher(respect_robots=False, limits=LIMITS, effects=effects, tls=CERTIFICATES) as web,
        refused("not public: intern.example is at 127.0.0.2"),
    ):
        web.get(site.url("/a", "news.example"))
    assert site.asked == ["/a"]


# --- limits ---------------------------------------------------------------------------------


def test_a_page_is_unpacked_and_a_bomb_is_not(site: Site) -> None:
    headers = {**HTML, "Content-Encoding": "gzip"}
    site.pages["/page"] = Answer(gzip.compress(b"<p>Kim" * 99), headers=headers)
    site.pages["/bomb"] = Answer(gzip.compress(bytes(5_000_000)), headers=headers)
    site.pages["/br"] = Answer(b"x", headers={**HTML, "Content-Encoding": "br"})
    with fetcher() as web:
        assert web.get(site.url("/page")).data == b"<p>Kim" * 99
        with refused("too large"):
            web.get(site.url("/bomb"))
        with refused("not asked for"):
            web.get(site.url("/br"))


def test_a_body_without_end_is_stopped(site: Site) -> None:
    site.pages["/a"] = Answer(itertools.repeat(b"x" * 10_000))
    with fetcher() as web, refused("more than 200000 bytes"):
        web.get(site.url("/a"))


def test_a_server_that_sends_byte_by_byte_is_stopped_at_the_overall_limit(site: Site) -> None:
    site.pages["/a"] = Answer(slowly(itertools.repeat(b"x"), lambda: time.sleep(0.02)))
    started = time.monotonic()
    with fetcher(limits=replace(LIMITS, total=0.15)) as web, refused("not complete after 0.15 s"):
        web.get(site.url("/a"))
    assert 0.1 < time.monotonic() - started < 20


def test_the_overall_limit_holds_for_all_redirects_together(site: Site) -> None:
    def slow(*_: object) -> list[str]:
        time.sleep(0.04)
        return ["127.0.0.1"]

    site.pages |= {"/a": moved("/b"), "/b": moved("/c"), "/c": moved("/d"), "/d": Answer()}
    limits, effects = replace(LIMITS, total=0.1), replace(EFFECTS, resolve=slow)
    with (
        Fetcher(
            allow_private=True,
            respect_robots=False,
            limits=limits,
            effects=effects,
            tls=CERTIFICATES,
        ) as web,
        refused("not complete after|in time"),
    ):
        web.get(site.url("/a"))
    assert "/d" not in site.asked


def test_a_server_that_falls_silent_is_left(site: Site) -> None:
    site.pages["/a"] = Answer(slowly([b"x", b"y"], lambda: time.sleep(0.3)))
    with fetcher(limits=replace(LIMITS, read=0.05)) as web, refused("in the midst"):
        web.get(site.url("/a"))


# --- answers that are of no use -------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(status=404), "no such page"),
        (Answer(status=403), "programs"),
        (Answer(status=500), "fault"),
        (Answer(b"", 302, {"Content-Length": "0"}), "without saying where"),
        (Answer(b""), "empty"),
        (Answer(b" \n"), "empty"),
        (Answer(b"GIF89a", headers={"Content-Type": "image/gif"}), r"no text \(image/gif\)"),
        (Answer(b"\x89PNG\0\0", headers={}), "neither the server"),
        (Answer(b"short", headers={**HTML, "Content-Length": "99"}), "before it was complete"),
        (Answer(headers={**HTML, "Content-Length": "x"}), "broken"),
        (Answer(headers={**HTML, "X": "y" * 300_000}), "broken"),
        (Answer(b"zz\r\n", headers={**HTML, "Transfer-Encoding": "chunked"}), "broken|broke off"),
    ],
)
def test_each_useless_answer_has_its_reason(site: Site, answer: Answer, reason: str) -> None:
    site.pages["/a"] = answer
    with fetcher() as web, refused(reason):
        web.get(site.url("/a"))


def test_a_host_that_is_not_there_is_a_reason() -> None:
    def nobody(*_: object) -> list[str]:
        raise OSError("unknown")

    effects = replace(EFFECTS, resolve=nobody)
    with (
        Fetcher(effects=effects, limits=LIMITS, tls=CERTIFICATES) as web,
        refused(r"no host news\.example$"),
    ):
        web.get("https://news.example/")


def test_what_the_user_gives_is_checked_first() -> None:
    with fetcher() as web:
        for url in ("file:///etc/passwd", "example.org", "", "http://exa mple.org"):
            with pytest.raises(FetchError) as caught:
                web.get(url)
            assert caught.value.hint


def test_certificates_are_those_of_the_name_although_the_address_is_connected_to(
    tmp_path: Path, site: Site
) -> None:
    server, client = tls_contexts(tmp_path)
    with (
        running(server) as secure,
        Fetcher(
            allow_private=True, respect_robots=False, limits=LIMITS, effects=EFFECTS, tls=client
        ) as web,
    ):
        secure.pages["/"] = Answer()
        assert web.get(secure.url(host="news.example")).status == 200
        with refused("cannot prove who it is: .*other.example"):
            web.get(secure.url(host="other.example"))
        with refused("no secure connection"):
            web.get(site.url(host="news.example").replace("http:", "https:"))
    with running(server) as secure, fetcher() as web, refused("cannot prove who it is"):
        web.get(secure.url(host="news.example"))


# --- robots.txt and manners -----------------------------------------------------------------

PLAIN = {"Content-Type": "text/plain"}
RULES = Answer(b"User-agent: *\nDisallow: /secret", headers=PLAIN)


def test_robots_txt_is_asked_once_and_respected(site: Site) -> None:
    site.pages |= {"/robots.txt": RULES, "/a": Answer(), "/b": Answer(), "/secret": Answer()}
    with fetcher(robots=True) as web:
        web.get(site.url("/a"))
        web.get(site.url("/b"))
        with refused(r"asks programs not to fetch this page"):
            web.get(site.url("/secret"))
    assert site.asked == ["/robots.txt", "/a", "/b"]


def test_robots_txt_holds_for_what_a_page_redirects_to(site: Site) -> None:
    site.pages |= {"/robots.txt": RULES, "/a": moved("/secret"), "/secret": Answer()}
    with fetcher(robots=True) as web, refused("asks programs"):
        web.get(site.url("/a"))
    assert "/secret" not in site.asked


def test_it_can_be_ignored(site: Site) -> None:
    site.pages |= {"/robots.txt": RULES, "/secret": Answer()}
    with fetcher(robots=False) as web:
        assert web.get(site.url("/secret")).status == 200
    assert site.asked == ["/secret"]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_without_robots_txt_all_is_allowed(site: Site, status: int) -> None:
    site.pages |= {"/robots.txt": Answer(RULES.body, status), "/secret": Answer()}
    with fetcher(robots=True) as web:
        assert web.get(site.url("/secret")).status == 200


def test_while_robots_txt_cannot_be_had_nothing_is_fetched(site: Site) -> None:
    site.pages |= {"/robots.txt": Answer(b"", 503), "/a": Answer()}
    with fetcher(robots=True) as web:
        for _ in range(2):
            with refused(r"503 Service Unavailable\); this was its robots.txt"):
                web.get(site.url("/a"))
    assert site.asked == ["/robots.txt"]


def test_robots_txt_may_be_redirected_but_not_to_a_file(site: Site) -> None:
    site.pages |= {"/robots.txt": moved("/r"), "/r": RULES, "/secret": Answer()}
    with fetcher(robots=True) as web, refused("asks programs"):
        web.get(site.url("/secret"))
    site.pages["/robots.txt"] = moved("file:///etc/passwd")
    with fetcher(robots=True) as web, refused("file: are not fetched"):
        web.get(site.url("/secret"))


def test_a_robots_txt_without_end_is_read_as_far_as_it_counts(site: Site) -> None:
    lines = itertools.chain([b"User-agent: *\nDisallow: /b\n"], itertools.repeat(b"#" * 50_000))
    site.pages |= {"/robots.txt": Answer(lines, headers=PLAIN), "/a": Answer()}
    with fetcher(robots=True) as web:
        assert web.get(site.url("/a")).status == 200
        with refused("asks programs"):
            web.get(site.url("/b"))


def test_requests_to_a_host_have_a_pause_that_does_not_count_as_time(site: Site) -> None:
    now = [0.0]
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    effects = replace(EFFECTS, clock=lambda: now[0], sleep=sleep)
    limits = replace(LIMITS, pause=3)
    site.pages |= {"/a": moved("/b"), "/b": moved("/c"), "/c": Answer()}
    with Fetcher(allow_private=True, effects=effects, limits=limits, tls=CERTIFICATES) as web:
        web.get(site.url("/a"))
    assert slept == [3, 3, 3]
    assert now[0] > limits.total


def test_nothing_is_left_open(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.pages |= {"/a": Answer(), "/b": Answer(itertools.repeat(b"x" * 10_000))}
    with caplog.at_level(logging.WARNING), fetcher() as web:
        for _ in range(12):  # more than the pool of an ordinary client holds
            web.get(site.url("/a"))
            with refused("too large"):
                web.get(site.url("/b"))
    assert caplog.text == ""
