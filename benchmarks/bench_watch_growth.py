"""How the database grows: `python -m benchmarks.bench_watch_growth [--pages N] [--days N]`.

A portal of so many pages of the size of real ones (19 KB in the mean) is patrolled once a day; each day 5 % of the pages
change. Every page comes in full every day: no portal spares us with a 304. Bar: after 90 days the database holds no more
than 10 % of the bytes that came over the wire.
"""

import argparse
import random
import re
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

from benchmarks.bars import Bar
from benchmarks.site import make_site
from crawler.reading import read
from crawler.records import Fetched, Reading
from storage.keeping import Keep
from storage.records import Lead, LinkChecked, PageVisit, ProbeFact
from storage.settings import Settings
from storage.store import Store

BAR = 0.10
CHANGED = 0.05  # share of the pages a day
MEAN_SIZE = 19_000  # bytes; 596 pages of two real portals have 18.9 KB in the mean
OUTSIDE = 100  # targets outside the crawl that each patrol checks
HOME = "http://www.example.gov.cn"
FIRST_DAY = datetime(2026, 1, 1, 1, 0, tzinfo=UTC)
_END = re.compile(rb"(<p>[^<]*</p>)?</body>")
_PARAGRAPH = re.compile(rb"<p style=.*?</p>", re.S)


class Portal:
    """Pages by path, what was read of each, and days that change some."""

    def __init__(self, pages: int) -> None:
        self._chance = random.Random(pages)
        site = make_site(pages)
        size = sum(len(body) for _, body in site.values()) / len(site)
        self.bodies = {path: _shorter(body, size) for path, (_, body) in site.items()}
        self._types = {path: kind for path, (kind, _) in site.items()}
        self.readings = {path: self._read(path) for path in site}

    def change(self, day: int) -> None:
        for path in self._chance.sample(sorted(self.bodies), max(1, round(CHANGED * len(self.bodies)))):
            charset = "gbk" if "gbk" in self._types[path] else "utf-8"
            news = f"<p>第{day}日更新：{self._chance.random()}</p></body>".encode(charset)
            self.bodies[path] = _END.sub(news, self.bodies[path])
            self.readings[path] = self._read(path)

    def _read(self, path: str) -> Reading:
        hint = "home" if path == "/" else "entry"
        return read(Fetched(Lead(HOME + path, hint, 1), 200, {"content-type": self._types[path]}, self.bodies[path]))


def _shorter(body: bytes, mean: float) -> bytes:
    """Without so many paragraphs that the pages have the size of real ones in the mean."""
    paragraphs = _PARAGRAPH.findall(body)
    too_much = (mean - MEAN_SIZE) * len(paragraphs) / 120  # an article has 120 of them; a list has none
    for paragraph in paragraphs:
        if too_much <= 0:
            break
        body, too_much = body.replace(paragraph, b"", 1), too_much - len(paragraph)
    return body


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_watch_growth")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--days", type=int, default=90)
    asked = parser.parse_args(words)
    begun = monotonic()
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{Path(folder) / 'xuncha.db'}")
        store.upgrade()
        raw = patrol_days(store, Portal(asked.pages), asked.days)
        size = store.size(FIRST_DAY + timedelta(days=asked.days))
        share = (size.total - size.free) / raw
        print(
            f"growth: {asked.pages} pages x {asked.days} daily patrols, {CHANGED:.0%} change a day, {raw / 1e6:.0f} MB raw"
        )
        for table, held in sorted(size.tables.items(), key=lambda item: -item[1])[:8]:
            print(f"    {table:<12} {held / 1e6:8.1f} MB")
        got = f"{size.total / 1e6:.1f} MB, {share:.1%} of the bytes that came over the wire"
        small = Bar(f"database after {asked.days} daily patrols", f"≤ {BAR:.0%}", got, share <= BAR).show(
            monotonic() - begun
        )
        begun = monotonic()
        later = FIRST_DAY + timedelta(days=asked.days + 91)
        gone = store.thin(later, Keep.of(Settings()))
        held = store.size(later)
        share_then = (held.total - held.free) / raw
        got = f"{share_then:.1%}, {sum(gone.rows.values()):,} rows gone, longest step {gone.longest:.2f} s"
        Bar("91 days later, thinned", "a smaller share", got, share_then < share).show()
        faults = store.check()
        sound = Bar("xuncha db check", "sound", "; ".join(faults) or "sound", not faults).show(monotonic() - begun)
        store.close()
    return 0 if small and sound else 1


def patrol_days(store: Store, portal: Portal, days: int) -> int:
    """Patrols once a day; the bytes that came over the wire."""
    portal_id = store.add_portal(HOME, name="bench", now=FIRST_DAY).id
    outside = [f"http://www.elsewhere{number}.gov.cn/" for number in range(OUTSIDE)]
    raw = 0
    for day in range(days):
        at = FIRST_DAY + timedelta(days=day)
        if day:
            portal.change(day)
        run = store.start_run(portal_id, trigger="scheduled", now=at).run_id
        for path, body in portal.bodies.items():
            reading = portal.readings[path]
            store.record_visit(run, portal_id, _visit(path, body, reading, at))
            raw += len(body)
        store.record_link_checks(run, [LinkChecked(url, "alive", None, 200, None, 1, 90, at) for url in outside])
        for look in range(Settings().probes_a_day):
            store.record_probe(portal_id, ProbeFact(at + timedelta(minutes=48 * look), True, "ok", None, 300, 200))
        store.end_run(run, status="done", reason="finished", stats={}, now=at)
    return raw


def _visit(path: str, body: bytes, reading: Reading, at: datetime) -> PageVisit:
    visit = PageVisit(HOME + path, reading.kind, 1, at, "ok", status=200, elapsed_ms=120, content_type="text/html")
    return replace(visit, body=body, content=reading.content)


if __name__ == "__main__":
    raise SystemExit(main())
