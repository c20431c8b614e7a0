"""Pairs of opposite directions and degrees: part of the table of what is turned round."""

from __future__ import annotations

from workbench.checks.turns import Pole, Turn, both_ways, each_for_each, one_way, pole

UP = pole(
    "上升|上涨|增长|增加|增多|提高|涨(?=价)|加(?=价)|升值|提升|攀升|飙升|上调|走高|回升|升高|大涨|暴涨|"
    "涨(?=[到至了幅])|"
    "猛增|激增|升至|增至",
    "升|涨|增|提|扩|加|(?<!最)高|多|攀|飙|长|大|强|涌|超|翻|上",
    r"ris\w+|up\w*|gr[eo]w\w*|increas\w+|climb\w*|gain\w*|jump\w*|surg\w+|soar\w*|rais\w+|boost\w*|improv\w+|high\w*|"
    r"more|advanc\w+|expan\w+|enhanc\w+|enlarg\w+|escalat\w+|add\w*|strength\w+|strong\w*|great\w*|larger|bigger|"
    r"peak\w*|rall\w+|rebound\w*|recover\w*|elevat\w*|top\w*|doubl\w+|tripl\w+|multipl\w+|exten\w+|broad\w+|widen\w*|"
    r"promot\w+|lift\w*|hik\w+|spik\w+|swell\w*|push\w*|accelerat\w+|exceed\w*|reach\w*|prolifer\w+|inflat\w+|"
    r"develop\w*|progress\w*|better|heighten\w*|compound\w*|build\w*|built|magnif\w+|intensif\w+|worse\w*|"
    r"aggravat\w+",
    r"rose|rises?|rising|risen|increas(?:e|es|ed|ing)|hikes?|climb(?:ed|s|ing)|soared|surged|grew|grows?|raised|"
    r"raises?|raising"
    r"|higher|up(?= \d)",
)
DOWN = pole(
    "下降|下跌|下滑|下调|减少|降低|降(?=价)|减(?=价|产)|裁减|滑落|调低|缩减|走低|回落|锐减|骤降|降至|降到|减至|削减|"
    "大跌|"
    "暴跌|跌(?=[到至了幅])",
    "降|跌|减|滑|落|缩|低|少|亏|衰|萎|贬|弱|疲|挫|缓|损|下|裁|失|削|砍|割|省|打折|优惠|控",
    r"fall\w*|fell|declin\w+|decreas\w+|drop\w*|reduc\w+|plung\w+|plummet\w*|shr[aiu]nk\w*|down\w*|low\w*|cut\w*|"
    r"less\w*|fewer|slip\w*|slid\w*|slump\w*|tumbl\w*|weak\w*|diminish\w*|dwindl\w*|los\w+|loss\w*|trim\w*|eas\w+|"
    r"narrow\w*|minimi\w+|alleviat\w+|reliev\w+|mitigat\w+|small\w*|shed\w*|sink\w*|sank|retreat\w*|pull\w*|slash\w*|"
    r"short\w*|scal\w+|sav\w+|discount\w*|deteriorat\w+|cheap\w*|depreciat\w+|cool\w*|soft\w*|curb\w*|dip\w*|"
    r"contract\w*|limit\w*|deplet\w*|wan\w+|loosen\w*|collaps\w+|crash\w*|div\w+|off|remov\w+|away|subtract\w*|"
    r"relax\w*|"
    r"reced\w+|recession|regress\w*|abat\w+|lessen\w*|thin\w*|few|little",
    r"fell|falls?|falling|fallen|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|dropp(?:ed|ing)|drops?|reduc(?:e|"
    r"es|ed|ing)"
    r"|plunged|shrank|lowered|cuts?|down(?= \d)",
)
MORE = pole(
    "高于|多于|大于|高出|多出|超过(?!了?预期)|超出|逾|至少|(?<=[0-9十百千万亿%年月天岁人元个])以上",
    "高|多|大|超|逾|至少|以上|过|强|优|胜|越",
    r"more|over|above|higher|greater|exceed\w*|surpass\w*|at least|upwards?|excess|beyond|larger|top\w*|past|plus|"
    r"outnumber\w*|better|outpac\w+|overtak\w+|minimum|longer|older|farther|further|bigger|outstrip\w*|no less|"
    r"no fewer|"
    r"not less|not fewer|no later|or so|most|up|outperform\w*|eclips\w+|pass\w*|up to",
    r"more than|over(?= \d)|above|higher than|greater than|exceed(?:s|ed|ing)?|at least",
)
LESS = pole(
    "低于|少于|小于|不及(?!格|时)|不到(?=[0-9一两二三四五六七八九十百千万半])|"
    "不足(?=[0-9一两二三四五六七八九十百千万半])|至多"
    "|(?<=[0-9十百千万亿%年月天岁人元个度])以下",
    "低|少|小|不|未|以下|至多|最多|以内|没|差|弱|劣|逊",
    r"less|fewer|below|under|lower|not|within|at most|up to|maximum|no more|shy|short\w*|almost|nearly|close|barely|"
    r"small\w*|minim\w+|scarcely|hardly|no|\w+n['\u2019]t|younger|inferior|beneath|or so|just|only|mere\w*|inside|"
    r"until|before|no older|down|underneath|sub|cheaper|slower|worse",
    "less than|fewer than|lower than|below|at most|smaller than",
)
EARNED = pole(
    "盈利|赚(?=了|到|取|得)|利润",
    "盈|利|赚|收|益|得|挣",
    r"profit\w*|earn\w*|ma[kd]\w*|gain\w*|black|return\w*|margin\w*|money|bottom line|net\w*|surplus\w*|income"
    r"|benefit\w*|lucrative",
    "earn(?:s|ed|ing)|profited|profits?",
)
LOST = pole(
    "净?亏损|净亏|亏(?=[了掉0-9])",
    "亏|损|失|赔|负|赤|蚀|欠",
    r"loss\w*|los\w+|lost|deficit\w*|red|negativ\w+|unprofitabl\w+|debt\w*|damag\w+|bleed\w*|shortfall\w*",
    "lost|losing|loses|loss|losses",
)
_UNIT_OF_TIME = "(?:天|年|个月|周|星期|小时|分钟|日)(?:之|以)?"
_AXES: tuple[tuple[Pole, Pole], ...] = (
    (UP, DOWN),
    (MORE, LESS),
    (EARNED, LOST),
    (
        pole(
            f"{_UNIT_OF_TIME}后(?![期半来面续备])",
            "后|再|过|未来|将|内",
            r"after\w*|later|in|within|since|follow\w*|hence|next|then|on|when|from|once|upon|by|subsequent\w*|more",
            "later|from now",
        ),
        pole(
            f"{_UNIT_OF_TIME}前(?![后期夕往来进半列面景途沿\\d三五十])",
            "前|早|先|已|曾|以来|过去|去",
            r"ago|before\w*|prior|earl\w+|previous\w*|by|last|since|back|until|till|ahead|past|then|in|first|already"
            r"|former\w*|used|once|for|of|preceding|pre\w*",
            "ago",
        ),
    ),
    (
        pole(
            "(?<![冷发加过亲])热(?=[。，了些]|得多)|更热|炎热|酷热|转暖|回暖|升温",
            "热|暖|温|暑|烫|火|炎",
            r"hot\w*|heat\w*|warm\w*|swelter\w*|scorch\w*|temperature\w*|thaw\w*|high\w*|ris\w+|rose|popular|"
             r"fever\w*|boom\w*",
            "hot|hotter|warmer",
        ),
        pole(
            "冷(?=[。，了些]|得多)|更冷|寒冷|转冷|降温",
            "冷|寒|凉|冻|冰|低温|降",
            r"cold\w*|cool\w*|chill\w*|freez\w+|fr[eo]z\w+|temperature\w*|ic[ey]\w*|frost\w*|winter\w*|fall\w*|fell|"
             r"drop\w*|lower\w*|cooling",
            "cold|colder|cooler",
        ),
    ),
    (
        pole("新高|最高(?!人民|法|检|领|层|级)", "高|上|大|峰|顶", r"high\w*|record\w*|peak\w*|top\w*|tall\w*|"
              r"greatest|maxim\w+|best|most|up|supreme|utmost|largest|great\w*", "highs?|highest"),
        pole("新低|最低", "低|底|少|小|谷|矮", r"low\w*|bottom\w*|minim\w+|least|cheap\w*|worst|trough\w*|small\w*|"
              r"fewest|floor|basic", "lows?|lowest"),
    ),
    (
        pole("最大", "大|多|高|巨|主|首", r"larg\w+|big\w*|great\w*|most|maxim\w+|major|huge|top|main|best|chief|"
              r"eldest|oldest|number one|leading|strong\w*|full\w*|utmost|high\w*", "largest|biggest|greatest"),
        pole("最小", "小|少|微|幼|低|短|轻", r"small\w*|minim\w+|least|young\w*|littl\w+|tin\w+|low\w*|slight\w*",
              "smallest|tiniest|least"),
    ),
    (
        pole("之前|以前", "前|先|早|未|没|直到|才|即将|就要", r"before\w*|prior|earl\w+|previous\w*|ago|ahead|"
              r"until|till|"
              r"by|advance|former\w*|pre\w*|past|first|used to|already|last|back|since|once|then|old\w*|when|"
              r"never|yet|"
              r"not|so far|up to|to date|ever|long|had|leading up|eve|from|in the|recent\w*|without|anterior|"
              r"in front",
              "before|prior to"),
        pole("之后|以后", "后|自|从|以来|过|了|完|经|随|继|接", r"after\w*|follow\w*|later|since|upon|then|"
              r"once|when|"
              r"subsequent\w*|post\w*|next|from|there\w*|hence\w*|in|with|on|future|past|now|by|as|latter|"
              r"behind|second|"
              r"last|until|more|ever|at", "after|following"),
    ),
    (
        pole("买下|购买|购入|收购|买入|购置|买了", "买|购|采|订|付|消费|进|收", r"b[uo]y\w*|bought|purchas\w+|"
              r"acqui\w+|"
              r"pa(?:y|ys|id|ying)|order\w*|g[eo]t\w*|shop\w*|procur\w+|takeover\w*|t[ao]\wk?\w* over|"
              r"collect\w*|invest\w*|"
              r"consum\w+|own\w*|snap\w*|subscri\w+|spen[dt]\w*|merg\w+|absorb\w*", "bought|purchased|buys?|buying"),
        pole("卖(?=[给掉出了])|出售|售出|变卖|抛售", "卖|售|销|让|抛|出", r"s[eo]l[dl]\w*|sale\w*|vend\w*|unload\w*|"
              r"market\w*|offload\w*|auction\w*|retail\w*|trad\w+|available|dump\w*|dispos\w+|offer\w*|deal\w*|"
              r"peddl\w+|"
              r"divest\w*|betray\w*|hawk\w*|transfer\w*|part with", "sold|sells?|selling"),
    ),
    (
        pole("战胜|击败|获胜|取胜|打败", "胜|赢|败|夺|克|优", r"beat\w*|w[io]n\w*|defeat\w*|victor\w*|over\w*|"
              r"edg\w*|"
              r"thrash\w*|triumph\w*|prevail\w*|down\w*|success\w*|top\w*|outplay\w*|vanquish\w*|sweep\w*|swept|"
              r"rout\w*|"
              r"eliminat\w+|knock\w*|dispatch\w*|see\w* off|conquer\w*|outscor\w+|got|get\w*|saw off",
              "beat|beats|won|wins"),
        pole("输掉|输给|不敌|落败|负于|输了", "输|败|负|失|不敌|丢|亏", r"los\w+|lost|defeat\w*|fell|fall\w*|"
              r"fail\w*|"
              r"beaten|down\w*|outmatch\w*|overpower\w*|succumb\w*|eliminat\w+|went down|overcome|behind|conced\w+",
              "lost to|loses to|losing to|lost|loses"),
    ),
    (
        pole("变?更强|增强|加强|变强|走强", "强|固|牢|硬|劲|壮", r"strong\w*|strength\w*|enhanc\w+|boost\w*|"
              r"increas\w+|"
              r"improv\w+|step\w*|reinforc\w+|intensif\w+|tighten\w*|tougher|beef\w*|bolster\w*|more|better|rais\w+|"
              r"deepen\w*|build\w*|ramp\w*|firm\w*|powerful|fortif\w+|great\w*|solidif\w+|consolidat\w+|harder",
              "stronger|strengthen(?:s|ed|ing)?"),
        pole("更弱|减弱|削弱|变弱|走弱|疲软", "弱|软|疲|虚|衰|轻|差", r"weak\w*|undermin\w+|erod\w+|reduc\w+|sap\w*|"
              r"diminish\w*|soft\w*|less\w*|declin\w+|fad\w+|eas\w+|subsid\w+|lower\w*|sluggish|wan\w+|"
              r"dampen\w*|impair\w*",
              "weaker|weaken(?:s|ed|ing)?"),
    ),
    (
        pole("领先", "先|超|前|胜|冠|首|强", r"lead\w*|led|ahead|front|top\w*|advanc\w+|pioneer\w*|best|first|"
              r"up|above|"
              r"advantage|outpac\w+|cutting|better|premier|state|world", "led|leading|ahead"),
        pole("落后(?!产能)", "后|落|差|贫|输|负|慢|穷", r"behind|trail\w*|backward\w*|lag\w*|outdated|poor\w*|"
              r"fall\w*|fell|"
              r"down|obsolete|less|under\w*|inferior|late|worse|deficit|slow\w*|antiquated|old\w*",
              "trail(?:s|ed|ing)|behind|lagged"),
    ),
    (
        pole("延长|拉长", "长|延|久|续|拓|展|增", r"exten\w+|length\w+|long\w*|prolong\w*|increas\w+|"
              r"stretch\w*|delay\w*|"
              r"add\w*|more|expand\w*|push\w*", "extend(?:s|ed|ing)?|lengthened|prolonged"),
        pole("缩短", "短|缩|减|少|快|省|降", r"short\w*|reduc\w+|cut\w*|narrow\w*|decreas\w+|less\w*|clos\w+|sav\w+|"
              r"shr[iau]nk\w*|trim\w*|curtail\w*|contract\w*|bridg\w+|quick\w*|truncat\w+|faster|lower\w*|down",
              "shorten(?:s|ed|ing)?"),
    ),
    (
        pole("加快|加速|提速", "快|速|急|增|猛|紧|抓", r"accelerat\w+|speed\w*|sped|fast\w*|quick\w*|hasten\w*|"
              r"expedit\w+|"
              r"rapid\w*|step\w*|boost\w*|mov\w+|promot\w+|race\w*|hurr\w+|pick\w*|swift\w*|ramp\w*|increas\w+",
              "accelerat(?:e|es|ed|ing)|sped up"),
        pole("放缓|减速|减慢", "缓|慢|减|降|停|滞|弱", r"slow\w*|decelerat\w+|eas\w+|cool\w*|brak\w+|weak\w*|"
              r"reduc\w+|"
              r"soften\w*|moderat\w+|declin\w+|lower\w*|drag\w*|fall\w*|fell|dip\w*", "slow(?:s|ed|ing)?(?: down)?"),
    ),
    (
        pole("同意|接受了|答应", "意|受|允|应|赞|许|准|可|批", r"agre\w+|accept\w*|consent\w*|approv\w+|"
              r"allow\w*|promis\w+|"
              r"permi\w+|willing|yes|support\w*|concur\w*|g[ai]v\w+|t[ao]k\w*|say|said|receiv\w+|go along|ok|"
              r"share\w*|"
              r"grant\w*|endors\w+|nod\w*|with", "agreed|accepted"),
        pole("拒绝|回绝|婉拒", "拒|绝|否|不|没|未|辞|抗|无|反|谢", r"refus\w+|reject\w*|declin\w+|turn\w*|"
              r"den\w+|no\w*|"
              r"resist\w*|rebuff\w*|spurn\w*|unwilling\w*|\w+n['\u2019]t|without|veto\w*|against|avoid\w*|"
              r"stop\w*|fail\w*|"
              r"withh\w+|defi\w+|cannot|repuls\w+|dismiss\w*|disobey\w*|never|shun\w*|snub\w*|ignor\w+|neglect\w*",
              "refused|rejected|declined"),
    ),
)  # fmt: skip
"""Two poles each."""

_MORE = (
    *each_for_each(
        pole(
            "首次|第一次|首度",
            "首|一次|初|第一|先|头",
            r"first\w*|initial\w*|inaugural|debut\w*|never before|earliest|unprecedented|new\w*|maiden|begin\w*|began",
            "first time",
        ),
        pole(
            "最后一次|末次",
            "最后|末|终|去|上一",
            r"last|final\w*|lately|never again|end\w*|farewell|recent\w*|ultimate",
            "last time|final time",
        ),
    ),
    *each_for_each(
        pole(
            "(?:支持|赞成|拥护)者",
            "支持|赞成|拥护|粉丝|选民|拥趸",
            r"support\w*|proponent\w*|advocate\w*|backer\w*|fans?|those|follower\w*|believer\w*|in favou?r|for it|"
            r"adherent\w*"
            r"|sympathi\w+|fav\w+|agree\w*",
            "supporters|proponents|advocates|backers",
        ),
        pole(
            "(?:反对|批评)者",
            "反对|批评|抵制|质疑|对手",
            r"oppon\w+|critic\w*|detractor\w*|oppos\w+|those|against|skeptic\w*|sceptic\w*|dissent\w*|naysayer\w*|"
            r"object\w*",
            "opponents|critics|detractors",
        ),
    ),
    one_way(
        "座无虚席|座无空席|一票难求",
        r"full\w*|pack\w*|sold|capacity|no|not|every|crowd\w*|house|hard|rush\w*|standing|scarce\w*|without|"
        r"\w+n['\u2019]t",
        "空(?!席)|退票",
        "empty seats?|half[- ]empty|vacant seats?",
    ),
)
_DENIED_BEFORE = r"(?:not|never|nor|cannot|\w+n['\u2019]t|without|prevent\w*|avoid\w*) (?:\w+ ){0,5}"
_BOUNDS = each_for_each(
    pole(
        "不[低少小短弱]于|不下于|至少(?=有|要|需|为|达|占|[0-9一二两三四五六七八九十百千万])"
        "|(?<=[0-9十百千万亿%％年月天岁人元个])以上",
        "低|少|小|不下|至少|以上|超|逾|最低|下限|起码|好歹|总|还|怎么",
        r"minimum|or (?:more|above|over|higher|older|longer|better)"
        r"|(?<!no )(?<!not )(?:more|higher|greater|larger) than"
        r"|above|over|exceed\w*|beyond|plus|upwards?|and (?:above|over|up)|(?:no|not) (?:\w+ )?(?:less|fewer|lower|"
        r"smaller|shorter|under|below|worse|weaker|inferior)"
        rf"|{_DENIED_BEFORE}(?:below|under|less|lower|fewer|smaller|shorter)",
        r"at least|(?:no|not) (?:less|fewer|lower|smaller|shorter) than",
    ),
    pole(
        "不(?:[高多大长]于|超过)|至多(?=[有要需为达占]|[0-9一二两三四五六七八九十百千万])"
        "|(?<=[0-9十百千万亿%％年月天岁人元个])以下",
        "高|多|大|超|长|以[下内]|之内|最|上限|低|少|不[到足过]|未|限|只|仅|才|而已",
        r"maximum|or (?:less|fewer|below|under|lower|younger|shorter)"
        r"|(?<!no )(?<!not )(?:less|fewer|lower|smaller) than"
        r"|under|within|up to|limit\w*|cap\w*|ceiling|and (?:below|under)|most|max|(?:no|not) (?:\w+ )?(?:more|higher|"
        r"greater|larger|longer|over|above|beyond|exceed\w*|bigger|older|later)|without exceeding"
        rf"|{_DENIED_BEFORE}(?:above|over|more|higher|exceed|beyond|longer|larger|greater)",
        r"(?:no|not) (?:more|higher|greater|larger) than|at most",
    ),
)
"""Bounds: a denial within them is their own, and turns nothing back."""
_NEEDED = (
    one_way(
        "(?<![不没有无非未])(?<!没有)必要(?!性)",
        r"necess\w+|need\w*|requir\w+|essential\w*|must|have to|has to|indispens\w+|vital|should|ought|important|"
        r"crucial",
        "不|没|无|非|未",
        "unnecessary|unnecessarily|needless|needlessly",
    ),
    one_way(
        "不必要|无必要",
        r"un\w+|needless\w*|no|not|never|superfluous|redundant|extra|avoid\w*|excess\w*|wast\w+|\w+n['\u2019]t|without"
        r"|pointless|gratuitous|dispens\w+|over\w+|rather than|little|less|stop\w*|inessential|optional|more",
        "(?<!不)(?<!无)必要|必须|必需|必备|必然|需",
        "necessary|necessarily|essential|required",
    ),
)

TURNS: tuple[Turn, ...] = (*(turn for axis in _AXES for turn in both_ways(*axis)), *_MORE, *_BOUNDS, *_NEEDED)
