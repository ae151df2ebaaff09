"""Pages for the fault servers: a county's portal in several looks, and the pages that such portals show for an error."""

from collections.abc import Callable

from benchmarks.bench_links_server import HTML, Reply

Look = Callable[[str, str], str]  # (title, main part) → markup

PARAGRAPH = (
    "为进一步推进政务公开工作，切实保障人民群众的知情权、参与权、表达权和监督权，县政府办公室组织各乡镇、各部门开展自查，"
    "对照要点逐项梳理，补齐短板，完善制度，确保各项任务按时完成。会议强调，要提高认识，压实责任，强化督查，务求实效。"
)
_MENU = ("首页", "走进本县", "新闻中心", "政务公开", "办事服务", "互动交流", "专题专栏", "数据发布")


def trs(title: str, main: str) -> str:
    menu = "".join(f'<li><a href="/m{n}/">{name}</a></li>' for n, name in enumerate(_MENU))
    return (
        f'<!DOCTYPE html><html><head><meta charset="CHARSET"><title>{title}</title><meta name="SiteName" content="清河县'
        f'人民政府"><script>var a=1;</script></head><body><div class="header"><img src="/images/logo.png" alt="清河县人民政府">'
        f'</div><ul class="nav">{menu}</ul><div class="main">{main}</div><div class="footer"><p>主办：清河县人民政府办公室 '
        "网站标识码：1305340001　冀ICP备05001234号　冀公网安备13053402000101号</p></div></body></html>"
    )


def jcms(title: str, main: str) -> str:
    menu = " | ".join(f'<a href="/col/col{n}/index.html">{name}</a>' for n, name in enumerate(_MENU))
    return (
        '<html><head><META http-equiv="Content-Type" content="text/html; charset=CHARSET">'
        f"<title>{title}</title></head><body><table width=1000><tr><td>{menu}</td></tr><tr><td>{main}</td></tr>"
        "<tr><td>版权所有：东山区教育局　地址：人民路18号　电话：0535-1234567</td></tr></table></body></html>"
    )


def bare(title: str, main: str) -> str:
    return f'<html><head><meta charset="CHARSET"><title>{title}</title></head><body>{main}</body></html>'


LOOKS: tuple[Look, ...] = (trs, jcms, bare)


def page(
    title: str, main: str, look: Look = trs, charset: str = "utf-8", *, header: bool = True, status: int = 200
) -> Reply:
    text = look(title, main).replace("CHARSET", charset)
    body = text.encode(charset, "xmlcharrefreplace")
    kind = f"text/html; charset={charset}" if header else "text/html"
    return Reply(body, status, (("Content-Type", kind),))


def article(number: int, look: Look = trs, charset: str = "utf-8", *, header: bool = True) -> Reply:
    title = f"我县召开第{number}次政务公开工作推进会"
    main = (
        f'<h1>{title}</h1><p class="info">发布时间：2024-0{number % 9 + 1}-1{number % 10}　来源：县政府办公室</p>'
        f'<div id="zoom">{"".join(f"<p>{PARAGRAPH}</p>" for _ in range(number % 4 + 2))}</div>'
    )
    return page(title, main, look, charset, header=header)


def listing(number: int, look: Look = trs, charset: str = "utf-8") -> Reply:
    subject = (
        "春季造林",
        "防汛备汛",
        "教师招聘",
        "道路养护",
        "农机补贴",
        "秸秆禁烧",
        "医保参保",
        "安全生产",
        "征地公告",
        "换届选举",
    )[number % 10]
    rows = "".join(
        f'<li><a href="/art/{number}_{n}.html">关于做好{n}月份{subject}工作的通知</a><span>2024-{n:02}-0{n % 9 + 1}</span></li>'
        for n in range(1, 12)
    )
    return page(f"{subject}专栏", f"<ul>{rows}</ul>", look, charset)


def home(look: Look = trs, charset: str = "utf-8") -> Reply:
    blocks = "".join(
        f"<h2>{name}</h2><ul>"
        + "".join(
            f'<li><a href="/{b}/{n}.html">{name}：第{n}条重要消息今日发布</a><i>06-1{n}</i></li>' for n in range(6)
        )
        + "</ul>"
        for b, name in enumerate(_MENU[2:])
    )
    return page("清河县人民政府", blocks, look, charset)


def moved(to: str, status: int = 302, *more: tuple[str, str]) -> Reply:
    return Reply(b"", status, (("Location", to), ("Content-Type", HTML), *more))


def text(said: str, kind: str = "text/plain; charset=utf-8", status: int = 200) -> Reply:
    return Reply(said.encode(), status, (("Content-Type", kind),))


def file(body: bytes, kind: str, status: int = 200) -> Reply:
    return Reply(body, status, (("Content-Type", kind),))


PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\n" + b"0 0 0 rg BT ET\n" * 400 + b"%%EOF"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)
ZIP = b"PK\x03\x04\x14\x00" + bytes(range(256)) * 20
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 20
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
