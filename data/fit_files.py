"""Write a stance fit into a playbook folder, and hash the data it was fitted on."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import tomli_w

from data.playbook_files import FIT_FILE
from data.safe_file import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from advisor.stance_fit import StanceFit

_HEADER = """\
# The fitted stance model. Written by the command `fit`; do not edit by hand.
# full: with stance rules; factors_only: the baseline without them; left_out: both without one country, to predict it.
# trials: strengths of ridge toward equal weights, each judged by leaving out one country at a time; the best is used.

"""
_INPUTS = ("indicators.toml", "rules.toml", "model.toml")


def fit_data_hash(playbook: Path, folders: Iterable[Path]) -> str:
    """Return the SHA-256 over everything a fit depends on: codings, indicators, rules and parameters."""
    digest = hashlib.sha256()
    paths = [playbook / name for name in _INPUTS]
    paths += [path for folder in folders for path in sorted(folder.glob("*.toml"))]
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def fit_text(fit: StanceFit) -> str:
    """Return the fit as TOML."""
    return _HEADER + tomli_w.dumps(dict(_entries(fit)))


def write_fit(folder: Path, fit: StanceFit) -> Path:
    """Write the fit into a playbook folder and return the file's path; on failure the old file stays."""
    path = folder / FIT_FILE
    replace_file(path, fit_text(fit).encode())
    return path


def _entries(value: Any) -> Iterator[tuple[str, object]]:
    """Yield the fields of a dataclass as TOML has them: tables for dataclasses, nothing for None."""
    for item in dataclasses.fields(value):
        found = getattr(value, item.name)
        if found is not None:
            yield item.name, _toml(found)


def _toml(value: object) -> object:
    if dataclasses.is_dataclass(value):
        return dict(_entries(value))
    if isinstance(value, Mapping):
        return dict(value)
    return [_toml(item) for item in value] if isinstance(value, tuple) else value
