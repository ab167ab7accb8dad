"""A library made in a process of its own: base flow, runs where they are needed most, steady surfaces; coarse first.

Each level of the ladder (cells of 80 m, then 40 m, then 20 m) is a library by itself, whole before the next is begun.
Runs that are there are kept, so a stop or a crash costs the run on its way alone. The process yields to the desk and
uses one thread. Knows no Qt; ask `messages` now and then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from data.twin.case import Case
from data.twin.faults import TwinCode, TwinFault
from data.twin.making_level import EntryMade, Interrupted, LevelDone, MakingStep, TornFound, make_level
from data.twin.placing import STANDARD_PLACING, Placing
from data.twin.process import Worker, launched, settled_in
from data.twin.simulate import Stopped
from data.twin.standard import STANDARD, Shape

CaseAt = Callable[[float], Case]
"""Gives the case of a cell size: terrain, inflow of the river first, edges. It crosses to another process: a function
of a module, or `functools.partial` of one, with values that can be pickled."""
LADDER_M = (80.0, 40.0, 20.0)
_STOPPING_S = 1.0
"""How long closing waits for a process that is asked to stop; compiling cannot be interrupted."""


@dataclass(frozen=True, slots=True)
class AllMade:
    """Every level is done."""


@dataclass(frozen=True, slots=True)
class MakingHalted:
    """Stopped because it was asked to; what is made stays."""


@dataclass(frozen=True, slots=True)
class MakingFailed:
    """Ended with a fault of the world, or the process died."""

    fault: TwinFault


Ended = AllMade | MakingHalted | MakingFailed
Message = MakingStep | EntryMade | LevelDone | TornFound | Ended


@dataclass(frozen=True, slots=True)
class MakingJob:
    """What is made, and where; `cache` is where machine code is kept, None beside the program."""

    case_at: CaseAt
    folder: Path
    cells_m: tuple[float, ...] = LADDER_M
    shape: Shape = STANDARD
    placing: Placing = STANDARD_PLACING
    cache: Path | None = None
    niceness: int = 10


class Making(Worker[Message]):
    """A library on its way. The last message is one of `Ended`."""

    stopping_s = _STOPPING_S

    def ends(self, told: Message) -> bool:
        """Whether the making is over."""
        return isinstance(told, Ended)

    def died(self, fault: TwinFault) -> Message:
        """Return what is told of a making whose process is gone."""
        return MakingFailed(fault)


def start_making(job: MakingJob) -> Making:
    """Start making a library, or go on with one."""
    return Making(*launched(work, job, job.folder, "twin-library"))


def work(job: MakingJob, line: Connection) -> None:
    """The maker's own process: everything above in one function."""
    stopping = settled_in(line, job.cache, job.niceness)

    def tell(told: Message) -> None:
        try:
            line.send(told)
        except OSError:
            stopping.set()  # the desk is gone

    last: Ended = AllMade()
    try:
        for number, cell_m in enumerate(job.cells_m, start=1):
            case = job.case_at(cell_m)
            make_level(
                case, job.folder, tell, stopping.is_set, shape=job.shape, placing=job.placing,
                level=(number, len(job.cells_m)),
            )  # fmt: skip
    except (Stopped, Interrupted):
        last = MakingHalted()
    except TwinFault as fault:
        last = MakingFailed(fault)
    except OSError as fault:  # the disk is full or gone
        params: dict[str, str | float] = {"reason": fault.strerror or str(fault)}
        last = MakingFailed(TwinFault(TwinCode.CANNOT_WRITE, str(fault.filename or job.folder), params=params))
    tell(last)
