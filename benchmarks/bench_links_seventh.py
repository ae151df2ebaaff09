"""Kinds of links with their truth, the seventh batch: all kinds at once, written without a look at the engine; mended with since.

Time-outs, resets and plain 5xx that never pass are dead, faults of certificates alive, as docs/links.md has it. Whoever
changes the engine because of a row here says so in this line, counts the batch as mended with, and writes a new one.
"""

import gzip

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_server import HTML, NEVER, Answer, Host, Reply, Request
from benchmarks.bench_links_tls import Certificates
from benchmarks.bench_links_world import JUMPS, Case, World, by_method, numbered, once

# Words are "title|main part"; each is shown once, in one look and one charset.
LIVING = {
    "about dead links": ("关于整治死链错链的通知|各乡镇：抽查发现部分子站页面无法打开、返回404错误、附件不存在，请于5月20日前整改。", "什么是404页面|<p>当您看到“您访问的页面不存在”时，说明服务器没有找到对应的文件。</p><p>常见原因是网页改了名字，或者链接写错了。</p>", "三季度抽查通报|3个网站首页无法访问，5个栏目长期空白，已责令限期整改。"),
    "services that ended": ("关于停用旧系统的公告|自2024年1月1日起，县公共资源交易旧系统停止运行，原网址不再使用，请登录新平台办理。", "关于关停县粮食局网站的公告|县粮食局网站于2018年12月31日关停，内容已迁移至县政府门户网站。", "域名变更公告|本网站自7月1日起启用新域名，旧域名保留三个月后注销。", "公告|因机构改革，“临溪农业”微信公众号即日起注销，不再更新。"),
    "very short": ("表8|本单位无政府性基金预算支出，故本表无数据。", "值班电话|0855-6120000", "任职|张明任县水务局副局长。", "附件|<a href=/files/1.xls>汇总表</a>", "天气|多云转晴，18—26℃"),
    "one block without news": ("水务局|<h3>图片新闻</h3><p>暂无信息</p><h3>工作动态</h3><ul><li><a href=/1>我局开展河道清淤</a> 05-08</li><li><a href=/2>我局召开防汛会</a> 05-06</li></ul>", "民政局|<h3>公告</h3><ul><li><a href=/3>低保公示</a></li></ul><h3>专题</h3><p>对不起，没有数据！</p>"),
    "blank columns": ("规章|<ul></ul><div class=page>共0条　第1/0页</div>", "应急预案|<div class=list><p>暂无数据</p></div>"),  # an empty column is there: another finding, not a dead link
    "words of law": ("决定|决定废止《临溪县户外广告管理办法》，自公布之日起失效。", "声明|王某某遗失县医保局开具的票据一张，编号00404，声明作废。", "公告|因企业申请，现将下列药品经营许可证予以注销。", "批复|原批准文件有误，予以撤销。"),
    "letters": ("信件详情|写信人选择不公开该信件内容。<p>办理单位：县人社局　状态：已办结</p>", "回复|您好！您反映的网页打不开问题已修复，感谢监督。"),
    "surveys and entries that ended": ("征集结果|本次意见征集已结束，共收到意见0条，感谢参与。", "招考|报名已截止，网上缴费入口关闭。咨询电话：6123456"),
    "leaving the site": ("链接提示|您即将离开临溪县人民政府网站，是否继续访问 http://www.weather.com.cn？<p><a href=http://www.weather.com.cn>继续访问</a> <a href=/>放弃</a></p>",),
    "statements and help": ("网站声明|如因线路中断、系统维护造成本网站无法访问，本网站不承担责任。转载请注明出处。", "常见问题|<p>问：附件打不开怎么办？</p><p>答：若提示“文件不存在”，请清除缓存后重试，或致电信息中心。</p>"),
    "how to pass a captcha": ("注册指南|第三步：拖动滑块完成拼图；第四步：输入短信验证码，点击“我不是机器人”。", "网络安全周|县大数据局成功拦截境外攻击12万次，封禁恶意IP地址300个。"),
    "tables of figures": ("价格|<table><tr><td>玉米</td><td>404</td></tr><tr><td>大豆</td><td>500</td></tr><tr><td>小麦</td><td>502</td></tr></table>", "公交|504路：火车站—北门"),
    "other tongues": ("ལིན་ཤི།|བཀྲ་ཤིས་བདེ་ལེགས། ལིན་ཤི་རྫོང་སྲིད་གཞུང་།", "County Profile|Linxi County lies in the southeast, with 14 towns and 210,000 people."),
}  # fmt: skip
GONE = {
    "apology in a frame": ("临溪县人民政府|<h2>很遗憾，没能为您找到这个页面</h2><ul><li>网址可能输入有误</li><li>内容可能已过期被清理</li></ul>", "提示信息|您查看的信息已过展示期限，不再提供浏览", "|您所点击的链接已失效，请通过站内搜索查找相关内容", "|哎呀，迷路了……<p>您要去的地方暂时没有路</p><a href=/>回首页</a>", "出错了|页面君离家出走了，5秒后带您回到首页"),
    "withdrawn": ("|该信息已被撤回，暂不对外公开", "|当前内容已归档，原链接停止使用", "|文章已下架", "错误提示|抱歉，此文档正在审核中或已被管理员移除。", "|此信息不在公开范围内或已转为历史数据，无法查看！"),
    "apology over hot news": ("|<p class=tip>您要看的新闻不见了，为您推荐：</p><ul><li><a href=/1>全县防汛会召开</a></li><li><a href=/2>县长调研春耕</a></li><li><a href=/3>高考温馨提示</a></li></ul>", "404|<p>Oops!</p><p>走错路了吧</p><h3>猜你想看</h3><ul><li><a href=/4>社保查询</a></li><li><a href=/5>公积金</a></li></ul>"),
    "systems' own words": ("提示|模板文件不存在,无法解析文档！", "|ID错误或该信息已被删除!", "|对不起，你没有选择要查看的文章", "|您所请求的信息编号有误，或信息尚未发布。", "|参数传递有误，错误代码：10042"),
    "column deleted": ("|该栏目已被管理员关闭", "|您访问的频道不存在或已并入其他频道", "|栏目已撤销，请访问县政府门户网站相关栏目"),
    "alert": ("|<script>alert('该信息不存在或未通过审核！');history.back();</script>", "|<script>alert(\"参数不对哦\");window.close();</script>", "|<script>alert('此栏目暂未开通');location.href='/';</script>"),
    "countdown": ("|<meta http-equiv=refresh content='3;url=/'><p>内容已不在，<span id=s>3</span>秒后返回首页</p>", "|<p>链接无效，页面将自动跳转</p><script>var t=5;setInterval(function(){if(--t<0)location='/'},1000)</script>"),
    "exceptions": ("运行时错误|<h1>“/”应用程序中的服务器错误。</h1><h2>未将对象引用设置到对象的实例。</h2>", "Whitelabel Error Page|<h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error</p>", "|<b>Fatal error</b>: Uncaught Error: Call to a member function fetch() on null in /www/web/news.php:31", "|FreeMarker template error: The following has evaluated to null or missing: ==&gt; article.title", "系统发生错误|页面错误！请稍后再试～<p>ThinkPHP V5.1.41</p>"),
    "databases": ("|ORA-01034: ORACLE not available", "|Microsoft OLE DB Provider for ODBC Drivers 错误 '80004005'<p>/inc/conn.asp，行 12</p>", "|SQLSTATE[HY000] [2002] Connection refused", "|用户 'sa' 登录失败。"),
    "template without an article": ("-临溪县人民政府|<h1></h1><p>发布时间：　来源：　浏览次数：</p><div id=zoom></div>", "|<h1>null</h1><p>作者：null　时间：null</p><div>null</div>"),
    "in other tongues": ("|The page you are looking for seems to have wandered off.", "|抱歉，您所瀏覽的網頁已移除或更名", "|No such article."),
    "a picture alone": ("|<img src=/images/404.png alt=页面找不到>", "|<div style='background:url(/img/error_bg.jpg)'><a href=/>返回</a></div>"),
}  # fmt: skip
# Who is asked for first, and what says itself that it will be back: nothing is known of the page yet.
ASKED = {
    "members only": ("|该内容仅限内部用户浏览，请先登录", "提示|您的权限不足，请使用政务内网访问"),
    "crowds": ("|当前访问人数较多，正在排队，请勿刷新", "|服务器繁忙，系统已限流，请30秒后再试"),
    "maintenance with an end": ("系统维护|系统升级维护中，今日22:00至次日6:00暂停服务，给您带来不便敬请谅解", "|网站正在例行维护，预计18:00恢复访问"),
}  # fmt: skip
# (body, status, headers); the marks of vendors as they are met in public.
WALLS: dict[str, tuple[tuple[str, int, dict[str, str]], ...]] = {
    "Aliyun": (("<title>405</title><p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p><p>您的请求ID是: 781bad2e</p>", 405, {"Server": "Tengine"}), ("<html><script>var arg1='D6A5E0C1';function setCookie(n,v){document.cookie=n+'='+v}function reload(x){setCookie('acw_sc__v2',x);document.location.reload()}</script></html>", 200, {"Set-Cookie": "acw_tc=7b39;path=/"})),
    "Jiasule": (("<script>document.cookie=('_')+('_')+('j')+('s')+('l')+'_clearance_s=17';location.href=location.pathname+location.search</script>", 521, {"Set-Cookie": "__jsluid_h=1a;path=/"}), ("", 521, {"X-Via-JSL": "9f,-"})),
    "Ruishu": (("<html><head><meta content='{b7' id=Wk r=m><script r=m>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=7</script></head><body></body></html>", 412, {"Set-Cookie": "FSSBBIl1UgzbN7N80S=aa"}), ("<input type=hidden id=__onload__ name=aG value=Tq><script charset=iso-8859-1 src=/4QbVtADbnLVIc/d.FxJzG50F.js r=m></script>", 202, {})),
    "Huawei Cloud": (("<title>访问被拦截！</title><h1>您的请求疑似攻击行为！</h1><p>事件ID：02-11-e7</p>", 418, {"Set-Cookie": "HWWAFSESID=1"}),),
    "SafeLine": (("<title>访问已被拦截</title><div id=slg-bg></div><p>请求存在威胁，已被拦截</p><!-- event_id: 3f TYPE: A -->", 403, {}), ("<title>安全检测</title><p>安全检测能力由 雷池 WAF 提供</p><script src=/.safeline/static/challenge.js></script>", 468, {})),
    "EdgeOne": (("<title>Restricted Access</title><h1>Restricted Access</h1><p>The request is blocked due to the security policy. EO-LOG-UUID: 81</p>", 567, {}), ("<script>function a(t){document.cookie='__tst_status='+t+'#;';document.cookie='EO_Bot_Ssid=3612672000;';window.location.reload()}a(41)</script>", 200, {})),
    "Baota": (("<p class=t1>您的请求带有不合法参数，已被网站管理员设置拦截！</p><p>可能原因：您提交的内容包含危险的攻击请求</p>", 403, {}), ("<title>滑动验证</title><div class=bt-slide>此为人机校验，请向右滑动滑块</div><script src=/huadong_296d626f_1.js></script>", 200, {"Set-Cookie": "btwaf_k=9"})),
    "F5": (("<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 4045204596866416688</body></html>", 200, {}),),
    "Imperva": (("<META NAME=ROBOTS CONTENT='NOINDEX, NOFOLLOW'><iframe src='/_Incapsula_Resource?CWUDNSAI=9&incident_id=72-1' width=100%>Request unsuccessful. Incapsula incident ID: 72-1</iframe>", 200, {"X-Iinfo": "9-1"}),),
    "Cloudflare": (("<title>Just a moment...</title><script src=/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1></script>", 403, {"Server": "cloudflare"}), ("<title>Access denied</title><h1>Error 1009</h1><p>The owner of this website has banned the country or region your IP address is in.</p>", 403, {})),
    "Xuanwu": (("<p>您的访问可能对网站造成危险，已被云防护安全拦截</p><p>防护单位：安恒信息</p>", 405, {}), ("<p>检测到可疑访问，事件编号：8f2a。如为误报请联系网站管理员。</p>", 200, {})),
    "Tianyi Cloud": (("<title>天翼云</title><h2>您的请求存在风险，已被Web应用防火墙拦截</h2><p>请求ID：a1</p>", 403, {}), ("<p>单IP访问频次超限</p>", 514, {})),
    "captchas": (("<title>人机验证</title><div id=captcha></div><script src=https://static.geetest.com/v4/gt4.js></script><script>initGeetest4({captchaId:'6'},f)</script>", 200, {}), ("<p>为了您的访问安全，请按顺序点击图中文字</p><div class=verify-img-panel></div>", 200, {})),
    "rates": (("<p>您的操作过快，请稍候</p>", 429, {"Retry-After": "900"}), ("<p>您在短时间内访问次数过多，IP已被临时限制10分钟</p>", 200, {}), ('{"code":429,"msg":"请求频率超出限制"}', 503, {"Retry-After": "600", "Content-Type": "application/json"})),
    "borders": (("<p>根据管理要求，境外IP暂不提供访问服务</p>", 200, {}), ("<p>This site is only accessible from mainland China.</p>", 403, {})),
    "no": (("<h1>403 Forbidden</h1><hr>openresty", 403, {}), ("", 401, {"WWW-Authenticate": "Basic realm=oa"})),
}  # fmt: skip
# What answers for a whole host that is no portal any more.
RUINS = {
    "parked domain": ("linxi.gov-info.cn|<h1>该域名正在出售</h1><p>This domain may be for sale. 联系QQ：10001</p>", "域名停放|<p>欢迎访问</p><ul><li><a href=/p?k=1>贷款</a></li><li><a href=/p?k=2>机票</a></li></ul><p>此页面由域名注册商自动生成</p>", "|<script>window.park='eyJ1dWlkIjoi'</script><script src=/bXJ.js></script><noscript>Related searches</noscript>"),
    "hosting that ran out": ("|尊敬的用户：该主机已到期，请及时续费", "|域名已过期，等待注册人续费<p>Domain has expired</p>", "|本站因未完成备案核验，已被接入商暂停解析"),
    "default page": ("Welcome to nginx!|<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working.</p>", "IIS7|<a href=http://go.microsoft.com/fwlink/?linkid=66138><img src=welcome.png alt=IIS7></a>", "恭喜，站点创建成功！|<h1>恭喜, 站点创建成功！</h1><h3>这是默认index.html，本页面由系统自动生成</h3>", "没有找到站点|<h1>没有找到站点</h1><p>您的请求在web服务器中没有找到对应的站点！</p>"),
    "portal shut": ("临溪县粮食局|本网站已于2018年12月31日关停，请访问临溪县人民政府网站 <a href=http://www.linxi.gov.cn>www.linxi.gov.cn</a>", "|临溪县招商局网站已停止服务，感谢您多年来的支持与关注！"),  # the notice stands for every address; the home page is left out: there it is what the portal has to say
}  # fmt: skip
_NAV = ("首页", "临溪概况", "新闻动态", "信息公开", "办事大厅", "互动交流", "公共数据")
TEXT = "<p>全县高标准农田建设推进会5月8日在河坝镇召开，通报一季度进度，要求各乡镇倒排工期，严把质量关，6月底前完成主体工程。</p>"
GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)
PDF = p.file(p.PDF, "application/pdf")


def portal(title: str, main: str) -> str:
    menu = "".join(f"<li><a href=/c{n}/ target=_blank>{name}</a></li>" for n, name in enumerate(_NAV))
    return (
        f'<!DOCTYPE html><html><head><meta charset=CHARSET><meta name="SiteName" content="临溪县人民政府"><meta name="SiteIDCode" content="5226280006"><title>{title}</title>'
        f"<script src=/js/jquery.min.js></script></head><body><div class=top>今天是2024年5月11日 星期六 <a href=/wap>手机版</a> <a href=/old>关怀版</a></div><ul class=nav>{menu}</ul><div class=position>您的位置：<a href=/>首页</a> &gt; 正文</div>"
        f'<div class=con>{main}</div><div class=share>【打印】【关闭】</div><footer><p>主办单位：临溪县人民政府办公室　承办：县大数据局　网站标识码：5226280006</p><p>黔ICP备18001111号-1 黔公网安备52262802000011号 联系电话：0855-6120000</p></footer><script src="https://dcs.conac.cn/js/24/0000/1.js"></script></body></html>'
    )


def tables(title: str, main: str) -> str:
    cells = "".join(f'<td><a href="list.asp?id={n}">{name}</a></td>' for n, name in enumerate(_NAV))
    return f'<html><head><meta http-equiv=Content-Type content="text/html; charset=CHARSET"><title>{title}</title></head><body bgcolor=#ffffff><table width=778 align=center><tr>{cells}</tr></table><table width=778><tr><td width=180><b>最新文章</b><br><a href=show.asp?id=1>农机年检通知</a><br><a href=show.asp?id=2>森林防火令</a></td><td>{main}</td></tr></table><center>临溪县林业局 版权所有 技术支持：凯里网络 黔ICP备05003333号</center></body></html>'


def wap(title: str, main: str) -> str:
    return f'<!doctype html><html><head><meta charset=CHARSET><meta name=viewport content="width=device-width"><title>{title}</title></head><body><header><i class=back></i>临溪发布</header><section>{main}</section><nav><a href=/>首页</a><a href=/bs>办事</a><a href=/my>我的</a></nav></body></html>'


LOOKS = (portal, tables, wap, portal, p.bare)


def build(certificates: Certificates) -> World:
    world = World()
    a = world.host()
    for table, truth in ((LIVING, "alive"), (GONE, "dead"), (ASKED, "unknown")):
        for number, (name, texts) in enumerate(table.items()):
            answers = (said(text, number + n) for n, text in enumerate(texts))
            world.add(name, truth, a, numbered(f"/{truth}/{number}_{{}}.html", answers))
    _answers(world, a)
    _files(world, a)
    _jumps(world, a, certificates)
    _hosts(world)
    for number, (name, walls) in enumerate(WALLS.items()):
        replies = [Reply(said.encode(), status, (*({"Content-Type": HTML} | more).items(),)) for said, status, more in walls]  # fmt: skip
        world.add(f"wall: {name}", "unknown", a, numbered(f"/wall/{number}_{{}}.html", replies))
        if number % 4 == 0:  # the same wall before everything that a host has
            host = world.host(replies[0])
            host.pages.clear()
            world.all_of("wall before a host", "unknown", host, ("/zwgk/1.html", "/upload/1.pdf"))
    return world


def said(text: str, number: int, status: int = 200) -> Reply:
    title, _, main = text.partition("|")
    main = main if main.startswith("<") else f"<p>{main}</p>"
    return p.page(title, main, LOOKS[number % len(LOOKS)], ("utf-8", "gb18030")[number % 2], status=status)


def news(number: int) -> Reply:
    title = ("我县推进高标准农田建设", "县长主持召开安全生产例会", "县医保局开展政策宣讲")[number % 3]
    return said(f"{title}|<h1>{title}</h1><p>2024-05-0{number % 9 + 1} 09:30　来源：县融媒体中心</p>{TEXT * 2}", number)


def _answers(world: World, a: Host) -> None:
    gb, big = "%D5%FE%CE%F1%B9%AB%BF%AA", "%AC%46%A9%B2"  # 政务公开 in GBK, 政府 in Big5
    a.pages |= {"/%E9%80%9A%E7%9F%A5/5%E6%9C%88.html": news(4), "/a%20b.html": news(5)}
    world.all_of("raw Chinese and a blank", "alive", a, ("/通知/5月.html", "/a b.html"))
    body = p.page("公示", f"<h1>公示</h1>{TEXT}", portal).body
    full = said(f"临溪县人民政府|<h2>要闻</h2>{TEXT}", 0, 404)
    big5 = p.page("公告", "<h1>縣政府公告</h1><p>本縣訂於六月三日辦理里民大會。</p>", tables, "big5", header=False)
    wide = Reply(body.decode().replace("utf-8", "utf-16").encode("utf-16"), headers=(("Content-Type", "text/html"),))
    alive: dict[str, list[tuple[str, Answer]]] = {
        "GBK and Big5 addresses": [(f"/{gb}/1.html", news(1)), (f"/list.asp?lm={gb}", news(2)), (f"/{big}/index.html", news(3))],
        "fragments": [("/long.html#part3", news(6)), ("/app/#/detail/17", _shell("app"))],
        "queries": [("/show.asp?id=31&page=2", news(7)), ("/index.php?m=content&a=show&catid=9&id=404", news(8)), ("/list.jsp?a=1&a=2&b=", p.listing(3, tables, "gb18030"))],
        "HEAD refused": [(f"/head/{n}.html", by_method(Reply(b"", n), news(n))) for n in (403, 405, 501)],
        "ranges refused": [(f"/range/{n}.pdf", _no_range(n)) for n in (400, 403, 416)],
        "odd types of pages": [("/type/none", Reply(body, headers=())), ("/type/upper", Reply(body, headers=(("Content-Type", "TEXT/HTML;CHARSET=UTF-8"),)))],
        "old charsets": [("/cs/big5.htm", big5), ("/cs/16.htm", wide), ("/cs/gb.htm", p.page("通知", TEXT, tables, "gb2312", header=False))],
        "slow or packed": [("/s/1.html", Reply(body, wait=1.1)), ("/s/2.html", Reply(body, drip=0.006)), ("/s/3.html", Reply(gzip.compress(body), 200, (("Content-Type", HTML), ("Content-Encoding", "gzip"))))],
        "better the second time": [("/t/1.html", once(Reply(b"", 502), news(1))), ("/t/2.html", once(Reply(raw=b"", then="reset"), news(2))), ("/t/3.pdf", once(Reply(b"", 503), PDF))],
        "shells that scripts fill": [("/h5/", _shell("root")), ("/zwfw/index.html", _shell("app"))],
    }  # fmt: skip
    dead: dict[str, list[tuple[str, Answer]]] = {
        "query without its record": [("/show.asp?id=99999", said("|没有找到指定的记录！", 3)), ("/index.php?m=content&a=show&catid=9&id=9", said("提示信息|您请求的内容暂未审核，或ID有误", 1))],
        "never a good answer": [("/never/1.html", Reply(wait=NEVER)), ("/never/2.html", Reply(raw=b"", then="reset")), ("/never/3.doc", Reply(raw=b"")), ("/never/4.html", Reply(b"<h1>500 Internal Server Error</h1>", 500)), ("/never/5.html", Reply(b"<h1>502 Bad Gateway</h1>", 502))],
        "nothing in it": [("/empty/1.html", Reply()), ("/empty/2.html", Reply(b"\xef\xbb\xbf\r\n \r\n")), ("/empty/3.html", Reply(b"<html><head></head><body></body></html>"))],
        "404 and 410 under a page": [("/f/1.html", full), ("/f/2.html", said("|页面走失", 1, 404)), ("/f/3.html", Reply(p.home().body, 404)), ("/f/4.pdf", said("|文件已按期销毁", 2, 410))],
        "JSON that says no": [("/api/1", p.text('{"code":404,"msg":"内容不存在","data":null}', "application/json")), ("/api/2", p.text('{"success":false,"message":"文章已撤稿"}', "application/json"))],
    }  # fmt: skip
    for truth, kinds in (("alive", alive), ("dead", dead)):
        for kind, pages in kinds.items():
            world.add(kind, truth, a, pages)
    world.all_of("honest 404", "dead", a, ("/none/t20190101_1.html", "/none/a.pdf", "/images/none.png", "/none/"))
    world.cases += [Case("no server", "dead", one) for one in ("http://127.8.8.8:9/a.html", "http://www.linxi-lsj.invalid/", "http://lyj.linxi.invalid/1.pdf")]  # fmt: skip


def _no_range(status: int) -> Answer:
    return lambda asked: Reply(b"", status) if "range" in asked.headers else PDF


def _shell(name: str) -> Reply:
    return Reply(f"<!doctype html><html lang=zh><head><meta charset=utf-8><title>临溪政务</title><link href=/css/app.3f2.css rel=stylesheet></head><body><noscript>请启用JavaScript</noscript><div id={name}></div><script src=/js/chunk-vendors.81.js></script></body></html>".encode())  # fmt: skip


def _files(world: World, a: Host) -> None:
    whole = {
        "office files": {"1.doc": (p.OLE, "application/msword"), "2.xlsx": (p.ZIP, "application/octet-stream"), "3.wps": (p.OLE, "application/vnd.ms-works"), "4.ofd": (p.ZIP, "application/ofd"), "5.rar": (b"Rar!\x1a\x07\x00" + bytes(900), "application/x-rar"), "6.pdf": (p.PDF, "application/octet-stream")},
        "pictures and films": {"1.mp4": (b"\0\0\0\x20ftypisom" + bytes(4000), "video/mp4"), "2.mp3": (b"ID3\x03" + bytes(4000), "audio/mpeg"), "3.jpg": (p.JPEG, "image/jpeg"), "4.gif": (GIF, "image/gif"), "5.png": (p.JPEG, "image/png")},
        "assets": {"1.css": (b"body{margin:0}", "text/css"), "2.js": (b"var msg='404';function e(){alert('error')}", "application/javascript"), "3.json": (b'{"code":200,"rows":[{"id":1}]}', "application/json"), "4.xml": (b'<?xml version="1.0"?><rss><channel><title>news</title></channel></rss>', "text/xml"), "5.txt": (b"0", "text/plain")},
    }  # fmt: skip
    for kind, files in whole.items():
        world.add(kind, "alive", a, [(f"/{kind.split()[0]}/{name}", p.file(*given)) for name, given in files.items()])
    world.add("files without a byte", "dead", a, [(f"/zero/{n}.{end}", p.file(b"", kind)) for n, (end, kind) in enumerate((("pdf", "application/pdf"), ("xls", "application/vnd.ms-excel"), ("jpg", "image/jpeg")))])  # fmt: skip
    sorry = {"1.pdf": "|附件已丢失，请联系发布单位", "2.docx": "|下载失败！您下载的资源已经不在服务器上", "3.zip": "|<script>alert('文件找不到了');window.close()</script>"}  # fmt: skip
    world.add("files answered by an apology", "dead", a, [(f"/sorry/{name}", said(text, 1)) for name, text in sorry.items()])  # fmt: skip
    world.add("downloads without a file", "dead", a, [("/download.jsp?fid=8a9", said("|您要下载的附件不存在，或已被发布者撤下", 3)), ("/down/downfile.jsp?i_ID=7", p.text("File Not Exists!"))])  # fmt: skip
    world.add("pictures answered by a page", "dead", a, [("/img/1.jpg", news(1)), ("/img/2.png", p.home(portal))])


def _jumps(world: World, a: Host, certificates: Certificates) -> None:
    safe, www = world.host(tls=certificates.context("self-signed")), world.host()
    safe.pages |= {"/n/1.html": news(1), "/zw/": p.listing(2, portal)}
    www.pages |= {"/old/7.html": news(7), "/rd/8.shtml": news(8)}
    form = said("统一身份认证平台|<form method=post action=/sso/auth><input name=u placeholder=用户名><input type=password name=p><button>登录</button></form><p>忘记密码请联系信息中心</p>", 1)  # fmt: skip
    frames = "<html><head><title>水务局</title></head><frameset cols=180,*><frame src=/left.htm><frame src=/main.htm></frameset></html>"
    a.pages |= {"/left.htm": p.listing(1, p.bare), "/main.htm": news(2), "/common/error.html": said("|出了一点小差错<p>请从首页重新进入</p>", 0)}  # fmt: skip
    world.add("to https and www", "alive", a, [(path, _to(host, path)) for host in (safe, www) for path in host.pages if path.count("/") == 2])  # fmt: skip
    world.add("slash and index", "alive", a, [("/zwgk", p.moved("/zwgk/", 301)), ("/zwgk/", p.listing(4, tables, "gb18030")), ("/bm", p.moved("/bm/index.jhtml", 307)), ("/bm/index.jhtml", p.home(portal))])  # fmt: skip
    world.add("to a login page", "alive", a, [("/oa/", p.moved("/sso/login?service=oa")), ("/sso/login?service=oa", form)])  # for staff: the form is what the link is for  # fmt: skip
    world.add("frames", "alive", a, [("/fr/1.htm", Reply(frames.encode())), ("/fr/2.htm", said("地图|<iframe src=/zwgk/ width=900 height=600></iframe>", 0))])  # fmt: skip
    world.add("refresh and script to a page", "alive", a, [("/r/1.html", _refresh("/zwgk/")), ("/r/2.html", Reply(b"<script>window.location.href='/zwgk/';</script>"))])  # fmt: skip
    world.add("refresh and script to an error", "dead", a, [("/r/3.html", _refresh("/common/error.html")), ("/r/4.html", Reply(b"<script>top.location='/common/error.html'</script>"))])  # fmt: skip
    a.pages |= {f"/l/3?n={n}": p.moved(f"/l/3?n={n + 1}") for n in range(60)}
    world.add("loops", "dead", a, [("/l/1", p.moved("/l/2")), ("/l/2", p.moved("/l/1")), ("/l/3", p.moved("/l/3?n=0"))])
    world.add("cookie and back", "alive", a, [("/c/1.html", _needs_cookie), ("/c/2.html", _needs_cookie)])
    for kind, truth in (("expired", "alive"), ("wrong host", "alive"), ("TLS 1.0", "unknown")):
        world.add(f"certificate: {kind}", truth, world.host(tls=certificates.context(kind)), [("/a.html", news(2))])


def _to(host: Host, path: str) -> Answer:
    return lambda _: p.moved(JUMPS[id(host)] + path, 301)


def _refresh(to: str) -> Reply:
    return Reply(f'<html><head><meta http-equiv="refresh" content="0; url={to}"></head></html>'.encode())


def _needs_cookie(asked: Request) -> Reply:
    return news(4) if "sid=" in asked.headers.get("cookie", "") else p.moved(asked.target, 302, ("Set-Cookie", "sid=1f; Path=/"))  # fmt: skip


def _hosts(world: World) -> None:
    """Hosts by what they do with a wrong address, their living pages beside it."""
    missing: dict[str, Answer] = {
        "apologises": said("临溪县人民政府|<div class=box><p>咦？这里什么都没有</p><a href=/>去首页看看</a></div>", 0),
        "apologises and counts": lambda asked: said(f"温馨提示|请求编号：20240511{asked.count:06}<p>未能打开您需要的内容</p>", 3),
        "sends home": p.moved("/"),
        "sends to 404.html": p.moved("/404.html"),
        "sends to a search": p.moved("/search.html?q="),
    }  # fmt: skip
    for name, answer in missing.items():
        host = world.host(answer)
        host.pages |= {"/404.html": said("|您来晚了一步", 0), "/search.html?q=": said("全文检索|<form><input name=q><button>搜索</button></form><p>请输入关键词</p>", 0)}  # fmt: skip
        world.all_of(f"host that {name}", "dead", host, ("/info/1002/3391.htm", "/zwgk/gsgg/index.htm", "/P020190312.doc"))  # fmt: skip
        world.add("living on a host that never says 404", "alive", host, [("/info/1.htm", news(len(name))), ("/zx/", p.listing(5, portal))])  # fmt: skip
    for name, texts in RUINS.items():
        for text in texts:
            title, _, main = text.partition("|")
            host = world.host(p.page(title, main, p.bare))
            host.pages.clear()
            world.all_of(name, "dead", host, ("/zwgk/1.html",) if name in ("default page", "portal shut") else ("/", "/zwgk/1.html"))  # fmt: skip
    wrong = Reply(
        b"<h2>Bad Request - Invalid Hostname</h2><hr><p>HTTP Error 400. The request hostname is invalid.</p>", 400
    )
    world.all_of("host name not bound", "dead", world.host(wrong), ("/a.html", "/b/"))
