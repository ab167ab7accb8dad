"""Invented scenarios, curves, cuts and runs for the tests of the 推演 page, and a map that only remembers."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from data.model.nature import Nature, Origin
from data.twin.flood import How, Trust
from tests.township import NOON
from views.twin_progress import (
    LibraryLevel,
    LibraryShown,
    MarkShown,
    MirrorShown,
    RunKind,
    RunShown,
    RunState,
    Unused,
)
from views.twin_shown import (
    CurveLine,
    CurveShown,
    DifferenceShown,
    Note,
    NoteCode,
    ProfileShown,
    ProfileSpot,
    ScenarioShown,
    SurfaceLine,
)
from views.twin_wanted import ProfileKind, Slot, Source
from widgets.theme import Theme

MADE_AT = datetime(2026, 11, 22, 2, 20, tzinfo=UTC)
HOURS = tuple(n / 6 for n in range(145))
TRUSTS = (Trust(7000, 0.021, 0.976, 8.0, 19.0), Trust(4500, 0.043, 0.93, 14.0, 48.0), Trust(9000, 0.016, 0.985, 4.0))


def flow_at(hour: float, peak: float) -> float:
    share = hour / 9
    return 2000 + (peak - 2000) * (share * math.exp(1 - share)) ** 4


def scenario(flow: float = 8000.0, **more: Any) -> ScenarioShown:
    values: dict[str, Any] = {
        "id": f"flow/{flow:.0f}",
        "source": Source.FLOW,
        "how": How.BLENDED,
        "nature": Nature(Origin.IDEALISED, MADE_AT, "3f9a12", "大沽(待核)"),
        "flow_m3s": flow,
        "start": NOON,
        "hours": HOURS,
        "inflow": tuple((hour, flow_at(hour, flow)) for hour in HOURS),
        "trust": TRUSTS[0],
        "cell_m": 40.0,
        "notes": (Note(NoteCode.EXACT_COMING), Note(NoteCode.ARRIVAL_INTERVAL)),
        "wet_km2": 41.3,
        "volume_m3": 2.14e8,
    }
    return ScenarioShown(**(values | more))


def greatest_only() -> ScenarioShown:
    """Somebody's map without a course."""
    from data.twin.flood import Field

    return scenario(
        10_000.0, id="map/1", source=Source.IMPORTED, how=How.IMPORTED, name="上级下发淹没图", hours=(), inflow=(),
        trust=None, fields=frozenset({Field.DEPTH}), notes=(Note(NoteCode.GREATEST_ONLY), Note(NoteCode.NO_GROUND)),
        nature=Nature(Origin.IMPORTED, MADE_AT, "a1", source="黄委"), cell_m=30.0, wet_km2=None, volume_m3=None,
    )  # fmt: skip


def depths(peak: float, most: float) -> tuple[float, ...]:
    return tuple(max(0.0, (flow_at(hour, peak) - 4800) / (peak - 4800) * most) for hour in HOURS)


def curve(
    number: int = 1, lon: float = 113.70, lat: float = 34.905, *, both: bool = False, name: str = ""
) -> CurveShown:
    lines = [CurveLine(Slot.A, NOON, HOURS, depths(8000, 1.8), (4.4, 4.6, 4.9))]
    if both:
        lines.append(CurveLine(Slot.B, NOON, HOURS, depths(6000, 0.7), (6.2, 6.2, 6.2)))
    return CurveShown(f"point/{number}", lon, lat, tuple(lines), 91.37, "大沽(待核)", name)


def outside() -> CurveShown:
    return CurveShown("point/9", 114.5, 34.9, (), None, "", "", known=False)


def profile(*, both: bool = False) -> ProfileShown:
    """From the land behind the levee over the river to the high bank."""
    nan = float("nan")
    along = tuple(float(x) for x in range(0, 7001, 25))
    bed = tuple(_bed(x) for x in along)
    crest = tuple(97.6 if 560 <= x <= 700 else nan for x in along)

    def surface(stage: float) -> tuple[float, ...]:
        return tuple(stage if x > 640 and stage > ground else nan for x, ground in zip(along, bed, strict=True))

    surfaces = [SurfaceLine(Slot.A, surface(94.12))]
    if both:
        surfaces.append(SurfaceLine(Slot.B, surface(93.18)))
    spots = (ProfileSpot(630, "花园口险工 大堤"), ProfileSpot(4300, "花园口站", 93.96))
    return ProfileShown(
        ProfileKind.ACROSS, along, bed, crest, tuple(surfaces), spots, "大沽(待核)", ("背河", "北岸高滩"),
        ((113.66, 34.88), (113.70, 34.95)),
    )  # fmt: skip


def _bed(x: float) -> float:
    if x < 560:
        return 88.4 + 0.3 * math.sin(x / 200)
    if x < 700:
        return 97.6
    if 3900 < x < 4800:
        return 89.2 + 0.4 * math.sin(x / 120)
    return 91.8 + 0.5 * (abs(x - 4350) < 900) + 0.2 * math.sin(x / 310)


def run(state: RunState = RunState.RUNNING, **more: Any) -> RunShown:
    values: dict[str, Any] = {
        "id": "run/1", "kind": RunKind.EXACT, "state": state, "cell_m": 40.0, "flow_m3s": 8000.0, "share": 0.62,
        "left_s": 65.0,
    }  # fmt: skip
    return RunShown(**(values | more))


def library(**more: Any) -> LibraryShown:
    flows = (2600.0, 4000.0, 4500.0, 5000.0, 6000.0, 8000.0, 10000.0, 12000.0, 15000.0, 18000.0, 22000.0, 25000.0)
    values: dict[str, Any] = {
        "levels": (
            LibraryLevel(80.0, flows, 12, TRUSTS, 9.0), LibraryLevel(40.0, flows, 12, TRUSTS, 41.0),
            LibraryLevel(20.0, flows[5:9], 12),
        ),
        "in_use_m": 40.0,
    }  # fmt: skip
    return LibraryShown(**(values | more))


def difference() -> DifferenceShown:
    return DifferenceShown(6.42, 0.0, 0.61, 1.37, 48.0, (113.702, 34.908))


def mirror() -> MirrorShown:
    def mark(number: int, name: str, residual: float | None, unused: Unused | None = None) -> MarkShown:
        model = 93.40 - 0.2 * number
        return MarkShown(
            f"mark/{number}", name, NOON - timedelta(minutes=17 * number), model + (residual or 0.11), "大沽(待核)",
            1200.0 * number, None if unused is Unused.OUTSIDE else model, residual, unused, 113.70, 34.91,
        )  # fmt: skip

    marks = (
        mark(1, "花园口水文站", 0.06), mark(2, "马渡险工26坝水尺", 0.34), mark(3, "南裹头水尺", -0.04),
        mark(4, "双井控导水尺", None, Unused.OTHER_DATUM), mark(5, "申庄闸前水尺", 0.9, Unused.STALE),
    )  # fmt: skip
    return MirrorShown(NOON, marks, 0.12, 0.16, "mark/2")


class RememberingMap(QWidget):
    """Stands where the web map stands; keeps what it was shown."""

    asked = Signal(float, float)
    picked = Signal(str)
    line_drawn = Signal(object)
    view_changed = Signal(float, float, float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.shown: dict[str, Any] = {}
        self.places: list[tuple[float, float]] = []

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme

    def show_base(self, now: Any) -> None:
        self.shown["base"] = now

    def show_water(self, water: Any) -> None:
        self.shown["water"] = water

    def show_marks(self, marks: Any) -> None:
        self.shown["marks"] = tuple(marks)

    def show_line(self, path: Any) -> None:
        self.shown["line"] = path

    def start_line(self) -> None:
        self.shown["drawing"] = True

    def fly_to(self, lon: float, lat: float) -> None:
        self.places.append((lon, lat))

    def show_view(self, lon: float, lat: float, zoom: float) -> None:
        self.shown["view"] = (lon, lat, zoom)

    def fit_land(self) -> None:
        self.places.clear()

    def grab_png(self, then: Callable[[QPixmap], None]) -> None:
        then(self.grab())
