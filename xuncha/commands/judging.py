"""xuncha judge, findings, status: what the facts say."""

from collections import Counter
from datetime import datetime
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from storage.records import Condition, FindingRecord, PortalRecord, Severity
from storage.store import Store
from xuncha.commands.common import (
    AsJson,
    console,
    local,
    moment,
    now,
    open_store,
    print_json,
    some_portals,
    wanted_portals,
)
from xuncha.errors import Mistake
from xuncha.judge import Judgement, judge_portal
from xuncha.lang import current, say
from xuncha.rules.messages import sentence, verdict_sentence, word

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[PORTAL]…", help="编号、网址或名称；缺省为全部 · all by default")
]
FailOn = Annotated[
    str | None,
    typer.Option("--fail-on", help="有此级别以上的问题时退出码为 1 · exit 1 on info, warning or critical findings"),
]
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "critical")
STYLES = {"info": "dim", "warning": "yellow", "critical": "bold red"}
WORD_STYLES = {"alive": "green", "stale": "yellow", "zombie": "bold red", "unreachable": "red", "unknown": "dim"}


def judge(
    portals: Names = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", help="任意过去的日子，只看不写 · the verdict of any past day; writes nothing"),
    ] = None,
    fail_on: FailOn = None,
    as_json: AsJson = False,
) -> None:
    """按规则判断 · rules over the facts: findings and a verdict for each portal"""
    when = moment(as_of) if as_of else now()
    with open_store() as store:
        judged = [
            (portal, judge_portal(store, portal.id, when, record=as_of is None))
            for portal in some_portals(store, portals)
        ]
    if as_json:
        print_json(_judgement_json(portal, judgement, when) for portal, judgement in judged)
    else:
        _show_judgements(judged, when)
    _exit_on(fail_on, [condition.severity for _, judgement in judged for condition in judgement.conditions])


def findings(
    portal: Annotated[str | None, typer.Option("--portal", help="只看一个门户 · of one portal")] = None,
    code: Annotated[str | None, typer.Option("--code", help="只看一种 · of one code, e.g. column.stale")] = None,
    only_open: Annotated[bool, typer.Option("--open", help="只看未了结的 · only those still open")] = False,
    fail_on: FailOn = None,
    as_json: AsJson = False,
) -> None:
    """问题与证据 · what was found, since when, and the evidence"""
    with open_store() as store:
        portal_id = wanted_portals(store, [portal])[0].id if portal else None
        found = store.findings(portal_id=portal_id, code=code, open_only=only_open)
    if as_json:
        print_json(finding_json(finding) for finding in found)
    else:
        show_findings(found)
    _exit_on(fail_on, [finding.severity for finding in found if finding.closed_at is None])


def status(as_json: AsJson = False) -> None:
    """总览 · every portal at a glance: verdict, open findings, last and next patrol, alerts"""
    with open_store() as store:
        rows = [_status_row(store, portal) for portal in store.portals()]
        waiting = Counter(row["status"] for row in store.notifications())
    if as_json:
        print_json(rows)
        return
    table = Table(
        "#",
        say("门户", "portal"),
        say("结论", "word"),
        say("判定", "verdict"),
        say("未了结", "open"),
        say("上次巡查", "last patrol"),
        say("下次", "next"),
    )
    for row in rows:
        table.add_row(
            str(row["id"]),
            Text(f"{row['name']}\n{row['portal']}"),
            Text(word(row["word"] or "unknown", current()), style=WORD_STYLES.get(row["word"] or "", "dim")),
            row["verdict"] or "—",
            _counts(row["open"]),
            f"{local(row['last_patrol_at'])}\n{row['last_patrol'] or ''}",
            local(row["next_patrol_at"]),
        )
    console().print(
        table if rows else say("还没有门户；用 xuncha portals add 网址", "no portal yet: xuncha portals add URL")
    )
    if waiting:
        console().print(
            say("告警", "alerts") + "  " + "  ".join(f"{name} {count}" for name, count in sorted(waiting.items()))
        )


def finding_json(finding: FindingRecord) -> dict[str, Any]:
    """A finding in the contract's JSON."""
    return {
        "portal": finding.portal_url,
        "code": finding.code,
        "subject": finding.subject,
        "severity": finding.severity,
        "since": finding.since,
        "opened_at": finding.opened_at,
        "closed_at": finding.closed_at,
        "evidence": dict(finding.evidence),
        "sentence": sentence(finding.code, finding.subject, finding.evidence, finding.since, current()),
    }


def show_findings(found: list[FindingRecord], *, limit: int | None = None) -> None:
    """One sentence a finding, grouped by portal; the worst first."""
    table = Table(
        say("门户", "portal"), say("问题", "finding"), say("自", "since"), say("状态", "state"), show_lines=False
    )
    ordered = sorted(found, key=lambda item: (item.portal_url, -SEVERITIES.index(item.severity), item.code))
    last = None
    for finding in ordered[:limit]:
        words = sentence(finding.code, finding.subject, finding.evidence, finding.since, current())
        table.add_row(
            Text(finding.portal_name if finding.portal_url != last else ""),
            Text.assemble((f"{finding.code}  ", STYLES[finding.severity]), words, _where(finding)),
            local(finding.since)[:10],
            say("未了结", "open")
            if finding.closed_at is None
            else f"{say('了结', 'closed')} {local(finding.closed_at)[:10]}",
        )
        last = finding.portal_url
    console().print(table if found else say("没有发现问题", "nothing found"))
    if limit and len(found) > limit:
        console().print(
            say(f"另有 {len(found) - limit} 条：xuncha findings", f"{len(found) - limit} more: xuncha findings")
        )


def _where(finding: FindingRecord) -> tuple[str, str]:
    """The address that a finding is about, where its sentence does not name it."""
    about = finding.subject
    if about == finding.portal_url or "://" not in about:
        return "", ""
    return f"\n{about}", "dim"


def _show_judgements(judged: list[tuple[PortalRecord, Judgement]], when: datetime) -> None:
    table = Table(
        say("门户", "portal"),
        say("结论", "word"),
        say("判定与理由", "verdict and why"),
        say("问题", "findings"),
        title=say(f"截至 {local(when)}", f"as of {local(when)} (China)"),
    )
    for portal, judgement in judged:
        verdict = judgement.verdict
        table.add_row(
            Text(f"{portal.name}\n{portal.home_url}"),
            Text(word(verdict.word, current()), style=WORD_STYLES[verdict.word]),
            Text(verdict_sentence(verdict, current())),
            _counts(Counter(condition.severity for condition in judgement.conditions)),
        )
    console().print(table)


def _judgement_json(portal: PortalRecord, judgement: Judgement, when: datetime) -> dict[str, Any]:
    return {
        "portal": portal.home_url,
        "as_of": when,
        "verdict": judgement.verdict.verdict,
        "word": judgement.verdict.word,
        "reasons": [dict(reason) for reason in judgement.verdict.reasons],
        "findings": [_condition_json(condition) for condition in judgement.conditions],
    }


def _condition_json(condition: Condition) -> dict[str, Any]:
    return {
        "code": condition.code,
        "subject": condition.subject,
        "severity": condition.severity,
        "since": condition.since,
        "evidence": dict(condition.evidence),
    }


def _status_row(store: Store, portal: PortalRecord) -> dict[str, Any]:
    run = store.last_run(portal.id)
    open_now = Counter(finding.severity for finding in store.findings(portal_id=portal.id, open_only=True))
    return {
        "id": portal.id,
        "portal": portal.home_url,
        "name": portal.name,
        "word": portal.word,
        "verdict": portal.verdict,
        "reasons": list(portal.verdict_reasons),
        "open": dict(open_now),
        "last_patrol_at": run.ended_at or run.started_at if run else None,
        "last_patrol": run.status if run else None,
        "next_patrol_at": portal.next_patrol_at,
        "judged_at": portal.judged_at,
    }


def _counts(counts: Counter[Severity] | dict[str, int]) -> Text:
    parts = [(f"{counts[severity]} ", STYLES[severity]) for severity in reversed(SEVERITIES) if counts.get(severity)]
    return Text.assemble(*parts) if parts else Text("0", style="green")


def _exit_on(fail_on: str | None, severities: list[Severity]) -> None:
    if fail_on is None:
        return
    if fail_on not in SEVERITIES:
        raise Mistake(
            say(
                f"--fail-on {fail_on!r}：请写 info、warning 或 critical",
                f"--fail-on {fail_on!r}: write info, warning or critical",
            )
        )
    if any(SEVERITIES.index(severity) >= SEVERITIES.index(fail_on) for severity in severities):
        raise typer.Exit(1)
