"""What files would bring to the library, as it is shown before anything is kept: values without a file or a window."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.answers import Answer

Kind = Literal["choice", "text", "several", "flag"]
Cell = str | float | None
YES, NO = "yes", ""


@dataclass(frozen=True, slots=True)
class Importable:
    """A kind of file that can be imported: what it brings, how such files look, and how to get one."""

    name: str
    files: str
    how: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that a setting can have, and how it is shown."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Setting:
    """Something about a file that was found or assumed, shown so that it can be corrected.

    Parameters
    ----------
    kind
        One of the choices, a text for which the choices are proposals, several of the choices, or yes and no.
    values
        What it is: one value, or several of the choices; a flag is `YES` or `NO`.
    hint
        What to know before it is changed.
    file
        The path that it is about; empty where it is about all files of its part.
    resets
        Whether what was told of the file before no longer holds once it is changed.
    """

    key: str
    label: str
    kind: Kind
    values: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    hint: str = ""
    file: str = ""
    resets: bool = False

    @property
    def value(self) -> str:
        """The only or the first value."""
        return self.values[0] if self.values else ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of at least so many pixels; what is left of the width goes to the columns by their shares.

    The cells of one that is `dated` begin with a date as its source gives it, and a colon.
    """

    title: str
    width: int
    share: int = 0
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under titles; what stands in the columns `strong` matters most. `why` answers for a row by its place."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    strong: tuple[int, ...] = (0,)
    why: Callable[[int], Answer] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Part:
    """What one file, or several scorecards of one assessment, would bring.

    Parameters
    ----------
    files
        The paths that its settings are about.
    title, kind
        What it is called, and what it is recognised as.
    judgements
        What the tool says of it: sentences of judgement.
    lines
        Facts: who, when, how much.
    notes
        What was done with the file, or left out, and should be known.
    """

    files: tuple[str, ...]
    title: str
    kind: str
    judgements: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    settings: tuple[Setting, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that stands in the way: the file, where in it, and what is wrong and what to do."""

    file: str
    where: str
    what: str


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """All that the files would bring, and all that stands in the way; only without troubles is there an import."""

    parts: tuple[Part, ...]
    troubles: tuple[Trouble, ...] = ()
    summary: str = ""

    @property
    def ready(self) -> bool:
        """Whether there is something to import and nothing in its way."""
        return bool(self.summary) and not self.troubles


@dataclass(frozen=True, slots=True)
class Imported:
    """What was kept: a sentence, and the assessment to open, where there is one."""

    sentence: str
    assessment: str | None = None
