"""Data suggestions in words: the button, what it rests on, what to mind, and what to review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.case_series import reading_text
from advisor.phrasing import day_text, listed, uncapitalised

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from advisor.parameters import AggregationKind
    from advisor.playbook import Playbook
    from advisor.suggestion import Departure, Suggestion

_MONTHS_PER_YEAR = 12
_KINDS: Mapping[AggregationKind, str] = {
    "latest": "the latest reading",
    "mean": "the mean of the readings over {window}",
    "sum": "the sum of the readings over {window}",
    "rate": "the sum of the readings over {window} as a rate a month",
    "days": "the days with a reading above zero over {window}",
    "ratio": "the sum of the readings over {window} divided by that of the same time a year earlier",
    "trend": "the slope a month of the least-squares line over {window}",
    "months_to_next": "the months to the next date",
}
_WHOLE = 0.995


def button_text(suggestion: Suggestion) -> str:
    """Label the button that takes the score over: "Use 6.6"."""
    return f"Use {score_text(suggestion.score)}"


def score_text(score: float) -> str:
    """Print a suggested score with one decimal where it has one: "6.6", "7"."""
    return f"{score:.1f}".removesuffix(".0")


def basis_text(suggestion: Suggestion) -> str:
    """Say what the suggestion rests on: raw value, date, age, source.

    For example: "65: head of government approval, per cent, three-month average; 1 Jul to 30 Sep 2011, 2 months old
    (Ipsos via press 19 Sep 2011)".
    """
    raw = reading_text(suggestion.raw)
    source = suggestion.source or suggestion.proxy.dataset
    return f"{raw}: {uncapitalised(suggestion.proxy.field)}; {_dated(suggestion)} ({source})"


def transformation_text(suggestion: Suggestion) -> str:
    """Say how the series became one number.

    For example: "the sum of the readings over 90 days as a rate a month, per million people; from 9 readings of the
    series acled.events".
    """
    how = suggestion.proxy.aggregate
    if how is None:
        return "taken as it stands"
    window = f"{how.days} days" if how.days else f"{how.months} months" if how.months else ""
    rate = ", per million people" if how.per_million else ""
    count = "one reading" if suggestion.readings == 1 else f"{suggestion.readings} readings"
    return f"{_KINDS[how.kind].format(window=window)}{rate}; from {count} of the series {suggestion.proxy.series}"


def justification_text(suggestion: Suggestion) -> str:
    """Say of a score taken over from data where it comes from, with what is wrong with them."""
    return " ".join((f"From data. {basis_text(suggestion)}.", *caution_texts(suggestion)))


def suggested_text(suggestions: Sequence[Suggestion]) -> str:
    """Say beside a score what its data suggest: "data suggest 6.6", "data suggest 6.6 (stale) and 7"."""
    if not suggestions:
        return ""
    return f"data suggest {listed([_briefly(one) for one in suggestions])}"


def caution_texts(suggestion: Suggestion) -> tuple[str, ...]:
    """Say what is wrong with the data, a sentence each; empty where they are neither stale nor thin."""
    return tuple(_cautions(suggestion))


def review_text(playbook: Playbook, departure: Departure) -> str:
    """Ask for the reason of a score that departs from its data."""
    name, found = playbook.indicator[departure.indicator].name, departure.suggestion
    minds = " ".join(("", *caution_texts(found)))
    return (
        f"{name} is scored {score_text(departure.score)}, and its data suggest {score_text(found.score)} "
        f"({basis_text(found)}).{minds} Say why it departs from them, or change it."
    )


def departure_text(playbook: Playbook, departure: Departure) -> str:
    """Name a score to review and what its data suggest: "Unpopular government is 3, its data suggest 7.8"."""
    name, found = playbook.indicator[departure.indicator].name, departure.suggestion
    return f"{name} is {score_text(departure.score)}, its data suggest {score_text(found.score)}"


def reason_wanted(departure: Departure) -> str:
    """Ask beside the slider why a score departs from its data."""
    return f"{score_text(abs(departure.gap))} points from its data: say why, or change it."


def _briefly(suggestion: Suggestion) -> str:
    minds = [word for word, holds in (("stale", suggestion.stale), ("thin", suggestion.thin)) if holds]
    return f"{score_text(suggestion.score)} ({' and '.join(minds)})" if minds else score_text(suggestion.score)


def _cautions(suggestion: Suggestion) -> Iterator[str]:
    if suggestion.stale:
        yield f"Stale: the newest reading is {age_text(suggestion.age_months)} old."
    if suggestion.thin and suggestion.coverage < _WHOLE:
        yield f"Thin: the data cover {suggestion.coverage:.0%} of the time asked for."
    elif suggestion.thin:
        count = "one reading" if suggestion.readings == 1 else f"{suggestion.readings} readings"
        yield f"Thin: it rests on {count}."


def age_text(months: float) -> str:
    """Print an age: "12 days" is "less than a month", then months, then years from two."""
    whole = round(months)
    if whole < 1:
        return "less than a month"
    if whole < 2 * _MONTHS_PER_YEAR:
        return "one month" if whole == 1 else f"{whole} months"
    return f"{months / _MONTHS_PER_YEAR:.0f} years"


def _dated(suggestion: Suggestion) -> str:
    ahead = suggestion.proxy.aggregate is not None and suggestion.proxy.aggregate.kind == "months_to_next"
    if ahead:
        return f"on {day_text(suggestion.until)}"
    return f"{_span(suggestion.since, suggestion.until)}, {age_text(suggestion.age_months)} old"


def _span(since: dt.date, until: dt.date) -> str:
    if since == until:
        return day_text(until)
    if (since.month, since.day, until.month, until.day) == (1, 1, 12, 31):
        return str(until.year) if since.year == until.year else f"{since.year} to {until.year}"
    first = day_text(since) if since.year != until.year else day_text(since).rsplit(" ", 1)[0]
    return f"{first} to {day_text(until)}"
