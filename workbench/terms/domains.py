"""Fields of knowledge as data: the names that termbases give them, and words that tell a text belongs to one.

They choose between the senses of a term, so a field needs only the words that set it apart from others.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Domain:
    name: str
    aliases: frozenset[str]
    """Lower-case English words and Chinese words that name the field in a termbase."""
    zh: frozenset[str]
    en: frozenset[str]
    """Lower-case English words."""
    is_figurative: bool = False
    """Terms of the field are often words of another one used as pictures (风口, 赛道, 落地)."""


def _domain(name: str, aliases: str, zh: str, en: str, *, figurative: bool = False) -> Domain:
    sets = [frozenset(words.split()) for words in (f"{name} {aliases}", zh, en)]
    return Domain(name, sets[0], sets[1], sets[2], figurative)


DOMAINS = (
    _domain(
        "business",
        "economy economics commerce commercial management startup startups venture investment marketing industry "
        "trend journalism media internet metaphor metaphorical figurative hype market "
        "商业 经济 创业 投资 市场 营销 管理 产业 互联网 媒体 比喻 引申 财经 商务 科技 电商",
        "创业 创业者 创业公司 投资 投资人 投资者 资本 融资 市场 商业 商业模式 盈利 消费 消费者 用户 流量 互联网 平台 "
        "概念 热点 赛道 巨头 玩家 红利 风险投资 估值 上市 独角兽 元宇宙 人工智能 区块链 直播 电商 品牌 机会 机遇 "
        "趋势 转型 布局 数字化 新能源 竞争 商家 企业家 股民 炒作 追捧 爆发 时代 浪潮 蓝海 红海 ChatGPT 新兴 跨界 变现",
        "startup investor investment capital market business consumer user internet platform concept trend player "
        "giant valuation brand opportunity hype digital monetize venture economy e-commerce competition boom "
        "metaverse chatgpt entrepreneur",
        figurative=True,
    ),
    _domain(
        "metallurgy",
        "metallurgical steel steelmaking ironmaking iron smelting foundry furnace metal "
        "冶金 钢铁 炼铁 炼钢 高炉 冶炼 金属",
        "高炉 炉缸 炉腹 炉喉 炉身 炉料 炉温 炉内 炉渣 铁水 送风 鼓风 鼓风机 热风 热风炉 喷煤 煤粉 焦炭 冶炼 炼铁 炼钢 "
        "铁矿石 烧结 球团 铁口 渣口 出铁 转炉 连铸 钢坯 耐火 冷却壁 休风 回旋区 风温 风压 富氧 焦比 铜冷却 烧损 炉役",
        "blast furnace hearth bosh slag smelting ironmaking steelmaking coke coal injection sinter pellet refractory "
        "converter casting molten iron hot stove cooling taphole raceway",
    ),
    _domain(
        "engineering",
        "mechanical machinery technical technology hvac ventilation building construction architecture electrical "
        "manufacturing literal 工程 机械 技术 暖通 通风 建筑 电气 制造 工业 本义",
        "空调 通风 管道 排风 送风 风管 风机 设备 零件 安装 阀门 电机 螺栓 轴承 焊接 施工 混凝土 图纸 检修 尺寸 直径 "
        "厚度 压力 温度 墙体 屋顶 室内 机房 滤网 散热 气流",
        "duct ventilation fan valve bearing motor pipe weld install diameter temperature pressure wall roof filter "
        "airflow equipment concrete",
    ),
    _domain(
        "weather",
        "meteorology climate geography outdoors nature 气象 天气 气候 地理 自然 户外",
        "大风 寒风 冷风 北风 气温 降雨 山口 峡谷 山谷 台风 冷空气 着凉 吹风 下雪 刺骨 海边 海拔",
        "wind windy cold gale rain valley gorge typhoon snow draught draft chill",
    ),
    _domain(
        "finance",
        "financial banking bank accounting securities insurance stock stocks "
        "金融 银行 证券 保险 会计 股票 基金 财务 投行",
        "股票 股市 债券 基金 利率 汇率 贷款 存款 银行 证券 期货 保险 股东 分红 股息 央行 货币 资产 负债 净利润 涨停 "
        "投资组合 市盈率 派息 信贷 理财 账户 审计",
        "stock bond fund interest rate loan deposit bank securities dividend shareholder currency asset liability "
        "credit audit earnings equity",
    ),
    _domain(
        "computing",
        "it software computer networking network data telecom telecommunications programming hardware ai "
        "计算机 软件 网络 通信 数据 编程 硬件 信息技术 人工智能",
        "服务器 带宽 网络 软件 程序 代码 数据库 接口 协议 算法 操作系统 路由器 端口 云计算 部署 宽带 运营商 手机 芯片 "
        "字节 缓存 编译 开源 登录 浏览器 运算 模型训练 延迟",
        "server bandwidth network software program code database interface protocol algorithm router port cloud "
        "deploy broadband carrier chip cache compile login browser latency",
    ),
    _domain(
        "hydrology",
        "water hydraulics hydraulic river fluid physics 水利 水文 河流 流体 物理 水务",
        "河流 河水 水库 大坝 水位 洪水 流速 立方米 水泵 灌溉 下游 上游 江水 汛期 水电站 管网 截面 流体 泄洪",
        "river reservoir dam flood cubic metre meter pump irrigation downstream upstream hydropower discharge fluid",
    ),
    _domain(
        "medicine",
        "medical health clinical pharmacy biology anatomy disease 医学 医疗 卫生 临床 药学 生物 解剖 健康 公共卫生",
        "患者 医院 医生 病毒 疫苗 感染 临床 症状 治疗 药物 手术 疾病 病例 诊断 剂量 免疫 血压 肿瘤 传染 接种 护士 细胞",
        "patient hospital doctor virus vaccine infection clinical symptom treatment drug surgery disease diagnosis "
        "dose "
        "immune tumour tumor cell",
    ),
    _domain(
        "law",
        "legal judicial contract court 法律 司法 法学 合同 法院",
        "法院 法官 律师 原告 被告 判决 合同 诉讼 条款 违约 仲裁 刑法 民法 立法 权利 义务 赔偿",
        "court judge lawyer plaintiff defendant verdict contract litigation clause breach arbitration statute",
    ),
    _domain(
        "politics",
        "government policy diplomacy administration 政治 政府 政策 外交 行政",
        "政府 国务院 政策 总书记 主席 会议 人大 外交 部长 改革 法规 中央 地方政府 党 总理 部署 治理",
        "government policy council president minister congress diplomacy reform party premier governance",
    ),
    _domain(
        "military",
        "army defence defense war weapons 军事 国防 战争 武器",
        "军队 士兵 部队 战争 导弹 武器 作战 海军 空军 陆军 演习 司令 战机 防御",
        "army soldier troops war missile weapon combat navy air force exercise commander",
    ),
    _domain(
        "sports",
        "sport athletics racing football basketball 体育 运动 赛车 足球 篮球 田径",
        "比赛 球队 球员 冠军 联赛 运动员 教练 奥运会 决赛 赛车 跑道 进球 裁判 车手 得分 田径 起跑 选手",
        "match team player champion league athlete coach olympic final race track goal referee driver",
    ),
    _domain(
        "agriculture",
        "farming farm food crops fishery forestry 农业 农村 食品 种植 养殖 林业 渔业",
        "农民 种植 粮食 小麦 水稻 玉米 肥料 土壤 农田 收割 养殖 果园 农作物 播种 灌溉 饲料 丰收 联合收割机",
        "farmer crop grain wheat rice corn fertilizer soil harvest orchard sowing irrigation feed",
    ),
    _domain(
        "entertainment",
        "film movie music game gaming literature myth art fantasy culture 影视 电影 音乐 游戏 文学 神话 艺术 文化 娱乐",
        "电影 导演 演员 音乐 歌手 游戏 小说 神话 传说 剧情 票房 角色 观众 作家 动画 舞台 魔法",
        "film director actor music singer game novel myth legend plot box office character audience animation stage",
    ),
    _domain(
        "transport",
        "aviation automotive aircraft logistics traffic shipping railway cars 交通 航空 汽车 物流 飞机 铁路 航运",
        "飞机 航班 机场 起落架 飞行员 跑道 汽车 车辆 道路 公路 高速 铁路 列车 司机 驾驶 路口 红绿灯 港口 "
        "船舶 车流 拥堵",
        "aircraft flight airport pilot runway car vehicle road highway railway train driver port ship congestion",
    ),
)

FIGURATIVE_BEFORE = (
    "新", "新的", "下一个", "最大的", "站在", "站上", "抓住", "错过", "追", "追逐", "追赶", "迎来", "抢占", "搭上",
    "赶上", "成为", "时代的", "时代", "投资", "创业", "资本", "政策", "热点和", "热点、", "概念和", "又一个", "一波",
    "行业", "市场", "踩中", "站在了", "踏上", "布局", "押注", "所谓的", "所谓", "未来的", "大",
)  # fmt: skip
"""What stands right before a word that is used as a picture."""

FIGURATIVE_AFTER = (
    "期",
    "上的猪",
    "之上",
    "来临",
    "过后",
    "已过",
    "已至",
    "频出",
    "效应",
    "论",
    "正劲",
    "行业",
    "项目",
    "再起",
)

FIGURATIVE_CLAUSE = (
    "成为",
    "被视为",
    "被看作",
    "被称为",
    "堪称",
    "迎来",
    "号称",
    "称得上",
    "无疑是",
    "正在成为",
    "当作",
    "视作",
)
"""What makes of one thing another, in the same clause."""

CONCRETE_NEAR = (
    "直径", "温度", "压力", "毫米", "厘米", "米/秒", "℃", "摄氏度", "mm", "m/s", "堵塞", "烧损", "更换", "安装",
    "检修", "清理", "焊", "漏水", "堵住", "关闭", "打开", "喷", "冷却", "吹", "速度", "风速", "流速",
    "立方米", "兆帕", "千帕", "数目", "号",
)  # fmt: skip
"""Signs of a thing that can be measured and touched."""
