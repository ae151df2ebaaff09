"""Apologies told by their parts, in words that no list holds, and documents that have such parts too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.answers import data_of
from parsers.apology import apologises
from parsers.page import read_page
from parsers.soft404 import error_in_data, error_reason, may_be_error

URL = "http://www.demo.gov.cn/tzgg/12345.html"
# A frame that says more than any apology, as portals of today have it.
HEAVY = (
    "<div class=top>无障碍浏览 长者模式</div><ul class=menu>"
    + "".join(f"<li><a href=/m{n}/>政务公开第{n}栏</a></li>" for n in range(60))
    + "</ul><div>当前位置：<a href=/>首页</a> &gt; 正文</div><div>{}</div><marquee>欢迎访问本网站</marquee>"
    "<div class=foot>版权所有 示范县人民政府 网站声明 网站标识码：4104000031 建议使用1024*768分辨率浏览本网站，本网站由示范县大数据局运行维护</div>"
)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("", "不好意思，您查看的公告已被收回，不能浏览该页面"),
        ("示范县", "你要的网页已经搬家了，10秒后回到首页"),
        ("提示", "栏目已停用，请返回首页"),
        ("", "这个页面和您捉迷藏去了，去首页看看"),
        ("示范县人民政府", "404\n回首页"),
        ("", "无此稿件"),
        ("", "您请求的文档尚未通过审核"),
        ("友情提示", "该信息因超过公示期限已自动撤下"),
        ("", "旧地址不再提供"),
        ("", "糟糕，链接断了\n技术人员正在抢修"),
        ("", "页面掉线了"),
        ("某局", "未找到"),
        ("", "Not Found"),
        ("", "410 Gone"),
        ("", "内部错误"),
        ("", "根据有关规定，此内容不予显示"),
    ],
)
def test_parts_that_make_an_apology(title: str, said: str) -> None:
    assert apologises(title, said)
    assert may_be_error(f"{title} {said}")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("停气公告", "因管道检修，6月3日停气，请返回家中的居民关闭阀门，给您带来不便深表歉意。"),
        ("网站提示代码", "404：页面不存在；500：服务器内部错误"),
        ("寻物启事", "本人遗失文件一份，有拾到者请联系，电话：0375-2629911"),
        ("更正", "前文有误，原页面已删除，以本页为准"),
        ("网站找错", "如发现页面打不开、链接失效等问题，请提交"),
        ("成功", "提交成功，3秒后返回首页"),
        ("公交", "公交线路\n502"),
        ("", "年份\n户数\n2023\n404"),
        ("信访答复", "不存在"),
        ("公示", "信息公示系统无异常名录"),
        ("水质", "未检出"),
        ("投诉网站页面打不开", "贵网站页面经常打不开"),
        ("旧版", "本栏目已归档，不再更新"),
        ("", "该专题已归档，内容供查阅"),
        ("", "本页面为存档页面，仅供参考"),
        ("", "本频道停止更新，历史内容予以保留"),
        ("", "公示期为5天，公示期满后无异议的予以公开。"),
        ("", ""),
    ],
)
def test_what_only_has_such_parts(title: str, said: str) -> None:
    assert not apologises(title, said)


@pytest.mark.parametrize(
    "main",
    [
        "<p>很遗憾，您浏览的内容已撤回</p>",
        "SQLSTATE[HY000] [2002] Connection refused",
        "<img src=/i/a.jpg alt=页面不存在>",
    ],
)
def test_the_frame_of_a_portal_hides_no_apology(main: str) -> None:
    page = read_page(f"<title>示范县人民政府</title>{HEAVY.format(main)}", URL)
    assert error_reason(page) in ("words", "picture")


@pytest.mark.parametrize(
    "main",
    [
        "<p>本页面将于6月起改版，欢迎提出意见。</p>",
        "<h1>取水许可</h1><p>发布时间：2020-05-06 来源：水务局</p><p>办理地点：三楼</p>",
    ],
)
def test_a_short_page_in_a_heavy_frame_lives(main: str) -> None:
    assert error_reason(read_page(f"<title>示范县人民政府</title>{HEAVY.format(main)}", URL)) is None


def test_a_template_without_an_article_is_empty() -> None:
    labels = "<h1></h1><p>发布日期：　作者：　浏览次数：</p><div></div><p>上一篇：无 下一篇：无</p>"
    assert error_reason(read_page(f"<title>示范县</title>{HEAVY.format(labels)}", URL)) == "empty"
    named = labels.replace("<h1></h1>", "<h1>取水许可</h1>")
    assert error_reason(read_page(f"<title>示范县</title>{HEAVY.format(named)}", URL)) is None


def test_frames_that_show_nothing_but_the_error_page() -> None:
    assert error_reason(read_page("<body><iframe src=/error/404.html></iframe></body>", URL)) == "refresh-to-error"
    assert error_reason(read_page("<body><iframe src=/map/inner.html></iframe></body>", URL)) is None


@pytest.mark.parametrize(
    ("text", "is_error"),
    [
        ('{"code":"410","data":null}', True),
        ('{"success":false,"message":"该文章已被删除"}', True),
        ('cb({"status":404});', True),
        ('{"error":"record_not_found"}', True),
        ('{"success":true,"data":{"title":"页面不存在怎么办"}}', False),
        ('{"code":0,"msg":"","rows":[]}', False),
        ("[]", False),
        ("document.write('404')", None),
        ('{"code":404', None),
    ],
)
def test_data_that_says_it_is_not_there(text: str, is_error: bool | None) -> None:
    assert error_in_data(text) is is_error


@given(st.text(), st.text())
def test_any_words_and_any_data_are_judged(title: str, said: str) -> None:
    assert apologises(title, said) in (True, False)
    data_of(said)
