"""Words for what goes wrong with runs, terrains and maps of others: why, and in which file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.twin.faults import TwinCode, TwinFault
from data.twin.imported_faults import MapCode, MapNote, MapRefused, NoteCode
from views import phrases


class _Open(dict[str, object]):
    """What a sentence asks for and nobody told stays open."""

    def __missing__(self, key: str) -> str:
        return "—"


def said(fault: BaseException) -> str:
    """Say a fault in one line."""
    if isinstance(fault, TwinFault):
        why = twin_words().get(fault.code, fault.code.value).format_map(_Open(fault.params))
        return phrases.labelled(fault.file or fault.key, why) if fault.file or fault.key else why
    if isinstance(fault, MapRefused):
        why = map_words()[fault.code].format_map(_Open(fault.params))
        return phrases.labelled(fault.file, why) if fault.file else why
    return str(fault)


def noted(note: MapNote) -> str:
    """Say what was done to a map on the way in."""
    return note_words()[note.code].format_map(_Open(note.params))


def twin_words() -> dict[TwinCode, str]:
    """What may be wrong with a run or a terrain, as the desk meets it."""
    t = QCoreApplication.translate
    return {
        TwinCode.FILE_MISSING: t("TwinFault", "没有这个文件"),
        TwinCode.FILE_UNREADABLE: t("TwinFault", "文件读不出来：{reason}"),
        TwinCode.NO_LENGTH: t("TwinFault", "线没有长度（至少两个不同的点）"),
        TwinCode.EMPTY_TERRAIN: t("TwinFault", "地形里没有一个有高程的单元"),
        TwinCode.NOT_SQUARE: t("TwinFault", "单元不是正方形：{width} × {height} m"),
        TwinCode.ROTATED: t("TwinFault", "栅格有旋转或上下颠倒，请先校正为正北朝上"),
        TwinCode.TOO_LARGE: t("TwinFault", "栅格有 {cells} 个单元，上限 {most}；请裁剪或重采样后再用"),
        TwinCode.VALUE_OUT_OF_RANGE: t("TwinFault", "{value} 超出范围（{low} … {high}）"),
        TwinCode.OUTSIDE_TERRAIN: t("TwinFault", "在地形范围之外"),
        TwinCode.ON_NO_GROUND: t("TwinFault", "落在没有高程的单元上"),
        TwinCode.NO_CREST_HERE: t("TwinFault", "此处没有堤顶线，也没有高于口门底高程的地面"),
        TwinCode.NOT_ON_CREST: t("TwinFault", "不在大堤上，请点在堤顶线旁"),
        TwinCode.CRS_DIFFERS: t("TwinFault", "坐标系不一致：文件为 {file}，声明为 {declared}"),
        TwinCode.NO_CRS: t("TwinFault", "没有声明坐标系"),
        TwinCode.NO_DATUM: t("TwinFault", "没有声明高程基面"),
        TwinCode.NOT_NEAR: t("TwinFault", "不在本镇附近，请核对坐标系"),
        TwinCode.NOT_OFFICIAL: t("TwinFault", "示意地形·非实测，不能作为正式成果输出"),
        TwinCode.KEPT_TORN: t("TwinFault", "存下的地形已损坏，请重新导入"),
        TwinCode.CANNOT_WRITE: t("TwinFault", "写不进去：{reason}；没有留下半截文件"),
        TwinCode.FOREIGN_CHECKPOINT: t("TwinFault", "断点属于另一个算例"),
        TwinCode.RUN_DIED: t("TwinFault", "计算进程意外结束（{reason}），可以重新开始"),
    }


def map_words() -> dict[MapCode, str]:
    """Why a map of somebody else is refused."""
    t = QCoreApplication.translate
    return {
        MapCode.MISSING: t("MapRefused", "没有这个文件"),
        MapCode.UNREADABLE: t("MapRefused", "文件读不出来：{reason}"),
        MapCode.FORMAT: t("MapRefused", "不认识的格式 {ending}（可用 GeoTIFF、GeoJSON、Shapefile、CSV-WKT）"),
        MapCode.NO_CRS: t("MapRefused", "文件没有坐标系，请写明，如 EPSG:4547"),
        MapCode.BAD_CRS: t("MapRefused", "声明的坐标系无法识别"),
        MapCode.OTHER_CRS: t("MapRefused", "坐标系与声明的不一致，请核对"),
        MapCode.NO_SOURCE: t("MapRefused", "请写明成果来源"),
        MapCode.NOT_NEAR: t("MapRefused", "成果范围不含本镇，请核对坐标系"),
        MapCode.NO_DEPTH_COLUMN: t("MapRefused", "没有水深字段，请写明是哪一列"),
        MapCode.BAD_DEPTH: t("MapRefused", "水深不是数字"),
        MapCode.NEGATIVE: t("MapRefused", "水深有负值"),
        MapCode.TOO_DEEP: t("MapRefused", "水深大得不可能，请核对单位"),
        MapCode.NO_WATER: t("MapRefused", "成果里没有水"),
        MapCode.NO_AREA: t("MapRefused", "成果里没有面"),
        MapCode.TOO_MANY: t("MapRefused", "图形太多，请先简化"),
        MapCode.CANNOT_WRITE: t("MapRefused", "写不进去：{reason}"),
    }


def note_words() -> dict[NoteCode, str]:
    """What a person should know of a map that was taken."""
    t = QCoreApplication.translate
    return {
        NoteCode.COARSENED: t("MapNote", "由 {from_m} m 并为 {to_m} m 网格，取最深"),
        NoteCode.MOVED: t("MapNote", "由另一坐标系转换"),
        NoteCode.CUT: t("MapNote", "只取本镇附近"),
        NoteCode.BLANK: t("MapNote", "部分单元没有值，按不明处理"),
        NoteCode.BLANK_DRY: t("MapNote", "没有值的单元按声明作无水"),
        NoteCode.MARKS: t("MapNote", "疑似无值标记的数字按不明处理"),
        NoteCode.BELOW_ZERO: t("MapNote", "略低于零的水深按零"),
        NoteCode.CLASSES: t("MapNote", "分级水深取上限"),
        NoteCode.SKIPPED: t("MapNote", "{rows} 个图形没有面积或水深，略去"),
        NoteCode.NO_ARRIVAL: t("MapNote", "没有到达时间"),
        NoteCode.NO_DATUM: t("MapNote", "没有声明高程基面"),
    }
