"""What a reader of tables hands back."""

from dataclasses import dataclass

from parsers.report.records import Metric


@dataclass(frozen=True, slots=True)
class TableReading:
    """The figures of a table, what could not be read, and [start, end) of the text that the tables take up."""

    metrics: tuple[Metric, ...]
    warnings: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    lost_cells: bool = False  # empty cells left no trace among glued digits: no cut anywhere in the text is sure
