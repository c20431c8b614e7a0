"""COMET models from the disk: a tiny checkpoint is made here; skipped where unbabel-comet is not installed."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from workbench.errors import FileProblem, UnusableInput
from workbench.score.comet import licence_of, open_model
from workbench.score.scorers import Asked, open_scorer

HERE = importlib.util.find_spec("comet") is not None
with_comet = pytest.mark.skipif(not HERE, reason="unbabel-comet is not installed")
CHARACTERS = "abcdefghijklmnopqrstuvwxyz.,雨停了孩子们跑出门没有人说话。"


def tiny_model(folder: Path) -> Path:
    """A referenceless model of random weights over single characters."""
    import torch
    import yaml
    from comet.models import ReferencelessRegression
    from transformers import BertConfig, BertTokenizerFast

    encoder = folder / "encoder"
    encoder.mkdir(parents=True)
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *dict.fromkeys(CHARACTERS)]
    (encoder / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    BertTokenizerFast(str(encoder / "vocab.txt")).save_pretrained(encoder)
    BertConfig(
        vocab_size=len(words),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=128,
    ).save_pretrained(encoder)
    torch.manual_seed(1)
    model = ReferencelessRegression(
        encoder_model="BERT",
        pretrained_model=str(encoder),
        hidden_sizes=[8],
        load_pretrained_weights=False,
        local_files_only=True,
        dropout=0.0,
    )
    (folder / "checkpoints").mkdir()
    kept = {"state_dict": model.state_dict(), "hyper_parameters": dict(model.hparams), "pytorch-lightning_version": "2"}
    torch.save(kept, folder / "checkpoints" / "model.ckpt")
    (folder / "hparams.yaml").write_text(yaml.safe_dump({"class_identifier": "referenceless_regression_metric"}))
    (folder / "README.md").write_text("---\nlicense: cc-by-nc-sa-4.0\n---\n# tiny\n")
    return folder


@with_comet
def test_a_model_scores_from_the_disk_alone_and_is_what_comet_says(tmp_path: Path) -> None:
    from comet import load_from_checkpoint

    scorer = open_scorer("comet", tiny_model(tmp_path / "tiny-qe"))
    assert (scorer.name, scorer.licence) == ("tiny-qe", "cc-by-nc-sa-4.0")
    assert not scorer.needs_reference
    pairs = [
        ("雨停了。", "the rain stopped."),
        ("没有人说话。", "no one spoke."),
        ("孩子们跑出门。", "children ran."),
    ] * 30
    shares: list[float] = []
    judged = scorer.score([Asked(*pair) for pair in pairs], shares.append)
    assert shares[-1] == 1.0
    assert len(shares) == 2
    rows = [{"src": source, "mt": target} for source, target in pairs[:3]]
    model = load_from_checkpoint(str(tmp_path / "tiny-qe" / "checkpoints" / "model.ckpt"), local_files_only=True)
    expected = model.predict(rows, batch_size=3, gpus=0, progress_bar=False, num_workers=0).scores
    assert [one.value for one in judged[:3]] == pytest.approx(expected, abs=1e-5)
    assert judged[0].value != judged[1].value


@with_comet
def test_what_is_no_model_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "gone", tmp_path):
        with pytest.raises(FileProblem, match="folder"):
            open_model(path)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "x.ckpt").write_bytes(b"no")
    with pytest.raises(FileProblem, match="cannot be loaded"):
        open_model(tmp_path / "broken").score([Asked("雨", "rain")], lambda _share: None)


@pytest.mark.skipif(HERE, reason="unbabel-comet is installed")
def test_without_the_package_it_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match=r"mt-review-workbench\[comet\]"):
        open_model(tmp_path)


def test_the_licence_is_read_from_the_header_else_from_the_licence_file(tmp_path: Path) -> None:
    assert licence_of(tmp_path) == ""
    (tmp_path / "LICENSE").write_text("\n  Apache License 2.0\n\nmore\n")
    assert licence_of(tmp_path) == "Apache License 2.0"
    (tmp_path / "README.md").write_text("---\nlanguage: zh\nlicense: 'cc-by-nc-sa-4.0'\n---\n")
    assert licence_of(tmp_path) == "cc-by-nc-sa-4.0"
