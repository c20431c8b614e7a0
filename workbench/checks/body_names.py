"""Companies, universities, ministries, agencies and hospitals with what English calls them: a table, by kind.

A row is the Chinese names | what renders them, regular expressions | the name that may be suggested. `~Education` is a
ministry.
Machines put one of a kind for another, so that bodies are compared within their kind alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from workbench.checks.by_character import ByCharacter


class Body(NamedTuple):
    kind: int
    zh: re.Pattern[str]
    hinted: re.Pattern[str]
    """What in a source may be rendered by its English name."""
    en: re.Pattern[str]
    """What renders it."""
    betrays: re.Pattern[str]
    """What surely is its name, and nobody else's."""
    name: str


_COMPANIES = """
华为|Huawei|Huawei
小米(?!粥|饭|椒|面|粒|和)|Xiaomi|Xiaomi
荣耀(?=手机|公司|终端|品牌)|Honou?r|Honor
中兴通讯|ZTE|ZTE
联想(?=集团|公司|电脑|控股)|Lenovo|Lenovo
阿里巴巴|Alibaba|Alibaba
腾讯|Tencent|Tencent
百度(?!百科)|Baidu|Baidu
京东(?!方)|JD(?:\\.com)?|JD.com
京东方|BOE|BOE
拼多多|Pinduoduo|PDD|Pinduoduo
美团|Meituan|Meituan
滴滴(?!答)|Didi|Didi
字节跳动|ByteDance|ByteDance
抖音|Douyin|TikTok|Douyin
快手(?=公司|科技|平台|直播|用户)|Kuaishou|Kuaishou
网易|NetEase|NetEase
新浪|Sina|Sina
搜狐|Sohu|Sohu
携程|Ctrip|Trip\\.com|Ctrip
比亚迪|BYD|BYD
吉利(?=汽车|集团|控股)|Geely|Geely
蔚来|Nio|Nio
理想汽车|Li Auto|Li Auto
小鹏|XPeng|XPeng
宁德时代|CATL|Contemporary Amperex|CATL
特斯拉|Tesla|Tesla
丰田|Toyota|Toyota
本田|Honda|Honda
日产(?=汽车|公司)|Nissan|Nissan
大众(?=汽车|公司|集团)|Volkswagen|VW|Volkswagen
宝马|BMW|BMW
奔驰(?!在|于)|戴姆勒|Mercedes|Benz|Daimler|Mercedes-Benz
奥迪|Audi|Audi
福特(?=汽车|公司)|Ford|Ford
通用汽车|General Motors|GM|General Motors
通用电气|General Electric|GE|General Electric
苹果公司|Apple|Apple
微软|Microsoft|Microsoft
谷歌|Google|Alphabet|Google
亚马逊(?!河|雨林|流域|热带)|Amazon|Amazon
脸书|Facebook|Meta|Facebook
推特|Twitter|Twitter
英特尔|Intel|Intel
英伟达|Nvidia|Nvidia
高通(?=公司|芯片|骁龙)|Qualcomm|Qualcomm
台积电|TSMC|Taiwan Semiconductor|TSMC
三星(?!级|期|堆)|Samsung|Samsung
索尼|Sony|Sony
松下(?=电器|公司|集团)|Panasonic|Panasonic
波音|Boeing|Boeing
空中客车|空客|Airbus|Airbus
海尔|Haier|Haier
美的集团|Midea|Midea
格力|Gree|Gree
海信|Hisense|Hisense
万科|Vanke|Vanke
恒大|Evergrande|Evergrande
碧桂园|Country Garden|Country Garden
伊利(?=集团|股份|牛奶|公司)|Yili|Yili
蒙牛|Mengniu|Mengniu
茅台|Moutai|Maotai|Moutai
五粮液|Wuliangye|Wuliangye
麦当劳|McDonald\\W?s|McDonald's
肯德基|KFC|Kentucky|KFC
星巴克|Starbucks|Starbucks
瑞幸|Luckin|Luckin
可口可乐|Coca[- ]Cola|Coke|Coca-Cola
百事|Pepsi\\w*|Pepsi
沃尔玛|Walmart|Wal-Mart|Walmart
家乐福|Carrefour|Carrefour
雀巢|Nestl\\w+|Nescaf\\w+|Nestle
耐克|Nike|Nike
阿迪达斯|Adidas|Adidas
安踏|Anta|Anta
李宁(?=公司|品牌|集团)|Li[- ]?Ning|Li-Ning
辉瑞|Pfizer|Pfizer
默克(?!尔)|Merck|Merck
阿斯利康|AstraZeneca|AstraZeneca
强生|Johnson|J&J|Johnson & Johnson
西门子|Siemens|Siemens
博世|Bosch|Bosch
中石油|中国石油(?!化工)|PetroChina|CNPC|China National Petroleum|PetroChina
中石化|中国石化|Sinopec|China Petroleum|Sinopec
中海油|CNOOC|National Offshore|CNOOC
中国移动|China Mobile|China Mobile
中国联通|China Unicom|China Unicom
中国电信|China Telecom|China Telecom
国航|中国国际航空|Air China|Air China
东航|东方航空|China Eastern|Eastern Airlines|China Eastern
南航|南方航空|China Southern|Southern Airlines|China Southern
海航|海南航空|Hainan Airlines|HNA|Hainan Airlines
"""
_BANKS = """
工商银行|工行|Industrial and Commercial Bank|ICBC|Industrial and Commercial Bank of China
农业银行|农行|Agricultural Bank|ABC|Agricultural Bank of China
中国银行|Bank of China|BOC|Bank of China
建设银行|建行|Construction Bank|CCB|China Construction Bank
交通银行|交行|Bank of Communications|BoCom|Bank of Communications
招商银行|招行|Merchants Bank|CMB|China Merchants Bank
中国人民银行|人民银行|央行|People\\W?s Bank of China|PBo?C|central bank|People's Bank of China
世界银行|世行|World Bank|World Bank
亚投行|亚洲基础设施投资银行|Asian Infrastructure Investment Bank|AIIB|Asian Infrastructure Investment Bank
亚洲开发银行|亚开行|Asian Development Bank|ADB|Asian Development Bank
高盛|Goldman|Goldman Sachs
摩根大通|J\\.?P\\.? ?Morgan\\w*|JPMorgan Chase
摩根士丹利|Morgan Stanley|Morgan Stanley
花旗|Citi\\w*|Citigroup
汇丰|HSBC|HSBC
瑞银|UBS|UBS
"""
_UNIVERSITIES = """
北京大学|北大(?!荒)|Peking University|PKU|Beida|Beijing University|Peking University
清华|Tsinghua|Qinghua|Tsinghua University
复旦|Fudan|Fudan University
上海交通大学|上海交大|Jiao ?[Tt]ong|SJTU|Shanghai Jiao Tong University
浙江大学|浙大|Zhejiang University|ZJU|Zheda|Zhejiang University
南京大学|南大|Nanjing University|NJU|Nanjing University
武汉大学|武大|Wuhan University|WHU|Wuhan University
中山大学|Sun Yat-[Ss]en|Zhongshan University|Sun Yat-sen University
中国人民大学|人民大学|人大(?=教授|学生|毕业)|Renmin|People\\W?s University|Renmin University of China
北京师范大学|北师大|Beijing Normal|BNU|Beijing Normal University
同济|Tongji|Tongji University
南开|Nankai|Nankai University
哈佛|Harvard|Harvard University
耶鲁|Yale|Yale University
斯坦福|Stanford|Stanford University
麻省理工|MIT|Massachusetts Institute|Massachusetts Institute of Technology
普林斯顿|Princeton|Princeton University
牛津|Oxford\\w*|University of Oxford
剑桥|Cambridge|University of Cambridge
"""
_STATE = """
教育部|~Education|MOE|Ministry of Education
科技部|科学技术部|~Science|MOST|Ministry of Science and Technology
财政部|~Finance|MOF|Treasury|Ministry of Finance
商务部|~Commerce|MOFCOM|Commerce Department|Ministry of Commerce
外交部|~Foreign|Foreign Office|MFA|Foreign Affairs|Ministry of Foreign Affairs
国防部|~(?:National )?Defen[cs]e|Pentagon|MND|Ministry of National Defense
公安部|~Public|MPS|Ministry of Public Security
农业农村部|农业部|~Agriculture|Ministry of Agriculture and Rural Affairs
交通运输部|Ministry of Transport\\w*|[Tt]ransport\\w* [Mm]inistry|Ministry of Transport
生态环境部|环保部|环境(?=部)|~Ecology|~Environment|Ministry of Ecology and Environment
文化和旅游部|文旅部|文化部|~Culture|Ministry of Culture and Tourism
工信部|工业和信息化部|Ministry of Industry|MIIT|[Ii]ndustry [Mm]inistry|Ministry of Industry and Information Technology
人社部|人力资源和社会保障部|Ministry of Human Resources|Ministry of Human Resources and Social Security
住建部|住房和城乡建设部|~Housing|Ministry of Housing and Urban-Rural Development
自然资源部|Ministry of Natural Resources|Ministry of Natural Resources
水利部|~Water|Ministry of Water Resources
司法部|~Justice|Justice Department|Ministry of Justice
民政部|~Civil|Ministry of Civil Affairs
统计局|Bureau of Statistics|[Ss]tatistics [Bb]ureau|NBS|[Ss]tatistic\\w+|National Bureau of Statistics
卫健委|卫生健康委|Health Commission|NHC|health (?:authorit\\w+|officials?)|National Health Commission
发改委|发展改革委|Development and Reform|NDRC|National Development and Reform Commission
证监会|Securities Regulatory|CSRC|[Ss]ecurities (?:regulator|watchdog)|China Securities Regulatory Commission
银保监会|银监会|Banking (?:and Insurance )?Regulatory|CBI?RC|China Banking and Insurance Regulatory Commission
海关总署|Customs|GACC|General Administration of Customs
国家税务总局|税务总局|Tax\\w*|State Taxation Administration
市场监管总局|Market Regulation|SAMR|[Mm]arket regulator|State Administration for Market Regulation
国家药监局|药监局|Medical Products|NMPA|[Dd]rug|National Medical Products Administration
国家能源局|Energy Administration|NEA|[Ee]nergy|National Energy Administration
国家文物局|文物局|Cultural Heritage|NCHA|[Cc]ultural [Rr]elics|National Cultural Heritage Administration
最高人民法院|最高法|Supreme People\\W?s Court|SPC|[Ss]upreme [Cc]ourt|top court|Supreme People's Court
最高人民检察院|最高检|Procurat\\w+|SPP|[Pp]rosecut\\w+|Supreme People's Procuratorate
"""
_WORLD = """
世界卫生组织|世卫组织|World Health Organi[sz]ation|WHO|World Health Organization
世界贸易组织|世贸组织|世贸|World Trade|WTO|World Trade Organization
国际货币基金组织|国际货币基金|International Monetary Fund|IMF|International Monetary Fund
联合国教科文组织|教科文组织|UNESCO|Educational, Scientific|UNESCO
联合国粮农组织|粮农组织|FAO|Food and Agric\\w+|Food and Agriculture Organization
联合国儿童基金会|儿童基金会|UNICEF|Children\\W?s Fund|UNICEF
国际劳工组织|International Labou?r|ILO|International Labour Organization
国际能源署|International Energy Agency|IEA|International Energy Agency
国际原子能机构|Atomic Energy|IAEA|International Atomic Energy Agency
经合组织|经济合作与发展组织|OECD|Economic Co-?operation|OECD
石油输出国组织|欧佩克|OPEC|Petroleum Exporting|OPEC
北约|北大西洋公约|NATO|North Atlantic|NATO
欧盟(?!委)|European|EU|European Union
东盟|ASEAN|Southeast Asian Nations|ASEAN
上合组织|上海合作组织|Shanghai Cooperation|SCO|Shanghai Cooperation Organization
国际奥委会|Olympic|IOC|International Olympic Committee
国际足联|FIFA|FIFA
美联储|Federal Reserve|Fed|Federal Reserve
欧洲央行|欧洲中央银行|European Central Bank|ECB|European Central Bank
"""
_MEDIA = """
新华社|Xinhua|Xinhua
人民日报|People\\W?s Daily|Renmin Ribao|People's Daily
中新社|中国新闻社|China News|CNS|China News Service
央视|中央电视台|CCTV|China Central Television|CGTN|state (?:broadcaster|television|TV)|CCTV
光明日报|Guangming|Guangming Daily
环球时报|Global Times|Global Times
中国日报|China Daily|China Daily
路透社?|Reuters|Reuters
法新社|Agence France|AFP|AFP
美联社|Associated Press|AP|Associated Press
彭博|Bloomberg|Bloomberg
纽约时报|New York Times|NYT|New York Times
华尔街日报|Wall Street Journal|WSJ|Wall Street Journal
华盛顿邮报|Washington Post|Washington Post
金融时报|Financial Times|FT|Financial Times
卫报|Guardian|Guardian
泰晤士报|The Times|Times
"""
_HOSPITALS = """
协和(?!广场)|Union|Xiehe|PUMCH?|Peking Union Medical College Hospital
友谊医院|Friendship|Youyi|Friendship Hospital
同仁医院|Tong ?[Rr]en|Tongren Hospital
华西(?=医院|医学|第)|West China|Huaxi|West China Hospital
瑞金医院|Rui ?[Jj]in|Ruijin Hospital
湘雅|Xiangya|Xiangya Hospital
华山医院|Hua ?[Ss]han|Huashan Hospital
朝阳医院|Chao ?[Yy]ang|Chaoyang Hospital
宣武医院|Xuan ?[Ww]u|Xuanwu Hospital
天坛医院|Tian ?[Tt]an|Tiantan Hospital
安贞医院|An ?[Zz]hen|Anzhen Hospital
积水潭|Ji ?[Ss]hui ?[Tt]an|Jishuitan Hospital
中日友好医院|China-Japan|Sino-Japan\\w*|China-Japan Friendship Hospital
"""
_KINDS = (_COMPANIES, _BANKS, _UNIVERSITIES, _STATE, _WORLD, _MEDIA, _HOSPITALS)


_PROPER = (0, 2, 5)
"""Kinds whose names are nothing but names, short ones too."""
_SHARED = frozenset(
    ["Johnson", "Ford", "Apple", "Meta", "Amazon", "Times", "Guardian", "MIT", "Cambridge", "Guangming", "Coke"]
)
"""Short names that are other things' too."""
_LOOKAROUND = re.compile(r"\(\?[=!][^()]*\)")


def _of_ministry(cell: str) -> tuple[str, ...]:
    """`~Education` for the ministry's two names."""
    if not cell.startswith("~"):
        return (cell,)
    return f"Ministry of {cell[1:]}", f"(?i:{cell[1:]} ministry)"


def _names(alternatives: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})(?!\w)")


@cache
def bodies() -> tuple[Body, ...]:
    """The table, in its order."""
    found = []
    for kind, rows in enumerate(_KINDS):
        for row in rows.strip().split("\n"):
            chinese, english = _halves(row)
            english = [form for one in english for form in _of_ministry(one)]
            renders, name = english[:-1], english[-1]
            own = [one for one in renders if " " in one or one.isupper() or (kind in _PROPER and one not in _SHARED)]
            found.append(
                Body(
                    kind,
                    re.compile("|".join(chinese)),
                    re.compile("|".join(_LOOKAROUND.sub("", one) for one in chinese)),
                    _names(renders),
                    _names([one for one in own if len(one) > len("AP")] or [re.escape(name)]),
                    name,
                )
            )
    return tuple(found)


@cache
def any_english() -> re.Pattern[str]:
    """Finds whether a translation names any of them."""
    return re.compile("|".join(body.betrays.pattern for body in bodies()))


@cache
def by_character() -> ByCharacter:
    """Finds which of them a source may have."""
    return ByCharacter(body.zh.pattern for body in bodies())


_COLUMN = re.compile(r"\|(?![^(]*\))")


def _halves(row: str) -> tuple[list[str], list[str]]:
    """The Chinese cells and the others; bars within brackets part alternatives of one cell."""
    cells = _COLUMN.split(row)
    first = next(n for n, cell in enumerate(cells) if not re.search("[\u4e00-\u9fff]", cell))
    return cells[:first], cells[first:]
