"""Characters that a reader cannot see, and that should not be in a translation."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side
from workbench.text.safe import suspicious

_GRAVE = ("bidi", "override", "embedding", "isolate", "lone surrogate", "replacement", "control character")


class SuspiciousCharacters(Check):
    id = "characters.suspicious"
    name = "Suspicious characters"
    description = "Control, bidi, zero-width, private-use or replacement characters hide in the translation."
    sides = frozenset((Side.TARGET,))
    severity = Severity.MINOR
    unpaired = True
    fires = (
        Example("The \u202eprice\u202c fell.", quote="\u202e"),
        Example("The pri\u200bce fell.", quote="\u200b"),
        Example("The pri\ufffdce fell.", quote="\ufffd"),
        Example("The price\x1b[31m fell.", quote="\x1b"),
    )
    quiet = (
        Example("The price\u00a0fell \u2014 \u201ca lot\u201d, na\u00efve caf\u00e9."),
        Example("A family: \U0001f468\u200d\U0001f469\u200d\U0001f467."),
        Example("One line\nand another\twith a tab."),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        for span, name in suspicious(seg.target):
            grave = any(word in name for word in _GRAVE)
            yield self.in_target(
                seg,
                span,
                f"A character that cannot be seen stands here: {name}.",
                suggestions=() if "replacement" in name else ("",),
                confidence=0.97,
                severity=Severity.MAJOR if grave else Severity.MINOR,
                group=f"{self.id}:{name}",
            )
