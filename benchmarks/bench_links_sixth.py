"""Kinds of links with their truth, the sixth batch: words and walls alone, meant to be hard; mended with in part since.

Whoever changes the engine because of a row here says so in this line, counts the batch as mended with, and writes a new one.
"""

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_fourth_words import mega, modern
from benchmarks.bench_links_more import blue
from benchmarks.bench_links_server import HTML, Reply
from benchmarks.bench_links_third import green, slim
from benchmarks.bench_links_tls import Certificates
from benchmarks.bench_links_world import World, numbered

LOOKS = (mega, slim, blue, modern, green)
LIVING = {
    "cable": ("网络割接公告", "<p>因光缆割接，6月1日0时至2时政务外网中断。</p>"),
    "link road": ("路况", "<p>G7连接线因落石交通中断，预计明日抢通。</p>"),
    "label": ("抽检信息", "<p>某品牌饼干标签错误，已责令整改。</p>"),
    "off the shelves": ("抽检通报", "<p>该批次产品不合格，已全部下架召回。</p>"),
    "forwarded": ("回音壁", "<p>您好，您所咨询的问题已转交县教育局办理。</p>"),
    "no warning": ("预警", "<p>今日无预警信息。</p>"),
    "opening hours": ("系统说明", "<p>申报系统每日23时关闭，次日7时开放。</p>"),
    "no bidder": ("结果", "<p>本期项目流标，无中标单位。</p>"),
    "figures": ("数据", "<p>以上数据以纸质年鉴为准。</p>"),
    "refused": ("审批结果", "<p>经审查，不予许可。</p>"),
    "request": ("协查", "<p>请求协助查找车辆黔H12345，车主失联。</p>"),
    "ipv6": ("说明", "<p>本站已支持IPv6访问。</p>"),
    "tour": ("景区", "<p>因降雪，景区索道暂停服务，开放时间另行通知。</p>"),
    "service desk": ("大厅", "<p>二楼社保窗口搬至三楼，原窗口取消。</p>"),
    "parameters": ("招标参数", "<p>参数：功率500W，误差不超过404ppm。</p>"),
    "interface": ("接口规范", "<p>第三章 接口异常处理：调用方应记录日志。</p>"),
    "old name": ("机构更名", "<p>县农业局更名为县农业农村局，原印章停用。</p>"),
    "poem": ("文苑", "<p>云深不知处</p><p>只在此山中</p>"),
}  # fmt: skip
GONE = {
    "may be": ("", "<p>抱歉！该页面可能已删除、更名或暂不可用</p>"),
    "late": ("", "<p>您访问的页面正在火速赶来，先去别的地方看看吧</p>"),
    "travels": ("", "<p>页面去旅行啦</p>"),
    "no binding": ("", "<p>站点未配置，请检查域名绑定</p>"),
    "stopped": ("提示", "<p>此功能已停用</p>"),
    "illegal": ("", "<p>文章ID非法</p>"),
    "required": ("", "<p>Required String parameter 'id' is not present</p>"),
    "method": ("", "<p>Request method 'GET' not supported</p>"),
    "jasper": ("", "<pre>org.apache.jasper.JasperException: Unable to compile class for JSP</pre>"),
    "assembly": ("", "<h2>Could not load file or assembly 'CMS.Core'</h2>"),
    "wordpress": ("", "<h1>Error establishing a database connection</h1>"),
    "codeigniter": ("Database Error", "<h1>A Database Error Occurred</h1><p>Unable to connect to your database server using the provided settings.</p>"),
    "route": ("", "<p>No route matches /news/3</p>"),
    "thinkphp": ("", "<h1>非法操作：detail</h1>"),
    "articles": ("", "<p>很抱歉，没有相关文章！</p>"),
    "approval": ("", "<p>文件正在审批，暂不能查看</p>"),
    "changed": ("", "<p>链接地址已改变，请到首页查找</p>"),
    "ours": ("404", "<p>咦，这里好像什么也没留下</p>"),
    "traditional": ("", "<p>此頁面已不存在，3秒後自動返回首頁</p>"),
    "traditional data": ("", "<p>抱歉，您查詢的資料不存在或已被移除</p>"),
    "svg": ("云岭市", "<img src=/assets/404.svg>"),
    "mouse": ("", "<p>您输入的页面地址不正确，请重新输入或联系站长</p>"),
    "lost": ("", "<p>Sorry，您访问的页面弄丢了</p>"),
    "record": ("", "<p>未获取到文章详情</p>"),
    "short": ("", "<p>页面异常</p>"),
    "unfiled": ("", "<p>网站暂停访问：未在规定时间内完成整改</p>"),
    "closed column": ("", "<p>本栏目已停止更新并下线</p>"),
    "gone away": ("", "<p>您要找的内容已经离我们而去</p>"),
}  # fmt: skip


def _wall(said: str, status: int = 200, *more: tuple[str, str]) -> Reply:
    return Reply(f"<html><meta charset=utf-8><body>{said}</body></html>".encode(), status, (("Content-Type", HTML), *more))  # fmt: skip


WALLS = (
    _wall("<h1>您的请求已被该站点的安全策略阻断</h1>", 403),
    _wall("<p>安全验证：按住滑块，拖动到最右边</p>"),
    _wall("<p>为保障正常用户访问，请点击确认您不是机器人</p><button>我不是机器人</button>"),
    _wall("<script>function f(){document.cookie='v='+1;location.reload()}f()</script>"),
    _wall("<p>Your IP address has been blocked.</p>", 403),
    _wall("<p>DDoS protection by DDoS-Guard</p><p>Checking your browser before accessing</p>", 403),
    _wall("<p>您的网络环境存在风险，请稍后再访问</p>", 405),
    _wall("<p>本网站只对中国大陆地区用户开放</p>"),
    _wall("<p>请求太多了，喝口水再来</p>", 429),
    _wall("<p>访客验证</p><p>输入图中字符以继续</p><img src=/code.png><input name=c>"),
)  # fmt: skip


def build(certificates: Certificates) -> World:
    world = World()
    a = world.host()
    for table, kind, truth in ((LIVING, "alive", "alive"), (GONE, "gone", "dead")):
        for number, (name, (title, main)) in enumerate(table.items()):
            looks = (LOOKS[number % 5], LOOKS[(number + 3) % 5])
            charsets = ("utf-8", "gb18030") if number % 2 else ("gb18030", "utf-8")
            pages = (p.page(title, main, look, charset) for look, charset in zip(looks, charsets, strict=True))
            world.add(f"{kind}: {name}", truth, a, numbered(f"/{kind}/{number}_{{}}.html", pages))
    world.add("wall", "unknown", a, numbered("/w/{}.html", WALLS))
    host = world.host(tls=certificates.context("wrong host"))
    world.add("wrong host", "alive", host, [("/1.html", p.article(2, blue)), ("/2.html", p.listing(2, green))])
    world.add("more articles", "alive", a, numbered("/art/{}.html", (p.article(n, LOOKS[n % 5]) for n in range(10))))
    world.add("more lists", "alive", a, numbered("/list/{}/", (p.listing(n, LOOKS[n % 5]) for n in range(10))))
    return world
