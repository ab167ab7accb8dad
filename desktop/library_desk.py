"""The scenario library at the desk: opened, made in a process of its own while it is not whole, the best one used."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.background import Background
from desktop.newest import Newest

if TYPE_CHECKING:
    from data.twin.case import Case
    from data.twin.identity import Stale
    from data.twin.library import Library
    from data.twin.making import Making, Message
    from data.twin.making_level import MakingStep
    from data.twin.placing import Placing
    from data.twin.standard import Shape
    from data.twin.terrain import CrestLine

LOG = logging.getLogger("twin")
_LOOK_MS = 300
_LEAST_FLOWS = 5
"""A library with fewer flows says too little to be shown."""


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """Cases and libraries by cell size; None where a library has fewer than two runs.

    `stale`: in what libraries that lie there differ from the site of today, where there is none for today's.
    """

    cases: Mapping[float, Case]
    libraries: Mapping[float, Library | None]
    stale: frozenset[Stale] = frozenset()

    def best(self) -> Library | None:
        """Return the finest whole library, else the one furthest on."""
        whole = [(size, one) for size, one in self.libraries.items() if one is not None and one.complete]
        if whole:
            return min(whole, key=lambda pair: pair[0])[1]
        begun = [one for one in self.libraries.values() if one is not None and len(one.flows_m3s) >= _LEAST_FLOWS]
        return max(begun, key=lambda one: len(one.flows_m3s), default=None)

    def unfinished(self) -> tuple[float, ...]:
        """Return the cell sizes still to be made, coarsest first."""
        sizes = [size for size, one in self.libraries.items() if one is None or not one.complete]
        return tuple(sorted(sizes, reverse=True))


@dataclass(frozen=True, slots=True)
class Place:
    """A site and where its libraries lie. Cell sizes coarsest first.

    Machine code of the solver is kept in `cache`, None beside the program; `shape` and `placing` None: the standard.
    """

    recipe: Callable[[float], Case]
    folder: Path
    cache: Path | None
    sizes: tuple[float, ...]
    shape: Shape | None = None
    placing: Placing | None = None


NOTHING = Levels(MappingProxyType({}), MappingProxyType({}))


class LibraryDesk(QObject):
    """Opens, makes and hands out the library.

    Signals:
        changed: the library in use is another one, or knows more flows.
        progressed: the making said how far it is, or ended; what lies there was looked at again.

    """

    changed = Signal()
    progressed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        """Make it; `start` says for which site and where."""
        super().__init__(parent)
        self._place: Place | None = None
        self._hand = Newest[Levels](background, "library", self._failed)
        self._levels = NOTHING
        self._making: Making | None = None
        self.library: Library | None = None
        self.step: MakingStep | None = None
        self.fault: BaseException | None = None
        """Why the making ended before its time: a TwinFault, or None."""
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._listen)

    @property
    def levels(self) -> Levels:
        """What is there."""
        return self._levels

    @property
    def making(self) -> bool:
        """Whether a library is being made."""
        return self._making is not None

    def crests(self) -> tuple[CrestLine, ...]:
        """Return the crest lines of the terrain in use."""
        used = self.library
        size = next((size for size, one in self._levels.libraries.items() if one is not None and one is used), None)
        return () if size is None else self._levels.cases[size].terrain.crests

    def start(self, place: Place, *, make: bool = True) -> None:
        """Open what there is for a site; make what is missing."""
        self.stop()
        self._place = place
        self._levels = NOTHING
        self._open(place.sizes[:1], then=lambda: self._open(place.sizes, then=self._make_missing if make else None))

    def remake(self) -> None:
        """Look at the site anew, and make what is missing for it as it is today."""
        if self._place is not None:
            self.start(self._place)

    def resume(self) -> None:
        """Go on with the making."""
        if self._place is not None and self._making is None:
            self._make()

    def stop(self) -> None:
        """End the making; what is made stays."""
        making, self._making = self._making, None
        self._look.stop()
        self.step = None
        if making is not None:
            making.close()

    def close(self) -> None:
        """End everything."""
        self.stop()
        self._hand.close()

    def _open(self, sizes: tuple[float, ...], then: Callable[[], None] | None = None) -> None:
        """Open the libraries of some cell sizes; fine terrains take seconds to make, so the coarsest comes first."""
        place, earlier = self._place, self._levels
        if place is None:
            return

        def opened(levels: Levels) -> None:
            if place is not self._place:
                return
            self._levels = levels
            best = levels.best()
            if best is not self.library:
                self.library = best
                self.changed.emit()
            self.progressed.emit()
            if then is not None:
                then()

        self._hand.ask(lambda: _opened(place, earlier, sizes), opened)

    def _clear(self) -> None:
        """Take away libraries of other grounds, once those of today's are whole."""
        place, levels = self._place, self._levels
        if place is not None and levels.libraries and not levels.unfinished():
            self._hand.ask(lambda: _cleared(place, levels), lambda _: None)

    def _make_missing(self) -> None:
        if self._levels.unfinished():
            self._make()

    def _make(self) -> None:
        from data.twin.making import MakingJob, start_making
        from data.twin.placing import STANDARD_PLACING
        from data.twin.standard import STANDARD

        place = self._place
        if place is not None:
            wanted = self._levels.unfinished() or place.sizes
            self.fault = None
            self._making = start_making(
                MakingJob(
                    place.recipe, place.folder, wanted, place.shape or STANDARD, place.placing or STANDARD_PLACING,
                    cache=place.cache,
                )
            )  # fmt: skip
            self._look.start()

    def _listen(self) -> None:
        from data.twin.making import AllMade, MakingFailed, MakingHalted
        from data.twin.making_level import EntryMade, LevelDone, MakingStep

        if self._making is None:
            return
        told: list[Message] = list(self._making.messages())
        for one in told:
            match one:
                case MakingStep():
                    self.step = one
                case EntryMade(flow_m3s=flow, cell_m=cell_m):
                    LOG.info("library: %.0f m³/s on %.0f m cells", flow, cell_m)
                case MakingFailed(fault):
                    LOG.warning("library: %s", fault)
                    self.fault = fault
                case _:
                    pass
        if any(isinstance(one, EntryMade | LevelDone) for one in told):
            whole = any(isinstance(one, AllMade) for one in told)
            sizes = tuple(self._levels.cases) or (() if self._place is None else self._place.sizes)
            self._open(sizes, then=self._clear if whole else None)
        elif any(isinstance(one, AllMade) for one in told):
            self._clear()
        if any(isinstance(one, AllMade | MakingFailed | MakingHalted) for one in told):
            self.stop()
        if told:
            self.progressed.emit()

    def _failed(self, error: BaseException) -> None:
        from data.twin.faults import TwinFault

        if not isinstance(error, TwinFault):
            raise error
        self.fault = error
        self.progressed.emit()


def _opened(place: Place, earlier: Levels, sizes: tuple[float, ...]) -> Levels:
    """Open the libraries of some cell sizes; cases already made are made once, a size that comes to another's is left.

    A surveyed ground is never finer than it is, so that two sizes may come to the same cells.
    """
    from data.twin.identity import identity, stale
    from data.twin.library import open_library
    from data.twin.standard import STANDARD

    cases: dict[float, Case] = {}
    for size in sizes:
        case = earlier.cases.get(size) or place.recipe(size)
        if all(case.terrain.cell_m != other.terrain.cell_m for other in cases.values()):
            cases[size] = case
    libraries: dict[float, Library | None] = {}
    differs: frozenset[Stale] = frozenset()
    for size, case in cases.items():
        known = earlier.libraries.get(size)
        if known is not None and known.complete:
            libraries[size] = known
            continue
        today = identity(case, place.shape or STANDARD)
        found = open_library(place.folder, today, case.terrain.bed, known)
        libraries[size] = known if _same(known, found) else found
        if libraries[size] is None:
            differs = differs.union(*stale(place.folder, today).values())
    return Levels(cases, libraries, differs)


def _cleared(place: Place, levels: Levels) -> Levels:
    from data.twin.identity import drop, identity, stale
    from data.twin.standard import STANDARD

    for case in levels.cases.values():
        for name in stale(place.folder, identity(case, place.shape or STANDARD)):
            drop(place.folder, name)
            LOG.info("library: %s is no longer valid and was taken away", name)
    return levels


def _same(a: Library | None, b: Library | None) -> bool:
    """Whether a library says nothing new."""
    if a is None or b is None:
        return a is b
    return (a.flows_m3s, a.trusts, a.complete, a.stairs is None) == (
        b.flows_m3s,
        b.trusts,
        b.complete,
        b.stairs is None,
    )
