"""Every step reads back as it was; every kind ever written keeps reading."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from hypothesis import given, settings

from data.model.people import Grower
from data.model.register import Register
from data.model.river import Reading
from data.model.steps import Body, NoteWritten, ReadingTaken, Realm, RegisterReplaced, Step
from data.store import codec
from data.store.errors import StoreTrouble
from data.store.rows import digest_of, make_register, pack, register_digest, unpack
from data.store.wire import NotWritable, moment, stamp
from tests import township
from tests.data import steps_strategy

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = sorted(GOLDEN.glob("*.json"))


def decoded(example: dict) -> Step:
    carried = {digest: zlib.compress(text.encode()) for digest, text in example.get("attachments", {}).items()}
    envelope = (example["key"], example["at"], example["actor"], example["realm"])
    return codec.decode_step(envelope, example["kind"], example["version"], example["payload"], carried.__getitem__)


def reading(at: datetime, flow: float = 5520.0) -> Step:
    return Step("k", township.NOON, "U1", Realm.LIVE, ReadingTaken(Reading("TG", at, flow)))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_kind_ever_written_still_reads_and_is_not_altered_by_it(path):
    example = json.loads(path.read_text(encoding="utf-8"))
    step = decoded(example)
    version, payload, attachments = codec.encode(step)
    assert codec.decode(step.kind, version, payload) is not None
    if version == example["version"]:
        assert payload == example["payload"]
        assert [digest for digest, _ in attachments] == list(example.get("attachments", {}))


def test_every_kind_has_a_golden_example_of_every_version():
    kept = {path.stem for path in EXAMPLES}
    wanted = {f"{kind.name}.v{version}" for kind in codec.KINDS.values() for version in range(1, kind.version + 1)}
    assert kept == wanted
    assert {kind.__name__ for kind in get_args(Body)} == set(codec.KINDS)


@settings(max_examples=15)
@given(steps_strategy.runs(20, 60) | steps_strategy.runs(20, 60, Realm.DRILL))
def test_any_step_reads_back_as_it_was(taken):
    for step, _ in taken:
        version, payload, attachments = codec.encode(step)
        carried = dict(attachments)
        envelope = (step.key, stamp(step.at), step.actor, step.realm.value)
        assert codec.decode_step(envelope, step.kind, version, payload, carried.__getitem__) == step


def test_times_are_written_in_utc_whatever_their_zone():
    beijing = datetime(2020, 6, 29, 8, tzinfo=timezone(timedelta(hours=8)))
    _, payload, _ = codec.encode(reading(beijing))
    assert '"2020-06-29T00:00:00Z"' in payload
    assert codec.encode(reading(beijing.astimezone(UTC)))[1] == payload
    assert moment(stamp(beijing)) == beijing
    assert len(stamp(beijing)) == len(stamp(beijing + timedelta(microseconds=7)))


def test_a_time_without_zone_is_refused_loudly():
    with pytest.raises(NotWritable, match="without a zone"):
        codec.encode(reading(datetime(2020, 6, 29, 8)))  # noqa: DTZ001


def test_a_value_that_json_cannot_hold_is_refused_loudly():
    with pytest.raises(NotWritable, match="read back"):
        codec.encode(reading(township.NOON, float("nan")))


def test_text_that_looks_like_a_local_time_passes_unaltered():
    note = Step("k", township.NOON, "U1", Realm.LIVE, NoteWritten("2020-06-29T08:00:00"))
    _, payload, _ = codec.encode(note)
    assert codec.decode("NoteWritten", 1, payload) == note.body


@pytest.mark.parametrize(("kind", "version"), [("Teleported", 1), ("NoteWritten", 2)])
def test_a_step_of_a_newer_program_is_refused_in_words(kind, version):
    with pytest.raises(StoreTrouble) as caught:
        codec.decode(kind, version, "{}")
    assert caught.value.code == "newer_step"
    assert caught.value.params == {"kind": kind, "version": version}


@pytest.mark.parametrize("payload", ["{", '{"text":7}', "[]"])
def test_a_payload_that_is_no_such_step_is_called_corrupt(payload):
    with pytest.raises(StoreTrouble) as caught:
        codec.decode("NoteWritten", 1, payload)
    assert caught.value.code == "corrupt"


@dataclass(frozen=True, slots=True)
class Remark:
    """A body whose form changed twice."""

    words: str
    weight: int


def test_older_forms_are_lifted_step_by_step(monkeypatch):
    lifters: tuple[Callable[[dict], dict], ...] = (
        lambda held: {"words": held["text"]},
        lambda held: {**held, "weight": 1},
    )
    kinds = {"Remark": codec.Kind("Remark", Remark, lifters)}
    monkeypatch.setattr(codec, "KINDS", kinds)
    assert kinds["Remark"].version == 3
    assert codec.decode("Remark", 1, '{"text":"水"}') == Remark("水", 1)
    assert codec.decode("Remark", 2, '{"words":"水"}') == Remark("水", 1)
    assert codec.decode("Remark", 3, '{"weight":5,"words":"水"}') == Remark("水", 5)


def test_a_register_travels_beside_its_step_under_the_digest_of_its_rows():
    register = make_register("staff", township.registers().staff.rows, demo=True)
    step = Step("k", township.NOON, "U4", Realm.LIVE, RegisterReplaced(register, "staff.xlsx", 2))
    version, payload, ((digest, body),) = codec.encode(step)
    assert json.loads(payload) == {
        "kind": "staff", "digest": digest, "count": 6, "demo": True, "source": "staff.xlsx", "refused": 2
    }  # fmt: skip
    assert digest == digest_of(zlib.decompress(body)) == register_digest(register.rows)
    listed = codec.decode_step(("k", stamp(township.NOON), "U4", "live"), step.kind, version, payload)
    assert isinstance(listed.body, RegisterReplaced)
    assert (len(listed.body.register), listed.body.register.digest) == (0, digest)


def test_a_register_not_made_under_its_digest_is_refused_loudly():
    loose = Register("staff", township.registers().staff.rows, digest="staff")
    with pytest.raises(NotWritable, match="make_register"):
        codec.encode(Step("k", township.NOON, "U4", Realm.LIVE, RegisterReplaced(loose, "")))
    with pytest.raises(KeyError):
        make_register("dragons", ())


def test_the_digest_of_rows_follows_their_content_and_order():
    rows = township.plan_rows()
    assert register_digest(rows) == register_digest(township.plan_rows())
    assert register_digest(rows) != register_digest(rows[::-1])


def test_a_hundred_thousand_growers_are_packed_and_read_within_seconds():
    import time

    random = Random(1)
    rows = [Grower(f"G{n:06d}", f"测{n}", "农户", "马渡村", "13800001234", random.randrange(9)) for n in range(100_000)]
    start = time.process_time()
    register = make_register("growers", rows)
    made = time.process_time() - start
    digest, body = pack(register)
    assert unpack("growers", digest, False, body).rows == tuple(rows)
    assert made < 2.0
    assert time.process_time() - start < 8.0
