"""Addresses made canonical, and lists of portals read from files."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xuncha.errors import Mistake
from xuncha.portals import home_url, read_list


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("www.Example.GOV.cn", "http://www.example.gov.cn/"),
        ("https://example.gov.cn:443", "https://example.gov.cn/"),
        ("http://example.gov.cn:8080/a?b=1#c", "http://example.gov.cn:8080/a?b=1"),
        ("http://中国.政务/", "http://xn--fiqs8s.xn--zfr164b/"),
        ("http://[::1]:8080", "http://[::1]:8080/"),
        ("http://zwgk_new.example.gov.cn", "http://zwgk_new.example.gov.cn/"),
    ],
)
def test_home_page_addresses_become_canonical(text: str, address: str) -> None:
    assert home_url(text) == address


@pytest.mark.parametrize(
    "text",
    ["", "http://", "ftp://example.gov.cn", "not a url", "http://a..b/", "javascript:alert(1)", "http://x:99999/"],
)
def test_what_is_no_address_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Mistake, match=r"example\.gov\.cn"):
        home_url(text)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_a_mistake_and_canonical_is_stable(text: str) -> None:
    try:
        address = home_url(text)
    except Mistake:
        return
    assert home_url(address) == address


def test_csv_and_yaml_give_the_same_list(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("url,name,organ\na.gov.cn,甲县,government\nb.gov.cn,,\n", encoding="utf-8-sig")
    (tmp_path / "a.yml").write_text(
        "portals:\n  - {url: a.gov.cn, name: 甲县, organ: government}\n  - b.gov.cn\n", encoding="utf-8"
    )
    from_csv, from_yaml = read_list(tmp_path / "a.csv"), read_list(tmp_path / "a.yml")
    assert [(item.home_url, item.name, item.organ) for item in from_csv] == [
        (item.home_url, item.name, item.organ) for item in from_yaml
    ]
    assert from_csv[0].organ == "government"
    assert from_csv[1].name is None


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("no-header.csv", b"http://a.gov.cn/\n", "url"),
        ("bad-line.csv", b"url\na.gov.cn\nnot a url\n", "bad-line.csv:3"),
        ("organ.csv", b"url,organ\na.gov.cn,city\n", "government"),
        ("empty.csv", b"url\n", "empty.csv"),
        ("gbk.csv", "url,name\na.gov.cn,政府\n".encode("gbk"), "UTF-8"),
        ("broken.yml", b"portals: [a, {", "broken.yml"),
        ("scalar.yml", b"just words", "portals"),
    ],
)
def test_a_wrong_list_is_refused_whole_and_the_place_is_named(
    tmp_path: Path, name: str, body: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(body)
    with pytest.raises(Mistake, match=said):
        read_list(tmp_path / name)


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match=r"gone\.csv"):
        read_list(tmp_path / "gone.csv")
