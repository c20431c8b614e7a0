"""English sentence ends. In each case `¦` stands where a sentence ends; the text is the case without it."""

from __future__ import annotations

import pytest

from workbench.model.document import Document, SentenceKind
from workbench.model.span import Side
from workbench.text.sentences import split

CASES = (
    # Machine output without a space after its stops.
    "One wave rose, then another.¦While the market was calm, shares fell.",
    "They call it the sharing economy.”¦The word has stuck.",
    "Growth stopped in 2019.¦In 2020 it turned negative.",
    "Has the promise been realized?¦But nobody asked the buyers.",
    "What a mode!¦And what a price!",
    "The orders moved from end C to end B.¦At the close, both ends had lost.",
    "Sales went up by 3.5%.¦Profits did not.",
    "He works for JD.com.¦She writes Node.js modules.",
    "We visited the plant (built in 1998).¦Its roof leaks.",
    "They praised the “new wave”.¦Critics laughed.",
    "It is led by ChatGPT.¦OpenAI built it.",
    "The river is low.¦It’s the driest spring in years.",
    "The team moved to the U.S.¦The move took a year.",
    "Bitcoin was born twelve years ago and is healthy.¦12 years on, it has rivals.",
    "The Internet of Things is not the Internet.¦Things are slower.",
    "Nothing was left;The houses were gone.¦Only the well remained.",
    "The result surprised everyone…¦Nobody had expected a draw.",
    "The age was cut from 18 to 16.¦MCA President Wei agreed.",
    "The last train leaves at 00:50.¦Subway Line 7 runs longer.",
    "Nobody ruled on labour affairs.¦U.S. President Taft did.",
    "All of it was burnt at the plants.¦3.29 million tons were buried.",
    'I felt the ease of the reform. " ¦According to the office, it works.',
    # Stops that end nothing.
    "JD.com and Alibaba.com sell more than Amazon.com in China.",
    "The service runs on Node.js and Vue.js today.",
    "The U.S. Government and the U.K. Treasury agreed.",
    "U.S.-China trade rose, and U.S.-made chips fell.",
    "She holds a Ph.D. in physics from M.I.T. and teaches.",
    "The turnover was 3.481 billion yuan, or 0.5 percent more.",
    "Version v2.3.1 replaced v2.2 last week.",
    "The S2B and B2C models differ.",
    "The shop opens at 9 a.m. and closes at 8 p.m. Monday to Friday.",
    "Mr. Li met Dr. Wang and Mrs. Chen at St. Mary’s.",
    "See No. 5 and Fig. 3 in Vol. 2, pp. 10-12.",
    "Bring tools, e.g. A hammer or i.e. The usual.",
    "Apple Inc. Chief Executive Tim Cook spoke.",
    "The novel by J. R. R. Tolkien and C. S. Lewis’s essays sell.",
    "Details are at https://www.example.com/News?Id=1.Html!A and nowhere else.",
    "Write to John.Smith@Example.Com or call.",
    "Open report.docx, then README.MD and data.CSV files.",
    "I thought... well, maybe not.",
    "The share rose from 14.2% in 2005 to 36.2 in 2019. %.",
    "3.2 Results of the second trial",
    "ASP.NET and VB.NET are frameworks, and System.Out.Println() is Java.",
    "Prof. Zhang et al. (2019) found no effect.",
    "It was founded in Sept. 2004 in Washington D.C. by two friends.",
    "The Yahoo! Finance page was down.",
    "Two thirds vs. One third is not a fair split.",
    # Stops after abbreviations that do end a sentence.
    "They live in the U.S. ¦He moved there first.",
    "The talk begins at 9 a.m. ¦The doors open at 8.",
    "She bought apples, pears, etc. ¦Her brother paid.",
    "He joined Acme Inc. ¦It failed within a year.",
    "Did you say yes? ¦No. ¦He said nothing.",
    "Choose Plan B. ¦It is cheaper.",
    "Take vitamin C. ¦Vitamin D helps too.",
    "He is taller than I. ¦She is not.",
    # Quotations.
    "“Is it over?” he asked. ¦Nobody answered.",
    "“Is it over?” He asked again.",
    "“Run!” John shouted. ¦They ran.",
    "“I am leaving.” ¦Wang Xiao, the founder, once made a bold judgment.",
    "He said, “It is late.” ¦Then he left.",
    "She wrote: “The plan failed. ¦The money is gone. ¦We start again.”",
    'He shouted "Stop!" and ran.',
    'The sign read "Closed." ¦The lights were off.',
    "‘Where to?’ asked the driver. ¦‘Home,’ she said. ¦‘Quickly.’",
    "'Did they suspect you?' ¦'Not at all.' ¦'Good.'",
    "They asked “why?” and “how?” for hours.",
    "The players’ focus has changed. ¦The owners’ has not.",
    'A 5" pipe broke. ¦The cellar was flooded.',
    "Our motto: “Quality first. Customers second.” hangs in the hall.",
    "“I don’t know. ¦Ask him,” she said.",
    # Brackets.
    "The trial ended early. ¦(It was stopped by the sponsor.) ¦No harm was seen.",
    "The drug (approved in May. See below) sells well.",
    "Survival improved (hazard ratio, 0.51; 95% CI, 0.34 to 0.77; P = 0.001). ¦Toxicity did not.",
    "Mortality fell by half.[12] ¦The cause is unknown.[3,4] ¦Trials go on.",
    "Rates are highest in North Africa.1 ¦Most patients are diagnosed late.2,3",
    "Thank you. ¦(Applause)",
    "It ended there. ¦(Un)fortunately nobody saw it.",
    # Lists and enumerations in a line.
    "Two points matter: 1. Small firms, which need credit; 2. Platforms, which have it.",
    "1. Wash the rice. ¦2. Boil it.",
    "(a) The buyer shall pay. ¦(b) The seller shall deliver.",
    "The Contract ends on 1 May 2024. ¦2024 was a leap year.",
    # Law, medicine, social media.
    "Under Art. 5 and Sec. 3(2) of the Act, no fee is due. ¦Art. 6 differs.",
    "Give 5 mg b.i.d. for 3 days; stop if b.p. drops.",
    "OMG!!! ¦This is SO good 😂😂 Buy it now!",
    "Love it!!! 😍 ¦Will order again.",
    "What?! ¦You sold it?!",
    "Follow @shop_cn. ¦DM us for prices.",
    "so tired today… need coffee",
    "Is it worth it? ?¦But the price is low. .¦Wear it in the dark.",
    "The dean praised the “Guiding Opinions on “Internet +” Action”. ¦The paper was short.",
    "Costs rose by $3.5m. ¦$2m was lost.",
    "He paid 3. 5 million yuan for it.",
    "Platforms like JD. com sell it.",
    "i like it. ¦it is cheap.",
    "He scored 25. ¦She scored 30.",
    "“Miss! Please wait!” ¦You stop at the door.",
)


def pieces(text: str, side: Side = Side.TARGET) -> list[str]:
    return [sentence.text for sentence in split(Document(side, text)).sentences]


@pytest.mark.parametrize("case", CASES)
def test_english_case(case: str) -> None:
    assert pieces(case.replace("¦", "")) == [piece.strip() for piece in case.split("¦")]


def test_lower_case_text_is_cut_without_capitals() -> None:
    text = (
        "the trial ran for two years. patients were seen monthly, i.e. twelve times a year. two patients left in 2019. "
        "the dose was 2.5 mg for adults and 1 mg for children. no deaths were seen in either group of the study."
    )
    assert len(pieces(text)) == 5


def test_small_letter_after_a_stop_is_a_slip_in_cased_text() -> None:
    assert pieces("The era of planning is over. decisive steps were taken.") == [
        "The era of planning is over.",
        "decisive steps were taken.",
    ]


def test_chinese_stops_inside_english() -> None:
    assert pieces("The plan failed。The money is gone！Who knew？Nobody.") == [
        "The plan failed。",
        "The money is gone！",
        "Who knew？",
        "Nobody.",
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The road ahead", SentenceKind.HEADING),
        ("3.2 Results", SentenceKind.ITEM),
        ("- a first point", SentenceKind.ITEM),
        ("• a second point.", SentenceKind.ITEM),
        ("(1) The buyer pays.", SentenceKind.ITEM),
        ("The road is long.", SentenceKind.PROSE),
        ("The road is long,", SentenceKind.PROSE),
        ("3.5 million people left.", SentenceKind.PROSE),
        ("Is the road long?", SentenceKind.PROSE),
    ],
)
def test_kind(text: str, kind: SentenceKind) -> None:
    (sentence,) = split(Document(Side.TARGET, f"First.\n{text}\nLast.")).sentences[1:-1]
    assert sentence.kind is kind
