"""The 推演 workspace: where the water goes, when, whom it reaches, in one scenario or two against each other."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal

from data.model.situation import Touched
from views.pane import Pane


class TwinWorkspace(Pane):
    """Ask for scenarios and look at them. The page holds no raster and computes no water.

    Signals:
        scenario_requested: slot, and a Wanted (live, flow, imported), or None to take the scenario away.
        event_requested: slot: run the forecast course.
        breach_requested: slot and a Breaching: run it, coarse first.
        picture_requested: a Picture: what the map (both maps with Sides.BOTH) is to draw.
        moment_requested: number of the frame that the time bar stands at.
        point_asked: lon, lat: tell the course of the water there.
        point_dropped: id of a curve no longer wanted.
        profile_asked: a ProfileKind and, for LINE, the path drawn on the map, else ().
        run_stop_requested, run_resume_requested: id of a run.
        import_requested: take somebody else's map; import_dropped: id of a map to take away.
        export_requested: an Export, of the picture shown.
        library_remake_requested: make the library anew.
        flow_requested: a flow to show as a what-if on the whole desk.

    """

    scenario_requested = Signal(object, object)
    event_requested = Signal(object)
    breach_requested = Signal(object, object)
    picture_requested = Signal(object)
    moment_requested = Signal(int)
    point_asked = Signal(float, float)
    point_dropped = Signal(str)
    profile_asked = Signal(object, object)
    run_stop_requested = Signal(str)
    run_resume_requested = Signal(str)
    import_requested = Signal()
    import_dropped = Signal(str)
    export_requested = Signal(object)
    library_remake_requested = Signal()
    flow_requested = Signal(float)

    heeds: ClassVar[Touched] = (
        Touched.RIVER | Touched.LEVEL | Touched.TASKS | Touched.PEOPLE | Touched.REGISTERS | Touched.REPORTS
    )

    # in: the desk calls these; each may be called at any time and shows the whole of its value
    #
    # show_scenario(slot, ScenarioShown | None)   show_reckoned(slot, Reckoning | None): list, sums, clock of a scenario
    # show_water(slot, MapWater | None)           slot of the map: A's map also shows B alone and the difference
    # show_curves(tuple[CurveShown, ...])         show_profile(ProfileShown | None)
    # show_difference(DifferenceShown | None)     show_mirror(MirrorShown | None)
    # show_runs(tuple[RunShown, ...])             show_library(LibraryShown)
    # show_imported(tuple[ImportedShown, ...])    show_breach_fault(words)
