from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.case import PlaybookVersion
from advisor.scores import Score

if TYPE_CHECKING:
    from data.library import Library

FIRST, MAY = "PER-2011H2", "PER-2014-2016"
OLD, NEW = PlaybookVersion("counternarcotics", "1.0", "ab12"), PlaybookVersion("counternarcotics", "1.1", "cd34")


def test_an_assessment_keeps_the_playbook_version_of_its_last_score(library: Library, peru_id: int) -> None:
    assert library.assessment(FIRST).scored_with == OLD
    library.set_score(FIRST, "su_level", Score(1, 2, 3), playbook=NEW)
    assert library.assessment(FIRST).scored_with == NEW
    library.undo()
    assert library.assessment(FIRST).scored_with == OLD
    library.set_score(FIRST, "su_level", Score(1, 2, 3))
    assert library.assessment(FIRST).scored_with == OLD


def test_a_score_that_stays_as_it_is_was_not_given_with_another_playbook(library: Library, peru_id: int) -> None:
    held = library.assessment(FIRST).sheet.get("su_level")
    library.set_score(FIRST, "su_level", held, playbook=NEW)
    assert library.assessment(FIRST).scored_with == OLD
    assert library.undo_label == "Import Peru"


def test_a_drag_with_another_playbook_is_one_step_and_one_change_of_each_row(library: Library, peru_id: int) -> None:
    before = library.assessment(FIRST)
    for best in (1, 2, 3):
        library.set_score(FIRST, "su_level", Score(0, best, 9), merge_key="drag", playbook=NEW)
    found = library._database.connection.execute(
        "SELECT table_name FROM changes WHERE step_id = (SELECT max(id) FROM steps)"
    )
    assert [row[0] for row in found] == ["scores", "scored_with"]
    library.undo()
    assert library.assessment(FIRST) == before


def test_a_copy_was_scored_with_what_its_source_was(library: Library, peru_id: int) -> None:
    copy = library.add_assessment(peru_id, library.assessment(MAY).as_of, copy_of=FIRST)
    blank = library.add_assessment(peru_id, library.assessment(MAY).as_of)
    assert library.assessment(copy).scored_with == OLD
    assert library.assessment(blank).scored_with is None
