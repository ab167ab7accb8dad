"""A folder that another program watches: a file appears there whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from hashlib import sha256
from pathlib import Path

RETRY_DISK_S = 30.0


def drop(folder: Path, name: str, content: bytes) -> Path:
    """Write the file so that a reader never sees half of it; OSError when the disk or the share refuses.

    The folder is not made: a share that is not mounted must show as a fault.
    """
    target = folder / name
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
    part = Path(temporary)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o644)  # made for one user only; the reader is another
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(folder)
    return target


def remember(ledger: Path, key: str, value: str) -> None:
    """Keep a short text under a key, for good; the watched folder itself may be emptied by its reader."""
    ledger.mkdir(exist_ok=True)
    drop(ledger, _ledger_name(key), value.encode("utf-8"))


def recall(ledger: Path, key: str) -> str | None:
    """Return what was kept under the key, or None."""
    try:
        return (ledger / _ledger_name(key)).read_text("utf-8")
    except FileNotFoundError:
        return None


def _ledger_name(key: str) -> str:
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def disk_fault(error: OSError) -> str:
    """Return a short code: disk_enoent, disk_enospc, disk_eacces …"""
    name = errno.errorcode.get(error.errno or 0, "error")
    return f"disk_{name.lower()}"


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system knows how."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
