"""The cases that a new library starts with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.case import Case
    from data.library.library import Library


def seed(library: Library, cases: Iterable[Case]) -> int:
    """Put the shipped cases into a new, empty library, once, and return how many were added.

    Assessments without a playbook serve the track record only and are left out, and so is a case that has no others.
    """
    return library.fill_once(entry for case in cases if (entry := _entry(case)).assessments)


def _entry(case: Case) -> Case:
    return replace(case, assessments=tuple(one for one in case.assessments if one.playbook is not None))
