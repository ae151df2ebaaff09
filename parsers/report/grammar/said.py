"""Who published what: the words around the verb."""

import re
from dataclasses import dataclass

from parsers.report.grammar.items import PLAIN_VERB, last_match
from parsers.report.grammar.lists import ACTIVE
from parsers.report.names import names_several_kinds

_SITE_GREW = re.compile(r"(?:网站?|平台|专栏|栏目)新增(?!发布|公开|公布)(?=[^,;]{0,6}信息)")
_KINDS_BETWEEN = re.compile(r"主动公开[^,;]*、[^,;]*等(主动公开)")  # 主动公开机构职能、行政许可等主动公开信息474条


@dataclass(frozen=True, slots=True)
class Said:
    """The words around the verb: who or where stands in `doer`, what in `object`."""

    doer: str
    verb: str
    object: str
    active: bool  # 主动公开, not just 公开 or 发布


def said_in(words: str) -> Said | None:
    words = _KINDS_BETWEEN.sub(r"\1", words)
    active = last_match(ACTIVE, words)
    if active:
        object_ = re.sub(r"^(?:并|和|、)?(?:发布|公布|更新|公开(?=政府信息))了?(?=.)", "", words[active.end() :])
        object_ = re.sub(r"^的(?:政府|各类)*信息[中里](?=.{2})", "", object_)
        return Said(words[: active.start()], active[0], object_, True)
    grew = _SITE_GREW.search(words)
    if grew:
        return Said(words[: grew.end() - 2], "发布", words[grew.end() :], False)
    verb = _plain_verb(words)
    if verb is None:
        return None
    object_ = re.sub(r"^[、和及与](?:修订|修改|维护|转发|审核|编辑)了?(?=.*信息)", "", words[verb.end() :])
    return Said(words[: verb.start()], verb[0], object_, False)


def _plain_verb(words: str) -> re.Match[str] | None:
    """The last verb, or the first where a list of kinds is its object: 公开政策解读、财政预决算公开等信息."""
    first = PLAIN_VERB.search(words)
    return first if first and names_several_kinds(words[first.end() :]) else last_match(PLAIN_VERB, words)
