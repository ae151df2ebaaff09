"""The name of a list's item: without who publishes it, where, and the words around it."""

import re

from parsers.report.clauses import Clause
from parsers.report.grammar.chains import opens_chain
from parsers.report.names import is_agency, is_channel, item_name
from parsers.report.reading import State

_DOER = re.compile(  # 2010年我镇在某某网公开了机构职能信息2条,政策法规信息0条: the first of the list
    r"^(?=[^、]*(?:在|通过|依托|利用|[我本全][局镇乡委办院厅县市区]|全年|今年|20\d\d))[^、]{2,40}?(?:公开|发布|公布|上传|公示)(?:了|出)?(?!(?:政府)?信息(?!公开)|公告|公示|[网”]|栏|专栏|平台|目录|指南|数)(?=[^、]{2,16}$)"
)
_ON_SITE = re.compile(  # 县政府网站“信息公开”专栏公布政府文件143件: the first of the list
    r"^(?=[^、]{0,24}(?:网站?|主页|平台|专栏|栏目|公众号|公开栏))[^、]{3,30}(?:网站?|主页|平台|专栏|栏目|公众号|公开栏)(?:上)?(?:主动)?(?:公布|公开|发布)了?(?!(?:政府)?信息|网|栏|专栏|平台|目录|指南|数)(?=[^、]{2,16}$)"
)
_PUT_OUT = re.compile(
    r"^(?:其中,?)?(?:重点(?!领域)|主要|集中)?共?(?:(?:转载|发布|公开|公布|整理|更新|新增|公示(?!公告|类|信息|栏)|、)+)(?!指南|目录|年报)[的了]?(?=[^,;]{2,})"
)
_OWN_VERB = re.compile(r"^[我本][局镇乡委办院厅](?:共|主动)*公开了?")
_LABEL = re.compile(r"^[^、]*(?:栏目|类别|内容|领域)(?:依次|分别|主要)?(?:为|是|有|包括|涉及|涵盖|:)(?=[^、]{2,14}$)")


def without_doer(words: str, clause: Clause, state: State) -> str:
    """The item without who publishes it and where, which stand in front of the first of a list."""
    is_kind = re.search(r"类(?:的)?(?:信息|文件)?$", words) is not None
    words = re.sub(r"^[一二三四五]是(?=公开|发布)|^[^、]{2,14}?--+(?=.)", "", words)
    if opens_chain(clause, total_is_near=True):
        words = _ON_SITE.sub("", _DOER.sub("", words))
    is_kind |= words.startswith(("其中", "公开", "公布", "发布", "重点公", "主要公"))
    is_kind |= state.last is not None and state.last.list_kind == "category"
    return _PUT_OUT.sub("", words) if is_kind and not is_channel(words) else words  # 其中转载规范性文件14件


def cleaned(words: str) -> str:
    """The item's name without the words around it."""
    name = re.sub(
        r"^.*(?:政府信息|目录)中(?=.{2})|^(?:纳入|列入)|(?<=类)公开$", "", item_name(_OWN_VERB.sub("", words))
    )
    if is_agency(name):
        name = re.sub(r"^.{2,12}(?:的是|的有|依次是|分别是)(?=.{2,12}$)", "", name)
    name = _LABEL.sub("", name)
    name = re.sub(r"(.{2})(?:更新|均)$", r"\1", name)
    name = re.sub(r"(.{3})(?:转发|播报|刊播|播发|登载)$", r"\1", name)
    name = re.sub(r"(?<=.{2})方面(?:公开|发布|共)*$", "", name)
    return re.sub(r"^.{0,4}(?:乡镇|部门|单位|街道|镇街|县区|机关)中(?=.{2,}$)", "", name)
