"""What an operator meets: mistakes are one line and exit 2, reading commands speak JSON."""

import json
import random
import sqlite3
from pathlib import Path

import pytest

from tests.support import FIXTURES, Xuncha


@pytest.fixture
def xuncha(tmp_path: Path) -> Xuncha:
    return Xuncha(tmp_path / "data")


def test_portals_are_added_listed_and_removed(xuncha: Xuncha) -> None:
    xuncha.done("portals", "add", "www.example.gov.cn", "--name", "清河县", "--organ", "government")
    assert [(row["portal"], row["name"]) for row in xuncha.json("portals", "list")] == [
        ("http://www.example.gov.cn/", "清河县")
    ]
    xuncha.done("portals", "remove", "清河县")
    assert xuncha.json("portals", "list") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("portals", "add", "not a url"), "http://www.example.gov.cn/"),
        (("portals", "add", "ftp://example.gov.cn"), "http://www.example.gov.cn/"),
        (("portals", "import", "gone.csv"), "gone.csv"),
        (("crawl",), "portals add"),
        (("crawl", "nobody"), "portals list"),
        (("judge", "--as-of", "yesterday"), "2026-03-31"),
        (("findings", "--portal", "nobody"), "portals list"),
        (("export", "out", "--format", "docx"), "csv"),
        (("channels", "add", "hook", "nonsense"), "json://"),
        (("channels", "add", "hook", "nosuchscheme://x"), "json://"),
        (("channels", "test", "nobody"), "channels list"),
        (("links", "--from", "gone.txt"), "gone.txt"),
        (("--lang", "fr", "status"), "zh"),
        (("nosuchcommand",), "nosuchcommand"),
        (("portals", "add"), "URL"),
    ],
)
def test_a_mistake_is_one_line_that_says_what_to_do(xuncha: Xuncha, words: tuple[str, ...], said: str) -> None:
    assert said in xuncha.mistake(*words)


def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    xuncha = Xuncha(tmp_path, {"XUNCHA_CRAWL_CONCURRENCY": "many"})
    assert "XUNCHA_CRAWL_CONCURRENCY='many'" in xuncha.mistake("crawl")


def test_a_data_directory_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert str(tmp_path / "file") in Xuncha(tmp_path / "file").mistake("status")


def test_a_database_that_is_none_is_named(xuncha: Xuncha) -> None:
    xuncha.data_dir.mkdir()
    (xuncha.data_dir / "xuncha.db").write_bytes(b"this is no database, but it is long enough to look at" * 50)
    assert "xuncha.db" in xuncha.mistake("status")


def test_a_database_of_a_newer_version_is_refused(xuncha: Xuncha) -> None:
    xuncha.done("status")
    with sqlite3.connect(xuncha.data_dir / "xuncha.db") as database:
        database.execute("UPDATE alembic_version SET version_num = 'from_the_future'")
    assert "newer" in xuncha.mistake("status")


def test_bad_files_are_objects_with_an_error_and_the_others_are_read(xuncha: Xuncha, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "good.txt").write_bytes("政府信息公开工作年度报告".encode("gb18030"))
    result = xuncha(
        "decode", str(tmp_path / "gone"), str(tmp_path / "empty.html"), str(tmp_path / "good.txt"), "--json"
    )
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 2
    assert ["error" in row for row in rows] == [True, True, False]
    assert rows[2]["text"] == "政府信息公开工作年度报告"
    assert rows[2]["encoding"] == "gb18030"


@pytest.mark.parametrize(
    "body", [b"", b"\x00\x01\x02" * 500, b"%PDF-1.4 broken", b"PK\x03\x04 broken", b"<html></html>"]
)
def test_extract_of_what_is_no_report_says_why(xuncha: Xuncha, tmp_path: Path, body: bytes) -> None:
    (tmp_path / "file").write_bytes(body)
    result = xuncha("extract", str(tmp_path / "file"), "--json")
    assert result.returncode == 2
    assert json.loads(result.stdout)["error"]
    assert "Traceback" not in result.stderr


def test_extract_of_a_seed_follows_the_contract(xuncha: Xuncha) -> None:
    (row,) = xuncha.json("extract", str(FIXTURES / "seeds" / "000.txt"))
    assert (row["year"], row["era"]) == (2013, "narrative")
    total = next(metric for metric in row["metrics"] if metric["code"] == "proactive.count" and not metric["dims"])
    assert (total["value"], total["unit"]) == (114530, "条")
    place = total["evidence"]
    assert row["text"][place["start"] : place["end"]] == place["text"]
    assert {check["ok"] for check in row["checks"]} >= {True, False}


def test_help_is_in_chinese_with_english_beside_it(xuncha: Xuncha) -> None:
    text = xuncha.done("--help")
    assert "巡查" in text
    assert "one patrol now" in text


def test_decode_takes_taiwans_phrases_back_only_when_asked(xuncha: Xuncha, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("下載檔案請點入口網站，本站資訊由縣政府提供。", encoding="big5")
    page = str(tmp_path / "page.txt")
    [row] = xuncha.json("decode", page)
    assert "localized" not in row
    assert row["text"].startswith("下載檔案")
    [row] = xuncha.json("decode", page, "--localize")
    assert row["text"].startswith("下載檔案")
    assert row["localized"]["text"].startswith("下載文件請點門戶網站")
    for change in row["localized"]["changes"]:
        assert row["localized"]["text"][change["start"] : change["end"]] == change["after"]
    assert xuncha.done("decode", page, "--localize", "--text").startswith("下載文件")
    assert "檔案" in xuncha.done("decode", page, "--localize")


def test_decode_shows_who_spoke_for_which_encoding(xuncha: Xuncha, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(
        "<meta charset=gb2312><p>政府资讯公开工作年度报告</p>".encode("big5", "ignore")
    )
    [row] = xuncha.json("decode", str(tmp_path / "page.html"), "--content-type", "text/html; charset=utf-8")
    assert row["encoding"] == "big5"
    assert (row["votes"]["header"], row["votes"]["meta"]) == ("utf-8", "gb18030")
    shown = xuncha.done("decode", str(tmp_path / "page.html"), "--content-type", "text/html; charset=utf-8")
    assert "meta=gb2312" in shown


def test_decode_of_a_binary_file_says_what_to_do(xuncha: Xuncha, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(4000))
    result = xuncha("decode", str(tmp_path / "picture.png"))
    assert result.returncode == 2
    assert "xuncha extract" in result.stderr
