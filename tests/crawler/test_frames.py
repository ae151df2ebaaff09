"""A frame is part of the page that holds it: what it links to is one click away, not two."""

from crawler.reading import read
from crawler.records import Fetched
from storage.records import Lead

HOME = "http://www.qinghe.gov.cn/"


def test_a_frame_is_no_click_away() -> None:
    body = "<html><head><title>清河县</title></head><frameset><frame src='top.htm'><frame src='main.htm'></frameset></html>"
    leads = read(Fetched(Lead(HOME, "home", 0), 200, {"content-type": "text/html"}, body.encode())).leads
    assert [(lead.url, lead.depth) for lead in leads] == [(f"{HOME}top.htm", 0), (f"{HOME}main.htm", 0)]
