"""Reference metrics are sacrebleu's to the last digit."""

import pytest
import sacrebleu

from workbench.score import reference

TARGET = "The enterprise entered the old district of Gannan yesterday ."
REFERENCES = ["The company visited the old revolutionary area of Gannan yesterday .", "Firms came to Gannan ."]


def test_sentence_scores_are_sacrebleus() -> None:
    scores = reference.sentence_scores(TARGET, REFERENCES)
    assert scores.bleu == sacrebleu.sentence_bleu(TARGET, REFERENCES).score
    assert scores.chrf == sacrebleu.sentence_chrf(TARGET, REFERENCES).score
    assert scores.ter == sacrebleu.sentence_ter(TARGET, REFERENCES).score


def test_a_single_reference_may_be_a_string() -> None:
    assert reference.sentence_scores(TARGET, REFERENCES[0]) == reference.sentence_scores(TARGET, REFERENCES[:1])


def test_corpus_scores_and_their_signatures() -> None:
    targets = [TARGET, "A second line ."]
    references = [[REFERENCES[0], "The second line ."], [REFERENCES[1], "Another line ."]]
    found = reference.corpus_scores(targets, references)
    assert found["bleu"].score == sacrebleu.corpus_bleu(targets, references).score
    assert found["chrf"].score == sacrebleu.corpus_chrf(targets, references).score
    assert found["ter"].score == sacrebleu.corpus_ter(targets, references).score
    assert found["chrf++"].score == sacrebleu.corpus_chrf(targets, references, word_order=2).score
    assert "nrefs:2" in found["bleu"].signature
    assert f"version:{sacrebleu.__version__}" in found["ter"].signature


def test_signature_tells_the_number_of_references() -> None:
    assert "nrefs:1" in reference.signature("chrf")
    assert "nrefs:3" in reference.signature("bleu", 3)


def test_ter_is_left_out_where_it_would_take_too_long() -> None:
    words = [f"word{i}" for i in range(300)]
    shuffled = [*words[150:], *words[:150]][::-1]
    assert reference.sentence_scores(" ".join(shuffled), " ".join(words), ter_limit=0.5).ter is None
    assert reference.sentence_scores(TARGET, REFERENCES, ter_limit=0.5).ter is not None
    assert reference.ter_seconds(" ".join(shuffled), " ".join(words)) > 20 * reference.ter_seconds(TARGET, REFERENCES)


def test_edit_effort_is_ter_against_the_correction() -> None:
    assert reference.hter(TARGET, TARGET) == 0
    assert reference.hter("one two three four", "one two three five") == pytest.approx(25)


def test_wrong_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one reference"):
        reference.sentence_scores("a", [])
    with pytest.raises(ValueError, match="as many segments"):
        reference.corpus_score("bleu", ["a", "b"], [["a"]])
