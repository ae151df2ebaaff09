"""Where alerts go in tests: a webhook and a mail server on loopback that keep what they are sent."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import SimpleQueue
from threading import Thread
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class Webhook:
    """`statuses` are the answers to come, then 204 for ever; `messages` is what was accepted, `tries` counts all.

    `answer` is the body that goes with them, `paths` what was asked for.
    """

    url: str
    messages: list[dict[str, Any]] = field(default_factory=list)
    statuses: SimpleQueue[int] = field(default_factory=SimpleQueue)
    tries: int = 0
    always: int = 204
    answer: bytes = b""
    retry_after: str = ""
    paths: list[str] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)  # of the header Idempotency-Key

    def take(self, body: bytes) -> int:
        self.tries += 1
        status = self.always if self.statuses.empty() else self.statuses.get()
        if status < 300:
            self.messages.append(json.loads(body or b"{}"))
        return status


@contextmanager
def webhook(path: str = "/hook", kind: type[Webhook] = Webhook) -> Iterator[Webhook]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(length)
            if len(body) < length:
                return  # the sender died on the way
            hook.paths.append(self.path)
            hook.keys.append(self.headers.get("Idempotency-Key"))
            self.send_response(hook.take(body))
            if hook.retry_after:
                self.send_header("Retry-After", hook.retry_after)
            self.end_headers()
            self.wfile.write(hook.answer)

        do_GET = do_POST

        def log_message(self, format: str, *args: Any) -> None:
            """Keeps the test's output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hook = kind(f"json://127.0.0.1:{server.server_port}{path}")
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield hook
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Mailbox:
    url: str = ""
    mails: list[EmailMessage] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 taken"


class _AnyPort(Controller):
    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]  # 0 was asked for
        super()._trigger_server()


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    box = Mailbox()
    controller = _AnyPort(box, hostname="127.0.0.1", port=0)
    controller.start()
    box.url = f"mailto://127.0.0.1:{controller.port}?from=xuncha@example.com&to=office@example.com"
    try:
        yield box
    finally:
        controller.stop()
