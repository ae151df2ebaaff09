"""The scheduler: patrols as child processes, and the daemon's clock. What is due stands in our own tables."""

from xuncha.scheduler.daemon import Daemon
from xuncha.scheduler.patrols import PatrolResult, patrol_tick, run_patrol, side_by_side

__all__ = ["Daemon", "PatrolResult", "patrol_tick", "run_patrol", "side_by_side"]
