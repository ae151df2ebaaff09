"""Publication dates and main text beside peers, on made-up pages of every style and on real ones.

`python -m benchmarks.bench_portals_dates [--files DIR]`: DIR holds INDEX.tsv (file, encoding, date, text, url) with html/ and
text/. Peers get the text decoded by its true encoding; we get bytes. A date is right, absent, or wrong; text is compared by
pairs of characters without white space, F1 averaged over pages.
"""

import argparse
import csv
import re
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from htmldate import find_date

from benchmarks.bench_portals_counties import county
from benchmarks.bench_portals_styles import FIRST_STYLES, Drawn, iso
from benchmarks.bench_portals_styles_second import SECOND_STYLES
from benchmarks.bench_portals_words import chinese_day
from parsers.page import read_page
from parsers.reading import read_bytes

_DATE_BAR, _TEXT_BAR = 58 / 60, 0.95
_WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")
_FORMS: tuple[Callable[[date], str], ...] = (
    iso,
    lambda day: f"{day} 10∶08",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day:%Y/%m/%d} 08:05:01",
    lambda day: f"{day:%Y.%m.%d}",
    chinese_day,
    lambda day: iso(day).translate(_WIDE),
    lambda day: f"{day.year}-{day.month}-{day.day} 9:30",
)
_FILES_TEXT = re.compile(r"\s+")


@dataclass(frozen=True)
class Known:
    """A page with its true date and, for most, its true text."""

    name: str
    body: bytes
    encoding: str
    url: str
    day: date
    text: str | None


@dataclass(frozen=True)
class Read:
    day: date | None
    text: str


Tool = Callable[[Known], Read]


def made() -> Iterator[Known]:
    """Every style with several forms of a date, and what misleads: periods, later side lists, days of a migration."""
    for at, style in enumerate((*FIRST_STYLES, *SECOND_STYLES)):
        for number in range(5):
            form = _FORMS[(at + number * 3) % len(_FORMS)]
            drawn = replace(style, shown_day=form) if number else style
            yield _made(drawn, f"{style.name}-{number}", number)


def _made(style: Drawn, name: str, number: int) -> Known:
    day = date(2019, 3, 4) + timedelta(days=271 * number + len(name) * 13)
    portal = county(style, name, day + timedelta(days=30), fates=False, columns={"news": 1, "notice": 1})
    column = portal.columns[1]
    item = portal.post(column, day)
    words = portal.words
    trap = (
        f"本报告所列数据的统计期限自{day.year - 1}年1月1日起至{day.year - 1}年12月31日止。",
        f"{day.year}年{day.month}月1日，县政府召开会议，{words.sentence()}",
        f"根据{day.year - 2}年5月6日印发的文件，{words.sentence()}",
        words.sentence(),
        f"报名时间：{day.year}年12月20日前，{words.sentence()}",
    )[number]
    item.paragraphs = [trap, *item.paragraphs, words.sentence()]
    later = "".join(
        f'<li><a href="/x/{n}.html">近期工作信息标题第{n}条</a><span>{day + timedelta(days=n)}</span></li>'
        for n in range(2, 7)
    )
    body = style.article(portal, column, item)
    if number % 2:
        body = body.replace("</body>", f'<div class="side"><h4>最新信息</h4><ul>{later}</ul></div></body>')
    if number == 3:  # every page carries the day of a migration in its tag
        body = re.sub(r'(name="PubDate" content=")[\d-]+', rf"\g<1>{day + timedelta(days=400)}", body)
    encoding = style.encoding.replace("gb2312", "gb18030")
    url = portal.home_url.rstrip("/") + portal.path_of(column, item)
    return Known(name, body.encode(encoding, "xmlcharrefreplace"), encoding, url, day, "\n".join(item.paragraphs))


def real(folder: Path) -> Iterator[Known]:
    with (folder / "INDEX.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            text = (folder / row["text"]).read_text(encoding="utf-8") if row["text"] != "-" else None
            url = row["url"] if row["url"] != "-" else "http://www.example.gov.cn/page.html"
            body = (folder / "html" / row["file"]).read_bytes()
            yield Known(row["file"], body, row["encoding"], url, date.fromisoformat(row["date"]), text)


# ── who reads ────────────────────────────────────────────────────────────────


def ours(page: Known) -> Read:
    decoded = read_bytes(page.body, None)
    seen = read_page(decoded.text, page.url, charset=decoded.encoding)
    return Read(seen.published.day if seen.published else None, seen.text)


def _htmldate(*, extensive: bool) -> Tool:
    def read(page: Known) -> Read:
        found = find_date(_text(page), original_date=True, extensive_search=extensive)
        return Read(date.fromisoformat(found) if found else None, "")

    return read


def tools() -> dict[str, Tool]:
    """Ours first; a peer that is not installed is left out."""
    found: dict[str, Tool] = {
        "xuncha": ours,
        "htmldate": _htmldate(extensive=True),
        "htmldate fast": _htmldate(extensive=False),
    }
    try:
        from gne import GeneralNewsExtractor

        def gne(page: Known) -> Read:
            said = GeneralNewsExtractor().extract(_text(page))
            match = re.search(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})", said["publish_time"])
            return Read(date(*map(int, match.groups())) if match else None, said["content"])

        found["GNE"] = gne
    except ImportError:
        pass
    try:
        from lxml import html as lxml_html
        from readability import Document

        def readability(page: Known) -> Read:
            return Read(None, lxml_html.fromstring(Document(_text(page)).summary()).text_content())

        found["readability"] = readability
    except ImportError:
        pass
    return found


def _text(page: Known) -> str:
    return page.body.decode(page.encoding, "replace")


# ── how well ─────────────────────────────────────────────────────────────────


def f1(said: str, true: str) -> float:
    got, wanted = _pairs(said), _pairs(true)
    same = (got & wanted).total()
    return 2 * same / (got.total() + wanted.total()) if got or wanted else 1.0


def _pairs(text: str) -> Counter[str]:
    plain = _FILES_TEXT.sub("", text)
    return Counter(plain[at : at + 2] for at in range(len(plain) - 1))


def measure(name: str, pages: list[Known], chosen: dict[str, Tool], show: bool) -> bool:
    """Prints a table; True where our bars are reached."""
    print(f"{name}: {len(pages)} pages")
    print(f"{'':16}{'right':>7}{'absent':>8}{'wrong':>7}{'text F1':>9}{'pages/s':>9}")
    good = True
    for tool, read in chosen.items():
        right = absent = wrong = 0
        scores, begun = [], perf_counter()
        for page in pages:
            try:
                said = read(page)
            except Exception as error:  # noqa: BLE001 - a peer's own trouble is its result
                said = Read(None, "")
                print(f"  {tool} {page.name}: {type(error).__name__}", file=sys.stderr)
            right += said.day == page.day
            absent += said.day is None
            wrong += said.day is not None and said.day != page.day
            if page.text:
                scores.append(f1(said.text, page.text))
            if show and tool == "xuncha" and (said.day != page.day or (page.text and scores[-1] < 0.9)):
                print(f"  {page.name}: {said.day} for {page.day}, F1 {scores[-1] if page.text else 0:.2f}")
        mean = sum(scores) / len(scores) if scores else 0.0
        dates = f"{right:>7}{absent:>8}{wrong:>7}" if tool != "readability" else f"{'–':>7}{'–':>8}{'–':>7}"
        text = f"{mean:>9.3f}" if "htmldate" not in tool else f"{'–':>9}"
        print(f"{tool:16}{dates}{text}{len(pages) / (perf_counter() - begun):>9.0f}")
        if tool == "xuncha":
            good = right >= _DATE_BAR * len(pages) and wrong == 0 and mean >= _TEXT_BAR
    print("every bar reached" if good else "a bar is MISSED")
    return good


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.bench_portals_dates", description=__doc__.splitlines()[0]
    )
    parser.add_argument("--files", type=Path, help="a folder of real pages with INDEX.tsv")
    parser.add_argument("--show", action="store_true", help="name the pages that we read wrongly")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    chosen = tools()
    measure("made-up pages", list(made()), chosen, asked.show)
    if asked.files:
        measure("real pages", list(real(asked.files)), chosen, asked.show)


if __name__ == "__main__":
    main()
