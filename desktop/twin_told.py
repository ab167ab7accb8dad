"""What is told of the twin's machinery: the library as it stands, and what is being computed."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.library_desk import LibraryDesk
from views import twin_fault_words
from views.twin_progress import LibraryLevel, LibraryShown, RunKind, RunShown, RunState

LIBRARY_RUN = "library"
"""Id of the library's making among the runs."""
_FEWEST = 12
"""A library that is not whole yet will have at least so many flows."""


def library_shown(library: LibraryDesk) -> LibraryShown:
    """Return what the library holds."""
    told: list[LibraryLevel] = []
    for size, one in sorted(library.levels.libraries.items(), reverse=True):
        flows = () if one is None else one.flows_m3s
        wanted = len(flows) if one is not None and one.complete else max(len(flows) + 1, _FEWEST)
        told.append(LibraryLevel(size, flows, wanted, () if one is None else one.trusts))
    used = library.library
    return LibraryShown(
        tuple(told), None if used is None else used.identity.cell_m,
        nature=None if used is None else used.at(used.flows_m3s[0]).nature,
    )  # fmt: skip


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
