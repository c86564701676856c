"""The documents that come with the program, parted by their headings, and a search over them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HERE = Path(__file__).parent
_HEADING = re.compile(r"^(#{1,4}) (.+?)\s*$", re.MULTILINE)
_MARKUP = re.compile(r"[`*_|]|\[([^\]]*)\]\([^)]*\)|!\[[^\]]*\]\([^)]*\)")
_AROUND = 60
# What an analyst reads first; the rest follows by name.
_ORDER = ("guide", "model", "workbook", "datasets", "library", "playbooks")


@dataclass(frozen=True)
class Document:
    """One document; `text` is Markdown."""

    name: str
    text: str

    @cached_property
    def title(self) -> str:
        """Its first heading."""
        found = _HEADING.search(self.text)
        return found.group(2) if found else self.name

    @property
    def short_title(self) -> str:
        """Its first heading up to a colon, for where there is little room."""
        return self.title.partition(": ")[0]

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """All headings, in order."""
        return tuple(found.group(2) for found in _HEADING.finditer(self.text))

    @cached_property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """Each heading with the plain text below it."""
        found = list(_HEADING.finditer(self.text))
        ends = [*(one.start() for one in found[1:]), len(self.text)]
        return tuple((one.group(2), plain(self.text[one.end() : end])) for one, end in zip(found, ends, strict=True))


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found: the document, the heading above them, and the words around them."""

    document: Document
    heading: str
    snippet: str


def documents_folder() -> Path:
    """Return where the documents are: beside this module where the program is installed, else in the source tree."""
    installed = _HERE / "docs"
    return installed if installed.is_dir() else _HERE.parents[1] / "docs"


def read_documents(folder: Path | None = None) -> tuple[Document, ...]:
    """Return the documents in reading order; none where they are missing."""
    files = (folder or documents_folder()).glob("*.md")
    found = [Document(path.stem, path.read_text(encoding="utf-8")) for path in files]
    place = {name: number for number, name in enumerate(_ORDER)}
    return tuple(sorted(found, key=lambda one: (place.get(one.name, len(_ORDER)), one.name)))


def search(documents: Iterable[Document], wanted: str) -> tuple[Hit, ...]:
    """Return the sections that hold every word, those first whose heading does."""
    words = wanted.casefold().split()
    hits = [hit for document in documents for hit in _found(document, words)] if words else []
    return tuple(sorted(hits, key=lambda hit: not _has(hit.heading, words)))


def plain(markdown: str) -> str:
    """Return a text without its markup."""
    return " ".join(_MARKUP.sub(lambda found: found.group(1) or " ", markdown).split())


def _found(document: Document, words: Sequence[str]) -> Iterable[Hit]:
    for heading, text in document.sections:
        if _has(f"{heading} {text}", words):
            yield Hit(document, heading, _around(text, words))


def _has(text: str, words: Sequence[str]) -> bool:
    return all(word in text.casefold() for word in words)


def _around(text: str, words: Sequence[str]) -> str:
    places = [place for word in words if (place := text.casefold().find(word)) >= 0]
    start = max(0, min(places, default=0) - _AROUND)
    end = min(len(text), start + 2 * _AROUND + len(" ".join(words)))
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
