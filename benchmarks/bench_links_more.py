"""Kinds of links with their truth, the second batch: unseen when it was first run, mended with since."""

import gzip

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_server import NEVER, Reply
from benchmarks.bench_links_tls import Certificates
from benchmarks.bench_links_world import World, numbered, once


def blue(title: str, main: str) -> str:
    """A fourth look: what a maker of the 2020s delivers."""
    nav = "".join(
        f'<a class="nav-item" href="/channel/{n}.shtml">{name}</a>'
        for n, name in enumerate(("要闻", "公开", "服务", "互动", "数据", "专题"))
    )
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="CHARSET"><meta name="viewport" content="width=device-width">'
        f'<title>{title}</title><link rel="stylesheet" href="/css/app.css"></head><body><header><a href="/">云岭市人民政府</a><nav>{nav}</nav></header>'
        f'<main class="container">{main}</main><footer><span>云岭市人民政府办公室主办</span><span>滇ICP备19001234号-1</span><span>政府网站标识码5301990001</span>'
        '</footer><script>window.onload=function(){document.title;if(location.protocol=="https:"){}}</script></body></html>'
    )


LOOKS = (blue, p.jcms, p.bare)


def build(certificates: Certificates) -> World:
    world = World()
    for part in (_living, _dead_pages, _own_words, _refusals, _wire, _files, _moves, _later):
        part(world)
    for kind, truth in (("good", "alive"), ("expired", "alive"), ("wrong host", "alive")):
        host = world.host(tls=certificates.context(kind))
        world.add(
            f"TLS {kind}",
            truth,
            host,
            [("/zw/", p.listing(4)), ("/zw/1.html", p.page("通知", f"<p>{p.PARAGRAPH}</p>", blue))],
        )
        world.add(
            "TLS, soft 404", "dead", host, [("/zw/2.html", p.page("无法找到该页", "<h2>无法找到该页</h2>", blue))]
        )
    return world


def _living(world: World) -> None:
    a = world.host(missing=p.page("404", "<h1>404</h1><p>找不到网页</p>", blue, status=404))
    mains = {
        "guide": "<h1>城乡居民养老保险参保登记</h1><table><tr><td>办理地点</td><td>政务大厅3号窗口</td></tr><tr><td>联系电话</td><td>0871-1234567</td></tr></table>",
        "leader": "<h1>领导之窗</h1><img src=/p/1.jpg><p>张三，男，汉族，1970年生</p>",
        "map": "<h1>网站地图</h1>" + "".join(f"<a href=/c/{n}>栏目{n}</a>" for n in range(30)),
        "fault": "<h1>政府网站找错</h1><p>如您发现本网站存在无法访问、页面打不开、内容错误、链接失效等问题，请提交</p><form><textarea></textarea></form>",
        "faq": "<h1>常见问题：为什么提示系统异常？</h1><p>答：请更换浏览器，推荐使用谷歌浏览器。若仍提示错误，请拨打12345。</p>",
        "law": "<h1>行政处罚决定书</h1><p>当事人提供虚假材料，情节严重，决定删除该条信用记录。2021年3月2日</p>",
        "image": "<img src='/upload/2020/1.jpg'><p></p>",
        "survey": "<h1>意见征集</h1><p>本次征集已结束，参与人数0人</p>",
        "notice": "<h1>停电通知</h1><p>因检修，6月3日至5日暂停办理业务，给您带来不便，对不起。</p>",
        "closed": "<h1>关于注销某某公司许可证的公告</h1><p>该企业已不存在，许可证失效。</p>",
        "video": "<video src=/v/1.mp4 controls></video><h1>宣传片</h1>",
    }
    for number, (name, main) in enumerate(mains.items()):
        world.add(
            f"living: {name}",
            "alive",
            a,
            [
                (f"/w/{name}.shtml", p.page("云岭市人民政府", main, LOOKS[number % 2])),
                (f"/w/{name}_g.shtml", p.page(name, main, LOOKS[(number + 1) % 2], "gbk", header=number % 2 == 0)),
            ],
        )
    world.add(
        "living: Big5",
        "alive",
        a,
        numbered(
            "/tw/{}.htm",
            (
                p.page(
                    "最新消息", "<h1>縣政府召開會議</h1><p>討論道路工程與教育經費，請民眾踴躍參加。</p>", one, "big5"
                )
                for one in LOOKS
            ),
        ),
    )
    world.add(
        "living: English",
        "alive",
        a,
        [
            (
                "/en/",
                p.page(
                    "Yunling Municipal Government",
                    "<h1>Investment Guide</h1><p>Tax policy and land use. Errors and omissions excepted.</p>",
                    p.bare,
                ),
            ),
            ("/en/contact.html", p.page("Contact", "<p>Tel 86-871</p>", p.bare)),
        ],
    )
    nothing = (
        "<div class=result>抱歉，未找到“身份证”相关结果</div>",
        "<p>您搜索的内容不存在，换个词试试</p><form><input name=keyword></form>",
        "<p>0 results for “abc”</p><p>No pages were found.</p>",
    )
    world.add(
        "living: search without hits",
        "alive",
        a,
        [
            (f"/{path}", p.page("搜索", nothing[n], blue))
            for n, path in enumerate(
                ("search/index.html?keywords=%E8%BA%AB", "s?wd=abc&p=1", "SearchResult.aspx?k=abc")
            )
        ],
    )
    app = Reply(
        '<!DOCTYPE html><html><head><title>政务服务网</title></head><body><noscript>请开启JavaScript</noscript><div id="root">加载中</div><script src="/static/js/main.js"></script></body></html>'.encode()
    )
    one = world.host(missing=app)
    one.pages["/"] = app
    world.all_of("living: application", "alive", one, ("/portal/home", "/item/8/detail"))
    world.add(
        "living: login",
        "alive",
        a,
        [
            (
                "/sso/login?service=x",
                p.page("统一身份认证", "<form>账号<input><input type=password></form><p>忘记密码</p>", blue),
            ),
            ("/space", p.moved("/sso/login?service=x")),
        ],
    )
    world.add(
        "living: JSON list",
        "alive",
        a,
        [
            ("/api/list.json", p.text('{"status":0,"total":404,"rows":[{"title":"通知"}]}', "application/json")),
            (
                "/feed.xml",
                p.text("<?xml version='1.0'?><rss><channel><title>t</title></channel></rss>", "application/xml"),
            ),
        ],
    )


def _dead_pages(world: World) -> None:
    a = world.host(missing=p.page("404", "404", blue, status=404))
    said = {
        "gone article": ("云岭市人民政府", "<div class=msg>您查看的文章已被管理员删除</div><a href=/>回首页</a>"),
        "no such channel": ("错误", "<p>频道不存在！</p>"),
        "unpublished": ("系统消息", "<p>该稿件未发布或已撤稿</p>"),
        "expired link": ("提示", "<p>链接已失效</p>"),
        "lost page": ("页面找不到了", "<p>页面找不到了，可能是网址输错了</p>"),
        "sorry page": ("抱歉，页面无法访问", "<p>很抱歉，您要访问的网页飞到外星球了……</p><p>5 秒后为您跳转到首页</p>"),
        "bad id": ("信息", "<p>参数不正确</p>"),
        "illegal visit": ("信息", "<p>非法访问！</p>"),
        "dotnet": ("运行时错误", "<h1>“/”应用程序中的服务器错误。</h1><h2>运行时错误</h2>"),
        "asp": (
            "政务",
            "<font>Microsoft VBScript 运行时错误 错误 '800a000d'</font><p>类型不匹配: '[string: \"\"]'</p>",
        ),
        "jsp": ("", "<h1>HTTP Status 404 – 未找到</h1><p>类型 状态报告</p><h3>Apache Tomcat/8.5.5</h3>"),
        "spring": (
            "",
            "<h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error, so you are seeing this as a fallback.</p>",
        ),
        "php": ("", "Fatal error: Uncaught Error: Call to a member function query() on null in /data/www/index.php:12"),
        "thinkphp": ("系统发生错误", "<h1>:(</h1><h1>无法加载模块:Show</h1>"),
        "dedecms": ("提示信息", "<p>DedeCMS 提示信息！</p><p>文档ID不存在!</p>"),
        "discuz": ("提示信息", "<p>抱歉，您指定的主题不存在或已被删除或正在被审核</p>"),
        "wordpress": ("未找到页面", "<h1>哎呀！找不到该页面。</h1><p>该地址未找到任何内容。或许试试搜索？</p>"),
        "iis": (
            "404 - 找不到文件或目录。",
            "<h1>服务器错误</h1><h2>404 - 找不到文件或目录。</h2><h3>您要查找的资源可能已被删除，已更改名称或者暂时不可用。</h3>",
        ),
        "sql": ("", "<p>数据库查询出错，请与管理员联系</p>"),
        "english": ("Oops", "<h1>Oops! That page can’t be found.</h1>"),
        "english 2": ("Page not found", "<p>We couldn't find what you were looking for.</p>"),
    }
    for number, (name, (title, main)) in enumerate(said.items()):
        charset = ("utf-8", "gbk")[number % 2]
        pages = (p.page(title, main, look, charset) for look in (LOOKS if number % 3 == 0 else LOOKS[:2]))
        world.add(f"soft 404: {name}", "dead", a, numbered(f"/d/{number}_{{}}.jsp", pages))
    for number, (title, main) in enumerate(
        (
            ("找不到頁面", "<p>您要找的頁面不存在</p>"),
            ("錯誤", "<p>網頁不存在，或已被移除</p>"),
            ("提示", "<p>查無此資料</p>"),
        )
    ):
        world.add(
            "soft 404: Big5",
            "dead",
            a,
            numbered(
                f"/b/{number}_{{}}.aspx", (p.page(title, main, look, "big5", header=number == 0) for look in LOOKS[:2])
            ),
        )
    alerts = (
        "<script>alert('信息不存在');window.history.go(-1);</script>",
        "<html><head></head><body><script type='text/javascript'>alert(\"对不起，您没有权限或该文章已删除!\");</script></body></html>",
    )
    world.add("soft 404: alert", "dead", a, numbered("/info.php?aid={}", (Reply(one.encode()) for one in alerts)))
    world.add(
        "soft 404: JSON",
        "dead",
        a,
        [
            (
                "/rest/1",
                p.text('{"success":false,"code":"404","message":"Not Found"}', "application/json;charset=UTF-8"),
            ),
            ("/rest/2", p.text('{"errcode":404,"errmsg":"文章不存在"}', "application/json")),
        ],
    )
    world.add(
        "soft 404: empty",
        "dead",
        a,
        [
            ("/e/1.html", Reply(b"\n\n\n")),
            ("/e/2.html", Reply(b"<html><head></head><body></body></html>")),
            ("/e/3.html", Reply(b"<!DOCTYPE html>")),
        ],
    )
    sold = (
        "<h1>shouji.cn 正在转让</h1><p>本域名可以转让，联系QQ</p>",
        "<h2>Related searches</h2><p>The domain yunling-gov.com may be for sale by its owner!</p>",
        "<p>对不起，该网站未备案，无法访问</p>",
        "<p>空间已过期，请联系服务商续费</p>",
    )
    for one in sold:
        host = world.host(missing=p.page("域名", one, p.bare))
        host.pages["/"] = p.page("域名", one, p.bare)
        world.all_of("parked", "dead", host, ("/", "/a/b.html"))
    world.add(
        "default page",
        "dead",
        a,
        [
            ("/d/apache/", p.page("Apache2 Debian Default Page: It works", "<h1>It works!</h1>", p.bare)),
            (
                "/d/tomcat/",
                p.page(
                    "Apache Tomcat/7.0.1",
                    "<h1>If you're seeing this, you've successfully installed Tomcat. Congratulations!</h1>",
                    p.bare,
                ),
            ),
        ],
    )
    for status in (400, 404, 406, 409, 410, 414, 422, 500, 502, 503, 520, 522):
        world.add(f"status {status}", "dead", a, [(f"/st/{status}", p.page("", "x", p.bare, status=status))])


def _own_words(world: World) -> None:
    lost = (
        (p.page("云岭", "<p>风太大，页面被吹走啦</p><a href=/>带我回家</a>", blue), "/news/1.html"),
        (p.page("云岭", "<img src=/img/empty.svg><span>空空如也</span>", blue, "gbk"), "/news/2.html"),
        (Reply(p.home().body), "/old/column/index.html"),
        (p.page("网上办事大厅", "<div>请从左侧选择事项</div>", p.jcms), "/item?id=77"),
        (p.page("登录", "<form>用户<input>密码<input type=password></form>", blue), "/inner/doc.jsp"),
    )
    for number, (missing, path) in enumerate(lost):
        host = world.host(missing=missing)
        world.all_of("own words", "dead", host, [path, f"/x/y{number}.htm"])
        world.add(
            "beside own words",
            "alive",
            host,
            [("/ok.html", p.page("通知", "<h1>关于召开会议的通知</h1>", blue)), ("/list.html", p.listing(number))],
        )
    sent = world.host(missing=p.moved("/"))
    world.all_of("sent home", "dead", sent, ("/a/1.html", "/b/"))
    error = world.host(missing=p.moved("/common/404.htm"))
    error.pages["/common/404.htm"] = p.page("", "<p>:-(</p>", blue)
    world.all_of("sent to an error page", "dead", error, ("/a/1.html", "/b/c.jsp?id=1"))
    quiet = world.host(missing=p.moved("/sorry.html"))
    quiet.pages["/sorry.html"] = p.page("云岭", "<p>这里没有您要的</p>", blue)
    world.all_of("sent to a page of own words", "dead", quiet, ("/a/1.html", "/b/c.jsp?id=1"))


def _refusals(world: World) -> None:
    a = world.host()
    walls = (
        Reply(b"<html><body><h1>Forbidden</h1><p>Request blocked. RequestID: 12</p></body></html>", 403),
        Reply(
            "<title>拦截提示</title><p>您所提交的请求含有不合法的参数，已被网站管理员设置拦截！</p>".encode("gbk"), 403
        ),
        Reply(b"", 403, (("Server", "ADM/2.1.1"), ("X-Ws-Request-Id", "1"))),
        Reply(b"<script>var _waf_bd=1</script>", 405),
        Reply(b"<!DOCTYPE html><html><body>567</body></html>", 567),
        Reply(b"", 499),
        Reply(
            b"<html><meta charset=utf-8><script>window.location='/?wzwschallenge=V1'</script></html>",
            200,
            (("Content-Type", p.HTML), ("WZWS-Ray", "1")),
        ),
        Reply(
            b"<html><head><meta id=x r=m></head><script>var $_ts=window['$_ts'];</script></html>",
            202,
            (("Set-Cookie", "abcdefghijkl80S=1"),),
        ),
        Reply(b"<script>document.cookie='__jsl_clearance_s=1'</script>", 521),
        p.page("人机验证", "<p>请点击图中文字完成人机验证</p>", p.bare),
        p.page("安全检查", "<p>系统检测到您的网络存在异常流量，请输入验证码继续访问</p>", p.bare, "gbk"),
        p.page("Attention Required! | Cloudflare", "<p>Why have I been blocked?</p>", p.bare, status=403),
        p.page("", "<p>您的IP已被列入黑名单</p>", p.bare),
        p.page("403", "<p>您的访问请求可能对网站造成安全威胁，请求已被管理员设置的策略阻断。</p>", p.bare, status=403),
        Reply(b"", 429, (("Retry-After", "600"),)),
        Reply(b"", 451),
        Reply(b"", 401),
    )
    world.add("refusal", "unknown", a, numbered("/r/{}.html", walls))
    world.add(
        "refusal of a file", "unknown", a, [("/r/1.pdf", walls[6]), ("/r/2.xls", walls[9]), ("/r/3.png", walls[0])]
    )


def _wire(world: World) -> None:
    a = world.host()
    whole = p.listing(5, blue).body
    ok = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    living = {
        "close": Reply(raw=ok + b"Connection: close\r\n\r\n" + whole),
        "small-chunks": Reply(
            raw=ok
            + b"Transfer-Encoding: chunked\r\n\r\n"
            + b"".join(
                b"%x;x=1\r\n%s\r\n" % (len(whole[i : i + 99]), whole[i : i + 99]) for i in range(0, len(whole), 99)
            )
            + b"0\r\nX-T: 1\r\n\r\n"
        ),
        "cut-gzip": Reply(
            gzip.compress(whole)[:-9], headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
        ),
        "length-too-long": Reply(raw=ok + b"Content-Length: 123456\r\n\r\n" + whole),
        "continue": Reply(
            raw=b"HTTP/1.1 100 Continue\r\n\r\n" + ok + b"Content-Length: %d\r\n\r\n" % len(whole) + whole
        ),
        "folded": Reply(raw=ok + b"X-Long: a\r\n  b\r\nContent-Length: %d\r\n\r\n" % len(whole) + whole),
        "odd-case": Reply(
            raw=b"HTTP/1.1 200 ok\r\ncONTENT-tYPE:text/html\r\nCONTENT-LENGTH:%d\r\n\r\n" % len(whole) + whole
        ),
        "stall": Reply(raw=ok + b"Content-Length: 99999\r\n\r\n" + whole, then="hang"),
    }
    world.add("odd on the wire, readable", "alive", a, [(f"/o/{name}", one) for name, one in living.items()])
    dying = {
        "early-reset": Reply(raw=b"HTTP/1.1 200 OK\r\n", then="reset"),
        "no-body": Reply(raw=ok + b"Content-Length: 500\r\n\r\n"),
        "ftp": Reply(raw=b"220 FTP server ready\r\n"),
        "bad-deflate": Reply(b"xyz" * 99, headers=(("Content-Type", "text/html"), ("Content-Encoding", "deflate"))),
        "head-and-hang": Reply(raw=ok, then="hang"),
    }
    world.add("odd on the wire, unreadable", "dead", a, [(f"/o/{name}", one) for name, one in dying.items()])


def _files(world: World) -> None:
    a = world.host()
    files = (
        ("a.wps", p.OLE, "application/octet-stream"),
        ("b.docx", p.ZIP, "application/vnd.openxmlformats"),
        ("c.PDF", p.PDF, ""),
        ("d.rar", b"Rar!" + p.ZIP, "application/x-rar"),
        ("e.mp4", b"\0\0\0 ftypmp42" + p.ZIP, "video/mp4"),
        ("f.svg", b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", "image/svg+xml"),
        ("g.ofd", p.ZIP, "application/ofd"),
        ("h.txt", "附件一".encode("gbk"), "text/plain"),
        ("i.woff2", b"wOF2" + p.ZIP, "font/woff2"),
    )
    world.add("file", "alive", a, [(f"/f/{name}", p.file(body, kind)) for name, body, kind in files])
    page = p.page("下载中心", "<p>请重新下载</p>", blue)
    world.add(
        "page for a file",
        "dead",
        a,
        [(f"/f/x.{ending}", page) for ending in ("docx", "ofd", "7z", "mp4", "webp", "exe", "css")],
    )
    world.add(
        "nothing for a file",
        "dead",
        a,
        [(f"/f/y.{ending}", p.file(b"", "application/octet-stream")) for ending in ("pdf", "png", "zip")],
    )
    world.add(
        "words for a file",
        "dead",
        a,
        [("/f/z.pdf", p.text("文件不存在")), ("/f/z.doc", p.text("File Not Found", "text/html"))],
    )
    world.add(
        "download by script",
        "alive",
        a,
        [
            ("/down.aspx?id=3", Reply(p.PDF, headers=(("Content-Type", "application/force-download"),))),
            ("/attach?f=a.doc", p.file(p.OLE, "application/msword")),
        ],
    )
    world.add(
        "download by script, gone",
        "dead",
        a,
        [
            ("/down.aspx?id=4", p.page("", "<p>附件不存在</p>", p.bare)),
            ("/attach?f=b.doc", Reply(b"", 200, (("Content-Type", "application/msword"),))),
        ],
    )


def _moves(world: World) -> None:
    a = world.host()
    a.pages["/new/"] = p.listing(6, blue)
    world.add(
        "moved",
        "alive",
        a,
        [
            ("/new", p.moved("/new/", 301)),
            ("/o1", p.moved("/o2")),
            ("/o2", p.moved("/new/", 307)),
            ("/o3", p.moved("//HOST/new/")),
        ],
    )
    a.pages["/o3"] = lambda asked: p.moved(f"//{asked.headers['host']}/new/")
    world.add(
        "moved in circles", "dead", a, [("/c1", p.moved("/c2")), ("/c2", p.moved("/c3")), ("/c3", p.moved("/c1"))]
    )
    stubs = (
        ('<meta http-equiv="Refresh" content="0;URL=./{}">', True),
        ("<html><body onload=\"location.href='{}'\"></body></html>", False),
        ("<script type='text/javascript'>self.location='{}';</script>", True),
        ('<script>document.location.href="{}"</script>正在跳转', True),
    )
    for number, (stub, _known) in enumerate(stubs):
        world.add("stub", "alive", a, [(f"/stub{number}a", Reply(stub.format("new/").encode()))])
        world.add("stub to nowhere", "dead", a, [(f"/stub{number}b", Reply(stub.format("gone/").encode()))])


def _later(world: World) -> None:
    a = world.host()
    page = p.listing(7, blue)
    world.add(
        "better at the second time",
        "alive",
        a,
        [
            ("/l/504", once(Reply(b"", 504), page)),
            ("/l/hang", once(Reply(wait=NEVER), page)),
            ("/l/cut", once(Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Le"), page)),
            ("/l/two", once(Reply(b"", 503), page, 2)),
            ("/l/reset", once(Reply(raw=b"", then="reset"), page, 2)),
        ],
    )
    world.add(
        "never better",
        "dead",
        a,
        [("/n/503", Reply(b"", 503, (("Retry-After", "1"),))), ("/n/reset", Reply(raw=b"", then="reset"))],
    )
