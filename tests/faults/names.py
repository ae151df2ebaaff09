"""Names that resolve as a test wants: `python -m tests.faults.names MODULE WORDS…` with XUNCHA_TEST_NAMES as JSON.

{"a.gov.cn": [["127.0.0.1"], ["127.0.0.2"]]}: what the first look-up finds, what the second, and then from the start
again. Names that are not in it do not exist.
"""

import json
import os
import runpy
import socket
import sys
from collections import defaultdict
from itertools import cycle
from typing import Any

_real = socket.getaddrinfo


def main() -> None:
    table = json.loads(os.environ["XUNCHA_TEST_NAMES"])
    turns = defaultdict(lambda: cycle([[]]), {name: cycle(answers) for name, answers in table.items()})

    def getaddrinfo(host: Any, port: Any, *more: Any, **named: Any) -> list[Any]:
        name = host.decode() if isinstance(host, bytes) else host
        if name is None or name.replace(".", "").isdigit() or ":" in name:
            return _real(host, port, *more, **named)
        found = next(turns[name])
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [one for address in found for one in _real(address, port, *more, **named)]

    socket.getaddrinfo = getaddrinfo  # before anybody imports it by name
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
