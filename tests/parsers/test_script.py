"""Simplified, traditional, mixed or none; and the way to simplified, which leaves simplified text alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.script import Change, localize, script_of, simplify
from tests.support import FIXTURES


def seed(name: str) -> str:
    return (FIXTURES / f"seeds/{name}").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("政府信息公开工作年度报告", "hans"),
        ("政府資訊公開年度報告", "hant"),
        ("这里一半，這裡一半；报告，報告", "mixed"),
        ("人口", "hans"),
        ("Report 2024", "none"),
        ("", "none"),
    ],
)
def test_script_of(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("name", "script"),
    [("000.txt", "hans"), ("001.txt", "hans"), ("002.txt", "hant"), ("003.restored.txt", "hant"), ("004.txt", "hans")],
)
def test_script_of_real_reports(name: str, script: str) -> None:
    assert script_of(seed(name)) == script


def test_traditional_text_becomes_simplified() -> None:
    assert (
        simplify("現將我縣後續工作報告如下：發布規範性文件37件\n乾隆年間，皇后")
        == "现将我县后续工作报告如下：发布规范性文件37件\n乾隆年间，皇后"
    )
    assert script_of(simplify(seed("003.restored.txt"))) == "hans"


@pytest.mark.parametrize(
    "text", ["著名学者编著，乾隆年间，瞭望，于右任，后羿，里程，干部", seed("000.txt"), seed("004.txt")]
)
def test_simplified_text_is_left_alone(text: str) -> None:
    assert simplify(text) == text


@given(st.text(max_size=100))
def test_simplifying_twice_changes_nothing_more(text: str) -> None:
    once = simplify(text)
    assert simplify(once) == once


def test_taiwan_phrases_become_the_mainlands_and_each_change_is_told() -> None:
    text, changes = localize("按照程式上傳檔案，請見入口網站。")
    assert text == "按照程序上傳文件，請見門戶網站。"
    assert changes == (
        Change(2, 4, "程式", "程序"),
        Change(6, 8, "檔案", "文件"),
        Change(11, 15, "入口網站", "門戶網站"),
    )


@pytest.mark.parametrize("text", ["市檔案局的人事檔案", "档案馆", "解方程式", "政府信息公开", ""])
def test_mainland_words_stay(text: str) -> None:
    assert localize(text) == (text, ())


@given(st.text(alphabet="檔案程式資訊网路局a，", max_size=40))
def test_each_change_can_be_taken_back(text: str) -> None:
    localized, changes = localize(text)
    for change in reversed(changes):
        assert localized[change.start : change.end] == change.after
        localized = localized[: change.start] + change.before + localized[change.end :]
    assert localized == text


def test_what_a_mirror_converted_by_phrase_comes_back() -> None:
    before = {change.before for change in localize(seed("002.txt"))[1]}
    assert {"檔案", "程式"} <= before
