"""What the window has from the outside, besides the library: handed over whole by the composition root."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ui.playbook_ports import PlaybooksPort
    from ui.ports import BriefingPort, ExamplePort, ImportPort, PackagePort, RegionsPort, ScorecardPort, TrackRecordPort


@dataclass(frozen=True, slots=True)
class Outside:
    """One callable or port for each thing that the window asks others to do."""

    briefing: BriefingPort
    package: PackagePort
    imports: ImportPort
    regions: RegionsPort
    track_record: TrackRecordPort
    example: ExamplePort
    scorecard: ScorecardPort
    playbooks: PlaybooksPort
    crash_reports: Path
