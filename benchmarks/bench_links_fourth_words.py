"""Words of the fourth batch: pages that look like apologies and are none, and apologies of systems not met before."""

from collections.abc import Mapping

_NAV = ("首页", "魅力北川", "要闻动态", "政府信息公开", "政务服务", "政民互动", "数据开放", "走近青岩")
_TOWNS = ("城关", "河西", "石鼓", "平安", "大坪", "红岩", "龙门", "白沙", "新桥", "双桥", "太和", "永安", "长岭", "青杨", "马鞍", "金鸡", "黄泥", "古城", "云台", "三合")  # fmt: skip


def mega(title: str, main: str) -> str:
    """A portal with a menu of three levels, hot words and friendly links: most of the text is frame."""
    menu = "".join(
        f'<li><a href="/m{n}/">{name}</a><dl>'
        + "".join(f'<dd><a href="/m{n}/{k}/">{town}{name[-2:]}</a></dd>' for k, town in enumerate(_TOWNS[:9]))
        + "</dl></li>"
        for n, name in enumerate(_NAV)
    )
    links = "".join(
        f'<option value="http://www.{n}.gov.cn/">{town}镇人民政府</option>' for n, town in enumerate(_TOWNS)
    )
    return (
        f'<!DOCTYPE html><html><head><meta http-equiv="X-UA-Compatible" content="IE=edge"><meta charset="CHARSET"><title>{title}</title>'
        '<meta name="SiteName" content="青岩县人民政府"><meta name="SiteIDCode" content="5226310009"></head><body><div class="tool">'
        '<a href="/wza">无障碍浏览</a><a href="/zz">长者模式</a><a href="/ft">繁體</a><a href="/login">登录</a><a href="/reg">注册</a></div>'
        '<form action="/s"><input placeholder="请输入关键字"><button>搜索</button></form><p>热搜词：公积金 社保 中考 落户</p>'
        f'<ul class="menu">{menu}</ul><div class="crumb">当前位置：<a href="/">首页</a> &gt; 正文</div><div class="content">{main}</div>'
        f'<div class="links"><h4>友情链接</h4><select>{links}</select></div><div class="foot"><p>主办：青岩县人民政府办公室　承办：青岩县大数据'
        "发展管理局</p><p>黔ICP备12001234号　黔公网安备52263102000001号　网站标识码：5226310009</p><p>联系我们　网站地图　网站声明</p></div>"
        "</body></html>"
    )


def fonts(title: str, main: str) -> str:
    """A bureau's site of 2004: layers of tables, a marquee, a film in Flash."""
    cells = "".join(f'<TD><FONT size=2><A href="type.asp?t={n}">{name}</A></FONT></TD>' for n, name in enumerate(_NAV))
    return (
        f'<HTML><HEAD><META content="text/html; charset=CHARSET" http-equiv=Content-Type><TITLE>{title}</TITLE></HEAD><BODY><CENTER>'
        '<TABLE><TR><TD><OBJECT classid="clsid:D27CDB6E-AE6D-11cf-96B8-444553540000"><PARAM name=movie value=top.swf></OBJECT></TD></TR>'
        f"<TR>{cells}</TR></TABLE><MARQUEE>热烈欢迎各界人士访问青岩县水务局网站</MARQUEE><TABLE><TR><TD>{main}</TD></TR></TABLE>"
        "<HR><FONT size=2>Copyright 2004-2009 青岩县水务局　建议使用1024*768分辨率　您是第0083412位访客</FONT></CENTER></BODY></HTML>"
    )


def modern(title: str, main: str) -> str:
    """A page of a front-end framework, rendered on the server."""
    return (
        f'<!doctype html><html lang="zh-CN" data-n-head-ssr><head><meta charset="CHARSET"><title>{title}</title><link rel="preload" href="'
        '/_nuxt/7c1.js" as="script"></head><body><div id="__nuxt"><div id="__layout"><section class="layout"><header class="hd"><a href="/" '
        f'class="logo">青岩政务</a></header><main>{main}</main><footer class="ft"><small>青岩县数据局</small></footer></section></div></div>'
        '<script>window.__NUXT__={layout:"default",error:null,state:{count:404}}</script><script src="/_nuxt/7c1.js" defer></script></body></html>'
    )


LOOKS = (mega, fonts, modern)
Words = Mapping[str, tuple[str, str]]

LIVING: Words = {
    "missing person": (
        "寻人启事",
        "<p>王桂英，女，78岁，昨日在集贸市场走丢了，有见到者请与家人联系，电话13800000000。</p>",
    ),
    "withdrawal": ("关于撤回一份公告的公告", "<p>我局2022年第4号公告因内容有误，现予撤回，请勿引用。</p>"),
    "deletion of a clause": ("修改决定", "<p>一、删去第十二条。二、第十五条中的“链接”修改为“衔接”。</p>"),
    "codes explained": ("网站常用提示说明", "<p>404：网页未找到；403：没有权限；500：服务器内部错误。</p>"),
    "service broken off": ("停水通知", "<p>因主管道爆裂，城南片区暂停供水，恢复时间另行通知，敬请谅解。</p>"),
    "apology of a bureau": (
        "致歉信",
        "<p>非常抱歉，昨日因设备故障，窗口无法正常办理，给您带来不便，我们深表歉意。</p>",
    ),
    "none this year": ("政府性基金", "<p>我单位2023年没有政府性基金预算，本表为空。</p>"),
    "no penalties": ("行政强制", "<p>本单位无行政强制事项。</p>"),
    "not found owner": ("确权公告", "<p>下列宗地未找到权利人，请有关人员在30日内持证前来登记，逾期视为放弃。</p>"),
    "undeliverable": ("公告送达", "<p>邮件因“查无此人”被退回，现依法公告送达。</p>"),
    "matter cancelled": ("事项说明", "<p>该事项已于2019年取消，不再办理。</p>"),
    "under review": ("职称评审进度", "<p>您关注的2024年度申报材料正在审核中，预计6月公布结果。</p>"),
    "expired tender": ("招标公告", "<p>投标截止时间：2020年1月3日（已截止）</p>"),
    "parameter": ("问答", "<p>问：申报时提示参数错误？答：请检查营业执照号码。</p>"),
    "leaving": (
        "跳转提示",
        "<p>您访问的链接即将离开“青岩县人民政府”门户网站，是否继续？</p><a href='http://www.gov.cn/'>继续访问</a>",
    ),
    "number only": ("汛情", "<p>水位：204.04米</p>"),
    "one line": ("青岩县", "<p>附件：<a href=/a/list.doc>名单.doc</a></p>"),
    "scan": ("批复", "<div align=center><img src=/u/2021/0001.jpg><br><img src=/u/2021/0002.jpg></div>"),
    "embedded paper": ("公报", "<embed src=/u/gb1.pdf type=application/pdf width=100% height=800>"),
    "film": ("微视频", "<object data=/u/v.mp4 width=600></object>"),
    "empty list": ("督查通报", "<ul class=lb></ul><div class=page>共0条　第1/0页　首页　上页　下页</div>"),
    "no such notices": ("征地批后实施", "<p>暂无相关公告</p><p>上一页 下一页</p>"),
    "quiz": ("网络安全知识", "<p>判断：打开不明链接后页面提示“您的计算机已感染病毒”，应立即拨打页面电话。（×）</p>"),
    "firewall": ("护林防火", "<p>禁止携带火种进入林区，防火墙（带）内严禁吸烟。</p>"),
    "blocked road": ("交通管制", "<p>G321线K40处塌方，道路被阻断，车辆禁止访问施工区域。</p>"),
    "captcha help": ("使用帮助", "<p>登录时看不清验证码，请点击图片更换。</p>"),
    "domain": ("网站域名启用公告", "<p>原域名qingyan.com不再使用，请访问www.qy.gov.cn。</p>"),
    "broken link report": ("网站自查", "<p>本季度共检出错链、死链12处，其中“页面不存在”5处，均已改正。</p>"),
    "error notice": ("更正", "<p>前发名单有误，原页面已删除，以本页为准：张三、李四。</p>"),
    "sealed": ("查封公告", "<p>该房屋已查封，非法访问、转让、抵押均属无效。</p>"),
    "dead village": ("地名公告", "<p>撤销马鞍村，该地名不再存在，原址并入太和社区。</p>"),
    "thanks": ("结果", "<p>提交成功！感谢您的参与，3秒后返回首页。</p>"),
    "letter number": ("办件查询", "<form>信件编号<input name=n>查询码<input name=c><button>查询</button></form>"),
    "busy": ("温馨提醒", "<p>月末办税高峰，系统繁忙时请错峰申报。</p>"),
    "english": ("Notice", "<p>Applications that could not be found in the register will be re-entered by 1 May.</p>"),
}
GONE: Words = {
    "empire cms": ("信息提示", "<p>此信息不存在或者已经被删除！</p><p>如果您的浏览器没有自动跳转，请点击这里</p>"),
    "siteweaver": ("错误信息", "<p>产生错误的可能原因：</p><ul><li>找不到指定的文章！</li></ul><a href=javascript:history.go(-1)>&lt;&lt; 返回上一页</a>"),
    "kesion": ("", "<p>对不起，您要查看的信息未通过审核或已被移入回收站！</p>"),
    "jeecms": ("没有权限", "<p>您访问的内容没有通过审核，暂时不能浏览。</p>"),
    "hanweb": ("青岩县人民政府", "<p>对不起，您访问的信息已被撤消！</p>"),
    "trs": ("系统提示", "<p>文档已经撤稿，原地址不再有效。</p>"),
    "siteserver": ("", "<h1>404</h1><p>您请求的页面没找到，它可能已经搬家</p>"),
    "metinfo": ("", "<p>您要的页面不在了，<b id=s>5</b> 秒后自动跳转到网站首页</p>"),
    "wordpress": ("未找到", "<h1>有点尴尬诶！该页无法显示。</h1><p>这儿似乎什么都没有，试试搜索？</p>"),
    "joomla": ("", "<h2>您不能浏览该页，因为：</h2><ol><li>一个过期的书签</li><li>搜索引擎中过期的列表</li><li>错误的地址</li></ol>"),
    "drupal": ("找不到页面 | 青岩县", "<h1>找不到页面</h1><p>请求的网页没有找到。</p>"),
    "thinkphp": ("", "<h1>页面错误！请稍后再试～</h1><p>ThinkPHP V5.0.24 { 十年磨一剑-为API开发设计的高性能框架 }</p>"),
    "thinkphp module": ("", "<h1>控制器不存在:app\\index\\controller\\Art</h1>"),
    "weblogic": ("Error 404--Not Found", "<h2>Error 404--Not Found</h2><h3>From RFC 2068 <i>Hypertext Transfer Protocol -- HTTP/1.1</i>:</h3><h4>10.4.5 404 Not Found</h4>"),
    "websphere": ("", "<p>Error 404: SRVE0190E: File not found: /zwgk/1.jsp</p>"),
    "domino": ("", "<h1>HTTP Web Server: Lotus Notes Exception - Entry not found in index</h1><hr>"),
    "struts": ("", "<p>There is no Action mapped for namespace / and action name showArt.</p>"),
    "jetty": ("Error 404", "<h2>HTTP ERROR: 404</h2><p>Problem accessing /a.do. Reason:</p><pre>    Not Found</pre><i>Powered by Jetty://</i>"),
    "fastcgi": ("", "No input file specified."),
    "oracle": ("", "<p>java.sql.SQLRecoverableException: ORA-12541: TNS: 无监听程序</p>"),
    "asp.net": ("无法找到资源。", "<h1>“/”应用程序中的服务器错误。</h1><h2><i>无法找到资源。</i></h2><p>请求的 URL: /Art.aspx</p>"),
    "null": ("", "<h2><i>未将对象引用设置到对象的实例。</i></h2><p>说明: 执行当前 Web 请求期间，出现未经处理的异常。</p>"),
    "recordset": ("", "<font face=宋体 size=2><p>ADODB.Recordset</font> <font face=宋体 size=2>错误 '800a0cc1'</font><p>在对应所需名称或序数的集合中，未找到项目。"),
    "include": ("", "<p>Active Server Pages 错误 'ASP 0126'</p><p>未找到包含文件</p><p>/inc/top.asp，行 3</p>"),
    "pdo": ("", "<p>SQLSTATE[42S02]: Base table or view not found: 1146 Table 'cms.art' doesn't exist</p>"),
    "parse": ("", "<br><b>Parse error</b>:  syntax error, unexpected '}' in <b>D:\\wwwroot\\show.php</b> on line <b>88</b><br>"),
    "django": ("Page not found at /a/", "<h1>Page not found <span>(404)</span></h1><p>Using the URLconf defined in cms.urls, Django tried these URL patterns</p>"),
    "express": ("Error", "<pre>Cannot GET /news/3</pre>"),
    "nuxt": ("", "<h1>This page could not be found</h1><a href=/>Back to the home page</a>"),
    "rails": ("", "<h1>The page you were looking for doesn't exist.</h1><p>You may have mistyped the address or the page may have moved.</p>"),
    "directory": ("Directory Listing Denied", "<h1>Directory Listing Denied</h1>This Virtual Directory does not allow contents to be listed."),
    "searching for children": ("404", '<script src="//qzonestyle.gtimg.cn/qzone/hybrid/app/404/search_children.js" homePageUrl="/" homePageName="返回首页"></script>'),
    "column moved": ("栏目调整", "<p>该栏目已调整，原链接失效，请从首页进入浏览。</p>"),
    "special ended": ("专题", "<p>您访问的专题已下线</p>"),
    "off the shelf": ("", "<p>内容已下架</p>"),
    "deleted by author": ("", "<div class=tip><i class=icon-sad></i>该内容已被发布者删除</div>"),
    "not yet": ("详情", "<p>稿件未发布，暂时无法查看</p>"),
    "being reviewed": ("提示", "<p>该信息正在审核，请稍后浏览</p>"),
    "long": (
        "青岩县人民政府",
        "<h3>很遗憾，没能找到您想要的网页</h3><p>造成这种情况的原因可能有：</p><p>1. 网站改版后，部分旧地址已经更换；</p><p>2. 您收藏的地址"
        "有误，或多打了字符；</p><p>3. 信息超过保存期限，已经清理。</p><p>建议您：从上方菜单重新查找，使用站内搜索，或拨打0855-7000000与我们联系。</p>",
    ),
    "picture's words": ("青岩县", "<img src=/i/bg.jpg alt='您访问的页面不存在'><a href=/>首页</a>"),
    "picture's name": ("青岩县", "<img src=/i/page-not-found.png><a href=/>首页</a>"),
    "background": ("", "<div style=\"background:url('/i/404_bg.jpg');height:600px\"></div>"),
    "drawn": ("", "<svg viewBox='0 0 200 80'><text x=10 y=60>404</text></svg><p>去首页看看</p>"),
    "verse": ("404", "<p>众里寻他千百度，页面不在灯火阑珊处</p>"),
    "count down": ("", "<p>抱歉，此页已丢失。<span id=t>10</span>秒后返回<a href=/>网站首页</a></p>"),
    "id": ("", "<p>信息ID错误</p>"),
    "no data": ("文章", "<p>无此文章或文章已过期！</p>"),
    "unbound": ("没有找到站点", "<h1>没有找到站点</h1><p>您的请求在Web服务器中没有找到对应的站点！</p>"),
    "panel": ("恭喜，站点创建成功！", "<h3>恭喜, 站点创建成功！</h3><p>这是默认index.html，本页面由系统自动生成</p>"),
    "iis 5": ("建设中", "<h1>建设中</h1><p>您想要查看的站点当前没有默认页。可能正在对它进行升级和配置操作。</p>"),
    "centos": ("Apache HTTP Server Test Page powered by CentOS", "<h1>Testing 123..</h1><p>This page is used to test the proper operation of the Apache HTTP server.</p>"),
    "traditional": ("", "<p>您所瀏覽的頁面不存在，可能已下架或網址已變更。</p>"),
    "japanese": ("404", "<p>お探しのページは見つかりませんでした。</p>"),
    "korean": ("오류", "<p>요청하신 페이지를 찾을 수 없습니다.</p>"),
    "russian": ("Ошибка", "<p>Страница не найдена</p>"),
}  # fmt: skip
