"""Every error that a user may see, in one tree.

WorkbenchError                     exit status 1
└── UnusableInput                  exit status 2: the call or a file cannot be used
    ├── FileProblem                a file: missing, a directory, binary, unreadable, too large, in a wrong form
    └── ProjectProblem             a project file: newer, locked, damaged
        └── ReadOnlyProject        another program has it open, so nothing may be written
"""

from __future__ import annotations


class WorkbenchError(Exception):
    """A failure that is told to the user in one sentence; the message is that sentence."""

    exit_status = 1


class UnusableInput(WorkbenchError):
    """The call or an input cannot be used; nothing was changed."""

    exit_status = 2


class FileProblem(UnusableInput):
    """A file that cannot be used.

    `path` names it, `problem` says what is wrong and where (line or byte), `remedy` what to do about it.
    """

    def __init__(self, path: object, problem: str, remedy: str = "") -> None:
        self.path = str(path)
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{self.path}: {problem}." + (f" {remedy}" if remedy else ""))


class ProjectProblem(FileProblem):
    """A project file that cannot be opened or written."""


class ReadOnlyProject(ProjectProblem):
    """The project is open in another program; here it can only be read."""
