"""Words that were turned into their opposite: 关闭 as open, 负面 as positive, 进口 as export."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.evidence.values import Counterpart, LinkKind
from workbench.model.finding import Finding, Severity
from workbench.model.span import Span
from workbench.text.variants import to_simplified

_SURE = 0.5
"""Confidence of a link from which a word is held to be rendered by what it is linked to."""


class _Pole(NamedTuple):
    zh: re.Pattern[str]
    en: re.Pattern[str]


class Axis(NamedTuple):
    one: _Pole
    other: _Pole


def axis(one_zh: str, one_en: str, other_zh: str, other_en: str) -> Axis:
    return Axis(
        *(
            _Pole(re.compile(zh), re.compile(rf"\b(?:{en})\b", re.IGNORECASE))
            for zh, en in ((one_zh, one_en), (other_zh, other_en))
        )
    )


AXES = (
    axis(
        "(?<![不无难])(?:关闭|关停|停业|倒闭|关门)",
        r"clos\w+|shut\w*|bankrupt\w*|collaps\w+|folded|fail\w*|ceas\w+|end\w*|turn\w* off|"
        r"switch\w* off|out of business",
        "开|启|营业|敞",
        "open|opens|opened|opening",
    ),
    axis(
        "负面|消极|悲观|利空",
        r"negativ\w+|pessimis\w+|bearish|bad|adverse\w*|unfavou?rabl\w+|downbeat|gloomy|"
        r"passiv\w+|bleak|dim",
        "正面|积极|乐观|利好|肯定|阳性|充满信心",
        r"positive|positively|optimis\w+|bullish|upbeat|favou?rabl\w+",
    ),
    axis(
        "正面(?!交锋|冲突|战场|进攻|对决)|积极(?!性)|乐观|利好",
        r"positiv\w+|activ\w+|optimis\w+|bullish|good|favou?r\w+|upbeat|proactiv\w+|"
        r"vigorous\w*|eager\w*|keen\w*|enthusias\w+|frontal",
        "负面|消极|悲观|利空|不|没|未|无|阴性|否",
        r"negative|negatively|pessimis\w+|bearish|unfavou?rabl\w+",
    ),
    axis(
        "(?<![再])进口",
        r"import\w*|entr\w+|inlet\w*",
        "出口|输出|外销",
        "export|exports|exported|exporting",
    ),
    axis(
        "(?<![进])出口(?![成气处])",
        r"export\w*|exit\w*|outlet\w*|overseas|abroad|foreign",
        "进口|输入",
        "import|imports|imported|importing",
    ),
    axis(
        "顺差",
        r"surplus\w*",
        "逆差|赤字",
        "deficits?",
    ),
    axis(
        "逆差",
        r"deficit\w*|gap",
        "顺差|盈余",
        r"surplus\w*",
    ),
    axis(
        "升值",
        r"appreciat\w+|ris\w+|rose|gain\w*|strength\w+|up|increas\w+|higher",
        "贬值|下跌|跌",
        r"depreciat\w+|devalu\w+",
    ),
    axis(
        "贬值",
        r"depreciat\w+|devalu\w+|weak\w*|fall\w*|fell|drop\w*|los\w+|lower|down|declin\w+|"
        r"cheap\w*",
        "升值",
        r"appreciat\w+",
    ),
    axis(
        "上半年",
        r"first half|first six|H1|half[- ]year\w*|interim|mid-?year",
        "下半年",
        "second half|latter half|last six months",
    ),
    axis(
        "下半年",
        "second half|latter half|last six|H2|later|end",
        "上半年",
        "first half|first six months",
    ),
    axis(
        "(?<![反不])赞成|支持(?!率|者)",
        r"support\w*|back\w*|favou?r\w*|endors\w+|approv\w+|agree\w*|for|help\w*|sustain\w*|"
        r"advocat\w+|hold\w*|enabl\w+|power\w*",
        "反对|抵制|不|没|未|无",
        "opposes|opposed|opposing|oppose",
    ),
    axis(
        "反对",
        r"oppos\w+|object\w*|against|reject\w*|disagree\w*|resist\w*|dissent\w*|protest\w*|"
        r"disapprov\w+|anti|no|not|stop\w*",
        "支持|赞成|拥护|同意",
        "supports|supported|supporting|agrees|agreed|approves|approved",
    ),
    axis(
        "禁止|严禁",
        r"ban\w*|prohibit\w*|forbid\w*|forbade|no|not|never|bar|barred|outlaw\w*|illegal|"
        r"block\w*|against|don['\u2019]t|without|stop\w*",
        "允许|准许|许可|可以|批准",
        "allow|allows|allowed|allowing|permit|permits|permitted",
    ),
)
"""(what the source says, what renders it; its opposite in the source, and in the translation)."""


class OppositeWord(Check):
    id = "meaning.opposite"
    name = "Turned into its opposite"
    description = "The translation says the opposite of a word of the source, and nothing that renders it."
    severity = Severity.CRITICAL
    fires = (
        Example("The company decided to open three farms.", "公司决定关闭三家牧场。", "open"),
        Example("It kept the outlook positive.", "展望维持负面。", "positive"),
        Example("In May exports fell.", "五月进口下降。", "exports"),
        Example("Many residents supported the plan.", "许多居民反对该计划。", "supported"),
    )
    quiet = (
        Example("The company decided to close three farms.", "公司决定关闭三家牧场。"),
        Example("It opened one and closed another.", "它开了一家，又关闭了一家。"),
        Example("They are open about the shutdown.", "他们对关闭一事并不隐瞒。"),
        Example("In May exports and imports fell.", "五月进出口下降。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        source = to_simplified(seg.source)
        for axis in AXES:
            said = axis.one.zh.search(source)
            if said is None or axis.other.zh.search(source) or axis.one.en.search(seg.target):
                continue
            for match in axis.other.en.finditer(seg.target):
                span, behind = Span(*match.span()), Span(*said.span())
                if not is_explained(span, behind, context.evidence(seg).links):
                    said_there = behind.of(seg.source)
                    yield self.in_target(
                        seg,
                        span,
                        f"The source says {said_there}, which is the opposite of \u201c{match.group()}\u201d.",
                        source=behind,
                        confidence=0.8,
                    )
                    break


def is_explained(target: Span, source: Span, links: Sequence[Counterpart]) -> bool:
    """Whether other words of the source render the target's word, or other words of the target the source's."""
    return any(
        link.confidence >= _SURE
        and link.kind is not LinkKind.POSITION
        and link.source.overlaps(source) != link.target.overlaps(target)
        and (link.source.overlaps(source) or link.target.overlaps(target))
        for link in links
    )
