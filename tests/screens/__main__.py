"""Render every page, view and state of the window into a folder, to be looked at: python3 dev.py screens FOLDER."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from data.locations import HOME_VARIABLE
from data.playbook_files import shipped_playbook
from tests.screens import extremes, pages, playbook, starts, states, views
from tests.screens.photographer import SIZES, Photographer
from tests.screens.studio import Studio
from ui.theme import Theme, load_fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.styles import ThemeChoice

ROOT = Path(__file__).resolve().parents[2]
SCALES = ("1", "1.5", "2")
THEMES: tuple[ThemeChoice, ...] = ("light", "dark")
NAMED_SIZES = {f"{width}x{height}": (width, height) for width, height in SIZES}
PARTS: dict[str, Callable[[Studio], None]] = {
    "scored": pages.scored,
    "earlier": pages.earlier,
    "blank": pages.blank,
    "none": pages.none,
    "edited": pages.edited,
    "evidence": pages.evidence,
    "import": views.importing,
    "compare": views.comparing,
    "track-record": views.track_record,
    "playbook": playbook.playbook,
    "analysts": views.analysts,
    "settings": views.settings,
    "help": views.help_and_about,
    "backups": views.backups,
    "forms": states.forms,
    "notices": states.notices,
    "working": states.working,
    "locked": states.locked,
    "read-only": states.read_only,
    "tour": states.tour,
    "palette": states.palette,
    "find": states.find,
    "why": states.why,
    "menus": states.menus,
    "opening": starts.opening,
    "failures": starts.failures,
    "tiny": starts.tiny,
    "lost": extremes.lost,
    "single": extremes.single,
    "large-text": extremes.large_text,
    "tall": extremes.tall,
}


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line; what is not named is taken whole."""
    parser = argparse.ArgumentParser(prog="dev.py screens", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go; not inside the repository")
    parser.add_argument("--part", choices=PARTS, action="append", help="only this part; may be given again")
    parser.add_argument("--scale", choices=SCALES, action="append", help="only this scale of the screen")
    parser.add_argument("--theme", choices=THEMES, action="append", help="only this theme")
    parser.add_argument("--size", choices=NAMED_SIZES, action="append", help="only this size of the window")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    given.folder = given.folder.resolve()
    if given.folder.is_relative_to(ROOT):
        parser.error(f"{given.folder} is inside the repository; name a folder elsewhere")
    return given


def photograph(given: argparse.Namespace) -> None:
    """Take the pictures of this process, at its one scale."""
    application = QApplication(sys.argv[:1])
    load_fonts()
    sizes = tuple(NAMED_SIZES[name] for name in given.size or NAMED_SIZES)
    theme = Theme(application, "light")
    photographer = Photographer(given.folder, given.scale[0], theme, tuple(given.theme or THEMES), sizes)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ[HOME_VARIABLE] = scratch
        studio = Studio(photographer, shipped_playbook(), Path(scratch))
        for name in given.part or PARTS:
            theme.choose("light")
            PARTS[name](studio)


def start_again(given: argparse.Namespace, scale: str) -> None:
    """Take the pictures of one scale in a process of its own, because Qt reads the scale once."""
    command = [sys.executable, "-m", "tests.screens", str(given.folder), "--here", "--scale", scale]
    for option in ("part", "theme", "size"):
        for value in getattr(given, option) or ():
            command += [f"--{option}", value]
    subprocess.run(command, check=True, env={**os.environ, "QT_SCALE_FACTOR": scale})


def main() -> int:
    """Take all pictures that are wanted."""
    given = parse()
    if given.here:
        photograph(given)
        return 0
    given.folder.mkdir(parents=True, exist_ok=True)
    for scale in given.scale or SCALES:
        start_again(given, scale)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
