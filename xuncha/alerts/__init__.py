"""Alerts: from flips in the outbox to messages in channels."""

from xuncha.alerts.delivery import tick

__all__ = ["tick"]
