"""A screen to draw on: the real one, or a virtual one for the time of a block."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from desktop import screen
from desktop.screen import NoScreen, VirtualScreen, has_display, prepare_engine

linux = pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is a Linux affair")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.setenv(name, "to be restored")
        monkeypatch.delenv(name)
    return monkeypatch


@linux
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_of_either_kind_is_a_display(bare: pytest.MonkeyPatch, name: str) -> None:
    assert not has_display()
    bare.setenv(name, ":7")
    assert has_display()
    bare.setenv(name, "")
    assert not has_display()


def test_other_systems_always_have_a_display(bare: pytest.MonkeyPatch) -> None:
    bare.setattr(screen.sys, "platform", "darwin")
    assert has_display()


@linux
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no Xvfb")
def test_a_virtual_screen_is_there_for_the_block_and_gone_after_it(bare: pytest.MonkeyPatch) -> None:
    with VirtualScreen(640, 480) as virtual:
        server = virtual._server
        assert server is not None
        assert server.poll() is None
        number = os.environ["DISPLAY"].removeprefix(":")
        assert Path(f"/tmp/.X11-unix/X{number}").exists()
        assert os.environ["QT_QPA_PLATFORM"] == "xcb"
    assert server.poll() is not None
    assert "DISPLAY" not in os.environ


@linux
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no Xvfb")
def test_after_the_block_the_surroundings_are_as_they_were(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("QT_QPA_PLATFORM", "offscreen")
    with VirtualScreen(640, 480):
        assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    bare.delenv("QT_QPA_PLATFORM")
    with pytest.raises(ZeroDivisionError), VirtualScreen(640, 480):
        _ = 1 // 0
    assert not {"DISPLAY", "QT_QPA_PLATFORM"} & set(os.environ)


@linux
def test_without_xvfb_one_sentence_says_what_to_install(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare.setenv("PATH", str(tmp_path))
    with pytest.raises(NoScreen, match="apt-get install xvfb"), VirtualScreen():
        pass
    assert "DISPLAY" not in os.environ


@linux
def test_a_server_that_does_not_start_is_told(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    false = tmp_path / "Xvfb"
    false.write_text("#!/bin/sh\nexit 3\n")
    false.chmod(0o755)
    bare.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(NoScreen, match="exit 3"), VirtualScreen():
        pass


def test_the_engine_is_told_its_wishes_once_and_keeps_those_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--mine --disable-component-update")
    monkeypatch.setenv("QTWEBENGINE_DISABLE_SANDBOX", "1")
    prepare_engine()
    prepare_engine()
    flags = os.environ["QTWEBENGINE_CHROMIUM_FLAGS"].split()
    assert len(flags) == len(set(flags))
    assert {"--mine", "--disable-component-update", "--disable-background-networking"} <= set(flags)
