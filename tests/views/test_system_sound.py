"""System · 声音: what is switched is a wish, and what this machine cannot do is said in words."""

from __future__ import annotations

from tests.views.small_room import look
from views.system_sound import SoundTab


def test_switches_and_volume_are_wishes_and_showing_them_asks_for_nothing(qtbot) -> None:
    made = SoundTab(look())
    qtbot.addWidget(made)
    asked = []
    made.setting_requested.connect(lambda name, value: asked.append((name, value)))
    made.show_settings({"alarm_tones": False, "alarm_speech": True, "alarm_volume": 0.4})
    assert asked == []
    made.tones.click()
    made.volume.setValue(55)
    assert asked == [("alarm_tones", True), ("alarm_volume", 0.55)]
    with qtbot.waitSignal(made.trial_requested):
        made.trial.click()


def test_a_machine_that_cannot_speak_or_sound_says_why(qtbot) -> None:
    made = SoundTab(look())
    qtbot.addWidget(made)
    made.show_ways("no_device", "no_voice", "speechd")
    told = [value.text() for caption, value in made.ways._lines if not caption.isHidden()]
    assert told == ["本机没有扬声器，报警听不到", "语音引擎 speechd 没有中文嗓音，只响提示音"]
