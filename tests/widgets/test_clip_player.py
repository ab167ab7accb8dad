"""A clip plays in place with Qt's own player; what it cannot play is said, and nothing sounds unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import theme
from widgets.clip_player import ClipPlayer, clock

pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
pytestmark = pytest.mark.qt_log_ignore(
    "Couldn't (load|resolve)", "PulseAudioService", "No RHI backend", "Could not open media", extend=True
)  # what Qt's player says of a machine without sound and without graphics
CLIPS = Path(__file__).parent / "clips"


@pytest.fixture
def player(qtbot: QtBot) -> ClipPlayer:
    made = ClipPlayer(theme.load("dark").theme)
    qtbot.addWidget(made)
    made.set_words("播放", "暂停")
    made.resize(400, 300)
    made.show()
    return made


@pytest.mark.parametrize("name", ["drawn.webm", "drawn.mp4"])
def test_a_clip_shows_its_first_frame_and_plays_when_asked(player: ClipPlayer, qtbot: QtBot, name: str) -> None:
    assert player.open(CLIPS / name, "短视频", 1.0)
    qtbot.waitUntil(lambda: player.stage.frame is not None, timeout=5000)
    assert not player.playing()
    player.button.click()
    qtbot.waitUntil(lambda: player.along.value() >= 500, timeout=5000)
    assert player.button.text() == "暂停"
    qtbot.waitUntil(lambda: not player.playing(), timeout=5000)
    assert player.time.text().endswith("/ 0:01")
    player.put_away()
    assert player.stage.frame is None


def test_what_is_no_clip_is_said_and_the_next_one_plays(player: ClipPlayer, qtbot: QtBot, tmp_path: Path) -> None:
    broken = tmp_path / "broken.webm"
    broken.write_bytes(b"\x1a\x45\xdf\xa3 webm and no more")
    with qtbot.waitSignal(player.failed, timeout=5000):
        player.open(broken, "短视频")
    player.open(CLIPS / "drawn.webm", "短视频")
    qtbot.waitUntil(lambda: player.stage.frame is not None, timeout=5000)


def test_a_moment_is_told_in_minutes_and_seconds() -> None:
    assert [clock(ms) for ms in (0, 9_999, 61_000)] == ["0:00", "0:09", "1:01"]
