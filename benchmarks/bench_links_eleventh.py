"""Kinds of links with their truth, the eleventh batch: an ordinary week among county portals; written without a look at the
engine, mended with since.

Time-outs, resets and plain 5xx that never pass are dead, faults of certificates alive, as docs/links.md has it. The
engine was mended because of its rows on 26 November: the batch counts as mended with.
"""

import gzip
import zlib
from itertools import count
from urllib.parse import quote

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_eleventh_walls import MARKED, NAMELESS, OLD_WALLS, SENT, Wall
from benchmarks.bench_links_eleventh_words import BARE_KINDS, DOORS, GONE, LIVING, LOOSE, NAKED, RUINS, STAMPED
from benchmarks.bench_links_server import HTML, NEVER, SLOW, Answer, Host, Reply, Request
from benchmarks.bench_links_tls import Certificates
from benchmarks.bench_links_world import JUMPS, Case, World, by_method, once

_TOP = ("首页", "沅浦概况", "新闻动态", "政府信息公开", "办事服务", "政民互动", "数据开放", "专题")
_PLACES = ("/info/1042/{}.htm", "/xxgk/t20230614_{}.html", "/show.asp?id={}", "/content/post_{}.html", "/art/2023/6/14/art_57_{}.html", "/c100412/202306/{}.shtml", "/news/detail.php?aid={}")  # fmt: skip
TEXT = "<p>六月十三日，市长在城东防洪大堤调研时指出，今年汛期雨量偏多，各级各部门要克服麻痹思想，落实包库包堤责任，加密巡查频次，备足沙袋、冲锋舟等物资，确保出现险情第一时间处置，确保人民群众生命财产安全。</p>"
PDF = p.file(p.PDF, "application/pdf")
EMPTY = Reply(b"")


def modern(title: str, main: str) -> str:
    menu = "".join(f'<li><a href="/c{100400 + n}/list.shtml" target="_blank">{name}</a></li>' for n, name in enumerate(_TOP))  # fmt: skip
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="CHARSET">\n<meta name="SiteName" content="沅浦市人民政府">\n<meta name="SiteIDCode" content="3603120002">\n<title>{title or "沅浦市人民政府门户网站"}</title>\n<link rel="stylesheet" href="/static/base.css">\n<script src="/static/jquery.min.js"></script>\n</head>\n<body>\n'
        f'<div class="header"><div class="tool"><a href="/wza">无障碍阅读</a><a href="/en">English</a><a href="/user">个人中心</a></div><form action="/search"><input name="q" placeholder="请输入关键字"></form><ul class="menu">{menu}</ul></div>\n<div class="pos">您所在的位置：<a href="/">首页</a> &gt; 正文</div>\n<div class="content">{main}</div>\n'
        '<div class="footer"><p>主办单位：沅浦市人民政府办公室　技术支持：沅浦市大数据中心</p><p>赣ICP备05004412号　赣公网安备36031202000119号　网站标识码：3603120002</p><a href="/map.html">网站地图</a></div>\n</body>\n</html>\n'
    )


def old(title: str, main: str) -> str:
    cells = "".join(f"<td><a href='list.asp?lm={n}'>{name}</a></td>" for n, name in enumerate(_TOP))
    return f"<HTML><HEAD><META http-equiv=Content-Type content='text/html; charset=CHARSET'><TITLE>{title or '沅浦农业信息网'}</TITLE></HEAD><BODY topMargin=0><TABLE cellSpacing=0 width=778 align=center><TR>{cells}</TR><TR><TD colSpan=8 height=320 vAlign=top>{main}</TD></TR><TR><TD colSpan=8 align=middle>版权所有：沅浦市农业局　联系电话：0799-6662345　赣ICP备06001178号</TD></TR></TABLE></BODY></HTML>"


def alone(title: str, main: str) -> str:
    return f'<!DOCTYPE html>\n<html>\n<head>\n<meta charset="CHARSET">\n<title>{title}</title>\n<style>body{{font:14px/1.8 "Microsoft YaHei",sans-serif;background:#f5f5f5}}.box{{width:600px;margin:100px auto;background:#fff;padding:30px}}</style>\n</head>\n<body>\n<div class="box">{main}</div>\n</body>\n</html>\n'


def island(title: str, main: str) -> str:
    return f"<html><head><meta http-equiv='Content-Type' content='text/html; charset=CHARSET'><title>{title}</title></head><body><div>首頁 | 最新消息 | 便民服務 | 相關連結</div><div>{main}</div><div>版權所有　鄉公所　電話：(03)555-0101</div></body></html>"


def shown(text: str, number: int, status: int = 200) -> Reply:
    title, _, main = text.partition("|")
    look = (modern, alone, old, modern)[number % 4]
    return p.page(title, main, look, "gb18030" if look is old else "utf-8", status=status)


def news(number: int) -> Reply:
    title = ("城东防洪大堤迎汛检查", "市第三中学新校区启用", "沅浦脐橙获地理标志认证", "市总工会开展送清凉活动")[
        number % 4
    ]
    return shown(f"{title}|<h1>{title}</h1><p>发布时间：2023-06-1{number % 9}　来源：沅浦日报</p>{TEXT * (2 + number % 2)}", number)  # fmt: skip


def local(title: str, main: str) -> Reply:
    return p.page(title, main, island, "big5")


def typed(body: bytes, kind: str = "", **more: str) -> Reply:
    heads = {"Content-Type": kind} if kind else {}
    return Reply(body, 200, tuple((heads | {name.replace("_", "-"): value for name, value in more.items()}).items()))


def walled(wall: Wall) -> Reply:
    said, status, more = wall
    if said and not said.startswith(("<", "{")) and "|" in said:
        title, _, main = said.partition("|")
        said = alone(title, main).replace("CHARSET", "utf-8")
    return Reply(said.encode(), status, tuple(({"Content-Type": HTML} | more).items()))


def whole(world: World, answer: Answer) -> Host:
    host = world.host(answer)
    host.pages.clear()
    return host


def build(certificates: Certificates) -> World:
    world = World()
    _jumps(world, certificates)
    a, serial = world.host(), count(31007)
    for number, (name, texts) in enumerate(LIVING.items()):
        rows = [(_PLACES[(number + n) % 7].format(next(serial)), shown(one, 1 if name in LOOSE else (0, 2, 3)[n % 3])) for n, one in enumerate(texts)]  # fmt: skip
        world.add(name, "alive", a, rows)
    world.add("front doors of services", "alive", a, [(path, shown(text, n)) for n, (path, text) in enumerate(DOORS)])
    for number, (more, status, heads) in enumerate(STAMPED):
        body = news(number).body
        kind = HTML if b"utf-8" in body else "text/html; charset=gb18030"
        lower = body.replace(b"</body>", more.encode() + b"</body>").replace(b"</BODY>", more.encode() + b"</BODY>")
        world.add("stamped by a guard", "alive", a, [(_PLACES[5].format(next(serial)), Reply(lower, status, tuple(({"Content-Type": kind} | heads).items())))])  # fmt: skip
    _gone(world, a, serial)
    _walls(world, a, serial)
    _pages(world, a)
    _files(world, a)
    _hosts(world)
    return world


def _gone(world: World, a: Host, serial: "count[int]") -> None:
    for number, (name, texts) in enumerate(GONE.items()):
        for n, one in enumerate(texts):
            answer = shown(one, 1 if name in BARE_KINDS else number + n)
            path = _PLACES[(number + n) % 7].format(next(serial))
            if n % 3 == 2:  # the whole host says so of whatever it does not know
                world.all_of(name, "dead", world.host(answer), (path,))
            else:
                world.add(name, "dead", a, [(path, answer)])
    for number, (name, rows) in enumerate(NAKED.items()):
        answers = [typed(said.encode(charset), kind) for said, charset, kind in rows]
        world.add(name, "dead", a, [(_PLACES[(number + n) % 7].format(next(serial)), one) for n, one in enumerate(answers)])  # fmt: skip
    for number, (name, ruins) in enumerate(RUINS.items()):
        for n, (text, status) in enumerate(ruins):
            path = _PLACES[(number + n) % 7].format(next(serial))
            world.all_of(name, "dead", whole(world, shown(text, 1, status)), (path,))


def _walls(world: World, a: Host, serial: "count[int]") -> None:
    for number, (name, walls) in enumerate((MARKED | NAMELESS).items()):
        kind = name if name.startswith("wall") else f"wall: {name}"
        for n, one in enumerate(walls):
            path = _PLACES[(number + n) % 7].format(next(serial))
            if n % 2:  # as most guards stand: before the whole host
                world.all_of(kind, "unknown", whole(world, walled(one)), (path,))
            else:
                world.add(kind, "unknown", a, [(path, walled(one))])
    world.add("wall: in GBK", "unknown", a, [(_PLACES[2].format(next(serial)), Reply(said.encode("gb18030"), status, (("Content-Type", "text/html"),))) for said, status in OLD_WALLS])  # fmt: skip
    for number, (place, said, status) in enumerate(SENT):
        a.pages[place] = shown(said, 1, status)
        world.add("wall: sent elsewhere", "unknown", a, [(f"/sent/{number}.html", p.moved(place))])
    # fmt: off
    world.add("wall: sent by script", "unknown", a, [("/sc/1.html", Reply(b"<script>window.top.location.href='/login.jsp?from=art'</script>")), ("/sc/2.html", Reply(b"<html><head><meta http-equiv=refresh content='0;url=/maintain.html'></head></html>")), ("/sc/3.html", Reply(b"<script>location.href='/waf/intercept.html'</script>"))])
    stopped, slide, mending = walled(NAMELESS["stopped, in Chinese"][0]), walled(NAMELESS["a slide"][0]), walled(NAMELESS["closed while mending"][1])
    world.add("wall: for GET only", "unknown", a, [("/gt/1.html", by_method(EMPTY, stopped)), ("/gt/2.html", by_method(EMPTY, slide)), ("/gt/3.html", by_method(Reply(b"", 405), mending)), ("/gt/4.doc", by_method(typed(b"", "application/msword"), Reply(b"<h1>403 Forbidden</h1>", 403)))])
    world.add("wall: before files", "unknown", a, [("/fj/w1.pdf", stopped), ("/fj/w2.xls", slide), ("/fj/w3.zip", p.moved("/sso/login?service=%2Foa%2F1")), ("/fj/w4.doc", Reply("请登录后下载附件".encode())), ("/fj/w5.jpg", walled(MARKED["wall: Ruishu"][0]))])
    ring = p.moved("/rg/1.html", 302, ("Set-Cookie", "waf_sid=91c; path=/"))
    world.add("wall: a ring of cookies", "unknown", a, [("/rg/1.html", ring), ("/rg/2.html", p.moved("/rg/2.html", 307, ("Set-Cookie", "__jsluid_h=77; path=/")))])
    for one in (MARKED["wall: Knownsec"][0], MARKED["wall: Aliyun"][1], MARKED["wall: Ruishu"][0], NAMELESS["a slide"][1], NAMELESS["closed while mending"][0], NAMELESS["stopped, in Chinese"][1]):
        world.all_of("wall: before the home page", "unknown", whole(world, walled(one)), ("/", "/zwgk/list.html"))
    # fmt: on


def _unranged(reply: Reply) -> Answer:
    return lambda asked: Reply(b"", 416) if "range" in asked.headers else reply


def _ranged(asked: Request) -> Reply:
    if "range" not in asked.headers:
        return PDF
    heads = (("Content-Type", "application/pdf"), ("Content-Range", f"bytes 0-99/{len(p.PDF)}"))
    return Reply(p.PDF[:100], 206, heads)


def _after_cookie(name: str, path: str) -> Answer:
    sent = p.moved(path, 302, ("Set-Cookie", f"{name}=1; path=/"))
    return lambda asked: news(2) if name in asked.headers.get("cookie", "") else sent


def _utf(path: str) -> str:
    return quote(path, safe="/?=&.()")


def _coded(text: str, charset: str) -> str:
    return quote(text.encode(charset), safe="/?=&.")


def _squeezed(body: bytes) -> bytes:
    bare = zlib.compressobj(wbits=-15)
    return bare.compress(body) + bare.flush()


def _pages(world: World, a: Host) -> None:
    body = p.page("迎汛", f"<h1>城东防洪大堤迎汛检查</h1>{TEXT * 2}", modern).body
    gb = p.page("迎汛", f"<h1>城东防洪大堤迎汛检查</h1>{TEXT * 2}", old, "gb18030").body
    packed = gzip.compress(body, mtime=0)
    a.pages |= {_utf("/公告/第3号.html"): news(1), _utf("/list.jsp?lm=通知公告"): p.listing(3, modern), _utf("/fj/附件(1).pdf"): PDF, "/fj/a%20b.pdf": PDF}  # fmt: skip
    world.all_of("Chinese addresses written raw", "alive", a, ("/公告/第3号.html", "/list.jsp?lm=通知公告", "/fj/附件(1).pdf", "/fj/a b.pdf"))  # fmt: skip
    # fmt: off
    alive: dict[str, list[tuple[str, Answer]]] = {
        "GBK addresses": [(_coded("/水利/防汛.htm", "gb18030"), news(0)), (_coded("/search.asp?key=水利&page=1", "gb18030"), p.listing(4, old, "gb18030")), (_coded("/附件/表格.doc", "gb18030"), typed(p.OLE, "application/msword"))],
        "Big5 addresses": [(_coded("/公告/1.htm", "big5"), local("公告", "<h1>停水公告</h1><p>本鄉三日上午九時起停水，請鄉親預先儲水。</p>")), (_coded("/find.asp?k=補助", "big5"), local("查詢結果", "<p>老人假牙補助申請說明</p><p>中低收入老人補助辦法</p>"))],
        "odd addresses": [("/cms//2023/1.html", news(1)), ("/view.jsp;jsessionid=0A1B.node2?id=5", news(2)), ("/Content.aspx?ID=17&Page=&", news(3)), ("/~slj/index.htm", news(0)), ("/n/2.html?from=%E5%BE%AE%E4%BF%A1#zoom", news(1)), ("/A-1_2,3.HTML", news(3))],
        "HEAD refused": [("/hd/1.html", by_method(Reply(b"", 405), news(1))), ("/hd/2.html", by_method(Reply(b"", 403), news(2))), ("/hd/3.html", by_method(Reply(b"", 501), news(3))), ("/hd/4.html", by_method(Reply(b"", 404), news(0))), ("/hd/5.html", by_method(Reply(raw=b"", then="reset"), news(1))), ("/hd/6.pdf", by_method(Reply(b"", 500), PDF)), ("/hd/7.html", by_method(Reply(b"", 302, (("Location", "/error.html"),)), news(2)))],
        "odd ranges": [("/rn/1.pdf", _unranged(PDF)), ("/rn/2.pdf", _ranged), ("/rn/3.html", _unranged(news(1))), ("/rn/4.pdf", Reply(p.PDF, 206, (("Content-Type", "application/pdf"), ("Content-Range", f"bytes 0-{len(p.PDF) - 1}/{len(p.PDF)}"))))],
        "packed": [("/gz/1.html", typed(packed, HTML, Content_Encoding="gzip")), ("/gz/2.html", typed(_squeezed(body), HTML, Content_Encoding="deflate")), ("/gz/3.html", typed(body, HTML, Content_Encoding="utf-8")), ("/gz/4.html", typed(gzip.compress(gb, mtime=0), "text/html", Content_Encoding="gzip", Vary="Accept-Encoding")), ("/gz/5.html", Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n%x\r\n" % len(packed) + packed + b"\r\n0\r\n\r\n"))],
        "slow": [("/sl/1.html", Reply(body, wait=SLOW)), ("/sl/2.html", Reply(body, drip=0.003)), ("/sl/3.pdf", Reply(p.PDF, 200, (("Content-Type", "application/pdf"),), wait=SLOW)), ("/sl/4.html", Reply(news(2).body, 200, news(2).headers, wait=SLOW / 2, drip=0.002))],
        "old ways of the wire": [("/wr/1.html", Reply(raw=b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + gb)), ("/wr/2.html", Reply(raw=b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n" + body)), ("/wr/3.html", typed(body)), ("/wr/4.html", typed(gb, "text/html;charset=GB2312", Server="Microsoft-IIS/6.0", X_Powered_By="ASP.NET"))],
        "charsets that lie": [("/cs/1.htm", typed(gb, "text/html; charset=utf-8")), ("/cs/2.htm", typed(body, "text/html; charset=gb2312")), ("/cs/3.htm", typed(b"\xef\xbb\xbf" + body, "text/html")), ("/cs/4.htm", typed("\ufeff".encode("utf-16-le") + body.decode().encode("utf-16-le"), "text/html"))],
        "framesets": [("/fs/1.htm", typed("<html><head><title>沅浦市地方志</title></head><frameset rows='90,*'><frame src=top.htm><frame src=main.htm></frameset></html>".encode("gb18030"), "text/html"))],
        "well the second time": [("/2nd/1.html", once(Reply(b"<h1>502 Bad Gateway</h1>", 502), news(1))), ("/2nd/2.html", once(Reply(b"<h1>503 Service Unavailable</h1>", 503), news(2))), ("/2nd/3.html", once(Reply(raw=b"", then="reset"), news(3)))],
        "a cookie first": [("/ck1.html", _after_cookie("JSESSIONID", "/ck1.html")), ("/ck2.html", _after_cookie("route", "/ck2.html"))],
    }
    dead: dict[str, list[tuple[str, Answer]]] = {
        "404 and 410": [("/nf/1.html", Reply(b"<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center></body></html>", 404)), ("/nf/2.html", Reply(b"", 404)), ("/nf/3.html", Reply(b"Gone", 410)), ("/nf/4.pdf", Reply(b"<h1>Not Found</h1>", 404)), ("/nf/5.jpg", Reply(b"", 404, (("Content-Type", "image/jpeg"),)))],
        "404 in the portal's dress": [("/nf/6.html", shown("页面不存在|<p>您访问的页面不存在</p>", 0, 404)), ("/nf/7.html", shown("404|<img src=/img/404.png>", 3, 404)), ("/nf/8.html", shown("|<p>该文件已归档</p><script>setTimeout(function(){location='/'},5000)</script>", 2, 404)), ("/nf/9.html", Reply(p.home(modern).body, 404)), ("/nf/10.html", shown("404|<p>腾讯公益：404页面 宝贝回家 寻找失踪儿童</p><script src=//qzonestyle.gtimg.cn/qzone/hybrid/app/404/search_children.js></script>", 1, 404)), ("/nf/11.html", shown("出错|<p>系统升级后原链接已失效</p>", 1, 410))],
        "5xx at every visit": [
            ("/sx/1.jsp", Reply("<h1>HTTP Status 500 – 内部服务器错误</h1><p>org.springframework.dao.EmptyResultDataAccessException</p>".encode(), 500)), ("/sx/2.html", Reply(b"<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx/1.18.0</center></body></html>", 502)),
            ("/sx/3.html", Reply(b"<html><head><title>504 Gateway Time-out</title></head><body><center><h1>504 Gateway Time-out</h1></center></body></html>", 504)), ("/sx/4.html", Reply(b"<h1>Service Unavailable</h1><hr><p>HTTP Error 503. The service is unavailable.</p>", 503)), ("/sx/5.aspx", Reply("<title>运行时错误</title><h1>“/”应用程序中的服务器错误。</h1><h2>运行时错误</h2>".encode(), 500)), ("/sx/6.php", Reply(b"", 500)),
        ],
        "no answer": [("/na/1.html", Reply(wait=NEVER)), ("/na/2.html", Reply(raw=b"", then="reset")), ("/na/3.html", Reply(raw=b""))],
        "home instead": [("/hm/1.html", p.moved("/")), ("/hm/2.shtml", p.moved("/index.html", 301)), ("/hm/3.html", Reply(b"<script>window.location.href='/';</script>")), ("/hm/4.html", Reply(b"<html><head><meta http-equiv='refresh' content='0;url=/index.html'></head></html>")), ("/hm/2014/t20140301_5.html", p.home())],
        "an error page instead": [("/er/1.html", p.moved("/error.html")), ("/er/2.html", p.moved("/404.html", 301)), ("/er/3.aspx", p.moved("/errors/404.aspx?aspxerrorpath=/er/3.aspx")), ("/er/4.html", Reply(b"<script>location.replace('/404.html')</script>")), ("/er/5.html", Reply(b"<meta http-equiv=refresh content='0; url=/error.html'>")), ("/er/6.html", p.moved("/er/nothing.html"))],
        "round and round": [("/rr/1.html", p.moved("/rr/2.html", 301)), ("/rr/2.html", p.moved("/rr/1.html", 301)), ("/rr/3.html", p.moved("http://old-yuanpu.invalid/3.html")), ("/rr/4.html", p.moved("http://127.8.7.6:9/4.html", 301))],
    }
    # fmt: on
    a.pages |= {
        "/error.html": shown("错误|<p>您访问的页面出错了</p>", 1),
        "/404.html": shown("404|<p>页面没有找到</p>", 0),
        "/errors/404.aspx?aspxerrorpath=/er/3.aspx": shown("提示|<p>您所请求的页面不存在</p>", 1),
    }  # fmt: skip
    for truth, kinds in (("alive", alive), ("dead", dead)):
        for kind, rows in kinds.items():
            world.add(kind, truth, a, rows)
    world.all_of("plainly not there", "dead", a, ("/zwgk/2009/t20090101_1.html", "/uploadfile/2011/8.doc", "/images/old/b.gif"))  # fmt: skip
    world.cases += [Case("refused at the door", "dead", one) for one in ("http://127.8.7.6:9/", "http://127.8.7.5:9/zwgk/1.html")]  # fmt: skip
    world.cases += [Case("a name nobody knows", "dead", one) for one in ("http://www.yuanpu-nyj.invalid/", "http://lyj.yuanpu.invalid/show.asp?id=3", "https://zwfw.yuanpu.invalid/")]  # fmt: skip


def _files(world: World, a: Host) -> None:
    blob, sorry = "application/octet-stream", shown("|<p>您访问的附件不存在或已被删除</p>", 0).body
    gbk_name = "attachment; filename=申报表.doc".encode("gb18030").decode("latin-1")
    rows = "序号,单位,金额\r\n1,市水利局,32.5\r\n".encode("gb18030")
    # fmt: off
    alive: dict[str, dict[str, Answer]] = {
        "office files": {"1.doc": typed(p.OLE, "application/msword"), "2.xlsx": typed(p.ZIP, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "3.wps": typed(p.OLE, "application/vnd.ms-works"), "4.ofd": typed(p.ZIP, blob), "5.csv": typed(rows, "text/csv"), "6.pdf": PDF},
        "media": {"1.jpg": typed(p.JPEG, "image/jpeg"), "2.png": typed(p.PNG, "image/png"), "3.mp4": typed(b"\0\0\0\x18ftypmp42" + bytes(3000), "video/mp4"), "4.gif": typed(b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;", "image/gif"), "5.rar": typed(b"Rar!\x1a\x07\0" + bytes(2000), "application/x-rar-compressed"), "6.tar.gz": typed(gzip.compress(bytes(4000), mtime=0), "application/x-gzip")},
        "downloads by a program": {"down.jsp?id=7": typed(p.OLE, blob, Content_Disposition=gbk_name), "DownloadServlet?f=9": typed(p.PDF, "application/x-msdownload", Content_Disposition="attachment; filename*=UTF-8''%E5%90%8D%E5%8D%95.pdf"), "file.ashx?g=1c": typed(p.ZIP, "application/x-download")},
        "types that lie": {"1.doc": typed(p.OLE, "text/html"), "2.pdf": typed(p.PDF, "text/plain"), "3.rar": typed(b"Rar!\x1a\x07\0" + bytes(2000), HTML), "4.jpg": typed(p.JPEG, blob)},
        "data": {"list.json": typed(b'{"code":200,"msg":"success","data":{"total":0,"rows":[]}}', "application/json"), "rss.xml": typed("<?xml version='1.0' encoding='gb2312'?><rss version='2.0'><channel><title>沅浦要闻</title></channel></rss>".encode("gb18030"), "text/xml"), "d.json": typed('{"title":"防汛通知","error":0}'.encode(), "text/html")},
    }
    dead: dict[str, dict[str, Answer]] = {
        "files with nothing in them": {"1.pdf": typed(b"", "application/pdf"), "2.doc": typed(b"", "application/msword"), "3.jpg": typed(b"", "image/jpeg")},
        "files that say sorry": {"1.pdf": typed(sorry, HTML), "2.doc": typed("<script>alert('文件不存在！');history.back();</script>".encode("gb18030"), "text/html"), "3.xls": typed("文件已被删除".encode(), "text/plain; charset=utf-8"), "4.jpg": typed(sorry, HTML), "5.zip": typed('{"code":500,"msg":"附件不存在"}'.encode(), "application/json"), "down.do?id=8": typed("找不到指定的文件".encode("gb18030"), "text/html")},
        "files that are the home page": {"1.pdf": p.home(), "2.doc": p.moved("/")},
    }
    # fmt: on
    for truth, kinds in (("alive", alive), ("dead", dead)):
        for number, (kind, files) in enumerate(kinds.items()):
            world.add(kind, truth, a, [(f"/{truth[0]}f{number}/{name}", one) for name, one in files.items()])


def _jumps(world: World, certificates: Certificates) -> None:
    moved, new, safe = world.host(), world.host(), world.host(tls=certificates.context("good"))
    new.pages["/yw/11.html"] = safe.pages["/yw/12.html"] = safe.pages["/yw/13.html"] = news(1)
    moved.pages |= {"/zwgk/": p.listing(5, modern), "/m/7.html": news(3), _utf("/新闻/1.html"): news(2), "/v.html?v=2": news(0)}  # fmt: skip
    # fmt: off
    world.add("to a tidier address", "alive", moved, [("/zwgk", p.moved("/zwgk/", 301)), ("/7.html", p.moved("/m/7.html")), ("/v.html", p.moved("/v.html?v=2")), ("/x/8.html", p.moved("../m/7.html", 307)), ("/9.html", p.moved("/新闻/1.html".encode().decode("latin-1")))])
    world.add("to another host", "alive", moved, [("/yw/11.html", lambda _: p.moved(JUMPS[id(new)] + "/yw/11.html", 301)), ("/yw/12.html", lambda _: p.moved(JUMPS[id(safe)] + "/yw/12.html", 301)), ("/yw/13.html", lambda _: p.moved(JUMPS[id(safe)] + "/yw/13.html", 308))])
    world.add("four steps", "alive", moved, [("/s/4", p.moved("/s/3")), ("/s/3", p.moved("/s/2", 301)), ("/s/2", p.moved("/s/1", 303)), ("/s/1", p.moved("/m/7.html"))])
    world.add("stubs that send on", "alive", moved, [("/ywyw.html", Reply(b"<html><head><meta http-equiv=\"Refresh\" content=\"0;URL=./zwgk/\"></head></html>")), ("/tz.htm", Reply("<html><head><title>跳转</title></head><body>页面跳转中，请稍候<script>window.location.href='/m/7.html';</script></body></html>".encode())), ("/zt.htm", Reply(b"<script language=javascript>top.location='/zwgk/'</script>"))])
    world.add("the home page by another name", "alive", moved, [("/default.htm", p.moved("/", 301)), ("/index.htm", p.moved("/index.html"))])
    # fmt: on
    for kind in ("wrong host", "expired", "self-signed"):
        world.add(f"certificate: {kind}", "alive", world.host(tls=certificates.context(kind)), [("/yw/14.html", news(3))])  # fmt: skip


def _hosts(world: World) -> None:
    """Hosts by what they do with a wrong address, a living page beside it."""
    home = p.home(modern)
    # fmt: off
    missing: dict[str, Answer] = {
        "sends home": p.moved("/"), "sends home for good": p.moved("/index.html", 301), "shows its home page": home, "sends to /404.html": p.moved("/404.html"), "says it at 200": shown("提示|<p>没有找到您访问的页面</p>", 0),
        "goes home by refresh": Reply(b"<meta http-equiv='refresh' content='0;url=/'>"), "sends nothing": Reply(b""), "falls over": Reply("<h1>服务器内部错误</h1>".encode(), 500),
    }
    # fmt: on
    for number, (name, answer) in enumerate(missing.items()):
        host = world.host(answer)
        host.pages |= {"/": home, "/index.html": home, "/404.html": shown("404|<p>页面不存在</p>", 1)}
        world.all_of(f"host that {name}", "dead", host, (_PLACES[number % 7].format(812),))
        world.add("well, on a host without 404", "alive", host, [(_PLACES[(number + 1) % 7].format(99021), news(number))])  # fmt: skip
