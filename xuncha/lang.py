"""Two languages, Chinese first. `say("中文", "English")` gives the one in use."""

import locale
import os
from typing import Literal

Lang = Literal["zh", "en"]
_current: Lang = "zh"


def use(wanted: str | None) -> Lang:
    """Chooses the language: as wanted, else by the locale, else Chinese."""
    global _current
    _current = "en" if (wanted or _from_locale()).lower().startswith("en") else "zh"
    return _current


def current() -> Lang:
    return _current


def say(zh: str, en: str) -> str:
    """The one of the two that is in use.

    >>> _ = use("en")
    >>> say("门户", "portal")
    'portal'
    """
    return en if _current == "en" else zh


def _from_locale() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value and value not in {"C", "POSIX"} and not value.startswith("C."):
            return value
    return locale.getlocale()[0] or "zh"
