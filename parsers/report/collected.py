"""The figures that the walk over the prose brings home: each once, conflicts with a warning."""

import re
from dataclasses import dataclass, field, replace

from parsers.report.grammar.lists import is_years_part
from parsers.report.names import trimmed
from parsers.report.numbers import fold
from parsers.report.reading import Reading
from parsers.report.records import Evidence, Metric
from parsers.report.terms import mainland

PUBLISHED = ("proactive.count", "proactive.cumulative")
_RESULT = re.compile(r"^(?:reconsideration|litigation)\.(?:corrected|other)$")
_UNTIL_NOW = re.compile(r"截[至止]|至今|目前")
_OF_YEAR = re.compile(r"(?:20\d\d ?年度?|本年度?|全年|今年|当年)(?!以来)")
_NEAR = 30  # characters between two items of one list
_NAMED_BEFORE = 120  # characters

Key = tuple[str, tuple[tuple[str, str], ...], int]


@dataclass(slots=True)
class Collected:
    """Figures in the order of the text; `known` holds those with a code by what they are about."""

    text: str
    metrics: list[Metric] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    known: dict[Key, Metric] = field(default_factory=dict)

    def add(
        self, reading: Reading, value: float | int, year: int, start: int, end: int, method: str, label: str
    ) -> Metric:
        """Keeps the figure, and returns it. Said again it counts once; said with another value the first counts.

        What is returned has a code of its own unless it was said with another value: then it is `other`.
        """
        metric = Metric(
            code=reading.code,
            value=value,
            unit=reading.unit,
            year=year,
            evidence=Evidence(start, end, self.text[start:end]),
            dims={key: self._as_written(name, start, end) for key, name in reading.dims.items()},
            label=trimmed(label)[-60:],
            method=method,
        )
        if metric.code.startswith("other."):
            self.metrics.append(metric)
            return metric
        known = self.known.get(metric.key)
        if known is not None and value < known.value and self._is_years_part(known, label):
            self.turn_cumulative(known) if known.code.startswith("proactive") else self.demote(known)
            known = None
        is_running = metric.code == "requests.received" and known is not None and "累计" in known.evidence.text
        if known is not None and is_running and value < known.value and "累计" not in label:
            self.demote(known)  # 截至2014年底累计接受89件; 2014年接收32件
            known = None
        if known is None:
            self.known[metric.key] = metric
            self.metrics.append(metric)
        elif known.value == 0 and known.method == "stated-zero" and value:
            self._replace(known, metric)
        elif method != "stated-zero" and self._is_same_list(known, metric):
            self._add_up(known, metric)
        elif known.value != value and method != "stated-zero":
            return self._add_conflict(known, metric)
        return metric

    def _is_years_part(self, known: Metric, label: str) -> bool:
        """截至目前共发布592条, 2019年公开60条: what was counted up to now was the running total."""
        until_now = known.code == "proactive.count" and _UNTIL_NOW.search(known.evidence.text)
        return is_years_part(label) or bool(until_now and _OF_YEAR.match(label))

    def published(self) -> str:
        """The code of the total of published information that was stated, "" if none was."""
        codes = [code for code, dims, _ in self.known if code in PUBLISHED and not dims]
        codes += [code for code, _, _ in self.known if code == "proactive.count"]
        return min(codes, default="", key=PUBLISHED.index)

    def counted(self, value: float) -> Metric | None:
        """The count of published information with this value: "78条信息中" repeats it."""
        return next((m for m in self.known.values() if m.code == "proactive.count" and m.value == value), None)

    def has(self, reading: Reading) -> bool:
        """Whether a figure of this code was read, with the same dims or, for what was answered, with any."""
        if reading.code == "requests.answered":
            return any(code == reading.code for code, _, _ in self.known)
        return any(code == reading.code and dict(dims) == reading.dims for code, dims, _ in self.known)

    def channel_count(self, name: str, year: int) -> Metric | None:
        """The year's count of the channel that the words name, maybe shorter than before: 网站 for 镇政府网站."""
        for (code, dims, counted), metric in self.known.items():
            channel = dict(dims).get("channel", "") if code == "proactive.count" and counted == year else ""
            if channel and len(dims) == 1 and (channel.endswith(name) or name.endswith(channel)):
                return metric
        return None

    def demote(self, metric: Metric) -> None:
        """Takes the code from a figure that turned out to be a part without a name."""
        if self.known.get(metric.key) is metric:
            self._replace(metric, replace(metric, code=f"other.{metric.unit}"))
            del self.known[(f"other.{metric.unit}", metric.key[1], metric.key[2])]

    def _replace(self, known: Metric, metric: Metric) -> None:
        del self.known[known.key]
        self.known[metric.key] = metric
        self.metrics[self.metrics.index(known)] = metric

    def turn_cumulative(self, known: Metric) -> bool:
        """What was read as the year's count was the running total: 公开267条, 其中2013年公开78条. False if it does not count."""
        if self.known.get(known.key) is not known:
            return False
        self._replace(known, replace(known, code="proactive.cumulative"))
        return True

    def _as_written(self, name: str, start: int, end: int) -> str:
        """The name with its own brackets, which were folded for reading."""
        start = max(0, start - _NAMED_BEFORE)  # a share's name stands in the clause before
        at = mainland(fold(self.text[start:end])).rfind(name)
        return self.text[start + at : start + at + len(name)] if at >= 0 else name

    def _is_same_list(self, known: Metric, metric: Metric) -> bool:
        """Whether two results that the forms count as one stand in one list: 撤销5件, 责令履行2件."""
        start, end = known.evidence.end, metric.evidence.start
        if not _RESULT.search(metric.code) or not 0 <= end - start < _NEAR:
            return False
        return re.search(r"[。;；\n]", self.text[start:end]) is None

    def _add_up(self, known: Metric, metric: Metric) -> None:
        start, end = known.evidence.start, metric.evidence.end
        evidence = Evidence(start, end, self.text[start:end])
        self._replace(known, replace(known, value=known.value + metric.value, evidence=evidence, method="summed"))

    def _add_conflict(self, known: Metric, metric: Metric) -> Metric:
        self.warnings.append(
            f"{metric.code} is stated twice: {known.value} ({known.evidence.text}) and {metric.value} "
            f"({metric.evidence.text}); the first is taken"
        )
        other = replace(metric, code=f"other.{metric.unit}", dims={})
        self.metrics.append(other)
        return other
