"""What is told of the twin's machinery: the library as it stands, and what is being computed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from types import MappingProxyType

from desktop.library_desk import LibraryDesk
from views import twin_fault_words
from views.twin_progress import LibraryLevel, LibraryShown, RunKind, RunShown, RunState, StaleCode

LIBRARY_RUN = "library"
"""Id of the library's making among the runs."""
_STALE = MappingProxyType(
    {
        "ground": StaleCode.TERRAIN, "water": StaleCode.TERRAIN, "friction": StaleCode.FRICTION,
        "solver": StaleCode.SOLVER, "hydrograph": StaleCode.HYDROGRAPH,
    }
)  # fmt: skip
"""Where water comes in and goes out follows from the ground."""
_FEWEST = 12
"""A library that is not whole yet will have at least so many flows."""


def library_shown(library: LibraryDesk) -> LibraryShown:
    """Return what the library holds."""
    told: list[LibraryLevel] = []
    for size, one in sorted(library.levels.libraries.items(), reverse=True):
        flows = () if one is None else one.flows_m3s
        wanted = len(flows) if one is not None and one.complete else max(len(flows) + 1, _FEWEST)
        cell_m = library.levels.cases[size].terrain.cell_m
        told.append(LibraryLevel(cell_m, flows, wanted, () if one is None else one.trusts))
    used = library.library
    if used is None:
        return LibraryShown(tuple(told), stale=_stale(library.levels.stale))
    return LibraryShown(tuple(told), used.identity.cell_m, nature=used.at(used.flows_m3s[0]).nature)


def _stale(codes: Collection[str]) -> tuple[StaleCode, ...]:
    """Return what has changed since the library was made, in the order in which it is told."""
    named = {_STALE[code] for code in codes}
    return tuple(code for code in StaleCode if code in named)


def runs_shown(library: LibraryDesk, runs: Sequence[RunShown], coarsest_m: float) -> tuple[RunShown, ...]:
    """Return what is being computed, the library first."""
    step = library.step
    if library.making and step is not None:
        state = RunState.COMPILING if step.compiling else RunState.RUNNING
        making = RunShown(
            LIBRARY_RUN, RunKind.LIBRARY, state, step.cell_m, step.flow_m3s, step.share, step.left_s, step.done + 1,
            step.most,
        )  # fmt: skip
    elif library.making:
        making = RunShown(LIBRARY_RUN, RunKind.LIBRARY, RunState.COMPILING, coarsest_m, 0.0)
    elif library.fault is not None:
        words = twin_fault_words.said(library.fault)
        making = RunShown(LIBRARY_RUN, RunKind.LIBRARY, RunState.FAILED, coarsest_m, 0.0, fault=words)
    elif library.levels.libraries and library.levels.unfinished():
        size = library.levels.unfinished()[0]
        making = RunShown(LIBRARY_RUN, RunKind.LIBRARY, RunState.STOPPED, size, 0.0)
    else:
        return tuple(runs)
    return (making, *runs)
