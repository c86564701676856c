"""A region at a glance: who leans where, and which options lead."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from advisor.findings import judge
from advisor.ranking import ORDERS, Entry, Filter, RankedEntry, ordered, rank
from advisor.scores import ScoreSheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.case import Case
    from advisor.playbook import Playbook


@pytest.fixture(scope="module")
def entries(cases: dict[str, Case]) -> list[Entry]:
    regions = {"Peru": "South America", "Bolivia": "South America", "Laos": "South-eastern Asia"}
    return [
        Entry(one.id, name, one.as_of, one.sheet, region)
        for name, region in regions.items()
        for one in cases[name].assessments
    ] + [Entry("blank", "Utopia", dt.date(2026, 1, 1), ScoreSheet())]


@pytest.fixture(scope="module")
def rows(playbook: Playbook, entries: list[Entry]) -> tuple[RankedEntry, ...]:
    return rank(playbook, entries)


def ids(rows: Sequence[RankedEntry]) -> list[str]:
    return [row.entry.id for row in rows]


def test_every_row_says_what_judging_the_assessment_alone_says(
    playbook: Playbook, entries: list[Entry], rows: tuple[RankedEntry, ...]
) -> None:
    for entry, row in zip(entries[:-1], rows, strict=False):
        alone = judge(playbook, entry.sheet)
        assert row.index == pytest.approx(alone.stance.index, abs=1e-9)
        assert row.stance == alone.stance.stance_class
        assert row.leads == tuple(option.name for option in alone.options if option.verdict == "lead")
        assert row.offers == tuple(option.name for option in alone.options if option.verdict == "offer_with_conditions")
        assert row.scored == alone.scored


def test_an_assessment_without_scores_says_nothing_and_stands_last(rows: tuple[RankedEntry, ...]) -> None:
    blank = rows[-1]
    assert (blank.stance, blank.leads, blank.offers, blank.scored) == (None, (), (), 0)
    for by in ORDERS:
        assert ordered(rows, by)[-1] is blank
        assert ordered(rows, by, falling=True)[-1] is blank


def test_the_most_divergent_come_first_unless_turned_round(rows: tuple[RankedEntry, ...]) -> None:
    indices = [row.index for row in ordered(rows)[:-1]]
    assert indices == sorted(indices)
    turned = [row.index for row in ordered(rows, falling=True)[:-1]]
    assert turned == indices[::-1]


def test_only_the_latest_assessment_of_a_country_unless_all_are_wanted(rows: tuple[RankedEntry, ...]) -> None:
    latest = [row for row in rows if Filter()(row)]
    assert [row.entry.country for row in latest] == ["Peru", "Bolivia", "Laos", "Utopia"]
    assert ids(latest)[0] == "PER-2014-2016"
    assert ids([row for row in rows if Filter(latest_only=False)(row)]) == ids(rows)
    opened = next(row.entry.id for row in rows if not row.latest)
    assert {*ids([row for row in rows if Filter(always=opened)(row)])} == {*ids(latest), opened}


@pytest.mark.parametrize(
    ("wanted", "countries"),
    [
        (Filter(region="South America"), {"Peru", "Bolivia"}),
        (Filter(text="ASIA laos"), {"Laos"}),
        (Filter(text="per"), {"Peru"}),
        (Filter(stance="divergent"), {"Peru", "Bolivia"}),
        (Filter(text="nowhere"), set()),
    ],
)
def test_filters_are_by_text_region_and_stance(
    rows: tuple[RankedEntry, ...], wanted: Filter, countries: set[str]
) -> None:
    assert {row.entry.country for row in rows if wanted(row)} == countries


def test_an_empty_library_has_an_empty_table(playbook: Playbook) -> None:
    assert rank(playbook, []) == ()
