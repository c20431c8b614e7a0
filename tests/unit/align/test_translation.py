"""t(e|z) from the dictionary, from spelling and sound, and from the texts themselves."""

from __future__ import annotations

import numpy as np

from workbench.align.material import half
from workbench.align.translation import Table, learned, table
from workbench.model.span import Side


def rows(source: list[str], target: list[str], known: Table) -> dict[tuple[str, str], float]:
    return {(source[z], target[e]): float(t) for z, e, t in zip(known.source, known.target, known.forward, strict=True)}


def weights(source: list[str], target: list[str]) -> dict[tuple[str, str], float]:
    return rows(source, target, table(source, target))


def test_the_dictionary_related_stems_and_pieces() -> None:
    t = weights(["打败", "供应链", "愤怒"], ["beat", "defeat", "chain", "suppli", "furious", "enrag"])
    assert t["打败", "defeat"] > 0.2
    assert t["供应链", "chain"] == t["供应链", "suppli"] == 0.5
    assert ("打败", "chain") not in t
    assert 0.03 <= t["愤怒", "furious"] <= 0.3, "the dictionary does not give it, but calls the same things so"


def test_numbers_letters_and_untranslated_words_are_themselves() -> None:
    t = weights(["#12", "@iphon", "内卷", "二"], ["#12", "iphon", "内卷", "#2"])
    assert t["#12", "#12"] == t["@iphon", "iphon"] == t["内卷", "内卷"] == np.float32(0.9)
    assert t["二", "#2"] > 0.3


def test_names_are_spelled_by_sound() -> None:
    t = weights(["孙艺风", "王"], ["yifeng", "sun", "wang"])
    assert t["孙艺风", "yifeng"] > t["孙艺风", "sun"] > 0
    assert t["王", "wang"] > 0


def test_backward_weights_share_one_word_among_its_causes() -> None:
    source = ["打败", "击败", "战胜"]
    known = table(source, ["defeat"])
    assert known.backward.sum() <= 1.2
    back = known.transposed(1)
    assert back.at.tolist() == [0, 3]
    assert np.allclose(back.forward, known.backward)


def test_a_name_of_the_text_is_learned_from_its_beads_but_not_from_one() -> None:
    zh = [f"张三丰{verb}。" for verb in ("走了", "来了", "哭了", "笑了", "睡了")] + ["天黑了。"]
    en = [f"Blunderbuss {verb}." for verb in ("left", "came", "cried", "laughed", "slept")] + ["Dusk fell."]
    source, target = half(zh, Side.SOURCE), half(en, Side.TARGET)
    known = table(source.keys, target.keys)
    name = next(key for key in source.keys if key.startswith("张"))
    heard = next(key for key in target.keys if key.startswith("blunder"))
    assert (name, heard) not in rows(list(source.keys), list(target.keys), known)
    beads = [((k, k + 1), (k, k + 1)) for k in range(len(zh))]
    after = rows(list(source.keys), list(target.keys), learned(known, source, target, beads))
    assert after[name, heard] > 0.03
    once = rows(list(source.keys), list(target.keys), learned(known, source, target, beads[:1] + beads[5:]))
    assert once.get((name, heard), 0.0) < 0.02
