"""What a briefing says of the reliability of its assessment, where it tells its method."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.method_text import MethodSection
from advisor.reliability import grounds, reliability
from advisor.reliability_text import ABOUT, lack_text, parts_text, reliability_sentence, weakest_text

if TYPE_CHECKING:
    from advisor.case import Assessment, Case
    from advisor.findings import BestFindings
    from advisor.playbook import Playbook


@dataclass(frozen=True, slots=True)
class ReliabilityMethod:
    """The section and the facts, as label and value; none where the playbook does not weigh evidence."""

    sections: tuple[MethodSection, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


def reliability_method(playbook: Playbook, case: Case, assessment: Assessment, best: BestFindings) -> ReliabilityMethod:
    """Return what is said of the reliability of the scores that were judged."""
    found = reliability(playbook, grounds(playbook, case, assessment), best.sheet)
    if found is None:
        return ReliabilityMethod()
    paragraphs = (reliability_sentence(found, best.confidence), weakest_text(playbook, found), ABOUT)
    return ReliabilityMethod(
        (MethodSection("Reliability", tuple(text for text in paragraphs if text)),),
        (("Lack of reliability (0 is best)", f"{lack_text(found.lack)}: {parts_text(found)}"),),
    )
