"""The five seed reports against their checked figures: nothing missing, nothing wrong."""

import json
from pathlib import Path
from typing import Any

import opencc
import pytest

from parsers.mojibake import repair
from parsers.report import Report, read_report
from tests.report_scoring import score

SEEDS = Path(__file__).parents[3] / "fixtures" / "seeds"
NAMES = ["000", "001", "002", "003", "004"]
TO_SIMPLIFIED = opencc.OpenCC("t2s")


def read_seed(name: str) -> tuple[Report, dict[str, Any]]:
    garbled = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    text = TO_SIMPLIFIED.convert(repair(garbled).text)
    return read_report(text), json.loads((SEEDS / f"{name}.expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_read_and_none_is_wrong(name: str) -> None:
    report, expected = read_seed(name)
    result = score(report, expected)
    assert result.missing == []
    assert result.wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_the_head_is_read(name: str) -> None:
    report, expected = read_seed(name)
    assert (report.title, report.issuer, report.region) == (expected["title"], expected["issuer"], expected["region"])
    assert (report.year, report.era) == (expected["year"], expected["era"])
    assert report.period is not None
    assert {"from": str(report.period.start), "to": str(report.period.end)} == expected["period"]


@pytest.mark.parametrize("name", NAMES)
def test_the_checks_that_fail_are_the_known_ones(name: str) -> None:
    report, expected = read_seed(name)
    assert sorted({check.code for check in report.checks if check.ok is False}) == expected["failed_checks"]


@pytest.mark.parametrize("name", NAMES)
def test_evidence_stands_in_the_text(name: str) -> None:
    report, _ = read_seed(name)
    for metric in report.metrics:
        assert report.text[metric.evidence.start : metric.evidence.end] == metric.evidence.text


def test_lost_digits_in_dates_are_repaired_with_a_warning() -> None:
    report, _ = read_seed("001")
    assert [warning.rpartition(" ")[2] for warning in report.warnings] == ["2016-12-31", "2016-12", "2016-12-31"]


def test_open_list_of_agencies_need_not_add_up() -> None:
    report, _ = read_seed("000")
    agencies = [check for check in report.checks if check.code == "sum.agencies"]
    assert [check.ok for check in agencies] == [True, None, False]
    assert agencies[2].detail.endswith("= 60827; stated 61836; difference -1009")
