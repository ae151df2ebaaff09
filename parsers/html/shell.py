"""Is an article an empty shell: a title, perhaps a date and headings, and nothing behind them?"""

import re
from collections.abc import Iterable
from itertools import pairwise

from parsers.html.area import Area, bare_rows
from parsers.html.content import Content
from parsers.html.links import Anchor
from parsers.html.markup import Outline
from parsers.html.pagination import without_promises
from parsers.html.showing import fills_in, is_furniture_frame

_SHOWS = frozenset(("img", "iframe", "embed", "object", "video", "audio", "frame"))
_LEAST = 10  # characters; below, a text is 略, 无 or a lonely date
_MARKS = re.compile(r"[\s\W_]+")
# The elements that a guide has (事项名称, 设定依据, 申请条件 …) and the sections of other forms, with their numbers.
_LABEL = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．)）]|第[一二三四五六七八九十]{1,3}[条章节]|[•●◆■□※*·-])?"
    r"\s*(?:[\u4e00-\u9fff（）()]{1,14}[:：]|[\u4e00-\u9fff]{0,10}(?:依据|条件|材料|资料|流程|程序|步骤|时限|期限|时间|标准|收费|费用|地点|地址|电话|热线|方式|途径|渠道|对象|范围|名称|形式|结果|须知|说明|类型"
    r"|事项|情况|表格|(?:办理|受理|实施|主管|责任|承办|审批|咨询|监督)(?:机构|部门|单位|窗口|主体|机关)))\s*[:：]?\s*"
)
_MOST_LABELS = 1000  # characters; more are no headings alone
_LABELS = 3  # fewer may be what the page has to say


def says_nothing(outline: Outline, content: Content, area: Area, title: str, text: str, dates: Iterable[str]) -> bool:
    """No words beside the head; where no family marks the text, none in all that is not the portal's frame."""
    if content.known:
        bare = bare_rows(outline)
        beside = any(line.text and line.first not in bare for line in content.lines())
        words = text if beside or not bare else ""
    else:
        words = area.text_without_head(set(dates))
    if len(words) > _MOST_LABELS:
        return False
    if not _has_links_under_labels(outline, area):
        words = without_labels(words)
    return len(_MARKS.sub("", without_promises(words.replace(title, "")))) < _LEAST


def without_labels(text: str) -> str:
    """The lines of a text without the headings that another heading follows, or nothing.

    >>> without_labels("一、办理依据\\n二、申请材料\\n身份证\\n三、办理时限\\n四、咨询电话")
    '二、申请材料\\n身份证'
    """
    lines = text.split("\n")
    follows = [*(_LABEL.fullmatch(line) is not None for line in lines), True]
    kept = [line for at, line in enumerate(lines) if not (follows[at] and follows[at + 1])]
    return "\n".join(kept) if len(lines) - len(kept) >= _LABELS else text


def _has_links_under_labels(outline: Outline, area: Area) -> bool:
    """A heading whose content is a link to be followed."""
    lines = [line for line in outline.lines if area.first <= line.first and line.last <= area.last and line.text]
    pairs = pairwise(line for line in lines if not line.hidden)
    return any(
        _LABEL.fullmatch(one.text) and not one.linked and other.linked == len(other.text) for one, other in pairs
    )


def shows_nothing(outline: Outline, content: Content, area: Area, anchors: Iterable[Anchor]) -> bool:
    """No picture, no film, no frame, no form and no file in the text's place."""
    places: range | frozenset[int] = frozenset(area.nodes)
    if content.known:
        start = next((i for i, one in enumerate(outline.nodes) if one is content.node), 0)
        places = range(start, content.node.end)
    inside = [outline.nodes[number] for number in places]
    if any(one.name in _SHOWS and not is_furniture_frame(one) for one in inside):
        return False
    if fills_in(inside) or fills_in([outline.nodes[number] for number in area.nodes]):
        return False
    return not any(one.node in places and one.kind == "attachment" for one in anchors)
