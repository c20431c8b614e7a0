"""Words that turn the meaning round, and questions that became statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.checks.denial import can_deny
from workbench.checks.places import belongs_at
from workbench.evidence.values import Cue, CueKind
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span

_CLOSERS = "\"'\u201d\u2019)]\u300d\u300f\uff09 \t\r\n"

_STRONG_WORDS = (
    "并未 并没 并没有 没有 没 未 未能 未曾 从未 尚未 并不 并不是 并非 绝不 决不 毫不 毫无 不是 不会 不能 不可能 不再 "
    "无法 无人 没人 不得 不准 不许 不应 不应该 "
    "不该 从不 永不 从来不 从来没有 绝非 禁止 未必 不存在 没能 不敢 不肯 不愿 不愿意"
)
_STRONG = frozenset(_STRONG_WORDS.split())
"""Negations that hardly any rendering drops on purpose; others are often told by an opposite (不容易: difficult)."""


class NegationLost(Check):
    id = "negation.lost"
    name = "Negation lost"
    description = "The source denies something, and nothing in the translation does."
    severity = Severity.MAJOR
    fires = (
        Example("They change consumers more than the industry.", "玩家们更多地改变的是消费者,却并未改变产业。", "并未"),
        Example("The banks were closed.", "银行没有关门。", "没有"),
    )
    quiet = (
        Example("Instead of defining themselves as platforms, they changed.", "他们不再以平台来定义自身，而是改变了。"),
        Example("It is more than just a platform; it is also a market.", "它并不仅仅是平台，也是市场。"),
        Example("It will not only fail but also lead into a dead end.", "非但无法成功，甚至还会走进死胡同。"),
        Example("Only this is the real picture, in fact.", "这才是真实的样子，其实。"),
        Example("The site has moved out of reach; it fails to load.", "网站打不开，无法访问。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if not _MAY_DENY.search(seg.source) or can_deny(seg.target):
            return
        cues = context.evidence(seg).cues
        sure = _sure_denials(seg.source, cues.source)
        for cue in sure:
            yield self._finding(seg, context, cue, weak=False)
        for cue in cues.lost if not sure else ():
            if cue.kind is CueKind.NEGATION and cue.side is Side.SOURCE:
                yield self._finding(seg, context, cue, weak=True)

    def _finding(self, seg: CheckedSegment, context: CheckContext, cue: Cue, *, weak: bool) -> Finding:
        return self.in_source(
            seg,
            cue.span,
            f"{cue.quote} denies something here, and nothing in the translation does.",
            target_at=belongs_at(seg, context, cue.span),
            confidence=0.5 if weak else 0.85,
            quiet=weak,
        )


_EMPHATIC = re.compile(
    "(?:并非|并不|并没有?|并未|绝非|绝不|决不|毫不|毫无|从未|从来没有?|从不|永不)(?![仅只单光不无没但])"
)
_MAY_DENY = re.compile("[不没沒未无無非勿别別莫弗毋禁绝絕决決]")
_ASKS = re.compile("[\\s\u201d\u300d]*[?\uff1f]")


def _sure_denials(source: str, cues: Sequence[Cue]) -> list[Cue]:
    """Negations that a rendering does not drop on purpose, in order."""
    found = [Cue(Side.SOURCE, CueKind.NEGATION, Span(*m.span()), m.group()) for m in _EMPHATIC.finditer(source)]
    found += [
        cue
        for cue in cues
        if cue.kind is CueKind.NEGATION
        and cue.quote in _STRONG
        and not _ASKS.match(source[cue.span.end :])  # 做完没有？ denies nothing
        and not any(cue.span.overlaps(other.span) for other in found)
    ]
    return sorted(found, key=lambda cue: cue.span)


_DENIES = re.compile(r"\b(?:no|not|never|none|nothing|nobody|neither|nor|cannot|\w+n['\u2019]t)\b", re.IGNORECASE)


class NegationAdded(Check):
    id = "negation.added"
    name = "Negation without a source"
    description = "The translation denies something that the source does not."
    severity = Severity.MAJOR
    default_on = False
    fires = (Example("The market did not grow in May.", "市场在五月增长了。", "not"),)
    quiet = (Example("The market did not grow in May.", "市场在五月没有增长。"),)

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if not _DENIES.search(seg.target):
            return
        for cue in context.evidence(seg).cues.added:
            if cue.kind is CueKind.NEGATION and cue.side is Side.TARGET:
                yield self.in_target(seg, cue.span, "The translation denies what the source does not.", confidence=0.6)


class QuestionLost(Check):
    id = "question.lost"
    name = "Question mark lost"
    description = "The source asks, and the translation has no question mark."
    severity = Severity.MINOR
    fires = (Example("How strong are they.", "它们到底有多强？", "."),)
    quiet = (
        Example("How strong are they?", "它们有多强？"),
        Example("He asked whether it was over.", "他问是否结束了。"),
        Example("\u201cIs it over?\u201d he asked.", "“结束了吗？”他问。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        bare = seg.source.rstrip(_CLOSERS)
        if not bare.endswith(("?", "\uff1f")) or "?" in seg.target or "\uff1f" in seg.target:
            return
        match = re.search(r"[.!\u2026]+(?=[\"'\u201d\u2019)\]]*\s*$)", seg.target)
        if match:
            yield self.in_target(
                seg,
                Span(*match.span()),
                "The source asks a question.",
                source=Span(len(bare) - 1, len(bare)),
                suggestions=("?",),
                confidence=0.8,
            )
