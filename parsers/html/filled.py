"""Is the list or the text put in by a script? Then its absence in the source proves nothing."""

import re

from parsers.html.content import Content
from parsers.html.markup import Outline

# Marks of lists that are fetched: 大汉's data proxy, gkmlpt, and the ways a script asks for data.
_FETCH = re.compile(
    r"dataproxy\.jsp|gkmlpt|\$\.(?:ajax|post|get|getJSON)\s*\(|jQuery\.(?:ajax|post|get)|XMLHttpRequest"
    r"|\baxios\b|\bfetch\s*\(|new\s+Vue\s*\(|createApp\s*\(|ng-repeat|\.datagrid\s*\(|layui\.(?:use|table"
    r"|flow)|\.paging\s*\(|jpage",
    re.I,
)
_TEMPLATE = re.compile(r"\{\{.*?\}\}|\$\{[\w.]+\}|<%[=#]?.*?%>")
_APP_ATTRIBUTES = ("ng-app", "v-for", "ng-repeat", "v-cloak", "data-v-app", "ng-controller", "v-if")
_APP_SCRIPT = re.compile(
    r"gkmlpt|/app\.[0-9a-f]{6,}\.js|chunk-vendors|/umi\.|vue(?:\.min)?\.js|angular(?:\.min)?\.js|jpage", re.I
)
_WRITE = re.compile(r"document\.write(?:ln)?\s*\(|\.innerHTML\s*=|\.html\s*\(|\.append\s*\(")


def has_no_records(outline: Outline) -> bool:
    """大汉 jpage says that its list has no record at all: nothing is left for a script to fetch."""
    return any(node.attrs.get("data-total") == "0" for node in outline.nodes)


def is_list_filled(outline: Outline) -> bool:
    """A script of this page asks for data, or the page is a template for a script application."""
    if has_no_records(outline):
        return False
    if any(_FETCH.search(script) for script in outline.scripts):
        return True
    for node in outline.nodes:
        if node.name == "script" and _APP_SCRIPT.search(node.attrs.get("src", "")):
            return True
        if any(name in node.attrs for name in _APP_ATTRIBUTES):
            return True
    return any(_TEMPLATE.search(line.text) for line in outline.lines)


def is_content_filled(outline: Outline, content: Content | None) -> bool:
    """The text's container is filled by a script inside it, or an application builds the page."""
    if content is None:
        return False
    start = next((i for i, node in enumerate(outline.nodes) if node is content.node), 0)
    inside = [node for node in outline.nodes[start : content.node.end] if node.name == "script"]
    if content.known and inside:
        return any("src" in node.attrs for node in inside) or any(_WRITE.search(one) for one in outline.scripts)
    return not outline.text_of(content.node) and is_list_filled(outline)
