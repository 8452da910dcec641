"""Pages from the web: asked for politely, from public addresses only, within fixed limits.

No proxy is taken from the environment: it would resolve the names itself, and the check of the
addresses would be of no use. Certificates are those that httpx brings, or those of the variables
`SSL_CERT_FILE` and `SSL_CERT_DIR`, which a user sets for exactly that. Cookies are not kept,
passwords not sent, and nothing that comes back is executed.
"""

from __future__ import annotations

import hashlib
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import Self, TypeVar

import httpx
from msgspec import Struct

from dossier import __version__
from dossier.effects import body, failures, robots
from dossier.effects.addresses import Resolver, UnreachableError, system_resolver
from dossier.effects.fetched import Fetched, is_readable, mime, name_for, suffix_for
from dossier.effects.turns import Turns
from dossier.effects.webaddress import joined, parsed, shown
from dossier.effects.wire import Deadline, PinnedBackend, PinnedTransport
from dossier.errors import FetchError

__all__ = ["Effects", "Fetched", "Fetcher", "Limits", "name_for", "suffix_for"]

Result = TypeVar("Result")

_HEADERS = {
    "User-Agent": f"dossier/{__version__} (+news-dossier)",
    "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
    "Accept-Encoding": body.ENCODINGS,
    "Connection": "close",
}
_REDIRECTS = frozenset((301, 302, 303, 307, 308))


class Limits(Struct, frozen=True, kw_only=True):
    """How much is fetched, in bytes, and how long it may take, in seconds.

    `total` is for one page with its redirects and `robots.txt`; waiting for one's turn (`pause`
    between two requests to a host) does not count. `read` is for each wait for more bytes.
    """

    max_bytes: int = 20_000_000
    total: float = 30
    connect: float = 10
    read: float = 10
    redirects: int = 5
    pause: float = 0.5


def _now() -> datetime:
    return datetime.now(UTC)


class Effects(Struct, frozen=True, kw_only=True):
    """What the world outside answers; tests bring their own."""

    resolve: Resolver = system_resolver
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = _now


class _Budget(Struct):
    """The seconds that are left for one page."""

    left: float


LIMITS = Limits()
EFFECTS = Effects()


class Fetcher:
    """Fetches pages; a context manager. Threads may share it.

    `allow_private` lets it ask addresses that are not public; `respect_robots=False` ignores what
    sites ask of programs; `tls` replaces the certificates that are trusted.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        respect_robots: bool = True,
        limits: Limits = LIMITS,
        effects: Effects = EFFECTS,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._limits = limits
        self._effects = effects
        self._respect_robots = respect_robots
        self._rules: dict[str, robots.Rules | FetchError] = {}
        self._turns = Turns(limits.pause, effects.clock, effects.sleep)
        self._deadline = Deadline(effects.clock)
        backend = PinnedBackend(
            resolve=effects.resolve, deadline=self._deadline, allow_private=allow_private
        )
        self._client = httpx.Client(
            transport=PinnedTransport(backend, tls or httpx.create_ssl_context()),
            headers=_HEADERS,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
            timeout=httpx.Timeout(limits.read, connect=limits.connect),
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def get(self, url: str) -> Fetched:
        """Fetch `url` with its redirects; raises `FetchError` with the reason if it cannot be."""
        url = url.strip()
        budget = _Budget(self._limits.total)

        def take(here: httpx.URL, response: httpx.Response) -> Fetched:
            return self._fetched(url, here, response)

        def check(here: httpx.URL) -> None:
            self._ask_robots(here, budget)

        try:
            return self._follow(url, budget, take, check if self._respect_robots else None)
        except FetchError as error:
            raise FetchError(error.message, where=shown(url), hint=error.hint) from error

    def _follow(
        self,
        url: str,
        budget: _Budget,
        take: Callable[[httpx.URL, httpx.Response], Result],
        check: Callable[[httpx.URL], None] | None,
    ) -> Result:
        """Ask for `url`, then for what it redirects to; each address is checked anew."""
        target: str | None = url
        base: httpx.URL | None = None
        for hop in range(self._limits.redirects + 1):
            asked = target or ""
            try:
                here = parsed(asked, base)
                if check:
                    check(here)
                with self._answer(here, budget) as response:
                    target = _target(response)
                    if target is None:
                        return take(here, response)
                base = here
            except FetchError as error:
                if not hop:
                    raise
                message = f"{error.message} (it was redirected to {shown(joined(asked, base))})"
                raise FetchError(message, hint=error.hint) from error
        raise FetchError(
            f"the site redirects more than {self._limits.redirects} times",
            hint="open the page in a browser, and add the address that it ends at",
        )

    @contextmanager
    def _answer(self, url: httpx.URL, budget: _Budget) -> Iterator[httpx.Response]:
        """Send one request in its turn; its time is taken from the budget."""
        clock = self._effects.clock
        with self._turns.turn(url.host):
            started = clock()
            self._deadline.at = started + budget.left
            try:
                with self._client.stream("GET", url, follow_redirects=False) as response:
                    yield response
            except failures.NETWORK_ERRORS as error:
                limits, overdue = self._limits, self._deadline.left <= 0
                raise failures.explain(
                    error, overdue=overdue, total=limits.total, connect=limits.connect
                ) from error
            finally:
                budget.left -= clock() - started

    def _fetched(self, url: str, here: httpx.URL, response: httpx.Response) -> Fetched:
        if response.status_code != 200:
            raise failures.status_failure(response.status_code)
        content_type = response.headers.get("content-type", "").strip()
        if not is_readable(content_type):
            raise FetchError(
                f"the address leads to something that is no text ({mime(content_type)[:60]})",
                hint="add the address of the article itself",
            )
        data = body.read_whole(response, self._limits.max_bytes)
        if not data.strip():
            raise FetchError(
                "the answer is empty", hint="open the page in a browser, save it, add that file"
            )
        fetched = Fetched(
            url=url,
            final_url=str(here),
            status=response.status_code,
            content_type=content_type,
            last_modified=response.headers.get("last-modified", "").strip(),
            data=data,
            accessed=self._effects.now().astimezone(UTC).replace(microsecond=0),
            sha256=hashlib.sha256(data).hexdigest(),
        )
        if not suffix_for(fetched):
            raise FetchError(
                "neither the server nor the first bytes say that it is a text",
                hint="add the address of the article itself",
            )
        return fetched

    def _ask_robots(self, url: httpx.URL, budget: _Budget) -> None:
        """Raise `FetchError` unless the site lets programs fetch `url`."""
        site = str(url.copy_with(raw_path=b"/robots.txt", fragment=None))
        if site not in self._rules:
            self._rules[site] = self._read_robots(site, budget)
        rules = self._rules[site]
        if isinstance(rules, FetchError):
            raise FetchError(rules.message, hint=rules.hint) from rules
        path = url.raw_path.decode("ascii")
        if path != "/robots.txt" and not rules.allows(path):
            raise FetchError(
                "the site asks programs not to fetch this page (robots.txt)",
                hint="open it in a browser, save it, and add that file",
            )

    def _read_robots(self, site: str, budget: _Budget) -> robots.Rules | FetchError:
        """Return the rules of a site; a fault is remembered as well, for its other pages."""

        def take(_: httpx.URL, response: httpx.Response) -> robots.Rules:
            if 400 <= response.status_code < 500:
                return robots.Rules()  # there is none: all is allowed (RFC 9309, 2.3.1.3)
            if response.status_code != 200:
                raise failures.status_failure(response.status_code)
            return robots.parse(body.read_start(response, robots.MAX_BYTES))

        try:
            return self._follow(site, budget, take, None)
        except UnreachableError as error:
            return FetchError(error.message, hint=error.hint)  # no page can be had either
        except FetchError as error:
            # What the site would allow is unknown then, so that nothing is (2.3.1.4).
            message = f"{error.message}; this was its robots.txt, without which no page is fetched"
            return FetchError(message, hint=error.hint)


def _target(response: httpx.Response) -> str | None:
    """Return where an answer redirects to, None if it does not."""
    if response.status_code not in _REDIRECTS:
        return None
    location: str | None = response.headers.get("location")
    return location
