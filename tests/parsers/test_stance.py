"""Pages that write about error pages, and pages that are some."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.page import read_page
from parsers.soft404 import error_reason
from parsers.stance import has_subject, is_document, speaks_of_itself, tells, unquoted

URL = "http://www.demo.gov.cn/tzgg/12345.html"
ABOUT = [
    ("关于开展网站链接核查的通知", "请对“无法访问”“页面不存在”等问题进行排查，于6月10日前反馈。"),
    ("404错误是什么意思", "打开网页时出现404，是指网页不存在。您可以检查网址是否输错，或返回首页查找。"),
    ("科普：网页为什么打不开", "网页无法访问的原因很多：网络中断、域名过期、服务器故障等。"),
    ("一季度检查通报", "“政民互动”栏目不可用1次，附件无法下载2个。"),
    ("技术交流", "如何自定义404页面：在配置文件中加入 error_page 404 /404.html;"),
    ("处罚决定", "当事人提供的文件无效，不予采信。"),
    ("通告", "原公告予以撤销。"),
    ("文件解读", "原文件有效期届满自动失效，新办法自6月起执行。"),
    ("域名管理办法", "域名过期未续费的，由主管部门注销。"),
    ("快递", "地址有误，退回寄件人。"),
    ("空气", "数据异常，以复核为准。"),
    ("附件", "附件已更换，请以最新版为准。"),
    ("机构", "该机构已撤销，职能划入县农业农村局。"),
    ("户籍", "查无此人。"),
    ("公示", "网站考评：链接不可用扣2分，附件不能下载扣1分。"),
    ("公告", "我局网站域名变更，原域名同时停用。"),
]


@pytest.mark.parametrize(("title", "said"), ABOUT)
def test_a_page_about_something_lives_whatever_its_words(title: str, said: str) -> None:
    nav = "<ul>" + "".join(f"<li><a href=/c{n}/>栏目{n}</a></li>" for n in range(9)) + "</ul>"
    for frame in ("<p>{}</p>", nav + "<div>当前位置：首页 &gt; 正文</div><div>{}</div>"):
        page = read_page(f"<title>{title}</title><body>{frame.format(said)}</body>", URL)
        assert error_reason(page) is None


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("", "数据异常"),
        ("示范县人民政府", "该内容已封存，原访问地址停止服务"),
        ("通知公告-示范县人民政府", "该信息已被删除"),
        ("提示", "所选栏目已被合并，请从导航重新进入"),
        ("", "未能定位到您请求的资源"),
        ("", "这条新闻已经下线啦"),
        ("", "该文章尚处于编辑状态"),
    ],
)
def test_a_page_that_speaks_of_itself_is_an_apology(title: str, said: str) -> None:
    assert error_reason(read_page(f"<title>{title}</title><body><p>{said}</p></body>", URL)) in ("words", "title")


def test_what_is_quoted_is_somebody_elses() -> None:
    assert unquoted("看到“您访问的页面不存在”时请联系我们") == "看到时请联系我们"


@pytest.mark.parametrize(
    ("title", "is_subject"),
    [("注册指南", True), ("通知公告", False), ("安全检查", False), ("", False), ("常见问题", True)],
)
def test_titles_that_are_subjects(title: str, is_subject: bool) -> None:
    assert has_subject(title) is is_subject


@given(st.text(), st.text())
def test_any_words_have_a_stance(title: str, said: str) -> None:
    assert {type(one) for one in (is_document(title, said), speaks_of_itself(title, said), tells(said))} == {bool}
    assert len(unquoted(said)) <= len(said)
