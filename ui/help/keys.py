"""What the keys do, as a document made from the menus and from the lists below."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Keys = tuple[tuple[str, str], ...]
KEYS: Mapping[str, Keys] = {
    "Everywhere": (
        ("Next, previous place", "Tab, Shift+Tab"),
        ("Leave a view, a form, a panel", "Esc"),
        ("Menus", "Alt with the underlined letter"),
    ),
    "Scoring": (
        ("Score the indicator in focus", "0 to 9, 10, 6.5"),
        ("Move the best estimate", "Left, Right"),
        ("Move it in small steps, in whole points", "Ctrl+Left, Ctrl+Right, Page Up, Page Down"),
        ("Move the high end of the range", "Shift+Left, Shift+Right"),
        ("Move the low end of the range", "Alt+Left, Alt+Right"),
        ("Make the indicator unknown again", "Delete"),
        ("Next confidence", "C"),
        ("Use what the data suggest", "U"),
        ("Next indicator", "Tab, Down"),
        ("The score that would tell most, while some are missing", "F8"),
        ("Anchors of the indicator", "Return"),
    ),
    "Library": (
        ("Open an assessment, unfold a country", "Return"),
        ("Rename a country, change a date", "F2"),
        ("Delete an assessment or a country", "Delete"),
    ),
    "Tables and charts": (
        ("Go from row to row", "Up, Down"),
        ("Why a number is what it is", "Return, Shift+F1"),
        ("Copy the table as text for a spreadsheet", "Ctrl+C"),
        ("Select all", "Ctrl+A"),
        ("What can be done with a row", "Menu key, Shift+F10"),
    ),
    "Options of a plan": (
        ("Go from option to option, from column to column", "arrow keys"),
        ("Pin it, rule it out, or leave it to the plan", "Return"),
    ),
}


def keys_document(menu_keys: Iterable[tuple[str, str]]) -> str:
    """Return a document that lists all keys, those of the menus last."""
    groups = {**KEYS, "Menus": tuple(menu_keys)}
    return "# Keyboard shortcuts\n\n" + "\n".join(_group(title, lines) for title, lines in groups.items())


def _group(title: str, lines: Keys) -> str:
    rows = "\n".join(f"| {_cell(name)} | {_cell(keys)} |" for name, keys in lines)
    return f"## {title}\n\n| Action | Keys |\n|---|---|\n{rows}\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
