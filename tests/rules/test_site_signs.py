"""site.hijacked, site.suspended, site.tls: what a portal is, or is no longer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from storage.records import LinkSource, TargetFact
from tests.rules.portal_facts import (
    HOME,
    LIMITS,
    NOW,
    codes,
    column,
    day,
    entry,
    facts,
    found,
    home,
    page,
    probes,
    visit,
)
from xuncha.rules import RULES
from xuncha.rules.site_hijacked import site_hijacked
from xuncha.rules.site_suspended import site_suspended
from xuncha.rules.site_tls import site_tls
from xuncha.rules.site_unreachable import site_unreachable

OWNERS = [f"www.lapsed{n}.net" for n in range(38)]
MENU = [f"{name}.pds.gov.cn" for name in ("jyj", "czj", "zjj", "mzj", "sfj", "gaj", "rsj", "zrj", "hbj", "jtj", "slj")]
PRESS = ["www.people.com.cn", "www.xinhuanet.com", "www.cctv.com", "www.gmw.cn", "news.cn", "www.12377.cn", "weibo.com"]
HENAN = {"site_code": "4104000031", "icp": "豫ICP备05017763号-1", "police": "豫公网安备41040002000001号"}


@pytest.mark.parametrize(
    ("meta", "severity"),
    [
        ({"hidden_hosts": OWNERS}, "critical"),
        ({"hidden_hosts": OWNERS[:12] + MENU[:3]}, "critical"),
        ({**HENAN, "icp": "陕ICP备08003687号-1"}, "warning"),
        ({**HENAN, "police": "61092402000001"}, "warning"),
        ({"site_code": "4104000031", "icp": "ICP证号：陕ICP备08003687号-1"}, "warning"),
        ({"site_name": "河南省某厅", "icp": "京ICP备2020012345号"}, "warning"),
        ({"SiteIDCode": "4500000001", "site_code": "4100000001"}, "warning"),
    ],
)
def test_signs_of_a_stolen_domain(meta, severity):
    (condition,) = found(site_hijacked, facts(home=home(meta=meta)))
    assert (condition.code, condition.severity, condition.subject) == ("site.hijacked", severity, HOME)


@pytest.mark.parametrize(
    "meta",
    [
        {},
        HENAN,
        {"hidden_hosts": MENU * 4},
        {"hidden_hosts": PRESS * 4},
        {"hidden_hosts": OWNERS[:7]},  # a hidden menu with a few friends
        {"hidden_hosts": [*OWNERS[:10], *(f"d{n}.pds.gov.cn" for n in range(30))]},
        {"site_code": "bm01000001", "icp": "京ICP备05070218号"},  # central departments have no province
        {"site_code": "3590000001", "icp": "闽ICP备15000000号-1"},  # 平潭
        {"site_code": "5100000016 ", "icp": "蜀ICP备05001234号"},
        {"site_code": "310000000044", "icp": "京ICP备05001234号"},  # twelve digits: no such code
        {**HENAN, "icp": "ICP备05017763号"},  # a filing without its province
        {"site_name": "海南建设信息网", "icp": "青ICP备05001234号"},  # 海南 is a prefecture as well
        {"site_name": "河南省人民政府驻北京办事处", "site_code": "4100000009", "icp": "京ICP备05001234号"},
        {"police": "豫公网安备61040002000001号", "icp": "豫ICP备05017763号"},  # contradicts itself: a slip
    ],
)
def test_no_sign_of_a_stolen_domain(meta):
    assert not codes(site_hijacked, replace(facts(), home=home(meta=meta)))


def test_a_gov_cn_name_on_another_host_is_a_copy():
    given = facts(home=home(meta={"SiteDomain": "https://www.pds.gov.cn/"}))
    for address, expected in (
        ("http://www.lgedu.net/", 1),
        ("http://10.0.0.1/", 0),
        ("http://a.test/", 0),
        ("http://pds.gov.cn/", 0),
    ):
        moved = replace(given, portal=replace(given.portal, home_url=address))
        assert len(found(site_hijacked, moved)) == expected


def test_what_was_seen_before_the_home_page_was_gone_is_no_sign():
    assert not codes(site_hijacked, facts(home=home(visit("failed"), meta={"hidden_hosts": OWNERS})))


# ── suspended ────────────────────────────────────────────────────────────────


def home_says(words, entries=0, total=None, title="某县人民政府"):
    own = column(*(entry(day(n), n=n) for n in range(entries)), url=HOME, depth=0, n=9)
    meta = {"own_words": words, "words_total": len(words) if total is None else total}
    return facts(home=replace(home(meta=meta), title=title), columns=(own,) if entries else ())


@pytest.mark.parametrize(
    ("words", "kind", "host"),
    [
        ("网站升级改版中，给您带来的不便敬请谅解！", "rebuilt", None),
        ("本站正在进行系统升级维护", "rebuilt", None),
        ("根据上级要求，本网站自2020年5月1日起停止运行。", "closed", None),
        ("某县民政局网站已关停", "closed", None),
        ("正在升级维护中，敬请期待", "rebuilt", None),
        (
            "尊敬的用户：\n我局网站已迁移至县政府门户网站，请访问 http://www.qinghe.gov.cn/mzj/",
            "moved",
            "www.qinghe.gov.cn",
        ),
        (
            "因机构改革，我局网站已并入市政府门户网站集约化平台，原网址停用。新网址：www.qinghe.gov.cn",
            "moved",
            "www.qinghe.gov.cn",
        ),
        ("本网站不再更新，请关注“清河发布”公众号。", "closed", None),
        ("经批准，本网站于2026年5月1日正式停用。", "closed", None),
        ("本网站已整体迁移，请点击进入新网站", "moved", None),
    ],
)
def test_a_notice_in_place_of_the_portal(words, kind, host):
    (condition,) = found(site_suspended, home_says(words))
    assert (condition.evidence["kind"], condition.evidence["host"]) == (kind, host)
    assert condition.evidence["whole"] and condition.severity == "critical"


@pytest.mark.parametrize(
    "notice",
    [
        "公告：本网站将于2026年7月1日起停止更新，迁移至www.qinghe.gov.cn。",
        "我局网站已纳入市政府门户网站群，请前往新网站查阅",
        "本站停止维护，不再发布信息",
    ],
)
def test_a_notice_on_a_home_page_with_lists_is_a_warning(notice):
    words = f"某县人民政府\n{notice}"
    (condition,) = found(site_suspended, home_says(words, entries=8, total=4000))
    assert condition.severity == "warning" and not condition.evidence["whole"]


@pytest.mark.parametrize(
    ("words", "entries", "total"),
    [
        ("某县人民政府主办 地址：人民路1号", 0, None),
        ("某县人民政府\n推动老旧小区升级改造 工业园区建设中", 8, 3000),
        ("本网站将于6月12日22时至24时进行维护，期间暂停服务。", 8, 3000),
        ("点击进入旧版网站（已停止更新）", 8, 3000),
        ("某企业网站开办整体关停工作会议在县政府召开", 0, 3000),
        ("全县取水许可注销公告", 0, 200),
        ("本网讯 县医院门诊部已搬迁至新址，群众就医更方便", 8, 3000),
        ("本网站不再使用浏览器插件，请直接打开附件。", 8, 3000),
        ("本网站不再发布个人联系方式，欢迎监督。", 8, 3000),
        ("本网站已纳入全国政府网站普查名录", 8, 3000),
        ("某县人民政府\n工业园区建设中，欢迎投资。\n网站标识码4104000031" + "文" * 300, 0, None),
    ],
)
def test_no_notice_of_the_site_itself(words, entries, total):
    assert not codes(site_suspended, home_says(words, entries, total))


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("http://www.qinghe.gov.cn/mzj/", ["site.suspended"]),
        ("https://portal.example/", []),
        ("http://www.portal.example/index.html", []),
        ("http://m.portal.example/", []),
        (None, []),
    ],
)
def test_a_home_page_that_leads_to_another_host_has_moved(location, expected):
    gone = home(visit("redirect", status=301, location=location))
    assert codes(site_suspended, facts(home=gone, pages=(gone,))) == expected


def test_a_redirect_within_the_portal_is_followed_to_its_end():
    first = home(visit("redirect", status=302, location=HOME + "index.html"))
    stub = page(HOME + "index.html", kind="stub", meta={"moved_to": "https://www.qinghe.gov.cn/mzj/"})
    (condition,) = found(site_suspended, facts(home=stub, pages=(first, stub)))
    assert condition.evidence["host"] == "www.qinghe.gov.cn"


def test_a_suspended_portal_owes_no_columns_and_no_tags():
    given = home_says("网站升级改版中，敬请谅解")
    given = replace(given, columns=(column(url=HOME, depth=0, n=9),))
    assert [c.code for rule in RULES for c in rule(given, LIMITS)] == ["site.suspended"]


# ── encryption ───────────────────────────────────────────────────────────────


def failing(reason, hours=1):
    return visit("failed", NOW - timedelta(hours=hours), reason=reason)


@pytest.mark.parametrize(
    ("reason", "trouble"),
    [
        ("tls_obsolete", "obsolete"),
        ("tls:certificate has expired", "expired"),
        ("tls:VerificationError", "wrong_name"),
        ("tls:self signed certificate", "untrusted"),
        ("tls", "other"),
    ],
)
def test_what_is_wrong_with_the_encryption(reason, trouble):
    (condition,) = found(site_tls, facts(home=home(failing(reason), failing(reason, 26), visit(at=NOW))))
    assert condition.evidence["trouble"] == trouble and condition.since == NOW - timedelta(hours=26)


@pytest.mark.parametrize("visits", [(visit(),), (failing("timeout"),), (visit(), failing("tls_obsolete", 30))])
def test_no_trouble_with_encryption_now(visits):
    assert not codes(site_tls, facts(home=home(*visits)))


def test_trouble_with_encryption_is_no_outage():
    assert not codes(site_unreachable, facts(home=home(failing("tls_obsolete"), failing("tls_obsolete", 30))))


def test_pages_behind_bad_encryption_are_named():
    bad = page(HOME + "ssl/1.html", failing("tls_obsolete"))
    (condition,) = found(site_tls, facts(pages=(bad, page())))
    assert condition.evidence["pages"] == [bad.url] and not condition.evidence["home"]


def test_a_bad_certificate_is_told_by_looks_at_the_home_page_until_one_is_good():
    bad = [replace(one, reason="tls:wrong_host") for one in probes(40, 0)]
    (condition,) = found(site_tls, facts(probes=tuple(bad)))
    assert (condition.evidence["trouble"], condition.evidence["home"], condition.since) == (
        "wrong_name",
        True,
        bad[-1].at,
    )
    mended = (replace(bad[0], reason=None), *bad[1:])
    assert not codes(site_tls, facts(probes=mended))
    assert codes(site_unreachable, facts(probes=tuple(bad))) == []


def test_the_codes_of_a_home_page_in_frames_stand_in_a_frame():
    foot = page(HOME + "foot.html", kind="other", meta={"icp": "琼ICP备05000001号", "site_code": "4104000031"})
    frame = TargetFact(foot.url, (), (LinkSource(HOME, "frame", ""),))
    shown = facts(home=home(meta={}), pages=(foot,), targets=(frame,))
    assert codes(site_hijacked, shown) == ["site.hijacked"]
    assert not codes(site_hijacked, facts(home=home(meta={}), pages=(foot,)))
