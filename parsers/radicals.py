"""Radicals that stand where the character should: ⽹站 for 网站.

A PDF keeps glyphs, and a font that draws the radical and the character alike lets its writer name the wrong one
(Chromium's PDFs, and pages pasted from them). Unicode, blocks 2E80-2EFF and 2F00-2FDF.
"""

import unicodedata

# The supplement has no compatibility mapping; of EquivalentUnifiedIdeograph.txt what is written as a character of its own.
_SUPPLEMENT = str.maketrans(
    "⺁⺇⺎⺒⺝⺟⺠⺧⺩⺫⺬⺮⺶⻁⻄⻅⻆⻉⻋⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳⻑⻲",
    "厂几兀巳月母民牛王目示竹羊虎西见角贝车长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟長亀",
)
_CHARACTERS = _SUPPLEMENT | {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
RADICALS = frozenset(map(chr, _CHARACTERS))


def spelled_out(text: str) -> str:
    """The text with characters for radicals, one for one.

    >>> spelled_out("⼀、⻔户⽹站⾸⻚")
    '一、门户网站首页'
    """
    return text.translate(_CHARACTERS)
