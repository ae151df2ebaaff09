"""The record that every search for damage hands out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace text[start:end] by `after`; `kind` names the damage.

    `guessed`: places in `after` whose bytes did not survive and that only likelihood has filled.
    """

    kind: str
    start: int
    end: int
    after: str
    guessed: tuple[int, ...] = ()
