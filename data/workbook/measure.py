"""How much room text takes in Calibri, because Excel sizes no row by itself once a height is set."""

from __future__ import annotations

import re
from functools import lru_cache

# Advance widths of the printable ASCII characters from the space on, in thousandths of the font size.
_REGULAR = (
    226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507, 507,
    507, 507, 507, 507, 507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488, 459, 631,
    623, 252, 319, 520, 420, 855, 646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307,
    386, 307, 498, 498, 291, 479, 525, 423, 525, 498, 305, 471, 525, 229, 239, 455, 229, 799, 525, 527,
    525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
)  # fmt: skip
_BOLD = (
    226, 326, 438, 498, 507, 729, 705, 233, 312, 312, 498, 498, 258, 306, 267, 430, 507, 507, 507, 507,
    507, 507, 507, 507, 507, 507, 276, 276, 498, 498, 498, 463, 898, 606, 561, 529, 630, 488, 459, 637,
    631, 267, 331, 547, 423, 874, 659, 676, 532, 686, 563, 473, 495, 653, 591, 906, 551, 520, 478, 325,
    430, 325, 498, 498, 300, 494, 537, 418, 537, 503, 316, 474, 537, 246, 255, 480, 246, 813, 537, 538,
    537, 537, 355, 399, 347, 537, 473, 745, 459, 474, 397, 344, 475, 344, 498,
)  # fmt: skip
_LETTER, _WIDE = 540, 1000
_FIRST_WIDE = 0x2460


class _Advances(dict[str, int]):
    """Advance widths by character, those that the tables lack included."""

    def __init__(self, table: tuple[int, ...]) -> None:
        super().__init__(zip(map(chr, range(ord(" "), ord(" ") + len(table))), table, strict=True))

    def __missing__(self, letter: str) -> int:
        advance = self[letter] = _WIDE if ord(letter) >= _FIRST_WIDE else _LETTER
        return advance


_REGULAR_ADVANCES, _BOLD_ADVANCES = _Advances(_REGULAR), _Advances(_BOLD)
_BREAKS = re.compile(r"(?<=[ -])")
_LINE = 1.26
_PIXELS_PER_CHARACTER, _CELL_MARGIN = 7, 5
POINTS_PER_PIXEL = 0.75
_SAFETY = 0.96
MAX_HEIGHT = 409.0
MAX_WIDTH = 255.0


def pixels(width: float) -> int:
    """Return the pixels of a column of `width` characters."""
    return int(width * _PIXELS_PER_CHARACTER + _CELL_MARGIN)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text in points."""
    advances = _BOLD_ADVANCES if bold else _REGULAR_ADVANCES
    return size * sum(map(advances.__getitem__, text)) / 1000


def room(width: float) -> float:
    """Return the points that text has in a column of `width` characters, with some to spare for other renderers."""
    return (pixels(width) - _CELL_MARGIN) * POINTS_PER_PIXEL * _SAFETY


@lru_cache(maxsize=4096)
def line_count(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Return the lines that wrapped text takes in a column of `width` characters."""
    available = room(width)
    return sum(_lines(paragraph, available, size, bold) for paragraph in text.split("\n"))


def broken(text: str, points: float, size: float) -> list[str]:
    """Break text at words into lines that are no wider than `points`; a word that is wider stays whole."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and text_width(longer, size) > points:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@lru_cache(maxsize=1024)
def height(lines: float, size: float, padding: float = 4.0) -> float:
    """Return the height in points of a row with so many lines."""
    return min(MAX_HEIGHT, lines * size * _LINE + padding)


def _lines(paragraph: str, available: float, size: float, bold: bool) -> int:
    """Count lines by filling each with as many words as fit; a word wider than the cell is broken."""
    # In thousandths of the font size, as the tables are.
    room, advances = 1000 * available / size, _BOLD_ADVANCES if bold else _REGULAR_ADVANCES
    if len(paragraph) * _WIDE <= room or sum(map(advances.__getitem__, paragraph)) <= room:
        return 1
    space = advances[" "]
    count, used = 1, 0.0
    for word in _BREAKS.split(paragraph):
        bare = word.rstrip(" ")
        wide = _word_width(bare, bold)
        if used and used + wide > room:
            count, used = count + 1, 0.0
        extra, rest = divmod(wide, room) if wide > room else (0, wide)
        count += int(extra)
        used += rest + (space if bare != word else 0)
    return count


@lru_cache(maxsize=8192)
def _word_width(word: str, bold: bool) -> int:
    return sum(map((_BOLD_ADVANCES if bold else _REGULAR_ADVANCES).__getitem__, word))
