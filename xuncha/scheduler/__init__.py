"""The scheduler: patrols as child processes, and the daemon's clock. What is due stands in our own tables."""

from xuncha.scheduler.daemon import Daemon, Loop, Tick
from xuncha.scheduler.keeping import keeping_tick
from xuncha.scheduler.patrols import PatrolResult, run_patrol
from xuncha.scheduler.probing import probing_tick
from xuncha.scheduler.ticks import patrol_tick, recover_tick, side_by_side

__all__ = [
    "Daemon",
    "Loop",
    "PatrolResult",
    "Tick",
    "keeping_tick",
    "patrol_tick",
    "probing_tick",
    "recover_tick",
    "run_patrol",
    "side_by_side",
]
