"""Hosts of the fourth batch: walls of many vendors, hosts and applications that answer anything, templates without an article."""

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_fourth_words import LOOKS, fonts, mega, modern
from benchmarks.bench_links_server import HTML, Answer, Reply, Request
from benchmarks.bench_links_world import JUMPS, World, numbered, once

_STUB = "<!DOCTYPE html><html><head><meta charset=utf-8><title>{0}</title></head><body>{1}</body></html>"


def _said(title: str, body: str, status: int = 200, *headers: tuple[str, str]) -> Reply:
    return Reply(_STUB.format(title, body).encode(), status, (("Content-Type", HTML), *headers))


VENDORS: dict[str, Reply] = {
    "F5": _said("Request Rejected", "The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1288765<br><a href='javascript:history.back();'>[Go Back]</a>"),
    "Incapsula": _said("", "<iframe id=main-iframe src='/_Incapsula_Resource?CWUDNSAI=9'>Request unsuccessful. Incapsula incident ID: 4-8</iframe>"),
    "Akamai": _said("Access Denied", "<h1>Access Denied</h1>You don't have permission to access this page on this server.<p>Reference #18.2d351ab8", 403),
    "Cloudflare 1020": Reply(b"error code: 1020", 403, (("Server", "cloudflare"), ("CF-RAY", "7f-SJC"))),
    "Cloudflare 503": _said("Just a moment...", "<h2>Checking if the site connection is secure</h2>", 503, ("Server", "cloudflare"), ("cf-mitigated", "challenge")),
    "AWS": Reply(b"", 202, (("x-amzn-waf-action", "challenge"), ("Content-Type", HTML))),
    "Sucuri": _said("Sucuri WebSite Firewall - Access Denied", "<h1>Access Denied - Sucuri Website Firewall</h1>", 403),
    "Fortinet": _said("Web Page Blocked!", "<h2>Web Page Blocked!</h2><p>The page cannot be displayed. Please contact the administrator. Attack ID: 20000051</p>"),
    "SafeLine": _said("访问已被拦截", "<h3>您的请求存在威胁，已被拦截</h3><p>安全检测能力由 长亭雷池 WAF 提供</p>", 403),
    "SafeLine 200": _said("人机验证", "<p>正在确认你是不是机器人</p><script src='/.safeline/static/challenge.js'></script>"),
    "panel": _said("网站防火墙", "<h1>网站防火墙</h1><p>您的请求带有不合法参数，已被网站管理员设置拦截！</p><p>堡塔云WAF</p>"),
    "D-Shield": _said("_D盾_拦截提示", "<p>您的请求被拦截：包含非法字符</p>"),
    "Yunsuo": _said("", "<p>您的访问请求疑似黑客攻击，已被云锁拦截并记录</p>", 200),
    "Yunsuo script": Reply(b"<script>function stringToHex(s){return s}var u=location.href;document.cookie='srcurl='+stringToHex(u)+';path=/;';self.location='/?security_verify_data='+stringToHex('1920,1080')</script>", 200, (("Content-Type", HTML), ("Set-Cookie", "yunsuo_session_verify=7e; path=/"))),
    "Sangfor": _said("访问拦截", "<p>您的访问可能存在安全风险，已被深信服下一代防火墙拦截，事件ID：2024-8</p>"),
    "NSFOCUS": _said("", "<p>请求中包含攻击特征，已被绿盟Web应用防护系统阻断</p>", 403, ("Server", "WAF/2.0")),
    "Xuanwu": _said("玄武盾", "<p>您的请求已被玄武盾拦截，如有疑问请联系网站管理员并提供事件编号</p>", 403),
    "360": _said("奇安信网站卫士", "<p>您的请求疑似攻击行为！如果您是网站管理员，请登录网站卫士查看拦截详情</p>"),
    "Baidu": _said("安全检查中", "<p>百度云加速正在检查您的浏览器，请稍候…</p>", 503, ("Server", "yunjiasu-nginx")),
    "Huawei": _said("", "<p>请求被拦截。您的请求疑似攻击行为，事件ID：01-0000</p>", 418),
    "Tencent": _said("", "<p>您的访问受限，请联系网站管理员。UUID: 9c1</p>", 403, ("Server", "stgw")),
    "EdgeOne": _said("", "<p>Restricted Access</p>", 567, ("Server", "TencentEdgeOne")),
    "Aliyun": _said("405", "<p>Sorry, your request has been blocked as it may cause potential threats to the server's security.</p>", 405),
    "slider": _said("滑动验证页面", "<div id=nocaptcha></div><p>访问验证：别离开，为了更好的访问体验，请滑动滑块完成验证</p><script>var punish={action:'captcha'}</script>"),
    "please enable": _said("", "<noscript>请开启JavaScript并刷新该页</noscript><script>eval(function(p,a,c,k){return p}('0',1))</script>", 202),
    "cookie probe": Reply(b"<html><body><script>document.cookie='PROBE=ab12;path=/';window.location.href=window.location.href;</script></body></html>"),
    "packed challenge": Reply(b"<html><script>var _0x3f2a=['cookie','reload'];document[_0x3f2a[0]]='__tst_status=77#;';setTimeout(function(){location[_0x3f2a[1]]()},90);</script></html>"),
    "rate in words": _said("", "<p>您的访问频率过快，已被系统限制，请5分钟后再试</p>"),
    "rate 503": _said("", "<p>请求过于频繁，已触发限流策略</p>", 503, ("Retry-After", "3600")),
    "rate 429": _said("429 Too Many Requests", "<h1>429 Too Many Requests</h1>", 429),
    "abroad": _said("提示", "<p>抱歉，境外IP暂不能访问本网站</p>"),
    "region": _said("", "<p>Access from your country or region is denied.</p>", 403),
    "list of addresses": _said("", "<p>您的IP地址不在允许访问的范围内</p>"),
    "IIS 403.6": _said("403 - 禁止访问: 客户端的 IP 地址被拒绝。", "<h2>403 - 禁止访问: 客户端的 IP 地址被拒绝。</h2>", 403),
    "behaviour": _said("访问异常", "<p>系统检测到您的访问行为异常，请完成验证后继续浏览</p><div class=geetest_holder></div>"),
    "unusual traffic": _said("", "<p>Our systems have detected unusual traffic from your computer network. Please solve this CAPTCHA.</p><div class=g-recaptcha></div>"),
    "login for it": _said("", "<p>您尚未登录，请登录后查看该内容</p><form action=/login><input name=u><input type=password name=p></form>"),
    "digest": Reply(b"", 401, (("WWW-Authenticate", 'Digest realm="gov"'),)),
    "legal": _said("", "<p>Unavailable For Legal Reasons</p>", 451),
    "jsl 200": Reply(b"<script>document.cookie=('_')+('_')+('j')+('s')+('l')+('_')+'clearance_s=17'+';Max-age=3600;';location.href=location.pathname+location.search</script>", 200, (("Set-Cookie", "__jsluid_h=5; path=/"),)),
    "ruishu 412": Reply(b"<html><head><meta id='9DhefwqGPrzGxEp9hPaoag' content='{xx' r='m'></head><body></body></html>", 412, (("Set-Cookie", "8H6bOXs5yQJYO=60; HttpOnly"),)),
    "444": Reply(b"", 444),
    "999": Reply(b"", 999),
}  # fmt: skip


def walls(world: World) -> None:
    a = world.host()
    for name, reply in VENDORS.items():
        world.add(f"wall: {name}", "unknown", a, [(f"/wall/{name.replace(' ', '-')}.html", reply)])
    world.add("wall before a file", "unknown", a, [("/w/1.pdf", VENDORS["F5"]), ("/w/2.doc", VENDORS["SafeLine"]), ("/w/3.xls", VENDORS["cookie probe"]), ("/w/4.jpg", VENDORS["Aliyun"])])  # fmt: skip


def answer_anything(world: World) -> None:
    """Own words for every address of the host; the words differ a little each time, or the visitor is led elsewhere."""
    city = world.host()

    def counted(asked: Request) -> Reply:
        picks = "".join(
            f"<li><a href='/p/{asked.count * 7 + n}.html'>推荐阅读之{asked.count * 7 + n}</a></li>" for n in range(5)
        )
        return p.page("青岩县", f"<h2>（；′⌒`）</h2><p>{asked.target}</p><ul>{picks}</ul><i>{asked.at}</i>", mega)  # fmt: skip

    missing: tuple[Answer, ...] = (
        counted,
        lambda asked: p.moved(f"/s?q={asked.target.strip('/').partition('.')[0].replace('/', '+')}"),
        lambda asked: p.moved(f"{JUMPS[id(city)]}/"),
        lambda asked: p.moved(f"/index.html?from={asked.target.lstrip('/')}", 301),
        p.page("网站地图", "".join(f"<a href=/m{n}/>第{n}个频道</a>" for n in range(40)), fonts, "gbk"),
        Reply("<body><p>稍安勿躁</p><img src=/i/cat.gif></body>".encode("gbk"), headers=(("Content-Type", "text/html; charset=gbk"),)),
        lambda asked: Reply(b"<script>top.location='/'</script>"),
        lambda asked: Reply(b"<meta http-equiv=refresh content='2;url=/'><p>&#8230;</p>"),
    )  # fmt: skip
    for number, one in enumerate(missing):
        host = world.host(missing=one)
        if number in (1, 3):
            host.missing = _searching(one, number)
        kind = ("changes", "leads to a search", "leads to another portal", "leads home with a query", "shows the map", "picture", "script home", "refresh home")[number]  # fmt: skip
        world.all_of(f"answers anything: {kind}", "dead", host, (f"/xxgk/{number}/t20180101_5.html", "/detail.jsp?id=5", "/zt/2016/"))  # fmt: skip
        found = [("/gk/a.html", p.article(number, mega)), ("/gk/b.html", p.page("通告", "<p>定于3日试鸣防空警报。</p>", LOOKS[number % 3])), ("/gk/", p.listing(number, fonts))]  # fmt: skip
        world.add("lives on such a host", "alive", host, found)


def _searching(missing: Answer, number: int) -> Answer:
    """What stands behind the redirects: a search without hits, the home page."""
    behind = (
        p.page("检索", "<form><input name=q></form><p>为您找到相关结果0个</p>", mega) if number == 1 else p.home(mega)
    )
    return lambda asked: behind if asked.target.startswith(("/s?", "/index.html?")) else missing(asked)  # type: ignore[operator]


def applications(world: World) -> None:
    """The static files of a host are missing honestly, the application of one folder answers anything."""
    for number, (path, look) in enumerate(
        (("/info/show.do?id={}", mega), ("/content.aspx?nid={}", fonts), ("/portal/article/{}", modern))
    ):
        host = world.host()
        shell = "<h1></h1><div class=info>发布时间：　来源：　点击：次</div><div class=nr></div><div>上一篇：没有了　下一篇：没有了</div>"
        words = ("", shell, "<p>小编也不知道去哪儿了</p>")[number] or shell
        host.missing = _within(path.partition("{}")[0], p.page("青岩县", words, look))
        full = (
            shell.replace("<h1></h1>", "<h1>县水务局召开例会</h1>")
            .replace("发布时间：", "发布时间：2022-03-04")
            .replace("<div class=nr>", f"<div class=nr>{p.PARAGRAPH}")
        )
        brief = full.replace(p.PARAGRAPH, "明日休市一天。")
        world.add(
            "application: articles",
            "alive",
            host,
            [(path.format(n), p.page("青岩县", main, look)) for n, main in ((7, full), (8, brief))],
        )
        world.all_of(
            "application: nothing under this number", "dead", host, [path.format(n) for n in (990017, 990018, 12)]
        )
        world.all_of("beside an application", "dead", host, ["/static/none.html"])
    spa = _STUB.format(
        "一网通办",
        "<noscript>We're sorry but this site doesn't work properly without JavaScript enabled.</noscript><div id=app></div><script src=/js/app.8c.js></script>",
    )
    one = world.host(missing=Reply(spa.encode()))
    one.pages["/"] = one.pages["/index.html"] = Reply(spa.encode())
    world.all_of(
        "application in the browser", "alive", one, ("/guide/5200/11", "/#/home?tab=2", "/icity/icity/proinfo")
    )


def _within(folder: str, page: Reply) -> Answer:
    gone = Reply(b"<html><body>404 Not Found</body></html>", 404)
    return lambda asked: page if asked.target.startswith(folder.rpartition("=")[0] or folder) else gone


def lapsed(world: World) -> None:
    for said in (
        "<h1>域名已到期</h1><p>请尽快登录注册商后台续费，逾期将被删除</p>", "<p>This Web page is parked for FREE, courtesy of the registrar.</p>",
        "<h3>网站暂时无法访问</h3><p>该网站未根据工信部相关法律规定进行备案，请网站所有者尽快办理</p>", "<p>您的站点因欠费已停止服务</p>",
        "<title>域名出售</title><p>一口价：8800元　立即购买　经纪人微信</p>", "<h1>Account Suspended</h1><p>Contact your hosting provider for more information.</p>",
    ):  # fmt: skip
        host = world.host(missing=_said("", said))
        host.pages["/"] = host.pages["/index.html"] = _said("", said)
        world.all_of("let lapse", "dead", host, ("/", "/zwgk/2.html"))


def later(world: World) -> None:
    a = world.host()
    page = p.article(6, modern)
    soon = (("Retry-After", "1"),)
    first = (Reply(b"", 429, soon), Reply(b"", 503, soon), Reply(b"", 520), Reply(b"", 408), Reply(b"", 425), Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n"), VENDORS["rate in words"])  # fmt: skip
    world.add("better soon", "alive", a, numbered("/soon/{}.html", (once(one, page) for one in first)))
    world.add("better soon, files", "alive", a, numbered("/soon/{}.pdf", (once(one, p.file(p.PDF, "application/pdf")) for one in first[:4])))  # fmt: skip
    never = (_said("系统维护", "<p>系统维护中</p>", 503), Reply(b"", 500, soon), Reply(b"", 504))
    world.add("never better", "dead", a, numbered("/never/{}.html", never))
