"""Damage and its repair: each family on text it was not built from, whole documents, single cells, and sound text."""

import random
import re
from collections.abc import Callable
from difflib import SequenceMatcher
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from benchmarks.bench_charset_damage import folded, garbled, garbled_truth
from benchmarks.bench_charset_texts import clean_texts, sentences
from parsers.mojibake import repair
from tests.support import FIXTURES

SEEDS = {
    name: (FIXTURES / f"seeds/{name}.txt").read_text(encoding="utf-8") for name in ("000", "001", "002", "003", "004")
}
SENTENCES = [
    sentence.strip()
    for name in ("000", "001", "004")
    for sentence in re.split("(?<=[。；])", SEEDS[name])
    if len(re.findall("[一-鿿]", sentence)) >= 8
]
HAN = re.compile("[一-鿿]")


def western(body: bytes) -> str:
    """As a browser reads windows-1252, whose five holes are controls."""
    return "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in body)


S2T = OpenCC("s2t")


def traditional(text: str) -> str:
    return S2T.convert(text).encode("cp950", "ignore").decode("cp950")


FAMILIES: dict[str, Callable[[str], str]] = {
    "utf8-as-latin1": lambda text: text.encode().decode("latin-1"),
    "utf8-as-cp1252": lambda text: western(text.encode()),
    "gbk-as-latin1": lambda text: text.encode("gb18030").decode("latin-1"),
    "gbk-as-cp1252": lambda text: western(text.encode("gb18030")),
    "utf8-as-latin1, twice": lambda text: text.encode().decode("latin-1").encode().decode("latin-1"),
    "utf8-as-cp1252, twice": lambda text: western(western(text.encode()).encode()),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_that_loses_nothing_comes_back_whole(family: str) -> None:
    for sentence in SENTENCES[::3]:
        repaired = repair(FAMILIES[family](sentence))
        assert repaired.text == sentence
        assert repaired.family is not None
        assert repaired.family.split("-")[0] == family.split("-")[0]
        assert 0 < repaired.damage <= 1


def as_gb18030(text: str) -> str:
    return text.encode().decode("gb18030", "replace")


@pytest.mark.parametrize(
    ("damage", "share"),
    [
        (lambda text: text.encode().decode("gb18030", "replace"), 0.99),
        (lambda text: text.encode().decode("gbk", "replace"), 0.99),
        (lambda text: text.encode().decode("gbk", "replace").replace("\ufffd", "?"), 0.99),
        (lambda text: text.encode("gb18030").decode("big5hkscs", "replace"), 0.98),
        (lambda text: as_gb18030(as_gb18030(text)), 0.98),
    ],
    ids=["utf8-as-gb18030", "utf8-as-gbk", "utf8-as-gbk-with-question-marks", "gbk-as-big5", "utf8-as-gb18030-twice"],
)
def test_a_family_that_loses_bytes_comes_back_around_the_holes(damage: Callable[[str], str], share: float) -> None:
    found = total = 0
    for sentence in SENTENCES[::3]:
        repaired = repair(damage(sentence))
        blocks = SequenceMatcher(None, sentence, repaired.text, autojunk=False).get_matching_blocks()
        found += sum(len(HAN.findall(sentence[block.a : block.a + block.size])) for block in blocks)
        total += len(HAN.findall(sentence))
        assert {hole.reason for hole in repaired.lost} <= {"undecodable-bytes", "guessed-byte"}
        holes = [hole for hole in repaired.lost if hole.reason == "undecodable-bytes"]
        assert sum(hole.end - hole.start for hole in holes) == repaired.text.count("\ufffd")
    assert found / total > share


def test_what_was_guessed_says_so() -> None:
    """信息公开 read as GBK lost three bytes; the characters that fit best stand there, and are marked."""
    damaged = "政府信息公开工作情况的报告".encode().decode("gbk", "replace")
    repaired = repair(damaged)
    guesses = [hole for hole in repaired.lost if hole.reason == "guessed-byte"]
    assert repaired.text.startswith("政府信息公开工作情况的报")
    assert guesses
    assert all(hole.end == hole.start + 1 for hole in guesses)
    assert len(guesses) <= damaged.count("\ufffd")


def test_a_guess_minds_the_digits_and_marks_beside_it() -> None:
    sentence = "根据《办法》第521号，2008年第3条规定，共12件。"
    assert repair(sentence.encode().decode("gbk", "replace")).text == sentence


def test_a_byte_lost_in_the_first_of_two_misreadings_is_guessed_in_the_second() -> None:
    """第 lost a byte before a digit, or became a private character that lost one: its neighbours tell at the end."""
    sentence = "咨询电话：0598年第521号，联系人在3楼"
    repaired = repair(as_gb18030(as_gb18030(sentence)))
    assert repaired.text == sentence
    assert "第" in {sentence[hole.start] for hole in repaired.lost if hole.reason == "guessed-byte"}


def test_a_guess_is_in_the_script_of_its_text() -> None:
    """局 and 屬 differ in the byte that is lost; the text around it is simplified."""
    damaged = "司法局3月工作的报告".encode().decode("gbk", "replace")
    assert "\ufffd" in damaged
    assert repair(damaged).text == "司法局3月工作的报告"


def test_big5_read_as_gbk() -> None:
    for sentence in map(traditional, [one for one in SENTENCES if "\n" not in one]):
        assert repair(sentence.encode("cp950").decode("gb18030", "replace")).text == sentence


PAGE = """<html><head><title>清河县物价局_首页</title></head><body>
<p style="FONT-FAMILY: 仿宋_GB2312; COLOR: black">（市）物价局，本局各部门：</p><script>var d = new Date(); s = d.getDate() + '日';</script>
<td class="w">℃</td><a href="/">首 页</a><td>3℃～8℃</td><a title="第2页">2</a><span>“</span><b>五大机制</b><span>”</span>
<input value="检 索"><li>关于表彰优秀价格研究成果的通报</li><li>下一页</li><p>发布机构：清河县物价局　日期：2017年12月1日</p></body></html>
"""


@pytest.mark.parametrize(
    "misread",
    [
        lambda text: text.encode().decode("latin-1"),
        lambda text: text.encode().decode("latin-1").encode().decode("latin-1"),
        lambda text: text.encode("gb18030").decode("latin-1"),
    ],
    ids=["utf8-as-latin1", "twice", "gbk-as-latin1"],
)
def test_in_a_page_that_was_misread_every_cell_comes_back(misread: Callable[[str], str]) -> None:
    """Also single words between tags and in attributes, which prove nothing by themselves."""
    assert repair(misread(PAGE)).text == PAGE


def test_a_traditional_page_read_as_gbk_comes_back_to_the_last_cell() -> None:
    page = traditional(PAGE.replace("℃", "度").replace("～", "至"))
    assert repair(page.encode("cp950").decode("gb18030", "replace")).text == page


@pytest.mark.parametrize("word", ["某", "小", "却", "管理", "散", "！", "前", "身 "])
def test_a_sound_word_among_misread_ones_stays(word: str) -> None:
    """Its bytes would make a letter or a rarer character in the encoding that the page was misread in."""
    cells = [f"<td>{sentence}</td>" for sentence in SENTENCES if "\n" not in sentence][:30]
    sound = f"<td>{word}</td>"
    for damage in (as_gb18030, lambda text: text.encode("gb18030").decode("big5hkscs", "replace")):
        assert sound in repair("\n".join([*map(damage, cells), sound])).text


def test_a_closing_bracket_is_guessed_where_one_is_open() -> None:
    titles = "".join(
        f"<li>{n}、《{name}》</li>" for n, name in enumerate(("价格评估机制研究", "反垄断执法", "收费政策研究"))
    )
    assert repair(titles.encode().decode("gbk", "replace")).text == titles


def test_only_the_damaged_cell_changes() -> None:
    page = "<table><tr><td>政府信息公开</td><td>鏀垮簻淇℃伅鍏\ue100紑</td></tr></table>\n机构职能 Café 𠮷野家"
    repaired = repair(page)
    assert repaired.text == page.replace(
        "鏀垮簻淇℃伅鍏\ue100紑", repaired.text[len("<table><tr><td>政府信息公开</td><td>") :].split("<")[0]
    )
    assert "政府信息公" in repaired.text
    assert [one.kind for one in repaired.repairs] == ["utf8-as-gbk"]


def test_what_is_lost_is_marked_and_the_rest_kept() -> None:
    repaired = repair("通知：锟斤拷锟斤拷会议定于周一，烫烫烫烫，请�按时参加")
    assert repaired.text == "通知：锟斤拷锟斤拷会议定于周一，烫烫烫烫，请�按时参加"
    assert [(repaired.text[hole.start : hole.end], hole.reason) for hole in repaired.lost] == [
        ("锟斤拷锟斤拷", "replacement-read-as-gbk"),
        ("烫烫烫烫", "uninitialised-memory"),
        ("�", "undecodable-bytes"),
    ]
    assert repaired.damage > 0


def test_a_byte_lost_long_ago_is_put_back_in_step() -> None:
    """A real article's sentence, misread one byte off when it was archived."""
    damaged = (
        "裴逸群表示\ue0de挥芯\ue132\ue426哟ビ肫し舨馐裕\ue0e6\ue370遣恢"
        "\ue014滥俏幌\ue364颜呤欠袷鞘褂肧K-II产品而出现皮肤问题"
    )
    assert (
        repair(damaged).text
        == "裴逸群表示�没有经过接触与皮肤测试，他们不知道那位消费者是否是使用SK-II产品而出现皮肤问题"
    )


def test_the_annotated_seed_is_restored_whole() -> None:
    restored = (FIXTURES / "seeds/003.restored.txt").read_text(encoding="utf-8")
    repaired = repair(SEEDS["003"])
    assert repaired.text == restored
    assert repaired.lost == ()
    for one in repaired.repairs:
        assert repaired.text[one.start : one.end] == one.after


SOUND = [
    "银行(háng)里有一行(xíng)人，还(huán)书还(hái)钱。",
    "朱镕基、李喆、㐂、𠮷、䶮，以及\ufa0e；（全角）“引号”——破折号……！？",
    "Café à la crème, naïve façade, Ærøskøbing, Straße, €5 – “quoted” …",
    "縣政府資訊公開：依《政府資訊公開法》規定，主動公開預算書。",
    "情報公開制度は、国民に開かれた行政の実現を図るためのものです。",
    "정보공개 제도는 국민의 알권리를 보장합니다.",
    "var a = '\\u4e2d'; // ¶ § © ® ° ± ² ³ µ · × ÷",
    "😀👨‍👩‍👧‍👦 ①②③ ㈠ ㎡ ℃ № ™ ⅣⅢ α β γ",
    "<a href='?id=1&amp;b=2'>附件１：２０２４年度报表．ｘｌｓ</a>",
]


@pytest.mark.parametrize("text", [*SOUND, *(SEEDS[name] for name in ("000", "001", "002", "004"))])
def test_sound_text_is_never_touched(text: str) -> None:
    repaired = repair(text)
    assert (repaired.text, repaired.damage, repaired.repairs, repaired.family) == (text, 0.0, (), None)


def test_no_single_sentence_is_touched_in_either_script() -> None:
    for sentence in SENTENCES:
        assert repair(sentence).text == sentence
        assert repair(traditional(sentence)).text == traditional(sentence)


def test_no_sound_text_of_any_kind_is_touched() -> None:
    """Simplified, traditional, other languages, code, tables, rare names, emoji: the benchmark asks ten thousand."""
    assert [text for text in clean_texts(800, seed=1) if repair(text).text != text] == []


@pytest.mark.parametrize(
    "text",
    [
        "兰蔻特供晚霜￥49",  # was once taken for Big5 read as GBK three times over
        "盱眙县、鄄城县、郯城县、歙县、黟县、溆浦县",
        "問：條件是什麼?答：具有涪陵區戶籍",
        "空格用&amp;nbsp;表示，小于号用&amp;lt;表示",
        "<p>&#25919;&#24220;&nbsp;</p>",
        "if (a &amp;&amp; b) return '&amp;nbsp;&amp;nbsp;';",
    ],
)
def test_what_only_looks_damaged_stays(text: str) -> None:
    assert repair(text).repairs == ()


def test_sentences_garbled_like_the_seed_come_back() -> None:
    rng = random.Random(7)
    pairs = [(garbled_truth(line), garbled(line, rng)) for line in sentences(60, seed=8)]
    damaged = [pair for pair in pairs if pair[0] != pair[1]]
    back = [folded(repair(bad).text) == true for true, bad in damaged]
    assert len(back) > 40
    assert sum(back) / len(back) > 0.9


def test_a_question_mark_beside_a_note_is_not_lost() -> None:
    """The search around a mark must keep the sound reading among so many that are one byte off."""
    damaged = "問(wèn):條(tiáo)件是什麼(me)?答:具有浦東(dōng)新區(qū)戶(hù)籍"
    assert repair(damaged).text == "問:條件是什麼?答:具有浦東新區戶籍"


@pytest.mark.parametrize(
    ("damaged", "true", "family"),
    [
        ("鏀垮簻宸ヤ綔鎶ュ憡.docx", "政府工作报告.docx", "utf8-as-gbk"),
        ("娉曞緥娉曡€佸勾浜轰紭寰呰瘉", "法律法老年人优待证", "utf8-as-gbk"),  # 0x80 is the euro sign in code page 936
        ("ä¸­å›½æ”¿åºœ", "中国政府", "utf8-as-latin1"),
        ("涓轰簡鏇寸編濂界殑鐢熸椿", "为了更美好的生活", "utf8-as-gbk"),  # no character of it is strange by itself
        ("Éú»î ½¡¿µÖªÊ¶", "生活 健康知识", "gbk-as-latin1"),  # a space is a space in GBK
        ("å¹´åº¦æŠ¥å\u2018Š å…¬å¼€", "年度报告 公开", "utf8-as-latin1"),
        ("<p>&amp;nbsp;&amp;nbsp;政府信息</p>", "<p>&nbsp;&nbsp;政府信息</p>", "escaped-entity"),
        ("<p>&amp;#25919;&amp;#24220;</p>", "<p>政府</p>", "escaped-entity"),
        ("&#25919;&#24220;信息", "政府信息", "numeric-entity"),
        ("\uf0b7 加强领导", "• 加强领导", "private-use"),
    ],
)
def test_cells_names_and_leftovers(damaged: str, true: str, family: str) -> None:
    repaired = repair(damaged)
    assert (repaired.text, repaired.family) == (true, family)


@given(
    st.text(
        alphabet=st.sampled_from("政府信息公开年报的，。 a<>/\"'?()āō國縣ä¸é»\ufffd锟斤拷鏀垮簻\ue100\n"), max_size=80
    )
)
@settings(deadline=None)
def test_repairs_say_exactly_what_was_changed(text: str) -> None:
    """Putting `before` back where `after` stands gives the text that came in."""
    repaired = repair(text)
    undone = repaired.text
    for one in reversed(repaired.repairs):
        assert undone[one.start : one.end] == one.after
        undone = undone[: one.start] + one.before + undone[one.end :]
    assert undone == text
    assert 0 <= repaired.damage <= 1


@pytest.mark.parametrize(
    "text",
    [
        random.Random(1).randbytes(300_000).decode("latin-1"),
        "?" * 300_000 + "國(guó)關(guān)?ó)政府",
        "\ufffd" * 300_000,
        "&amp;nbsp;" * 50_000 + "政府",
        "".join(random.Random(2).choices("㐂䶮鄄盱眙歙黟", k=100_000)),
    ],
    ids=["binary", "question marks", "lost", "entities", "rare names"],
)
def test_what_cannot_be_repaired_is_given_up_soon(text: str) -> None:
    begun = process_time()
    repair(text)
    assert process_time() - begun < 10


def test_time_grows_with_size_only() -> None:
    begun = process_time()
    repair("鏀垮簻淇℃伅" * 20_000)
    repair("".join(chr(0x4E00 + number * 7919 % 20000) for number in range(60_000)))
    assert process_time() - begun < 60
