"""Persons of the source whom the translation does not name."""

from __future__ import annotations

import re

from workbench.evidence.names import ACCOUNTED, TWO_CHARACTER_SURNAMES, letters_of
from workbench.evidence.spelling import spellings
from workbench.evidence.values import Name, PairEvidence
from workbench.evidence.words import is_known
from workbench.text.variants import to_simplified

_NO_ORDINARY_WORD = 11.0
"""Nats of rarity from which an English word with a capital may be a name."""
_PERSON = 3
"""Characters of most personal names; two are too often something else."""
_BEFORE_A_PERSON = re.compile("(?:[长席统理员师授士者记任人手使家督]|导演|代表|教练|司令|总监)[\u201c\u300c]?$")
_BEHIND_A_PERSON = re.compile(
    "先生|女士|小姐|教授|博士|医生|老师|护士长?|主任|同志|法官|律师|[局部市县院校会处科队]长|书记|总裁|经理|董事长"
    "|说|表示|称(?!为)|认为|指出|介绍|告诉|透露|强调|坦言|回忆|出席|主持|[赛会事]后|[今昨当近][天日]|日前|在接受"
)
_BYLINE = re.compile("[（(][^（）()]*$")


def missed_persons(pair: PairEvidence) -> list[Name]:
    """Persons of the source whom the translation does not name in any way.

    Told only of what is surely a person: its neighbours in the sentence say so (总经理 before it, 表示 behind it), no
    dictionary explains it, and the translation has no other word with a capital that might spell it in another way
    (Wee Ka Siong for 魏家祥). Bylines in brackets are left out by custom.
    """
    persons = [name for name in pair.names if name.target is None and len(name.quote) >= _PERSON]
    if not persons or _may_name_otherwise(pair):
        return []
    spelled = {letters_of(token.text) for token in pair.target_tokens}
    covered = {token.span.start: token.coverage for token in pair.source_tokens}
    found = []
    for name in persons:
        before, behind = pair.source_text[: name.span.start], pair.source_text[name.span.end :]
        text = to_simplified(name.quote)
        if _BYLINE.search(before) or (text[:2] not in TWO_CHARACTER_SURNAMES and is_known(text)):
            continue
        if spelled & spellings(text[0]) or covered.get(name.span.start, 0.0) >= ACCOUNTED:
            continue
        if _BEFORE_A_PERSON.search(before) or _BEHIND_A_PERSON.match(behind):
            found.append(name)
    return found


def _may_name_otherwise(pair: PairEvidence) -> bool:
    """Whether a word with a capital is left over that may be a name: it is rare (`Wee`, not `General`)."""
    return any(
        token.coverage < ACCOUNTED and token.weight >= _NO_ORDINARY_WORD and token.text[:1].isupper()
        for token in pair.target_tokens
    )
