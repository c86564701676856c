from __future__ import annotations

import os

import pytest

from ui import text_size


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
    monkeypatch.setattr(text_size, "_GIVEN", "")


def test_the_next_application_is_as_large_as_chosen() -> None:
    text_size.wear_text_size(150)
    assert os.environ["QT_SCALE_FACTOR"] == "1.5"
    text_size.wear_text_size(100)
    assert "QT_SCALE_FACTOR" not in os.environ


@pytest.mark.parametrize(("given", "worn"), [("2", "3"), ("many", None)])
def test_what_the_environment_asks_for_comes_on_top(
    monkeypatch: pytest.MonkeyPatch, given: str, worn: str | None
) -> None:
    monkeypatch.setattr(text_size, "_GIVEN", given)
    text_size.wear_text_size(150)
    assert os.environ.get("QT_SCALE_FACTOR") == worn
