"""Kinds of links with their truth, a smaller batch: unseen when it was first run, mended with since."""

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_server import NEVER, Reply
from benchmarks.bench_links_third import LOOKS, green, slim
from benchmarks.bench_links_tls import Certificates
from benchmarks.bench_links_world import World, by_method, numbered, once

LIVING = {
    "duty": ("值班电话", "<p>24小时值班电话：0577-8888888</p>"),
    "result": ("成绩查询", "<form>准考证号<input name=zkzh><button>查询</button></form>"),
    "cancelled": ("公告", "<p>原定于5月8日的听证会取消，另行通知。</p>"),
    "expired permit": ("许可信息", "<p>许可证编号：A-12，有效期至2019年，已过期。</p>"),
    "system": ("系统简介", "<p>一网通办系统由三个模块组成。</p>"),
    "broken road": ("通告", "<p>X404线路基损坏，车辆无法通行，请绕行。</p>"),
    "deleted house": ("棚改", "<p>第三批房屋已拆除，信息公示如下。</p>"),
    "typo": ("勘误", "<p>《办事指南》第二页联系电话有误，正确号码为12345。</p>"),
    "safety": ("网络安全宣传", "<p>不点击不明链接，不访问非法网站。</p>"),
    "notice": ("网站公告", "<p>本站邮箱服务今晚维护，请提前安排。</p>"),
    "zero": ("统计", "<p>本月受理0件，办结0件。</p>"),
    "english": ("Overview", "<p>Our district has no heavy industry; unavailable data are marked.</p>"),
}
GONE = {
    "plain": ("", "<p>页面不存在</p>"),
    "polite": ("温馨提示", "<p>尊敬的用户，您所访问的内容已不存在，感谢您的关注。</p>"),
    "column": ("信息公开", "<p>对不起，没有此栏目！</p>"),
    "withdrawn": ("", "<p>该公示已撤销或到期</p>"),
    "server": ("", "<p>服务器开小差了，请稍后再试</p>"),
    "lost way": ("迷路了", "<p>您好像迷路了，请从首页重新进入</p>"),
    "file": ("", "<p>您下载的文件不存在或已被移除</p>"),
    "program": ("", "<pre>org.springframework.web.NoHandlerFoundException: No handler for GET /x</pre>"),
    "database": ("", "<p>Can't connect to MySQL server on 'localhost' (10061)</p>"),
    "cms": ("PHPCMS提示", "<p>内容不存在或者已被删除！[点击返回上一页]</p>"),
    "template": ("", "<p>模板文件不存在，无法解析文档！</p>"),
    "english": ("404", "<p>Oops! Page not found</p>"),
    "iis": ("", "<h2>HTTP 错误 404.0 - Not Found</h2><p>您要找的资源已被删除、已更名或暂时不可用。</p>"),
    "short": ("", "<p>无此信息</p>"),
    "image": ("清河县", "<div><img src=/style/images/error404.gif></div>"),
}


def build(certificates: Certificates) -> World:
    world = World()
    a = world.host()
    for number, (name, (title, main)) in enumerate(LIVING.items()):
        pages = (p.page(title, main, look, ("utf-8", "gbk")[number % 2]) for look in LOOKS[:2])
        world.add(f"alive: {name}", "alive", a, numbered(f"/l{number}_{{}}.htm", pages))
    for number, (name, (title, main)) in enumerate(GONE.items()):
        pages = (p.page(title, main, look, ("gbk", "utf-8")[number % 2]) for look in LOOKS[:2])
        world.add(f"gone: {name}", "dead", a, numbered(f"/g{number}_{{}}.htm", pages))
    _servers(world)
    _odds(world)
    host = world.host(tls=certificates.context("expired"))
    world.add(
        "expired certificate",
        "alive",
        host,
        [("/1.htm", p.listing(3, slim)), ("/2.pdf", p.file(p.PDF, "application/pdf"))],
    )
    return world


def _servers(world: World) -> None:
    for number, missing in enumerate(
        (p.page("", "<p>暂时没有人值守</p><p>去别处转转</p>", slim), p.moved("/"), p.moved("/404/"), p.home(green))
    ):
        host = world.host(missing=missing)
        host.pages["/404/"] = p.page("", "<p>…</p>", slim)
        world.all_of(f"host answers anything {number}", "dead", host, ("/art/1.html", "/b.aspx?id=3", "/c/"))
        world.add(
            "alive on such a host",
            "alive",
            host,
            [("/ok.html", p.article(number, slim)), ("/ok/", p.listing(number + 4, green))],
        )
    a = world.host()
    for status in (404, 410, 500, 502, 504, 521, 412, 403, 429, 418, 479, 301):
        truth = "unknown" if status in (521, 412, 403, 429, 418, 479) else "dead"
        world.add(
            f"status {status}",
            truth,
            a,
            [(f"/{status}.html", p.page("", "x", slim, status=status)), (f"/{status}.zip", Reply(b"", status))],
        )


def _odds(world: World) -> None:
    a = world.host()
    page, pdf = p.article(6, green), p.file(p.PDF, "application/pdf")
    a.pages["/ok"] = page
    alive = {
        "/o/1": p.moved("/ok", 307),
        "/o/2": once(Reply(b"", 500), page, 2),
        "/o/3.pdf": by_method(Reply(b"", 403), pdf),
        "/o/4": Reply(page.body, headers=(("X-A", "b" * 30_000),)),
        "/o/5": Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n" + page.body),
        "/o/6": Reply(b"<script>location.assign('/ok')</script>"),
        "/o/7?kw=x": p.page("搜索", "<p>搜索“x”，未找到任何结果</p>", slim),
        "/o/8": once(Reply(wait=NEVER), page),
    }
    world.add("odd, alive", "alive", a, alive.items())
    dead = {
        "/d/1": Reply(wait=NEVER),
        "/d/2": Reply(raw=b""),
        "/d/3": p.moved("/d/3"),
        "/d/4.doc": p.page("", "<p>请登录</p>", slim),
        "/d/5.jpg": p.file(b"", "image/jpeg"),
        "/d/6": Reply(b"<script>location.assign('/no/such')</script>"),
        "/d/7": Reply(b"<html><title></title></html>"),
        "/d/8": p.moved("/index.html"),
    }
    world.add("odd, dead", "dead", a, dead.items())
    walls = (
        p.page("", "<p>请输入验证码以继续访问本站</p>", p.bare),
        p.page("安全防护", "<p>检测到攻击行为，您的请求已被拦截</p>", slim, status=403),
    )
    world.add("wall", "unknown", a, numbered("/w{}", walls))
