"""Below the map: the course of the water at places asked about, and cuts through ground and water."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from views import phrases, twin_words, words
from views.parts import button
from views.river_curves import hydrograph_words
from views.twin_lines import slot_role, slot_style
from views.twin_shown import CurveLine, CurveShown, ProfileShown
from views.twin_wanted import ProfileKind, Slot
from widgets.chips import Chip, Chips
from widgets.hydrograph import Hydrograph
from widgets.ink_label import InkLabel
from widgets.profile_plot import ProfileLine, ProfilePlot, ProfileWords, Spot
from widgets.theme import Size, Theme


class CurvesView(QWidget):
    """One place at a time with both scenarios; the others wait as chips.

    Signals:
        dropped: id of a curve no longer wanted.
        chosen: a CurveShown, to mark its place.

    """

    dropped = Signal(str)
    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: tuple[CurveShown, ...] = ()
        self._offered: list[Chip] = []
        self._chips = Chips(theme)
        self._drop = button(self.tr("移除"), "quiet", self.tr("移除选中的测点"))
        self._said = InkLabel(theme, role="text.secondary", size=Size.SMALL)
        words_ = replace(
            hydrograph_words(), flow_title=self.tr("水深 m"), flow_reading="{value:.2f} m", now=self.tr("时间轴"),
            empty=self.tr("点地图上任一处，看那里的水深过程"),
        )  # fmt: skip
        self.plot = Hydrograph(theme, words_)
        self.plot.set_lean(True)
        self._head = QHBoxLayout()
        self._head.addWidget(self._chips)
        self._head.addWidget(self._said, 1)
        self._head.addWidget(self._drop)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addLayout(self._head)
        self._layout.addWidget(self.plot, 1)
        self._chips.chosen.connect(self._on_chip)
        self._drop.clicked.connect(lambda: self.dropped.emit("".join(self._chips.chosen_keys())))
        self.set_theme(theme)
        self.show_curves(())

    def set_theme(self, theme: Theme) -> None:
        self._layout.setContentsMargins(0, theme.px(2), theme.px(4), 0)
        self._head.setContentsMargins(theme.px(8), 0, theme.px(4), 0)
        self._head.setSpacing(theme.px(12))
        for part in (self._chips, self._said, self.plot):
            part.set_theme(theme)

    def show_curves(self, curves: Sequence[CurveShown]) -> None:
        """Show places; a new one at the end is shown at once."""
        before = {one.id for one in self._curves}
        self._curves = tuple(curves)
        chips = [Chip(one.id, _numbered(n, one)) for n, one in enumerate(curves, 1)]
        if chips != self._offered:  # chips lay themselves out anew, and with them the whole page
            self._offered = chips
            self._chips.set_chips(chips)
        fresh = [one.id for one in curves if one.id not in before]
        if fresh:
            self._chips.choose(fresh[-1:])
        elif curves and not self._chips.chosen_keys():
            self._chips.choose([curves[-1].id])
        for part in (self._chips, self._drop):
            part.setVisible(bool(curves))
        self._draw()

    def show_moment(self, moment: datetime | None) -> None:
        """Where the time bar stands."""
        self.plot.set_now(None if moment is None else moment.timestamp())

    def current(self) -> CurveShown | None:
        """The place shown."""
        keys = self._chips.chosen_keys()
        return next((one for one in self._curves if keys and one.id == keys[0]), None)

    def choose(self, curve_id: str) -> None:
        """Show a place."""
        self._chips.choose([curve_id])
        self._draw()

    def said(self) -> str:
        """What is said about the place."""
        return self._said.text()

    def _on_chip(self, _keys: tuple[str, ...]) -> None:
        self._draw()
        shown = self.current()
        if shown is not None:
            self.chosen.emit(shown)

    def _draw(self) -> None:
        shown = self.current()
        kept = set() if shown is None else {line.slot for line in shown.lines}
        for slot in Slot:
            if slot not in kept:
                self.plot.remove_series(slot.value)
        self._said.set_text("" if shown is None else self._told(shown))
        if shown is None:
            return
        for line in shown.lines:
            times = line.start.timestamp() + np.asarray(line.hours, np.float64) * 3600
            self.plot.set_series(
                line.slot.value, times, np.asarray(line.depths, np.float64), role=slot_role(line.slot),
                style=slot_style(line.slot), label=twin_words.slot(line.slot),
            )  # fmt: skip

    def _told(self, shown: CurveShown) -> str:
        if not shown.known:
            return self.tr("这一点在模型范围以外")
        parts = [phrases.labelled(twin_words.slot(line.slot), self._arrival(line)) for line in shown.lines]
        if shown.bed_m is not None:
            parts.append(self.tr("地面 {0} m（{1}）").format(words.stage(shown.bed_m), phrases.registered(shown.datum)))
        return "　".join(parts)

    def _arrival(self, line: CurveLine) -> str:
        known = [depth for depth in line.depths if np.isfinite(depth)]
        most = max(known, default=0.0)
        if most <= 0 or line.arrival_h is None:
            return self.tr("不上水") if most <= 0 else self.tr("最深 {0:.2f} m").format(most)
        early, likely, late = line.arrival_h
        arrival = self.tr("{0:.1f} h 到水").format(likely)
        if late > early:
            arrival = self.tr("{0:.1f} h 到水（{1:.1f}–{2:.1f}）").format(likely, early, late)
        return self.tr("{0}，最深 {1:.2f} m").format(arrival, most)


class ProfileView(QWidget):
    """A cut, and which one.

    Signals:
        profile_asked: a ProfileKind.

    """

    profile_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ProfileShown | None = None
        self.kinds = Chips(theme)
        self.kinds.set_chips([Chip(kind.value, twin_words.profile(kind)) for kind in ProfileKind])
        self.kinds.choose([ProfileKind.RIVER.value])
        self._said = InkLabel(theme, role="text.secondary", size=Size.SMALL)
        self.plot = ProfilePlot(theme, self._words(""))
        self._head = QHBoxLayout()
        self._head.addWidget(self.kinds)
        self._head.addWidget(self._said, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addLayout(self._head)
        self._layout.addWidget(self.plot, 1)
        self.kinds.chosen.connect(lambda keys: self.profile_asked.emit(ProfileKind(keys[0])))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._layout.setContentsMargins(0, theme.px(2), theme.px(4), 0)
        self._head.setContentsMargins(theme.px(8), 0, theme.px(4), 0)
        self._head.setSpacing(theme.px(12))
        for part in (self.kinds, self._said, self.plot):
            part.set_theme(theme)

    def kind(self) -> ProfileKind:
        """Which cut is wanted."""
        return ProfileKind(self.kinds.chosen_keys()[0])

    def show_profile(self, shown: ProfileShown | None) -> None:
        """Show a cut, or none."""
        self._shown = shown
        if shown is None:
            self._said.set_text("")
            self.plot.set_profile((), ())
            return
        self.kinds.choose([shown.kind.value])
        self.plot.set_words(self._words(phrases.registered(shown.datum)))
        lines = [self._surface(line.slot, line.hour, line.stage_m) for line in shown.surfaces]
        if any(np.isfinite(shown.crest_m)):
            lines.append(ProfileLine(self.tr("堤顶"), shown.crest_m, "works.line"))
        spots = [Spot(one.along_m, phrases.registered(one.name), one.stage_m, one.stale) for one in shown.spots]
        self._said.set_text(self._ends(shown))
        self.plot.set_profile(shown.along_m, shown.bed_m, lines, spots)

    def _surface(self, slot: Slot, hour: float | None, stages: tuple[float, ...]) -> ProfileLine:
        when = self.tr("最高水面") if hour is None else self.tr("+{0:.1f} h").format(hour)
        label = f"{twin_words.slot(slot)} {when}"
        return ProfileLine(label, stages, slot_role(slot), slot_style(slot), fill=slot is Slot.A)

    def _ends(self, shown: ProfileShown) -> str:
        start, end = (phrases.registered(name) for name in shown.ends)
        return self.tr("{0} → {1}").format(start, end) if start and end else ""

    def _words(self, datum: str) -> ProfileWords:
        title = self.tr("高程 m · {0}").format(datum) if datum else self.tr("高程 m")
        return ProfileWords(
            title, self.tr("里程 km"), self.tr("地面"), self.tr("选“沿河”，或点地图后选“横断面”，这里画地面与水面"),
            self.tr("{0:.2f} km"), "{0} {1:.2f}",
        )  # fmt: skip


class TwinPlots(QTabWidget):
    """Both, as tabs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.curves, self.profile = CurvesView(theme), ProfileView(theme)
        self.addTab(self.curves, self.tr("水深过程"))
        self.addTab(self.profile, self.tr("剖面"))


def _numbered(number: int, shown: CurveShown) -> str:
    return f"{number} {phrases.registered(shown.name)}" if shown.name else str(number)
