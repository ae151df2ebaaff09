"""What an exception on the way to an answer says about the portal: an outcome and a reason code."""

import logging
from collections.abc import Iterator

from OpenSSL import SSL
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from service_identity import VerificationError
from twisted.internet import error
from twisted.web._newclient import ParseError
from twisted.web.client import ResponseFailed, ResponseNeverReceived

from crawler.guard import AddressRefused
from storage.records import Outcome

log = logging.getLogger(__name__)


class RequestRefused(AddressRefused, IgnoreRequest):
    """Raised by crawler.handler: the guard's refusal, which is no error in Scrapy's eyes."""


class TimeIsUp(IgnoreRequest):
    """Raised by crawler.handler: the patrol's time was over before the request was sent. It leaves no visit."""


class BadHead(ParseError):
    """Raised by crawler.handler: headers that no honest server sends, or none can read."""

    def __init__(self, why: str) -> None:
        super().__init__(why, b"")  # type: ignore[no-untyped-call]


class RobotsForbidden(IgnoreRequest):
    """Raised by crawler.robots: robots.txt forbids the address. The message is the reason code of the visit."""


_LOST = (error.ConnectionLost, error.ConnectionDone, error.ConnectionAborted, ResponseNeverReceived)
_CODES: tuple[tuple[type[BaseException], str], ...] = (
    (DownloadTimeoutError, "timeout"),
    (CannotResolveHostError, "dns"),
    (DownloadConnectionRefusedError, "refused"),
    (error.ConnectionRefusedError, "refused"),
    (error.TimeoutError, "timeout"),
    (error.NoRouteError, "unreachable"),
    (ResponseDataLossError, "incomplete"),
    (BadHead, "protocol:headers"),
    (ParseError, "protocol"),
    (UnsupportedURLSchemeError, "protocol"),
    (EOFError, "protocol:compression"),
)
_DECOMPRESSORS = frozenset(("zlib", "gzip", "brotli", "backports.zstd", "compression.zstd"))
_TRANSIENT = frozenset(("timeout", "dns", "refused", "reset", "incomplete", "unreachable", "protocol"))
_DEFINITE = frozenset(("protocol:headers", "protocol:compression"))  # said on purpose


def classify(exception: BaseException) -> tuple[Outcome, str]:
    """Outcome and reason code. An exception that is not known is our own trouble: it is logged, and named so."""
    if isinstance(exception, AddressRefused):
        return "refused", str(exception)
    if isinstance(exception, RobotsForbidden):
        return "robots", str(exception)
    # Scrapy cancels a body that outgrows DOWNLOAD_MAXSIZE, and ignores one that outgrows it when unpacked.
    if isinstance(exception, (DownloadCancelledError, IgnoreRequest)):
        return "too_large", "too_large"
    causes = list(_causes(exception))
    for cause in causes:
        if isinstance(cause, (SSL.Error, VerificationError)):
            return "failed", _tls_reason(cause)
    if type(exception).__module__ in _DECOMPRESSORS:
        return "failed", "protocol:compression"
    for cause in causes:
        for kind, code in _CODES:
            if isinstance(cause, kind):
                return "failed", code
    if any(isinstance(cause, _LOST) for cause in causes) or isinstance(exception, (DownloadFailedError, OSError)):
        return "failed", "reset"
    log.error("unknown trouble", exc_info=exception, extra={"action": "unknown_failure"})
    return "failed", f"crawler:{type(exception).__name__}"


def is_transient(reason: str) -> bool:
    """Whether a failure may pass by itself.

    >>> is_transient("timeout"), is_transient("protocol:headers")
    (True, False)
    """
    return reason.partition(":")[0] in _TRANSIENT and reason not in _DEFINITE


def _causes(exception: BaseException) -> Iterator[BaseException]:
    """The exception, what it was raised from, and what Twisted wrapped in it, innermost last."""
    yield exception
    if isinstance(exception, ResponseFailed):
        for failure in exception.reasons:
            yield from _causes(failure.value)
    if exception.__cause__ is not None:
        yield from _causes(exception.__cause__)


def _tls_reason(exception: BaseException) -> str:
    """`tls_obsolete` where the portal speaks only versions that nobody should speak any more, else `tls:why`."""
    text = " ".join(str(part[-1]) for part in exception.args[0]) if _has_stack(exception) else type(exception).__name__
    if "protocol version" in text or "unsupported protocol" in text or "legacy" in text:
        return "tls_obsolete"
    return f"tls:{text}" if text else "tls"


def _has_stack(exception: BaseException) -> bool:
    return bool(exception.args) and isinstance(exception.args[0], list)
