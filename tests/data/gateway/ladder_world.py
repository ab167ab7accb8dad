"""A desk without a window: real store and writer, real rules, real courier and chaser, and carriers that misbehave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from data.gateway.courier import Courier, Errand, untold
from data.model.dispatch import Channel, Outcome, Push, Receipt
from data.model.field import Device, PhoneRole
from data.model.field_steps import DeviceEnrolled
from data.model.outbox import OutLine, OutState
from data.model.people import Staff
from data.model.situation import Situation
from data.model.steps import PushApproved, PushDrafted, ReceiptNoted, RegisterReplaced, Step, StepRefused
from data.rules.channels import Delivery, Draft, Message, Port, Recipient
from data.rules.dispatch import LADDER
from data.rules.take import take
from data.store.rows import make_register
from data.store.store import Store
from data.store.writer import Writer
from desktop.chaser import Chaser

NOON = datetime(2026, 7, 20, 4, 0, tzinfo=UTC)
WAITS_S = (180, 180, 300, 300, 300, 600, 0)
PUSH = "P1"
TICK_S = 20
MOODS = ("delivers", "delivers", "refuses", "busy", "busy_once", "raises", "omits", "twice", "stranger")


class Timeout(RuntimeError):
    """A carrier gave up in a way of its own."""


@dataclass
class Wild:
    """A carrier with one mood a person; it writes down whom it rang."""

    name: str
    channel: Channel
    world: World
    outbound: bool = True
    exercise: bool = False
    busy: dict[str, int] = field(default_factory=dict)

    def compose(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        return tuple(Draft(one.address, message.text) for one in recipients)

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        said: list[Delivery] = []
        for one in recipients:
            self.world.rang(one.person, self.channel, message)
            mood = self.world.moods[one.person, self.name]
            if mood == "raises" and self.world.random.random() < 0.5:
                raise Timeout(self.name)
            said.extend(self._delivery(one.person, mood))
        self.world.random.shuffle(said)
        return tuple(said)

    def _delivery(self, person: str, mood: str) -> list[Delivery]:
        good, bad = Delivery(person, Outcome.DELIVERED, "ref"), Delivery(person, Outcome.FAILED, detail="refused")
        match mood:
            case "refuses":
                return [bad]
            case "busy":
                return [replace(bad, detail="timeout", retry_after_s=2.0)]
            case "busy_once":
                self.busy[person] = self.busy.get(person, 0) + 1
                return [good] if self.busy[person] > 1 else [replace(bad, detail="timeout", retry_after_s=1.0)]
            case "omits":
                return []
            case "twice":
                return [good, bad, good]
            case "stranger":
                return [good, replace(good, person="nobody")]
            case _:
                return [good]


class World:
    """Time goes by `pass_time`; `reopen` is what a restart does."""

    def __init__(self, path: Path, people: int, seed: int) -> None:
        self.path, self.random = path, Random(seed)
        self.people = tuple(f"S{n:03d}" for n in range(people))
        self.clock = NOON
        self.steps = 0
        self.rings: list[tuple[str, Channel]] = []
        self.rung_when_answered: dict[str, int] = {}
        self.answers: dict[str, list[Outcome]] = {}
        self.chased: list[str] = []
        self.lost_receipts = 0
        self.armed: list[str] = []
        self.random_kills = 0
        carriers = [Wild("work", Channel.MESSENGER, self), Wild("robot", Channel.MESSENGER, self),
                    Wild("sms", Channel.SMS, self)]  # fmt: skip
        self.moods = {(p, c.name): self.random.choice(MOODS) for p in self.people for c in carriers}
        self.port = Port(carriers)
        self._open()
        if PUSH not in self.now.pushes:
            self._found()
        self.clock = max(self.clock, self.now.at)

    # ── life ──

    def _open(self, expected: Situation | None = None) -> None:
        self.store = Store.open(self.path)
        self.now = self.store.load()
        assert expected is None or self.now == expected
        self.writer = Writer(self.store)
        self.courier = Courier(self.port, lambda: self.now)
        self.chaser = Chaser(lambda: self.now, self.do)
        settled = self.ask(lambda store: store.field.lines((OutState.SENT, OutState.DEAD), limit=100_000))
        for body in untold(self.now, settled):
            self.do(body)

    def _found(self) -> None:
        staff = tuple(
            Staff(
                p, f"测试{n}", "R06", "成员", "网格员",
                phone="" if n % 17 == 0 else f"1380000{n:04d}",
                deputy="" if n % 11 == 0 else self.people[(n + 1) % len(self.people)],
            )
            for n, p in enumerate(self.people)
        )  # fmt: skip
        self.do(RegisterReplaced(make_register("staff", staff), "test"))
        for n, p in enumerate(self.people[::3]):
            self.do(DeviceEnrolled(Device(f"D{n}", p, PhoneRole.GRID_WORKER, "手机", f"{n:064x}", NOON)))
        push = Push(PUSH, "清滩", "请立即离滩", "前次作废", "U2", NOON, self.people, LADDER, waits_s=WAITS_S)
        self.do(PushDrafted(push))
        self.do(PushApproved(PUSH, "U3"))

    def close(self) -> None:
        assert self.writer.close() == 0

    def reopen(self) -> None:
        before = self.now
        self.close()
        self._open(before)

    # ── what the desk does ──

    def do(self, body: Any, _actor: str = "") -> bool:
        self.steps += 1
        step = Step(f"k{self.now.seq}-{self.steps}", self.clock, "system", self.now.realm, body)
        try:
            after, _ = take(self.now, step)
        except StepRefused:
            return False
        self.now = after
        self.writer.keep(step, after)
        return True

    def ask(self, call: Any) -> Any:
        return self.writer.run(lambda: call(self.store)).result(20)

    def rang(self, person: str, channel: Channel, message: Message) -> None:
        if not message.retracts and self.receipt(person).outcome.reached:
            self.chased.append(person)  # not raised: the courier takes whatever a carrier raises for its failure
        self.rings.append((person, channel))

    def receipt(self, person: str) -> Receipt:
        return next(one for one in self.push.receipts if one.person == person)

    @property
    def push(self) -> Push:
        return self.now.pushes[PUSH]

    def answer(self, person: str, outcome: Outcome, channel: Channel) -> None:
        self.rung_when_answered.setdefault(person, self.receipt(person).rung)
        self.answers.setdefault(person, []).append(outcome)
        assert self.do(ReceiptNoted(PUSH, (person,), channel, outcome))

    def answer_some(self) -> None:
        """Now and then somebody answers."""
        silent = [one.person for one in self.push.receipts if not one.outcome.reached]
        for person in silent:
            if self.random.random() < 0.01:
                self.answer(person, Outcome.ANSWERED, self.push.ladder[self.receipt(person).rung])

    def ended(self) -> bool:
        """Whether everybody has answered or stands on the last rung, and nothing waits to go out."""
        last = len(LADDER) - 1
        done = all(one.outcome.reached or one.rung == last for one in self.push.receipts)
        return done and not self.ask(lambda store: store.field.lines((OutState.WAITING,)))

    def note(self, person: str, outcome: Outcome, channel: Channel) -> None:
        assert self.do(ReceiptNoted(PUSH, (person,), channel, outcome, "late"))

    def round(self) -> None:
        """One round of the courier; a kill that is armed strikes when there is something to lose."""
        time = max(self.clock, self.now.at)
        moot, errands = self.courier.sort(self.ask(lambda store: store.field.due(time, 100_000)))
        self.settle(moot)
        for errand in errands:
            if self.carry(errand, time):
                return

    def carry(self, errand: Errand, time: datetime) -> bool:
        """Whether the desk was killed, before or after it wrote down what came of the errand."""
        result = self.courier.carry(errand, time)
        if "sent" in self.armed:
            self.armed.remove("sent")
            self.reopen()
            return True
        self.settle(result.lines)
        if result.told and "settled" in self.armed:
            self.armed.remove("settled")
            self.lost_receipts += len(result.told)
            self.reopen()
            return True
        for body in result.told:
            assert self.do(body)
        return False

    def settle(self, lines: Sequence[OutLine]) -> None:
        if lines:
            self.ask(lambda store: store.field.settle(lines))

    def pass_time(self, seconds: float) -> None:
        self.clock += timedelta(seconds=seconds)
        self.chaser.tick(self.clock)

    def lines(self) -> list[OutLine]:
        return self.ask(lambda store: store.field.lines(limit=100_000))

    def loaded(self) -> Situation:
        """What a restart would find."""
        assert self.writer.flush()
        return self.ask(lambda store: store.load())
