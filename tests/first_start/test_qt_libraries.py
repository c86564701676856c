"""The shared libraries that Qt needs, without installing any."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from first_start import programs, qt_libraries

FOLDER = Path("site-packages")
LDD = """\
/venv/PySide6/QtGui.abi3.so:
\tlinux-vdso.so.1 (0x00007ffd5d3f2000)
\tlibEGL.so.1 => not found
\tlibQt6Gui.so.6 => /venv/PySide6/Qt/lib/libQt6Gui.so.6 (0x00007f0b1c000000)
\tlibxcb-icccm.so.4 => not found
/venv/PySide6/Qt/plugins/platforms/libqxcb.so:
\tlibxcb-icccm.so.4 => not found
"""


def test_missing_libraries_are_read_from_ldd() -> None:
    assert qt_libraries.not_found(LDD) == ["libEGL.so.1", "libxcb-icccm.so.4"]


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libwayland-cursor.so.0", "libwayland-cursor0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
    ],
)
def test_debian_package_of_a_library(library: str, package: str) -> None:
    assert qt_libraries.debian_packages([library]) == [package]


def test_each_debian_package_is_named_once() -> None:
    assert qt_libraries.debian_packages(["libgthread-2.0.so.0", "libglib-2.0.so.0", "libGL.so.1"]) == [
        "libgl1",
        "libglib2.0-0",
    ]


@pytest.mark.parametrize(
    ("installer", "remedy"),
    [
        ("apt-get", "sudo apt-get install -y libegl1 libxcb-icccm4"),
        ("dnf", "sudo dnf install -y 'libEGL.so.1()(64bit)' 'libxcb-icccm.so.4()(64bit)'"),
        ("", "the package manager of your system"),
    ],
)
def test_advice_fits_the_system(installer: str, remedy: str) -> None:
    text = qt_libraries.advice(["libEGL.so.1", "libxcb-icccm.so.4"], lambda program: program == installer)
    assert "libEGL.so.1, libxcb-icccm.so.4" in text
    assert remedy in text


def test_libraries_are_installed_by_root_and_asked_of_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking = ["libGL.so.1"]
    asked: list[list[str]] = []

    def apt_install(packages: list[str]) -> str:
        asked.append(packages)
        lacking.clear()
        return ""

    monkeypatch.setattr(qt_libraries, "missing_libraries", lambda _folder: list(lacking))
    monkeypatch.setattr(programs, "is_present", lambda program: program == "apt-get")
    monkeypatch.setattr(qt_libraries, "apt_install", apt_install)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert qt_libraries.provide(FOLDER) == ["libGL.so.1"]
    assert asked == []
    assert "sudo apt-get install -y libgl1" in capsys.readouterr().err
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert qt_libraries.provide(FOLDER) == []
    assert asked == [["libgl1"]]


def test_failing_apt_is_quoted_and_the_start_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(qt_libraries, "missing_libraries", lambda _folder: ["libGL.so.1"])
    monkeypatch.setattr(programs, "is_present", lambda program: program == "apt-get")
    monkeypatch.setattr(qt_libraries, "apt_install", lambda _packages: "E: Unable to locate package libgl1")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert qt_libraries.provide(FOLDER) == ["libGL.so.1"]
    said = capsys.readouterr().err
    assert "E: Unable to locate package libgl1" in said
    assert "sudo apt-get install -y libgl1" in said
