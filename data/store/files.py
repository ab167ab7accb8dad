"""Files beside the store (photos, clips, documents), each under the hash of what is in it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
from pathlib import Path

from data.store.errors import StoreTrouble, trouble_of_file

_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Files:
    """A folder of files known by digest; a file is there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        """Use the folder; it is made when the first file comes."""
        self.folder = folder

    def put(self, source: bytes | Path, name: str) -> str:
        """Keep a file and return its digest; the suffix of `name` is kept so that other programs can open it."""
        suffix = Path(name).suffix
        suffix = suffix.lower() if _SUFFIX.fullmatch(suffix) else ""
        try:
            digest = _digest(source)
            if self.path(digest) is None:
                self._keep(source, digest, suffix)
        except OSError as error:
            raise trouble_of_file(error) from error
        return digest

    def path(self, digest: str) -> Path | None:
        """Return where the file of that digest lies, None when it is not here."""
        if not _DIGEST.fullmatch(digest):
            return None
        return next(iter(sorted((self.folder / digest[:2]).glob(f"{digest}*"))), None)

    def check(self, digest: str) -> None:
        """Raise StoreTrouble no_such_file or corrupt when the file is missing or altered."""
        path = self.path(digest)
        if path is None:
            raise StoreTrouble("no_such_file", digest=digest)
        if _digest(path) != digest:
            raise StoreTrouble("corrupt", path=str(path))

    def _keep(self, source: bytes | Path, digest: str, suffix: str) -> None:
        target = self.folder / digest[:2] / f"{digest}{suffix}"
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, made = tempfile.mkstemp(dir=self.folder, prefix=".part-")
        part = Path(made)
        try:
            with os.fdopen(handle, "wb") as out:
                if isinstance(source, bytes):
                    out.write(source)
                else:
                    with source.open("rb") as incoming:
                        shutil.copyfileobj(incoming, out)
                out.flush()
                os.fsync(out.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def _digest(source: bytes | Path) -> str:
    if isinstance(source, bytes):
        return hashlib.sha256(source).hexdigest()
    with source.open("rb") as incoming:
        return hashlib.file_digest(incoming, "sha256").hexdigest()
