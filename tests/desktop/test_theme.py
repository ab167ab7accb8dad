"""The looks on file: complete, readable, and turned into palette and style sheet without a gap."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QPushButton, QWidget

from desktop.theme import NAMES, THEME_FOLDER, ThemeFileError, apply, fill_template, load, read_theme
from widgets.badge import Badge
from widgets.icons import ICON_FOLDER, IconSet
from widgets.theme import Theme, blend, contrast, readable_on

READABLE, VISIBLE = 4.5, 3.0

SURFACES = (
    "surface.window", "surface.panel", "surface.raised", "surface.field", "surface.hover", "surface.pressed",
    "surface.selected", "surface.alternate", "surface.tooltip",
)  # fmt: skip
WORDS = ("text.primary", "text.secondary", "text.muted", "text.link")
LEVELS = ("none", "blue", "yellow", "orange", "red")
REALMS = ("live", "whatif", "drill", "replay")
STATES = (
    "state.ok", "state.attention", "state.urgent", "state.off", "state.new", "alarm.high", "alarm.medium", "alarm.low",
    "alarm.diagnostic", "link.ok", "link.broken",
)  # fmt: skip
LIST_SURFACES = ("surface.window", "surface.panel", "surface.raised", "surface.hover", "surface.selected")

TEXT_PAIRS = (
    *((text, ground) for text in WORDS for ground in SURFACES),
    *((state, ground) for state in STATES for ground in LIST_SURFACES),
    *((f"warning.{level}.text", f"warning.{level}") for level in LEVELS),
    *((f"warning.{level}.ink", ground) for level in LEVELS for ground in (f"warning.{level}.soft", *LIST_SURFACES)),
    *((text, f"warning.{level}.soft") for level in LEVELS for text in WORDS[:3]),
    *((f"realm.{realm}.text", f"realm.{realm}") for realm in REALMS),
    *((text, f"realm.{realm}.soft") for realm in REALMS for text in WORDS[:3]),
    ("primary.text", "primary"),
    ("primary.text", "primary.hover"),
    ("danger.text", "danger"),
    ("danger.text", "danger.hover"),
    ("map.label", "map.background"),
    ("map.label", "map.land"),
    ("map.label", "map.halo"),
    ("river.label", "river.water"),
    *(("grid.label", ground) for ground in ("grid.quiet", "grid.unanswered", "grid.urgent", "map.halo")),
)

CROPS = ("wheat", "maize", "peanut", "vegetable", "orchard", "pond", "livestock", "other")
PANEL = ("surface.window", "surface.panel")
LAND = ("map.background", "map.land", "report.halo")
MARK_PAIRS = (
    *((f"warning.{level}.edge", ground) for level in LEVELS for ground in PANEL),
    *((f"realm.{realm}", ground) for realm in REALMS for ground in PANEL),
    *((line, ground) for line in ("line.control", "line.focus", "icon", "icon.muted", "selection") for ground in PANEL),
    ("line.control", "surface.field"),
    ("line.focus", "surface.field"),
    *((f"curve.{curve}", "surface.panel") for curve in ("observed", "forecast", "whatif", "stage", "other", "now")),
    *((f"curve.{one}", f"warning.{lv}.soft") for one in ("observed", "forecast", "whatif", "stage") for lv in LEVELS),
    *((f"report.e{code}", ground) for code in range(1, 10) for ground in (*LAND, *PANEL)),
    *((f"stone.{state}", g) for state in ("ok", "shaking", "moved", "lost", "offline") for g in ("map.land", *PANEL)),
    *(
        (mark, ground)
        for mark in (
            "stock", "camera", "shelter", "route", "staff", "squad", "keyperson", "boat", "works.line", "spur.line",
            "grid.line", "selection",
        )
        for ground in ("map.background", "map.land")
    ),
    *((f"crop.{crop}", "floodplain.gao") for crop in CROPS),
    ("river.bank", "map.land"),
    ("floodplain.line", "floodplain.gao"),
)  # fmt: skip


@pytest.fixture(scope="module", params=NAMES)
def theme(request) -> Theme:
    return read_theme(THEME_FOLDER / f"{request.param}.toml")


def too_low(theme: Theme, pairs: tuple[tuple[str, str], ...], least: float) -> dict[str, float]:
    ratios = {f"{front} on {ground}": contrast(theme.role(front), theme.role(ground)) for front, ground in pairs}
    return {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least}


def test_all_text_is_readable_on_every_ground_it_stands_on(theme):
    assert too_low(theme, TEXT_PAIRS, READABLE) == {}


def test_all_marks_and_lines_are_visible_on_every_ground_they_stand_on(theme):
    assert too_low(theme, MARK_PAIRS, VISIBLE) == {}


def test_words_in_the_tiers_are_readable_full_and_quiet(theme):
    for tier in range(8):
        full = theme.role(f"tier.{tier}")
        for ground in (full, blend(theme.role("surface.panel"), full, 0.42)):
            assert contrast(readable_on(ground), ground) >= READABLE, tier


def test_realms_cannot_be_taken_for_each_other_nor_for_a_warning(theme):
    realms = [theme.role(f"realm.{realm}") for realm in REALMS]
    warnings = [theme.role(f"warning.{level}") for level in LEVELS[1:]]

    def apart(one: QColor, other: QColor) -> float:
        return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))

    gaps = [apart(one, other) for i, one in enumerate(realms) for other in (*realms[:i], *warnings)]
    assert min(gaps) > 80


def test_the_official_colours_look_like_their_names(theme):
    hues = [theme.role(f"warning.{level}").hue() for level in LEVELS[1:]]
    assert 200 <= hues[0] <= 225
    assert 42 <= hues[1] <= 58
    assert 24 <= hues[2] <= 38
    assert hues[3] <= 8 or hues[3] >= 352


def test_calm_surfaces_have_next_to_no_colour(theme):
    for surface in (*SURFACES[:6], "surface.alternate"):
        channels = theme.role(surface).getRgb()[:3]
        assert max(channels) - min(channels) <= 22, surface


def test_both_themes_define_the_same_roles():
    dark, light = (set(read_theme(THEME_FOLDER / f"{name}.toml").roles) for name in NAMES)
    assert dark == light


def test_every_pair_checked_names_a_role(theme):
    assert {role for pair in (*TEXT_PAIRS, *MARK_PAIRS) for role in pair} <= set(theme.roles)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5])
def test_a_bundle_is_complete_at_every_scale(qapp, name, scale):
    bundle = load(name, scale)
    assert "{{" not in bundle.qss
    assert f"min-height: {round(20 * scale)}px" in bundle.qss
    assert bundle.palette.color(QPalette.ColorRole.Window) == bundle.theme.role("surface.panel")
    for found in re.findall(r'url\("([^"]+)"\)', bundle.qss):
        assert Path(found).is_file()


def test_the_font_scale_is_kept_within_its_bounds(qapp):
    assert load("dark", 9).theme.scale == 1.5
    assert load("dark", 0.1).theme.scale == 0.9


@pytest.mark.parametrize("wrong", ["{{css no.such}}", "{{px wide}}", "{{mark nothing}}", "{{colour text.primary}}"])
def test_an_unknown_placeholder_is_refused(theme, wrong):
    with pytest.raises(ThemeFileError, match="not known"):
        fill_template(f"QWidget {{ color: {wrong}; }}", theme, THEME_FOLDER / theme.name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = ", "bad.toml"),
        ('name = "bad"\ndark = true\n[roles]\n', r"\[colours\] is missing"),
        ('name = "bad"\ndark = true\n[colours]\n[roles]\n"icon" = "reddish"\n', "icon: 'reddish'"),
        ('name = "bad"\ndark = true\n[colours]\n[roles]\n"icon" = "#12345"\n', "icon: '#12345'"),
    ],
)
def test_a_faulty_theme_file_is_told_in_words(tmp_path, text, told):
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ThemeFileError, match=told):
        read_theme(tmp_path / "bad.toml")


def test_a_missing_theme_file_is_told_in_words(tmp_path):
    with pytest.raises(ThemeFileError, match=r"none\.toml"):
        read_theme(tmp_path / "none.toml")


@pytest.fixture
def plain_look(qapp):
    """Leaves the program undressed, as other tests expect it."""
    font, palette = QApplication.font(), QApplication.palette()
    yield
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)


def test_applying_a_theme_reaches_open_windows_and_their_widgets(qapp, qtbot, plain_look):
    dark, light = load("dark"), load("light", 1.5)
    window = QWidget()
    qtbot.addWidget(window)
    badge = Badge(dark.theme, "word", parent=window)
    small = badge.sizeHint()
    button = QPushButton("act", window)
    window.show()
    apply(qapp, dark)
    low = button.sizeHint().height()
    apply(qapp, light)
    assert badge.sizeHint().height() > small.height()
    assert button.sizeHint().height() > low
    assert qapp.palette().color(QPalette.ColorRole.Window) == light.theme.role("surface.panel")


def test_a_field_without_steppers_keeps_room_for_its_figures(qapp, qtbot, plain_look):
    apply(qapp, load("dark"))
    field = QDoubleSpinBox()
    field.setProperty("steppers", "none")
    qtbot.addWidget(field)
    field.setFixedWidth(88)
    field.show()
    assert field.lineEdit().width() > 60


def test_small_pictures_exist_for_both_themes_in_readable_colours():
    marks = [{path.stem for path in (THEME_FOLDER / name).glob("*.svg")} for name in NAMES]
    assert marks[0] == marks[1]
    for name in NAMES:
        theme = read_theme(THEME_FOLDER / f"{name}.toml")
        for path in (THEME_FOLDER / name).glob("*.svg"):
            drawn = [QColor(found) for found in re.findall(r"#[0-9a-f]{6}", path.read_text())]
            ground = "primary" if path.stem in {"check", "dash", "radio"} else "surface.raised"
            assert all(contrast(colour, theme.role(ground)) >= VISIBLE for colour in drawn), path


def test_every_icon_is_drawn_in_the_colour_of_its_role(qapp, theme):
    icons = IconSet(theme)
    assert len(icons.names()) >= 45
    for name in icons.names():
        picture = icons.pixmap(name, 20, "state.urgent").toImage()
        seen = [picture.pixelColor(x, y) for x in range(20) for y in range(20)]
        inked = [colour for colour in seen if colour.alpha() > 100]
        assert len(inked) >= 6, name
        assert all(contrast(colour, theme.role("state.urgent")) < 1.4 for colour in inked), name


def test_icons_say_nothing_but_lines():
    for path in ICON_FOLDER.glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert 'viewBox="0 0 20 20"' in text
        assert not re.search(r"<script|href|<text|#[0-9a-fA-F]{3}", text), path
