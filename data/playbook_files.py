"""Read a playbook folder into a frozen `Playbook`, or report every problem of its files at once."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import Field

from advisor.condition import ConditionError, parse
from advisor.errors import did_you_mean
from advisor.playbook import (
    Effect,
    Factor,
    Identity,
    Indicator,
    KnownActs,
    Lever,
    Objective,
    Option,
    PlanParameters,
    Playbook,
    Points,
    Rule,
    RuleKind,
    Share,
    Source,
    StanceFit,
    StanceParameters,
    StanceRule,
    StandingParameters,
    Text,
    Uncertainty,
    VerdictParameters,
)
from data.errors import InvalidFiles, Problem
from data.toml_files import Entries, check_keys, entry_name, read_toml, tables

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from advisor.condition import Condition

T = TypeVar("T")
SHIPPED = Path(__file__).parent / "playbooks"
DEFAULT_PLAYBOOK = "counternarcotics"
FIT_FILE = "stance_fit.toml"
NEEDED = ("indicators.toml", "options.toml", "rules.toml", "sources.toml", "model.toml")
_POINTS_PER_INDICATOR = 2


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


@dataclass(slots=True)
class _Reader:
    """The files of one folder as parsed TOML, and the problems met so far."""

    parsed: dict[str, dict[str, Any]]
    problems: list[Problem] = field(default_factory=list)

    def add(self, file: str, entry: str, what: str) -> None:
        self.problems.append(Problem(file, entry, what))

    def all(self, file: str, key: str, entry_type: type[T]) -> tuple[T, ...]:
        entries = Entries(entry_type)
        found = enumerate(tables(self.parsed[file], key, file, self.problems), 1)
        read = [entries.read(table, file, entry_name(key, table, number), self.problems) for number, table in found]
        kept = tuple(entry for entry in read if entry is not None)
        self._unique(file, key, kept)
        return kept

    def one(self, file: str, key: str, entry_type: type[T]) -> T | None:
        if key not in self.parsed[file]:
            self.add(file, key, f"is missing; write it as a table headed [{key}]")
            return None
        return Entries(entry_type).read(self.parsed[file][key], file, key, self.problems)

    def known(self, file: str, entry: str, kind: str, names: Iterable[str], allowed: Collection[str]) -> None:
        for name in names:
            if name not in allowed:
                self.add(file, entry, f'"{name}" is no {kind} of this playbook{did_you_mean(name, allowed)}')

    def condition(self, file: str, entry: str, text: str, names: Collection[str]) -> Condition | None:
        try:
            return parse(text, names)
        except ConditionError as error:
            self.add(file, entry, f"if: {error}")
            return None

    def _unique(self, file: str, key: str, entries: Sequence[object]) -> None:
        ids = Counter(getattr(entry, "id", None) for entry in entries)
        for repeated, count in ids.items():
            if repeated is not None and count > 1:
                self.add(file, f'{key} "{repeated}"', f"stands {count} times; ids must be unique")


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
    reader = _open(folder)
    playbook = None if reader.problems else _assemble(reader, folder)
    if playbook is None or reader.problems:
        raise InvalidFiles(reader.problems)
    return playbook


def playbook_hash(folder: Path) -> str:
    """Return the SHA-256 over names and contents of the folder's TOML files, line endings normalised."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def _open(folder: Path) -> _Reader:
    problems: list[Problem] = []
    if not folder.is_dir():
        raise InvalidFiles([Problem(str(folder), "", "is not a folder; a playbook is a folder of TOML files")])
    parsed: dict[str, dict[str, Any]] = {}
    for name in (*NEEDED, "playbook.toml", FIT_FILE):
        path = folder / name
        if not path.exists():
            if name in NEEDED:
                problems.append(Problem(name, "", f"is missing from {folder}; a playbook needs {', '.join(NEEDED)}"))
            continue
        content = read_toml(path, problems)
        if content is not None:
            parsed[name] = content
    return _Reader(parsed, problems)


def _assemble(reader: _Reader, folder: Path) -> Playbook | None:
    _check_top_level(reader)
    indicators = reader.all("indicators.toml", "indicator", Indicator)
    factors = _factors(reader, indicators)
    options = reader.all("options.toml", "option", Option)
    sources = reader.all("sources.toml", "source", Source)
    names = {factor.id for factor in factors} | {indicator.id for indicator in indicators}
    rules = _rules(reader, names, options)
    stance_rules = _stance_rules(reader, names)
    parameters = {key: reader.one("model.toml", key, kind) for key, kind in _PARAMETERS.items()}
    fit = reader.parsed.get(FIT_FILE)
    stance_fit = Entries(StanceFit).read(fit, FIT_FILE, "", reader.problems) if fit is not None else None
    identity = _identity(reader, folder)
    if identity is None or any(value is None for value in parameters.values()):
        return None
    playbook = Playbook(
        identity=identity,
        factors=factors,
        indicators=indicators,
        options=options,
        rules=rules,
        stance_rules=stance_rules,
        sources=sources,
        objectives=reader.all("model.toml", "objective", Objective),
        levers=reader.all("model.toml", "lever", Lever),
        known_acts=reader.all("model.toml", "known_acts", KnownActs),
        stance_fit=stance_fit,
        **parameters,  # type: ignore[arg-type]
    )
    for check in _CHECKS:
        check(reader, playbook)
    return playbook


_PARAMETERS: Mapping[str, type] = {
    "standing": StandingParameters,
    "stance": StanceParameters,
    "uncertainty": Uncertainty,
    "verdict": VerdictParameters,
    "plan": PlanParameters,
}
_TOP_LEVEL: Mapping[str, tuple[str, ...]] = {
    "indicators.toml": ("schema", "factor", "indicator"),
    "options.toml": ("schema", "option"),
    "rules.toml": ("schema", "rule", "stance_rule"),
    "sources.toml": ("schema", "source"),
    "model.toml": ("schema", *_PARAMETERS, "objective", "lever", "known_acts"),
}


def _check_top_level(reader: _Reader) -> None:
    for file, allowed in _TOP_LEVEL.items():
        check_keys(reader.parsed[file], allowed, file, reader.problems)
        if reader.parsed[file].get("schema", 1) != 1:
            reader.add(
                file, "schema", f"is {reader.parsed[file]['schema']}; this version reads schema 1. Update Second Image"
            )


def _identity(reader: _Reader, folder: Path) -> Identity | None:
    table = reader.parsed.get("playbook.toml")
    if table is None:
        return Identity(folder.name, folder.name.replace("_", " ").capitalize(), "0", playbook_hash(folder))
    entry = Entries(_IdentityEntry).read(table, "playbook.toml", "", reader.problems)
    return Identity(entry.id, entry.name, entry.version, playbook_hash(folder)) if entry else None


def _factors(reader: _Reader, indicators: Sequence[Indicator]) -> tuple[Factor, ...]:
    declared = {factor.id: factor for factor in reader.all("indicators.toml", "factor", Factor)}
    for indicator in indicators:
        if indicator.factor not in declared:
            label = indicator.factor.replace("_", " ")
            declared[indicator.factor] = Factor(indicator.factor, indicator.side, label.capitalize(), label)
    used = {indicator.factor for indicator in indicators}
    for factor in declared.values():
        if factor.id not in used:
            reader.add("indicators.toml", f'factor "{factor.id}"', "has no indicator; add one or remove the factor")
    return tuple(declared.values())


def _rules(reader: _Reader, names: Collection[str], options: Sequence[Option]) -> tuple[Rule, ...]:
    option_ids = {option.id for option in options}
    tags = {tag for option in options for tag in option.tags}
    rules = []
    for entry in reader.all("rules.toml", "rule", _RuleEntry):
        where = f'rule "{entry.id}"'
        _check_effects(reader, where, entry, option_ids, tags)
        condition = reader.condition("rules.toml", where, entry.if_, names)
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


def _check_effects(
    reader: _Reader, where: str, entry: _RuleEntry, options: Collection[str], tags: Collection[str]
) -> None:
    if not entry.then:
        reader.add("rules.toml", where, "then is empty; name at least one option or tag")
    for effect in entry.then:
        if (effect.option is None) == (effect.tag is None):
            reader.add("rules.toml", where, "then: each entry names either an option or a tag")
    reader.known("rules.toml", where, "option", (e.option for e in entry.then if e.option is not None), options)
    reader.known("rules.toml", where, "tag", (e.tag for e in entry.then if e.tag is not None), tags)
    if (entry.kind == "veto") != (entry.veto_at is not None):
        remedy = "add veto_at" if entry.kind == "veto" else 'remove veto_at or write kind = "veto"'
        reader.add("rules.toml", where, f"a veto, and only a veto, has veto_at; {remedy}")
    if entry.kind in ("condition", "sequencing") and not entry.advice:
        reader.add("rules.toml", where, f'a rule of kind "{entry.kind}" needs advice to attach')


def _stance_rules(reader: _Reader, names: Collection[str]) -> tuple[StanceRule, ...]:
    rules = []
    for entry in reader.all("rules.toml", "stance_rule", _StanceRuleEntry):
        condition = reader.condition("rules.toml", f'stance_rule "{entry.id}"', entry.if_, names)
        if condition is not None:
            rules.append(StanceRule(entry.id, condition, entry.then.stance, entry.rationale, entry.source, entry.name))
    return tuple(rules)


def _check_indicators(reader: _Reader, playbook: Playbook) -> None:
    file = "indicators.toml"
    if not playbook.indicators:
        reader.add(file, "", "holds no indicator")
    for indicator in playbook.indicators:
        where = f'indicator "{indicator.id}"'
        if indicator.side != playbook.factor[indicator.factor].side:
            side = playbook.factor[indicator.factor].side
            reader.add(file, where, f'side is "{indicator.side}", but its factor "{indicator.factor}" is {side}')
        if len(indicator.anchors) < _POINTS_PER_INDICATOR:
            reader.add(file, where, "needs at least two anchors, such as 0 and 10")
        for proxy in indicator.proxies:
            raw = [point[0] for point in proxy.breakpoints]
            if any(later <= earlier for earlier, later in zip(raw, raw[1:], strict=False)):
                reader.add(file, where, f'breakpoints of "{proxy.dataset}" must rise in their first number')
    clash = set(playbook.factor_ids) & set(playbook.indicator_ids)
    for name in sorted(clash):
        reader.add(file, f'indicator "{name}"', "has the id of a factor; ids must differ")


def _check_options(reader: _Reader, playbook: Playbook) -> None:
    file = "options.toml"
    if not playbook.options:
        reader.add(file, "", "holds no option")
    objectives = [objective.id for objective in playbook.objectives]
    for option in playbook.options:
        where = f'option "{option.id}"'
        reader.known(file, where, "factor", option.political, playbook.factor_ids)
        for factor in playbook.factor_ids:
            if factor not in option.political:
                reader.add(file, where, f"political.{factor} is missing; write effect = 0 where it has none")
        reader.known(file, where, "objective", (*option.us_value, *option.us_risk), objectives)
        reader.known(file, where, "option", (*option.mutually_exclusive_with, *option.complements), playbook.option_ids)
        reader.known(file, where, "source", (*option.sources, *option.precedent.sources), playbook.source)
        if option.cost_usd_m[0] > option.cost_usd_m[1]:
            reader.add(file, where, f"cost_usd_m is {list(option.cost_usd_m)}; write the lower figure first")
        if option.id in (*option.mutually_exclusive_with, *option.complements):
            reader.add(file, where, "names itself as exclusive or complement")


def _check_rules(reader: _Reader, playbook: Playbook) -> None:
    file = "rules.toml"
    for kind, rules in (("rule", playbook.rules), ("stance_rule", playbook.stance_rules)):
        for rule in rules:
            reader.known(file, f'{kind} "{rule.id}"', "source", rule.source, playbook.source)
    for name in sorted(set(playbook.rule) & set(playbook.stance_rule)):
        reader.add(file, f'rule "{name}"', "has the id of a stance rule; ids must differ")


def _check_model(reader: _Reader, playbook: Playbook) -> None:
    file = "model.toml"
    plan, options, indicators = playbook.plan, playbook.option_ids, playbook.indicator_ids
    if sum(objective.weight for objective in playbook.objectives) <= 0:
        reader.add(file, "objective", "the weights of the objectives must sum to more than 0")
    draws = playbook.uncertainty.draws
    if draws & (draws - 1):
        reader.add(file, "uncertainty, draws", f"is {draws}, but must be a power of two, such as 4096")
    reader.known(file, "plan, standing_package", "option", plan.standing_package, options)
    reader.known(file, "plan, not_triggers", "indicator", plan.not_triggers, indicators)
    for requirement in plan.requires_any:
        reader.known(file, "plan, requires_any", "option", (requirement.option, *requirement.any), options)
    for lever in playbook.levers:
        reader.known(file, f'lever "{lever.indicator}"', "indicator", [lever.indicator], indicators)
        for way, limit, cost in (("up", lever.up_limit, lever.up_cost), ("down", lever.down_limit, lever.down_cost)):
            if limit > 0 and cost is None:
                reader.add(file, f'lever "{lever.indicator}"', f"{way}_limit is given without {way}_cost")
    for drift in playbook.uncertainty.drift:
        reader.known(file, "uncertainty, drift", "indicator", [drift.indicator], indicators)
        needed = {"calendar": ("sd", drift.sd), "revert": ("keep", drift.keep)}[drift.kind]
        if needed[1] is None:
            reader.add(file, f'uncertainty, drift "{drift.indicator}"', f'kind "{drift.kind}" needs {needed[0]}')
    for acts in playbook.known_acts:
        reader.known(file, f'known_acts "{acts.episode}"', "option", (*acts.accepted, *acts.refused), options)


def _check_fit(reader: _Reader, playbook: Playbook) -> None:
    if playbook.stance_fit is None:
        return
    fit = playbook.stance_fit
    for model in (fit.full, fit.factors_only, *(m for left in fit.left_out for m in (left.full, left.factors_only))):
        reader.known(FIT_FILE, "weights", "factor", model.weights, playbook.factor_ids)
        if missing := [factor for factor in playbook.factor_ids if factor not in model.weights]:
            reader.add(FIT_FILE, "weights", f"{', '.join(missing)} missing; run the fit again")
        if model.cut_divergent >= model.cut_aligned:
            reader.add(FIT_FILE, "cut_divergent", "must lie below cut_aligned; run the fit again")


_CHECKS: tuple[Callable[[_Reader, Playbook], None], ...] = (
    _check_indicators,
    _check_options,
    _check_rules,
    _check_model,
    _check_fit,
)


def with_fit(playbook: Playbook, fit: StanceFit) -> Playbook:
    """Return the playbook with another stance fit, as `fit` does before it writes one."""
    return replace(playbook, stance_fit=fit)
