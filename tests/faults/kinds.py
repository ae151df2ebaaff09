"""Every kind of hostile answer, and the fact that a patrol must make of it."""

from collections.abc import Callable, Iterator
from random import Random

from tests.faults import bodies, traps
from tests.faults.records import NOTHING, Fault
from tests.faults.server import RESET, Answer, Asked, Made, Said, endless, head, page, parts, sent, whole

REPORT = "2023年政府信息公开工作年度报告"  # a link's words that make the patrol read the file behind it
HTML = "text/html; charset=utf-8"
GOOD = (
    "<html><head><title>通知</title></head><body><h1>通知</h1><p>"
    + "各部门要认真学习并抓好落实。" * 20
    + "</p></body></html>"
)
_TOO_LARGE = {"outcome": "too_large", "reason": "too_large"}
_CUT = {"outcome": "ok", "reason": "partly_read:.*"}


def _packed(encoding: str, make: Callable[[], bytes]) -> Answer:
    return Made(make, f"{HTML}\r\nContent-Encoding: {encoding}")


def _next(asked: Asked) -> str:
    """The address after this one: /hop/3 → /hop/4."""
    start, _, number = asked.path.partition("?")[0].rpartition("/")
    return f"{start}/{int(number) + 1}"


def _two_answers(asked: Asked) -> Iterator[Said]:
    """More than was promised, on a connection that stays open."""
    good = GOOD.encode()
    yield f"HTTP/1.1 200 OK\r\nContent-Type: {HTML}\r\nContent-Length: {len(good)}\r\n\r\n".encode() + good
    yield b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nevil!" * 100
    yield 1.0


PACKED = [
    Fault("gzip bomb", _packed("gzip", bodies.gzip_bomb), **_TOO_LARGE),
    Fault("deflate bomb", _packed("deflate", bodies.deflate_bomb), **_TOO_LARGE),
    Fault("brotli bomb", _packed("br", bodies.brotli_bomb), **_TOO_LARGE),
    Fault("zstd bomb", _packed("zstd", bodies.zstd_bomb), **_TOO_LARGE),
    Fault("gzip bomb in gzip", _packed("gzip, gzip", bodies.twice_gzipped), **_TOO_LARGE),
    Fault("gzip in gzip, 30 times", _packed(", ".join(["gzip"] * 30), lambda: bodies.often_gzipped(30)), "ok", "soft_404:.*|None"),
    Fault("gzip that is none", parts(head("200 OK", HTML, "Content-Encoding: gzip"), GOOD.encode()), "failed", "protocol:compression"),
    Fault("gzip cut short", _packed("gzip", lambda: bodies.gzip_bomb()[:5000]), "ok", "truncated"),
    Fault("an encoding nobody knows", parts(head("200 OK", HTML, "Content-Encoding: x-evil"), GOOD.encode()), "ok"),
]  # fmt: skip

ENDLESS = [
    Fault("endless body, a length of petabytes", endless(head("200 OK", HTML, f"Content-Length: {10**15}"), b"x" * 65536), **_TOO_LARGE),
    Fault("endless body without a length", endless(head(), b"<p>x</p>" * 8192), **_TOO_LARGE),
    Fault("endless chunks", endless(head("200 OK", HTML, "Transfer-Encoding: chunked"), b"10000\r\n" + b"x" * 65536 + b"\r\n"), **_TOO_LARGE),
    Fault("endless chunks of one byte", endless(head("200 OK", HTML, "Transfer-Encoding: chunked"), b"1\r\nx\r\n" * 8192), "too_large|failed", "too_large|timeout"),
    Fault("endless chunk header", endless(head("200 OK", HTML, "Transfer-Encoding: chunked") + b"1;", b"x" * 65536), "failed", "timeout|protocol.*|reset|incomplete"),
    Fault("endless trailers after the last chunk", endless(head("200 OK", HTML, "Transfer-Encoding: chunked") + b"0\r\n", b"X-A: " + b"x" * 1000 + b"\r\n"), "failed", "timeout|protocol.*|reset|incomplete"),
    Fault("a byte a second, in the headers", endless(b"HTTP/1.1 200 OK\r\n", b"X", 1.0), "failed", "timeout"),
    Fault("a byte a second, in the body", endless(head("200 OK", HTML, "Content-Length: 10000"), b"x", 1.0), "failed", "timeout"),
    Fault("never a word", parts(60.0), "failed", "timeout"),
]  # fmt: skip

HEADERS = [
    Fault("10,000 headers", parts(head("200 OK", HTML, *[f"X-{n}: {n}" for n in range(10_000)]), GOOD.encode()), "failed", "protocol:headers"),
    Fault("endless headers", endless(b"HTTP/1.1 200 OK\r\n", b"".join(b"X-%d: %s\r\n" % (n, b"x" * 100) for n in range(500))), "failed", "protocol:headers"),
    Fault("one header of 1 MB", parts(head("200 OK", HTML, "X-Long: " + "x" * 1_000_000), GOOD.encode()), "failed", "protocol:headers"),
    Fault("endless header", endless(b"HTTP/1.1 200 OK\r\nX-Long: ", b"x" * 65536), "failed", "protocol:headers"),
    Fault("endless header in folded lines", endless(b"HTTP/1.1 200 OK\r\nX-Long: x\r\n", b" xxxxxxxxxx\r\n" * 5000), "failed", "protocol:headers"),
    Fault("endless status line", endless(b"HTTP/1.1 200 ", b"O" * 65536), "failed", "protocol:headers"),
    Fault("1,000 cookies", parts(head("200 OK", HTML, *[f"Set-Cookie: c{n}={'v' * 50}; path=/" for n in range(1000)]), GOOD.encode()), "ok|failed", "None|protocol:headers"),
    Fault("400 cookies", parts(head("200 OK", HTML, *[f"Set-Cookie: c{n}={'v' * 100}; path=/" for n in range(400)]), GOOD.encode()), "ok"),
    Fault("cookies of 15 KB", parts(head("200 OK", HTML, *[f"Set-Cookie: c{n}={'v' * 15_000}; expires={' ' * 500}" for n in range(4)]), GOOD.encode()), "ok"),
    Fault("headers that are not UTF-8", parts(b"HTTP/1.1 200 \xcd\xa8\xd6\xaa\r\nServer: \xff\xfe\xd5\xfe\xb8\xae\r\nX-\xff: \x80\r\nETag: \"\xff\x00\"\r\nContent-Type: text/html; charset=\xff\xfe\r\nContent-Disposition: attachment; filename=\xd5\xfe.htm\r\nConnection: close\r\n\r\n", GOOD.encode()), "ok"),
    Fault("two lengths that differ", parts(head("200 OK", HTML, "Content-Length: 5", "Content-Length: 50"), GOOD.encode()), "failed", "protocol:headers"),
    Fault("length and chunks at once", parts(head("200 OK", HTML, "Content-Length: 5", "Transfer-Encoding: chunked"), b"5\r\nhello\r\n0\r\n\r\n"), "ok|failed", "soft_404.*|None|protocol.*"),
    Fault("a negative length", parts(head("200 OK", HTML, "Content-Length: -1"), GOOD.encode()), "failed", "protocol:headers"),
    Fault("a length of 5,000 digits", parts(head("200 OK", HTML, f"Content-Length: {'9' * 5000}"), GOOD.encode()), "failed", "protocol:headers"),
]  # fmt: skip

REDIRECTS = [
    Fault("a redirect to itself", sent(lambda asked: asked.path), "redirect", "redirect_loop"),
    Fault("a redirect that only changes the query", sent(lambda asked: asked.path + "&again"), "redirect", "None|too_many_redirects"),
    Fault("a chain of 1,000 hops", sent(_next), "redirect", "None|too_many_redirects", path="/hop/", copies=1),
    *(
        Fault(f"a redirect to {name}", sent(target), "redirect", "private_address:.*|bad_address")
        for name, target in {
            "a private address": "http://10.0.0.1/admin",
            "the cloud's metadata": "http://169.254.169.254/latest/meta-data/",
            "file:": "file:///etc/passwd",
            "javascript:": "javascript:alert(1)",
            "data:": "data:text/html,<h1>x</h1>",
            "gopher:": "gopher://127.0.0.1:6379/_FLUSHALL",
            "no address at all": "http://[::1",
            "a port that is none": "http://www.gov.cn:99999999/",
        }.items()
    ),
    Fault("a redirect to an address of 100 KB", sent("/" + "x" * 15_000), "redirect", "bad_address"),
    Fault("a Location that is not UTF-8", sent(b"/\xff\xfe\x80\xd5\xfe\xb8\xae.htm"), "redirect|http_error", "None|http_404|soft_404:.*"),
    Fault("a Location with line breaks and NULs", sent(b"/a\x00b\x0bc\rd.htm"), "redirect|failed|http_error", ".*"),
    Fault("a page that refreshes itself for ever", page(lambda asked: f'<html><head><meta http-equiv="refresh" content="0;url={asked.path}&x"></head></html>'), "ok", "None|too_many_redirects"),
    Fault("two pages that refresh to each other", page(lambda asked: f'<html><head><meta http-equiv="refresh" content="0;url=/fault.htm?{"a" if asked.path.endswith("b") else "b"}"></head></html>'), "ok", "None|redirect_loop"),
    Fault("a script that jumps to file:", whole("<html><script>location.href='file:///etc/passwd'</script></html>"), "ok", "soft_404:empty"),
]  # fmt: skip

ENTITIES = "&amp;&#20013;&nbsp;"
MARKUP = [
    Fault("10 MB of nested tags", Made(lambda: bodies.repeated("<div>")), **_CUT),
    Fault("10 MB of nested tables", Made(lambda: bodies.repeated("<table><tr><td>")), **_CUT),
    Fault("10 MB of nested formatting", Made(lambda: bodies.repeated("<b><i><font><a href=x>")), **_CUT),
    Fault("1 million links on a page", Made(lambda: bodies.numbered("<a href={0}>", 2_000_000)), **_CUT),
    Fault("100,000 links with words", Made(lambda: bodies.numbered('<li><a href="/x/{0}.htm">关于第{0}号的通知</a><span>2024-01-01</span></li>', 200_000)), **_CUT),
    Fault("a table of 100,000 rows", Made(lambda: bodies.numbered("<tr><td>{0}</td><td>某某单位</td><td>2024年1月1日</td><td>已办结</td></tr>", 150_000)), **_CUT),
    Fault("a report whose table has 100,000 rows", Made(lambda: bodies.numbered("<tr><td>{0}</td><td>规章</td><td>10</td><td>5</td><td>12345</td></tr>", 150_000, 9_000_000).replace(b"<title>", b"<title>" + REPORT.encode())), label=REPORT, **_CUT),
    Fault("10 MB of one text", Made(lambda: bodies.repeated("通知公告")), "ok", ".*"),
    Fault("10 MB of words of a report", Made(lambda: bodies.repeated("<p>2023年，主动公开政府信息1234条，受理申请56件，予以公开7件。</p>").replace(b"<title>", b"<title>" + REPORT.encode())), label=REPORT, **_CUT),
    Fault("NUL bytes", Made(bodies.nul_bytes), "ok", ".*"),
    Fault("names of 4,500 characters", Made(bodies.long_names), "ok"),
    Fault("an attribute of 10 MB", Made(lambda: bodies.repeated("x", '<html><head><title>题</title></head><body><a href="/y.htm" title="')), "ok", ".*"),
    Fault("10 MB of attributes", Made(lambda: bodies.repeated(" a=1", "<html><head><title>题</title></head><body><p")), "ok", ".*"),
    Fault("a million attributes that differ", Made(lambda: bodies.numbered(" a{0}=1", 2_000_000).replace(b"<body>", b"<body><p")), "ok", ".*"),
    Fault("10 MB of <", Made(lambda: bodies.repeated("<")), "ok", ".*"),
    Fault("10 MB of comments that never end", Made(lambda: bodies.repeated("<!--")), "ok", ".*"),
    Fault("10 MB of <script", Made(lambda: bodies.repeated("<script ")), "ok", ".*"),
    Fault("10 MB of entities", Made(lambda: bodies.repeated(ENTITIES)), "ok", ".*"),
    Fault("10 MB of scripts", Made(lambda: bodies.repeated("<script>createPageHTML(1,location.href='")), "ok", ".*"),
    Fault("10 MB of style attributes", Made(lambda: bodies.repeated(f'<p style="display{" " * 300}">')), "ok", ".*"),
    Fault("10 MB of meta refresh", Made(lambda: bodies.repeated('<meta http-equiv="refresh" content="0; url=/x">')), "ok", ".*"),
    Fault("an image with 100,000 sources", Made(lambda: bodies.repeated("/a/b.png 100w, ", "<html><body><h1>图</h1><img srcset='", 1_500_000) + b"'>"), "ok", ".*"),
    Fault("a data: address of 5 MB", Made(lambda: bodies.repeated("QUJD", "<html><body><h1>图</h1><a href='/z.htm'>下</a><img src='data:image/png;base64,", 5_000_000) + b"'>"), "ok", ".*"),
    Fault("frames in frames", Made(bodies.deep_frames), "ok", ".*"),
    Fault("base href to another host", whole('<html><head><base href="http://10.0.0.1/x/"><title>题</title></head><body><a href="y.htm">下一页</a><a href="//10.0.0.2/">二</a></body></html>'), "ok"),
    Fault("billion laughs, as HTML", whole(bodies.laughs()), "ok", ".*"),
    Fault("billion laughs, as a feed", whole(bodies.laughs(), "application/rss+xml"), "ok", ".*"),
    Fault("an entity that names a file", whole(bodies.outer_entity(), "application/xhtml+xml"), "ok", ".*"),
    Fault("UTF-7", whole(bodies.utf7_trick(), "text/html; charset=utf-7"), "ok", ".*"),
    Fault("UTF-16, GBK and UTF-8 in one page", whole(bodies.utf16_trick(), "text/html; charset=utf-16be"), "ok", ".*"),
    Fault("10 MB of random bytes as HTML", Made(lambda: b"<html>" + Random(1).randbytes(bodies.MOST - 100)), "ok", ".*"),
]  # fmt: skip

TEXTS = [
    Fault(f"10 MB of {name}", Made(lambda unit=unit: bodies.repeated(unit, f"<html><head><title>{REPORT}</title></head><body><p>")), "ok", ".*", label=REPORT)  # type: ignore[misc]
    for name, unit in {
        "digits": "1234567890",
        "spaces": " \u3000\t",
        "年月日": "2024年1月",
        "brackets": "（(【[《<",
        "dates": "2024-01-01 ",
        "numbers with commas": "1,234,",
        "Chinese numerals": "一百二十三万",
        "line breaks": "\n<br>\n",
        "colons": "来源：发布时间：",
        "damaged text": "锟斤拷鏀垮簻",
        "dots and slashes": "../.. . . ",
        "the words of a clause": "件，其中公开",
    }.items()
]  # fmt: skip

PROTOCOL = [
    Fault("a length that is too long", parts(head("200 OK", HTML, "Content-Length: 9999"), GOOD.encode()), "failed", "incomplete"),
    Fault("a length that is too short", parts(head("200 OK", HTML, "Content-Length: 200"), GOOD.encode()), "ok", ".*"),
    Fault("broken chunks", parts(head("200 OK", HTML, "Transfer-Encoding: chunked"), b"zz\r\n" + GOOD.encode()), "failed", "protocol.*|incomplete|reset"),
    Fault("a chunk of 16 digits", parts(head("200 OK", HTML, "Transfer-Encoding: chunked"), b"fffffffffffffff0\r\n" + GOOD.encode()), "failed", "protocol.*|incomplete|reset"),
    Fault("an answer without head (HTTP/0.9)", parts(GOOD.encode()), "failed", "protocol|reset"),
    Fault("an SSH server", parts(b"SSH-2.0-OpenSSH_9.6\r\n", 1.0), "failed", "protocol"),
    Fault("status 999", whole(GOOD, status="999 Request denied"), "http_error|blocked", ".*"),
    Fault("status 000", whole(GOOD, status="000 Nothing"), "http_error", "http_0"),
    Fault("status of 5,000 digits", parts(b"HTTP/1.1 " + b"2" * 5000 + b" OK\r\n\r\n"), "http_error|failed", ".*"),
    Fault("100 Continue for ever", endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000), "failed", "timeout|protocol.*"),
    Fault("103 Early Hints with headers for ever", endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n" * 1000), "failed", "timeout|protocol.*"),
    Fault("101 Switching Protocols", parts(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\x81\x05hello", 1.0), "failed|http_error", ".*"),
    Fault("a reset in the body", parts(head("200 OK", HTML, "Content-Length: 9999"), GOOD.encode(), 0.1, RESET), "failed", "reset|incomplete"),
    Fault("a reset before the answer", parts(RESET), "failed", "reset"),
    Fault("nothing at all", parts(), "failed", "reset"),
    Fault("TLS where HTTP was asked for", parts(b"\x15\x03\x01\x00\x02\x02\x46" * 50), "failed", "protocol|reset"),
    Fault("more bytes than promised, kept alive", _two_answers, "ok"),
    Fault("an answer to nobody's question", parts(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi" * 3), "ok", ".*"),
    Fault("a status line of spaces", parts(b"HTTP/1.1      \r\n\r\n"), "failed|http_error", ".*"),
    Fault("304 to a question without condition", whole(b"", status="304 Not Modified"), "http_error", "http_304"),
    Fault("429 with a wait of years", parts(head("429 Too Many", HTML, "Retry-After: 99999999999999999999", "Content-Length: 0")), "blocked", ".*"),
    Fault("503 with a wait before time", parts(head("503 Busy", HTML, "Retry-After: Mon, 01 Jan 0000 99:99:99 GMT", "Content-Length: 0")), "http_error", "http_503"),
    Fault("503 whose wait is NaN", parts(head("503 Busy", HTML, "Retry-After: nan", "Content-Length: 0")), "http_error", "http_503"),
    Fault("200 with no body and the wrong words", parts(head("204 No Content")), "ok", ".*"),
]  # fmt: skip

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILES = [
    Fault("HTML that calls itself PDF", whole(GOOD, "application/pdf"), "ok", "soft_404:html_for_file", path="/a.pdf", label=REPORT),
    Fault("PDF that calls itself HTML", whole(b"%PDF-1.5\n" + bytes(range(256)) * 1000, HTML), "ok", ".*", label=REPORT),
    Fault("docx bomb", Made(bodies.docx_bomb, _DOCX), "ok", "unreadable:.*", path="/a.docx", label=REPORT),
    Fault("xlsx bomb", Made(bodies.xlsx_bomb, "application/octet-stream"), "ok", "unreadable:.*", path="/a.xlsx", label=REPORT),
    Fault("ofd bomb", Made(bodies.ofd_bomb, "application/ofd"), "ok", "unreadable:.*", path="/a.ofd", label=REPORT),
    Fault("a zip of 60,000 files", Made(bodies.many_files, "application/zip"), "ok", "unreadable:.*", path="/a.docx", label=REPORT),
    Fault("a PDF that is locked", whole(bodies.locked_pdf(), "application/pdf"), "ok", "unreadable:.*", path="/a.pdf", label=REPORT),
    Fault("a PDF whose pages are one page", whole(bodies.looping_pdf(), "application/pdf"), "ok", "unreadable:.*", path="/a.pdf", label=REPORT),
    Fault("a PDF bomb", Made(bodies.pdf_bomb, "application/pdf"), "ok", "unreadable:.*", path="/a.pdf", label=REPORT),
    Fault("10 MB of random bytes as .doc", Made(lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + Random(2).randbytes(9_000_000), "application/msword"), "ok", "unreadable:.*", path="/a.doc", label=REPORT),
]  # fmt: skip

_MANY = {"crawl_max_pages": 600, "crawl_max_depth": 20}
TRAPS = [
    Fault("a calendar", page(traps.calendar), "ok", ".*", path="/calendar.htm", trap="digits|same_page", settings=_MANY, copies=1),
    Fault("a calendar that looks like a column", page(traps.listed_calendar), "ok", ".*", path="/agenda.htm", trap="digits|same_page", settings=_MANY, copies=1),
    Fault("sessions in the query", page(traps.sessions), "ok", ".*", path="/session/", trap="session|same_page", settings=_MANY, copies=1),
    Fault("sessions in the path", page(traps.session_paths), "ok", ".*", path="/s/", trap="session|same_page", settings=_MANY, copies=1),
    Fault("endless facets", page(traps.facets), "ok", ".*", path="/facets.htm", trap="query|same_page", settings=_MANY, copies=1),
    Fault("ever deeper relative paths", page(traps.deeper), "ok", ".*", path="/deep/", trap="deep_path|repeated_path|same_page", settings=_MANY, copies=1),
    Fault("endless pagination", page(traps.pagination), "ok", ".*", path="/list.htm", trap="digits|same_page", settings=_MANY, copies=1),
    Fault("an apology that links to itself", page(traps.apology), "ok", "soft_404:.*", path="/missing/", trap=None, settings=_MANY, copies=1),
    Fault("random words without end", page(traps.words), "ok", ".*", path="/w/", trap="random|names|None", settings=_MANY, copies=1),
    Fault("articles without end", page(traps.endless_entries), "ok", ".*", path="/content/", trap="same_page|names", settings=_MANY, copies=1),
]  # fmt: skip


def _robots(name: str, answer: Answer, outcome: str, reason: str = NOTHING) -> Fault:
    """A good page behind such a robots.txt."""
    return Fault(f"robots.txt: {name}", whole(GOOD), outcome, reason, also={"/robots.txt": answer})


_UNAVAILABLE = {"outcome": "robots", "reason": "robots_unavailable:.*"}
_RULES = "User-agent: *\nDisallow: /fault.htm\n"
ROBOTS = [
    _robots("50 MB", Made(lambda: _RULES.encode() + b"# nothing\n" * 5_000_000, "text/plain"), "robots", "robots"),
    _robots("endless", endless(head("200 OK", "text/plain") + _RULES.encode(), b"Disallow: /x\n" * 1000), "robots", "robots"),
    _robots("a gzip bomb", _packed("gzip", bodies.gzip_bomb), "ok"),
    _robots("redirects in a circle", sent("/robots.txt"), "ok"),
    _robots("a redirect to a private address", sent("http://10.0.0.1/robots.txt"), "ok"),
    _robots("a redirect to file:", sent("file:///etc/passwd"), "ok"),
    _robots("status 500", whole("busy", status="500 Error"), **_UNAVAILABLE),
    _robots("never a word", parts(60.0), **_UNAVAILABLE),
    _robots("binary", whole(bytes(range(256)) * 2000, "text/plain"), "ok"),
    _robots("patterns that loop", whole("User-agent: *\nDisallow: /" + "*a" * 40 + "b$\n", "text/plain"), "ok"),
    _robots("30,000 patterns", Made(lambda: b"User-agent: *\n" + b"Disallow: /*x*y*z$\n" * 25_000, "text/plain"), "ok"),
    _robots("a wait of a year", whole("User-agent: *\nCrawl-delay: 31536000\n", "text/plain"), "ok|robots", ".*"),
    _robots("a wait that is no number", whole("User-agent: *\nCrawl-delay: nan\nRequest-rate: 1/0\nCrawl-delay: -1\n", "text/plain"), "ok"),
]  # fmt: skip

FAULTS = (*PACKED, *ENDLESS, *HEADERS, *REDIRECTS, *MARKUP, *TEXTS, *PROTOCOL, *FILES, *ROBOTS, *TRAPS)
