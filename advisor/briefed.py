"""What a briefing said, kept with the lock of its assessment, and how it compares with what is computed later."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from advisor.phrasing import uncapitalised
from advisor.wording import STANCE_WORDS, likelihood, percent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.case import Lock, PlaybookVersion
    from advisor.findings import Findings
    from advisor.playbook import StanceClass

SCHEMA = 1
SAID = "said"
_SHOWN_HASH = 8


@dataclass(frozen=True, slots=True)
class Said:
    """The stance with its chance and index, and the verdict of every option."""

    stance: StanceClass
    chance: float
    index: float
    verdicts: Mapping[str, str]


def said_json(findings: Findings) -> dict[str, Any]:
    """Return what findings say as a value for JSON."""
    stance = findings.likeliest
    return {
        "stance": stance,
        "chance": findings.probabilities[stance],
        "index": findings.best.stance.index,
        "verdicts": {one.best.id: one.verdict for one in findings.options},
    }


def result_text(findings: Findings, package: Mapping[str, Any] | None = None) -> str:
    """Return the result to keep with a lock, as JSON text; `package` holds what it was computed from."""
    return json.dumps({"schema": SCHEMA, SAID: said_json(findings), **(package or {})}, ensure_ascii=False)


def said_in(result: str) -> Said | None:
    """Return what the result of a lock says; None where another program kept something else there."""
    try:
        kept = json.loads(result)[SAID]
        return Said(kept["stance"], float(kept["chance"]), float(kept["index"]), dict(kept["verdicts"]))
    except (ValueError, KeyError, TypeError):
        return None


def said_sentence(lock: Lock) -> str:
    """Say what was briefed: "Briefed as divergent, likely, 71 %."."""
    said = said_in(lock.result)
    if said is None or said.stance not in STANCE_WORDS:
        return ""
    stance = uncapitalised(STANCE_WORDS[said.stance])
    return f"Briefed as {stance}, {likelihood(said.chance)}, {percent(said.chance)}."


def playbook_sentence(lock: Lock, here: PlaybookVersion) -> str:
    """Say which playbook was briefed with, where the one in use is another; empty where it is the same."""
    if lock.playbook == here:
        return ""
    version = _version(lock.playbook, here)
    return (
        f"It was judged with {version}, and this window with {_version(here, lock.playbook)}: figures may differ here. "
        "The briefing is exported with the playbook of that day."
    )


def departure_sentence(lock: Lock, findings: Findings) -> str:
    """Say how what is computed departs from what was briefed; empty where it does not, or nothing was kept."""
    said = said_in(lock.result)
    if said is None:
        return ""
    computed = said_json(findings)
    parts = []
    was, becomes = (said.stance, percent(said.chance)), (computed["stance"], percent(computed["chance"]))
    if was != becomes:
        parts.append(f"the stance was {was[0]}, {was[1]}, and is {becomes[0]}, {becomes[1]}")
    differing = [name for name, verdict in said.verdicts.items() if computed["verdicts"].get(name) != verdict]
    if differing:
        parts.append(f"{len(differing)} of {len(said.verdicts)} verdicts differ")
    if not parts:
        return ""
    return f"Computed again, this is not what was briefed on {lock.at:%Y-%m-%d}: {'; '.join(parts)}."


def _version(one: PlaybookVersion, other: PlaybookVersion) -> str:
    """Name a playbook by its version, and by its hash where the versions are the same."""
    named = f"playbook {one.id} {one.version}"
    same = (one.id, one.version) == (other.id, other.version)
    return f"{named} ({one.sha256[:_SHOWN_HASH] or 'no hash'})" if same else named
