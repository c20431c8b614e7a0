"""Where a Chinese sentence ends: the rules for ideographic stops, and for ASCII ones beside Chinese characters."""

from __future__ import annotations

import re

from workbench.text.blocks import MARKER
from workbench.text.nesting import Nest
from workbench.text.stops import Stop, is_cjk

_GOES_ON = frozenset("，、；：,;:％%)）]】》〉」』”’·／/")
_SPEECH = re.compile(
    r"(?<![知街频渠铁轨国味通赤跑])道(?![路理德具教])|(?<![小据听学传游再])说(?![明服])|(?<![访疑学顾])问(?![题世])|回答|答道|答(?![案应])"
    r"|喊|叫道|嚷|吼|骂|叹|反驳|表示|指出|强调|追问|嘟囔|嘀咕|喃喃|自语|低语|感慨|惊呼|写道|回应|宣称|补充|解释|坦言|直言|呼吁"
)
_TAG = re.compile(r"[^。！？；，“”「」『』：\n]{1,22}")
_SAME_CLAUSE = re.compile(
    r"[的地之等后时似般与和及或而]|这[个一句些种样]|那[个一句些种样]|一[词语句类声般样书文]|是(?!的|啊|吗|不是)|为(?!什么|何|了)|作为|成为|被|让|也[是不许]?|都|就[是]?|则|像"
)
_STARTERS = re.compile(
    r"与此同时|然而|但|可是|不过|只是|所以|因此|因为|于是|而且|并且|后来|突然|忽然|如果|虽然|尽管|同时|另外|此外|首先|其次|最后|总之|其实|"
    r"或许|也许|原来|终于|接着|随后|今天|昨天|明天|现在|如今|这时|那时|当|有一|一个|他|她|它|我|你|您|咱|这|那|谁|怎么|为什么|难道|究竟|到底|[“「『]"
)
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_INTRODUCES = frozenset("：:，,")
_NUMBER_BEFORE = re.compile(r"(?:\A|[\s：:；;，,、（(])\d{1,2}\Z")


def ends_sentence(stop: Stop) -> bool:
    """Whether the sentence ends at a stop of Chinese text."""
    if stop.text[stop.following] in _GOES_ON:
        return False
    run = stop.run
    if "！" in run or "？" in run or "!" in run or "?" in run:
        return _ends_after_quote(stop)
    if len(run) > 1 or run == "…":
        ends_for_sure = len(run.strip("…．.")) == 1  # an ellipsis with one full stop of its own
        return _ends_after_quote(stop) if ends_for_sure else _ends_at_ellipsis(stop)
    if run in ".．":
        return _ends_at_dot(stop) and _ends_after_quote(stop)
    return _ends_after_quote(stop)


def is_short_cry(text: str) -> bool:
    """A word or two in a quotation, such as 好！, which stays with what is said next."""
    return len(_HAN.findall(text[:24])) <= 4 and len(text) <= 12


def _ends_after_quote(stop: Stop) -> bool:
    """`“你去哪儿？”他问。` is one sentence, `他说：“我去。”她笑了。` is two."""
    pair = stop.closed
    if pair is None or pair.open < stop.sentence:
        return not (pair and pair.nest is Nest.QUOTE and _is_tag(stop))
    if pair.nest is not Nest.QUOTE:
        return pair.open == stop.sentence
    lead = stop.text[stop.sentence : pair.open].rstrip()[-1:]
    if lead and lead not in _INTRODUCES:
        return not _HAN.match(lead) and not lead.isalnum() and lead not in "、"
    if _SAME_CLAUSE.match(stop.ahead(3)) and not lead:
        return False
    return lead in ("：", ":") or not _is_tag(stop)


def _is_tag(stop: Stop) -> bool:
    """Whether what follows a quotation says who spoke it."""
    clause = _TAG.match(stop.ahead(24))
    if not clause:
        return False
    verb = _SPEECH.search(clause.group())
    return bool(verb) and verb.start() <= 9  # type: ignore[union-attr]


def _ends_at_ellipsis(stop: Stop) -> bool:
    """Trailing off ends a sentence only where a new thought begins; stammering and lists go on."""
    said = stop.text[max(stop.sentence, stop.begin - 60) : stop.begin]
    if stop.closed is not None:
        return _ends_after_quote(stop)
    said = said.rstrip("… ")
    following = stop.ahead(6)
    if said and (following.startswith(said[-1]) or (len(said) > 1 and following.startswith(said[-2:]))):
        return False
    return len(_HAN.findall(said)) >= 6 and bool(_STARTERS.match(following))


def _ends_at_dot(stop: Stop) -> bool:
    """An ASCII or full-width dot: a stop after Chinese unless it numbers a list, or parts the names of a person."""
    before, after = stop.before, stop.text[stop.following]
    if before.isdigit() and not before.isspace():
        head = stop.text[max(stop.sentence, stop.begin - 8) : stop.begin]
        if _NUMBER_BEFORE.search(head) or MARKER.fullmatch(stop.text, stop.sentence, stop.end):
            return False
        return is_cjk(after) or stop.spaced
    if stop.spaced or stop.tail > stop.end:
        return True
    if is_cjk(before) and is_cjk(after):
        return not stop.habits.cjk_stops
    if after.isdigit():
        return bool(re.match(r"\d{4}年|\d{1,2}月", stop.ahead(6)))
    if after.isascii() and after.isalpha():
        return after.isupper() and not re.match(r"(?:COM|CN|NET|ORG|TV)\b", stop.ahead(4))
    return True
