"""The words about reliability: the index, its parts, the confidence it supports and what would help."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.reliability import PARTS
from advisor.reliability_text import (
    lack_text,
    part_lines,
    parts_text,
    reliability_sentence,
    supports_text,
    weakest_text,
)
from tests.advisor.test_reliability import assessment, found

if TYPE_CHECKING:
    from advisor.playbook import Playbook
    from advisor.reliability import Reliability


@pytest.fixture
def result(playbook: Playbook) -> Reliability:
    return found(playbook, assessment(playbook, None))


def test_the_words_name_index_parts_supported_confidence_and_the_first_remedy(
    playbook: Playbook, result: Reliability
) -> None:
    assert lack_text(result.lack) == "10.0 of 10"
    assert parts_text(result) == "few or poorly graded sources 9.5, not scored 0.5"
    assert supports_text(result, "moderate") == (
        "It supports low confidence; the scores state moderate. "
        "First of all, link and grade evidence, from independent sources."
    )
    assert supports_text(result, "low") == "It supports low confidence."
    assert weakest_text(playbook, result).startswith("Least reliable: ")
    assert reliability_sentence(result, "low").startswith("Lack of reliability 10.0 of 10: few or poorly")
    assert part_lines(result)[0][0] == "Not scored"
    assert len(part_lines(result)) == len(PARTS)


def test_more_is_supported_than_stated_says_only_so(result: Reliability) -> None:
    best = replace(result, lack=0.0, parts=dict.fromkeys(PARTS, 0.0))
    assert parts_text(best) == "nothing lacking"
    assert supports_text(best, "moderate") == "It supports high confidence; the scores state moderate."
