"""Say what a file is by what it holds: scores that came back, a case file, or an export of public data."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Literal
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree

from advisor.progress import Watch
from data.errors import DataError
from data.importers.workbooks import is_workbook
from data.safe_workbook import MB
from data.scorecards.apart import run_apart
from data.scorecards.parsing import has_scores
from data.workbook.head_names import PLAYBOOK
from data.workbook.score_rows import NAME

if TYPE_CHECKING:
    from pathlib import Path

FileKind = Literal["scores", "case", "data"]
_CASE = ".toml"
_BOOK = "xl/workbook.xml"
_LARGEST_BOOK = 4 * MB
_UNREADABLE = (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError, OSError)


def kind_of(path: Path, watch: Watch | None = None) -> FileKind:
    """Return what a file is for; a workbook that is refused for what it holds is still told by its sheet of scores.

    Parameters
    ----------
    watch
        Asked whether to go on; of progress it is not told.

    Raises
    ------
    DataError
        There is no such file, or it is a workbook that is too large or damaged.
    Cancelled
        Somebody asked to stop.
    """
    if not path.is_file():
        there = "is a folder; choose the files in it" if path.is_dir() else "is no ordinary file; choose another"
        what = there if path.exists() else "there is no such file; it may have been moved or renamed: choose it again"
        raise DataError(f"{path}: {what}")
    if path.suffix.lower() == _CASE:
        return "case"
    try:
        if not is_workbook(path):
            return "data"
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror or error}") from error
    asked = Watch(cancelled=watch.cancelled) if watch else Watch()
    return "scores" if _is_ours(path) or run_apart(has_scores, str(path.absolute()), path.name, asked) else "data"


def _is_ours(path: Path) -> bool:
    """Say whether the table of contents of a workbook is that of a scorecard; all else is for the process apart."""
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(_BOOK).file_size > _LARGEST_BOOK:
                return False
            book = ElementTree.fromstring(archive.read(_BOOK), forbid_dtd=True)
    except (*_UNREADABLE, ParseError, DefusedXmlException):
        return False
    names = {(one.tag.rpartition("}")[2], one.get("name", "")) for one in book.iter()}
    return ("sheet", NAME) in names or ("definedName", PLAYBOOK) in names
