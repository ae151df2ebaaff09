"""The self-written reports of fixtures/reports against their checked figures; see the README there."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parsers.report import NotAReport, Report, read_report
from parsers.report.door import read_report_bytes
from tests.report_scoring import Score, head_faults, score, total

REPORTS = Path(__file__).parents[3] / "fixtures" / "reports"
GOLD = {path.name[:3]: json.loads(path.read_text(encoding="utf-8")) for path in REPORTS.glob("*.expected.json")}
TUNED = sorted(name for name, gold in GOLD.items() if not gold["hold_out"])
HELD_OUT = sorted(name for name, gold in GOLD.items() if gold["hold_out"])
BLIND = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((REPORTS / "blind").glob("*.expected.json"))]
SENTENCES = [json.loads(line) for line in (REPORTS / "sentences.jsonl").read_text(encoding="utf-8").splitlines()]


def read(name: str) -> tuple[Report, dict[str, Any]]:
    gold = GOLD[name]
    return read_report_bytes((REPORTS / gold["file"]).read_bytes()), gold


@pytest.mark.parametrize("name", TUNED)
def test_every_figure_is_read_and_none_is_wrong(name: str) -> None:
    report, gold = read(name)
    result = score(report, gold)
    assert (result.missing, result.wrong, head_faults(report, gold)) == ([], [], [])


@pytest.mark.parametrize("name", [*TUNED, *HELD_OUT])
def test_evidence_stands_in_the_text(name: str) -> None:
    report, _ = read(name)
    assert report.metrics
    for metric in report.metrics:
        assert report.text[metric.evidence.start : metric.evidence.end] == metric.evidence.text


def test_reports_that_no_rule_was_tuned_on_reach_the_bars() -> None:
    """Bars of narrative and statistics: recall 0.9, precision 0.97; era and year are always right."""
    read_ones = [read(name) for name in HELD_OUT]
    result = total(score(report, gold) for report, gold in read_ones if not gold["era"].startswith("tables"))
    assert result.recall >= 0.9
    assert result.precision >= 0.97
    assert not {fault for report, gold in read_ones for fault in head_faults(report, gold)} & {"era", "year"}


def blind(folder: str) -> tuple[Score, set[str]]:
    """The documents of others, and which parts of their heads and which failed checks are not as expected."""
    read_ones = [
        (read_report_bytes((REPORTS / "blind" / gold["file"]).read_bytes()), gold)
        for gold in BLIND
        if gold["file"].startswith(folder)
    ]
    faults = {f"{gold['file']} {fault}" for report, gold in read_ones for fault in head_faults(report, gold)}
    return total(score(report, gold) for report, gold in read_ones), faults


def test_prose_written_by_others_reaches_the_bars() -> None:
    """Every figure counts, also those without a core code; names as the report writes them."""
    result, faults = blind("p")
    assert result.recall >= 0.9
    assert result.precision >= 0.97
    assert not faults


def test_tables_written_by_others_reach_the_bars() -> None:
    result, faults = blind("t")
    assert result.recall >= 0.99
    assert result.precision >= 0.995
    assert not faults


def blanks(text: str) -> str:
    """As word processors leave it: 共 收到 12 件."""
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])", " ", text)


def one_line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text)


@pytest.mark.parametrize(("changed", "recall", "precision"), [(blanks, 0.99, 0.99), (one_line, 0.97, 0.98)])
def test_prose_is_read_however_it_was_laid_out(changed: Callable[[str], str], recall: float, precision: float) -> None:
    scores = []
    for name in TUNED:
        gold = GOLD[name]
        if gold["file"].endswith(".txt") and not name.startswith("2"):
            text = changed((REPORTS / gold["file"]).read_text(encoding="utf-8"))
            scores.append(score(read_report_bytes(text.encode()), gold))
    result = total(scores)
    assert result.recall >= recall
    assert result.precision >= precision


@pytest.mark.parametrize("case", SENTENCES, ids=[case["words"][:24] for case in SENTENCES])
def test_sentences_as_reports_phrase_them(case: dict[str, Any]) -> None:
    """One sentence under one heading each: every figure is read and none is wrong."""
    text = f"清河县某某局{case['year']}年政府信息公开工作年度报告\n{case['section']}\n{case['words']}\n"
    figures = {
        (metric.code, ",".join(f"{key}={name}" for key, name in sorted(metric.dims.items())), float(metric.value))
        for metric in read_report(text).metrics
        if not metric.code.startswith("other.")
    }
    assert figures == {(code, dims, float(value)) for code, dims, value in case["figures"]}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("site-form", "政府网站工作年度报表"),
        ("site-report", "政府网站工作年度报表"),
        ("blank-form", "blank form"),
        ("template", "blank form"),
        ("work-report", "政府工作报告"),
        ("rule-of-law-report", "another report"),
        ("notice", "通知"),
        ("interpretation", "解读"),
        ("plan", "plan"),
        ("guide", "guide"),
        ("list", "list of reports"),
    ],
)
def test_what_only_looks_like_a_report_is_refused_with_the_reason(name: str, reason: str) -> None:
    with pytest.raises(NotAReport, match=reason):
        read_report_bytes((REPORTS / "refused" / f"{name}.txt").read_bytes())
