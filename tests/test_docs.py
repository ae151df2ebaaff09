"""What the documents show is true: every command runs, every setting is named with its default."""

import re
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.settings import Settings
from tests.support import FIXTURES, ROOT, Xuncha
from xuncha.demo_inbox import Inbox
from xuncha.demo_site import DemoSite

DOCS = sorted([ROOT / "README.md", ROOT / "README.zh-CN.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
# Shown with an address of nobody; run with the simulated portal and a mailbox that only exists on loopback.
SEEN_ELSEWHERE = {
    "xuncha demo": "make demo runs it",
    "xuncha run": "ends only by a signal: tests/xuncha/test_daemon.py",
}


def commands(document: Path) -> list[str]:
    """The command lines of a document's shell blocks, comments stripped, continued lines joined."""
    blocks = "\n".join(SHELL.findall(document.read_text(encoding="utf-8"))).replace("\\\n", " ")
    lines = (line.split(" #")[0].strip() for line in blocks.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DemoSite, Inbox]]:
    today = (datetime.now(UTC) + timedelta(hours=8)).date()
    with DemoSite(FIXTURES / "portals", today) as site, Inbox() as inbox:
        yield site, inbox


# The Chinese README shows the very commands of the English one; a test of its own says so.
RUN = [document for document in DOCS if document.name != "README.zh-CN.md"]


@pytest.mark.parametrize("document", RUN, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_shown_runs(document: Path, world: tuple[DemoSite, Inbox], tmp_path: Path) -> None:
    site, inbox = world
    home, hook = site.urls["alive"], inbox.url
    (tmp_path / "portals.csv").write_text(f"url,name\n{home},清河县\n", encoding="utf-8")
    xuncha = Xuncha(tmp_path / "data")
    for line in commands(document):
        words = shlex.split(line)
        if words[0] == "make":
            assert re.search(rf"^{words[1]}:", (ROOT / "Makefile").read_text(), re.MULTILINE), line
        elif words[0] == "xuncha" and line not in SEEN_ELSEWHERE:
            replaced = [_real(word, home, hook, tmp_path) for word in words[1:]]
            xuncha.done(*replaced)


def _real(word: str, home: str, hook: str, folder: Path) -> str:
    if word in {"portals.csv", "export-2026"}:
        return str(folder / word)
    return word.replace("http://www.example.gov.cn/", home).replace("json://hooks.example.com/xuncha", hook)


def test_every_setting_is_named_with_its_default_and_help() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    for name, field in Settings.model_fields.items():
        row = next((line for line in text.splitlines() if f"`XUNCHA_{name.upper()}`" in line), "")
        assert row, name
        assert str(field.description).rstrip(".").partition(",")[0].partition(";")[0] in row, name


@pytest.mark.parametrize("document", DOCS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_both_languages_show_the_same_commands() -> None:
    assert commands(ROOT / "README.md") == commands(ROOT / "README.zh-CN.md")
