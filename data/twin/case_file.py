"""A case described in a TOML file: read, checked key by key, and told exactly where it is wrong."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from data.twin.case import (
    Breach,
    Case,
    Disc,
    Edge,
    Inflow,
    Line,
    Probe,
    Running,
    Series,
    Side,
    Way,
    constant,
)  # fmt: skip
from data.twin.dem import read_dem
from data.twin.faults import TwinCode, TwinFault
from data.twin.ground import read_crest, read_probes, read_ring, read_series, with_blocks, with_friction
from data.twin.terrain import CrestKind, CrestLine, Nature, Point, Terrain

KEYS: Mapping[str, frozenset[str]] = {
    "": frozenset(("name", "terrain", "friction", "inflow", "outflow", "run", "probes", "breach", "rain", "initial")),
    "terrain": frozenset(("file", "blocks", "block_height_m", "crs", "datum", "coarsen", "crests", "nature")),
    "terrain.crests": frozenset(("file", "kind", "crest_m")),
    "friction": frozenset(("default", "polygons")),
    "friction.polygons": frozenset(("file", "n")),
    "inflow": frozenset(("at", "radius_m", "line", "flow_m3s", "series")),
    "outflow": frozenset(("edges",)),
    "run": frozenset(("seconds", "threads", "courant", "theta", "wet_depth_m", "sample_s", "frames_s")),
    "probes": frozenset(("file",)),
    "breach": frozenset(("at", "start_s", "width_m", "growth_s", "sill_m")),
    "rain": frozenset(("mm_h", "series")),
    "initial": frozenset(("level_m",)),
}
"""Every key of the grammar."""


class Reader:
    """One table of the file: its values by key, faults told with file and key."""

    def __init__(self, path: Path, name: str, table: Mapping[str, Any], known: str | None = None) -> None:
        """Take a table and refuse keys that mean nothing."""
        self.path, self.name, self.table = path, name, table
        for key in table:
            if key not in KEYS[name if known is None else known]:
                raise self.fault(TwinCode.KEY_UNKNOWN, key)

    def fault(self, code: TwinCode, key: str, **params: str | float) -> TwinFault:
        """A fault at a key of this table."""
        return TwinFault(code, str(self.path), f"{self.name}.{key}" if self.name else key, params)

    def number(
        self, key: str, default: float | None = None, *, low: float = -math.inf, high: float = math.inf
    ) -> float:
        """A finite number, low < it <= high."""
        if key not in self.table and default is not None:
            return default
        value = self._needed(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise self.fault(TwinCode.KEY_WRONG, key, wanted="number", value=repr(value))
        if not low < value <= high:
            raise self.fault(TwinCode.VALUE_OUT_OF_RANGE, key, value=float(value), low=low, high=high)
        return float(value)

    def text(self, key: str, default: str | None = None) -> str:
        """A text."""
        if key not in self.table and default is not None:
            return default
        value = self._needed(key)
        if not isinstance(value, str):
            raise self.fault(TwinCode.KEY_WRONG, key, wanted="text", value=repr(value))
        return value

    def file(self, key: str) -> Path:
        """A file, seen from the folder of the case."""
        return self.path.parent / self.text(key)

    def table_of(self, key: str) -> Reader:
        """A table within this one, empty when it is not there."""
        return self._as_reader(key, self.table.get(key, {}))

    def tables(self, key: str) -> list[Reader]:
        """A table or a list of tables."""
        value = self.table.get(key, [])
        given = cast("list[Any]", value) if isinstance(value, list) else [value]
        return [self._as_reader(key, one) for one in given]

    def points(self, key: str, least: int) -> tuple[Point, ...]:
        """A list of [x, y]."""
        value = self._needed(key)
        given = _listed(value)
        points = tuple(self._point(key, one) for one in given)
        if len(points) < least:
            raise self.fault(TwinCode.KEY_WRONG, key, wanted=f"{least} or more [x, y]", value=str(value))
        return points

    def point(self, key: str) -> Point:
        """One [x, y]."""
        return self._point(key, self._needed(key))

    def _point(self, key: str, value: object) -> Point:
        pair = _listed(value)
        numbers = [float(n) for n in pair if isinstance(n, int | float) and math.isfinite(n)]
        if len(pair) != 2 or len(numbers) != 2:
            raise self.fault(TwinCode.KEY_WRONG, key, wanted="[x, y]", value=str(value))
        return numbers[0], numbers[1]

    def _needed(self, key: str) -> Any:
        if key not in self.table:
            raise self.fault(TwinCode.KEY_MISSING, key)
        return self.table[key]

    def _as_reader(self, key: str, value: object) -> Reader:
        if not isinstance(value, dict):
            raise self.fault(TwinCode.KEY_WRONG, key, wanted="table", value=repr(value))
        return Reader(self.path, f"{self.name}.{key}" if self.name else key, cast("dict[str, Any]", value))


def _listed(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []


def read_case(path: Path) -> Case:
    """Read a case with everything it names; raise `TwinFault` where it is wrong."""
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError as fault:
        raise TwinFault(TwinCode.FILE_MISSING, str(path)) from fault
    except tomllib.TOMLDecodeError as fault:
        raise TwinFault(TwinCode.NOT_TOML, str(path), params={"reason": str(fault)}) from fault
    except (OSError, UnicodeDecodeError) as fault:
        raise TwinFault(TwinCode.FILE_UNREADABLE, str(path), params={"reason": str(fault)}) from fault
    whole = Reader(path, "", table)
    for needed in ("terrain", "run"):
        if needed not in table:
            raise whole.fault(TwinCode.KEY_MISSING, needed)
    run = _running(whole.table_of("run"))
    terrain = _terrain(whole.table_of("terrain"), whole.table_of("friction"))
    initial = whole.table_of("initial")
    case = Case(
        terrain, run, tuple(_inflow(one) for one in whole.tables("inflow")), _edges(whole.table_of("outflow")),
        tuple(_breach(one) for one in whole.tables("breach")), _rain(whole.table_of("rain")),
        _probes(whole.table_of("probes")), initial.number("level_m") if initial.table else None,
        name=whole.text("name", path.stem),
    )  # fmt: skip
    _check_places(whole, case)
    return case


def _terrain(given: Reader, friction: Reader) -> Terrain:
    default = friction.number("default", 0.035, low=0.0, high=1.0)
    nature = given.text("nature", Nature.MEASURED)
    if nature not in tuple(Nature):
        raise given.fault(TwinCode.KEY_WRONG, "nature", wanted=" | ".join(Nature), value=nature)
    terrain = read_dem(
        given.file("file"), manning=default, crs=given.text("crs", "") or None, datum=given.text("datum", "") or None,
        nature=Nature(nature), factor=int(given.number("coarsen", 1, low=0, high=1000)),
    )  # fmt: skip
    pattern = given.text("blocks", "")
    if pattern:
        files = sorted(_matches(given.path.parent, pattern))
        if not files:
            raise given.fault(TwinCode.NO_MATCH, "blocks", value=pattern)
        rings = [read_ring(file, "terrain.blocks") for file in files]
        terrain = with_blocks(terrain, rings, given.number("block_height_m", 3.0, low=0.0, high=1000.0))
    zones = [
        (read_ring(zone.file("file"), zone.name), zone.number("n", low=0.0, high=1.0))
        for zone in friction.tables("polygons")
    ]
    return with_friction(terrain, zones).with_crests(tuple(_crest(one) for one in given.tables("crests")))


def _matches(folder: Path, pattern: str) -> list[Path]:
    anchor = Path(pattern)
    if anchor.is_absolute():
        return [path for path in Path(anchor.anchor).glob(str(anchor.relative_to(anchor.anchor))) if path.is_file()]
    while anchor.parts[:1] == ("..",):
        folder, anchor = folder.parent if folder.name else folder / "..", Path(*anchor.parts[1:])
    return [path for path in folder.glob(str(anchor)) if path.is_file()]


def _crest(given: Reader) -> CrestLine:
    kind = given.text("kind", CrestKind.DYKE)
    if kind not in tuple(CrestKind):
        raise given.fault(TwinCode.KEY_WRONG, "kind", wanted=" | ".join(CrestKind), value=kind)
    crest = given.number("crest_m") if "crest_m" in given.table else None
    return read_crest(given.file("file"), given.name, CrestKind(kind), crest)


def _inflow(given: Reader) -> Inflow:
    if ("flow_m3s" in given.table) == ("series" in given.table):
        raise given.fault(TwinCode.KEY_WRONG, "flow_m3s", wanted="flow_m3s | series", value="")
    if ("at" in given.table) == ("line" in given.table):
        raise given.fault(TwinCode.KEY_WRONG, "at", wanted="at | line", value="")
    if "flow_m3s" in given.table:
        flow = constant(given.number("flow_m3s", low=-1e-12, high=1e6))
    else:
        flow = read_series(given.file("series"), given.name)
        if min(flow.value) < 0:
            raise given.fault(TwinCode.VALUE_OUT_OF_RANGE, "series", value=min(flow.value), low=0.0, high=1e6)
    if "line" in given.table:
        return Inflow(Line(given.points("line", 2)), flow)
    x, y = given.point("at")
    return Inflow(Disc(x, y, given.number("radius_m", 0.0, low=-1e-12, high=1e5)), flow)


def _edges(given: Reader) -> tuple[Edge, ...]:
    table = given.table.get("edges", {})
    if not isinstance(table, dict):
        raise given.fault(TwinCode.KEY_WRONG, "edges", wanted="table", value=repr(table))
    edges: list[Edge] = []
    for side, told in cast("dict[str, Any]", table).items():
        if side not in tuple(Side):
            raise given.fault(TwinCode.KEY_UNKNOWN, f"edges.{side}")
        edges.append(_edge(given, Side(side), told))
    return tuple(edges)


def _edge(given: Reader, side: Side, told: object) -> Edge:
    word, _, value = told.partition(":") if isinstance(told, str) else ("", "", "")
    wanted = "closed | free | slope:S | stage:M | rating:FILE.csv"
    wrong = given.fault(TwinCode.KEY_WRONG, f"edges.{side}", wanted=wanted, value=repr(told))
    if word not in tuple(Way) or (word in {Way.CLOSED, Way.FREE}) == bool(value):
        raise wrong
    way = Way(word)
    if way in {Way.CLOSED, Way.FREE}:
        return Edge(side, way)
    if way is Way.RATING:
        return Edge(side, way, read_series(given.path.parent / value, f"{given.name}.edges.{side}"))
    try:
        amount = float(value)
    except ValueError:
        raise wrong from None
    if not math.isfinite(amount) or (way is Way.SLOPE and not 0 < amount < 1):
        raise wrong
    return Edge(side, way, constant(amount))


def _running(given: Reader) -> Running:
    spacing = {key: given.number(key, low=0.0) if key in given.table else None for key in ("sample_s", "frames_s")}
    return Running(
        given.number("seconds", low=0.0, high=1e8), int(given.number("threads", 1, low=0, high=256)),
        given.number("courant", 0.5, low=0.0, high=0.7), given.number("theta", 0.8, low=0.0, high=1.0),
        wet_depth_m=given.number("wet_depth_m", 0.05, low=0.0, high=10.0),
        sample_every_s=spacing["sample_s"], frames_every_s=spacing["frames_s"],
    )  # fmt: skip


def _breach(given: Reader) -> Breach:
    x, y = given.point("at")
    return Breach(
        x, y, given.number("start_s", 0.0, low=-1e-12), given.number("width_m", low=0.0, high=1e5),
        given.number("growth_s", 0.0, low=-1e-12), given.number("sill_m"),
    )  # fmt: skip


def _rain(given: Reader) -> Series | None:
    if not given.table:
        return None
    if "series" in given.table:
        return read_series(given.file("series"), given.name)
    return constant(given.number("mm_h", low=-1e-12, high=1000.0))


def _probes(given: Reader) -> tuple[Probe, ...]:
    return read_probes(given.file("file"), given.name) if given.table else ()


def _check_places(whole: Reader, case: Case) -> None:
    """Water must be given to ground that is there; probes may miss it, which their row will say."""
    from data.twin.grid import inflow_cells

    for inflow in case.inflows:
        try:
            inflow_cells(case.terrain, inflow)
        except TwinFault as fault:
            raise whole.fault(fault.code, "inflow", **_extent(case.terrain)) from fault
    for breach in case.breaches:
        if case.terrain.cell_at(breach.x, breach.y) is None:
            raise whole.fault(TwinCode.OUTSIDE_TERRAIN, "breach", **_extent(case.terrain))


def _extent(terrain: Terrain) -> dict[str, float]:
    rows, cols = terrain.shape
    return {
        "west": terrain.west, "east": terrain.west + cols * terrain.cell_m,
        "south": terrain.north - rows * terrain.cell_m, "north": terrain.north,
    }  # fmt: skip
