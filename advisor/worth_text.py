"""Shares of perfect foresight in print: beside a bar, in a table, and in the worst tenth of futures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.wording import percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from advisor.worth import Worth
    from advisor.worth_table import WorthRow

NO_SHARE = "–"


def share_text(share: float | None) -> str:
    """Print a share of perfect foresight in whole per cent, or a dash where foresight itself gains nothing."""
    return NO_SHARE if share is None else percent(share).replace("-", "−")


def worst_tenth_text(worth: Worth) -> str:
    """Say how many points the worst tenth of futures leaves of today's package, and of one that is reviewed."""
    rigid, flexible = worth.term.rigid.worst_tenth, worth.term.flexible.worst_tenth
    return f"{rigid:.1f} → {flexible:.1f}".replace("-", "−")


def shares_table(rows: Iterable[WorthRow]) -> Iterator[tuple[str | float | None, ...]]:
    """Yield what each way of acting is worth as rows of a table, titles first."""
    yield ("Way of acting", "Share of foresight", "± one standard error", "Mean, points", "Worst tenth, points", "Is")
    for row in rows:
        yield (row.strategy, row.share, row.share_error, row.mean, row.worst_tenth, row.meaning)
