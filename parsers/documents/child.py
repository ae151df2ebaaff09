"""Reading a document in a child process with limits: parsers of binary formats hang, crash and eat memory.

The body goes in over stdin, the document comes out as JSON over stdout.
"""

import json
import os
import resource
import subprocess
import sys

from parsers.documents import Document, UnreadableDocument, read_document, sniff

MEGABYTE = 1_000_000
MAX_BODY = 100 * MEGABYTE


def read_in_child(body: bytes, *, timeout: float = 20.0, memory_mb: int = 260) -> Document:
    """The document in these bytes, of whatever kind. Raises UnreadableDocument, also on time-out, memory and crash."""
    if len(body) > MAX_BODY:
        raise UnreadableDocument(f"too large: {len(body)} bytes")
    command = [sys.executable, "-m", "parsers.documents.child", str(int(timeout) + 1), str(memory_mb)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    try:
        done = subprocess.run(command, input=body, capture_output=True, timeout=timeout, env=environment, check=False)
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(f"timeout: {timeout:g} s") from error
    return _answer(done.returncode, done.stdout)


def _answer(code: int, out: bytes) -> Document:
    try:
        answer = json.loads(out)
    except ValueError:
        raise UnreadableDocument(f"crashed: exit code {code}") from None
    if "reason" in answer:
        raise UnreadableDocument(answer["reason"])
    return Document(answer["kind"], answer["text"], answer["title"], tuple(answer["warnings"]))


def _limit(seconds: int, memory_mb: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory_mb * MEGABYTE, memory_mb * MEGABYTE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(body: bytes) -> dict[str, object]:
    try:
        document = read_document(body, sniff(body))
    except UnreadableDocument as error:
        return {"reason": str(error)}
    except MemoryError:
        return {"reason": "memory"}
    except RecursionError:
        return {"reason": "broken: nested too deeply"}
    except Exception as error:  # noqa: BLE001  the child's top: any trouble of a reader is the document's
        return {"reason": f"broken: {type(error).__name__}: {error}"[:300]}
    return {
        "kind": document.kind,
        "text": document.text,
        "title": document.title,
        "warnings": document.warnings,
    }


def main() -> None:
    """The child: arguments are CPU seconds and megabytes."""
    _limit(int(sys.argv[1]), int(sys.argv[2]))
    out = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not get into the answer
    answer = json.dumps(_read(sys.stdin.buffer.read())).encode()
    with os.fdopen(out, "wb") as stdout:
        stdout.write(answer)


if __name__ == "__main__":
    main()
