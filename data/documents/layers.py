"""Situation → GeoJSON layers of the grid e-map. Roles name colours; the theme knows which.

Every feature has id, role and a label; `tip` is what the pointer shows. Names of persons are masked here: the map is
seen by all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from data.documents.features import Feature, area, line, point
from data.documents.layer_looks import grid_fill, grid_states
from data.documents.report_layer import reports
from data.documents.station_layer import stations
from data.model.places import StoneState
from data.model.situation import Situation, Touched

_BASE_LOOK: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "township": {"role": "map.land", "fill": 1, "line_role": "grid.line", "weight": 1.5, "dash": [8, 5]},
        "river": {
            "role": "river.water",
            "fill": 0.9,
            "line_role": "river.bank",
            "weight": 1,
            "label_role": "river.label",
        },
        "bank": {"role": "river.bank", "weight": 1.2},
        "road": {"role": "grid.line", "weight": 1.4, "min_zoom": 14},
        "village": {
            "role": "grid.line",
            "fill": 0,
            "weight": 1.2,
            "label_role": "map.label",
            "min_zoom": 11,
            "priority": 3,
        },
    }
)
_BENCHES = MappingProxyType({"嫩滩": "floodplain.nen", "二滩": "floodplain.er", "高滩": "floodplain.gao"})
_CROPS = MappingProxyType(
    {
        "小麦": "crop.wheat",
        "玉米": "crop.maize",
        "花生": "crop.peanut",
        "大豆": "crop.peanut",
        "蔬菜": "crop.vegetable",
        "西瓜": "crop.vegetable",
        "果树": "crop.orchard",
        "苗木": "crop.orchard",
        "水产": "crop.pond",
        "莲藕": "crop.pond",
        "牧草": "crop.livestock",
    }
)
_STONES = MappingProxyType(
    {
        StoneState.OK: "stone.ok",
        StoneState.SHAKING: "stone.shaking",
        StoneState.MOVED: "stone.moved",
        StoneState.LOST: "stone.lost",
        StoneState.OFFLINE: "stone.offline",
    }
)


def base(now: Situation) -> list[Feature]:
    """River, benches, villages, roads, township."""
    features: list[Feature] = []
    for row in now.registers.maplines:
        if row.kind == "levee" or not row.path:
            continue
        look = dict(_BASE_LOOK.get(row.kind, {"role": "grid.line"}))
        if row.kind == "bench":
            role = next((r for name, r in _BENCHES.items() if name in row.name), "floodplain.gao")
            look = {"role": role, "fill": 0.75, "line_role": "floodplain.line", "weight": 0.8, "dash": [3, 4]}
        shown = row.name if row.kind in ("village", "road") or (row.kind == "river" and row.closed) else ""
        if row.kind == "river" and not row.closed:
            look = {"role": "river.bank", "weight": 0.8, "dash": [2, 6]}
        make = area if row.closed else line
        features.append(make(row.id, row.path, label=shown, tip=row.name, **look))
    return features


def works(now: Situation) -> list[Feature]:
    """The levee, and every spur with its chainage."""
    features = [
        line(row.id, row.path, role="works.line", weight=3.2, label=row.name, min_zoom=12)
        for row in now.registers.maplines
        if row.kind == "levee" and row.path
    ]
    names = {row.id: row.name for row in now.registers.works}
    for spur in now.registers.spurs:
        if spur.path:
            named = f"{spur.number}（{spur.name}）" if spur.name else spur.number
            tip = f"{names.get(spur.works, '')} {named} {_chainage(spur.chainage_m)}"
            features.append(
                line(
                    spur.id,
                    spur.path,
                    role="spur.line",
                    weight=2.4 if spur.kind == "坝" else 1.8,
                    label=named,
                    tip=tip,
                    min_zoom=13 if spur.name else 16,
                    priority=2 if spur.name else 0,
                )
            )
    return features


def grids(now: Situation) -> list[Feature]:
    """Grids coloured by state: overdue task, somebody not reached, quiet."""
    states = grid_states(now)
    return [
        area(
            grid.id,
            grid.ring,
            role=states.get(grid.id, "grid.quiet"),
            fill=grid_fill(states.get(grid.id)),
            line_role="grid.line",
            weight=1.4 if grid.kind == "专属网格" else 0.8,
            dash=[6, 4] if grid.kind == "专属网格" else [],
            label=grid.name if grid.kind == "专属网格" else grid.id.removeprefix("G"),
            label_role="grid.label",
            tip=f"{grid.name}（{grid.id}）",
            min_zoom=12 if grid.kind == "专属网格" else 13,
        )
        for grid in now.registers.grids
        if grid.ring
    ]


def plots(now: Situation) -> list[Feature]:
    """Plots of the floodplain by crop."""
    growers = now.registers.growers
    features: list[Feature] = []
    for plot in now.registers.plots:
        if plot.ring:
            grower = growers.get(plot.grower)
            name = (
                f"{grower.name[:1]}**" if grower is not None and grower.kind in ("农户", "种植大户", "外来承包") else ""
            )
            tip = f"{plot.bench.value} {plot.crop} {plot.area_mu:.0f} 亩 {name}（{plot.floods_at_m3s:.0f} m³/s 上水）"
            features.append(
                area(
                    plot.id,
                    plot.ring,
                    role=_CROPS.get(plot.crop, "crop.other"),
                    fill=0.38,
                    weight=0.7,
                    label=f"{plot.crop} {plot.area_mu:.0f}亩",
                    tip=tip,
                    min_zoom=15.5,
                )
            )
    return features


def routes(now: Situation) -> list[Feature]:
    """Relocation routes and stock routes."""
    dashes = {"迁安": [8, 4], "运料": [2, 4]}
    return [
        line(row.id, row.path, role="route", weight=2, dash=dashes[row.kind], label=row.name, min_zoom=15)
        for row in now.registers.routes
        if row.path and row.kind in dashes
    ]


def sections(now: Situation) -> list[Feature]:
    """Patrol sections of the levee (责任段), told apart by alternating weight."""
    rows = [row for row in now.registers.routes if row.kind == "责任段" and row.path]
    return [
        line(
            row.id,
            row.path,
            role="selection" if n % 2 else "works.line",
            weight=5,
            opacity=0.55,
            label=row.name,
            min_zoom=14,
        )
        for n, row in enumerate(rows)
    ]


def staff(now: Situation) -> list[Feature]:
    """Grid staff at their posts; off duty is hollow."""
    return [
        point(
            row.id,
            row.lon,
            row.lat,
            role="staff",
            size=2.6,
            hollow=not row.on_duty,
            label=f"{row.name[:1]}** {row.post}",
            min_zoom=16.5,
        )
        for row in now.registers.staff
        if row.lon is not None and row.lat is not None
    ]


def squads(now: Situation) -> list[Feature]:
    """Squads."""
    return [
        point(row.id, row.lon, row.lat, role="squad", shape="square", size=5, label=row.name, min_zoom=14.5, priority=1)
        for row in now.registers.squads
        if row.lon is not None and row.lat is not None
    ]


def keypeople(now: Situation) -> list[Feature]:
    """Key persons; hollow when their whereabouts are not known to be safe."""
    return [
        point(
            row.id,
            row.lon,
            row.lat,
            role="keyperson",
            size=4,
            label=f"{row.name[:1]}** {row.category}",
            tip=f"{row.name[:1]}** {row.category} {row.place} · {now.where('keypeople', row.id).value}",
            min_zoom=16,
        )
        for row in now.registers.keypeople
        if row.lon is not None and row.lat is not None
    ]


def stones(now: Situation) -> list[Feature]:
    """Smart stones by state."""
    features: list[Feature] = []
    for row in now.registers.stones:
        state = now.stones.get(row.id, row.state)
        abnormal = state in (StoneState.SHAKING, StoneState.MOVED, StoneState.LOST)
        features.append(
            point(
                row.id,
                row.lon,
                row.lat,
                role=_STONES[state],
                size=5 if abnormal else 2.2,
                hollow=state is StoneState.OFFLINE,
                ring=abnormal,
                label=f"{row.id} {state.value}",
                min_zoom=12 if abnormal else 17,
                priority=4 if abnormal else 0,
            )
        )
    return features


def stock(now: Situation) -> list[Feature]:
    """Depots; a ring when an item is below its floor."""
    depots: dict[str, tuple[float, float, int, int]] = {}
    for row in now.registers.stock:
        if row.lon is not None and row.lat is not None:
            _, _, count, short = depots.get(row.depot, (row.lon, row.lat, 0, 0))
            depots[row.depot] = (row.lon, row.lat, count + 1, short + (row.quantity < row.floor))
    return [
        point(
            name,
            lon,
            lat,
            role="stock",
            shape="square",
            size=5,
            ring=bool(short),
            label=name,
            tip=f"{name} · {count} 项" + (f" · {short} 项低于下限" if short else ""),
            min_zoom=14,
        )
        for name, (lon, lat, count, short) in depots.items()
    ]


def cameras(now: Situation) -> list[Feature]:
    """Cameras; hollow when offline."""
    return [
        point(
            row.id,
            row.lon,
            row.lat,
            role="camera",
            shape="diamond",
            size=3.5,
            hollow=not row.online,
            label=row.name,
            min_zoom=15.5,
        )
        for row in now.registers.cameras
    ]


def shelters(now: Situation) -> list[Feature]:
    """Shelters with their capacity."""
    return [
        point(
            row.id,
            row.lon,
            row.lat,
            role="shelter",
            shape="cross",
            size=6,
            label=row.name,
            tip=f"{row.name} · {row.capacity} 人",
            min_zoom=14,
            priority=1,
        )
        for row in now.registers.shelters
    ]


Build = Callable[[Situation], list[Feature]]

LAYERS: Mapping[str, tuple[Build, Touched]] = MappingProxyType(
    {
        "base": (base, Touched.REGISTERS),
        "grids": (grids, Touched.REGISTERS),
        "plots": (plots, Touched.REGISTERS),
        "works": (works, Touched.REGISTERS),
        "sections": (sections, Touched.REGISTERS),
        "routes": (routes, Touched.REGISTERS),
        "cameras": (cameras, Touched.REGISTERS),
        "shelters": (shelters, Touched.REGISTERS),
        "stock": (stock, Touched.REGISTERS),
        "stations": (stations, Touched.REGISTERS | Touched.RIVER),
        "stones": (stones, Touched.REGISTERS | Touched.STONES),
        "staff": (staff, Touched.REGISTERS),
        "squads": (squads, Touched.REGISTERS),
        "keypeople": (keypeople, Touched.REGISTERS | Touched.PEOPLE),
        "reports": (reports, Touched.REPORTS | Touched.INCIDENTS),
    }
)
"""Every layer from the bottom up: how it is made, and what makes it new. Grid states and exposure are restyled."""


def _chainage(metres: float) -> str:
    kilometres, rest = divmod(abs(round(metres)), 1000)  # rounded first: 999.6 m is 1+000
    return f"{'-' if metres <= -0.5 else ''}{kilometres}+{rest:03d}"
