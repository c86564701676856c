"""One ramp of ink, from the surface to the ink of the theme, on which figures can be read at every step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.tokens import LIGHT

if TYPE_CHECKING:
    from ui.tokens import Tokens

_BEND = 0.65
"""Below 1 it tells small shares further apart than large ones."""
_LIGHT_STEP, _DARK_STEP = (0.53, 0.62), (0.36, 0.52)
"""Between these neither ink nor surface can be read on the shade; the ramp of each theme steps over them."""


def shade(theme: Tokens, share: float) -> tuple[str, str]:
    """Return the colour of a share from 0 to 1, and that of figures on it."""
    depth = min(1.0, max(0.0, share)) ** _BEND
    pale, dark = _LIGHT_STEP if theme == LIGHT else _DARK_STEP
    if depth <= 0.5:
        return _blend(theme.surface, theme.ink, depth * pale / 0.5), theme.ink
    return _blend(theme.surface, theme.ink, 1 - (1 - depth) * (1 - dark) / 0.5), theme.surface


def _blend(one: str, other: str, share: float) -> str:
    parts = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(first + (second - first) * share):02X}" for first, second in parts)
