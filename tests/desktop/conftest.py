"""Homes and command lines for the tests of the shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.cli import run
from tests.desktop.command_line import Answer


@pytest.fixture
def anlan(home: Path, capsys: pytest.CaptureFixture):
    """Run one command line in the home of this test."""

    def called(*arguments: object) -> Answer:
        try:
            code = run(["--home", str(home), *map(str, arguments)])
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return Answer(code, printed.out, printed.err)

    return called
