"""Everything shipped that is not Python; `path` is the one way to a shipped file."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Where a shipped file or folder lies, by its name inside `resources`; names that leave the folder are refused."""
    found = (_FOLDER / name).resolve()
    if not found.is_relative_to(_FOLDER):
        raise ValueError(f"{name!r} lies outside the shipped resources")
    if not found.exists():
        raise FileNotFoundError(f"no shipped resource {name!r}")
    return found
