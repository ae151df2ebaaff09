"""Request lines, byte for byte: Chinese links on pages of three charsets, whatever the header says of the page.

What is right: a path goes out in UTF-8, a query in the page's charset (WHATWG URL 4.4), both percent-encoded; where the
header lies, the page's true charset counts, because that is how its links were meant.
"""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from benchmarks.bench_links_peers import Checker, links_of_page, page_checkers
from benchmarks.bench_links_server import Host, Reply, Request, Server, serve

_TEXT = {
    "utf-8": "县人民政府办公室关于印发政府信息公开目录的通知，请各乡镇认真贯彻落实，切实做好各项工作。",
    "gbk": "县人民政府办公室关于印发政府信息公开目录的通知，请各乡镇认真贯彻落实，切实做好各项工作。",
    "big5": "縣人民政府辦公室關於印發政府資訊公開目錄的通知，請各鄉鎮認真貫徹落實，切實做好各項工作。",
}
_NAMES = {"utf-8": ("公开", "通知", "标志"), "gbk": ("公开", "通知", "标志"), "big5": ("公開", "通知", "標誌")}
_WRONG = {"utf-8": "gbk", "gbk": "utf-8", "big5": "gbk"}
_CODEC = {"utf-8": "utf-8", "gbk": "gb18030", "big5": "big5hkscs"}


@dataclass(frozen=True)
class Page:
    charset: str
    header: str  # none, right, wrong
    has_meta: bool

    @property
    def name(self) -> str:
        return f"{self.charset}-{self.header}-{'meta' if self.has_meta else 'bare'}"

    def wanted(self) -> dict[str, str]:
        """Where a link stands → the target of its request line."""
        path, query, picture = _NAMES[self.charset]
        root, codec = f"/{self.name}", _CODEC[self.charset]
        return {
            "path": f"{root}/{quote(path)}/1.htm",
            "query": f"{root}/s.asp?n={quote(query.encode(codec))}&p=1",
            "path and query": f"{root}/{quote(path)}.jsp?n={quote(query.encode(codec))}",
            "image": f"{root}/img/{quote(picture)}.png",
            "entity": f"{root}/{quote('县' if self.charset != 'big5' else '縣')}.htm",
            "escaped": f"{root}/%B9%AB%BF%AA.htm?x=%A4%BD",
            "space": f"{root}/a%20b.htm",
            "style": f"{root}/{quote(picture)}.css",
            "attachment": f"{root}/{quote(path + '（1）')}.pdf",
        }

    def reply(self) -> Reply:
        path, query, picture = _NAMES[self.charset]
        meta = f'<meta http-equiv="Content-Type" content="text/html; charset={self.charset}">' if self.has_meta else ""
        county = ord("县" if self.charset != "big5" else "縣")
        root = f"/{self.name}"
        html = (
            f'<html><head>{meta}<title>{_TEXT[self.charset][:9]}</title><link rel="stylesheet" href="{root}/{picture}.css"></head>'
            f'<body><p>{_TEXT[self.charset] * 3}</p><a href="{root}/{path}/1.htm">{path}</a><a href="s.asp?n={query}&amp;p=1">{query}</a>'
            f'<a href="{path}.jsp?n={query}">a</a><img src="img/{picture}.png"><a href="&#{county};.htm">b</a>'
            f'<a href="%B9%AB%BF%AA.htm?x=%A4%BD">c</a><a href=" a b.htm ">d</a><a href="{path}（1）.pdf">e</a></body></html>'
        )
        charset = {"right": self.charset, "wrong": _WRONG[self.charset]}.get(self.header)
        kind = f"text/html; charset={charset}" if charset else "text/html"
        return Reply(html.encode(_CODEC[self.charset]), headers=(("Content-Type", kind),))


PAGES = [
    Page(charset, header, meta) for charset in _TEXT for header in ("none", "right", "wrong") for meta in (True, False)
]


def addresses(tools: dict[str, Checker], show: bool) -> None:
    print(
        f"\nRequest lines: {len(PAGES)} pages in {', '.join(_TEXT)}, header none, right or wrong, with and without a meta element"
    )
    for name in page_checkers(tools):
        right, wanted, wrong = 0, 0, []
        for page in PAGES:
            seen = _seen(name, page)
            for place, target in page.wanted().items():
                wanted += 1
                right += target in seen
                if target not in seen:
                    wrong.append(f"{page.name} {place}: {target} not in {sorted(seen)}")
        print(f"{name:<13}{right} of {wanted} request lines right, {100 * right / wanted:.1f}%")
        if show:
            print(*wrong, sep="\n  ")


def _seen(name: str, page: Page) -> set[str]:
    """The targets that a checker asks for when it is sent to the page."""
    host = Host({f"/{page.name}/index.html": page.reply()}, missing=_anything)
    with TemporaryDirectory(prefix="bench-links-") as folder, serve([host]) as server:
        links_of_page(name, f"{server.address(host)}/{page.name}/index.html", Path(folder))
        return _targets(server)


def _anything(asked: Request) -> Reply:
    return Reply(f"<p>{asked.target}</p>".encode()) if asked.target != "/robots.txt" else Reply(b"", 404)


def _targets(server: Server) -> set[str]:
    return {request.target for _, request in server.log}
