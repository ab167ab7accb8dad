"""What a picture of the water is: where it comes from, when it was made, and from what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Origin(StrEnum):
    """Where a picture of the water comes from; it stands beside every result."""

    MODEL = "model"
    IMPORTED = "imported"
    IDEALISED = "idealised"  # 示意地形·非实测
    ASSUMED = "assumed"  # flow stated for each plot or bench, no model at all


@dataclass(frozen=True, slots=True)
class Nature:
    """What an inundation is: origin, when made, hash of what it was made from, datum of its stages ("" unknown)."""

    origin: Origin
    made_at: datetime
    provenance: str
    datum: str = ""
    source: str = ""

    @property
    def official(self) -> bool:
        """Whether it may leave the desk as a result: what rests on no survey may not."""
        return self.origin in (Origin.MODEL, Origin.IMPORTED)
