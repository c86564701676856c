"""The names that a command is given for what it writes: looked at before anything is computed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.errors import DataError
from data.safe_file import check_writable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class UnusableOutput(DataError):
    """The name given for a file cannot be one, or is that of another file of the command."""


@dataclass(frozen=True, slots=True)
class Output:
    """A kind of file that is written: its name in a sentence, how its file may end, and why."""

    what: str
    endings: tuple[str, ...]
    reason: str = ""


def check_output(output: Path, kind: Output, others: Iterable[str | Path | None]) -> None:
    """Refuse a name that would not open, that cannot be written, and one that would destroy another file.

    Raises
    ------
    DataError
        Says what is wrong with the name and what to do.
    """
    if os.path.isdir(output):
        such_as = output / f"{kind.what}{kind.endings[0]}"
        raise UnusableOutput(f"{output}: is a folder; add a file name, such as {such_as}")
    if output.suffix.lower() not in kind.endings:
        why = f"{kind.reason}; " if kind.reason else ""
        raise UnusableOutput(f"{output}: {why}give it a name that ends in {' or '.join(kind.endings)}")
    for other in others:
        if other and _same(output, other):
            raise UnusableOutput(
                f"{output}: is named twice, and the {kind.what} would destroy what it is made from or with; "
                "give each file a name of its own"
            )
    check_writable(output)


def _same(one: str | Path, other: str | Path) -> bool:
    if os.path.exists(one) and os.path.exists(other):
        return os.path.samefile(one, other)
    return os.path.realpath(one) == os.path.realpath(other)
