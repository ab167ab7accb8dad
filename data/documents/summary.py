"""Growers by class, as a table that leaves the desk: households, area and people by 滩别 and one more heading."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from data.model.situation import Situation
from data.rules.exposure import exposure

if TYPE_CHECKING:
    import pandas as pd


def growers_frame(now: Situation, flow_m3s: float) -> pd.DataFrame:
    """Return one row a plot with its grower, bench, crop, area in 亩, people and whether this flow reaches it."""
    import pandas as pd

    exposed = exposure(now, flow_m3s).plots
    growers = now.registers.growers
    rows = [
        {
            "种植户编号": plot.grower,
            "经营主体": grower.kind if (grower := growers.get(plot.grower)) is not None else "",
            "所属村": grower.village if grower is not None else "",
            "滩别": plot.bench.value,
            "作物": plot.crop,
            "面积_亩": plot.area_mu,
            "上水流量_m3s": plot.floods_at_m3s,
            "上水": plot.id in exposed,
            "状态": now.where("growers", plot.grower).value,
        }
        for plot in now.registers.plots
    ]
    return pd.DataFrame(rows)


def growers_by(frame: pd.DataFrame, heading: str) -> pd.DataFrame:
    """Count households and sum areas by 滩别 and one heading of the frame, with totals."""
    grouped = frame.groupby(["滩别", heading], sort=True, observed=True)
    table = grouped.agg(户数=("种植户编号", "nunique"), 面积_亩=("面积_亩", "sum"), 上水面积_亩=("_上水亩", "sum"))
    return table.reset_index()


def write_growers(now: Situation, flow_m3s: float, path: Path) -> None:
    """Write the plots and three summaries (by crop, by kind of grower, by state) as sheets of one workbook."""
    import pandas as pd

    frame = growers_frame(now, flow_m3s)
    frame["_上水亩"] = frame["面积_亩"].where(frame["上水"], 0.0)
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        for heading in ("作物", "经营主体", "状态"):
            table = growers_by(frame, heading)
            table.to_excel(book, sheet_name=f"按{heading}", index=False)  # pyright: ignore[reportUnknownMemberType]
        plots = frame.drop(columns="_上水亩")
        plots.to_excel(book, sheet_name="地块", index=False)  # pyright: ignore[reportUnknownMemberType]
