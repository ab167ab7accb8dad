"""What became of all that wanted to leave the desk: every line of the outbox counts once; they add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from enum import Enum, auto

from data.model.outbox import OutLine, OutState
from data.model.scores import Outward


class _Fate(Enum):
    REFUSED = auto()
    REAL = auto()
    MOOT = auto()
    BY_HAND = auto()
    FAILED = auto()
    WAITING = auto()


def outward(lines: Iterable[OutLine], real: Collection[str], refusal: str) -> Outward:
    """Count lines by what became of them; `real` are the carriers to real people, `refusal` the error of the port."""
    fates: Counter[_Fate] = Counter()
    channels: Counter[str] = Counter()
    for line in lines:
        fate = _fate(line, real, refusal)
        fates[fate] += 1
        if fate is _Fate.REFUSED:
            channels[line.outgoing.channel.value] += 1
    return Outward(
        fates.total(),
        fates[_Fate.REFUSED],
        fates[_Fate.REAL],
        tuple(sorted(channels.items())),
        fates[_Fate.MOOT],
        fates[_Fate.BY_HAND],
        fates[_Fate.FAILED],
        fates[_Fate.WAITING],
    )


def _fate(line: OutLine, real: Collection[str], refusal: str) -> _Fate:
    if line.error == refusal:
        return _Fate.REFUSED
    match line.state:
        case OutState.MOOT:
            return _Fate.MOOT
        case OutState.DEAD:
            return _Fate.FAILED
        case OutState.WAITING:
            return _Fate.WAITING
        case OutState.SENT:
            return _Fate.REAL if line.via in real else _Fate.BY_HAND
