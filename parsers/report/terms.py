"""Words that mirrors in traditional script put for a report's own: 資訊 for 信息, 檔案 for 文件. Every character keeps its place."""

import re

_SAME_LENGTH = {"资讯": "信息", "讯息": "信息", "入口网站": "门户网站", "透过": "通过", "网路": "网络", "谘询": "咨询"}
_WORDS = re.compile("|".join(_SAME_LENGTH))
_DOCUMENTS = re.compile(r"(?P<kind>规范性|主动公开|申请公开|不予公开|政策)档案(?!馆|局|室|管理)")


def mainland(folded: str) -> str:
    """
    >>> mainland("政府资讯3条,入口网站,规范性档案1件,档案馆")
    '政府信息3条,门户网站,规范性文件1件,档案馆'
    """
    return _DOCUMENTS.sub(r"\g<kind>文件", _WORDS.sub(lambda match: _SAME_LENGTH[match[0]], folded))
