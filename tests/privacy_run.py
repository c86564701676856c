"""Use the program as an analyst does, with every way to another computer closed: python tests/privacy_run.py FOLDER.

Prints what was asked of the network; nothing may be. Run by test_privacy.py in a process of its own.
"""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from pathlib import Path

FORBIDDEN = (
    *("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg", "urllib.Request"),
    *("http.client.connect", "ftplib.connect", "smtplib.connect", "imaplib.open", "webbrowser.open"),
)
asked: list[str] = []


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse sockets to other computers; those inside this one are how processes talk."""
    inside = (getattr(socket, "AF_UNIX", None),)
    foreign = event == "socket.__new__" and arguments[1] not in inside
    if foreign or event in FORBIDDEN:
        asked.append(event)
        raise RuntimeError(f"{event} asks for another computer")


def main(folder: Path) -> int:
    """Open the window, run commands, import and export, in a home of its own."""
    sys.addaudithook(watch)
    # Everything made from here on would be readable by all, were it not made otherwise.
    os.umask(0)
    root = Path(__file__).parents[1]
    sys.path.insert(0, str(root))
    shim = os.environ.get("SECOND_IMAGE_FAILING_DISK")
    native = ctypes.CDLL(shim) if shim else None
    if native is not None:
        native.net_forbid()
    open_window()
    use_commands(folder)
    use_library(folder, root)
    if native is not None:
        asked.extend(["a socket of a library in C"] * native.net_connections())
    print(*asked, sep="\n", end="")
    return int(bool(asked))


def open_window() -> None:
    """Show the window on a new library, and close it again."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    import main as program

    def show_for_a_while(*_application: object) -> int:
        loop = QEventLoop()
        QTimer.singleShot(300, loop.quit)
        return loop.exec()

    QApplication.exec = show_for_a_while  # type: ignore[method-assign]
    if program.main([]):
        raise SystemExit("the window did not open")


def use_commands(folder: Path) -> None:
    """Run commands that read and write."""
    import main as program

    os.chdir(folder)
    for command in (["check", "counternarcotics"], ["assess", "peru", "--json"]):
        if program.main(command):
            raise SystemExit(f"{command} failed")


def use_library(folder: Path, root: Path) -> None:
    """Edit, import data and a case, export, back up and restore."""
    from advisor.scores import Score
    from data.importers.contract import ImportMapping
    from data.importers.fsi import FSI
    from data.library import open_library
    from data.locations import library_path
    from data.safe_file import replace_file

    FSI.preview(root / "tests" / "data" / "importers" / "samples" / "fsi-2022.xlsx", ImportMapping(), "Peru")
    with open_library(library_path()) as library:
        case = next(one for one in library.cases() if one.assessments)
        library.set_score(case.assessments[0].id, "su_level", Score(1, 2, 3))
        modes(library_path().parent)
        library.export_case(case.id, folder / "case.toml")
        library.import_file(folder / "case.toml")
        library.backups.write_to(folder / "copy.sqlite")
        library.restore(folder / "copy.sqlite")
        modes(library_path().parent)
    replace_file(folder / "briefing.xlsx", b"a briefing")


def modes(folder: Path) -> None:
    """Tell of what others could read while the library is in use."""
    found = [path for path in [folder, *folder.rglob("*")] if path.stat().st_mode & 0o077]
    asked.extend(f"{path.name} can be read by others ({path.stat().st_mode & 0o777:o})" for path in found)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
