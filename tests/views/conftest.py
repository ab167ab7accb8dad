"""The looks of the desk, read from their files once for all tests of the views."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest


@pytest.fixture(scope="package", autouse=True)
def _looks_are_read_once() -> Iterator[None]:
    """A look is frozen, and its file is read and resolved in longer than a small view takes to be made."""
    from desktop import theme

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(theme, "read_theme", cache(theme.read_theme))
        yield
