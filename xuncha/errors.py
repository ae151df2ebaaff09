"""The operator's mistakes: one clear line, exit code 2."""


class Mistake(Exception):
    """Raised by a command when what the operator asked for cannot be done; the message says what to do instead."""
