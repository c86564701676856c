"""Mappings that stay as they were made, for the fields of frozen dataclasses."""

from __future__ import annotations

from types import MappingProxyType


def freeze(owner: object, *fields: str) -> None:
    """Put a read-only copy in place of each mapping named; called by `__post_init__` of a frozen dataclass."""
    for name in fields:
        object.__setattr__(owner, name, MappingProxyType(dict(getattr(owner, name))))
