"""What is added to the folder on Linux, and what the script in it does for a user."""

from __future__ import annotations

import faulthandler
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from configparser import ConfigParser
from typing import TYPE_CHECKING

import pytest

from distribution.build import LINUX, NAME, ROOT, add_linux_files, build, megabytes
from distribution.trial import try_out

if TYPE_CHECKING:
    from pathlib import Path

FORM = "application/x-second-image+toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An application folder without a program in it, in a place whose name needs quotes."""
    icons, made = tmp_path / "icons", tmp_path / "Second Image 100%"
    icons.mkdir()
    made.mkdir()
    (icons / "second-image-48.png").write_bytes(b"picture")
    add_linux_files(made, icons)
    return made


def entry(path: Path) -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(path, encoding="utf-8")
    return dict(parser["Desktop Entry"])


def test_case_files_have_a_type_of_their_own_that_the_program_opens() -> None:
    described = ElementTree.parse(LINUX / "second-image-mime.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = described.find(f"{space}mime-type")
    assert kind is not None
    assert kind.get("type") == FORM
    assert [one.get("pattern") for one in kind.findall(f"{space}glob")] == ["*.second-image.toml"]
    assert entry(LINUX / "second-image.desktop")["MimeType"] == f"{FORM};"


@pytest.mark.skipif(os.name == "nt" or shutil.which("sh") is None, reason="there is no shell")
def test_the_script_puts_the_program_into_the_menu_and_takes_it_out_again(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    environ = {"HOME": str(home), "PATH": os.defpath}
    subprocess.run([folder / "install.sh"], check=True, capture_output=True, env=environ)
    share = home / ".local" / "share"
    assert entry(share / "applications" / "second-image.desktop")["Exec"] == (
        f'"{str(folder).replace("%", "%%")}/second-image" open %f'
    )
    assert (share / "icons" / "hicolor" / "48x48" / "apps" / "second-image.png").read_bytes() == b"picture"
    assert (share / "mime" / "packages" / "second-image.xml").exists()

    subprocess.run([folder / "install.sh", "--remove"], check=True, capture_output=True, env=environ)
    assert [path for path in home.rglob("*") if "second-image" in path.name] == []


def test_the_size_of_a_folder_counts_all_its_files(folder: Path) -> None:
    assert megabytes(folder) == pytest.approx(sum(path.stat().st_size for path in folder.rglob("*.*")) / 1e6, abs=0.01)


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried on Linux only")
def test_the_folder_built_works_without_python(tmp_path: Path) -> None:
    pytest.importorskip("PyInstaller", reason="python3 dev.py package installs it")
    # Building takes longer than the watch for tests that hang would wait.
    faulthandler.cancel_dump_traceback_later()
    folder = build(tmp_path)
    assert try_out(folder / NAME, [sys.executable, str(ROOT / "main.py")]) == []
    assert (folder / "share" / "second-image.desktop").is_file()
    validate = shutil.which("desktop-file-validate")
    if validate is not None:
        subprocess.run([validate, folder / "share" / "second-image.desktop"], check=True)
