"""One line for each thing measured: whether it meets its bar, what was measured, what was wanted."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    name: str
    wanted: str
    got: str
    is_met: bool

    def show(self, seconds: float | None = None) -> bool:
        """Prints it; whether it was met."""
        took = "" if seconds is None else f"  {seconds:.0f} s"
        print(
            f"{'ok  ' if self.is_met else 'MISS'} {self.name:<46} {self.got:<52} bar: {self.wanted}{took}", flush=True
        )
        return self.is_met
