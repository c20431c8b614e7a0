"""What must come through unchanged: names in Latin letters, addresses, versions, placeholders, tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.checks.places import belongs_at
from workbench.model.finding import Finding, Severity
from workbench.model.placed import spans_placed
from workbench.model.span import Span
from workbench.text.tokens import latin_tokens
from workbench.text.variants import to_halfwidth

_TRANSLATED_WORDS = (
    "ceo cfo cto coo gdp cpi ppi ipo app apps ai it vip pr hr pk ktv diy ok vs pc tv cd dvd mv ppt logo bug t gps led "
    "show vlog up wifi email kol mvp npc bgm ip pm am km kg cm mm ml kw mw gw kwh mwh ghz mhz hz mb gb tb db rmb usd "
    "cny eur hk us uk eu un who wto un imf ngo ppp roi roe esg iot vr ar xr sku p2p o2o b2b b2c c2c s2b ii iii iv bp "
    "emba mba phd mpa id no ps qq gmv arpu dau mau saas paas iaas cto nb fans cos cosplay crush emo city walk out high "
    "man low hold care case call live offer pick"
)
_TRANSLATED = frozenset(_TRANSLATED_WORDS.split())
"""Latin words of Chinese texts that an English text often says in other words, small letters."""
_MOST = 2_000
"""Different ones in one segment that are looked for; a sentence has a handful."""
_ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|www\.)(?:[!-'*-~]|\([!-'*-~]{0,200}\))*[A-Za-z0-9_/=&#%~+-]|[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
_VERSION = re.compile(r"(?<![A-Za-z0-9.])[vV]?[0-9]+\.[0-9]+\.[0-9]+(?:\.[0-9]+)*(?![A-Za-z0-9])")
_PLACEHOLDER = re.compile(
    r"\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}|\{[A-Za-z_0-9]{1,30}\}|%\([A-Za-z_]\w*\)[sdif]"
    r"|(?<![\d\s%])%(?:\d+\$)?[sdif](?![A-Za-z])|(?<=\s)%(?:\d+\$)?[sdif](?![A-Za-z])"
    r"|</?[A-Za-z][A-Za-z0-9]*(?:\s+[A-Za-z-]+=\"[^\"<>]*\")*\s*/?>|&(?:nbsp|lt|gt|amp|quot|#\d+);"
)


class TokenMissing(Check):
    id = "token.missing"
    name = "Name or address lost"
    description = "A name in Latin letters, a web or mail address or a version of the source is not in the translation."
    severity = Severity.MAJOR
    fires = (
        Example("The new model is strong.", "新模型ChatGPT很强。", "ChatGPT"),
        Example("Write to us.", "请写信到info@example.com。", "info@example.com"),
        Example("An executive leads it.", "由Peter Lang负责。", "Peter Lang"),
        Example("Version 2.1 is out.", "2.10.3版已发布。", "2.10.3"),
    )
    quiet = (
        Example("ChatGPT and Covid-19 came to C-end users.", "ChatGPT和COVID-19来到C端。"),
        Example("Its chief executive talked of gross domestic product.", "CEO谈到GDP。"),
        Example("The European Central Bank raised rates.", "ECB加息。"),
        Example("The iPhone 15 and Wi-Fi sell well.", "iPhone15和WiFi卖得好。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if seg.source.isascii() or not re.search(r"[0-9A-Za-z\uff21-\uff5a]", seg.source):
            return
        target = _plain(seg.target)
        initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", seg.target)).lower()
        lost: list[Span] = []
        for span, kind in _tokens(seg.source)[:_MOST]:
            quote = to_halfwidth(span.of(seg.source))
            if _plain(quote) in target or (kind == "word" and not _must_stay(quote, initials, target)):
                continue
            if lost and kind == "word" and seg.source[lost[-1].end : span.start] in (" ", "\u00b7"):
                lost[-1] = Span(lost[-1].start, span.end)  # Peter Lang is one name
            else:
                lost.append(span)
        for span in lost:
            quote = to_halfwidth(span.of(seg.source))
            yield self.in_source(
                seg,
                span,
                f"\u201c{quote}\u201d is not in the translation.",
                target_at=belongs_at(seg, context, span),
                confidence=0.9,
                group=f"{self.id}:{quote}",
            )


class PlaceholderLost(Check):
    id = "token.placeholder"
    name = "Placeholder or tag changed"
    description = "Placeholders, tags and entities of the source and of the translation are not the same."
    severity = Severity.MAJOR
    fires = (
        Example("Hello name, welcome.", "你好{name}，欢迎。", "{name}"),
        Example("Read <b>this first.", "先读<b>这个</b>。", "</b>"),
        Example("There are files.", "有 %d 个文件。", "%d"),
    )
    quiet = (
        Example(
            "Hello {name}, read <b>this</b>: 50% discount, %d files.", "你好{name}，读<b>这个</b>：五折，%d个文件。"
        ),
        Example("Rates rose 5% so far.", "利率上升5%。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if not any(c in seg.source or c in seg.target for c in "{<%&"):
            return
        ours = [(m.group(), Span(*m.span())) for m in _PLACEHOLDER.finditer(seg.source)]
        theirs = [(m.group(), Span(*m.span())) for m in _PLACEHOLDER.finditer(seg.target)]
        lost = Counter(token for token, _ in ours) - Counter(token for token, _ in theirs)
        for token, span in reversed(ours):
            if lost[token] > 0:
                lost[token] -= 1
                yield self.in_source(
                    seg,
                    span,
                    f"\u201c{token}\u201d is not in the translation.",
                    confidence=0.95,
                    group=f"{self.id}:{token}",
                )
        added = Counter(token for token, _ in theirs) - Counter(token for token, _ in ours)
        for token, span in reversed(theirs):
            if added[token] > 0:
                added[token] -= 1
                yield self.in_target(
                    seg, span, f"\u201c{token}\u201d is not in the source.", confidence=0.9, group=f"{self.id}:{token}"
                )


def _tokens(source: str) -> list[tuple[Span, str]]:
    """(span, `address` | `version` | `word`) of what should come through."""
    found = [(Span(*m.span()), "address") for m in _ADDRESS.finditer(source)]
    found += [(Span(*m.span()), "version") for m in _VERSION.finditer(source)]
    taken = spans_placed(span for span, _ in found)
    seen: set[str] = set()
    for token in latin_tokens(source):
        if taken.is_touched(token.span):
            continue
        latin = re.search(r"[!-~]+", to_halfwidth(token.text))
        if latin and latin.group().lower() not in seen:
            seen.add(latin.group().lower())
            found.append((Span(token.start + latin.start(), token.start + latin.end()), "word"))
    return found


def _must_stay(word: str, initials: str, target: str) -> bool:
    """Whether a Latin word of the source is surely expected in the translation as it stands."""
    low = word.lower()
    letters = re.sub(r"[^A-Za-z]", "", word)
    if len(letters) < 2 or low in _TRANSLATED or not letters.isascii():
        return False
    if word.isupper() and len(letters) <= 6 and not re.search(r"\d", word) and letters.lower() in initials:
        return False  # spelled out: European Central Bank
    if word.islower() and len(word) < 5:
        return False
    pieces = [piece for piece in re.split(r"[^A-Za-z]+", word) if len(piece) > 2]
    return not (pieces and all(piece.lower() in target for piece in pieces))


def _plain(text: str) -> str:
    """Without case, spaces, hyphens and dots, which differ between spellings of a name."""
    return re.sub(r"[\s\-\u2010-\u2015._'\u2019]", "", to_halfwidth(text).lower())
