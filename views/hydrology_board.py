"""What the board says of a station, in words: sources, doubts, which value counts, and whether sources differ."""

from __future__ import annotations

from immutables import Map
from PySide6.QtCore import QCoreApplication

from data.model.observing_tables import ObservingTables
from data.model.telemetry import Board, Doubt, Observation, Source, SourceKind, Variable
from data.rules.observing.board import chosen, differing, sound
from views import phrases, words

_TRUST = {kind: place for place, kind in enumerate(SourceKind)}


def offered(board: Board | None, station: str, variable: Variable) -> tuple[Observation, ...]:
    """The newest value of each source, the most trusted first."""
    found = () if board is None else board.newest.get((station, variable), ())
    return tuple(sorted(found, key=lambda one: (_TRUST[one.source.kind], one.source.name)))


def counted(board: Board | None, station: str, variable: Variable, tables: ObservingTables) -> Observation | None:
    """The value to go by; a doubted one does not count."""
    found = None if board is None else chosen(board, station, variable, tables)
    return found if found is not None and sound(found) else None


def apart(board: Board | None, station: str, variable: Variable, tables: ObservingTables) -> tuple[Observation, ...]:
    """The values of sources that do not agree about one time, the greatest first; nothing where they do."""
    if board is None:
        return ()
    held = board.newest.get((station, variable), ())
    if len(held) < 2:
        return ()
    alone = Board(board.at, Map({(station, variable): held}))
    return next((one.values for one in differing(alone, tables)), ())


def doubt(value: Doubt) -> str:
    """Why a value is not to be relied on."""
    t = QCoreApplication.translate
    return {
        Doubt.INVALID: t("HydrologyBoard", "设备标为无效"),
        Doubt.RANGE: t("HydrologyBoard", "超出合理范围"),
        Doubt.RATE: t("HydrologyBoard", "变化过快"),
        Doubt.REPEAT: t("HydrologyBoard", "长时间不变"),
        Doubt.LATE: t("HydrologyBoard", "迟到"),
        Doubt.FUTURE: t("HydrologyBoard", "时间在未来"),
        Doubt.NEIGHBOUR: t("HydrologyBoard", "与邻站不符"),
        Doubt.DATUM: t("HydrologyBoard", "基面不明或不符"),
    }[value]


def doubts(observation: Observation) -> str:
    """All doubts about a value in words."""
    return phrases.listed(doubt(one) for one in Doubt if one in observation.doubts)


def source_kind(kind: SourceKind) -> str:
    """Which way a value came."""
    t = QCoreApplication.translate
    return {
        SourceKind.HAND: t("HydrologyBoard", "人工"),
        SourceKind.SL651: t("HydrologyBoard", "遥测"),
        SourceKind.SL323: t("HydrologyBoard", "水情库"),
        SourceKind.HTTP: t("HydrologyBoard", "接口"),
        SourceKind.FILE: t("HydrologyBoard", "文件"),
    }[kind]


def source(value: Source) -> str:
    """Kind and name of a source."""
    return f"{source_kind(value.kind)} {value.name}".strip()


def source_of(text: str) -> str:
    """The source of a reading, which may be a key of a feed or words of a person."""
    kind, mark, _ = text.partition(":")
    if mark and kind in {one.value for one in SourceKind}:
        return source(Source.of(text))
    return phrases.registered(text) or words.DASH


def variable(value: Variable) -> str:
    """What is measured."""
    t = QCoreApplication.translate
    return {
        Variable.STAGE: t("HydrologyBoard", "水位"),
        Variable.FLOW: t("HydrologyBoard", "流量"),
        Variable.INFLOW: t("HydrologyBoard", "入库流量"),
        Variable.STORAGE: t("HydrologyBoard", "蓄水量"),
        Variable.RAIN: t("HydrologyBoard", "时段雨量"),
        Variable.RAIN_TOTAL: t("HydrologyBoard", "累计雨量"),
        Variable.SEDIMENT: t("HydrologyBoard", "含沙量"),
        Variable.VELOCITY: t("HydrologyBoard", "流速"),
        Variable.VOLTAGE: t("HydrologyBoard", "电源电压"),
        Variable.WATER_TEMPERATURE: t("HydrologyBoard", "水温"),
        Variable.OTHER: t("HydrologyBoard", "其他"),
    }[value]


def value(observation: Observation) -> str:
    """A value with its unit and, for a stage, its datum."""
    if observation.value is None:
        return words.DASH
    if observation.variable in {Variable.FLOW, Variable.INFLOW}:
        return f"{words.flow(observation.value)} m³/s"
    if observation.variable is Variable.STAGE:
        datum = phrases.registered(observation.datum) or QCoreApplication.translate("HydrologyBoard", "基面未注明")
        return f"{words.stage(observation.value)} m · {datum}"
    return f"{observation.value:,.1f} {observation.unit}".strip()
