"""The national form: its names and numbers, and that nothing unconfirmed or exercised ever says Actual."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.gateway.channels.cn12379 import (
    NAMESPACE,
    UNCONFIRMED,
    Cn12379Folder,
    Cn12379Profile,
    FormRefused,
    form,
    headline,
)
from data.gateway.channels.xml_safe import Node, read_xml
from data.model.dispatch import Outcome
from data.model.levels import Level
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Message, Recipient
from tests.data.gateway.channels.outward import RING, SENT, drill, message, refused_in_drill

ALL = (Recipient(""),)
PROFILE = Cn12379Profile("某镇人民政府", "41010800000000", "周安", geocodes=("410108", "410108001"))


@pytest.fixture
def folder(tmp_path) -> Path:
    place = tmp_path / "centre"
    place.mkdir()
    return place


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def read(content: bytes) -> dict[str, str]:
    found: dict[str, str] = {}

    def walk(node: Node) -> None:
        found[node.tag.removeprefix(f"{{{NAMESPACE}}}")] = node.text
        for child in node.children:
            walk(child)

    walk(read_xml(content))
    return found


def test_the_file_is_named_by_unit_time_event_colour_and_kind():
    made = form(message(), PROFILE)
    assert made.name == "41010800000000_20260801123000_11A01_YELLOW_ALERT.xml"
    assert form(message(), replace(PROFILE, file_ending="_O")).name.endswith("_ALERT_O.xml")


def test_the_form_holds_what_public_programs_write():
    said = read(form(message(), PROFILE).content)
    assert said | {
        "identifier": "41010800000000_20260801123000", "sender": "某镇人民政府", "senderCode": "41010800000000",
        "sendTime": "2026-08-01 12:30:00+08:00", "msgType": "Alert", "scope": "Public", "methodName": "SMS",
        "eventType": "11A01", "severity": "Yellow", "urgency": "Unknown", "certainty": "Unknown",
        "headline": "某镇人民政府发布洪水黄色预警", "geocode": "410108,410108001", "secClassification": "None",
        "message": "花园口流量将到八千，请转移。", "expires": "2026-08-02 00:30:00+08:00",
    } == said  # fmt: skip
    assert said["polygon"].startswith("34.900000,113.600000 ")


@pytest.mark.parametrize(
    ("level", "cancel", "words"),
    [
        (Level.IV, False, "某镇发布洪水蓝色预警"),
        (Level.II, False, "某镇发布洪水橙色预警"),
        (Level.I, True, "某镇解除洪水红色预警"),
    ],
)
def test_a_headline_has_a_fixed_wording(level, cancel, words):
    assert headline("某镇", "洪水", level, cancel) == words


@pytest.mark.parametrize(
    ("confirmed", "realm", "exercise", "status"),
    [
        (False, Realm.LIVE, False, "Test"),
        (True, Realm.LIVE, False, "Actual"),
        (True, Realm.LIVE, True, "Test"),
        (True, Realm.DRILL, True, "Test"),
        (True, Realm.WHATIF, False, "Test"),
        (False, Realm.DRILL, True, "Test"),
    ],
)
def test_actual_takes_a_confirmed_form_in_live(confirmed, realm, exercise, status):
    made = form(message(realm=realm), replace(PROFILE, confirmed=confirmed), exercise)
    assert read(made.content)["status"] == made.status == status
    assert (UNCONFIRMED.split("。")[0] in made.content.decode()) is not confirmed


def test_a_push_becomes_a_file_and_its_retraction_cancels_it(folder):
    desk = Cn12379Folder(folder, PROFILE)
    first = desk.send(message(), ALL)
    known = desk.send(message("解除", retracts=True, sent_at=SENT + timedelta(hours=1)), ALL)
    assert [one.outcome for one in (*first, *known)] == [Outcome.DELIVERED, Outcome.DELIVERED]
    assert first[0].ref == "41010800000000_20260801123000"
    said = read((folder / "41010800000000_20260801133000_11A01_YELLOW_CANCEL.xml").read_bytes())
    assert (said["references"], said["headline"]) == (first[0].ref, "某镇人民政府解除洪水黄色预警")


def test_two_pushes_in_one_second_have_two_identifiers_and_a_repeat_has_its_own(folder):
    desk = Cn12379Folder(folder, PROFILE)
    first, second = desk.send(message(), ALL), desk.send(message(id="push-2"), ALL)
    assert [first[0].ref[-2:], second[0].ref[-2:]] == ["00", "01"]
    assert desk.send(message(id="push-2"), ALL) == second
    assert len(files(folder)) == 2


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"level": Level.NONE}, "level_missing"),
        ({"sent_at": None}, "time_missing"),
        ({"retracts": True}, "reference_unknown"),
        ({"references": ("push-0",)}, "reference_unknown"),
    ],
)
def test_what_does_not_fit_the_form_is_closed(folder, fields, code):
    desk = Cn12379Folder(folder, PROFILE)
    known = desk.send(message(**fields), ALL)
    assert (known[0].outcome, known[0].detail, known[0].retry_after_s) == (Outcome.FAILED, code, None)
    assert files(folder) == []
    assert desk.compose(message(**fields), ALL)[0].headers == (("refused", code),)


def test_a_form_alone_refuses_references_that_are_none():
    for fields, code in (({"retracts": True}, "reference_missing"), ({"references": ("x",)}, "bad_reference")):
        with pytest.raises(FormRefused) as refused:
            form(message(**fields), PROFILE)
        assert refused.value.code == code


@pytest.mark.parametrize("fields", [{"sender_code": "123"}, {"event_code": "flood"}, {"geocodes": ("惠济",)}])
def test_a_code_of_the_wrong_shape_is_a_fault_of_the_settings(fields):
    with pytest.raises(ValueError, match="code"):
        replace(PROFILE, **fields)


def test_a_share_that_is_gone_is_worth_another_try(tmp_path):
    known = Cn12379Folder(tmp_path / "gone", PROFILE).send(message(), ALL)
    assert (known[0].detail, known[0].retry_after_s) == ("disk_enoent", 30.0)


def test_a_drill_writes_nothing_for_a_real_centre(folder):
    refused_in_drill(Cn12379Folder(folder, replace(PROFILE, confirmed=True)), ALL)
    assert list(folder.iterdir()) == []


def test_a_drill_for_an_exercise_folder_is_a_marked_test(folder):
    drill(Cn12379Folder(folder, replace(PROFILE, confirmed=True), exercise=True), message(), ALL)
    said = read((folder / files(folder)[0]).read_bytes())
    assert said["status"] == "Test"
    assert said["headline"].startswith(EXERCISE_MARK)
    assert said["description"].startswith(EXERCISE_MARK)
    assert said["note"] == EXERCISE_MARK


def test_a_dry_run_writes_nothing_at_all(folder):
    draft = Cn12379Folder(folder, PROFILE).compose(message(), ALL)[0]
    assert read(draft.body.encode())["status"] == "Test"
    assert list(folder.iterdir()) == []


@given(st.text(), st.text(), st.sampled_from([level for level in Level if level]))
def test_any_words_give_a_form_that_reads_back(text, area, level):
    pushed = Message(id="p", text=text, area=area, level=level, sent_at=SENT, rings=(RING,))
    assert read(form(pushed, PROFILE).content)["severity"] == level.colour.capitalize()
