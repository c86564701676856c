"""Countries are known by name and code; what is not known stays unknown."""

from __future__ import annotations

import pytest

from data.importers.countries import Country, UnknownCountry, code_of, country, match, name_of


@pytest.mark.parametrize("text", ["Peru", "PERU", "PER", "PE", "604", "Republic of Peru"])
def test_a_country_is_known_by_its_name_and_each_of_its_codes(text: str) -> None:
    assert country(text) == Country("PER", "Peru")
    assert match(text).exact


@pytest.mark.parametrize(
    ("text", "code"),
    [("Congo Democratic Republic", "COD"), ("Ivory Coast", "CIV"), ("Perú", "PER"), ("Venezuela, RB", "VEN")],
)
def test_a_name_that_fits_only_a_pattern_says_so(text: str, code: str) -> None:
    found = match(text)
    assert (found.code, found.exact) == (code, False)


@pytest.mark.parametrize(
    "text",
    [
        "Atlantis",
        "World",
        "Arab World",
        "German Democratic Republic",
        "Israel and West Bank",
        "Latin America",
        "WLD",
        "",
    ],
)
def test_regions_lost_states_and_pairs_of_countries_are_nobody(text: str) -> None:
    assert match(text).code == ""


def test_a_slip_of_the_keyboard_is_not_mended_but_shown() -> None:
    with pytest.raises(UnknownCountry, match=r'"Perru" is not known as a country.*did you mean "Peru"'):
        country("Perru")


def test_codes_the_library_used_to_lose_are_there() -> None:
    assert code_of("NA") == code_of("NAM") == code_of("516") == "NAM"
    assert code_of("4") == code_of("004") == "AFG"
    assert code_of("XKX") == "XKX"
    assert code_of("Peru") == code_of("0") == code_of("ZZZ") == ""
    assert name_of("BOL") == "Bolivia"
    assert name_of("ZZZ") == "ZZZ"
