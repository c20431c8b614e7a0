"""`workbench score`: where to look first, and which words say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli import diagnostics, output
from workbench.cli.against import Against, figures_of, paired_lines, with_lines
from workbench.cli.inputs import (
    ALSO,
    ENCODING,
    FILE,
    JSON,
    LINES,
    REFERENCE,
    TRANSLATION,
    Given,
    given,
)
from workbench.errors import UnusableInput
from workbench.formats.pairs import is_pairs_file

if TYPE_CHECKING:
    from workbench.formats.encodings import Encodings
    from workbench.model.score import QualityEstimate, ScoreReason
    from workbench.model.span import Span
    from workbench.score.reference import SentenceScores
    from workbench.session.analysis import SegmentTexts
    from workbench.session.session import Session
    from workbench.session.translating import Also


@dataclass(frozen=True, slots=True)
class _Scored:
    id: str
    source: str
    target: str
    estimate: QualityEstimate
    bleu: float | None = None
    chrf: float | None = None
    ter: float | None = None
    references: tuple[str, ...] = ()
    system: str | None = None
    """What made the translation, where there are several."""
    place: Span | None = None
    """The stretch of the source."""
    imported: Mapping[str, float] = field(default_factory=dict)
    """What other models gave it, and their named sums with ours."""


@click.command(
    "score",
    epilog="Example:\n\n  workbench score article.zh.txt article.en.txt\n\n"
    "  workbench score pairs.tsv --json > scores.jsonl",
    no_args_is_help=True,
)
@click.argument("files", nargs=-1, type=FILE, metavar="SOURCE TARGET | PAIRS.tsv | PAIRS.jsonl | NAME.review")
@click.option("--most", type=click.IntRange(min=1), default=20, show_default=True, help="Lines shown to people.")
@REFERENCE
@ALSO
@TRANSLATION
@click.option(
    "--bootstrap", type=click.IntRange(min=0), default=0, metavar="N", help="95 % intervals of the corpus figures."
)
@click.option(
    "--import", "scores", type=FILE, metavar="SCORES.jsonl", help="Keep another program's scores in a project."
)
@click.option(
    "--with",
    "scorer",
    metavar="SCORER",
    help="For a project: score with a model of your own, such as comet; needs --model.",
)
@click.option("--model", type=FILE, metavar="PATH", help="The folder or file of that model; nothing is downloaded.")
@click.option("--yes", is_flag=True, help="The model's licence is fine; without a terminal, needed for --with.")
@click.option("--paired", is_flag=True, help="For a project: test the corrected text against the machine's.")
@LINES
@JSON
@ENCODING
def command(
    files: tuple[Path, ...],
    most: int,
    references: tuple[Path, ...],
    also: tuple[Also, ...],
    bootstrap: int,
    scores: Path | None,
    scorer: str | None,
    model: Path | None,
    yes: bool,
    paired: bool,
    lines: bool,
    as_json: bool,
    encodings: Encodings | None,
) -> None:
    """Score each pair without a reference: difficulty (of the source) + evidence (of the pair) = risk.

    Higher is worse. A PAIRS file holds id, source, target and an optional reference, tab-separated and without a
    header, or as JSON Lines; where there is a reference, BLEU, chrF and TER are given too, by sacrebleu. A reference
    file is paired line by line where it has as many lines as the source (as there are pairs), else through the source.

    Of several translations of one source (--also, or a project that holds them), each is scored with how little it
    agrees with the others, and they are ranked: by the evidence, and by MQM where all are judged, with a paired test.
    """
    if scores or scorer or model:
        from workbench.cli.scoring import keep

        keep(files, scores, scorer, model, is_fine=yes)
        return
    work: Given | None = None
    session: Session | None = None
    if len(files) == 1 and is_pairs_file(files[0]):
        if paired:
            raise click.UsageError("--paired goes with a project.")
        if also:
            raise click.UsageError("--also goes with texts.")
        scored = _of_pairs(files[0], encodings, lines, references)
    else:
        work = given(files, encodings=encodings, lines=lines)
        if paired and work.session is None:
            raise click.UsageError("--paired goes with a project.")
        session = _session(work, references, also, lines)
        scored = _of_all(work, session)
    from workbench.model.bulk import keeping_all

    measured: list[Against] = []
    shown: list[_Scored] = []
    with keeping_all():
        for n, one in enumerate(scored):
            measured.append(Against(one.target if one.references else "", one.references, one.system, one.place))
            if as_json:
                output.record(score_record(one))
                if n % 64 == 0:
                    output.flush()
            else:
                shown.append(one)
    if not as_json:
        _tell(shown, most, from_one=work is not None)
    told = figures_of(measured, bootstrap)
    told += _paired(work, measured) if paired and work else []
    told += _ranked(session) if session else []
    for line in told:
        if as_json:
            diagnostics.notes([line])
        else:
            output.line(line)


def _paired(work: Given, measured: Sequence[Against]) -> list[str]:
    assert work.session is not None
    rows = [
        (work.session.machine(row.bead.id), found.target, found.references)
        for row, found in zip(work.rows, measured, strict=True)
        if found.references
    ]
    if not rows:
        raise UnusableInput("--paired needs a reference: give one with --reference.")
    return paired_lines(
        [machine for machine, _, _ in rows],
        [final for _, final, _ in rows],
        [*zip(*(r for *_, r in rows), strict=True)],
    )


_NONE = (None, None, None)


def _of_pairs(path: Path, encodings: Encodings | None, lines: bool, references: Sequence[Path]) -> Iterator[_Scored]:
    from workbench.formats.pairs import read_pairs
    from workbench.score.quality import estimate

    if lines:
        raise click.UsageError("--lines goes with two texts; a PAIRS file has a pair a row.")
    if encodings and encodings.source != encodings.target:
        raise click.UsageError("a PAIRS file has one encoding: --encoding NAME.")
    encoding = encodings.source if encodings else None

    size = 1
    with suppress(OSError):  # told when it is read
        size = max(1, path.stat().st_size)
    done = 0
    with diagnostics.progress("scoring") as tell:
        for pair, found in with_lines(read_pairs(path, encoding, diagnostics.warn), references, encoding):
            bleu, chrf, ter = _against(pair.target, found) if found else _NONE
            made = estimate(pair.source, pair.target)
            yield _Scored(pair.id, pair.source, pair.target, made, bleu, chrf, ter, tuple(found))
            done += 3 * len(pair.source) + len(pair.target) + 4
            tell(done / size)


def _against(target: str, references: Sequence[str]) -> SentenceScores:
    from workbench.score.reference import sentence_scores

    return sentence_scores(target, references)


def _of_all(work: Given, session: Session) -> Iterator[_Scored]:
    """This translation, and then the others that were given with it; of a project, the one that was asked for."""
    from workbench.cli.inputs import project_rows
    from workbench.session.translating import apart

    sessions = [session] if work.session else apart(session)
    rows = [work.rows if one is session else project_rows(one) for one in sessions]
    total, done = sum(map(len, rows)), 0
    with diagnostics.progress("scoring") as tell:
        for one, own in zip(sessions, rows, strict=True):
            for scored in _with_imported(one, own):
                yield scored
                done += 1
                tell(done / total)


def _with_imported(session: Session, rows: Sequence[SegmentTexts]) -> Iterator[_Scored]:
    """With what was imported of each segment, and the sums with ours, which need all of them."""
    scored = _of_texts(session, rows)
    if not session.models():
        yield from scored
        return
    made = list(scored)
    risks = {row.bead.id: one.estimate.risk for row, one in zip(rows, made, strict=True) if row.target}
    sums = {session.sum_name(model): session.sums(model, risks) for model in session.models()}
    for row, one in zip(rows, made, strict=True):
        mixed = {name: values[row.bead.id] for name, values in sums.items() if row.bead.id in values}
        yield replace(one, imported={**session.imported_scores(row.bead.id), **mixed})


def _of_texts(session: Session, rows: Sequence[SegmentTexts]) -> Iterator[_Scored]:
    from workbench.model.bitext import Reason
    from workbench.model.score import QualityEstimate
    from workbench.model.span import Side
    from workbench.score.quality import SIGNATURE, estimate
    from workbench.terms.matcher import matcher_of

    held = session.terms_held(session.termbase)
    terms = matcher_of(held) if held.terms else None
    system = session.own_name if session.companions else None
    for number, row in enumerate(rows):
        if row.bead.reason is Reason.FURNITURE:
            made = QualityEstimate((), 0.0, SIGNATURE)  # page furniture raises nothing
        else:
            others = tuple(session.others_of(row.bead.id).values())
            made = estimate(row.source, row.target, terms=terms, others=others)
        found = session.references_of(row.bead.id) if row.target else ()
        bleu, chrf, ter = _against(row.target, found) if found else _NONE
        yield _Scored(
            str(number), row.source, row.target, made, bleu, chrf, ter, found, system, row.bead.span(Side.SOURCE)
        )


def _session(work: Given, references: Sequence[Path], also: Sequence[Also], lines: bool) -> Session:
    """A session that knows the references and the other translations: the project's own, or those of the call."""
    from workbench.session.session import Session

    if work.session is not None and also:
        raise click.UsageError("--also goes with texts; `workbench review NAME.review --also …` adds to a project.")
    session = work.session
    if session is None:
        from workbench.session.translating import read_companions

        session = Session.in_memory(work.bitext, companions=read_companions(work.bitext, also, lines=lines))
    if references:
        from workbench.session.referencing import read_reference

        session.use_references(read_reference(path) for path in references)
    return session


def _ranked(session: Session) -> list[str]:
    figures = session.ranking_figures()
    return [line for one in figures for line in (f"{one.title}: {one.value}; {one.basis}", f"    {one.signature}")]


def score_record(one: _Scored) -> dict[str, Any]:
    """One line of `score --json`."""
    made = one.estimate
    system: dict[str, Any] = {} if one.system is None else {"system": one.system}
    imported = {"imported": dict(one.imported)} if one.imported else {}
    return {
        "id": one.id,
        **system,
        "difficulty": made.difficulty,
        "evidence": made.evidence,
        "risk": made.risk,
        "p_major": made.p_major,
        "signature": made.signature,
        "reasons": [_reason(reason) for reason in made.reasons],
        "bleu": one.bleu,
        "chrf": one.chrf,
        "ter": one.ter,
        **imported,
    }


def _reason(reason: ScoreReason) -> dict[str, Any]:
    return {
        "part": reason.part.value,
        "name": reason.name,
        "weight": reason.weight,
        "side": reason.side.value if reason.side else None,
        "start": reason.span.start if reason.span else None,
        "end": reason.span.end if reason.span else None,
        "quote": reason.quote if reason.span else None,
    }


def _tell(scored: list[_Scored], most: int, *, from_one: bool) -> None:
    """`from_one`: the ids are the numbers of the beads, which people count from 1 in all views."""
    if not scored:
        output.line("no pairs")
        return
    worst = sorted(scored, key=lambda one: -one.estimate.risk)[:most]
    output.line(
        f"{len(scored)} pairs, worst first by risk = difficulty + evidence, higher is worse; findings are not in it"
    )
    output.line()
    room = output.width() - 40
    wide = 20 if scored[0].system else 8
    widths = (wide, 6, 6, 6, 6, max(12, room + 8 - wide))
    output.table([("id", "risk", "diff", "evid", "major?", "source / target / reasons")], widths, right=(1, 2, 3, 4))
    for one in worst:
        made = one.estimate
        numbers = [f"{value:.2f}" for value in (made.risk, made.difficulty, made.evidence, made.p_major)]
        name = str(int(one.id) + 1) if from_one else one.id
        name += f" {one.system}" if one.system else ""
        output.table([(name, *numbers, one.source)], widths, right=(1, 2, 3, 4))
        output.table([("", "", "", "", "", text) for text in (one.target, because(made), _beside(one)) if text], widths)
    output.line()
    output.line(scored[0].estimate.signature)


def _beside(one: _Scored) -> str:
    return "; ".join(f"{name} {value:.3f}" for name, value in one.imported.items())


def because(made: QualityEstimate, most: int = 4) -> str:
    """What is told of an estimate in one line, each with its points."""
    from workbench.score.wording import told

    return "; ".join(f"{one.text()} {one.points:.2f}" for one in told(made.reasons, most))
