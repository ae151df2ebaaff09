"""Draws what a command prints as a picture for the README:

python tools/terminal_picture.py docs/demo.svg -- xuncha --lang en demo
"""

import os
import subprocess
import sys
from io import StringIO

from rich.console import Console
from rich.text import Text

WIDTH = 150


def main() -> None:
    target, _, *command = sys.argv[1:]
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(WIDTH)}
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", check=True
    )
    console = Console(record=True, width=WIDTH, file=StringIO())
    lines = done.stdout.splitlines()
    start = next(
        (number for number, line in enumerate(lines) if "── summary ──" in Text.from_ansi(line).plain), 0
    )  # the demo's last part
    console.print(Text.from_ansi("\n".join(lines[start:])))
    console.save_svg(target, title=" ".join(command))


if __name__ == "__main__":
    main()
