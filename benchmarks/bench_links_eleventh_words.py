"""What the pages of the eleventh batch say: those that are there, those that are gone, and what stands in a portal's place."""

from benchmarks.bench_links_eleventh_walls import Wall
from benchmarks.bench_links_server import HTML

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
# fmt: on
