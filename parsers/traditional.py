"""Traditional characters of error pages in their simplified form, so that each apology need be known in one only."""

import re

# Error pages in Taiwan's and Hong Kong's spelling, and portals' own traditional versions.
_SIMPLER = str.maketrans(
    "頁網訪問無誤錯檔鏈連結刪見尋請內資訊開啟過來務聯繫絡時間點擊個們對這該統異顯標題說錄據專閱讀暫後處運員達為輸關鍵詞門戶參數庫體審確沒攔牆維護驗證碼頻權陸斷鎖環險檢測塊圖幣禦擁擠離繫’",
    "页网访问无误错档链连结删见寻请内资讯开启过来务联系络时间点击个们对这该统异显标题说录据专阅读暂后处运员达为输关键词门户参数库体审确没拦墙维护验证码频权陆断锁环险检测块图币御拥挤离系'",
)
_IS_TRADITIONAL = re.compile(f"[{''.join(map(chr, _SIMPLER))}]")
_TRADITIONAL = (
    ("伺服器", "服务器"),
    ("连结", "链接"),
    ("档案", "文件"),
    ("瀏覽", "浏览"),
    ("移動", "移动"),
    ("您所查询", "您查询"),
)


def simpler(text: str) -> str:
    """Traditional characters and terms of error pages in their simplified form; nothing else is converted.

    >>> simpler("找不到網頁")
    '找不到网页'
    """
    if not _IS_TRADITIONAL.search(text):
        return text
    text = text.translate(_SIMPLER)  # and the typographer's apostrophe
    for there, here in _TRADITIONAL:
        text = text.replace(there, here)
    return text
