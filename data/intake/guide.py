"""What can be imported, and how an analyst gets such a file; docs/datasets.md says more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.incoming import Importable

if TYPE_CHECKING:
    from collections.abc import Mapping

SCORES = Importable(
    "Scorecard or briefing",
    "Excel (.xlsx)",
    "A scorecard filled in by a colleague, or a briefing with changed scores",
)
CASE = Importable("Case file", "TOML (.toml)", "Written by Second Image, or by hand as docs/playbooks.md says")
DATA: Mapping[str, Importable] = {
    "acled": Importable("ACLED events", "CSV", "acleddata.com, Data Export Tool: by country and dates, event-based"),
    "v_dem": Importable("V-Dem indicators", "CSV", "v-dem.net, Country-Year Core or Full: unpack the ZIP"),
    "world_bank": Importable(
        "World Bank indicators", "CSV", "data.worldbank.org, an indicator, Download CSV: unpack the ZIP"
    ),
    "fsi": Importable("Fragile States Index", "Excel", "fragilestatesindex.org: one workbook a year"),
    "inform": Importable("INFORM Risk", "Excel", "drmkc.jrc.ec.europa.eu, Results and data: a release or the trends"),
    "elections": Importable("Election calendar", "CSV or Excel", "nelda.co, electionguide.org, or a table of your own"),
    "date_values": Importable(
        "Any table of dates and values", "CSV or Excel", "A column of dates beside a column of numbers, such as a poll"
    ),
}
"""What each importer of public data reads, by its id."""


def importables() -> tuple[Importable, ...]:
    """Return all that can be imported, what analysts exchange first."""
    return (SCORES, CASE, *DATA.values())
