"""Steps ⇄ lines of the journal. Each kind has a version; lifters turn older forms into today's, so that an old
journal always reads.

To change a body: add a lifter for it in `_lifters`, keep its golden examples, add one of the new form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, get_args

import msgspec

from data.model.register import ROW_TYPES, Register
from data.model.steps import (
    Body,
    IncidentRaised,
    PushDrafted,
    Realm,
    ReceiptNoted,
    RegisterReplaced,
    ReportMoved,
    ReportReceived,
    Step,
    TaskOrdered,
    TasksMoved,
)
from data.store import rows
from data.store.errors import StoreTrouble
from data.store.wire import NotWritable, from_json, to_json

Lifter = Callable[[dict[str, Any]], dict[str, Any]]
"""Turns the payload of one version into that of the next."""

Attachments = tuple[tuple[str, bytes], ...]
"""Digest and compressed body of what a step carries beside its payload."""

Fetch = Callable[[str], bytes]
"""Returns the compressed body of an attachment by its digest."""


@dataclass(frozen=True, slots=True)
class RegisterHead:
    """Payload of RegisterReplaced: the rows lie in the attachment of that digest."""

    kind: str
    digest: str
    count: int
    demo: bool
    source: str
    refused: int


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of step: the type of its body, its payload, and how older payloads are lifted (from version 1 on)."""

    name: str
    payload: type[Any]
    lifters: tuple[Lifter, ...] = ()

    @property
    def version(self) -> int:
        """Return the version that is written today."""
        return len(self.lifters) + 1


def _lifters() -> dict[type[Any], tuple[Lifter, ...]]:
    """Return the lifters of the bodies whose form has changed since version 1."""
    same: tuple[Lifter, ...] = (_with_defaults,)
    grown = (IncidentRaised, PushDrafted, ReceiptNoted, ReportMoved, ReportReceived, TaskOrdered, TasksMoved)
    return dict.fromkeys(grown, same)


def _with_defaults(held: dict[str, Any]) -> dict[str, Any]:
    """Fields that came later have defaults that mean what their absence meant."""
    return held


def _kinds() -> Mapping[str, Kind]:
    lifters = _lifters()
    kinds: dict[str, Kind] = {}
    for body in get_args(Body):
        payload = RegisterHead if body is RegisterReplaced else body
        kinds[body.__name__] = Kind(body.__name__, payload, lifters.get(body, ()))
    return MappingProxyType(kinds)


KINDS: Mapping[str, Kind] = _kinds()
"""Every kind of step by its name in the journal."""


def encode(step: Step) -> tuple[int, str, Attachments]:
    """Return version, payload and attachments of a step; NotWritable when it would not read back as it is."""
    body = step.body
    if isinstance(body, RegisterReplaced):
        head, attachment = _split(body)
        return KINDS[step.kind].version, to_json(head).decode(), (attachment,)
    payload = to_json(body)
    if from_json(payload, type(body)) != body:
        raise NotWritable(f"{step.kind} {step.key!r} would not read back as it is")
    return KINDS[step.kind].version, payload.decode(), ()


def decode(kind: str, version: int, payload: str) -> Any:
    """Return the body of a step as written (RegisterHead for RegisterReplaced).

    StoreTrouble newer_step when a newer program wrote it, corrupt when it is no such thing.
    """
    known = KINDS.get(kind)
    if known is None or version > known.version:
        raise StoreTrouble("newer_step", kind=kind, version=version)
    try:
        if version == known.version:
            return from_json(payload, known.payload)
        held: dict[str, Any] = msgspec.json.decode(payload)
        for lift in known.lifters[version - 1 :]:
            held = lift(held)
        return msgspec.convert(held, known.payload)
    except (msgspec.DecodeError, KeyError) as error:
        raise StoreTrouble("corrupt", kind=kind, version=version, detail=str(error)) from error


def decode_step(
    envelope: tuple[str, str, str, str], kind: str, version: int, payload: str, fetch: Fetch | None = None
) -> Step:
    """Return the step of an envelope (key, at, actor, realm) and its payload.

    Without `fetch` a replaced register comes without its rows: enough to list it, not to take it.
    """
    key, at, actor, realm = envelope
    body = decode(kind, version, payload)
    if isinstance(body, RegisterHead):
        body = _join(body, fetch)
    return Step(key, datetime.fromisoformat(at), actor, Realm(realm), body)


def _split(body: RegisterReplaced) -> tuple[RegisterHead, tuple[str, bytes]]:
    register = body.register
    head = RegisterHead(register.kind, register.digest, len(register.rows), register.demo, body.source, body.refused)
    return head, rows.pack(register)


def _join(head: RegisterHead, fetch: Fetch | None) -> RegisterReplaced:
    if head.kind not in ROW_TYPES:
        raise StoreTrouble("newer_step", kind=head.kind, version=0)
    if fetch is None:
        register: Register[Any] = Register(head.kind, (), head.digest, head.demo)
    else:
        register = rows.unpack(head.kind, head.digest, head.demo, fetch(head.digest))
    return RegisterReplaced(register, head.source, head.refused)
