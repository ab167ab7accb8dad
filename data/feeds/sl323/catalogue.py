"""The tables and columns of SL 323-2011 that are read, with the other spellings met in the field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from data.model.telemetry import Variable

STATION: Final = "STCD"
TIME: Final = "TM"
MODIFIED: Final = "MODITIME"


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table by its standard name: other names it goes by, columns it cannot do without, columns used if there."""

    name: str
    needed: tuple[str, ...]
    used: tuple[str, ...]
    also: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Return all columns that are asked for."""
        return self.needed + self.used


@dataclass(frozen=True, slots=True)
class Measured:
    """A column of a series: what it means, its unit, and whether it can be below zero."""

    column: str
    variable: Variable
    unit: str
    signed: bool = False


STATIONS: Final = TableSpec(
    "ST_STBPRP_B", (STATION,), ("STNM", "RVNM", "LGTD", "LTTD", "DTMNM", "STTP"), ("ST_STBPRP",)
)
RIVER: Final = TableSpec("ST_RIVER_R", (STATION, TIME), ("Z", "Q", "XSAVV", MODIFIED), ("ST_RIVER",))
RESERVOIR: Final = TableSpec("ST_RSVR_R", (STATION, TIME), ("RZ", "OTQ", "INQ", "W", MODIFIED), ("ST_RSVR",))
RAIN: Final = TableSpec("ST_PPTN_R", (STATION, TIME), ("DRP", "INTV", "DYP", MODIFIED), ("ST_PPTN",))
SEDIMENT: Final = TableSpec("ST_SED_R", (STATION, TIME), ("S", MODIFIED), ("ST_SED",))
FORECAST: Final = TableSpec(
    "ST_FORECAST_F", (STATION, "FYMDH", "YMDH"), ("UNITNAME", "PLCD", "IYMDH", "Z", "Q"), ("ST_RIVERS_F", "ST_RIVER_F")
)
RATING: Final = TableSpec("ST_ZQRL_B", (STATION, "Z", "Q"), ("LNNM", "BGTM", "PTNO", MODIFIED), ("ST_ZQRL",))
INDICES: Final = TableSpec(
    "ST_RVFCCH_B",
    (STATION,),
    ("LDKEL", "RDKEL", "WRZ", "WRQ", "GRZ", "GRQ", "FLPQ", "OBHTZ", "OBHTZTM", "OBMXQ", "OBMXQTM", "TAZ", "TAQ"),
    ("ST_RVFCCH",),
)
TRAVEL: Final = TableSpec(
    "ST_FSDR_B", ("UPSTCD", "DWSTCD"), ("QMGN", "RCHLEN", "SFTQ", "MNTRTM", "MXTRTM", "AVTRTM"), ("ST_FSDR",)
)

TABLES: Final = (STATIONS, RIVER, RESERVOIR, RAIN, SEDIMENT, FORECAST, RATING, INDICES, TRAVEL)

SERIES: Final[Mapping[TableSpec, tuple[Measured, ...]]] = MappingProxyType(
    {
        RIVER: (
            Measured("Z", Variable.STAGE, "m", signed=True),
            Measured("Q", Variable.FLOW, "m³/s", signed=True),  # an estuary's flow turns
            Measured("XSAVV", Variable.VELOCITY, "m/s", signed=True),
        ),
        RESERVOIR: (
            Measured("RZ", Variable.STAGE, "m", signed=True),
            Measured("OTQ", Variable.FLOW, "m³/s"),
            Measured("INQ", Variable.INFLOW, "m³/s", signed=True),  # reckoned from the balance, it can be below zero
            Measured("W", Variable.STORAGE, "10⁶m³"),
        ),
        RAIN: (Measured("DRP", Variable.RAIN, "mm"),),
        SEDIMENT: (Measured("S", Variable.SEDIMENT, "kg/m³"),),
    }
)
"""The series, and what each of their columns becomes."""

SPELLINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        STATION: ("STCDT", "STATION_CODE", "STCODE", "站码", "测站编码"),
        TIME: ("YMDHM", "YMDHMS", "OBSTM", "TM1", "时间"),
        MODIFIED: ("MODIFYTIME", "MODI_TIME", "MODTIME", "UPDATE_TIME", "UPDATETIME"),
        "LGTD": ("LGTD1", "LON", "LONGITUDE"),
        "LTTD": ("LTTD1", "LAT", "LATITUDE"),
        "STNM": ("STNAME", "站名"),
        "FYMDH": ("FYMDHM", "PUBTM"),
        "UPSTCD": ("UPSTCD1",),
        "DWSTCD": ("DNSTCD", "DWSTCD1"),
    }
)
"""Other names of columns, tried in this order after the standard's own."""

SENTINELS: Final = (9999.0, 99999.0, 999999.0, 9999.9, 9999.99, 9999.999, 99999.9, 99999.99, 99999.999, 999999.999)
"""Sizes that stand for no value, with either sign. Flows go by three significant digits, so 9999 is no flow."""

OUTSIDE: Final = 9998.0
"""No sentinel is smaller; a quick first look."""
