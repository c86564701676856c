"""`hindcast [DIR]`: the track record on episodes with a known outcome."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from advisor.hindcast import hindcast
from advisor.hindcast_text import made_from
from advisor.uncertainty import draw_blocks
from advisor.wording import STANCE_WORDS, percent, signed
from commands.contract import hindcast_json, print_json
from commands.selection import named_playbook
from data.case_files import SHIPPED_CASES, read_cases

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from advisor.hindcast import Hindcast, Record
    from advisor.playbook import Playbook

_WIDTH = 100


def run(arguments: argparse.Namespace) -> None:
    """Print the track record."""
    playbook = named_playbook(arguments.playbook)
    cases = read_cases(arguments.folder or SHIPPED_CASES, playbook.indicator_ids)
    draws = list(draw_blocks(playbook, playbook.uncertainty.draws, playbook.uncertainty.seed_fit))
    result = hindcast(playbook, cases, draws)
    if arguments.json:
        print_json(hindcast_json(result))
    else:
        print("\n".join(lines(playbook, result)))


def lines(playbook: Playbook, result: Hindcast) -> Iterator[str]:
    """Yield the track record as lines of text."""
    yield f"{'episode':<16} {'happened':<10} {'by the index':<13} {'index':>6}   divergent contested aligned"
    for one in result.episodes:
        chances = "".join(f"{percent(share):>9}" for share in one.probabilities.values())
        hit = " " if one.outcome == one.stance_class else "x"
        shown = f"{one.id:<16} {STANCE_WORDS[one.outcome]:<10} {STANCE_WORDS[one.stance_class]:<11} {hit}"
        yield f"{shown} {signed(one.index):>6}  {chances}"
    yield ""
    count = len(result.episodes)
    yield from _record("This playbook", result.record, count)
    yield from _record("Always the shares of all outcomes", result.commonest_class, count)
    yield from _record("Factors without rules", result.factors_only, count)
    yield ""
    yield "Of the class probabilities stated in each band, how many came true:"
    for band in result.reliability:
        said = f"{percent(band.low):>6} - {percent(band.high):<6} {band.stated:>3} stated, mean {percent(band.mean):>5}"
        yield f"  {said}, came true {percent(band.happened):>5}"
    yield from _known_acts(result)
    yield ""
    if playbook.stance_fit is None:
        yield "This playbook's stance is not fitted: equal weights and the wide sigma of its prior."
    yield from textwrap.wrap(" ".join(filter(None, (made_from(playbook), result.caveat))), _WIDTH)


def _record(name: str, record: Record, count: int) -> Iterator[str]:
    parts = [f"Brier {record.brier:.2f}", f"class right {record.class_hits} of {count}"]
    if record.concordance is not None:
        parts.append(f"concordance {record.concordance:.2f}")
    if record.direction is not None:
        parts.append(f"turns in the right direction {record.direction.hits} of {record.direction.pairs}")
    yield f"{name:<34} {', '.join(parts)}"


def _known_acts(result: Hindcast) -> Iterator[str]:
    acts = result.known_acts
    if acts is None:
        return
    yield ""
    yield (
        f"{acts.acts} known acts: Brier {acts.brier:.2f} (base rate {acts.base_rate_brier:.2f}); "
        f"{acts.refused_called_acceptable} of {acts.refused} refused options called acceptable."
    )
