"""The icon in every format, as the systems that read them lay them down."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from distribution.icons import ICNS_TYPES, PNG_SIZES, icns, ico, png, write_icons

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

PICTURES = {16: b"small picture", 256: b"a large picture"}


def test_a_windows_icon_leads_to_each_of_its_pictures() -> None:
    content = ico(PICTURES)
    assert struct.unpack_from("<HHH", content) == (0, 1, 2)
    for place, (size, picture) in zip((6, 22), PICTURES.items(), strict=True):
        width, height, *_, length, start = struct.unpack_from("<BBBBHHII", content, place)
        assert (width, height) == (size % 256, size % 256)
        assert content[start : start + length] == picture


def test_a_macos_icon_says_how_long_it_and_its_parts_are() -> None:
    content = icns({256: b"picture"})
    assert content[:4] == b"icns"
    assert struct.unpack_from(">I", content, 4)[0] == len(content)
    assert content[8:12] == ICNS_TYPES[256]
    assert struct.unpack_from(">I", content, 12)[0] == 8 + len(b"picture")


def test_the_drawing_fills_a_picture_of_the_size_asked_for(qapp: QApplication) -> None:
    image = QImage.fromData(png(48))
    assert (image.width(), image.height()) == (48, 48)
    assert image.pixelColor(24, 24).alpha() == 255
    assert image.pixelColor(0, 0).alpha() == 0


@pytest.mark.usefixtures("qapp")
def test_every_file_is_written(tmp_path: Path) -> None:
    write_icons(tmp_path / "icons")
    names = {path.name for path in (tmp_path / "icons").iterdir()}
    assert names == {"second-image.ico", "second-image.icns", *(f"second-image-{size}.png" for size in PNG_SIZES)}
