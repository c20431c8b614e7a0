"""The patterns by which numbers are found in Chinese; what each is for stands in `numerals_chinese`."""

from __future__ import annotations

import re

from workbench.text.numerals_chinese_words import COUNTED_WHOLES, NO_NUMBERS
from workbench.text.numerals_han import NUMERALS

FIGURE = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
START = re.compile(rf"[{NUMERALS}\d第半翻减上成本]")
NONE = re.compile(NO_NUMBERS)
YEAR = re.compile(r"((?:1\d|20|21)\d\d|[一二][零〇○一二三四五六七八九]{3}) ?年(?!前|历史|的历史|左右|之久|多)")
YEARS = re.compile(r"((?:1\d|20|21)\d\d)(?= ?(?:[-~—–至到]|年?(?:至|到)) ?(?:1\d|20|21)\d\d ?年)")
SHORT_YEAR = re.compile(r"([5-9]\d|0\d)年(?!前|后|来|间|以|的?历史|左右|多|代)")
MONTH = re.compile(rf"({FIGURE})月(?:(?:份)|({FIGURE})(?:日|号))?(?!之久)")
MONTHS = re.compile(rf"({FIGURE})(?=(?:[-~—–至到]|、){FIGURE}月(?!之久))")
DAY = re.compile(r"(3[01]|[12]?\d)[日号](?![线楼院店车机房门元本电常语间益馆选文产井洞桌球])")
DECADE = re.compile(
    r"(?:(上个?世纪|本世纪|(?:二十|20)世纪|(?:十九|19)世纪|(?:二十一|21)世纪)|((?:1\d|20)))?"
    r"(?:(\d)0|([一二三四五六七八九])十)年代"
)
BORN = re.compile(r"([5-9]0|[01]0|零零|[五六七八九]零)后(?![来面期续方勤果悔])")
CENTURY = re.compile(rf"({FIGURE})世纪")
HALVES = (
    ("凌晨|早上|早晨|清晨|上午|今早|明早", "am"),
    ("下午|傍晚|晚上|晚间|夜里|夜间|今晚|当晚|昨晚|明晚|晚", "pm"),
    ("中午|午间", "noon"),
)
TIME = re.compile(
    rf"({FIGURE})[点时](?:(半|整|一刻|三刻)|([零〇]?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}}))分?(?![\d%个]))?(钟)?"
)
NAME = re.compile(
    r"\d{25,}|\d{1,24}(?:\.\d{1,24}){2,9}"
    r"|\d{1,24}(?:\.\d{1,24})?(?:[GKDPgp](?![a-zA-Z])|[A-Z][A-Za-z]{0,20}\d|[A-Za-z]{5,40})"
)
"""Versions, models and the like; more digits than any count has are one of them."""
PER = re.compile(r"(百|千|万)分之")
OF = re.compile(r"分之")
AFTER = re.compile(r" ?(?:(%)|(‰)|(个百分点|个百分比|百分点)|(个基点|基点))")
TENTHS = re.compile(r"成([一二三四五六七八九半]?)(?![为功立员本果长熟分都人品名年绩群交就千上语效家像见心色新])")
OFF = re.compile(r"折(?![叠返腾断磨射扣旧线损合戟])")
RANGE = re.compile(r" ?(?:[-~—–―－]{1,2}|至|到) ?(?=[\d一二三四五六七八九十百千两]|百分之)")
HALF_MORE = re.compile(r"(个|年|天|岁|倍|小时|公里|斤|成|里|点|万|亿|百)?半(?![径岛球导数途路边夜截身])")
TIMES_GROW = re.compile(
    r"(?:增长|增加|提高|提升|上升|上涨|扩大|多出?|高出?|大出?|涨|增|翻|快|超出|高)"
    r"(?:了|过|近|约|超过|将近|逾|至少|有|整整)*\Z"
)
TIMES_TO = re.compile(r"(?:到|至|为|成|是|达|相当于|的)(?:了|近|约|超过|将近|原来的|去年的)*\Z")
DOUBLING = re.compile(r"翻(?:了|上|近|约|超过)*(?:([一两二三四五六七八九\d])番|番|倍|一倍)")
HALVING = re.compile(r"减半")
HALF = re.compile(rf"(一)?半(?=[的以数]|{COUNTED_WHOLES}|[，。、；,.]|\Z)|一半")
VAGUE_COUNT = re.compile(r"[上成]([百千万亿])(?=[万亿]?[个名位人家条次种年只座辆户元吨亩里公平台头件份场所])([万亿]?)")
BY_COUNT = re.compile(r"数以([百千万亿])([万亿]?)计")
COUNTLESS = re.compile("成千上万|成百上千|千千万万|成千成万|亿万(?!富翁)")
TWO_OF = frozenset("年月天周小分秒元块岁倍次吨公千百万亿")
"""Where 两 is a plain number; before other things both, the pair or a plural render it as often."""
HEIGHT = re.compile(r"米([零一二三四五六七八九]{1,2}|\d{1,2})(?![米\d.十百千万厘毫])")
ROUGH_BEFORE = re.compile(
    r"(?:约|大约|大概|近|将近|接近|超过|高于|超|逾|不到|不足|至少|至多|最多|最少|多达|几乎|差不多|突破"
    r"|低于|少于|多于|大于|小于|满)(?:为|有|达|了)? ?[¥$€£]?\Z"
)
ROUGH_AFTER = re.compile(r"[^，。；,.;、\s]{0,3}?(?:左右|上下|以上|以下|以内|之多|许|开外|出头|不到)|\+")
CURRENCIES = (
    ("美元|美金|USD", "USD"), ("欧元|EUR", "EUR"), ("日元|日圆|JPY", "JPY"), ("英镑|GBP", "GBP"),
    ("港元|港币|HKD", "HKD"), ("韩元", "KRW"), ("卢布", "RUB"), ("卢比", "INR"),
    ("新台币|台币", "TWD"), ("澳元", "AUD"), ("加元", "CAD"),
    ("瑞士法郎", "CHF"), ("人民币|元|块钱|块|CNY|RMB", "CNY"),
)  # fmt: skip
CURRENCY = re.compile(" ?(?:多|余)?(?:" + "|".join(f"(?P<{code}>{words})" for words, code in CURRENCIES) + ")")
SOME_OF = frozenset("个名位家年月天周次种条座场件项人")
AFTER_HUNDRED = frozenset("元人吨户年强")
AFTER_MILLIONS = frozenset("元人吨户美欧级")
BEFORE_MILLIONS = frozenset("上近超过达逾破约")
BEFORE_HALF = frozenset("上下大多前后夜南北东西参各对天")
SIGNS = {"¥": "CNY", "$": "USD", "€": "EUR", "£": "GBP"}
