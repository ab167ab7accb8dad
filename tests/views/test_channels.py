"""发送渠道: what is set up and how it stands is seen; what is typed, tried and asked for is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from data.gateway.channels.build import ChannelTrouble
from data.gateway.channels.catalogue import KINDS, Fault, Setup
from data.gateway.channels.standing import Past, Standing, Tally
from data.gateway.dry_run import Going
from data.model.dispatch import Channel, Outcome
from data.model.outbox import Outgoing, OutLine, OutState
from data.model.situation import Situation
from data.model.steps import Realm
from data.rules.channels import Delivery, Draft
from tests.views.small_room import look, pushed, township_with_squads
from views.channels import ChannelsTab

NOW = township_with_squads("U4").at
MAIL = Setup("office", "mail", "应急办邮箱", values=(("host", "mail.invalid"), ("sender", "desk@mail.invalid")))
ROBOT = Setup("robot", "dingtalk_robot", "工作群")
CAP = Setup("cap", "cap_folder", "对外目录", values=(("folder", "/x"), ("sender", "a"), ("sender_name", "b")))
STANDINGS = (
    Standing(ROBOT, ChannelTrouble("missing_secret", "token")),
    Standing(MAIL, kept=("password",), past=Past(NOW - timedelta(minutes=3))),
    Standing(replace(CAP, exercise=True), past=Past(NOW, NOW + timedelta(seconds=1), "disk_enospc")),
)


def situation(user: str = "U4") -> Situation:
    return pushed(township_with_squads(user))


@pytest.fixture
def tab(qtbot: QtBot) -> ChannelsTab:
    made = ChannelsTab(look())
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show()
    made.show_time(NOW)
    made.show_situation(situation())
    made.show_standings(STANDINGS, ())
    return made


def cells(tab: ChannelsTab, row: int) -> list[str]:
    return [str(tab.model.index(row, column).data()) for column in range(tab.model.columnCount())]


def line(key: str, person: str, state: OutState, error: str = "", via: str = "sms", **more) -> OutLine:
    made = Outgoing(key, "P1", person, Channel.SMS, Realm.LIVE, NOW, **more)
    return OutLine(made, state, 1, NOW + timedelta(seconds=25), error, "", via)


def test_the_list_says_how_each_channel_stands(tab: ChannelsTab):
    for model in (tab.model, tab.out_model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, tab)
    tab.show_outbox((), {"office": Tally(286, 2, 4)})
    assert cells(tab, 0) == [
        "工作群", "钉钉群机器人", "政务通信", "真实", "不可用：access_token：缺密钥", "—", "0 / 0"
    ]  # fmt: skip
    assert cells(tab, 1)[4:] == ["可用", "成功 3 分钟前", "286 / 2 · 待 4"]
    assert cells(tab, 2)[2:4] == ["公开发布", "【演练】"]
    assert "磁盘已满" in cells(tab, 2)[5]


def test_faults_of_the_file_that_belong_to_no_channel_are_told_above(tab: ChannelsTab):
    tab.show_standings(STANDINGS, [Fault("tak", "office", "name", "twice")])
    assert "office：代号重复" in tab.faults.text()
    tab.show_standings(STANDINGS, ())
    assert not tab.faults.isVisible()


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_form_is_made_for_every_kind_and_takes_what_it_shows(tab: ChannelsTab, kind: str):
    tab.begin(kind)
    form = tab.forms[""]
    assert set(form.fields) | set(form.secrets) == {field.key for field in KINDS[kind].fields}
    assert form.draft().values == ()
    assert form.save.isEnabled() == (not any(field.lacks({}) for field in KINDS[kind].plain))


def test_what_is_typed_is_said_as_a_setup_and_only_what_is_not_usual(tab: ChannelsTab, qtbot: QtBot):
    tab.choose("office")
    form = tab.forms["office"]
    assert not form.drafted()
    form.fields["port"].input.setText("2525")
    form.fields["addresses"].input.setPlainText("S001=zhou@mail.invalid\n\n")
    form.exercise.setChecked(True)
    form.secrets["password"].input.setText("s3cret")
    assert form.save.text() == "保存“应急办邮箱”"
    with qtbot.waitSignal(tab.keep_requested) as said:
        form.save.click()
    setup, secrets = said.args
    assert dict(setup.values) == {
        "host": "mail.invalid", "port": 2525, "sender": "desk@mail.invalid", "addresses": ("S001=zhou@mail.invalid",),
    }  # fmt: skip
    assert (setup.name, setup.exercise, secrets) == ("office", True, {"password": "s3cret"})
    tab.show_standings((STANDINGS[0], Standing(setup, kept=("password",)), STANDINGS[2]), ())
    assert form.secrets["password"].input.text() == ""
    assert not form.drafted()


def test_a_secret_that_is_kept_is_never_shown_and_can_be_forgotten(tab: ChannelsTab, qtbot: QtBot):
    tab.choose("office")
    form = tab.forms["office"]
    secret = form.secrets["password"]
    assert secret.input.placeholderText().startswith("已保存，不显示")
    assert secret.input.text() == ""
    secret.forget.click()
    with qtbot.waitSignal(tab.keep_requested) as said:
        form.save.click()
    assert said.args[1] == {"password": None}
    assert not tab.forms["office"].secrets["password"].forget.isHidden()


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [("port", "70000", "端口：太大"), ("port", "many", "端口：填写的类型不对"),
     ("timeout_s", "nan", "超时（秒）：不是数"), ("sender", "no address", "发件地址：格式不对"),
     ("together", "-1", "每次最多人数：太小")],
)  # fmt: skip
def test_what_cannot_be_is_marked_and_not_saved(tab: ChannelsTab, key: str, text: str, told: str):
    tab.choose("office")
    form = tab.forms["office"]
    form.fields[key].input.setText(text)
    assert form.fields[key].input.property("wrong")
    assert form.told.text() == told
    assert not form.save.isEnabled()
    form.back.click()
    assert not form.fields[key].input.property("wrong")


def test_a_draft_stays_while_others_are_looked_at_and_news_arrive(tab: ChannelsTab):
    tab.choose("office")
    tab.forms["office"].title.setText("新名称")
    tab.choose("robot")
    tab.show_standings(STANDINGS, ())
    tab.choose("office")
    assert tab.forms["office"].title.text() == "新名称"
    tab.show_failed("disk", "No space left")
    assert "没有保存" in tab.forms["office"].told.text()
    assert tab.forms["office"].drafted()


def test_a_new_channel_takes_no_name_that_is_in_use(tab: ChannelsTab, qtbot: QtBot):
    tab.begin("mail")
    form = tab.forms[""]
    assert form.name.text() == "mail"
    for key, text in (("host", "h"), ("sender", "a@b.cn")):
        form.fields[key].input.setText(text)
    form.name.setText("office")
    with qtbot.assertNotEmitted(tab.keep_requested):
        form.save.click()
    assert "已经有了" in form.told.text()
    form.name.setText("mail")
    form.save.click()
    tab.show_standings((*STANDINGS, Standing(form.draft())), ())
    assert "" not in tab.forms
    assert tab.table.chosen_ids() == ("mail",)


def test_only_who_may_configure_changes_anything(tab: ChannelsTab):
    tab.choose("office")
    tab.show_situation(situation("U1"))
    form = tab.forms["office"]
    form.title.setText("x")
    assert not form.save.isEnabled()
    assert not tab.add.isEnabled()
    assert not tab.remove.isEnabled()
    assert "系统管理" in form.told.text()


def test_removing_is_asked_first(tab: ChannelsTab, qtbot: QtBot):
    tab.choose("office")
    assert tab.remove.text() == "移除“应急办邮箱”…"
    tab.remove.click()
    box = tab.findChild(QMessageBox)
    assert "忘记它的密钥" in box.text()
    with qtbot.waitSignal(tab.remove_requested) as said:
        next(one for one in box.buttons() if one.text() == "移除").click()
    assert said.args == ["office"]
    tab.show_standings((STANDINGS[0], STANDINGS[2]), ())
    assert "office" not in tab.forms


def test_a_dry_run_shows_what_would_go_out_and_says_that_nothing_did(tab: ChannelsTab, qtbot: QtBot):
    tab.choose("office")
    with qtbot.waitSignal(tab.dry_run_requested) as asked:
        tab.trial.dry_run.click()
    assert asked.args == ["office"]
    goings = [
        Going(
            Channel.MESSENGER, "office", 2, 2, (Draft("138******01@mail.invalid", "请撤离", (("Subject", "撤滩"),)),)
        ),
        Going(Channel.MESSENGER, "robot", 2, 2, (Draft("robot", "other"),)),
    ]
    tab.show_goings("office", goings, "撤滩")
    assert tab.trial.text.toPlainText() == "138******01@mail.invalid\nSubject: 撤滩\n请撤离"
    assert "没有发送" in tab.trial.told.text()
    tab.show_goings("robot", goings, "撤滩")
    assert "other" not in tab.trial.text.toPlainText()


def test_a_test_asks_for_an_address_and_is_for_live_and_for_private_channels(tab: ChannelsTab, qtbot: QtBot):
    tab.choose("office")
    assert not tab.trial.test.isEnabled()
    tab.trial.address.setText(" me@mail.invalid ")
    with qtbot.waitSignal(tab.test_requested) as asked:
        tab.trial.test.click()
    assert asked.args == ["office", "me@mail.invalid"]
    tab.show_test("office", (Delivery("self", Outcome.FAILED, detail="login_refused"),))
    assert tab.trial.told.text() == "测试失败：邮箱账号或密码不对"
    tab.show_test("office", (Delivery("self", Outcome.DELIVERED),))
    assert "测试已发出" in tab.trial.told.text()
    tab.show_test("office", "not_live")
    assert "没有发送" in tab.trial.told.text()
    tab.show_situation(replace(situation(), realm=Realm.DRILL))
    assert not tab.trial.test.isEnabled()
    tab.show_situation(situation())
    tab.choose("cap")
    assert not tab.trial.address.isEnabled()
    assert "公开渠道" in tab.trial.address.placeholderText()


def test_the_outbox_says_what_waits_and_why_and_sends_again_what_can_be(tab: ChannelsTab, qtbot: QtBot):
    lines = [
        line("1", "S001", OutState.WAITING, "timeout"), line("2", "S002", OutState.WAITING, "timeout"),
        line("3", "S003", OutState.DEAD, "no_account"), line("4", "S004", OutState.DEAD, "exercise", ""),
        line("5", "", OutState.DEAD, "disk_enoent", "cap", carrier="cap"), line("6", "S005", OutState.SENT),
    ]  # fmt: skip
    tab.show_outbox(lines, {})
    rows = [(row.people, row.reason, row.dead, row.again) for row in tab.out_model.rows()]
    assert rows == [
        ("测试3", "号码或账号不对", True, True), ("公众", "文件夹不在，或共享未挂上", True, True),
        ("测试4", "演练：未向外发送", True, False), ("2 人", "超时无回音", False, False),
    ]  # fmt: skip
    assert tab.out_model.index(3, 0).data() == "25 秒后再试"
    assert tab.about_out.text() == "发件箱 · 待发 2 · 未送出 3"
    assert tab.again.text() == "重发 2 条"
    tab.outbox.choose([tab.out_model.rows()[1].key], tell=True)
    with qtbot.waitSignal(tab.send_again_requested) as said:
        tab.again.click()
    assert said.args == [["5"]]
    tab.show_outbox((), {})
    assert not tab.again.isVisible()


def test_the_outbox_is_asked_for_when_the_tab_is_seen(tab: ChannelsTab, qtbot: QtBot):
    tab.hide()
    with qtbot.waitSignal(tab.outbox_requested):
        tab.show()
