"""A server that is faster than any checker: `python -m benchmarks.bench_links_fast ADDRESS...`. Prints its ports, one a line.

One process; every address given is a host. /p/N.html is a page of a few KB of its own, /f/N.pdf a file, /gone/N.html is
not there. It ends when standard input closes.
"""

import asyncio
import sys

from benchmarks import bench_links_pages as pages

try:
    from uvloop import run
except ImportError:
    from asyncio import run

_MARK = b"00000000"  # stands in the page where its number goes
_MISSING = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 22\r\n\r\n<h1>404 Not Found</h1>"
_FILE = b"HTTP/1.1 %s\r\nContent-Type: application/pdf\r\nContent-Length: %d\r\n%s\r\n"


def _page() -> bytes:
    body = pages.article(3).body.replace("第3次".encode(), "第".encode() + _MARK + "次".encode())
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


class Connection(asyncio.Protocol):
    page = _page()
    header = page[: page.index(b"\r\n\r\n") + 4]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.rest = b""

    def data_received(self, data: bytes) -> None:
        *heads, self.rest = (self.rest + data).split(b"\r\n\r\n")
        for head in heads:
            method, target, _ = head.split(b" ", 2)
            self.transport.write(self.answer(method, target, head))  # type: ignore[attr-defined]

    def answer(self, method: bytes, target: bytes, head: bytes) -> bytes:
        if target.startswith(b"/p/"):
            if method == b"HEAD":
                return self.header
            return self.page.replace(_MARK, target[3:11].rjust(8, b"0"))
        if target.startswith(b"/f/"):
            return self.file(method, b"\r\nrange:" in head.lower())
        return _MISSING if method == b"GET" else _MISSING.partition(b"<")[0]

    def file(self, method: bytes, is_part: bool) -> bytes:
        body = pages.PDF[:1024] if is_part else pages.PDF
        more = b"Content-Range: bytes 0-1023/%d\r\n" % len(pages.PDF) if is_part else b""
        head = _FILE % (b"206 Partial Content" if is_part else b"200 OK", len(body), more)
        return head if method == b"HEAD" else head + body


async def _serve(addresses: list[str]) -> None:
    loop = asyncio.get_running_loop()
    for address in addresses:
        server = await loop.create_server(Connection, address, 0, backlog=1024)
        print(server.sockets[0].getsockname()[1])
    sys.stdout.flush()
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    run(_serve(sys.argv[1:]))
