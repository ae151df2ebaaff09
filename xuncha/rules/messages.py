"""Findings and verdicts as sentences, in Chinese and in English.

What an old finding's evidence lacks reads as "?"; a sentence never fails.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from storage.records import Verdict, is_of_a_week
from xuncha.rules.days import china_day
from xuncha.rules.wording import (
    CHECK_WORDS,
    CODES,
    MISSING,
    OTHER,
    REASONS,
    RUN_REASONS,
    SENTENCES,
    SUSPENDED,
    TLS,
    TRAPS,
    TROUBLES,
    VERDICT_REASONS,
    WORDS,
)

_EXAMPLE = 14  # characters


class _Values(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"


def sentence(code: str, subject: str, evidence: Mapping[str, Any], since: datetime, lang: str) -> str:
    """One finding as a sentence without a full stop. `lang` is zh or en."""
    values = _Values(evidence, code=code, subject=subject, since=china_day(since).isoformat())
    for add in _DERIVED:
        add(values)
    return _pick(SENTENCES.get(code, OTHER), lang).format_map(values)


def verdict_sentence(verdict: Verdict, lang: str) -> str:
    """The verdict, the plain word, and why.

    >>> verdict_sentence(Verdict("unknown", "unknown", ({"missing": "patrol"},)), "en")
    'unknown: no patrol yet'
    """
    reasons = "；" if lang == "zh" else "; "
    why = reasons.join(filter(None, (_reason_words(reason, lang) for reason in verdict.reasons)))
    official, plain = word(verdict.verdict, lang), word(verdict.word, lang)
    head = official if official == plain else _pick(("{v}（{w}）", "{v} ({w})"), lang).format(v=official, w=plain)
    return head + (_pick(("：", ": "), lang) + why if why else "")


def word(name: str, lang: str) -> str:
    """A verdict or its plain word in the reader's language."""
    return _pick(WORDS.get(name, (name, name)), lang)


def run_words(reason: str, lang: str) -> str:
    """Why a patrol ended, in words; what has none stays as it is.

    >>> run_words("hung", "en"), run_words("crawler:KeyError", "en"), run_words("disk I/O error", "en")
    ('the crawl stood still and was ended', 'our program failed: KeyError', 'disk I/O error')
    """
    code, _, detail = reason.partition(":")
    known = RUN_REASONS.get(reason) or RUN_REASONS.get(code)
    return _pick(known, lang).format(detail=detail.strip()) if known else reason


def trap_words(pattern: str, lang: str) -> str:
    """What kind of endless addresses a patrol left alone."""
    return _pick(TRAPS.get(pattern, (pattern, pattern)), lang)


def _reason_words(reason: Mapping[str, Any], lang: str) -> str:
    if "missing" in reason:
        return _pick(MISSING.get(reason["missing"], (reason["missing"],) * 2), lang)
    return _pick(VERDICT_REASONS.get(reason.get("code", ""), ("", "")), lang).format_map(_Values(reason))


def _pick(pair: tuple[str, str], lang: str) -> str:
    return pair[0] if lang.startswith("zh") else pair[1]


# ── words made from the evidence ─────────────────────────────────────────────


def _newest(values: _Values) -> None:
    watched = values["watched_since"]
    values["newest_zh"] = values["newest"] if values.get("newest") else f"开始观察（{watched}，条目均无日期）"
    values["newest_en"] = (
        values["newest"] if values.get("newest") else f"we began to watch ({watched}; no entry is dated)"
    )
    months, days = values.get("limit_months"), values["limit_days"]
    values["limit_zh"] = f"{months}个月" if months else f"{days}天"
    values["limit_en"] = f"{months} months" if months else f"{days} days"
    unverified = values.get("verified") is False
    values["unverified_zh"] = "（该期限未经核实）" if unverified else ""
    values["unverified_en"] = " (this limit is not verified)" if unverified else ""


def _before(values: _Values) -> None:
    before = values.get("entries_before")
    values["before_zh"] = f"，此前有{before}条" if before else ""
    values["before_en"] = f"; it had {before} entries before" if before else ""


def _reason(values: _Values) -> None:
    code = str(values.get("reason_code") or values.get("reason") or "")
    known = next((words for key, words in REASONS.items() if code.startswith(key)), None)
    status = values.get("status")
    zh, en = known or ((f"服务器返回{status}", f"the server answers {status}") if status else (code or "?",) * 2)
    values["reason_zh"], values["reason_en"] = zh, en
    total = values.get("pages_total")
    values["pages_zh"] = f"{total}个页面链接到它" if total else "没有页面链接到它"
    values["pages_en"] = "linked from 1 page" if total == 1 else f"linked from {total} pages"


def _page(values: _Values) -> None:
    title = values.get("title")
    quoted = title if "《" in str(title) else f"《{title}》"
    values["title_zh"] = f"：{quoted}" if title else ""
    values["title_en"] = f": “{title}”" if title else ""
    many = values.get("undated")
    values["grouped_zh"] = f"：{values['pages']}个页面中有{many}个" if many else ""
    values["grouped_en"] = f": {many} of {values['pages']} pages" if many else ""
    share = values.get("share")
    values["share_percent"] = f"{share:.1%}" if isinstance(share, float) else "?"
    before, after = _example(values.get("sample"))
    values["repaired_zh"] = f"，例如“{before}”应为“{after}”" if before else ""
    values["repaired_en"] = f", e.g. “{before}” for “{after}”" if before else ""


def _example(sample: Any) -> tuple[str, str]:
    """The first change of a sample that shows something for something, clipped to what a reader takes in."""
    changes = [one for one in sample if isinstance(one, dict) and "before" in one] if isinstance(sample, list) else []
    telling = next((one for one in changes if one["before"] and one["after"]), None)
    if telling is None:
        return "", ""
    return _clipped(str(telling["before"])), _clipped(str(telling["after"]))


def _clipped(text: str) -> str:
    return f"{text[:_EXAMPLE]}…" if len(text) > _EXAMPLE else text


_CHECK_WORD = re.compile(
    r"(?<![\w.])(?:" + "|".join(re.escape(word) for word in sorted(CHECK_WORDS, key=len, reverse=True)) + r")(?![\w.])"
)


def in_plain_words(said: str, language: int) -> str:
    """What a check says, its codes in words; `language` 0 is Chinese, 1 English.

    >>> in_plain_words("natural_person: new 257 + carried_in 21 = 278; closed 278 + carried_out 5 = 283", 0)
    '自然人：新收 257 + 上年结转 21 = 278；办结 278 + 结转下年 5 = 283'
    """
    plain = _CHECK_WORD.sub(lambda match: CHECK_WORDS[match[0]][language], said)
    return plain.replace(": ", "：").replace("; ", "；") if language == 0 else plain


def _checks(values: _Values) -> None:
    checks = values.get("checks") or []
    more = " …" if len(checks) > 3 else ""
    words = [str(check["words"]) for check in checks[:3]]
    values["checks_zh"] = "；".join(in_plain_words(said, 0) for said in words) + more
    values["checks_en"] = "; ".join(in_plain_words(said, 1) for said in words) + more


def _reach(values: _Values) -> None:
    failed = values.get("failed")
    if is_of_a_week(values) or "share" in values:  # older findings: basis probes, with a share
        values["reach_zh"] = f"一周内{values['probes']}次访问有{failed}次未打开（{values['share_percent']}）"
        values["reach_en"] = f"{failed} of {values['probes']} visits in a week failed ({values['share_percent']})"
    elif values.get("basis") == "probes":
        values["reach_zh"] = f"连续{failed}次访问未打开，{values['reason_zh']}"
        values["reach_en"] = f"{failed} visits in a row failed, {values['reason_en']}"
    elif failed == 1:
        values["reach_zh"] = f"最近一次巡查时{values['reason_zh']}"
        values["reach_en"] = f"{values['reason_en']} at the last patrol"
    else:
        values["reach_zh"] = f"连续{failed}次巡查失败，{values['reason_zh']}"
        values["reach_en"] = f"{failed} failing patrols in a row, {values['reason_en']}"


def _trouble(values: _Values) -> None:
    values["last_patrol"] = str(values.get("last_patrol", "?"))[:10]
    words = TROUBLES.get(str(values.get("what")), ("{reason}", "{reason}"))
    for language, sentence in zip(("zh", "en"), words, strict=True):
        reason = run_words(str(values["reason"]), language)
        values[f"trouble_{language}"] = sentence.format_map(_Values({**values, "reason": reason}))


def _counted(many: Any, one: str, more: str) -> str:
    """
    >>> _counted(1, "message", "messages"), _counted(3, "message", "messages")
    ('1 message', '3 messages')
    """
    return f"{many} {one if many == 1 else more}"


def _first(sample: Any) -> Mapping[str, Any]:
    """The first of a sample, or nothing of it."""
    first = sample[0] if isinstance(sample, list) and sample else None
    return first if isinstance(first, dict) else {}


def _padding(values: _Values) -> None:
    values["provinces_zh"] = "、".join(values.get("provinces") or ())
    values["messages_en"] = _counted(values["unanswered"], "message", "messages")
    values["example"] = _first(values.get("sample")).get("title", "?")
    law = str(values.get("source") or "")
    values["law_zh"], values["law_en"] = (f"（{law}要求公开）", f" (demanded by {law})") if law else ("", "")
    values["tags_zh"], values["tags_en"] = "、".join(values.get("tags") or ()), ", ".join(values.get("tags") or ())


def _forged(values: _Values) -> None:
    if values.get("kind") == "one_day":
        values["doubt_zh"], values["doubt_en"] = "存疑", "are doubtful"
        values["forged_zh"] = f"{values['entries']}条信息几乎全部标注为{values['day']}（可能是迁移所致）"
        values["forged_en"] = f"nearly all of {values['entries']} entries carry {values['day']} (perhaps a migration)"
    else:
        values["doubt_zh"], values["doubt_en"] = "疑似造假", "look forged"
        first = _first(values.get("sample"))
        before = str(first.get("not_there_on", "?"))[:10]
        values["forged_zh"] = (
            f"{values['backdated']}条信息疑似倒填日期，如《{first.get('title', '?')}》标注{first.get('dated', '?')}发布，"
            f"而{before}巡查时列表中还没有它"
        )
        values["forged_en"] = (
            f"{values['backdated']} entries look backdated, e.g. “{first.get('title', '?')}” carries"
            f" {first.get('dated', '?')}, but was not in the list on {before}"
        )


def _report_pair(values: _Values) -> None:
    figures = values.get("figures") or []
    first = f"{figures[0]['before']:.10g} → {figures[0]['after']:.10g}" if figures else ""
    values["changed_zh"] = f"：{values['figures_total']}个数字不同，例如{first}" if figures else "：文字不同"
    values["changed_en"] = (
        f": {_counted(values['figures_total'], 'figure differs', 'figures differ')}, e.g. {first}"
        if figures
        else ": other words"
    )
    issuer, year = values.get("other_issuer"), values["other_year"]
    same_year = year == values["year"] and issuer
    values["other_zh"] = f"{issuer}的报告" if same_year else f"{year}年的报告"
    values["other_en"] = f"that of {issuer}" if same_year else f"that for {year}"


def _site(values: _Values) -> None:
    notice, host = values.get("notice"), values.get("host") or values.get("moved_to")
    for language, quoted, to in ((0, "“{}”", "，新地址{}"), (1, "“{}”", ", now {}")):
        suffix = ("zh", "en")[language]
        kind = SUSPENDED.get(str(values.get("kind")), ("?", "?"))[language]
        said = f"{kind}（{quoted.format(notice)}）" if language == 0 else f"{kind} ({quoted.format(notice)})"
        values[f"suspended_{suffix}"] = (said if notice else kind) + (to.format(host) if host else "")
        values[f"tls_{suffix}"] = TLS.get(str(values.get("trouble")), TLS["other"])[language].format_map(values)
        values[f"hijacked_{suffix}"] = _hijacked(values, language)


def _hijacked(values: _Values, language: int) -> str:
    hosts, codes = values.get("hidden_hosts") or [], values.get("codes") or []
    parts = []
    if hosts:
        words = ("隐藏区块链接到{n}个无关网站，如{host}", "hidden blocks link to {n} unrelated hosts, e.g. {host}")
        parts.append(words[language].format(n=len(hosts), host=hosts[0]))
    if codes:
        said = [f"{CODES.get(one['what'], (one['what'],) * 2)[language]} {one['says']}" for one in codes]
        words = ("各项标识不一致（{}）", "the codes disagree ({})")
        parts.append(words[language].format(("、", ", ")[language].join(said)))
    return ("；", "; ")[language].join(parts) or "?"


_DERIVED: tuple[Callable[[_Values], None], ...] = (
    *(_newest, _before, _reason, _page, _checks, _reach, _trouble),
    *(_padding, _forged, _report_pair, _site),
)
