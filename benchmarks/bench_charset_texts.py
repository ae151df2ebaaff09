"""Texts for the charset benchmark that nothing was tuned on: written for it, drawn at random, and the demo portals.

The language model knows jieba's dictionary, a newspaper of 1998 and the seeds of fixtures/seeds
(tools/build_language_model.py). None of them is used here, so that what is measured was never read before; the garbled seed, which the model left out, is asked for
by name where its restoration is measured.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from opencc import OpenCC


def _words(text: str, separator: str = " ") -> tuple[str, ...]:
    return tuple(text.split(separator))


PORTALS = Path(__file__).parents[1] / "fixtures" / "portals"

_PLACES = _words(
    "亳州市 儋州市 郯城县 鄄城县 嵊泗县 岢岚县 盱眙县 砀山县 歙县 黟县 綦江区 涪陵区 婺源县 溆浦县 郫都区 "
    "鄠邑区 栾川县 伊犁哈萨克自治州 西双版纳州 甘孜藏族自治州 呼伦贝尔市 海淀区 浦东新区 越秀区 江津区 "
    "凤凰县 武夷山市 石狮市 满洲里市"
)
_ORGANS = _words(
    "人民政府办公室 发展和改革局 财政局 教育局 民政局 司法局 自然资源局 生态环境分局 住房和城乡建设局 "
    "交通运输局 水务局 农业农村局 商务局 文化广电和旅游局 卫生健康委员会 应急管理局 审计局 市场监督管理局 "
    "统计局 医疗保障局 信访局"
)
_PEOPLE = _words(
    "王建国 李喆 陈堃 张珺瑶 欧阳娜 司马昭 赵晓燕 钱锺书 朱镕基 刘翀 马骉 吴玥 孙犇 郑爽 夏侯惇 诸葛亮 "
    "阿依古丽 邓颖超 苏轼 李商隐 林徽因 沈从文 傅雷 鲁迅 茅盾 黄永玉 㐂多郎 𠮷田茂 周䶮 𫖯仰之 王㛃"
)
_THINGS = _words(
    "棚户区改造 义务教育学校招生 城乡居民医疗保险 粮食收购 国有土地使用权出让 森林草原防灭火 "
    "食品安全监督抽检 行政执法公示 财政预算执行 公共资源交易 污水处理厂扩建 公租房分配 老旧小区加装电梯 "
    "防汛抗旱 校车安全 秸秆禁烧 政务服务事项 重大行政决策 招商引资 非物质文化遗产保护 农村饮水安全 "
    "就业困难人员帮扶 集体土地征收 食用菌种植"
)
_ADJECTIVES = _words("扎实 显著 全面 稳步 有序 深入 持续 切实 大力 统筹")
_SCENES = (
    "清晨的薄雾还没有散去，渡口已经挤满了挑着箩筐的乡亲",
    "他把那封皱巴巴的信折了又折，最后塞进贴身的口袋里",
    "灶膛里的火噼啪作响，奶奶哼着小曲揉着面团",
    "暴雨过后，柏油路面泛着白光，蜻蜓贴着水洼盘旋",
    "球队在加时赛中凭借一记远射锁定胜局，看台上一片沸腾",
    "研究人员在湖底沉积物里发现了三千年前的花粉化石",
    "她弹错了一个音，却没有停下来，反而笑了",
    "老槐树下，几个孩子正为谁先荡秋千争得面红耳赤",
    "航班因大雾延误，旅客们裹着毛毯在候机厅里打盹",
    "这家小店的馄饨皮薄馅大，汤里撒一把虾皮和紫菜",
    "列车驶过戈壁，窗外只有电线杆和望不到头的骆驼刺",
    "瓷器的冰裂纹是釉与胎收缩不一所致，本是瑕疵，后来成了风尚",
    "据气象台预报，明后两天受冷空气影响，气温将下降八到十度",
    "芯片的良率每提高一个百分点，成本就会降低数百万美元",
    "医生嘱咐他少吃腌制食品，多散步，按时复查血糖",
    "拍卖师落槌的一瞬间，全场鸦雀无声",
)
_PATTERNS = (
    "{place}{organ}关于{thing}工作的通知（{year}年第{n}号）。",
    "截至{year}年{month}月底，全县累计完成{thing}项目{n}个，占年度计划的{p}%。",
    "根据《{place}{thing}管理办法》第{d}条的规定，现将有关事项公告如下：",
    "本机关{year}年度收到信息公开申请{n}件，其中网络申请{m}件，信函申请{d}件，均已按时答复。",
    "{month}月{d}日，{person}一行到{place}调研{thing}情况，要求{adjective}推进各项任务。",
    "{organ}负责人{person}表示，{thing}直接关系群众切身利益，必须{adjective}抓好落实。",
    "咨询电话：0{n}-{phone}，联系人：{person}，地址：{place}中山路{m}号{d}楼。",
    "附件{d}：{place}{year}年{thing}绩效自评表.xls",
    "{scene}。",
    "“{scene}。”{person}在日记里这样写道，那是{year}年的{month}月。",
    "记者{person}报道：{scene}，{place}的{thing}却{adjective}展开。",
    "投诉人{person}反映{place}{thing}存在问题，经核查，{n}户中有{d}户不符合条件，已责令整改！",
    "姓名：{person}　性别：女　出生年月：{year}.{month}　职务：{place}{organ}副局长",
    "{thing}：总投资{n}.{d}亿元，其中中央预算内资金{m}万元；建设期{d}个月。",
    "{person}不服{place}{organ}作出的行政处罚决定，向{place}人民法院提起诉讼，案号（{year}）第{n}号。",
    "问：{thing}的申请条件是什么？答：具有{place}户籍，年满{d}周岁，且家庭人均收入低于{m}元/月。",
)
_OTHERS = (
    "The council of {city} published {n} documents in {year}; see § {d} of the “Act on Access” – page {m}.",
    "Le préfet {name} a reçu {n} dossiers à l'été {year} : où sont passées les {m} réponses ? Voilà, c'était déjà fini.",
    "Die Behörde {name} veröffentlichte {n} Bescheide über Straßenbau für {m} € – größtenteils fällig ab {d}. März {year}.",
    "情報公開制度は、{year}年度に{n}件の請求があり、そのうち{m}件を開示しました。くわしくは窓口へ。",
    "カタカナ表記の「{name}」を{n}回使った報告書（{year}年{month}月{d}日付け）です。",
    "정보공개 제도는 {year}년에 {n}건의 청구가 있었고, 그중 {m}건을 공개하였다. 문의: {phone}",
    'for(var i={n};i<{m};i++){{a[i]=b[i]^0x{n};c=a?b:"\\u4e2d\\u56fd";}}/*{year}*/',
    "!function(t,e){{\"object\"==typeof exports?module.exports=e():t.v{n}=e()}}(this,()=>{m}),$('#x{d}').html('<i>¥{n}</i>');",
    "SELECT name, COUNT(*) FROM 门户 WHERE 年度={year} AND id>{n} -- 统计{m}条",
    "| {place} | {year} | {n} | {m}% | ✓ | 否 |",
    '<td class="c{n}">{person}</td><td>{place}</td><td>{m}</td>',
    "😀 {person}：今天{month}月{d}日👍，走了{n}步🚶‍♀️，℃ ㎡ № ①②③ Ⅳ ½ ×{m}",
    "Привет, {name}! В {year} году опубликовано {n} документов, из них {m} — приказы.",
    "Công ty {name} đã nộp {n} hồ sơ năm {year}, số điện thoại {phone}.",
    "{name}@{place}.gov.cn 密码#{n}*{m}@! C:\\用户\\{person}\\桌面\\{year}.docx",
    "温度 −{d}°C ± 0.{m}，α={n}µm，β≈{m}Å，“{thing}”·‘{person}’…——",
)
_CITIES = _words("Görlitz,São Paulo,Kraków,İzmir,Ærøskøbing,Reykjavík,Nîmes,Łódź,Malmö,Besançon", ",")
_NAMES = _words("Müller François Dvořák Ångström Nuñez Brontë O’Neill Nguyễn Čapek Gödel")


def sentences(number: int, seed: int) -> list[str]:
    """Distinct sentences of administration, newspapers and stories, in simplified Chinese."""
    return _distinct(_PATTERNS, number, random.Random(seed))


def clean_texts(number: int, seed: int) -> list[str]:
    """Distinct sound texts: half simplified, a quarter traditional, a quarter other scripts, code, tables and signs."""
    rng = random.Random(seed)
    simplified = _distinct(_PATTERNS, number - number // 2, rng)
    traditional = list(dict.fromkeys(map(traditional_form, _distinct(_PATTERNS, number // 4, rng))))
    return simplified + traditional + _distinct(_OTHERS, number - len(simplified) - len(traditional), rng)


def traditional_form(text: str) -> str:
    return _s2t.convert(text)


def portal_sentences() -> list[str]:
    """What the pages of the demo portals say."""
    found = []
    for path in sorted(PORTALS.rglob("*.html")):
        if path.parent.parent.name != "garbled":
            text = re.sub(r"<[^>]*>|\{[{%][^}]*[}%]\}", "\n", path.read_text(encoding="utf-8"))
            found += [line.strip() for line in text.splitlines() if len(re.findall("[一-鿿]", line)) >= 8]
    return list(dict.fromkeys(found))


def pages(number: int, seed: int) -> Iterator[str]:
    """Whole HTML pages without a declaration: scripts and links in ASCII, and kilobytes of Chinese, as large as real ones."""
    rng = random.Random(seed)
    for page in range(number):
        script = "".join(f"var v{n} = document.getElementById('n{n}');\n" for n in range(rng.randint(100, 2500)))
        lines = "\n".join(f"<p>{line}</p>" for line in _distinct(_PATTERNS, rng.randint(10, 120), rng))
        links = "\n".join(
            f'<li><a href="/art/{n}.html" target="_blank">{rng.choice(_THINGS)}</a></li>' for n in range(30)
        )
        title = f"{rng.choice(_PLACES)}{rng.choice(_ORGANS)}{page}"
        yield f"<html><head><title>{title}</title><script>{script}</script></head><body>{links}\n{lines}</body></html>"


def _distinct(patterns: tuple[str, ...], number: int, rng: random.Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < number:
        found[rng.choice(patterns).format_map(_filling(rng))] = None
    return list(found)


def _filling(rng: random.Random) -> dict[str, object]:
    return {
        "place": rng.choice(_PLACES), "organ": rng.choice(_ORGANS), "person": rng.choice(_PEOPLE),
        "thing": rng.choice(_THINGS), "adjective": rng.choice(_ADJECTIVES), "scene": rng.choice(_SCENES),
        "city": rng.choice(_CITIES), "name": rng.choice(_NAMES), "year": rng.randint(1998, 2026),
        "month": rng.randint(1, 12), "d": rng.randint(2, 28), "n": rng.randint(100, 999), "m": rng.randint(10, 99),
        "p": rng.randint(10, 100), "phone": rng.randint(2_000_000, 8_999_999),
    }  # fmt: skip


_s2t = OpenCC("s2t")
