"""Segments with their words linked by hand: our own sentences, from several fields.

Each: source, target, links. A link is `source words = target words`; every source word of it goes with every target
word of it. Names of people, grammar words and measure words are linked only where both sides have a word of their own.
"""

SEGMENTS: tuple[tuple[str, str, str], ...] = (
    (
        "这家公司去年在上海开设了三家新工厂。",
        "The company opened three new factories in Shanghai last year.",
        "公司=company; 去年=last year; 上海=Shanghai; 开设=opened; 三=three; 新=new; 工厂=factories",
    ),
    (
        "医生建议病人每天至少散步半小时。",
        "Doctors advise patients to walk for at least half an hour every day.",
        "医生=Doctors; 建议=advise; 病人=patients; 每天=every day; 至少=least; 散步=walk; 小时=hour",
    ),
    (
        "政府宣布将降低小企业的税收。",
        "The government announced that it would cut taxes for small businesses.",
        "政府=government; 宣布=announced; 降低=cut; 小企业=small businesses; 税收=taxes",
    ),
    (
        "科学家在深海发现了一种未知的鱼类。",
        "Scientists have found an unknown kind of fish in the deep sea.",
        "科学家=Scientists; 深海=deep sea; 发现=found; 一种=kind; 未知=unknown; 鱼类=fish",
    ),
    (
        "她没有回答记者的问题，直接离开了会场。",
        "She did not answer the reporters' questions and left the venue at once.",
        "没有=not; 回答=answer; 记者=reporters'; 问题=questions; 直接=once; 离开=left; 会场=venue",
    ),
    (
        "这部电影讲述了一位老教师和学生之间的友谊。",
        "The film tells the story of the friendship between an old teacher and his students.",
        "电影=film; 讲述=tells; 老=old; 教师=teacher; 学生=students; 友谊=friendship; 之间=between",
    ),
    (
        "央行上周将基准利率上调了0.25个百分点。",
        "The central bank raised its benchmark interest rate by 0.25 percentage points last week.",
        "央行=central bank; 上周=last week; 基准利率=benchmark interest rate; 上调=raised; "
        "0.25=0.25; 百分点=percentage points",
    ),
    (
        "球队在最后一分钟进球，赢得了冠军。",
        "The team scored in the last minute and won the championship.",
        "球队=team; 最后=last; 分钟=minute; 进球=scored; 赢得=won; 冠军=championship",
    ),
    (
        "王建国教授认为，人工智能不会完全取代人类。",
        "Professor Wang Jianguo believes that artificial intelligence will not completely replace humans.",
        "王建国=Wang Jianguo; 教授=Professor; 认为=believes; 人工智能=artificial intelligence; "
        "完全=completely; 取代=replace; 人类=humans",
    ),
    (
        "请在安装软件之前关闭所有窗口。",
        "Please close all windows before you install the software.",
        "安装=install; 软件=software; 之前=before; 关闭=close; 所有=all; 窗口=windows; 请=Please",
    ),
    (
        "由于天气恶劣，今天飞往北京的航班全部取消。",
        "All flights to Beijing were cancelled today because of bad weather.",
        "天气=weather; 恶劣=bad; 今天=today; 北京=Beijing; 航班=flights; 全部=All; 取消=cancelled",
    ),
    (
        "这座古老的寺庙建于唐代，至今保存完好。",
        "The ancient temple was built in the Tang Dynasty and is still well preserved today.",
        "古老=ancient; 寺庙=temple; 建=built; 唐代=Tang Dynasty; 保存=preserved; 完好=well; 至今=today",
    ),
    (
        "消费者越来越关心食品安全。",
        "Consumers are more and more concerned about food safety.",
        "消费者=Consumers; 关心=concerned; 食品安全=food safety",
    ),
    (
        "研究人员分析了两千名儿童的睡眠数据。",
        "The researchers analysed sleep data from two thousand children.",
        "研究人员=researchers; 分析=analysed; 儿童=children; 睡眠=sleep; 数据=data; 两千=two thousand",
    ),
    (
        "双方签署了一项为期五年的贸易协定。",
        "The two sides signed a five-year trade agreement.",
        "双方=two sides; 签署=signed; 五=five; 贸易=trade; 协定=agreement; 年=year",
    ),
    (
        "新能源汽车的销量首次超过了传统汽车。",
        "Sales of new energy vehicles exceeded those of traditional cars for the first time.",
        "新能源=new energy; 销量=Sales; 首次=first time; 超过=exceeded; 传统=traditional",
    ),
    (
        "村民们用竹子搭建了一座小桥。",
        "The villagers built a small bridge out of bamboo.",
        "村民=villagers; 竹子=bamboo; 搭建=built; 小桥=small bridge",
    ),
    (
        "警方正在调查这起事故的原因。",
        "Police are investigating the cause of the accident.",
        "警方=Police; 调查=investigating; 事故=accident; 原因=cause",
    ),
    (
        "我小时候常常和爷爷一起去河边钓鱼。",
        "When I was a child I often went fishing by the river with my grandfather.",
        "小时候=child; 常常=often; 爷爷=grandfather; 河边=river; 钓鱼=fishing; 去=went",
    ),
    (
        "该平台的用户可以免费下载电子书。",
        "Users of the platform can download e-books free of charge.",
        "平台=platform; 用户=Users; 免费=free; 下载=download; 可以=can",
    ),
    (
        "疫苗能够有效预防这种疾病的传播。",
        "The vaccine can effectively prevent the spread of this disease.",
        "疫苗=vaccine; 有效=effectively; 预防=prevent; 疾病=disease; 传播=spread; 能够=can",
    ),
    (
        "法院驳回了原告的全部诉讼请求。",
        "The court rejected all the claims of the plaintiff.",
        "法院=court; 驳回=rejected; 原告=plaintiff; 全部=all; 请求=claims",
    ),
    (
        "卡梅隆导演的新片将于下个月在全国上映。",
        "The new film directed by Cameron will be released nationwide next month.",
        "卡梅隆=Cameron; 导演=directed; 新片=new film; 下个月=next month; 全国=nationwide; 上映=released",
    ),
    (
        "电池的容量决定了手机的使用时间。",
        "The capacity of the battery determines how long the phone can be used.",
        "电池=battery; 容量=capacity; 决定=determines; 手机=phone; 使用=used; 时间=long",
    ),
)
