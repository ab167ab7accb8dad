"""What leaves the 推演 page: picture, rasters, classes of depth and the list of whom the water reaches, as files.

They lie in the home's `exports`, named for the scenario, the desk's time and, where there is no survey, so marked.
Names of people are masked, as in every list that leaves the desk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QImage, QPixmap

from data.documents.flood_sheet import LeaveCode, LeaveRefused, file_name, write_whole
from data.documents.flood_tables import Value
from data.twin.faults import TwinFault
from data.twin.imported_faults import MapRefused
from desktop.flood_picture import painted, png
from desktop.flood_sheets import DIFFERENCE, DIFFERENCES_M, Ask, Leaf, leaves, slots_of
from desktop.scenarios import shown
from views import clock_words, phrases, twin_fault_words, twin_words, words
from views.twin_exposed_rows import newly
from views.twin_shown import ExposedRow
from views.twin_wanted import Export, Sides, Slot

if TYPE_CHECKING:
    from desktop.app import Anlan
    from desktop.twin_page import TwinPage
    from views.twin import TwinWorkspace

ENDINGS = {Export.PNG: ".png", Export.GEOTIFF: ".tif", Export.GEOJSON: ".geojson", Export.XLSX: ".xlsx"}
_STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of objects as it is written."""

    title: str
    rows: tuple[ExposedRow, ...]


class TwinLeaving(QObject):
    """Answers the page's wish for files; made with it."""

    def __init__(self, anlan: Anlan, page: TwinWorkspace, at_work: TwinPage) -> None:
        """Wire the page."""
        super().__init__(anlan)
        self._desk, self._page, self._at_work = anlan, page, at_work
        page.export_requested.connect(self.write)

    def write(self, kind: Export) -> None:
        """Write what is shown."""
        ask = self._ask()
        there = [slot for slot in slots_of(ask.picture) if ask.scenarios[slot] is not None]
        if not there or (ask.picture.sides is Sides.DIFFERENCE and len(there) < len(Slot)):
            self._say(self.tr("图上还没有方案，没有可导出的内容"))
        elif kind is Export.PNG:
            self._grab(ask, list(slots_of(ask.picture)) if ask.picture.sides is Sides.BOTH else [Slot.A], [])
        else:
            lists = self._lists(ask) if kind is Export.XLSX else {}
            self._run(lambda: _written(kind, ask, self._desk.home / "exports", lists))

    def _ask(self) -> Ask:
        desk = self._desk
        picture, frame = self._at_work.picture
        cases = desk.twin.library.levels.cases.values()
        terrains = {case.terrain.cell_m: case.terrain.digest() for case in cases}
        return Ask(self._at_work.scenarios, picture, frame, terrains, desk.clock.now())

    def _lists(self, ask: Ask) -> dict[Slot, Rows]:
        """Return the lists as the page has them, brought up to date."""
        side = self._page.body.side
        side.work_out()
        rows = {slot: side.rows(slot) for slot in Slot}
        if ask.picture.sides is Sides.DIFFERENCE:
            return {Slot.B: Rows(self.tr("新增受影响对象"), newly(rows[Slot.B], rows[Slot.A]))}
        return {slot: Rows(self.tr("受影响对象"), rows[slot]) for slot in slots_of(ask.picture)}

    # the picture is taken where the maps are, and written elsewhere

    def _grab(self, ask: Ask, left: list[Slot], taken: list[QPixmap]) -> None:
        if left:
            slot, *others = left
            self._page.body.maps.grab_png(slot, lambda one: self._grab(ask, others, [*taken, one]))
            return
        image = self._painted(ask, taken)
        self._run(lambda: _pictured(ask, image, self._desk.home / "exports"))

    def _painted(self, ask: Ask, maps: Sequence[QPixmap]) -> QImage:
        there = [one for slot in slots_of(ask.picture) if (one := ask.scenarios[slot]) is not None]
        what = twin_words.drawn(ask.picture.drawn)
        named = [twin_words.title(shown(slot, one)) for slot in slots_of(ask.picture)
                 if (one := ask.scenarios[slot]) is not None]  # fmt: skip
        if ask.picture.sides is Sides.DIFFERENCE:
            captions = [phrases.labelled(twin_words.sides(Sides.DIFFERENCE), f"{named[1]} − {named[0]}")]
        else:
            captions = [phrases.noted(name, what) for name in named]
        captions += [""] * (len(maps) - len(captions))
        foot = self.tr("{0} 由安澜导出").format(words.date_clock(ask.at))
        return painted(
            self._page.theme, maps, captions[: len(maps)], nature=self._page.body.nature.text(),
            loud=not all(one.flood.nature.official for one in there), foot=foot,
        )  # fmt: skip

    # away from the UI thread, and back

    def _run(self, call: Callable[[], tuple[Path, ...]]) -> None:
        self._desk.background.run(call, self._done, self._failed)

    def _done(self, paths: tuple[Path, ...]) -> None:
        self._say(self.tr("已导出 {0}").format(phrases.listed(str(path) for path in paths)))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, LeaveRefused):
            self._say(refused_words(error))
        elif isinstance(error, TwinFault | MapRefused):
            self._say(twin_fault_words.said(error))
        elif isinstance(error, OSError):
            self._say(self.tr("没有写成：{0}").format(error))
        else:
            raise error

    def _say(self, text: str) -> None:
        self._page.message_requested.emit(text)


def _written(kind: Export, ask: Ask, folder: Path, lists: dict[Slot, Rows]) -> tuple[Path, ...]:
    from data.documents.flood_rasters import write_geotiff
    from data.documents.flood_shapes import DEPTHS_M, write_geojson
    from data.documents.flood_tables import write_exposed

    paths: list[Path] = []
    for leaf in leaves(ask):
        if kind is Export.XLSX:
            told = lists[leaf.slot]
            path = _path(kind, ask, leaf, folder, told.title)
            paths.append(write_exposed(
                leaf.sheet, headings(), [line(row) for row in told.rows], path, words=tag_words(),
                about=QCoreApplication.translate("TwinLeaving", "来源"),
            ))  # fmt: skip
            continue
        path = _path(kind, ask, leaf, folder)
        if kind is Export.GEOTIFF:
            paths.append(write_geotiff(leaf.sheet, path))
        else:
            bounds = DIFFERENCES_M if leaf.drawn == DIFFERENCE else DEPTHS_M
            paths.append(write_geojson(leaf.sheet, path, leaf.drawn, bounds))
    return tuple(paths)


def _pictured(ask: Ask, image: QImage, folder: Path) -> tuple[Path, ...]:
    one, *others = leaves(ask)
    told = dict(one.sheet.told())
    for other in others:
        told |= {f"{key}_{other.slot.value.upper()}": text for key, text in other.sheet.told().items()}
    told["DRAWN"] = ask.picture.drawn.value
    marked = next((leaf for leaf in (one, *others) if leaf.sheet.mark), one)
    path = _path(Export.PNG, ask, one, folder, also=[leaf.sheet.title for leaf in others])
    return (write_whole(marked.sheet.path_for(path), png(image, told)),)


def _path(
    kind: Export, ask: Ask, leaf: Leaf, folder: Path, what: str = "", also: Sequence[str] = ()
) -> Path:  # fmt: skip
    what = what or QCoreApplication.translate("TwinLeaving", "淹没")
    title = "-".join([what, *(_plain(one) for one in (leaf.sheet.title, *also))])
    stamp = ask.at.astimezone(words.BEIJING).strftime(_STAMP)
    name = file_name(title, "", leaf.sheet.nature)
    return folder / f"{name}-{stamp}{ENDINGS[kind]}"


def _plain(title: str) -> str:
    """Return a scenario's title as a file is named: no unit with a stroke, no commas in figures."""
    return title.replace(" m³/s", "").replace(",", "").replace(" ", "")


def headings() -> tuple[str, ...]:
    """Name the columns of the list."""
    t = QCoreApplication.translate
    return (
        t("TwinLeaving", "类别"), t("TwinLeaving", "编号"), t("TwinLeaving", "名称"), t("TwinLeaving", "村"),
        t("TwinLeaving", "滩别"), t("TwinLeaving", "人"), t("TwinLeaving", "亩"), t("TwinLeaving", "状态"),
        t("TwinLeaving", "最后安全出发"), t("TwinLeaving", "到水"), t("TwinLeaving", "最早到水"),
        t("TwinLeaving", "最迟到水"), t("TwinLeaving", "路断"), t("TwinLeaving", "最大水深 m"),
        t("TwinLeaving", "淹没历时 h"), t("TwinLeaving", "经度"), t("TwinLeaving", "纬度"),
    )  # fmt: skip


def line(row: ExposedRow) -> tuple[Value, ...]:
    """Return one object as a row; what is not known stays blank."""
    clock = row.deadline
    return (
        twin_words.kind(row.kind), row.id, row.name, row.village, row.bench, row.people or None, row.area_mu or None,
        "" if row.state is None else clock_words.state(row.state), None if clock is None else clock.likely, row.arrival,
        row.earliest, row.latest, None if clock is None else clock.cut_off, round(row.depth_m, 2),
        round(row.duration_h, 1) or None, row.lon, row.lat,
    )  # fmt: skip


def refused_words(refused: LeaveRefused) -> str:
    """Say why nothing was written."""
    t = QCoreApplication.translate
    return {
        LeaveCode.NOT_OFFICIAL: t("TwinLeaving", "示意地形·非实测，不能作为正式成果导出"),
        LeaveCode.NOTHING: t("TwinLeaving", "这一方案里没有水，没有可导出的内容"),
        LeaveCode.CANNOT_WRITE: t("TwinLeaving", "写不进去：{0}（{1}）；没有留下半截文件"),
    }[refused.code].format(refused.reason, refused.path)


def tag_words() -> dict[str, str]:
    """What a file says of itself, in words."""
    t = QCoreApplication.translate
    return {
        "TITLE": t("TwinLeaving", "方案"), "ORIGIN": t("TwinLeaving", "性质"), "MARK": t("TwinLeaving", "标记"),
        "OFFICIAL": t("TwinLeaving", "正式成果"), "MADE_AT": t("TwinLeaving", "成图时间"),
        "FLOW_M3S": t("TwinLeaving", "洪峰流量 m³/s"), "HOW": t("TwinLeaving", "成图方式"),
        "TRUST_M": t("TwinLeaving", "实测误差 m"), "CRS": t("TwinLeaving", "坐标系"),
        "DATUM": t("TwinLeaving", "高程基面"), "TERRAIN": t("TwinLeaving", "地形摘要"),
        "SOLVER": t("TwinLeaving", "求解器"), "SOURCE": t("TwinLeaving", "来源"),
        "PROVENANCE": t("TwinLeaving", "出处摘要"), "SCENARIO": t("TwinLeaving", "方案来源"),
        "CELL_M": t("TwinLeaving", "网格 m"), "LEFT_AT": t("TwinLeaving", "导出时间"),
        "HOURS_FROM": t("TwinLeaving", "零时"), "MOMENT": t("TwinLeaving", "所示时刻"),
        "NOTES": t("TwinLeaving", "说明"), "LIMITS": t("TwinLeaving", "适用条件"),
        "BREACH": t("TwinLeaving", "溃口"),
    }  # fmt: skip
