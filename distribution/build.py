"""Build the application folder with PyInstaller: python3 dev.py package [--output FOLDER] [--test]."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from distribution.icons import DRAWING, write_icons
from distribution.trial import try_out

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
NAME = "second-image"
LINUX = ROOT / "distribution" / "linux"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, and try what was built where that is asked for."""
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="where the folder goes (default: dist)")
    parser.add_argument("--test", action="store_true", help="start what was built, as on a machine without Python")
    given = parser.parse_args(arguments)
    output = given.output.resolve()
    folder = build(output)
    print(f"{folder}: {megabytes(folder):,.0f} MB")
    if given.test:
        problems = try_out(folder / NAME, [sys.executable, str(ROOT / "main.py")])
        for problem in problems:
            print(problem, file=sys.stderr)
        print("It starts without Python." if not problems else "It does not work.")
        return 1 if problems else 0
    return 0


def build(output: Path) -> Path:
    """Build the application folder below `output`, in place of an earlier one, and return it."""
    with tempfile.TemporaryDirectory() as scratch:
        icons = Path(scratch) / "icons"
        write_icons(icons)
        command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
        command += ["--distpath", str(output), "--workpath", str(Path(scratch) / "work")]
        command += [str(ROOT / "distribution" / "second-image.spec")]
        subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "SECOND_IMAGE_ICONS": str(icons)})
        folder = output / NAME
        if sys.platform.startswith("linux"):
            add_linux_files(folder, icons)
    return folder


def add_linux_files(folder: Path, icons: Path) -> None:
    """Add the desktop entry, the icons, the type of case files, and the script that puts them in place."""
    share = folder / "share"
    share.mkdir()
    for name in ("second-image.desktop", "second-image-mime.xml"):
        shutil.copy(LINUX / name, share)
    shutil.copy(DRAWING, share)
    for picture in icons.glob("*.png"):
        shutil.copy(picture, share)
    shutil.copy(LINUX / "install.sh", folder)
    shutil.copy(ROOT / "LICENSE", folder)


def megabytes(folder: Path) -> float:
    """Return how much room a folder takes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


if __name__ == "__main__":
    sys.exit(main())
