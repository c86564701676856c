"""Print a workbook to one PNG a page, to look at it: python tests/render_workbook.py FILE.xlsx FOLDER.

Needs LibreOffice Calc (soffice) and poppler (pdftoppm) on the path.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_RESOLUTION = "110"
_NEEDED = {"soffice": "LibreOffice Calc", "pdftoppm": "poppler-utils"}


def main(arguments: list[str]) -> str:
    """Return what was written, or leave with what is wrong."""
    if len(arguments) != 2:
        sys.exit("usage: python tests/render_workbook.py FILE.xlsx FOLDER")
    workbook, folder = map(Path, arguments)
    if not workbook.is_file():
        sys.exit(f"{workbook}: no such file")
    missing = [f"{program} ({package})" for program, package in _NEEDED.items() if shutil.which(program) is None]
    if missing:
        sys.exit(f"not installed: {', '.join(missing)}")
    folder.mkdir(parents=True, exist_ok=True)
    pages = render(workbook, folder)
    return f"{len(pages)} pages in {folder}"


def render(workbook: Path, folder: Path) -> list[Path]:
    """Write the pages of the workbook as `NAME-01.png` and so on and return them in order."""
    with tempfile.TemporaryDirectory() as scratch:
        profile = f"-env:UserInstallation={Path(scratch, 'profile').as_uri()}"
        run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", scratch, str(workbook))
        pdf = Path(scratch, f"{workbook.stem}.pdf")
        if not pdf.is_file():
            sys.exit(f"{workbook}: LibreOffice made no PDF of it")
        for old in folder.glob(f"{workbook.stem}-*.png"):
            old.unlink()
        run("pdftoppm", "-r", _RESOLUTION, "-png", str(pdf), str(folder / workbook.stem))
    return sorted(folder.glob(f"{workbook.stem}-*.png"))


def run(*command: str) -> None:
    """Run a program, or leave with what it complained about."""
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f"{command[0]} failed: {result.stderr.strip()}")


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1:]) + "\n")
