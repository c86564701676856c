"""The answer to "why?": what a number is, what it is made of, and what would change it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.case import Assessment, Case
    from advisor.findings import BestFindings, Findings, OptionAtBest, OptionFinding
    from advisor.levers import Price
    from advisor.plan import Plan
    from advisor.playbook import Playbook
    from advisor.survey import Survey
    from advisor.tipping import TippingPoint

Kind: TypeAlias = Literal[
    "stance",
    "stance_chance",
    "reversal",
    "win_set",
    "confidence",
    "reliability",
    "side",
    "factor",
    "score",
    "tipping",
    "standing",
    "rule",
    "stance_rule",
    "acceptance",
    "us_value",
    "price",
    "package",
    "switches",
    "limit",
    "worth",
    "futures",
    "timeline",
    "evidence",
    "weighing",
    "note",
    "suggestion",
    "verdict",
    "playbook",
]
"""What is asked of one assessment."""
ViewKind: TypeAlias = Literal[
    "comparison",
    "apart",
    "record",
    "band",
    "acts",
    "episode",
    "caveat",
    "agreement",
    "spreads",
    "spread",
    "split",
    "packages",
    "incoming",
    "entry",
    "trial",
    "edit",
    "moment",
    "backup",
]
"""What is asked of several assessments at once, of the past, or of files."""
NOT_COMPUTED = "Not computed yet."
NOT_OPEN = "Computed for the assessment that is open: open this one to see it."
RULE_MARK = "/"
"""Parts the option from the bar of its waterfall in the id of a subject, and other ids that are made of two."""
EPISODE_MARK = "episode:"
"""Begins the `of` of a subject that is about a past episode as it is shipped, and not about the library."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked about: a kind of number and, where there are several, the id of the one meant.

    `of` is the id of the assessment whose number it is; empty for the one that is open.
    """

    kind: Kind | ViewKind
    id: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing an answer rests on, with its number; `subject` is what to ask about next, where there is more."""

    name: str
    value: str = ""
    note: str = ""
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Title and value say what is asked, `meaning` what that is; `parts` add up to it or explain it."""

    title: str
    value: str
    meaning: str
    parts: tuple[Part, ...] = ()
    changes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole answer as plain text."""
        lines = [f"{self.title}: {self.value}" if self.value else self.title, self.meaning]
        lines += [" ".join(one for one in (part.name, part.value, part.note) if one) for part in self.parts]
        lines += ["What would change it:", *self.changes] if self.changes else []
        lines += ["Sources:", *self.sources] if self.sources else []
        return "\n".join(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known when the question is asked; what is still to be computed is None or empty.

    Nothing more is computed for an assessment that is not `opened`.
    """

    playbook: Playbook
    case: Case
    assessment: Assessment
    best: BestFindings
    findings: Findings | None = None
    tipping: tuple[TippingPoint, ...] = ()
    prices: Mapping[str, Price] | None = None
    plan: Plan | None = None
    survey: Survey | None = None
    opened: bool = True

    @property
    def not_computed(self) -> str:
        """Say that something is still to come, or how to come by it."""
        return NOT_COMPUTED if self.opened else NOT_OPEN

    def option(self, option_id: str) -> OptionAtBest:
        """Return an option by best scores."""
        return next(one for one in self.best.options if one.id == option_id)

    def finding(self, option_id: str) -> OptionFinding | None:
        """Return an option with its likelihoods, None before they are computed."""
        found = () if self.findings is None else self.findings.options
        return next((one for one in found if one.best.id == option_id), None)
