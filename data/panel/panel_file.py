"""Score a panel from file to file: chunk by chunk, and the output written whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from advisor.panel import acceptance, score_panel
from advisor.panel_summary import PanelTally
from advisor.progress import Watch
from advisor.uncertainty import draw_blocks
from data.panel.cells import coded
from data.panel.checking import Checker
from data.panel.chunks import without_blank_end
from data.panel.columns import known_names, read_layout
from data.panel.report import NothingScored, ReportBuilder
from data.panel.results import result_columns
from data.panel.sources import open_source
from data.panel.targets import open_target
from data.safe_file import replacing

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.arrays import Array, BoolArray
    from advisor.panel import PanelRanges, PanelResult
    from advisor.playbook import Playbook
    from data.panel.checking import CheckedChunk
    from data.panel.chunks import RawChunk
    from data.panel.columns import Layout
    from data.panel.report import PanelReport

# Likelihoods of so many rows are drawn between two questions whether to go on.
_DRAWN_TOGETHER = 64


@dataclass(frozen=True, slots=True)
class PanelRun:
    """What to do: `draws` for likelihoods, 0 for none; `partial` where indicators may be left out."""

    source: Path
    target: Path
    summary: Path | None = None
    draws: int = 0
    partial: bool = False
    marking: str = "UNCLASSIFIED"


def score_panel_file(playbook: Playbook, run: PanelRun, watch: Watch | None = None) -> PanelReport:
    """Score every row that can be scored and write a row for each, in order.

    Raises
    ------
    DataError
        The input cannot be used, no row of it can be scored, or the output cannot be written; what stood at the names
        of the output is as it was.
    Cancelled
        Nobody waits for the result any more; as above.
    """
    ranges = run.draws > 0
    with open_source(run.source, known_names(playbook.indicator_ids)) as source:
        layout = read_layout(source.names, playbook.indicator_ids, run.source.name, ranges=ranges, partial=run.partial)
        columns = result_columns(playbook, source.types, draws=ranges)
        work = _Work(playbook, run, watch or Watch())
        with replacing(run.target) as temporary:
            with open_target(temporary, run.target.suffix.lower(), columns.schema) as write:
                for chunk in without_blank_end(source.chunks(list(layout.places.values()))):
                    checked, result, accepted = work.scored(chunk)
                    write(columns.batch(checked, result, accepted))
            report = work.builder.report([*_notes(layout), *source.notes])
            if not report.scored:
                raise NothingScored(report)
            if run.summary is not None:
                work.write_summary(run.summary, report)
    return report


class _Work:
    """Checks and scores chunk by chunk, and keeps count."""

    def __init__(self, playbook: Playbook, run: PanelRun, watch: Watch) -> None:
        self._playbook, self._run, self._watch = playbook, run, watch
        self._checker = Checker(playbook.indicator_ids, ranges=run.draws > 0)
        seed = playbook.uncertainty.seed_fit
        self._draws = list(draw_blocks(playbook, run.draws, seed)) if run.draws else []
        self._tally = PanelTally(playbook) if run.summary is not None else None
        self._share = 0.0
        self.builder = ReportBuilder(run.source.name)

    def scored(self, chunk: RawChunk) -> tuple[CheckedChunk, PanelResult, Array | None]:
        """Return a chunk, checked, with the results of its sound rows and their likelihoods where they are wanted."""
        self._watch.step(self._share, f"{self.builder.rows:,} rows scored")
        checked = self._checker.check(chunk)
        sound = checked.sound
        result = score_panel(self._playbook, checked.best if sound.all() else checked.best[sound])
        accepted = None
        if checked.ranges is not None:
            accepted = self._acceptance(checked.ranges.rows(sound), chunk.share)
        self.builder.add(checked)
        if self._tally is not None and len(result.index):
            _count(self._tally, checked, sound, result)
        self._share = chunk.share
        return checked, result, accepted

    def write_summary(self, path: Path, report: PanelReport) -> None:
        """Write the summary workbook."""
        # Deferred: a panel without a summary has no use for it.
        from data.panel.summary_workbook import write_summary

        if self._tally is not None:
            write_summary(path, self._playbook, self._tally.summary(), report, self._run.marking)

    def _acceptance(self, ranges: PanelRanges, share: float) -> Array:
        """Return likelihoods of rows that take the work on to `share`, asking now and then whether to go on."""
        count = len(ranges.best)
        parts = [np.empty((0, len(self._playbook.options)))]
        for start in range(0, count, _DRAWN_TOGETHER):
            done = self._share + (share - self._share) * start / count
            self._watch.step(done, f"{self.builder.rows + start:,} rows scored")
            rows = slice(start, start + _DRAWN_TOGETHER)
            parts.append(acceptance(self._playbook, ranges.rows(rows), self._draws))
        return np.concatenate(parts)


def _count(tally: PanelTally, checked: CheckedChunk, sound: BoolArray, result: PanelResult) -> None:
    cases, codes = coded(checked.case.filter(pa.array(sound)))
    tally.add(cases, codes, checked.months[sound], result, to_the_month=checked.to_the_month)


def _notes(layout: Layout) -> list[str]:
    notes = []
    if layout.absent:
        notes.append(f"Not scored in any row, for there is no such column: {', '.join(layout.absent)}.")
    if layout.unused:
        notes.append(f"Columns not read: {', '.join(layout.unused)}.")
    return notes
