from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QScrollArea

from advisor.change import changes
from advisor.change_text import explanation, sides_text, told
from advisor.findings import Findings, assess
from advisor.likelihood_moves import option_moves, subject_text
from advisor.scores import ScoreSheet
from advisor.uncertainty import draw_blocks
from tests.advisor.made_cases import assessment, day, sheet_at
from ui.change_panel import COMPUTING, NOTHING_MOVED, ONE_ALONE, ChangePanel

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from advisor.case import Case
    from advisor.playbook import Playbook
    from ui.theme import Theme

PERU_2011, PERU_2012, PERU_2014 = "PER-2011H2", "PER-2012-2014", "PER-2014-2016"


@pytest.fixture(scope="module")
def peru(shipped_cases: tuple[Case, ...]) -> Case:
    return next(case for case in shipped_cases if case.name == "Peru")


@pytest.fixture(scope="module")
def known(playbook: Playbook, peru: Case) -> dict[str, Findings]:
    draws = tuple(draw_blocks(playbook, 256, 1))
    return {one.id: assess(playbook, one.sheet, draws) for one in peru.assessments}


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, playbook: Playbook, peru: Case, known: dict[str, Findings]) -> ChangePanel:
    """The turn of 2014."""
    made = ChangePanel(playbook)
    qtbot.addWidget(made)
    made.resize(390, 900)
    made.show_case(peru, PERU_2014, (PERU_2012, PERU_2014), known)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_change_of_the_stance_is_told_in_one_sentence_with_its_shares(
    panel: ChangePanel, playbook: Playbook, peru: Case
) -> None:
    change = changes(playbook, peru.assessment(PERU_2012).sheet, peru.assessment(PERU_2014).sheet)[0]
    assert panel.sentence.text() == told(playbook, change)
    assert panel.sides.text() == sides_text(playbook, change)
    assert panel.note.text() == explanation(change)


def test_the_bars_lead_from_one_date_to_the_other_and_add_up_exactly(panel: ChangePanel) -> None:
    rows = panel.waterfall.rows
    assert (rows[0].label, rows[-1].label) == ("31 Dec 2011", "15 May 2014")
    assert sum(row.points for row in rows[1:-1]) == pytest.approx(rows[-1].points - rows[0].points, abs=1e-9)


def test_any_option_can_be_the_subject(panel: ChangePanel, playbook: Playbook, known: dict[str, Findings]) -> None:
    panel.choose("erad_core")
    assert panel.change is not None
    assert panel.change.subject == "erad_core"
    assert panel.sentence.text() == told(playbook, panel.change)
    assert panel.chances.text() == subject_text(known[PERU_2012], known[PERU_2014], "erad_core")
    assert panel.waterfall.name.endswith("Forced eradication in the core area")


def test_the_bar_chosen_is_explained(panel: ChangePanel) -> None:
    assert "Shared threat" in panel.reason.text
    panel.waterfall.select("factor:military")
    assert "Military objection" in panel.reason.text
    panel.waterfall.select("after")
    assert "Divergent" in panel.reason.text


def test_what_moved_most_stands_below_and_leads_to_its_reasons(panel: ChangePanel, known: dict[str, Findings]) -> None:
    moves = option_moves(known[PERU_2012], known[PERU_2014])
    assert panel.moves.shown == moves[:8]
    assert panel.moves_note.text() == f"{len(moves) - 8} more moved less."
    panel.moves.option_chosen.emit(moves[2].id)
    assert panel.change is not None
    assert panel.change.subject == moves[2].id


def test_the_same_assessment_twice_did_not_move(panel: ChangePanel, peru: Case, known: dict[str, Findings]) -> None:
    panel.show_case(peru, PERU_2014, (PERU_2014, PERU_2014), known)
    assert panel.sentence.text() == "The index did not move."
    assert len(panel.waterfall.rows) == 2
    assert panel.moves_note.text() == NOTHING_MOVED


def test_until_likelihoods_are_computed_the_shares_already_stand(panel: ChangePanel, peru: Case) -> None:
    panel.show_case(peru, PERU_2014, (PERU_2012, PERU_2014), {})
    assert len(panel.waterfall.rows) == 2 + 7
    assert panel.chances.text() == COMPUTING
    assert panel.moves_note.text() == COMPUTING
    assert not panel.moves.isVisible()


def test_likelihoods_of_earlier_scores_are_dim(panel: ChangePanel, peru: Case, known: dict[str, Findings]) -> None:
    edited = replace(peru.assessment(PERU_2014), sheet=sheet_at(3.0))
    case = replace(peru, assessments=(*peru.assessments[:2], edited))
    inks = [panel.chances.ink]
    panel.show_case(case, PERU_2014, (PERU_2012, PERU_2014), known)
    inks.append(panel.chances.ink)
    assert inks == ["ink2", "ink3"]


def test_one_assessment_alone_has_nothing_to_be_compared_with(panel: ChangePanel, peru: Case) -> None:
    alone = replace(peru, assessments=peru.assessments[:1])
    panel.show_case(alone, PERU_2011, None, {})
    assert panel.sentence.text() == ONE_ALONE
    assert not panel.choice.isVisible()
    assert not panel.waterfall.isVisible()


def test_an_assessment_without_scores_is_not_compared(panel: ChangePanel, peru: Case) -> None:
    blank = assessment("blank", day("2015-01-01"), ScoreSheet())
    case = replace(peru, assessments=(*peru.assessments, blank))
    panel.show_case(case, "blank", (PERU_2014, "blank"), {})
    assert panel.sentence.text() == "Nothing is scored as of 1 Jan 2015, so there is nothing to compare."
    assert not panel.waterfall.isVisible()
    panel.choose("alt_dev")
    assert not panel.waterfall.isVisible()
    panel.show_case(case, "blank", (PERU_2012, PERU_2014), {})
    assert panel.waterfall.isVisible()


def test_indicators_that_are_not_scored_are_counted(panel: ChangePanel, peru: Case) -> None:
    assert not panel.unscored.isVisible()
    last = peru.assessment(PERU_2014)
    less = replace(last, sheet=last.sheet.with_score("su_level", None))
    panel.show_case(replace(peru, assessments=(*peru.assessments[:2], less)), PERU_2014, (PERU_2012, PERU_2014), {})
    assert panel.unscored.isVisible()
    assert "1 after" in panel.unscored.text()


def test_the_waterfall_is_taken_elsewhere_as_table_picture_and_file(panel: ChangePanel, tmp_path: Path) -> None:
    panel.frame.taking.copy_table()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[1].split("\t")[0] == "31 Dec 2011"
    panel.frame.taking.save(str(tmp_path / "shares.png"))
    panel.frame.taking.save(str(tmp_path / "shares.svg"))
    assert QImage(str(tmp_path / "shares.png")).width() == 1280
    svg = (tmp_path / "shares.svg").read_text(encoding="utf-8")
    assert QSvgRenderer(svg.encode()).isValid()
    assert "Shared threat" in svg


def test_the_table_follows_the_subject(panel: ChangePanel) -> None:
    def first() -> str:
        item = panel.frame.table.item(0, 2)
        assert item is not None
        return item.text()

    panel.frame.toggle.click()
    before = first()
    panel.choose("erad_core")
    assert first() != before


@pytest.mark.parametrize("width", [340, 390, 520])
def test_everything_fits_the_width(panel: ChangePanel, width: int) -> None:
    panel.resize(width, 700)
    area = panel.findChild(QScrollArea)
    assert area is not None
    content = area.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= area.viewport().width()
