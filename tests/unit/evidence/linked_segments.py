"""Segments with their words linked by hand: our own sentences, from several fields.

Each: source, target, links. A link is `source words = target words`; every source word of it goes with every target
word of it. A compound whose parts each render one word is linked part by part, and as a whole with `~`: such a link
may be made, and need not be (the sure and possible links of Och and Ney 2003). Names of people, grammar words and
measure words are linked only where both sides have a word of their own.
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
        "政府=government; 宣布=announced; 降低=cut; 小企业~small businesses; 小=small; 企业=businesses; 税收=taxes",
    ),
    (
        "科学家在深海发现了一种未知的鱼类。",
        "Scientists have found an unknown kind of fish in the deep sea.",
        "科学家=Scientists; 深海~deep sea; 深=deep; 海=sea; 发现=found; 一种=kind; 未知=unknown; 鱼类=fish",
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
        "央行=central bank; 上周=last week; 基准利率~benchmark interest rate; 基准=benchmark; "
        "利率=interest rate; 上调=raised; "
        "0.25个百分点~0.25 percentage points; 0.25=0.25; 百分点=percentage points",
    ),
    (
        "球队在最后一分钟进球，赢得了冠军。",
        "The team scored in the last minute and won the championship.",
        "球队=team; 最后=last; 分钟=minute; 进球=scored; 赢得=won; 冠军=championship",
    ),
    (
        "王建国教授认为，人工智能不会完全取代人类。",
        "Professor Wang Jianguo believes that artificial intelligence will not completely replace humans.",
        "王建国=Wang Jianguo; 教授=Professor; 认为=believes; 人工智能~artificial intelligence; "
        "人工=artificial; 智能=intelligence; "
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
        "消费者=Consumers; 关心=concerned; 食品安全~food safety; 食品=food; 安全=safety",
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
        "新能源~new energy; 新=new; 能源=energy; 销量=Sales; 首次=first time; 超过=exceeded; 传统=traditional",
    ),
    (
        "村民们用竹子搭建了一座小桥。",
        "The villagers built a small bridge out of bamboo.",
        "村民=villagers; 竹子=bamboo; 搭建=built; 小桥~small bridge; 小=small; 桥=bridge",
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
        "卡梅隆=Cameron; 导演=directed; 新片~new film; 新=new; 片=film; 下个月=next month; 全国=nationwide; "
        "上映=released",
    ),
    (
        "电池的容量决定了手机的使用时间。",
        "The capacity of the battery determines how long the phone can be used.",
        "电池=battery; 容量=capacity; 决定=determines; 手机=phone; 使用=used; 时间=long",
    ),
    # ---- law, finance, business
    (
        "合同自双方签字之日起生效，有效期三年。",
        "The contract takes effect on the day both parties sign it and is valid for three years.",
        "合同=contract; 双方=both parties; 签字=sign; 日=day; 生效=takes effect; 有效期=valid; 三=three; 年=years",
    ),
    (
        "受疫情影响，旅游业的收入比前年下降了四成。",
        "Hit by the epidemic, the tourism industry's revenue fell by forty percent from the year before last.",
        "疫情=epidemic; 影响=Hit; 旅游业=tourism industry's; 收入=revenue; 前年=year before last; 下降=fell; "
        "四成=forty percent",
    ),
    (
        "董事会昨天一致通过了收购方案。",
        "The board of directors unanimously approved the acquisition plan yesterday.",
        "董事会=board directors; 昨天=yesterday; 一致=unanimously; 通过=approved; 收购=acquisition; 方案=plan",
    ),
    (
        "租客提前搬走的，房东有权扣除押金。",
        "If the tenant moves out early, the landlord is entitled to withhold the deposit.",
        "租客=tenant; 提前=early; 搬走=moves out; 房东=landlord; 有权=entitled; 扣除=withhold; 押金=deposit",
    ),
    (
        "创业者往往低估了开拓市场的成本。",
        "Entrepreneurs tend to underestimate the cost of opening up a market.",
        "创业者=Entrepreneurs; 往往=tend; 低估=underestimate; 开拓=opening; 市场=market; 成本=cost",
    ),
    (
        "这款手机的售价为3999元，比上一代便宜500元。",
        "This phone is priced at 3,999 yuan, 500 yuan cheaper than the previous generation.",
        "手机=phone; 售价=priced; 3999=3,999; 上一代=previous generation; 便宜=cheaper; 500=500",
    ),
    # ---- medicine, science, technology
    (
        "糖尿病患者应当控制饮食，并定期检查血糖。",
        "People with diabetes should control their diet and have their blood sugar checked regularly.",
        "糖尿病=diabetes; 患者=People; 应当=should; 控制=control; 饮食=diet; 定期=regularly; 检查=checked; "
        "血糖~blood sugar; 血=blood; 糖=sugar",
    ),
    (
        "手术持续了六个小时，病人目前情况稳定。",
        "The operation lasted six hours and the patient is now in stable condition.",
        "手术=operation; 持续=lasted; 六=six; 小时=hours; 病人=patient; 目前=now; 情况=condition; 稳定=stable",
    ),
    (
        "这颗卫星将在距地面五百公里的轨道上运行。",
        "The satellite will travel in an orbit five hundred kilometres above the ground.",
        "卫星=satellite; 地面=ground; 五百=five hundred; 公里=kilometres; 轨道=orbit; 运行=travel",
    ),
    (
        "水在零度以下结冰，体积随之膨胀。",
        "Water freezes below zero degrees and its volume expands accordingly.",
        "水=Water; 零=zero; 度=degrees; 以下=below; 结冰=freezes; 体积=volume; 膨胀=expands",
    ),
    (
        "黑客利用系统漏洞窃取了上百万用户的密码。",
        "Hackers exploited a flaw in the system to steal the passwords of more than a million users.",
        "黑客=Hackers; 利用=exploited; 系统=system; 漏洞=flaw; 窃取=steal; 用户=users; 密码=passwords",
    ),
    (
        "该算法的运算速度是传统方法的十倍。",
        "The algorithm computes ten times as fast as the traditional method.",
        "算法=algorithm; 运算=computes; 速度=fast; 传统=traditional; 方法=method; 十倍=ten times",
    ),
    (
        "化石表明，这种恐龙身上长有羽毛。",
        "Fossils show that this dinosaur had feathers on its body.",
        "化石=Fossils; 表明=show; 恐龙=dinosaur; 身上=body; 羽毛=feathers; 长有=had",
    ),
    # ---- politics, history, society
    (
        "两国外长就边境问题举行了会谈。",
        "The foreign ministers of the two countries held talks on the border issue.",
        "两=two; 国=countries; 外长~foreign ministers; 外=foreign; 长=ministers; 边境=border; 问题=issue; "
        "举行=held; 会谈=talks",
    ),
    (
        "战争结束后，成千上万的难民返回了家园。",
        "After the war ended, thousands upon thousands of refugees returned to their homes.",
        "战争=war; 结束=ended; 后=After; 成千上万=thousands; 难民=refugees; 返回=returned; 家园=homes",
    ),
    (
        "市长承诺在年底前解决垃圾处理的难题。",
        "The mayor promised to solve the problem of waste disposal before the end of the year.",
        "市长=mayor; 承诺=promised; 年底=end year; 前=before; 解决=solve; 垃圾=waste; 处理=disposal; 难题=problem",
    ),
    (
        "越来越多的年轻人选择晚婚或者不婚。",
        "More and more young people choose to marry late or not at all.",
        "年轻人~young people; 年轻=young; 人=people; 选择=choose; 晚=late; 婚=marry; 或者=or; 不=not",
    ),
    (
        "长城始建于战国时期，后来经过多次修缮。",
        "The Great Wall was begun in the Warring States period and was later repaired many times.",
        "长城=Great Wall; 始建=begun; 战国=Warring States; 时期=period; 后来=later; 多次=many times; 修缮=repaired",
    ),
    (
        "大学毕业生的就业压力逐年增加。",
        "The pressure on university graduates to find jobs grows year by year.",
        "大学=university; 毕业生=graduates; 就业=jobs; 压力=pressure; 逐年=year by year; 增加=grows",
    ),
    (
        "消防员冒着浓烟把两名老人背下了楼。",
        "Firefighters braved thick smoke to carry two elderly people down the stairs on their backs.",
        "消防员=Firefighters; 冒=braved; 浓烟~thick smoke; 浓=thick; 烟=smoke; 两=two; 老人=elderly people; 背=carry; "
        "楼=stairs; 下=down",
    ),
    # ---- literature, everyday life, food
    (
        "她关上灯，在黑暗中静静地听着雨声。",
        "She turned off the light and listened quietly to the sound of the rain in the dark.",
        "她=She; 关上=turned off; 灯=light; 黑暗=dark; 静静=quietly; 听=listened; 雨声~sound rain; 雨=rain; 声=sound",
    ),
    (
        "父亲把信折好，塞进了大衣口袋。",
        "Father folded the letter and slipped it into the pocket of his overcoat.",
        "父亲=Father; 信=letter; 折=folded; 塞=slipped; 大衣=overcoat; 口袋=pocket",
    ),
    (
        "先把洋葱切碎，用小火炒到金黄色。",
        "First chop the onion and fry it over a low heat until golden.",
        "先=First; 洋葱=onion; 切碎=chop; 小火=low heat; 炒=fry; 金黄色=golden; 到=until",
    ),
    (
        "老王嘴上不说，心里却十分得意。",
        "Old Wang said nothing, but at heart he was very pleased with himself.",
        "老王~Old Wang; 老=Old; 王=Wang; 不=nothing; 说=said; 心里=heart; 却=but; 十分=very; 得意=pleased",
    ),
    (
        "他一口气爬上了山顶，累得说不出话来。",
        "He climbed to the top of the mountain without a break and was too tired to speak.",
        "他=He; 爬=climbed; 山顶~top mountain; 山=mountain; 顶=top; 累=tired; 说=speak",
    ),
    (
        "孩子们围着篝火又唱又跳，直到深夜。",
        "The children sang and danced around the campfire until late at night.",
        "孩子=children; 围=around; 篝火=campfire; 唱=sang; 跳=danced; 直到=until; 深夜=late night",
    ),
    (
        "这家小店的牛肉面又便宜又好吃。",
        "The beef noodles at this little shop are both cheap and delicious.",
        "小=little; 店=shop; 牛肉面~beef noodles; 牛肉=beef; 面=noodles; 便宜=cheap; 好吃=delicious",
    ),
    # ---- sport, culture, travel
    (
        "中国队在决赛中以三比一击败了日本队。",
        "The Chinese team beat Japan three to one in the final.",
        "中国=Chinese; 决赛=final; 三=three; 一=one; 击败=beat; 日本=Japan",
    ),
    (
        "这位钢琴家十二岁时就举办了个人音乐会。",
        "The pianist gave a solo concert when he was only twelve years old.",
        "钢琴家=pianist; 十二=twelve; 岁=years old; 举办=gave; 个人=solo; 音乐会=concert",
    ),
    (
        "游客可以乘坐缆车前往山上的寺院。",
        "Visitors can take the cable car to the monastery on the mountain.",
        "游客=Visitors; 可以=can; 乘坐=take; 缆车=cable car; 山=mountain; 寺院=monastery",
    ),
    (
        "展览展出了毕加索的四十幅油画。",
        "Forty oil paintings by Picasso were shown at the exhibition.",
        "展览=exhibition; 展出=shown; 毕加索=Picasso; 四十=Forty; 油画~oil paintings; 油=oil; 画=paintings",
    ),
    (
        "导演把小说的结局改成了喜剧。",
        "The director turned the ending of the novel into a comedy.",
        "导演=director; 小说=novel; 结局=ending; 改=turned; 喜剧=comedy",
    ),
    # ---- farming, environment, weather, industry
    (
        "台风登陆后，沿海地区普降暴雨。",
        "After the typhoon made landfall, heavy rain fell across the coastal areas.",
        "台风=typhoon; 登陆=landfall; 后=After; 沿海=coastal; 地区=areas; 降=fell; 暴雨=heavy rain",
    ),
    (
        "农民正忙着收割小麦，准备播种玉米。",
        "Farmers are busy harvesting wheat and getting ready to sow corn.",
        "农民=Farmers; 忙=busy; 收割=harvesting; 小麦=wheat; 准备=ready; 播种=sow; 玉米=corn",
    ),
    (
        "这条河曾经污染严重，如今又有了鱼。",
        "This river was once badly polluted, but now there are fish in it again.",
        "河=river; 曾经=once; 污染=polluted; 严重=badly; 如今=now; 又=again; 鱼=fish",
    ),
    (
        "风力发电已经占到全省用电量的三分之一。",
        "Wind power already accounts for a third of the province's electricity consumption.",
        "风力=Wind; 发电=power; 已经=already; 占=accounts; 省=province's; 用电量~electricity consumption; "
        "用=consumption; 电=electricity; "
        "三分之一=third",
    ),
)
