"""The upper panels of a timeline: the stance over its zones, and the factors, a row each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from advisor.playbook import STANCE_CLASSES
from advisor.scores import SCALE
from advisor.timeline_text import chance_text
from ui.charts.labels import Lanes, wrapped
from ui.charts.timeline_layout import CAPTION, LABEL, NAMES, NUMBER, SECTION, STRONG, STRONG_NUMBER
from ui.widgets.line_text import advance

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from advisor.playbook import Factor
    from advisor.stance_fit import StanceModel
    from advisor.timeline import Moment
    from ui.charts.pixel_sheet import PixelSheet, Place
    from ui.charts.timeline_layout import Band, TimelineLayout
    from ui.tokens import Tokens
    from ui.widgets.line_text import Type

NOTHING_SCORED = "nothing scored yet"
STANCE_HELP = "index with 80 % range; chance of the class"
SIDE_TITLES = {"domestic": "Domestic factors, 0–10", "external": "External factors, 0–10"}
_ZONES_BEYOND, _SIGMAS = 1.0, 1.5
_GLYPHS = {"divergent": "<", "contested": "D", "aligned": ">"}
_CROWDED = 14
_INSET = 3.5
_STEP, _NUMBER_HALF = 7.5, 4.5
# A number stands so far from its mark, and so far before the scale at most.
_BESIDE, _AROUND, _BEFORE = 6.0, 5.0, 34.0


def stance_scale(model: StanceModel, moments: Sequence[Moment], band: Band) -> Callable[[float], float]:
    """Return the height of a stance index in its panel, aligned above divergent."""
    width = model.cut_aligned - model.cut_divergent
    indices = [one.index for one in moments if one.index is not None]
    ends = [end for one in moments if one.stance_range for end in one.stance_range]
    low = min([model.cut_divergent - _ZONES_BEYOND * width, *(one - _SIGMAS * model.sigma for one in indices), *ends])
    high = max([model.cut_aligned + _ZONES_BEYOND * width, *(one + _SIGMAS * model.sigma for one in indices), *ends])
    return lambda index: band.bottom - (index - low) / (high - low) * (band.bottom - band.top)


def draw_stance(
    sheet: PixelSheet,
    layout: TimelineLayout,
    model: StanceModel,
    moments: Sequence[Moment],
    first: Sequence[str],
    theme: Tokens,
) -> None:
    """Draw the zones, the index with its range, and the chance of its class; `first` names what is labelled first."""
    y = stance_scale(model, moments, layout.stance)
    texts = [chance_text(one) for one in moments]
    left = _ground_left(layout, moments, texts)
    _draw_zones(sheet, layout, left, model, y, theme)
    sheet.words((NAMES, layout.stance.top + 8), "Stance", STRONG, theme.ink)
    for number, line in enumerate(wrapped(CAPTION, STANCE_HELP, left - 8, 3)):
        sheet.words((NAMES, layout.stance.top + 24 + number * 14), line, CAPTION, theme.ink2)
    for moment in moments:
        if moment.stance_range is not None:
            x = layout.scale.x(moment.as_of)
            colour = theme.ink3 if moment.stale else theme.ink
            sheet.line([(x, y(end)) for end in moment.stance_range], colour, 1.25)
    places = [None if one.index is None else (layout.scale.x(one.as_of), y(one.index)) for one in moments]
    _draw_track(sheet, moments, places, theme.ink, 1.25, 7.0)
    if not any(places):
        middle = (layout.scale.left + 10, layout.stance.middle)
        sheet.words(middle, NOTHING_SCORED, CAPTION, theme.ink2)
    inks = [theme.ink3 if one.stale else theme.ink for one in moments]
    grounds = [theme.stance_soft(one.stance or "contested").name() for one in moments]
    _draw_numbers(sheet, layout, layout.stance, moments, places, texts, inks, grounds, first, STRONG_NUMBER)


def draw_factors(
    sheet: PixelSheet,
    layout: TimelineLayout,
    factors: Sequence[Factor],
    moments: Sequence[Moment],
    first: Sequence[str],
    theme: Tokens,
) -> None:
    """Draw a row for each factor in the colour of its side, under the name of the side."""
    for side, band in layout.sides:
        sheet.words((NAMES, band.bottom - 8), SIDE_TITLES[side].upper(), SECTION, theme.ink2)
        sheet.line([(0, band.bottom), (layout.right, band.bottom)], theme.line)
    for factor, band in zip(factors, layout.factors, strict=True):
        sheet.line([(0, band.bottom), (layout.right, band.bottom)], theme.line)
        lines = wrapped(LABEL, factor.name, layout.scale.left - 14, 1)
        sheet.words((NAMES, band.middle), lines[0] if lines else "", LABEL, theme.ink)
        values = [one.factors[factor.id] for one in moments]
        places = [
            None if value is None else (layout.scale.x(one.as_of), _score_height(value, band))
            for one, value in zip(moments, values, strict=True)
        ]
        _draw_track(sheet, moments, places, theme.side(factor.side).name(), 1.75, 5.0)
        texts = ["" if value is None else f"{value:.1f}" for value in values]
        inks, grounds = [theme.ink] * len(moments), [theme.surface] * len(moments)
        _draw_numbers(sheet, layout, band, moments, places, texts, inks, grounds, first, NUMBER)


def _ground_left(layout: TimelineLayout, moments: Sequence[Moment], texts: Sequence[str]) -> float:
    """Return where the zones begin: a number left of the first mark lies on them too."""
    beside = layout.scale.x(moments[0].as_of) - _BESIDE - advance(STRONG_NUMBER, texts[0]) - _AROUND
    return layout.scale.left if beside < layout.scale.left - _BEFORE else min(layout.scale.left, beside)


def _draw_zones(
    sheet: PixelSheet,
    layout: TimelineLayout,
    left_end: float,
    model: StanceModel,
    y: Callable[[float], float],
    theme: Tokens,
) -> None:
    band = layout.stance
    edges = [band.bottom, y(model.cut_divergent), y(model.cut_aligned), band.top]
    for stance, (bottom, top) in zip(STANCE_CLASSES, pairwise(edges), strict=True):
        sheet.fill((left_end, top, layout.right, bottom), theme.stance_soft(stance).name())
        middle, left = (bottom + top) / 2, layout.right - 8 - advance(CAPTION, stance)
        sheet.words((left, middle), stance, CAPTION, theme.ink2)
        sheet.marks([(left - 9, middle)], theme.stance(stance).name(), 5.0, shape=_GLYPHS[stance])


def _score_height(value: float, band: Band) -> float:
    low, high = SCALE
    return band.bottom - _INSET - (value - low) / (high - low) * (band.bottom - band.top - 2 * _INSET)


def _draw_track(
    sheet: PixelSheet,
    moments: Sequence[Moment],
    places: Sequence[Place | None],
    colour: str,
    width: float,
    size: float,
) -> None:
    """Draw marks and the lines between neighbours, dashed towards what came later; a gap breaks the line."""
    for (_, start), (moment, end) in pairwise(zip(moments, places, strict=True)):
        if start is not None and end is not None:
            sheet.line([start, end], colour, width, dash="dashed" if moment.later else "solid")
    shown = [place for place in places if place is not None]
    sheet.marks(shown, colour, size if len(shown) <= _CROWDED else size * 0.7)


def _draw_numbers(
    sheet: PixelSheet,
    layout: TimelineLayout,
    band: Band,
    moments: Sequence[Moment],
    places: Sequence[Place | None],
    texts: Sequence[str],
    inks: Sequence[str],
    grounds: Sequence[str],
    first: Sequence[str],
    type_: Type,
) -> None:
    """Write numbers beside their marks as far as they have room; among many only the ends and those in `first`."""
    lanes = Lanes(layout.scale.left - _BEFORE, layout.right)
    for number in _wanted(moments, first):
        place, text = places[number], texts[number]
        if place is None or not text:
            continue
        x, y = place
        room = advance(type_, text)
        right, left = (x + 1, x + 6 + room + 2), (x - 6 - room - 2, x - 1)
        found = lanes.first_free((left, right) if number == 0 and x - room - 8 > lanes.left else (right, left))
        if found is None:
            continue
        on_right = found[1] == right[0]
        start = x + 6 if on_right else x - 6 - room
        beside = number + 1 if on_right else number - 1
        passing = places[beside] if 0 <= beside < len(places) else None
        halo = grounds[number] if len(moments) > _CROWDED and passing else None
        sheet.words((start, y + _aside(y, passing, band)), text, type_, inks[number], halo=halo)


def _wanted(moments: Sequence[Moment], first: Sequence[str]) -> list[int]:
    """Return which assessments to write numbers at, the most wanted first."""
    ends = (0, len(moments) - 1)
    rank = {name: place for place, name in enumerate(first)}
    ordered = sorted(range(len(moments)), key=lambda one: (rank.get(moments[one].id, len(rank)), one not in ends))
    few = len(moments) <= _CROWDED
    return [one for one in ordered if few or one in ends or moments[one].id in rank]


def _aside(y: float, passing: Place | None, band: Band) -> float:
    """Return how far below its mark a number stands, clear of the line that passes it and within its band."""
    if passing is None:
        return 0.0
    down = passing[1] < y
    fits_below, fits_above = y + _STEP + _NUMBER_HALF <= band.bottom, y - _STEP - _NUMBER_HALF >= band.top
    if (down and fits_below) or not fits_above:
        return _STEP
    return -_STEP
