"""xuncha decode, xuncha extract: one file's truth, without a database."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from xuncha.commands.common import AsJson, console, load_settings, notes, print_json
from xuncha.crawling import fetch
from xuncha.errors import Mistake
from xuncha.lang import say
from xuncha.portals import home_url

if TYPE_CHECKING:  # the readers take a second to load, and most commands need none
    from parsers.report import Report

MAX_FILE_BYTES = 50_000_000  # the largest report seen is 12 MB (a scanned PDF)
SHOWN_REPAIRS = 12
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_MOST_CONTROLS = 0.08  # a damaged page holds a few; binary files a tenth and more
SHOWN_CHARACTERS = 600

Files = Annotated[list[str], typer.Argument(metavar="FILE…", help="文件 · files")]


def decode(
    files: Files,
    content_type: Annotated[
        str | None, typer.Option("--content-type", help="HTTP 头 · the Content-Type header")
    ] = None,
    whole: Annotated[
        bool, typer.Option("--text", help="只输出修复后的全文 · print the repaired text and nothing else")
    ] = False,
    localized: Annotated[
        bool,
        typer.Option("--localize", help="台湾用语改回大陆说法，逐处列出 · Taiwan's phrases as the mainland says them"),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """字节还原成文字 · bytes to true text: charset, damage and every repair"""
    from parsers.reading import decode_json

    failed = False
    for name in files:
        try:
            row = decode_json(name, _read_file(name), content_type, localized)
            _refuse_binary(name, row["text"])
        except Mistake as mistake:
            failed = True
            row = {"file": name, "error": str(mistake)}
        if as_json:
            print_json([row])
        elif "error" in row:
            notes().print(f"{name}: {row['error']}", style="red", markup=False)
        elif whole:
            typer.echo(row["localized"]["text"] if localized else row["text"])
        else:
            _show_decoded(row)
    if failed:
        raise typer.Exit(2)


def extract(
    sources: Annotated[list[str], typer.Argument(metavar="FILE…|URL", help="文件或网址 · files or addresses")],
    html: Annotated[
        Path | None,
        typer.Option(
            "--html", metavar="OUT", help="核对用网页：数字标在原文上 · a page with every figure marked in the text"
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """年度报告的数字 · an annual report's figures with evidence, and whether they can be true"""
    from parsers.documents import UnreadableDocument
    from parsers.report import NotAReport

    if html and len(sources) != 1:
        raise Mistake(say("--html 一次只写一份报告；请逐份运行", "--html writes one report; run it once for each"))
    failed = False
    for name in sources:
        try:
            report = _read_report(name)
        except (Mistake, NotAReport, UnreadableDocument) as error:
            failed = True
            if as_json:
                print_json([{"file": name, "error": str(error)}])
            else:
                notes().print(f"{name}: {error}", style="red", markup=False)
            continue
        if html:
            _write_page(html, report)
        if as_json:
            print_json([report_json(name, report)])
        else:
            show_report(name, report)
    if failed:
        raise typer.Exit(2)


def _write_page(file: Path, report: "Report") -> None:
    from xuncha.report_page import render

    try:
        file.write_text(render(report), encoding="utf-8")
    except OSError as error:
        raise Mistake(say(f"写不了 {file}：{error.strerror}", f"cannot write {file}: {error.strerror}")) from None
    notes().print(say(f"已写 {file}", f"wrote {file}"), markup=False)


def report_json(name: str, report: "Report") -> dict[str, Any]:
    """The report in the contract's JSON."""
    return {
        "file": name,
        "title": report.title,
        "issuer": report.issuer,
        "region": report.region,
        "year": report.year,
        "era": report.era,
        "period": {"from": report.period.start, "to": report.period.end} if report.period else None,
        "metrics": [
            {
                "code": metric.code,
                "value": metric.value,
                "unit": metric.unit,
                "dims": metric.dims,
                "year": metric.year,
                "label": metric.label,
                "evidence": {
                    "start": metric.evidence.start,
                    "end": metric.evidence.end,
                    "text": metric.evidence.text,
                },
                "method": metric.method,
            }
            for metric in report.metrics
        ],
        "checks": [
            {
                "code": check.code,
                "ok": check.ok,
                "expected": check.expected,
                "actual": check.actual,
                "detail": check.detail,
            }
            for check in report.checks
        ],
        "warnings": list(report.warnings),
        "text": report.text,
    }


def show_report(name: str, report: "Report") -> None:
    """The figures as a table in the report's own order, then the checks and the warnings."""
    out = console()
    out.print(Text(f"\n{name}", style="bold"))
    head = [report.title, report.issuer, report.region, str(report.year or ""), report.era]
    out.print("　".join(part for part in head if part), markup=False)
    table = Table(
        say("指标", "metric"), say("维度", "dims"), say("值", "value"), say("年", "year"), say("原文", "evidence")
    )
    table.columns[2].justify = "right"
    for metric in sorted(report.metrics, key=lambda metric: metric.evidence.start):
        table.add_row(
            metric.code,
            Text(" ".join(metric.dims.values())),
            f"{metric.value:,} {metric.unit}",
            str(metric.year),
            Text(metric.evidence.text.replace("\n", " ")[:40]),
        )
    out.print(table)
    for check in report.checks:
        mark, style = {True: ("✓", "green"), False: ("✗", "red"), None: ("–", "dim")}[check.ok]
        out.print(Text(f"{mark} {check.code}  {check.detail}", style=style))
    for warning in report.warnings:
        out.print(Text(f"! {warning}", style="yellow"))


def _read_report(name: str) -> "Report":
    from parsers.report.door import read_report_bytes

    if name.startswith(("http://", "https://")):
        body, content_type = fetch(home_url(name), load_settings())
        return read_report_bytes(body, content_type)
    return read_report_bytes(_read_file(name), None)


def _read_file(name: str) -> bytes:
    path = Path(name)
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise Mistake(
                say(f"文件超过 {MAX_FILE_BYTES // 1_000_000} MB", f"larger than {MAX_FILE_BYTES // 1_000_000} MB")
            )
        body = path.read_bytes()
    except OSError as error:
        raise Mistake(
            say(f"读不了：{error.strerror}；请检查路径", f"cannot read: {error.strerror}; check the path")
        ) from None
    if not body:
        raise Mistake(say("空文件，没有可读的内容", "the file is empty: nothing to read"))
    return body


def _refuse_binary(name: str, text: str) -> None:
    """Pictures, programs and archives are no text in any charset. A PDF or a Word file is for `extract`."""
    controls = len(_CONTROL.findall(text))
    if controls > _MOST_CONTROLS * len(text):
        raise Mistake(
            say(
                f"不是文本；如是年度报告文件，请用 xuncha extract {name}",
                f"no text; if it is a report's file: xuncha extract {name}",
            )
        )


def _show_decoded(row: dict[str, Any]) -> None:
    out = console()
    out.print(Text(f"\n{row['file']}", style="bold"))
    out.print(
        f"{say('字符集', 'charset')} {row['encoding']}  ({row['source']}, {row['confidence']:.2f})  {_votes(row)}",
        markup=False,
    )
    damage = f"{row['damage']:.1%}"
    out.print(
        f"{say('损坏', 'damage')} {damage}  {say('修复', 'repairs')} {len(row['repairs'])}  "
        f"{say('不可恢复', 'lost')} {len(row['lost'])}  {say('文字', 'script')} {row['script']}",
        markup=False,
    )
    for line in _diff(row["repairs"]):
        out.print(line)
    shown = row.get("localized", row)
    for line in _diff([{"kind": say("用语", "phrase"), **change} for change in shown.get("changes", ())]):
        out.print(line)
    out.print(Text(shown["text"][:SHOWN_CHARACTERS].strip(), style="dim"))


def _votes(row: dict[str, Any]) -> str:
    """Who spoke for which encoding, as far as it was said: header=gb2312 chardet=big5."""
    said = {**row["votes"], **{where: label for where, label in row["declared"].items() if label}}
    return "  ".join(f"{who}={label}" for who, label in said.items())


def _diff(repairs: list[dict[str, Any]]) -> Iterator[Text]:
    for repair in repairs[:SHOWN_REPAIRS]:
        yield Text.assemble(
            (f"{repair['start']:>7} {repair['kind']}  ", "dim"),
            (repair["before"][:60], "red strike"),
            " → ",
            (repair["after"][:60], "green"),
        )
    if len(repairs) > SHOWN_REPAIRS:
        yield Text(
            f"        … {len(repairs) - SHOWN_REPAIRS} {say('处未列出（--json 看全部）', 'more (--json shows all)')}",
            style="dim",
        )
