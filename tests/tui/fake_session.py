"""A session over a small text of our own, with hand-made findings: the real acts, none of the slow analysis."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workbench.model.bitext import Bead, Bitext, Reason
from workbench.model.document import Document, Sentence
from workbench.model.finding import Finding, Severity
from workbench.model.review import Review
from workbench.model.score import Part, QualityEstimate, ScoreReason
from workbench.model.span import Side, Span
from workbench.model.term import Term, Termbase
from workbench.session.rating import Rating
from workbench.session.realigning import Realigning
from workbench.session.recalling import Recalling
from workbench.session.resentencing import Resentencing
from workbench.session.terming import Terming
from workbench.session.writing import Writing
from workbench.store.inputs import InputFiles

# (Chinese sentences, English sentences, reason, paragraph break after the Chinese, separator after the English)
ROWS: list[tuple[list[str], list[str], Reason | None, bool, str]] = [
    (["山城的清晨"], ["Morning of the mountain city"], None, True, "\n\n"),
    (["作者：林秋"], [], Reason.FURNITURE, True, ""),
    (
        ["雾气散去以后,茶馆老板并未急着开门,而是先把昨夜的炭灰清理干净。"],
        ["After the fog lifted, the boss of the teahouse hurried to open the door and cleaned up last night's ash."],
        None,
        False,
        "",
    ),
    (["他说,做生意讲究火候。"], ["He said that business pays attention to fire waiting."], None, True, " "),
    (
        ["老客人们三三两两地坐下,谈论着粮价和天气。"],
        ["Old guests sat down in twos and threes, talking about grain prices and weather."],
        None,
        False,
        " ",
    ),
    (
        ["有人问起新修的码头,也有人抱怨涨到3.5元的船票。"],
        ["Some asked about the new wharf, others complained about the ferry ticket that rose to 35 yuan."],
        None,
        True,
        "\n\n",
    ),
    (["火候到了,自然成。"], [], Reason.OMISSION, True, ""),
    (
        ["茶馆并不仅仅是喝茶的地方,它还是消息的集散地。"],
        ["The teahouse is not just a place to drink tea, it is also a distribution center for news."],
        None,
        False,
        "",
    ),
    ([], ["Everyone loves tea."], Reason.ADDITION, False, " "),
    (
        ["傍晚时分,炭火渐渐熄灭,老板又开始讲他的火候哲学。"],
        ["In the evening, the fire gradually went out, and the boss began to talk about his fire waiting philosophy."],
        None,
        True,
        "\n\n",
    ),
    (
        ["第二天一早,他照旧五点起床。", "灶台上的水已经开了。"],
        ["The next morning, he got up at five as usual.", "The water on the stove was already boiling."],
        None,
        True,
        "",
    ),
    (["责任编辑"], [], Reason.FURNITURE, True, ""),
]

GLOSSES = {
    "清晨": "Morning",
    "茶馆": "teahouse",
    "老板": "boss",
    "开门": "open the door",
    "炭灰": "ash",
    "火候": "fire waiting",
    "粮价": "grain prices",
    "天气": "weather",
    "码头": "wharf",
    "船票": "ticket",
    "消息": "news",
    "起床": "got up",
    "水": "water",
}
TERMS = Termbase((Term("火候", "timing", ("the right moment",), ("fire waiting", "heat"), note="not of cooking here"),))


def bitext(rows: list[tuple[list[str], list[str], Reason | None, bool, str]] = ROWS) -> Bitext:
    """Documents and beads from rows of texts."""
    source = target = ""
    beads: list[Bead] = []
    paragraph = 0
    for zh, en, reason, ends, separator in rows:
        left, right = [], []
        for text in zh:
            left.append(Sentence(len(source), len(source) + len(text), text, 0, paragraph))
            source += text
        if zh and ends:
            source += "\n\n"
            paragraph += 1
        for i, text in enumerate(en):
            right.append(Sentence(len(target), len(target) + len(text), text, 0, paragraph))
            target += text + (" " if i + 1 < len(en) else "")
        target += separator if en else ""
        beads.append(Bead(tuple(left), tuple(right), 0.97, reason))
    return Bitext(Document(Side.SOURCE, source, "zh.txt"), Document(Side.TARGET, target, "en.txt"), tuple(beads))


class FakeSession(Rating, Terming, Realigning, Recalling, Resentencing, Writing):
    """All acts are the real ones, in memory; findings and scores come from a few rules of thumb."""

    analysed = 0
    inputs = InputFiles()

    def against_reference(self, _bead_id: str) -> None:
        """There is no reference here."""

    def references_of(self, _bead_id: str) -> tuple[str, ...]:
        return ()

    def imported_scores(self, _bead_id: str) -> dict[str, float]:
        return {}

    @classmethod
    def make(cls, pairs: Bitext | None = None, **more: object) -> FakeSession:
        session = cls(
            Review(pairs or bitext()),
            store=None,
            journal=None,
            reviewer="ann",
            termbase=TERMS,
            **more,  # type: ignore[arg-type]
        )
        session.saved_places: list = []  # type: ignore[misc]
        session.saved_drafts: dict = {}  # type: ignore[misc]
        return session

    # ---- what the store would keep

    def place(self):  # type: ignore[no-untyped-def]
        return self.saved_places[-1] if self.saved_places else None

    def save_place(self, place) -> None:  # type: ignore[no-untyped-def]
        self.saved_places.append(place)

    def draft(self, bead_id: str, text: str, *, field: str = "text") -> None:
        self.saved_drafts[bead_id if field == "text" else (bead_id, field)] = text

    def drop_draft(self, bead_id: str, *, field: str = "text") -> None:
        self.saved_drafts.pop(bead_id if field == "text" else (bead_id, field), None)

    def drafts(self) -> dict[str, str]:
        return {bead: text for bead, text in self.saved_drafts.items() if isinstance(bead, str)}

    def overtaken_drafts(self) -> dict[str, str]:
        return {}

    def typed(self, bead_id: str) -> dict[str, str]:
        keys = [key for key in self.saved_drafts if isinstance(key, tuple) and key[0] == bead_id]
        return {key[1]: self.saved_drafts[key] for key in keys}

    @property
    def save_state(self) -> str:
        return "read only" if self.read_only else "saved"

    def on_saved(self, tell: Callable[[], object]) -> None:
        self._tell = tell

    def close(self) -> None:
        self.closed = True

    # ---- analysis by rule of thumb

    def analyse(self, *, on_segments, progress, cancelled) -> None:  # type: ignore[no-untyped-def]
        for n, bead in enumerate(self.beads):
            if cancelled():
                return
            self._look_at(bead.id)
            progress(n / len(self.beads), "checking")
        self.is_analysed = True
        on_segments(frozenset(bead.id for bead in self.beads))

    def reanalyse(self, bead_ids: Iterable[str], cancelled: object = None) -> frozenset[str]:
        here = frozenset(bead_id for bead_id in bead_ids if self.index(bead_id) is not None)
        for bead_id in here:
            self._look_at(bead_id)
        return here

    def _look_at(self, bead_id: str) -> None:
        found = findings_of(self.bead(bead_id), self.source(bead_id), self.final(bead_id), self.separator(bead_id))
        self._findings[bead_id] = tuple(sorted(found, key=lambda f: -f.severity.rank))
        if self.bead(bead_id).is_paired:
            reasons = tuple(
                ScoreReason(Part.EVIDENCE, "source.unaccounted", 1.5, Side.SOURCE, f.source_span, f.source_quote or "")
                for f in found
            )
            base = ScoreReason(Part.DIFFICULTY, "source.length", len(self.source(bead_id)) / 40)
            self._estimates[bead_id] = QualityEstimate((*reasons, base), min(0.9, 0.15 + 0.3 * len(found)), "fake")

    def mqm_line(self) -> str:
        count = len(self.review.annotations)
        return f"{5 * count} points over {count} of {self.progress().total} segments, 0.0 per 100 words so far"

    # ---- counterparts by a word list

    def _links(self, bead_id: str, side: Side, span: Span) -> tuple[tuple[Span, float], ...]:
        source, target = self.source(bead_id), self.final(bead_id)
        found = []
        for zh, en in GLOSSES.items():
            a, b = source.find(zh), target.find(en)
            if a < 0 or b < 0:
                continue
            here, there = Span(a, a + len(zh)), Span(b, b + len(en))
            if side is Side.TARGET:
                here, there = there, here
            if here.overlaps(span):
                found.append((there, 0.9))
        return tuple(found)

    def concordance(self, zh: str):  # type: ignore[no-untyped-def]
        from workbench.session.values import ConcordancePlace

        places = []
        for bead in self.beads:
            source, final = self.source(bead.id), self.final(bead.id)
            at = source.find(zh)
            if at < 0:
                continue
            known = ("fire waiting", "timing") if zh == "火候" else (GLOSSES.get(zh, "\x00"),)
            en = next((words for words in known if words in final), "")
            span = Span(final.find(en), final.find(en) + len(en)) if en else None
            places.append(ConcordancePlace(bead.id, Span(at, at + len(zh)), span, en))
        return tuple(places)


def findings_of(bead: Bead, source: str, final: str, separator: str | None) -> list[Finding]:
    """A few checks that need nothing else."""
    found: list[Finding] = []
    at, zh = final.find("fire waiting"), source.find("火候")
    if at >= 0 and zh >= 0:
        found.append(
            Finding(
                "term.forbidden",
                Severity.MAJOR,
                "火候 is not “fire waiting”: here “timing”",
                bead.id,
                Side.TARGET,
                Span(at, at + 12),
                "fire waiting",
                Span(zh, zh + 2),
                "火候",
                suggestions=("timing",),
                group="term.forbidden:火候",
            )
        )
    at, zh = final.find("35 yuan"), source.find("3.5元")
    if at >= 0 and zh >= 0:
        found.append(
            Finding(
                "number.mismatch",
                Severity.MAJOR,
                "3.5元 is not 35 yuan",
                bead.id,
                Side.TARGET,
                Span(at, at + 7),
                "35 yuan",
                Span(zh, zh + 4),
                "3.5元",
                suggestions=("3.5 yuan",),
            )
        )
    if "并未" in source and " not" not in final and final:
        zh = source.find("并未")
        found.append(
            Finding(
                "negation.lost",
                Severity.MAJOR,
                "并未 has no negation in the English",
                bead.id,
                Side.SOURCE,
                Span(zh, zh + 2),
                "并未",
                target_at=0,
            )
        )
    if separator == "" and final.endswith("."):
        found.append(
            Finding(
                "spacing.after_stop",
                Severity.MINOR,
                "no space after the full stop",
                bead.id,
                Side.TARGET,
                Span(len(final) - 1, len(final)),
                ".",
                suggestions=(". ",),
                group="spacing.after_stop",
            )
        )
    if bead.reason is Reason.OMISSION and not final:
        found.append(
            Finding(
                "segment.omission",
                Severity.MAJOR,
                "this sentence is not translated",
                bead.id,
                Side.SOURCE,
                Span(0, len(source)),
                source,
            )
        )
    return found
