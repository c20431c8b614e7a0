"""Members of small sets, any of which machines put for another: weekdays, months, compass points, kin.

Part of the table of what is turned round.
"""

from __future__ import annotations

from workbench.checks.turns import Pole, Turn, each_for_each, pole

_DIGITS = "一二三四五六七八九十"


def _weekday(number: str, english: str) -> Pole:
    said = f"(?:星期|礼拜|周)[{number}]" + ("" if number[0] in "日天" else f"(?![至到、{_DIGITS}几])")
    return pole(said, f"[{number}]" if number[0] in "日天" else number, f"{english[:3]}", f"{english}s?", english)


def _month(number: int, chinese: str, english: str) -> Pole:
    count = f"(?<![0-9{_DIGITS}个农历阴])(?:{number}|{chinese})月"
    hinted = f"(?<![0-9]){number}(?![0-9])|{chinese}月|农历|阴历|正月|腊月|冬月|闰"
    written = (
        f"{english}(?=,? \\d|[.,;:)]| (?:and|to|through|last|this|next)\\b)" if english in ("May", "March") else english
    )
    return pole(f"{count}(?!球|饼)", hinted, f"{english}|{english[:3]}", written, english)


_WEEKDAYS = (
    _weekday("一", "Monday"),
    _weekday("二", "Tuesday"),
    _weekday("三", "Wednesday"),
    _weekday("四", "Thursday"),
    _weekday("五", "Friday"),
    _weekday("六", "Saturday"),
    _weekday("日天", "Sunday"),
)
_MONTHS = tuple(
    _month(n, chinese, english)
    for n, (chinese, english) in enumerate(
        (
            ("一", "January"),
            ("二", "February"),
            ("三", "March"),
            ("四", "April"),
            ("五", "May"),
            ("六", "June"),
            ("七", "July"),
            ("八", "August"),
            ("九", "September"),
            ("十", "October"),
            ("十一", "November"),
            ("十二", "December"),
        ),
        start=1,
    )
)
_SEASONS = (
    pole(
        "春[季天]|[今去明早初]春",
        "春|泉|簧",
        "spring\\w*",
        "springtime|in (?:the )?spring|this spring|last spring|spring",
        "spring",
    ),
    pole("夏[季天]|[今去明初盛]夏|暑假", "夏|暑|热", "summer\\w*|hot", "summers?", "summer"),
    pole("秋[季天]|[今去明初深]秋", "秋", "autumn\\w*|fall\\w*", "autumns?", "autumn"),
    pole("冬[季天]|[今去明初寒]冬|寒假", "冬|寒|冷|雪", "winter\\w*|cold", "winters?", "winter"),
)
_POINTS = tuple(
    pole(
        f"(?<![东西南北])(?:[向往朝靠偏]{zh}(?![东西南北京])|{zh}(?:[边侧面岸坡麓翼]|方向|部(?!落))|"
        f"以{zh}(?![东西南北]))",
        zh,
        rf"{en}\w*|\w+{en}\w*",
        f"{en}|{en}ern|{en}wards?",
        en,
    )
    for zh, en in (("东", "east"), ("西", "west"), ("南", "south"), ("北", "north"))
)
_SIDES = (
    pole(
        "左[边侧手脚腿眼膝臂肩耳肺脑转拐拇踝翼]|向左|靠左",
        "左",
        r"left\w*|port|stage",
        r"left(?= (?:hand|foot|leg|eye|knee|arm|shoulder|ear|lung|ankle|side|wing|thumb|bank))|"
        r"(?<=the )left(?=[.,;]|$)|turn(?:s|ed|ing)? left",
        "left",
    ),
    pole(
        "右[边侧手脚腿眼膝臂肩耳肺脑转拐拇踝翼]|向右|靠右",
        "右",
        r"right\w*|starboard",
        r"right(?= (?:hand|foot|leg|eye|knee|arm|shoulder|ear|lung|ankle|side|wing|thumb|bank))|"
        r"(?<=the )right(?=[.,;]|$)|turn(?:s|ed|ing)? right",
        "right",
    ),
)
_HOURS = (
    pole(
        "上午|早上|早晨|清晨|凌晨",
        "早|晨|上午|凌晨|晓|旦",
        r"mornings?|a\.?m\.?|dawn|daybreak|noon|early|sunrise|midnight|small hours|breakfast|night|\d\d?:\d\d|o'clock",
        r"(?:in|of) the morning|this morning",
    ),
    pole(
        "下午|午后|傍晚",
        "下午|午后|晚|午|夕|暮|黄昏",
        r"afternoons?|p\.?m\.?|evenings?|dusk|later|noon|sunset|night\w*|\d\d?:\d\d|o'clock",
        r"(?:in|of) the afternoon|this afternoon",
    ),
    pole(
        "晚上|夜里|夜间|当晚|深夜|夜晚",
        "晚|夜|宵|宿|傍|暮|下午",
        r"evenings?|nights?|p\.?m\.?|tonight|overnight|midnight|dusk|dinner|supper|late|dark\w*|after|nocturnal|"
        r"small hours|a\.?m\.?|\d\d?:\d\d|o'clock",
        r"(?:in|of) the evening|at night|this evening",
    ),
)
_DAYS = (
    pole(
        "昨天|昨日|昨晚|昨夜",
        "昨|前",
        "yesterday|last night|previous\\w*|day before|on \\w+day",
        "yesterday|last night",
        "yesterday",
    ),
    pole(
        "今天|今日(?!头条|说法)|今晨|今早|今晚",
        "今|当|现|此|本|这",
        r"today\w*|tonight|this (?:morning|afternoon|evening|day|\w+day)|now\w*|day|present\w*|current\w*|modern|"
        r"these|on \w+day|still|date",
        "today",
    ),
    pole(
        "明天|明日",
        "明|次|翌|第二|后",
        r"tomorrow\w*|next|future|following|on \w+day|coming|will",
        "tomorrow",
        "tomorrow",
    ),
)
_YEARS = (
    pole(
        "去年",
        "去|上|前|往|过",
        r"last|previous\w*|past|year[- ]earlier|year ago|\d{4}|year-on-year|prior|earlier|before|preceding|ago",
        "last year",
        "last year",
    ),
    pole(
        "今年",
        "今|本|当|这|年内|全年",
        r"this (?:year|month|week|spring|summer|autumn|fall|winter|January|February|March|April|May|June|July|"
        r"August|September|October|November|December|\w+day)|current\w*|\d{4}|year[- ]to|so far|annual|now|"
        r"present|since|the year|in the first|latest|already",
        "this year",
        "this year",
    ),
    pole(
        "明年",
        "明|来|次|下|后|翌",
        r"next|coming|following|\d{4}|future|ahead|upcoming|forward",
        "next year",
        "next year",
    ),
)
_WEEKS = (
    pole(
        "上周|上星期|上个星期|上礼拜",
        "上|前|过|去",
        r"last|previous|past|week ago|before|earlier|\w+ \d\d?",
        "last week",
        "last week",
    ),
    pole(
        "本周|这周|这个星期|这礼拜",
        "本|这|当|此|今",
        r"this (?:week|\w+day|weekend)|current|week\w* so|now|\w+ \d\d?",
        "this week",
        "this week",
    ),
    pole(
        "下周|下星期|下个星期|下礼拜",
        "下|次|来|后|明",
        r"next|following|coming|week later|later|after|\w+ \d\d?",
        "next week",
        "next week",
    ),
)
_MONTHS_AROUND = (
    pole("上月|上个月", "上|前|过|去", r"last|previous|past|month ago|before|earlier|month-on-month|prior|preceding",
             "last month", "last month"),
    pole("本月|这个月", "本|这|当|此|今", r"this (?:month|year|week|\w+day)|current|the month|month[- ]end|"
             r"end of (?!next|last)\w+|now|\w+ \d\d?", "this month", "this month"),
    pole("下月|下个月", "下|次|来|后|明", r"next|following|coming|month later|later|after|\w+ \d\d?", "next month",
             "next month"),
)  # fmt: skip


def _kin(his: tuple[str, str, str, str], hers: tuple[str, str, str, str]) -> tuple[Turn, ...]:
    return each_for_each(pole(*his), pole(*hers))


_KIN = (
    _kin(
        ("父亲|爸爸|老爸|老爹", "父|爸|爹|爷|先生|男", r"father\w*|dads?|dadd\w+|papa|pa|parent\w*|his|old man",
             "father|dad|daddy"),
        ("母亲|妈妈|老妈", "母|妈|娘|奶|女|姥", r"mother\w*|mums?|moms?|mumm\w+|mom\w+|mama|ma|parent\w*", "mother|"
             "mum|mom|"
             "mummy|mommy"),
    ),
    _kin(
        ("儿子(?!女)", "儿|子|男|孙", r"sons?|boy\w*|child\w*|kids?|lad", "sons?"),
        ("女儿", "女|闺|妞|孩|囡", r"daughter\w*|girl\w*|child\w*|kids?", "daughters?"),
    ),
    _kin(
        ("丈夫|老公", "夫|公|男|先生|爱人", r"husband\w*|spouse\w*|partner\w*|man|couple", "husbands?"),
        ("妻子|老婆|太太", "妻|婆|太|妇|夫人|爱人|媳|内人|女", r"wife|wives|spouse\w*|partner\w*|mrs|madam\w*|"
             r"lad\w+|couple|missus",
             "wife|wives"),
    ),
    _kin(
        ("爷爷|祖父|外公|姥爷", "爷|祖|公|老|爹", r"grand\w+|grampa|old man|elder\w*", "grandfather|grandpa|granddad"),
        ("奶奶|祖母|外婆|姥姥", "奶|祖母|婆|姥|老|媪", r"grand(?!father|pa|dad)\w+|grann\w+|gran|old (?:woman|"
             r"lad\w)|nan\w*|"
             r"elder\w*", "grandmother|grandma"),
    ),
    _kin(
        ("哥哥|弟弟|兄弟|兄长", "哥|弟|兄|男|郎", r"brother\w*|bro\w*|sibling\w*|man|gu\w+", "(?:elder |older |"
             "younger |big |"
             "little )?brothers?"),
        ("姐姐|妹妹|姐妹|姊妹", "姐|妹|姊|女|嫂", r"sister\w*|sis|sibling\w*|girl\w*|miss|lad\w+", "(?:elder |"
             "older |younger |"
             "big |little )?sisters?"),
    ),
    _kin(
        ("孙子(?!兵法)", "孙|儿", r"grandson\w*|grandchild\w*|grandkid\w*|sun\w*", "grandsons?"),
        ("孙女", "孙女|女|孙", r"granddaughter\w*|grandchild\w*|grandkid\w*|girl\w*", "granddaughters?"),
    ),
    _kin(
        ("男(?:子|性|孩|生(?!产)|士|人)", "男|他|父|夫|兄|弟|儿|爷|叔|先生|公|汉|君|丁|郎", r"m[ae]n|male\w*|boy\w*|"
             r"gentlem\w+|guy\w*|he|"
             r"his|him|lad\w*|husband\w*|father\w*|people|person|son\w*|youth|suspect", "m[ae]n|males?|boys?"),
        ("女(?:子|性|孩|生(?!产)|士|人)", "女|她|母|妇|妻|姐|妹|娘|妈|婆|小姐|嫂|奶", r"wom[ae]n\w*|female\w*|"
             r"girl\w*|lad\w+|she|her|hers|"
             r"feminin\w+|feminis\w+|gender|wi[fv]e\w*|daughter\w*|mother\w*|people|person|ms|mrs|miss|sister\w*|"
             r"youth|suspect", "wom[ae]n|females?|girls?"),
    ),
)  # fmt: skip

TURNS: tuple[Turn, ...] = (
    *(one for members in (_WEEKDAYS, _MONTHS, _SEASONS, _POINTS, _SIDES, _HOURS, _DAYS, _YEARS, _WEEKS,
             _MONTHS_AROUND) for one in each_for_each(*members)),
    *(one for kin in _KIN for one in kin),
)  # fmt: skip
