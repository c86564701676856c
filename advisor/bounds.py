"""Bounded kinds of text and numbers, checked where files are read; they stand on the types they belong to."""

from typing import Annotated

from annotated_types import Ge, Gt, Le, MinLen

Text = Annotated[str, MinLen(1)]
Scale = Annotated[float, Ge(0), Le(10)]
Share = Annotated[float, Ge(0), Le(1)]
NonNegative = Annotated[float, Ge(0)]
Positive = Annotated[float, Gt(0)]
Whole = Annotated[int, Ge(0)]
Points = Annotated[float, Ge(-3), Le(3)]
