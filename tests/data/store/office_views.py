"""What a store holds for other offices to read, and what they should see: the same on a file and on a server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import insert

from data.feeds.sl323.base import Base
from data.model.river import Forecast, Quality, Reading
from data.model.telemetry import Doubt, Observation, Source, SourceKind, Variable
from data.store import projected
from data.store.engine import Database
from data.store.fields import values
from data.store.observations import Telemetry

EIGHT = datetime(2020, 8, 21, 0, tzinfo=UTC)
"""8 o'clock in Beijing."""

HAND, RTU, OFFICE, FILE = (
    Source(kind, "x") for kind in (SourceKind.HAND, SourceKind.SL651, SourceKind.SL323, SourceKind.FILE)
)
UNITS = {Variable.STAGE: "m", Variable.FLOW: "m³/s", Variable.RAIN: "mm", Variable.SEDIMENT: "kg/m³"}


def seen(
    station: str, variable: Variable, value: float | None, source: Source, hours: float = 0, **more
) -> Observation:
    at = EIGHT + timedelta(hours=hours)
    return Observation(station, variable, value, UNITS.get(variable, ""), at, at, source, **more)


OBSERVATIONS = [
    seen("40105150", Variable.FLOW, 4520.0, RTU),
    seen("40105150", Variable.FLOW, 4480.0, OFFICE),
    seen("40105150", Variable.FLOW, 4510.0, HAND, 1),
    seen("40105150", Variable.FLOW, 9000.0, RTU, 1, doubts=frozenset({Doubt.RATE})),
    seen("40105150", Variable.FLOW, 4470.0, OFFICE, 1),
    seen("40105150", Variable.FLOW, 1.0, RTU, 1.5, manner="test"),
    seen("40105150", Variable.FLOW, None, RTU, 2),
    seen("40105150", Variable.FLOW, 4600.0, FILE, 2, doubts=frozenset({Doubt.LATE, Doubt.NEIGHBOUR})),
    seen("40105150", Variable.STAGE, 92.5, RTU, datum="大沽"),
    seen("40105150", Variable.STAGE, 91.2, RTU, 1, datum="黄海"),
    seen("40105150", Variable.STAGE, 92.7, OFFICE, 1, datum="大沽"),
    seen("R1", Variable.STAGE, 248.25, RTU, datum="黄海"),
    seen("R1", Variable.FLOW, 2600.0, RTU),
    seen("R1", Variable.INFLOW, 3100.0, RTU),
    seen("R1", Variable.STORAGE, 6120.5, RTU),
    seen("P1", Variable.RAIN, 12.5, RTU, span_s=5400.0),
    seen("P1", Variable.RAIN, 30.0, RTU, 24, span_s=86400.0),
    seen("40105150", Variable.SEDIMENT, 31.5, OFFICE),
]
READINGS = [
    Reading("40105150", EIGHT, 4444.0, 92.4, "大沽", "日报"),
    Reading("40105150", EIGHT - timedelta(hours=24), 4000.0, 92.0, "大沽", "日报"),
    Reading("40105150", EIGHT - timedelta(hours=12), 9999.0, None, "", "日报", Quality.IMPOSSIBLE),
    Reading("40105150", EIGHT + timedelta(hours=3), 4700.0, None, "", "值班员", Quality.CONFIRMED),
]
EXPECTED = {
    ("40105150", "flow", 0.0, 4520.0), ("40105150", "flow", 1.0, 4510.0), ("40105150", "flow", 2.0, 4600.0),
    ("40105150", "flow", -24.0, 4000.0), ("40105150", "flow", 3.0, 4700.0),
    ("40105150", "stage", 0.0, 92.5), ("40105150", "stage", -24.0, 92.0), ("40105150", "sediment", 0.0, 31.5),
    ("R1", "stage", 0.0, 248.25), ("R1", "flow", 0.0, 2600.0), ("R1", "inflow", 0.0, 3100.0),
    ("R1", "storage", 0.0, 6120.5), ("P1", "rain", 0.0, 12.5), ("P1", "rain", 24.0, 30.0),
}  # fmt: skip
"""At 9 o'clock the stage on another datum was chosen, which nobody could compare: it is left out."""


def check(database: Database, telemetry: Telemetry, add_series, address: str) -> None:
    """Fill the store, and read it as another office does."""
    telemetry.add(OBSERVATIONS)
    add_series(READINGS)
    with database.writing() as connection:
        station = {"position": 0, "id": "40105150", "name": "花园口", "river": "黄河", "lon": 113.65, "lat": 34.91}
        connection.execute(insert(projected.registers["stations"]).values(**station, datum="大沽", source=""))
        issued = Forecast("40105150", 5200.0, EIGHT + timedelta(hours=24), EIGHT, "省水情中心")
        connection.execute(insert(projected.forecast).values(**values(issued)))
    with Base(address, "安澜") as base:
        observed = base.observations(now=EIGHT + timedelta(days=2))
        found = [((o.at - EIGHT) / timedelta(hours=1), o) for o in observed.block]
        assert {(o.station, o.variable.value, hours, o.value) for hours, o in found} == EXPECTED
        assert len(found) == len(EXPECTED)
        assert observed.findings == ()
        stages = {(o.station, o.datum) for _, o in found if o.variable is Variable.STAGE}
        assert stages == {("40105150", "大沽"), ("R1", "黄海")}
        assert {o.span_s for _, o in found if o.variable is Variable.RAIN} == {5400.0, 86400.0}
        assert base.kinds() == {"40105150": "ZQ", "R1": "RR", "P1": "PP"}
        assert next((row.id, row.name, row.lon) for row in base.stations().rows) == ("40105150", "花园口", 113.65)
        (course,) = base.forecasts().rows
        assert course.forecasts() == (issued,)
        assert len(base.observations(observed.mark, now=EIGHT + timedelta(days=2)).block) == 0
