"""The list of portals: addresses made canonical, and lists of them read from files."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from storage.errors import StoreError
from storage.portals import normal_home_url
from xuncha.errors import Mistake
from xuncha.lang import say

_ORGANS = {"government", "department"}


@dataclass(frozen=True, slots=True)
class Listed:
    """One portal of a list; `where` names file and line."""

    home_url: str
    name: str | None
    organ: str
    where: str
    group: str | None = None


def home_url(text: str) -> str:
    """The canonical address of a home page.

    >>> home_url("WWW.Example.GOV.cn")
    'http://www.example.gov.cn/'
    """
    try:
        return normal_home_url(text)
    except StoreError:
        raise _no_url(text) from None


def read_list(path: Path) -> list[Listed]:
    """Portals of a CSV (columns url, name, organ, group) or YAML file; one wrong line refuses the whole file."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Mistake(say(f"读不了 {path}：{error.strerror}", f"cannot read {path}: {error.strerror}")) from None
    except UnicodeDecodeError:
        raise Mistake(
            say(f"{path} 不是 UTF-8 文本；请另存为 UTF-8", f"{path} is not UTF-8 text; save it as UTF-8")
        ) from None
    rows = _yaml_rows(path, text) if path.suffix.lower() in {".yml", ".yaml"} else _csv_rows(path, text)
    listed = [_listed(row, where) for where, row in rows]
    if not listed:
        raise Mistake(say(f"{path} 里没有门户", f"{path} lists no portal: it needs a column or key 'url'"))
    return listed


def _csv_rows(path: Path, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    reader = csv.DictReader(text.splitlines())
    if "url" not in (reader.fieldnames or []):
        raise Mistake(
            say(
                f"{path} 第 1 行要有表头 url（可加 name、organ、group）",
                f"{path}, line 1: the header must name 'url' (and may name 'name', 'organ', 'group')",
            )
        )
    for row in reader:
        if any(value for value in row.values()):
            yield f"{path}:{reader.line_num}", row


def _yaml_rows(path: Path, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise Mistake(say(f"{path} 第 {line} 行不是 YAML", f"{path}, line {line}: not YAML")) from None
    items = data.get("portals") if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise Mistake(say(f"{path} 要有列表 portals:", f"{path} must hold a list 'portals:'"))
    for number, item in enumerate(items, 1):
        yield f"{path}, {number}", item if isinstance(item, dict) else {"url": item}


def _listed(row: Mapping[str, Any], where: str) -> Listed:
    organ = str(row.get("organ") or "department").strip()
    if organ not in _ORGANS:
        raise Mistake(f"{where}: organ={organ!r}; {say('请写', 'write')} government {say('或', 'or')} department")
    try:
        url = home_url(str(row.get("url") or ""))
    except Mistake as mistake:
        raise Mistake(f"{where}: {mistake}") from None
    name = str(row.get("name") or "").strip()
    return Listed(url, name or None, organ, where, str(row.get("group") or "").strip() or None)


def _no_url(text: str) -> Mistake:
    return Mistake(
        say(
            f"{text[:80]!r} 不是网址；请写成 http://www.example.gov.cn/",
            f"{text[:80]!r} is no address; write it like http://www.example.gov.cn/",
        )
    )
