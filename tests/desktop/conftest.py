"""Homes and command lines for the tests of the shell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.cli import run
from desktop.keeping import open_store
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


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that has been opened once; copied, never changed."""
    folder = tmp_path_factory.mktemp("filled")
    open_store(folder)[0].close()
    return folder


@pytest.fixture
def lived_in(home: Path, filled: Path) -> Path:
    shutil.copytree(filled, home, dirs_exist_ok=True)
    return home
