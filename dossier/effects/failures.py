"""Why nothing was fetched, in words: for each status and for each way a connection can fail."""

from __future__ import annotations

import ssl
from http import HTTPStatus

import httpcore
import httpx

from dossier.effects.addresses import UnreachableError
from dossier.errors import FetchError

NETWORK_ERRORS = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
)
"""What `explain` turns into words."""

_BROWSER = "open the page in a browser, save it, and add that file"
_LATER = "try again later"
_STATUS = {
    401: ("the page wants a password", _BROWSER),
    402: ("the page wants to be paid for", _BROWSER),
    403: ("the site does not give the page to programs", _BROWSER),
    404: ("there is no such page", "check the address; perhaps a web archive has the page"),
    406: ("the site does not give the page to programs", _BROWSER),
    407: ("a proxy wants a password", _BROWSER),
    408: ("the server grew tired of waiting", _LATER),
    410: ("the page was taken down", "perhaps a web archive has it"),
    429: ("the site has had too many requests", "wait, then try again"),
    451: ("the page is withheld for legal reasons", ""),
}


def status_failure(status: int) -> FetchError:
    """Return the error for an answer that is no page; `status` is any but 200."""
    if status in _STATUS:
        message, hint = _STATUS[status]
    elif status >= 500:
        message, hint = "the site has a fault", _LATER
    elif status in (204, 205):
        message, hint = "the answer is empty", _BROWSER
    elif 300 <= status < 400:
        message, hint = "the site redirects without saying where to", _BROWSER
    else:
        message, hint = "the server answers something else than the page", _BROWSER
    try:
        name = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        name = str(status)
    return FetchError(f"{message} ({name})", hint=hint)


def explain(error: Exception, *, overdue: bool, total: float, connect: float) -> FetchError:
    """Return what an error of the connection means to a user.

    `overdue`: the time for the whole answer, `total` seconds, was over; `connect` is the limit
    for reaching the server, in seconds.
    """
    if isinstance(error, httpx.InvalidURL | httpx.HTTPError):
        return FetchError("the site redirects to something that is no address", hint=_BROWSER)
    if isinstance(error, httpcore.ConnectError):
        return _unconnected(error)
    if isinstance(error, httpcore.TimeoutException) and overdue:
        message = f"the server is too slow: the answer was not complete after {total:g} s"
    elif isinstance(error, httpcore.ConnectTimeout):
        return UnreachableError(f"the server cannot be reached within {connect:g} s", hint=_LATER)
    elif isinstance(error, httpcore.TimeoutException):
        message = "the server stopped in the midst of its answer"
    elif "complete message body" in str(error):
        message = "the answer ended before it was complete"
    elif isinstance(error, httpcore.ProtocolError):
        message = f"the server's answer is broken: {str(error).rstrip('.') or 'no HTTP'}"
    else:
        message = "the connection broke off"
    return FetchError(message, hint=_LATER)


def _unconnected(error: httpcore.ConnectError) -> UnreachableError:
    # The pool cuts off `__cause__`; the error of the system remains as the argument.
    cause = next((cause for cause in error.args if isinstance(cause, OSError)), None)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return UnreachableError(
            f"the server cannot prove who it is: {cause.verify_message.rstrip('.')}",
            hint="check the address; a page with a bad certificate is not fetched",
        )
    if isinstance(cause, ssl.SSLError):
        # It is missing in errors that Python raises itself.
        reason = (getattr(cause, "reason", "") or "unknown fault").replace("_", " ").lower()
        return UnreachableError(
            f"no secure connection: {reason}",
            hint="check whether the address begins with http: instead of https:",
        )
    if isinstance(cause, ConnectionRefusedError):
        return UnreachableError("no server answers there", hint="check the address and its port")
    words = cause.strerror if cause else ""
    return UnreachableError(
        f"the server cannot be reached: {words or error}",
        hint="check the connection to the internet",
    )
