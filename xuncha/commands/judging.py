"""xuncha judge, findings, status: what the facts say."""

from collections import Counter
from datetime import datetime
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from storage.records import Condition, FindingRecord, PortalRecord, ProbeShare, RunFact, Severity
from xuncha.commands.alerts import alert_lines
from xuncha.commands.common import (
    AsJson,
    Names,
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
from xuncha.rules.messages import run_words, sentence, trap_words, verdict_sentence, word

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
        moment = now()
        runs, open_now, looks = store.last_runs(), store.open_findings(), store.probe_shares(moment)
        rows = [
            _status_row(portal, runs.get(portal.id), open_now.get(portal.id, {}), looks.get(portal.id), moment)
            for portal in store.portals()
        ]
        told = alert_lines(store)
    if as_json:
        print_json(rows)
        return
    table = Table(
        "#",
        say("门户", "portal"),
        say("结论", "word"),
        say("判定", "verdict"),
        say("未了结", "open"),
        say("首页打不开", "home page down"),
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
            _home_share(row),
            Text(f"{local(row['last_patrol_at'])}\n").append_text(_last_in_words(row)),
            _next_in_words(row),
        )
    console().print(
        table if rows else say("还没有门户；用 xuncha portals add 网址", "no portal yet: xuncha portals add URL")
    )
    for words in told:
        console().print(words, soft_wrap=True)


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


def _status_row(
    portal: PortalRecord, run: RunFact | None, open_now: dict[Severity, int], looks: ProbeShare | None, at: datetime
) -> dict[str, Any]:
    return {
        "id": portal.id,
        "portal": portal.home_url,
        "name": portal.name,
        "word": portal.word,
        "verdict": portal.verdict,
        "reasons": list(portal.verdict_reasons),
        "open": open_now,
        "last_patrol_at": run.ended_at or run.started_at if run else None,
        "last_patrol": run.status if run else None,
        "last_reason": run.reason if run else None,
        "traps": list(run.stats.get("traps", ())) if run else [],
        "running": bool(run and run.status == "running"),
        "next_patrol_at": portal.next_patrol_at,
        "overdue_seconds": _overdue(portal, at),
        "home_looks": looks.looks if looks else 0,
        "home_not_opened": looks.failed if looks else 0,
        "group": portal.group,
        "judged_at": portal.judged_at,
    }


def _overdue(portal: PortalRecord, at: datetime) -> int:
    """Seconds since the patrol was due; 0 for less than a minute, which any daemon may need."""
    late = (at - portal.next_patrol_at).total_seconds() if portal.next_patrol_at else 0.0
    return round(late) if late > 60 else 0


def _home_share(row: dict[str, Any]) -> str:
    """Of the looks of the last seven days; the standard's limit is 5 %."""
    looks, failed = row["home_looks"], row["home_not_opened"]
    return f"{failed / looks:.1%}\n{failed}/{looks}" if looks else "—"


MOST_TRAPS = 3  # named beside a patrol; all of them stand in --json


def _last_in_words(row: dict[str, Any]) -> Text:
    if row["running"]:
        return Text(say("巡查中", "running"), style="green")
    done = row["last_patrol"] in (None, "done")
    why = "" if done else f" ({run_words(row['last_reason'] or '', current())})"
    traps = "".join(f"\n{trap_words(one['pattern'], current())} × {one['count']}" for one in row["traps"][:MOST_TRAPS])
    ended = word(row["last_patrol"], current()) if row["last_patrol"] else ""
    return Text(f"{ended}{why}", style="" if done else "yellow").append(traps, style="dim")


def _next_in_words(row: dict[str, Any]) -> Text:
    late = row["overdue_seconds"]
    if not late or row["running"]:
        return Text(local(row["next_patrol_at"]))
    hours = f"{late / 3600:.1f}"
    return Text(local(row["next_patrol_at"])).append(say(f"\n已逾期 {hours} 小时", f"\noverdue {hours} h"), style="red")


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
