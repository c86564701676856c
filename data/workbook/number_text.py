"""Numbers inside sentences, as formulas and as the text that those formulas give.

TEXT would read its format in the language of the reader's Excel; FIXED writes the number in it and reads no format.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def signed_formula(cell: str, digits: int) -> str:
    """Return a formula that writes a number with its sign, as in "−1.75"; zero has none."""
    sign = f'IF(ROUND({cell},{digits})=0,"",IF({cell}<0,"−","+"))'
    return f"{sign}&FIXED(ABS({cell}),{digits},TRUE)"


def signed_text(number: float, digits: int) -> str:
    """Return what that formula gives: a spreadsheet looks at 15 digits of a number and rounds halves up."""
    size = Decimal(f"{abs(number):.15g}").quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    sign = "" if not size else "−" if number < 0 else "+"
    return f"{sign}{size}"
