"""Words that turn the meaning round, and questions that became statements."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.checks.places import belongs_at
from workbench.evidence.cues import has_negative
from workbench.evidence.negation import may_be_lost
from workbench.evidence.negators import Denial, denies, opposite_of
from workbench.evidence.values import Cue, CueKind, LinkKind, PairEvidence
from workbench.evidence.words import english_stem, profile
from workbench.model.finding import Finding, Severity
from workbench.model.placed import Placed, spans_placed
from workbench.model.span import Side, Span

_CLOSERS = "\"'\u201d\u2019)]\u300d\u300f\uff09 \t\r\n"

_STRONG_WORDS = (
    "从没 从没有 根本没 根本没有 根本不 "
    "并未 并没 并没有 没有 没 未 未能 未曾 从未 尚未 并不 并不是 并非 绝不 决不 毫不 毫无 不是 不会 不能 不可能 不再 "
    "无法 无人 没人 不得 不准 不许 不应 不应该 "
    "不予 不足以 不宜 不要 不可 不必 不用 不需要 不需 无需 无须 勿 切勿 不容 不曾 "
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
    "|不(?:予|需要|建议|推荐|支持|允许|接受|属于|构成|承担|影响|保证|适用|适合|赞成|承认)"
)
_MAY_DENY = re.compile(
    "不(?![断斷久管論论禁妨仅僅但光])|[没沒]|未(?![来來])|[无無](?![论論疑])|非(?!常)|[绝絕](?!对|對)|[决決](?=不)|"
    "[勿莫弗毋禁]"
    "|(?<![特分区區性个個级級辨识識告离離类類国國])[别別](?![人的处處墅])"
)
_BEFORE = 40
_IN_QUESTION = re.compile("[^，。！；,.!;]{0,60}[?\uff1f]")
_WHY = re.compile("为什么|为何|怎么|咋|為什麼|為何|怎麼|凭什么")
_ASKS = re.compile("[\\s\u201d\u300d]*[?\uff1f]")


def _is_strong(source: str, cue: Cue, emphatic: Placed[Span]) -> bool:
    """Whether a rendering does not drop it on purpose."""
    if _ASKS.match(source, cue.span.end):  # 做完没有？ denies nothing
        return False
    why_from = max(0, cue.span.start - _BEFORE)
    if _IN_QUESTION.match(source, cue.span.end) and not _WHY.search(source, why_from, cue.span.start):
        return False  # 他们没起疑心罢？ Were they suspicious?
    return cue.quote in _STRONG or emphatic.is_touched(cue.span)


_DENIES = re.compile(
    r"\b(?:no(?!\.\s?\d)|not|never|none|nothing|nobody|neither|nor|cannot|\w+n['\u2019]t)\b", re.IGNORECASE
)


class NegationAdded(Check):
    id = "negation.added"
    name = "Negation without a source"
    description = "The translation denies something that the source does not."
    severity = Severity.MAJOR
    fires = (
        Example("The market did not grow in May.", "市场在五月增长了。", "not"),
        Example("The inspection is unnecessary.", "检查是必要的。", "unnecessary"),
    )
    quiet = (
        Example("His help was invaluable.", "他的帮助很宝贵。"),
        Example("The decision was unfair.", "这个决定有失公平。"),
        Example("The market did not grow in May.", "市场在五月没有增长。"),
        Example("He did not know until he came.", "他来了才知道。"),
        Example("There is no doubt that it grows, is there not?", "它肯定在增长。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if not _DENIES.search(seg.target):
            if _MAY_BE_OPPOSITE.search(seg.target) and not has_negative(seg.source):
                yield from self._opposites(seg, context.evidence(seg))
            return
        if has_negative(seg.source):
            return
        evidence = context.evidence(seg)
        for cue in evidence.cues.added:
            if cue.kind is CueKind.NEGATION and cue.side is Side.TARGET:
                said = _denied_word(cue, seg, evidence)
                yield self.in_target(
                    seg,
                    cue.span,
                    f"The translation denies what the source says: {said.of(seg.source)}."
                    if said
                    else "The translation denies what the source does not.",
                    source=said,
                    confidence=0.8 if said else 0.6,
                    quiet=said is None,
                )

    def _opposites(self, seg: CheckedSegment, evidence: PairEvidence) -> Iterable[Finding]:
        """Words such as unfair that stand for what the source says plainly."""
        for link in evidence.links:
            word = link.target.of(seg.target).lower()
            if link.kind not in _BY_MEANING or not _MAY_BE_OPPOSITE.fullmatch(word) or word in _NO_OPPOSITES:
                continue
            stems = {stem for gloss in profile(link.source.of(seg.source)).glosses for stem in gloss.stems}
            base = opposite_of(word)
            if denies(word) is Denial.PREFIX and base in stems and english_stem(word) not in stems:
                yield self.in_target(
                    seg,
                    link.target,
                    f"The source says {link.source.of(seg.source)}, which \u201c{word}\u201d denies.",
                    source=link.source,
                    confidence=0.8,
                )


_MAY_BE_OPPOSITE = re.compile(
    r"\b(?:un|in|im|il|ir|dis|non|mis)[a-z]{4,}\b|\b[a-z]{3,}less(?:ly|ness)?\b", re.IGNORECASE
)
_NO_OPPOSITES_WORDS = (
    "invaluable inflammable uncover uncovered unveil unveiled unearth unearthed unfold unfolded unlock unlocked unload "
    "unleash unleashed unravel unpack unlike disclose disclosed dissolve dissolved priceless countless independent "
    "independence independently mistake mistaken discharge discharged displaced"
)
_NO_OPPOSITES = frozenset(_NO_OPPOSITES_WORDS.split())
"""Words that say what they seem to deny, or undo what was done."""
_TURNS_ROUND = re.compile("沿用|照旧|维持|保持|[才仅只反竟吗？?除直否难少]|[还更][^，。]{0,6}[好强]|怎|何|哪|岂|谁")
"""What may stand behind a denial though it is none: 才 is not until."""


def _denied_word(cue: Cue, seg: CheckedSegment, evidence: PairEvidence) -> Span | None:
    """The source word whose sure rendering stands right behind an added not: that it is denied there is certain."""
    if cue.quote.lower() not in ("not", "never") and not cue.quote.lower().endswith(("n't", "n\u2019t")):
        return None
    if _TURNS_ROUND.search(seg.source):
        return None
    behind = next((t.span for t in evidence.target_tokens if t.is_content and t.span.start >= cue.span.end), None)
    if behind is None or len(seg.target[cue.span.end : behind.start].split()) > 1:
        return None
    sure = (link for link in evidence.links if link.target == behind and link.kind in _BY_MEANING)
    return next((link.source for link in sure if link.confidence >= _SURELY), None)


_BY_MEANING = (LinkKind.LEXICON, LinkKind.SYNONYM)
_SURELY = 0.6


class QuestionLost(Check):
    id = "question.lost"
    name = "Question mark lost"
    description = "The source asks, and the translation has no question mark."
    severity = Severity.MINOR
    fires = (
        Example("How strong are they.", "它们到底有多强？", "."),
        Example("\u201cYou will come again tomorrow.\u201d she asked.", "“明天还来吗？”她问。", "."),
    )
    quiet = (
        Example("How strong are they?", "它们有多强？"),
        Example("He asked whether it was over.", "他问是否结束了。"),
        Example("\u201cIs it over?\u201d he asked.", "“结束了吗？”他问。"),
        Example("That must be the palace!", "难道这里是皇宫？"),
        Example("I wonder whether it is over.", "结束了吗？"),
        Example("I hope you have not forgotten it.", "你没有忘记？"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if "?" in seg.target or "\uff1f" in seg.target:
            return
        mark = max(seg.source.rfind("?"), seg.source.rfind("\uff1f"))
        if mark < 0 or len(_SENTENCE_END.findall(seg.source)) > len(_SENTENCE_END.findall(seg.target)):
            return
        asked = _CLAUSE_BEFORE.split(seg.source[max(0, mark - _LONGEST_QUESTION) : mark])[-1] + "?"
        wants_answer = _is_plain_question(asked)
        start = 0
        for stop in _STOP.finditer(seg.target):
            sentence, start = seg.target[max(start, stop.start() - _LONGEST_SENTENCE) : stop.start()], stop.end()
            sentence = _OPENED.split(sentence)[-1]
            if _is_question(sentence) or (wants_answer and not _HEDGED.search(sentence)):
                yield self.in_target(
                    seg,
                    Span(*stop.span()),
                    "The source asks a question.",
                    source=Span(mark, mark + 1),
                    suggestions=("?",),
                    confidence=0.8,
                    group=self.id,
                )
                return


class QuestionAdded(Check):
    id = "question.added"
    name = "Question without a source"
    description = "The translation asks, and the source states."
    severity = Severity.MAJOR
    fires = (Example("Did they leave the building?", "他们离开了大楼。", "?"),)
    quiet = (
        Example("Did they leave the building?", "他们离开大楼了吗。"),
        Example("Who knows what comes next?", "谁知道以后怎么样。"),
        Example("After breakfast, why not take a walk?", "吃完早饭，不妨去走走。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if "?" not in seg.target or _OFFERED.search(seg.target):
            return
        for cue in context.evidence(seg).cues.added:
            if cue.kind is CueKind.QUESTION:
                yield self.in_target(
                    seg, cue.span, "The source states this, and asks nothing.", suggestions=(".",), confidence=0.7
                )


_OFFERED = re.compile(
    r"\b(?:why not|(?:how|what) about|shall|(?:would|could|can|will|won['\u2019]t) you)\b|"
    r", \w+(?:n['\u2019]t)? \w+\?",
    re.I,
)
"""Questions that ask for nothing: offers, and those at the end of a statement."""
_CLAUSE_BEFORE = re.compile('[，。！；：,.!;:“”「」"]')
_LONGEST_QUESTION = 60
"""Characters of the Chinese question that are looked at."""
_LONGEST_SENTENCE = 600
_SENTENCE_END = re.compile("[.!?。！？]+")
_STOP = re.compile(r"(?<![.!\s])\.(?!\.)(?=[\"'\u201d\u2019)\]]{0,3}(?:\s|$))")
_OPENED = re.compile('[.!\n\u201c\u201d"]')
_QUESTION_WORDS = re.compile(
    r"^(?:(?:And|But|So|Then|Now|Well|Yet|In the end),?\s+)?(?:"
    r"(?:What|Who|Whom|Whose|Which|Why|Where|When|How(?:\s\w+)?)\s+(?:\w+\s+)?(?:is|are|was|were|do|does|did|can|"
    r"could|will"
    r"|would|should|has|have|had)"
    r"|(?:Is|Are|Was|Were|Do|Does|Did|Can|Could|Will|Would|Should|Has|Have|Had|Isn't|Aren't|Don't|Doesn't|Didn't|Can't)"
    r"\s+(?:I|you|he|she|it|we|they|there|this|that|these|those|the|my|your|his|her|our|their|anyone|someone))\b",
)
_PLAIN_QUESTION = re.compile(
    "[吗嗎]\\s*[?\uff1f]|([\u4e00-\u9fff])[不没]\\1|有没有|是否|(?:多少|几[个点时次年]|"
    "哪[里儿个些])[^，]{0,30}[?\uff1f]"
)
_RHETORICAL = re.compile(
    "难道|難道|岂|豈|何必|何苦|何况|怎么能|怎能|怎会|哪能|哪有|哪会|不[^，]{0,8}[吗嗎]|没[^，]{0,8}[吗嗎]|是不是|谁"
)
_HEDGED = re.compile(
    r"\b(?:wonder\w*|perhaps|maybe|must|could|might|may|whether|if|hope\w*|presum\w+|suppose\w*|guess\w*|surely|please"
    r"|unsure|uncertain|question\w*|ask\w*|doubt\w*|know|tell|let|would|should|right|what|why|how|who|where|no|not"
    r"|never|\w+n['\u2019]t)\b",
    re.IGNORECASE,
)


def _is_question(sentence: str) -> bool:
    """Whether an English sentence asks by the order of its words."""
    match = _QUESTION_WORDS.match(sentence.strip())
    return bool(match) and not sentence.rstrip().endswith((" the", " a", " an"))


def _is_plain_question(asked: str) -> bool:
    """Whether a Chinese question wants an answer."""
    return bool(_PLAIN_QUESTION.search(asked)) and not _RHETORICAL.search(asked)
