"""Our store as other offices read it: views of the standard's names (SL 323-2011) over the ordinary tables.

Only what the rules may rely on is shown, one value a key: where sources disagree, that of the most trusted source.
A stage is shown only on the datum that ST_STBPRP_B names for its station. Times are Beijing time. The views follow from
the tables: `schema` drops them before a migration and makes them anew behind it, so raise HEAD when they change.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

from data.model.river import RELIABLE, Quality
from data.model.telemetry import SourceKind

SINCE: Final = "0005"
"""The first revision that has all the tables the views stand on."""

BY_HAND: Final = (Quality.TYPED, Quality.CONFIRMED)
SOUND: Final = ("", "late", "neighbour", "late,neighbour")
"""What may stand among the doubts of a value that is relied on (`KEEP_OUT` in data/rules/observing)."""

_TIME: Final = {
    "sqlite": "datetime({at}, '+8 hours')",
    "postgresql": "date_trunc('second', {at} AT TIME ZONE INTERVAL '+08:00')",
}

_CHOSEN: Final = """
SELECT a.station, a.variable, a.at, a.value, a.datum, a.span_s FROM observation AS a
WHERE a.value IS NOT NULL AND a.doubts IN ({sound}) AND a.manner <> 'test'
  AND NOT EXISTS (SELECT 1 FROM observation AS b
    WHERE b.station = a.station AND b.variable = a.variable AND b.at = a.at AND b.source <> a.source
      AND b.value IS NOT NULL AND b.doubts IN ({sound}) AND b.manner <> 'test'
      AND ({place_b} < {place_a} OR ({place_b} = {place_a} AND b.source < a.source)))
  AND (a.variable NOT IN ('stage', 'flow') OR {place_a} = {hand} OR NOT EXISTS (SELECT 1 FROM reading AS r
    WHERE r.station = a.station AND r.at = a.at AND r.quality IN ({by_hand})
      AND CASE a.variable WHEN 'stage' THEN r.stage_m ELSE r.flow_m3s END IS NOT NULL))
UNION ALL
SELECT r.station, 'stage', r.at, r.stage_m, r.datum, NULL FROM reading AS r
WHERE r.stage_m IS NOT NULL AND r.quality IN ({reliable})
  AND NOT EXISTS (SELECT 1 FROM observation AS b WHERE b.station = r.station AND b.variable = 'stage' AND b.at = r.at
    AND b.value IS NOT NULL AND b.doubts IN ({sound}) AND b.manner <> 'test'
    AND (r.quality NOT IN ({by_hand}) OR {place_b} = {hand}))
UNION ALL
SELECT r.station, 'flow', r.at, r.flow_m3s, '', NULL FROM reading AS r
WHERE r.flow_m3s IS NOT NULL AND r.quality IN ({reliable})
  AND NOT EXISTS (SELECT 1 FROM observation AS b WHERE b.station = r.station AND b.variable = 'flow' AND b.at = r.at
    AND b.value IS NOT NULL AND b.doubts IN ({sound}) AND b.manner <> 'test'
    AND (r.quality NOT IN ({by_hand}) OR {place_b} = {hand}))
"""

_STATION: Final = """
SELECT known.station, known.name, known.river, known.lon, known.lat,
  COALESCE(NULLIF(known.datum, ''),
    (SELECT o.datum FROM observation AS o WHERE o.station = known.station AND o.variable = 'stage'
      AND o.doubts IN ({sound}) AND o.datum <> '' ORDER BY o.at DESC LIMIT 1),
    (SELECT r.datum FROM reading AS r WHERE r.station = known.station AND r.stage_m IS NOT NULL
      AND r.quality IN ({reliable}) AND r.datum <> '' ORDER BY r.at DESC LIMIT 1), '') AS datum,
  CASE
    WHEN EXISTS (SELECT 1 FROM observation AS o WHERE o.station = known.station
      AND o.variable IN ('inflow', 'storage')) THEN 'RR'
    WHEN EXISTS (SELECT 1 FROM observation AS o WHERE o.station = known.station AND o.variable = 'flow')
      OR EXISTS (SELECT 1 FROM reading AS r WHERE r.station = known.station AND r.flow_m3s IS NOT NULL) THEN 'ZQ'
    WHEN EXISTS (SELECT 1 FROM observation AS o WHERE o.station = known.station AND o.variable = 'stage')
      OR EXISTS (SELECT 1 FROM reading AS r WHERE r.station = known.station) THEN 'ZZ'
    WHEN EXISTS (SELECT 1 FROM observation AS o WHERE o.station = known.station AND o.variable = 'rain') THEN 'PP'
    ELSE '' END AS kind
FROM (
  SELECT id AS station, name, river, lon, lat, datum FROM register_stations
  UNION ALL
  SELECT heard.station, '', '', NULL, NULL, '' FROM
    (SELECT DISTINCT station FROM observation UNION SELECT DISTINCT station FROM reading) AS heard
    WHERE NOT EXISTS (SELECT 1 FROM register_stations AS r WHERE r.id = heard.station)
) AS known
"""

_STATIONS_ONCE: Final = "WITH s AS MATERIALIZED (SELECT station, datum, kind FROM sl323_station)"
_AT_STATION: Final = "FROM sl323_chosen AS c JOIN s ON s.station = c.station"
_STAGE: Final = "MAX(CASE WHEN c.variable = 'stage' AND c.datum = s.datum THEN c.value END)"
_OF: Final = "MAX(CASE WHEN c.variable = '{variable}' THEN c.value END)"

_RIVER: Final = f"""
{_STATIONS_ONCE}
SELECT c.station AS STCD, {{tm}} AS TM, {_STAGE} AS Z, {_OF.format(variable="flow")} AS Q,
  {_OF.format(variable="velocity")} AS XSAVV {_AT_STATION}
WHERE c.variable IN ('stage', 'flow', 'velocity') AND s.kind <> 'RR' AND (c.variable <> 'stage' OR c.datum = s.datum)
GROUP BY c.station, {{tm}}
"""

_RESERVOIR: Final = f"""
{_STATIONS_ONCE}
SELECT c.station AS STCD, {{tm}} AS TM, {_STAGE} AS RZ, {_OF.format(variable="inflow")} AS INQ,
  {_OF.format(variable="storage")} AS W, {_OF.format(variable="flow")} AS OTQ {_AT_STATION}
WHERE c.variable IN ('stage', 'inflow', 'storage', 'flow') AND s.kind = 'RR'
  AND (c.variable <> 'stage' OR c.datum = s.datum)
GROUP BY c.station, {{tm}}
"""

_RAIN: Final = """
SELECT c.station AS STCD, {tm} AS TM, c.value AS DRP,
  CAST(c.span_s AS INTEGER) / 3600 + CAST(c.span_s AS INTEGER) % 3600 / 60 / 100.0 AS INTV,
  CASE WHEN c.span_s = 86400 THEN c.value END AS DYP
FROM sl323_chosen AS c WHERE c.variable = 'rain'
"""

_SEDIMENT: Final = """
SELECT c.station AS STCD, {tm} AS TM, c.value AS S FROM sl323_chosen AS c WHERE c.variable = 'sediment'
"""

_FORECAST: Final = """
SELECT station AS STCD, source AS UNITNAME, '' AS PLCD, {issued} AS FYMDH, {issued} AS IYMDH, {valid} AS YMDH,
  NULL AS Z, flow_m3s AS Q
FROM forecast
"""

_STATIONS: Final = """
SELECT station AS STCD, name AS STNM, river AS RVNM, lon AS LGTD, lat AS LTTD, datum AS DTMNM, kind AS STTP
FROM sl323_station
"""

_VIEWS: Final = (
    ("sl323_chosen", _CHOSEN),
    ("sl323_station", _STATION),
    ("ST_STBPRP_B", _STATIONS),
    ("ST_RIVER_R", _RIVER),
    ("ST_RSVR_R", _RESERVOIR),
    ("ST_PPTN_R", _RAIN),
    ("ST_SED_R", _SEDIMENT),
    ("ST_FORECAST_F", _FORECAST),
)


def create(connection: Connection) -> None:
    """Make the views."""
    for name, body in _VIEWS:
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {_filled(body, connection.dialect.name)}")


def drop(connection: Connection) -> None:
    """Take the views away, as far as there are any."""
    for name, _ in reversed(_VIEWS):
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")


def _filled(body: str, dialect: str) -> str:
    time = _TIME[dialect]
    kinds = list(SourceKind)
    places = " ".join(f"WHEN {{table}}.source LIKE '{kind.value}:%' THEN {place}" for place, kind in enumerate(kinds))
    filled = body.format(
        tm=time.format(at="c.at"),
        issued=time.format(at="issued_at"),
        valid=time.format(at="valid_at"),
        place_a=f"CASE {places.format(table='a')} ELSE 9 END",
        place_b=f"CASE {places.format(table='b')} ELSE 9 END",
        hand=kinds.index(SourceKind.HAND),
        sound=_listed(SOUND),
        reliable=_listed(sorted(quality.value for quality in RELIABLE)),
        by_hand=_listed([quality.value for quality in BY_HAND]),
    )
    return filled.strip() if dialect == "sqlite" else filled.replace("%", "%%").strip()


def _listed(words: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)
