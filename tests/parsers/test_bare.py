"""Pages without words: nothing at all, something to see, scripts that fill them, scripts that only go away."""

import pytest

from parsers.bare import box_before_leaving, shows_nothing, written

TONGJI = "<script>var h=document.createElement('script');h.src='https://hm.baidu.com/hm.js?1';document.body.appendChild(h)</script>"


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<title>某县人民政府</title><body></body>",
        "<body><div class=wrap><div class=main></div></div></body>",
        f"<body>&nbsp;{TONGJI}</body>",
        "<script src=/js/jquery-3.6.0.min.js></script><body><!-- <img src=/a.jpg> --></body>",
        "<script src=/visit/count.jsp?id=3></script>",
        "<script>var siteId = 3;</script>",
    ],
)
def test_nothing_to_see(html: str) -> None:
    assert shows_nothing(html)


@pytest.mark.parametrize(
    "html",
    [
        "<body style='background:url(/a.jpg)'></body>",
        "<frameset cols=2><frame src=/a.html></frameset>",
        "<div id=app></div><script src=/count.js></script>",
        "<script src=/js/main.3f.js></script>",
        "<script>document.write(text)</script>",
        "<my-portal></my-portal>",
        "<input name=q>",
        "<script>alert('提交成功')</script>",
    ],
)
def test_something_to_see(html: str) -> None:
    assert not shows_nothing(html)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<script>alert('稿件已撤');history.go(-1)</script>", "稿件已撤"),
        ("<script src=/layer.js></script><script>layer.msg('已过期',function(){history.back()})</script>", "已过期"),
        ("<script>Swal.fire({icon:'x',text:'没有该信息'}).then(()=>history.back())</script>", "没有该信息"),
        ("<body onload=\"alert('无此文章');history.back()\"></body>", "无此文章"),
        ("<script>history.go(-1)</script>", ""),
        ("<script>window.opener=null;window.close();</script>", ""),
        ("<script>alert('提交成功');history.back()</script>", None),
        ("<script>function back(){history.back()}</script><script src=/m/app.js></script>", None),
        ("<img src=/a.jpg><script>function back(){history.back()}</script>", None),
        ("<script>alert('欢迎')</script>", None),
        ("<p>正文</p>", None),
    ],
)
def test_what_is_said_before_leaving(html: str, said: str | None) -> None:
    assert box_before_leaving(html) == said


def test_words_that_a_script_writes() -> None:
    assert written("<script>document.writeln(\"<p>页面\");document.write('不存在</p>')</script>") == "页面不存在"
    assert written("<script>document.write(title)</script>") == ""
