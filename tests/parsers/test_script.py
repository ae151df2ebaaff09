"""Simplified, traditional, mixed or none; and the way to simplified, which leaves simplified text alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.script import script_of, simplify
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
