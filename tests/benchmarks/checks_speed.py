"""How long the checks take: all of them on 10,000 segments, and again after an edit. Run it; it asserts nothing.

    python tests/benchmarks/checks_speed.py [SEGMENTS]

The segments are sentences of the sample pair and of the annotated articles, with words exchanged so that no cache
answers for a repeated sentence.
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.quality.measure import load
from workbench.checks.base import CheckedSegment
from workbench.checks.runner import recheck, run_checks
from workbench.model.term import Term, Termbase
from workbench.terms.termbase import demo_termbase

SUBJECTS = ["上海", "北京", "广州", "成都", "武汉", "西安", "南京", "杭州", "青岛", "大连", "深圳", "重庆"]


def document(count: int) -> list[CheckedSegment]:
    chance = random.Random(1)
    pool = [s for name in ("steel", "flu") for s in load(name)[0] if s.source and s.target]
    segments: list[CheckedSegment] = []
    for n in range(count):
        one, other = chance.choice(pool), chance.choice(pool)
        place, number = chance.choice(SUBJECTS), chance.randint(3, 99999)
        source = f"{place}的{number}号报告说,{one.source}{other.source}"
        target = f"Report No. {number} of that city says: {one.target} {other.target}"
        segments.append(replace(one, bead=str(n), source=source, target=target, separator=" ", next_target="It"))
    return segments


def large_termbase(count: int) -> Termbase:
    chance = random.Random(2)
    letters = "天地人和风云山水金木火土日月星辰大小上下左右前后内外高低长短新旧快慢轻重明暗"
    made = {"".join(chance.choices(letters, k=chance.randint(2, 4))) for _ in range(count)}
    terms = [Term(zh=zh, en=f"made term {n}", forbidden=(f"wrong term {n}",)) for n, zh in enumerate(sorted(made))]
    return Termbase((*demo_termbase().terms, *terms), "large")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    segments = document(count)
    terms = demo_termbase()
    run_checks(segments[:20], terms)  # dictionaries are read once
    for label, termbase in (("the demo's terms", terms), (f"{len(large_termbase(10_000).terms)} terms", None)):
        base = termbase or large_termbase(10_000)
        started, cpu = time.perf_counter(), time.process_time()
        found = run_checks(segments, base)
        print(
            f"{count} segments, {label}: {time.perf_counter() - started:.1f} s wall, "
            f"{time.process_time() - cpu:.1f} s CPU, {len(found)} findings"
        )
    base = terms
    found = run_checks(segments, base)
    edited = list(segments)
    at = count // 2
    edited[at] = replace(edited[at], target=edited[at].target + " It it was changed.")
    times = []
    for _ in range(5):
        started = time.perf_counter()
        recheck(edited, {edited[at].bead}, found, base)
        times.append(time.perf_counter() - started)
        edited[at] = replace(edited[at], target=edited[at].target + " More.")
    print(f"again after an edit: {1000 * sorted(times)[len(times) // 2]:.0f} ms (median of {len(times)})")


if __name__ == "__main__":
    main()
