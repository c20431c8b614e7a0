"""Names: Chinese ones by their pinyin, foreign ones by the sound of their transliteration."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from workbench.evidence.sounds import likeness, sound_classes
from workbench.evidence.spelling import spellings
from workbench.evidence.words import Word, english_stem, profile, syllable
from workbench.lexicon.lookup import lexicon

SURNAMES = frozenset(
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦"
    "付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞"
    "左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚"
    "娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝习"
)
"""Simplified; the commonest one-character surnames."""

_TWO_CHARACTER_SURNAMES_WORDS = """
欧阳 司马 诸葛 上官 夏侯 皇甫 尉迟 令狐 公孙 慕容 司徒 东方 独孤 南宫 端木 百里 东郭 西门
"""
TWO_CHARACTER_SURNAMES = frozenset(_TWO_CHARACTER_SURNAMES_WORDS.split())

_SHORTEST_NAME = 4
"""Letters of pinyin from which a word with a capital in the same letters is no chance."""
_PLACES = {
    "省": ("province", "provincial"),
    "市": ("city", "municipality", "municipal"),
    "县": ("county",),
    "区": ("district", "area", "zone", "region"),
    "州": ("prefecture", "state"),
    "镇": ("town", "township"),
    "乡": ("township", "town"),
    "村": ("village",),
    "湖": ("lake",),
    "河": ("river",),
    "江": ("river",),
    "山": ("mountain", "mount", "mountains"),
    "岛": ("island", "islands"),
    "街": ("street",),
    "路": ("road",),
}
"""What a place is called after its name."""

_LIKE_ENOUGH = 0.62
"""Likeness of sounds from which a transliteration is believed."""
_JUST_LIKE = 0.8
"""Likeness from which characters that are no words of the segmenter's are believed to be a name."""
_LONGEST_SOUND = 7
"""Characters of the longest transliteration that is looked for there."""
ACCOUNTED = 0.3
"""Coverage from which a word needs no name to explain it."""
_LONGEST_RUN = 4
_LONGEST_NAME = 4
"""Characters of the longest name that is looked for in pinyin."""
_NAME_IN_DICTIONARY = 3
"""Characters of most foreign names that the dictionary has, in one English spelling of several."""
_TRIED = 200
"""Places of a surname at which the given name is looked for."""
_MANY = 60
"""Words with a capital from which only near ones are compared by sound."""


class NameMatch(NamedTuple):
    """A name among the source words, with what renders it."""

    sources: tuple[int, ...]
    targets: tuple[int, ...]
    """Empty if nothing does."""
    romanised: str
    confidence: float


def names_by_pinyin(source: Sequence[Word], target: Sequence[Word], but: Set[int]) -> list[NameMatch]:
    """Names of the source that the target spells in pinyin, and persons' names that it does not spell at all.

    A run of words is a candidate if it is a word that the dictionary does not have, or a surname followed by one or two
    characters that no dictionary word explains. Source words in `but` are passed over.
    """
    spelled = _spelled(target)
    where: dict[str, list[int]] = defaultdict(list)
    for j in reversed(spelled):  # so that the first place is the one to pop
        where[spelled[j]].append(j)
    found: list[NameMatch] = []
    for indices in _candidates(source, but):
        text = "".join(source[i].key for i in indices)
        targets, confidence = _by_pinyin(text, spelled, where)
        longer = () if targets else _with_next(indices, source, text)
        if longer:  # 李铁 | 军
            indices, text = longer, "".join(source[i].key for i in longer)
            targets, confidence = _by_pinyin(text, spelled, where)
        for j in targets:
            del spelled[j]
        if targets or _is_person(text):
            found.append(NameMatch(indices, targets, _pinyin(text), confidence))
    taken = {i for name in found if name.targets for i in name.sources}
    initials = {letters[:1] for letters in spelled.values()}
    for i, word in enumerate(source) if spelled else ():
        if i in taken or i in but or word.is_latin or len(word.key) < 2 or not word.weight:
            continue
        first = syllable(word.key[0])
        if first and first[0] not in initials:
            continue
        places = _known_place(word.key, spelled, where, target)
        if places:
            found.append(NameMatch((i,), places, _pinyin(word.key), 0.95))
            for j in places:
                spelled.pop(j, None)
            taken.add(i)
    found += _cut_otherwise(source, spelled, where, taken | but)
    return found


def _with_next(indices: tuple[int, ...], source: Sequence[Word], text: str) -> tuple[int, ...]:
    """With a name of two characters the next one, if it may be the name's third."""
    k = indices[-1] + 1
    if len(text) != 2 or text[0] not in SURNAMES or k >= len(source):
        return ()
    following = source[k]
    fits = following.start == source[k - 1].end and len(following.key) == 1 and following.weight > 0
    return (*indices, k) if fits and not following.is_latin and following.key not in _NO_NAME else ()


def _cut_otherwise(
    source: Sequence[Word], spelled: dict[int, str], where: Mapping[str, list[int]], taken: Set[int]
) -> Iterator[NameMatch]:
    """Names of the target that spell characters which are no word of the segmenter's: 名誉会长叶 | 永祥."""
    strange = {j for j, letters in spelled.items() if len(letters) >= _SHORTEST_NAME and is_unknown(letters)}
    if not strange:
        return
    text = [(i, character) for i, word in enumerate(source) if not word.is_latin for character in word.key]
    letters_of_all = "\n".join(["", *(spelled[j] for j in strange)])
    begins = {one: any("\n" + syllable in letters_of_all for syllable in spellings(one)) for _, one in text}
    for at in range(len(text)):
        if not begins[text[at][1]]:
            continue
        for end in range(at + 2, min(len(text), at + _LONGEST_NAME) + 1):
            words = [i for i, _ in text[at:end]]
            together = all(source[i].end == source[k].start for i, k in pairwise(dict.fromkeys(words)))
            if not together or words[0] in taken or words[-1] in taken:
                continue
            name = "".join(character for _, character in text[at:end])
            places = [j for letters in spellings(name) for j in _free(letters, spelled, where) if j in strange]
            if not places:
                continue
            first = min(places)
            targets = [first]
            indices = list(dict.fromkeys(words))
            if at and text[at - 1][0] not in taken and spelled.get(first - 1) in spellings(text[at - 1][1]):
                targets.insert(0, first - 1)
                indices = list(dict.fromkeys([text[at - 1][0], *indices]))
            for j in targets:
                del spelled[j]
                strange.discard(j)
            yield NameMatch(tuple(indices), tuple(targets), _pinyin(name), 0.9)


def is_unknown(letters: str) -> bool:
    """Whether no table knows an English word."""
    return lexicon().stem_number(english_stem(letters)) is None


def _known_place(
    text: str, spelled: Mapping[int, str], where: Mapping[str, list[int]], target: Sequence[Word]
) -> tuple[int, ...]:
    """Target words that spell a dictionary word in pinyin: `Shanghai`, `Fujian Province`."""
    kind = _PLACES.get(text[-1], ()) if len(text) > 2 else ()
    for name, kinds in ((text, ()), (text[:-1], kind)):
        letters = _pinyin(name)
        if len(name) < 2 or len(letters) < _SHORTEST_NAME or (name != text and not kinds):
            continue
        free = list(islice(_free(letters, spelled, where), _TRIED))
        for j in free:
            for k in (j + 1, j - 1):
                if 0 <= k < len(target) and target[k].text.lower() in kinds:
                    return tuple(sorted((j, k)))
        if free:
            return (free[0],)
    return ()


def names_by_sound(
    source: Sequence[Word], target: Sequence[Word], source_cover: list[float], target_cover: list[float]
) -> list[NameMatch]:
    """Transliterations among the words that nothing else explains; what is found is entered in the two covers."""
    spelled = {j: letters for j, letters in _spelled(target).items() if not target_cover[j] and target[j].weight}
    slope = len(target) / max(1, len(source))
    order = sorted(spelled)
    found: list[NameMatch] = []
    for run in _strange_runs(source, source_cover) if spelled else ():
        for indices in (run, *((i,) for i in run)) if len(run) > 1 else (run,):
            text = "".join(source[i].key for i in indices)
            if len(text) < 2 or source_cover[indices[0]] >= ACCOUNTED:
                continue
            targets, confidence = _by_sound(text, _around(indices[0] * slope, spelled, order))
            if targets:
                found.append(NameMatch(indices, targets, _pinyin(text), confidence))
                for i in indices:
                    source_cover[i] = confidence
                for j in targets:
                    target_cover[j] = confidence
                    del spelled[j]
                break
    return [*found, *_heard_anywhere(source, spelled, source_cover, target_cover)]


def _heard_anywhere(
    source: Sequence[Word], spelled: Mapping[int, str], source_cover: list[float], target_cover: list[float]
) -> Iterator[NameMatch]:
    """Names that sound just like some characters of the source, however these were cut: Barillaro, 巴里 | 拉罗."""
    strange = [j for j, letters in spelled.items() if len(letters) >= _SHORTEST_NAME and is_unknown(letters)]
    if not strange or len(source) > _MANY:
        return
    text = [(i, character) for i, word in enumerate(source) if not word.is_latin for character in word.key]
    for j in strange:
        sounds = sound_classes(spelled[j])
        best, window = 0.0, range(0)
        for at in range(len(text)):
            if source_cover[text[at][0]] >= ACCOUNTED or not sounds.startswith(
                sound_classes(syllable(text[at][1]))[:1]
            ):
                continue
            for end in range(at + 2, min(len(text), at + _LONGEST_SOUND) + 1):
                like = likeness(sound_classes(_pinyin("".join(one for _, one in text[at:end]))), sounds)
                if like > best:
                    best, window = like, range(at, end)
        if best >= _JUST_LIKE:
            indices = tuple(dict.fromkeys(text[k][0] for k in window))
            for i in indices:
                source_cover[i] = max(best, source_cover[i])
            target_cover[j] = best
            yield NameMatch(indices, (j,), _pinyin("".join(text[k][1] for k in window)), best)


def _around(place: float, spelled: Mapping[int, str], order: Sequence[int]) -> Mapping[int, str]:
    """Of many words, those near a place: sounds are dear to compare. `order` holds all that were there at first."""
    if len(spelled) <= _MANY:
        return spelled
    near = order[bisect_left(order, place - _MANY) : bisect_right(order, place + _MANY)]
    return {j: spelled[j] for j in near if j in spelled}


def _strange_runs(source: Sequence[Word], cover: Sequence[float]) -> list[tuple[int, ...]]:
    """Runs of adjacent words that nothing accounts for, at least one of which the dictionary does not have: the pieces
    that a transliteration may have been cut into."""
    runs: list[tuple[int, ...]] = []
    run: list[int] = []
    for i, word in enumerate(source):
        strange = cover[i] < ACCOUNTED and word.weight > 0 and not word.is_latin and word.key[0] >= "\u3400"
        adjacent = not run or source[run[-1]].end == word.start
        if strange and adjacent and len(run) < _LONGEST_RUN:
            run.append(i)
            continue
        runs.append(tuple(run))
        run = [i] if strange else []
    runs.append(tuple(run))
    return [run for run in runs if any(_is_strange(source[i].key) for i in run)]


def _is_strange(word: str) -> bool:
    """Whether a word may be a transliteration: the dictionary lacks it, or it has as many characters as names there."""
    return len(word) > 1 and (len(word) == _NAME_IN_DICTIONARY or not profile(word).known)


def _spelled(target: Sequence[Word]) -> dict[int, str]:
    """The letters of the words with a capital."""
    return {j: letters_of(word.text) for j, word in enumerate(target) if word.text[:1].isupper() and len(word.text) > 1}


_NO_NAME = frozenset("到说前后上下了着过来去出起得的地和与对在是有不也都就还要会能让被把从向年月日时里中内外间")
"""Characters that a given name seldom has, and words cut amiss often have."""


def _is_person(text: str) -> bool:
    if set(text[1:]) & _NO_NAME:
        return False
    return (text[0] in SURNAMES and 2 <= len(text) <= 3) or (text[:2] in TWO_CHARACTER_SURNAMES and len(text) > 2)


def _candidates(source: Sequence[Word], but: Set[int]) -> list[tuple[int, ...]]:
    """Runs of source words that may be names."""
    found: list[tuple[int, ...]] = []
    i = 0
    while i < len(source):
        word = source[i]
        if i in but or word.is_latin or not word.weight or not "\u3400" <= word.key[0] <= "\u9fff":
            i += 1
            continue
        if not profile(word.key).known:
            if len(word.key) >= 2:
                found.append((i,))
        elif i + 1 < len(source) and (word.key in SURNAMES or word.key in TWO_CHARACTER_SURNAMES):
            following = source[i + 1]
            adjacent = following.start == word.end and not following.is_latin
            strange = len(word.key) == 2 or not profile(following.key).known
            if adjacent and len(following.key) <= 2 and following.weight and strange:
                found.append((i, i + 1))
                i += 1
        i += 1
    return found


def letters_of(text: str) -> str:
    """The letters of an English word in small ones, without the possessive."""
    low = text.lower()
    if low.endswith(("'s", "\u2019s")):
        low = low[:-2]
    return "".join(c for c in low if c.isalpha())


@lru_cache(maxsize=1 << 14)
def _pinyin(text: str) -> str:
    return "".join(syllable(character) for character in text)


def _by_pinyin(text: str, spelled: Mapping[int, str], where: Mapping[str, list[int]]) -> tuple[tuple[int, ...], float]:
    """Target words that spell the name in pinyin: together, or surname and given name in either order."""
    if len(text) > _LONGEST_NAME:
        return (), 0.0
    for whole in sorted(spellings(text)):
        if len(whole) < 3:
            continue
        for j in _free(whole, spelled, where):
            return (j,), 0.95
    for cut in (1, 2):
        if len(text) <= cut:
            break
        given = spellings(text[cut:])
        for j in (j for first in sorted(spellings(text[:cut])) for j in islice(_free(first, spelled, where), _TRIED)):
            for k in (j + 1, j - 1, j + 2):
                if spelled.get(k) in given:
                    return tuple(sorted((j, k))), 0.95
            after = [k for k in (j + 1, j + 2) if k in spelled]
            if len(after) == 2 and spelled[after[0]] + spelled[after[1]] in given:
                return (j, *after), 0.9
    return (), 0.0


def _free(letters: str, spelled: Mapping[int, str], where: Mapping[str, list[int]]) -> Iterator[int]:
    """The places of some letters, in order, that are still to be explained."""
    places = where.get(letters, [])
    while places and places[-1] not in spelled:
        places.pop()  # what is explained stays so
    return (j for j in reversed(places) if j in spelled)


def _by_sound(text: str, spelled: Mapping[int, str]) -> tuple[tuple[int, ...], float]:
    """The target word whose consonants sound most like the transliteration."""
    best: tuple[int, ...] = ()
    best_like = 0.0
    sounds = sound_classes(_pinyin(text))
    if len(sounds) < 2:
        return (), 0.0
    for j, letters in spelled.items():
        like = likeness(sounds, sound_classes(letters))
        if like > best_like:
            best, best_like = (j,), like
    return (best, best_like * 0.9) if best_like >= _LIKE_ENOUGH else ((), 0.0)
