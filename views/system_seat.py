"""System · this seat: the clock, the look, the links. Values come from outside; every change is a wish."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from views.parts import Choice, Words, boxed, button, captioned, column, row, rule
from widgets.chips import Chip, Chips
from widgets.steady_inputs import SteadyDoubleSpin
from widgets.theme import Size, Theme

SPEEDS = (1, 60, 600, 3600, 7200)
DEMO, REAL = "demo", "real"


def _page(owner: QWidget, theme: Theme, *items: object) -> None:
    """Lay a page out as a readable column at the left."""
    inner = boxed(theme, column(theme, *items, None, gap=10), (24, 20, 24, 16))  # pyright: ignore[reportArgumentType]
    inner.setMaximumWidth(theme.px(760))
    outer = QVBoxLayout(owner)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(inner)


class ClockTab(QWidget):
    """The demonstration clock and the switch to real time.

    Signals:
        mode_requested: "demo" or "real".
        speed_requested: how many times faster than life; 0 pauses.

    """

    mode_requested = Signal(str)
    speed_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speed, self._real, self._last = 0, False, 600
        self._state = Words(theme, size=Size.LARGE, bold=True)
        self._time = Words(theme, size=Size.SMALL, tone="muted")
        self._run = button(self.tr("开始"), "primary", self.tr("演示时钟走或停"))
        self._speeds = Chips(theme)
        self._speeds.set_chips([Chip(str(speed), f"{speed:,}×") for speed in SPEEDS])
        self._switch = button(self.tr("切换到真实时间"))
        note = self.tr(
            "演示时钟按倍率回放 2020 年 6–7 月实测洪水，供熟悉操作。"
            "切换到真实时间后不再回放，水情须由人工录入或接口报送。"
        )
        _page(
            self, theme, self._state, self._time, row(theme, self._run, self._speeds, None), rule(),
            Words(theme, note, tone="secondary"), row(theme, self._switch, None),
        )  # fmt: skip
        self._run.clicked.connect(self._toggle)
        self._speeds.chosen.connect(self._choose)
        self._switch.clicked.connect(lambda: self.mode_requested.emit(DEMO if self._real else REAL))
        self.show_clock(0, real=False)

    def show_clock(self, speed: int, *, real: bool) -> None:
        """Show how the clock goes."""
        self._speed, self._real = speed, real
        self._last = speed or self._last
        if real:
            self._state.say(self.tr("真实时间"))
        else:
            said = self.tr("演示时钟 {0:,}×").format(speed) if speed else self.tr("演示时钟 已暂停")
            self._state.say(said)
        self._run.setText(self.tr("暂停") if speed else self.tr("开始"))
        self._run.setEnabled(not real)
        self._speeds.setEnabled(not real)
        self._speeds.choose([str(self._last)])
        self._switch.setText(self.tr("回到演示时钟") if real else self.tr("切换到真实时间"))

    def show_time(self, text: str) -> None:
        """Show the desk's time."""
        self._time.say(text)

    def _toggle(self) -> None:
        self.speed_requested.emit(0 if self._speed else self._last)

    def _choose(self, keys: tuple[str, ...]) -> None:
        if keys:
            self._last = int(keys[0])
            self.speed_requested.emit(self._last)


class LookTab(QWidget):
    """Theme, language, font scale, layout.

    Signals:
        setting_requested: name of a setting, its value.
        layout_reset_requested: put the panels back to their places.

    """

    setting_requested = Signal(str, object)
    layout_reset_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme_choice, self._language = Choice(self.tr("主题")), Choice(self.tr("语言"))
        self._theme_choice.set_choices([("dark", self.tr("深色（指挥大厅）")), ("light", self.tr("浅色（日间）"))])
        self._language.set_choices([("zh", "中文"), ("en", "English")])
        self._scale = SteadyDoubleSpin()
        self._scale.setRange(0.9, 1.5)
        self._scale.setSingleStep(0.1)
        self._scale.setDecimals(1)
        self._scale.setSuffix(" ×")
        self._scale.setMaximumWidth(theme.px(110))
        self._reset = button(self.tr("恢复默认布局"), tip=self.tr("把浮动、移动过的面板放回原位"))
        form = QFormLayout()
        captioned(form, self.tr("主题(&T)"), row(theme, self._theme_choice, None), self._theme_choice)
        captioned(form, self.tr("语言(&L)"), row(theme, self._language, None), self._language)
        captioned(form, self.tr("字号比例(&S)"), row(theme, self._scale, None), self._scale)
        note = Words(theme, self.tr("语言在下次启动时生效；主题和字号立即生效。"), size=Size.SMALL, tone="muted")
        _page(self, theme, form, note, rule(), row(theme, self._reset, None))
        self._theme_choice.picked.connect(lambda key: self.setting_requested.emit("theme", key))
        self._language.picked.connect(lambda key: self.setting_requested.emit("language", key))
        self._scale.valueChanged.connect(lambda value: self.setting_requested.emit("font_scale", round(value, 2)))
        self._reset.clicked.connect(self.layout_reset_requested)

    def show_settings(self, settings: Mapping[str, object]) -> None:
        """Show what is set, without asking for it."""
        self._theme_choice.choose(str(settings.get("theme", "dark")))
        self._language.choose(str(settings.get("language", "zh")))
        scale = settings.get("font_scale", 1.0)
        self._scale.blockSignals(True)
        self._scale.setValue(float(scale) if isinstance(scale, int | float) else 1.0)
        self._scale.blockSignals(False)


class LinksTab(QWidget):
    """Addresses of what lies outside. Typed text is kept until it is applied.

    Signals:
        setting_requested: name of a setting, its value.

    """

    setting_requested = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, QLineEdit] = {}
        self._known: dict[str, str] = {}
        self._apply = button(self.tr("应用"), "primary")
        self._back = button(self.tr("还原"), "quiet")
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, caption, hint in self._rows():
            field = QLineEdit()
            field.setPlaceholderText(hint)
            field.textChanged.connect(self._ready)
            field.returnPressed.connect(self._say)
            captioned(form, caption, field)
            self._fields[name] = field
        note = Words(theme, self._note(), size=Size.SMALL, tone="muted")
        _page(self, theme, form, note, row(theme, self._apply, self._back, None))
        self._apply.clicked.connect(self._say)
        self._back.clicked.connect(self._restore)
        self._ready()

    def _rows(self) -> tuple[tuple[str, str, str], ...]:
        """Name of the setting, caption, hint."""
        return (
            ("platform_url", self.tr("上级平台或水情公报网址(&P)"), "https://"),
            ("tiles_template", self.tr("底图服务网址模板(&T)"), "https://…/{z}/{x}/{y}.png"),
            ("tiles_attribution", self.tr("底图署名(&A)"), self.tr("按服务方要求署名")),
            ("mbtiles_folder", self.tr("离线底图文件夹(&M)"), self.tr("存放 *.mbtiles 的文件夹")),
            ("desk_tel", self.tr("防汛办值班电话(&L)"), self.tr("写进推送正文和手机页面")),
            ("certificate_file", self.tr("单位证书链文件(&C)"), self.tr("PEM；空为本机自建，重启后生效")),
            ("certificate_key", self.tr("单位证书私钥文件(&K)"), self.tr("PEM，与证书链配套")),
            ("certificate_name", self.tr("手机访问的域名(&N)"), self.tr("与单位证书一致")),
            ("store_url", self.tr("数据库地址(&D)"), self.tr("空为本机；多席位填 postgresql://…，重启后生效")),
        )

    def _note(self) -> str:
        return self.tr("不填即不连接外网；席位照常使用自带底图和人工录入。")

    def show_settings(self, settings: Mapping[str, object]) -> None:
        """Show what is set; a field with a draft keeps it."""
        for name, field in self._fields.items():
            fresh = str(settings.get(name, ""))
            if field.text() == self._known.get(name, ""):
                field.setText(fresh)
            self._known[name] = fresh
        self._ready()

    def _changed(self) -> list[str]:
        return [name for name, field in self._fields.items() if field.text().strip() != self._known.get(name, "")]

    def _ready(self) -> None:
        changed = self._changed()
        self._apply.setEnabled(bool(changed))
        self._back.setEnabled(bool(changed))
        self._apply.setText(self.tr("应用 {0} 项").format(len(changed)) if changed else self.tr("应用"))

    def _restore(self) -> None:
        for name, field in self._fields.items():
            field.setText(self._known.get(name, ""))

    def _say(self) -> None:
        for name in self._changed():
            self.setting_requested.emit(name, self._fields[name].text().strip())
