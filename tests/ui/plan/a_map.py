"""Pathways made up for tests: four switches, two of them to one lane."""

from __future__ import annotations

import datetime as dt

from advisor.pathways import Branch, Lane, Pathways, Review, months_after

START = dt.date(2014, 5, 15)
HOME = Lane("Today's package", "6 options committed now", ("a",))
QUIET = Lane("Low-visibility technical cooperation", "instead of vetted police units", ("b",), "external")
TALKS = Lane("Negotiated reduction", "instead of eradication", ("c",), "domestic")
LESS = Lane("Without vetted police units", "the rest is kept", ("d",), "domestic")


def the_map(switches: int = 4, months: float = 24.0, shares: tuple[float, ...] = (0.12, 0.34, 0.1, 0.2)) -> Pathways:
    """Return a map of so many switches."""
    branches = (
        Branch(1, 1, "external", "trust and access falls to 5", "drop vetted units", shares[0]),
        Branch(2, 2, "domestic", "closeness of elections rises to 8", "drop eradication", shares[1]),
        Branch(3, 3, "domestic", "military objection falls to 4", "drop vetted units", shares[2]),
        Branch(4, 1, "external", "need for US support rises to 7", "drop vetted units", shares[3]),
    )[:switches]
    reviews = (Review(12.0 * number, months_after(START, 12 * number)) for number in range(1, int(months / 12) + 1))
    return Pathways(
        start=START,
        months=months,
        lanes=(HOME, QUIET, TALKS, LESS)[: 1 + min(switches, 3)],
        branches=branches,
        stay=1.0 - sum(shares[:switches]),
        reviews=tuple(reviews),
    )
