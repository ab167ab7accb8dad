"""The folder of alerts: whole files only, a feed of them, repeats without effect, and nothing outside live."""

from __future__ import annotations

import logging
import os
import threading
from pathlib import Path

import pytest

from data.gateway.channels.cap import CapProfile, CapStatus, CapType
from data.gateway.channels.cap_feed import ATOM, CapFolder
from data.gateway.channels.cap_read import parse
from data.gateway.channels.file_drop import drop
from data.gateway.channels.xml_safe import read_xml
from data.model.dispatch import Outcome
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Recipient
from tests.data.gateway.channels.outward import drill, message, refused_in_drill

ALL = (Recipient(""),)
PROFILE = CapProfile("flood.town.example", "镇防汛抗旱指挥部")


@pytest.fixture
def folder(tmp_path) -> Path:
    place = tmp_path / "cap"
    place.mkdir()
    return place


def seen(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def entries(folder: Path):
    return list(read_xml((folder / "alerts.atom").read_bytes()).all(f"{{{ATOM}}}entry"))


def test_a_push_becomes_a_file_and_an_entry_of_the_feed(folder):
    known = CapFolder(folder, PROFILE, base_url="https://town.example/cap/").send(message(), ALL)
    alert = parse((folder / "anlan-push-1.xml").read_bytes())
    assert (known[0].outcome, known[0].ref) == (Outcome.DELIVERED, alert.reference)
    assert alert.status is CapStatus.ACTUAL
    assert seen(folder) == {"anlan-push-1.xml", "alerts.atom"}
    entry = entries(folder)[0]
    assert entry.text_of(f"{{{ATOM}}}title") == "洪水黄色预警"
    assert entry.first(f"{{{ATOM}}}link").attributes["href"] == "https://town.example/cap/anlan-push-1.xml"


def test_a_repeat_changes_nothing(folder):
    cap = CapFolder(folder, PROFILE)
    cap.send(message(), ALL)
    before = {path: (folder / path).read_bytes() for path in seen(folder)}
    cap.send(message(), ALL)
    assert {path: (folder / path).read_bytes() for path in seen(folder)} == before


def test_a_retraction_cancels_its_push_even_when_the_reader_took_the_file_away(folder):
    cap = CapFolder(folder, PROFILE)
    first = cap.send(message(), ALL)
    (folder / "anlan-push-1.xml").unlink()
    known = CapFolder(folder, PROFILE).send(message("解除。", retracts=True), ALL)
    assert known[0].outcome is Outcome.DELIVERED
    written = next(path for path in seen(folder) if path.endswith(".xml"))
    cancel = parse((folder / written).read_bytes())
    assert (cancel.type, cancel.references) == (CapType.CANCEL, (first[0].ref,))


def test_an_update_may_name_an_earlier_push_or_a_ready_reference(folder):
    cap = CapFolder(folder, PROFILE)
    first = cap.send(message(), ALL)
    cap.send(message(id="push-2", references=("push-1",)), ALL)
    cap.send(message(id="push-3", references=(first[0].ref,)), ALL)
    for name in ("anlan-push-2.xml", "anlan-push-3.xml"):
        alert = parse((folder / name).read_bytes())
        assert (alert.type, alert.references) == (CapType.UPDATE, (first[0].ref,))
    assert len(entries(folder)) == 3


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"retracts": True}, "reference_unknown"),
        ({"references": ("never",)}, "reference_unknown"),
        ({"rings": (((34.9, 113.6), (34.9, 113.7), (34.95, 113.7)),)}, "swapped"),
        ({"rings": (((113.6, 34.9), (113.7, 34.9)),)}, "ring_too_short"),
    ],
)
def test_what_cannot_be_an_alert_is_closed_and_writes_nothing(folder, fields, code):
    cap = CapFolder(folder, PROFILE)
    known = cap.send(message(**fields), ALL)
    assert (known[0].outcome, known[0].detail, known[0].retry_after_s) == (Outcome.FAILED, code, None)
    assert seen(folder) == set()
    assert cap.compose(message(**fields), ALL)[0].headers[0] == ("refused", code)


def test_a_sender_that_the_schema_would_pass_but_the_rules_do_not_is_told(folder):
    known = CapFolder(folder, CapProfile("镇 防办", "镇防办")).send(message(), ALL)
    assert known[0].detail == "bad_name"


def test_a_value_that_the_schema_does_not_know_is_told(folder):
    known = CapFolder(folder, CapProfile("a", "b", category=("Flood",))).send(message(), ALL)
    assert known[0].detail == "schema"


def test_a_folder_that_is_not_there_is_worth_another_try(tmp_path):
    known = CapFolder(tmp_path / "share", PROFILE).send(message(), ALL)
    assert (known[0].outcome, known[0].detail) == (Outcome.FAILED, "disk_enoent")
    assert known[0].retry_after_s
    assert not (tmp_path / "share").exists()


def test_a_drill_writes_nothing_into_a_real_folder(folder):
    refused_in_drill(CapFolder(folder, PROFILE), ALL)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("realm", "status"),
    [(Realm.DRILL, CapStatus.EXERCISE), (Realm.WHATIF, CapStatus.TEST), (Realm.REPLAY, CapStatus.TEST)],
)
def test_what_goes_to_an_exercise_folder_says_so(folder, realm, status):
    drill(CapFolder(folder, PROFILE, exercise=True), message(), ALL, realm)
    alert = parse((folder / "anlan-push-1.xml").read_bytes())
    assert (alert.status, alert.note) == (status, EXERCISE_MARK)
    assert alert.infos[0].headline == EXERCISE_MARK + "洪水黄色预警"
    assert read_xml((folder / "alerts.atom").read_bytes()).text_of(f"{{{ATOM}}}title").startswith(EXERCISE_MARK)


def test_a_dry_run_writes_nothing_and_shows_the_file(folder):
    draft = CapFolder(folder, PROFILE).compose(message(), ALL)[0]
    assert parse(draft.body.encode()).identifier == "anlan-push-1"
    assert draft.to == str(folder / "anlan-push-1.xml")
    assert list(folder.iterdir()) == []


def test_foreign_files_in_the_folder_are_passed_over(folder, caplog):
    caplog.set_level(logging.WARNING)
    (folder / "notes.xml").write_text("<notes/>")
    (folder / "big.xml").write_bytes(b" " * 2_000_001)
    CapFolder(folder, PROFILE).send(message(), ALL)
    assert len(entries(folder)) == 1
    assert "notes.xml" in caplog.text


def test_the_feed_holds_the_newest_only(folder):
    cap = CapFolder(folder, PROFILE, feed_length=2)
    for number in range(4):
        cap.send(message(id=f"push-{number}"), ALL)
    assert len(entries(folder)) == 2


def test_threads_that_send_together_lose_nothing(folder):
    cap = CapFolder(folder, PROFILE)
    threads = [threading.Thread(target=cap.send, args=(message(id=f"push-{n}"), ALL)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(entries(folder)) == 8
    assert not list(folder.glob(".*.part"))


def test_a_reader_sees_the_old_file_or_the_new_one_and_never_half(folder, monkeypatch):
    drop(folder, "a", b"old")

    def broken(_: int) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="no space"):
        drop(folder, "a", b"new and longer")
    assert [path.name for path in folder.iterdir()] == ["a"]
    assert (folder / "a").read_bytes() == b"old"
    known = CapFolder(folder, PROFILE).send(message(), ALL)
    assert (known[0].detail, known[0].retry_after_s) == ("disk_enospc", 30.0)
