import re
from dataclasses import replace
from datetime import timedelta

import pytest

from storage.records import CheckSeen
from tests.rules.portal_facts import (
    FIRST,
    HOME,
    LIMITS,
    NOW,
    check,
    column,
    day,
    entry,
    facts,
    home,
    page,
    probes,
    report,
    run,
    target,
    visit,
)
from xuncha.rules import RULES, sentence
from xuncha.rules.links import links
from xuncha.rules.wording import SENTENCES


def everything():
    """Facts in which every kind of finding occurs somewhere."""
    wrong = CheckSeen("requests.balance", False, 283.0, 278.0, "257 + 21 ≠ 278 + 5")
    repairs = ({"before": "æ”¿åºœ", "after": "政府", "kind": "mojibake"},)
    stale = tuple(column(entry(day(300), n=n), n=n) for n in range(1, 11))
    yield facts(columns=(*stale, *(column(n=n) for n in range(11, 17))))
    yield facts(columns=(column(entry(day(900)), kind="other"), column(entry(None), n=2)))
    yield facts(columns=(column(kind="report", entries_found=1), column(entry(day(9)), n=2, entries_found=0)))
    yield facts(targets=(target(check()), target(check(reason="timeout"), check(reason="http_503", ago=9))))
    yield facts(targets=(target(check(), kinds=("image",)),))
    yield facts(targets=(target(check(reason="x", status=500), check(ago=9), kinds=("attachment", "page")),))
    yield facts(pages=tuple(page(f"{HOME}{n}", published_on=None) for n in range(30)))
    yield facts(pages=(page(published_on=None, text_length=0, damage=0.2, repairs=repairs), page(published_on=None)))
    yield facts(reports=(report(2025, day(20), checks=(wrong,)), report(2020, day(2300))))
    yield facts(home=home(visit("failed", reason="timeout")), runs=(run(stats={"pages": 0}), run()))
    yield facts(home=home(visit("blocked", status=412)))
    yield facts(probes=probes(200, 20), runs=(run(timedelta(days=9)),))
    yield facts(runs=(run(status="failed", reason="KeyError: 'x'"),))
    yield facts(runs=(run(stats={"pages": 0}), run()))
    yield from signs()


def signs():
    """What tells of care, or of its lack."""
    yield facts(pages=(page(f"{HOME}x", visit(reason="soft_404:words")), page(f"{HOME}y", title="我县（区、市）……")))
    told = {"told_on": "2020-01-02", "told_text": "2020年1月2日，县政府召开会议"}
    news = column(replace(entry(day(3)), url=f"{HOME}told"))
    yield facts(pages=(page(f"{HOME}told", meta=told),), columns=(news,))
    codes = {"site_code": "4104000031", "icp": "豫ICP备05017763号"}
    padding = [entry(day(n), title) for n, title in enumerate(("杭州一", "成都二", "武汉三", "合肥四", "贵阳五"))]
    yield facts(home=home(meta=codes), columns=(column(*padding),))
    old, burst = [day(n) for n in (44, 51, 58, 160, 170, 180)], [day(20 + n % 4) for n in range(16)]
    listed = [replace(entry(one, n=n), position=n) for n, one in enumerate(sorted([*old, *burst], reverse=True))]
    yield facts(columns=(column(*listed),))
    late = [replace(entry(day(20 + n), first_seen=NOW), looked_before=NOW - timedelta(days=1)) for n in range(6)]
    moved = [replace(entry(day(40), n=n), url=f"{HOME}t2025{n + 1:02}05_{n}.html") for n in range(11)]
    yield facts(columns=(column(entry(day(90)), *late), column(*moved, n=2)))
    prose = "\n".join(f"{one}项工作由办公室牵头并会同有关科室逐项推进落实到位" for one in "甲乙丙丁戊己庚辛壬癸子丑")
    here = {"url": f"{HOME}r/2024"}
    yield facts(reports=(report(2023, day(700), text=prose), report(2024, day(300), text=prose, **here)))
    yield facts(reports=(report(2023, day(700), text=prose), report(2023, day(700), text=prose, issuer="某县财政局")))
    changed = [
        report(2024, day(300), figures={"x": one}, first_seen_at=FIRST + timedelta(one), **here) for one in (1, 2)
    ]
    yield facts(reports=(*changed, report(2022, day(900), warnings=("表格: table not readable",))))
    letter = entry(day(120))
    box = column(letter, kind="interaction", name="政务咨询")
    rows = [{"url": letter.url, "title": letter.title, "state": "open"}]
    yield facts(columns=(box,), pages=(page(box.url, kind="column", meta={"letters": rows}),))
    hidden = {"hidden_hosts": [f"www.lapsed{n}.net" for n in range(12)], "own_words": "本站已迁移至www.a.gov.cn"}
    yield facts(home=home(meta={**hidden, **codes, "icp": "陕ICP备05017763号"}))
    for reason in ("tls_obsolete", "tls:x"):
        yield facts(home=home(visit("failed", reason=reason)))


CONDITIONS = [c for given in everything() for rule in RULES for c in rule(given, LIMITS)]


def test_every_kind_of_finding_has_a_sentence_and_occurs_here():
    assert {c.code for c in CONDITIONS} == set(SENTENCES)


@pytest.mark.parametrize(
    "reason",
    [
        *(
            "dns",
            "refused",
            "unreachable",
            "timeout",
            "reset",
            "protocol",
            "incomplete",
            "tls",
            "tls_obsolete",
            "bad_url",
            "bad_address",
        ),
        *("redirect_loop", "too_many_redirects", "soft_404:same_as_missing", "http_404", "http_410"),
    ],
)
def test_every_reason_of_a_dead_link_has_words(reason):
    dead = replace(check(reason=reason), status=None)
    again = replace(dead, at=dead.at - timedelta(hours=9))
    (condition,) = links(facts(targets=(target(dead, again),)), LIMITS)
    for lang in ("zh", "en"):
        assert (
            reason.partition(":")[0]
            not in sentence("link.dead", HOME, condition.evidence, condition.since, lang).split()
        )


def test_a_stolen_name_is_not_called_missing():
    (condition,) = links(facts(targets=(target(check(reason="soft_404:taken_over")),)), LIMITS)
    said = sentence("link.dead", HOME, condition.evidence, condition.since, "zh")
    assert "占用" in said and "不存在" not in said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sentences_are_whole(lang):
    for c in CONDITIONS:
        text = sentence(c.code, c.subject, c.evidence, c.since, lang)
        assert not re.search(r"[{}?]|None", text), text
        assert bool(re.search(r"[\u4e00-\u9fff]{4}", text)) or lang == "en"


@pytest.mark.parametrize(
    ("code", "zh"),
    [
        ("title.truncated", "标题不完整：《我县（区、市）……》"),
        ("report.changed", "2024年年度报告公布后被改动：1个数字不同，例如1 → 2"),
        ("report.copied", "2024年年度报告与2023年的报告雷同：12句中有12句相同"),
        ("site.suspended", "网站声明停用：已迁移（“本站已迁移至www.a.gov.cn”），新地址www.a.gov.cn"),
        (
            "site.hijacked",
            "疑似仿冒或域名被他人占用：隐藏区块链接到12个无关网站，如www.lapsed0.net；"
            "各项标识不一致（网站标识码 河南、ICP备案 陕西）",
        ),
        ("site.tls", "网站加密连接有问题：只支持已淘汰的加密协议"),
        ("tags.missing", "页面源代码缺少《政府网站发展指引》规定的标签：SiteName、SiteIDCode"),
    ],
)
def test_findings_read_as_sentences(code, zh):
    assert zh in {sentence(c.code, c.subject, c.evidence, c.since, "zh") for c in CONDITIONS if c.code == code}


def test_stale_column_reads_as_a_sentence():
    (c,) = [c for c in CONDITIONS if c.evidence.get("kind") == "other"]
    assert sentence(c.code, c.subject, c.evidence, c.since, "zh") == (
        f"栏目“栏目1”自{day(900)}以来没有更新，超过规定的12个月已534天（该期限未经核实）"
    )
    assert sentence(c.code, c.subject, c.evidence, c.since, "en") == (
        f"Column “栏目1” has had no update since {day(900)}:"
        " 534 days over the limit of 12 months (this limit is not verified)"
    )


def test_evidence_of_an_older_version_still_reads():
    assert "?" in sentence("column.stale", HOME, {}, NOW, "zh")
    assert sentence("something.new", HOME, {}, NOW, "en") == f"something.new: {HOME}"
