"""The two tables for researchers in a csv export: one row per issuer and year, and one per figure."""

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import frictionless

from storage.export import export_database
from storage.exports.panel_columns import LONG, PANEL
from storage.records import CheckSeen, MetricSeen, ReportSeen
from storage.store import Store
from tests.storage.samples import NOW, Patrol, content, fill, patrol, report

Rows = list[dict[str, str]]


def metric(code: str, value: float, method: str = "table", year: int = 2025, **dims: str) -> MetricSeen:
    return MetricSeen(code, dims, value, "件", year, "label", 0, 2, "共计", method)


def seen(*metrics: MetricSeen, **over: object) -> ReportSeen:
    return replace(report(), metrics=metrics, **over)  # type: ignore[arg-type]


def published(made: Patrol, address: str, what: ReportSeen, on: date | None = None, day: int = 0) -> None:
    at = NOW + timedelta(days=day)
    made.visit(
        f"http://portal.example/{address}",
        kind="report",
        at=at,
        body=address.encode(),
        content=content(f"text of {address}", report=what, published_on=on),
    )


def exported(store: Store, folder: Path) -> tuple[Rows, Rows]:
    export_database(store, folder, "csv", now=NOW)
    return read(folder / "panel.csv"), read(folder / "figures_long.csv")


def read(file: Path) -> Rows:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def panel_row(store: Store, folder: Path, metrics: Sequence[MetricSeen], **over: object) -> dict[str, str]:
    published(patrol(store), "1", seen(*metrics, **over))
    (row,) = exported(store, folder)[0]
    return row


def test_core_codes_are_columns_and_what_is_not_stated_is_empty(store: Store, tmp_path: Path) -> None:
    row = panel_row(store, tmp_path / "out", [metric("proactive.count", 1234), metric("fees.charged", 0)])
    assert (float(row["proactive_count"]), float(row["fees_charged"])) == (1234, 0)
    assert row["requests_received"] == ""


def test_parts_and_other_years_are_no_figures_of_the_whole(store: Store, tmp_path: Path) -> None:
    parts = [metric("proactive.count", 5, channel="政务微博"), metric("proactive.count", 9, year=2024)]
    row = panel_row(store, tmp_path / "out", parts)
    assert row["proactive_count"] == ""


def test_reasons_of_the_total_column_are_added_up(store: Store, tmp_path: Path) -> None:
    refused = [
        metric("requests.refused", 2, reason="third_party"),
        metric("requests.refused", 3, reason="petition"),
        metric("requests.refused", 7, reason="petition", applicant="business"),
    ]
    assert float(panel_row(store, tmp_path / "out", refused)["requests_refused"]) == 5


def test_one_series_over_all_eras(store: Store, tmp_path: Path) -> None:
    made = patrol(store)
    published(made, "old", seen(metric("requests.received", 7), metric("litigation.total", 2), year=2025))
    new = [
        metric(code, value, year=2026)
        for code, value in {
            "requests.received": 8,
            "requests.new": 9,
            "litigation.direct.total": 1,
            "litigation.after_review.total": 3,
        }.items()
    ]
    published(made, "new", seen(*new, year=2026))
    panel, _ = exported(store, tmp_path / "out")
    series = [(float(row["received_all_eras"]), float(row["litigation_all_eras"])) for row in panel]
    assert series == [(7, 2), (9, 4)]


def test_of_several_versions_the_one_published_last_counts(store: Store, tmp_path: Path) -> None:
    made = patrol(store)
    published(made, "second", seen(metric("proactive.count", 130)), on=date(2026, 3, 7))
    published(made, "first", seen(metric("proactive.count", 6)), on=date(2025, 12, 24), day=1)
    panel, long = exported(store, tmp_path / "out")
    (row,) = panel
    assert (float(row["proactive_count"]), row["versions"], row["published_early"]) == (130, "2", "false")
    assert [(one["value"], one["is_last_version"]) for one in long] == [("130.0", "true"), ("6.0", "false")]


def test_flags_say_what_to_look_at(store: Store, tmp_path: Path) -> None:
    checks = (CheckSeen("requests.balance", False, 1, 2, ""), CheckSeen("review.rows", True, 1, 1, ""))
    row = panel_row(
        store,
        tmp_path / "out",
        [metric("proactive.count", 180_000, "approximate")],
        checks=checks,
        warnings=("a page is a picture", "lost digits"),
    )
    assert (row["failed_checks"], row["failed_check_codes"], row["warnings"]) == ("1", "requests.balance", "2")
    assert row["approximate"] == "proactive.count"


def test_every_figure_of_the_long_form_has_its_words_and_dims(store: Store, tmp_path: Path) -> None:
    fill(store)
    _, (figure,) = exported(store, tmp_path / "out")
    assert (figure["code"], figure["dim_channel"], figure["evidence_text"]) == ("requests.received", "网络", "收到申请")
    assert (figure["issuer"], figure["report_year"]) == ("某县人民政府", "2025")


def test_both_are_described_and_sound(store: Store, tmp_path: Path) -> None:
    fill(store)
    export_database(store, tmp_path / "out", "csv", now=NOW)
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    described = {one["name"]: one["schema"]["fields"] for one in package["resources"]}
    assert [field["name"] for field in described["panel"]] == [field.name for field in PANEL]
    assert [field["name"] for field in described["figures_long"]] == [field.name for field in LONG]
    assert all(field["description"] for name in ("panel", "figures_long") for field in described[name])
    found = frictionless.Package(str(tmp_path / "out" / "datapackage.json")).validate()
    assert found.flatten(["name", "rowNumber", "fieldName", "message"]) == []


def test_a_database_without_reports_gives_empty_tables(store: Store, tmp_path: Path) -> None:
    assert exported(store, tmp_path / "out") == ([], [])
