"""Every bar of the watch: `make bench-watch` runs each benchmarks/bench_watch_*.py, and fails if one of them does."""

import subprocess
import sys
from pathlib import Path


def main() -> None:
    names = sorted(file.stem for file in Path(__file__).parent.glob("bench_watch_*.py"))
    failed = []
    for name in names:
        print(f"\n── {name} ──", flush=True)
        if subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode:
            failed.append(name)
    if failed:
        sys.exit(f"\nbelow the bar: {', '.join(failed)}")
    print("\nevery bar is met")


if __name__ == "__main__":
    main()
