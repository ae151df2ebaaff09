"""What a page says it is: the standard's meta tags, its title, its site, and the codes at its foot."""

import re
from collections.abc import Sequence

from parsers.html.markup import Line, Outline, words
from parsers.html.records import FooterCodes

# 《政府网站发展指引》(国办发〔2017〕47号), in the case that the guide writes; sites write any case.
STANDARD_TAGS = words(
    "SiteName SiteDomain SiteIDCode ColumnName ColumnDescription ColumnKeywords ColumnType ArticleTitle "
    "PubDate ContentSource Keywords Author Description Image Url"
)
_STANDARD = {name.lower(): name for name in STANDARD_TAGS}
# Publication dates under other names, best first.
_DATE_TAGS = (
    "pubdate", "publishdate", "publishtime", "pubtime", "publish_time", "article:published_time", "datepublished",
    "og:release_date", "firstpublishedtime", "createdate", "dc.date", "date",
)  # fmt: skip
_SEPARATOR = re.compile(r"\s*(?:[|｜_»›>—–]+|--+|\s-\s|-(?=[^-]*$)|-(?=[^-]*-)|\s{2,}|·)\s*")
_SITE_WORDS = re.compile(
    r"网$|网站|门户|政府|频道|官网|首页|网上|信息公开|委员会$|[局厅委办处院署会]$|在线$|资讯$|新闻$|财经$"
    r"|\.(?:com|cn|gov)"
)
_SITE_CODE = re.compile(r"标识码\s*[:：]?\s*(bm\s*\d{8}|\d{10})(?!\d)", re.I)
_SITE_CODE_LINK = re.compile(r"(?:site_?code|sitecode|CA[0-9A-F]*)[=/](bm\d{8}|\d{10})(?!\d)", re.I)
_ICP = re.compile(
    r"[\u4e00-\u9fff]?\s*ICP\s*(?:备案?"
    r"|证)\s*(?:号\s*[:：]?\s*)?(?:[\u4e00-\u9fff]?\s*ICP\s*备\s*)?(?:\d{10}|\d{8})\s*号?(?:\s*-\s*\d+)?",
    re.I,
)
_POLICE = re.compile(r"([\u4e00-\u9fff]?)\s*公网安备\s*(\d{14})\s*号?")
_POLICE_LINK = re.compile(r"recordcode=(\d{14})", re.I)
_PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕秦甘陇青宁新港澳台"
_H1_LONGEST = 150
_LONGEST_NAME = 20  # characters of a menu's word
_NO_NAME = re.compile(
    r"首页|主页|^(?:正文|详情|全文|阅读|分享|收藏|繁体|简体|无障碍|返回|刷新|打印|关闭|更多|more|\d+$|[<>«»]|[上下]一?[页篇条]|第.页|尾页|末页)",
    re.I,
)
_NO_TITLE = re.compile(r"当前位置|所在位置|来源|[:：]\s*$|发布日期|检索|搜索|。|首页")


def read_meta(outline: Outline) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The standard's tags by their standard names, and (name, content) of every date tag, best first.

    Case, order of attributes and duplicates do not matter; the first content that is not empty counts.
    """
    tags: dict[str, str] = {}
    for node in outline.nodes:
        if node.name != "meta":
            continue
        name = (
            (node.attrs.get("name") or node.attrs.get("property") or node.attrs.get("itemprop") or "").strip().lower()
        )
        content = " ".join(node.attrs.get("content", "").split())
        if name and (content or name not in tags) and not tags.get(name):
            tags[name] = content
    standard = {_STANDARD[name]: content for name, content in tags.items() if name in _STANDARD}
    dates = [(name, tags[name]) for name in _DATE_TAGS if tags.get(name)]
    return standard, dates


def page_title(outline: Outline, meta: dict[str, str]) -> str:
    """ArticleTitle, else a heading that the title element agrees with, else that element without the site's name."""
    if meta.get("ArticleTitle"):
        return meta["ArticleTitle"]
    headings = [text for text in _headings(outline, ("h1",)) if not _is_site(text, meta)]
    for heading in headings:
        if heading[:10] in outline.title:
            return heading
    head = bare_title(outline.title, meta.get("SiteName", "")).strip("[]【】 ")
    column = meta.get("ColumnName", "")
    if column and (not head or head in column or column in head):
        return column
    if len(head) >= 5:
        return head
    if len(headings) == 1:
        return headings[0]
    others = [text for text in _headings(outline, ("h2", "h3")) if len(text) > 8 and not _is_site(text, meta)]
    return head or next(iter(others), "")


def _headings(outline: Outline, names: tuple[str, ...]) -> list[str]:
    nodes = [node for node in outline.nodes if node.name in names and not node.hidden]
    texts = [outline.text_of(node) for node in nodes]
    return [text for text in texts if 1 < len(text) <= _H1_LONGEST]


def _is_site(text: str, meta: dict[str, str]) -> bool:
    return text == meta.get("SiteName") or bool(re.search(r"(?:网站|门户|网|频道)$", text) and len(text) < 20)


def bare_title(title: str, site_name: str = "") -> str:
    """A title element without the names of site and column around it.

    >>> bare_title("关于放假的通知_平江县人民政府门户网站")
    '关于放假的通知'
    """
    parts = [part.strip() for part in _SEPARATOR.split(title) if part.strip()]
    if len(parts) < 2:
        return title.strip()
    kept = [part for part in parts if part != site_name and not (_SITE_WORDS.search(part) and len(part) < 25)]
    if not kept:
        return parts[0]
    # The first of the long parts: a column's name is short, and stands before or after.
    longest = max(kept, key=len)
    best = kept[0] if len(kept[0]) >= min(8, len(longest)) else longest
    end = title.find(best) + len(best)
    # A dash inside the sentence (——热烈祝贺…) is no border: take on what follows while it is kept too.
    for part in parts[parts.index(best) + 1 :]:
        start = title.find(part, end)
        if part not in kept or "—" not in title[end:start]:
            break
        end = start + len(part)
    return title[title.find(best) : end].strip()


def is_site_alone(title: str, meta: dict[str, str]) -> bool:
    """Templates that write the site's name into every title element say nothing of the page."""
    if meta.get("ArticleTitle"):
        return False
    if re.search("欢迎(?:您|你|光临|访问|来到)", title):
        return True
    is_name = len(title) < 25 and _SITE_WORDS.search(title) is not None and not re.search("关于|[的了：，]", title)
    return is_name or title in ("", meta.get("SiteName"))


def sole_heading(outline: Outline, meta: dict[str, str]) -> str:
    """The page's one heading, of whatever rank; an empty string where there are more, or none."""
    found = [text for text in _headings(outline, ("h1", "h2", "h3")) if not _is_site(text, meta)]
    return found[0] if len(found) == 1 and len(found[0]) > 3 else ""


def names_page(text: str) -> bool:
    """Whether the words of a menu's link to the page itself name it; 首页 names the portal."""
    return 2 <= len(text) <= _LONGEST_NAME and not _NO_NAME.search(text)


def is_written(lines: Sequence[Line], title: str) -> bool:
    """The page shows this title outside of links, as an article does with its own."""
    words = "".join(title.split())[:16]
    return len(words) > 3 and any(not line.linked and words in "".join(line.text.split()) for line in lines)


def title_above(lines: Sequence[Line], date_line: str) -> str:
    """The line above a date line that can be its title, or an empty string."""
    at = next((number for number, line in enumerate(lines) if line.text == date_line), 0)
    for line in reversed(lines[max(0, at - 3) : at]):
        if (
            not line.linked
            and not line.hidden
            and 3 < len(line.text) <= _H1_LONGEST
            and not _NO_TITLE.search(line.text)
        ):
            return line.text
    return ""


def site_name(outline: Outline, meta: dict[str, str], *, is_home: bool) -> str:
    """SiteName, else the part of the title element that names a site."""
    if meta.get("SiteName"):
        return meta["SiteName"]
    parts = [part.strip() for part in _SEPARATOR.split(outline.title) if part.strip()]
    named = [part for part in parts if re.search(r"网$|网站|门户|人民政府$", part)]
    if named:
        return str(named[-1])
    return str(parts[0]) if is_home and parts else ""


def footer_codes(outline: Outline, addresses: list[str]) -> FooterCodes:
    """Site code, ICP and police number from the end of the page, where the text breaks lines anywhere."""
    # The last lines only: an article on ICP filing is no filing. 60 lines hold the widest footer with its link lists.
    foot = " ".join([line.text for line in outline.lines[-60:]])
    links = " ".join([one for one in addresses if "code" in one.lower()])
    site = _SITE_CODE.search(foot) or _SITE_CODE_LINK.search(links)
    icp, police = _ICP.search(foot), _POLICE.search(foot)
    police_code = f"{_province(police[1])}公网安备{police[2]}号" if police else ""
    if not police_code and (by_link := _POLICE_LINK.search(links)):
        police_code = by_link[1]
    return FooterCodes(_joined(site[1]) if site else "", _icp(icp[0]) if icp else "", police_code)


def _joined(text: str) -> str:
    return "".join(text.split())


def _province(letter: str) -> str:
    return letter if letter and letter in _PROVINCES else ""


def _icp(text: str) -> str:
    text = _joined(text)
    return text if text[0] in _PROVINCES or text[0] in "Ii" else text[1:]
