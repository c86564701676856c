"""The Excel briefing beside a bare XlsxWriter script that writes the same cells: equal bytes first, then the times."""

from __future__ import annotations

import datetime as dt
import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from advisor.briefing import compose
from advisor.findings import assess
from advisor.marking import UNCLASSIFIED
from advisor.plan import solve, with_worth
from advisor.tipping import tipping_points
from advisor.uncertainty import draw_blocks
from benchmarks.timing import median, paired, processor_milliseconds
from data.workbook import measure
from data.workbook.writer import OPTIONS, fill, workbook_bytes, write_briefing

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.briefing import Briefing
    from advisor.case import Case
    from advisor.playbook import Playbook

ROUNDS, _DRAWS = 15, 256


def export(playbook: Playbook, case: Case) -> None:
    """Time the export, and the workbook alone beside the bare script, and print."""
    briefing = _briefing(playbook, case)
    script = recorded(briefing)
    if script.run() != workbook_bytes(briefing):
        raise AssertionError("the bare script does not write what the export writes")

    def ours() -> None:
        _forget()
        workbook_bytes(briefing)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "briefing.xlsx")

        def to_disk() -> None:
            _forget()
            write_briefing(briefing, path)

        whole, busy = median(to_disk, ROUNDS), processor_milliseconds(to_disk)
    found = paired(ours, script.run, ROUNDS, processor_milliseconds)
    cells = sum(name.startswith("write_") for _, name, _, _ in script.calls)
    print(f"briefing of {cells:,} cells, written to disk    {whole:8.0f} ms   (at most 1,000)")
    print(f"  processor time of that                  {busy:8.0f} ms")
    print(f"  the workbook in memory, processor time  {found.measured:8.0f} ms")
    print(
        f"  a bare script writing the same cells    {found.reference:8.0f} ms   ratio {found.ratio:.2f} (at most 1.2)"
    )


def _briefing(playbook: Playbook, case: Case) -> Briefing:
    """Compose the briefing of the latest assessment with its plan, on few draws: they change nothing of its size."""
    sheet, draws = case.latest.sheet, list(draw_blocks(playbook, _DRAWS, 1))
    points = tipping_points(playbook, sheet, playbook.option_ids)
    plan = with_worth(playbook, sheet, solve(playbook, sheet, draws, None, points))
    findings, now = assess(playbook, sheet, draws), dt.datetime(2026, 1, 1)
    return compose(playbook, case, case.latest, findings, plan, analyst="", marking=UNCLASSIFIED, now=now)


def _forget() -> None:
    """Measure every text anew, as for the first briefing of a day."""
    measure.line_count.cache_clear()
    measure._word_width.cache_clear()


class Script:
    """Calls of XlsxWriter in order: number of the object, method, arguments; objects it returns are numbered too."""

    def __init__(self) -> None:
        self.calls: list[tuple[int, str, tuple[Any, ...], dict[str, Any]]] = []

    def run(self) -> bytes:
        """Make the calls on a new workbook and return its bytes."""
        buffer = io.BytesIO()
        with Workbook(buffer, OPTIONS) as workbook:
            made: list[Any] = [workbook]
            for number, name, arguments, options in self.calls:
                given = (made[one.number] if one.__class__ is _Made else one for one in arguments)
                if options or any(one.__class__ is dict for one in arguments):
                    result = getattr(made[number], name)(*(_resolved(one, made) for one in given), **options)
                else:
                    result = getattr(made[number], name)(*given)
                if isinstance(result, _NUMBERED):
                    made.append(result)
        return buffer.getvalue()


def recorded(briefing: Briefing) -> Script:
    """Return the calls that the export makes."""
    script = Script()
    with Workbook(io.BytesIO(), OPTIONS) as workbook:
        fill(_Recorder(workbook, script, [workbook]), briefing)  # type: ignore[arg-type]
    return script


_NUMBERED = (Worksheet, Chart, Format)


class _Made:
    """Stands for an object that an earlier call returned."""

    def __init__(self, number: int) -> None:
        self.number = number


class _Recorder:
    """Passes calls on to an object of XlsxWriter and records them."""

    def __init__(self, target: Any, script: Script, made: list[Any]) -> None:
        self._target, self._script, self._made = target, script, made

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            number = self._number(self._target)
            self._script.calls.append((number, name, tuple(self._named(one) for one in arguments), options))
            result = getattr(self._target, name)(*(_real(one) for one in arguments), **options)
            if isinstance(result, _NUMBERED):
                self._made.append(result)
                return _Recorder(result, self._script, self._made)
            return result

        return call

    def _number(self, one: Any) -> int:
        return next(number for number, known in enumerate(self._made) if known is one)

    def _named(self, one: Any) -> Any:
        """Replace objects of XlsxWriter by their numbers, within dictionaries as well."""
        if isinstance(one, _Recorder):
            return _Made(self._number(one._target))
        if isinstance(one, dict):
            return {key: self._named(value) for key, value in one.items()}
        return one


def _real(one: Any) -> Any:
    if isinstance(one, _Recorder):
        return one._target
    return {key: _real(value) for key, value in one.items()} if isinstance(one, dict) else one


def _resolved(one: Any, made: list[Any]) -> Any:
    if isinstance(one, dict):
        return {key: _resolved(value, made) for key, value in one.items()}
    return made[one.number] if isinstance(one, _Made) else one
