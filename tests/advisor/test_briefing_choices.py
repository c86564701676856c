from __future__ import annotations

import pytest

from advisor.briefing_choices import (
    SHEET_NAMES,
    BriefingChoices,
    UnknownSheet,
    is_live,
    sheets_named,
    with_needed,
)


def test_without_a_choice_everything_is_written_and_lives() -> None:
    assert BriefingChoices().sheets == SHEET_NAMES
    assert is_live(BriefingChoices().sheets)


def test_the_brief_is_always_there_and_sheets_keep_their_order() -> None:
    assert with_needed(("Why", "Plan")) == ("Brief", "Plan", "Why")
    assert with_needed(()) == ("Brief",)


def test_the_model_brings_the_scores_it_reads_and_the_table_it_orders() -> None:
    assert with_needed(("Model",)) == ("Brief", "Pressures", "Options", "Model")
    assert not is_live(with_needed(("Pressures", "Options")))


def test_sheets_are_read_as_they_are_typed() -> None:
    assert sheets_named(" plan,WHY, ") == ("Brief", "Plan", "Why")


@pytest.mark.parametrize(("typed", "said"), [("plan,modle", 'no sheet "modle"'), (" , ", "no sheet is named")])
def test_a_sheet_that_is_none_is_refused_with_those_there_are(typed: str, said: str) -> None:
    with pytest.raises(UnknownSheet, match=f"{said}.*choose among brief, pressures, options"):
        sheets_named(typed)
