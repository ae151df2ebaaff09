"""The sentences of an annual report that somebody wrote: without tables, without the form's own words, numbers left open."""

import re

_END = re.compile(r"[。！？!?；;\n]+")
_NUMBER = re.compile(
    r"[\d０-９〇○零一二三四五六七八九十百千万亿.,．，%％]*[\d０-９〇○零一二三四五六七八九十百千万亿]+[%％]?"
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_SHORTEST = 16  # Chinese characters; shorter ones (按时答复率100%) are everybody's
# What the law and the formats of 2014, 2019 and 2021 make everybody write.
_FORM = re.compile(
    r"本报告(?:根据|依据|按照|中所列|所列|由|的电子版|电子版|中使用|是)|统计(?:期限|数据|时限)|中华人民共和国政府信息公开条例|第二十条第|信息处理费"
    r"|勾稽关系|如对(?:本)?报告|(?:可|请)(?:在|从|与).{0,40}(?:下载|联系|查阅)|联系电话|邮政?编码?[:：]|地址[:：]|现(?:向社会)?公布|特向社会公布"
    r"|没有(?:需要|其他)|无其他需要|其他需要报告的事项|国务院办公厅"
)


def sentences(text: str) -> dict[str, None]:
    """Each sentence once, in order, with every number as #; lines of tables (cells set apart by tabs) are left out."""
    found: dict[str, None] = {}
    for line in text.split("\n"):
        if "\t" in line:
            continue
        for sentence in _END.split(line):
            plain = _NUMBER.sub("#", "".join(sentence.split()))
            if len(_CHINESE.findall(plain)) >= _SHORTEST and not _FORM.search(plain):
                found[plain] = None
    return found
