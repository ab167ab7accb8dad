"""Builds the demonstration township's tables: `python -m resources.demo.build [DIR]` (default: this folder).

Same seed, same bytes, on any machine; nothing outside the repository is read.
"""

from __future__ import annotations

import csv
import io
import sys
from collections import Counter
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.model.columns import columns_of
from resources.demo import basemap, farms, mesh, people, relocation, roads, stations, stores, structures
from resources.demo.chance import Registry

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NOTES = {
    "网格": "演示数据",
    "Z01": "演示数据；主槽右侧水面与嫩滩",
    "Z02": "演示数据；险工坝岸与防浪林",
    "Z03": "演示数据；东大坝以上滩地，浮桥与景区",
    "Z04": "演示数据；东大坝以下二滩、高滩",
}


def tables() -> dict[str, Sequence[Any]]:
    """Return every register of the demonstration, rows in order of id."""
    registry = Registry()
    cells = mesh.cells()
    crew = people.crew(cells, registry)
    spurs = structures.spurs(crew)
    growers, plots = farms.farms(crew, registry)
    return {
        "grids": [c.grid(crew.leaders[c.id], _NOTES.get(c.id, _NOTES["网格"])) for c in cells],
        "works": structures.WORKS,
        "spurs": spurs,
        "stones": structures.stones(spurs),
        "stock": stores.stock(crew),
        "cameras": structures.cameras(spurs),
        "shelters": roads.shelters(crew),
        "routes": roads.routes(),
        "plots": plots,
        "maplines": basemap.maplines(cells),
        "staff": crew.staff,
        "squads": crew.squads,
        "keypeople": relocation.key_people(cells, crew, plots, registry),
        "growers": growers,
        "households": relocation.households(cells, crew, registry),
        "stations": stations.stations(),
        "users": stations.users(),
    }


def _wkt(ring: Sequence[tuple[float, float]], *, closed: bool) -> str:
    points = (*ring, ring[0]) if closed else ring
    text = ", ".join(f"{lon:.6f} {lat:.6f}" for lon, lat in points)
    return f"POLYGON (({text}))" if closed else f"LINESTRING ({text})"


def _cell(row: Any, name: str) -> str:
    value = getattr(row, name)
    if name in {"ring", "path"}:
        return _wkt(value, closed=name == "ring" or getattr(row, "closed", False)) if value else ""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, float):
        return str(round(value, 6)).removesuffix(".0")
    return str(value)


def as_csv(rows: Sequence[Any]) -> bytes:
    """Return rows as UTF-8 with a mark Excel knows; headings are the field names."""
    names = [field.name for field in columns_of(type(rows[0]))]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(row, name) for name in names] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def build(folder: Path) -> dict[str, int]:
    """Write one csv a register; returns rows a register."""
    folder.mkdir(parents=True, exist_ok=True)
    counts: dict[str, int] = {}
    for kind, rows in tables().items():
        (folder / f"{kind}.csv").write_bytes(as_csv(rows))
        counts[kind] = len(rows)
    return counts


def summary(registers: Mapping[str, Sequence[Any]]) -> str:
    """Return what was built, for a person to compare with the README."""
    plots, staff, squads = registers["plots"], registers["staff"], registers["squads"]
    lines = [f"{kind:10} {len(rows):4}" for kind, rows in registers.items()]
    mu: Counter[str] = Counter()
    for plot in plots:
        mu[str(plot.bench)] += plot.area_mu
    lines.append("plots: " + ", ".join(f"{bench} {area:,.0f} 亩" for bench, area in mu.items()))
    placed = Counter(person.squad for person in staff if person.squad)
    wanted = {squad.id: sum(map(int, squad.template.split("-"))) for squad in squads}
    gaps = {squad: n - placed[squad] for squad, n in wanted.items() if n > placed[squad]}
    lines.append(f"squads: {sum(wanted.values())} places, {sum(placed.values())} filled, {len(gaps)} squads with gaps")
    levee = next(line for line in registers["maplines"] if line.kind == "levee")
    lines.append(
        f"levee from {levee.chainage_from_m} m; sections {sum(r.kind == '责任段' for r in registers['routes'])}"
    )
    return "\n".join(lines)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    build(folder)
    sys.stdout.write(summary(tables()) + "\n")


if __name__ == "__main__":
    main()
