"""Chinese turns of phrase as machines carry them over word for word: a table.

A row is the wrong words (a regular expression, whole words, any case) ; the Chinese behind them ; what to say instead,
parted by / ; why. In an English text alone the wrong words must tell by themselves, so that they are narrow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Calque:
    english: re.Pattern[str]
    chinese: str
    """What stands behind it; in a pair the source must have it."""
    suggestions: tuple[str, ...]
    message: str
    severity: Severity = Severity.MINOR


_ROWS = r"""
my country(?:['\u2019]s)? ; 我国 ; China ; 我国 is the writer's own country: China.
our country(?:['\u2019]s)? ; 我国 ; China ; 我国 is the writer's own country: China.
the general trend of (?:the )?events ; 大势所趋 ; the way things are going ; 大势所趋: an idiom.
blossom(?:ed|ing|s)? everywhere ; 遍地开花 ; spring up everywhere ; 遍地开花: an idiom.
open(?:s|ed|ing)? a new chapter of ; 谱写 ; begin a new chapter of ; 谱写新篇章: an idiom.
(?:the )?third[- ]line cit(?:y|ies) ; 三线城市 ; third-tier cities ; 三线城市: tiers, not lines.
first[- ]line cit(?:y|ies) ; 一线城市 ; first-tier cities ; 一线城市: tiers, not lines.
second[- ]line cit(?:y|ies) ; 二线城市 ; second-tier cities ; 二线城市: tiers, not lines.
big names? coffee|big coffees? ; 大咖 ; big name ; 大咖 is a big name, not coffee.
add oil ; 加油 ; keep it up ; 加油 cheers someone on.
snake and add(?:s|ed|ing)? (?:feet|legs) ; 画蛇添足 ; gild the lily ; 画蛇添足: to overdo it.
play(?:s|ed|ing)? the (?:piano|lute) to (?:a|the) (?:cow|ox) ; 对牛弹琴 ; cast pearls before swine ; 对牛弹琴: an idiom.
mend(?:s|ed|ing)? the (?:fold|pen|sheepfold) after ; 亡羊补牢 ; better late than never ; 亡羊补牢: an idiom.
kill(?:s|ed|ing)? (?:the )?chickens? to (?:show|scare|warn) ; 杀鸡儆猴 ; make an example to warn ; 杀鸡儆猴: an idiom.
horses? and tigers?|horse[- ]tiger ; 马马虎虎 ; so-so/careless ; 马马虎虎: neither horse nor tiger.
people(?: are)? mountains?,?(?: and)? people(?: are)? seas? ; 人山人海 ; huge crowds ; 人山人海: an idiom.
three heads and six arms ; 三头六臂 ; superhuman powers ; 三头六臂: an idiom.
nine (?:cows|oxen|bulls),? (?:and )?(?:one|a) hair ; 九牛一毛 ; a drop in the ocean ; 九牛一毛: an idiom.
(?:wait\w*|guard\w*) (?:by |for )?(?:a |the )?(?:tree )?stumps? ; 守株待兔 ; trust to luck ; 守株待兔: an idiom.
a frog (?:in|at) the bottom of (?:a|the) well ; 井底之蛙 ; someone with a narrow view ; 井底之蛙: an idiom.
(?:riding|ride) (?:a |the )?tiger ; 骑虎难下 ; past the point of no return ; 骑虎难下: an idiom.
eat(?:s|ing|en)? (?:the )?vinegar|ate vinegar ; 吃醋 ; be jealous ; 吃醋: to be jealous.
eat(?:s|ing|en)? soft rice ; 吃软饭 ; live off a woman ; 吃软饭: an idiom.
(?:wear\w*|wore) (?:a )?small shoes? ; 穿小鞋 ; make things hard for ; 穿小鞋: to make life hard for someone.
pull(?:s|ed|ing)? (?:the )?hind legs? ; 拖后腿 ; hold back ; 拖后腿: to hold back.
drag(?:s|ged|ging)? (?:down )?(?:the )?(?:back|hind) legs? ; 拖后腿 ; hold back ; 拖后腿: to hold back.
open(?:s|ed|ing)? (?:the |a )?back ?door for ; 开后门 ; pull strings for ; 开后门: to do favours on the quiet.
(?:hit|beat|play\w*) (?:the )?water ?floats? ; 打水漂 ; come to nothing ; 打水漂: to be wasted.
(?:pour(?:s|ed|ing)?|splash(?:es|ed|ing)?) cold water on ; 泼冷水 ; dampen the enthusiasm of ; 泼冷水: an idiom.
stir(?:s|red|ring)? fry(?:ing)? (?:the )?squid ; 炒鱿鱼 ; sack ; 炒鱿鱼: to dismiss from a job.
fried squid ; 炒鱿鱼 ; sacked ; 炒鱿鱼: to dismiss from a job.
(?:fry|frying|fried|stir-fr\w+) (?:real estate|houses?|stocks?) ; 炒 ; speculate in ; 炒房, 炒股: to speculate.
sell(?:s|ing)? (?:the )?cute(?:ness)?|sold cute ; 卖萌 ; act cute ; 卖萌: to act cute.
melon[- ]eat(?:ing|ers?) ; 吃瓜 ; onlooking ; 吃瓜群众: onlookers.
after (?:80|90|00)s ; 后 ; people born in those years ; 80后: those born in the eighties.
white[- ]hot stage ; 白热化 ; fever pitch ; 白热化: at its fiercest.
burn(?:s|ed|t|ing)? (?:the )?money war ; 烧钱 ; cash-burning war ; 烧钱: to burn through cash.
hugg?(?:ed|ing)? for warmth|group for warmth ; 抱团 ; stick together ; 抱团取暖: to stick together in hard times.
(?:the )?big cake ; 大蛋糕 ; large market ; 蛋糕: a market to be shared.
grab(?:s|bed|bing)? the beach ; 抢滩 ; get a foothold in ; 抢滩: to gain a foothold.
dry goods ; 干货 ; substance/useful content ; 干货: substance, not dried food.
(?:the )?blue sea market ; 蓝海 ; untapped market ; 蓝海: a market without rivals.
(?:the )?red sea market ; 红海 ; crowded market ; 红海: a market full of rivals.
(?:the )?rigid demand ; 刚需 ; essential demand ; 刚需: demand that does not go away.
just need users ; 刚需 ; users with a real need ; 刚需: demand that does not go away.
(?:the )?pain spots? ; 痛点 ; pain points ; 痛点: pain points.
cut(?:s|ting)? (?:the )?leeks? ; 割韭菜 ; fleece small investors ; 割韭菜: to fleece.
(?:high|tall) cold (?:goddess|beauty|person) ; 高冷 ; aloof ; 高冷: aloof.
(?:the )?grounded gas|gas of the ground|earth gas ; 接地气 ; down to earth ; 接地气: down to earth.
old iron(?:s)? ; 老铁 ; buddy ; 老铁: a close friend.
(?:carefully|mind) slip(?:pery)?(?: and fall)? ; 小心地滑 ; caution: wet floor ; 小心地滑: caution, wet floor.
"""


def _read(row: str) -> Calque:
    english, chinese, suggestions, why = (cell.strip() for cell in row.split(" ; "))
    return Calque(re.compile(rf"\b(?:{english})(?!\w)", re.IGNORECASE), chinese, tuple(suggestions.split("/")), why)


CALQUES = tuple(_read(row) for row in _ROWS.strip().split("\n"))
"""In the order in which they are tried."""
