"""What is asked of the sheet of documents, and what it is shown of a document that was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from data.model.office import PaperKind


@dataclass(frozen=True, slots=True)
class PaperWish:
    """Which document, and how: `template` is the name of a file of the office, "" for the shipped one."""

    kind: PaperKind
    about: str = ""
    span: tuple[datetime, datetime] | None = None
    number: str = ""
    language: str = "zh"
    template: str = ""
    screen_map: bool = False


@dataclass(frozen=True, slots=True)
class PaperShown:
    """A document as it will be printed: its pages, what step it was made after, how long it took."""

    wish: PaperWish
    title: str
    seq: int
    pdf: bytes
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class IssuedShown:
    """A document that was issued: locked, with the digests under which it is kept."""

    paper_id: str
    title: str
    number: str
    issued: str
    by: str
    digest: str
    pdf_digest: str
    seq: int
    pdf: bytes
