"""Small secret files: there whole or not at all, for their owner only, damaged ones kept aside."""

from __future__ import annotations

import os
import tempfile
from datetime import datetime
from pathlib import Path


def write_private(path: Path, content: bytes) -> None:
    """Put a file in place in one move; nobody but its owner may read it, not even for a moment."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, made = tempfile.mkstemp(dir=path.parent, prefix=".part-")  # mkstemp makes it 0600
    part = Path(made)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _settle(path.parent)


def set_aside(path: Path, now: datetime, why: str) -> Path:
    """Rename a file so that a new one can take its place; return where the old one lies."""
    stem = f"{path.name}.{why}-{now:%Y%m%dT%H%M%S}"
    aside = path.with_name(stem)
    turn = 1
    while aside.exists():
        turn += 1
        aside = path.with_name(f"{stem}-{turn}")
    path.rename(aside)
    _settle(path.parent)
    return aside


def close_to_others(path: Path) -> bool:
    """Take a file's rights from group and others; return whether they had any."""
    mode = path.stat().st_mode & 0o777
    if os.name != "posix" or not mode & 0o077:
        return False
    path.chmod(0o600)
    return True


def _settle(folder: Path) -> None:
    """Write the folder's own entry to disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
