"""Answers "why?" for every number that the window shows of one assessment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from advisor.answers_evidence import note_answer, suggestion_answer, weighing_answer
from advisor.answers_option import (
    acceptance_answer,
    price_answer,
    standing_answer,
    us_value_answer,
    verdict_answer,
    win_set_answer,
)
from advisor.answers_plan import (
    futures_answer,
    limit_answer,
    package_answer,
    switches_answer,
    timeline_answer,
    worth_answer,
)
from advisor.answers_playbook import playbook_answer
from advisor.answers_rule import rule_answer, stance_rule_answer
from advisor.answers_score import confidence_answer, evidence_answer, reliability_answer, score_answer
from advisor.answers_stance import (
    factor_answer,
    reversal_answer,
    side_answer,
    stance_answer,
    stance_chance_answer,
    tipping_answer,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from advisor.answers import Answer, Kind, Known, Part, Subject

_ALONE: Mapping[Kind, Callable[[Known], Answer]] = {
    "stance": stance_answer,
    "stance_chance": stance_chance_answer,
    "reversal": reversal_answer,
    "win_set": win_set_answer,
    "confidence": confidence_answer,
    "reliability": reliability_answer,
    "evidence": evidence_answer,
    "package": package_answer,
    "switches": switches_answer,
    "worth": worth_answer,
    "futures": futures_answer,
    "timeline": timeline_answer,
    "playbook": playbook_answer,
}
_NAMED: Mapping[Kind, Callable[[Known, str], Answer]] = {
    "side": lambda known, name: side_answer(known, "external" if name == "external" else "domestic"),
    "factor": factor_answer,
    "score": score_answer,
    "tipping": tipping_answer,
    "standing": standing_answer,
    "rule": rule_answer,
    "stance_rule": stance_rule_answer,
    "acceptance": acceptance_answer,
    "us_value": us_value_answer,
    "price": price_answer,
    "limit": limit_answer,
    "verdict": verdict_answer,
    "weighing": weighing_answer,
    "note": note_answer,
    "suggestion": suggestion_answer,
}
KINDS: frozenset[Kind] = frozenset(_ALONE) | frozenset(_NAMED)


def answer(known: Known, subject: Subject) -> Answer:
    """Return why the number asked about is what it is; what it leads to is about the same assessment."""
    kind = cast("Kind", subject.kind)
    found = _ALONE[kind](known) if kind in _ALONE else _NAMED[kind](known, subject.id)
    return found if not subject.of else replace(found, parts=tuple(_about(part, subject.of) for part in found.parts))


def _about(part: Part, of: str) -> Part:
    if part.subject is None or part.subject.of:
        return part
    return replace(part, subject=replace(part.subject, of=of))
