"""Lapsed names on which others advertise, and honest pages that have the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.taken_over import advertises, is_taken_over

ADVERTISEMENTS = [
    # gamblers
    ("金沙娱乐城手机版下载", ""),
    ("乐鱼体育app官网入口-清河县农业农村局", ""),
    ("华体会体育（中国）官方网站", "华体会致力于打造一流的娱乐体验"),
    ("威尼斯人网址大全", "老虎机、龙虎斗、百家乐一应俱全，新会员首存加送"),
    ("", "九游会真人视讯，荷官在线发牌，开户即领红利，24小时提现"),
    ("首页", "滚球赔率全网最高，足球投注、篮球投注，支持多种存款方式，注册送彩金"),
    ("特碼資料大全", "今晚平特一肖，馬會傳真，心水高手免費公開資料，包贏"),
    ("清河县档案局", "北京赛车、幸运飞艇、分分彩，信誉平台，提款秒到"),
    ("", "开心棋牌游戏大厅，炸金花、捕鱼达人，充100送50，真钱对战，下载即玩"),
    ("Agen Judi Bola Terpercaya", "Slot online, togel, sbobet. Deposit pulsa, bonus harian."),
    ("", "Situs togel dan slot deposit dana. Daftar dan login di link alternatif kami, bonus 50%."),
    ("Best Online Casino Bonus 2023", ""),
    ("", "Play roulette, baccarat and jackpots at our casino. Sign up now for 50 free spins, real money!"),
    ("Nhà cái uy tín", "Cá cược bóng đá, nổ hũ, game bài. Đăng ký nhận khuyến mãi, tặng 100k."),
    ("เว็บพนันออนไลน์", "สล็อต บาคาร่า คาสิโน สมัครรับเครดิตฟรี ฝากถอนอัตโนมัติ"),
    ("온라인 카지노", "바카라 토토 슬롯 추천, 가입 보너스, 충전 10%"),
    # pornographers
    ("国产精品无码视频在线播放", ""),
    ("欧美性爱免费观看", ""),
    ("午夜影院", "成人电影、三级片、自拍偷拍，高清无广告，收藏最新地址，免费看"),
    ("", "同城约炮，上门妹服务，楼凤信息每日更新，加微信 ab3312"),
    ("清河县图书馆", "麻豆传媒 日韩无码 人妻 女优 在线看 无需播放器 永久免费"),
    ("Free porn videos", ""),
    ("", "Hot escorts and nude sex cams, watch free in HD, download the app"),
    # private game servers
    ("新开奇迹私服发布网", ""),
    ("热血传奇", "复古传奇1.80合击版，散人打金，今日首区，爆率全开，上线送元宝"),
    ("", "单职业传奇私服，长期稳定，万人在线，下载登录器进入"),
    # loan sharks
    ("不查征信的贷款口子", "黑户能下款，当天放款，最高5万"),
    ("", "急用钱借五千，无视黑白，私人放款，凭身份证，半小时到账，加QQ 33821"),
    ("信用卡代还套现", "花呗套现，信用卡代还，秒到账，微信：tx8866，24小时在线"),
    # forgers
    ("办证", "办理各类证件，毕业证样本，学历网上可查，先办后付款，QQ：10086123"),
    ("", "代开全国发票，出售增值税专用发票，真票可验，当天出票，加微信"),
    ("文凭办理", "制作真毕业证，买学历找我们，保密，诚信，联系QQ 998"),
    # essay mills
    ("代写毕业论文网", "硕士论文代写，期刊代发，包录用，先写后付，写手团队"),
    ("", "论文代发、代写总结，枪手经验丰富，原创保证，价格实惠，咨询客服QQ"),
    ("Cheap essay writing service", ""),
    ("", "Our dissertation writers do my homework for you: buy essays, plagiarism-free papers, cheap, order now, 24/7"),
    # other wares
    ("", "迷药、听话水、催情产品专卖，货到付款，保密发货"),
    ("Buy Viagra Online", ""),
    ("代孕包男孩", "供卵试管，选性别，零风险套餐，价格透明，包成功"),
    ("スーパーコピー専門店", "ブランドコピー激安通販、送料無料販売"),
]
HONEST = [
    # the police and the courts
    (
        "清河警方打掉一个网络赌博团伙",
        "该团伙搭建“澳门葡京”“金沙娱乐城”等平台，以注册送彩金、首存返利为诱饵，抓获17人。",
    ),
    ("", "民警查获一处利用百家乐、老虎机聚众赌博的窝点，收缴赌资8万元，平台代理被拘留。"),
    ("开设赌场罪案例", "被告人杨某在微信群以北京赛车、幸运飞艇开奖结果接受投注，判处有期徒刑二年。"),
    ("", "男子为“威尼斯人”网站提供下载推广，注册会员下注三百万元，被检察机关提起公诉。起诉书称……"),
    ("县公安局侦破一起传播淫秽物品案", "成人视频网站会员达六千人，免费试看后收费观看，三级片、自拍偷拍视频一万余部。"),
    ("扫黄打非", "查缴色情网站推广二维码，关闭成人直播app下载链接12条。"),
    ("清河县人民法院", "郭某架设传奇私服牟利，新开一秒传奇、上线送元宝，侵犯著作权罪成立，判决如下。"),
    ("", "办证刻章、代开发票小广告全面清理，城管执法队员铲除QQ、微信号码一百余处。"),
    ("打击整治", "集中整治代办文凭、办理假证件，先办后付款的都是圈套，市民可拨打110。"),
    ("", "警惕！不看征信秒下款是骗局，黑户可贷、当天放款，先交保证金后就失联。"),
    ("防骗提示", "凡是要求下载app、充值下注、体育投注包赢的，都是诈骗。"),
    ("谨防“刷单”陷阱", "高仿手表、货到付款、保密发货，收到的是次品。"),
    ("", "学校严禁论文代写代发，凡找枪手代考、期刊代发包录用的，按学术不端处分。"),
    ("教育部：严查论文买卖", "对代写论文、论文代发、包发表等中介，予以曝光。"),
    ("赌博的危害", "十赌九输。百家乐、老虎机、滚球投注都由庄家控制，提现、返水只是诱饵。"),
    ("通报", "副镇长王某沉迷体育投注，在平台充值四十万元，受到党内严重警告。"),
    ("“黑户口子”背后", "揭秘网贷口子：下款前收费，套现后高息，加微信办理的额度都是假的。"),
    ("反诈中心", "裸聊、约炮、上门学生妹，见不到人，只要加QQ下载app就中招。"),
    ("", "药监局没收无证销售的伟哥、催情药二百盒，网购无副作用的说法不可信。"),
    ("", "严厉打击代孕、非医学需要选性别行为，举报电话12320，机构承诺包成功、套餐价格一律不实。"),
    (
        "Police raid illegal casino",
        "Officers seized slot machines, roulette tables and 40 bonus vouchers; players had to register and deposit.",
    ),
    ("Consumer notice", "Beware of essay writing services: cheap papers, custom essays and 24/7 experts are a fraud."),
    # lotteries and sport
    ("体育彩票开奖", "超级大乐透第23066期开奖，奖池8.2亿元，我县彩民在体彩网点投注中得大奖。"),
    ("福彩3D", "福利彩票3D第2023158期开奖直播，中奖号码 3 7 1，投注总额……"),
    ("竞彩", "竞彩足球单场投注额创新高，赔率固定，理性购彩，公益金用于健身步道。"),
    ("县体育局官方网站", "全民健身中心每日开放，场馆预订请登录平台。"),
    ("江南体育馆官网", "羽毛球、乒乓球预约入口"),
    ("全国体育（中国）博览会开幕", "博览会官方网站同步直播，观众注册后登录参观。"),
    ("老年棋牌比赛", "象棋、围棋、扑克三个项目，报名者注册即送纪念品，在社区棋牌室举行。"),
    ("电竞产业园招商", "电竞比赛平台落户，赛事直播、竞猜有奖，下载手册了解优惠。"),
    ("六合区政务服务", "六合开通网上办事平台，下载app登录即可预约。"),
    ("太阳城社区居委会", "太阳城小区加装电梯公示牌，登记表下载。"),
    # offices whose words they are
    ("代开发票", "自然人可在电子税务局代开增值税普通发票，完税后当天领取，可验真伪，咨询客服。"),
    ("免费刻章", "新开办企业免费刻制公章，领取营业执照、发票当天办结，24小时服务。"),
    ("创业担保贷款", "无抵押、免担保，最高30万元，在线申请，五个工作日到账，额度随借随还。"),
    ("助企纾困", "银行推出秒批秒贷产品，纳税信用可贷，额度最高200万元，上门办理。"),
    ("补办毕业证明书", "毕业证遗失的，向原学校申请办理毕业证明书，学历可在学信网查询。"),
    ("户口登记", "解决黑户问题：无户口人员凭身份证明到派出所办理登记。"),
    ("成人高考报名入口", "成人教育网上报名，登录平台下载准考证，在线观看辅导视频。"),
    ("成人网络教育平台", "免费注册，在线学习，高清课程，下载app。"),
    ("私人借书", "公私服务两不误，图书馆24小时开放，免费下载电子书。"),
    ("论文发表", "我院医师在核心期刊发表论文四篇，原创成果获奖。"),
    ("国产大飞机", "国产高清摄像机亮相，欧美、日韩客商参观，在线直播免费观看。"),
    ("传奇人物", "红色传奇：老区往事，今日开播，高清在线观看。"),
    ("打金银器", "苗族银匠打金首饰非遗体验，火爆开启，长期招募学徒。"),
    ("斗牛节", "苗乡斗牛节现场直播，万人观看。"),
    ("决口抢险", "以下款项用于封堵堤坝口子，额度由县财政核定。"),
    ("Casino bridge", "The old casino by the river is a library now; sign up at the desk."),
    ("Jackpot of culture", "Free films in the square; download the programme."),
    ("", "赣州银行网点调整，业务办理请加客服微信。"),
]


@pytest.mark.parametrize(("title", "said"), ADVERTISEMENTS)
def test_advertisements(title: str, said: str) -> None:
    assert is_taken_over(title, said)


@pytest.mark.parametrize(("title", "said"), HONEST)
def test_honest_pages(title: str, said: str) -> None:
    assert not is_taken_over(title, said)
    assert not is_taken_over("清河县水务局", f"{title}\n{said}")


@pytest.mark.parametrize("doing", ["县公安局查处：", "警惕", "法院判决：", "严厉打击", "关于整治下列行为的通告："])
@pytest.mark.parametrize(("title", "said"), ADVERTISEMENTS)
def test_whoever_fights_the_trade_may_name_it(doing: str, title: str, said: str) -> None:
    assert not is_taken_over(doing + title, said)
    assert not is_taken_over("", f"{doing}{title}\n{said}")


@pytest.mark.parametrize(
    "title",
    [
        *("线下注册平台", "下载前以下注意事项", "认真钱款管理平台", "购买球场馆直播", "提升服务水平特色平台", "模特码头直播", "金沙城区供水平台", "现金网点下载"),
        *("江南国际会展中心官网", "半岛体育学院官网", "李宁体育（中国）有限公司官方网站", "澳门博彩监察协调局官方网站", "捕鱼机械下载", "加快三年行动计划平台"),
        *("成人网上报名平台", "成人网络教育app下载", "国产精品展销会高清直播", "欧美性能测试在线观看", "女性爱心会员", "军人妻子免费观看电影", "部队番号会员", "牛黄片高清图", "三级片区高清地图"),
        *("大棚草莓视频在线观看", "教师上门服务学生app", "秋葵视频在线观看"),
        *("便民公私服务火爆开启", "创造奇迹：新区今日开放", "传奇新服务今日上线送", "复古服饰展今日开启", "打金服务今日开放", "天龙开区域今日人气"),
        *("黑户办理落户", "以下款项额度", "最强开局上门办理", "新口子村办理", "应急贷款额度办理", "名下款物到账"),
        *("24小时服务不打烊，办理各类证件更方便", "开具票据 保密", "出售门票 诚信"),
        *("当代发展报告价格", "现代写作咨询", "历代考古专家咨询 代考古", "代考生咨询", "神枪手咨询", "Essay writing competition: experts"),
        *("官方微博1288网址", "澳门2049发展规划平台", "三中三年级成绩平台", "CCTV体育客户端下载", "彩票知识下载", "节前必发短信平台", "Services en ligne: login"),
        *("无人机灯光大秀高清直播", "形形色色的昆虫免费观看", "母性爱的力量在线观看", "龙楼凤阁高清图"),
        *("资产变现到账", "名下款项到账", "covid贷款额度", "虚假证明 可查", "床品四件套价格", "手机跑分下单", "代刷卡收费", "刷粉刷墙价格"),
        *("复刻表演价格", "刺激安全网购", "面包男孩套餐", "母牛催情药价格", "Book your time slot online: login and register", "Police escort vehicles free download"),
    ],
)  # fmt: skip
def test_titles_whose_letters_only_meet(title: str) -> None:
    assert not advertises(title)


@given(st.text(max_size=200), st.text(max_size=900))
def test_any_words_are_judged(title: str, said: str) -> None:
    assert is_taken_over(title, said) in (True, False)
    assert not advertises(title) or is_taken_over(title, "")
