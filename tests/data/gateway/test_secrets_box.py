"""Secrets of the channels: kept in keyring or file, never readable beside it, never lost to a careless write."""

from __future__ import annotations

import logging
import stat
import threading
from datetime import UTC, datetime
from types import SimpleNamespace

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.errors import KeyringLocked, PasswordDeleteError, PasswordSetError

from data.gateway import secrets_box
from data.gateway.secrets_box import FileBox, KeyringBox, Place, SecretsTrouble, open_box, real_keyring

NOW = datetime(2026, 7, 20, 8, 0, tzinfo=UTC)
SECRET = "SEC-秘密-0123456789"
names = st.text(min_size=1, max_size=40).filter(lambda text: text.strip())


class Ring:
    """A keyring of a system, in memory; no child of the library's class, which would list it as one of this system."""

    priority = 5

    def __init__(self):
        self.held = {}
        self.fault = None

    def get_password(self, service, username):
        if self.fault:
            raise self.fault
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        if self.fault:
            raise self.fault
        self.held[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.held:
            raise PasswordDeleteError("no such password")
        del self.held[service, username]


@pytest.fixture
def ring(monkeypatch):
    made = Ring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: made)
    return made


@pytest.fixture
def no_ring(monkeypatch):
    made = Ring()
    made.priority = 0
    monkeypatch.setattr(keyring, "get_keyring", lambda: made)


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(secrets_box, "_SCRYPT_N", 2**4)


@pytest.fixture(params=["keyring", "file", "passphrase"])
def box(request, home):
    if request.param == "keyring":
        return KeyringBox(Ring())
    return FileBox(home, "长江黄河" if request.param == "passphrase" else None)


def trouble(call, *arguments):
    with pytest.raises(SecretsTrouble) as told:
        call(*arguments)
    assert SECRET not in repr(told.value)
    return told.value.code


def test_a_secret_comes_back_under_its_name_and_can_be_forgotten(box):
    assert box.get("robot/镇群") is None
    box.put("robot/镇群", SECRET)
    box.put("smtp", "x")
    box.put("smtp", "y")
    assert (box.get("robot/镇群"), box.get("smtp"), box.names()) == (SECRET, "y", ("robot/镇群", "smtp"))
    box.forget("smtp")
    box.forget("never there")
    assert (box.get("smtp"), box.names()) == (None, ("robot/镇群",))


def test_a_secret_without_a_name_is_our_error(box):
    for name in ("", "  ", "x" * 201):
        with pytest.raises(ValueError, match="name"):
            box.put(name, SECRET)


def test_a_box_prints_none_of_its_secrets(box, caplog):
    with caplog.at_level(logging.DEBUG):
        box.put("robot", SECRET)
        box.get("robot")
    assert SECRET not in repr(box) + caplog.text


# ── which box ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_system_with_a_keyring_keeps_the_secrets_there(ring, home):
    box = open_box(home)
    box.put("robot", SECRET)
    assert box.place is Place.KEYRING
    assert list(home.iterdir()) == []
    assert ring.held["anlan", "robot"] == SECRET


def test_a_system_without_one_keeps_them_in_an_encrypted_file(no_ring, home):
    box = open_box(home)
    box.put("robot", SECRET)
    assert box.place is Place.FILE
    assert open_box(home).get("robot") == SECRET


def test_a_file_that_is_there_comes_before_a_keyring(home, ring):
    FileBox(home).put("robot", SECRET)
    assert open_box(home).get("robot") == SECRET
    assert open_box(home / "new", "words").place is Place.PASSPHRASE


def test_a_keyring_that_keeps_plain_text_is_none(monkeypatch):
    class Plain(Ring):
        priority = 0.5

    Plain.__module__ = "keyrings.alt.file"
    monkeypatch.setattr(keyring, "get_keyring", Plain)
    assert real_keyring() is None


def test_of_a_chain_the_first_real_keyring_is_used(monkeypatch):
    weak, real = Ring(), Ring()
    weak.priority = 0.5
    monkeypatch.setattr(keyring, "get_keyring", lambda: SimpleNamespace(priority=10, backends=[weak, real]))
    assert real_keyring() is real
    monkeypatch.setattr(keyring, "get_keyring", lambda: SimpleNamespace(priority=10, backends=[weak]))
    assert real_keyring() is None


# ── the keyring ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (KeyringLocked("locked"), "keyring_locked"),
        (PasswordSetError(SECRET), "keyring_failed"),
        (OSError("bus"), "keyring_failed"),
    ],
)
def test_a_keyring_that_will_not_is_told(fault, code):
    ring = Ring()
    box = KeyringBox(ring)
    ring.fault = fault
    assert trouble(box.put, "robot", SECRET) == code
    assert trouble(box.get, "robot") == code


def test_two_homes_on_one_account_do_not_share(ring):
    KeyringBox(ring, "anlan one").put("robot", SECRET)
    assert KeyringBox(ring, "anlan two").get("robot") is None


def test_a_broken_list_of_names_is_told():
    ring = Ring()
    box = KeyringBox(ring)
    box.put("robot", SECRET)
    ring.held["anlan", "\N{BULLET} names"] = "{}"
    assert trouble(box.names) == "damaged"
    assert box.get("robot") == SECRET


# ── the file ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("passphrase", [None, "长江黄河"])
def test_the_files_are_for_their_owner_only_and_hold_no_plain_secret(home, passphrase):
    FileBox(home, passphrase).put("robot/名字", SECRET)
    files = list(home.iterdir())
    assert {file.name for file in files} == ({"secrets.box"} if passphrase else {"secrets.box", "secrets.key"})
    for file in files:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        content = file.read_bytes()
        assert not any(part.encode() in content for part in (SECRET, "robot", "名字", "长江"))


def test_a_file_opened_to_others_is_closed_when_it_is_read(home):
    FileBox(home).put("robot", SECRET)
    for name in ("secrets.box", "secrets.key"):
        (home / name).chmod(0o644)
    FileBox(home).get("robot")
    assert {stat.S_IMODE((home / name).stat().st_mode) for name in ("secrets.box", "secrets.key")} == {0o600}


def test_a_wrong_or_missing_passphrase_is_told_from_a_damaged_file(home):
    FileBox(home, "right").put("robot", SECRET)
    before = (home / "secrets.box").read_bytes()
    assert trouble(FileBox(home, "wrong").get, "robot") == "passphrase_wrong"
    assert trouble(FileBox(home, "wrong").put, "robot", "other") == "passphrase_wrong"
    assert trouble(FileBox(home).get, "robot") == "passphrase_needed"
    assert (home / "secrets.box").read_bytes() == before


def test_a_missing_foreign_or_torn_key_is_told_and_the_box_stays(home):
    FileBox(home).put("robot", SECRET)
    FileBox(home / "other").put("robot", "other")
    key = home / "secrets.key"
    held = key.read_bytes()
    for content, code in (
        (None, "key_missing"),
        (b"torn", "key_damaged"),
        ((home / "other" / "secrets.key").read_bytes(), "key_wrong"),
    ):
        key.unlink(missing_ok=True)
        if content is not None:
            key.write_bytes(content)
        assert trouble(FileBox(home).get, "robot") == code
        assert trouble(FileBox(home).put, "robot", "other") == code
    key.write_bytes(held)
    assert FileBox(home).get("robot") == SECRET


@given(st.data())
def test_a_damaged_file_is_told_and_never_written_over(tmp_path_factory, data):
    home = tmp_path_factory.mktemp("home")
    box = FileBox(home)
    box.put("robot", SECRET)
    whole = (home / "secrets.box").read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    cut = data.draw(st.booleans())
    damaged = whole[:at] if cut else whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :]
    (home / "secrets.box").write_bytes(damaged)
    try:
        assert box.get("robot") == SECRET  # a changed blank or an unused salt does no harm
    except SecretsTrouble:
        assert trouble(box.put, "smtp", "y") in {"damaged", "key_wrong", "passphrase_needed", "newer"}
        assert (home / "secrets.box").read_bytes() == damaged


def test_a_person_may_begin_again_and_the_damaged_box_stays_beside_the_new_one(home):
    box = FileBox(home)
    box.put("robot", SECRET)
    (home / "secrets.box").write_bytes(b"\0")
    aside = box.begin_again(NOW)
    assert [path.name for path in aside] == [
        "secrets.box.damaged-20260720T080000",
        "secrets.key.damaged-20260720T080000",
    ]
    box.put("robot", "new")
    assert (box.names(), aside[0].read_bytes()) == (("robot",), b"\0")


def test_a_box_can_be_put_under_a_passphrase_and_back(home):
    box = FileBox(home)
    box.put("robot", SECRET)
    box.relock("words")
    assert (box.place, box.get("robot")) == (Place.PASSPHRASE, SECRET)
    assert not (home / "secrets.key").exists()
    assert FileBox(home, "words").get("robot") == SECRET
    box.relock("other words")
    assert trouble(FileBox(home, "words").get, "robot") == "passphrase_wrong"
    box.relock(None)
    assert (FileBox(home).get("robot"), box.place) == (SECRET, Place.FILE)
    box.relock(None)
    assert FileBox(home).get("robot") == SECRET


def test_a_box_of_a_newer_program_is_left_alone(home):
    FileBox(home).put("robot", SECRET)
    text = (home / "secrets.box").read_text()
    (home / "secrets.box").write_text(text.replace('"anlan_secrets": 1', '"anlan_secrets": 2'))
    assert trouble(FileBox(home).put, "robot", "x") == "newer"


def test_a_power_cut_while_writing_leaves_the_old_box(home, monkeypatch):
    box = FileBox(home)
    box.put("robot", SECRET)

    def cut(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(secrets_box, "write_private", cut)
    assert trouble(box.put, "robot", "new") == "disk_full"
    assert box.get("robot") == SECRET


def test_a_folder_where_the_file_should_be_is_told(home):
    (home / "secrets.box").mkdir()
    assert trouble(FileBox(home).get, "robot") == "cannot_read"


@given(st.dictionaries(names, st.text(max_size=200), max_size=5), st.sampled_from([None, "words"]))
def test_any_secrets_come_back_as_they_were(tmp_path_factory, held, passphrase):
    home = tmp_path_factory.mktemp("home")
    box = FileBox(home, passphrase)
    for name, secret in held.items():
        box.put(name, secret)
    again = FileBox(home, passphrase)
    assert {name: again.get(name) for name in again.names()} == held


def test_threads_that_put_at_once_lose_nothing(home):
    box = FileBox(home)
    threads = [threading.Thread(target=box.put, args=(f"channel {turn}", str(turn))) for turn in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(box.names()) == 8
