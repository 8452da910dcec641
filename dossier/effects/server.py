"""A plain preview server: what GitHub Pages would answer for a folder, on this machine only.

It serves files as they are, a folder's `index.html`, and the site's own `404.html` for all else.
Nothing is listed, nothing outside the folder can be reached, nothing is cached by the browser.
"""

from __future__ import annotations

import errno
import logging
import os
import shutil
import socket
import sys
import threading
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self
from urllib.parse import quote, unquote, urlsplit

from dossier.errors import DossierError

log = logging.getLogger(__name__)

# The system's own table differs from machine to machine, and some lack wasm and webp.
_TYPES = {
    ".bib": "application/x-bibtex",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".ris": "application/x-research-info-systems",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
_UNKNOWN_TYPE = "application/octet-stream"  # what Pages says for the index's .pf_* files, too
_PORTS_TO_TRY = 20
_IDLE_SECONDS = 30


def content_type(name: str) -> str:
    """Return the MIME type of a file by its name.

    >>> content_type("pagefind/wasm.de.pagefind")
    'application/octet-stream'
    """
    return _TYPES.get(os.path.splitext(name)[1].lower(), _UNKNOWN_TYPE)  # noqa: PTH122 - a URL


def normal_base(base: str) -> str:
    """Return a base path with one slash on either side: `repo` → `/repo/`, "" → `/`."""
    inner = "/".join(part for part in base.split("/") if part)
    return f"/{inner}/" if inner else "/"


def find_file(folder: Path, path: str) -> Path | None:
    """Return the file that a URL path (decoded, without the base) means, or None.

    Only names that stand in the folder are followed: no `..`, no hidden files, no links that
    lead out of it.
    """
    parts = path.split("/")
    names = parts[:-1] if parts[-1] == "" else parts
    if any(not _is_plain(name) for name in names):
        return None
    target = folder.joinpath(*names)
    if parts[-1] == "":
        target /= "index.html"
    try:
        resolved = target.resolve(strict=True)
    except (OSError, ValueError):
        return None
    inside = resolved.is_relative_to(folder.resolve())
    return resolved if inside and resolved.is_file() else None


def _is_plain(name: str) -> bool:
    if not name or name.startswith(".") or name.endswith(" "):
        return False
    return not any(char in '\\:<>"|?*' or ord(char) < 32 for char in name)


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD; everything else is refused by the base class."""

    protocol_version = "HTTP/1.1"  # one connection for a page and its assets
    timeout = _IDLE_SECONDS
    server: _HttpServer

    def version_string(self) -> str:
        return "dossier"

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        url = urlsplit(self.path)  # the base class made one slash of a leading //
        path = unquote(url.path, errors="replace")
        base, folder = self.server.base, self.server.folder
        if path + "/" == base:
            self._redirect(base, url.query)
            return
        inner = path.removeprefix(base) if path.startswith(base) else None
        file = find_file(folder, inner) if inner is not None else None
        if file is None and inner and find_file(folder, inner + "/"):
            self._redirect(path + "/", url.query)
            return
        if file is not None:
            self._send(HTTPStatus.OK, file, with_body=with_body)
            return
        self._send(HTTPStatus.NOT_FOUND, find_file(folder, "404.html"), with_body=with_body)

    def _redirect(self, path: str, query: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", quote(path) + (f"?{query}" if query else ""))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, file: Path | None, *, with_body: bool) -> None:
        if file is None:
            self._send_words(status, with_body=with_body)
            return
        try:
            stream: BinaryIO = file.open("rb")
        except OSError as error:
            log.warning("%s cannot be read: %s", file, error)
            self._send_words(HTTPStatus.NOT_FOUND, with_body=with_body)
            return
        with stream:
            size = os.fstat(stream.fileno()).st_size
            self._send_head(status, content_type(file.name), size)
            if with_body:
                shutil.copyfileobj(stream, self.wfile)

    def _send_words(self, status: HTTPStatus, *, with_body: bool) -> None:
        words = f"{status.value} {status.phrase}\n".encode()
        self._send_head(status, _TYPES[".txt"], len(words))
        if with_body:
            self.wfile.write(words)

    def _send_head(self, status: HTTPStatus, kind: str, size: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(size))
        self.send_header("Cache-Control", "no-cache")  # a preview shows the last build
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        log.debug("%s - %s", self.address_string(), format % args)


class _HttpServer(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64  # a browser asks for many files at once; five make it wait a second
    # On Windows the same flag would let two programs share the port.
    allow_reuse_address = os.name == "posix"

    def __init__(self, address: tuple[str, int], folder: Path, base: str) -> None:
        self.folder = folder
        self.base = base
        super().__init__(address, _Handler)

    def server_bind(self) -> None:
        """Bind without asking the name service who we are, as the base class does."""
        socket_server_bind = super(ThreadingHTTPServer, self).server_bind
        with suppress(OSError):
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        socket_server_bind()

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002
        error = sys.exc_info()[1]
        if isinstance(error, ConnectionError | TimeoutError):
            log.debug("%s left before the answer was sent", client_address)
        else:
            log.error("no answer for %s", client_address, exc_info=error)


class Server:
    """A bound server. `url` is where the site is; `moved` says that the wished port was taken.

    Use it as a context manager (answers in the background until the block ends), or call `run`.
    """

    def __init__(self, http: _HttpServer, *, wished_port: int) -> None:
        self._http = http
        self._thread: threading.Thread | None = None
        host, self.port = http.socket.getsockname()[:2]
        self.moved = wished_port not in (0, self.port)
        shown = f"[{host}]" if ":" in host else host
        self.url = f"http://{shown}:{self.port}{quote(http.base)}"

    def run(self) -> None:
        """Answer until Ctrl-C, then close."""
        try:
            with suppress(KeyboardInterrupt):
                self._http.serve_forever()
        finally:
            self._http.server_close()

    def __enter__(self) -> Self:
        self._thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._thread is not None:
            self._http.shutdown()
            self._thread.join()
        self._http.server_close()


def serve(folder: Path, *, base: str = "/", host: str = "127.0.0.1", port: int = 8000) -> Server:
    """Bind a server for `folder` under the path `base`; port 0 is any free one.

    A taken port moves on to the next free one. Raises `DossierError` when there is none, or when
    the host is not ours.
    """
    last = min(port + _PORTS_TO_TRY, 65536) if port else 1
    for candidate in range(port, last):
        try:
            http = _HttpServer((host, candidate), folder, normal_base(base))
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                continue
            raise DossierError(
                f"cannot listen on {host}: {error.strerror or error}",
                hint="leave --host away to serve this machine alone",
            ) from error
        return Server(http, wished_port=port)
    raise DossierError(
        f"no free port between {port} and {last - 1}", hint="choose another with --port"
    )
