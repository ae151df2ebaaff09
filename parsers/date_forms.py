"""The shapes in which Chinese portals write dates, as patterns with the groups y, m, d, half, hour, minute, second."""

import re

# One character for one, so that positions stay true: full-width digits and marks, U+2236 RATIO, the zeros 〇 and ○.
PLAIN = str.maketrans(
    "０１２３４５６７８９：∶︰﹕／－–—−‐‑．年月日号號時点點分﹣Ｏ○◯零",
    "0123456789::::/------.年月日日日时时时分-〇〇〇〇",
)
TIME = (
    r"(?:[\sT,]*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?[\s-]*(?P<half>上午|下午|中午|晚上)?\s*(?P<hour>[01]?\d|2[0-4])"
    r"\s*[:时]\s*(?P<minute>[0-5]\d)(?!\d)\s*分?(?:\s*:?\s*(?P<second>[0-5]\d)(?!\d)秒?)?)?"
)
FULL = re.compile(
    r"(?<![\d.])(?P<y>(?:19|20)\d\d)\s*(?P<sep>[-/.年])\s*(?P<m>\d{1,2})\s*(?:(?P=sep)|月)\s*(?P<d>\d{1,2})(?!\d)\s*日?"
    + TIME
)
HAN_DIGITS = "〇一二三四五六七八九"
HAN = re.compile(
    r"(?P<y>[一二][〇一二三四五六七八九]{3})\s*年\s*(?P<m>元|正|[一二三四五六七八九十]{1,2})\s*月"
    r"\s*(?P<d>[一二三四五六七八九十廿卅]{1,3})\s*日" + TIME
)
# Day or month first, year last: 06/02/2022. Read only when one order is possible or the address agrees with one.
TURNED = re.compile(r"(?<![\d/])(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?!\d)" + TIME)
# A calendar leaf: the day in large beside year and month, or month and day beside the year.
LEAF = (
    re.compile(r"(?P<d>\d{1,2})日?\s+(?P<y>20\d\d)\s*[-/.年]\s*(?P<m>\d{1,2})月?"),
    re.compile(r"(?P<y>20\d\d)\s*[-/.年]\s*(?P<m>\d{1,2})月?\s+(?P<d>\d{1,2})日?"),
    re.compile(r"(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})日?\s+(?P<y>20\d\d)年?"),
    re.compile(r"(?P<y>20\d\d)年?\s+(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})日?"),
)
SHORT_YEAR = re.compile(
    r"[\[(【]?\s*(?P<y>\d\d)\s*(?P<sep>[-/.年])\s*(?P<m>\d{1,2})\s*(?:(?P=sep)|月)\s*(?P<d>\d{1,2})日?\s*[\])】]?"
)
NO_YEAR = re.compile(r"[\[(【]?\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})日?\s*[\])】]?" + TIME)
AGO = re.compile(
    r"(?P<n>\d{1,3}|[一两二三四五六七八九十半])\s*个?(?P<unit>秒钟?|分钟?|小时|天|日|周|星期|月|年)(?:之?前)"
)
NEAR_DAY = re.compile(r"(?P<day>今天|昨天|前天)" + TIME)
NEAR_DAYS = {"今天": 0, "昨天": 1, "前天": 2}

# What stands before or after a date of a period, of a deadline, of the clock or of a copyright line.
NOT_BEFORE = re.compile(
    r"(?:自|从|由|至|到|截至|截止|直至|起始|今天是|今日是|现在是|当前时间|北京时间|今天|今日"
    r"|©|copyright|版权所有|[~～]|\d\s*-)"
    r"(?:时间|日期)?[\s:]*$",
    re.I,
)
NOT_AFTER = re.compile(r"^\s*(?:起|至|到|以来|[~～]|-+\s*(?:19|20)?\d{2,4}\s*[-/.年]|止|之?前|以前|期间)")
ADDRESS = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/_](?P<m>\d{1,2})[-/_](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/_]?(?P<m>0\d|1[0-2])[-/_]?(?P<d>[0-2]\d|3[01])(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>20[0-3]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])\d{6}(?!\d)"),
)
ADDRESS_MONTH = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)[-_]?(?P<m>0[1-9]|1[0-2])(?=/|$)"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>0?[1-9]|1[0-2])(?=/|$)"),
)
ADDRESS_YEAR = re.compile(r"/(?P<y>(?:19|20)\d\d)(?=/|$)")
