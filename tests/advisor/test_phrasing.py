from __future__ import annotations

import pytest

from advisor.phrasing import capitalised, country_in_text, judged, listed, one_line, uncapitalised, whole_percent


@pytest.mark.parametrize(
    ("probability", "sentence"),
    [
        (0.01, "There is almost no chance that it agrees"),
        (0.10, "It is very unlikely that it agrees"),
        (0.30, "It is unlikely that it agrees"),
        (0.50, "There is a roughly even chance that it agrees"),
        (0.70, "It is likely that it agrees"),
        (0.90, "It is very likely that it agrees"),
        (0.99, "It is almost certain that it agrees"),
    ],
)
def test_a_clause_is_put_under_its_likelihood_in_good_english(probability: float, sentence: str) -> None:
    assert judged(probability, "it agrees") == sentence


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


@pytest.mark.parametrize(("probability", "text"), [(0.625, "63 %"), (0.125, "13 %"), (0.01, "1 %"), (0.994, "99 %")])
def test_percentages_are_rounded_as_in_a_spreadsheet(probability: float, text: str) -> None:
    assert whole_percent(probability) == text


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
