"""Other programs, and what is told of them."""

from __future__ import annotations

import os
import sys

import pytest

from first_start import programs


def test_tail_keeps_the_last_lines() -> None:
    assert programs.tail(str(number) for number in range(100)).split() == [str(number) for number in range(88, 100)]


def test_exit_codes_are_those_of_a_shell() -> None:
    assert programs.call([sys.executable, "-c", "raise SystemExit(7)"]) == 7


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals")
def test_death_by_signal_is_not_success() -> None:
    assert programs.call([sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"]) == 137


def test_program_that_cannot_start_is_reported() -> None:
    code, output = programs.capture(["no-such-program"])
    assert code == 127
    assert "no-such-program" in output
