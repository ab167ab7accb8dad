"""Pictures, clips and voice notes that phones send: cleaned or looked at, kept, and given back to who sent them."""

from __future__ import annotations

import re
from collections import Counter, OrderedDict
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Generic, TypeVar

import anyio
import anyio.to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from data.gateway import clips, photos
from data.gateway.log import LOG, escaped
from data.gateway.ports import Desk
from data.gateway.wire import Refused, uuid_of
from data.model.field import Attachment, Device
from data.model.situation import Situation

MOST_DECODED = 2
MOST_UPLOADS = 8
_MOST_OF_ONE = 2
_DIGEST = re.compile(r"[0-9a-f]{64}")
_ENDINGS = {"jpeg": ".jpg", "webm": ".webm", "mp4": ".mp4", "ogg": ".ogg"}

_Value = TypeVar("_Value")


class Remembered(Generic[_Value]):
    """What was answered lately, by phone and the id that it made; the oldest is forgotten."""

    def __init__(self, most: int) -> None:
        """Remember at most `most`."""
        self._most = most
        self._held: OrderedDict[tuple[str, str], _Value] = OrderedDict()

    def get(self, device: str, client: str) -> _Value | None:
        """Return what was answered, None when it is not known."""
        return self._held.get((device, client))

    def put(self, device: str, client: str, value: _Value) -> None:
        """Remember an answer."""
        self._held[device, client] = value
        self._held.move_to_end((device, client))
        if len(self._held) > self._most:
            self._held.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a phone is told of its file."""

    file: Attachment
    new: bool


def media_of(content_type: str) -> str:
    """Return the MIME type of a Content-Type header without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def cap(content_type: str) -> int:
    """Return how many bytes a file of this type may have; little for a type that is not taken anyway."""
    media = media_of(content_type)
    return photos.MOST_BYTES if media in photos.MEDIA else clips.MOST_BYTES.get(media, 1024)


class Files:
    """Takes and gives files. Belongs to the gateway's loop; the heavy work is done in threads, two at a time."""

    def __init__(self, desk: Desk, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """Keep files by the desk's functions."""
        self._desk, self._clock = desk, clock
        self._answers = Remembered[Attachment](5000)
        self._own = Remembered[Attachment](20_000)
        self._under_way = Counter[str]()
        self._decoding = anyio.CapacityLimiter(MOST_DECODED)
        self._writing = anyio.CapacityLimiter(2)

    async def take(self, device: Device, request: Request) -> Kept:
        """Take a file from a phone."""
        media = media_of(request.headers.get("content-type", ""))
        if media not in photos.MEDIA and media not in clips.MOST_BYTES:
            raise Refused(415, "wrong_type")
        client = uuid_of(request.headers.get("x-client", ""))
        async with self._slot(device.id):
            body = await request.body()
            before = self._answers.get(device.id, client)
            if before is not None and self.has(before.digest):
                return Kept(before, new=False)
            content, file = await self._looked_at(body, media)
            try:
                digest = await anyio.to_thread.run_sync(
                    self._desk.put_file, content, _name(file.media), limiter=self._writing
                )
            except Exception as error:
                LOG.error("a file was not kept: %s", escaped(repr(error)))
                raise Refused(503, "not_kept", retry_s=5) from error
        file = replace(file, digest=digest)
        self._answers.put(device.id, client, file)
        self._own.put(device.id, digest, file)
        return Kept(file, new=True)

    def has(self, digest: str) -> bool:
        """Return whether a file is kept."""
        return bool(_DIGEST.fullmatch(digest)) and self._path(digest) is not None

    def give(self, device: Device, digest: str, now: Situation) -> Response:
        """Return a file that the phone sent, or that is part of what its person reported."""
        if not _DIGEST.fullmatch(digest):
            raise Refused(404, "not_found")
        file = self._own.get(device.id, digest) or _reported(now, device.person, digest)
        path = None if file is None else self._path(digest)
        if file is None or path is None:
            raise Refused(404, "not_found")  # also when it is there but of somebody else
        disposition = "inline" if file.media == "image/jpeg" else "attachment"
        return FileResponse(
            path,
            media_type=file.media,
            headers={
                "content-disposition": f'{disposition}; filename="{_name(file.media, digest)}"',
                "cache-control": "private, no-store",
                "content-security-policy": "default-src 'none'; sandbox",
            },
        )

    def _path(self, digest: str) -> Path | None:
        path = self._desk.file_path(digest)
        return path if path is not None and path.is_file() else None

    async def _looked_at(self, body: bytes, media: str) -> tuple[bytes, Attachment]:
        if media in photos.MEDIA:
            photo = await anyio.to_thread.run_sync(photos.cleaned, body, self._clock(), limiter=self._decoding)
            size = len(photo.body)
            return photo.body, Attachment(
                "", photo.media, size, photo.width, photo.height, 0.0, photo.taken_at, photo.lon, photo.lat
            )
        clip = await anyio.to_thread.run_sync(clips.checked, body, media, limiter=self._decoding)
        return clip.body, Attachment("", clip.media, len(clip.body), seconds=clip.seconds)

    @asynccontextmanager
    async def _slot(self, device: str) -> AsyncGenerator[None]:
        """Hold so many files in memory at a time and no more."""
        if self._under_way.total() >= MOST_UPLOADS or self._under_way[device] >= _MOST_OF_ONE:
            raise Refused(429, "slow_down", retry_s=3)
        self._under_way[device] += 1
        try:
            yield
        finally:
            self._under_way[device] -= 1
            if not self._under_way[device]:
                del self._under_way[device]


def _reported(now: Situation, person: str, digest: str) -> Attachment | None:
    for report in now.reports.values():
        if report.by == person:
            for file in (*report.photos, *report.after_photos):
                if file.digest == digest:
                    return file
    return None


def _name(media: str, stem: str = "field") -> str:
    return stem[:16] + _ENDINGS[media.partition("/")[2]]
