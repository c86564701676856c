"""Find the case of the library that a file is for, by the country that the file names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importers.countries import match, without_accents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.library import CaseSummary


def find_case(summaries: Sequence[CaseSummary], name: str, assessment: str = "") -> CaseSummary | None:
    """Return the case of a country: the one of its name, else of the same country under another name.

    Parameters
    ----------
    assessment
        Of several cases of one name, the one that holds the assessment with this id.
    """
    wanted = _plain(name)
    same = [one for one in summaries if _plain(one.name) == wanted]
    if not same and wanted and summaries:
        found = match(name)
        same = [one for one in summaries if found.code and found.exact and match(one.name) == found]
    holding = [one for one in same if any(held.id == assessment for held in one.assessments)]
    return next(iter([*holding, *same]), None)


def _plain(name: str) -> str:
    return " ".join(without_accents(name).casefold().split())
