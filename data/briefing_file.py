"""A briefing as a file: the workbook, or what somebody paints of it as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.safe_file import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from advisor.briefing import Briefing
    from advisor.briefing_choices import BriefingChoices, Paper

    PaintPdf = Callable[[Briefing, Paper], bytes]

PDF = ".pdf"


def write_file(briefing: Briefing, path: Path, choices: BriefingChoices, paint_pdf: PaintPdf) -> None:
    """Write a PDF of the Brief where the name of the file ends in .pdf, else the workbook; whole or not at all.

    Raises
    ------
    DataError
        The file could not be written; what stood at `path` is as it was.
    """
    if path.suffix.lower() == PDF:
        replace_file(path, paint_pdf(briefing, choices.paper))
        return
    # Here and not above: XlsxWriter stays off the way to the window.
    from data.workbook.writer import write_briefing

    write_briefing(briefing, path, choices)
