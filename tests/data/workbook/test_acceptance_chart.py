from __future__ import annotations

import io
import re
import zipfile

from tests import briefings


def chart_xml() -> str:
    with zipfile.ZipFile(io.BytesIO(briefings.content_of(briefings.briefing()))) as archive:
        return archive.read("xl/charts/chart1.xml").decode()


def test_every_charted_option_is_a_bar_level_with_its_label() -> None:
    sheet = briefings.read_back(briefings.briefing())["Brief"]
    rows = briefings.briefing().acceptance
    first = next(cell.row for cell in sheet["B"] if cell.value == rows[0].label)
    for number, row in enumerate(rows):
        cells = {name: sheet[f"{name}{first + number}"].value for name in "BDEIJKL"}
        assert cells["B"] == row.label
        assert (cells["D"], cells["E"]) == (row.p_now, row.p_horizon)
        assert (cells["I"], cells["J"]) == (0, row.p_now)
        assert cells["K"] == cells["L"] == len(rows) - number


def test_the_chart_refers_to_cells_and_carries_their_values() -> None:
    xml = chart_xml()
    assert "Brief!$J" in xml or "Brief!$I" in xml
    assert f"<c:v>{briefings.briefing().acceptance[0].p_now}</c:v>" in xml


def test_the_bands_of_icd_203_are_marked_and_named() -> None:
    xml = chart_xml()
    for text in ("5 %", "20 %", "45 %", "55 %", "80 %", "95 %", "very unlikely", "roughly even", "very likely"):
        assert f"<a:t>{text}</a:t>" in xml


def test_the_diamonds_stand_first_and_last_because_programs_stack_series_differently() -> None:
    markers = re.findall(r"<c:ser>.*?</c:ser>", chart_xml())
    diamonds = ["diamond" in series for series in markers]
    assert diamonds[:2] == diamonds[-2:] == [True, True]
    assert not any(diamonds[2:-2])


def test_the_chart_has_a_title_an_axis_title_and_a_description() -> None:
    with zipfile.ZipFile(io.BytesIO(briefings.content_of(briefings.briefing()))) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    xml = chart_xml()
    assert "Bar: now.   ◇ in 12 months." in xml
    assert "Chance that the government accepts it" in xml
    assert 'descr="Chance that the government accepts each option, now and in 12 months: State presence' in drawing


def test_every_bar_has_a_grey_twin_and_by_formula_one_of_the_two_has_no_length() -> None:
    rows = briefings.briefing().acceptance
    live = briefings.read_back(briefings.briefing(), formulas=True)["Brief"]
    first = next(cell.row for cell in live["B"] if cell.value == rows[0].label)
    assert live[f"J{first}"].value == f"=IF(changed,0,D{first})"
    assert live[f"R{first}"].value == f"=IF(changed,D{first},0)"
    xml = chart_xml()
    assert xml.count('<a:srgbClr val="C9CED3"/>') == len(rows)
    assert f"Brief!$Q${first}:$R${first}" in xml
