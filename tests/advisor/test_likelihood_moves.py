from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.findings import Findings, assess
from advisor.likelihood_moves import NO_BREAK, option_moves, subject_text, table
from advisor.tipping import STANCE
from advisor.uncertainty import draw_blocks

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook


@pytest.fixture(scope="module")
def both(playbook: Playbook, cases: dict[str, Case]) -> tuple[Findings, Findings]:
    """Peru at the end of 2011 and in May 2014."""
    draws = tuple(draw_blocks(playbook, 512, 1))
    _, before, after = cases["Peru"].assessments
    return assess(playbook, before.sheet, draws), assess(playbook, after.sheet, draws)


def with_option(found: Findings, option_id: str, **changed: object) -> Findings:
    options = [replace(one, **changed) if one.best.id == option_id else one for one in found.options]  # type: ignore[arg-type]
    return replace(found, options=tuple(options))


def test_the_options_whose_verdict_turned_come_first_and_then_those_whose_acceptance_moved_most(
    both: tuple[Findings, Findings],
) -> None:
    moves = option_moves(*both)
    turned = [one for one in moves if one.turned]
    assert turned
    assert list(moves[: len(turned)]) == turned
    for part in (turned, list(moves[len(turned) :])):
        sizes = [abs(one.p_after - one.p_before) for one in part]
        assert sizes == sorted(sizes, reverse=True)


def test_a_move_says_verdict_and_acceptance_of_both_assessments(both: tuple[Findings, Findings]) -> None:
    before, after = ({one.best.id: one for one in found.options} for found in both)
    for move in option_moves(*both):
        assert (move.verdict_before, move.verdict_after) == (before[move.id].verdict, after[move.id].verdict)
        assert (move.p_before, move.p_after) == (before[move.id].p_now, after[move.id].p_now)


def test_what_did_not_move_by_a_per_cent_is_left_out(both: tuple[Findings, Findings]) -> None:
    one = both[0]
    assert option_moves(one, one) == ()
    option = one.options[0]
    nearly = with_option(one, option.best.id, p_now=option.p_now + 1e-6)
    assert option_moves(one, nearly) == ()


def test_a_verdict_that_turned_counts_even_where_acceptance_did_not_move(both: tuple[Findings, Findings]) -> None:
    one = both[0]
    turned = with_option(one, "alt_dev", verdict="hold_in_reserve", p_now=0.99)
    found = option_moves(with_option(one, "alt_dev", verdict="lead", p_now=0.99), turned)
    assert [(move.id, move.turned, move.chances) for move in found] == [("alt_dev", True, f"99{NO_BREAK}%")]
    assert found[0].sentence.startswith("Alternative development: Lead → Hold in reserve, acceptance 99")


def test_chances_are_not_broken_between_lines(both: tuple[Findings, Findings]) -> None:
    assert all(" " not in move.chances for move in option_moves(*both))


def test_the_stance_says_how_the_chance_of_every_class_moved(both: tuple[Findings, Findings]) -> None:
    text = subject_text(*both, STANCE).replace(NO_BREAK, " ")
    assert text.startswith("Chance of divergent ")
    assert text.count("→") == 3
    assert "aligned" in text


def test_an_option_says_how_verdict_and_acceptance_moved(both: tuple[Findings, Findings]) -> None:
    text = subject_text(*both, "erad_core").replace(NO_BREAK, " ")
    assert text.startswith("Avoid, acceptance ")
    assert text.endswith("; a veto has come into force.")
    assert subject_text(*both[::-1], "erad_core").endswith("; no veto stands any more.")


def test_the_table_holds_numbers_and_words(both: tuple[Findings, Findings]) -> None:
    moves = option_moves(*both)
    header, *rows = table(moves)
    assert header == ("Option", "Verdict before", "Verdict after", "Acceptance before", "Acceptance after")
    assert [row[0] for row in rows] == [move.name for move in moves]
    assert [row[4] for row in rows] == [move.p_after for move in moves]
