"""The works workspace: the levee unrolled, stones and who answers for them, and a review by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from data.model.people import Squad, Staff
from data.model.places import Route, Spur, Stone, StoneState, Works
from data.model.register import Register
from data.model.situation import Situation, Touched
from data.model.steps import StoneStateSet
from desktop import theme
from tests.township import after, situation
from views.pane import Selection
from views.works import WorksWorkspace
from views.works_rows import section_rows, spur_rows, stone_rows, works_rows


def levee() -> Situation:
    now = situation()
    rows = {
        "works": (
            Works("HYK", "花园口险工", "险工", 6663.0, 16738.0, 10075.0, counts_confirmed=True, source="郑州黄河志"),
            Works("MD", "马渡险工", "险工", 20300.0, 23300.0, 3000.0),
        ),
        "spurs": (
            Spur(
                "HYK-090",
                "HYK",
                "90坝",
                "坝",
                12000.0,
                ((113.7, 34.9), (113.7, 34.91)),
                "将军坝",
                23.5,
                "S001",
                "S003",
                "S004",
            ),
            Spur("HYK-091", "HYK", "91垛", "垛", 12060.0),
            Spur("MD-001", "MD", "1坝", "坝", 20400.0),
        ),
        "stones": (
            Stone("ZS1", "HYK-090", "坝头", 113.7, 34.91, 3.0),
            Stone("ZS2", "HYK-091", "坝头", 113.71, 34.91, 3.0),
            Stone("ZS3", "MD-001", "坝头", 113.79, 34.88, 3.0),
        ),
        "routes": (Route("D01", "责任段01（11+000–12+000）", "责任段", ((113.70, 34.90), (113.71, 34.90))),),
        "squads": (Squad("Q1", "花园口巡防一队", "巡查防守", lon=113.70, lat=34.90),),
        "staff": (*now.registers.staff, Staff("S009", "测试九", "R06", "队员", "网格员", squad="Q1")),
    }
    registers = now.registers
    for kind, content in rows.items():
        registers = registers.having(Register(kind, content, digest="levee"))
    return replace(now, registers=registers)


@pytest.fixture
def pane(qtbot: QtBot) -> WorksWorkspace:
    made = WorksWorkspace(theme.load("dark").theme)
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show()
    made.show_situation(levee(), Touched.everything())
    return made


def test_a_stone_knows_how_many_beside_it_are_not_well():
    now = after(levee(), StoneStateSet(("ZS1",), StoneState.MOVED))
    near = {row.id: (row.near_same, row.near_next) for row in stone_rows(now)}
    assert near == {"ZS1": (0, 0), "ZS2": (0, 1), "ZS3": (0, 0)}


def test_the_worst_stones_stand_first_and_mark_their_spur():
    now = after(levee(), StoneStateSet(("ZS3",), StoneState.LOST), StoneStateSet(("ZS1",), StoneState.OFFLINE))
    assert [row.id for row in stone_rows(now)] == ["ZS3", "ZS1", "ZS2"]
    assert {row.id: row.worst for row in spur_rows(now)}["MD-001"] is StoneState.LOST
    assert [(row.id, row.unwell) for row in works_rows(now)] == [("HYK", 1), ("MD", 1)]


def test_a_section_has_the_nearest_patrol_squad_and_says_when_it_is_not_complete():
    section = section_rows(levee())[0]
    assert (section.start_m, section.end_m, section.squad_name) == (11_000.0, 12_000.0, "花园口巡防一队")
    assert (section.members, section.wanted, section.complete) == (1, 8, False)


def test_counts_without_a_source_are_marked_as_assumed(pane: WorksWorkspace):
    model = pane._works.model()
    said = [model.index(place, 4).data() for place in range(model.rowCount())]
    assert said == ["已核", "设定，待核"]


def test_the_models_hold_while_states_change(pane: WorksWorkspace):
    for table in (pane._works, pane._spurs, pane._stones, pane._sections):
        QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Warning, pane)
    pane.show_situation(after(levee(), StoneStateSet(("ZS2",), StoneState.SHAKING)), Touched.STONES)
    assert pane._tabs.tabText(1) == "智能石头 3 · 异常 1"
    assert pane._stones.model().id_at(0) == "ZS2"


def test_the_three_responsible_persons_are_shown_with_masked_phones(pane: WorksWorkspace):
    pane._pick_spur("HYK-090")
    said = " ".join(value.text() for _, value in pane._facts._lines if not value.isHidden())
    assert "测试3" in said
    assert "13800000003" not in said
    assert "138******03" in said
    assert "将军坝" in pane._title.text()


def test_a_click_on_the_levee_chooses_the_spur_there(pane: WorksWorkspace, qtbot: QtBot):
    tick = next(tick for tick in pane._strip._ticks if tick.row.id == "MD-001")
    with qtbot.waitSignal(pane.selection_requested) as said:
        qtbot.mouseClick(pane._strip, Qt.MouseButton.LeftButton, pos=QPoint(int(tick.x), 40))
    assert said.args == [Selection("spurs", "MD-001")]


def test_arrow_keys_walk_along_the_levee(pane: WorksWorkspace, qtbot: QtBot):
    for wanted in ("HYK-091", "MD-001", "HYK-090", "HYK-091"):
        qtbot.keyClick(pane._strip, Qt.Key.Key_Right)
        assert pane._spur == wanted


def test_a_review_needs_a_stone_and_a_note(pane: WorksWorkspace, qtbot: QtBot):
    assert not pane._set.isEnabled()
    pane._follow("stones/ZS1")
    assert not pane._set.isEnabled()
    pane._note.setText("12:00 王工到坝，根石下沉0.3米")
    pane._state.choose("MOVED")
    assert pane._set.text() == "记录 1 颗石头的状态"
    with qtbot.waitSignal(pane.step_requested) as said:
        pane._set.click()
    assert said.args == [StoneStateSet(("ZS1",), StoneState.MOVED, "12:00 王工到坝，根石下沉0.3米"), ""]
    assert pane._note.text() == ""


def test_a_stone_selected_elsewhere_shows_its_spur_without_asking_again(pane: WorksWorkspace, qtbot: QtBot):
    with qtbot.assertNotEmitted(pane.selection_requested):
        pane.show_selection(Selection("stones", "ZS3"))
    assert pane._spur == "MD-001"


def test_a_spur_opened_goes_to_the_map(pane: WorksWorkspace, qtbot: QtBot):
    with qtbot.waitSignals([pane.place_requested, pane.workspace_requested]):
        pane._spurs.opened.emit("HYK-090")


def test_without_registers_the_strip_says_so(qtbot: QtBot):
    empty = WorksWorkspace(theme.load("light").theme)
    qtbot.addWidget(empty)
    empty.show()
    empty.show_situation(Situation(), Touched.everything())
    assert empty._tabs.tabText(0) == "坝岸 0"
    assert not empty.grab().isNull()
