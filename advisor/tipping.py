"""Tipping points: the nearest scores at which the verdict of an option, or the stance, changes.

Exact, because everything down to the verdict by best scores is piecewise linear (docs/model.md): paths are cut at all
kinks and thresholds, and between two cuts no verdict changes. The share of indicators without a score is held.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from advisor.engine import DUST, evaluate, matrices, worth
from advisor.findings import VERDICTS, Verdict
from advisor.paths import kinked, whole_scale
from advisor.playbook import STANCE_CLASSES, StanceClass
from advisor.scores import SCALE
from advisor.stance import class_numbers
from advisor.verdicts import best_verdicts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from numpy.typing import NDArray

    from advisor.arrays import Array, BoolArray
    from advisor.engine import Evaluation
    from advisor.paths import Paths, Spans
    from advisor.playbook import Playbook
    from advisor.scores import ScoreSheet

STANCE = "stance"
Direction = Literal["falls_to", "rises_to"]
Favour = Literal["in_favour", "against"]
State: TypeAlias = Verdict | StanceClass
_RANK: dict[State, int] = {
    **{verdict: -place for place, verdict in enumerate(VERDICTS)},
    **{stance: place for place, stance in enumerate(STANCE_CLASSES)},
}


@dataclass(frozen=True, slots=True)
class TippingPoint:
    """Where one indicator, the others held, changes a verdict or the stance.

    `subject` is the id of an option or "stance". The state is `after` beyond `value`, and perhaps at it. `distance` is
    in typical years: the change from `now` over the indicator's 12-month volatility.
    """

    subject: str
    indicator: str
    direction: Direction
    now: float
    value: float
    before: State
    after: State
    distance: float

    @property
    def for_the_better(self) -> bool:
        """Whether an option becomes more acceptable, or the stance turns toward aligned."""
        return _RANK[self.after] > _RANK[self.before]


@dataclass(frozen=True, slots=True)
class Shift:
    """One indicator's part in a joint move."""

    indicator: str
    now: float
    value: float


@dataclass(frozen=True, slots=True)
class JointMove:
    """The least that all indicators together, each by `years` of its volatility, must move to change a state.

    In favour of the stance means toward aligned.
    """

    subject: str
    favour: Favour
    years: float
    before: State
    after: State
    shifts: tuple[Shift, ...]


def tipping_points(
    playbook: Playbook, sheet: ScoreSheet, subjects: Collection[str] | None = None
) -> tuple[TippingPoint, ...]:
    """Return the tipping points of options and stance by each indicator, downwards and upwards.

    They come in the order of the playbook, the stance last; `nearest` sorts them by distance.

    Parameters
    ----------
    subjects
        Ids of options, or "stance"; all where none is given.
    """
    scores = sheet.arrays(playbook.indicator_ids)
    paths = whole_scale(scores.best, np.eye(len(scores.best)))
    wanted = np.tile(_chosen(playbook, subjects), (len(scores.best), 1))
    return tuple(_point(playbook, scores.best, turn) for turn in _turns(playbook, paths, wanted, scores.unscored_share))


def joint_moves(
    playbook: Playbook, sheet: ScoreSheet, subjects: Collection[str] | None = None
) -> tuple[JointMove, ...]:
    """Return the least joint moves in favour of and against each option, and of the stance.

    An indicator goes the way in which one volatility more or less of it, the others held, raises the standing or the
    index; one that makes no difference stays where it is.
    """
    scores = sheet.arrays(playbook.indicator_ids)
    chosen = np.flatnonzero(_chosen(playbook, subjects))
    paths = whole_scale(scores.best, _favourable(playbook, scores.best)[chosen])
    wanted = np.eye(len(playbook.options) + 1, dtype=np.bool_)[chosen]
    return tuple(_joint(playbook, paths, turn) for turn in _turns(playbook, paths, wanted, scores.unscored_share))


def nearest(points: Iterable[TippingPoint], subject: str) -> tuple[TippingPoint, ...]:
    """Return the tipping points of one subject, the nearest in typical years first."""
    return tuple(sorted((point for point in points if point.subject == subject), key=lambda point: point.distance))


@dataclass(frozen=True, slots=True, order=True)
class _Turn:
    """The change of state nearest to the start of a path, on one side of it; columns are options, then the stance."""

    column: int
    path: int
    upward: bool
    place: float
    before: int
    after: int


def _turns(playbook: Playbook, paths: Paths, wanted: BoolArray, unscored: float) -> list[_Turn]:
    """Return the nearest changes on either side of each path, of the columns that are `wanted` on it [P, O + 1]."""
    cut = kinked(playbook, paths)
    for thresholds in (_of_rules, _of_standings, _of_worths):
        values, owners = thresholds(playbook, evaluate(playbook, cut.scores))
        cut = cut.cut(values, wanted[:, owners])
    now = _states(playbook, evaluate(playbook, paths.start[None, :]), unscored)[0]
    spans = cut.spans
    states = _states(playbook, evaluate(playbook, np.concatenate((spans.middles, cut.scores))), unscored)
    path = np.concatenate((spans.path, cut.path))
    changed = (states != now) & wanted[path]
    return sorted(
        _Turn(column, int(path[row]), upward, place, int(now[column]), int(states[row, column]))
        for upward in (False, True)
        for row, column, place in _nearest(cut, spans, path, changed, upward)
    )


def _nearest(
    cut: Paths, spans: Spans, path: NDArray[np.intp], changed: BoolArray, upward: bool
) -> Iterator[tuple[int, int, float]]:
    """Yield for each path and column the nearest change on one side, and where it begins.

    Rows are the spans, then the knots. A span comes before the knot where it begins: what lasts is worth more than what
    holds at one score only, yet a verdict may change at the very end of the scale.
    """
    sign = 1.0 if upward else -1.0
    begins = np.concatenate((spans.low if upward else -spans.high, sign * cut.place))
    beyond = sign * np.concatenate((spans.low + spans.high, cut.place)) > 0
    order = np.lexsort((begins, path))
    place, column = np.nonzero((changed & beyond[:, None])[order])
    row = order[place]
    _, first = np.unique(path[row] * changed.shape[1] + column, return_index=True)
    places = sign * np.maximum(begins[row[first]], 0.0)
    yield from zip(row[first].tolist(), column[first].tolist(), places.tolist(), strict=True)


def _states(playbook: Playbook, evaluation: Evaluation, unscored: float) -> NDArray[np.intp]:
    """Return the states as numbers [n, O + 1]: verdicts of the options, then the class of the stance."""
    classes = class_numbers(evaluation.stance_index, playbook.stance_model).astype(np.intp)
    return np.column_stack((best_verdicts(playbook, evaluation, unscored), classes))


def _of_rules(playbook: Playbook, evaluation: Evaluation) -> tuple[Array, NDArray[np.intp]]:
    """Return how far the rules are from the cap and from vetoes, and the column that each value belongs to."""
    table, cap = matrices(playbook), playbook.standing.rule_cap
    points = evaluation.rule_degrees @ table.points.T
    options = np.arange(len(playbook.options))
    vetoed, by = np.nonzero(np.isfinite(table.veto_at))
    vetoes = evaluation.rule_degrees[:, by] - table.veto_at[vetoed, by]
    return np.concatenate((points - cap, points + cap, vetoes), axis=1), np.concatenate((options, options, vetoed))


def _of_standings(playbook: Playbook, evaluation: Evaluation) -> tuple[Array, NDArray[np.intp]]:
    """Return how far standings and index are from where verdict, class or delivery changes, and their columns."""
    full, model = playbook.standing.full_delivery, playbook.stance_model
    levels = (-full, playbook.verdict.reserve_standing, 0.0, full)
    cuts = (model.cut_divergent, model.cut_aligned)
    values = np.concatenate(
        [evaluation.standings - level for level in levels] + [evaluation.stance_index[:, None] - cut for cut in cuts],
        axis=1,
    )
    options = len(playbook.options)
    return values, np.concatenate((np.tile(np.arange(options), len(levels)), np.full(len(cuts), options)))


def _of_worths(playbook: Playbook, evaluation: Evaluation) -> tuple[Array, NDArray[np.intp]]:
    """Return how far worths are from that of a lead, were nothing vetoed, and their columns."""
    worths = worth(playbook, evaluation.standings, np.zeros_like(evaluation.vetoed))
    return worths - playbook.verdict.lead_worth, np.arange(len(playbook.options))


def _favourable(playbook: Playbook, best: Array) -> Array:
    """Return what a year's volatility of each indicator is worth to each column, as signed rates [O + 1, I]."""
    volatility = np.array([indicator.volatility for indicator in playbook.indicators])
    step = np.diag(volatility)
    more, less = (evaluate(playbook, np.clip(best + signed, *SCALE)) for signed in (step, -step))
    gain = np.column_stack((more.standings - less.standings, more.stance_index - less.stance_index))
    rates: Array = np.where(np.abs(gain) > DUST, np.sign(gain), 0.0).T * volatility
    return rates


def _chosen(playbook: Playbook, subjects: Collection[str] | None) -> BoolArray:
    return np.array([subjects is None or name in subjects for name in (*playbook.option_ids, STANCE)])


def _subject(playbook: Playbook, turn: _Turn) -> tuple[str, State, State]:
    if turn.column == len(playbook.options):
        return STANCE, STANCE_CLASSES[turn.before], STANCE_CLASSES[turn.after]
    return playbook.option_ids[turn.column], VERDICTS[turn.before], VERDICTS[turn.after]


def _point(playbook: Playbook, best: Array, turn: _Turn) -> TippingPoint:
    subject, before, after = _subject(playbook, turn)
    indicator, now = playbook.indicators[turn.path], float(best[turn.path])
    return TippingPoint(
        subject=subject,
        indicator=indicator.id,
        direction="rises_to" if turn.upward else "falls_to",
        now=now,
        value=now + turn.place,
        before=before,
        after=after,
        distance=abs(turn.place) / indicator.volatility,
    )


def _joint(playbook: Playbook, paths: Paths, turn: _Turn) -> JointMove:
    subject, before, after = _subject(playbook, turn)
    ends = np.clip(paths.start + turn.place * paths.rates[turn.path], *SCALE)
    shifts = zip(playbook.indicator_ids, paths.start.tolist(), ends.tolist(), strict=True)
    return JointMove(
        subject=subject,
        favour="in_favour" if turn.upward else "against",
        years=abs(turn.place),
        before=before,
        after=after,
        shifts=tuple(Shift(name, now, value) for name, now, value in shifts if now != value),
    )
