"""Case files: the shipped ones load, and everything wrong with a file is said at once."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

import pytest

from advisor.scores import Score
from data.case_files import SECOND_CODER, SHIPPED_CASES, read_case, read_cases, read_second_coder
from data.errors import InvalidFiles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from advisor.playbook import Playbook

CASE = """\
[[episode]]
id = "A"
country = "Peru"
coded_as_of = 2014-05-15
[episode.scores]
eb_overlap = { best = 6 }
"""
CODING = """\
[[episode]]
id = "A"
coder = "second"
[episode.scores]
eb_overlap = { best = 6 }
"""


def write(folder: Path, text: str, name: str = "peru.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def problems_of(read: Callable[[], object]) -> list[str]:
    with pytest.raises(InvalidFiles) as caught:
        read()
    return str(caught.value).splitlines()


def test_every_shipped_case_loads_with_all_indicators_scored(playbook: Playbook) -> None:
    cases = read_cases(SHIPPED_CASES, playbook.indicator_ids)
    assessments = [assessment for case in cases for assessment in case.assessments]
    assert len(list(SHIPPED_CASES.glob("*.toml"))) == len(cases) == 18
    assert len(assessments) == len({assessment.id for assessment in assessments}) == 29
    assert all(set(assessment.sheet.scores) == set(playbook.indicator_ids) for assessment in assessments)
    assert all(assessment.outcome is not None for assessment in assessments)
    assert sum(assessment.coded_blind for assessment in assessments) == 18


def test_every_shipped_episode_is_coded_twice_58_codings_in_all(playbook: Playbook) -> None:
    cases = read_cases(SHIPPED_CASES, playbook.indicator_ids)
    second = read_second_coder(SECOND_CODER, playbook.indicator_ids)
    first = {assessment.id: assessment.sheet for case in cases for assessment in case.assessments}
    assert len(list(SECOND_CODER.glob("*.toml"))) == 18
    assert set(first) == set(second)
    assert len(first) + len(second) == 58
    assert all(set(sheet.scores) == set(playbook.indicator_ids) for sheet in second.values())


def test_no_shipped_fact_is_dated_after_the_coding_unless_it_says_so(playbook: Playbook) -> None:
    """A date is as precise as its source: it counts as later when it begins after the coding date."""
    late = [
        (assessment.id, fact.date)
        for case in read_cases(SHIPPED_CASES, playbook.indicator_ids)
        for assessment in case.assessments
        for fact in assessment.facts
        if fact.date[:4].isdigit()
        and not fact.after_coding_date
        and fact.date[:10] > assessment.as_of.isoformat()[: len(fact.date)]
    ]
    assert late == []


def test_assessments_are_in_order_of_date_whatever_the_order_in_the_file(tmp_path: Path) -> None:
    earlier = CASE.replace('"A"', '"B"').replace("2014-05-15", "2011-08-10")
    case = read_case(write(tmp_path, CASE + earlier), ["eb_overlap"])
    assert [assessment.id for assessment in case.assessments] == ["B", "A"]
    assert case.latest.as_of == dt.date(2014, 5, 15)


def test_one_score_is_enough_and_without_a_range_it_is_its_own_range(tmp_path: Path) -> None:
    sheet = read_case(write(tmp_path, CASE), ["eb_overlap", "eb_pledge"]).latest.sheet
    assert sheet.scores == {"eb_overlap": Score(6, 6, 6)}
    assert sheet.get("eb_pledge") is None


def test_an_assessment_without_scores_outcome_or_facts_is_a_case(tmp_path: Path) -> None:
    case = read_case(write(tmp_path, CASE.partition("[episode.scores]")[0]), ["eb_overlap"])
    assert not case.latest.sheet.scores
    assert case.latest.outcome is None


def test_a_case_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    path = tmp_path / "peru.toml"
    path.write_bytes(b"\xef\xbb\xbf" + CASE.replace("\n", "\r\n").encode())
    assert read_case(path, ["eb_overlap"]).name == "Peru"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('id = "A"\n', "", 'peru.toml: episode "Peru", id: is missing'),
        ('id = "A"', 'id = ""', 'peru.toml: episode "", id: is empty'),
        ('country = "Peru"\n', "", 'peru.toml: episode "A", country: is missing'),
        (
            "2014-05-15",
            '"May 2014"',
            'peru.toml: episode "A", coded_as_of: is "May 2014", but must be a date such as 2014-05-15',
        ),
        (
            "coded_as_of",
            "coded_as_off",
            'peru.toml: episode "A", coded_as_off: is not known here; did you mean "coded_as_of"?; allowed: id,',
        ),
        (
            "eb_overlap",
            "eb_overlop",
            'peru.toml: episode "A", scores.eb_overlop: is no indicator of the playbook; did you mean "eb_overlap"?',
        ),
        (
            "best = 6",
            "best = 11",
            'peru.toml: episode "A", scores.eb_overlap.best: is 11, but must be less than or equal',
        ),
        ("best = 6", "best = -1", 'peru.toml: episode "A", scores.eb_overlap.best: is -1, but must be greater than or'),
        ("best = 6", "best = nan", 'peru.toml: episode "A", scores.eb_overlap.best: is nan, but must be an ordinary'),
        ("best = 6", 'best = "6"', 'peru.toml: episode "A", scores.eb_overlap.best: is "6", but must be a number'),
        ("{ best = 6 }", "6", 'peru.toml: episode "A", scores.eb_overlap: is 6, but must be a table'),
        ("best = 6", "low = 5", 'peru.toml: episode "A", scores.eb_overlap.best: is missing'),
        (
            "best = 6",
            "best = 6, low = 7",
            'peru.toml: episode "A", scores.eb_overlap: low 7, best 6, high 6: write them in rising order',
        ),
        (
            "best = 6",
            'best = 6, confidence = "medium"',
            "peru.toml: episode \"A\", scores.eb_overlap.confidence: is \"medium\"; allowed: 'low', 'moderate'",
        ),
        (
            "[episode.scores]",
            '[episode.outcome]\nstance = "neutral"\n[episode.scores]',
            "peru.toml: episode \"A\", outcome.stance: is \"neutral\"; allowed: 'divergent', 'contested' or 'aligned'",
        ),
        (
            "[episode.scores]",
            '[[episode.fact]]\ndate = "2014"\ntext = "x"\nverified = true\n[episode.scores]',
            'peru.toml: episode "A", fact 1, source: is missing',
        ),
        (
            "[[episode]]",
            '[[series]]\nname = "s"\nunit = "ha"\n[[series.point]]\ndate = "2014"\nvalue = inf\n[[episode]]',
            'peru.toml: series "s", point 1, value: is inf, but must be an ordinary number',
        ),
        ("[[episode]]", "[[epsiode]]", 'peru.toml: epsiode: is not known here; did you mean "episode"?; allowed:'),
        ("[[episode]]", "schema_version = 2\n[[episode]]", "peru.toml: schema_version: is 2; this version reads 1."),
        ("[[episode]]", "[episode]", "peru.toml: episode: must be a list of tables, each headed [[episode]]"),
    ],
)
def test_one_mistake_is_one_problem_with_place_and_remedy(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in CASE
    path = write(tmp_path, CASE.replace(old, new, 1))
    found = problems_of(lambda: read_case(path, ["eb_overlap", "eb_pledge"]))
    assert [problem for problem in found if problem.startswith(message)], found


@pytest.mark.parametrize("text", ["", "# nothing\n", "episode = []\n", "schema_version = 1\n"])
def test_a_case_file_without_an_episode_is_refused(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, text)
    assert problems_of(lambda: read_case(path, [])) == [
        "peru.toml: holds no [[episode]]; a case file needs at least one"
    ]


def test_episodes_of_one_file_have_ids_of_their_own_and_one_country(tmp_path: Path) -> None:
    path = write(tmp_path, CASE + CASE.replace("Peru", "Chile"))
    assert problems_of(lambda: read_case(path, ["eb_overlap"])) == [
        "peru.toml: country: differs between episodes (Chile, Peru); write one file a country",
        'peru.toml: episode "A": stands 2 times; ids must be unique',
    ]


def test_all_problems_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    write(tmp_path, CASE.replace("eb_overlap", "x").replace('country = "Peru"\n', 'kuntry = "P"\n') + CASE)
    write(tmp_path, CASE.replace("best = 6", "best = 6, high = 5"), "chile.toml")
    write(tmp_path, "", "spain.toml")
    shown = "\n".join(problems_of(lambda: read_cases(tmp_path, ["eb_overlap"])))
    for words in (
        "chile.toml: episode",
        "peru.toml: episode",
        "country: is missing",
        "kuntry",
        "2 times",
        "spain.toml",
    ):
        assert words in shown


@pytest.mark.parametrize(
    ("name", "what"),
    [
        (".", "holds no case file (*.toml)"),
        ("none", "there is no such folder"),
        ("x" * 5000, "there is no such folder"),
        ("peru.toml", "is a file; name the folder it is in"),
    ],
    ids=["empty", "missing", "endless name", "file"],
)
def test_a_folder_without_case_files_is_refused(tmp_path: Path, name: str, what: str) -> None:
    folder = tmp_path / name
    if name == "peru.toml":
        folder.touch()
    assert problems_of(lambda: read_cases(folder, [])) == [f"{folder}: {what}"]
    assert problems_of(lambda: read_second_coder(folder, [])) == [f"{folder}: {what}"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (CODING.replace("coder", "coded_by"), 'peru.toml: episode "A", coder: is missing'),
        (CODING.replace("eb_overlap", "eb_ovrlap"), 'peru.toml: episode "A", scores.eb_ovrlap: is no indicator of the'),
        (
            CODING.replace("[[episode]]", "x = 1\n[[episode]]"),
            "peru.toml: x: is not known here; allowed: schema_version,",
        ),
        (CODING + CODING, 'peru.toml: episode "A": is coded more than once; keep one coding'),
        ("", "peru.toml: holds no [[episode]]; a case file needs at least one"),
        ("=", "peru.toml: is not valid TOML: Invalid statement"),
    ],
)
def test_a_mistake_in_a_second_coding_is_reported(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, text)
    assert problems_of(lambda: read_second_coder(tmp_path, ["eb_overlap"]))[0].startswith(message)


def test_a_shipped_case_with_mistakes_in_every_part_reports_them_all(tmp_path: Path, playbook: Playbook) -> None:
    path = tmp_path / "peru.toml"
    shutil.copy(SHIPPED_CASES / "peru.toml", path)
    text = path.read_text(encoding="utf-8")
    mistakes = {
        "coded_as_of = 2011-08-10": "coded_as_of = 2011-08",
        "coded_as_of = 2011-12-31": 'coded_as_of = "x"',
        'stance = "aligned"': 'stance = "allied"',
        "eb_pledge = { best = 5.5, low = 4": "eb_pledge = { best = 5.5, low = 6",
        "value = 56100": 'value = "56100"',
    }
    for old, new in mistakes.items():
        assert old in text
        text = text.replace(old, new, 1)
    # A date without a day is no TOML: it hides the rest, and is said alone.
    path.write_text(text, encoding="utf-8")
    assert len(problems_of(lambda: read_case(path, playbook.indicator_ids))) == 1
    path.write_text(text.replace("coded_as_of = 2011-08\n", 'coded_as_of = "2011-08-10"\n'), encoding="utf-8")
    assert len(problems_of(lambda: read_case(path, playbook.indicator_ids))) == len(mistakes) - 1


WHOLE = """\
[case]
name = "Peru"
playbook = "counternarcotics"
knobs = { budget = 90, weights = { finance = 2 }, pinned = ["alt_dev"] }
[[episode]]
id = "A"
country = "Peru"
coded_as_of = 2014-05-15
[episode.scored_with]
id = "counternarcotics"
version = "1.0"
sha256 = "ab12"
[episode.lock]
at = 2014-06-01T09:30:00Z
who = "Rosa"
playbook = { id = "counternarcotics", version = "1.0" }
result = "{}"
[[note]]
text = "Strike"
reliability = "B"
credibility = 2
indicators = ["eb_overlap"]
episodes = ["A"]
[[event]]
date = "2014-05"
text = "Strike"
[[analyst]]
name = "Rosa"
"""


def test_notes_events_settings_analysts_versions_and_locks_are_read(tmp_path: Path) -> None:
    case = read_case(write(tmp_path, WHOLE), ["eb_overlap"])
    (assessment,) = case.assessments
    assert (case.name, case.playbook) == ("Peru", "counternarcotics")
    assert (case.knobs.budget, case.knobs.weights, case.knobs.pinned) == (90, {"finance": 2}, ("alt_dev",))
    assert [(note.text, note.grade, note.indicators, note.assessments) for note in case.notes] == [
        ("Strike", "B2", ("eb_overlap",), ("A",))
    ]
    assert [event.text for event in case.events] == ["Strike"]
    assert [analyst.name for analyst in case.analysts] == ["Rosa"]
    assert assessment.scored_with is not None
    assert assessment.scored_with.sha256 == "ab12"
    assert assessment.lock is not None
    assert (assessment.lock.who, assessment.lock.at) == ("Rosa", dt.datetime(2014, 6, 1, 9, 30, tzinfo=dt.UTC))


def test_a_case_with_a_name_of_its_own_may_be_empty_and_hold_several_countries(tmp_path: Path) -> None:
    assert read_case(write(tmp_path, '[case]\nname = "Peru"\n'), []).assessments == ()
    two = '[case]\nname = "The Andes"\n' + CASE + CASE.replace('"A"', '"B"').replace("Peru", "Chile")
    case = read_case(write(tmp_path, two), ["eb_overlap"])
    assert (case.name, [one.country for one in case.assessments]) == ("The Andes", ["Peru", "Chile"])


def test_without_a_list_of_indicators_any_is_taken(tmp_path: Path) -> None:
    text = WHOLE.replace("eb_overlap", "retired_indicator") + "[episode.scores]\n"
    assert read_case(write(tmp_path, text.replace("[episode.scores]\n", "")), None).notes[0].indicators
    assert read_case(write(tmp_path, CASE), None).latest.sheet.get("eb_overlap") == Score(6, 6, 6)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('name = "Peru"\n', "", "peru.toml: case, name: is missing"),
        ("budget = 90", "budget = -90", "peru.toml: case, knobs: the budget is -90; use a number of 0 or more"),
        ("budget = 90", 'ruled_out = ["alt_dev"]', 'peru.toml: case, knobs: "alt_dev" is pinned and ruled out at once'),
        (
            '["eb_overlap"]',
            '["eb_ovrlap"]',
            'peru.toml: note 1, indicators: "eb_ovrlap" is no indicator of the playbook',
        ),
        ('episodes = ["A"]', 'episodes = ["B"]', 'peru.toml: note 1, episodes: "B" is no episode of this file'),
        ('"B"\n', '"G"\n', 'peru.toml: note 1, reliability: is "G"; allowed: '),
        ("credibility = 2", "credibility = 7", "peru.toml: note 1, credibility: is 7; allowed: 1, 2, 3, 4, 5 or 6"),
        ('text = "Strike"\nrel', "rel", "peru.toml: note 1, text: is missing"),
        ('text = "Strike"\n[[an', 'text = ""\n[[an', "peru.toml: event 1, text: is empty"),
        (
            "2014-06-01T09:30:00Z",
            "2014-06-01T09:30:00",
            'peru.toml: episode "A", lock.at: is "2014-06-01 09:30:00", but',
        ),
        ('id = "counternarcotics"\nversion', "version", 'peru.toml: episode "A", scored_with.id: is missing'),
        ("[[event]]", "[[evnt]]", 'peru.toml: evnt: is not known here; did you mean "event"?'),
        ("[case]", "[[case]]", "peru.toml: case: "),
    ],
)
def test_a_mistake_in_what_was_added_later_is_reported_too(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in WHOLE
    found = problems_of(lambda: read_case(write(tmp_path, WHOLE.replace(old, new, 1)), ["eb_overlap"]))
    assert [problem for problem in found if problem.startswith(message)], found
