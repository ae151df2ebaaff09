"""Who makes walls, as their pages name them: a name in words proves nothing, but a name and a deed do."""

import re

# Where makers' names stand in words; an article, a tender or a seal in the foot names them too.
NAMES = re.compile(
    r"D盾|D_Safe|护卫神|智创|WTS-WAF|绿盟|NSFOCUS|天清|启明星辰|TopWAF|天融信|深信服|sangfor|山石网科|hillstone|盛邦|RayWAF|webray|网神|SecWAF|奇安信|南墙|uuWAF|蓝盾|铱讯|玄武盾|明御|安恒|安域|网防\s?G01|"
    r"长亭|雷池|safeline|安全狗|云锁|安全宝|云盾|星盾|御盾|天盾|护盾|网盾|堡塔|宝塔|知道创宇|创宇盾|加速乐|天翼云|移动云|联通云|京东云|JDCloud|华为云|腾讯云|阿里云|百度智能云|金山云|火山引擎|浪潮云|网宿|白山云|又拍云|七牛|UCloud|UEWAF|蓝汛|帝联|"
    r"GoEdge|cdnfly|牵星|OpenRASP|ModSecurity|mod_security|naxsi|Safe3|FortiWeb|FortiGate|Barracuda|NetScaler|Radware|Sucuri|Wordfence|Akamai|CloudFront|edgeone|Wallarm|Imunify360|[A-Za-z]{0,12}WAF\b|(?:Web)?应用(?:安全)?(?:防火墙|防护|网关)|"
    r"防篡改|入侵防[护御]|(?:网站|网页|主机|服务器)(?:防火墙|防护|卫士|安全)|下一代防火墙|上网行为管理",
    re.I,
)
# What no page does but a wall, whatever else it is: each of these is said of a request or of who sent it.
STOPPED = re.compile(
    r"拦[截下住]|阻[断止挡拦]|封[禁锁停杀堵]|解封|拉黑|黑名单|丢弃|放行|隔离|熔断|命中|触发|不予(?:响应|处理|通过|受理)|拒绝(?:处理|响应|访问|服务|了|请求|连接|继续)?|(?:访问|请求|连接|会话|操作)[^。！\n，,]{0,8}(?:终止|中断|断开|屏蔽|禁止|限制|受限)|(?:终止|中断|断开|屏蔽|禁止|限制|取消)[^。！\n，,]{0,6}(?:访问|请求|连接|会话|IP)|[已被](?:记录|上报)|提交网警|(?:request|access|ip)\b[^.\n]{0,20}\b(?:blocked|banned|rejected by)|^\W{0,9}blocked\b",
    re.I,
)
# The servers of walls, as the header Server names them.
SERVERS = re.compile(r"waf|nsfocus|safedog|safeline|safe3|yunsuo|anquanbao|wts/|jdcloudstar|cloudproxy|stgw\b", re.I)
