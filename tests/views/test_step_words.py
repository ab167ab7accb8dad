"""Every kind of step has a line of the timeline; every refusal has words."""

from __future__ import annotations

import ast
import json
import zlib
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from data.model.dispatch import Call, Channel, Incident, Outcome, Report, ReportState
from data.model.field import Attachment
from data.model.field_steps import PicturesAdded
from data.model.levels import Level
from data.model.people import Right, Squad, Whereabouts
from data.model.places import StoneState
from data.model.register import ROW_TYPES, Register
from data.model.river import HUAYUANKOU, Forecast, Reading
from data.model.situation import Situation
from data.model.steps import (
    Body,
    CallLogged,
    ForecastEntered,
    IncidentRaised,
    NoteWritten,
    PersonUnmasked,
    PushApproved,
    ReadingTaken,
    ReceiptNoted,
    RegisterReplaced,
    ReportMoved,
    ReportReceived,
    SignedOff,
    Step,
    StepRefused,
    StoneStateSet,
    TaskOrdered,
    TasksMoved,
    UserChanged,
    WhereaboutsSet,
)
from data.model.task import Move, Task
from data.rules.rights import SYSTEM
from data.store import codec
from tests import township
from tests.conftest import ROOT
from views import step_words, timeline_rows
from views.pane import Selection

GOLDEN = sorted((ROOT / "tests" / "data" / "store" / "golden").glob("*.json"))


@pytest.fixture
def now() -> Situation:
    made = township.situation()
    squads = Register("squads", (Squad("Q1", "巡堤一队", "基干班"),), digest="q")
    return township.at_flow(replace(made, registers=made.registers.having(squads)), 4200)


def said(now: Situation, body: Body) -> step_words.Line:
    return step_words.line(township.step(now, body), now)


def golden(path: Path) -> Step:
    example = json.loads(path.read_text("utf-8"))
    envelope = (example["key"], example["at"], example["actor"], example["realm"])
    attachments = {digest: zlib.compress(text.encode()) for digest, text in example.get("attachments", {}).items()}
    return codec.decode_step(envelope, example["kind"], example["version"], example["payload"], attachments.__getitem__)


def test_there_is_an_example_of_every_kind() -> None:
    assert {type(golden(path).body) for path in GOLDEN} == set(get_args(Body))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_kind_of_step_has_a_line_also_when_nothing_it_names_is_known(path: Path, now: Situation) -> None:
    for here in (now, Situation()):
        line = step_words.line(golden(path), here)
        assert line.text.strip()
        assert "{" not in line.text
        assert "None" not in line.text
        assert line.group in timeline_rows.GROUPS


def test_a_reading_and_a_forecast_name_the_station_and_lead_to_it(now: Situation) -> None:
    line = said(now, ReadingTaken(Reading(HUAYUANKOU, now.at, 5520.0)))
    assert (line.text, line.leads_to) == ("花园口 流量 5,520 m³/s", Selection("stations", HUAYUANKOU))
    line = said(now, ForecastEntered(Forecast(HUAYUANKOU, 6100.0, now.at, now.at, "河务局")))
    assert "6,100" in line.text
    assert "—" in said(now, ReadingTaken(Reading("TG", now.at, None, 90.0))).text


def test_a_signature_says_level_flow_and_how_many_tasks_it_moves(now: Situation) -> None:
    line = said(now, SignedOff(Level.IV, 4200.0, "会商", "", ("A", "B"), ("1/C",)))
    assert line.text == "签发 Ⅳ级 蓝色（4,200 m³/s）：下达 2 项、撤销 1 项。会商"


def test_one_moved_task_is_named_and_many_are_counted(now: Situation) -> None:
    one = said(now, TasksMoved(("1/MEET",), Move.ACKNOWLEDGE, "已到岗"))
    assert (one.text, one.leads_to) == ("签收：指令MEET（已到岗）", Selection("task", "1/MEET"))
    assert said(now, TasksMoved(("1/MEET", "1/WATCH"), Move.VERIFY)).text == "核验通过：指令MEET 等 2 项"
    assert said(now, TasksMoved((), Move.VERIFY)).leads_to is None


def test_an_order_names_who_has_to_carry_it_out(now: Situation) -> None:
    task = Task("D1", "看守90坝", "R06", now.at, 0.0, assignee="Q1")
    assert said(now, TaskOrdered(task)).text == "下令：看守90坝 → 巡堤一队"


@pytest.mark.parametrize(
    ("person", "named", "register"),
    [("S001", "测试1", "staff"), ("Q1", "巡堤一队", "squads"), ("GR1", "测**", "growers"), ("K1", "测**", "keypeople")],
)
def test_a_call_names_whom_it_reached_and_leads_there_masked_where_private(
    now: Situation, person: str, named: str, register: str
) -> None:
    line = said(now, CallLogged(Call("C1", person, now.at, Outcome.NO_ANSWER, note="再拨")))
    assert line.text == f"电话 {named}：未叫应（再拨）"
    assert line.leads_to == Selection(register, person)


def test_a_call_to_somebody_unknown_leads_nowhere(now: Situation) -> None:
    line = said(now, CallLogged(Call("C1", "X9", now.at, Outcome.ANSWERED)))
    assert (line.text, line.leads_to) == ("电话 X9：收到", None)


def test_receipts_name_one_person_and_count_many(now: Situation) -> None:
    one = ReceiptNoted("P1", ("S002",), Channel.TELEPHONE, Outcome.ANSWERED)
    assert said(now, one).text == "测试2经电话：收到"
    many = ReceiptNoted("P1", ("S001", "S002"), Channel.LOUDSPEAKER, Outcome.DELIVERED, "村口")
    assert said(now, many).text == "2 人经大喇叭：已送达（村口）"
    assert said(now, PushApproved("P1", "U2")).text == "复核并发出推送：带班乙"


def test_whereabouts_mask_the_one_and_count_the_many(now: Situation) -> None:
    one = said(now, WhereaboutsSet("growers", ("GR1",), Whereabouts.LEFT))
    assert (one.text, one.leads_to) == ("测**：已撤离", Selection("growers", "GR1"))
    assert (
        said(now, WhereaboutsSet("growers", ("GR1", "GR2"), Whereabouts.TOLD, "喇叭")).text == "2 户/人：已通知（喇叭）"
    )
    assert said(now, WhereaboutsSet("growers", (), Whereabouts.TOLD)).leads_to is None


def test_no_line_shows_the_name_of_a_private_person(now: Situation) -> None:
    bodies: tuple[Body, ...] = (
        WhereaboutsSet("growers", ("GR1",), Whereabouts.LEFT),
        PersonUnmasked("growers", "GR1", "联系"),
        CallLogged(Call("C1", "K1", now.at, Outcome.ANSWERED)),
        ReceiptNoted("P", ("GR2",), Channel.DOOR, Outcome.ANSWERED),
    )
    for body in bodies:
        assert not {"测甲", "测乙", "测丙"} & {said(now, body).text[n : n + 2] for n in range(40)}


def test_a_link_that_was_sent_is_not_said_to_be_a_telephone_call(now: Situation) -> None:
    sent = Call("C1", "S001", now.at, Outcome.WAITING, Channel.MESSENGER, "视频链接")
    assert said(now, CallLogged(sent)).text == "政务通信 测试1：待叫应（视频链接）"


def test_a_merged_report_that_is_taken_apart_is_said_so(now: Situation) -> None:
    line = said(now, ReportMoved(("E1",), ReportState.UNVERIFIED))
    assert line.text == "事件 1 件：撤销并案，重新核实"


def test_pictures_clips_and_voice_notes_that_were_added_are_counted_apart(now: Situation) -> None:
    media = ("image/jpeg", "image/jpeg", "video/webm", "audio/webm")
    files = tuple(Attachment(f"{at:064x}", kind, 9) for at, kind in enumerate(media))
    line = said(now, PicturesAdded("report/E1", files, "补拍"))
    assert line.text == "补充照片 2 张；补充短视频 1 段；补充录音 1 段（补拍）"
    assert line.leads_to == Selection("report", "E1")


def test_reports_incidents_and_stones_lead_to_themselves(now: Situation) -> None:
    report = Report("E1", now.at, "E1", "渗水", "26坝渗水", "S003")
    assert said(now, ReportReceived(report)).leads_to == Selection("report", "E1")
    assert said(now, ReportMoved(("E1",), ReportState.CLOSED)).text == "事件 1 件：已办结"
    incident = Incident("I1", now.at, "HYK", "90坝", "管涌", "incident.piping", 1)
    assert said(now, IncidentRaised(incident)).text == "险情：90坝 管涌（重大）"
    assert said(now, StoneStateSet(("ST1", "ST2"), StoneState.MOVED)).leads_to == Selection("stones", "ST1")


def test_registers_users_and_notes_are_said(now: Situation) -> None:
    line = said(now, RegisterReplaced(now.registers.staff, "名册.xlsx", 2))
    assert line.text == "台账 网格人员 更新：6 行，拒收 2 行（名册.xlsx）"
    assert said(now, UserChanged("U2")).text == "带班乙 接班"
    assert said(now, NoteWritten("交接清楚")).text == "交接清楚"


def test_a_register_listed_without_its_rows_is_not_said_to_be_empty(now: Situation) -> None:
    listed = RegisterReplaced(Register("staff", (), now.registers.staff.digest), "名册.xlsx")
    assert said(now, listed).text == "台账 网格人员 更新：6 行，拒收 0 行（名册.xlsx）"
    replaced_since = RegisterReplaced(Register("staff", (), "older"), "旧名册.xlsx", 1)
    assert said(now, replaced_since).text == "台账 网格人员 更新：拒收 1 行（旧名册.xlsx）"


def test_every_register_has_a_name() -> None:
    names = [step_words.register_name(kind) for kind in ROW_TYPES]
    assert not set(names) & set(ROW_TYPES)
    assert len(set(names)) == len(names)


def test_the_program_and_the_unnamed_desk_are_said(now: Situation) -> None:
    said_of = [step_words.actor(now, user) for user in (SYSTEM, "desk", "", "U1", "stranger")]
    assert said_of == ["系统", "值班席", "—", "值班员甲", "stranger"]


def codes_raised() -> set[str]:
    """Every code with which StepRefused is raised anywhere in data/rules."""
    codes: set[str] = set()
    for path in (ROOT / "data" / "rules").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == StepRefused.__name__:
                code = node.args[0]
                assert isinstance(code, ast.Constant), f"{path.name}:{node.lineno}: a code that is not written out"
                codes.add(code.value)
    return codes


def test_every_refusal_that_the_rules_can_raise_has_words_of_its_own() -> None:
    codes = codes_raised()
    assert len(codes) > 15
    words = {code: step_words.refusal(code, {}) for code in codes}
    assert {code for code, text in words.items() if code in text} == set()
    assert len(set(words.values())) == len(words)
    assert not any("{" in text for text in words.values())


def test_a_refusal_names_the_right_and_the_proof_that_are_missing() -> None:
    assert "签发" in step_words.refusal("right_missing", {"right": Right.SIGN})
    assert "照片;签到表" in step_words.refusal("evidence_missing", {"wanted": "照片;签到表"})


def test_a_code_that_nobody_knows_is_still_said() -> None:
    assert step_words.refusal("martian", {}) == "未能办理（martian）"
