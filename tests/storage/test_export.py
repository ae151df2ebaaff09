"""Exports hold every row of the database as it is, describe it, and appear whole or not at all."""

import csv
import json
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import frictionless
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from storage import tables as t
from storage.export import FORMATS, export_database, read_export
from storage.exports.cells import guarded, unguarded
from storage.exports.fields import ExportTable, export_tables
from storage.models import Base
from storage.store import Store, StoreError
from tests.storage.samples import NOW, SECRET, fill

DERIVED = {"panel", "figures_long"}  # of csv: tests/storage/test_panel.py
EXACT = ["csv", "jsonl", "sqlite", "parquet"]


def database_rows(store: Store) -> list[tuple[str, dict[str, Any]]]:
    with store.database.read() as connection:
        return [
            (table.name, {name: row[name] for name in row if (table.name, name) != ("channel", "url")})
            for table in Base.metadata.sorted_tables
            for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()
        ]


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def inline(folder: Path, described: frictionless.Resource) -> frictionless.Resource:
    """The rows and their schema; reading JSON lines itself is an extra of frictionless."""
    lines = (folder / str(described.path)).read_text(encoding="utf-8").split("\n")[:-1]
    data = [json.loads(line) for line in lines] or [described.schema.field_names]
    return frictionless.Resource(name=described.name, data=data, schema=described.schema)


@contextmanager
def files_at_most(size: int) -> Iterator[None]:
    """No file may grow beyond so many bytes, as on a disk that fills up."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store)
    # A table added later needs a line in fill().
    assert [table for table, rows in store.counts().items() if not rows] == []
    return store


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Store]:
    """One portal in SQLite, for what does not depend on rows and databases."""
    store = Store(f"sqlite:///{tmp_path / 'db' / 'xuncha.db'}")
    store.upgrade()
    store.add_portal("http://portal.example/", name="=1+1", now=NOW)
    yield store
    store.close()


@pytest.mark.parametrize("format", EXACT)
def test_an_export_read_back_is_the_database(filled: Store, tmp_path: Path, format: str) -> None:
    written = export_database(filled, tmp_path / "out", format, now=NOW)
    assert list(read_export(tmp_path / "out")) == database_rows(filled)
    assert {one.table: one.rows for one in written if one.table not in DERIVED} == filled.counts()
    assert all((tmp_path / "out" / one.path).is_file() for one in written)


@pytest.mark.parametrize("format", FORMATS)
def test_addresses_of_channels_stay_secret(filled: Store, tmp_path: Path, format: str) -> None:
    export_database(filled, tmp_path / "out", format, now=NOW)
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    channel = next(one for one in package["resources"] if one["name"] == "channel")
    assert "url" not in [field["name"] for field in channel["schema"]["fields"]]
    assert not [one for one in (tmp_path / "out").iterdir() if SECRET.encode() in one.read_bytes()]


@pytest.mark.parametrize("format", FORMATS)
def test_every_table_and_column_is_described(small: Store, tmp_path: Path, format: str) -> None:
    export_database(small, tmp_path / "out", format, now=NOW)
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    assert frictionless.Package.metadata_validate(package) is not None
    described = {one["name"]: one for one in package["resources"]}
    assert set(described) - DERIVED == set(small.counts())
    for table in export_tables():
        fields = described[table.name]["schema"]["fields"]
        held = [one.name for one in table.fields if (format, one.type) != ("xlsx", "binary")]
        assert [field["name"] for field in fields] == held
        assert all(field["description"] for field in fields) and described[table.name]["description"]


@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_frictionless_finds_nothing_to_complain_about(filled: Store, tmp_path: Path, format: str) -> None:
    export_database(filled, tmp_path / "out", format, now=NOW)
    package = frictionless.Package(str(tmp_path / "out" / "datapackage.json"))
    if format == "jsonl":
        package = frictionless.Package(resources=[inline(tmp_path / "out", one) for one in package.resources])
    report = package.validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    rows = {task.name: task.stats["rows"] for task in report.tasks if task.name not in DERIVED}
    assert rows == filled.counts()


def test_csv_opens_right_in_excel_and_runs_no_formula(filled: Store, tmp_path: Path) -> None:
    export_database(filled, tmp_path / "out", "csv", now=NOW)
    assert (tmp_path / "out" / "entry.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "out" / "entry.csv").open(encoding="utf-8-sig", newline="") as file:
        titles = [row["title"] for row in csv.DictReader(file)]
    assert not [title for title in titles if title.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))]
    assert "'=1+1" in titles and "''quoted" in titles and "'" in titles


@given(st.text())
def test_the_guard_can_be_taken_away(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text) != ""


def test_an_earlier_export_is_replaced_whatever_its_format(small: Store, tmp_path: Path) -> None:
    for format in FORMATS:
        export_database(small, tmp_path / "out", format, now=NOW)
    assert names(tmp_path / "out") == {"datapackage.json", *(f"{table}.parquet" for table in small.counts())}
    assert names(tmp_path) == {"db", "out"}


@pytest.mark.parametrize("stray", ["notes.txt", "datapackage.json"])
def test_a_folder_with_something_else_is_refused_and_left_alone(small: Store, tmp_path: Path, stray: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / stray).write_text("{}")
    with pytest.raises(StoreError, match="not empty and holds no export of xuncha; name another folder"):
        export_database(small, tmp_path / "out", "csv", now=NOW)
    assert (tmp_path / "out" / stray).read_text() == "{}"


def test_a_stray_file_beside_an_earlier_export_is_not_thrown_away(small: Store, tmp_path: Path) -> None:
    export_database(small, tmp_path / "out", "csv", now=NOW)
    (tmp_path / "out" / "my analysis").write_text("work of a day")
    with pytest.raises(StoreError, match="holds my analysis, which no export wrote"):
        export_database(small, tmp_path / "out", "csv", now=NOW)
    assert (tmp_path / "out" / "my analysis").exists()


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_file_in_the_way_is_one_line(small: Store, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match=r"another folder|name a folder"):
        export_database(small, tmp_path / place, "csv", now=NOW)


def test_an_unknown_format_is_one_line(small: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="'xml', use one of: csv, jsonl, sqlite, xlsx, parquet"):
        export_database(small, tmp_path / "out", "xml", now=NOW)


def test_parquet_without_its_library_is_one_line(small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(StoreError, match=r"pip install 'xuncha\[parquet\]'"):
        export_database(small, tmp_path / "out", "parquet", now=NOW)
    assert names(tmp_path) == {"db"}


@pytest.mark.parametrize("format", FORMATS)
def test_a_full_disk_leaves_the_earlier_export_and_nothing_else(filled: Store, tmp_path: Path, format: str) -> None:
    export_database(filled, tmp_path / "out", format, now=NOW)
    before = {one.name: one.read_bytes() for one in (tmp_path / "out").iterdir()}
    beside = names(tmp_path)
    with files_at_most(60_000), pytest.raises(StoreError, match=f"{tmp_path / 'out'}") as trouble:
        export_database(filled, tmp_path / "out", format, now=NOW)
    assert "\n" not in str(trouble.value) and ".part" not in str(trouble.value)
    assert {one.name: one.read_bytes() for one in (tmp_path / "out").iterdir()} == before
    assert names(tmp_path) == beside


@pytest.mark.parametrize("format", EXACT)
def test_a_damaged_export_is_not_read(small: Store, tmp_path: Path, format: str) -> None:
    written = export_database(small, tmp_path / "out", format, now=NOW)
    file = tmp_path / "out" / next(one.path for one in written if one.rows)
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    with pytest.raises(StoreError, match=f"{file.name} is damaged"):
        list(read_export(tmp_path / "out"))


def test_an_export_never_leads_out_of_its_folder(small: Store, tmp_path: Path) -> None:
    export_database(small, tmp_path / "out", "csv", now=NOW)
    package = tmp_path / "out" / "datapackage.json"
    package.write_text(package.read_text(encoding="utf-8").replace('"portal.csv"', '"../../etc/passwd"'))
    with pytest.raises(StoreError, match="lies elsewhere"):
        list(read_export(tmp_path / "out"))


def test_a_workbook_cannot_be_read_back_and_says_what_can(small: Store, tmp_path: Path) -> None:
    export_database(small, tmp_path / "out", "xlsx", now=NOW)
    with pytest.raises(StoreError, match="csv, jsonl, sqlite, parquet"):
        list(read_export(tmp_path / "out"))


def test_an_export_shows_one_moment(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def portals_come_while_it_runs() -> Iterator[ExportTable]:
        for table in export_tables():
            yield table
            store.add_portal(f"http://{table.name}.example/", name=None, now=NOW)

    monkeypatch.setattr("storage.export.export_tables", portals_come_while_it_runs)
    written = {one.table: one.rows for one in export_database(store, tmp_path / "out", "csv", now=NOW)}
    assert (written["portal"], store.counts()["portal"]) == (0, len(export_tables()))


@pytest.mark.parametrize("format", FORMATS)
def test_a_disk_that_is_full_at_the_end_is_one_line(small: Store, tmp_path: Path, format: str) -> None:
    with files_at_most(3000), pytest.raises(StoreError, match=f"{tmp_path / 'out'}"):
        export_database(small, tmp_path / "out", format, now=NOW)
    assert names(tmp_path) == {"db"}


def test_a_text_that_is_null_and_one_that_is_empty_stay_two(small: Store, tmp_path: Path) -> None:
    with small.database.write() as connection:
        connection.execute(update(t.portal).values(name="", verdict=None))
    for format in EXACT:
        export_database(small, tmp_path / format, format, now=NOW)
        row = next(row for table, row in read_export(tmp_path / format) if table == "portal")
        assert (row["name"], row["verdict"]) == ("", None)
