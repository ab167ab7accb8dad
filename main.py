"""Anlan 安澜: the command desk of a township flood headquarters. Arguments, then desktop."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program; return its exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the reader of an old Python's syntax error deserves a sentence
        sys.stderr.write("安澜需要 Python 3.11 或更高版本 / Anlan needs Python 3.11 or later\n")
        return 2
    from desktop.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
