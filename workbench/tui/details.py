"""What the inspector says of the segment and the word under the cursor, as lines of runs. No widget here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from workbench.model.finding import Finding
from workbench.score.wording import FAINT, Kind, Told, account, told
from workbench.session.fixing import group_key
from workbench.session.rating import HIDDEN
from workbench.session.values import PlacedAnnotation, WordInfo
from workbench.text.cells import cell_width
from workbench.tui.actions import first_key, hint
from workbench.tui.bars import REPEATS
from workbench.tui.glyphs import G
from workbench.tui.look import LETTER
from workbench.tui.widgets.painted import Run, cut, head, run_width, shortened, tail

if TYPE_CHECKING:
    from workbench.model.score import QualityEstimate
    from workbench.session.session import Session
    from workbench.text.diff import Edit
    from workbench.tui.state import ReviewState

Line = list[Run]

_NAME_ROOM = 20
"""Cells for the name of a translation."""


def finding_line(finding: Finding, width: int, *, current: bool = True) -> Line:
    """`major  message` and the check's name where there is room for it."""
    word = str(finding.severity)
    head: Line = [(word, word if not finding.quiet else "hint"), (" " * (9 - len(word)), "")]
    return named([*head, (finding.message, "" if current else "quiet")], finding.check, width)


def named(runs: Line, name: str, width: int) -> Line:
    """A line with a name at its right end, where there is room for it."""
    line = cut(runs, width)
    room = width - run_width(line)
    if room > len(name) + 3:
        line += [(" " * (room - len(name)), ""), (name, "faint")]
    return line


def finding_keys(count: int) -> tuple[str, ...]:
    """What can be done with the finding in sight, such as `a accept x dismiss = all 10`, from long to short."""
    keys = hint("finding.accept", "finding.dismiss", space=" ")
    both = f"{first_key('finding.accept')} {first_key('finding.dismiss')}"
    if count == 1:
        return (keys, both)
    every = first_key("finding.all")
    return (f"{keys} {every} all {count}", f"{both} {every} all {count}", f"{both} {every}")


def change_line(before: str, after: str, width: int, lead: str = "") -> Line:
    """One line that shows what changes in a text, with as much around it as fits."""
    start = common_start(before, after)
    end = common_start(before[start:][::-1], after[start:][::-1])
    if before[start : len(before) - end].strip() or after[start : len(after) - end].strip():
        # Whole words read better than the letters that happen to differ; a space between two words is only itself.
        while start and before[start - 1].isalnum() and before[start - 1].isascii():
            start -= 1
        while end and before[len(before) - end].isalnum() and before[len(before) - end].isascii():
            end -= 1
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    runs: Line = [(old, "old")] if old else []
    runs += [(" ", "")] if old and new else []
    runs += [(new.replace(" ", G.no_space) if not new.strip() else new, "new")] if new else []
    runs = cut([(text.replace("\n", G.paragraph), style) for text, style in runs], max(8, width - 10))
    room = max(0, width - run_width(runs) - cell_width(lead))
    following = head(before[len(before) - end :] if end else "", width + 1)
    left = _end_of(before[:start], max(room // 2, room - cell_width(following)))
    line: Line = [(lead, "quiet"), (left, ""), *runs]
    line += cut([(following, "")], max(0, width - run_width(line)))
    return [(text.replace("\n", " "), style) for text, style in line]


def common_start(a: str, b: str) -> int:
    """How many characters two texts begin with alike."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _end_of(text: str, width: int) -> str:
    """The last part of a text that fits in so many cells, with a sign where it was cut."""
    if len(text) <= 8 * width and cell_width(text) <= width:
        return text
    return G.ellipsis + tail(text, width - 1) if width > 0 else ""


def diff_line(edits: tuple[Edit, ...], old: str, new: str, lead: str = "") -> Line:
    """All word changes of a text in one run of text."""
    runs: Line = [(lead, "quiet")]
    for edit in edits:
        if edit.kind == "equal":
            runs.append((edit.new.of(new), ""))
            continue
        removed, added = edit.old.of(old), edit.new.of(new)
        if removed:
            runs.append((removed, "old"))
        if removed.strip() and added.strip() and not removed.endswith(" "):
            runs.append((" ", ""))
        if added:
            runs.append((added, "new"))
    return [(text.replace("\n", G.paragraph), style) for text, style in runs]


def mark_line(item: PlacedAnnotation) -> Line:
    annotation = item.annotation
    quote = annotation.target or annotation.source
    runs: Line = [
        (f"{LETTER[annotation.severity]} {annotation.severity}", f"{annotation.severity} letter"),
        (" " * (9 - len(annotation.severity)), ""),
        (f"{annotation.category}  ", ""),
        (f"\u2018{quote.quote}\u2019" if quote else "", "quiet"),
    ]
    if annotation.target and annotation.source:
        runs.append((f" {G.to} {annotation.source.quote}", "quiet"))
    if not item.in_final:
        runs.append(("  corrected away", "quiet"))
    if annotation.note:
        runs.append((f"  {annotation.note}", "quiet"))
    return runs


def word_line(info: WordInfo | None, session: Session, bead_id: str, width: int) -> Line:
    """The word, its pinyin, its first senses and its counterpart."""
    if info is None or not any(ch.isalnum() for ch in info.word):
        return []
    runs: Line = [(info.word, "strong")]
    if info.pinyin:
        runs.append((f" {info.pinyin}", "quiet"))
    other = session.text(bead_id, info.side.other)
    matches = ", ".join(dict.fromkeys(span.of(other) for span, _ in info.counterparts))
    match: Line = [(f" {G.to} ", "quiet"), (matches, "match")] if matches else []
    senses = "; ".join(sense for _, several in info.senses[:2] for sense in several[:4])
    terms = "; ".join(f"{term.zh} = {term.en}" for term in info.terms)
    body: Line = [(f"  {terms}", "accent")] if terms else []
    body.append((f"  {senses}", ""))
    return [*cut([*runs, *body], max(10, width - run_width(match))), *match]


def reasons_line(session: Session, bead_id: str, most: int = 4, width: int = 0) -> Line:
    """What is told of the score, best first: faults, and whether the sentence is hard. With `width`, as many whole ones
    as fit, and the first in any case. That nothing is to be told is told too, unless there is a finding."""
    estimate = session.estimate(bead_id)
    if estimate is None:
        return []
    items = told(estimate.reasons, most)
    if not items:
        return [] if session.findings(bead_id) else [("no sure sign of an error", "quiet")]
    runs: Line = [("why: ", "quiet")]
    for i, one in enumerate(items):
        item = _told(one, "; " if i else "")
        room = width - run_width(runs) - 3 * (i + 1 < len(items))
        if i and width and run_width(item) > room:
            return [*runs, (f"; {G.ellipsis}", "quiet")]
        runs += item
    return runs


def _told(one: Told, lead: str) -> Line:
    """One item: its words, and the words of the texts that are meant."""
    item: Line = [(lead + one.words, "")]
    if one.shown:
        item.append((" " + ", ".join(one.shown), "accent"))
        item += [(f" {one.further}", "quiet")] if one.further else []
    return item


def _faint_line(estimate: QualityEstimate) -> Line:
    """The words without a match in the dictionary, for those who ask: most of them are rendered freely and well."""
    words = next((one.quotes for one in account(estimate.reasons) if one.kind is Kind.FAINT), ())
    return [(f"{FAINT}, most of them free renderings: {', '.join(words)}", "quiet")] if words else []


def compact(
    session: Session, state: ReviewState, info: WordInfo | None, width: int, counts: Mapping[str, int]
) -> list[Line]:
    """The finding, what taking it would give (or what else there is to know), the word; below, for taller screens,
    the reasons, what other translations say, and the other findings."""
    if session.is_blind:
        marks: list[Line] = [mark_line(item) for item in session.annotations(state.bead)]
        about = _also(session, state, width)
        return [*(marks or [about or [(HIDDEN, "quiet")]]), word_line(info, session, state.bead, width)]
    finding = state.finding
    second: Line = []
    if finding is not None:
        first = finding_line(finding, width)
        second = result_line(session, finding, width)
    else:
        first = reasons_line(session, state.bead, width=width) or [("no finding here", "quiet")]
    lines = [first, second or _also(session, state, width), word_line(info, session, state.bead, width)]
    reasons = reasons_line(session, state.bead, width=width)
    if reasons not in lines:
        lines.append(reasons)
    lines += _others(session, state.bead)
    lines += [finding_line(f, width, current=False) for f in state.findings() if f.id != state.finding_id]
    return lines


def result_line(session: Session, finding: Finding, width: int) -> Line:
    """The sentence as it reads once the finding is accepted; nothing if it suggests nothing."""
    after = session.preview(finding)
    if after is None or finding.bead is None:
        return []
    before = session.final(finding.bead)
    if not before:
        twin = session.twin(finding.bead)
        number = (session.index(twin) or 0) + 1 if twin is not None else 0
        return cut([("gives: ", "quiet"), (f"(as in {number}) ", "quiet"), (after, "new")], width)
    if not after.startswith(before):
        return change_line(before, after, width, "gives: ")
    # Behind the sentence: the preview ends in an ellipsis for what follows.
    new = after[len(before) :].removesuffix("\u2026")
    shown = new.replace("\n", G.paragraph).replace(" ", G.no_space)
    left = _end_of(before, width - cell_width(shown) - 12)
    return [("gives: ", "quiet"), (left, ""), (shown, "new"), (G.ellipsis, "quiet")]


def _also(session: Session, state: ReviewState, width: int) -> Line:
    marks = state.marks_here() or session.annotations(state.bead)
    if marks:
        return mark_line(marks[0])
    segment = session.segment(state.bead)
    if segment.query:
        return [("query to the author: ", "accent"), (segment.query, "")]
    if segment.note:
        return [("note: ", "accent"), (segment.note, "")]
    if segment.corrected is not None and session.machine(state.bead):
        return change_line(session.machine(state.bead), segment.corrected, width, "edited: ")
    return reasons_line(session, state.bead, width=width) if state.finding else []


def count_of(finding: Finding, counts: Mapping[str, int]) -> int:
    """How many findings repeat this one, itself among them."""
    return counts.get(group_key(finding), 1) if finding.group is not None else 1


def _against_reference(session: Session, bead: str) -> Iterator[Line]:
    """What references say, and how near the machine's words are to them; nothing without a reference."""
    measured = session.against_reference(bead)
    if measured is not None:
        ter = f", TER {measured.ter:.1f}" if measured.ter is not None else ""
        told = f"the machine's words against the reference: BLEU {measured.bleu:.1f}, chrF {measured.chrf:.1f}{ter}"
        yield [(told, "quiet")]
    for model, value in session.imported_scores(bead).items():
        spans = ", ".join(
            f"{one.severity} \u2018{one.text}\u2019" for one in session.imported_spans(bead).get(model, ())
        )
        licence = f"licence: {session.models()[model].licence}"
        yield [(f"{model} says {value:.4g} (imported, {licence})", "quiet"), (f"  {spans}" if spans else "", "")]
    for reference in session.references_of(bead):
        yield [("reference: ", "quiet"), (reference, "")]


def full(
    session: Session,
    state: ReviewState,
    info: WordInfo | None,
    width: int,
    counts: Mapping[str, int],
    hter: str = "",
) -> Iterator[Line]:
    """Everything, for the larger inspector: findings, preview, reasons, marks, notes, word, changes, history. `hter`
    is what is known of it, as it follows the edit effort."""
    bead = state.bead
    for finding in session.findings(bead):
        current = finding.id == state.finding_id
        yield finding_line(finding, width, current=current)
        if current:
            yield result_line(session, finding, width)
    for item in session.annotations(bead):
        yield mark_line(item)
    estimate = session.estimate(bead)
    yield from filter(None, (reasons_line(session, bead, 6), _faint_line(estimate) if estimate else []))
    if estimate is not None:
        chance = (
            f"chance of a major error {session.major_chance(bead):.2f}, {estimate.p_major:.2f} without the findings"
        )
        of = "your own text" if session.is_own(bead) else f"{chance}, on news texts; other texts are worse"
        yield [(f"{of}; evidence {estimate.evidence:.2f}, difficulty {estimate.difficulty:.2f}", "quiet")]
    yield from _others(session, bead)
    yield from _against_reference(session, bead)
    segment = session.segment(bead)
    if segment.query:
        yield [("query to the author: ", "accent"), (segment.query, "")]
    if segment.note:
        yield [("note: ", "accent"), (segment.note, "")]
    if segment.corrected is not None and session.machine(bead):
        effort = session.edit_effort(bead)
        yield [(f"against your edit: {effort:.0%} of the words{hter}", "quiet")]
        yield diff_line(session.diff(bead), session.machine(bead), segment.corrected, "edited: ")
    yield word_line(info, session, bead, width)
    if info is not None:
        for pinyin, senses in info.senses[:6]:
            yield [(f"  {pinyin}  ", "accent"), ("; ".join(senses), "")]
    yield [(f"MQM of the text: {session.mqm_line()}, {REPEATS}", "quiet")]
    for entry in reversed(session.history(bead)[-6:]):
        when = entry.at[:16].replace("T", " ")
        yield [(f"{when}  {entry.reviewer}  ", "quiet"), (entry.text, "old" if entry.undone else "")]


def _others(session: Session, bead: str) -> Iterator[Line]:
    """What the other translations of the source say here; nothing to those who rate blind."""
    if session.is_blind:
        return
    for name, text in session.others_of(bead).items():
        yield [(f"{name}: ", "quiet"), (text.replace("\n", " "), "")]


def translation_words(session: Session) -> str:
    """Which of several translations is on screen, such as `near, 2 of 3   `; nothing where there is only one."""
    if not session.companions:
        return ""
    names = session.translations
    at = next(n for n, one in enumerate(names, 1) if one.id == session.translation)
    return f"{shortened(session.own_name, _NAME_ROOM)}, {at} of {len(names)}   "


def title(session: Session, width: int) -> str:
    """What the texts call themselves, in so many cells: their first lines, else the names of the files."""
    source = session.bitext.source.name
    target = session.bitext.target.name
    for bead in session.beads[:1]:
        source = session.source(bead.id) or source
        target = session.final(bead.id) or target
    names = [" ".join(name[:400].split()) for name in (source, target) if name.strip()]
    room = width - cell_width(f" {G.to} ")
    if len(names) == 2 and sum(cell_width(name) for name in names) > room:
        first = min(cell_width(names[0]), max(room // 2, room - cell_width(names[1])))
        names = [shortened(names[0], first), names[1]]
    return shortened(f" {G.to} ".join(names), width)
