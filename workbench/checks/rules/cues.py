"""Words that turn the meaning round, and questions that became statements."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.checks.places import belongs_at
from workbench.evidence.negation import may_be_lost
from workbench.evidence.values import Cue, CueKind
from workbench.model.finding import Finding, Severity
from workbench.model.placed import Placed, spans_placed
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
        Example(
            "High blood pressure is terrible, and what is terrible is that patients stop taking their medicine.",
            "高血压并不可怕，可怕的是患者自己把药停了。",
            "并不",
        ),
        Example("The lake is the same lake, only it has become crowded.", "湖还是那片湖,只是不再拥挤。", "不再"),
    )
    quiet = (
        Example("Instead of defining themselves as platforms, they changed.", "他们不再以平台来定义自身，而是改变了。"),
        Example("It is more than just a platform; it is also a market.", "它并不仅仅是平台，也是市场。"),
        Example("It will not only fail but also lead into a dead end.", "非但无法成功，甚至还会走进死胡同。"),
        Example("Only this is the real picture, in fact.", "这才是真实的样子，其实。"),
        Example("She kept on working and always attended.", "她没有停止工作，也从不缺席。"),
        Example("We are far from alone.", "我们并不孤单。"),
        Example("The site has moved out of reach; it fails to load.", "网站打不开，无法访问。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if not _MAY_DENY.search(seg.source) or not may_be_lost(seg.source, seg.target):
            return
        evidence = context.evidence(seg).cues
        lost = [cue for cue in evidence.lost if cue.kind is CueKind.NEGATION]
        emphatic = spans_placed(Span(*match.span()) for match in _EMPHATIC.finditer(seg.source))
        said = set(evidence.said)
        sure = [cue for cue in lost if cue in said or _is_strong(seg.source, cue, emphatic)]
        for cue in sure or lost:
            span = next(iter(emphatic.overlapping(cue.span)), cue.span)
            yield self._finding(seg, context, span, weak=not sure)

    def _finding(self, seg: CheckedSegment, context: CheckContext, span: Span, *, weak: bool) -> Finding:
        return self.in_source(
            seg,
            span,
            f"{span.of(seg.source)} denies something here, and nothing in the translation does.",
            target_at=belongs_at(seg, context, span),
            confidence=0.5 if weak else 0.85,
            quiet=weak,
        )


_EMPHATIC = re.compile(
    "(?:并非|并不|并没有?|并未|绝非|绝不|决不|毫不|毫无|从未|从来没有?|从不|永不)(?![仅只单光不无没但])"
)
_MAY_DENY = re.compile(
    "不(?![断斷久管論论禁妨仅僅但光])|[没沒]|未(?![来來])|[无無](?![论論疑])|非(?!常)|[绝絕](?!对|對)|[决決](?=不)|[勿莫弗毋禁]"
    "|(?<![特分区區性个個级級辨识識告离離类類国國])[别別](?![人的处處墅])"
)
_ASKS = re.compile("[\\s\u201d\u300d]*[?\uff1f]")


def _is_strong(source: str, cue: Cue, emphatic: Placed[Span]) -> bool:
    """Whether a rendering does not drop it on purpose."""
    if _ASKS.match(source, cue.span.end):  # 做完没有？ denies nothing
        return False
    return cue.quote in _STRONG or emphatic.is_touched(cue.span)


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
                group=self.id,
            )
