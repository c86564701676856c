"""The classification marking that stands on every page, free text with the colours of convention."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, get_args

from advisor.phrasing import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

MarkingLevel = Literal["UNCLASSIFIED", "CUI", "CONFIDENTIAL", "SECRET", "TOP SECRET", "TOP SECRET//SCI"]
MARKING_LEVELS: tuple[MarkingLevel, ...] = get_args(MarkingLevel)
UNCLASSIFIED: MarkingLevel = "UNCLASSIFIED"
LONGEST_MARKING = 120
# The colours that US government standard forms 701 to 712 give to each level, with that of the text on them.
MARKING_COLOURS: Mapping[MarkingLevel, tuple[str, str]] = {
    "UNCLASSIFIED": ("#007A33", "#FFFFFF"),
    "CUI": ("#502B85", "#FFFFFF"),
    "CONFIDENTIAL": ("#0033A0", "#FFFFFF"),
    "SECRET": ("#C8102E", "#FFFFFF"),
    "TOP SECRET": ("#FF8C00", "#000000"),
    "TOP SECRET//SCI": ("#FCE83A", "#000000"),
}
# A marking that begins with no level, such as one of another government: ink on white, turned round.
OTHER_COLOURS = ("#17212B", "#FFFFFF")


def marking_line(text: str) -> str:
    """Return a marking as it is printed: on one line, and no longer than a banner holds."""
    return one_line(text.strip(), LONGEST_MARKING)


def marking_level(marking: str) -> MarkingLevel | None:
    """Return the level that a marking begins with as a word of its own, the longest that does; None for any other."""
    upper = " ".join(marking.upper().split())
    found = [level for level in MARKING_LEVELS if re.match(rf"{re.escape(level)}(?![A-Z0-9])", upper)]
    return max(found, key=len, default=None)


def marking_colours(marking: str) -> tuple[str, str]:
    """Return the colours of a marking: its own and that of text on it."""
    level = marking_level(marking)
    return OTHER_COLOURS if level is None else MARKING_COLOURS[level]
