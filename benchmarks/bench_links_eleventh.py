"""Kinds of links with their truth, the eleventh batch: an ordinary week among county portals; written without a look at the
engine, mended with since.

Time-outs, resets and plain 5xx that never pass are dead, faults of certificates alive, as docs/links.md has it. The
engine was mended because of its rows on 26 November: the batch counts as mended with.
"""

import gzip
import zlib
from itertools import count
from urllib.parse import quote

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_server import HTML, NEVER, SLOW, Answer, Host, Reply, Request
from benchmarks.bench_links_tls import Certificates
from benchmarks.bench_links_world import JUMPS, Case, World, by_method, once

Wall = tuple[str, int, dict[str, str]]  # body, status, headers; "title|main part" is put on a page of its own

# Words are "title|main part"; each is shown once, in one look and one charset.
# fmt: off
LIVING = {
    "tells of 404 and dead links": (
        "找错留言办理|<h1>一季度“我为政府网站找错”留言办理情况</h1><p>发布日期：2023-04-06　来源：市政务公开办</p><p>共收到留言47条，其中反映“页面不存在”19条、“404错误”8条、附件打不开11条，均已修复并答复网民。</p>",
        "网站检查通报|<h1>关于2022年第三季度全市政府网站检查情况的通报</h1><p>市林业局网站首页存在3个错链，点击后提示“您访问的页面已删除或不存在”；市粮食局网站服务器错误，无法访问。</p><p>请上述单位于10月底前完成整改。</p>",
        "状态码小知识|<h1>404是什么意思？一分钟看懂网页状态码</h1><p>404 Not Found 表示服务器找不到所请求的页面，500表示服务器内部错误，403表示禁止访问。</p><p>沅浦市大数据中心供稿</p>",
        "公交404路|<h1>404路公交线路调整</h1><p>自7月1日起，404路末站由汽车西站延伸至高铁沅浦站，全程票价2元。</p>",
    ),
    "not there, and it is news": (
        "辟谣|<h1>“停水一周”？不存在的！</h1><p>网传我市城区将停水一周，经向市自来水公司核实，该消息不存在，请市民勿信勿传。</p>",
        "函复|<h1>政府信息不存在告知书</h1><p>周某某：您申请公开的“2006年老街改造拆迁台账”，经检索，本机关未制作、未保存，该政府信息不存在。</p><p>沅浦市住房和城乡建设局　2022年8月15日</p>",
        "失联企业|<h1>关于通过登记住所无法联系企业名单的公告</h1><p>经实地核查，下列企业查无下落：沅浦旺达商贸有限公司、沅浦金穗粮油经营部。</p>",
        "寻人|<h1>寻亲公告</h1><p>老人自称家住红星大队，经查该地名已不存在，望知情者与救助站联系。</p>",
    ),
    "deleted and repealed, and it is news": (
        "废止目录|<h1>沅浦市人民政府关于废止和宣布失效一批文件的决定</h1><p>一、沅政发〔2004〕11号（已失效）；二、沅政办发〔2008〕3号（已删除第五条）。</p>",
        "注销|<h1>社会团体注销登记公告</h1><p>准予沅浦市竹编协会注销登记，即日起停止以该名义开展活动。</p>",
        "终止公告|<h1>沅浦市第二福利院空调采购项目终止公告</h1><p>终止原因：符合条件的供应商不足三家。本公告内容撤销前发的采购公告。</p>",
        "移出|<h1>移出经营异常名录决定</h1><p>你单位已补报年报，现决定移出。</p>",
    ),
    "refused, and it is news": (
        "处罚|<h1>行政处罚决定书（沅市监罚〔2023〕77号）</h1><p>当事人拒绝访问检查人员进入仓库，并拒绝提供进货票据，罚款五千元。</p>",
        "不予受理|<h1>行政复议不予受理决定书</h1><p>申请人的请求超出法定期限，本机关决定不予受理。</p>",
        "禁止|<h1>关于城区禁止燃放烟花爆竹的通告</h1><p>违反本通告的，由公安机关责令停止，依法处以罚款。</p>",
        "黑名单|<h1>拖欠农民工工资“黑名单”公示</h1><p>下列单位已被列入黑名单，限制其参加政府采购。</p>",
    ),
    "mending, and it is news": (
        "停机公告|<h1>关于社会保险信息系统停机切换的公告</h1><p>2022-12-20　来源：市社保中心</p><p>因系统升级，12月24日18时至27日8时暂停办理所有业务，给您带来不便，敬请谅解。</p><p>沅浦市社会保险中心</p><p>2022年12月20日</p>",
        "公告|<h1>市政务服务网系统维护通知</h1><p>信息时间：2021-09-03</p><p>定于9月5日凌晨0时至6时进行维护，其间网站无法访问。请办事群众提前安排。</p><p>市行政审批服务局</p>",
        "网站关停名单|<h1>我市部门网站整合名单公布</h1><p>市气象局、市供销社等16家单位网站已关停迁移，网站域名同时注销，内容整合至市政府门户网站。</p>",
    ),
    "guards, and it is news": (
        "网络安全|<h1>市网信办组织开展网络安全应急演练</h1><p>演练中，防火墙成功拦截攻击流量，将恶意IP加入黑名单，访问受限页面随即弹出。</p>",
        "采购|<h1>电子政务外网安全设备采购结果公示</h1><p>Web应用防火墙2台、抗DDoS设备1台、验证码服务一年，成交价52.7万元。</p>",
        "使用说明|<h1>办事大厅滑块验证操作说明</h1><p>登录时请按住滑块拖动到最右侧完成验证；验证失败的，请刷新页面后再试。</p>",
    ),
    "lists with no items": (
        "规划计划|<h2>规划计划</h2><ul class=list></ul><div class=page>共0条记录　第1/1页</div>",
        "人大建议|<div class=column><h3>人大建议办理</h3></div><p>暂无数据</p>",
        "搜索|<form><input name=q value=水库移民></form><p>没有找到与“水库移民”相关的结果，请更换关键词。</p>",
        "民意征集|<table><tr><th>标题</th><th>状态</th><th>截止日期</th></tr><tr><td colspan=3>本栏目暂无内容</td></tr></table>",
        "专题|<h2>第三次经济普查</h2><p>资料整理中，内容陆续发布</p>",
    ),
    "tiny pages": ("公示|<p>附件：<a href=/fj/mc.xls>拟录用人员名单.xls</a></p>", "通知|<p>今天下午的会改到三楼。</p>", "意见|<p>无意见。</p>", "咨询电话|<p>0799-6660123</p>", "结果|<p>中标单位：沅浦市第一建筑公司</p>"),
    "archives": (
        "2005年旧闻|<p align=center><b>我市举行迎新春灯会</b></p><p>2005-2-20</p><p>元宵节晚上，人民广场灯火通明，前来观灯的群众达三万人次。</p>",
        "历史存档|<div class=tip>本栏目已归档，不再更新</div><ul><li><a href=/old/1.html>“十一五”规划纲要</a></li><li><a href=/old/2.html>抗冰救灾专题</a></li></ul>",
        "旧版网站|<div class=tip>您正在浏览的是2012年以前的历史页面，其中的链接可能无法打开</div><h2>机关党建</h2><p>市直工委举办入党积极分子培训班，130人参加。</p>",
        "已失效文件|<div class=stamp>失效</div><h1>沅浦市犬类管理暂行办法</h1><p>第一条　为加强犬类管理，预防狂犬病，制定本办法。</p>",
    ),
    "over, and kept": (
        "招考|<h1>2020年公开招聘中小学教师公告</h1><p>报名已截止</p><p>计划招聘68名，其中语文20名、数学18名。</p>",
        "征集|<h1>《城市供水条例》意见征集</h1><p>状态：已结束　征集时间：2019-03-01至2019-03-31</p><p>本次征集未收到意见。</p>",
        "访谈|<h1>在线访谈：医保经办服务</h1><p>本期访谈已结束，感谢网友参与。</p><p>主持人：请介绍异地就医备案的办法。</p>",
        "专题活动|<h1>全民阅读打卡</h1><p>活动已下线，获奖名单：陈晨、邓敏、黎小波。</p>",
    ),
    "forms with a picture code": (
        "依申请公开|<form><p>申请人<input name=sqr></p><p>证件号码<input name=zj></p><p>所需信息<textarea name=x></textarea></p><p>验证码<input name=yzm><img src=/yzm.jsp></p><button>提交申请</button></form>",
        "来信查询|<form>信件编号<input name=n>查询码<input name=c>验证码<input name=v><input type=submit value=查询></form><p>查询码在提交来信后由系统给出，请妥善保存。</p>",
        "市长信箱|<h2>写信须知</h2><p>一、请使用真实姓名；二、同一问题请勿重复提交，否则视为恶意提交。</p><form><textarea></textarea><input placeholder=请输入验证码></form>",
    ),
    "guests are greeted": (
        "办件公告|<div class=top>您好，请<a href=/login>登录</a>或<a href=/reg>注册</a></div><h1>本周办件公告</h1><table><tr><td>公共场所卫生许可</td><td>已办结</td></tr></table>",
        "我要评价|<div>您尚未登录，登录后可发表评论</div><h1>市图书馆延长开放时间</h1><p>自8月1日起，每周二至周日开放至21时。</p>",
        "会议|<div class=user>欢迎您：游客</div><h1>全市安全生产电视电话会议召开</h1><p>会议要求紧盯重点行业，坚决防范重特大事故。</p>",
    ),
    "help and questions": (
        "办事指南|<h1>个体工商户登记</h1><p>办理条件：……</p><p>常见错误：系统提示“登录已过期”，请重新登录；提示“文件不存在”，请重新上传附件。</p>",
        "12345答复|<h3>网民来信：市医院网站打不开</h3><p>答复：您好，因机房停电，网站短时不可用，现已恢复正常访问，感谢您的监督。</p>",
        "常见问题|<h2>公积金常见问题</h2><p>问：为什么提示“您的访问过于频繁”？</p><p>答：一分钟内查询超过10次会暂时限制，稍后再试即可。</p>",
    ),
    "tips around a page": (
        "政策解读|<!--[if lt IE 9]><p>您的浏览器版本过低，请升级浏览器</p><![endif]--><h1>《沅浦市养老服务条例》解读</h1><p>条例共七章五十二条，自2023年10月1日起施行。</p>",
        "要闻|<noscript>您的浏览器不支持JavaScript，部分功能无法使用</noscript><h1>市委理论学习中心组集中学习</h1><p>会议传达学习全国两会精神。</p>",
        "通知|<div style='display:none' id=err>页面加载失败，点击重试</div><h1>关于开展夏季学生防溺水工作的通知</h1><p>各中小学校要落实“六不”要求。</p>",
        "离站提示|<div style='display:none'>您即将离开本网站，是否继续？</div><h1>友情链接</h1><p>省政府　市直部门　县区网站</p>",
    ),
    "shells of scripts": (
        "数据开放平台|<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript><script src=/static/js/main.8c1f.js></script>",
        "沅浦市政务服务|<app-root></app-root><script src=/runtime.js type=module></script><script src=/polyfills.js type=module></script><script src=/main.js type=module></script>",
        "信息公开目录|<div id=app><div class=loading>加载中...</div></div><script>window.SITE_ID=4412;window.COL=88</script><script src=/gkml/js/app.js></script>",
    ),
    "pictures and frames only": (
        "图解|<p style='text-align:center'><img src=/pic/tj1.jpg><img src=/pic/tj2.jpg></p>",
        "视频|<video controls src=/v/2023.mp4></video>",
        "电子地图|<iframe src=https://map.yuanpu.example/ width=100% height=700></iframe>",
        "文件原文|<embed src=/fj/2022-19.pdf type=application/pdf width=900 height=1200>",
    ),
    "other tongues": ("About Yuanpu|<h1>About Yuanpu</h1><p>The city lies on the north bank of the river. No direct flights are found; take the train.</p>", "བོད་ཡིག|<p>བོད་ཡིག་དྲ་ཚིགས། གསར་འགྱུར།</p>", "通告|<p>玆定於本月十五日舉行區議會補選，請各選民攜帶身份證明文件投票。</p>", "ئۇيغۇرچە|<p>خەۋەرلەر ۋە ئېلانلار</p>"),
}
# Front doors of services, at the addresses of front doors: they are what the link promises.
DOORS = (
    ("/bdc/login.html", "沅浦市不动产登记网上申请系统|<h1>沅浦市不动产登记网上申请系统</h1><form><input placeholder=用户名><input type=password placeholder=密码><button>登录</button></form><h3>通知公告</h3><ul><li>关于启用电子证照的通知 2023-05-04</li><li>抵押登记操作手册下载</li></ul><p>技术支持：0799-6661888</p>"),
    ("/zjgl/login.aspx", "沅浦市继续教育管理系统|<h2>沅浦市专业技术人员继续教育管理系统</h2><form>身份证号<input>密码<input type=password>验证码<input><button>登 录</button><a href=/reg>新用户注册</a></form><p>系统使用说明：首次使用请先注册，推荐使用谷歌浏览器。</p>"),
    ("/user/login", "用户登录-沅浦政务服务网|<h2>个人登录 / 法人登录</h2><form><input placeholder=手机号><input type=password></form><p>其他登录方式：支付宝、微信、电子社保卡</p><p>注册后可在线申报1200余项服务事项，查询办件进度。</p>"),
    ("/gjj/index.jsp?m=login", "住房公积金网上服务厅|<h2>住房公积金网上服务厅</h2><form>个人账号<input>密码<input type=password><button>登录</button></form><p>可办理：余额查询、提取申请、贷款进度。服务热线12329</p>"),
)
# Pages that a guard has stamped and let through: (more markup, status, headers).
STAMPED: tuple[Wall, ...] = (
    ("", 200, {"Set-Cookie": "acw_tc=707c; path=/; HttpOnly; Max-Age=1800"}), ("", 200, {"Server": "SafeLine", "Set-Cookie": "sl-session=Kq4; Path=/"}), ("", 200, {"Set-Cookie": "__jsluid_s=1b7; max-age=31536000; path=/; HttpOnly", "X-Cache": "bypass"}),
    ("<script>(function(){var s=document.createElement('script');s.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';document.head.appendChild(s)})()</script>", 200, {"Server": "cloudflare", "CF-Cache-Status": "DYNAMIC"}),
    ("<script src='https://static.geetest.com/v4/gt4.js'></script>", 200, {}), ("", 200, {"Set-Cookie": "HWWAFSESTIME=1690; path=/", "Server": "CloudWAF"}), ("", 200, {"Server": "WAF", "X-Frame-Options": "SAMEORIGIN"}),
)
GONE = {
    "a sorry within the portal": (
        "|<div class=error><h2>抱歉，您访问的页面不存在</h2></div>", "|<p>很遗憾，您查看的信息已被删除。</p>", "|<p>对不起，没有找到您要的内容</p><a href=/>返回首页</a>", "|<div class=tips>该信息已下架</div>",
        "|<p>您访问的文章已不存在，可能已被移动或删除</p>", "|<h3>页面找不到了</h3><p>可能的原因：网址有误；内容已过期；栏目调整。</p>", "|<p>信息不存在或未审核</p>", "|<p>文章不存在！</p>", "|<p>您所查看的信息已被撤销发布</p>",
    ),
    "a sorry with advice": (
        "|<h2>Sorry，您要找的页面丢失了</h2><p>您可以：</p><p>1. 检查地址是否正确</p><p>2. 返回<a href=/>网站首页</a></p><p>3. 使用<a href=/search>站内搜索</a></p>",
        "|<p>该页面无法找到</p><h4>最新发布</h4><ul><li><a href=/n1>市政府召开常务会议</a></li><li><a href=/n2>今年首批耕地地力补贴发放</a></li><li><a href=/n3>城北污水处理厂二期开工</a></li></ul>",
        "|<div class=e404><b>4 0 4</b><p>您要访问的页面去火星了</p><form><input name=q placeholder=请输入关键词><button>搜索</button></form></div>",
        "|<p>因网站改版，您访问的旧页面已经不再提供，请从首页重新查找。</p>",
        "|<p>抱歉！该网址失效或内容已被迁移。如需帮助请拨打网站热线 0799-6660001。</p>",
    ),
    "a sorry that counts down": (
        "页面不存在|<p>您访问的页面不存在，<span id=s>5</span>秒后自动跳转到首页</p><script>setTimeout(function(){location.href='/'},5000)</script>",
        "提示信息|<meta http-equiv=refresh content='3;url=/index.html'><p>信息已删除！3秒钟后返回首页，如果没有跳转请点击<a href=/>这里</a></p>",
        "|<p>没有找到该文章，即将返回上一页</p><script>setTimeout('history.go(-1)',3000)</script>",
    ),
    "sorries of content systems": (
        "提示信息|<div class=showMsg><h5>提示信息</h5><div class=content>您所访问的内容不存在，或者未通过审核！</div><div class=bottom><a href='javascript:history.back();'>[点这里返回上一页]</a></div></div>",
        "DedeCMS提示信息|<p>无法把未知文档还原为模型，文档不存在或已被删除！</p><p>如果你的浏览器没反应，请点击这里...</p>",
        "信息提示|<p>您要查看的信息不存在</p><p>Powered by EmpireCMS</p>",
        "提示信息 - 沅浦论坛|<div id=messagetext><p>抱歉，指定的帖子不存在、已被删除或正在审核</p></div>",
        "系统提示|<p>对不起，该栏目不存在或已被关闭！</p><p>JEECMS</p>",
        "未找到页面 – 沅浦旅游|<h1>糟糕！找不到该页面。</h1><p>在这个位置似乎什么也没有找到，要不要试试搜索？</p>",
        "页面未找到 | 沅浦市科技馆|<h1>页面未找到</h1><p>找不到请求的页面 \"/node/512\"。</p><p>Drupal</p>",
        "404 - 错误: 404|<h1>您请求的页面无法找到</h1><p>过期的书签；错误的地址；您没有权限。</p><p>Joomla!</p>",
        "|<p>对应的文档ID不存在或该文档尚未发布</p><p>TRS WCM</p>",
        "错误提示|<p>页面不存在或模板未设置，请联系管理员</p><p>SiteWeaver</p>",
        "提示|<h2>抱歉, 您访问的资源不存在!</h2><p>大汉版通 jcms</p>",
    ),
    "sorries of servers": (
        "HTTP Status 404 – 未找到|<h1>HTTP状态 404 - 未找到</h1><hr><p><b>类型</b> 状态报告</p><p><b>描述</b> 源服务器未能找到目标资源的表示或者是不愿公开一个已经存在的资源表示。</p><hr><h3>Apache Tomcat/9.0.41</h3>",
        "404 - 找不到文件或目录。|<h1>服务器错误</h1><h2>404 - 找不到文件或目录。</h2><h3>您要查找的资源可能已被删除，已更改名称或者暂时不可用。</h3>",
        "404 Not Found|<h1>Not Found</h1><p>The requested URL /xxgk/7.html was not found on this server.</p><hr><address>Apache/2.4.6 (CentOS) Server</address>",
        "404 Not Found|<center><h1>404 Not Found</h1></center><hr><center>nginx/1.20.1</center>",
        "Error 404--Not Found|<h2>Error 404--Not Found</h2><p><b>From RFC 2068 Hypertext Transfer Protocol -- HTTP/1.1:</b></p><p>10.4.5 404 Not Found</p>",
        "错误|<h1>Apusic Application Server</h1><p>404 请求的资源不可用</p>",
        "404|<h1>BES Application Server 404</h1><p>请求的文件未找到：/info/8.jsp</p>",
        "Whitelabel|<h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error, so you are seeing this as a fallback.</p><div>There was an unexpected error (type=Not Found, status=404).</div>",
    ),
    "sorries in English": (
        "Page Not Found|<h1>Oops!</h1><p>We can't find the page you're looking for. It may have been moved or removed.</p>", "Notice|<p>The article you requested has been deleted.</p>", "404|<h2>This page doesn't exist</h2><p>Return to the <a href=/>home page</a>.</p>",
        "Error|<p>Sorry, this information is no longer available.</p>", "|<p>Invalid article ID.</p>",
    ),
    "programs that fall over": (
        "HTTP Status 500|<h1>HTTP Status 500 - Internal Server Error</h1><pre>org.apache.jasper.JasperException: An exception occurred processing JSP page /show.jsp at line 41\njava.lang.NullPointerException\n\tat org.apache.jsp.show_jsp._jspService(show_jsp.java:133)</pre>",
        "未将对象引用设置到对象的实例。|<h1>“/”应用程序中的服务器错误。</h1><h2><i>未将对象引用设置到对象的实例。</i></h2><p>异常详细信息: System.NullReferenceException</p>",
        "|<b>Fatal error</b>:  Uncaught Error: Call to undefined function mysql_connect() in /www/wwwroot/yp/inc/conn.php:7",
        "系统发生错误|<h1>:(</h1><h1>无法加载模块:News</h1><h3>错误位置</h3><p>FILE: /web/ThinkPHP/Library/Think/Dispatcher.class.php LINE: 177</p>",
        "|<pre>FreeMarker template error: The following has evaluated to null or missing: ==&gt; info.title  [in template \"detail.ftl\" at line 12, column 9]</pre>",
        "Microsoft VBScript 运行时错误|<font face=宋体 size=2><p>Microsoft VBScript 运行时错误 错误 '800a000d'</p><p>类型不匹配: '[string: \"\"]'</p><p>/view.asp，行 23</p></font>",
    ),
    "databases that fall over": (
        "|<p>ORA-12541: TNS:no listener</p>", "|数据库连接失败，请检查配置文件 config.php", "|Microsoft OLE DB Provider for SQL Server 错误 '80004005'<p>用户 'sa' 登录失败。</p>/inc/conn.asp，行 9", "|<h1>Error establishing a database connection</h1>", "|com.kingbase8.util.KSQLException: 连接被拒绝，请检查主机名和端口号",
    ),
}
LOOSE = ("tiny pages", "shells of scripts", "pictures and frames only")  # with no portal around them
BARE_KINDS = ("sorries of servers", "programs that fall over", "databases that fall over")
# As programs send them, nothing around: (body, charset, type).
NAKED = {
    "a script says it": (
        ("<script>alert('信息不存在或已被删除！');window.location.href='/';</script>", "utf-8", HTML), ("<script language='javascript'>alert('参数错误，没有这条新闻');history.back();</script>", "gb18030", "text/html"),
        ("<SCRIPT>alert('该页面已删除');window.close();</SCRIPT>", "gb18030", ""), ("<script>alert('栏目不存在');location='index.asp'</script>", "gb18030", "text/html; charset=gb2312"),
    ),
    "one bare line": (("文章不存在", "utf-8", HTML), ("没有找到该信息", "gb18030", "text/html"), ("页面不存在!", "utf-8", HTML), ("File not found.", "utf-8", HTML), ("No input file specified.", "utf-8", HTML), ("你要找的页面已删除", "gb18030", "text/html; charset=gbk")),
    "a record of data says it": (
        ('{"code":404,"msg":"内容不存在","data":null}', "utf-8", "application/json"), ('{"success":false,"message":"该文章已删除"}', "utf-8", "application/json;charset=UTF-8"),
        ('{"timestamp":1688000000000,"status":404,"error":"Not Found","message":"No message available","path":"/news/8"}', "utf-8", "application/json"), ("<?xml version='1.0' encoding='UTF-8'?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>", "utf-8", "application/xml"),
    ),
    "empty at 200": (("", "utf-8", HTML), (" \r\n\r\n", "utf-8", HTML), ("<html><head></head><body></body></html>", "utf-8", HTML), ("<!DOCTYPE html>\n<html>\n<head><meta charset='utf-8'></head>\n<body>\n</body>\n</html>", "utf-8", HTML), ("\ufeff", "utf-8", HTML)),
}
# What answers for a whole host that is no portal any more.
RUINS: dict[str, tuple[tuple[str, int], ...]] = {
    "for sale, in Chinese": (("域名出售|<h1>yuanpu-slj.com 正在出售</h1><p>您访问的域名所有者正在转让该域名，有意者请联系 QQ 30001</p>", 200), ("域名停放|<p>该域名已被注册，目前处于停放状态</p><p>阿里云 · 万网</p>", 200), ("|<h2>此域名可以购买</h2><p>价格：￥8,800　<a href=/offer>我要报价</a></p><p>金名网中介交易</p>", 200)),
    "for sale, in English": (("yuanpu.org|<h1>yuanpu.org is for sale!</h1><p>Get this domain. Make an offer.</p><p>Related searches: Government Jobs, Travel, Loans</p>", 200), ("|<p>This domain has expired and is pending renewal or deletion. If you are the owner, please contact your registrar.</p>", 200), ("|<p>This domain is parked free, courtesy of the registrar.</p>", 200)),
    "stolen by gamblers": (
        ("沅浦市水务局-葡京娱乐城官网|<h1>葡京娱乐城</h1><p>真人荷官在线发牌，首存100送88，APP下载即领彩金。</p><p>百家乐　老虎机　捕鱼达人　时时彩</p>", 200), ("开云体育(中国)官方网站|<h1>体育投注平台</h1><p>欧洲杯竞猜、电竞投注、棋牌游戏，注册即送体验金</p>", 200),
        ("六合开奖直播|<p>今晚开什么码？一肖一码中特，香港马会资料大全，最准平特一肖</p>", 200), ("Slot Gacor|<h1>Situs Slot Gacor Hari Ini</h1><p>Daftar sekarang, bonus new member 100%, deposit pulsa tanpa potongan.</p>", 200),
    ),
    "stolen by others": (
        ("传奇私服发布网|<h1>新开传奇私服</h1><p>今日新开1.76复古服，打金首区火爆开启</p>", 200), ("贷款口子|<h1>不看征信秒下款</h1><p>黑户可贷，5分钟到账，最高20万，加微信办理</p>", 200),
        ("成人视频免费在线观看|<p>未满18岁禁止进入</p><p>国产高清　在线播放　免费会员</p>", 200), ("代写论文|<h1>代写代发论文</h1><p>职称论文快速发表，包录用，加QQ咨询</p><p>办证刻章　代开发票</p>", 200),
    ),
    "fresh from the box": (
        ("Welcome to nginx!|<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>", 200), ("IIS Windows Server|<a href=https://go.microsoft.com/><img src=iisstart.png alt=IIS></a>", 200),
        ("恭喜，站点创建成功！|<h1>恭喜, 站点创建成功！</h1><p>这是默认index.html，本页面由系统自动生成</p><p>本页面在FTP根目录下的index.html，您可以修改、删除或覆盖本页面</p>", 200), ("没有找到站点|<h3>没有找到站点</h3><p>您的请求在Web服务器中没有找到对应的站点！</p><p>可能原因：您没有将此域名或IP绑定到对应站点! 配置文件未生效!</p>", 404),
        ("站点创建成功-phpstudy for windows|<h1>站点创建成功</h1><p>phpstudy 小皮面板</p>", 200), ("Apache HTTP Server Test Page powered by CentOS|<h1>Testing 123..</h1><p>This page is used to test the proper operation of the Apache HTTP server after it has been installed.</p>", 200), ("Welcome to OpenResty!|<h1>Welcome to OpenResty!</h1><p>If you see this page, the OpenResty web platform is successfully installed and working.</p>", 200),
    ),
    "not paid for": (("站点已到期|<h1>站点已到期</h1><p>该虚拟主机已过期，请尽快续费，逾期数据将被清除。</p>", 200), ("|<p>对不起，该空间因欠费已停止服务</p>", 200), ("Suspended|<h1>This site has been suspended</h1><p>Reason: unpaid invoice.</p>", 200)),
    "not filed": (("该网站暂时无法访问|<h1>该网站暂时无法访问</h1><p>该网站未根据工信部相关法规进行备案，或备案信息已被注销。</p><p>网站管理员请登录备案系统处理</p>", 403), ("|<h2>域名未备案</h2><p>您访问的网站未在我司完成接入备案，现已关停</p>", 200)),
    "closed for good": (("关闭公告|<h1>公告</h1><p>根据全省政府网站集约化工作要求，沅浦市粮食局网站已于2018年6月30日永久关闭。</p>", 200), ("|<p>本网站已停止服务，感谢您的支持。</p>", 200), ("网站关停|<p>本站已关停，域名不再使用，原有信息请到市档案馆查阅。</p>", 200), ("|<p>The website has been permanently shut down.</p>", 200)),
    "gone to another house": (("迁移公告|<p>沅浦市教育局网站已整合迁移至市政府门户网站，本站不再提供服务。</p><p>新网址：<a href=http://jyj.yuanpu.example/>http://jyj.yuanpu.example/</a></p>", 200), ("|<p>本站网址已变更，旧网站已停用，请访问新站首页并更新收藏。</p>", 200)),
}
# With the marks of their makers.
MARKED: dict[str, tuple[Wall, ...]] = {
    "wall: Knownsec": (
        ("<script>document.cookie=('_')+('_')+('j')+('s')+('l')+('_clearance')+'=1690000000.42|-1|'+(+[])+'kd%3D;max-age=3600;path=/';location.href=location.pathname+location.search</script>", 521, {"Server": "nginx", "Set-Cookie": "__jsluid_h=0a7e; max-age=31536000; path=/; HttpOnly", "X-Via-JSL": "4e1,-"}),
        ("知道创宇云防御|<h2>请求已被云防御拦截</h2><p>当前访问因疑似攻击行为被创宇盾阻断，如有疑问请联系网站管理员。</p><p>事件ID：c20f-7711</p>", 403, {"X-Via-JSL": "c1,-"}),
        ("访问验证|<p>创宇盾：为确认您是正常用户，请完成下方验证</p><div id=captcha-box></div>", 403, {"Set-Cookie": "__jsluid_s=ee; path=/"}),
    ),
    "wall: Aliyun": (
        ("405|<div class=block_message><h2>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</h2><p>您的请求ID是：76b20f7d</p></div><img src=https://errors.aliyun.com/images/TB1.png>", 405, {"Server": "Tengine", "Set-Cookie": "acw_tc=76b2; path=/"}),
        ("<html><script>var arg1='7F4D3A9C21E08B';var _0x4818=['\\x77\\x71'];function setCookie(n,v){document.cookie=n+'='+v+';path=/';}function reload(x){setCookie('acw_sc__v2',x);document.location.reload();}setTimeout(function(){reload(arg1)},2)</script></html>", 200, {"Set-Cookie": "acw_tc=1a; path=/; HttpOnly"}),
        ("<!doctype html><html><head><title>验证码拦截</title></head><body><div id=nocaptcha></div><p>亲，请拖动下方滑块完成验证</p><script src='https://g.alicdn.com/AWSC/AWSC/awsc.js'></script></body></html>", 200, {"Server": "Tengine"}),
    ),
    "wall: Tencent": (
        ("腾讯云 WAF|<h1>您的请求可能存在威胁，已被网站管理员设置的策略拦截</h1><p>UUID：5f1e-8840</p>", 403, {"Server": "stgw"}),
        ("<!DOCTYPE html><html><head><title>Restricted Access</title></head><body><h1>Restricted Access</h1><p>Your request has been blocked by the security policy.</p><p>EdgeOne Request ID: 12882</p></body></html>", 567, {"Server": "TencentEdgeOne", "EO-LOG-UUID": "12882"}),
        ("<!DOCTYPE html><html><body><script src='https://captcha.gtimg.com/TCaptcha.js'></script><p>人机验证，请点击按钮完成</p><button id=TencentCaptcha>验证</button></body></html>", 200, {}),
    ),
    "wall: Huawei": (("访问拦截|<h2>您的请求疑似攻击行为！</h2><p>如果您是网站管理员，请前往Web应用防火墙控制台查看防护日志。</p><p>事件ID：02-0000-18</p>", 418, {"Server": "CloudWAF", "Set-Cookie": "HWWAFSESID=99a; path=/"}), ("<script>var hw=1;document.cookie='HWWAFSESTIME='+new Date().getTime()+';path=/';window.location.reload();</script>", 200, {"Server": "CW", "Set-Cookie": "HWWAFSESID=a1; path=/"})),
    "wall: Baidu": (("百度智能云|<p>该请求被 Web 应用防火墙拦截</p><p>请求 ID：bd-20331</p>", 403, {"Server": "yunjiasu"}), ("请稍候|<h1>浏览器安全检查</h1><p>正在检查您的浏览器，5 秒后自动跳转至目标页面</p><p>百度云加速</p>", 503, {"Server": "yunjiasu-nginx"})),
    "wall: 360 and Qianxin": (("网站卫士|<h2>当前网址访问受限</h2><p>您的访问触发了360网站卫士的防护规则</p>", 403, {"X-Powered-By-360WZB": "wangzhan.360.cn", "WZWS-RAY": "114-1690"}), ("安全域|<p>奇安信网站卫士：您的IP存在异常访问行为，已被限制</p>", 493, {"Server": "qianxin-waf", "WZWS-RAY": "1141"}), ("<script>eval(function(){document.cookie='wzws_cid=7f4;path=/';location.reload()}())</script>", 200, {"Set-Cookie": "wzws_cid=0; path=/", "WZWS-RAY": "1125-169"})),
    "wall: Chaitin": (("已拦截|<h1>请求存在威胁，已被拦截</h1><p>安全检测能力由 长亭雷池 WAF 提供</p><p>EVENT ID: 9a1b3c</p>", 403, {}), ("客户端安全检测|<p>正在确认你是不是机器人，请稍候</p><p>安全检测能力由 雷池 WAF 提供</p><script src='/.safeline/static/js/challenge.js'></script>", 468, {"Set-Cookie": "sl-challenge-server=local; path=/"})),
    "wall: DBAppsecurity": (("玄武盾|<h2>您的访问已被玄武盾拦截</h2><p>访问IP：203.0.113.20　拦截编号：20230714093301</p>", 403, {"Server": "XWD"}), ("明御|<p>明御Web应用防火墙提醒您：当前请求包含攻击特征，已被阻断</p>", 405, {})),
    "wall: NSFOCUS and Venus": (("WAF|<p>绿盟WAF：您的请求因含有非法内容被阻断</p><p>ID: 10000021</p>", 403, {"Server": "NSFOCUS"}), ("天清WAF|<p>您提交的请求存在风险，天清Web应用安全网关已将其阻断</p>", 403, {})),
    "wall: Sangfor and Topsec": (("访问被拒绝|<h3>深信服提示：网站防护</h3><p>您当前访问的页面包含攻击风险，已被管理员禁止</p>", 403, {}), ("天融信|<p>天融信Web应用防火墙：访问行为触发规则 1030，请求被拒绝</p>", 403, {})),
    "wall: safedog and yunsuo": (("网站防火墙|<p>您的请求带有不合法参数，已被网站管理员设置拦截！</p><p>可能原因：您提交的内容包含危险的攻击请求</p><p>如何解决：如系误报，请联系网站管理员</p><!-- safedog -->", 403, {"X-Powered-By": "WAF/2.0", "Set-Cookie": "safedog-flow-item=3; path=/"}), ("云锁|<p>您的访问被云锁拦截，攻击来源已记录</p>", 403, {}), ("<script>function YunSuoAutoJump(){self.location=self.location.href+'?security_verify_data='+'313932302c31303830'}setTimeout('YunSuoAutoJump()',50)</script>", 200, {"Set-Cookie": "security_session_verify=f01; path=/; HttpOnly"})),
    "wall: panels": (("宝塔网站防火墙|<h1>您的请求带有不合法参数，已被宝塔网站防火墙拦截</h1><p>如果您是网站管理员，请登录宝塔面板查看日志</p>", 403, {}), ("<!DOCTYPE html><html><head><title>人机验证</title></head><body><p>此为人机校验，请勿关闭浏览器，验证通过后自动进入</p><p>堡塔云WAF</p><script>setTimeout(function(){location.href='/huadong_296d626f.js?id=1'},900)</script></body></html>", 200, {}), ("D盾|<p>D盾拦截：访问的地址含有注入特征</p>", 403, {})),
    "wall: Ruishu": (
        ("<!DOCTYPE html><html><head><meta charset='utf-8'><meta id='9DhefwqGPrzGxEp9hPaoag' content='{qqqr0k' r='m'><script type='text/javascript' r='m'>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=51077;$_ts.cd='qEyx';</script><script src='/a3Fq1n/8s2.c1d.js' r='m'></script></head><body></body></html>", 412, {"Set-Cookie": "FSSBBIl1UgzbN7N80S=5b; path=/; HttpOnly"}),
        ("<html><head><script r='m'>$_ts=window['$_ts'];$_ts.cd='aa';</script><script src='/xl/7.js' r='m'></script></head><body></body></html>", 202, {"Set-Cookie": "NOh8RTWx6K2dS=60; path=/; HttpOnly"}),
        ("", 412, {"Server": "******"}),
    ),
    "wall: CDNs": (("访问禁止|<p>您的访问被网宿WSS拦截，请联系站点管理员</p>", 403, {"Server": "WS-web-server"}), ("403|<p>白山云 · 访问已被边缘安全策略阻断</p>", 403, {"X-Ser": "BC12_dx"}), ("天翼云|<p>天翼云安全：您的请求被识别为爬虫并已阻断</p>", 403, {"Server": "CTYUN"}), ("联通云|<p>请求触发防护规则，联通云WAF已拦截</p>", 403, {})),
    "wall: from abroad": (
        ("Just a moment...|<h1>Just a moment...</h1><p>Verify you are human by completing the action below.</p><script>window._cf_chl_opt={cType:'managed'}</script>", 403, {"Server": "cloudflare", "cf-mitigated": "challenge"}),
        ("<html><head><META NAME='robots' CONTENT='noindex,nofollow'><script src='/_Incapsula_Resource?SWJIYLWA=5074'></script></head><body><iframe src='/_Incapsula_Resource?CWUDNSAI=9'>Request unsuccessful. Incapsula incident ID: 77-1</iframe></body></html>", 200, {"X-Iinfo": "9-1-0"}),
        ("Request Rejected|The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1402", 200, {}), ("error code: 1020", 403, {"Server": "cloudflare"}),
    ),
}
# Home-made, or with the name taken off.
NAMELESS: dict[str, tuple[Wall, ...]] = {
    "stopped, in Chinese": (
        ("访问被拦截|<h2>您的访问请求被拦截</h2><p>原因：疑似网络攻击</p><p>客户端IP：203.0.113.20</p>", 403, {}), ("访问受限|<p>抱歉，您的访问存在安全风险，已被系统阻止</p>", 200, {}), ("安全提示|<p>您的IP已被加入黑名单，如有疑问请致电网站管理员 0799-6660001</p>", 403, {}),
        ("|<p>检测到您的访问行为异常，系统已暂停为您服务</p>", 200, {}), ("拒绝访问|<p>本站拒绝采集程序访问</p>", 403, {}), ("非法访问|<p>非法访问！您的操作已被记录。</p>", 200, {}), ("|<p>请求包含敏感字符，已被防火墙拒绝</p>", 400, {}),
    ),
    "stopped, in English": (("Access Denied|<h1>Access Denied</h1><p>Your request was blocked for security reasons.</p><p>Incident ID: 64-113</p>", 403, {}), ("|<p>Your IP address has been banned.</p>", 403, {}), ("Web Application Firewall|<p>The request was identified as an attack and has been intercepted.</p>", 200, {}), ("Bots are not allowed.", 403, {})),
    "a picture code": (("请输入验证码|<p>您的访问过于频繁，请输入验证码继续访问</p><form><img src=/vcode.jpg><input name=code><button>提交</button></form>", 200, {}), ("安全验证|<p>系统检测到您的网络环境存在异常，请输入图中字符后继续</p><img src=/captcha><input name=c>", 403, {}), ("验证码|<form method=post>验证码：<input name=yzm size=4><img src=checkcode.asp> <input type=submit value=进入></form>", 200, {})),
    "a slide": (("滑动验证|<p>请按住滑块，拖动到最右边</p><div id=slider></div>", 200, {}), ("人机验证|<p>请完成安全验证后继续访问</p><p>向右滑动完成拼图</p>", 200, {}), ("安全校验|<p>点击完成验证</p><script src=https://static.geetest.com/static/js/gt.0.4.9.js></script><script>initGeetest({gt:'0a',challenge:'1'})</script>", 403, {})),
    "a look at the browser": (("正在验证|<p>正在进行浏览器安全检查，请稍候……</p><script src=/_chk/v.js></script>", 503, {}), ("请稍等|<p>正在校验您的访问环境，校验完成后将自动跳转</p><script src=/fp.js></script>", 200, {}), ("|<p>请开启浏览器的 JavaScript 和 Cookie 后重新访问本站</p><script src=/c/1.js></script>", 200, {}), ("Checking|<p>Checking your browser before accessing the site. This process is automatic.</p>", 503, {})),
    "a cookie by script": (
        ("<html><body><script>document.cookie='x_token=a91f3;path=/';window.location.reload();</script></body></html>", 200, {}), ("<script>var t=(new Date()).getTime();document.cookie='ck_v='+(t%9973)+'; path=/; max-age=600';location.href=location.href;</script>", 200, {}),
        ("<html><head><script>function f(a){var s=0;for(var i=0;i<a.length;i++)s+=a.charCodeAt(i)*i;return s}document.cookie='__tst_chk='+f(navigator.userAgent)+';path=/';location.replace(location.href)</script></head><body></body></html>", 403, {}), ("<script src='/aes.min.js'></script><script>var a=toNumbers('f6');document.cookie='__test='+toHex(slowAES.decrypt(a,2,a,a))+'; path=/';location.href='/x?i=1';</script><noscript>This site requires Javascript to work</noscript>", 200, {}),
    ),
    "too often": (
        ("访问过于频繁|<p>您的访问过于频繁，请稍后再试</p>", 200, {}), ("|<p>您的请求次数已超过限制，请5分钟后再访问</p>", 429, {"Retry-After": "300"}), ("429 Too Many Requests|<center><h1>429 Too Many Requests</h1></center><hr><center>nginx</center>", 429, {}),
        ('{"code":429,"msg":"访问频率过高，请稍后重试"}', 200, {"Content-Type": "application/json"}), ("|<p>当前IP访问次数过多，系统已临时限制访问</p>", 503, {}),
    ),
    "a fence of regions": (("访问受限|<p>您所在的地区暂不支持访问本网站</p>", 403, {}), ("|<p>根据网络安全管理要求，本网站仅对境内用户开放</p>", 403, {}), ("|<p>对不起，境外IP禁止访问</p>", 200, {}), ("Access restricted|<p>Access from your country or region is restricted.</p>", 403, {}), ("", 451, {})),
    "within the walls only": (("|<p>该系统仅限政务外网用户访问，互联网用户请从办事大厅进入</p>", 403, {}), ("|<p>您的IP不在允许访问的范围内，请在单位内网打开</p>", 200, {}), ("403|<p>当前IP（203.0.113.20）没有访问权限，请联系信息中心开通</p>", 403, {}), ("零信任网关|<p>请先安装并登录安全接入客户端，再访问该应用</p>", 200, {})),
    "sign in first": (
        ("登录|<p>您还没有登录，请先登录后再查看</p><form><input name=u placeholder=账号><input type=password name=p placeholder=密码><button>登录</button></form>", 200, {}), ("<script>alert('您还未登录或登录已超时，请重新登录！');top.location.href='/login.jsp';</script>", 200, {}), ("|<p>您没有权限查看该页面，请使用有权限的账号登录</p>", 200, {}),
        ("|<p>会话已过期，请重新登录</p><a href=/login>去登录</a>", 440, {}), ('{"code":401,"message":"未登录或登录已失效"}', 401, {"Content-Type": "application/json"}), ("统一身份认证|<h3>沅浦市协同办公平台 统一身份认证</h3><form><input name=username><input type=password name=password><button>登 录</button></form>", 401, {}),
    ),
    "keys and certificates first": (("400 No required SSL certificate was sent|<center><h1>400 Bad Request</h1></center><center>No required SSL certificate was sent</center><hr><center>nginx</center>", 400, {}), ("|<p>请插入USBKey（数字证书）后再访问本系统</p>", 200, {}), ("<h1>401 - Unauthorized: Access is denied due to invalid credentials.</h1>", 401, {"WWW-Authenticate": "NTLM"}), ("Authorization Required", 401, {"WWW-Authenticate": 'Basic realm="yuanpu"'}), ("", 401, {"WWW-Authenticate": "Digest realm=oa"}), ("|<p>该文件已加密，请输入访问密码后查看</p><input type=password name=pw><button>确定</button>", 200, {})),
    "closed while mending": (
        ("网站维护|<h1>网站维护中</h1><p>网站正在维护，请稍后访问。</p>", 200, {}), ("系统升级|<p>系统升级维护中，预计今日18:00恢复，给您带来不便敬请谅解</p>", 503, {"Retry-After": "7200"}), ("|<p>网站正在升级改版，暂停访问，敬请期待</p>", 200, {}),
        ("503|<h2>Site under maintenance</h2><p>We'll be back soon.</p>", 503, {}), ("|<p>因服务器检修，本站暂停服务，恢复后将第一时间开放</p>", 503, {}),
    ),
    "closed by night or by order": (("|<p>本网站服务时间为工作日8:30至17:30，请在服务时间内访问</p>", 200, {}), ("|<p>国庆节期间网站暂停对外服务，10月8日恢复</p>", 200, {}), ("|<p>网络安全保障期间，本站临时关闭，敬请谅解</p>", 403, {})),
    "a queue": (("排队|<p>当前访问人数较多，正在排队，请耐心等待，页面将自动刷新</p>", 200, {}), ("|<p>系统繁忙，当前访问量过大，请稍后再试</p>", 503, {}), ("|<p>服务器繁忙，请稍后重试</p>", 200, {})),
    "another program, please": (("|<p>请在微信客户端打开链接</p>", 200, {}), ("|<p>您的浏览器版本过低，无法访问本站，请使用新版Chrome、Edge或360极速浏览器访问</p>", 200, {}), ("|<p>请使用“沅浦通”手机客户端扫码查看</p>", 200, {})),
    "refused with a name only": (
        ("403 Forbidden|<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>", 403, {}), ("403 - 禁止访问: 访问被拒绝。|<h1>服务器错误</h1><h2>403 - 禁止访问: 访问被拒绝。</h2><h3>您无权使用所提供的凭据查看此目录或页面。</h3>", 403, {}), ("Forbidden|<h1>Forbidden</h1><p>You don't have permission to access this resource.</p>", 403, {}),
        ("405 Not Allowed|<center><h1>405 Not Allowed</h1></center><hr><center>Tengine</center>", 405, {}), ("HTTP状态 403 - 已禁止|<h1>HTTP状态 403 - 已禁止</h1><p>服务器理解该请求，但拒绝授权。</p>", 403, {}), ("406 Not Acceptable|<h1>Not Acceptable</h1><p>An appropriate representation could not be found. This error was generated by Mod_Security.</p>", 406, {}),
    ),
    "refused without a word": tuple(("", status, {}) for status in (401, 403, 405, 412, 418, 429)),
    "hot links": (("|<p>禁止盗链！请从本站页面打开该文件</p>", 403, {}), ("|<p>非法来源，请从网站首页进入</p>", 200, {})),
}
# In GBK, with no charset named anywhere.
OLD_WALLS: tuple[tuple[str, int], ...] = (
    ("<title>网站防火墙</title><p>您的访问触发了安全规则，请求已被拦截</p>", 403), ("<script>alert('请勿在参数中包含非法字符！');history.back();</script>", 200), ("<p>您的IP访问过于频繁，请稍后再来</p>", 200),
    ("<title>网站维护</title><p>网站维护中，暂停访问，请稍后再来</p>", 200), ("<p>请先登录！</p><a href=login.asp>会员登录</a>", 200), ("<p>本站只允许内部网络访问，你的IP被拒绝</p>", 403),
)
# Where walls send to, with what is shown there.
SENT: tuple[tuple[str, str, int], ...] = (
    ("/sso/login?service=%2Foa%2F1", "统一认证|<form><input name=username><input type=password name=password><button>登录</button></form>", 200), ("/login.jsp?from=art", "登录|<p>请登录后查看</p><input type=password>", 200), ("/waf/intercept.html", "拦截|<p>您的请求已被安全策略拦截</p>", 200),
    ("/verify/slide?u=1", "安全验证|<p>拖动滑块完成验证</p>", 200), ("/maintain.html", "维护公告|<p>系统维护中，请稍后访问</p>", 200), ("/403.html", "403|<p>您没有权限访问该页面</p>", 403), ("/limit.html", "访问限制|<p>您的访问过于频繁，请稍后再试</p>", 200), ("/noie.html", "浏览器提示|<p>您的浏览器不受支持，请更换浏览器后访问</p>", 200),
)
# fmt: on
_TOP = ("首页", "沅浦概况", "新闻动态", "政府信息公开", "办事服务", "政民互动", "数据开放", "专题")
_PLACES = ("/info/1042/{}.htm", "/xxgk/t20230614_{}.html", "/show.asp?id={}", "/content/post_{}.html", "/art/2023/6/14/art_57_{}.html", "/c100412/202306/{}.shtml", "/news/detail.php?aid={}")  # fmt: skip
TEXT = "<p>六月十三日，市长在城东防洪大堤调研时指出，今年汛期雨量偏多，各级各部门要克服麻痹思想，落实包库包堤责任，加密巡查频次，备足沙袋、冲锋舟等物资，确保出现险情第一时间处置，确保人民群众生命财产安全。</p>"
PDF = p.file(p.PDF, "application/pdf")
EMPTY = Reply(b"")


def modern(title: str, main: str) -> str:
    menu = "".join(f'<li><a href="/c{100400 + n}/list.shtml" target="_blank">{name}</a></li>' for n, name in enumerate(_TOP))  # fmt: skip
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="CHARSET">\n<meta name="SiteName" content="沅浦市人民政府">\n<meta name="SiteIDCode" content="3603120002">\n<title>{title or "沅浦市人民政府门户网站"}</title>\n<link rel="stylesheet" href="/static/base.css">\n<script src="/static/jquery.min.js"></script>\n</head>\n<body>\n'
        f'<div class="header"><div class="tool"><a href="/wza">无障碍阅读</a><a href="/en">English</a><a href="/user">个人中心</a></div><form action="/search"><input name="q" placeholder="请输入关键字"></form><ul class="menu">{menu}</ul></div>\n<div class="pos">您所在的位置：<a href="/">首页</a> &gt; 正文</div>\n<div class="content">{main}</div>\n'
        '<div class="footer"><p>主办单位：沅浦市人民政府办公室　技术支持：沅浦市大数据中心</p><p>赣ICP备05004412号　赣公网安备36031202000119号　网站标识码：3603120002</p><a href="/map.html">网站地图</a></div>\n</body>\n</html>\n'
    )


def old(title: str, main: str) -> str:
    cells = "".join(f"<td><a href='list.asp?lm={n}'>{name}</a></td>" for n, name in enumerate(_TOP))
    return f"<HTML><HEAD><META http-equiv=Content-Type content='text/html; charset=CHARSET'><TITLE>{title or '沅浦农业信息网'}</TITLE></HEAD><BODY topMargin=0><TABLE cellSpacing=0 width=778 align=center><TR>{cells}</TR><TR><TD colSpan=8 height=320 vAlign=top>{main}</TD></TR><TR><TD colSpan=8 align=middle>版权所有：沅浦市农业局　联系电话：0799-6662345　赣ICP备06001178号</TD></TR></TABLE></BODY></HTML>"


def alone(title: str, main: str) -> str:
    return f'<!DOCTYPE html>\n<html>\n<head>\n<meta charset="CHARSET">\n<title>{title}</title>\n<style>body{{font:14px/1.8 "Microsoft YaHei",sans-serif;background:#f5f5f5}}.box{{width:600px;margin:100px auto;background:#fff;padding:30px}}</style>\n</head>\n<body>\n<div class="box">{main}</div>\n</body>\n</html>\n'


def island(title: str, main: str) -> str:
    return f"<html><head><meta http-equiv='Content-Type' content='text/html; charset=CHARSET'><title>{title}</title></head><body><div>首頁 | 最新消息 | 便民服務 | 相關連結</div><div>{main}</div><div>版權所有　鄉公所　電話：(03)555-0101</div></body></html>"


def shown(text: str, number: int, status: int = 200) -> Reply:
    title, _, main = text.partition("|")
    look = (modern, alone, old, modern)[number % 4]
    return p.page(title, main, look, "gb18030" if look is old else "utf-8", status=status)


def news(number: int) -> Reply:
    title = ("城东防洪大堤迎汛检查", "市第三中学新校区启用", "沅浦脐橙获地理标志认证", "市总工会开展送清凉活动")[
        number % 4
    ]
    return shown(f"{title}|<h1>{title}</h1><p>发布时间：2023-06-1{number % 9}　来源：沅浦日报</p>{TEXT * (2 + number % 2)}", number)  # fmt: skip


def local(title: str, main: str) -> Reply:
    return p.page(title, main, island, "big5")


def typed(body: bytes, kind: str = "", **more: str) -> Reply:
    heads = {"Content-Type": kind} if kind else {}
    return Reply(body, 200, tuple((heads | {name.replace("_", "-"): value for name, value in more.items()}).items()))


def walled(wall: Wall) -> Reply:
    said, status, more = wall
    if said and not said.startswith(("<", "{")) and "|" in said:
        title, _, main = said.partition("|")
        said = alone(title, main).replace("CHARSET", "utf-8")
    return Reply(said.encode(), status, tuple(({"Content-Type": HTML} | more).items()))


def whole(world: World, answer: Answer) -> Host:
    host = world.host(answer)
    host.pages.clear()
    return host


def build(certificates: Certificates) -> World:
    world = World()
    _jumps(world, certificates)
    a, serial = world.host(), count(31007)
    for number, (name, texts) in enumerate(LIVING.items()):
        rows = [(_PLACES[(number + n) % 7].format(next(serial)), shown(one, 1 if name in LOOSE else (0, 2, 3)[n % 3])) for n, one in enumerate(texts)]  # fmt: skip
        world.add(name, "alive", a, rows)
    world.add("front doors of services", "alive", a, [(path, shown(text, n)) for n, (path, text) in enumerate(DOORS)])
    for number, (more, status, heads) in enumerate(STAMPED):
        body = news(number).body
        kind = HTML if b"utf-8" in body else "text/html; charset=gb18030"
        lower = body.replace(b"</body>", more.encode() + b"</body>").replace(b"</BODY>", more.encode() + b"</BODY>")
        world.add("stamped by a guard", "alive", a, [(_PLACES[5].format(next(serial)), Reply(lower, status, tuple(({"Content-Type": kind} | heads).items())))])  # fmt: skip
    _gone(world, a, serial)
    _walls(world, a, serial)
    _pages(world, a)
    _files(world, a)
    _hosts(world)
    return world


def _gone(world: World, a: Host, serial: "count[int]") -> None:
    for number, (name, texts) in enumerate(GONE.items()):
        for n, one in enumerate(texts):
            answer = shown(one, 1 if name in BARE_KINDS else number + n)
            path = _PLACES[(number + n) % 7].format(next(serial))
            if n % 3 == 2:  # the whole host says so of whatever it does not know
                world.all_of(name, "dead", world.host(answer), (path,))
            else:
                world.add(name, "dead", a, [(path, answer)])
    for number, (name, rows) in enumerate(NAKED.items()):
        answers = [typed(said.encode(charset), kind) for said, charset, kind in rows]
        world.add(name, "dead", a, [(_PLACES[(number + n) % 7].format(next(serial)), one) for n, one in enumerate(answers)])  # fmt: skip
    for number, (name, ruins) in enumerate(RUINS.items()):
        for n, (text, status) in enumerate(ruins):
            path = _PLACES[(number + n) % 7].format(next(serial))
            world.all_of(name, "dead", whole(world, shown(text, 1, status)), (path,))


def _walls(world: World, a: Host, serial: "count[int]") -> None:
    for number, (name, walls) in enumerate((MARKED | NAMELESS).items()):
        kind = name if name.startswith("wall") else f"wall: {name}"
        for n, one in enumerate(walls):
            path = _PLACES[(number + n) % 7].format(next(serial))
            if n % 2:  # as most guards stand: before the whole host
                world.all_of(kind, "unknown", whole(world, walled(one)), (path,))
            else:
                world.add(kind, "unknown", a, [(path, walled(one))])
    world.add("wall: in GBK", "unknown", a, [(_PLACES[2].format(next(serial)), Reply(said.encode("gb18030"), status, (("Content-Type", "text/html"),))) for said, status in OLD_WALLS])  # fmt: skip
    for number, (place, said, status) in enumerate(SENT):
        a.pages[place] = shown(said, 1, status)
        world.add("wall: sent elsewhere", "unknown", a, [(f"/sent/{number}.html", p.moved(place))])
    # fmt: off
    world.add("wall: sent by script", "unknown", a, [("/sc/1.html", Reply(b"<script>window.top.location.href='/login.jsp?from=art'</script>")), ("/sc/2.html", Reply(b"<html><head><meta http-equiv=refresh content='0;url=/maintain.html'></head></html>")), ("/sc/3.html", Reply(b"<script>location.href='/waf/intercept.html'</script>"))])
    stopped, slide, mending = walled(NAMELESS["stopped, in Chinese"][0]), walled(NAMELESS["a slide"][0]), walled(NAMELESS["closed while mending"][1])
    world.add("wall: for GET only", "unknown", a, [("/gt/1.html", by_method(EMPTY, stopped)), ("/gt/2.html", by_method(EMPTY, slide)), ("/gt/3.html", by_method(Reply(b"", 405), mending)), ("/gt/4.doc", by_method(typed(b"", "application/msword"), Reply(b"<h1>403 Forbidden</h1>", 403)))])
    world.add("wall: before files", "unknown", a, [("/fj/w1.pdf", stopped), ("/fj/w2.xls", slide), ("/fj/w3.zip", p.moved("/sso/login?service=%2Foa%2F1")), ("/fj/w4.doc", Reply("请登录后下载附件".encode())), ("/fj/w5.jpg", walled(MARKED["wall: Ruishu"][0]))])
    ring = p.moved("/rg/1.html", 302, ("Set-Cookie", "waf_sid=91c; path=/"))
    world.add("wall: a ring of cookies", "unknown", a, [("/rg/1.html", ring), ("/rg/2.html", p.moved("/rg/2.html", 307, ("Set-Cookie", "__jsluid_h=77; path=/")))])
    for one in (MARKED["wall: Knownsec"][0], MARKED["wall: Aliyun"][1], MARKED["wall: Ruishu"][0], NAMELESS["a slide"][1], NAMELESS["closed while mending"][0], NAMELESS["stopped, in Chinese"][1]):
        world.all_of("wall: before the home page", "unknown", whole(world, walled(one)), ("/", "/zwgk/list.html"))
    # fmt: on


def _unranged(reply: Reply) -> Answer:
    return lambda asked: Reply(b"", 416) if "range" in asked.headers else reply


def _ranged(asked: Request) -> Reply:
    if "range" not in asked.headers:
        return PDF
    heads = (("Content-Type", "application/pdf"), ("Content-Range", f"bytes 0-99/{len(p.PDF)}"))
    return Reply(p.PDF[:100], 206, heads)


def _after_cookie(name: str, path: str) -> Answer:
    sent = p.moved(path, 302, ("Set-Cookie", f"{name}=1; path=/"))
    return lambda asked: news(2) if name in asked.headers.get("cookie", "") else sent


def _utf(path: str) -> str:
    return quote(path, safe="/?=&.()")


def _coded(text: str, charset: str) -> str:
    return quote(text.encode(charset), safe="/?=&.")


def _squeezed(body: bytes) -> bytes:
    bare = zlib.compressobj(wbits=-15)
    return bare.compress(body) + bare.flush()


def _pages(world: World, a: Host) -> None:
    body = p.page("迎汛", f"<h1>城东防洪大堤迎汛检查</h1>{TEXT * 2}", modern).body
    gb = p.page("迎汛", f"<h1>城东防洪大堤迎汛检查</h1>{TEXT * 2}", old, "gb18030").body
    packed = gzip.compress(body, mtime=0)
    a.pages |= {_utf("/公告/第3号.html"): news(1), _utf("/list.jsp?lm=通知公告"): p.listing(3, modern), _utf("/fj/附件(1).pdf"): PDF, "/fj/a%20b.pdf": PDF}  # fmt: skip
    world.all_of("Chinese addresses written raw", "alive", a, ("/公告/第3号.html", "/list.jsp?lm=通知公告", "/fj/附件(1).pdf", "/fj/a b.pdf"))  # fmt: skip
    # fmt: off
    alive: dict[str, list[tuple[str, Answer]]] = {
        "GBK addresses": [(_coded("/水利/防汛.htm", "gb18030"), news(0)), (_coded("/search.asp?key=水利&page=1", "gb18030"), p.listing(4, old, "gb18030")), (_coded("/附件/表格.doc", "gb18030"), typed(p.OLE, "application/msword"))],
        "Big5 addresses": [(_coded("/公告/1.htm", "big5"), local("公告", "<h1>停水公告</h1><p>本鄉三日上午九時起停水，請鄉親預先儲水。</p>")), (_coded("/find.asp?k=補助", "big5"), local("查詢結果", "<p>老人假牙補助申請說明</p><p>中低收入老人補助辦法</p>"))],
        "odd addresses": [("/cms//2023/1.html", news(1)), ("/view.jsp;jsessionid=0A1B.node2?id=5", news(2)), ("/Content.aspx?ID=17&Page=&", news(3)), ("/~slj/index.htm", news(0)), ("/n/2.html?from=%E5%BE%AE%E4%BF%A1#zoom", news(1)), ("/A-1_2,3.HTML", news(3))],
        "HEAD refused": [("/hd/1.html", by_method(Reply(b"", 405), news(1))), ("/hd/2.html", by_method(Reply(b"", 403), news(2))), ("/hd/3.html", by_method(Reply(b"", 501), news(3))), ("/hd/4.html", by_method(Reply(b"", 404), news(0))), ("/hd/5.html", by_method(Reply(raw=b"", then="reset"), news(1))), ("/hd/6.pdf", by_method(Reply(b"", 500), PDF)), ("/hd/7.html", by_method(Reply(b"", 302, (("Location", "/error.html"),)), news(2)))],
        "odd ranges": [("/rn/1.pdf", _unranged(PDF)), ("/rn/2.pdf", _ranged), ("/rn/3.html", _unranged(news(1))), ("/rn/4.pdf", Reply(p.PDF, 206, (("Content-Type", "application/pdf"), ("Content-Range", f"bytes 0-{len(p.PDF) - 1}/{len(p.PDF)}"))))],
        "packed": [("/gz/1.html", typed(packed, HTML, Content_Encoding="gzip")), ("/gz/2.html", typed(_squeezed(body), HTML, Content_Encoding="deflate")), ("/gz/3.html", typed(body, HTML, Content_Encoding="utf-8")), ("/gz/4.html", typed(gzip.compress(gb, mtime=0), "text/html", Content_Encoding="gzip", Vary="Accept-Encoding")), ("/gz/5.html", Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n%x\r\n" % len(packed) + packed + b"\r\n0\r\n\r\n"))],
        "slow": [("/sl/1.html", Reply(body, wait=SLOW)), ("/sl/2.html", Reply(body, drip=0.003)), ("/sl/3.pdf", Reply(p.PDF, 200, (("Content-Type", "application/pdf"),), wait=SLOW)), ("/sl/4.html", Reply(news(2).body, 200, news(2).headers, wait=SLOW / 2, drip=0.002))],
        "old ways of the wire": [("/wr/1.html", Reply(raw=b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + gb)), ("/wr/2.html", Reply(raw=b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n" + body)), ("/wr/3.html", typed(body)), ("/wr/4.html", typed(gb, "text/html;charset=GB2312", Server="Microsoft-IIS/6.0", X_Powered_By="ASP.NET"))],
        "charsets that lie": [("/cs/1.htm", typed(gb, "text/html; charset=utf-8")), ("/cs/2.htm", typed(body, "text/html; charset=gb2312")), ("/cs/3.htm", typed(b"\xef\xbb\xbf" + body, "text/html")), ("/cs/4.htm", typed("\ufeff".encode("utf-16-le") + body.decode().encode("utf-16-le"), "text/html"))],
        "framesets": [("/fs/1.htm", typed("<html><head><title>沅浦市地方志</title></head><frameset rows='90,*'><frame src=top.htm><frame src=main.htm></frameset></html>".encode("gb18030"), "text/html"))],
        "well the second time": [("/2nd/1.html", once(Reply(b"<h1>502 Bad Gateway</h1>", 502), news(1))), ("/2nd/2.html", once(Reply(b"<h1>503 Service Unavailable</h1>", 503), news(2))), ("/2nd/3.html", once(Reply(raw=b"", then="reset"), news(3)))],
        "a cookie first": [("/ck1.html", _after_cookie("JSESSIONID", "/ck1.html")), ("/ck2.html", _after_cookie("route", "/ck2.html"))],
    }
    dead: dict[str, list[tuple[str, Answer]]] = {
        "404 and 410": [("/nf/1.html", Reply(b"<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center></body></html>", 404)), ("/nf/2.html", Reply(b"", 404)), ("/nf/3.html", Reply(b"Gone", 410)), ("/nf/4.pdf", Reply(b"<h1>Not Found</h1>", 404)), ("/nf/5.jpg", Reply(b"", 404, (("Content-Type", "image/jpeg"),)))],
        "404 in the portal's dress": [("/nf/6.html", shown("页面不存在|<p>您访问的页面不存在</p>", 0, 404)), ("/nf/7.html", shown("404|<img src=/img/404.png>", 3, 404)), ("/nf/8.html", shown("|<p>该文件已归档</p><script>setTimeout(function(){location='/'},5000)</script>", 2, 404)), ("/nf/9.html", Reply(p.home(modern).body, 404)), ("/nf/10.html", shown("404|<p>腾讯公益：404页面 宝贝回家 寻找失踪儿童</p><script src=//qzonestyle.gtimg.cn/qzone/hybrid/app/404/search_children.js></script>", 1, 404)), ("/nf/11.html", shown("出错|<p>系统升级后原链接已失效</p>", 1, 410))],
        "5xx at every visit": [
            ("/sx/1.jsp", Reply("<h1>HTTP Status 500 – 内部服务器错误</h1><p>org.springframework.dao.EmptyResultDataAccessException</p>".encode(), 500)), ("/sx/2.html", Reply(b"<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx/1.18.0</center></body></html>", 502)),
            ("/sx/3.html", Reply(b"<html><head><title>504 Gateway Time-out</title></head><body><center><h1>504 Gateway Time-out</h1></center></body></html>", 504)), ("/sx/4.html", Reply(b"<h1>Service Unavailable</h1><hr><p>HTTP Error 503. The service is unavailable.</p>", 503)), ("/sx/5.aspx", Reply("<title>运行时错误</title><h1>“/”应用程序中的服务器错误。</h1><h2>运行时错误</h2>".encode(), 500)), ("/sx/6.php", Reply(b"", 500)),
        ],
        "no answer": [("/na/1.html", Reply(wait=NEVER)), ("/na/2.html", Reply(raw=b"", then="reset")), ("/na/3.html", Reply(raw=b""))],
        "home instead": [("/hm/1.html", p.moved("/")), ("/hm/2.shtml", p.moved("/index.html", 301)), ("/hm/3.html", Reply(b"<script>window.location.href='/';</script>")), ("/hm/4.html", Reply(b"<html><head><meta http-equiv='refresh' content='0;url=/index.html'></head></html>")), ("/hm/2014/t20140301_5.html", p.home())],
        "an error page instead": [("/er/1.html", p.moved("/error.html")), ("/er/2.html", p.moved("/404.html", 301)), ("/er/3.aspx", p.moved("/errors/404.aspx?aspxerrorpath=/er/3.aspx")), ("/er/4.html", Reply(b"<script>location.replace('/404.html')</script>")), ("/er/5.html", Reply(b"<meta http-equiv=refresh content='0; url=/error.html'>")), ("/er/6.html", p.moved("/er/nothing.html"))],
        "round and round": [("/rr/1.html", p.moved("/rr/2.html", 301)), ("/rr/2.html", p.moved("/rr/1.html", 301)), ("/rr/3.html", p.moved("http://old-yuanpu.invalid/3.html")), ("/rr/4.html", p.moved("http://127.8.7.6:9/4.html", 301))],
    }
    # fmt: on
    a.pages |= {
        "/error.html": shown("错误|<p>您访问的页面出错了</p>", 1),
        "/404.html": shown("404|<p>页面没有找到</p>", 0),
        "/errors/404.aspx?aspxerrorpath=/er/3.aspx": shown("提示|<p>您所请求的页面不存在</p>", 1),
    }  # fmt: skip
    for truth, kinds in (("alive", alive), ("dead", dead)):
        for kind, rows in kinds.items():
            world.add(kind, truth, a, rows)
    world.all_of("plainly not there", "dead", a, ("/zwgk/2009/t20090101_1.html", "/uploadfile/2011/8.doc", "/images/old/b.gif"))  # fmt: skip
    world.cases += [Case("refused at the door", "dead", one) for one in ("http://127.8.7.6:9/", "http://127.8.7.5:9/zwgk/1.html")]  # fmt: skip
    world.cases += [Case("a name nobody knows", "dead", one) for one in ("http://www.yuanpu-nyj.invalid/", "http://lyj.yuanpu.invalid/show.asp?id=3", "https://zwfw.yuanpu.invalid/")]  # fmt: skip


def _files(world: World, a: Host) -> None:
    blob, sorry = "application/octet-stream", shown("|<p>您访问的附件不存在或已被删除</p>", 0).body
    gbk_name = "attachment; filename=申报表.doc".encode("gb18030").decode("latin-1")
    rows = "序号,单位,金额\r\n1,市水利局,32.5\r\n".encode("gb18030")
    # fmt: off
    alive: dict[str, dict[str, Answer]] = {
        "office files": {"1.doc": typed(p.OLE, "application/msword"), "2.xlsx": typed(p.ZIP, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "3.wps": typed(p.OLE, "application/vnd.ms-works"), "4.ofd": typed(p.ZIP, blob), "5.csv": typed(rows, "text/csv"), "6.pdf": PDF},
        "media": {"1.jpg": typed(p.JPEG, "image/jpeg"), "2.png": typed(p.PNG, "image/png"), "3.mp4": typed(b"\0\0\0\x18ftypmp42" + bytes(3000), "video/mp4"), "4.gif": typed(b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;", "image/gif"), "5.rar": typed(b"Rar!\x1a\x07\0" + bytes(2000), "application/x-rar-compressed"), "6.tar.gz": typed(gzip.compress(bytes(4000), mtime=0), "application/x-gzip")},
        "downloads by a program": {"down.jsp?id=7": typed(p.OLE, blob, Content_Disposition=gbk_name), "DownloadServlet?f=9": typed(p.PDF, "application/x-msdownload", Content_Disposition="attachment; filename*=UTF-8''%E5%90%8D%E5%8D%95.pdf"), "file.ashx?g=1c": typed(p.ZIP, "application/x-download")},
        "types that lie": {"1.doc": typed(p.OLE, "text/html"), "2.pdf": typed(p.PDF, "text/plain"), "3.rar": typed(b"Rar!\x1a\x07\0" + bytes(2000), HTML), "4.jpg": typed(p.JPEG, blob)},
        "data": {"list.json": typed('{"code":200,"msg":"success","data":{"total":0,"rows":[]}}'.encode(), "application/json"), "rss.xml": typed("<?xml version='1.0' encoding='gb2312'?><rss version='2.0'><channel><title>沅浦要闻</title></channel></rss>".encode("gb18030"), "text/xml"), "d.json": typed('{"title":"防汛通知","error":0}'.encode(), "text/html")},
    }
    dead: dict[str, dict[str, Answer]] = {
        "files with nothing in them": {"1.pdf": typed(b"", "application/pdf"), "2.doc": typed(b"", "application/msword"), "3.jpg": typed(b"", "image/jpeg")},
        "files that say sorry": {"1.pdf": typed(sorry, HTML), "2.doc": typed("<script>alert('文件不存在！');history.back();</script>".encode("gb18030"), "text/html"), "3.xls": typed("文件已被删除".encode(), "text/plain; charset=utf-8"), "4.jpg": typed(sorry, HTML), "5.zip": typed('{"code":500,"msg":"附件不存在"}'.encode(), "application/json"), "down.do?id=8": typed("找不到指定的文件".encode("gb18030"), "text/html")},
        "files that are the home page": {"1.pdf": p.home(), "2.doc": p.moved("/")},
    }
    # fmt: on
    for truth, kinds in (("alive", alive), ("dead", dead)):
        for number, (kind, files) in enumerate(kinds.items()):
            world.add(kind, truth, a, [(f"/{truth[0]}f{number}/{name}", one) for name, one in files.items()])


def _jumps(world: World, certificates: Certificates) -> None:
    moved, new, safe = world.host(), world.host(), world.host(tls=certificates.context("good"))
    new.pages["/yw/11.html"] = safe.pages["/yw/12.html"] = safe.pages["/yw/13.html"] = news(1)
    moved.pages |= {"/zwgk/": p.listing(5, modern), "/m/7.html": news(3), _utf("/新闻/1.html"): news(2), "/v.html?v=2": news(0)}  # fmt: skip
    # fmt: off
    world.add("to a tidier address", "alive", moved, [("/zwgk", p.moved("/zwgk/", 301)), ("/7.html", p.moved("/m/7.html")), ("/v.html", p.moved("/v.html?v=2")), ("/x/8.html", p.moved("../m/7.html", 307)), ("/9.html", p.moved("/新闻/1.html".encode().decode("latin-1")))])
    world.add("to another host", "alive", moved, [("/yw/11.html", lambda _: p.moved(JUMPS[id(new)] + "/yw/11.html", 301)), ("/yw/12.html", lambda _: p.moved(JUMPS[id(safe)] + "/yw/12.html", 301)), ("/yw/13.html", lambda _: p.moved(JUMPS[id(safe)] + "/yw/13.html", 308))])
    world.add("four steps", "alive", moved, [("/s/4", p.moved("/s/3")), ("/s/3", p.moved("/s/2", 301)), ("/s/2", p.moved("/s/1", 303)), ("/s/1", p.moved("/m/7.html"))])
    world.add("stubs that send on", "alive", moved, [("/ywyw.html", Reply(b"<html><head><meta http-equiv=\"Refresh\" content=\"0;URL=./zwgk/\"></head></html>")), ("/tz.htm", Reply("<html><head><title>跳转</title></head><body>页面跳转中，请稍候<script>window.location.href='/m/7.html';</script></body></html>".encode())), ("/zt.htm", Reply(b"<script language=javascript>top.location='/zwgk/'</script>"))])
    world.add("the home page by another name", "alive", moved, [("/default.htm", p.moved("/", 301)), ("/index.htm", p.moved("/index.html"))])
    # fmt: on
    for kind in ("wrong host", "expired", "self-signed"):
        world.add(f"certificate: {kind}", "alive", world.host(tls=certificates.context(kind)), [("/yw/14.html", news(3))])  # fmt: skip


def _hosts(world: World) -> None:
    """Hosts by what they do with a wrong address, a living page beside it."""
    home = p.home(modern)
    # fmt: off
    missing: dict[str, Answer] = {
        "sends home": p.moved("/"), "sends home for good": p.moved("/index.html", 301), "shows its home page": home, "sends to /404.html": p.moved("/404.html"), "says it at 200": shown("提示|<p>没有找到您访问的页面</p>", 0),
        "goes home by refresh": Reply(b"<meta http-equiv='refresh' content='0;url=/'>"), "sends nothing": Reply(b""), "falls over": Reply("<h1>服务器内部错误</h1>".encode(), 500),
    }
    # fmt: on
    for number, (name, answer) in enumerate(missing.items()):
        host = world.host(answer)
        host.pages |= {"/": home, "/index.html": home, "/404.html": shown("404|<p>页面不存在</p>", 1)}
        world.all_of(f"host that {name}", "dead", host, (_PLACES[number % 7].format(812),))
        world.add("well, on a host without 404", "alive", host, [(_PLACES[(number + 1) % 7].format(99021), news(number))])  # fmt: skip
