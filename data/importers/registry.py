"""Every importer, and which of them a file is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.errors import DataError
from data.importers.acled import ACLED
from data.importers.date_values import DATE_VALUES
from data.importers.elections import ELECTIONS
from data.importers.fsi import FSI
from data.importers.inform import INFORM
from data.importers.vdem import V_DEM
from data.importers.world_bank import WORLD_BANK

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from data.importers.contract import Sniffed
    from data.importers.importer import Importer

IMPORTERS: Mapping[str, Importer] = {
    one.id: one for one in (ACLED, V_DEM, WORLD_BANK, FSI, INFORM, ELECTIONS, DATE_VALUES)
}


def recognise(path: Path) -> tuple[Sniffed, ...]:
    """Return what every importer makes of a file, the surest first.

    Raises
    ------
    DataError
        There is no such file, or it is empty.
    """
    return tuple(sorted((one.sniff(path) for one in IMPORTERS.values()), key=lambda found: -found.confidence))


def importer_for(path: Path) -> Importer:
    """Return the importer that is surest of a file.

    Raises
    ------
    DataError
        There is no such file, it is empty, or no importer knows it; the message says what was seen.
    """
    found = recognise(path)
    if found[0].confidence > 0:
        return IMPORTERS[found[0].importer]
    seen = dict.fromkeys(what.removeprefix(f"{path.name}: ") for one in found for what in one.found)
    named = ", ".join(one.dataset for one in IMPORTERS.values())
    what = f" ({'; '.join(seen)})" if seen else ""
    raise DataError(f"{path.name}: is in none of the formats known{what}; these are {named}")
