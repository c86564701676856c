from __future__ import annotations

import base64
import datetime as dt
import json
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from advisor.case import Case, Lock, PlaybookVersion
from data.briefed import PACKAGE, UnusablePackage, package_of, unpacked
from data.case_files import SHIPPED_CASES, read_case
from data.playbook_files import DEFAULT_PLAYBOOK, SHIPPED, shipped_playbook

if TYPE_CHECKING:
    from advisor.playbook import Playbook

FOLDER = SHIPPED / DEFAULT_PLAYBOOK


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return shipped_playbook()


@pytest.fixture(scope="module")
def peru(playbook: Playbook) -> Case:
    return read_case(SHIPPED_CASES / "peru.toml", playbook.indicator_ids)


def lock(kept: dict[str, Any], sha256: str) -> Lock:
    version = PlaybookVersion(DEFAULT_PLAYBOOK, "1.0", sha256)
    return Lock(dt.datetime(2026, 3, 1, tzinfo=dt.UTC), "Ana", version, json.dumps(kept))


def packed(content: object) -> dict[str, Any]:
    return {PACKAGE: base64.b64encode(zlib.compress(json.dumps(content).encode())).decode()}


def test_playbook_and_case_come_back_as_they_were(playbook: Playbook, peru: Case) -> None:
    locked = replace(peru.latest, lock=lock({"large": "x" * 100_000}, ""))
    with_lock = replace(peru, assessments=(*(one for one in peru.assessments if one.id != locked.id), locked))
    kept = package_of(FOLDER, with_lock)
    assert len(kept[PACKAGE]) < 150_000
    found = unpacked(lock(kept, playbook.identity.sha256))
    assert found is not None
    assert found[0].identity == playbook.identity
    assert found[1].assessment(locked.id) == replace(locked, lock=None)


def test_a_lock_without_a_package_has_nothing_to_compute_from() -> None:
    assert unpacked(lock({"said": {}}, "")) is None
    assert unpacked(Lock(dt.datetime.now(dt.UTC), "", PlaybookVersion("x", "1"), "no JSON")) is None


def test_a_playbook_other_than_the_one_the_lock_names_is_refused(peru: Case) -> None:
    with pytest.raises(UnusablePackage, match="not the one it names"):
        unpacked(lock(package_of(FOLDER, peru), "0" * 64))


@pytest.mark.parametrize(
    "kept",
    [
        {PACKAGE: "no base64!"},
        {PACKAGE: base64.b64encode(b"no zlib").decode()},
        packed([]),
        packed({"case.toml": 3, "playbook": {}}),
        packed({"case.toml": "", "playbook": {"model.toml": 3}}),
        packed({"case.toml": "", "playbook": {"../outside.toml": ""}}),
    ],
)
def test_what_was_altered_is_refused_with_a_sentence(kept: dict[str, Any]) -> None:
    with pytest.raises(UnusablePackage, match=r"the lock"):
        unpacked(lock(kept, ""))
