"""What the daemon says: text for people, or JSON lines with stable keys. Passwords in addresses never get that far."""

import json
import logging
import re
from datetime import UTC, datetime

from storage.settings import Settings

_PASSWORD = re.compile(r"(?<=://)([^/\s:@]*):[^@\s]+@")
_KNOWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


def hidden(text: str) -> str:
    """
    >>> hidden("cannot reach postgresql://xuncha:s3cret@db/x")
    'cannot reach postgresql://xuncha:***@db/x'
    """
    return _PASSWORD.sub(r"\1:***@", text)


class JsonLines(logging.Formatter):
    """One object a line: at, level, logger, message, `action` (the stable key of the message) and its other fields."""

    def format(self, record: logging.LogRecord) -> str:
        row = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **{name: value for name, value in vars(record).items() if name not in _KNOWN},
        }
        if record.exc_info:
            row["traceback"] = self.formatException(record.exc_info)
        return hidden(json.dumps(row, ensure_ascii=False, default=str))


class Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return hidden(super().format(record))


def start(settings: Settings) -> None:
    """Sends the log to standard error, where systemd and Docker pick it up."""
    handler = logging.StreamHandler()
    json_lines = settings.log_format == "json"
    handler.setFormatter(JsonLines() if json_lines else Text("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for chatty in ("httpx", "apprise"):  # their lines name addresses of channels, which hold secrets
        logging.getLogger(chatty).setLevel(logging.WARNING)
