"""Words for what an import refuses or remarks, row by row."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.feeds.report import FeedRefused, ImportReport, Note, NoteCode, Reason, Refusal
from views import phrases


def reason(code: Reason) -> str:
    """Say why a file, row or value was refused."""
    t = QCoreApplication.translate
    return {
        Reason.NO_FILE: t("ImportWords", "找不到文件"),
        Reason.EMPTY: t("ImportWords", "文件是空的"),
        Reason.TOO_LARGE: t("ImportWords", "文件过大"),
        Reason.TOO_MANY_CELLS: t("ImportWords", "单元格过多"),
        Reason.BINARY: t("ImportWords", "不是表格文件"),
        Reason.TORN: t("ImportWords", "文件残缺，打不开"),
        Reason.PASSWORD: t("ImportWords", "文件有密码"),
        Reason.ENCODING: t("ImportWords", "文字编码认不出（应为 UTF-8 或 GBK）"),
        Reason.QUOTES: t("ImportWords", "引号不成对"),
        Reason.WEB_PAGE: t("ImportWords", "这是网页，不是表格"),
        Reason.NOT_GEOJSON: t("ImportWords", "不是 GeoJSON"),
        Reason.FRAME: t("ImportWords", "坐标系认不出"),
        Reason.NO_HEADINGS: t("ImportWords", "找不到表头"),
        Reason.MISSING_COLUMNS: t("ImportWords", "缺少必需的列"),
        Reason.NO_STATION: t("ImportWords", "没有这个测站"),
        Reason.NO_TIME: t("ImportWords", "没有时间列"),
        Reason.TIME_ZONE: t("ImportWords", "时区认不出"),
        Reason.NO_VALUES: t("ImportWords", "没有水位或流量列"),
        Reason.TOO_MANY_VALUES: t("ImportWords", "值比表头多，列已错位"),
        Reason.TORN_ROW: t("ImportWords", "末行残缺"),
        Reason.MISSING: t("ImportWords", "必填项为空"),
        Reason.NOT_A_NUMBER: t("ImportWords", "不是数"),
        Reason.NOT_WHOLE: t("ImportWords", "不是整数"),
        Reason.NOT_FINITE: t("ImportWords", "不是有限的数"),
        Reason.NOT_YES_NO: t("ImportWords", "应为“是”或“否”"),
        Reason.NOT_A_CHOICE: t("ImportWords", "不在可选值之内"),
        Reason.OUTSIDE_CHINA: t("ImportWords", "坐标不在中国境内"),
        Reason.SWAPPED: t("ImportWords", "经纬度似乎颠倒了"),
        Reason.HALF_POSITION: t("ImportWords", "经度、纬度缺一"),
        Reason.BAD_GEOMETRY: t("ImportWords", "图形读不出"),
        Reason.DUPLICATE: t("ImportWords", "编号重复"),
        Reason.BAD_TIME: t("ImportWords", "时间读不出"),
        Reason.FUTURE: t("ImportWords", "时间在将来"),
        Reason.UNKNOWN_STATION: t("ImportWords", "测站认不出"),
        Reason.DUPLICATE_TIME: t("ImportWords", "同一时刻重复"),
        Reason.CONFLICT: t("ImportWords", "同一时刻有不同的值"),
        Reason.REPEATED: t("ImportWords", "与前一日完全相同，疑为未更新"),
        Reason.STALE_MARK: t("ImportWords", "带陈旧或停测标记"),
        Reason.NEGATIVE: t("ImportWords", "为负"),
        Reason.ABOVE_LIMIT: t("ImportWords", "超过物理上限"),
        Reason.OUTSIDE_RANGE: t("ImportWords", "超出该站可能范围"),
        Reason.JUMP: t("ImportWords", "与前值相差过大"),
    }.get(code, code.value)


def note(remark: Note) -> str:
    """Say what was noticed and mended, without a refusal."""
    t = QCoreApplication.translate
    said = {
        NoteCode.ENCODING: t("ImportWords", "文字编码"),
        NoteCode.TORN_TAIL: t("ImportWords", "文件末尾残缺，残行未收"),
        NoteCode.TITLE_ROWS: t("ImportWords", "表头以上的标题行已略过"),
        NoteCode.MERGED: t("ImportWords", "合并单元格已按左上角的值展开"),
        NoteCode.OTHER_SHEETS: t("ImportWords", "其余工作表未读"),
        NoteCode.UNKNOWN_COLUMN: t("ImportWords", "不认识的列，未收"),
        NoteCode.SECOND_COLUMN: t("ImportWords", "同名列重复，用第一列"),
        NoteCode.ABSENT_COLUMN: t("ImportWords", "缺的列按默认值"),
        NoteCode.TOTAL_ROW: t("ImportWords", "合计行已略过"),
        NoteCode.EXAMPLE_ROW: t("ImportWords", "示例行已略过"),
        NoteCode.HOLES_DROPPED: t("ImportWords", "图形内的空洞已去掉"),
        NoteCode.CONVERTED: t("ImportWords", "坐标已换算为 WGS-84"),
        NoteCode.ASSUMED_HOUR: t("ImportWords", "只有日期的按日报时刻计"),
        NoteCode.DATUM_UNSTATED: t("ImportWords", "水位基面未注明"),
        NoteCode.UNSORTED: t("ImportWords", "时间乱序，已排好"),
        NoteCode.VALUE_DROPPED: t("ImportWords", "个别值未收，其余照收"),
        NoteCode.GAP: t("ImportWords", "缺测"),
    }.get(remark.code, remark.code.value)
    if remark.row is not None:
        said = f"{QCoreApplication.translate('ImportWords', '第 {0} 行').format(remark.row)} {said}"
    about = QCoreApplication.translate("ImportWords", "，").join(
        part for part in (remark.column, _detail(remark)) if part
    )
    return phrases.labelled(said, about) if about else said


def _detail(remark: Note) -> str:
    """Say the detail of a remark; that of a dropped value begins with the reason's code."""
    code, colon, rest = remark.detail.partition(": ")
    if remark.code is not NoteCode.VALUE_DROPPED or not colon or code not in {known.value for known in Reason}:
        return remark.detail
    return f"{reason(Reason(code))} {rest}"


def refusal(one: Refusal) -> str:
    """Say one refusal: file row, column, value, reason."""
    parts = [QCoreApplication.translate("ImportWords", "第 {0} 行").format(one.row), one.column, reason(one.reason)]
    if one.value:
        parts.append(f"“{one.value}”")
    if one.detail:
        parts.append(QCoreApplication.translate("ImportWords", "（{0}）").format(one.detail))
    return " ".join(part for part in parts if part)


def file_refused(fault: FeedRefused) -> str:
    """Say why a whole file was refused."""
    about = QCoreApplication.translate("ImportWords", "，").join(str(value) for value in fault.params.values())
    return phrases.labelled(reason(fault.reason), about) if about else reason(fault.reason)


def counts(report: ImportReport) -> str:
    """Say the counts, as the screen shows them."""
    return QCoreApplication.translate("ImportWords", "收 {0} 行，拒 {1} 行，略过 {2} 行").format(
        report.taken, report.refused, report.skipped
    )
