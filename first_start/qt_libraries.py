"""The shared libraries of the system that Qt needs: which are missing, and how to get them."""

from __future__ import annotations

import os
import sys

from first_start import programs
from first_start.programs import say, tail

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

# The Debian packages whose names do not follow from the name of the library in them.
ODD_DEBIAN_NAMES = {"libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0"}
# Qt's own files whose needs are looked into: the window, and every way to show one on Linux.
QT_FILES = (
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqwayland.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so",
)


def provide(site_packages: Path) -> list[str]:
    """Install the shared libraries that Qt lacks on this machine, or say how; return those still missing."""
    missing = missing_libraries(site_packages)
    if missing and programs.is_present("apt-get") and sys.platform != "win32" and os.geteuid() == 0:
        packages = debian_packages(missing)
        say(f"Installing the system packages that Qt needs: {' '.join(packages)}")
        output = apt_install(packages)
        missing = missing_libraries(site_packages)
        if missing:
            say(f"apt-get did not provide them all. Its last lines:\n{tail(output.splitlines())}")
    if missing:
        say(advice(missing, programs.is_present))
    return missing


def still_missing(site_packages: Path) -> list[str]:
    """Look again for libraries that were missing, in case they have been installed since; repeat the advice if not."""
    missing = missing_libraries(site_packages)
    if missing:
        say(advice(missing, programs.is_present))
    return missing


def missing_libraries(site_packages: Path) -> list[str]:
    """Ask the system's loader which shared libraries Qt would not find; only Linux leaves any of them to the system."""
    if not sys.platform.startswith("linux"):
        return []
    folder = site_packages / "PySide6"
    _, output = programs.capture(["ldd", *(str(folder / name) for name in QT_FILES)], {**os.environ, "LC_ALL": "C"})
    return not_found(output)


def not_found(ldd_output: str) -> list[str]:
    """Return the libraries that ldd did not find, each once, in the order of the alphabet."""
    return sorted({line.split()[0] for line in ldd_output.splitlines() if line.rstrip().endswith("=> not found")})


def debian_packages(libraries: Iterable[str]) -> list[str]:
    """Return the Debian packages that hold these libraries, by Debian's own rule for naming them."""
    packages = set()
    for library in libraries:
        name, _, version = library.lower().partition(".so.")
        dash = "-" if name[-1:].isdigit() else ""
        packages.add(ODD_DEBIAN_NAMES.get(library, f"{name}{dash}{version}"))
    return sorted(packages)


def advice(libraries: Sequence[str], present: Callable[[str], bool]) -> str:
    """Say what is missing, and give the one command that installs it on this kind of Linux."""
    if present("apt-get"):
        remedy = "Install them with: sudo apt-get install -y " + " ".join(debian_packages(libraries))
    elif present("dnf"):
        remedy = "Install them with: sudo dnf install -y " + " ".join(f"'{name}()(64bit)'" for name in libraries)
    else:
        remedy = "Install them with the package manager of your system."
    return f"Qt misses shared libraries of the system, so the window may not open: {', '.join(libraries)}\n{remedy}"


def apt_install(packages: Sequence[str]) -> str:
    """Install Debian packages without questions, giving up soon where there is no network; return what apt-get said."""
    apt = ["apt-get", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20", "-o", "DPkg::Lock::Timeout=120"]
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A list of packages that could not be renewed in full may still do, so both calls are made in any case.
    _, first = programs.capture([*apt, "update"], environ)
    _, second = programs.capture([*apt, "install", "-y", "--no-install-recommends", *packages], environ)
    return first + second
