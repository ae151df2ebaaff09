"""A generated portal of about a thousand pages, served on loopback from this process: `python -m benchmarks.site PAGES`.

Prints its address, then serves until standard input closes. Half of the columns are GBK, half UTF-8; a page has a few
dozen KB, most of it menus, scripts and text, as on a real county's portal. The same number gives the same pages.
"""

import asyncio
import random
import sys

ENTRIES = 20  # on one sheet of a column
COLUMNS = 24
_NAMES = "要闻动态 部门动态 通知公告 政策文件 政策解读 规划计划 财政资金 人事信息 应急管理 统计数据 行政许可 重大项目"
_WORDS = (  # noqa: SIM905  a list of sixty literals is no easier to read
    "市政府 办公室 各县区 人民政府 有关部门 认真 贯彻落实 党中央 国务院 决策部署 推进 政务公开 工作 加强 信息 发布 解读 "
    "回应 优化 营商环境 深化 改革 服务 群众 企业 项目 建设 完成 投资 同比 增长 百分之 教育 卫生 就业 社会保障 环境保护 "
    "安全生产 监督检查 提高 质量 保障 民生 发展 农村 乡村振兴 产业 创新 会议 指出 强调 要求 落实 责任 制度 机制"
).split()
_SCRIPT = "<script>function show(id){var e=document.getElementById(id);if(e){e.style.display='block';}}</script>"
_STYLE = "<style>.menu li{float:left;width:90px;line-height:30px}.list li{border-bottom:1px dashed #ccc}</style>"
_PAGE = """<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>{title}</title>
<meta name="SiteName" content="某县人民政府">{head}</head>
<body><div class="top"><h1>某县人民政府门户网站</h1></div><ul class="menu">{menu}</ul>
<div class="place">您现在的位置：<a href="/">首页</a> &gt; {name}</div>
{main}
<div class="side"><ul>{side}</ul></div>
<div class="foot">主办单位：某县人民政府办公室　网站标识码：1234567890　冀ICP备12345678号</div></body></html>"""


def make_site(pages: int) -> dict[str, tuple[str, bytes]]:
    """Path → (Content-Type, body), about so many pages."""
    chance = random.Random(pages)
    names = [f"{name}{part}" for part in ("", "（县直）") for name in _NAMES.split()][:COLUMNS]
    per_column = max(1, round((pages - 1) / COLUMNS * ENTRIES / (ENTRIES + 1)))
    site: dict[str, tuple[str, bytes]] = {}
    menu = "".join(f'<li><a href="/c{number}/index.html">{name}</a></li>' for number, name in enumerate(names))
    for number, name in enumerate(names):
        _add_column(site, chance, number, name, menu, per_column)
    blocks = "".join(f'<h2><a href="/c{n}/index.html">{name}</a></h2>' for n, name in enumerate(names))
    site["/"] = _page("某县人民政府", "首页", f'<div class="blocks">{blocks}</div>', menu, "", "utf-8")
    return site


def _add_column(
    site: dict[str, tuple[str, bytes]], chance: random.Random, number: int, name: str, menu: str, count: int
) -> None:
    charset = "gbk" if number % 2 else "utf-8"
    entries = []
    for one in range(count):
        title = f"关于{''.join(chance.sample(_WORDS, 4))}的通知（{one + 1}）"
        day = f"2024-{one % 12 + 1:02}-{one % 27 + 1:02}"
        path = f"/c{number}/{day[:7].replace('-', '')}/t{day.replace('-', '')}_{number}{one:04}.html"
        entries.append(f'<li><a href="{path}" title="{title}">{title}</a><span>{day}</span></li>')
        side = "".join(chance.sample(entries, min(8, len(entries))))
        head = f'<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="{day} 09:00">'
        site[path] = _page(title, name, _article(chance, title, day), menu, side, charset, head)
    sheets = [entries[at : at + ENTRIES] for at in range(0, count, ENTRIES)]
    for at, sheet in enumerate(sheets):
        others = "".join(f'<a href="{_sheet(number, other)}">{other + 1}</a> ' for other in range(len(sheets)))
        main = f'<h2>{name}</h2><ul class="list">{"".join(sheet)}</ul><div class="pages">{others}</div>'
        site[_sheet(number, at)] = _page(name, name, main, menu, "", charset)


def _sheet(column: int, number: int) -> str:
    return f"/c{column}/index{f'_{number}' if number else ''}.html"


def _article(chance: random.Random, title: str, day: str) -> str:
    sentences = ("".join(chance.choices(_WORDS, k=9)) + "。" for _ in range(120))
    text = "".join(f"<p style='text-indent:2em;line-height:1.8'>{sentence * 2}</p>" for sentence in sentences)
    return f'<div class="content"><h1>{title}</h1><div class="info">发布时间：{day} 来源：县政府办</div>{text}</div>'


def _page(title: str, name: str, main: str, menu: str, side: str, charset: str, head: str = "") -> tuple[str, bytes]:
    body = _PAGE.format(
        title=title, name=name, main=main, menu=menu, side=side, charset=charset, head=head + _SCRIPT * 8 + _STYLE * 8
    )
    return f"text/html; charset={charset}", body.encode(charset)


class _Server(asyncio.Protocol):
    """As little HTTP as two crawlers need, so that the server costs next to nothing."""

    def __init__(self, answers: dict[bytes, bytes]) -> None:
        self._answers, self._buffer = answers, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while b"\r\n\r\n" in self._buffer:
            request, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
            path = request.split(b" ", 2)[1]
            self._transport.write(self._answers.get(path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"))


async def _serve(pages: int) -> None:
    site = make_site(pages)
    answers = {
        path.encode(): f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        for path, (kind, body) in site.items()
    }
    server = await asyncio.get_running_loop().create_server(lambda: _Server(answers), "127.0.0.1", 0)
    size = sum(len(body) for _, body in site.values()) / len(site)
    sys.stdout.write(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/ {len(site)} {size:.0f}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1])))
