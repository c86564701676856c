from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from advisor.case import Case, Note
from data.library import Library, open_library
from data.library.searching import query_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.data.library.conftest import OpenLibrary


def found(library: Library, text: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.text) for hit in library.search(text)]


def test_what_is_found_says_what_it_is_and_where(library: Library, peru_id: int) -> None:
    places = {
        "cocaleros": ("note", peru_id, "Peru", ("PER-2011H2",), ("su_level", "ue_aid")),
        "223 july": ("note", peru_id, "Peru", (), ("su_level",)),
        '"223 conflicts"': ("justification", peru_id, "Peru", ("PER-2011H2",), ("su_level",)),
        "tingo": ("fact", peru_id, "Peru", ("PER-2011H2",), ()),
        "half-year": ("assessment", peru_id, "Peru", ("PER-2011H2",), ()),
        "halted week": ("event", peru_id, "Peru", (), ()),
    }
    for text, place in places.items():
        hits = [hit for hit in library.search(text) if hit.kind == place[0]]
        assert [(hit.kind, hit.case_id, hit.case, hit.assessments, hit.indicators) for hit in hits] == [place], text


def test_a_note_and_an_event_are_found_by_the_ids_that_edit_them(library: Library, peru_id: int) -> None:
    case = library.case(peru_id)
    assert [hit.id for hit in library.search("cocaleros")] == [case.notes[1].id]
    assert [hit.id for hit in library.search("halted week")] == [case.events[0].id]


@pytest.mark.parametrize("text", ["Tingo María", "tingo maria", "TINGO MARÍA", "María, Tingo!", '"tingo maria"', "tin"])
def test_accents_capitals_order_and_punctuation_do_not_matter(library: Library, peru_id: int, text: str) -> None:
    assert found(library, text) == [("fact", "Promise in Tingo María")]


def test_words_in_quotes_stand_together(library: Library, peru_id: int) -> None:
    assert found(library, '"maria tingo"') == []
    assert found(library, "u.s.") == []
    library.add_note(peru_id, Note("The U.S. ambassador"))
    assert found(library, "u.s.") == [("note", "The U.S. ambassador")]


def test_the_last_word_need_not_be_complete_and_the_others_must_be(library: Library, peru_id: int) -> None:
    assert [found(library, text[:length]) != [] for text in ("cocaleros",) for length in range(1, 10)] == [True] * 9
    assert found(library, "coca divided") == []
    assert found(library, "divided coca") != []
    assert found(library, '"coca"') == []


def test_every_word_must_be_there_in_text_or_source(library: Library, peru_id: int) -> None:
    assert [kind for kind, _ in found(library, "conflicts defensoria")] == ["note"]
    assert found(library, "conflicts bolivia") == []


def test_the_snippet_shows_where_it_was_found(library: Library, peru_id: int) -> None:
    long = f"{'before ' * 100}the ambassador called {'after ' * 100}"
    library.add_note(peru_id, Note(long))
    (hit,) = library.search("ambassador")
    assert ("ambassador", True) in hit.snippet
    assert len(hit.text) < 250
    assert hit.text.startswith("…")
    assert hit.text.endswith("…")


def test_what_says_it_more_often_in_fewer_words_comes_first(library: Library, peru_id: int) -> None:
    texts = ("strike strike", "a strike of growers in the south of the country last year", "nothing of it")
    for text in texts[::-1]:
        library.add_note(peru_id, Note(text))
    library.add_note(peru_id, Note("nothing in the text", source="strike"))
    assert [text for _, text in found(library, "strike")] == ["strike strike", "strike", texts[1]]


def test_a_single_letter_shows_the_newest_first(library: Library, peru_id: int) -> None:
    for text in ("xylophone", "xenon xenon", "x"):
        library.add_note(peru_id, Note(text))
    assert [text for _, text in found(library, "x")] == ["x", "xenon xenon", "xylophone"]


def test_the_search_may_be_held_to_one_case_and_to_so_many_hits(library: Library, peru_id: int) -> None:
    bolivia = library.import_case(Case("Bolivia", (), notes=tuple(Note(f"cocaleros {number}") for number in range(9))))
    assert len(library.search("cocaleros")) == 10
    assert len(library.search("cocaleros", limit=3)) == 3
    assert [hit.case for hit in library.search("cocaleros", case_id=peru_id, limit=3)] == ["Peru"]
    assert {hit.case_id for hit in library.search("cocaleros", case_id=bolivia)} == {bolivia}


def test_another_window_finds_what_was_just_written(library: Library, peru_id: int, reopen: OpenLibrary) -> None:
    other = reopen()
    library.add_note(peru_id, Note("Sendero"))
    assert found(other, "sendero") == [("note", "Sendero")]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_library(tmp_path_factory.mktemp("search") / "library.sqlite") as library:
        yield library


@given(text=st.text(max_size=30) | st.text("\"*^:+-(){}ANDORNEAR \x00'\\é", max_size=20))
@example("")
@example("   ")
@example('"')
@example('""""')
@example("AND OR NOT NEAR(")
@example("text: source: {text} -x ^y")
@example("a\x00b")
@example("half a surrogate pair: \ud83d")
@example("'; DROP TABLE notes; --")
def test_nothing_typed_breaks_the_query(filled: Library, text: str) -> None:
    assert filled.search(text) == ()


@settings(max_examples=30)
@given(text=st.text(st.characters(categories=("L", "N", "Zs"), max_codepoint=0x24F), min_size=1, max_size=30))
def test_what_is_written_is_found_by_its_own_words(filled: Library, text: str) -> None:
    if not text.strip():
        return
    case_id = filled.import_case(Case("Peru", (), notes=(Note(text),)))
    hits = filled.search(text)
    filled.undo()
    assert [hit.case_id for hit in hits] == ([case_id] if query_of(text) else [])
