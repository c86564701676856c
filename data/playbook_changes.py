"""The file that says what somebody's own playbook changes in the files beside it, which stay as they were copied."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from advisor.bounds import NonNegative, Points, Scale, Share, Text
from advisor.playbook import Playbook
from advisor.trial import Derivation, Entry, Number, Origin, Trial
from advisor.trial_check import problems
from advisor.trying import remade
from data.errors import InvalidFiles, Problem
from data.playbook_tables import Tables

CHANGES_FILE = "changes.toml"
KEYS = ("schema", "switched_off", "derived_from", "rule", "option")
_HEADER = """\
# What this playbook changes in the files beside it; they are as they were in the playbook it was copied from.
# Written by the view Playbook of Second Image. It may be edited: second-image check says what is wrong.
# strength multiplies the points in rules.toml; every other number takes the place of the one in its file.

"""


@dataclass(frozen=True, slots=True)
class _Origin:
    id: Text
    version: Text
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class _SwitchedOff:
    rules: tuple[Text, ...] = ()
    options: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class _RuleChange:
    id: Text
    strength: NonNegative | None = None
    veto_at: Share | None = None


@dataclass(frozen=True, slots=True)
class _OptionChange:
    id: Text
    visibility: Scale | None = None
    coerciveness: Scale | None = None
    reversibility: Scale | None = None
    political: dict[str, Points] = field(default_factory=dict)
    us_value: dict[str, Scale] = field(default_factory=dict)


def read_derivation(tables: Tables) -> Derivation | None:
    """Return what the file says, None where there is none; what is wrong with it is added to the problems."""
    if CHANGES_FILE not in tables.parsed:
        return None
    origins = tables.all(CHANGES_FILE, "derived_from", _Origin)
    if not tables.parsed[CHANGES_FILE].get("derived_from"):
        tables.add(CHANGES_FILE, "derived_from", "is missing; name what it was copied from, headed [[derived_from]]")
    off = _SwitchedOff()
    if "switched_off" in tables.parsed[CHANGES_FILE]:
        off = tables.one(CHANGES_FILE, "switched_off", _SwitchedOff) or off
    numbers: dict[Number, float] = {}
    for rule in tables.all(CHANGES_FILE, "rule", _RuleChange):
        numbers.update(_rule_numbers(rule))
    for option in tables.all(CHANGES_FILE, "option", _OptionChange):
        numbers.update(_option_numbers(option))
    entries = [Entry("rule", name) for name in off.rules] + [Entry("option", name) for name in off.options]
    found = tuple(Origin(one.id, one.version, one.sha256) for one in origins)
    return Derivation(found, Trial(frozenset(entries), numbers))


def derived(base: Playbook, derivation: Derivation) -> Playbook:
    """Return the playbook that the changes make of the files beside them.

    Raises
    ------
    InvalidFiles
        A change does not fit the files.
    """
    found = problems(base, derivation.changes)
    if found:
        raise InvalidFiles([Problem(CHANGES_FILE, one.where, one.what) for one in found])
    identity = replace(base.identity, origins=tuple(one.id for one in derivation.origins))
    return replace(remade(base, derivation.changes), identity=identity, derivation=derivation)


def changes_text(derivation: Derivation) -> str:
    """Return the file that says what is changed."""
    import tomli_w  # no start needs to write

    trial, off = derivation.changes, sorted(derivation.changes.off)
    content: dict[str, Any] = {
        "schema": 1,
        "switched_off": {
            "rules": [one.id for one in off if one.kind == "rule"],
            "options": [one.id for one in off if one.kind == "option"],
        },
        "derived_from": [{"id": one.id, "version": one.version, "sha256": one.sha256} for one in derivation.origins],
    }
    tables: dict[Entry, dict[str, Any]] = {}
    for number, value in sorted(trial.numbers.items()):
        table = tables.setdefault(number.entry, {"id": number.entry.id})
        if number.of:
            table.setdefault(number.name, {})[number.of] = value
        else:
            table[number.name] = value
    for entry, table in tables.items():
        content.setdefault(entry.kind, []).append(table)
    return _HEADER + tomli_w.dumps(content)


def _rule_numbers(rule: _RuleChange) -> Iterator[tuple[Number, float]]:
    entry = Entry("rule", rule.id)
    if rule.strength is not None:
        yield Number(entry, "strength"), rule.strength
    if rule.veto_at is not None:
        yield Number(entry, "veto_at"), rule.veto_at


def _option_numbers(option: _OptionChange) -> Iterator[tuple[Number, float]]:
    entry = Entry("option", option.id)
    traits: Mapping[Any, float | None] = {
        "visibility": option.visibility,
        "coerciveness": option.coerciveness,
        "reversibility": option.reversibility,
    }
    for name, value in traits.items():
        if value is not None:
            yield Number(entry, name), value
    yield from ((Number(entry, "political", factor), value) for factor, value in option.political.items())
    yield from ((Number(entry, "us_value", objective), value) for objective, value in option.us_value.items())
