"""Kinds of links with their truth, the third batch: unseen when it was first run, mended with since."""

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_server import HTML, NEVER, Reply
from benchmarks.bench_links_tls import Certificates
from benchmarks.bench_links_world import World, by_method, numbered, once


def green(title: str, main: str) -> str:
    """A department's site of about 2012, tables within tables."""
    menu = "".join(
        f'<td><a href="list.asp?id={n}">{name}</a></td>'
        for n, name in enumerate(("首页", "机构职能", "林业动态", "政策法规", "通知公告", "下载中心"))
    )
    return (
        f'<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=CHARSET"><TITLE>{title}</TITLE></HEAD><BODY>'
        f"<TABLE><TR>{menu}</TR></TABLE><TABLE><TR><TD>今天是<SCRIPT>document.write(new Date())</SCRIPT></TD></TR><TR><TD>{main}</TD></TR></TABLE>"
        "<TABLE><TR><TD>主办单位：松江县林业局 技术支持：某某科技 吉ICP备09012345号 您是第123456位访客</TD></TR></TABLE></BODY></HTML>"
    )


def slim(title: str, main: str) -> str:
    """A one-column page of a mobile template."""
    return f'<!doctype html><meta charset="CHARSET"><title>{title}</title><div class="wrap"><a href="/">‹ 返回</a>{main}<p class="copy">© 松江县</p></div>'


LOOKS = (green, slim, p.trs)

LIVING = {
    "organ": ("机构设置", "<p>办公室：负责文电、会务、机要。电话：0432-1111111</p>"),
    "law": ("处罚公示", "<h3>行政处罚决定</h3><p>因无法联系到你单位，逾期视为送达。2020年5月1日</p>"),
    "lost": ("遗失声明", "<p>本人不慎将身份证丢失，声明作废。</p>"),
    "revoked": ("废止公告", "<p>下列文件已失效：一、松政发〔2009〕1号；二、松政发〔2010〕5号。</p>"),
    "system": ("系统升级公告", "<p>医保信息系统将于6月1日升级，期间无法办理缴费，敬请谅解。</p>"),
    "data": ("统计数据", "<table><tr><td>年份</td><td>404</td></tr><tr><td>人口</td><td>500</td></tr></table>"),
    "faq": ("在线答疑", "<p>问：网页打不开怎么办？</p><p>答：请检查网络。</p>"),
    "letter": ("来信选登", "<p>来信：贵网站“通知公告”栏目链接失效，请修复。</p><p>回复：感谢反映，已修复。</p>"),
    "pictures": ("图片新闻", "<img src=/p/1.jpg><img src=/p/2.jpg><img src=/p/3.jpg>"),
    "weather": ("天气", "<p>晴，东南风3级，气温12至25度。</p>"),
    "vote": ("网上调查", "<form><input type=radio>满意<input type=radio>不满意<button>提交</button></form>"),
    "empty column": ("政策解读", "<p>该栏目暂无内容</p>"),
    "building": ("专题", "<p>栏目建设中，敬请期待</p>"),
    "report": ("年报", '<a href="/a/2020.pdf">2020年政府信息公开工作年度报告</a>'),
    "error words": ("更正启事", "<p>本网6月1日所发消息中数据有误，现予更正。</p>"),
    "domain": ("公告", "<p>我局网站域名变更为www.sj.gov.cn，原域名同时停用。</p>"),
}
GONE = {
    "deleted": ("松江县林业局", "<p>该文章已经被删除！</p>"),
    "not published": ("松江县", "<p>您访问的信息还没有发布</p>"),
    "no record": ("", "<p>没有找到相应的记录</p>"),
    "no right": ("提示", "<p>对不起，您无权访问此页面或页面已过期</p>"),
    "wrong address": ("错误提示", "<p>您输入的网址有误，请检查后重新输入</p>"),
    "long apology": (
        "松江县人民政府",
        "<h2>非常抱歉，您所访问的页面暂时无法找到</h2><p>可能的原因：</p><ul><li>地址输入错误</li><li>页面已被移除</li></ul><p>您可以<a href=/>返回首页</a>或<a href=/map>查看网站地图</a></p>",
    ),
    "404 in a heading": ("松江县人民政府", "<h1>404</h1><h3>页面走丢了~</h3>"),
    "error code": ("Error", "<p>错误代码：404</p>"),
    "asp": (
        "",
        "<font face=宋体 size=2><p>Microsoft OLE DB Provider for SQL Server</font> <font>错误 '80040e14'</font><p>第 1 行: ',' 附近有语法错误。</p>",
    ),
    "jet": ("", "<p>Microsoft JET Database Engine</p><p>错误 '80004005'</p><p>未指定的错误</p>"),
    "stack": (
        "",
        "<pre>java.sql.SQLException: Io exception: The Network Adapter could not establish the connection\n at oracle.jdbc.driver</pre>",
    ),
    "php": ("", "<b>Notice</b>: Undefined index: id in <b>/var/www/show.php</b> on line <b>3</b><br>"),
    "nullpointer": ("", "<h1>Error: Unable to process request</h1><p>NullPointerException</p>"),
    "iis old": ("无法找到该页", "<h1>无法找到该页</h1>您正在搜索的页面可能已经删除、更名或暂时不可用。"),
    "iis home": ("IIS Windows Server", "<img src=iis-85.png>"),
    "nginx": ("", "<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>"),
    "gateway": ("502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center>"),
    "english": ("Sorry", "<p>Sorry, the page you requested could not be found.</p>"),
    "english long": (
        "",
        "<h1>We're sorry</h1><p>The page you are looking for might have been removed, had its name changed, or is temporarily unavailable.</p>",
    ),
    "moved away": ("", "<p>该网页已不存在</p>"),
    "no content": ("信息详情", "<p>信息不存在或已下线</p>"),
    "no article": ("文章详情", "<div class=none>没有该文章</div>"),
    "no id": ("", "<p>缺少参数id</p>"),
}


def build(certificates: Certificates) -> World:
    world = World()
    for part in (_living, _gone, _hosts, _walls, _wire, _files, _moves, _later):
        part(world)
    host = world.host(tls=certificates.context("self-signed"))
    world.add(
        "certificate of its own", "alive", host, [("/1.html", p.article(1, green)), ("/2.html", p.listing(2, slim))]
    )
    old = world.host(tls=certificates.context("TLS 1.0"))
    world.add("TLS of yesterday", "unknown", old, [("/1.html", p.article(1, green))])
    return world


def _living(world: World) -> None:
    a = world.host()
    for number, (name, (title, main)) in enumerate(LIVING.items()):
        charset = ("gbk", "utf-8")[number % 2]
        looks = LOOKS if number % 4 == 0 else LOOKS[:2]
        world.add(
            f"alive: {name}",
            "alive",
            a,
            numbered(f"/l{number}_{{}}.html", (p.page(title, main, look, charset) for look in looks)),
        )
    world.add(
        "alive: traditional",
        "alive",
        a,
        [
            (
                "/t.htm",
                p.page("訊息公告", "<h1>本縣舉辦就業博覽會</h1><p>歡迎民眾踴躍參加</p>", slim, "big5", header=False),
            )
        ],
    )
    found = (
        "<p>没有检索到符合条件的信息</p>",
        "<p>共有0条记录，未找到匹配的结果</p>",
        "<p>很抱歉，没有找到与您查询的“林权”相符的内容</p>",
    )
    paths = ("/search.aspx?key=1", "/so?q=x&page=1", "/jsp/query.jsp?title=x")
    world.add(
        "alive: nothing found",
        "alive",
        a,
        [(path, p.page("检索", one, green)) for path, one in zip(paths, found, strict=True)],
    )
    vue = Reply(
        "<!DOCTYPE html><html lang=zh><head><meta charset=utf-8><title>办事大厅</title></head><body><div id=app></div><script src=/js/chunk.js></script><script src=/js/app.js></script></body></html>".encode()
    )
    one = world.host(missing=vue)
    one.pages["/"] = vue
    world.all_of("alive: application", "alive", one, ("/#/home", "/matters/1001", "/login"))


def _gone(world: World) -> None:
    a = world.host()
    for number, (name, (title, main)) in enumerate(GONE.items()):
        charset = ("utf-8", "gb2312")[number % 2]
        looks = LOOKS if number % 3 == 0 else LOOKS[:2]
        world.add(
            f"gone: {name}",
            "dead",
            a,
            numbered(f"/g{number}_{{}}.asp", (p.page(title, main, look, charset) for look in looks)),
        )
    big5 = (("找不到", "<p>抱歉！您要找的網頁不存在。</p>"), ("系統訊息", "<p>此文章已被刪除</p>"))
    world.add(
        "gone: traditional",
        "dead",
        a,
        [(f"/b{n}.php", p.page(title, main, slim, "big5")) for n, (title, main) in enumerate(big5)],
    )
    world.add(
        "gone: alert",
        "dead",
        a,
        [
            (
                "/al1.jsp",
                Reply(
                    "<script>alert('该文章不存在');location.href='index.jsp';</script>".encode("gbk"),
                    headers=(("Content-Type", "text/html;charset=gbk"),),
                ),
            ),
            ("/al2.jsp", Reply('<script>window.alert("非法参数");history.back(-1);</script>'.encode())),
        ],
    )
    world.add(
        "gone: JSON",
        "dead",
        a,
        [
            ("/j1", p.text('{"status":500,"message":"系统异常"}', "application/json")),
            ("/j2", p.text('{"code":404,"data":null}', "application/json")),
        ],
    )
    world.add(
        "gone: nothing at all", "dead", a, [("/n1", Reply(b"<html>\n<body>\n</body>\n</html>")), ("/n2", Reply(b" "))]
    )
    for status in (400, 403.5, 404, 408, 410, 413, 500, 501, 503, 507):
        if status != 403.5:
            world.add(
                f"status {status}",
                "dead",
                a,
                [
                    (f"/s{status}.htm", p.page("松江县", "x", green, status=int(status))),
                    (f"/s{status}.doc", Reply(b"", int(status))),
                ],
            )


def _hosts(world: World) -> None:
    """Hosts that answer anything."""
    lost = (
        p.page("松江县", "<p>这个角落还没有人来过</p><p>3 秒后带您离开</p>", green, "gbk"),
        p.page("Oh", "<p>♪ ~ nobody is here ~ ♪</p>", p.trs),
        p.listing(8, green),
        p.page("松江县林业局", "<img src=/i/bear.gif>", slim),
    )
    for number, one in enumerate(lost):
        host = world.host(missing=one)
        world.all_of(
            "gone: own words",
            "dead",
            host,
            (f"/zwgk/{number}/t2019_1.html", "/newsshow.asp?id=9", "/col/col1/index.html"),
        )
        world.add(
            "alive beside own words",
            "alive",
            host,
            [
                ("/zwgk/a.html", p.article(number, green)),
                ("/gs.html", p.page("公示", "<h1>拟录用人员名单公示</h1>", slim)),
                ("/lb.html", p.listing(number, slim)),
            ],
        )
    for said in (
        "<h1>本域名已过期</h1>",
        "<h1>Buy this domain</h1><p>sj-gov.com</p>",
        "<h1>网站已被暂停</h1><p>您的虚拟主机已到期</p>",
    ):
        host = world.host(missing=p.page("", said, slim))
        host.pages["/"] = host.missing
        world.all_of("gone: sold or let lapse", "dead", host, ("/", "/x.html"))


def _walls(world: World) -> None:
    a = world.host()
    walls = (
        Reply(b"<html>blocked by waf</html>", 403, (("Server", "YUNDUN"),)),
        Reply("<title>访问验证</title><p>请拖动滑块完成验证</p>".encode(), 200),
        Reply("<p>您的操作过于频繁，请稍后再试</p>".encode("gbk"), 200, (("Content-Type", "text/html; charset=gbk"),)),
        Reply(b"<script>window.TencentCaptcha</script>", 200),
        Reply(b"", 521, (("Set-Cookie", "__jsluid_h=x"),)),
        Reply(b"<script>$_ts={}</script>", 400),
        Reply(b"", 412),
        Reply(b"", 555),
        Reply(b"<h1>405 Not Allowed</h1><!-- a padding --><p>errors.aliyun.com</p>", 405),
        Reply("<p>网站防火墙：您的请求带有不合法参数，已被拦截</p>".encode(), 403),
        Reply(b"", 401, (("WWW-Authenticate", "NTLM"),)),
        Reply(b"", 429),
    )
    world.add("wall", "unknown", a, numbered("/w{}.html", walls))
    world.add("wall before a file", "unknown", a, [("/w.pdf", walls[1]), ("/w.zip", walls[6])])


def _wire(world: World) -> None:
    a = world.host()
    body = p.article(5, green).body
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    readable = {
        "old": Reply(raw=b"HTTP/1.0 200 OK\r\n\r\n" + body),
        "two-types": Reply(body, headers=(("Content-Type", "text/html"), ("Content-Type", HTML))),
        "cookies": Reply(
            body, headers=(("Content-Type", "text/html"), *(("Set-Cookie", f"c{n}=" + "z" * 3000) for n in range(8)))
        ),
        "slow-head": Reply(body, wait=1.0),
        "trickle": Reply(body, drip=0.004),
        "cut": Reply(raw=head + b"Content-Length: 70000\r\n\r\n" + body, then="reset"),
        "for-ever": Reply(raw=head + b"\r\n" + body + b"<p>y</p>" * 30_000, then="hang"),
    }
    world.add("readable", "alive", a, [(f"/r/{name}", one) for name, one in readable.items()])
    unreadable = {
        "silence": Reply(wait=NEVER),
        "hangs-up": Reply(raw=b""),
        "html-without-head": Reply(raw=b"<html>"),
        "chunk-size": Reply(raw=head + b"Transfer-Encoding: chunked\r\n\r\n-5\r\n"),
        "reset-at-once": Reply(raw=b"", then="reset"),
        "packed-wrongly": Reply(b"PK" * 40, headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip"))),
    }
    world.add("unreadable", "dead", a, [(f"/u/{name}", one) for name, one in unreadable.items()])


def _files(world: World) -> None:
    a = world.host()
    pdf = p.file(p.PDF, "application/pdf")
    world.add(
        "file",
        "alive",
        a,
        [
            ("/1.pdf", pdf),
            ("/2.xls", p.file(p.OLE, "")),
            ("/3.ppt", p.file(p.OLE, "text/plain")),
            ("/4.gif", p.file(b"GIF89a" + p.ZIP, "image/gif")),
            ("/5.ico", p.file(b"\0\0\1\0" + p.ZIP, "image/x-icon")),
            ("/6.apk", p.file(p.ZIP, "application/vnd.android")),
            ("/7.mp3", p.file(b"ID3" + p.ZIP, "audio/mpeg")),
        ],
    )
    world.add(
        "HEAD not liked", "alive", a, [(f"/h{n}.pdf", by_method(Reply(b"", n), pdf)) for n in (400, 404, 405, 500, 503)]
    )
    world.add(
        "no file",
        "dead",
        a,
        [
            ("/x1.pdf", p.page("", "<script>alert('文件不存在')</script>", p.bare)),
            ("/x2.doc", p.home()),
            ("/x3.jpg", p.page("", "404", slim)),
            ("/x4.rar", Reply(b"")),
            ("/x5.docx", p.text("error: file does not exist")),
            ("/x6.png", p.file(b"", "image/png")),
            ("/x7.js", p.page("404", "404", slim)),
        ],
    )


def _moves(world: World) -> None:
    a = world.host()
    a.pages.update({"/gone/err.html": p.page("", "<p>-</p>", slim), "/page/": p.listing(1, green)})
    world.add(
        "moves",
        "alive",
        a,
        [("/page", p.moved("page/", 308)), ("/m1", p.moved("./m2")), ("/m2", p.moved("/page/?from=m2"))],
    )
    a.pages["/page/?from=m2"] = p.listing(1, green)
    world.add(
        "moves to nothing",
        "dead",
        a,
        [
            ("/m3", p.moved("/index.html")),
            ("/m4", p.moved("/error.html")),
            ("/m5", p.moved("/none")),
            ("/m6", p.moved("/m7")),
            ("/m7", p.moved("/m6")),
            ("/m8", p.moved("http://127.9.9.9:9/")),
        ],
    )
    scripts = (
        "<script>window.location.href = '{}';</script>",
        "<script>top.location.replace('{}')</script>",
        '<META HTTP-EQUIV=REFRESH CONTENT="1; URL={}">',
    )
    world.add(
        "script leads on",
        "alive",
        a,
        numbered("/js{}a.html", (Reply(one.format("/page/").encode()) for one in scripts)),
    )
    world.add(
        "script leads to nothing",
        "dead",
        a,
        numbered("/js{}b.html", (Reply(one.format("/none/").encode()) for one in scripts)),
    )


def _later(world: World) -> None:
    a = world.host()
    page = p.article(2, slim)
    world.add(
        "once",
        "alive",
        a,
        [
            ("/o1", once(Reply(b"", 503), page)),
            ("/o2", once(Reply(wait=NEVER), page)),
            ("/o3", once(Reply(b"", 429, (("Retry-After", "1"),)), page)),
            ("/o4", once(Reply(raw=b""), page)),
            ("/o5.pdf", once(Reply(b"", 502), p.file(p.PDF, "application/pdf"))),
        ],
    )
