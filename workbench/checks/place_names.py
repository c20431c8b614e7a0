"""Places with what English calls them, for telling one place from another: a table."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.checks.by_character import ByCharacter


class Place(NamedTuple):
    zh: re.Pattern[str]
    """Its name, as a source must have it to be held to it."""
    hinted: re.Pattern[str]
    """What in a source may be rendered by its English name."""
    en: re.Pattern[str]
    """What renders it."""
    name: str
    """What it is called first."""


_SPELLED = """
天津 重庆 河北 山西 辽宁 吉林 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 甘肃 青海 广西
宁夏 新疆 石家庄 太原 沈阳 长春 南京 杭州 合肥 福州 南昌 济南 郑州 武汉 长沙 广州 深圳 南宁 海口 成都 贵阳 昆明 兰州
西宁 银川 大连 青岛 宁波 厦门 苏州 无锡 常州 南通 扬州 徐州 温州 绍兴 嘉兴 金华 台州 泉州 漳州 烟台 潍坊 威海 洛阳
开封 宜昌 襄阳 株洲 岳阳 珠海 佛山 东莞 中山 惠州 汕头 湛江 桂林 三亚 绵阳 宜宾 遵义 丽江 大理 包头 唐山 保定 秦皇岛
鞍山 大庆 义乌 昆山 西安 上海 北京 哈尔滨 乌鲁木齐 呼和浩特 香港 澳门 台北 西藏 内蒙古 陕西 黑龙江 台湾
"""
_OTHERWISE = {
    "西安": "Xi['\u2019]?an",
    "上海": "Shanghai(?:nese)?|SHA",
    "北京": "Beijing(?:ers?)?|Peking|capital",
    "哈尔滨": "Harbin",
    "乌鲁木齐": "Urumqi|\u00dcr\u00fcmqi",
    "呼和浩特": "Hohhot",
    "香港": "Hong ?Kong(?:ers?)?|HK(?:SAR)?",
    "澳门": "Maca[uo]",
    "台北": "Taipei",
    "西藏": "Tibet(?:an)?s?|Xizang",
    "内蒙古": "Inner Mongolian?",
    "陕西": "Shaanxi",
    "黑龙江": "Heilongjiang",
    "台湾": "Taiwan(?:ese)?",
    "青岛": "Qingdao|Tsingtao",
    "成都": "Chengdu",
    "长春": "Changchun",
    "长沙": "Changsha",
    "佛山": "Foshan",
    "厦门": "Xiamen|Amoy",
    "广州": "Guangzhou|Canton",
    "广东": "Guangdong|Canton(?:ese)?",
    "四川": "Sichuan(?:ese)?|Szechuan",
    "南京": "Nanjing|Nanking",
    "秦皇岛": "Qinhuangdao",
    "重庆": "Chongqing",
    "天津": "Tianjin|Tientsin",
}
_SHORT = {
    "北京": "京|首都|中国|中方|中央|政府|平",
    "上海": "沪|申|浦|外滩",
    "天津": "津",
    "重庆": "渝",
    "河北": "冀",
    "山西": "晋",
    "陕西": "陕|秦",
    "山东": "鲁",
    "河南": "豫",
    "湖北": "鄂",
    "湖南": "湘",
    "广东": "粤|珠",
    "广州": "穗|粤|广",
    "广西": "桂",
    "海南": "琼",
    "四川": "川|蜀|巴",
    "贵州": "黔|贵|茅台",
    "云南": "滇|云",
    "甘肃": "甘|陇",
    "江苏": "苏",
    "浙江": "浙",
    "安徽": "皖|徽",
    "福建": "闽|福",
    "江西": "赣",
    "新疆": "疆|新",
    "西藏": "藏",
    "香港": "港",
    "澳门": "澳|门",
    "台湾": "台|岛",
    "台北": "台",
    "深圳": "深",
    "成都": "蓉",
    "武汉": "汉|武",
    "南京": "宁|南|国民政府",
    "内蒙古": "蒙",
    "吉林": "吉",
    "辽宁": "辽",
    "黑龙江": "黑|龙",
    "青海": "青",
    "宁夏": "宁",
}
_COUNTRIES = (
    ("日本", "Japan(?:ese)?", "日|东瀛"),
    ("韩国", "(?:South )?Korean?s?|ROK", "韩|朝"),
    ("德国", "German(?:y|s)?", "德"),
    ("法国", "France|French\\w*", "法|仏"),
    ("英国", "Brit\\w+|UK|U\\.K\\.|United Kingdom|Engl\\w+|Scot\\w+|Wales|Welsh", "英|苏格兰|威尔士"),
    ("美国", "America\\w*|US|U\\.S\\.?|USA|U\\.S\\.A\\.?|United States|Uncle Sam|domestic|stateside", "美|国内"),
    ("俄罗斯", "Russia\\w*|Moscow", "俄|苏|莫斯科"),
    ("印度", "Indian?s?", "印"),
    ("意大利", "Ital\\w+", "意|罗马"),
    ("西班牙", "Spa(?:in|nish|niards?)", "西|班牙"),
    ("加拿大", "Canad\\w+", "加"),
    ("澳大利亚", "Austr?alia\\w*", "澳"),
    ("巴西", "Brazil\\w*", "巴"),
    ("墨西哥", "Mexic\\w+", "墨"),
    ("越南", "Vietnam\\w*", "越"),
    ("泰国", "Thai\\w*", "泰|曼谷"),
    ("新加坡", "Singapor\\w+", "新|星|狮城"),
    ("埃及", "Egypt\\w*", "埃"),
    ("土耳其", "Turk\\w+|T\u00fcrkiye", "土|突厥"),
    ("瑞典", "Swed\\w+", "瑞"),
    ("瑞士", "Swi(?:ss|tzerland)", "瑞"),
    ("荷兰", "Dutch|Netherlands|Holland", "荷"),
    ("波兰", "Poland|Polish|Poles?", "波"),
    ("希腊", "Gre(?:ece|ek)s?|Hellen\\w+", "希"),
    ("伊朗", "Iran\\w*|Persia\\w*", "伊|波斯"),
    ("以色列", "Israel\\w*", "以|犹"),
)


def _places() -> tuple[Place, ...]:
    from workbench.evidence.words import syllable

    found = []
    for zh in _SPELLED.split():
        en = _OTHERWISE.get(zh) or "".join(map(syllable, zh)).capitalize()
        hinted = re.compile(f"{zh}|{_SHORT[zh]}" if zh in _SHORT else f"{zh}|{zh[0]}")
        found.append(Place(re.compile(zh), hinted, _word(en), _plain(en.split("|")[0])))
    for zh, en, short in _COUNTRIES:
        found.append(Place(re.compile(zh), re.compile(f"{zh}|{short}"), _word(en), ""))
    return tuple(found)


def _plain(pattern: str) -> str:
    """The name that a pattern begins with: Sichuan of `Sichuan(?:ese)?`."""
    bare = re.sub(r"\(\?:[^()]*\)\??|[a-z]\?", "", pattern.replace("['\u2019]?", "'").replace(" ?", " "))
    return bare.replace("[uo]", "o")


def _word(en: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'\u2019-])(?:{en})(?![\w-])", re.IGNORECASE)


PLACES = _places()
BY_CHARACTER = ByCharacter(place.zh.pattern for place in PLACES)
ANY_ENGLISH = _word("|".join(place.en.pattern.partition("(?:")[2].rpartition(")(?!")[0] for place in PLACES))
