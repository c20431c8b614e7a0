"""Where a Chinese sentence ends: the rules for ideographic stops, and for ASCII ones beside Chinese characters."""

from __future__ import annotations

import re

from workbench.text.blocks import MARKER
from workbench.text.nesting import Nest
from workbench.text.stops import Stop, is_cjk

_GOES_ON = frozenset("，、；：,;:％%)）]】》〉」』”’·／/")
_TAG = re.compile(
    r"[^。！？；，、“”「」『』：:\n]{0,24}?"
    r"(?<![没沒不未])(?<!没有|沒有|拒绝|拒絕)"
    r"(?:(?<![知街频頻渠铁鐵轨軌国國味通赤跑])道|(?<![小据據听聽学學传傳游遊再])[说說]|(?<![访訪疑学學顾顧])[问問]|回答|(?<![应應回])答"
    r"|喊|嚷|吼|[骂罵]|[叹嘆]|[讲講]|叫|反[驳駁]|表示|指出|[强強][调調]|嘟囔|嘀咕|自[语語]|低[语語]|感慨|[惊驚]呼|回[应應]|宣[称稱]"
    r"|[补補]充|解[释釋]|坦言|直言|咆哮|尖叫|哀求|央求|嘲[讽諷]|吩咐|插嘴|接[话話])"
    r"(?:[着著了过過]|起[来來]|出[声聲]|一[声聲]|一句|[你我他她它][们們]?|自己|大家|道|[话話])?(?:(?=[。！？…“「]|[，,]\s*[“「『‘\"]|\s*\Z)|(?<=[声聲])(?=[，,]))"
)
"""Who spoke a quotation: short, with the verb at its end. `他问：“` leads the next quotation in instead, and `他说，`
with plain words after it, as the news has it, begins a sentence."""
_NO_TAG = re.compile(r"[^。，]{0,6}?(?:[说說][着著完罢罷毕畢过過到]|一面[说說]|[话話]音)")
_SAME_CLAUSE = re.compile(
    r"[的地之等后後时時似般与與和及或而]|[这這那][个個一句些种種样樣]|一[词詞语語句类類声聲般样樣书書文]|是(?!的|啊|吗|嗎|不是)"
    r"|[为為](?!什|何|了)|作[为為]|成[为為]|被|[让讓]|也|都|就|[则則]|像"
)
_STARTERS = re.compile(
    r"[与與]此同[时時]|然而|但|可是|不[过過]|只是|所以|因[此为為]|于是|於是|而且|[并並]且|[后後][来來]|突然|忽然|如果|[虽雖]然|[尽盡儘]管"
    r"|同[时時]|另外|此外|首先|其次|最[后後]|[总總]之|其[实實]|或[许許]|也[许許]|原[来來]|[终終]于|[终終]於|接[着著]|[随隨][后後]"
    r"|今天|昨天|明天|[现現]在|如今|[这這那][时時]|[当當]|有一|一[个個]|[他她它我你您咱这這那谁誰]|怎[么麼]|[为為]什[么麼]"
    r"|[难難]道|究竟|到底|[“「『]"
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
    """A word in a quotation, such as 好！, which stays with what is said next."""
    return len(_HAN.findall(text[:24])) <= 2 and len(text) <= 8


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
    ahead = stop.ahead(32)
    return bool(_TAG.match(ahead)) and not _NO_TAG.match(ahead)


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
