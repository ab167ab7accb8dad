"""The pages: a fixed list of files, read once into memory; a path that is not on the list does not exist."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from data.gateway.wire import Refused

TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".wav": "audio/wav",
    ".txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class _Page:
    body: bytes
    media: str
    etag: str


def listed(folder: Path, prefix: str = "/", index: str = "index.html") -> dict[str, Path]:
    """Return the files of a folder that are fit to be served, by their path; the index also as its folder."""
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith((".", "_")) for part in parts)
        if hidden or path.suffix not in TYPES or path.is_symlink() or not path.is_file():
            continue
        found[prefix + "/".join(parts)] = path
        if path.name == index:
            found[prefix + "".join(f"{part}/" for part in parts[:-1])] = path
    return found


class Pages:
    """Endpoint for the files of a list."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        """Read the files; one of unknown type is our own mistake and raises KeyError."""
        self._pages = {at: _read(path) for at, path in files.items()}

    def __contains__(self, path: str) -> bool:
        return path in self._pages

    def answer(self, request: Request) -> Response:
        """Return a file, 304 when the browser has it, or refuse with 404.

        Browsers must ask each time: a page of yesterday in front of a gateway of today helps nobody.
        """
        page = self._pages.get(request.scope["path"])
        if page is None:
            raise Refused(404, "not_found")
        headers = {"etag": page.etag, "cache-control": "no-cache"}
        if page.etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(page.body, headers={**headers, "content-type": page.media})


def _read(path: Path) -> _Page:
    body = path.read_bytes()
    return _Page(body, TYPES[path.suffix], f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"')
