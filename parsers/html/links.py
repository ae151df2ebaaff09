"""Every target that a page names, whatever the attribute."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from parsers.html.addresses import Resolver
from parsers.html.markup import Node, Outline
from parsers.html.records import Link, LinkKind

_ATTACHMENT = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|ceb|cebx|zip|rar|7z|tar|gz|rtf|txt|csv|xml|json|mp[34]|wmv"
    r"|avi|flv|swf|exe|apk)$",
    re.I,
)
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|bmp|webp|svg|tiff?|ico)$", re.I)
_REFRESH = re.compile(r"^\s*\d*(?:\.\d+)?\s*[;,]?\s*(?:url\s*=)?\s*[\"']?([^\"'>]+)", re.I)
_ONCLICK = re.compile(
    r"""(?:window\.open\s*\(|location(?:\.href)?\s*=|location\.(?:replace|assign)\s*\()\s*["']([^"'<>]+)["']""", re.I
)
_SCRIPT_JUMP = re.compile(
    r"""(?:(?:window|top|self|parent|document)\.)*location(?:\.href)?\s*(?:=|\.(?:replace|assign)\s*\()\s*["']([^"'<>]+)["']""",
    re.I,
)
_OPENS_ITSELF = re.compile(
    r"""(?:window|top|self|parent)\.open\s*\(\s*["']([^"'<>]+)["']\s*,\s*["']_(?:self|top|parent)["']""", re.I
)
# Only visitors with another screen, or in a frame, are sent on.
_FOR_SOME = re.compile(
    r"\bif\s*\([^{};]*(?:\btop\b|\bself\b|\bparent\b|userAgent|navigator|screen|mobile|innerWidth)[^{}]*\)\s*\{?[^{}]*$",
    re.I,
)
_JUMP_TO_NAME = re.compile(
    r"\blocation(?:\.href)?\s*(?:=(?!=)|\.(?:replace|assign)\s*\()\s*([A-Za-z_$][\w$]*)\s*[;)\n]", re.I
)
_TEXT_VALUE = re.compile(r"""([A-Za-z_$][\w$]*)\s*=\s*["']([^"'<>]+)["']""")
_STYLE_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)", re.I)

# Attributes by element, with the kind that a target has there. "a" is decided by the address itself.
_SIMPLE: dict[str, tuple[tuple[str, LinkKind], ...]] = {
    "img": (("src", "image"), ("data-src", "image"), ("data-original", "image"), ("original-src", "image")),
    "source": (("src", "attachment"),),
    "video": (("src", "attachment"), ("poster", "image")),
    "audio": (("src", "attachment"),),
    "script": (("src", "script"),),
    "iframe": (("src", "frame"),),
    "frame": (("src", "frame"),),
    "embed": (("src", "attachment"),),
    "object": (("data", "attachment"),),
    "body": (("background", "image"),),
    "table": (("background", "image"),),
    "td": (("background", "image"),),
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """An <a> at its place in the document; `node` indexes the outline's nodes, `url` is empty if it leads nowhere."""

    node: int
    url: str
    kind: LinkKind
    text: str
    raw: str


_PICTURE_WITHIN = 50  # elements; a link that is never closed goes on to the end of the page
_LONGEST_LINK = 200  # pieces of text, likewise
_LONGEST_NAME = 2000  # characters of a link's text


def kind_of(url: str) -> LinkKind:
    """Page, attachment or image, by the end of the address."""
    path = urlsplit(url).path
    if _ATTACHMENT.search(path):
        return "attachment"
    return "image" if _IMAGE.search(path) else "page"


def find_anchors(outline: Outline, resolver: Resolver) -> list[Anchor]:
    """The links of the text, in order, with their full text (a title attribute completes 一段被截…)."""
    anchors: list[Anchor] = []
    for index, node in enumerate(outline.nodes):
        if node.name not in ("a", "area"):
            continue
        raw = _target(node.attrs)
        url = (resolver.resolve(raw) if raw else None) or ""
        text = _anchor_text(outline, index)
        if url or text:
            anchors.append(Anchor(index, url, kind_of(url), text, raw))
    return anchors


def _target(attrs: dict[str, str]) -> str:
    href = attrs.get("href", "")
    # A file that opens only on click stands in onclick, or in javascript:window.open('…').
    if href.strip(" #").lower() in ("", "javascript:;", "javascript:void(0)", "javascript:void(0);", "javascript:"):
        match = _ONCLICK.search(attrs.get("onclick", ""))
        return match[1] if match else href
    if href[:11].lower() == "javascript:" and (match := _ONCLICK.search(href)):
        return match[1]
    return href


def _anchor_text(outline: Outline, index: int) -> str:
    node = outline.nodes[index]
    shown = " ".join(outline.texts(node.first, min(node.last, node.first + _LONGEST_LINK)))[:_LONGEST_NAME]
    full = " ".join(node.attrs.get("title", "").split())
    stem = shown.rstrip(".…。 ")
    if full and (
        not shown or (stem != shown and full.startswith(stem[:4])) or (len(stem) > 3 and full.startswith(stem))
    ):
        return full
    if shown:
        return shown
    for child in outline.nodes[index + 1 : min(node.end, index + _PICTURE_WITHIN)]:
        if child.name == "img" and child.attrs.get("alt"):
            return " ".join(child.attrs["alt"].split())
    return ""


def collect_links(outline: Outline, anchors: list[Anchor], resolver: Resolver) -> tuple[Link, ...]:
    """Every target once for each kind. A target in a hidden block counts as hidden until a visible place names it."""
    found: dict[tuple[str, LinkKind], Link] = {}
    for raw, kind, text, hidden in _spellings(outline, anchors):
        url = resolver.resolve(raw)
        if not url:
            continue
        known = found.get((url, kind))
        if known is None:
            found[url, kind] = Link(url, kind, text, raw, hidden)
        elif (text and not known.text) or (known.hidden and not hidden):
            found[url, kind] = replace(known, text=known.text or text, hidden=known.hidden and hidden)
    return tuple(found.values())


def _spellings(outline: Outline, anchors: list[Anchor]) -> Iterator[tuple[str, LinkKind, str, bool]]:
    for anchor in anchors:
        if anchor.url:
            yield anchor.raw, anchor.kind, anchor.text, outline.nodes[anchor.node].concealed
    for node in outline.nodes:
        for attribute, kind in _SIMPLE.get(node.name, ()):
            if value := node.attrs.get(attribute):
                yield value, kind, node.attrs.get("alt", ""), node.hidden
        for value, kind in _odd_targets(node):
            yield value, kind, "", node.hidden


def _odd_targets(node: Node) -> Iterator[tuple[str, LinkKind]]:
    name, attrs = node.name, node.attrs
    if name in ("img", "source") and "srcset" in attrs:
        for part in attrs["srcset"].split(","):
            if words := part.split():
                yield words[0], "image"
    elif name == "link" and "href" in attrs:
        relation = attrs.get("rel", "").lower()
        if "stylesheet" in relation:
            yield attrs["href"], "style"
        elif "icon" in relation:
            yield attrs["href"], "image"
    elif name == "option" and attrs.get("value", "").startswith(("http://", "https://")):
        yield attrs["value"], "page"  # drop-down lists of friendly sites
    elif name == "input" and attrs.get("type", "").lower() == "image" and "src" in attrs:
        yield attrs["src"], "image"
    elif name == "param" and attrs.get("name", "").lower() in ("movie", "src", "url", "filename") and "value" in attrs:
        yield attrs["value"], "attachment"
    elif name == "meta" and (target := refresh_target(attrs)):
        yield target, "refresh"
    if "url(" in attrs.get("style", ""):
        for match in _STYLE_URL.finditer(attrs["style"]):
            yield match[1], "image"


def refresh_target(attrs: dict[str, str]) -> str | None:
    """The address in `<meta http-equiv=refresh content="0;URL=…">`; None where the page only reloads itself."""
    if attrs.get("http-equiv", "").lower() != "refresh":
        return None
    content = attrs.get("content", "")
    if "url" not in content.lower() and not re.search(r"[;,]\s*\S", content):
        return None
    match = _REFRESH.match(content)
    return match[1].strip() if match else None


def base_of(outline: Outline, url: str) -> str:
    """The address that the page's relative addresses start from."""
    for node in outline.nodes:
        if node.name == "base" and node.attrs.get("href"):
            return Resolver(url, "utf-8").resolve(node.attrs["href"]) or url
    return url


def sent_on(outline: Outline, links: Iterable[Link], resolver: Resolver, url: str) -> str | None:
    """Where the page's refresh, its scripts or its loading send a visitor; None where he stays."""
    for link in links:
        if link.kind == "refresh" and link.url != url:
            return link.url
    loads = [node.attrs["onload"] for node in outline.nodes if node.name == "body" and "onload" in node.attrs]
    raw = script_jump([*outline.scripts, *loads])
    target = resolver.resolve(raw) if raw else None
    return target if target != url else None


def script_jump(scripts: list[str]) -> str | None:
    """Where a stub's script sends the visitor: `location.href='…'`, `location=name`, or `window.open('…','_self')`."""
    for script in scripts:
        if len(script) >= 2000:
            continue
        match = _SCRIPT_JUMP.search(script) or _OPENS_ITSELF.search(script)
        if match and _FOR_SOME.search(script, 0, match.start()):
            continue
        if match:
            return match[1]
        if named := _JUMP_TO_NAME.search(script):
            values: dict[str, str] = dict(_TEXT_VALUE.findall(script))
            if named[1] in values:
                return values[named[1]]
    return None
