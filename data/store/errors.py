"""What can go wrong with a store through no fault of the program; views have the words for each code."""

from __future__ import annotations

import errno

PASSING = frozenset({"disk_full", "busy", "io_error", "read_only", "unreachable"})
"""Troubles that may pass by themselves or by a person's act: the writer keeps trying."""


class StoreTrouble(Exception):
    """The store cannot do what was asked. `code` names the reason, `params` what it is about.

    locked_by_other, disk_full, busy, io_error, read_only, unreachable, login_refused, unreadable, not_ours,
    other_realm, empty_span, newer_schema, newer_step, behind, corrupt, no_such_file.
    """

    def __init__(self, code: str, **params: object) -> None:
        """Keep the reason as a code."""
        super().__init__(code, params)
        self.code = code
        self.params = params

    @property
    def passing(self) -> bool:
        """Whether trying again later may help."""
        return self.code in PASSING


def trouble_of_file(error: OSError) -> StoreTrouble:
    """Return the trouble that an error of the file system stands for."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    read_only = error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
    code = "disk_full" if full else "read_only" if read_only else "io_error"
    return StoreTrouble(code, detail=str(error))
