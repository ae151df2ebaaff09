"""Walls that refuse programs, told from outages, dead pages and articles about walls."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.blocked import refusal

RUISHU = "<html><script>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=71;</script><body></body></html>"


@pytest.mark.parametrize(
    ("status", "headers", "text", "reason"),
    [
        (
            521,
            {"X-Via-JSL": "a,-", "Set-Cookie": "__jsluid_h=abc"},
            "<script>document.cookie=('_')+('_')+('j')</script>",
            "加速乐",
        ),
        (403, {"Set-Cookie": "__jsluid_s=abc; path=/"}, "", "加速乐"),
        (412, {"Set-Cookie": "FSSBBIl1UgzbN7N80S=x"}, RUISHU, "瑞数"),
        (202, {}, RUISHU, "瑞数"),
        (200, {}, RUISHU, "瑞数"),
        (403, {"WZWS-Ray": "1131-1.a"}, "", "网宿 WZWS"),
        (403, {"set-cookie": "safedog-flow-item=1"}, "", "安全狗"),
        (403, {"Set-Cookie": "HWWAFSESID=a; path=/"}, "<html>请求被拦截</html>", "华为云"),
        (403, {}, "<title>403</title>当前访问疑似黑客攻击，已被网站管理员设置为拦截 创宇云防御", "创宇"),
        (200, {}, "<p>为了您的正常访问，请输入验证码后继续访问</p>", "验证码"),
        (405, {}, "<p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>", "防火墙"),
        (403, {"Server": "nginx"}, "<h1>403 Forbidden</h1>", "403"),
        (429, {}, "", "429"),
        (200, {}, "<p>The requested URL was rejected. Your support ID is: 81</p>", "F5"),
        (200, {}, "<p>您的请求行为异常，已被边界防护设备阻断，事件编号 7</p>", "防火墙"),
        (200, {}, "<p>抱歉，海外用户暂无法访问本站</p>", "地区或地址限制"),
        (403, {}, "<p>您的 IP 不属于授权范围</p>", "地区或地址限制"),
        (503, {}, "<p>刷新过快，请稍后</p>", "访问过于频繁"),
        (200, {}, "<p>您未登录，请登录</p>", "需要登录"),
        (202, {"X-Amzn-Waf-Action": "captcha"}, "", "AWS WAF"),
        (200, {}, "<script>document.cookie='k=1';location.replace(location.href)</script>", "脚本验证"),
        (200, {}, "<script>var _0xab12=['x'];window[_0xab12[0]]()</script>", "脚本验证"),
        (200, {}, "<script>eval(String.fromCharCode(118,97))</script>", "脚本验证"),
        (202, {}, "<input type=hidden id=x><script src=/4Qb/d.js r=m></script>", "脚本验证"),
        (200, {}, "<form id=f action=/__v><input type=hidden name=t></form><script>f.submit()</script>", "脚本验证"),
        (200, {}, "<div id=nc></div><script src=https://g.alicdn.com/AWSC/AWSC/awsc.js></script>", "验证码"),
        (200, {}, "<iframe src=/waf/verify?id=7></iframe>", "验证码"),
        (200, {}, "<p>请输入右侧字符</p><img src=/vcode.php><input name=vcode><button>提交</button>", "验证码"),
        (200, {}, "<p>旋转图片至正确角度</p>", "验证码"),
        (200, {}, "<p>当前请求存在异常，事件ID：77-aa</p>", "防火墙"),
        (200, {}, "<p>安全防护系统检测到您的访问存在风险</p>", "防火墙"),
        (200, {}, "<p>您当前的IP（192.0.2.4）暂时被禁止访问本站</p>", "防火墙"),
        (200, {}, "<p>正在进行安全检测…</p><script>setTimeout('location.reload()',9)</script>", "防火墙"),
        (200, {}, "<p>Bot detected. Incident ID: 77</p>", "防火墙"),
        (200, {}, "<p>短时间内请求过多</p>", "频繁"),
        (200, {}, "<p>您的IP属于境外</p>", "地区"),
        (200, {}, "<p>请计算：7+5=<input name=ans></p><p>回答正确后方可继续浏览</p>", "验证码"),
        (200, {}, "<p>3 × 4 = ?</p><form><input name=r><button>提交</button></form>", "验证码"),
        (200, {}, "<p>请回答：一加一等于几？答对后即可访问</p><input name=a>", "验证码"),
        (200, {}, "<p>为确认您是真人，请点击下方按钮</p>", "验证码"),
        (200, {}, "<p>Verifying your connection...</p>", "防火墙"),
        (200, {}, "<p>长亭雷池已将该请求拦下</p>", "防火墙"),
        (404, {}, "<p>安全狗：可疑请求，已拦截</p>", "防火墙"),
        (502, {}, "<p>您的地址 192.0.2.8 因扫描行为可疑被封停</p>", "防火墙"),
        (500, {}, "<p>Request blocked by WAF</p>", "防火墙"),
        (203, {}, "<script>document.cookie='k=1';location.reload()</script>", "脚本验证"),
        (200, {}, "<script>location.replace(location.pathname+'?s='+(3*7))</script>", "脚本验证"),
        (200, {}, "<meta content=x r='m'><script r='m' src=/a.js></script>", "脚本验证"),
        (200, {}, "<script src=/_guard/slide.js></script>", "节点防护"),
        (400, {"Server": "NSFocus"}, "", "防火墙"),
        (200, {}, "<script>document.cookie='k='+Math.random();history.go(0)</script>", "脚本验证"),
        (200, {}, "<script>var f=document.createElement('form');f.submit()</script>", "脚本验证"),
        (200, {}, "<title>访问校验</title><script src=/j.js></script>", "验证码"),
        (200, {}, "<p>请不要使用采集软件，本站拒绝恶意抓取</p>", "防火墙"),
        (200, {}, "<p>参数中含有不允许的字符</p>", "防火墙"),
        (200, {}, "<p>本系统只支持谷歌浏览器</p>", "浏览器限制"),
        (200, {}, "<p>请在微信中打开</p>", "浏览器限制"),
        (200, {}, "<p>市外用户暂不能访问</p>", "地区或地址限制"),
        (200, {}, "<p>请输入访问密码</p>", "需要登录"),
        (400, {}, "<h1>400 Bad Request</h1>No required SSL certificate was sent<hr>nginx", "需要证书"),
        (400, {}, "<title>400 The SSL certificate error</title>The SSL certificate error", "需要证书"),
        (400, {}, "<p>Client certificate required</p>", "需要证书"),
        (200, {}, "<p>未检测到数字证书，请插入UKey后重试</p>", "需要证书"),
        (400, {}, "<p>请安装个人证书后访问</p>", "需要证书"),
        (200, {}, "<p>您的請求含有攻擊特徵，已被防火牆攔截</p>", "防火墙"),
        (200, {}, "<p>出于安全原因，拒绝了本次请求</p>", "防火墙"),
    ],
)
def test_refusals(status: int, headers: dict[str, str], text: str, reason: str) -> None:
    found = refusal(status, headers, text)
    assert found is not None
    assert reason in found
    assert str(status) in found


ARTICLE = (
    "<html><body><h1>我县采购创宇云防御服务</h1>"
    + "<p>云锁、安全狗等产品参加了比选，滑动验证等功能也纳入评分。</p>" * 40
    + "</body></html>"
)


@pytest.mark.parametrize(
    ("status", "headers", "text"),
    [
        (200, {"Set-Cookie": "__jsluid_h=abc; HWWAFSESID=x"}, "<html><body><p>县政府召开常务会议</p></body></html>"),
        (200, {}, ARTICLE),
        (404, {}, "<h1>404 Not Found</h1>"),
        (500, {}, "服务器内部错误"),
        (503, {}, "<h1>503 Service Unavailable</h1>"),
        (202, {}, "<p>已受理</p>"),
        (521, {"Server": "cloudflare"}, "<h1>Web server is down</h1>"),
        (404, {}, "<p>该网页不存在，可能已被删除</p>"),
        (500, {}, "<pre>java.security.AccessControlException: access denied, request rejected by policy</pre>"),
        (200, {}, "<title>县气象局</title><p>县环境检测中心挂牌。</p>"),
        (200, {}, "<p>采集土样禁止使用铁器。</p>"),
        (200, {}, "<p>送餐机器人亮相，谢绝打赏。</p>"),
        (200, {}, "<p>请使用微信扫描二维码，关注办件进度。</p>"),
        (200, {}, "<p>我局采购防火墙两台，已封禁恶意IP。</p>"),
        (200, {}, "<p>欢迎您，游客！请登录后留言</p><p>路口信号灯损坏，已派人维修更换</p>"),
        (200, {}, "<p>全文</p><script src=/cdn-cgi/challenge-platform/scripts/jsd/main.js></script>"),
        (401, {"WWW-Authenticate": "Basic"}, ""),
        (200, {}, "<script>document.cookie='skin=2';location.href='/index.html'</script>"),
        (200, {}, "<h1>口算题</h1><p>7+5=</p><p>8+9=</p>"),
        (200, {}, "<input name=a>+<input name=b>=<input name=c><p>2+3=5</p>"),
        (200, {}, "<p>您即将离开本站，是否继续访问外部链接？</p>"),
        (200, {}, "<p>清明期间林区道路阻断，禁止车辆访问。</p>"),
        (200, {}, "<p>境外捐赠物资办理流程见附件。</p>"),
        (200, {}, "<form>验证码：<input name=code><button>登录</button></form>"),
        (200, {}, "<title>操作手册</title><p>按住滑块拖动到最右边完成验证后继续访问。</p>"),
        (200, {}, "<p>第一步：打开登录页；第二步：拖动滑块完成拼图。</p>"),
        (200, {}, "<p>问：提示“请求过于频繁”怎么办？答：请稍后再试。</p>"),
        (200, {}, "<p>拦截诈骗网址301个，阻断攻击行为2万次。</p>"),
        (200, {}, "<a href=/>首页</a>" * 9 + "<p>开启滑块验证可降低账户被盗风险。</p>"),
        (200, {}, "<p>为了您的安全，请配合安检，禁止携带危险品。</p>"),
        (200, {}, "<form><input name=t><textarea></textarea><img src=/vcode.aspx><input name=v></form>"),
        (200, {}, "<form>姓名<input name=n>证件<input name=i><img src=/captcha.jpg><input name=c></form>"),
        (200, {}, "<div id=app></div><script src=https://static.geetest.com/v4/gt4.js></script>"),
    ],
)
def test_what_is_no_refusal(status: int, headers: dict[str, str], text: str) -> None:
    assert refusal(status, headers, text) is None


@given(st.integers(100, 599), st.dictionaries(st.text(), st.text()), st.text())
def test_any_answer_is_judged_without_an_error(status: int, headers: dict[str, str], text: str) -> None:
    assert refusal(status, headers, text) is None or status >= 200
