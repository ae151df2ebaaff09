"""The charset verdict: declarations that lie, damaged bytes, short texts, other languages, any bytes at all."""

import random
from itertools import permutations
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.charset import Decoded, decode
from parsers.declared import header_label, meta_label
from parsers.encodings import encoding_of
from tests.support import FIXTURES

SIMPLIFIED = (FIXTURES / "seeds/000.txt").read_text(encoding="utf-8")[:3000]
TRADITIONAL = (FIXTURES / "seeds/002.txt").read_text(encoding="utf-8")[:3000]
TEXTS = {"gb18030": SIMPLIFIED, "utf-8": SIMPLIFIED, "big5": TRADITIONAL.encode("cp950", "ignore").decode("cp950")}
SPOILERS = bytes((0x00, 0x20, 0x3F, 0x41, 0x80, 0xA0, 0xB5, 0xE4, 0xFF))


def page(text: str, meta: str | None = None) -> str:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={meta}">' if meta else ""
    return f"<html><head>{head}<title>{text[:20]}</title></head><body><p>{text}</p></body></html>"


def encoded(text: str, encoding: str) -> bytes:
    return text.encode({"big5": "cp950", "iso-8859-1": "cp1252"}.get(encoding, encoding))


@pytest.mark.parametrize("encoding", TEXTS)
def test_an_undeclared_page_is_read_right(encoding: str) -> None:
    text = page(TEXTS[encoding])
    decoded = decode(encoded(text, encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert decoded.source == "detected"
    assert decoded.confidence > 0.99


@pytest.mark.parametrize(("true", "said"), list(permutations(["gb18030", "big5", "utf-8", "iso-8859-1"], 2)))
@pytest.mark.parametrize("where", ["header", "meta", "both"])
def test_a_lie_is_survived(true: str, said: str, where: str) -> None:
    western = "Café résumé naïve: l'été à la française, où tout est déjà prêt. Mañana será otro día. " * 4
    text = page(TEXTS.get(true, western), said if where != "header" else None)
    decoded = decode(encoded(text, true), f"text/html; charset={said}" if where != "meta" else None)
    assert decoded.text == text
    assert decoded.encoding == encoding_of(true)
    assert decoded.source in ("detected", "tie-break")


@pytest.mark.parametrize("encoding", TEXTS)
def test_a_true_declaration_is_the_source(encoding: str) -> None:
    body = encoded(page(TEXTS[encoding], encoding), encoding)
    assert decode(body, f"text/html; charset={encoding}").source == "header"
    assert decode(body, "text/html").source == "meta"


@pytest.mark.parametrize(
    ("codec", "encoding"), [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le")]
)
def test_a_byte_order_mark_beats_what_is_declared(codec: str, encoding: str) -> None:
    decoded = decode(page(SIMPLIFIED, "gb2312").encode(codec), "text/html; charset=big5")
    assert (decoded.text, decoded.encoding, decoded.source) == (page(SIMPLIFIED, "gb2312"), encoding, "bom")


def test_a_mark_that_lies_is_left_out() -> None:
    decoded = decode(b"\xef\xbb\xbf" + page(SIMPLIFIED).encode("gb18030"))
    assert (decoded.text, decoded.encoding) == (page(SIMPLIFIED), "gb18030")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_a_short_text_whose_zero_bytes_mislead(codec: str) -> None:
    assert decode("政府信息公开年度报告".encode(codec)).text == "政府信息公开年度报告"  # 开 is 5F 00


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_without_a_mark(codec: str) -> None:
    assert decode(page(SIMPLIFIED).encode(codec)).text == page(SIMPLIFIED)


def test_seven_bit_encodings() -> None:
    assert decode("政府信息公开, open".encode("hz")).text == "政府信息公开, open"
    shifted = b"\x1b$)A\x0e" + bytes(byte & 0x7F for byte in "政府信息".encode("gb2312")) + b"\x0f ok\n"
    assert decode(shifted).text.endswith("政府信息 ok\n")
    assert decode(b"~{ is no Chinese ~}").encoding == "utf-8"
    assert decode(b"").text == ""


@pytest.mark.parametrize("encoding", TEXTS)
def test_a_few_spoiled_bytes_do_not_change_the_verdict(encoding: str) -> None:
    sound = encoded(page(TEXTS[encoding]), encoding)
    rng = random.Random(3)
    for _ in range(60):
        body = bytearray(sound)
        for _ in range(rng.randint(1, 5)):
            place = rng.randrange(len(body))
            match rng.choice("dio"):
                case "d":
                    del body[place]
                case "i":
                    body.insert(place, rng.choice(SPOILERS))
                case _:
                    body[place] = rng.choice(SPOILERS)
        decoded = decode(bytes(body))
        assert decoded.encoding == encoding
        assert kept(page(TEXTS[encoding]), decoded) > 0.98


def kept(truth: str, decoded: Decoded) -> float:
    """Share of the lines' characters that came out, by bags: a shift of a whole run shows as many strange ones."""
    strange = set(decoded.text) - set(truth)
    return 1 - sum(decoded.text.count(one) for one in strange) / len(truth)


@pytest.mark.parametrize("encoding", TEXTS)
def test_a_cut_anywhere_keeps_the_verdict(encoding: str) -> None:
    sound = encoded(TEXTS[encoding], encoding)
    rng = random.Random(4)
    for _ in range(60):
        start = rng.randrange(len(sound) - 1024)
        assert decode(sound[start : start + 1024]).encoding == encoding


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_a_cut_inside_the_first_character(encoding: str) -> None:
    han = "".join(char for char in TEXTS[encoding] if "一" <= char <= "鿿")[:400]
    decoded = decode(encoded(han, encoding)[1:])
    assert decoded.encoding == encoding
    assert decoded.text.endswith(han[3:])


@pytest.mark.parametrize("encoding", TEXTS)
def test_short_texts(encoding: str) -> None:
    text = "".join(char for char in TEXTS[encoding] if "一" <= char <= "鿿")
    wrong = [
        piece
        for start in range(0, len(text) - 16, 7)
        if decode(encoded(piece := text[start : start + 16], encoding)).text != piece
    ]
    assert not wrong


def test_a_gbk_page_with_a_utf8_footer_is_read_in_pieces() -> None:
    body = page(SIMPLIFIED).encode("gb18030") + "<div>版权所有：某某县人民政府办公室</div>".encode()
    decoded = decode(body, "text/html; charset=gb2312")
    assert decoded.text == page(SIMPLIFIED) + "<div>版权所有：某某县人民政府办公室</div>"
    assert decoded.pieces == 1


def test_a_utf8_page_with_a_gbk_piece_is_read_in_pieces() -> None:
    decoded = decode(page(SIMPLIFIED).encode() + "<div>版权所有：某某县人民政府</div>".encode("gbk"))
    assert decoded.text.endswith("<div>版权所有：某某县人民政府</div>")
    assert (decoded.pieces, decoded.replaced) == (1, 0)


def test_a_big5_page_is_read_by_one_table() -> None:
    """Hong Kong's table and Microsoft's differ in A145; a page with a character of the first is read by it alone."""
    text = "• 丈量數字 • 萬國協作 • 界面翻譯\n項籍者，下相人也，字羽。初起時，年二十四。其季父項梁，梁父即楚將項燕罓"
    assert decode(text.encode("big5hkscs")).text == text


def test_what_follows_a_lost_byte_is_put_back_in_step() -> None:
    sentence = "现将我县政府信息公开工作情况报告如下欢迎社会各界监督批评"
    body = sentence.encode("gb18030")
    assert decode(page(SIMPLIFIED).encode("gb18030") + body[:21] + body[22:]).text.endswith(sentence[11:])


def test_a_late_first_character() -> None:
    text = "<html><script>" + "var a = 1;\n" * 7000 + "</script>" + page(SIMPLIFIED)
    assert decode(text.encode("gb18030")).text == text


def test_the_webs_readings_of_gbk() -> None:
    assert decode(page(SIMPLIFIED).encode("gb18030") + b"<p>\x80</p>\xa3\xa0").text.endswith("<p>€</p>\u3000")


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("정보공개 제도는 국민의 알권리를 보장하고 국정에 대한 국민의 참여와 국정운영의 투명성을 확보한다.", "cp949"),
        ("情報公開制度は、国民に開かれた行政の実現を図るためのものです。くわしくはこちらをごらんください。", "cp932"),
        ("情報公開制度は、国民に開かれた行政の実現を図るためのものです。くわしくはこちらをごらんください。", "euc-jp"),
        ("El año pasado la administración publicó más información: trámites, teléfonos y direcciones.", "cp1252"),
    ],
)  # fmt: skip
def test_other_languages_are_not_taken_for_chinese(text: str, codec: str) -> None:
    assert decode((text * 4).encode(codec)).text == text * 4


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ('<meta charset="gb2312">', "gb2312"),
        ("<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset = GBK'>", "GBK"),
        ('<!-- <meta charset="big5"> --><meta charset=utf-8>', "utf-8"),
        ("<script>document.write('<meta charset=big5>')</script><meta charset=gbk>", "gbk"),
        ('<!-- no end <meta charset="gbk">', "gbk"),
        ('<?xml version="1.0" encoding="GB18030"?><rss>', "GB18030"),
        ("<meta name=keywords content='charset'>", None),
        ("", None),
    ],
)
def test_the_label_of_the_meta_element(head: str, label: str | None) -> None:
    assert meta_label(head.encode()) == label


@pytest.mark.parametrize(
    ("content_type", "label"),
    [
        ("text/html; charset=GB2312", "GB2312"),
        ('text/html;charset="utf-8"', "utf-8"),
        ("text/html", None),
        ("", None),
        (None, None),
        ("charset=", None),
    ],
)
def test_the_label_of_the_header(content_type: str | None, label: str | None) -> None:
    assert header_label(content_type) == label


@given(st.text(min_size=0, max_size=60))
def test_utf8_comes_back(text: str) -> None:
    body = "政府信息公开年度报告，现予以公布。".encode() + text.encode("utf-8", "ignore")
    assert decode(body).text == body.decode()


@given(st.lists(st.sampled_from(SIMPLIFIED), min_size=1, max_size=30), st.sampled_from(["gb18030", "utf-8"]))
def test_whatever_stands_in_a_page_comes_back(characters: list[str], encoding: str) -> None:
    text = page("现将本年度政府信息公开工作情况报告如下：" + "".join(characters))
    assert decode(text.encode(encoding)).text == text


@given(st.text(alphabet=st.characters(codec="gb18030", exclude_categories=["Cc", "Co", "Cs"]), max_size=60))
def test_anything_that_gb18030_holds_comes_back_from_a_page(text: str) -> None:
    body = page(SIMPLIFIED[:600] + text).encode("gb18030")
    assert decode(body, "text/html; charset=gb18030").text == page(SIMPLIFIED[:600] + text)


@pytest.mark.parametrize("codec", ["hz", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
@given(text=st.text(alphabet=st.sampled_from("政府信息公开，。年度报告 abc123<>/="), min_size=1, max_size=40))
def test_the_rarer_charsets_come_back(codec: str, text: str) -> None:
    sound = "政府信息公开 <b>2024</b> " + text
    assert decode(sound.encode(codec)).text == sound


@given(st.binary(max_size=2000), st.one_of(st.none(), st.text(max_size=40)))
@settings(deadline=None)
def test_any_bytes_become_text(body: bytes, content_type: str | None) -> None:
    decoded = decode(body, content_type)
    assert 0 <= decoded.confidence <= 1
    decoded.text.encode("utf-8")


@pytest.mark.parametrize("body", [random.Random(5).randbytes(2_000_000), b"<!--" * 500_000, b"\xb5" * 2_000_000])
def test_time_grows_with_size_only(body: bytes) -> None:
    begun = process_time()
    decode(body)
    assert process_time() - begun < 15  # quadratic ways would take minutes
