"""Small words that a translation turns round or drops: 才 after a time, 几乎, 险些."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.checks.places import belongs_at
from workbench.model.finding import Finding, Severity
from workbench.model.span import Span
from workbench.text.variants import to_simplified

_LONGEST = 400
_NUMBER = "[0-9一二两三四五六七八九十百半数几]"
_LATE = re.compile(
    f"{_NUMBER}[0-9十百多来余个]*(?:年半|年|个月|月|周|星期|天|日|夜|小时|钟头|分钟|刻钟|秒|次|遍|趟|代人)"
    "[^，。；！？,.;!?0-9]{0,5}才(?![是能会艺华干智子女貌不])"
)
_SOON = re.compile(
    r"\b(?:in|within|took|takes?|taken|for|after)\s+(?:him |her |them |it |us )?(?:just|only|a mere|merely|barely)\s+"
    r"(?!after|when|then|at|in|by)(?=\w)|\b(?:just|a mere|merely)\s+(?=(?:\d|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|twelve|twenty|thirty|forty|a few|half|several)\b)",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:not|until|till|n['\u2019]t|only (?:after|when|then|at|in|by)|finally|eventually|at last|before|as long as)\b"
    r"|n['\u2019]t\b",
    re.IGNORECASE,
)
_EARLIER_ONLY = re.compile("[只仅就]|刚|不到|不足|短短")


class OnlyForNotUntil(Check):
    id = "cue.only"
    name = "Quickly for slowly"
    description = "才 after a stretch of time says that it took long, and the translation says that it was quick."
    severity = Severity.MAJOR
    fires = (
        Example("He got his degree in just six years.", "他用了六年才拿到学位。", "in just "),
        Example("It took just three years to finish it.", "前后用了3年才完成。", "took just "),
    )
    quiet = (
        Example("It took him six years to get his degree.", "他用了六年才拿到学位。"),
        Example("Only after six years did he get it.", "他六年后才拿到。"),
        Example("It was done in just three days.", "只用了3天就完成。"),
        Example("He is just twenty years old.", "他才二十岁。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if "才" not in seg.source and "纔" not in seg.source:
            return
        source = to_simplified(seg.source)
        late = _LATE.search(source) if len(source) <= _LONGEST else None
        if late is None or _EARLIER_ONLY.search(source) or _LATER.search(seg.target):
            return
        wrong = _SOON.search(seg.target)
        if wrong is not None:
            span = Span(*wrong.span())
            yield self.in_target(
                seg,
                span,
                f"{late.group()} says that it took long, not that it was quick.",
                source=Span(*late.span()),
                suggestions=(_without_just(span.of(seg.target)),),
                confidence=0.85,
            )


class NearlyLost(Check):
    id = "cue.nearly"
    name = "Nearly lost"
    description = "几乎, 险些 or 差点 says that something was nearly so, and the translation that it was so."
    severity = Severity.MAJOR
    fires = (
        Example("The away side scored another.", "客队险些再进一球。", "险些"),
        Example("All of the houses were flooded.", "几乎所有房屋都进了水。", "几乎"),
    )
    quiet = (
        Example("The away side came close to scoring another.", "客队险些再进一球。"),
        Example("Virtually all of the houses were flooded.", "几乎所有房屋都进了水。"),
        Example("Few houses were dry.", "几乎没有房屋是干的。"),
        Example("There was hardly a dry house.", "几乎没有房屋是干的。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if len(seg.source) > _LONGEST:
            return
        said = _NEARLY.search(to_simplified(seg.source))
        if said is None or _NEARLY_SAID.search(seg.target):
            return
        span = Span(*said.span())
        yield self.in_source(
            seg,
            span,
            f"{span.of(seg.source)} (nearly) is not in the translation.",
            target_at=belongs_at(seg, context, span),
            confidence=0.75,
        )


_NEARLY = re.compile("几乎|险些|差点儿?(?![没不意])|(?<!最)将近|近乎")
_NEARLY_SAID = re.compile(
    r"\b(?:almost|near\w*|virtual\w*|practical\w*|essential\w*|basical\w*|close\w*|hardly|barely|scarcely|all but|verge"
    r"|brink|narrow\w*|about|next to|next-to|most\w*|approx\w*|some|just|around|roughly|few\w*|little|rare\w*|seldom"
    r"|largely|well[- ]nigh|nigh|as good as|on the point|would have|could have|might have|threaten\w*|minimal\w*"
    r"|approach\w*|main\w*|over\w*|vast|lion['\u2019]s share|predominant\w*|half|under|up to|quasi|semi|if any|far from"
    r"|as if|like|so close|miss\w*|escap\w*|within|effectively|pretty much|not quite|quite|no more than|less than"
    r"|touch and go|danger\w*|tantamount|amount\w*|as many as|in general|generally|per cent of)\b",
    re.IGNORECASE,
)
"""Broad: it only ever excuses."""


def _without_just(words: str) -> str:
    return re.sub(r"\b(?:just|only|a mere|merely|barely)\s+", "", words, flags=re.IGNORECASE)
