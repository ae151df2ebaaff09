"""A lapsed name on which somebody else advertises: gamblers, pornographers, private game servers, loan sharks, forgers.

None of them can be told by a word: the police, lottery centres and tax offices write the same ones. What tells is a
ware beside a call to come and get it, several of both; or a title that has both. What tells of an organ's doing, or
warns of such trades, is honest whatever it names.
"""

import re

from parsers.apology import any_of
from parsers.language_model import to_simplified_table
from parsers.stance import has_subject

_MOST = 800  # characters of a page that is told by its words: a portal's frame, however commercial, says more
_HEAD = 60  # characters of the text where its heading stands
_ENOUGH = 4  # different wares, calls and words of one trade, one of them a ware

# Wares, and what their buyer is called to do or promised, trade by trade; all in small letters. A ware is looked for in
# titles of every kind: 购买球场, 以下注意事项, 金沙城区 and 当代发展报告 must not hold one.
_CONTACT = r"加(?:我)?\s*(?:微信|威信|薇信|v信|vx|qq|扣扣|企鹅|电报|客服)|(?:qq|微信|vx|电报|telegram|whatsapp|扣扣)\s*(?:号|群)?\s*[:：]?\s*[a-z\d]|客服(?:qq|微信)|(?<!\d)1[3-9]\d{9}(?!\d)"
_BRAND = (
    "开云|乐鱼|亚博|华体会?|九游会?|米兰|爱游戏|半岛|江南|星空|完美|云开|必威|必赢|威廉希尔|万博|火狐|雷火|天博|博天堂|泛亚|皇冠|多宝|明升|伟德|韦德|贝博|优博|竞博|雷竞技|龙8|安博|千亿"
    r"|kaiyun|leyu|yabo|hth|betway|188bet|bwin|(?<![a-z])(?:bob|mk|ag|pg|cq9)"
)
_GAMBLING = (
    rf"(?:{_BRAND})\s?(?:体育(?=app|官|下载|平台|入口|登录|注册|在线|真人|电竞|投注|[（(_|·,，、\s-]|$)|电竞|棋牌|真人(?:视讯|娱乐|平台|app|$)|视讯|娱乐(?:城|平台|官网|app))|体育\s?[（(](?:中国|china)[)）](?!有限|公司|集团|博览)|娱乐城|网上赌场|百家乐|老虎机|捕鱼(?:达人|王|大亨|千炮|平台)|时时彩|分分彩|真人(?:荷官|视讯|发牌)|荷官|博彩(?!监|业|税)"
    r"|(?:体育|电竞|彩票|足球|篮球|滚球|真钱|外围)\s?(?:投注|下注|买球)|(?<!购)买球(?![衣鞋票拍类场馆门])|赌球|(?<!地)滚球|六合\s?(?:彩|开奖|宝典|神算)|(?<!模)特码(?!头)|开什么码|[一二三四五六七八九]肖(?=[一二三四五六七八九]码|中特|必中|选|$|[\s，。、])|平特[一二三肖尾]|马会(?:资料|开奖|传真)|心水(?:论坛|资料|高手)"
    r"|威尼斯人(?!酒店|度假)|金沙(?:娱乐|赌城|真人)|太阳城(?:娱乐|集团|在线)|永利(?:娱乐|皇宫)|银河(?:娱乐|赌)|pk10|幸运飞艇|(?<!加)快[三3](?:平台|投注)|电子游艺|龙虎斗|炸金花|棋牌(?:游戏(?:平台|大厅|下载|app|官网|中心)|平台|app|官网|大厅)|(?<!认)真钱|现金(?:棋牌|网(?:平台|官网|开户))|bet365|赌场|线上娱乐|五分彩|分快[三3]|玄机图|买球app|(?<![体福])彩票(?:注册|代理|开户)|体育(?:开户|代理)|电子模拟器|赏金女王|麻将胡了|水果机|大小单双|[上下]分(?=群|平台|客服|$|[\s，。])|博狗|必发(?:\d|指数|娱乐|集团|手机|官网)|高频彩|[葡浦]京|(?:手机|在线|网上)投注|投注(?:技巧|平台|app|官网)|澳门(?:银河|永利|美高梅|巴黎人|娱乐(?!业)|赌)|(?:必发|威尼斯人?|金沙|永利|太阳城|银河|美高梅|巴黎人|皇冠|伟德|速发|澳门|[万永天金新澳亚龙通乐]博|(?<![a-z])bet)(?!(?:19|20)\d\d(?!\d))\d{2,5}(?=官|登|手机|app|娱乐|国际|平台|com|vip|下载|入口|网|$|[\s_|-])|\d{3,4}(?:速发|国际娱乐)|(?<![以线如])下注(?![册意重明销解射释入])"
    r"|slot\d{2,3}|slots? (?:gacor|88|777|deposit|dana|thailand|maxwin|resmi|terpercaya)|situs (?:judi|slot|togel|bola|gacor)|judi (?:online|bola|slot)|togel|bandar(?:q| (?:judi|bola|togel))|gacor|maxwin|rtp (?:live|slot)|sbobet|joker123|taruhan|казино|bahis|mega888|918kiss|betting (?:site|app|tip|offer)s?|free bets?\b|pragmatic play|poker ?(?:online|qq)|domino ?qq|\bcasinos?\b|sportsbook|sports betting|\bjackpot|\broulette|\bbaccarat"
    r"|nhà cái|cá cược|nổ hũ|game bài|lô đề|สล็อต|บาคาร่า|คาสิโน|พนัน|แทงบอล|카지노|바카라|토토|슬롯|オンラインカジノ",
    r"首[存充]|注册(?:即|就)?[送领]|开户|彩金|体验金|返[水点]|洗码|提[现款]|存款|充值|充\d|竞猜|赔率|盘口|流水|官网|官方(?:网站|平台|入口)|入口|网址|平台|app|下载|登录|直播|开奖|资料|必中|包赢|稳赚|最准|信誉|优惠|红利|大奖|秒到|试玩|返点|哪个好|优惠大厅|存一百|计划群|挂牌|轮盘|骰宝|21点|sans dépôt|бонус|автомат|bonusu|giriş|taruhan|存送|倍率|翻倍|包厅|[存首]送|free bet|apk|送\s?\d|手机版|官方|国际$|官网"
    r"|\blink\b|resmi|terbaru|prediksi|pasaran|malam ini|cashback|live chat|minimal|daftar|deposit|bonus|link alternatif|\blogin|pulsa|tanpa potongan|terpercaya|terbaik|agen\b|free spins?|sign ?up|register|withdraw|hari ini|đăng k[ýy]|khuyến mãi|tặng|nạp|rút|uy tín|สมัคร|ฝาก|ถอน|เครดิตฟรี|โบนัส|가입|보너스|충전|먹튀|추천|play now|real money|\bodds\b",
)
_PORN = (
    r"成人(?:视频|电影(?!院)|影[院片视]|网站|小说|直播|动漫|漫画|午夜|av|图片)|情色|色情(?:网|片|视频|直播)|黄色(?:网站|视频|电影|小说)|(?<![三牛大蒲雄麻])黄片|(?<![羊棉皮绒])毛片|三级片(?![区段])|av(?:在线|女优|天堂|无码|视频|片)|(?:无码|有码)\s?(?:视频|高清|av|专区|在线|中文|影)|日本女优|女优(?:在线|视频|排行|番号|作品)"
    r"|(?:国产|欧美|日韩|亚洲)\s?(?:精品(?:视频|无码|av|在线|自拍|成人|久久|一区|观看|免费)|偷拍|成人|av|无码|激情|性(?:爱|生活|视频|交))|自拍偷拍|偷拍自拍|麻豆(?:传媒|视频)|(?:草莓|香蕉|秋葵|丝瓜|榴莲|黄瓜|芭乐|茄子|樱桃|蜜桃|向日葵|小蝌蚪)视频(?:app|官网|下载|污|破解|免费|网站|安装)|(?:亚洲|欧美|国产|日韩|久久|精品)[^，。\s]{0,6}(?:[一二三]区[二三]区|熟女|久久)|丝袜美腿|美腿丝袜|制服诱惑|熟女|老司机(?:福利|影院|视频)|宅男(?:福利|影院|神器)|约炮|(?<![形行])色色(?!俱)|久久热|裸体写真|抖阴|成版人|18禁(?:漫画|动漫|游戏)|裸聊|(?<!龙)楼凤(?![阙阁池城])|外围(?:女|模特)|援交|一夜情|(?<![女男母同个理感])性爱(?![心护国好岗])|乱伦|人妻(?![子儿])(?<![军老]人妻)|巨乳|番号(?:大全|库|搜索|下载)|福利姬"
    r"|午夜(?:福利|影院|剧场)|激情(?:视频|小说|图片)|上门(?:妹|学生妹|模特|美女)|\bporn|hentai|\bsex ?(?:videos?|cams?|chat|tube|movies?)|\bxxx (?:videos?|movies?)|xvideos|\bnudes?\b|\bescorts\b|\bescort (?:girls?|agency|service)|bokep|\bjav\b",
    r"在线(?:观看|播放|看|免费|视频)|免费(?:观看|播放|会员|在线|看|试看)|高清|未满\s?(?:18|十八)|(?:18|十八)\s?[禁+]|永久|最新(?:地址|网址)|备用(?:地址|网址)|会员|下载|app|点击(?:进入|播放)|无需播放器|无限[看观次]|手机在线|安装|字幕|破解版|扫码|阅读|导航|直播间|主播|每日更新|空降|同城|\bwatch\b|\bfree\b|download|\bhd\b|\bhot\b|girls|"
    + _CONTACT,
)
_SERVERS = (
    r"(?<!公)私服(?!务)|(?:传奇|奇迹|魔域|天龙|诛仙|征途|热血江湖|冒险岛|dnf|石器时代)[^，。\n]{0,4}(?:sf|发布[网站]|新服(?!务)|开区(?!域)|手游)|新开(?:一秒)?(?:传奇|奇迹|魔域|变态|sf)|1\.(?:76|80|85|95)[^，。\n]{0,4}(?:复古|合击|精品|金币|传奇|微变|星王|英雄)|(?:复古|迷失|变态|合击|单职业|热血)(?:传奇|手游)|(?:迷失|变态|合击|单职业)(?:版|服(?!务))"
    r"|神途|(?:变态|满v|仙侠)页游|gm版|超变(?:版|传奇)|满v(?:版|服)?|送648|打金(?:服(?![务饰装])|首区|传奇)|搜服|三端互通|散人(?:打金|传奇)",
    r"新开|火爆|开[启放区]|首[区服充]|上线(?:送|即)|送(?:元宝|vip|首充|充值|满级)|元宝|满级|爆率|高爆|充值|下载|发布(?:网|站)|客户端|长期稳定|长久|人气|万人|今日|公益服|登录器|无限(?:钻石|元宝|金币)|新服|sf$|私服",
)
_LOANS = (
    r"不[看查]征信|无视(?:征信|黑白|黑户|网贷)|黑户(?=[^户口落办]{0,2}(?:可|秒|必|能|贷|下|包|专))|(?<![以如名地乡线])下款(?![项式额物待])|(?:贷款|网贷|借款|借钱|大额|小额)口子|口子(?:大全|汇总|论坛|合集)|空放|私人(?:放款|借款|借贷|贷款)|急用钱|身份证(?:借|贷)|套现|信用卡代还|强开(?:技术|花呗|借呗|白条|额度)|714高炮|不上征信|不看负债|逾期也能借|私人借钱|当面放款|租机|苹果id贷|租机变现",
    r"可(?:贷|做|借|下)|最高\s?\d|额度|无[需须]?抵押|免抵押|(?:分钟|小时|秒)(?:内)?(?:到账|放款|批)|秒[批到放过]|当[天日](?:到账|放款|拿钱)|(?:立即|在线|马上)申请|百分百|通过率|包下|门槛低|凭身份证|利息低|先息|当场|拿钱|秒放|加v|借款|借钱|放款|上门|办理|到账|"
    + _CONTACT,
)
_FORGERS = (
    r"办证刻章|刻章办证|(?:代办|办理|制作|定做|定制|购买|仿制)(?:各[类种]|全国|真|假)(?:高校|大学|学历)?(?:证件|证书|文凭|毕业证|学位证|学历|房产证|驾驶?照|驾驶证|资格证|印章|公章)|买(?:文凭|学历|驾照|毕业证)|毕业证(?:样本|定制|制作|购买)|文凭(?:办理|购买|制作|代办)|假证(?![明言据词人照券])"
    r"|(?:出售|代开|开具)(?:各[类种地]|全国|真|正规)?(?:增值税)?(?:专用|普通)?(?:发票|[专普]票)|代开[^，。\n]{0,6}票|刻(?:公章|私章|假章|发票章)|刻章(?:办证|qq|微信)|正规刻章|私刻|毕业证[^，。\n]{0,3}可查|(?:票据|发票)代开|免考拿证|出售(?:银行卡|身份证|四件套|手机卡|对公账户)",
    r"先[^，。\n]{1,5}后(?:再)?付|货到付款|保密|可查|可验|诚信|高仿|包真|以假乱真|正规渠道|免考|包过|不成功不收费|拿证|验真|付款|加v|当[天日](?:出[证票]|取证|拿证)|"
    + _CONTACT,
)
_ESSAYS = (
    r"(?<![当现近古年时后世历])(?:代写|代发(?=论文|文章|期刊|材料|稿|毕业))[^，。\n]{0,4}(?:论文|作业|文章|材料|报告|总结|心得|检讨|稿|毕业设计)|(?<![当现近古年时后世历])代写(?=论文|代发)|论文(?:代[写发做]|枪手)|论文(?:快速|加急|代理)发表|(?:职称|期刊|sci)论文[^，。\n]{0,2}发表|期刊(?:代发|快速发表)|代考(?![生古试核察虑点证])|代?刷网课|枪手代|润色代投|论文怎么找人|(?:论文|作业|毕业设计)[^，。\n]{0,6}代做|代修网课"
    r"|(?:write|do) my (?:essay|paper|homework|assignment|thesis)|(?:essay|paper|dissertation|thesis|assignment|homework) (?:writing (?:service|help|compan)|writers?\b|service)|buy (?:an? )?(?:essay|paper|dissertation)|custom (?:essay|paper|dissertation)s?|plagiarism[- ]free",
    r"包(?:录用|发表|见刊|检索|通过|过)|先[^，。\n]{1,4}后(?:再)?付|交稿|不[^，。\n]{1,3}退款|原创|写手|枪手|快速|价格|收费|报价|咨询|查重|保密|正规(?:刊物|期刊)|discount|\d+\s?% off|24/7|order now|\bcheap|professional|experts?|on time|"
    + _CONTACT,
)
_GOODS = (
    r"迷(?:魂药|情药|情水|奸[药水])|迷药|听话水|(?<![猪牛羊兔狗畜禽用])催情(?:水|粉|喷雾|迷|产品)|春药|伟哥|窃听器|针孔摄像|监听(?:软件|卡)|仿真枪|气枪(?:专卖|出售|商城)|枪支(?:出售|专卖)|代孕|包生男孩|[选包]性别|供卵|删帖|负面压制|百度下拉|私家侦探|婚外情调查|开房记录|三唑仑|迷幻(?:药|水|香烟)|跑分(?:平台|日结)|代刷(?:网|赞|粉丝|单)|刷(?:赞|粉丝)|出售(?:四件套|对公账户)|(?:高仿|精仿|复刻)(?:手表|名表|包包|鞋)"
    r"|\b(?:online|canadian|internet) (?:pharmac|drug|pills)|(?:louis vuitton|gucci|rolex|\bugg|nike|jordans?|moncler|michael kors|ray.?ban|hermes|prada|chanel|oakley)[^.\n]{0,20}(?:outlet|replica|cheap|\bsale)|\bviagra|\bcialis|\blevitra|\bxanax|\btramadol|phentermine|cheap (?:nfl )?jerseys|wholesale (?:nfl )?jerseys|sildenafil|tadalafil|pas cher|\breplica (?:watch|bag|rolex)|\bfake (?:watch|rolex|passport|id)|スーパーコピー|ブランドコピー|激安(?:通|販|店|専)",
    r"货到付款|保密发货|专卖|出售|订购|网购|购买|官网|包成功|零风险|套餐|价格|正品|批发|代发|无副作用|\bonline\b|\bcheap|prescription|\bbuy\b|\border\b|shipping|discount|\bsale\b|outlet|discreet|soldes|usdt|日结|收费|下单|货到|后付|加v|平台|generic|pills|handbags|通販|販売|専門|送料|"
    + _CONTACT,
)
# Ordinary words of a trade: beside a ware they count, in a title they do not.
_WORDS = (
    r"pasaran|prediksi|angka|jitu|pola|malam ini|麻将|德州|大菠萝|夺宝|俱乐部|加群|彩票|体育赛事|电子游戏|彩民|走势图|德州扑克|扑克|牛牛|斗地主|娱乐场|投注|玩家|赔付|真人|棋牌|电竞|六合|会员|客服|代理|扫码|注册|登录|优惠活动",
    r"丝袜|美腿|诱惑|视频|直播|影院|电影|少妇|学生妹|免费|在线|污",
    r"[三万千]转|攻城|行会|帮派|道士|法师|战士|装备|复古|元宝|三职业|散人",
    r"贷款|借钱|借款|信用卡|征信|额度|利息|花呗|借呗|放款",
    r"驾驶证|房产证|毕业证|学位证|结婚证|文凭|学历|发票|样[品本]|联系方式|公章|财务章",
    r"论文|期刊|刊物|发表|作业|职称|硕士|本科|\bessays?\b|\bpapers?\b|writers?\b",
    r"药|水|无色无味|迷|喷雾|正品|drugs?\b|\brx\b|fashion|designer",
)
_TRADES = tuple(
    (re.compile(wares), re.compile(calls), re.compile(f"{calls}|{words}"))
    for (wares, calls), words in zip(
        (_GAMBLING, _PORN, _SERVERS, _LOANS, _FORGERS, _ESSAYS, _GOODS), _WORDS, strict=True
    )
)
# Who fights such trades, warns of them or has the word for something else; not what advertisers say themselves
# (打击感, 公安备案, 禁止进入, 谨防假冒).
_HONEST = re.compile(
    r"打击(?!感)|打[掉赢]|捣毁|端掉|查[处获禁扣缉封]|警[惕方察官]|民警|公安(?!备|网备|联网)|派出所|整治|整顿|侦[破办查]|破获|抓获|落网|判[处决刑]|获刑|举报|防范|案[件犯发情由]|[一该此本专大要涉]案|典型案例|通报|涉(?:嫌|赌|黄|毒|诈|及)|犯罪|嫌疑|诈骗|骗|受害|谨防(?!假冒)|当心|小心|切勿|切忌|轻信|勿[信点入]|不要|别[信碰被]|辟谣|谣言"
    r"|法[院庭]|检察|起诉|处罚|罚[款金]|没收|拘|刑|严禁|严[厉查打]|取缔|清理|清查|专项|扫黄|净网|护苗|治理|曝光|揭[秘穿露]|反(?:诈|赌|电诈)|[戒禁](?:赌|毒)|赌博|危害|远离|抵制|采购|招标|中标|福利彩票|体育彩票|彩票(?:公益金|管理|发行)|公益金|税务|纳税|办税|税收|治安|网信|市场监管|监管部门|执法|消防|违[法纪规]|非法|不法|处分|开除|免职|督查|巡查|关停|封堵|预警|警示|警醒|提醒"
    r"|禁止(?!进入|观看|浏览|访问|未成年|入内)|〔|特此|现予|现将|依法|予以|责令|施行|我(?:局|县|市|区|镇|乡|街道|校|院)|当事人|[体福竞]彩|\bpolice|illegal|crackdown|crack down|arrest|fraud|\bscams?\b|\bcourts?\b|seized|banned|prosecut|warn(?:s|ed|ing)\b|charged|\bministry\b"
)
_HONEST_BODY = re.compile(r"人民(?:政府|银行)|政策|医院")
_HONEST_TITLE = re.compile(
    r"公告|公示|通知|通告|决定|批复|答复|回复|倡议|解读|指南|流程|新闻|访谈|酒店|度假|体育局|彩票中心"
)
# Titles that advertise hold one of these: most titles of portals do not, and a title is all that is looked at of long pages.
_TITLE_HINT = any_of((
    "官网", "官方", "平台", "下载", "在线", "app", "入口", "网址", "直播", "开奖", "资料", "发布网", "发布站", "免费", "注册", "登录", "开户", "观看", "高清", "口子", "代写", "代发", "办证",
    "新开", "投注", "slot", "judi", "togel", "casino", "porn", "sex", "essay", "viagra", "cialis", "replica", "bonus", "私服", "sf", "熟女", "paper", "% off", "pharma", "outlet", "drug", "казино", "哪个好", "在线", "国际", "导航", "阅读", "手机版", "客户端", "代理", "开户", "apk", "betting", "可查", "代做", "代开", "代刷", "刷赞", "删帖", "租机", "裸聊", "扫码", "pas cher", "字幕", "试玩", "借款", "link", "放款", "下款",
))  # fmt: skip


def advertises(title: str) -> bool:
    """Whether a title is an advertisement: a ware and a call to come and get it. Cheap, for it is asked of every page.

    >>> advertises("葡京娱乐城官网"), advertises("政务服务平台"), advertises("警方捣毁“葡京娱乐城”赌博平台")
    (True, False, False)
    """
    plain = _plain(title)
    if not _TITLE_HINT.search(plain):
        return False
    if not any(wares.search(plain) and calls.search(plain) for wares, calls, _ in _TRADES):
        return False
    return not (_HONEST.search(plain) or _HONEST_TITLE.search(plain))


def is_taken_over(title: str, said: str) -> bool:
    """Whether a page of this title that says this is an advertisement of such a trade, and no organ's.

    >>> is_taken_over("葡京娱乐城官网", ""), is_taken_over("", "新开传奇私服，今日首区火爆开启，上线送元宝")
    (True, True)
    >>> is_taken_over("", "民警捣毁葡京娱乐城"), is_taken_over("体育彩票开奖公告", "大乐透开奖结果")
    (False, False)
    """
    if advertises(title):
        return not _HONEST.search(_plain(said[:_HEAD]))
    if len(said) > _MOST:
        return False
    both = _plain(title) + "\n" + _plain(said)
    if _HONEST.search(both) or _HONEST_BODY.search(both) or _HONEST_TITLE.search(_plain(title)) or has_subject(title):
        return False
    return any(_sells(both, *trade) for trade in _TRADES)


def _sells(text: str, wares: re.Pattern[str], calls: re.Pattern[str], words: re.Pattern[str]) -> bool:
    offered = set(wares.findall(text))
    return bool(offered) and calls.search(text) is not None and len(offered | set(words.findall(text))) >= _ENOUGH


def _plain(text: str) -> str:
    return text[:_MOST].translate(to_simplified_table()).lower()
