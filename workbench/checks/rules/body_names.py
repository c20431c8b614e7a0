"""Companies, universities, ministries and other bodies of which the translation names another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.model.finding import Finding, Severity
from workbench.model.span import Span
from workbench.text.variants import to_simplified

_LONGEST = 600
"""Characters of a source that may still be compared name by name."""
_ABBREVIATION = re.compile("[A-Z]{2,5}")


class OtherBody(Check):
    id = "name.body"
    name = "Another company or office"
    description = "The translation names another company, university, ministry or agency than the source."
    severity = Severity.CRITICAL
    fires = (
        Example("Tencent published its results.", "阿里巴巴公布了财报。", "Tencent"),
        Example("The World Trade Organization warned of it.", "世界卫生组织对此发出警告。", "World Trade"),
        Example("He graduated from Peking University.", "他毕业于清华大学。", "Peking University"),
    )
    quiet = (
        Example("Alibaba published its results.", "阿里巴巴公布了财报。"),
        Example("The company published its results.", "阿里巴巴公布了财报。"),
        Example("WHO warned of it.", "世界卫生组织对此发出警告。"),
        Example("Tencent and its rival published their results.", "腾讯和阿里巴巴公布了财报。"),
        Example("The finance and commerce ministries agreed.", "财政部和商务部达成一致。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        from workbench.checks.body_names import any_english, bodies, by_character

        if len(seg.source) > _LONGEST or not any_english().search(seg.target):
            return
        source = to_simplified(seg.source)
        known = bodies()
        said = [(known[n], match) for n in by_character().of(source) if (match := known[n].zh.search(source))]
        for body, match in said:
            if body.en.search(seg.target):
                continue
            for other in known:
                if other.kind != body.kind or other is body or other.hinted.search(source):
                    continue
                wrong = other.betrays.search(seg.target)
                if wrong and wrong.group()[:1].isupper() and wrong.group() not in source:
                    behind = Span(*match.span())
                    full = not _ABBREVIATION.fullmatch(wrong.group()) and wrong.group() == other.name
                    yield self.in_target(
                        seg,
                        Span(*wrong.span()),
                        f"The source names {behind.of(seg.source)}, and not {wrong.group()}.",
                        source=behind,
                        suggestions=(body.name,) if full else (),
                        confidence=0.85,
                    )
                    return
