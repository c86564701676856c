"""Random conditions, and the degree of one in plain Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from advisor.condition import LEVELS, And, Level, Not, Or

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.condition import Condition


def levels(names: Sequence[str]) -> st.SearchStrategy[Level]:
    """Draw high, low or moderate of one of the names."""
    return st.builds(Level, st.sampled_from(LEVELS), st.sampled_from(names))


def conditions(names: Sequence[str], leaves: int = 8) -> st.SearchStrategy[Condition]:
    """Draw conditions as the parser makes them: `and` and `or` join at least two terms."""

    def joined(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        terms = st.lists(inner, min_size=2, max_size=3).map(tuple)
        return st.builds(Not, inner) | st.builds(And, terms) | st.builds(Or, terms)

    return st.recursive(levels(names), joined, max_leaves=leaves)
