"""Links that no reader sees, in the ways of stolen sites; and markup that hides nothing."""

import pytest

from parsers.page import read_page

LINK = '<a href="http://www.betking.com/">娱乐</a>'


def is_hidden(markup: str) -> bool:
    page = read_page(f"<html><body><p>清河县人民政府</p>{markup}</body></html>", "http://a.gov.cn/")
    (link,) = [one for one in page.links if one.kind == "page"]
    return link.hidden


@pytest.mark.parametrize(
    "markup",
    [
        f'<div style="display:none">{LINK}</div>',
        f'<div style="position:absolute; left:-9999px">{LINK}</div>',
        f'<div style="text-indent:-2000px">{LINK}</div>',
        f'<p style="font-size:0">{LINK}</p>',
        f'<p style="font-size: 0px !important;">{LINK}</p>',
        f'<div style="opacity:0">{LINK}</div>',
        f'<div style="height:1px;overflow:hidden">{LINK}</div>',
        f'<div style="color:#fff;background:#FFFFFF">{LINK}</div>',
        f'<table bgcolor="white"><tr><td><font color="#fff">{LINK}</font></td></tr></table>',
        f'<marquee height="1" width="3">{LINK}</marquee>',
        f"<style>.kx{{position:absolute;top:-3000px}}</style><div class='a kx'>{LINK}</div>",
        f"<div id='q'>{LINK}</div><script>document.getElementById('q').style.display='none'</script>",
        f"<script>document.write('<div style=\"display:none\">')</script>{LINK}<script>document.write('</div>')</script>",
    ],
)
def test_a_link_out_of_sight_is_hidden(markup: str) -> None:
    assert is_hidden(markup)


@pytest.mark.parametrize(
    "markup",
    [
        LINK,
        f'<div style="font-size:0.9em">{LINK}</div>',
        f'<div style="height:0;clear:both"></div>{LINK}',
        f'<div style="margin-left:-5px">{LINK}</div>',
        f'<div style="position:absolute;left:50%;margin-left:-490px">{LINK}</div>',
        f'<ul style="left:-230px">{LINK}</ul>',
        f"<style>.nav .sub{{display:none}}</style><div class='sub'>{LINK}</div>",
        f'<div style="color:#fff;background:#036">{LINK}</div>',
        f'<div style="line-height:1px;overflow:visible">{LINK}</div>',
        f'<marquee height="40" width="300">{LINK}</marquee>',
        f"<script>document.write('<div style=\"display:none\">x</div>')</script>{LINK}",
        f'<div style="display:none">{LINK}</div>{LINK}',
    ],
)
def test_what_a_reader_sees_is_not(markup: str) -> None:
    assert not is_hidden(markup)


def test_text_in_a_list_without_gaps_is_still_read() -> None:
    """font-size:0 around a list closes the gaps between its boxes; the style sheet gives the text its size."""
    rows = "".join(
        f'<li><a href="/x/{n}.html">县政府召开第{n}次常务会议</a><span>2026-03-0{n}</span></li>' for n in range(1, 6)
    )
    page = read_page(f'<html><body><ul style="font-size:0">{rows}</ul></body></html>', "http://a.gov.cn/xw/")
    assert len(page.entries) == 5
