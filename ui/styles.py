"""How dates and copied numbers are written, as chosen in the settings.

The choice is worn by the application object, as a palette or a font is, so that whatever is made later follows it.
"""

from __future__ import annotations

from typing import Literal, get_args

from PySide6.QtCore import QCoreApplication, QLocale

ThemeChoice = Literal["system", "light", "dark"]
THEME_CHOICES: tuple[ThemeChoice, ...] = get_args(ThemeChoice)
DateStyle = Literal["day_first", "month_first", "iso"]
DATE_STYLES: tuple[DateStyle, ...] = get_args(DateStyle)
DecimalSign = Literal["system", "point", "comma"]
DECIMAL_SIGNS: tuple[DecimalSign, ...] = get_args(DecimalSign)
_DATES, _DECIMAL = "dateStyle", "decimalSign"


def wear_styles(dates: DateStyle, sign: DecimalSign) -> None:
    """Write dates and copied numbers like this from now on."""
    application = QCoreApplication.instance()
    if application is not None:
        application.setProperty(_DATES, dates)
        application.setProperty(_DECIMAL, sign)


def date_style() -> DateStyle:
    """Return how dates are written."""
    worn = _worn(_DATES)
    return next((style for style in DATE_STYLES if style == worn), DATE_STYLES[0])


def decimal_sign() -> str:
    """Return the decimal sign of copied tables; a spreadsheet expects that of its system."""
    worn = _worn(_DECIMAL)
    if worn == "system":
        return QLocale.system().decimalPoint()
    return "," if worn == "comma" else "."


def _worn(name: str) -> object:
    application = QCoreApplication.instance()
    return None if application is None else application.property(name)
