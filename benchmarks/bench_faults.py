"""Every kind of hostile answer through a real patrol: `python -m benchmarks.bench_faults [--only WORDS] [--at-once N]`.

One line a kind: the facts that were stored, seconds, and the peak memory of the patrol's processes. Exit code 1 where a
kind ends otherwise than tests/faults/kinds.py says, or beyond its bounds. Nothing leaves loopback.
"""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.faults.kinds import FAULTS, ROBOTS, TRAPS
from tests.faults.link_checks import verdicts
from tests.faults.patrols import MOST_MEMORY, TIME_LIMIT, Told, patrol
from tests.faults.records import Fault


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_faults", description="Hostile answers.")
    parser.add_argument("--only", default="", help="kinds with these words in their name")
    parser.add_argument("--at-once", type=int, default=2, help="patrols side by side")
    asked = parser.parse_args()
    faults = [fault for fault in FAULTS if asked.only in fault.name]
    print(f"{'kind':<46}{'s':>6}{'MB':>6}  facts")
    with ThreadPoolExecutor(asked.at_once) as crew:
        told = []
        for one in crew.map(patrol, faults):
            told.append(one)
            print(_line(one), flush=True)
    _show_verdicts([fault for fault in faults if fault not in (*ROBOTS, *TRAPS)])
    bad = [one for one in told if one.judge()]
    print(
        f"{len(told)} kinds, {len(bad)} not as they should be; "
        f"most memory {max(one.megabytes for one in told):.0f} MB (bar: {MOST_MEMORY}), "
        f"longest {max(one.seconds for one in told):.0f} s (bar: {TIME_LIMIT})"
    )
    sys.exit(bool(bad))


def _show_verdicts(faults: list[Fault]) -> None:
    if not faults:
        return
    lines, seconds, megabytes = verdicts(faults)
    for name, line in lines.items():
        print(f"{name:<46}{line['elapsed_ms'] / 1000:>6.1f}{'':>6}  link: {line['verdict']} ({line['reason']})")
    lost = [fault.name for fault in faults if fault.name not in lines]
    print(f"link engine: {len(lines)} verdicts, {len(lost)} lost {lost or ''}, {seconds:.0f} s, {megabytes:.0f} MB")


def _line(told: Told) -> str:
    facts = ", ".join(f"{n} × {outcome} ({reason})" for (outcome, reason), n in told.facts.most_common(3))
    traps = "".join(f" · trap {one['pattern']} × {one['count']}" for one in told.stats.get("traps", []))
    ended = "" if told.ended == "done:finished" else f" · {told.ended}"
    wrong = "".join(f"  !! {one}" for one in told.judge())
    return f"{told.fault.name:<46}{told.seconds:>6.1f}{told.megabytes:>6.0f}  {facts}{traps}{ended}{wrong}"


if __name__ == "__main__":
    main()
