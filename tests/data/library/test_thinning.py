from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from data.library.thinning import DAYS, KEEP_ALL, MONTHS, WEEKS, superfluous

NOW = dt.datetime(2014, 5, 15, 12, 0, tzinfo=dt.UTC)


def ago(**span: float) -> dt.datetime:
    return NOW - dt.timedelta(**span)


def test_all_of_the_last_two_days_are_kept() -> None:
    assert superfluous([ago(minutes=30 * number) for number in range(96)], NOW) == set()


def test_then_the_newest_of_each_day() -> None:
    hours = [dt.datetime(2014, 5, day, hour, tzinfo=dt.UTC) for day in (9, 10) for hour in range(24)]
    kept = set(hours) - superfluous(hours, NOW)
    assert kept == {dt.datetime(2014, 5, day, 23, tzinfo=dt.UTC) for day in (9, 10)}


def test_half_hourly_backups_of_two_years_become_a_few_dozen() -> None:
    every = [ago(minutes=30 * number) for number in range(2 * 365 * 48)]
    kept = sorted(set(every) - superfluous(every, NOW), reverse=True)
    old = [at for at in kept if NOW - at > KEEP_ALL]
    assert len(old) == DAYS + WEEKS + MONTHS
    days, weeks, months = old[:DAYS], old[DAYS : DAYS + WEEKS], old[DAYS + WEEKS :]
    assert [at.date() for at in days] == [(NOW - KEEP_ALL).date() - dt.timedelta(days=number) for number in range(DAYS)]
    assert len({at.isocalendar()[:2] for at in weeks}) == WEEKS
    assert len({(at.year, at.month) for at in months}) == MONTHS
    assert (NOW - months[-1]).days > 300


def test_thinned_half_hour_by_half_hour_old_backups_remain() -> None:
    kept: set[dt.datetime] = set()
    for number in range(100 * 48):
        now = NOW + dt.timedelta(minutes=30 * number)
        kept.add(now)
        kept -= superfluous(kept, now)
    ages = sorted((now - at).days for at in kept)
    assert len(kept) < 2 * 48 + DAYS + WEEKS + MONTHS + 2
    assert ages[-1] > 60


@given(st.lists(st.timedeltas(dt.timedelta(days=-2), dt.timedelta(days=900)), unique=True, max_size=60))
def test_the_newest_is_always_kept_and_thinning_again_takes_no_more(spans: list[dt.timedelta]) -> None:
    dates = {NOW - span for span in spans}
    kept = dates - superfluous(dates, NOW)
    assert superfluous(kept, NOW) <= kept
    assert not dates or max(dates) in kept
    assert all(at in kept for at in dates if NOW - at <= KEEP_ALL)
    assert len([at for at in kept if NOW - at > KEEP_ALL]) <= DAYS + WEEKS + MONTHS
