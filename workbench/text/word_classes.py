"""Classes of Chinese words, as jieba's dictionary has them: `n` noun, `v` verb, `vn` both, `m` number, `t` time."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from pathlib import Path

from workbench.text.jieba_quietly import import_jieba

_known: dict[str, str] = {}
_lock = threading.Lock()


def word_classes(words: Iterable[str]) -> Mapping[str, str]:
    """The class of each of these words (simplified); empty for one that the dictionary does not have.

    New words cost one pass over the dictionary, about 0.15 s: ask for all words of a text at once.
    """
    wanted = set(words)
    with _lock:
        new = wanted - _known.keys()
        if new:
            _known.update(dict.fromkeys(new, ""))
            path = Path(import_jieba().__file__).parent / "dict.txt"
            with path.open(encoding="utf-8") as lines:
                for line in lines:
                    word, _, rest = line.partition(" ")
                    if word in new:
                        _known[word] = rest.split()[-1]
    return {word: _known[word] for word in wanted}
