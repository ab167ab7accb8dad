"""A span of the journal taken away: whoever reads the description can check it, and every change is noticed."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from data.model.people import Staff
from data.model.situation import Situation
from data.model.steps import NoteWritten, Realm, RegisterReplaced, Step
from data.rules.take import take
from data.store.errors import StoreTrouble
from data.store.proof import Load, check_proof, new_key, public_of, signer_of
from data.store.rows import make_register
from data.store.store import Store

NOON = datetime(2020, 6, 26, 4, 0, tzinfo=UTC)
KEY = new_key()


@pytest.fixture
def taken(tmp_path: Path) -> Path:
    """Lines 3 to 8 of a journal of ten, with a register and a photo among them."""
    with Store.open(tmp_path / "live.db") as store:
        now = Situation()
        photo = store.put_file(b"a photo", "p.jpg")
        staff = make_register("staff", (Staff("S1", "测试", "R06", "成员", "网格员"),))
        for n in range(1, 11):
            body = (
                RegisterReplaced(staff, "test") if n == 4 else NoteWritten(f'第 {n} 行 "{photo}"' if n != 5 else photo)
            )
            step = Step(f"k{n}", NOON + timedelta(minutes=n), "system", Realm.LIVE, body)
            now, _ = take(now, step)
            store.append([(step, now)])
        span = (NOON + timedelta(minutes=3), NOON + timedelta(minutes=9))
        manifest = store.take_away(tmp_path / "span.zip", span, KEY, "duty", Load(personal=True))
        assert (manifest.first, manifest.last, len(manifest.attachments), manifest.files) == (3, 8, 1, (photo,))
        with pytest.raises(StoreTrouble, match="empty_span"):
            store.take_away(tmp_path / "none.zip", (NOON - timedelta(days=2), NOON - timedelta(days=1)), KEY, "duty")
    return tmp_path / "span.zip"


def test_what_was_taken_is_sound_and_says_who_signed_it(taken: Path) -> None:
    found = check_proof(taken)
    assert (found.ok, found.lines, found.why) == (True, 6, "")
    assert found.signer == signer_of(public_of(KEY))
    assert sorted(one.name for one in taken.parent.iterdir() if "zip" in one.name) == ["span.zip"]


def test_another_program_checks_it_from_the_description_alone(taken: Path) -> None:
    with zipfile.ZipFile(taken) as box:
        manifest = json.loads(box.read("manifest.json"))
        body = box.read("journal.jsonl")
        link = manifest["prev_hash"]
        for line in body.splitlines():
            *fields, digest = json.loads(line)
            assert fields[-1] == link
            parts = [str(field).encode() for field in fields]
            assert hashlib.sha256(b"".join(b"%d:%s," % (len(part), part) for part in parts)).hexdigest() == digest
            link = digest
        assert link == manifest["last_hash"]
        assert hashlib.sha256(body).hexdigest() == manifest["journal_sha256"]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl on this machine")
def test_openssl_agrees_with_the_signature(taken: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(taken) as box:
        box.extractall(tmp_path)
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "public.pem", "-rawin", "-in", "manifest.json"]
    done = subprocess.run([*command, "-sigfile", "manifest.sig"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def forged(path: Path, name: str, change: Callable[[bytes], bytes], drop: str = "") -> Path:
    out = path.with_name("forged.zip")
    with zipfile.ZipFile(path) as box, zipfile.ZipFile(out, "w") as made:
        for one in box.namelist():
            body = box.read(one)
            if one != drop:
                made.writestr(one, change(body) if one.startswith(name) else body)
    return out


def resigned(path: Path) -> Path:
    """Whoever forges may sign with a key of his own: the signer is then another."""
    own = new_key()
    with zipfile.ZipFile(path) as box:
        body = box.read("manifest.json").replace(b'"duty"', b'"liar"')
    private = load_pem_private_key(own, None)
    assert isinstance(private, Ed25519PrivateKey)
    new = {"manifest.json": body, "manifest.sig": private.sign(body), "public.pem": public_of(own)}
    out = path.with_name("resigned.zip")
    with zipfile.ZipFile(path) as box, zipfile.ZipFile(out, "w") as made:
        for one in box.namelist():
            made.writestr(one, new.get(one) or box.read(one))
    return out


def without_a_line(body: bytes) -> bytes:
    lines = body.splitlines(keepends=True)
    return b"".join(lines[:2] + lines[3:])


@pytest.mark.parametrize(
    ("name", "change", "why"),
    [
        ("journal.jsonl", lambda body: body.replace("第 7 行".encode(), "第 9 行".encode()), "altered"),
        ("journal.jsonl", without_a_line, "gap"),
        ("journal.jsonl", lambda body: b"".join(body.splitlines(keepends=True)[:-1]), "journal"),
        ("journal.jsonl", lambda body: body[: len(body) // 2], "unreadable"),
        ("manifest.json", lambda body: body.replace(b'"first": 3', b'"first": 2'), "signature"),
        ("manifest.sig", lambda body: bytes([body[0] ^ 1]) + body[1:], "signature"),
        ("files/", lambda body: body + b".", "file"),
        ("attachments/", lambda _: b"not zlib", "unreadable"),
        ("public.pem", lambda _: b"-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----", "unreadable"),
    ],
)
def test_every_change_is_noticed(taken: Path, name: str, change: Callable[[bytes], bytes], why: str) -> None:
    found = check_proof(forged(taken, name, change))
    assert (found.ok, found.why) == (False, why)


def test_a_part_that_is_missing_or_a_file_that_is_no_zip_is_said_in_words(taken: Path, tmp_path: Path) -> None:
    assert check_proof(forged(taken, "", lambda body: body, drop="manifest.sig")).why == "unreadable"
    torn = tmp_path / "torn.zip"
    torn.write_bytes(taken.read_bytes()[:200])
    assert check_proof(torn).why == "unreadable"


def test_a_forger_can_sign_only_by_a_key_of_his_own(taken: Path) -> None:
    found = check_proof(resigned(taken))
    assert found.ok
    assert found.signer != signer_of(public_of(KEY))


@pytest.mark.parametrize(("kind", "usually", "asked"), [("staff", False, True), ("growers", False, True),
                                                        ("users", False, False), ("tiers", True, True)])  # fmt: skip
def test_people_stay_behind_unless_asked_for_and_pins_always(kind: str, usually: bool, asked: bool) -> None:
    assert (Load().takes(kind), Load(personal=True).takes(kind)) == (usually, asked)


def test_what_stays_behind_is_named_and_the_rest_still_checks(tmp_path: Path) -> None:
    staff = make_register("staff", (Staff("S1", "测试", "R06", "成员", "网格员"),))
    with Store.open(tmp_path / "live.db") as store:
        step = Step("k", NOON, "system", Realm.LIVE, RegisterReplaced(staff, "test"))
        now, _ = take(Situation(), step)
        store.append([(step, now)])
        span = (NOON, NOON + timedelta(minutes=1))
        manifest = store.take_away(tmp_path / "span.zip", span, KEY, "duty")
    assert (manifest.attachments, manifest.left) == ((), (staff.digest,))
    assert check_proof(tmp_path / "span.zip").ok
    with zipfile.ZipFile(tmp_path / "span.zip") as box:
        assert "测试" not in b"".join(box.read(name) for name in box.namelist()).decode("utf-8", "replace")
