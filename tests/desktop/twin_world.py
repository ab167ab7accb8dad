"""A desk of real parts without browser and store, on the land of the flood sample, for the tests of the twin's wiring.

The river runs along the sample's northern row; one grower's plot and one household lie in its water.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from data.model.people import Grower, Household
from data.model.places import Bench, MapLine, Plot, Route
from data.model.register import Register
from data.model.river import HUAYUANKOU, Forecast, Reading, Station
from data.model.situation import Situation
from data.model.steps import ForecastEntered, ReadingTaken, Step
from data.rules.reckoning import Township
from data.twin.case import Case
from data.twin.flood import Field, Flood, How, Trust
from data.twin.terrain import Raster
from desktop import theme as look
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.library_desk import Place
from desktop.reckoning_desk import ReckoningDesk
from desktop.room import Room
from desktop.sheets import Sheets
from desktop.twin_desk import TwinDesk
from tests import township
from tests.data.rules.clock_world import tables
from tests.data.twin.flood_sample import SampleFlood, place_of, sample_flood
from tests.data.twin.small_library import PLACING, SHAPE, small_case
from tests.township import NOON
from tests.views import twin_sample
from views.pane import Pane
from views.twin import TwinWorkspace

LITTLE = replace(PLACING, first_m3s=(300.0, 800.0, 1_500.0), stairs_m3s=(300.0, 1_500.0), hold_h=2.0, most_runs=3)


def at(row: int, col: int) -> tuple[float, float]:
    return place_of(sample_flood(), row, col)


def ring(row: int, col: int) -> tuple[tuple[float, float], ...]:
    lon, lat = at(row, col)
    return ((lon, lat), (lon + 4e-4, lat), (lon + 4e-4, lat - 4e-4), (lon, lat - 4e-4), (lon, lat))


@cache
def land() -> Situation:
    """Noon on the sample's land: the levee along the dry south, a lane down to it, two families in the water's way."""
    now = township.situation()
    made = now.registers
    rows: dict[str, tuple[Any, ...]] = {
        "maplines": (
            MapLine("RIVER", "river", "中泓", (at(0, 0), at(0, 15))),
            MapLine("LEVEE", "levee", "大堤", (at(10, 0), at(10, 13)), chainage_from_m=1000.0),
            MapLine("BENCH", "bench", "样本嫩滩", (at(0, 0), at(0, 15), at(9, 15), at(9, 0), at(0, 0))),
            MapLine("LANE", "road", "生产路", (at(1, 4), at(10, 4))),
        ),
        "routes": (Route("L1", "北线", "迁安", (at(1, 4), at(5, 4), at(10, 4)), ""),),
        "growers": (Grower("G1", "赵测甲", "农户", "申庄村", on_floodplain=3, route="L1"),),
        "plots": (Plot("P1", "G1", "Z01", Bench.NEN, "小麦", 12.0, 2300.0, ring(2, 4)),),
        "households": (Household("H1", "钱测乙", "申庄村", "G001", 4, lon=at(4, 4)[0], lat=at(4, 4)[1]),),
        "keypeople": (),
        "stations": (Station(HUAYUANKOU, "花园口", lon=at(0, 4)[0], lat=at(0, 4)[1], datum="大沽(待核)"),),
    }
    for kind, content in rows.items():
        made = made.having(Register(kind, content, digest=f"twin-{kind}", demo=True))
    return replace(now, registers=made)


def flowing(flow_m3s: float = 4200.0, stage_m: float | None = None) -> Situation:
    """The land with a flow observed, and a stage where one is given."""
    reading = Reading(HUAYUANKOU, NOON + timedelta(minutes=1), flow_m3s, stage_m, "", "测试")
    return township.after(land(), ReadingTaken(reading), actor="system")


def forecast(now: Situation, flow_m3s: float = 8000.0, hours: float = 12.0) -> Situation:
    """The same with a forecast."""
    told = Forecast(HUAYUANKOU, flow_m3s, now.at + timedelta(hours=hours), now.at, "测试预报")
    return township.after(now, ForecastEntered(told))


@cache
def town() -> Township:
    return Township(land().registers, tables())


@dataclass(frozen=True, eq=False)
class SteadySample(SampleFlood):
    """A surface that a flow holds."""

    @property
    def depth(self) -> Raster:
        return self.fields[Field.DEPTH]


@dataclass(frozen=True, eq=False)
class SampleLibrary:
    """What the desk asks of a library, answered with the sample flood; it spans 2,000 to 25,000 m³/s."""

    cell_m: float = 100.0
    held: bool = True
    flows_m3s: tuple[float, ...] = (2000.0, 8000.0, 25_000.0)
    complete: bool = True
    trusts: tuple[Trust, ...] = (Trust(8000.0, 0.02, 0.98, 8.0, 20.0),)
    asked: list[float] = field(default_factory=list)

    @property
    def identity(self) -> Any:
        return SimpleNamespace(cell_m=self.cell_m)

    def at(self, flow_m3s: float) -> Flood:
        self.asked.append(flow_m3s)
        flow = min(max(flow_m3s, 2000.0), 25_000.0)
        rows, cols = round(1200 / self.cell_m), round(1600 / self.cell_m)
        return sample_flood(
            flow_m3s=flow, peak_m=91.0 + flow / 3000.0, rows=rows, cols=cols, cell_m=self.cell_m,
            step_m=self.cell_m / 200.0, how=How.BLENDED,
        )  # fmt: skip

    def steady(self, flow_m3s: float) -> Flood | None:
        told = vars(self.at(flow_m3s)) | {"hours": (), "how": How.RUN, "trust": None}
        return SteadySample(**told) if self.held else None

    def trust(self, flow_m3s: float) -> Trust | None:
        return self.trusts[0]

    def warm(self, cells: object) -> None:
        """There is nothing to read."""


class SmallDesk(QObject):
    """What the pages of the twin ask of the whole desk."""

    def __init__(self, home: Path, now: Situation | None = None) -> None:
        super().__init__()
        self.home = home
        self.theme = look.load("dark").theme
        self.background = Background(self)
        self.clock = DeskClock(NOON, 0, self)
        self.kept: list[Step] = []
        self.room = Room(now or flowing(), lambda step, _: self.kept.append(step), self.clock.now, self)
        self.reckoning = ReckoningDesk(self.room, self.background, self.clock, tables(), self)
        self.twin = TwinDesk(self.room, self.background, self.reckoning, self)
        self.twin.imported = home / "imported"
        self.host = QWidget()
        self.host.resize(1300, 800)
        self.sheets = Sheets(self.host)
        self.panes: list[Pane] = []
        self.said: list[str] = []

    def add_pane(self, pane: Pane) -> None:
        self.panes.append(pane)
        pane.message_requested.connect(self.said.append)
        pane.show_situation(self.room.situation, ~type(pane.heeds)(0))
        pane.show_time(self.clock.now())

    def page(self) -> TwinWorkspace:
        made = TwinWorkspace(self.theme, twin_sample.RememberingMap, self.host)
        made.resize(1300, 800)
        return made

    def use(self, library: Any) -> None:
        """Give the desk a library."""
        self.twin.library.library = library
        self.twin.library.changed.emit()

    def close(self) -> None:
        self.clock.stop()
        self.twin.close()
        self.reckoning.close()
        self.background.close()
        self.host.close()
        self.host.deleteLater()
        self.setParent(None)


def small_place(folder: Path, *, cells: tuple[float, ...] = (200.0,), placing: Any = LITTLE) -> Place:
    """A short reach whose library is made in a second or two."""
    return Place(SmallReach(), folder, None, cells, SHAPE, placing)


class SmallReach:
    """A recipe that crosses to other processes."""

    def __call__(self, cell_m: float) -> Case:
        return small_case(cell_m)

    terrain = staticmethod(lambda cell_m: small_case(cell_m).terrain)
