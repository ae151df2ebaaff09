"""The last look at a stub that would be called alive: does it speak of nothing but who may come in?

A page below a subject of its own has something to say. What has neither a title of its own nor a frame, and says in one
sentence whose visit it speaks of and that there is a condition to it, stands in front of a page and is none.
"""

import re

from parsers.stance import is_document, tells

_MOST = 100  # characters
# Titles of pages that stand in front of others, of portals, and of nothing.
_NO_SUBJECT = re.compile(
    r"\W*(?:(?:重要|安全|友情|温馨|系统|访问|网站|登[录陆])?(?:提醒|提示|警告|信息)|请稍[候等后].{0,6}|(?:访问|安全|身份|请求|浏览器?|登[录陆]|人机|网站|系统|用户|操作)?(?:验证|校验|检[测查]|拦截|拒绝|禁止|受限|限制|登[录陆]|认证|授权|防护|维护|升级|异常|控制|确认)(?:中|页面?|提示|访问)?|未授权.{0,4}|防?CC(?:防[护御])?|欢迎访问|系统消息|WAF|访问确认|(?:安全|应用)?网关|停止访问|访问被.{0,4}|client challenge|等候室|排队中?"
    r"|.{0,30}(?:人民政府|门户网站?|政府网站?|信息网|政务网|公众网)|(?:\d{3}\W*)?(?:checking|loading|forbidden|(?:access )?denied|unauthori[sz]ed|restricted|verif\w*|security|attention|just a moment|please wait|blocked|robot|captcha|challenge|sign in|log ?in|error)[\w .!]{0,30}|[\w.-]+\.(?:cn|com|org|net)|\d{3})?\W*",
    re.I,
)
_VISIT = re.compile(
    r"您|你(?!好)|访客|来访者|访问|浏览|请求|用户|登[录陆]|网站|本站|站点|本页|网页|页面|栏目|本?内容|系统|浏览器|网络|授权|IP|cookie|javascript|源站|来源|盗链|排号|到访|首次|功能|资源|令牌|签名|Referer|token|暂停服务|目录|终端|证书|并发|\b(?:you|your|access|visit|request|browser|site|page|unauthori[sz]ed|login|client|human|connection)\b",
    re.I,
)
# Nothing that befalls a page: what is gone, wrong or broken is an apology.
_CONDITION = re.compile(
    r"禁止|受?限制|受限|仅[限支供对允向]|只[有能限允支对向供开]|不(?:被)?(?:允许|接受|支持)|不得|拒绝|谢绝|屏蔽|阻|拦|封|未(?:经)?(?:授权|认证|许可)|未(?:能)?通过|(?:无权|没有权限|需要?[^。！\n，,]{0,6}权限|权限[^。！\n，,]{0,3}(?:不足|不够|受限))|需要?[^。！\n，,]{0,8}(?:登[录陆]|验证|校验|授权|认证|确认)|校验|验证|核验|人机|机器人|排队|频率|频繁|次数|上限|错峰|自我保护|名单|盗链|代理|VPN|信誉|自动退出|重新(?:进入|登[录陆])|停机|关站|安全|防护|保护|盾|攻击|威胁|高危|脚本|JavaScript|Cookie|令牌|连接数|并发|许可|内核|加固|等[候待]|第\s*\d+\s*位|扫码|扫一扫|App\b|移动端|手机|客户端|微信|测试|进入网站|盗链|受控|流控|证书|暂不|关闭外|校验失败"
    r"|请[^。！\n，,]{0,6}(?:验证|开启|启用|允许|更换|换用|改用|登[录陆]|勾选|拖动|滑动|旋转|解锁)|not (?:be )?(?:allowed|permitted|authori[sz]ed)|denied|unauthori[sz]ed|forbidden|restricted|blocked|limit|robot|\bbots?\b|turn (?:on )?(?:javascript|cookies)|enable|verif|human|in line|queue|log ?in|sign ?in|permission|prohibited|disabled|threat|whitelist|challenge|风控",
    re.I,
)
# What is said to whoever stands before a gate, of a gate or not; and what is said of gates alone.
_ADDRESSED = re.compile(r"请|已|被|不|未|暂|无[法权需]|须|需|才能|方可|继续|稍")
_GATE = re.compile(
    r"验证码|排队|停服|暂停对外|阅读权限|风控|越权|user-?agent|滑块|旋转[^。]{0,4}图|session validation", re.I
)
_SENTENCE = re.compile(r"[。！!；;\n?？…~～]+")


def names_condition(said: str) -> bool:
    """
    >>> names_condition("请完成验证"), names_condition("操作成功")
    (True, False)
    """
    return _CONDITION.search(said) is not None


def keeps_out(title: str, said: str, *, is_page: bool = True) -> bool:
    """Whether a page of this title (the element's, not a heading's) that says this, and no rule knows, is a wall's.

    `is_page`: it is no outage's by its status; then any sentence to the visitor will do.

    >>> keeps_out("", "今日访问次数已用完"), keeps_out("公园限流", "今日访问次数已用完"), keeps_out("", "详见附件")
    (True, False, False)
    """
    said = said.strip()
    if not said or len(said) > _MOST or not _NO_SUBJECT.fullmatch(title) or is_document("", said) or tells(said):
        return False
    if is_page and _GATE.search(said):
        return True
    return any(
        _VISIT.search(one) and (_CONDITION.search(one) or (is_page and _ADDRESSED.search(one)))
        for one in _SENTENCE.split(said)
    )
