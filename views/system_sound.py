"""System · 声音: tones and speech of alarms, how loud, what this machine can do, and a trial."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from views.parts import Fact, Facts, Words, boxed, button, captioned, column, row, rule
from widgets.steady_inputs import SteadySpin
from widgets.theme import Size, Theme

TONES, SPEECH, VOLUME = "alarm_tones", "alarm_speech", "alarm_volume"


def hearing(code: str) -> str:
    """Whether tones can be heard on this machine; `code` is that of desktop.tones.Hearing."""
    t = QCoreApplication.translate
    return {
        "fine": t("SoundWords", "有扬声器"),
        "no_multimedia": t("SoundWords", "本机没有声音组件，报警听不到"),
        "no_device": t("SoundWords", "本机没有扬声器，报警听不到"),
    }.get(code, code)


def tongue(code: str, engine: str = "", voice: str = "") -> str:
    """Whether the machine can speak; `code` is that of desktop.speaking.Tongue."""
    t = QCoreApplication.translate
    return {
        "fine": t("SoundWords", "可播报（{0} · {1}）").format(engine, voice),
        "no_library": t("SoundWords", "没有语音组件，只响提示音"),
        "no_engine": t("SoundWords", "没有可用的语音引擎，只响提示音；Linux 可装 speech-dispatcher 和 espeak-ng"),
        "no_voice": t("SoundWords", "语音引擎 {0} 没有中文嗓音，只响提示音").format(engine),
    }.get(code, code)


class SoundTab(QWidget):
    """The tab.

    Signals:
        setting_requested: name of a setting, its value.
        trial_requested: sound the tone of high priority and say a line.

    """

    setting_requested = Signal(str, object)
    trial_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it with everything on."""
        super().__init__(parent)
        self.tones = QCheckBox(self.tr("按优先级响提示音(&T)"))
        self.speech = QCheckBox(self.tr("语音播报报警(&S)"))
        self.volume = SteadySpin()
        self.volume.setRange(0, 100)
        self.volume.setSingleStep(5)
        self.volume.setSuffix(" %")
        self.volume.setKeyboardTracking(False)
        self.volume.setMaximumWidth(theme.px(110))
        self.trial = button(self.tr("试听(&L)"), "", self.tr("响一次高优先级提示音并播报一句，静音时也响"))
        self.ways = Facts(theme)
        form = QFormLayout()
        captioned(form, self.tr("音量(&V)"), row(theme, self.volume, None), self.volume)
        note = Words(
            theme,
            self.tr(
                "高优先级未确认时重复提示；确认即停。静音在报警单上设，最长 30 分钟，必达报警会解除静音。"
                "演练时每次先响演练提示音，播报以“演练”开头。报警窗口不抢焦点。"
            ),
            size=Size.SMALL,
            tone="muted",
        )
        items = (self.tones, self.speech, form, row(theme, self.trial, None), rule(), self.ways, note, None)
        inner = boxed(theme, column(theme, *items, gap=10), (24, 20, 24, 16))
        inner.setMaximumWidth(theme.px(760))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(inner)
        self.tones.toggled.connect(lambda on: self.setting_requested.emit(TONES, on))
        self.speech.toggled.connect(lambda on: self.setting_requested.emit(SPEECH, on))
        self.volume.valueChanged.connect(lambda percent: self.setting_requested.emit(VOLUME, percent / 100))
        self.trial.clicked.connect(self.trial_requested)
        self.show_settings({})

    def show_settings(self, settings: Mapping[str, object]) -> None:
        """Show what is set, without asking for it."""
        volume = settings.get(VOLUME, 0.7)
        for box, name in ((self.tones, TONES), (self.speech, SPEECH)):
            with QSignalBlocker(box):
                box.setChecked(bool(settings.get(name, True)))
        with QSignalBlocker(self.volume):
            self.volume.setValue(round(100 * volume) if isinstance(volume, int | float) else 70)

    def show_ways(self, heard: str, spoken: str, engine: str = "", voice: str = "") -> None:
        """Show what this machine can do, by the codes of desktop.tones and desktop.speaking."""
        fine = ("fine",)
        self.ways.show_facts([
            Fact(self.tr("提示音"), hearing(heard), "" if heard in fine else "attention"),
            Fact(self.tr("播报"), tongue(spoken, engine, voice), "" if spoken in fine else "attention"),
        ])  # fmt: skip
