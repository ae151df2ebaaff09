"""The verdict about one answer: what says next to nothing, boxes, pictures, walls, and pages that only look like them."""

import pytest

from crawler.answer import Answer
from crawler.verdicts import judge

URL = "http://www.demo.gov.cn/zwgk/a_x.html"
MENU = "<ul>" + "".join(f"<li><a href=/m{n}/>政务公开第{n}栏</a></li>" for n in range(20)) + "</ul>"
FRAME = f"{MENU}<div>当前位置：<a href=/>首页</a> &gt; 正文</div><div>%s</div><div>版权所有 示范县人民政府</div>"


def verdict(body: str, title: str = "") -> str:
    html = f"<html><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>"
    return judge(URL, Answer(URL, 200, {"content-type": "text/html; charset=utf-8"}, html.encode(), True)).verdict


@pytest.mark.parametrize(
    "main",
    [
        "<p>未检索到该文章内容</p>",
        "<p>该文章已归档，不再展示</p>",
        "<script>alert('数据不存在');self.close();</script>",
        '<script>window.alert("没有该文章");window.history.back();</script>',
        "<h1>undefined</h1><p>发布时间：undefined　来源：undefined</p>",
        "<p>发布者： 发布时间： 来源： 点击：</p>",
        "<div style='background:url(/images/error.png)'></div><a href=/>返回首页</a>",
        "<p>用户 'cms' 登录失败。原因: 该帐户的密码必须更改。</p>",
    ],
)
@pytest.mark.parametrize("frame", ["%s", FRAME])
def test_dead_alone_and_in_a_frame(frame: str, main: str) -> None:
    assert verdict(frame % main) == "dead"


@pytest.mark.parametrize(
    "main",
    [
        "<script>alert('传参有点问题');window.opener=null;window.close();</script>",
        "<script>layer.msg('信息未发布',function(){history.back()})</script>",
        "<script>document.write('页面不存在')</script>",
        "&nbsp;<script src=/tongji.js></script>",
        "<script>window.park='eyJ'</script><script src=/b.js></script>",
        "<h1>linxi-gov.com</h1><p>该域名正在转让</p>",
        "<p>no healthy upstream</p>",
        "<p>恭喜，LNMP安装成功</p>",
        "<p>参数非法</p>",
        "<p>Freemarker模板渲染失败：title</p>",
        "<p>栏目网址有变，即将带您回到首页</p>",
    ],
)
def test_dead_where_nothing_else_is_shown(main: str) -> None:
    assert verdict(main) == "dead"


@pytest.mark.parametrize(
    "main",
    [
        "<p>网站正在例行检修，请两小时后再访问</p>",
        "<p>您没有登录，无法浏览该栏目，请登录</p>",
        "<script>alert('请先登录后查看');history.back()</script>",
        "<p>检测到非法请求，已记录您的IP</p>",
        "<p>今日浏览次数已用完</p>",
        "<p>服务器繁忙，请稍后重试</p>",
        "<h1>未授权访问</h1>",
        "<p>本县已开启实名访问，请先认证</p>",
        "<p>输入四位验证码继续</p><input name=c>",
        "<p>Sorry, you are not allowed to view this page.</p>",
        "<div id=embed-captcha></div><script src=https://static.geetest.com/static/tools/gt.js></script>",
    ],
)
def test_unknown(main: str) -> None:
    assert verdict(main) == "unknown"


@pytest.mark.parametrize(
    ("title", "main"),
    [
        ("", "<script>alert('本站换了地方');location='/new/1.html'</script>"),
        ("谢谢", "<script>alert('提交成功');history.back();</script><p>提交成功</p>"),
        ("查询", "<form><input name=k><button>查询</button></form><p>未找到符合条件的记录</p>"),
        ("流程图", "<img src=/u/flow.png onerror=\"this.src='/img/error.png'\">"),
        (
            "举报",
            "<form><input name=u><textarea></textarea></form><script>function f(){alert('内容不能为空')}</script>",
        ),
        ("值班电话", FRAME % "<p>0855-6120000</p><div>【打印】【关闭】</div>"),
        ("", "<script>document.write('<p>县情</p>')</script>"),
        ("县情", FRAME % "<p>本县地处东南。</p><script>function f(){alert('请输入关键字');location='/s'}</script>"),
        ("植物园限流", "<p>今日浏览次数已用完</p>"),
        ("登录", "<form>密码错误超过次数将受限<input type=password></form>"),
        ("", "<p>详见附件</p><a href=/f/1.pdf>附件</a>"),
        ("", "<p>本页内容由县统计局提供</p>"),
        ("", "<p>咨询电话：0855-6120000</p>"),
        ("信箱", FRAME % "<p>您反映的网页打不开问题，系链接失效，现已修复。</p>"),
        ("警示", "<h1>非法访问公民信息，辅警获刑</h1><p>法院判处有期徒刑一年。</p>"),
        ("网安", FRAME % "<p>县公安局拦截诈骗网址301个，阻断攻击行为2万次。</p>"),
    ],
)
def test_alive(title: str, main: str) -> None:
    assert verdict(main, title) == "alive"


@pytest.mark.parametrize(
    ("body", "headers", "expected"),
    [
        ("", {"retry-after": "7200"}, "unknown"),
        ("<p>网站正在升级，两小时后恢复</p>", {}, "unknown"),
        ("<p>系统维护中</p>", {}, "dead"),
        ("<p>访问拥堵，请耐心等待</p>", {}, "unknown"),
        ("<p>We'll be back shortly</p>", {}, "unknown"),
        ("<p>Please try again later</p>", {}, "dead"),
        ("<p>服务不可用，请联系网站管理员</p>", {}, "dead"),
        ("", {"retry-after": "1"}, "dead"),
    ],
)
def test_a_server_that_says_when_it_is_back(body: str, headers: dict[str, str], expected: str) -> None:
    assert judge(URL, Answer(URL, 503, headers, body.encode(), True)).verdict == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('{"code":403,"msg":"无访问权限"}', "unknown"),
        ('{"status":429}', "unknown"),
        ('{"errno":-7,"msg":"请完成验证"}', "unknown"),
        ('{"status":"fail","message":"请求太频繁"}', "unknown"),
        ('{"code":401,"msg":"请重新登录","data":null}', "unknown"),
        ('{"code":404,"msg":"文章不存在"}', "dead"),
        ('{"code":0,"msg":"操作成功","data":[1]}', "alive"),
        ("-1", "dead"),
    ],
)
def test_what_a_program_answers(body: str, expected: str) -> None:
    kind = "application/json" if body.startswith("{") else "text/html"
    assert judge(URL, Answer(URL, 200, {"content-type": kind}, body.encode(), True)).verdict == expected


def test_a_refresh_below_a_long_frame_makes_it_worth_a_reading() -> None:
    frame = FRAME.replace("第", "公开目录" * 3)
    said = "<p>网页地址有变，系统将带您回到主站首页</p>"
    assert verdict(frame % f"<meta http-equiv=refresh content='5;url=/'>{said}") == "dead"


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (400, "<p>请求头缺失，拒绝访问</p>", "unknown"),
        (405, "<p>访问受控，代码 17</p>", "unknown"),
        (405, "<h1>405 Not Allowed</h1>", "dead"),
        (400, "<h1>Bad Request</h1>", "dead"),
        (406, "", "dead"),
        (400, "<center>No required SSL certificate was sent</center>", "unknown"),
        (400, "<p>The plain HTTP request was sent to HTTPS port</p>", "dead"),
        (403, "<p>该网站未根据法规进行备案，或备案信息已被注销</p>", "dead"),
        (403, "<p>访问被拒绝</p><p>某ICP备05004412号</p>", "unknown"),
    ],
)
def test_who_declines_and_says_why_is_a_wall(status: int, body: str, expected: str) -> None:
    assert judge(URL, Answer(URL, status, {"content-type": "text/html"}, body.encode(), True)).verdict == expected


def test_a_long_page_under_an_advertisement_for_a_title_is_taken_over() -> None:
    article = "<p>" + "球迷们可以在这里找到全部赛事的资料。" * 60 + "</p>"
    html = f"<html><head><title>葡京娱乐城官网-示范县水务局</title></head><body>{FRAME % article}</body></html>"
    kind = {"content-type": "text/html; charset=utf-8"}
    assert judge(URL, Answer(URL, 200, kind, html.encode(), True)).reason == "soft_404:taken_over"
    told = html.replace("<p>球迷", "<h1>警方提示：谨防网络赌博</h1><p>球迷", 1)
    assert judge(URL, Answer(URL, 200, kind, told.encode(), True)).verdict == "alive"


def test_advertisements_among_letters_do_not_take_a_portal_over() -> None:
    letters = "".join(
        f"<li><a href=/x/{n}.html>百家乐老虎机注册送彩金{n}号</a><span>2023-05-0{n}</span></li>" for n in range(1, 8)
    )
    assert verdict(FRAME % f"<ul>{letters}</ul>", "来信选登") == "alive"


@pytest.mark.parametrize("mark", ["！", "关停", "网站", "传奇", "先", "代写", "加 ", "亚洲", "六合 ", "slot "])
def test_a_title_without_end_is_read_once(mark: str) -> None:
    html = f"<title>{mark * 60_000}</title><p>某市某局某科</p>".encode()[:131_072]
    assert judge(URL, Answer(URL, 200, {"content-type": "text/html; charset=utf-8"}, html, True)).verdict in (
        "alive",
        "dead",
    )


def test_null_is_no_page() -> None:
    found = judge(URL, Answer(URL, 200, {"content-type": "text/html"}, b"null", True))
    assert (found.verdict, found.reason) == ("dead", "soft_404:empty")


@pytest.mark.parametrize("mark", ["<!--", "<!---->", "<!-- -->\n", "<!--<title>", "<!--alert('"])
def test_marks_that_are_never_closed_are_looked_for_once(mark: str) -> None:
    """Over and over again these once took a minute, or for ever."""
    body = (mark * 40_000).encode()[:131_072]
    assert judge(URL, Answer(URL, 200, {"content-type": "text/html"}, body, True)).verdict == "dead"
    assert judge(URL, Answer(URL, 200, {}, body, True)).verdict in ("dead", "alive")


@pytest.mark.parametrize(
    ("mark", "status", "expected"),
    [
        ("\n", 403, "unknown"),
        ("仅限IP", 200, "alive"),
        ("爬虫", 500, "dead"),
        ("未", 403, "unknown"),
        ("网站", 200, "alive"),
        ("portal ", 200, "alive"),
        ("请证书", 400, "dead"),
        ("系统", 503, "dead"),
        ("传奇", 200, "alive"),
        ("<title>葡京", 200, "alive"),
        ("代写", 200, "alive"),
    ],
)
def test_repeats_without_end_are_read_once(mark: str, status: int, expected: str) -> None:
    """Each of these once took minutes."""
    body = (mark * 131_072).encode()[:131_072]
    assert judge(URL, Answer(URL, status, {"content-type": "text/html"}, body, True)).verdict == expected
