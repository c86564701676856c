"""Results as JSON: stable keys that other people's scripts rely on. Keys may be added; these stay."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from advisor.reliability import assessed_reliability
from advisor.wording import option_advice, stance_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.explanation import Contribution
    from advisor.findings import Findings, OptionFinding
    from advisor.hindcast import Hindcast, Record
    from commands.selection import Selection

SCHEMA = 1


def print_json(value: object) -> None:
    """Write one JSON document to standard output."""
    print(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2))


def assess_json(selection: Selection, findings: Findings) -> dict[str, Any]:
    """Return the result of `assess`."""
    best, identity = findings.best, selection.playbook.identity
    return {
        "schema": SCHEMA,
        "case": selection.case.name,
        "assessment": selection.assessment.id,
        "as_of": selection.assessment.as_of.isoformat(),
        "playbook": {"id": identity.id, "version": identity.version, "sha256": identity.sha256},
        "scored": best.scored,
        "indicators": best.indicators,
        "confidence": best.confidence,
        "reliability": _reliability(selection),
        "factors": dict(best.factors),
        "stance": {
            "index": best.stance.index,
            "class": best.stance.stance_class,
            "probabilities": dict(findings.probabilities),
            "reversal": findings.reversal,
            "words": stance_sentence(findings),
            "contributions": _contributions(best.stance.contributions),
        },
        "options": [_option(selection, option) for option in findings.ranked],
        "rules": [{"id": rule.id, "degree": rule.degree} for rule in best.rules],
    }


def hindcast_json(result: Hindcast) -> dict[str, Any]:
    """Return the result of `hindcast`."""
    return {
        "schema": SCHEMA,
        "episodes": [
            {
                "id": one.id,
                "country": one.country,
                "outcome": one.outcome,
                "class": one.stance_class,
                "index": one.index,
                "probabilities": dict(one.probabilities),
                "left_out": one.left_out,
            }
            for one in result.episodes
        ],
        **_record(result.record),
        "baselines": {
            "commonest_class": _record(result.commonest_class),
            "factors_only": _record(result.factors_only),
        },
        "reliability": [asdict(band) for band in result.reliability],
        "known_acts": asdict(result.known_acts) if result.known_acts else None,
        "caveat": result.caveat,
    }


def _reliability(selection: Selection) -> dict[str, Any] | None:
    found = assessed_reliability(selection.playbook, selection.case, selection.assessment)
    if found is None:
        return None
    return {"lack": found.lack, "parts": dict(found.parts), "alone": dict(found.alone), "supports": found.supports}


def _contributions(contributions: Iterable[Contribution]) -> list[dict[str, Any]]:
    return [asdict(one) for one in contributions]


def _option(selection: Selection, option: OptionFinding) -> dict[str, Any]:
    best = option.best
    return {
        "id": best.id,
        "name": best.name,
        "rank": best.rank,
        "verdict": option.verdict,
        "verdict_best": best.verdict,
        "standing": best.standing,
        "domestic": best.domestic,
        "external": best.external,
        "interaction": best.interaction,
        "vetoed": best.vetoed,
        "p_now": option.p_now,
        "p_horizon": option.p_horizon,
        "us_value": best.us_value,
        "worth": best.worth,
        "contributions": _contributions(best.contributions),
        "advice": list(option_advice(selection.playbook, option)),
    }


def _record(record: Record) -> dict[str, Any]:
    return asdict(record)
