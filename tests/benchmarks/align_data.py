"""Documents with gold beads for the alignment benchmarks: read from a folder, or made from it.

The folder is the unpacked development data (`mac/dev`, `paramed/dev`, `wmt/dev`, each with folders that hold `zh.txt`,
`en.txt`, `gold.jsonl`), and beside it, where there is one, `mqm/*.jsonl` of machine translations that people rated.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from workbench.lexicon.lookup import lexicon
from workbench.text.tokens import TokenKind, chinese_tokens

GoldBead = tuple[tuple[int, ...], tuple[int, ...]]


class Gold(NamedTuple):
    """One pair of texts, a sentence an item, with its beads by sentence number."""

    name: str
    group: str
    """Documents of one group are never parted between fitting and testing."""
    source: list[str]
    target: list[str]
    beads: list[GoldBead]


SETS = ("mac", "paramed", "wmt")


def read_lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def read_set(root: Path, name: str) -> list[Gold]:
    documents = []
    for folder in sorted((root / name / "dev").iterdir()):
        rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
        beads = [(tuple(sorted(s)), tuple(sorted(t))) for s, t in rows]
        group = re.sub(r"-Online-\w$", "", folder.name)
        documents.append(Gold(folder.name, group, read_lines(folder / "zh.txt"), read_lines(folder / "en.txt"), beads))
    return documents


def without(gold: Gold, source: set[int], target: set[int], name: str) -> Gold:
    """The same texts without some sentences; what they were paired with stays alone."""
    keep = [
        [i for i in range(len(gold.source)) if i not in source],
        [j for j in range(len(gold.target)) if j not in target],
    ]
    number = [{old: new for new, old in enumerate(side)} for side in keep]
    beads = []
    for bead in gold.beads:
        s, t = (tuple(number[k][x] for x in bead[k] if x in number[k]) for k in (0, 1))
        if s or t:
            beads.append((s, t))
    return Gold(name, gold.group, [gold.source[i] for i in keep[0]], [gold.target[j] for j in keep[1]], beads)


def lose_blocks(documents: Sequence[Gold], share: float = 0.15, seed: int = 5) -> list[Gold]:
    """Each document twice: once a run of `share` of its beads loses its source side, once its target side."""
    rng = random.Random(seed)
    made = []
    for gold in documents:
        order = sorted(gold.beads, key=lambda bead: (bead[0] or (10**9,))[0])
        for side in (0, 1):
            count = max(1, round(share * len(order)))
            first = rng.randrange(len(order) - count + 1)
            lost = {x for bead in order[first : first + count] for x in bead[side]}
            made.append(without(gold, lost if side == 0 else set(), lost if side else set(), f"{gold.name}-lost{side}"))
    return made


_ENGLISH_STOP = re.compile(r"(?<=[a-z0-9)\"\u201d][.?!])\s+(?=[A-Z\"\u201c])")
_CHINESE_STOP = re.compile("(?<=[。？！])(?=[^”」])")


def machine_translations(root: Path, count: int = 40, seed: int = 3) -> list[Gold]:
    """Articles and talks as machines translated them, cut into sentences, with seeded losses and merges.

    [] where the rated translations are not beside the development data.
    """
    rng = random.Random(seed)
    articles: dict[tuple[str, str], dict[str, dict[int, tuple[str, str]]]] = {}
    for path in sorted((root / "mqm").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            systems = articles.setdefault((row["set"], row["doc"]), {})
            systems.setdefault(row["system"], {})[int(row["seg"])] = (row["src"], row["hyp"])
    names = sorted(key for key, systems in articles.items() if min(map(len, systems.values())) >= 6)
    rng.shuffle(names)
    made = []
    for key in names[:count]:
        system = rng.choice(sorted(articles[key]))
        segments = [pair for _, pair in sorted(articles[key][system].items())]
        made.append(_article(f"news-{key[1]}-{system}", segments, rng))
    return made


def _article(name: str, segments: list[tuple[str, str]], rng: random.Random) -> Gold:
    source: list[str] = []
    target: list[str] = []
    beads: list[GoldBead] = []

    def add(zh: list[str], en: list[str]) -> None:
        i, j = len(source), len(target)
        source.extend(zh)
        target.extend(en)
        beads.append((tuple(range(i, i + len(zh))), tuple(range(j, j + len(en)))))

    for zh, en in segments:
        chinese = [part.strip() for part in _CHINESE_STOP.split(" ".join(zh.split())) if part.strip()]
        english = [part.strip() for part in _ENGLISH_STOP.split(" ".join(en.split())) if part.strip()]
        if len(chinese) == len(english):
            for one, other in zip(chinese, english, strict=True):
                add([one], [other])
        elif chinese and english:
            add(chinese, english)
    gold = Gold(name, name, source, target, beads)
    gone: tuple[set[int], set[int]] = (set(), set())
    for bead in beads:
        chance = rng.random()
        if chance < 0.06:
            gone[chance < 0.03].update(bead[chance < 0.03])
    gold = _merged(without(gold, gone[0], gone[1], name), rng)
    return rng.choice(lose_blocks([gold], seed=rng.randrange(1000))) if rng.random() < 0.3 else gold


def _merged(gold: Gold, rng: random.Random) -> Gold:
    """Some neighbouring 1-1 beads get one English sentence."""
    target: list[str] = []
    beads: list[GoldBead] = []
    k = 0
    while k < len(gold.beads):
        s, t = gold.beads[k]
        following = gold.beads[k + 1] if k + 1 < len(gold.beads) else ((), ())
        single = len(s) == len(t) == len(following[0]) == len(following[1]) == 1
        if single and rng.random() < 0.05:
            first, second = gold.target[t[0]], gold.target[following[1][0]]
            target.append(first.rstrip(".") + ", and " + second[:1].lower() + second[1:])
            beads.append((s + following[0], (len(target) - 1,)))
            k += 2
            continue
        beads.append((s, tuple(range(len(target), len(target) + len(t)))))
        target.extend(gold.target[j] for j in t)
        k += 1
    return gold._replace(target=target, beads=beads)


def glossed(documents: Sequence[Gold], seed: int = 7) -> list[Gold]:
    """The source of each document with a stand-in for a machine translation: word after word the dictionary's gloss.

    A quarter of the words is wrong and a seventh is lost; some sentences are split at a comma, some joined, some
    lost, some added. It has the shape of a machine translation and flatters an aligner that has the same dictionary:
    it shows that nothing breaks, and not how well real ones are aligned.
    """
    rng = random.Random(seed)
    made = []
    for gold in documents:
        others = [gloss for one in documents if one is not gold for gloss in one.source[::7]]
        target: list[str] = []
        beads: list[GoldBead] = []
        for i, zh in enumerate(gold.source):
            chance, joined = rng.random(), bool(beads) and bool(beads[-1][0]) and bool(beads[-1][1])
            clauses = re.split("(?<=[，；])", zh)
            if chance < 0.03:
                beads.append(((i,), ()))
            elif chance < 0.09 and joined and len(beads[-1][0]) == 1:
                target[-1] = f"{target[-1].rstrip('.')}, {_gloss(zh, rng)}"
                beads[-1] = ((*beads[-1][0], i), beads[-1][1])
            elif chance < 0.21 and len(clauses) > 1:
                middle = len(clauses) // 2
                target += [_gloss("".join(part), rng) for part in (clauses[:middle], clauses[middle:])]
                beads.append(((i,), (len(target) - 2, len(target) - 1)))
            else:
                target.append(_gloss(zh, rng))
                beads.append(((i,), (len(target) - 1,)))
            if chance > 0.98:
                target.append(_gloss(rng.choice(others), rng))
                beads.append(((), (len(target) - 1,)))
        made.append(Gold(f"{gold.name}-glossed", gold.group, gold.source, target, beads))
    return made


_STOPS = {"？": "?", "！": "!", "?": "?", "!": "!"}


def _gloss(text: str, rng: random.Random) -> str:
    words = []
    for token in chinese_tokens(text):
        if token.kind is not TokenKind.WORD:
            words += [token.text] if token.text in "“”0123456789" else []
            continue
        glosses = lexicon().glosses(token.text)
        chance = rng.random()
        if chance < 0.15:
            continue
        if chance < 0.4 or not glosses:
            word = rng.choice(_WRONG.split()) if chance < 0.4 else "".join(map(lexicon().pinyin_of, token.text)).title()
            words.append(word)
        else:
            words += max(glosses, key=lambda gloss: gloss.strength).stems
    return f"{' '.join(words).capitalize()}{_STOPS.get(text[-1:], '.')}"


_WRONG = "go come see say thing place time person make take house look way turn hand road day stand door light"
