"""What may be typed, and the words of `--help`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = "second-image"
CASE_FILE = ".toml"
_MOST_DRAWS = 65_536


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; mistakes in usage end the program with exit code 2."""
    return _parser().parse_args(["open", *arguments] if _is_case_file(arguments) else arguments)


def _is_case_file(arguments: list[str]) -> bool:
    """Say whether a case file alone is named, as by dropping it on the program."""
    return len(arguments) == 1 and arguments[0].casefold().endswith(CASE_FILE)


def _parser() -> argparse.ArgumentParser:
    common = _common()
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description="Which way a partner government leans, and which US cooperation options it can live with.",
        epilog=(
            "Without a command the window opens. "
            "CASE is a country of the library, a shipped case (peru) or a case file."
        ),
        parents=[_common(top=True)],
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, (description, add_options) in _COMMANDS.items():
        add_options(commands.add_parser(name, parents=[common], help=description))
    return parser


def _open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="a case file (.toml) to take in")


def _assess(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    _json(parser)


def _brief(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    _workbook(parser, "the file to write")
    parser.add_argument("--pdf", action="store_true", help="the first page as a PDF too, FILE.pdf")
    parser.add_argument(
        "--sheets", metavar="LIST", help="only these sheets, as in plan,why; model brings what it needs"
    )
    parser.add_argument("--paper", choices=["Letter", "A4"], default="Letter", help="default: %(default)s")
    parser.add_argument("--analyst", default="", help="name shown in the briefing")
    _marking(parser, "marking line of every sheet")
    _json(parser)


def _scorecard(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE", nargs="?", help="with the scores of this case (default: blank)")
    _workbook(parser, "the workbook to write")
    _episode(parser)
    parser.add_argument("--blank", action="store_true", help="leave out the scores of the case")
    _marking(parser, "marking line")
    _playbook(parser)
    _json(parser)


def _import(parser: argparse.ArgumentParser) -> None:
    # "import" is no name that a module can have.
    parser.set_defaults(command="import_files")
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="files of any kind, several at once")
    parser.add_argument("--case", metavar="NAME", help="the country they are for (default: the one that they name)")
    parser.add_argument("--new", action="store_true", help="add a country though the library has one of a similar name")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    parser.add_argument("--separately", action="store_true", help="keep each scorecard as an assessment of its own")
    parser.add_argument("--analyst", metavar="NAME", help="who scored, instead of the name in the scorecards")
    parser.add_argument("--series", metavar="ID", action="append", default=[], help="a series of a data export to take")
    parser.add_argument("--leave-out-bad-rows", action="store_true", help="import data without the rows with problems")
    _playbook(parser)
    _json(parser)


def _plan(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--budget", metavar="N", type=float, help="USD million a year")
    parser.add_argument("--footprint", metavar="N", type=float, help="the most that visibilities may add up to")
    parser.add_argument("--horizon", metavar="MONTHS", type=float, help="0 to 120 months")
    parser.add_argument("--weight", metavar="OBJECTIVE=N", action="append", default=[], help="weight of a US objective")
    parser.add_argument(
        "--pin", metavar="OPTION", action="append", default=[], help="an option every package must hold"
    )
    parser.add_argument(
        "--rule-out", metavar="OPTION", action="append", default=[], help="an option no package may hold"
    )
    _json(parser)


def _panel(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the rows to score: .csv, .xlsx or .parquet")
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, required=True, help="the same three endings")
    parser.add_argument("--summary", metavar="FILE.xlsx", type=Path, help="a summary with heat tables over time")
    parser.add_argument(
        "--draws", metavar="N", type=_power_of_two, default=0, help="likelihoods from N draws a row: 64, 128, ..."
    )
    parser.add_argument("--partial", action="store_true", help="count indicators without a column as not scored")
    _marking(parser, "marking line of the summary")
    _playbook(parser)
    _json(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", metavar="PLAYBOOK", help="a playbook folder, or the name of a shipped playbook")
    _json(parser)


def _hindcast(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", metavar="DIR", nargs="?", type=Path, help="a folder of case files (default: the shipped ones)"
    )
    _playbook(parser)
    _json(parser)


def _fit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "target", metavar="PLAYBOOK", nargs="?", help="a playbook folder (default: the shipped counternarcotics)"
    )
    parser.add_argument(
        "--cases", type=Path, metavar="DIR", help="case files with outcomes (default: the shipped ones)"
    )
    parser.add_argument(
        "--second-coder", type=Path, metavar="DIR", help="a second analyst's scores of the same episodes"
    )
    parser.add_argument("--dry-run", action="store_true", help="print the result and write nothing")


def _common(*, top: bool = False) -> argparse.ArgumentParser:
    """Options accepted before and after the command; only the first place sets a default."""
    options = argparse.ArgumentParser(add_help=False)
    missing = None if top else argparse.SUPPRESS
    options.add_argument("--library", metavar="PATH", type=Path, default=missing, help="the library file to use")
    return options


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE", help="a country of the library, a shipped case, or a case file")
    _episode(parser)
    _playbook(parser)


def _episode(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--episode", metavar="ID", help="which assessment (default: the latest)")


def _workbook(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("-o", "--output", metavar="FILE.xlsx", type=Path, required=True, help=what)


def _marking(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("--marking", default="UNCLASSIFIED", help=f"{what} (default: %(default)s)")


def _playbook(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--playbook",
        metavar="FOLDER",
        type=Path,
        help="another playbook than the case names: a folder, or the id of one at hand",
    )


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print stable, documented JSON instead of text")


def _power_of_two(text: str) -> int:
    """Read a number of draws: the sequence of points covers its space evenly at powers of two alone."""
    number = int(text) if text.isdecimal() else 0
    if number.bit_count() != 1 or number > _MOST_DRAWS:
        raise argparse.ArgumentTypeError(f'"{text}" is no power of two up to {_MOST_DRAWS:,}, such as 256')
    return number


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "open": ("open the window, and a case file in it", _open),
    "assess": ("stance, verdicts, reasons", _assess),
    "brief": ("write the briefing: Excel workbook, PDF", _brief),
    "scorecard": ("a scorecard to send to a colleague", _scorecard),
    "import": ("scorecards, briefings, case files, data exports", _import),
    "plan": ("package, switch table, prices, worth of flexibility", _plan),
    "panel": ("score thousands of country-months in one go", _panel),
    "check": ("every problem of a playbook at once", _check),
    "hindcast": ("the track record on episodes with a known outcome", _hindcast),
    "fit": ("fit the stance model of a playbook to known outcomes", _fit),
}
