"""Kinds of links with their truth, the fourth batch: written by hand from the standards without a look at the engine."""

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_fourth_hosts import answer_anything, applications, lapsed, later, walls
from benchmarks.bench_links_fourth_wire import files, heads, moves, wire
from benchmarks.bench_links_fourth_words import GONE, LIVING, LOOKS, fonts, mega, modern
from benchmarks.bench_links_server import HTML, Reply
from benchmarks.bench_links_tls import Certificates
from benchmarks.bench_links_world import Case, World, numbered

_DEAD = (404, 410, 415, 500, 506, 508, 509, 523, 524, 530)
_TLS = ("expired", "self-signed", "wrong host", "TLS 1.0", "TLS 1.1")


def build(certificates: Certificates) -> World:
    world = World()
    for part in (_words, _charsets, _data, walls, answer_anything, applications, lapsed, later, wire, files, heads, moves, _addresses):  # fmt: skip
        part(world)
    for kind in _TLS:
        host = world.host(tls=certificates.context(kind))
        truth = "unknown" if kind.startswith("TLS") else "alive"
        pages = [("/zw.html", p.article(4, mega)), ("/x.pdf", p.file(p.PDF, "application/pdf"))]
        world.add(f"TLS: {kind}", truth, host, pages)
        if truth == "alive":
            world.add("TLS: nothing there", "dead", host, [("/no.html", p.page("", "<p>您要的页面不在了</p>", fonts))])
    return world


def _words(world: World) -> None:
    a = world.host()
    for table, kind, truth, most in ((LIVING, "alive", "alive", 3), (GONE, "gone", "dead", 2)):
        for number, (name, (title, main)) in enumerate(table.items()):
            many = most if number % 4 == 0 else most - 1
            looks = [LOOKS[(number + at) % 3] for at in range(many)]
            charsets = [("utf-8", "gb18030")[(number + at) % 2] for at in range(many)]
            pages = (p.page(title, main, look, charset) for look, charset in zip(looks, charsets, strict=True))
            world.add(f"{kind}: {name}", truth, a, numbered(f"/{kind}/{number}_{{}}.html", pages))
    for status in _DEAD:
        answers = (
            p.page("", "x", mega, status=status),
            p.page("青岩县", f"<p>{p.PARAGRAPH}</p>", fonts, status=status),
        )
        world.add(f"status {status}", "dead", a, numbered(f"/status/{status}_{{}}.html", answers))


def _charsets(world: World) -> None:
    """The header and the page say one charset, the bytes are in another."""
    a = world.host()
    gone, alive = "<p>很抱歉，您要访问的文章已经被移除</p>", "<p>现将拟表彰对象予以公示，公示期五个工作日。</p>"
    for number, (bytes_in, said) in enumerate((("gb18030", "utf-8"), ("utf-8", "gb2312"), ("big5", "gb2312"), ("utf-16-le", ""), ("utf-16-be", ""), ("gb18030", "iso-8859-1"), ("big5", ""))):  # fmt: skip
        for main, truth in ((gone, "dead"), (alive, "alive")):
            text = mega("青岩县", main) if bytes_in != "big5" else modern("青岩縣", main.translate(_TO_TRADITIONAL))
            text = text.replace('<meta charset="CHARSET">', f'<meta charset="{said}">' if said else "")
            kind = f"text/html; charset={said}" if said else "text/html"
            mark = {"utf-16-le": b"\xff\xfe"}.get(bytes_in, b"")
            reply = Reply(mark + text.encode(bytes_in, "xmlcharrefreplace"), headers=(("Content-Type", kind),))
            world.add(f"charset: {truth}", truth, a, [(f"/cs/{number}_{truth}.html", reply)])
    entities = "".join(f"&#{ord(one)};" for one in "您访问的页面不存在")
    world.add("charset: dead", "dead", a, [("/cs/e.html", p.page("", f"<p>{entities}</p>", fonts, "gbk")), ("/cs/x.html", p.page("", "".join(f"&#x{ord(one):x};" for one in "网页已被删除"), modern))])  # fmt: skip


_TO_TRADITIONAL = str.maketrans("访问经现将拟对间", "訪問經現將擬對間")


def _data(world: World) -> None:
    a = world.host()
    json = "application/json; charset=utf-8"
    dead = ('{"resultCode":"-1","resultMsg":"该内容不存在"}', '{"success":false,"msg":"记录不存在"}', '{"state":0,"info":"文章已下线"}', '{"error":"not_found"}', '{"code":500,"message":"服务器内部错误","data":null}', '{"errno":404}')  # fmt: skip
    world.add("JSON: gone", "dead", a, numbered("/api/g{}", (p.text(one, json) for one in dead)))
    world.add("JSON: gone", "dead", a, [("/api/jp?cb=f", p.text('f({"code":404,"msg":"不存在"})', "application/javascript")), ("/api/h", p.text('{"status":404,"error":"Not Found"}', HTML))])  # fmt: skip
    alive = ('{"success":true,"data":{"title":"关于404页面整改的通报"}}', '{"code":"0000","msg":"成功","data":[]}', '{"data":[]}', '{"errorCode":0,"errorMsg":"","rows":[{"id":404}]}', '{"status":"200","message":"OK"}', "{}", "[]", '{"type":"FeatureCollection","features":[]}')  # fmt: skip
    world.add("JSON: alive", "alive", a, numbered("/api/a{}", (p.text(one, json) for one in alive)))
    world.add("text: alive", "alive", a, [("/hits.jsp?id=3", p.text("document.write('404');", "text/javascript")), ("/count", p.text("20", HTML)), ("/wap/", p.text('<?xml version="1.0"?><wml><card title="青岩"><p>要闻</p></card></wml>', "text/vnd.wap.wml"))])  # fmt: skip


def _addresses(world: World) -> None:
    a = world.host()
    living = {
        "/page.html#no-such-anchor": "/page.html", "/%zz/100%.html": "/%zz/100%.html", "/it's.html": "/it's.html", "/a;b=1,2/c.html": "/a;b=1,2/c.html", "/e%2Ff.html": "/e%2Ff.html", "/%25E5%2585%25AC.html": "/%25E5%2585%25AC.html",
        "/q.html?": "/q.html?", "/long.html?u=" + "a" * 3000: "/long.html?u=" + "a" * 3000, "/~lab/index.htm": "/~lab/index.htm", "/a@b:c.html": "/a@b:c.html", "/ok.html?url=http://x/y?z=1": "/ok.html?url=http://x/y?z=1",
    }  # fmt: skip
    for number, target in enumerate(living.values()):
        a.pages[target] = p.article(number, modern)
    a.pages["/q.html"] = p.article(3, modern)
    world.all_of("addresses", "alive", a, living)
    nowhere = (
        "http://http://www.qy.gov.cn/a.html",
        "http://.gov.cn/",
        "http://www..gov.cn/x",
        "http://青岩县人民政府.invalid/",
        "https://xn--55qx5d.invalid/",
        "http://127.9.9.7:9/",
    )
    world.cases += [Case("nowhere", "dead", one) for one in nowhere]
