"""An annotation is a person's decision: an error marked in the translation, or in the source."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.finding import Severity
from workbench.model.span import Anchor, Layer


@dataclass(frozen=True, slots=True)
class Annotation:
    """One marked error. At least one of `target` and `source` is set."""

    id: str
    severity: Severity
    category: str
    """Name in the typology, such as `Accuracy/Mistranslation`."""
    target: Anchor | None = None
    source: Anchor | None = None
    insert_at: int | None = None
    """For an omission: the code point of the frozen target document where the missing words belong."""
    note: str = ""
    reviewer: str = ""
    at: str = ""
    """When it was decided, ISO 8601 in UTC."""
    finding: str | None = None
    """Id of the finding that was accepted, if it began as one."""
    check: str | None = None
    """The check that the finding came from."""

    blind: bool = False
    """True if machine scores and findings were hidden when it was made."""

    @property
    def is_on_correction(self) -> bool:
        """True for a mark in the corrected text: words of a reviewer, which do not count against the machine."""
        return self.target is not None and self.target.layer is Layer.CORRECTED
