"""Settings of a seat: bounded, kept so that a crash leaves the old or the new ones, read in spite of faults."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from desktop.settings import FILE, Settings, SettingsFault, changed, load, save


def test_a_home_without_settings_has_the_defaults(home: Path) -> None:
    assert load(home) == (Settings(), [])


def test_what_is_saved_is_read_again(home: Path) -> None:
    odd = 'http://例.cn/{z}/{x}/{y}?a="b"&c=\\d'
    liked = replace(Settings(), theme="light", font_scale=1.25, clock_speed=0, tiles_template=odd, store_url="a\tb\n")
    save(liked, home)
    assert load(home) == (liked, [])
    assert [entry.name for entry in home.iterdir()] == [FILE]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"), ("language", ""), ("font_scale", 0.5), ("font_scale", 9), ("font_scale", "big"),
        ("font_scale", float("nan")), ("clock_speed", -1), ("clock_speed", 99_999), ("clock_speed", None), ("nope", 1),
    ],
)  # fmt: skip
def test_a_value_out_of_bounds_is_refused_by_name(name: str, value: object) -> None:
    with pytest.raises(SettingsFault, match=name):
        changed(Settings(), name, value)


@pytest.mark.parametrize("scale", [0.9, 1.5, "1.2", 1])
def test_a_value_within_bounds_is_taken_in_the_type_of_the_field(scale: object) -> None:
    assert type(changed(Settings(), "font_scale", scale).font_scale) is float


def test_one_bad_line_spoils_only_itself(home: Path) -> None:
    (home / FILE).write_text('theme = "pink"\nfont_scale = 1.2\nfuture = 3\n', "utf-8")
    settings, faults = load(home)
    assert (settings.theme, settings.font_scale) == ("dark", 1.2)
    assert len(faults) == 2
    assert "theme" in faults[0]
    assert "future" in faults[1]


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe\x00", b"= = ="])
def test_a_file_that_is_none_leaves_the_defaults_and_is_named(home: Path, content: bytes) -> None:
    (home / FILE).write_bytes(content)
    settings, faults = load(home)
    assert settings == Settings()
    assert len(faults) == 1
    assert FILE in faults[0]


def test_a_folder_in_the_place_of_the_file_is_told(home: Path) -> None:
    (home / FILE).mkdir()
    assert load(home)[0] == Settings()
    assert load(home)[1]


def test_a_failed_write_leaves_the_old_settings(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(replace(Settings(), theme="light"), home)

    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        save(replace(Settings(), theme="dark"), home)
    monkeypatch.undo()
    assert load(home)[0].theme == "light"


def test_every_setting_has_words_and_a_default_within_its_bounds() -> None:
    for field in fields(Settings):
        assert field.metadata["title"]
        assert getattr(changed(Settings(), field.name, field.default), field.name) == field.default
