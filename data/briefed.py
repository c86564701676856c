"""The package kept with a lock: the case and the playbook as files, so that a briefing can be made again exactly."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from data.case_files import read_case
from data.case_writing import case_text
from data.errors import DataError
from data.playbook_files import playbook_texts, read_playbook

if TYPE_CHECKING:
    from advisor.case import Case, Lock
    from advisor.playbook import Playbook

PACKAGE = "package"
_CASE, _PLAYBOOK = "case.toml", "playbook"
_LARGEST = 32 * 1024 * 1024


class UnusablePackage(DataError):
    """What a lock keeps cannot be made into a briefing again."""


def package_of(folder: Path, case: Case) -> dict[str, Any]:
    """Return the files of a playbook folder and of a case, packed, to keep with a lock.

    Raises
    ------
    InvalidFiles
        A file of the folder cannot be read, is too large or no UTF-8 text.
    """
    files = {name: text.replace("\r\n", "\n") for name, text in playbook_texts(folder).items()}
    # What other locks keep is no part of a briefing, and packages within packages would grow without end.
    plain = replace(case, assessments=tuple(replace(one, lock=None) for one in case.assessments))
    content = json.dumps({_CASE: case_text(plain), _PLAYBOOK: files}, ensure_ascii=False)
    return {PACKAGE: base64.b64encode(zlib.compress(content.encode(), 9)).decode("ascii")}


def unpacked(lock: Lock) -> tuple[Playbook, Case] | None:
    """Return the playbook and the case that a lock keeps; None where it keeps none.

    Raises
    ------
    DataError
        The package is damaged, or its playbook is not the one that the lock names.
    """
    packed = _packed(lock)
    if packed is None:
        return None
    files = _files(packed)
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / _PLAYBOOK
        folder.mkdir()
        for name, text in files[_PLAYBOOK].items():
            if Path(name).name != name:
                raise UnusablePackage(f'the lock keeps a file "{name}", which is no name of a playbook file')
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        (Path(scratch) / _CASE).write_text(files[_CASE], encoding="utf-8", newline="\n")
        playbook = read_playbook(folder)
        case = read_case(Path(scratch) / _CASE, playbook.indicator_ids)
    if lock.playbook.sha256 not in ("", playbook.identity.sha256):
        raise UnusablePackage("the playbook that the lock keeps is not the one it names; the lock was altered")
    return playbook, case


def _packed(lock: Lock) -> str | None:
    try:
        kept = json.loads(lock.result)
    except ValueError:
        return None
    packed = kept.get(PACKAGE) if isinstance(kept, dict) else None
    return packed if isinstance(packed, str) else None


def _files(packed: str) -> dict[str, Any]:
    try:
        unpacker = zlib.decompressobj()
        content = unpacker.decompress(base64.b64decode(packed, validate=True), _LARGEST)
        files = json.loads(content)
        if unpacker.unconsumed_tail or not isinstance(files[_CASE], str):
            raise UnusablePackage("what the lock keeps is too large or no case; the lock was altered")
        playbook = files[_PLAYBOOK]
        if not all(isinstance(name, str) and isinstance(text, str) for name, text in playbook.items()):
            raise UnusablePackage("what the lock keeps is no playbook; the lock was altered")
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnusablePackage(f"what the lock keeps cannot be read ({error}); the lock was altered") from error
    return dict(files)
