"""A preview is ready only when it brings something and nothing stands in its way."""

from __future__ import annotations

from advisor.incoming import ImportPreview, Part, Setting, Trouble


def test_only_without_troubles_and_with_something_new_can_be_imported() -> None:
    part, trouble = Part(("a.csv",), "a.csv", "ACLED events"), Trouble("a.csv", "row 2", "is no date")
    assert ImportPreview((part,), (), "Import adds something.").ready
    assert not ImportPreview((part,), (trouble,), "Import adds something.").ready
    assert not ImportPreview((part,)).ready


def test_a_setting_without_values_has_an_empty_one() -> None:
    assert Setting("series", "Series", "several", ()).value == ""
    assert Setting("series", "Series", "several", ("first", "second")).value == "first"
