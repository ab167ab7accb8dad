"""Bodies of steps about the river beyond a plain reading: values that need a second person, corrections, outlooks."""

from __future__ import annotations

from dataclasses import dataclass

from data.model.river import Outlook, Proposal, Reading


@dataclass(frozen=True, slots=True)
class ReadingProposed:
    """A typed value would cross a threshold; it waits for a second person."""

    proposal: Proposal


@dataclass(frozen=True, slots=True)
class ProposalDecided:
    """A second person confirmed or refused a typed value."""

    proposal: str
    accepted: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReadingCorrected:
    """A person put another value in the place of one that arrived, and says why; no feed overwrites it."""

    reading: Reading
    reason: str


@dataclass(frozen=True, slots=True)
class OutlookMade:
    """The desk's own forecast of a station."""

    outlook: Outlook
