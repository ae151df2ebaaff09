"""xuncha demo: simulated portals on loopback and the five seeds, through the real commands, and a summary."""

import json
import os
import shutil
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import typer
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from xuncha.commands.common import CHINA, console, now
from xuncha.commands.judging import SEVERITIES, STYLES, WORD_STYLES
from xuncha.demo_inbox import Inbox
from xuncha.demo_site import DemoSite
from xuncha.errors import Mistake
from xuncha.lang import current, say
from xuncha.rules.messages import word

FIXTURES = Path(__file__).parents[2] / "fixtures"
SHOWN_FINDINGS = 3  # a portal; the summary must be read in half a minute
# What the summary shows of a report: the figures of every era first.
SHOWN_CODES = {
    "proactive.count": ("主动公开", "published"),
    "proactive.cumulative": ("历年累计公开", "published so far"),
    "requests.received": ("收到申请", "requests received"),
    "requests.new": ("新收申请", "new requests"),
    "requests.answered": ("答复申请", "requests answered"),
    "reconsideration.total": ("行政复议", "reconsiderations"),
    "consultations.total": ("咨询", "consultations"),
    "normative_documents.issued": ("制发规范性文件", "normative documents issued"),
    "procurement.amount": ("政府采购", "procurement"),
}


def demo(
    keep: Annotated[
        bool, typer.Option("--keep", help="结束后保留模拟门户，按 Ctrl-C 结束 · keep the portals up")
    ] = False,
    directory: Annotated[Path, typer.Option("--dir", help="输出目录 · where database and export go")] = Path(
        "demo-output"
    ),
) -> None:
    """演示：模拟门户全程走一遍 · simulated portals on loopback, the whole way, and a summary"""
    if not (FIXTURES / "portals").is_dir():
        raise Mistake(say("演示需要源码目录里的 fixtures/", "the demo needs the fixtures/ folder of a source checkout"))
    started = time.monotonic()
    _fresh(directory)
    today = datetime.now(CHINA).date()
    with DemoSite(FIXTURES / "portals", today) as site, Inbox() as inbox:
        run = _Runner(directory)
        run.listing(site)
        run("portals", "import", str(directory / "portals.csv"))
        run("channels", "add", "webhook", inbox.url)
        run("run", "--once")
        run("judge")
        run("export", str(directory / "export"), "--format", "csv")
        reports = run.json("extract", *(str(path) for path in sorted((FIXTURES / "seeds").glob("00?.txt"))))
        _summary(run, site, inbox, reports, directory, time.monotonic() - started)
        if keep:
            _keep(site)


class _Runner:
    """Runs the real command in a child, as a person would type it."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.environment = {
            **os.environ,
            "XUNCHA_DATA_DIR": str(directory / "data"),
            "XUNCHA_ALLOWED_PRIVATE_NETWORKS": "127.0.0.0/8",  # the simulated portals stand on loopback
            "XUNCHA_CRAWL_DELAY": "0",
            "XUNCHA_DATABASE_URL": "",
            "XUNCHA_LANG": current(),
        }

    def listing(self, site: DemoSite) -> None:
        lines = [
            "url,name,organ",
            *(f"{url},{site.title(name, current())},{site.organ(name)}" for name, url in site.urls.items()),
        ]
        (self.directory / "portals.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def __call__(self, *words: str) -> None:
        console().print(Text(f"$ xuncha {' '.join(words)}", style="bold cyan"))
        self._run(words, capture=False)

    def json(self, *words: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self._run((*words, "--json"), capture=True).splitlines()]

    def _run(self, words: tuple[str, ...], *, capture: bool) -> str:
        command = [sys.executable, "-m", "xuncha", *words]
        pipe = subprocess.PIPE if capture else None
        done = subprocess.run(command, env=self.environment, stdout=pipe, encoding="utf-8", check=False)
        if done.returncode:
            raise Mistake(f"xuncha {' '.join(words)}: exit {done.returncode}")
        return done.stdout or ""


def _summary(
    run: _Runner, site: DemoSite, inbox: Inbox, reports: list[dict[str, Any]], directory: Path, seconds: float
) -> None:
    out = console()
    out.rule(say("总结", "summary"))
    out.print(_portal_table(run.json("status"), run.json("findings", "--open")))
    out.print(_report_table(reports))
    first = inbox.messages[0] if inbox.messages else None
    if first is None:
        raise Mistake(say("没有收到告警：这是缺陷", "no alert arrived: this is a defect"))
    out.print(
        Panel(
            Text(_clip(first["message"], 420)),
            title=say(
                f"收到的告警（共 {len(inbox.messages)} 条），第一条：",
                f"alerts delivered: {len(inbox.messages)}; the first: ",
            )
            + first["title"],
            border_style="cyan",
        )
    )
    package = json.loads((directory / "export" / "datapackage.json").read_text(encoding="utf-8"))
    out.print(
        say(
            f"导出：{directory / 'export'}（{len(package['resources'])} 张表，datapackage.json 说明每一列）　"
            f"数据库：{directory / 'data' / 'xuncha.db'}　用时 {seconds:.0f} 秒",
            f"export: {directory / 'export'} ({len(package['resources'])} tables, datapackage.json describes each column)  "
            f"database: {directory / 'data' / 'xuncha.db'}  {seconds:.0f} s",
        )
    )


def _portal_table(portals: list[dict[str, Any]], findings: list[dict[str, Any]]) -> Table:
    table = Table(
        say("门户", "portal"),
        say("结论", "word"),
        say("发现（最重的几条，附证据）", "findings (the worst, with evidence)"),
        show_lines=True,
    )
    for portal in portals:
        own = [finding for finding in findings if finding["portal"] == portal["portal"]]
        own.sort(key=lambda finding: -SEVERITIES.index(finding["severity"]))
        shown = Text("\n").join(
            Text.assemble(
                (f"{item['code']}  ", STYLES[item["severity"]]), _clip(item["sentence"], 150), (_path(item), "dim")
            )
            for item in _varied(own)[:SHOWN_FINDINGS]
        )
        if len(own) > SHOWN_FINDINGS:
            shown.append(say(f"\n……共 {len(own)} 条", f"\n… {len(own)} in all"), style="dim")
        name = Text(word(portal["word"] or "unknown", current()), style=WORD_STYLES.get(portal["word"], "dim"))
        table.add_row(portal["name"], name, shown if own else Text(say("没有问题", "nothing found"), style="green"))
    return table


def _path(finding: dict[str, Any]) -> str:
    """Where in the portal it stands, unless it is about the whole of it."""
    about = urlsplit(finding["subject"]) if "://" in finding["subject"] else None
    return f"  {about.path}" if about and about.path not in ("", "/") else ""


def _varied(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One of each code first, so that three lines show three kinds."""
    seen: set[str] = set()
    first = [finding for finding in findings if not (finding["code"] in seen or seen.add(finding["code"]))]  # type: ignore[func-returns-value]
    return first + [finding for finding in findings if finding not in first]


def _report_table(reports: list[dict[str, Any]]) -> Table:
    table = Table(
        say("年度报告（种子）", "annual report (seed)"),
        say("数字", "figures"),
        say("核对", "checks"),
        say("主要数字（每个都有原文位置）", "main figures (each with its place in the text)"),
    )
    for report in reports:
        checks = [check["ok"] for check in report["checks"]]
        marks = f"✓ {checks.count(True)}  ✗ {checks.count(False)}"
        name = f"{Path(report['file']).stem}  {report['issuer'] or ''} {report['year'] or ''}"
        table.add_row(name, str(len(report["metrics"])), marks, _main_figures(report))
    return table


def _main_figures(report: dict[str, Any]) -> str:
    totals = {
        metric["code"]: metric
        for metric in reversed(report["metrics"])
        if not metric["dims"] and metric["year"] == report["year"]
    }
    shown = [
        f"{say(*words)} {totals[code]['value']:,} {totals[code]['unit']}"
        for code, words in SHOWN_CODES.items()
        if code in totals
    ]
    return say("，", ", ").join(shown[:4])


def _fresh(directory: Path) -> None:
    """An empty output folder; only one that an earlier demo made is replaced."""
    marker = directory / ".xuncha-demo"
    if directory.exists() and any(directory.iterdir()) and not marker.exists():
        raise Mistake(
            say(f"{directory} 已有别的文件；请用 --dir 另选", f"{directory} holds other files; choose another --dir")
        )
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    marker.write_text(f"{now().isoformat()}\n", encoding="utf-8")


def _keep(site: DemoSite) -> None:
    console().print(say("模拟门户仍在运行，Ctrl-C 结束：", "the simulated portals stay up until Ctrl-C:"))
    for name, url in site.urls.items():
        console().print(f"  {url}  {name}")
    while True:
        time.sleep(3600)


def _clip(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
