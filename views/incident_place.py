"""Where an incident is: works, spur, chainage, words for the part, and the position they give."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from data.model.places import Spur
from data.model.situation import Situation
from data.rules.geometry import centre
from data.rules.places import at_chainage
from views import phrases, words
from views.incident_draft import spur_label, spur_near
from views.incident_measures import LABEL_PX
from views.pane import Selection
from views.parts import Choice, Words, button, captioned, row
from widgets.theme import Size, Theme

_CHAINAGE = re.compile(r"^\s*[kK]?(-?)(\d{1,3})\+(\d{1,3}(?:\.\d+)?)\s*$")


def align_captions(theme: Theme, form: QFormLayout) -> None:
    """Let the fields of several forms begin in one line."""
    for line in range(form.rowCount()):
        label = form.itemAt(line, QFormLayout.ItemRole.LabelRole)
        if label is not None and (caption := label.widget()) is not None:
            caption.setMinimumWidth(theme.px(LABEL_PX))
    form.setHorizontalSpacing(theme.px(8))
    form.setVerticalSpacing(theme.px(6))


class IncidentPlace(QWidget):
    """Choosing a spur fills chainage, position and words; every one of them may be put right by hand.

    Signals:
        changed: anything here changed.
        structure_found: the sort of structure that the works chosen are.

    """

    changed = Signal()
    structure_found = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: Situation | None = None
        self._selection: Selection | None = None
        self._point: tuple[float, float] | None = None
        self._offered = ""
        self.works, self.spur = Choice(self.tr("工程")), Choice(self.tr("坝号"))
        self.chainage, self.place = QLineEdit(), QLineEdit()
        self.chainage.setPlaceholderText("21+300")
        self.chainage.setAccessibleName(self.tr("桩号"))
        self.chainage.setMaximumWidth(theme.px(110))
        self.place.setPlaceholderText(self.tr("出险部位，如“26坝 上跨角，距坝头 20 m”（必填）"))
        self.place.setAccessibleName(self.tr("部位"))
        self.take = button(self.tr("取当前选中"), "quiet", self.tr("用地图或列表里选中的坝、报告、网格作地点"))
        self._told = Words(theme, size=Size.SMALL, tone="muted")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        mark = Words(theme, self.tr("桩号"), tone="secondary", wrap=False)
        mark.setBuddy(self.chainage)
        where = row(theme, self.works, self.spur, mark, self.chainage)
        where.setStretch(0, 3)
        where.setStretch(1, 2)
        captioned(form, self.tr("工程(&W)"), where, self.works)
        part = row(theme, self.place, self.take)
        part.setStretch(0, 1)
        captioned(form, self.tr("部位(&P)"), part, self.place)
        told = row(theme, self._told)
        told.setStretch(0, 1)
        form.addRow("", told)
        align_captions(theme, form)
        self.works.picked.connect(self._choose_works)
        self.spur.picked.connect(self._choose_spur)
        self.chainage.textEdited.connect(self._place_by_chainage)
        self.place.textChanged.connect(self._tell)
        self.take.clicked.connect(self._take_selected)
        self._say_point()

    # in

    def show_context(self, now: Situation, selection: Selection | None) -> None:
        """What is known and what is selected."""
        if self._now is None or self._now.registers is not now.registers:
            self._now = now
            levee = [("", self.tr("大堤或其他"))]
            self.works.set_choices([*levee, *((one.id, phrases.registered(one.name)) for one in now.registers.works)])
            self._offer_spurs()
        self._now, self._selection = now, selection
        self.take.setEnabled(selection is not None and self._found(selection) is not None)

    def fill(
        self, works: str, spur: str, chainage_m: float | None, place: str, point: tuple[float, float] | None
    ) -> None:  # fmt: skip
        """Put a place in as it was noted."""
        self.works.choose(works)
        self._offer_spurs()
        self.spur.choose(spur)
        self.chainage.setText("" if chainage_m is None else words.chainage(chainage_m))
        self._offered = ""
        self.place.setText(place)
        self._point = point
        self._say_point()

    # out

    def chainage_m(self) -> float | None:
        """The chainage typed, None for nothing or for what is none."""
        found = _CHAINAGE.match(self.chainage.text().replace("＋", "+"))
        if found is None:
            return None
        metres = float(found[2]) * 1000 + float(found[3])
        return -metres if found[1] else metres

    def chainage_wrong(self) -> bool:
        """Whether something is typed that is no chainage."""
        return bool(self.chainage.text().strip()) and self.chainage_m() is None

    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude, if anything gave them."""
        return self._point

    # between

    def _offer_spurs(self) -> None:
        works = self.works.key()
        spurs = [] if self._now is None else [one for one in self._now.registers.spurs if works and one.works == works]
        none = self.tr("坝号未定") if works else words.DASH
        self.spur.set_choices([("", none), *((one.id, f"{one.number} {one.name}".strip()) for one in spurs)])
        self.spur.setEnabled(bool(spurs))

    def _choose_works(self, key: str) -> None:
        self._offer_spurs()
        self.spur.choose("")
        works = self._now.registers.works.get(key) if self._now is not None else None
        self.structure_found.emit(works.kind if works is not None else "堤防")
        self.changed.emit()

    def _choose_spur(self, key: str) -> None:
        spur = self._now.registers.spurs.get(key) if self._now is not None else None
        if spur is not None:
            self._take_spur(spur)
        self.changed.emit()

    def _take_spur(self, spur: Spur) -> None:
        if self._now is None:
            return
        self.works.choose(spur.works)
        self._offer_spurs()
        self.spur.choose(spur.id)
        self.chainage.setText(words.chainage(spur.chainage_m))
        self._set_point(centre(spur.path))
        self._offer_words(spur_label(self._now, spur))

    def _offer_words(self, text: str) -> None:
        """Words of our own may be replaced; what a person typed stays."""
        if self.place.text().strip() in ("", self._offered):
            self._offered = text
            self.place.setText(text)

    def _place_by_chainage(self, _text: str) -> None:
        metres = self.chainage_m()
        if metres is not None and self._now is not None and not self.spur.key():
            self._set_point(at_chainage(self._now, metres))
        wrong = self.chainage_wrong()
        if bool(self.chainage.property("wrong")) != wrong:
            self.chainage.setProperty("wrong", wrong)
            self.chainage.style().unpolish(self.chainage)
            self.chainage.style().polish(self.chainage)
        self.changed.emit()

    def _take_selected(self) -> None:
        found = None if self._selection is None else self._found(self._selection)
        if found is None or self._now is None:
            return
        label, point = found
        spur = spur_near(self._now, *point)
        if spur is not None:
            self._take_spur(spur)
            works = self._now.registers.works.get(spur.works)
            self.structure_found.emit(works.kind if works is not None else "堤防")
        else:
            self._offer_words(label)
        self._set_point(point)
        self.changed.emit()

    def _found(self, selection: Selection) -> tuple[str, tuple[float, float]] | None:
        """Words and position of what is selected, where it has one."""
        if self._now is None:
            return None
        if selection.kind in ("report", "incident"):
            known = (self._now.reports if selection.kind == "report" else self._now.incidents).get(selection.id)
            if known is None or known.lon is None or known.lat is None:
                return None
            return known.place, (known.lon, known.lat)
        if not hasattr(self._now.registers, selection.kind):
            return None
        entry = self._now.registers.of(selection.kind).get(selection.id)
        line = getattr(entry, "path", None) or getattr(entry, "ring", None)
        lon, lat = getattr(entry, "lon", None), getattr(entry, "lat", None)
        point = centre(line) if line else (lon, lat) if lon is not None and lat is not None else None
        if entry is None or point is None:
            return None
        label = spur_label(self._now, entry) if isinstance(entry, Spur) else str(getattr(entry, "name", selection.id))
        return label, point

    def _set_point(self, point: tuple[float, float] | None) -> None:
        self._point = point
        self._say_point()

    def _say_point(self) -> None:
        if self._point is None:
            self._told.say(self.tr("还没有坐标：选坝号、填桩号，或在地图选中后取用"))
        else:
            self._told.say(self.tr("已定位 东经 {0:.5f}°、北纬 {1:.5f}°").format(*self._point))

    def _tell(self, _text: str) -> None:
        self.changed.emit()
