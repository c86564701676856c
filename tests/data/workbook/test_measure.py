from __future__ import annotations

import pytest

from data.workbook.measure import MAX_HEIGHT, broken, height, line_count, pixels, room, text_width


def test_a_column_has_the_pixels_that_excel_gives_it() -> None:
    assert pixels(8.43) == 64
    assert pixels(10) == 75


def test_bold_and_larger_text_is_wider() -> None:
    assert text_width("Pressure", 10, bold=True) > text_width("Pressure", 10)
    assert text_width("Pressure", 20) == pytest.approx(2 * text_width("Pressure", 10))


def test_letters_outside_ascii_have_a_width_too() -> None:
    assert text_width("é", 10) > 0
    assert text_width("漢", 10) == 10
    assert text_width("●", 10) == 10


def test_text_that_fits_takes_one_line() -> None:
    assert line_count("short", 20, 10) == 1
    assert line_count("", 20, 10) == 1


def test_text_is_wrapped_at_blanks_and_hyphens() -> None:
    assert line_count("word " * 20, 20, 10) > 3
    assert line_count("part-" * 20, 20, 10) > 3


def test_every_line_feed_starts_a_line() -> None:
    assert line_count("a\nb\n\nc", 20, 10) == 4


def test_a_word_wider_than_the_cell_is_broken() -> None:
    lines = line_count("x" * 400, 20, 10)
    assert lines == pytest.approx(text_width("x" * 400, 10) / room(20), abs=1)


def test_no_row_is_higher_than_excel_allows() -> None:
    assert height(3, 10) == pytest.approx(41.8)
    assert height(10_000, 10) == MAX_HEIGHT


def test_a_long_line_is_broken_at_words() -> None:
    lines = broken("one two three four five six seven", room(10), 10)
    assert len(lines) > 1
    assert " ".join(lines) == "one two three four five six seven"
    assert all(text_width(line, 10) <= room(10) for line in lines)


def test_a_word_that_is_too_wide_stays_whole() -> None:
    assert broken(f"a {'x' * 90} b", room(10), 10) == ["a", "x" * 90, "b"]
    assert broken("", room(10), 10) == [""]
