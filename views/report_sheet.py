"""Report entry by telephone: what, where, how grave, by when; the six elements of a first report of danger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar
from uuid import uuid4

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from data.feeds.report_kinds import ReportKind
from data.model.dispatch import Report
from data.model.situation import Situation, Touched
from data.model.steps import ReportReceived
from data.rules.geometry import centre
from data.rules.places import Found, find_place
from views import phrases, words
from views.pane import Selection
from views.parts import Choice, Words, boxed, button, captioned, column, row, rule, scrolled
from views.sheet_pane import SheetPane
from widgets.shortcuts import SEND, inside
from widgets.theme import Size, Theme

DANGER = "E1"


class PlaceField(QWidget):
    """Words for a place; what they name in the registers gives the position."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: Situation | None = None
        self._selection: Selection | None = None
        self._found: Found | None = None
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("如“马渡 26坝”“12+300”、网格名，或 113.70,34.90"))
        self.text.setAccessibleName(self.tr("地点"))
        self._choices = Choice(self.tr("匹配的地点"))
        self._take = button(self.tr("取当前选中"), "quiet", self.tr("用地图或列表里选中的坝、网格、地块作地点"))
        self._told = Words(theme, size=Size.SMALL, tone="muted")
        line = row(theme, self.text, self._take)
        line.setStretch(0, 1)
        self.setLayout(column(theme, line, row(theme, self._choices, None), self._told, gap=4))
        self._choices.hide()
        self.text.textEdited.connect(self._look)
        self._choices.picked.connect(self._choose)
        self._take.clicked.connect(self._take_selected)

    def show_context(self, now: Situation, selection: Selection | None) -> None:
        """What is known and what is selected."""
        self._now, self._selection = now, selection
        self._take.setEnabled(selection is not None)

    def value(self) -> tuple[str, float | None, float | None]:
        """Words and position."""
        found = self._found
        return self.text.text().strip(), found.lon if found else None, found.lat if found else None

    def place_at(self, label: str, lon: float, lat: float) -> None:
        """Take a point given elsewhere, such as on the map."""
        self.text.setText(label)
        self._set(Found("", "", label, lon, lat))

    def clear(self) -> None:
        """Forget the place."""
        self.text.clear()
        self._set(None)
        self._choices.hide()

    def _look(self, text: str) -> None:
        found = find_place(self._now, text)[:12] if self._now is not None else []
        self._choices.set_choices([(f"{at}", one.label) for at, one in enumerate(found)])
        self._choices.setVisible(len(found) > 1)
        self._offered = found
        self._set(found[0] if len(found) == 1 else None)

    def _choose(self, key: str) -> None:
        if key:
            found = self._offered[int(key)]
            self.text.setText(found.label)
            self._set(found)

    def _take_selected(self) -> None:
        point = None if self._now is None or self._selection is None else _point_of(self._now, self._selection)
        if point is not None:
            self.place_at(*point)

    def _set(self, found: Found | None) -> None:
        self._found = found
        self._told.say("" if found is None else self.tr("已定位 {0:.5f}, {1:.5f}").format(found.lon, found.lat))

    _offered: Sequence[Found] = ()


def _point_of(now: Situation, selection: Selection) -> tuple[str, float, float] | None:
    """Words and position of what is selected, where it has one."""
    kind = selection.kind
    known = now.registers.of(kind).get(selection.id) if hasattr(now.registers, kind) else None
    if known is None:
        return None
    if kind == "spurs":
        works = now.registers.works.get(known.works)
        label = f"{works.name if works else ''} {known.number}".strip()
    else:
        label = (
            str(getattr(known, "name", known.id)) if kind in ("grids", "cameras", "shelters", "squads") else known.id
        )
    ring = getattr(known, "path", None) or getattr(known, "ring", None)
    point = centre(ring) if ring else (getattr(known, "lon", None), getattr(known, "lat", None))
    if point is None or point[0] is None or point[1] is None:
        return None
    return label, point[0], point[1]


class ReportSheet(SheetPane):
    """The form. Esc puts it away with the draft kept; only sending clears it."""

    MOST = (860, 620)

    heeds: ClassVar[Touched] = Touched.REGISTERS | Touched.USER

    def __init__(self, theme: Theme, kinds: Sequence[ReportKind], parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr_title(), "phone", parent)
        self._kinds = tuple(kinds)
        self._category, self._kind = Choice(self.tr("大类")), Choice(self.tr("种类"))
        self._grade, self._due = Choice(self.tr("等级")), Choice(self.tr("处置时限"))
        self._place = PlaceField(theme)
        self._by = QLineEdit()
        self._by.setPlaceholderText(self.tr("谁报的：姓名、岗位、电话"))
        self._text = QPlainTextEdit()
        self._text.setPlaceholderText(self.tr("看到了什么（必填）"))
        self._text.setTabChangesFocus(True)
        self._elements = [QLineEdit() for _ in range(4)]
        self._note = Words(theme, size=Size.SMALL, tone="muted")
        self._send = button(self.tr("记入接报"), "primary", self.tr("Ctrl+Enter"))
        self._clear = button(self.tr("清空"), "quiet")
        self._danger = QWidget()
        self._lay_out(theme)
        self._category.set_choices(
            [(c, f"{c} {words.category(c)}") for c in dict.fromkeys(k.category for k in self._kinds)]
        )
        self._grade.set_choices([(str(grade), words.grade(grade)) for grade in (3, 2, 1)])
        limits = sorted({(kind.due_h, kind.urgency) for kind in self._kinds})
        said = self.tr("{0} · {1}")
        self._due.set_choices([(f"{h:g}", said.format(phrases.registered(name), _hours(h))) for h, name in limits])
        self._category.picked.connect(self._offer_kinds)
        self._kind.picked.connect(self._suggest_due)
        self._grade.picked.connect(self._suggest_due)
        self._send.clicked.connect(self._say)
        self._clear.clicked.connect(self.clear)
        self._text.textChanged.connect(self._ready)
        for field in self._elements:
            field.textChanged.connect(self._ready)
        for keys in SEND:
            inside(self, keys, self._say)
        self._offer_kinds()

    @staticmethod
    def tr_title() -> str:
        """Title of the sheet."""
        return QCoreApplication.translate("ReportSheet", "电话接报")

    def _lay_out(self, theme: Theme) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        what = row(theme, self._category, self._kind, self._grade)
        what.setStretch(1, 1)
        captioned(form, self.tr("事件(&K)"), what, self._category)
        captioned(form, self.tr("地点(&P)"), self._place, self._place.text)
        captioned(form, self.tr("报告人(&B)"), self._by)
        captioned(form, self.tr("内容(&T)"), self._text)
        captioned(form, self.tr("时限(&L)"), row(theme, self._due, None), self._due)
        self._text.setFixedHeight(theme.px(72))
        six = QFormLayout(self._danger)
        six.setContentsMargins(0, 0, 0, 0)
        titles = (self.tr("类型与尺寸"), self.tr("水位、流量、河势"), self.tr("伤亡与影响"), self.tr("措施与需求"))
        for title, field in zip(titles, self._elements, strict=True):
            field.setAccessibleName(title)
            six.addRow(title, field)
        lead = Words(theme, self.tr("险情首报六要素（先报后补，时间、地点见上）"), size=Size.SMALL, tone="muted")
        six.insertRow(0, lead)
        body = QWidget()
        inner = boxed(theme, column(theme, form, rule(), self._danger, None), (16, 12, 16, 8))
        acts = row(theme, self._note, self._clear, self._send)
        acts.setStretch(0, 1)
        foot = boxed(theme, acts, (16, 8, 16, 10))
        body.setLayout(column(theme, scrolled(inner), rule(), foot, gap=0))
        self.panel.set_body(body)

    # in

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - only the place field needs it
        self._place.show_context(now, self.selection)

    def draw_selection(self, selection: Selection | None) -> None:
        if self.now is not None:
            self._place.show_context(self.now, selection)

    def open_at(self, lon: float | None = None, lat: float | None = None, label: str = "") -> None:
        """Bring the form up, at a point of the map when one is given."""
        if lon is not None and lat is not None:
            self._place.place_at(label or f"{lon:.5f},{lat:.5f}", lon, lat)
        self.bring_up(self._category)

    def clear(self) -> None:
        """An empty form."""
        self._place.clear()
        self._by.clear()
        self._text.clear()
        for field in self._elements:
            field.clear()
        self._grade.choose("3")
        self._suggest_due()

    # choices

    def _chosen(self) -> ReportKind | None:
        return next((k for k in self._kinds if (k.category, k.kind) == (self._category.key(), self._kind.key())), None)

    def _offer_kinds(self, *_said: object) -> None:
        category = self._category.key()
        self._kind.set_choices([(k.kind, phrases.registered(k.kind)) for k in self._kinds if k.category == category])
        self._danger.setVisible(category == DANGER)
        self._grade.setVisible(category == DANGER)
        self._suggest_due()

    def _suggest_due(self, *_said: object) -> None:
        """The kind suggests a limit; a person may choose another."""
        kind = self._chosen()
        if kind is not None:
            self._due.choose(f"{kind.due_h:g}")
        self._ready()

    def _missing(self) -> list[str]:
        if self._category.key() != DANGER:
            return []
        missing = [field.accessibleName() for field in self._elements if not field.text().strip()]
        return missing if self._place.value()[0] else [self.tr("地点"), *missing]

    def _ready(self) -> None:
        written = bool(self._text.toPlainText().strip())
        self._send.setEnabled(written and self._chosen() is not None)
        missing = self._missing()
        if not written:
            self._note.say(self.tr("写明看到了什么即可记入"))
        else:
            self._note.say(self.tr("待补：{0}").format(phrases.listed(missing)) if missing else "")

    # out

    def _say(self) -> None:
        kind = self._chosen()
        if not self._send.isEnabled() or kind is None:
            return
        now = self.time or (self.now.at if self.now is not None else None)
        if now is None:
            return
        place, lon, lat = self._place.value()
        report = Report(
            f"report-{uuid4().hex[:12]}", now, kind.category, kind.kind, self._words(), self._by.text().strip(), lon,
            lat, place, int(self._grade.key() or 3) if kind.category == DANGER else 3,
            due=now + timedelta(hours=float(self._due.key())),
        )  # fmt: skip
        self.step_requested.emit(ReportReceived(report), "")
        self.clear()
        self.closed.emit()

    def _words(self) -> str:
        """The report in one text: what was seen, then the elements, then what is still to come."""
        parts = [self._text.toPlainText().strip()]
        if self._category.key() == DANGER:
            parts += [f"{f.accessibleName()}：{f.text().strip()}" for f in self._elements if f.text().strip()]
            missing = self._missing()
            if missing:
                parts.append(self.tr("待补：{0}").format(phrases.listed(missing)))
        return phrases.clauses(parts)


def _hours(hours: float) -> str:
    t = QCoreApplication.translate
    return (
        t("ReportSheet", "{0:g} 日").format(hours / 24) if hours > 24 else t("ReportSheet", "{0:g} 小时").format(hours)
    )
