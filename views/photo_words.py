"""Words about pictures: when and where one was taken, and how far that is from the report's own place."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from data.model.field import Attachment
from data.rules.geometry import distance_m
from views import words

Place = tuple[float, float]
FAR_M = 300.0
"""A picture taken further away than this is pointed out (setting of ours)."""
LONG_BEFORE = timedelta(minutes=60)
"""A picture taken longer than this before the report is pointed out (setting of ours)."""


def metres(value: float) -> str:
    """A distance as one says it."""
    t = QCoreApplication.translate
    return t("Photo", "{0:.0f} 米").format(value) if value < 1000 else t("Photo", "{0:.1f} 公里").format(value / 1000)


def facts(shot: Attachment, place: Place | None, seen: datetime | None) -> tuple[str, bool]:
    """Return what a picture carries, in one line, and whether it does not fit the report well."""
    t = QCoreApplication.translate
    parts: list[str] = []
    doubt = False
    picture = shot.media.startswith("image/")  # clips are kept as they came: nobody looks into them for time and place
    if shot.taken_at is None:
        parts += [t("Photo", "照片未带拍摄时间")] if picture else []
    else:
        said = t("Photo", "拍摄 {0}").format(words.full_time(shot.taken_at))
        if seen is not None and seen - shot.taken_at > LONG_BEFORE:
            said += t("Photo", "（早于上报 {0}）").format(words.span(seen - shot.taken_at))
            doubt = True
        parts.append(said)
    if shot.lon is None or shot.lat is None:
        parts += [t("Photo", "照片未带位置")] if picture else []
    else:
        said = f"{shot.lon:.5f}, {shot.lat:.5f}"
        if place is not None:
            away = distance_m((shot.lon, shot.lat), place)
            said += t("Photo", "（距事件地点 {0}）").format(metres(away))
            doubt = doubt or away > FAR_M
        parts.append(said)
    if shot.width:
        parts.append(f"{shot.width}×{shot.height}")
    if shot.seconds:
        parts.append(t("Photo", "{0:.0f} 秒").format(shot.seconds))
    if shot.note:
        parts.append(shot.note)
    return " · ".join(parts), doubt


def size_of(shot: Attachment) -> str:
    """How large the file is."""
    return f"{shot.size / 1e6:.1f} MB" if shot.size >= 100_000 else f"{shot.size / 1e3:.0f} kB"


def kind_of(shot: Attachment) -> str:
    """What it is: picture, clip, voice note or document."""
    t = QCoreApplication.translate
    head = shot.media.partition("/")[0]
    return {
        "image": t("Photo", "照片"),
        "video": t("Photo", "短视频"),
        "audio": t("Photo", "语音"),
    }.get(head, t("Photo", "文件"))
