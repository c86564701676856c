"""The settings of a case in the rows of the library: each knob of the plan that is turned, as a number with a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from advisor.knobs import Knobs
from data.library import rows

if TYPE_CHECKING:
    import sqlite3

Settings: TypeAlias = dict[tuple[str, str], float]
WEIGHT = "weight"
NUMBERS = ("budget", "footprint", "horizon_months", "term_months")
LISTS = ("pinned", "ruled_out")


def read_knobs(connection: sqlite3.Connection, case_id: int) -> Knobs:
    """Return the knobs of a case; those without a row are not turned."""
    found = connection.execute("SELECT name, item, value FROM settings WHERE case_id = ? ORDER BY value", (case_id,))
    settings = {(row["name"], row["item"]): row["value"] for row in found}
    return Knobs(
        weights={item: value for (name, item), value in settings.items() if name == WEIGHT},
        budget=settings.get(("budget", "")),
        footprint=settings.get(("footprint", "")),
        horizon_months=settings.get(("horizon_months", "")),
        term_months=settings.get(("term_months", "")),
        pinned=tuple(item for name, item in settings if name == "pinned"),
        ruled_out=tuple(item for name, item in settings if name == "ruled_out"),
    )


def write_knobs(connection: sqlite3.Connection, case_id: int, knobs: Knobs) -> None:
    """Change the knobs of a case to those given, row by row, so that the history says what was turned."""
    wanted = _settings(knobs)
    held = {
        (row["name"], row["item"]): row
        for row in connection.execute("SELECT * FROM settings WHERE case_id = ? ORDER BY id", (case_id,)).fetchall()
    }
    for place, row in held.items():
        if place not in wanted:
            rows.delete(connection, "settings", row["id"])
    for (name, item), value in wanted.items():
        if (name, item) in held:
            rows.update(connection, "settings", held[name, item]["id"], {"value": value})
        else:
            rows.insert(connection, "settings", {"case_id": case_id, "name": name, "item": item, "value": value})


def _settings(knobs: Knobs) -> Settings:
    """Return knobs as numbers by name and item; an option pinned or ruled out stands at its place in the list."""
    settings: Settings = {(WEIGHT, objective): float(weight) for objective, weight in knobs.weights.items()}
    turned = ((name, getattr(knobs, name)) for name in NUMBERS)
    settings |= {(name, ""): float(value) for name, value in turned if value is not None}
    for name in LISTS:
        options = dict.fromkeys(getattr(knobs, name))
        settings |= {(name, option): float(place) for place, option in enumerate(options)}
    return settings
