"""The file of the outward channels, channels.toml: read with every fault named, written back in a stable order."""

from __future__ import annotations

import json
import math
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from data.gateway.channels.catalogue import KINDS, Fault, Setup, Value, faults_of
from data.gateway.private_files import write_private

FILE = "channels.toml"
_MOST = 100
_HEAD = ("name", "kind", "title", "on", "exercise")


@dataclass(frozen=True, slots=True)
class Book:
    """All channels in the order of the file, and what is wrong with them; `whole` when all of the file could be kept.

    A channel with faults is in the book all the same, so that it can be shown and put right; it cannot be built.
    """

    setups: tuple[Setup, ...] = ()
    faults: tuple[Fault, ...] = ()
    whole: bool = True

    def setup(self, name: str) -> Setup | None:
        """Return the channel of that name."""
        return next((one for one in self.setups if one.name == name), None)

    def faults_of(self, name: str) -> tuple[Fault, ...]:
        """Return what is wrong with one channel."""
        return tuple(one for one in self.faults if one.name == name)


def read(text: str) -> Book:
    """Read the settings; of two channels of one name the second is refused and told."""
    try:
        parsed = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return Book(faults=(Fault("", "", "", "unreadable"),), whole=False)
    listed: object = parsed.get("channel", [])
    if not isinstance(listed, list) or set(parsed) - {"channel"}:
        return Book(faults=(Fault("", "", "", "not_a_channel"),), whole=False)
    setups: dict[str, Setup] = {}
    faults: list[Fault] = []
    whole = True
    for entry in cast("list[object]", listed):
        if not isinstance(entry, dict) or len(setups) >= _MOST:
            faults.append(Fault("", "", "", "not_a_channel" if len(setups) < _MOST else "too_many"))
            whole = False
            continue
        setup, wrong = _setup(cast("dict[str, object]", entry))
        if setup.name in setups:
            faults.append(Fault(setup.kind, setup.name, "name", "twice"))
            whole = False
            continue
        setups[setup.name] = setup
        faults += [*wrong, *faults_of(setup)]
        whole = whole and not wrong
    return Book(tuple(setups.values()), tuple(faults), whole)


def _setup(entry: Mapping[str, object]) -> tuple[Setup, list[Fault]]:
    """Return the entry as it stands; what no setting can be is left out and named."""
    name, kind, title = (one if isinstance(one := entry.get(key, ""), str) else "" for key in ("name", "kind", "title"))
    on, exercise = (entry.get(key, usual) for key, usual in (("on", True), ("exercise", False)))
    wrong = [key for key in _HEAD if key in entry and not isinstance(entry[key], bool if key in _HEAD[3:] else str)]
    values: list[tuple[str, Value]] = []
    for key, value in entry.items():
        if key in _HEAD:
            continue
        held = _value(value)
        if held is None:
            wrong.append(key)
        else:
            values.append((key, held))
    # a switch that is no switch must not let anything out
    setup = Setup(name, kind, title, on is True, exercise is True, _ordered(kind, values))
    return setup, [Fault(kind, name, key, "wrong_type") for key in wrong]


def _value(value: object) -> Value | None:
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, list):
        texts = tuple(one for one in cast("list[object]", value) if isinstance(one, str))
        return texts if len(texts) == len(cast("list[object]", value)) else None
    return None


def _ordered(kind: str, values: Iterable[tuple[str, Value]]) -> tuple[tuple[str, Value], ...]:
    order = {one.key: at for at, one in enumerate(KINDS[kind].fields)} if kind in KINDS else {}
    return tuple(sorted(values, key=lambda pair: (order.get(pair[0], len(order)), pair[0])))


def write(setups: Iterable[Setup]) -> str:
    """Return the text of the file: channels as given, their fields in the order of the catalogue."""
    parts: list[str] = []
    for setup in setups:
        head: list[tuple[str, Value]] = [("name", setup.name), ("kind", setup.kind)]
        head += [("title", setup.title)] if setup.title else []
        head += [("on", setup.on), ("exercise", setup.exercise)]
        pairs = (*head, *_ordered(setup.kind, setup.values))
        parts.append("[[channel]]\n" + "".join(f"{_key(key)} = {_written(value)}\n" for key, value in pairs))
    return "\n".join(parts)


def _key(key: str) -> str:
    return key if key and key.isascii() and key.replace("_", "").replace("-", "").isalnum() else _text(key)


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return f"[{', '.join(_text(one) for one in value)}]"
    return _text(value)


def _text(text: str) -> str:
    """JSON writes a text as TOML reads it, but for one character."""
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")


def load(path: Path) -> Book:
    """Read the file; none is no channels. OSError when it cannot be read."""
    try:
        return read(path.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        return Book()
    except UnicodeDecodeError:
        return Book(faults=(Fault("", "", "", "unreadable"),), whole=False)


def save(path: Path, setups: Iterable[Setup], at: datetime) -> Path | None:
    """Write the file in one move; what of the old one could not be kept is set aside first. OSError as ever.

    Returns where the old file lies when it was set aside.
    """
    aside = None
    if not load(path).whole:
        aside = path.with_name(f"{path.name}.before-{at:%Y%m%dT%H%M%S}")
        aside.write_bytes(path.read_bytes())
        if os.name == "posix":
            aside.chmod(0o600)  # somebody may have written a secret into it
    write_private(path, write(setups).encode())
    return aside
