"""Kinds of links with their truth, the first batch: the one that the engine was mended with."""

import gzip
import zlib
from itertools import cycle

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_server import NEVER, SLOW, Host, Reply
from benchmarks.bench_links_tls import Certificates
from benchmarks.bench_links_world import JUMPS, Case, World, by_method, numbered, once


def build(certificates: Certificates) -> World:
    world = World()
    for part in (_living, _statuses, _soft, _fingerprints, _moves, _walls, _wire, _transient, _files, _addresses):
        part(world)
    _secure(world, certificates)
    return world


def _living(world: World) -> None:
    a = world.host()
    charsets = cycle(("utf-8", "gbk", "gb2312", "utf-8"))
    world.add(
        "article",
        "alive",
        a,
        numbered("/art/{}.html", (p.article(n, p.LOOKS[n % 3], next(charsets), header=n % 2 == 0) for n in range(12))),
    )
    world.add("list", "alive", a, numbered("/col/col{}/index.html", (p.listing(n, p.LOOKS[n % 2]) for n in range(6))))
    news = f"<h1>关于整改404错误页面和失效链接的通报</h1><p>发布日期：2023-05-06</p><div>{p.PARAGRAPH * 3}有的链接提示“页面不存在”。</div>"
    about = f"<h1>本站部分网页无法访问的说明</h1><p>2022年3月4日</p><p>昨日机房断电，您访问的页面不存在等提示已消除。{p.PARAGRAPH * 2}</p>"
    world.add(
        "article about dead links",
        "alive",
        a,
        [
            ("/tb/1.html", p.page("关于整改404错误页面和失效链接的通报", news)),
            ("/tb/2.html", p.page("说明", about, p.jcms)),
        ],
    )
    short = (
        "<h1>联系我们</h1><p>电话：0318-6666666</p>",
        "<h1>办公地址</h1><p>人民路18号</p>",
        "<img src=lc.jpg alt=办事流程图>",
    )
    world.add(
        "short page",
        "alive",
        a,
        numbered("/about/{}.htm", (p.page("单位概况", one, p.LOOKS[n]) for n, one in enumerate(short))),
    )
    none = "<form action=/s><input name=q value=公积金></form><p>很抱歉，没有找到与“<b>公积金</b>”相关的内容。共0条结果</p>"
    world.add(
        "search without hits",
        "alive",
        a,
        [
            ("/search?q=%E5%85%AC", p.page("站内搜索", none)),
            (
                "/jsearchfront/search.do?q=gjj",
                p.page("搜索结果", "<p>抱歉，没有找到相关信息，请更换关键词。搜索用时0.01秒</p>", p.jcms),
            ),
            (
                "/so/list.jsp?wd=abc",
                p.page("全文检索", "<p>您检索的内容不存在，找到 0 条记录，建议检查输入是否正确</p>"),
            ),
        ],
    )
    login = "<form method=post><input name=user><input type=password name=pw><button>登录</button></form><p>用户名或密码错误次数过多将锁定</p>"
    world.add(
        "login page",
        "alive",
        a,
        [
            ("/login.jsp", p.page("用户登录", login)),
            ("/admin/", p.page("系统登录", login, p.bare)),
            ("/user/center", p.moved("/login.jsp?back=%2F")),
        ],
    )
    a.pages["/login.jsp?back=%2F"] = p.page("用户登录", login)
    spa = Reply(
        b'<!doctype html><html><head><meta charset="utf-8"><title>\xe6\x94\xbf\xe5\x8a\xa1</title><script src="/app.js"></script></head><body><div id="app"></div></body></html>'
    )
    app = world.host(missing=spa)
    app.pages.update({"/": spa, "/index.html": spa})
    world.all_of("one-page application", "alive", app, ("/guide/list", "/zwgk/detail/12", "/home/news"))
    blank = "<ul></ul><p>暂无数据</p>"
    world.add(
        "blank list",
        "alive",
        a,
        [
            ("/gk/1/", p.page("公示公告", blank)),
            ("/gk/2/", p.page("招考录用", "<ul class=list></ul><script>createPageHTML(1,0,'index','html')</script>")),
        ],
    )
    frames = '<frameset cols="20%,80%"><frame src="/l.html"><frame src="/r.html"></frameset>'
    world.add(
        "frames", "alive", a, [("/old/", Reply(f"<html><head><title>旧版</title></head>{frames}</html>".encode()))]
    )
    world.add(
        "frames", "alive", a, [("/map/", p.page("地图", '<iframe src="/map/inner.html" width=100%></iframe>', p.bare))]
    )


def _statuses(world: World) -> None:
    a = world.host()
    body = p.bare("错误", "出错了").replace("CHARSET", "utf-8").encode()
    for status in (400, 404, 405, 410, 500, 501, 502, 503, 504, 505):
        world.add(
            f"status {status}",
            "dead",
            a,
            [(f"/s/{status}.html", Reply(body, status)), (f"/s/{status}.pdf", Reply(b"", status))],
        )
    for status in (201, 203, 207):
        world.add("other 2xx", "alive", a, [(f"/s/{status}.html", Reply(p.article(status).body, status))])
    world.add(
        "404 with a full page",
        "dead",
        a,
        [("/gone/1.html", Reply(p.article(1).body, 404)), ("/gone/2.html", Reply(p.home().body, 404))],
    )
    world.add(
        "login asked for by status",
        "unknown",
        a,
        [("/in/1", Reply(b"", 401, (("WWW-Authenticate", "Basic"),))), ("/in/2", Reply(body, 401))],
    )


def _soft(world: World) -> None:
    a = world.host()
    said = (
        ("页面不存在", "<h1>抱歉，您访问的页面不存在</h1><a href=/>返回首页</a>"),
        ("404", "<h1>404</h1>"),
        ("清河县人民政府", "<div>您访问的页面已被删除、更名或暂时不可用</div>"),
        ("提示信息", "<p>该信息已被删除或尚未发布！</p>"),
        ("出错啦", "<p>网页走丢了，<span>3</span>秒后返回首页</p>"),
        ("", "<center>非法参数</center>"),
        ("系统提示", "<p>文章不存在或已删除</p>"),
        ("Not Found", "<h1>Not Found</h1><p>The requested URL was not found on this server.</p>"),
        ("清河县人民政府", "<img src='/images/404.png'><p><a href=/>返回首页</a></p>"),
        ("Error", "<h1>Whoops, looks like something went wrong.</h1>"),
        ("HTTP Status 500", "<h1>HTTP Status 500 - </h1><p>java.lang.NullPointerException</p>"),
        ("政务公开", "<p>ADODB.Field 错误 '800a0bcd'</p><p>BOF 或 EOF 中有一个是“真”，或者当前的记录已被删除</p>"),
        (
            "政务公开",
            "Warning: mysql_connect() [function.mysql-connect]: Access denied for user 'root'@'localhost' in /www/conn.php on line 5",
        ),
        ("栏目", "<p>您访问的栏目不存在</p>"),
    )
    for number, (title, main) in enumerate(said):
        looks = p.LOOKS if number in (0, 2, 3, 6) else (p.LOOKS[number % 3],)
        world.add(
            "soft 404 in words",
            "dead",
            a,
            numbered(f"/soft/{number}_{{}}.html", (p.page(title, main, one) for one in looks)),
        )
    for charset, title, main in (
        ("gbk", "页面不存在", "<p>对不起，您要查看的页面不存在</p>"),
        ("gb2312", "信息提示", "<p>您访问的文章不存在</p>"),
        ("big5", "找不到網頁", "<p>很抱歉，您所查詢的網頁不存在或已移除</p>"),
        ("big5", "訊息", "<p>找不到您要瀏覽的頁面，請返回首頁</p>"),
        ("utf-16", "页面不存在", "<p>您访问的页面不存在</p>"),
    ):
        pages = (p.page(title, main, one, charset, header=header) for one in p.LOOKS[:2] for header in (True, False))
        world.add("soft 404 in other charsets", "dead", a, numbered(f"/{charset}/{len(world.cases)}_{{}}.htm", pages))
    alerts = (
        "<script>alert('您访问的文章不存在！');history.back();</script>",
        '<script language=javascript>alert("参数错误");window.close();</script>',
        "<html><script>alert('该信息已被删除');location.href='/';</script></html>",
    )
    world.add("soft 404 in an alert", "dead", a, numbered("/show.asp?id={}", (Reply(one.encode()) for one in alerts)))
    empty = (b"", b"  \r\n ", b"<html><head><title></title></head><body></body></html>", b"\xef\xbb\xbf")
    world.add("empty page", "dead", a, numbered("/empty/{}.html", map(Reply, empty)))
    parked = (
        "<h1>该域名正在出售</h1><p>如您对该域名感兴趣，请联系</p>",
        "<h1>This domain is for sale</h1><a href='#'>Buy this domain</a>",
        "<p>您访问的域名已过期，请尽快续费</p>",
    )
    for one in parked:
        host = world.host(missing=p.page("域名", one, p.bare))
        host.pages["/"] = p.page("域名", one, p.bare)
        world.all_of("parked domain", "dead", host, ["/", "/zwgk/1.html"])
    data = ('{"code":404,"msg":"资源不存在"}', '{"timestamp":1,"status":404,"error":"Not Found","path":"/x"}')
    world.add("error as JSON", "dead", a, numbered("/api/{}", (p.text(one, "application/json") for one in data)))
    world.add(
        "data as JSON", "alive", a, [("/api/ok", p.text('{"code":200,"msg":"ok","data":[1,2]}', "application/json"))]
    )
    world.add(
        "error as plain text", "dead", a, [("/t/1", p.text("File not found.")), ("/t/2", p.text("404 page not found"))]
    )
    world.add(
        "plain text",
        "alive",
        a,
        [("/t/ok.txt", p.text("公开目录\n一、机构职能")), ("/robots-info", p.text("User-agent: *"))],
    )
    defaults = (
        "<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>",
        "<title>IIS7</title><img src=welcome.png>",
    )
    world.add("server's default page", "dead", a, numbered("/site{}/", (Reply(one.encode()) for one in defaults)))


def _fingerprints(world: World) -> None:
    """Apologies that no list of words knows: the host shows the same for an address that cannot exist."""
    lost = (
        p.page("提示", "<p>哎呀，这一页去火星了，要不先看看别的？</p>", p.trs),
        p.page(
            "清河县人民政府", "<p>内容正在路上，请稍后</p><p>您可以从上方菜单继续浏览本站其他栏目的内容</p>", p.jcms
        ),
        p.page("清河县", "<img src=/images/lost.gif><p>咦，这里什么都没有呀，随便逛逛吧</p>", p.trs, "gbk"),
        p.listing(3),
        p.home(),
    )
    for number, one in enumerate(lost):
        host = world.host(missing=one)
        world.all_of("soft 404 by fingerprint", "dead", host, [f"/x/{number}.html", f"/zwgk/2020/t2020_{number}.shtml"])
        world.add(
            "page beside fingerprints", "alive", host, [("/real.html", p.article(number)), ("/list/", p.listing(9))]
        )


def _moves(world: World) -> None:
    a, b = world.host(), world.host()
    a.pages.update(
        {
            "/404.html": p.page("出错了", "<p>出错</p>"),
            "/error.jsp": p.page("提示", "<p>返回</p>"),
            "/ok.html": p.article(3),
        }
    )
    world.add("redirect", "alive", a, [(f"/m/{s}", p.moved("/ok.html", s)) for s in (301, 302, 303, 307, 308)])
    world.add(
        "redirect",
        "alive",
        a,
        [("/old", p.moved("ok.html")), ("/dir", p.moved("/dir/")), ("/rel/x", p.moved("../ok.html"))],
    )
    a.pages["/dir/"] = p.listing(2)
    b.pages["/new.html"] = p.article(5)
    world.cases.append(Case("redirect to another host", "alive", _jump(world, b, "/new.html"), "/away"))
    world.cases.append(Case("redirect to another host, dead there", "dead", _jump(world, b, "/nothing.html"), "/away"))
    for name, length, truth in (
        ("short chain", 5, "alive"),
        ("long chain", 14, "alive"),
        ("endless chain", 60, "dead"),
    ):
        steps = [(f"/{name[:2]}{n}", p.moved(f"/{name[:2]}{n + 1}")) for n in range(length)]
        a.pages.update(steps)
        a.pages[f"/{name[:2]}{length}"] = p.article(length)
        world.all_of(name, truth, a, [steps[0][0]])
    world.add(
        "redirect loop", "dead", a, [("/l1", p.moved("/l2")), ("/l2", p.moved("/l1")), ("/self", p.moved("/self"))]
    )
    cookie = ("Set-Cookie", "JSESSIONID=1A2B; Path=/")
    world.add(
        "redirect to itself with a cookie",
        "alive",
        a,
        [
            (
                "/cookie",
                lambda asked: (
                    p.article(4) if "1A2B" in asked.headers.get("cookie", "") else p.moved("/cookie", 302, cookie)
                ),
            )
        ],
    )
    world.add(
        "redirect to the home page",
        "dead",
        a,
        [("/gone/a.html", p.moved("/")), ("/gone/b.html", p.moved("/index.html", 301)), ("/gone/c/", p.moved("/"))],
    )
    world.add(
        "redirect to an error page",
        "dead",
        a,
        [("/gone/d.html", p.moved("/404.html")), ("/gone/e.html", p.moved("/error.jsp?aspxerrorpath=/x"))],
    )
    world.add("home page redirects", "alive", a, [("/index.htm", p.moved("/"))])
    refresh = '<html><head><meta http-equiv="refresh" content="0;url={}"></head><body></body></html>'
    scripts = (
        "location.href='{}'",
        'window.location.replace("{}")',
        "top.location='{}';",
        "setTimeout(\"location.href='{}'\",100)",
    )
    for number, pattern in enumerate((refresh, *(f"<script>{one}</script>" for one in scripts))):
        kind = "script" if number else "meta refresh"
        for place, (to, truth) in enumerate(
            (("/ok.html", "alive"), ("/404.html", "dead"), ("/none.html", "dead"), ("/", "dead"))
        ):
            world.add(
                f"{kind} to {'a page' if truth == 'alive' else 'nowhere'}",
                truth,
                a,
                [(f"/js/{number}_{place}.html", Reply(pattern.format(to).encode()))],
            )
    world.add("redirect without address", "dead", a, [("/nolocation", Reply(b"", 302))])


def _jump(world: World, to: Host, path: str) -> Host:
    """A host whose /away leads to another, whose port is known only once it listens."""
    host = world.host()
    host.pages["/away"] = lambda asked: p.moved(f"{JUMPS[id(to)]}{path}")
    return host


def _walls(world: World) -> None:
    ruishu = (
        b"<html><head><script>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=71;</script></head><body></body></html>"
    )
    jsl = b"<script>document.cookie=('_')+('_')+('j')+('s')+('l')+'_clearance';location.href=location.pathname</script>"
    replies = (
        Reply(jsl, 521, (("X-Via-JSL", "a,-"), ("Set-Cookie", "__jsluid_s=1; path=/"))),
        Reply(b"", 521),
        Reply(ruishu, 412, (("Set-Cookie", "FSSBBIl1UgzbN7N80S=x"),)),
        Reply(ruishu, 202),
        Reply(ruishu),
        Reply(b"", 412),
        Reply(b"<h1>403 Forbidden</h1>", 403),
        Reply("<p>您的访问被拦截 创宇云防御</p>".encode(), 403),
        Reply(b"<p>blocked</p>", 403, (("Set-Cookie", "HWWAFSESID=a; path=/"),)),
        Reply("<h1>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</h1>".encode(), 405),
        Reply(b"", 468),
        Reply(b"", 418),
        Reply(b"<html></html>", 493),
        Reply(b"", 444),
        Reply(b"<p>x</p>", 403, (("WZWS-Ray", "1131"),)),
    )
    a = world.host()
    world.add("bot wall by status", "unknown", a, numbered("/wall/{}.html", replies))
    captchas = (
        p.page("安全验证", "<p>为了您的正常访问，请输入验证码后继续访问</p><input name=code>", p.bare),
        p.page("访问验证", "<p>请完成滑动验证后继续</p><div id=slider></div>", p.bare),
        p.page("提示", "<p>您的访问过于频繁，请稍后再试</p>", p.bare),
        p.page("Just a moment...", "<div id=cf-wrapper>Checking your browser before accessing</div>", p.bare),
        Reply(b"<html><script>var arg1='3E5';document.cookie='acw_sc__v2='+arg1;location.reload()</script></html>"),
        p.page("网站防火墙", "<p>您的请求带有不合法参数，已被网站管理员设置拦截！</p>", p.bare, "gbk"),
    )
    world.add("captcha with 200", "unknown", a, numbered("/cap/{}.html", captchas))
    world.add(
        "wall in front of a file",
        "unknown",
        a,
        [("/f/1.pdf", Reply(ruishu, 412)), ("/f/2.doc", captchas[0]), ("/f/3.jpg", Reply(b"", 403))],
    )
    world.add(
        "429 for ever",
        "unknown",
        a,
        [("/429/1", Reply(b"", 429)), ("/429/2", Reply(b"", 429, (("Retry-After", "3600"),)))],
    )


def _wire(world: World) -> None:
    a = world.host()
    whole = p.article(7).body
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    sized = head + b"Content-Length: %d\r\n\r\n" % len(whole) + whole
    packed = gzip.compress(whole)
    living: dict[str, Reply] = {
        "chunked": Reply(
            raw=head + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(whole) + whole + b"\r\n0\r\n\r\n"
        ),
        "http10": Reply(raw=b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + whole),
        "noreason": Reply(raw=sized.replace(b"200 OK", b"200", 1)),
        "bare-lf": Reply(raw=sized.replace(b"\r\n", b"\n", 3)),
        "gzip": Reply(packed, headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip"))),
        "deflate": Reply(
            zlib.compress(whole), headers=(("Content-Type", "text/html"), ("Content-Encoding", "deflate"))
        ),
        "no-type": Reply(whole, headers=()),
        "type-plain": Reply(whole, headers=(("Content-Type", "text/plain"),)),
        "type-odd": Reply(whole, headers=(("Content-Type", "text/html;charset=UTF-8;charset=gbk"),)),
        "cut-page": Reply(raw=head + b"Content-Length: 99999\r\n\r\n" + whole),
        "cut-chunk": Reply(raw=head + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(whole) + whole + b"\r\n"),
        "short-length": Reply(raw=head + b"Content-Length: %d\r\n\r\n" % (len(whole) - 20) + whole),
        "huge-header": Reply(whole, headers=(("Content-Type", p.HTML), ("X-Big", "x" * 20000))),
        "many-headers": Reply(whole, headers=(("Content-Type", p.HTML), *((f"X-{n}", "1") for n in range(150)))),
        "big-cookie": Reply(whole, headers=(("Content-Type", p.HTML), ("Set-Cookie", "a=" + "y" * 9000))),
        "bytes-in-header": Reply(raw=sized.replace(b"Content-Type", "X-Title: 清河\r\nContent-Type".encode("gbk"), 1)),
        "big": Reply(whole + b"<p>more</p>" * 300_000),
    }
    world.add("odd but readable", "alive", a, [(f"/wire/{name}.html", one) for name, one in living.items()])
    endless = Reply(raw=head + b"\r\n" + whole + b"<p>x</p>" * 2000, then="hang")
    world.add(
        "endless body", "alive", a, [("/wire/endless.html", endless), ("/wire/drip.html", Reply(whole, drip=0.2))]
    )
    dying: dict[str, Reply] = {
        "empty-reply": Reply(raw=b""),
        "garbage": Reply(raw=b"\x00\x01\x02 no http\r\n\r\n"),
        "half-head": Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Ty"),
        "bad-chunks": Reply(raw=head + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\nxx"),
        "bad-gzip": Reply(
            b"\x1f\x8b\x08 this is no gzip", headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
        ),
        "no-gzip": Reply(whole, headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip"))),
        "reset": Reply(raw=b"", then="reset"),
    }
    world.add("no answer that can be read", "dead", a, [(f"/wire/{name}.html", one) for name, one in dying.items()])
    world.add("never answers", "dead", a, [("/hang/1", Reply(wait=NEVER)), ("/hang/2.pdf", Reply(wait=NEVER))])
    world.add(
        "slow",
        "alive",
        a,
        [
            ("/slow/1.html", Reply(whole, wait=SLOW)),
            ("/slow/2.pdf", Reply(p.PDF, headers=(("Content-Type", "application/pdf"),), wait=SLOW)),
        ],
    )
    world.cases += [Case("port closed", "dead", f"http://127.9.9.{n}:9/x.html") for n in (1, 2)]
    world.cases += [
        Case("no such name", "dead", one) for one in ("http://www.no-such-county.invalid/", "http://gov.invalid/a.html")
    ]
    world.cases += [
        Case("no address at all", "dead", one) for one in ("http://", "http:///x.html", "http://[::1", "没有地址")
    ]


def _transient(world: World) -> None:
    a = world.host()
    page = p.article(8)
    troubles = {
        "503": Reply(b"", 503),
        "502": Reply(b"", 502),
        "500": Reply(b"", 500),
        "429": Reply(b"", 429, (("Retry-After", "1"),)),
        "reset": Reply(raw=b"", then="reset"),
        "empty": Reply(raw=b""),
        "hang": Reply(wait=NEVER),
    }
    world.add("trouble once", "alive", a, [(f"/once/{name}.html", once(one, page)) for name, one in troubles.items()])
    pdf = p.file(p.PDF, "application/pdf")
    world.add(
        "trouble once with a file",
        "alive",
        a,
        [(f"/once/{name}.pdf", once(troubles[name], pdf)) for name in ("503", "reset", "empty")],
    )


def _files(world: World) -> None:
    a = world.host()
    pdf, doc = p.file(p.PDF, "application/pdf"), p.file(p.OLE, "application/msword")
    world.add(
        "file",
        "alive",
        a,
        [
            ("/f/a.pdf", pdf),
            ("/f/b.doc", doc),
            ("/f/c.xlsx", p.file(p.ZIP, "application/octet-stream")),
            ("/f/d.zip", p.file(p.ZIP, "application/zip")),
            ("/f/e.pdf", p.file(p.PDF, "text/html")),
            ("/f/f.jpg", p.file(p.JPEG, "image/jpeg")),
            ("/f/g.png", p.file(p.PNG, "image/png")),
            ("/f/h.css", p.file(b"body{}", "text/css")),
            ("/f/i.js", p.file(b"var a=1", "application/javascript")),
            (
                "/download.jsp?file=a.pdf",
                Reply(
                    p.PDF,
                    headers=(
                        ("Content-Type", "application/octet-stream"),
                        ("Content-Disposition", "attachment; filename=a.pdf"),
                    ),
                ),
            ),
        ],
    )
    head_only = {
        "405": Reply(b"", 405),
        "501": Reply(b"", 501),
        "404": Reply(b"", 404),
        "403": Reply(b"", 403),
        "500": Reply(b"", 500),
        "reset": Reply(raw=b"", then="reset"),
        "hang": Reply(wait=NEVER),
    }
    for name, refusal in head_only.items():
        world.add(
            "HEAD refused",
            "alive",
            a,
            [(f"/head/{name}.pdf", by_method(refusal, pdf)), (f"/head/{name}.html", by_method(refusal, p.article(2)))],
        )
    world.add(
        "HEAD says yes, GET says no",
        "dead",
        a,
        [
            ("/lies/1.pdf", by_method(pdf, Reply(b"", 404))),
            ("/lies/2.doc", by_method(doc, p.page("404", "页面不存在"))),
            ("/lies/3.html", by_method(p.article(1), Reply(b"", 404))),
        ],
    )
    ranged = {
        "416": lambda asked: Reply(b"", 416) if "range" in asked.headers else pdf,
        "206": lambda asked: (
            Reply(
                p.PDF[:1024],
                206,
                (("Content-Type", "application/pdf"), ("Content-Range", f"bytes 0-1023/{len(p.PDF)}")),
            )
            if "range" in asked.headers
            else pdf
        ),
        "500": lambda asked: Reply(b"", 500) if "range" in asked.headers else pdf,
    }
    world.add("ranges", "alive", a, [(f"/range/{name}.pdf", one) for name, one in ranged.items()])
    error = p.page("提示", "<p>下载失败</p>", p.jcms)
    world.add(
        "page instead of a file",
        "dead",
        a,
        [(f"/h/{n}.{kind}", error) for n, kind in enumerate(("pdf", "doc", "xls", "zip", "rar", "wps"))],
    )
    world.add(
        "page instead of a picture",
        "dead",
        a,
        [("/h/a.jpg", error), ("/h/b.png", p.home()), ("/h/c.gif", Reply(b"<html>no</html>"))],
    )
    world.add(
        "file of no bytes",
        "dead",
        a,
        [
            ("/z/a.pdf", p.file(b"", "application/pdf")),
            ("/z/b.jpg", p.file(b"", "image/jpeg")),
            (
                "/z/c.doc",
                Reply(
                    raw=b"HTTP/1.1 200 OK\r\nContent-Type: application/msword\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                ),
            ),
        ],
    )
    office = '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="gbk"></head><table><tr><td>序号</td></tr></table></html>'
    world.add(
        "Office file that is HTML",
        "alive",
        a,
        [
            ("/o/a.xls", p.file(office.encode("gbk"), "application/vnd.ms-excel")),
            ("/o/b.doc", p.file(office.encode("gbk"), "application/msword")),
        ],
    )
    world.add("file leads home", "dead", a, [("/g/a.pdf", p.moved("/")), ("/g/b.doc", p.moved("/404.html"))])
    a.pages["/404.html"] = p.page("404", "404")


def _addresses(world: World) -> None:
    a = world.host()
    living = {
        "/%B9%AB%BF%AA/1.htm": "/%B9%AB%BF%AA/1.htm",  # GBK, escaped
        "/s?n=%A4%BD%B6%7D": "/s?n=%A4%BD%B6%7D",  # Big5, escaped
        "/公开/2.htm": "/%E5%85%AC%E5%BC%80/2.htm",
        "/q?n=公开": "/q?n=%E5%85%AC%E5%BC%80",
        "/with space/3.htm": "/with%20space/3.htm",
        "/a//b///4.htm": "/a//b///4.htm",
        "/frag.htm#第三章": "/frag.htm",
        "/semi;jsessionid=1F/5.htm": "/semi;jsessionid=1F/5.htm",
        "/p/(1)[2]{3}.htm": "/p/(1)[2]{3}.htm",
        "/plus+and%2B.htm?a=1&amp=2": "/plus+and%2B.htm?a=1&amp=2",
        "/long/" + "x" * 900 + ".htm": "/long/" + "x" * 900 + ".htm",
        "/back\\slash\\6.htm": "/back/slash/6.htm",
        "/./dots/../7.htm": "/7.htm",
    }
    for number, target in enumerate(living.values()):
        a.pages[target] = p.article(number)
    a.pages["/p/(1)[2]%7B3%7D.htm"] = p.article(9)
    a.pages["/p/(1)%5B2%5D%7B3%7D.htm"] = p.article(9)
    world.all_of("unusual address", "alive", a, living)


def _secure(world: World, certificates: Certificates) -> None:
    for kind, truth in (
        ("good", "alive"),
        ("expired", "alive"),
        ("self-signed", "alive"),
        ("wrong host", "alive"),
        ("old ciphers", "alive"),
    ):
        host = world.host(tls=certificates.context(kind))
        world.add(f"TLS {kind}", truth, host, [("/a.html", p.article(1)), ("/b.pdf", p.file(p.PDF, "application/pdf"))])
        world.all_of("TLS, page missing", "dead", host, ["/missing.html"])
    for kind in ("TLS 1.0", "TLS 1.1"):
        host = world.host(tls=certificates.context(kind))
        world.add("obsolete TLS only", "unknown", host, [("/a.html", p.article(1))])
