"""What is there on a page without words: something to see, scripts that will fill it, or a script that only goes away."""

import re

_SHOWS = re.compile(
    r"<(?:img|i?frame|frameset|embed|object|video|audio|canvas|svg|input|textarea|select|button|applet|math|hr|template)\b|\burl\s*\(|\bonclick\b|<div\b[^<>]*\bid\s*=\s*[\"']?(?:app|root|main-app|__next|__nuxt)\b|<[a-z]+-[a-z-]+[\s>]",
    re.I,
)
_SCRIPT = re.compile(r"<script\b([^<>]*)>(.*?)(?:</script\s*>|$)", re.I | re.S)
_SOURCE = re.compile(r"\bsrc\s*=\s*[\"']?\s*([^\"'\s>]+)", re.I)
# Scripts that count visitors, and libraries, which show nothing of their own accord.
_COUNTS = re.compile(
    r"hm\.baidu|cnzz|tongji|google-?analytics|googletagmanager|gtag|umeng|51\.?la|51yes|matomo|piwik|growingio|sensorsdata|sa-sdk|clarity\.ms|push\.zhanzhang|bdstatic\.com/linksubmit|stat(?:s|istics?)?[\w-]*\.js|count(?:er)?[\w-]*\.(?:js|aspx?|jsp|php)|analy[sz]\w*\.js|visit\w*\.(?:js|aspx?|jsp|php)|track\w*\.js|beacon|monitor\w*\.js|\bcookie\b.{0,9}\.js",
    re.I,
)
_LIBRARY = re.compile(
    r"(?:jquery|zepto|layer|layui(?:\.all)?|sweetalert2?|swal|bootstrap|bootbox|toastr|artdialog|mui|weui|html5shiv|respond|polyfill|modernizr|lodash|underscore|require|sea|prototype|mootools)[\w.@-]*(?:\.min)?\.js",
    re.I,
)
_FILLS = re.compile(
    r"document\s*\.\s*(?:write|body|getElement|querySelector|create)|\.\s*(?:innerHTML|append|html|load|render|mount|ajax|post|get|submit)\b|fetch\s*\(|XMLHttp|axios|import|\beval\b|\bnew\s+Vue|React|createApp|\$\s*\(|__NUXT__|\bwebpack|location|require\s*\(",
    re.I,
)
_BOX = re.compile(
    r"\b(?:alert|confirm|msg|toast|error|warn(?:ing)?|info|tips?|fire|swal|open|show\w*|message|notify|dialog)\s*\(\s*(?:\{[^{}]{0,120}?\b(?:text|title|content|message|msg|html)\s*:\s*)?([\"'])(.{2,80}?)\1",
    re.I | re.S,
)
GOES_BACK = re.compile(
    r"history\s*\.\s*(?:back\s*\(|go\s*\(\s*[\"']?-)|(?:window|self|top|parent)\s*\.\s*close\s*\(|\bopener\s*=|about:blank|location(?:\.href)?\s*=\s*document\.referrer|CloseWindow|closeWebPage"
)
_GOES = re.compile(r"\blocation\b(?:\s*\.\s*(?:href|replace|assign))?\s*[=(]")
_DONE = re.compile(r"成功|谢谢|感谢|欢迎|完成|success|thank", re.I)
_WRITTEN = re.compile(r"\bdocument\s*\.\s*write(?:ln)?\s*\(\s*(?:\w+\s*\(\s*)?([\"'])(.{1,600}?)(?<!\\)\1\s*\)", re.S)
_ESCAPE = re.compile(r"(?:%|\\)u([0-9a-fA-F]{4})")
_COMMENT = re.compile(r"<!--(?:.*?-->|.*)", re.S)  # one never closed goes on to the end, and is looked for once


def shows_nothing(html: str) -> bool:
    """Whether a page without words has nothing else to be seen, and no script that could put it there.

    >>> shows_nothing("<body>&nbsp;<script src=/tongji.js></script>"), shows_nothing("<body><script src=/app.js></script>")
    (True, False)
    """
    html = _COMMENT.sub("", html)
    outside = _SCRIPT.sub("", html)
    return _SHOWS.search(outside) is None and not any(map(_may_fill, _SCRIPT.finditer(html)))


def box_before_leaving(html: str) -> str | None:
    """What a page of scripts alone says in a box before it goes back, or away; "" where it goes back and says nothing.

    None for a page that stays, whose scripts could fill it, or that only says that something was done.

    >>> box_before_leaving("<script>layer.msg('已过期',function(){history.back()})</script>")
    '已过期'
    """
    html = _COMMENT.sub("", html)
    if _SHOWS.search(_SCRIPT.sub("", html)):
        return None
    scripts = list(_SCRIPT.finditer(html))
    if any(_source(one) and _may_fill(one) for one in scripts):
        return None
    text = "\n".join(one[2] for one in scripts) + "".join(
        re.findall(r"\bonload\s*=\s*(\"[^\"]*\"|'[^']*')", html, re.I)
    )
    box = _BOX.search(text)
    if not (GOES_BACK.search(text) or (box and _GOES.search(text))) or (box and _DONE.search(box[2])):
        return None
    return box[2] if box else ""


def written(html: str) -> str:
    """The words that scripts write with document.write, where they stand there letter by letter.

    >>> written("<script>document.write(unescape('%u9875%u9762<br>'))</script>")
    '页面'
    """
    parts = (one[2] for script in _SCRIPT.finditer(html) for one in _WRITTEN.finditer(script[2]))
    plain = _ESCAPE.sub(lambda one: chr(int(one[1], 16)), "".join(parts))
    return re.sub(r"<[^<>]*>", " ", plain).strip()


def _source(script: re.Match[str]) -> str:
    found = _SOURCE.search(script[1])
    return found[1] if found else ""


def _may_fill(script: re.Match[str]) -> bool:
    if source := _source(script):
        return not (_COUNTS.search(source) or _LIBRARY.search(source))
    if _COUNTS.search(script[2]):
        return False
    return bool(_FILLS.search(script[2]) or _BOX.search(script[2]))
