"""What the analyst has told of a file becomes the mapping that importers take."""

from __future__ import annotations

from data.importers.contract import EventFilter, ImportMapping, SeriesOnOffer, Sniffed
from data.intake.told import OUT, mapping_told, with_defaults


def test_settings_by_their_keys_become_a_mapping() -> None:
    told = {
        "encoding": ("windows-1252",),
        "delimiter": ("\t",),
        "decimal": (",",),
        "date_order": ("mdy",),
        "column:date": ("Mes",),
        "column:country": ("",),
        "series": ("first", "second"),
        "name:Perú": ("PER",),
        "name:Atlantis": ("",),
        "kind:Consulta": (OUT,),
        "kind:Cámara": ("legislative",),
        "kind:?": ("",),
        "actors": ("Farmers , Unions,",),
        "leave_out": ("yes",),
    }
    assert mapping_told(told) == ImportMapping(
        encoding="windows-1252",
        delimiter="\t",
        decimal=",",
        date_order="mdy",
        columns={"date": "Mes"},
        series=("first", "second"),
        countries={"Perú": "PER", "Atlantis": ""},
        kinds={"Consulta": "", "Cámara": "legislative"},
        events=EventFilter(actors=("Farmers", "Unions")),
        leave_out_bad_rows=True,
    )


def test_nothing_told_leaves_everything_as_found() -> None:
    assert mapping_told({"decimal": ("?",), "date_order": ("",)}) == ImportMapping()


def test_of_many_series_those_are_chosen_that_the_playbook_asks_for() -> None:
    offers = tuple(SeriesOnOffer(name, name) for name in ("v_dem.a", "v_dem.b"))
    found = Sniffed("v_dem", 0.9, offers=offers)
    assert with_defaults(ImportMapping(), found, {"v_dem.b"}).series == ("v_dem.b",)
    told = ImportMapping(series=("v_dem.a",))
    assert with_defaults(told, found, {"v_dem.b"}) == told


def test_a_column_of_values_that_was_told_names_the_series() -> None:
    told = ImportMapping(columns={"value": "Approval (%)"})
    settled = with_defaults(told, Sniffed("date_values", 0.3), set())
    assert (settled.series, settled.title) == (("approval",), "Approval (%)")
