"""`assess` on shipped cases, library countries and case files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.case_files import SHIPPED_CASES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.conftest import Run


def test_assess_peru_prints_stance_verdicts_and_reasons(run: Callable[..., Run]) -> None:
    result = run("assess", "peru")
    assert result.code == 0
    assert "Peru, as of 2014-05-15 (PER-2014-2016)" in result.out
    assert "◀ Divergent" in result.out
    assert "● Lead (8)" in result.out
    assert "Vetoed: " in result.out
    assert "22 of 22 indicators scored" in result.out
    assert "Lack of reliability 4.9 of 10: few or poorly graded sources 3.6, age of the evidence 1.2. It" in result.out
    assert "Stance turns contested if US diplomatic pressure rises above 8.6" in result.out
    assert result.err == ""


def test_an_earlier_assessment_can_be_picked(run: Callable[..., Run]) -> None:
    assert run("assess", "Peru", "--episode", "PER-2011H2", "--json").json["as_of"] == "2011-08-10"


def test_a_case_file_in_the_published_format_is_assessed(run: Callable[..., Run], tmp_path: Path) -> None:
    copy = tmp_path / "my case.toml"
    copy.write_text((SHIPPED_CASES / "bolivia.toml").read_text(encoding="utf-8"), encoding="utf-8")
    assert run("assess", copy, "--json").json["case"] == "Bolivia"


def test_a_case_with_one_score_is_assessed(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "one.toml"
    path.write_text(
        '[[episode]]\nid = "X"\ncountry = "Utopia"\ncoded_as_of = 2026-01-01\n'
        "[episode.scores]\nsu_level = { best = 7, low = 6, high = 8 }\n"
    )
    result = run("assess", path, "--json")
    assert result.json["scored"] == 1
    assert result.json["confidence"] == "low"
    assert "names no playbook" in result.err


def test_out_of_order_and_unknown_scores_are_told_together(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(
        '[[episode]]\nid = "X"\ncountry = "Utopia"\ncoded_as_of = 2026-01-01\n[episode.scores]\n'
        "su_levl = { best = 7, low = 6, high = 8 }\nms_influence = { best = 7, low = 8, high = 9 }\n"
    )
    result = run("assess", path)
    assert 'scores.su_levl: is no indicator of the playbook; did you mean "su_level"?' in result.err
    assert "scores.ms_influence: low 8, best 7, high 9: write them in rising order" in result.err
