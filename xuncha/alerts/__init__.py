"""Alerts: from flips in the outbox to messages in channels, and a watch over ourselves."""

from xuncha.alerts.delivery import paced_tick, tick
from xuncha.alerts.selfwatch import SelfWatch

__all__ = ["SelfWatch", "paced_tick", "tick"]
