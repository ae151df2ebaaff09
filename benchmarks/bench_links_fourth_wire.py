"""What servers of the fourth batch do on the wire, to files, to HEAD, and with redirects."""

import gzip
import zlib

import brotli  # type: ignore[import-untyped]

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_fourth_words import fonts, mega, modern
from benchmarks.bench_links_server import HTML, NEVER, Answer, Reply
from benchmarks.bench_links_world import JUMPS, Case, World, by_method, numbered

_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


def wire(world: World) -> None:
    a = world.host()
    body = p.article(3, modern).body
    size = b"Content-Length: %d\r\n" % len(body)
    chunks = b"%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n"
    raw_deflate = zlib.compressobj(wbits=-15)
    coded = {
        "br": (brotli.compress(body), "br"),
        "x-gzip": (gzip.compress(body), "x-gzip"),
        "raw deflate": (raw_deflate.compress(body) + raw_deflate.flush(), "deflate"),
        "utf-8": (body, "utf-8"),
        "none": (body, "none"),
        "identity": (body, "identity"),
        "gzip and more": (gzip.compress(body) + b"\r\n\r\n<!-- cached -->", "gzip"),
        "two gzips": (gzip.compress(body[:500]) + gzip.compress(body[500:]), "gzip"),
    }
    world.add("alive: codings", "alive", a, [(f"/c/{name.replace(' ', '-')}.html", Reply(one, headers=(("Content-Type", HTML), ("Content-Encoding", code)))) for name, (one, code) in coded.items()])  # fmt: skip
    odd = {
        "longer than it says": _OK + b"Content-Length: %d\r\n\r\n" % (len(body) // 2) + body,
        "a little longer": _OK + b"Content-Length: %d\r\n\r\n" % (len(body) - 2) + body,
        "shorter than it says": _OK + b"Content-Length: %d\r\n\r\n" % (len(body) + 400) + body,
        "two equal lengths": _OK + size + size + b"\r\n" + body,
        "length and chunks": _OK + size + b"Transfer-Encoding: chunked\r\n\r\n" + chunks,
        "after the last chunk": _OK + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"\r\n\r\n<!-- 0.02s -->",
        "chunk in capitals": _OK + b"Transfer-Encoding: Chunked\r\n\r\n%X\r\n" % len(body) + body + b"\r\n0\r\n\r\n",
        "chunk size padded": _OK + b"Transfer-Encoding: chunked\r\n\r\n%x  \r\n" % len(body) + body + b"\r\n0\r\n\r\n",
        "cut in a chunk": _OK + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % (len(body) + 50) + body,
        "blank line before": b"\r\n" + _OK + size + b"\r\n" + body,
        "line without colon": _OK + b"X-Powered-By ASP\r\n" + size + b"\r\n" + body,
        "space before colon": b"HTTP/1.1 200 OK\r\nContent-Type : text/html\r\n" + size + b"\r\n" + body,
        "reason in GBK": _OK.replace(b"OK", "正常".encode("gbk"), 1) + size + b"\r\n" + body,
        "early hints": b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n" + _OK + size + b"\r\n" + body,
        "empty header name": _OK + b": x\r\n" + size + b"\r\n" + body,
        "no headers": b"HTTP/1.1 200 OK\r\n\r\n" + body,
        "odd cookie": _OK + "Set-Cookie: 用户=甲; path=/\r\n".encode() + size + b"\r\n" + body,
        "bad date": _OK + b"Date: 2024/1/1\r\nExpires: -1\r\nLast-Modified: 0\r\n" + size + b"\r\n" + body,
        "206 unasked": b"HTTP/1.1 206 Partial Content\r\nContent-Type: text/html\r\n" + size + b"\r\n" + body,
        "old answer with length": b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n" + size + b"\r\n" + body,
        "keeps alive and closes": _OK + b"Connection: keep-alive\r\nKeep-Alive: timeout=60\r\n" + size + b"\r\n" + body,
    }  # fmt: skip
    world.add("alive: odd answers", "alive", a, [(f"/o/{name.replace(' ', '-')}.html", Reply(raw=one)) for name, one in odd.items()])  # fmt: skip
    ending = {"reset after all": Reply(raw=_OK + size + b"\r\n" + body, then="reset"), "half, then reset": Reply(raw=_OK + size + b"\r\n" + body[:-300], then="reset"),
              "half, then silence": Reply(raw=_OK + size + b"\r\n" + body[:-300], then="hang"), "slow": Reply(body, wait=1.2), "drop by drop": Reply(body, drip=0.006)}  # fmt: skip
    world.add("alive: odd endings", "alive", a, [(f"/e/{name.replace(', ', '-').replace(' ', '-')}.html", one) for name, one in ending.items()])  # fmt: skip
    dead = {
        "reset in the head": Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Type: te", then="reset"),
        "head and reset": Reply(raw=_OK + size + b"\r\n", then="reset"),
        "not HTTP": Reply(raw=b"SSH-2.0-OpenSSH_5.3\r\n"),
        "endless head": Reply(raw=b"HTTP/1.1 200 OK\r\n", then="hang"),
        "gzip cut at once": Reply(raw=_OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(body)[:12]),
        "chunks of nothing": Reply(raw=_OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        "silence after a while": Reply(raw=b"", then="hang"),
    }
    world.add("dead: on the wire", "dead", a, [(f"/d/{name.replace(' ', '-')}.html", one) for name, one in dead.items()])  # fmt: skip


def files(world: World) -> None:
    a = world.host()
    rtf, mht = b"{\\rtf1\\ansi " + b"x" * 900 + b"}", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n" + b"y" * 900  # fmt: skip
    living: dict[str, tuple[bytes, str]] = {
        "no type.pdf": (p.PDF, ""), "force.pdf": (p.PDF, "application/x-download"), "late head.pdf": (b"\r\n\r\n" + p.PDF, "application/pdf"), "word.doc": (rtf, "application/msword"),
        "web.doc": (mht, "application/msword"), "x.et": (p.OLE, "application/octet-stream"), "x.dps": (p.OLE, "text/html"), "x.ceb": (b"Founder CEB" + bytes(900), "text/plain"),
        "x.gd": (bytes(range(256)) * 9, ""), "x.vsd": (p.OLE, "application/x-visio"), "x.tif": (b"II*\0" + bytes(900), "image/tiff"), "x.swf": (b"CWS\x08" + bytes(900), "application/x-shockwave-flash"),
        "x.flv": (b"FLV\x01" + bytes(900), "text/plain"), "x.m3u8": (b"#EXTM3U\n#EXT-X-VERSION:3\n", "application/vnd.apple.mpegurl"), "x.ics": (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar"),
        "x.csv": ("序号,名称\n1,甲".encode("gbk"), "text/csv"), "x.json": (b"[]", "application/json"), "x.xml": (b"<?xml version='1.0'?><r/>", "text/xml"), "x.css": (b"", "text/css"), "x.js": (b"", "application/javascript"),
        "one.gif": (b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\0\0\0!\xf9\x04\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;", "image/gif"), "x.webp": (b"RIFF\x24\0\0\0WEBPVP8 " + bytes(99), "image/webp"),
        "x.exe": (b"MZ" + bytes(900), "application/x-msdownload"), "x.bmp": (b"BM" + bytes(900), ""), "x.txt": ("名单：\n张三".encode("utf-16"), "text/plain"), "x.ofd": (p.ZIP, "text/html"), "x.shp": (b"\0\0'\n" + bytes(900), ""),
        "sitemap.txt": (b"http://www.qy.gov.cn/\n", "text/plain"), "x.rdf": (b"<rdf:RDF xmlns:rdf='x'></rdf:RDF>", "application/rdf+xml"), "table.xls": (b"<html><table><tr><td>1</td></tr></table></html>", "application/vnd.ms-excel"),
    }  # fmt: skip
    world.add("alive: files", "alive", a, [(f"/f/{name.replace(' ', '-')}", p.file(body, kind) if kind else Reply(body, headers=())) for name, (body, kind) in living.items()])  # fmt: skip
    pdf = p.file(p.PDF, "application/pdf")
    attached = (("Content-Type", "text/html"), ("Content-Disposition", 'attachment; filename="%B8%BD%BC%FE.doc"'))
    world.add("alive: download programs", "alive", a, [("/download.do?id=1", Reply(p.OLE, headers=attached)), ("/upload/getfile", Reply(p.ZIP, headers=())), ("/servlet/file?name=a.docx", p.file(p.ZIP, "application/octet-stream"))])  # fmt: skip
    big = p.PDF + b"%" * 3_000_000
    ranges: tuple[Answer, ...] = (
        Reply(big, headers=(("Content-Type", "application/pdf"), ("Accept-Ranges", "none"))),
        lambda asked: Reply(p.PDF[:99], 206, (("Content-Type", "application/pdf"), ("Content-Range", "bytes 0-98/*"))) if "range" in asked.headers else pdf,
        lambda asked: Reply(p.PDF, 206, (("Content-Type", "application/pdf"),)) if "range" in asked.headers else pdf,
        lambda asked: Reply(b"", 400) if "range" in asked.headers else pdf,
        Reply(big, drip=0.004),
    )  # fmt: skip
    world.add("alive: ranges", "alive", a, numbered("/r/{}.pdf", ranges))
    gone = (p.page("", "<p>附件丢失</p>", fonts), p.text("null"), p.text('{"code":-1,"msg":"文件不存在"}', "application/json"), p.text("<?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>", "application/xml"),
            Reply(b"", headers=(("Content-Type", "application/octet-stream"),)), Reply(b"<script>alert('\\u6587\\u4ef6\\u4e0d\\u5b58\\u5728')</script>"), p.page("", "<p>下载地址已失效</p>", mega), p.moved("/"), p.text("-1", "text/html"))  # fmt: skip
    for number, one in enumerate(gone):
        world.add("dead: files", "dead", a, [(f"/g/{number}.{('pdf', 'doc', 'zip', 'xlsx')[number % 4]}", one)])
    world.add("dead: pictures", "dead", a, [("/i/1.jpg", p.page("", "图片不存在", modern)), ("/i/2.png", Reply(b"", 404)), ("/i/3.gif", p.text("")), ("/i/4.jpg", p.moved("/404.html"))])  # fmt: skip


def heads(world: World) -> None:
    """HEAD says one thing, GET another; GET is what a visitor gets."""
    a = world.host()
    pdf, page = p.file(p.PDF, "application/pdf"), p.article(5, mega)
    says: dict[str, Reply] = {
        "401": Reply(b"", 401), "411": Reply(b"", 411), "429": Reply(b"", 429), "home": p.moved("/"), "login": p.moved("/login.jsp"), "lost": p.moved("/404.html"), "empty": Reply(b"", headers=(("Content-Type", "application/pdf"), ("Content-Length", "0"))),
        "html": Reply(b"", headers=(("Content-Type", HTML),)), "body": Reply(raw=_OK + b"Content-Length: 9\r\n\r\nHEAD body"), "502": Reply(b"", 502), "silence": Reply(wait=NEVER), "garbage": Reply(raw=b"\0\1\2\3"),
    }  # fmt: skip
    for name, head in says.items():
        world.add("alive: HEAD differs", "alive", a, [(f"/h/{name}.zip", by_method(head, p.file(p.ZIP, "application/zip"))), (f"/h/{name}.shtml", by_method(head, page))])  # fmt: skip
    lies = (p.moved("/"), Reply(b"", 410), p.text('{"success":false,"msg":"附件不存在"}', "application/json"), Reply(b"", headers=(("Content-Type", "application/pdf"),)))  # fmt: skip
    world.add("dead: HEAD lies", "dead", a, numbered("/l/{}.pdf", (by_method(pdf, one) for one in lies)))


def moves(world: World) -> None:
    a, other = world.host(), world.host()
    target = p.article(4, fonts)
    a.pages |= {"/ok/": target, "/ok/?v=2": target, "/%E5%85%AC%E5%BC%80/": target, "/%B9%AB%BF%AA/": target, "/a%20b/": target, "/404.html": p.page("", "<p>…</p>", modern)}  # fmt: skip
    a.pages["/cas/login?service=x"] = a.pages["/login.jsp"] = p.page("统一认证", "<form>账号<input><input type=password></form>", modern)  # fmt: skip
    other.pages["/ok/"] = target
    raw = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: %s\r\n\r\n"
    alive: dict[str, Answer] = {
        "protocol-relative": lambda asked: p.moved(f"//{asked.headers['host']}/ok/"), "query only": p.moved("/ok/?v=2"), "fragment": p.moved("/ok/#a"), "bytes in UTF-8": Reply(raw=raw % "/公开/".encode()), "bytes in GBK": Reply(raw=raw % "/公开/".encode("gbk")),
        "space": p.moved("/a b/"), "scheme in capitals": lambda asked: p.moved(f"HTTP://{asked.headers['host']}/ok/"), "page beside it": Reply(p.home(mega).body, 302, (("Location", "/ok/"), ("Content-Type", HTML))),
        "many cookies": p.moved("/ok/", 302, *((("Set-Cookie", f"k{n}=v; path=/")) for n in range(12))), "dots": p.moved("./../ok/./"), "host moved": lambda asked: p.moved(f"{JUMPS[id(other)]}/ok/"), "sign in": p.moved("/cas/login?service=x"),
        "header Refresh": Reply(b"", headers=(("Refresh", "0; url=/ok/"), ("Content-Type", HTML))), "reloads itself": p.page("大屏", "<meta http-equiv=refresh content=300><h2>今日天气</h2><p>多云 12℃</p>", mega),
        "noscript refresh": p.page("通告", "<noscript><meta http-equiv='refresh' content='0;url=/404.html'></noscript><p>明日停气。</p>", fonts), "frames": Reply(b"<frameset rows='90,*'><frame src=/ok/><frame src='/ok/?v=2'></frameset>"), "whole frame": Reply(b"<body><iframe src=/ok/ width=100%></iframe></body>"),
        "script of the address": Reply(b"<script>var u='/ok/';window.location.href=u;</script>"), "if mobile": p.page("要闻", "<script>if(/Android|iPhone/.test(navigator.userAgent)){location.href='/m/none.html'}</script><p>我县开镰收稻。</p>", mega),
        "opens itself": Reply(b"<script>window.open('/ok/','_self')</script>"), "link click": Reply(b"<a id=g href=/ok/>go</a><script>document.getElementById('g').click()</script>"),
    }  # fmt: skip
    world.add("alive: leads on", "alive", a, [(f"/m/{name.replace(' ', '-')}", one) for name, one in alive.items()])
    dead: dict[str, Answer] = {
        "loop of two": p.moved("/n/loop-of-three"), "loop of three": p.moved("/n/loop-of-two"), "counting up": p.moved("/n/counting-up?n=1"), "no host": p.moved("http:///x"), "no such host": p.moved("http://www.qingyan-county.invalid/"), "private use": p.moved("javascript:void(0)"),
        "home by GBK": Reply(raw=raw % b"/"), "header Refresh": Reply(b"", headers=(("Refresh", "3;URL=/"), ("Content-Type", HTML))), "history": Reply(b"<script>history.back()</script>"), "closes": Reply(b"<script>window.opener=null;window.close();</script>"),
        "frames of nothing": Reply(b"<frameset rows='90,*'><frame src=/none1.html><frame src=/none2.html></frameset>"), "frame of the error page": Reply(b"<body style=margin:0><iframe src=/404.html width=100% height=100%></iframe></body>"), "three refreshes": Reply(b"<meta http-equiv=refresh content='0;url=/n/second'>"),
        "second": Reply(b"<script>location.replace('/n/third')</script>"), "third": Reply(b"<meta http-equiv=refresh content=0;url=/none.html>"), "escaped alert": Reply(b"<script>alert('\\u6587\\u7ae0\\u4e0d\\u5b58\\u5728');history.go(-1)</script>"),
        "written": Reply(b"<script>document.write(unescape('%u9875%u9762%u4E0D%u5B58%u5728'))</script>"), "confirm": Reply("<script>if(confirm('该信息已被删除，是否返回首页？')){location='/'}else{history.back()}</script>".encode()),
    }  # fmt: skip
    for at in range(1, 40):
        a.pages[f"/n/counting-up?n={at}"] = p.moved(f"/n/counting-up?n={at + 1}")
    world.add("dead: leads nowhere", "dead", a, [(f"/n/{name.replace(' ', '-')}", one) for name, one in dead.items()])
    plain, secure = world.host(), world.host()
    secure.pages["/"] = target
    plain.pages["/x"] = lambda asked: p.moved(JUMPS[id(secure)].replace("http:", "https:") + "/")
    world.cases.append(Case("dead: https where there is none", "dead", plain, "/x"))
