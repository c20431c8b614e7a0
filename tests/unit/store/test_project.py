from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from workbench.errors import ProjectProblem, ReadOnlyProject
from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead, Reason
from workbench.model.document import Document, Sentence
from workbench.model.events import SpanFlagged, TextCorrected
from workbench.model.finding import Severity
from workbench.model.span import Anchor, Side, Span
from workbench.model.term import Term, Termbase
from workbench.store.problems import JournalConflict
from workbench.store.project import Batch, Draft, ImportedScore, Place, ProjectStore

from .building import corrections, entry, make_bitext

Create = Callable[..., ProjectStore]

HOSTILE = "a\x00b\ud800c\ud83d\ude00d\U0001f600\x1a0\x1au12\r\n\u2028\u202e\x1b[31m'\"\\u0000;--"
"""NUL, a lone surrogate, a pair of lone ones (two code points), the escape sign itself, and what looks escaped."""


def test_everything_comes_back_as_it_was_put_in(create: Create, location: str) -> None:
    bitext = make_bitext(7)
    store = create(7, reviewer="Wu", system="engine 3")
    entries = corrections(bitext, 1, 9)
    store.append(entries)
    store.close()
    with ProjectStore.open(location) as again:
        assert again.bitext() == bitext
        assert again.beads() == bitext.beads
        assert again.documents() == (bitext.source, bitext.target)
        assert list(again.entries()) == entries
        assert list(again.entries(after=6)) == entries[6:]
        assert [(t.id, t.system) for t in again.translations] == [("machine", "engine 3")]
        assert not again.read_only
        assert again.notices == ()


def test_hostile_text_is_kept_to_the_code_point(location: str) -> None:
    source = Document(Side.SOURCE, HOSTILE, "名\udcff.txt", "gb18030", ("one \x00 warning",))
    sentence = Sentence(0, len(HOSTILE), HOSTILE)
    target = Document(Side.TARGET, HOSTILE * 2, HOSTILE)
    beads = (Bead((sentence,), ()), Bead((), (replace(sentence, text=HOSTILE),), 0.25, Reason.ADDITION))
    with ProjectStore.create(location, source, target, beads, reviewer=HOSTILE) as store:
        store.append([entry(1, TextCorrected(beads[1].id, HOSTILE), reviewer=HOSTILE, label=HOSTILE)])
        store.save_draft(Draft(beads[1].id, HOSTILE, reviewer=HOSTILE))
        store.cache_put("k", "key", "1", {"x": HOSTILE})
    with ProjectStore.open(location) as store:
        assert store.documents() == (source, target)
        assert store.beads() == beads
        loaded = store.load()
        assert loaded.warnings == ()
        assert loaded.review.segment(beads[1].id).corrected == HOSTILE
        assert store.entries()[0].reviewer == store.entries()[0].label == HOSTILE
        assert store.drafts()[0].text == HOSTILE
        assert store.cache_get("k", "key", "1") == {"x": HOSTILE}


def test_beads_keep_every_field(location: str) -> None:
    bitext = make_bitext(3)
    one, two, three = bitext.beads
    beads = (
        Bead(one.source + two.source, one.target + two.target, 0.125, None, (((0,), (1,)), ((1,), (0,))), True),
        replace(three, target=(), reason=Reason.FURNITURE),
        replace(three, source=(), confidence=1.0, reason=Reason.DUPLICATE),
    )
    with ProjectStore.create(location, bitext.source, bitext.target, beads) as store:
        assert store.beads() == beads
        assert [b.id for b in store.beads()] == [b.id for b in beads]


def test_an_english_text_alone(location: str) -> None:
    bitext = make_bitext(3)
    source = Document(Side.SOURCE, "")
    beads = tuple(replace(bead, source=()) for bead in bitext.beads)
    with ProjectStore.create(location, source, bitext.target, beads) as store:
        assert store.bitext().is_monolingual


def test_several_translations_have_journals_of_their_own(create: Create, location: str) -> None:
    store = create(4)
    other = make_bitext(4, extra=" indeed")
    store.add_translation("second", other.target, other.beads, system="engine B")
    store.append([entry(1, TextCorrected(other.beads[0].id, "B"))], "second")
    store.append(corrections(make_bitext(4), 1, 2))
    with pytest.raises(ProjectProblem, match="already"):
        store.add_translation("second", other.target, other.beads)
    with pytest.raises(ProjectProblem, match="no translation 'third'"):
        store.entries("third")
    store.close()
    with ProjectStore.open(location) as again:
        assert [t.id for t in again.translations] == ["machine", "second"]
        assert again.bitext("second") == replace(other, source=again.source)
        assert len(again.entries("second")) == 1
        assert len(again.entries()) == 2


def test_a_project_is_never_replaced(create: Create, location: str) -> None:
    store = create()
    store.append(corrections(make_bitext(5), 1, 3))
    bitext = make_bitext(1)
    with pytest.raises(ProjectProblem):
        ProjectStore.create(location, bitext.source, bitext.target, bitext.beads)
    store.close()
    with pytest.raises(ProjectProblem, match="already"):
        ProjectStore.create(location, bitext.source, bitext.target, bitext.beads)
    with ProjectStore.open(location) as again:
        assert len(again.entries()) == 3


# ---- the journal


def test_a_used_number_is_a_conflict_and_nothing_is_lost(create: Create) -> None:
    bitext = make_bitext(5)
    store = create()
    ours = corrections(bitext, 1, 3)
    store.append(ours)
    theirs = entry(3, TextCorrected(bitext.beads[0].id, "something else"))
    with pytest.raises(JournalConflict, match="entry 3"):
        store.append([theirs, entry(4, TextCorrected(bitext.beads[0].id, "more"))])
    assert list(store.entries()) == ours


def test_what_stands_there_already_word_for_word_counts_as_written(create: Create) -> None:
    bitext = make_bitext(5)
    store = create()
    store.append(corrections(bitext, 1, 3))
    store.append(corrections(bitext, 2, 5))
    assert list(store.entries()) == corrections(bitext, 1, 5)


@pytest.mark.parametrize("numbers", [(2,), (1, 3), (1, 1), (2, 1)])
def test_a_journal_has_no_gaps(create: Create, numbers: tuple[int, ...]) -> None:
    store = create()
    bead = make_bitext(5).beads[0].id
    with pytest.raises(ProjectProblem, match="cannot follow"):
        store.append([entry(n, TextCorrected(bead, "x")) for n in numbers])
    assert store.entries() == ()


def test_a_batch_is_written_whole_or_not_at_all(create: Create) -> None:
    bitext = make_bitext(5)
    store = create()
    store.save_draft(Draft("b", "typed"))
    batch = Batch(
        entries=tuple(corrections(bitext, 1, 2)),
        dropped=(("b", "text"),),
        place=Place("b", offset=7),
        caches=(("k", "1", {"broken": object()}),),  # not JSON: refused after the rest was written
    )
    with pytest.raises((ProjectProblem, TypeError)):
        store.write(batch)
    assert store.entries() == ()
    assert store.place() is None
    assert [draft.text for draft in store.drafts()] == ["typed"]


def test_loading_folds_the_journal_and_tells_what_does_not_fit(create: Create, location: str) -> None:
    bitext = make_bitext(5)
    bead = bitext.beads[2]
    start = bead.target[0].start
    good = Anchor(Side.TARGET, Span(start, start + 8), "Sentence")
    bad = Anchor(Side.TARGET, Span(start, start + 8), "Penitent")
    store = create()
    store.append(
        [
            entry(1, SpanFlagged(Annotation("a", Severity.MAJOR, "Accuracy", good))),
            entry(2, SpanFlagged(Annotation("b", Severity.MINOR, "Accuracy", bad))),
            entry(3, TextCorrected(bead.id, "Better.")),
        ]
    )
    loaded = store.load()
    assert set(loaded.review.annotations) >= {"a"}
    assert loaded.review.segment(bead.id).corrected == "Better."
    assert len(loaded.warnings) == 1
    assert "Penitent" in loaded.warnings[0]


# ---- drafts, places, settings, terms, scores, caches


def test_drafts(create: Create, location: str) -> None:
    store = create()
    store.save_draft(Draft("one", "first", caret=3, reviewer="Wu", at="2026-01-01"))
    store.save_draft(Draft("one", "second", caret=4, reviewer="Wu", at="2026-01-02"))
    store.save_draft(Draft("one", "a note", "note", at="2026-01-03"))
    store.save_draft(Draft("two", "other", at="2026-01-04"))
    store.drop_draft("two")
    store.drop_draft("never was")
    store.close()
    with ProjectStore.open(location) as again:
        assert again.drafts() == (
            Draft("one", "second", "text", 4, "Wu", "2026-01-02"),
            Draft("one", "a note", "note", 0, "", "2026-01-03"),
        )


def test_places_are_each_reviewers_own(create: Create) -> None:
    store = create()
    assert store.place(reviewer="Wu") is None
    wu = Place("one", Side.SOURCE, 12, "Wu", {"filter": ["flagged"], "open": {"inspector": True}})
    store.save_place(replace(wu, offset=1))
    store.save_place(wu)
    assert store.place(reviewer="Wu") == wu
    assert store.place(reviewer="Li") == wu
    li = Place("two", Side.TARGET, 0, "Li")
    store.save_place(li)
    assert (store.place(reviewer="Wu"), store.place(reviewer="Li")) == (wu, li)


def test_settings(create: Create) -> None:
    store = create()
    store.save_setting("profile", {"name": "mqm-google", "weights": [5, 1, 0.1]})
    store.save_setting("profile", {"name": "other"})
    store.save_setting("layout", None)
    assert store.settings() == {"profile": {"name": "other"}, "layout": None}


def test_termbases(create: Create) -> None:
    store = create()
    business = Termbase(
        (Term("风口", "hot trend", ("trend",), ("tuyere",), ("vent",), extra=(("id", "7"),)), Term("b", "x")),
        "business",
    )
    store.save_termbase(Termbase((Term("old", "x"),), "business"))
    store.save_termbase(business)
    store.save_termbase(Termbase((Term("高炉", "blast furnace"),), "metal"))
    assert [base.name for base in store.termbases()] == ["business", "metal"]
    assert store.termbases()[0] == business


def test_imported_scores(create: Create) -> None:
    store = create()
    scores = [ImportedScore("chrF", 55.25, None, "v1", "file"), ImportedScore("DA", 80.0, "bead", "", "Li")]
    store.add_scores(scores[:1])
    store.add_scores(scores[1:])
    store.add_scores([])
    assert list(store.scores()) == scores


def test_caches_hold_for_one_version_of_the_code(create: Create) -> None:
    store = create()
    store.cache_put_all("findings", "1", {str(i): [i, {"x": "语"}] for i in range(1000)})
    assert store.cache_get("findings", "7", "1") == [7, {"x": "语"}]
    assert store.cache_get("findings", "7", "2") is None
    assert store.cache_get("scores", "7", "1") is None
    store.cache_put_all("findings", "2", {"7": "new"})
    assert store.cache_get("findings", "7", "1") is None
    assert store.cache_get_all("findings", "2") == {"7": "new"}
    assert len(store.cache_get_all("findings", "1")) == 999
    store.cache_put("scores", "a", "1", 1.5)
    store.cache_clear("findings")
    assert store.cache_get_all("findings", "1") == {}
    assert store.cache_get("scores", "a", "1") == 1.5
    store.cache_clear()
    assert store.cache_get("scores", "a", "1") is None


# ---- one writer


def test_a_second_program_is_told_and_reads_only(create: Create, location: str) -> None:
    bitext = make_bitext(5)
    first = create(reviewer="Wu")
    first.append(corrections(bitext, 1, 2))
    with ProjectStore.open(location, reviewer="Li") as second:
        assert second.read_only
        assert second.held_by is not None
        assert second.held_by.who == "Wu"
        assert "Wu on" in second.notices[0]
        assert str(second.held_by.pid) in second.notices[0]
        assert len(second.entries()) == 2
        for write in (
            lambda: second.append(corrections(bitext, 3, 3)),
            lambda: second.save_draft(Draft("b", "x")),
            lambda: second.save_setting("a", 1),
            lambda: second.save_place(Place("b")),
        ):
            with pytest.raises(ReadOnlyProject, match="Wu on"):
                write()
        second.cache_put("k", "a", "1", 1)  # a cache is never worth an error
        # The reader sees what is written meanwhile, and never stands in the writer's way.
        first.append(corrections(bitext, 3, 4))
        assert len(second.entries()) == 4
    first.close()
    with ProjectStore.open(location) as third:
        assert not third.read_only
        third.append(corrections(bitext, 5, 5))


def test_reading_only_takes_no_lock(create: Create, location: str) -> None:
    create().close()
    with ProjectStore.open(location, read_only=True) as reader:
        assert reader.read_only
        assert reader.notices == ()
        with pytest.raises(ReadOnlyProject, match="for reading only"):
            reader.save_setting("a", 1)
        with ProjectStore.open(location) as writer:
            assert not writer.read_only


def test_closing_twice_is_closing_once(create: Create) -> None:
    store = create()
    store.close()
    store.close()
    with pytest.raises(ReadOnlyProject):
        store.append(corrections(make_bitext(5), 1, 1))
