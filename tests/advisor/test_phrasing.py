from __future__ import annotations

import datetime as dt

import pytest

from advisor.phrasing import capitalised, country_in_text, day_text, listed, one_line, uncapitalised


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("Peru", "Peru"),
        ("Philippines", "the Philippines"),
        ("Dominican Republic", "the Dominican Republic"),
        ("The Gambia", "The Gambia"),
        ("  ", "the partner"),
    ],
)
def test_a_country_takes_its_article_inside_a_sentence(country: str, text: str) -> None:
    assert country_in_text(country) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Alternative development", "alternative development"),
        ("US diplomatic pressure", "US diplomatic pressure"),
        ("A rival's client resists", "a rival's client resists"),
        ("DEVIDA's plan", "DEVIDA's plan"),
        ("", ""),
    ],
)
def test_a_name_inside_a_sentence_keeps_only_the_capitals_of_abbreviations(name: str, text: str) -> None:
    assert uncapitalised(name) == text


def test_a_sentence_starts_with_a_capital_and_keeps_its_other_letters() -> None:
    assert capitalised("the DEA leaves") == "The DEA leaves"
    assert capitalised("") == ""


def test_free_text_is_put_on_one_line_and_cut_at_a_word() -> None:
    assert one_line("  one\n two\tthree ", 20) == "one two three"
    assert one_line("one two, three four", 12) == "one two…"
    assert len(one_line("x" * 500, 50)) == 50


def test_names_are_joined_as_in_a_sentence_and_the_rest_are_counted() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b", "c", "d"], 2) == "a, b and 2 more"


def test_names_that_hold_a_comma_are_kept_apart_by_semicolons() -> None:
    assert listed(["air, river and port", "titles", "trade"]) == "air, river and port; titles; and trade"


def test_dates_are_written_out_whatever_the_locale() -> None:
    assert day_text(dt.date(2009, 2, 1)) == "1 February 2009"
    assert day_text(dt.date(2011, 12, 31)) == "31 December 2011"
