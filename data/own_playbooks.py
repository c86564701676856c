"""The playbooks at hand: those that come with the program, and the user's own beside the library."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.trial import Derivation, Origin
from data.errors import DataError, InvalidFiles
from data.locations import data_folder
from data.playbook_changes import CHANGES_FILE, changes_text
from data.playbook_files import (
    DEFAULT_PLAYBOOK,
    SHIPPED,
    playbook_hash,
    playbook_texts,
    read_playbook,
    shipped_playbook,
)
from data.safe_file import replace_file
from data.toml_files import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from advisor.playbook import Playbook
    from advisor.trial import Trial

FOLDER = "playbooks"
IDENTITY_FILE = "playbook.toml"
OWN_VERSION = "-own"
_LONGEST_ID = 80
_SLUG = re.compile(r"[^a-z0-9_]+")
_OWNER_ONLY = 0o700
_VALUE = r"""^(\s*{key}\s*=\s*)(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""


class PlaybookNotSaved(DataError):
    """A playbook of one's own could not be written; nothing is left behind."""


class PlaybookNotAtHand(DataError):
    """The files that a playbook was read from are gone, or say something else by now."""


@dataclass(frozen=True, slots=True)
class KnownPlaybook:
    """A playbook at hand, by what its files call it."""

    id: str
    name: str
    version: str
    folder: Path
    shipped: bool


def own_folder() -> Path:
    """Return where the user's own playbooks are; it may be missing."""
    return data_folder() / FOLDER


def known_playbooks() -> tuple[KnownPlaybook, ...]:
    """Return all playbooks at hand, those of the program first, each kind by name."""
    return tuple(sorted((*_in(SHIPPED, shipped=True), *_in(own_folder(), shipped=False)), key=_order))


def folder_of(playbook_id: str) -> Path | None:
    """Return the folder of a playbook at hand; None where there is none of that id."""
    return next((one.folder for one in known_playbooks() if one.id == playbook_id), None)


def own_playbook(playbook_id: str) -> Playbook | None:
    """Read a playbook at hand; None where there is none of that id.

    Raises
    ------
    InvalidFiles
        With every problem of its files.
    """
    folder = folder_of(playbook_id)
    return None if folder is None else read_playbook(folder)


def chosen_playbook(playbook_id: str) -> Playbook:
    """Read the playbook chosen; the shipped one where none is, or where that one is gone or has problems."""
    if playbook_id in ("", DEFAULT_PLAYBOOK):
        return shipped_playbook()
    # Whoever chose it is told: the window compares what was chosen with what it was given.
    with contextlib.suppress(InvalidFiles, OSError):
        return own_playbook(playbook_id) or shipped_playbook()
    return shipped_playbook()


def source_of(playbook: Playbook) -> Path:
    """Return the folder that a playbook at hand was read from.

    Raises
    ------
    PlaybookNotAtHand
        It is gone, or its files are no longer those that were read.
    """
    folder, identity = folder_of(playbook.identity.id), playbook.identity
    if folder is None:
        raise PlaybookNotAtHand(f'the files of the playbook "{identity.name}" are gone; open another playbook')
    if identity.sha256 not in ("", playbook_hash(folder)):
        raise PlaybookNotAtHand(f"{folder}: has changed since it was opened; open it again and repeat the step")
    return folder


def save_own(playbook: Playbook, trial: Trial, name: str) -> KnownPlaybook:
    """Copy the folder of a playbook at hand with the changes of a trial, checked and whole or not at all.

    Raises
    ------
    DataError
        The name is taken or empty, the playbook has changed on disk, or the folder could not be written.
    """
    source = source_of(playbook)
    identity = playbook.identity
    origins = () if playbook.derivation is None else playbook.derivation.origins
    changes = trial if playbook.derivation is None else playbook.derivation.changes.then(trial)
    derivation = Derivation((*origins, Origin(identity.id, identity.version, identity.sha256)), changes)
    made = _named(name, derivation.origins[0].id, identity.version)
    files = {file: text.encode() for file, text in playbook_texts(source).items()}
    files[IDENTITY_FILE] = _identity_text(files.get(IDENTITY_FILE, b"").decode("utf-8-sig"), made).encode()
    files[CHANGES_FILE] = changes_text(derivation).encode()
    _write_folder(made.folder, files)
    return made


def add_own(folder: Path) -> KnownPlaybook:
    """Copy a playbook that was written elsewhere in among the user's own, checked and whole or not at all.

    Raises
    ------
    DataError
        It has problems, its id or its name is taken, or its copy could not be written.
    """
    found = read_playbook(folder).identity
    slug = _SLUG.sub("-", found.id.casefold()).strip("-") or "playbook"
    made = KnownPlaybook(found.id, found.name, found.version, own_folder() / slug[:_LONGEST_ID], shipped=False)
    known = known_playbooks()
    if any(one.id == made.id or one.name.casefold() == made.name.casefold() for one in known) or made.folder.exists():
        what = f'there is a playbook "{made.name}" with the id {made.id} already'
        raise PlaybookNotSaved(f"{what}; give this one another id and name in its {IDENTITY_FILE}")
    files = {file: text.encode() for file, text in playbook_texts(folder).items()}
    files.setdefault(IDENTITY_FILE, _identity_text("", made).encode())
    _write_folder(made.folder, files)
    return made


def _in(folder: Path, *, shipped: bool) -> Iterator[KnownPlaybook]:
    if not folder.is_dir():
        return
    for inner in folder.iterdir():
        if inner.is_dir() and not inner.name.startswith("."):
            yield _known(inner, shipped=shipped)


def _known(folder: Path, *, shipped: bool) -> KnownPlaybook:
    """Name a playbook; one whose name cannot be read is known by its folder, and reading it says what is wrong."""
    found = read_toml(folder / IDENTITY_FILE, []) or {}
    name = str(found.get("name", folder.name.replace("_", " ").capitalize()))
    return KnownPlaybook(str(found.get("id", folder.name)), name, str(found.get("version", "0")), folder, shipped)


def _order(one: KnownPlaybook) -> tuple[bool, bool, str]:
    return not one.shipped, one.id != DEFAULT_PLAYBOOK, one.name.casefold()


def _named(name: str, origin: str, version: str) -> KnownPlaybook:
    shown = " ".join(name.split())
    slug = re.sub(r"[^a-z0-9]+", "-", shown.casefold()).strip("-")
    if not slug:
        raise PlaybookNotSaved("a name needs a letter or figure of the Latin alphabet; enter another")
    made = f"{origin}-{slug}"[:_LONGEST_ID].rstrip("-")
    folder = own_folder() / made
    taken = {one.id for one in known_playbooks()} | {one.name.casefold() for one in known_playbooks()}
    if made in taken or shown.casefold() in taken or folder.exists():
        raise PlaybookNotSaved(f'there is a playbook "{shown}" already; choose another name')
    own_version = version if version.endswith(OWN_VERSION) else version + OWN_VERSION
    return KnownPlaybook(made, shown, own_version, folder, shipped=False)


def _identity_text(text: str, made: KnownPlaybook) -> str:
    """Return the file with its three names replaced, its comments kept."""
    import tomli_w  # no start needs to write

    wanted = {"id": made.id, "name": made.name, "version": made.version}
    kept = text
    for key, value in wanted.items():
        quoted = tomli_w.dumps({key: value}).partition("=")[2].strip()
        kept = re.sub(_VALUE.format(key=key), lambda found, new=quoted: found[1] + new, kept, flags=re.M)  # type: ignore[misc]
    try:
        if tomllib.loads(kept) == wanted:
            return kept
    except tomllib.TOMLDecodeError:
        kept = ""
    comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    return "\n".join([*comments, tomli_w.dumps(wanted)])


def _write_folder(target: Path, files: dict[str, bytes]) -> None:
    """Write a folder beside its place, read it as a playbook, and put it in place in one step."""
    temporary = target.parent / f".second-image-{secrets.token_hex(8)}.tmp"
    try:
        target.parent.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
        temporary.mkdir(mode=_OWNER_ONLY)
        for name, content in files.items():
            replace_file(temporary / name, content)
        read_playbook(temporary)
        os.rename(temporary, target)
    except InvalidFiles as error:
        raise PlaybookNotSaved(f"the changes do not make a playbook:\n{error}") from error
    except OSError as error:
        what = f"{target}: not written: {error.strerror or error}"
        raise PlaybookNotSaved(f"{what}; see that its folder may be written to and the disk has room") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
