"""Words of both languages, and stems that agree between dictionary and text."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import jieba
import pytest

from tests.hostile.corpus import HUGE, SMALL
from workbench.model.span import Side
from workbench.text import segmenter as segmenter_module
from workbench.text.tokens import TokenKind, chinese_tokens, english_tokens, stem, tokens, word_starts
from workbench.text.variants import to_simplified


def words(text: str, side: Side, *extra: str) -> list[str]:
    found = chinese_tokens(text, extra) if side is Side.SOURCE else english_tokens(text)
    return [token.text for token in found if token.kind is not TokenKind.SPACE]


def kinds(text: str, side: Side) -> list[tuple[str, str]]:
    return [(token.text, token.kind.value) for token in tokens(text, side)]


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("name", SMALL)
def test_tokens_cover_every_text(name: str, side: Side) -> None:
    text = SMALL[name]
    at = 0
    for token in tokens(text, side):
        assert token.start == at
        assert token.end > token.start
        assert token.text == text[token.start : token.end]
        at = token.end
    assert at == len(text)


@pytest.mark.parametrize("name", HUGE)
def test_tokens_cover_huge_texts(name: str) -> None:
    text = HUGE[name][:100_000]
    assert "".join(token.text for token in chinese_tokens(text)) == text
    assert "".join(token.text for token in english_tokens(text)) == text


def test_kinds_of_chinese() -> None:
    assert kinds("GDP增长了3.5%， 见《书》🙂", Side.SOURCE) == [
        ("GDP", "latin"),
        ("增长", "word"),
        ("了", "word"),
        ("3.5%", "number"),
        ("，", "punct"),
        (" ", "space"),
        ("见", "word"),
        ("《", "punct"),
        ("书", "word"),
        ("》", "punct"),
        ("🙂", "other"),
    ]


def test_latin_and_number_runs_are_not_cut() -> None:
    text = "COVID-19、S2B、AT&T、C++、12.5％、1,234.56、2019.10.1、https://a.cn/x?y=1、a.b@mail.com.cn"
    assert [word for word in words(text, Side.SOURCE) if word != "、"] == text.split("、")


def test_addresses_end_before_the_stop() -> None:
    assert words("见https://a.cn/x。完", Side.SOURCE) == ["见", "https://a.cn/x", "。", "完"]
    assert words("See https://a.cn/x.", Side.TARGET) == ["See", "https://a.cn/x", "."]


def test_latin_runs_stay_apart_from_the_chinese_after_them() -> None:
    assert words("S2B和C端、B端", Side.SOURCE) == ["S2B", "和", "C", "端", "、", "B", "端"]


def test_words_of_mixed_scripts_in_the_dictionary_are_whole() -> None:
    assert words("买A股和T恤", Side.SOURCE) == ["买", "A股", "和", "T恤"]
    assert "A股" not in words("ABA股票", Side.SOURCE)


def test_extra_words_are_kept_whole_and_stay_private() -> None:
    text = "产业互联网的C端用户"
    assert words(text, Side.SOURCE, "产业互联网", "C端")[:3] == ["产业互联网", "的", "C端"]
    assert words(text, Side.SOURCE)[0] == "产业"
    assert "产业互联网" not in jieba.dt.FREQ


def test_extra_words_in_a_traditional_text() -> None:
    assert words("產業互聯網", Side.SOURCE, "产业互联网") == ["產業互聯網"]
    assert words("产业互联网", Side.SOURCE, "產業互聯網") == ["产业互联网"]


def test_traditional_text_is_cut_like_simplified() -> None:
    text = "風口頻出下產業互聯網的腳步近了"
    assert list(map(len, words(text, Side.SOURCE))) == list(map(len, words(to_simplified(text), Side.SOURCE)))


def test_the_path_search_gives_jiebas_words() -> None:
    """On sentences with unknown names, numbers and ambiguities, and on every thousandth word pair of the dictionary."""
    oracle = jieba.Tokenizer()
    oracle.FREQ, oracle.total = oracle.gen_pfdict(oracle.get_dict_file())
    oracle.initialized = True
    sentences = [
        "他来到了网易杭研大厦",
        "孟永辉所谓的产业互联网并不仅仅只是依靠改造",
        "研究生命的起源",
        "结婚的和尚未结婚的",
        "南京市长江大桥",
        "三千四百八十一亿元人民币",
        "张晓梅去人民医院做了个超声波检查然后回家",
    ]
    with oracle.get_dict_file() as lines:
        some = [line.decode().split(" ")[0] for i, line in enumerate(lines) if i % 300 == 0]
    sentences += ["".join(some[i : i + 4]) for i in range(0, len(some), 4)]
    for sentence in sentences:
        if all("\u4e00" <= ch <= "\u9fd5" for ch in sentence) and to_simplified(sentence) == sentence:
            assert list(segmenter_module.segmenter().words(sentence)) == list(oracle.cut(sentence))
    added = segmenter_module.segmenter(("网易杭研", "未结"))
    oracle.add_word("网易杭研")
    oracle.add_word("未结")
    for sentence in sentences[:7]:
        assert list(added.words(sentence)) == list(oracle.cut(sentence))


def test_a_long_text_is_cut_with_the_whole_dictionary_like_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "他来到了网易杭研大厦研究生命的起源"
    expected = list(segmenter_module.segmenter(("网易杭研",)).words(text))
    monkeypatch.setattr(segmenter_module, "_MANY", 20)
    fresh = segmenter_module.Segmenter(("网易杭研",))
    assert [list(fresh.words(text)) for _ in range(3)] == [expected] * 3


def test_long_runs_of_unknown_characters_are_cut_in_linear_time() -> None:
    run = "\U00020000好" * 100_000
    assert "".join(segmenter_module.segmenter().words(run)) == run


def test_words_of_english() -> None:
    text = (
        "One wave, but another.While the U.S. don't 3.481 billion, S2B c-end JD.com industry’s 20% (a.b@c.com) $5—yes…"
    )
    assert words(text, Side.TARGET) == [
        "One",
        "wave",
        ",",
        "but",
        "another",
        ".",
        "While",
        "the",
        "U.S.",
        "don't",
        "3.481",
        "billion",
        ",",
        "S2B",
        "c-end",
        "JD.com",
        "industry’s",
        "20%",
        "(",
        "a.b@c.com",
        ")",
        "$",
        "5",
        "—",
        "yes",
        "…",
    ]


def test_numbers_of_english() -> None:
    assert kinds("in 2019.In 1,234.5 the 1990s", Side.TARGET)[2:6] == [
        ("2019", "number"),
        (".", "punct"),
        ("In", "word"),
        (" ", "space"),
    ]
    assert ("1,234.5", "number") in kinds("in 2019.In 1,234.5 the 1990s", Side.TARGET)
    assert ("1990s", "word") in kinds("in 2019.In 1,234.5 the 1990s", Side.TARGET)


def test_chinese_left_in_english_is_cut_into_chinese_words() -> None:
    assert words("the 产业互联网 is", Side.TARGET) == ["the", "产业", "互联网", "is"]


def test_decomposed_letters_stay_in_their_word() -> None:
    assert words("a cafe\u0301 here", Side.TARGET) == ["a", "cafe\u0301", "here"]


def test_word_starts_leave_spaces_out() -> None:
    assert word_starts("One wave, but", Side.TARGET) == (0, 4, 8, 10)
    assert word_starts("产业互联网 的", Side.SOURCE) == (0, 2, 6)


def test_the_segmenter_is_made_once_by_threads_that_start_together(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    segmenter_module.segmenter()

    class Counting(segmenter_module.Segmenter):
        def __init__(self, *arguments: object) -> None:
            made.append(self)
            time.sleep(0.05)  # long enough for the others to come by
            super().__init__(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(segmenter_module, "Segmenter", Counting)
    threads = [threading.Thread(target=chinese_tokens, args=("你好", ("只此一次",))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1


def test_loading_is_quiet_and_writes_nothing(tmp_path: object) -> None:
    """Neither stderr nor the shared temporary folder is touched, and nothing is loaded before the first call."""
    program = (
        "import sys, workbench.text.tokens as t\n"
        "assert 'jieba' not in sys.modules and 'opencc' not in sys.modules and 'snowballstemmer' not in sys.modules\n"
        "assert [x.text for x in t.chinese_tokens('产业互联网')] == ['产业', '互联网']\n"
        "assert 'pkg_resources' not in sys.modules\n"
    )
    environment = {"TMPDIR": str(tmp_path), "HOME": "/dev/null", "PYTHONPATH": ".", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "default", "-c", program], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not list(tmp_path.iterdir())  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "forms",
    [
        "industry industries industry's industry’s Industry",
        "go goes went gone going",
        "child children children's",
        "be is are was were been being",
        "grow grows grew grown growing",
        "think thought thinking thoughts",
        "analyze analyse analyses analysing",
        "organize organise organised organizing organises",
        "organization organisations organizations",
        "color colours colored coloured",
        "center centres centre centered",
        "defense defence",
        "program programmes programme",
        "travel travelled travelling traveled",
        "good better best",
        "person people",
        "crisis crises",
        "company companies company's",
        "life lives",
        "make made making makes",
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    stems = {stem(form) for form in forms.split() if form != "analyses"}
    assert len(stems) == 1


@pytest.mark.parametrize("pair", ["rise arise", "policy police", "new news", "find found", "internet international"])
def test_different_words_keep_different_stems(pair: str) -> None:
    first, second = pair.split()
    assert stem(first) != stem(second)


def test_stems_of_other_scripts_stay() -> None:
    assert stem("风口") == "风口"
    assert stem("café") == "café"
    assert stem("") == ""
    assert stem("'s") == ""
