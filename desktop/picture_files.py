"""Pictures that the operator picks, cleaned as those of phones are; and the steps that are about one report."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from data.gateway.photos import MOST_BYTES, cleaned
from data.gateway.wire import Refused
from data.model.field import Attachment
from data.model.steps import (
    IncidentRaised,
    PicturesAdded,
    ReportAmended,
    ReportMoved,
    ReportReceived,
    ReportsFiled,
    ReportsMerged,
    Step,
)
from data.store.errors import StoreTrouble
from data.store.journal import Wanted
from data.store.store import Store
from views import store_words

STEPS_MOST = 200


def keep_picture(store: Store, path: Path, at: datetime) -> Attachment:
    """Read a picture, clean it, keep it under its hash. Slow: not for the UI thread."""
    with path.open("rb") as file:
        body = file.read(MOST_BYTES + 1)
    photo = cleaned(body, at)
    digest = store.put_file(photo.body, f"{path.stem}.jpg")
    return Attachment(
        digest,
        photo.media,
        len(photo.body),
        photo.width,
        photo.height,
        taken_at=photo.taken_at,
        lon=photo.lon,
        lat=photo.lat,
    )


def picture_refused(error: BaseException) -> str | None:
    """Say in words why a picture could not be kept; None when the fault is ours."""
    t = QCoreApplication.translate
    if isinstance(error, Refused):
        return {
            "too_large": t("Pictures", "照片太大，未存入（上限 9 MB、5000 万像素）"),
            "wrong_type": t("Pictures", "不是能读的照片（支持 JPEG、PNG、WebP），未存入"),
        }.get(error.code, t("Pictures", "照片已损坏，未存入"))
    if isinstance(error, StoreTrouble):
        return store_words.trouble(error.code, error.params)
    return str(error) if isinstance(error, OSError) else None


def steps_of_report(store: Store, report: str, since: datetime) -> list[Step]:
    """Return the steps of the journal that are about a report that came at `since`, in the order they were taken."""
    kinds = tuple(
        kind.__name__
        for kind in (
            ReportReceived,
            ReportMoved,
            ReportAmended,
            ReportsMerged,
            ReportsFiled,
            PicturesAdded,
            IncidentRaised,
        )
    )
    lines = store.find(Wanted(text=report, kinds=kinds, start=since, limit=STEPS_MOST))
    return [line.step for line in lines if about(line.step, report)]


def about(step: Step, report: str) -> bool:
    """Whether a step is about a report: the search of the journal finds ids inside longer ones too."""
    match step.body:
        case ReportReceived(one):
            return one.id == report
        case ReportMoved(reports) | ReportsFiled(reports):
            return report in reports
        case ReportAmended(one):
            return one == report
        case ReportsMerged(into, reports):
            return report == into or report in reports
        case PicturesAdded(what):
            return what == f"report/{report}"
        case IncidentRaised(incident):
            return incident.report == report
        case _:
            return False
