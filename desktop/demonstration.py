"""The demonstration: the real desk lives through the flood of June 2020 in about a minute, and leaves pictures."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from data.model.people import Whereabouts
from data.model.situation import Situation
from data.model.steps import TasksMoved, WhereaboutsSet
from data.model.task import Evidence, Move, TaskState
from data.rules import signoff
from data.rules.exposure import flow_at_stake
from data.store.errors import StoreTrouble
from desktop import demonstration_briefing as briefings
from desktop import demonstration_field as field
from desktop import demonstration_office as office
from desktop import demonstration_reports as reports
from desktop import stages
from desktop.app import Anlan
from desktop.demonstration_cast import COMMANDER, DUTY, LEADER, enrol, moment
from desktop.launch import desk
from desktop.settings import load
from desktop.stand_in import StagedCall, on_this_machine, prepare_camera
from views.words import date_clock

SPEED = 86_400
"""Seconds of the desk a second: the 22 days of the flood pass in about 22 s."""

SOON_MIN = 150
"""Tasks with a deadline up to this are finished in the demonstration, but for two that run late."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What happens when the desk's clock passes `at`; a picture is taken afterwards when it has a name.

    `stage` names what is laid open for the picture (desktop/stages.py); without one the desk itself is seen.
    """

    at: datetime
    act: Callable[[Anlan], None]
    picture: str = ""
    words: str = ""
    stage: str = ""


def _calm(_: Anlan) -> None:
    """Nothing stands."""


def _sign(flow: float | None, reason: str) -> Callable[[Anlan], None]:
    def act(anlan: Anlan) -> None:
        now = anlan.room.situation
        shown = signoff.preview(now, flow if flow is not None else now.flow_m3s or 0.0)
        anlan.room.do(signoff.sign_off(shown, shown.level, reason, "惠金河务局、花园口水文站"), COMMANDER)

    return act


def _what_if(flow: float) -> Callable[[Anlan], None]:
    return lambda anlan: anlan.room.show_whatif(flow)


def _work(anlan: Anlan) -> None:
    """The front line acknowledges; some arrive, some finish with proof, one is verified."""
    room = anlan.room
    out = sorted(task.id for task in room.situation.tasks.values() if task.state is TaskState.ISSUED)
    soon = [t for t in out if room.situation.tasks[t].deadline_min <= SOON_MIN][2:]
    proof = (Evidence("text", room.situation.at, "desk", "电话回报：已按要求完成，照片随后补传"),)
    room.do(TasksMoved(tuple(out[: len(out) - 4]), Move.ACKNOWLEDGE), DUTY)
    room.do(TasksMoved(tuple(t for t in soon if t in set(out[: len(out) - 4])), Move.ARRIVE), DUTY)
    room.do(TasksMoved(tuple(soon), Move.FINISH, "首轮完成", evidence=proof), DUTY)
    done = tuple(t for t in soon if room.situation.tasks[t].state is TaskState.DONE)
    if done:
        room.do(TasksMoved(done[: len(done) * 2 // 3], Move.VERIFY), LEADER)


def _catch_up(anlan: Anlan) -> None:
    """Everything that is still out is reported done, and verified."""
    room = anlan.room
    proof = (Evidence("text", room.situation.at, "desk", "各岗位电话回报，照片已归档"),)
    working = (TaskState.ISSUED, TaskState.ACKNOWLEDGED, TaskState.ON_SITE, TaskState.IN_PROGRESS)
    out = tuple(sorted(t.id for t in room.situation.tasks.values() if t.state in working))
    if out:
        room.do(TasksMoved(out[:-3], Move.FINISH, "按时完成", evidence=proof), DUTY)
    done = tuple(sorted(t.id for t in room.situation.tasks.values() if t.state is TaskState.DONE))
    if done:
        room.do(TasksMoved(done[:-2], Move.VERIFY), LEADER)


def _growers(anlan: Anlan) -> None:
    """Whoever is on wet ground is told and leaves, but for a few."""
    now: Situation = anlan.room.situation
    at_stake = signoff.exposure(now, flow_at_stake(now))
    exposed, others = sorted(at_stake.growers), sorted(at_stake.keypeople)
    anlan.room.do(WhereaboutsSet("growers", tuple(exposed), Whereabouts.TOLD), DUTY)
    anlan.room.do(WhereaboutsSet("growers", tuple(exposed[:-4]), Whereabouts.LEFT), DUTY)
    anlan.room.do(WhereaboutsSet("keypeople", tuple(others[:-2]), Whereabouts.LEFT, "已劝离"), DUTY)
    anlan.room.do(WhereaboutsSet("keypeople", tuple(others[-2:]), Whereabouts.TOLD), DUTY)
    anlan.room.do(WhereaboutsSet("growers", tuple(exposed[-1:]), Whereabouts.REFUSED, "称作物未收，包户干部上门"), DUTY)


def _all(*acts: Callable[[Anlan], None]) -> Callable[[Anlan], None]:
    def act(anlan: Anlan) -> None:
        for one in acts:
            one(anlan)

    return act


_noon = _all(field.noon_hour, field.walked, briefings.halfway, office.news)

SCENES = (
    Scene(moment(22), _calm, "1-calm", "平稳：约 2,010 m³/s，常态值守"),
    Scene(moment(26, 8), _all(office.news, office.handed_over), "", "夜班交给白班：未办结、本班变化，双方签字"),
    Scene(moment(26, 9.5), office.news, "", "来文来电：预报、通知、报汛加密"),
    Scene(moment(26, 10), _calm, "2-suggested", "4,650 m³/s：建议Ⅳ级蓝色，任务升起，等待签发"),
    Scene(moment(26, 10.99), _all(office.news, enrol, reports.morning), "", "一线手机登记，上午接报：劝离、四乱、根石"),
    Scene(moment(26, 10.995), briefings.earlier, "", "会商：表决启动Ⅳ级，指挥长决定，签字，形成记录"),
    Scene(moment(26, 11), _sign(None, "实测超过4000，编号洪水量级"), "", "指挥长签发Ⅳ级"),
    Scene(moment(26, 11.6), _all(office.news, _work), "", "一线签收、到位、完成"),
    Scene(moment(26, 12.26), _all(reports.noon, reports.root_stones), "", "90坝根石走失：核实、定级、首报、抢护"),
    Scene(moment(26, 12.39), _all(field.set_out, field.watches, reports.later), "", "巡查出发，报平安计时，接报不断"),
    Scene(moment(26, 12.4), _all(_growers, office.news), "", "嫩滩种植户通知、撤离"),
    Scene(moment(26, 12.6), _all(field.call, reports.handled), "", "视频会商90坝；接报逐件有主"),
    Scene(moment(26, 12.62), briefings.called, "", "会商：冻结 12 时 36 分的情况"),
    Scene(moment(26, 12.98), _noon, "3-signed", "任务在办，推送有人未叫应，90坝抢护中"),
    Scene(moment(26, 12.985), _calm, "3b-triage", "接报处置：核实、并案、交办、前后对照", "triage"),
    Scene(moment(26, 12.99), _calm, "3c-call", "视频连线90坝（演示画面）", "call"),
    Scene(moment(27, 8), _all(reports.settle, field.settle, office.news), "", "险情解除销号，队伍归建"),
    Scene(moment(28, 9), _what_if(22_000), "4-whatif-22000", "推演 22,000 m³/s：红色预警，任务差异，实况不动"),
    Scene(moment(28, 12), lambda anlan: anlan.room.return_to_live(), "", "回到实况"),
    Scene(moment(29, 8.5), _catch_up, "", "各岗位回报，逐项核验"),
    Scene(moment(29, 9), _calm, "5-peak", "洪峰 5,520 m³/s，90.88 m"),
    Scene(moment(8, 9, 7), _sign(None, "流量落至4000以下，会商同意降级"), "6-receding", "退水：会商降级，退水任务下达"),
    Scene(moment(12, 9, 7), _sign(None, "流量平稳，终止响应"), "7-end", "响应终止，转入善后"),
)  # fmt: skip


def rehearse(anlan: Anlan, until: datetime) -> None:
    """Play the scenes up to a moment at once, without pictures: what `shot` shows of a new home."""
    for scene in SCENES:
        if scene.at <= until:
            anlan.play_to(scene.at)
            scene.act(anlan)
    anlan.play_to(until)


class Player(QObject):
    """Plays scenes one after another as the clock passes them; the clock waits while a picture is taken."""

    def __init__(self, anlan: Anlan, folder: Path, done: Callable[[], None]) -> None:
        """Prepare to play into a folder."""
        super().__init__(anlan)
        self.pictures: list[Path] = []
        self._anlan, self._folder, self._done = anlan, folder, done
        self._left = list(SCENES)
        self._call: StagedCall | None = None
        anlan.clock.ticked.connect(self._on_tick)

    def start(self) -> None:
        """Let the clock run."""
        self._anlan.clock.set_speed(SPEED)

    def _on_tick(self, time: datetime) -> None:
        if self._left and time >= self._left[0].at and self._anlan.clock.speed:
            self._play(self._left.pop(0))

    def _play(self, scene: Scene) -> None:
        anlan = self._anlan
        anlan.clock.set_speed(0)
        anlan.clock.set_time(scene.at)
        scene.act(anlan)
        sys.stdout.write(f"{date_clock(scene.at)}  {scene.words}\n")
        sys.stdout.flush()
        if scene.stage:
            self._lay_open(scene)
        elif scene.picture:
            anlan.when_drawn(lambda: self._take(scene))
        else:
            QTimer.singleShot(0, self._go_on)

    def _lay_open(self, scene: Scene) -> None:
        anlan = self._anlan
        stages.lay_open(anlan, scene.stage)
        if scene.stage == stages.CALL:
            self._call = StagedCall(anlan)
            self._call.ended.connect(lambda seen: self._settle(scene) if seen else self._put_away(scene))
            self._call.start()
        else:
            self._settle(scene)

    def _settle(self, scene: Scene) -> None:
        stages.Settled(self._anlan, lambda: self._take(scene))

    def _take(self, scene: Scene) -> None:
        path = self._folder / f"{scene.picture}.png"
        self._anlan.window.show_message("")  # said at a moment that the clock had run past
        self._anlan.window.grab().save(str(path))
        self.pictures.append(path)
        self._put_away(scene)

    def _put_away(self, scene: Scene) -> None:
        if scene.stage:
            self.close()
            stages.put_away(self._anlan)
        self._go_on()

    def close(self) -> None:
        """End a call that goes on."""
        if self._call is not None:
            self._call.close()
            self._call = None

    def _go_on(self) -> None:
        if self._left:
            self._anlan.clock.set_speed(SPEED)
        else:
            self._done()


def play(home: Path) -> int:
    """Play the demonstration in a store of its own under the home, and say where pictures and record lie."""
    folder = home / "demonstration"
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    here = folder / stamp
    here.mkdir(parents=True)
    try:
        prepare_camera(here)
        settings = replace(on_this_machine(load(home)[0]), clock_speed=0, store_url="")
        with desk(here, settings) as (app, anlan):
            anlan.show((1920, 1080))
            player = Player(anlan, here, app.quit)
            anlan.when_drawn(player.start)
            app.exec()
            player.close()
            record = anlan.write_record(here)
    except StoreTrouble as trouble:
        from views.store_words import trouble as said

        sys.stderr.write(said(trouble.code, trouble.params) + "\n")
        return 1
    for path in (*player.pictures, *record):
        sys.stdout.write(f"{path}\n")
    return 0 if len(player.pictures) == sum(bool(scene.picture) for scene in SCENES) else 1
