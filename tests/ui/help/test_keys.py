from __future__ import annotations

from ui.help.keys import KEYS, keys_document


def test_all_keys_are_listed_those_of_the_menus_too() -> None:
    text = keys_document([("Undo", "Ctrl+Z"), ("A | B", "Ctrl+|")])
    assert "| Undo | Ctrl+Z |" in text
    assert "| A \\| B | Ctrl+\\| |" in text
    for title, lines in KEYS.items():
        assert f"## {title}" in text
        assert all(f"| {name} | {keys} |" in text for name, keys in lines)
