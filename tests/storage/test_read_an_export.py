"""docs/how-to/read-an-export.md: its programs run, and what it says of the tables is so."""

import re
from pathlib import Path

import pytest

from storage.export import export_database
from storage.models import Base
from storage.store import Store
from tests.storage.samples import NOW, condition, judge
from tests.support import ROOT

DOCUMENT = (ROOT / "docs" / "how-to" / "read-an-export.md").read_text(encoding="utf-8")


def test_the_sql_program_runs(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    portal = store.add_portal("http://portal.example/", name="清河县", now=NOW)
    judge(store, portal.id, condition("http://portal.example/news/"))
    export_database(store, tmp_path / "export-2026", "sqlite", now=NOW)
    monkeypatch.chdir(tmp_path)
    [program] = [block for block in re.findall(r"```python\n(.*?)```", DOCUMENT, re.DOTALL) if "sqlite3" in block]
    names: dict[str, object] = {}
    exec(program, names)
    names["database"].close()  # type: ignore[attr-defined]
    assert capsys.readouterr().out.startswith("清河县 column.stale http://portal.example/news/ 2026-06-15 04:00:00")


@pytest.mark.parametrize("table", sorted(Base.metadata.tables))
def test_references_are_named_after_their_tables(table: str) -> None:
    for key in Base.metadata.tables[table].foreign_keys:
        assert key.parent.name in (f"{key.column.table.name}_id", "body_sha256")


def test_every_table_but_those_of_the_machinery_is_in_the_picture() -> None:
    picture = DOCUMENT.rpartition("```\nportal")[2].partition("```")[0]
    shown = set(re.findall(r"[a-z_]+", picture))
    assert set(Base.metadata.tables) - {"portal", "channel", "lease", "lead"} <= shown
