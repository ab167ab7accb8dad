"""The presenter: a script is read and written, run over a desk step by step, and takes no step of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

import resources
from data.feeds.presenter import PresenterFault, read_show, read_shows, written
from data.model.dispatch import Report
from data.model.presenter import Act, Show, ShowStep, View
from data.model.steps import ReportReceived
from data.rules.presenting import Gone, find
from desktop.presenter import PresenterDesk
from tests import township
from tests.views.small_room import look, township_with_squads
from views.pane import Selection

SHIPPED = Path(resources.path("presenter"))


class Window(QWidget):
    workspace_opened = Signal(str)
    workspace_names = ("desk", "relocation", "office")
    workspace_titles = (("desk", "指挥"), ("relocation", "迁安"), ("office", "会商"))

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.show_message = self.said.append

    def open_workspace(self, name: str) -> None:
        self.workspace_opened.emit(name)


class Map(QObject):
    view_changed = Signal(float, float, float)


class Desk(QObject):
    """A desk that only notes what it is asked to open."""

    def __init__(self, home: Path) -> None:
        super().__init__()
        self.opened: list[tuple[Any, ...]] = []
        self.home, self.theme, self.window = home, look(), Window()
        self.window.workspace_opened.connect(lambda name: self.opened.append(("workspace", name)))
        web = Map(self)
        web.fly_to = self._note("view")  # type: ignore[attr-defined]
        self.map = SimpleNamespace(
            map=web, fly_to=self._note("fly"), show_layers=self._note("layers"), layers_shown=lambda: ("plots",)
        )
        self.room = SimpleNamespace(
            situation=township_with_squads(),
            replaying=False,
            preview=None,
            show_whatif=self._note("whatif"),
            return_to_live=self._note("live"),
        )
        self.showing = SimpleNamespace(selection=None, select=self._note("select"))
        self.sheets = SimpleNamespace(put_away_all=self._note("away"))
        for name in ("sign_off", "call_sheet", "push_sheet", "push_board"):
            setattr(self, name, SimpleNamespace(open_for=self._note(name)))
        self.order_sheet = SimpleNamespace(open=self._note("order"))
        self.tasks = SimpleNamespace(show_tasks=self._note("tasks"))
        sheet = SimpleNamespace(open_for=self._note("field"))
        self.field_panes = SimpleNamespace(muster_sheet=sheet, watches_sheet=sheet)
        self.alarm_panes = SimpleNamespace(sheet=SimpleNamespace(open_list=self._note("alarms")))
        self.headquarters = SimpleNamespace(office=None)
        self.presenter = PresenterDesk(cast("Any", self))
        self.presenter.wire()

    def _note(self, what: str) -> Callable[..., None]:
        return lambda *given: self.opened.append((what, *given))

    def last(self, what: str) -> tuple[Any, ...]:
        return [one for one in self.opened if one[0] == what][-1]


@pytest.fixture
def desk(tmp_path: Path, qtbot: Any) -> Any:
    made = Desk(tmp_path)
    qtbot.addWidget(made.window)
    yield made
    made.presenter.close()
    QApplication.sendPostedEvents(None, 52)


def test_the_shipped_script_goes_the_whole_way_and_survives_being_written() -> None:
    show = read_show(SHIPPED / "guanmo.toml")
    assert [one.id for one in show.steps] == [
        "watch", "whatif", "warning", "tasks", "people", "call", "push", "report",
    ]  # fmt: skip
    assert show.steps[1].flow_m3s == 22000
    assert {one.act for one in show.steps} <= {Act.NONE, Act.TASKS}  # visitors see no sheet that signs
    assert not [one for one in show.steps if one.people]
    assert all(one.note and one.note_en and one.title_en for one in show.steps)


def test_a_script_is_read_as_it_was_written(tmp_path: Path) -> None:
    step = ShowStep(
        "a", '说"话"', "一\n二", view=View(113.7, 34.9, 13.5), layers=("plots", "works"), kind="report", ref="R1",
        flow_m3s=8000.0, realm="drill", act=Act.CALL, people=("P1", "P2"), seconds=30,
    )  # fmt: skip
    show = Show("x", "名称", (step, ShowStep("b", "第二步", layers=())), own=True)
    path = tmp_path / "x.toml"
    path.write_text(written(show), "utf-8")
    assert read_show(path, own=True) == show


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('act = "send_push"', "act send_push"),
        ("flow_m3s = -1", "flow_m3s"),
        ("view = [1, 2]", "view"),
        ('realm = "replay"', "realm"),
        ("colour = 1", "colour"),
    ],
)
def test_a_fault_names_file_step_and_field_and_the_others_are_used(tmp_path: Path, line: str, named: str) -> None:
    (tmp_path / "bad.toml").write_text(f'title = "t"\n[[step]]\nid = "a"\ntitle = "t"\n{line}\n', "utf-8")
    with pytest.raises(PresenterFault, match=f"bad.toml: step 1.*{named}"):
        read_show(tmp_path / "bad.toml")
    shows, faults = read_shows(SHIPPED, tmp_path)
    assert [one.id for one in shows] == ["guanmo"]
    assert len(faults) == 1


def test_what_is_gone_is_named_and_who_is_left_is_kept() -> None:
    now = township_with_squads()
    step = ShowStep("a", "t", kind="report", ref="newest", people=("S001", "P999"), realm="drill")
    found = find(step, now)
    assert (found.ref, found.people, found.gone) == ("", ("S001",), (Gone.REALM, Gone.NONE_YET, Gone.PEOPLE))
    assert find(ShowStep("a", "t", kind="report", ref="R9"), now).gone == (Gone.OBJECT,)
    light, grave = (Report(f"R{n}", now.at, "E1", "x", "t", "S001", grade=n) for n in (3, 1))
    now = township.after(now, ReportReceived(grave), ReportReceived(light))
    assert find(replace(step, ref="gravest"), now).ref == "R1"


def test_the_run_shows_each_step_and_leaves_the_desk_live(desk: Desk, qtbot: Any) -> None:
    presenter = desk.presenter
    presenter.toggle()
    strip = presenter.strip
    assert strip is not None
    assert desk.last("live")
    qtbot.keyClick(strip, Qt.Key.Key_PageDown)
    assert desk.last("whatif") == ("whatif", 22000.0)
    qtbot.keyClick(strip, Qt.Key.Key_Space)
    qtbot.keyClick(strip, Qt.Key.Key_PageUp)
    assert strip.title.text() == "推演：拉到 22,000"
    for _ in range(4):
        presenter.move(1)
    presenter.move(1)
    presenter.move(1)
    assert "停在地图上" in strip.trouble.text()  # nobody has reported anything
    assert desk.last("workspace") == ("workspace", "desk")
    assert presenter.running
    presenter.move(1)
    assert not presenter.running
    assert not {one[0] for one in desk.opened} & {"sign_off", "call_sheet", "push_sheet"}
    assert presenter.strip is None
    assert desk.opened[-2:] == [("away",), ("live",)]


def test_esc_ends_the_run_and_over_the_past_none_begins(desk: Desk, qtbot: Any) -> None:
    desk.presenter.toggle()
    assert desk.presenter.strip is not None
    qtbot.keyClick(desk.presenter.strip, Qt.Key.Key_Escape)
    assert not desk.presenter.running
    desk.room.replaying = True
    desk.presenter.toggle()
    assert not desk.presenter.running
    assert "回放" in desk.window.said[-1]


def test_a_step_of_another_realm_opens_no_sheet(desk: Desk) -> None:
    gone = desk.presenter.lay(ShowStep("a", "t", act=Act.PUSH, people=("S001",), realm="drill"))
    assert gone == (Gone.REALM,)
    assert not [one for one in desk.opened if one[0] == "push_sheet"]
    assert desk.presenter.lay(ShowStep("a", "t", workspace="kitchen")) == (Gone.WORKSPACE,)


def test_the_present_view_becomes_a_step_that_is_kept_and_can_be_put_back(desk: Desk, qtbot: Any) -> None:
    page = desk.presenter.make_page()
    qtbot.addWidget(page)
    desk.map.map.view_changed.emit(113.7, 34.9, 14.0)
    desk.showing.selection = Selection("report", "R1")
    page.record.click()
    own = desk.home / "presenter" / "guanmo.toml"
    show = read_show(own, own=True)
    assert len(show.steps) == 9
    made = show.steps[1]
    assert (made.view, made.layers, made.ref) == (View(113.7, 34.9, 14.0), ("plots",), "R1")
    page.form.title.setText("险情近景")
    page.form.title.editingFinished.emit()
    page.down.click()
    assert read_show(own).steps[2].title == "险情近景"
    page.remove.click()
    assert len(read_show(own).steps) == 8
    page.undo.click()
    assert read_show(own).steps[2].title == "险情近景"
    page.shipped.click()
    assert not own.is_file()
    shown = page.chosen_show()
    assert shown is not None
    assert len(shown.steps) == 8


def test_a_rehearsal_writes_down_how_long_the_steps_took(desk: Desk, qtbot: Any) -> None:
    page = desk.presenter.make_page()
    qtbot.addWidget(page)
    page.rehearse.click()
    desk.presenter.move(1)
    desk.presenter.stop()
    show = page.chosen_show()
    assert show is not None
    assert [one.seconds for one in show.steps[:3]] == [1, 1, 60]
