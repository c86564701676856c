"""Read a playbook folder into a frozen `Playbook`, or report every problem of its files at once."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from advisor.bounds import Points, Share, Text
from advisor.evidence_parameters import EvidenceParameters
from advisor.parameters import (
    KnownActs,
    Lever,
    Objective,
    PlanParameters,
    StanceParameters,
    StandingParameters,
    SuggestionParameters,
    Uncertainty,
    VerdictParameters,
)
from advisor.playbook import Effect, Factor, Identity, Indicator, Option, Playbook, Rule, RuleKind, Source, StanceRule
from advisor.stance_fit import StanceFit
from data.errors import InvalidFiles, Problem
from data.playbook_changes import CHANGES_FILE, KEYS, derived, read_derivation
from data.playbook_checks import Parts, check, declared_names
from data.playbook_tables import Tables
from data.toml_files import Entries, check_keys, read_text, read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from data.playbook_checks import Names

SHIPPED = Path(__file__).parent / "playbooks"
DEFAULT_PLAYBOOK = "counternarcotics"
FIT_FILE = "stance_fit.toml"
EVIDENCE_FILE = "evidence.toml"
NEEDED = ("indicators.toml", "options.toml", "rules.toml", "sources.toml", "model.toml")
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class _RuleEntry:
    id: Text
    if_: Annotated[str, Field(alias="if")]
    then: tuple[Effect, ...]
    rationale: Text
    source: tuple[Text, ...]
    basis: Literal["case_study", "theory", "evidence", "precedent"]
    kind: RuleKind
    veto_at: Share | None = None
    advice: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class _StancePoints:
    stance: Points


@dataclass(frozen=True, slots=True)
class _StanceRuleEntry:
    id: Text
    if_: Annotated[str, Field(alias="if")]
    then: _StancePoints
    rationale: Text
    source: tuple[Text, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class _IdentityEntry:
    id: Text
    name: Text
    version: Text


_PARAMETERS: Mapping[str, type] = {
    "standing": StandingParameters,
    "stance": StanceParameters,
    "uncertainty": Uncertainty,
    "verdict": VerdictParameters,
    "plan": PlanParameters,
}
_OPTIONAL_PARAMETERS: Mapping[str, type] = {"suggestion": SuggestionParameters}
_TOP_LEVEL: Mapping[str, tuple[str, ...]] = {
    "indicators.toml": ("schema", "factor", "indicator"),
    "options.toml": ("schema", "option"),
    "rules.toml": ("schema", "rule", "stance_rule"),
    "sources.toml": ("schema", "source"),
    "model.toml": ("schema", *_PARAMETERS, *_OPTIONAL_PARAMETERS, "objective", "lever", "known_acts"),
    EVIDENCE_FILE: ("schema", "evidence"),
    CHANGES_FILE: KEYS,
}


def shipped_playbook(name: str = DEFAULT_PLAYBOOK) -> Playbook:
    """Return a playbook that comes with the program."""
    return read_playbook(SHIPPED / name)


def read_playbook(folder: Path) -> Playbook:
    """Read a playbook folder.

    Raises
    ------
    InvalidFiles
        With every problem of every file: file, entry, what is wrong and what is allowed.
    """
    tables = _open(folder)
    _check_top_level(tables)
    wanted = {**_PARAMETERS, **_given(tables)}
    parameters: dict[str, Any] = {key: tables.one("model.toml", key, kind) for key, kind in wanted.items()}
    parts = _parts(tables, parameters)
    parameters["evidence"] = _evidence(tables, parts.names)
    identity = _identity(tables, folder)
    derivation = read_derivation(tables)
    check(tables, parts)
    if tables.problems or identity is None:
        raise InvalidFiles(tuple(dict.fromkeys(tables.problems)))
    playbook = _playbook(identity, parts, parameters)
    return playbook if derivation is None else derived(playbook, derivation)


def playbook_hash(folder: Path) -> str:
    """Return the SHA-256 over names and contents of the folder's TOML files, line endings normalised.

    Raises
    ------
    InvalidFiles
        As `playbook_texts` does.
    """
    digest = hashlib.sha256()
    for name, text in playbook_texts(folder).items():
        digest.update(name.encode() + b"\0" + text.encode().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def playbook_texts(folder: Path) -> dict[str, str]:
    """Return all TOML files of a playbook folder by name, those that no playbook needs included.

    Hidden files are left out: systems put them beside others of the same name on shares, and they are no text.

    Raises
    ------
    InvalidFiles
        Files that cannot be read, are too large or no UTF-8 text.
    """
    problems: list[Problem] = []
    paths = sorted(path for path in folder.glob("*.toml") if not path.name.startswith("."))
    found = {path.name: read_text(path, problems) for path in paths}
    if problems:
        raise InvalidFiles(problems)
    return {name: text for name, text in found.items() if text is not None}


def _open(folder: Path) -> Tables:
    if not os.path.isdir(folder):
        raise InvalidFiles([Problem(str(folder), "", "is not a folder; a playbook is a folder of TOML files")])
    tables = Tables({})
    for name in (*NEEDED, "playbook.toml", FIT_FILE, EVIDENCE_FILE, CHANGES_FILE):
        path = folder / name
        if path.exists():
            content = read_toml(path, tables.problems)
            if content is not None:
                tables.parsed[name] = content
        elif name in NEEDED:
            tables.add(name, "", f"is missing from {folder}; a playbook needs {', '.join(NEEDED)}")
    return tables


def _check_top_level(tables: Tables) -> None:
    for file, allowed in _TOP_LEVEL.items():
        content = tables.parsed.get(file, {})
        check_keys(content, allowed, file, tables.problems)
        schema = content.get("schema", SCHEMA)
        if schema != SCHEMA:
            tables.add(file, "schema", f"is {schema!r}; this version reads schema {SCHEMA}. Update Second Image")


def _given(tables: Tables) -> Mapping[str, type]:
    """Return the parameters that may be left out and are not."""
    written = tables.parsed.get("model.toml", {})
    return {key: kind for key, kind in _OPTIONAL_PARAMETERS.items() if key in written}


def _parts(tables: Tables, parameters: Mapping[str, Any]) -> Parts:
    names = declared_names(tables)
    indicators = tables.all("indicators.toml", "indicator", Indicator)
    return Parts(
        names=names,
        factors=_factors(tables, indicators),
        indicators=indicators,
        options=tables.all("options.toml", "option", Option),
        rules=_rules(tables, names),
        stance_rules=_stance_rules(tables, names),
        sources=tables.all("sources.toml", "source", Source),
        objectives=tables.all("model.toml", "objective", Objective),
        levers=tables.all("model.toml", "lever", Lever, "indicator"),
        known_acts=tables.all("model.toml", "known_acts", KnownActs, "episode"),
        plan=parameters["plan"],
        uncertainty=parameters["uncertainty"],
        stance=parameters["stance"],
        stance_fit=_stance_fit(tables),
    )


def _playbook(identity: Identity, parts: Parts, parameters: Mapping[str, Any]) -> Playbook:
    return Playbook(
        identity=identity,
        factors=parts.factors,
        indicators=parts.indicators,
        options=parts.options,
        rules=parts.rules,
        stance_rules=parts.stance_rules,
        sources=parts.sources,
        objectives=parts.objectives,
        levers=parts.levers,
        known_acts=parts.known_acts,
        stance_fit=parts.stance_fit,
        **parameters,
    )


def _identity(tables: Tables, folder: Path) -> Identity | None:
    try:
        sha256 = playbook_hash(folder)
    except InvalidFiles as error:
        tables.problems.extend(error.problems)
        return None
    if "playbook.toml" not in tables.parsed:
        return Identity(folder.name, folder.name.replace("_", " ").capitalize(), "0", sha256)
    table = tables.parsed["playbook.toml"]
    entry = Entries(_IdentityEntry).read(table, "playbook.toml", "", tables.problems)
    return Identity(entry.id, entry.name, entry.version, sha256) if entry else None


def _stance_fit(tables: Tables) -> StanceFit | None:
    if FIT_FILE not in tables.parsed:
        return None
    return Entries(StanceFit).read(tables.parsed[FIT_FILE], FIT_FILE, "", tables.problems)


def _evidence(tables: Tables, names: Names) -> EvidenceParameters | None:
    if EVIDENCE_FILE not in tables.parsed:
        return None
    parameters = tables.one(EVIDENCE_FILE, "evidence", EvidenceParameters)
    cited = parameters.sources if parameters else ()
    tables.known(EVIDENCE_FILE, "evidence", "source", cited, names.sources)
    return parameters


def _factors(tables: Tables, indicators: Sequence[Indicator]) -> tuple[Factor, ...]:
    """Return the factors declared, and one with a name of its own making for each that is only used."""
    factors = {factor.id: factor for factor in tables.all("indicators.toml", "factor", Factor)}
    declared = tables.values("indicators.toml", "factor") or ()
    for indicator in indicators:
        if indicator.factor not in factors and indicator.factor not in declared:
            label = indicator.factor.replace("_", " ")
            factors[indicator.factor] = Factor(indicator.factor, indicator.side, label.capitalize(), label)
    return tuple(factors.values())


def _scored(names: Names) -> frozenset[str] | None:
    """Return what a condition may name."""
    return None if names.indicators is None or names.factors is None else names.indicators | names.factors


def _rules(tables: Tables, names: Names) -> tuple[Rule, ...]:
    rules = []
    for entry in tables.all("rules.toml", "rule", _RuleEntry):
        where = f'rule "{entry.id}"'
        _check_effects(tables, where, entry, names)
        condition = tables.condition("rules.toml", where, entry.if_, _scored(names))
        if condition is not None:
            rules.append(
                Rule(
                    entry.id,
                    condition,
                    entry.then,
                    entry.rationale,
                    entry.source,
                    entry.basis,
                    entry.kind,
                    entry.veto_at,
                    entry.advice,
                    entry.name,
                )
            )
    return tuple(rules)


def _check_effects(tables: Tables, where: str, entry: _RuleEntry, names: Names) -> None:
    file = "rules.toml"
    if not entry.then:
        tables.add(file, where, "then is empty; name at least one option or tag")
    if any((effect.option is None) == (effect.tag is None) for effect in entry.then):
        tables.add(file, where, "then: each entry names either an option or a tag")
    tables.known(file, where, "option", (e.option for e in entry.then if e.option is not None), names.options)
    tables.known(file, where, "tag", (e.tag for e in entry.then if e.tag is not None), names.tags)
    if (entry.kind == "veto") != (entry.veto_at is not None):
        remedy = "add veto_at" if entry.kind == "veto" else 'remove veto_at or write kind = "veto"'
        tables.add(file, where, f"a veto, and only a veto, has veto_at; {remedy}")
    if entry.kind in ("condition", "sequencing") and not entry.advice:
        tables.add(file, where, f'a rule of kind "{entry.kind}" needs advice to attach')


def _stance_rules(tables: Tables, names: Names) -> tuple[StanceRule, ...]:
    rules = []
    for entry in tables.all("rules.toml", "stance_rule", _StanceRuleEntry):
        condition = tables.condition("rules.toml", f'stance_rule "{entry.id}"', entry.if_, _scored(names))
        if condition is not None:
            rules.append(StanceRule(entry.id, condition, entry.then.stance, entry.rationale, entry.source, entry.name))
    return tuple(rules)
