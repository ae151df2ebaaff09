"""Runs the real command in a child process, as a person would."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"


@dataclass(frozen=True)
class Xuncha:
    """`xuncha` with its data in one folder, allowed to fetch from loopback."""

    data_dir: Path
    extra: Mapping[str, str] = ()  # type: ignore[assignment]  # more environment

    def __call__(self, *words: str, timeout: float = 120) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "xuncha", *words],
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            cwd=ROOT,
            check=False,
        )

    def done(self, *words: str) -> str:
        """Standard output of a command that must succeed."""
        result = self(*words)
        assert result.returncode == 0, (
            f"xuncha {' '.join(words)}: {result.returncode}\n{result.stdout}\n{result.stderr}"
        )
        return result.stdout

    def json(self, *words: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.done(*words, "--json").splitlines()]

    def mistake(self, *words: str) -> str:
        """The one line that a command with an operator's mistake ends with."""
        result = self(*words)
        assert result.returncode == 2, (
            f"xuncha {' '.join(words)}: {result.returncode}\n{result.stdout}\n{result.stderr}"
        )
        assert "Traceback" not in result.stderr
        lines = result.stderr.strip().splitlines()
        assert len(lines) == 1, result.stderr
        return lines[0]

    @property
    def environment(self) -> dict[str, str]:
        return {
            **{name: value for name, value in os.environ.items() if not name.startswith("XUNCHA_")},
            "XUNCHA_DATA_DIR": str(self.data_dir),
            "XUNCHA_ALLOWED_PRIVATE_NETWORKS": "127.0.0.0/8",
            "XUNCHA_CRAWL_DELAY": "0",
            "XUNCHA_LANG": "en",
            "COLUMNS": "200",
            **dict(self.extra),
        }
