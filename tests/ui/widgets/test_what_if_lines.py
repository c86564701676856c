from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.findings import Findings, OptionFinding, judge
from advisor.scores import Score, ScoreSheet
from data.playbook_files import shipped_playbook
from ui.widgets.what_if_lines import UNKNOWN_COUNTS, WhatIfLines

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture(scope="module")
def before() -> Findings:
    best = judge(shipped_playbook(), ScoreSheet())
    options = tuple(OptionFinding(option, 0.5, 0.5, "avoid", None) for option in best.options)
    return Findings(best, {"divergent": 0.71, "contested": 0.2, "aligned": 0.09}, (-3.0, 1.0), 0.3, 12, options, ())


def moved(before: Findings, score: float, divergent: float) -> Findings:
    best = replace(before.best, sheet=ScoreSheet({"su_level": Score(score, score, score)}))
    rest = (1 - divergent) / 2
    return replace(before, best=best, probabilities={"divergent": divergent, "contested": rest, "aligned": rest})


def test_a_point_more_and_a_point_less_are_told(qtbot: QtBot, before: Findings) -> None:
    lines = WhatIfLines(72)
    qtbot.addWidget(lines)
    lines.show_changes("su_level", before, [(1, moved(before, 8, 0.77)), (-1, moved(before, 6, 0.64))])
    assert lines.lines == (
        "If 8.0: Divergent 71 → 77 %. No verdict changes.",
        "If 6.0: Divergent 71 → 64 %. No verdict changes.",
    )


def test_at_the_end_of_the_scale_there_is_one_line(qtbot: QtBot, before: Findings) -> None:
    lines = WhatIfLines(72)
    qtbot.addWidget(lines)
    lines.show_changes("su_level", before, [(-1, moved(before, 9, 0.64))])
    assert len(lines.lines) == 1


def test_an_unknown_indicator_has_no_point_more(qtbot: QtBot, before: Findings) -> None:
    lines = WhatIfLines(72)
    qtbot.addWidget(lines)
    lines.set_scored(False)
    lines.show_changes("su_level", before, [])
    assert lines.lines == (UNKNOWN_COUNTS,)
    lines.set_scored(True)
    assert not lines.lines


def test_lines_of_an_earlier_edit_are_dimmed_until_new_ones_come(qtbot: QtBot, before: Findings) -> None:
    lines = WhatIfLines(72)
    qtbot.addWidget(lines)
    lines.show_changes("su_level", before, [(1, moved(before, 8, 0.77))])
    lines.set_pending(True)
    assert lines.dimmed
    assert lines.lines
    lines.show_changes("su_level", before, [(1, moved(before, 8, 0.77))])
    assert not lines.dimmed
