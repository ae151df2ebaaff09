"""The one door to a page's markup: `read_page` parses once and says everything that the rules need to know."""

import re
from functools import cached_property

from parsers.dates import (
    DateCandidate,
    PublishedDate,
    address_date,
    candidate,
    parse_date,
    publication_date,
)
from parsers.html.addresses import Resolver, host_of
from parsers.html.area import Area, find_area
from parsers.html.column_links import ARTICLE_ADDRESS, column_links, is_column_address
from parsers.html.concealed import mark_concealed
from parsers.html.content import find_content, main_text
from parsers.html.filled import has_no_records, is_content_filled, is_list_filled
from parsers.html.identity import (
    footer_codes,
    is_site_alone,
    is_written,
    names_page,
    page_title,
    read_meta,
    site_name,
    sole_heading,
    title_above,
)
from parsers.html.links import base_of, collect_links, find_anchors, sent_on
from parsers.html.lists import dated_entries, find_lists, is_lone_row, main_list
from parsers.html.markup import read_outline
from parsers.html.pagination import has_one_sheet, next_pages, says_empty
from parsers.html.records import ColumnLink, Entry, FooterCodes, Link, LinkKind, Page, PageKind
from parsers.html.shell import says_nothing, shows_nothing
from parsers.html.showing import has_titles, shows_something
from parsers.html.shown import shown_dates, stands_under_title

__all__ = ["ColumnLink", "Entry", "FooterCodes", "Link", "LinkKind", "Page", "PageKind", "read_page"]

_STUB_TEXT = 100  # characters; redirect stubs say at most 正在跳转，请稍候
_ARTICLE_TEXT = 120  # characters of main text from which a page without a list is an article
_BLANK_LIST_TEXT = 120  # characters; breadcrumbs and a footer's remains may stand there
_LAST_ROWS = 2  # of a list on its last sheet, which is no article
_REPORT = re.compile(r"(?:信息公开|政务公开).{0,12}(?:年度)?(?:报告|年报)|年度?(?:政府)?信息公开")
_NOT_REPORT = re.compile(r"年度报表|工作报表|通知|解读|填报|关于做好|关于报送")
_LABELLED = re.compile(
    r"(?:发布|发表|发文|公开|上网|更新|录入|添加)\s*(?:时间|日期)|(?:日期|时间)\s*[:：]|来源|作者|浏览|点击|阅读"
)
_NO_DATE = re.compile(r"[\d\s年月日时分秒:：/.\-（）()\[\]【】]+")
_MOMENT = re.compile(r"\W*20\d\d\D\d{1,2}\D\d{1,2}日?\s+\d{1,2}[:：∶]\d\d")  # lists seldom show the time of day


def read_page(html: str, url: str, *, charset: str = "utf-8", is_home: bool = False) -> Page:
    """Read a decoded page. `url` is its own address; `charset` is that of the page, for the queries of its links.

    Never raises for any `html`. Nothing is fetched: what scripts would fill in is marked, not guessed.
    """
    return _Reading(html, url, charset, is_home).page()


class _Reading:
    """The state of one reading; each part is worked out once, in the order of `__init__`."""

    def __init__(self, html: str, url: str, charset: str, is_home: bool) -> None:
        self.url, self.is_home = url, is_home
        self.outline = outline = read_outline(html)
        mark_concealed(outline)
        self.resolver = Resolver(base_of(outline, url), charset)
        self.anchors = find_anchors(outline, self.resolver)
        self.links = collect_links(outline, self.anchors, self.resolver)
        self.meta, self.date_tags = read_meta(outline)
        self.title = page_title(outline, self.meta)
        if not is_home and is_site_alone(self.title, self.meta):
            named = (one.text for one in self.anchors if one.url == url and names_page(one.text))
            self.title = next(named, "") or sole_heading(outline, self.meta) or self.title
        self.visible_text = "\n".join([line.text for line in outline.lines if line.text])
        self.address = address_date(url)
        self.content = find_content(outline)
        self.dates = shown_dates(outline, self.title, self.content, self.address)
        self.shown = self.dates.head
        self.blocks = find_lists(outline, self.anchors, url)
        self._correct_title()
        self.text = main_text(self.content, self.title) if self.content else ""
        self.list = main_list(self.blocks, host_of(url))
        self.redirect_to = self._redirect()
        self.kind = self._kind()

    def page(self) -> Page:
        """The record. An article's side lists are no entries of it."""
        lists = self.kind in ("home", "column", "other")
        entries = self._entries() if lists else ()
        filled_list = lists and not entries and is_list_filled(self.outline)
        sheets = next_pages(self.outline, self.anchors, self.resolver, self.url)
        further = sheets if lists else ()
        filled_text = not lists and self._is_text_filled()
        return Page(
            url=self.url,
            title=self.title,
            site_name=site_name(self.outline, self.meta, is_home=self.is_home),
            kind=self.kind,
            meta=self.meta,
            published=self._published() if self.kind in ("article", "report", "other") else None,
            text=self.text,
            links=self.links,
            redirect_to=self.redirect_to,
            columns=column_links(self.outline, self.anchors, self.url, sheets),
            entries=entries,
            next_pages=further,
            codes=footer_codes(self.outline, [link.url for link in self.links]),
            hidden_link_count=sum([1 for one in self.anchors if one.url and self.outline.nodes[one.node].hidden]),
            blank=self._is_blank() and not filled_text,
            blank_list=not (entries or filled_list or further) and self._is_blank_list(),
            is_script_filled=filled_list or filled_text,
            said=self.area.said(),
            visible_text=self.visible_text,
        )

    @cached_property
    def area(self) -> Area:
        return find_area(self.outline)

    def _correct_title(self) -> None:
        """Many templates put the column's name into the title element; the article's own stands above its date."""
        is_site = not self.is_home and is_site_alone(self.title, self.meta)  # which stands at the page's foot as well
        is_said = is_written(self.outline.lines, self.title) and not is_site
        if self.meta.get("ArticleTitle") or is_said or not self._has_own_date():
            return
        if beside := title_above(self.outline.lines, self.shown[0].text):
            self.title = beside
            self.dates = shown_dates(self.outline, beside, self.content, self.address)
            self.shown = self.dates.head

    def _redirect(self) -> str | None:
        """Where a stub sends its visitor. A page with a text of its own that reloads or moves on later is no stub."""
        if len(self.visible_text) > _STUB_TEXT or (self.is_home and self.blocks):
            return None
        return sent_on(self.outline, self.links, self.resolver, self.url)

    def _kind(self) -> PageKind:
        if self.redirect_to:
            return "stub"
        if self.is_home:
            return "home"
        if self._is_article():
            text = self.title
            return "report" if _REPORT.search(text) and not _NOT_REPORT.search(text) else "article"
        return "column" if self._is_column() else "other"

    def _is_article(self) -> bool:
        if self.meta.get("ArticleTitle"):
            return True
        dated_list = self.list is not None and self.list.dated >= 3
        if self.content is None or (dated_list and not self.content.known and not self._is_own_date()):
            return False
        if self.content.known and (not dated_list or len(self.text) > _ARTICLE_TEXT):
            return bool(self.title)
        if self.meta.get("ColumnName") and "ArticleTitle" not in self.meta and not self._has_own_date():
            return False
        if not dated_list and self._is_headed():
            return True
        if ARTICLE_ADDRESS.search(self.url) and (self.shown or len(self.text) > _ARTICLE_TEXT):
            return True
        return self.content.mass > _ARTICLE_TEXT and (not dated_list or self._is_own_date())

    def _is_headed(self) -> bool:
        """The page shows its title, and a date with a label or alone close under it, as an article's head does."""
        if not self.shown or not is_written(self.outline.lines, self.title):
            return False
        if not self._has_own_date():
            return False
        words = self.shown[0].text
        is_plain = bool(_LABELLED.search(words) or _MOMENT.match(words)) or not _NO_DATE.sub("", words)
        return is_plain and title_above(self.outline.lines, words) != ""

    def _has_own_date(self) -> bool:
        """Whether the best date that is shown stands outside of all rows of lists."""
        if not self.shown:
            return False
        words = self.shown[0].text
        lists = [block for block in self.blocks if len(block.rows) > 1 or is_lone_row(self.outline, block)]
        if any(block.dates_stand_outside(self.outline, words) for block in lists):
            return False
        tops = [self.outline.nodes[row.top] for block in lists for row in block.rows]
        places = [line.first for line in self.outline.lines if line.text == words]
        return any(not any(top.first <= place < top.last for top in tops) for place in places)

    def _is_own_date(self) -> bool:
        if not self._has_own_date() or self.content is None or self.content.mass <= _ARTICLE_TEXT:
            return False
        first_row = self.list.rows[0].anchor.node if self.list else -1
        before = self.outline.nodes[first_row].first if self.list else len(self.outline.pieces)
        return stands_under_title(self.outline.lines, self.title, self.shown[0].text, before)

    def _is_column(self) -> bool:
        if self.meta.get("ColumnName") or self.meta.get("ColumnType"):
            return True
        if self.list is not None and (self.list.dated or len(self.list.entries) >= 5):
            return True
        if says_empty(self.visible_text) or has_one_sheet(self.outline):
            return True
        return is_column_address(self.url)

    def _entries(self) -> tuple[Entry, ...]:
        if self.is_home:
            return dated_entries(self.blocks, host_of(self.url))
        return tuple(self.list.entries) if self.list else ()

    def _published(self) -> PublishedDate | None:
        meta: list[DateCandidate] = []
        for name, content in self.date_tags:
            if found := parse_date(_spaced(content)):
                meta.append(candidate(found, "meta", f"{name}={content}"))
        chosen = publication_date(shown=self.dates.published, meta=meta, address=self.address)
        if chosen is None:
            return publication_date(shown=self.dates.later)
        known = chosen.candidates + tuple(self.dates.later)
        return PublishedDate(chosen.day, chosen.clock, chosen.source, chosen.text, known)

    def _is_blank_list(self) -> bool:
        """The page says so, or there is hardly a word and nothing else to see where its list should be."""
        if self.kind not in ("column", "other"):
            return False
        if says_empty(self.visible_text) or has_no_records(self.outline):
            return True
        area = self.area
        seen = shows_something(area, self.anchors, self.url, self.title)
        if seen or has_titles(area, self.blocks, self.anchors, self.url):
            return False
        return has_one_sheet(self.outline) or area.text_length < _BLANK_LIST_TEXT

    def _is_blank(self) -> bool:
        """A title and nothing under it: no words, no picture, no file, no frame, no form."""
        if self.kind not in ("article", "report") or self.content is None or not self.title:
            return False
        if any(one.dated and len(one.rows) <= _LAST_ROWS for one in self.blocks):
            return False
        dates = (one.text for one in self.shown)
        if not says_nothing(self.outline, self.content, self.area, self.title, self.text, dates):
            return False
        return shows_nothing(self.outline, self.content, self.area, self.anchors)

    def _is_text_filled(self) -> bool:
        if is_content_filled(self.outline, self.content):
            return True
        known = self.content is not None and self.content.known
        return not known and self._is_blank() and is_list_filled(self.outline)


def _spaced(content: str) -> str:
    """20200315 as a meta tag writes it, in a form that is read as a date."""
    return re.sub(r"^(\d{4})(\d{2})(\d{2})(?:\d{6})?$", r"\1-\2-\3", content)
