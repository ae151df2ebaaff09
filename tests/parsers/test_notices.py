"""Names for sale, unpaid rooms and closed portals; and sites that are away for a moment or know their visitors."""

import pytest

from parsers.closed import is_closed
from parsers.notices import comes_back, is_parked, is_unfiled, not_now

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
        ("", "本域名可购买，意向请联系微信", ""),
        ("", "点击询价：该域名寻找新主人", ""),
        ("", "我要报价 立即竞价", ""),
        ("", "linxi.cn 在售，底价5000元", ""),
        ("", "您可以直接购买此域名", ""),
        ("", "此域名挂牌中", ""),
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
        ("政府采购", "购买服务、域名备案费用"),
        ("门票", "景区门票可以购买"),
        ("二手房", "商铺在售，致电6660123"),
        ("域名管理", "各单位域名由大数据中心统一申请"),
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


@pytest.mark.parametrize(
    "said",
    [
        "The website has been permanently shut down.",
        "This portal was decommissioned in 2020.",
        "Our website is no longer in service.",
        "The site has closed permanently. Thank you for visiting.",
        "This service has been discontinued; please use the provincial portal instead.",
        "This website has been retired. Its content moved to the portal of the city, where you will find all columns, forms and letters.",
        "This website has been taken offline.",
    ],
)
def test_a_portal_closed_in_english(said: str) -> None:
    assert is_closed(BELOW, "", said, 1)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("迁移公告", "本站已整体迁移至市政府门户网站，原地址停止服务。"),
        ("网站停用通知", "因机构改革，本网站现已停用，请访问新网站。"),
        ("关停公告", "本网自即日起已关闭，栏目并入县政府门户。"),
        ("域名变更公告", "本站域名已变更，旧站已停用"),
        ("网站整合公告", "本门户不再提供服务，已整合至市政府网站，请访问新址"),
        ("重要提示", "该网站已并入县政府门户，不再维护"),
    ],
)
def test_a_notice_of_closing_may_be_the_title(title: str, said: str) -> None:
    assert is_closed(BELOW, title, said, 1)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("", "本网站将于9月1日关停"),
        ("网站公告", "本站将于9月1日关闭，届时请访问新站"),
        ("关于市气象局网站关停的公告", "市气象局网站已关停迁移，内容整合至市政府门户网站"),
        ("迁移公告", "县档案馆已搬迁至文化路9号，网站查档预约照常"),
        ("", "The site of the old mill was closed by the council in 1950."),
        ("", "The portal will be shut down on 1 May for two hours of maintenance."),
        ("News", "The county shut down 12 coal mines. See our website."),
    ],
)
def test_a_portal_that_is_open(title: str, said: str) -> None:
    assert not is_closed(BELOW, title, said, 1)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("网站未备案，暂时无法访问", True),
        ("域名没有在本接入商备案", True),
        ("该域名备案已被取消接入", True),
        ("未办理ICP备案手续，依据规定关闭", True),
        ("Non-compliance ICP Filing", True),
        ("this domain has no valid ICP license", True),
        ("禁止访问 某ICP备05004412号", False),
        ("您的IP未在白名单，请联系管理员备案后访问", False),
        ("境外IP禁止访问", False),
        ("403 Forbidden", False),
    ],
)
def test_a_name_that_nobody_filed(said: str, expected: bool) -> None:
    assert is_unfiled(said) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("系统繁忙，请稍后重试", True),
        ("服务器太忙了，请刷新重试", True),
        ("系统负载过高，稍后再试", True),
        ("当前系统繁忙,请您稍后再试!", True),
        ("平台过载，请过一会再来", True),
        ("The server is busy, please try again later.", True),
        ("系统繁忙时请错峰申报", False),
        ("如遇系统繁忙，请稍后再试", False),
        ("系统繁忙，您访问的文章不存在，请稍后再试", False),
        ("提示“系统繁忙，请稍后再试”的，请致电12366", False),
        ("春耕备耕工作繁忙，请各乡镇稍后报送", False),
    ],
)
def test_a_busy_server_is_away_for_a_moment(said: str, expected: bool) -> None:
    assert (not_now("", said) == "排队") == expected
    assert comes_back(said) == expected


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
