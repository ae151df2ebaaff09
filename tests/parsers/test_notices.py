"""Names for sale, unpaid rooms and closed portals; and sites that are away for a moment or know their visitors."""

import pytest

from parsers.notices import is_closed, is_parked, not_now

BELOW, HOME = "http://a.gov.cn/zwgk/1.html", "http://a.gov.cn/index.html"


@pytest.mark.parametrize(
    ("title", "said", "html"),
    [
        ("", "本域名可合作或转让，请联系我们", ""),
        ("linxi.cn", "linxi.cn 域名转让", ""),
        ("", "您的虚拟主机已被停用", ""),
        ("", "该域名已被注册局锁定(clientHold)", ""),
        ("", "由于该站点未备案或备案已被注销，暂时无法访问", ""),
        ("Domain Parking", "", "<iframe src=http://www.sedoparking.com/x></iframe>"),
        ("", "", '<script>window.LANDER_SYSTEM="PW"</script>'),
        ("", "您访问的域名未绑定到该虚拟主机，请登录控制面板绑定", ""),
        ("", "您访问的域名正在出售中！一口价：8800元", ""),
        ("", "热门搜索\n域名停靠服务", ""),
        ("", "Related Searches\nlinxi.com domain", ""),
        ("", "There is no website configured at this address.", ""),
        ("", "This website has been disabled by the administrator", ""),
    ],
)
def test_what_is_no_longer_the_organs(title: str, said: str, html: str) -> None:
    assert is_parked(title, said, html)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("域名停用公告", "我县原域名将于9月1日停用。"),
        ("转让", "铺面转让，联系电话6120001。"),
        ("租赁", "主机房空调到期更换"),
        ("土地", "该宗地使用权已到期，依法收回。"),
        ("续费", "有线电视费到期，请及时续费。"),
        ("旧版入口", "旧版网站已停止更新，点此进入"),
        ("备案公告", "下列企业未完成备案，限期办理。"),
        ("友情链接", "相关搜索：医保 社保"),
        ("网站导航", "相关链接：www.demo.gov.cn 省政府网"),
        ("About", "Registered at the county office. Tel 612000"),
    ],
)
def test_what_only_speaks_of_sales(title: str, said: str) -> None:
    assert not is_parked(title, said, "")


@pytest.mark.parametrize(
    "said",
    [
        "示范县旅游局网站已永久关闭，有关信息请到县政府网查询",
        "本站已并入示范县人民政府门户网站",
        "根据集约化要求，本网站已关停迁移至县政府网站群平台",
        "经批准，本网站正式下线",
        "本站已并入县政府门户，自2020年1月1日起停止运行",
    ],
)
def test_a_closed_portal(said: str) -> None:
    assert is_closed(BELOW, "示范县旅游局", said, 1)
    assert not is_closed(HOME, "示范县旅游局", said, 1)  # there it is what the portal has to say
    assert not is_closed(BELOW, "关于关停网站的公告", said, 1)
    assert not is_closed(BELOW, "示范县旅游局", said, 30)  # the portal's menus are all there


def test_a_portal_that_will_close_is_open() -> None:
    assert not is_closed(BELOW, "", "本网站将于9月1日关停", 1)


@pytest.mark.parametrize(
    ("title", "said", "why"),
    [
        ("", "系统正在升级，预计12:00恢复，给您带来不便，敬请谅解", "系统维护"),
        ("系统维护中", "平台维护中，维护时间：0:00-6:00", "系统维护"),
        ("", "We are currently performing scheduled maintenance.", "系统维护"),
        ("", "访问量过大，请稍候，系统正在为您排队", "排队"),
        ("", "当前排队人数较多，您前面还有231人，请耐心等待", "排队"),
        ("", "请使用单位账号登录后查看", "需要登录"),
        ("", "该资料仅对注册用户开放，请登录", "需要登录"),
        ("提示", "您无权限查看此内容，请登录有权限的账号", "需要登录"),
        ("", "服务暂停中，恢复时间：今日14:30", "系统维护"),
        ("", "系统维护公告\n我单位将于6月1日20:00至22:00进行系统升级，期间暂停对外服务。", "系统维护"),
        ("", "当前为非服务时间，请于工作日8:30-17:30访问", "系统维护"),
        ("", "平台夜间停止服务，请明早再来", "系统维护"),
        ("", "为配合安全检查，本站暂时关闭", "系统维护"),
        ("", "两会期间网站停止对外访问", "系统维护"),
        ("", "网站改版中，新版即将上线", "系统维护"),
        ("", "流量激增，请您错峰访问网站", "排队"),
        ("", "会话已过期，请重新登录", "需要登录"),
        ("", "您尚未登录，请登录", "需要登录"),
        ("职责", "未登录 | 登录\n负责全县统计调查，发布统计资料。", None),
        ("会场", "视频会议系统调试中，请提前入场。", None),
        ("索道", "因大风索道暂停服务，恢复时间另行通知。", None),
        ("", "该文件仅限工作人员查阅\n用户名 口令", "需要登录"),
        ("", "您访问的域名未绑定到该虚拟主机，请登录控制面板绑定", None),
        ("停水", "因检修，5月3日8时至17时暂停供水。", None),
        ("办公时间", "政务大厅工作日8:30-17:30", None),
        ("示范县", "关于机房检修的公告\n6月5日8时至20时网站无法访问，届时恢复。", None),
        ("关于网站维护的通知", "本网站正在维护，预计明日恢复", None),
        ("检修", "2号机组正在检修，预计月底恢复发电。", None),
        ("公积金", "公积金系统将于今晚升级维护", None),
        ("旅游", "景区今日接待人数已达上限，请游客错峰出行。", None),
        ("排号", "当前排队人数：3，请耐心等待叫号。", None),
        ("档案", "未开放档案仅限本单位查阅。", None),
        ("版权", "未经授权，不得转载本站内容。", None),
        ("会员", "协会会员请登录后台看缴费记录。", None),
    ],
)
def test_sites_that_are_away_for_a_moment(title: str, said: str, why: str | None) -> None:
    assert not_now(title, said) == why
