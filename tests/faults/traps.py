"""Portals that never end: each page leads to more pages of the same."""

import random
import string
from datetime import date, timedelta
from hashlib import sha256
from itertools import count
from urllib.parse import parse_qsl

from tests.faults.server import Asked

_SERIAL = count()
_CHANCE = random.Random(1)


def _page(title: str, body: str) -> str:
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"


def _queried(asked: Asked) -> dict[str, str]:
    return dict(parse_qsl(asked.path.partition("?")[2]))


def calendar(asked: Asked) -> str:
    """Each day leads to the days around it and to the next month, for ever."""
    asked_for = _queried(asked)
    day = date.fromisoformat(asked_for.get("date", "2024-01-01"))
    days = [day + timedelta(days=n) for n in range(1, 40)]
    links = "".join(f'<td><a href="/calendar.htm?date={one}">{one.day}</a></td>' for one in days)
    return _page(f"{day.year}年{day.month}月 日程", f"<table><tr>{links}</tr></table><p>当天没有安排。</p>")


def listed_calendar(asked: Asked) -> str:
    """The same as a list with dates, which looks like a column."""
    day = date.fromisoformat(_queried(asked).get("day", "2024-01-01"))
    days = [day + timedelta(days=n) for n in range(1, 30)]
    links = "".join(
        f'<li><a href="/agenda.htm?day={one}">{one.year}年{one.month}月{one.day}日领导活动安排</a><span>{one}</span></li>'
        for one in days
    )
    return _page("领导活动", f'<ul class="list">{links}</ul>')


def sessions(asked: Asked) -> str:
    """Each page gives its few links a new session."""
    session = sha256(str(next(_SERIAL)).encode()).hexdigest()[:32]
    links = "".join(
        f'<li><a href="/session/{one}.htm?sid={session}">{one}的有关情况</a></li>'
        for one in ("about", "news", "work", "law", "plan")
    )
    return _page("信息公开", f"<p>{'本单位主动公开的信息。' * 10}</p><ul>{links}</ul>")


def session_paths(asked: Asked) -> str:
    """The session stands in the path."""
    session = "".join(_CHANCE.choice(string.ascii_letters + string.digits) for _ in range(24))
    links = "".join(
        f'<li><a href="/s/(S({session}))/{one}.aspx">{one}的有关情况</a></li>'
        for one in ("about", "news", "work", "law", "plan")
    )
    return _page("信息公开", f"<p>{'本单位主动公开的信息。' * 10}</p><ul>{links}</ul>")


def facets(asked: Asked) -> str:
    """Filters that can be combined in any order."""
    chosen = parse_qsl(asked.path.partition("?")[2])
    names = ("theme", "organ", "year", "kind", "region", "state", "sort", "size")
    links = []
    for name in names:
        for value in ("a", "b", "c", "d"):
            query = "&".join(f"{key}={one}" for key, one in [*chosen, (name, value)])
            links.append(f'<a href="/facets.htm?{query}">{name} {value}</a>')
    return _page("文件库", f"<div>{' '.join(links)}</div><p>{len(chosen)} 项条件</p>")


def deeper(asked: Asked) -> str:
    """A relative link that is one level deeper each time."""
    return _page(
        "机构职能", "<p>职能说明。</p><a href='a/'>下一级</a> <a href='b/c/'>另一级</a> <a href='a/index.htm'>目录</a>"
    )


def pagination(asked: Asked) -> str:
    """A list whose every sheet has a next one, with the same entries."""
    number = int(_queried(asked).get("page", "1"))
    entries = "".join(
        f'<li><a href="/info/{n}.htm">关于第 {n} 项工作的通知</a><span>2024-01-{n:02}</span></li>' for n in range(1, 16)
    )
    sheets = "".join(f'<a href="/list.htm?page={number + n}">{number + n}</a> ' for n in range(1, 10))
    return _page(
        "通知公告",
        f'<ul class="list">{entries}</ul><div class="page">{sheets}<a href="/list.htm?page={number + 1}">下一页</a></div>',
    )


def endless_entries(asked: Asked) -> str:
    """Every article names a hundred new ones."""
    links = "".join(
        f'<li><a href="/content/{_word()}.htm">关于做好{n}号工作的通知</a><span>2024-02-01</span></li>'
        for n in range(1, 100)
    )
    return _page("工作动态", f'<ul class="list">{links}</ul>')


def apology(asked: Asked) -> str:
    """An apology with status 200 that links to itself under ever new ids."""
    links = "".join(f'<a href="/missing/{_word()}/{_word()}.htm">返回{n}</a> ' for n in range(20))
    return _page("系统提示", f"<p>您要找的内容暂时无法显示。</p>{links}")


def words(asked: Asked) -> str:
    """Random words under random names: no two pages alike."""
    text = "".join(chr(_CHANCE.randrange(0x4E00, 0x9000)) for _ in range(300))
    links = "".join(f'<a href="/w/{_word()}-{_word()}/{_word()}.html">{_word()}</a> ' for _ in range(60))
    return _page(text[:10], f"<p>{text}</p>{links}")


def _word() -> str:
    return "".join(_CHANCE.choice(string.ascii_lowercase) for _ in range(8))
