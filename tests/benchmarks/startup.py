"""From the shell to the article on screen, beside a bare Textual app in the same run. Run it; it asserts nothing.

    python tests/benchmarks/startup.py [ROUNDS]

Each program is started in a pseudo-terminal of its own until its first words are painted. Told are the wall time, and
the CPU time that the process had used by then, which a busy machine blurs less: of each the median of the rounds, what
it has more than the bare app, and how many times as much it is. The four take turns, so that all meet the same noise.
"""

from __future__ import annotations

import os
import select
import signal
import statistics
import struct
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 60.0
"""Seconds after which a start counts as failed."""

BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("the first words")

Bare().run()
"""
OURS = "from workbench.cli.main import main; main()"


@dataclass(frozen=True)
class Started:
    """One start: seconds until the words were painted."""

    wall: float
    cpu: float
    memory: float = 0.0
    """Megabytes, at most."""


def start(code: str, arguments: list[str], words: bytes, home: Path) -> Started | None:
    """Starts a program on a terminal of 120 x 40 and ends it when `words` were painted; None if they never were."""
    import fcntl
    import pty
    import termios

    began = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        environment = os.environ | {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "XDG_STATE_HOME": str(home),
            "XDG_CONFIG_HOME": str(home),
            "PYTHONPATH": path,
            "PYTHONPYCACHEPREFIX": str(home / "compiled"),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its modules compiled
        os.execve(sys.executable, [sys.executable, "-c", code, *arguments], environment)
    painted = b""
    found = None
    try:
        while found is None and time.perf_counter() - began < LONGEST:
            if not select.select([terminal], [], [], 0.5)[0]:
                continue
            try:
                painted += os.read(terminal, 1 << 16)
            except OSError:  # the program has ended
                break
            if words in painted:
                found = Started(time.perf_counter() - began, cpu_time(pid), most_memory(pid))
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
    return found


def cpu_time(pid: int) -> float:
    """Seconds of CPU, user and system, that a process with all its threads has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def most_memory(pid: int) -> float:
    """Megabytes that a process has held at most."""
    status = Path(f"/proc/{pid}/status").read_text()
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


def main() -> None:
    if not Path("/proc/self/stat").exists():
        print("skipped: this system has no /proc to read CPU times from, or no pseudo-terminals")
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        taken: dict[str, list[Started]] = {"bare app": [], "new project": [], "opened again": [], "home screen": []}
        for n in range(rounds + 1):
            project = room / str(n)
            starts = {
                "bare app": start(BARE, [], b"first words", room),
                "new project": start(OURS, ["demo", str(project)], b"Tuyere", room),
                "opened again": start(OURS, ["demo", str(project)], b"Tuyere", room),
                "home screen": start(OURS, [], b"sample", room),
            }
            for name, one in starts.items():
                if one is None:
                    print(f"{name}: nothing was painted within {LONGEST:.0f} s")
                elif n:  # the first round only warms the files up
                    taken[name].append(one)
    print(f"{'':14}{'wall s':>8}{'more':>8}{'times':>7}{'CPU s':>10}{'more':>8}{'times':>7}   median of {rounds}")
    bare_wall, bare_cpu = medians(taken["bare app"])
    for name, several in taken.items():
        wall, cpu = medians(several)
        print(
            f"{name:14}{wall:8.2f}{wall - bare_wall:8.2f}{wall / bare_wall:7.1f}"
            f"{cpu:10.2f}{cpu - bare_cpu:8.2f}{cpu / bare_cpu:7.1f}"
        )


def medians(several: list[Started]) -> tuple[float, float]:
    if not several:
        return float("nan"), float("nan")
    return statistics.median(one.wall for one in several), statistics.median(one.cpu for one in several)


if __name__ == "__main__":
    main()
