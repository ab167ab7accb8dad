"""Texts in ASCII coding (6.6.2): identifiers and values as characters, a space behind each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from data.feeds.sl651.bcd import Why, moment_of
from data.feeds.sl651.body_hex import Read, five_minutes, manual
from data.feeds.sl651.codes import KINDS as STATION_KINDS
from data.feeds.sl651.codes import Shape
from data.feeds.sl651.elements import BY_LETTERS, ElementKind, kind_of
from data.feeds.sl651.parameters import PARAMETERS, Form, ParameterKind, states_of
from data.feeds.sl651.tails import parameter, special
from data.feeds.sl651.uplink import Element, TroubleCode

_STEP: Final = re.compile(r"DR([DHN])(\d\d)")
_UNITS: Final = {"D": timedelta(days=1), "H": timedelta(hours=1), "N": timedelta(minutes=1)}
_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d+)?")
_BINARY: Final = frozenset({Shape.SWITCHES, Shape.GATES, Shape.QUOTA, Shape.EVENTS})
_RAW: Final = (b"RGZS ", b"PIC ")  # what follows is carried as it is (6.4.1)


def read_ascii(read: Read, body: bytes, at: int) -> None:
    """Read a text behind serial number and time."""
    rest = body[at:]
    for mark in _RAW:
        head, found, tail = rest.partition(mark)
        if found and (not head or head.endswith(b" ")):
            _words(read, head)
            if mark == b"PIC ":
                read.picture = tail.removesuffix(b" ") if tail.endswith(b"\xff\xd9 ") else tail
            else:
                manual(read, tail)
            return
    _words(read, rest)


def _words(read: Read, text: bytes) -> None:
    words = text.decode("latin-1").split()
    shape = read.function.shape
    if shape is Shape.HEAD:
        return
    at = _address(read, words, 0) if words[:1] == ["ST"] else 0
    if not at and shape is not Shape.MANUAL:
        read.trouble(TroubleCode.NO_ADDRESS)
    if shape is Shape.PARAMETERS:
        _parameters(read, words[at:])
    elif shape is Shape.VERSION:
        read.elements.append(Element("", "遥测站软件版本", " ".join(words[at + 1 :])))
    elif shape in _BINARY:
        try:
            raw = bytes.fromhex("".join(words[at:]))
        except ValueError:
            read.trouble(TroubleCode.UNREADABLE)
        else:
            read.elements += special(shape, raw, 0, read.troubles)
    else:
        while at < len(words):
            at = _next(read, words, at)


def _address(read: Read, words: Sequence[str], at: int) -> int:
    """Read ST, the station, and its kind where one is given."""
    station = words[at + 1].upper() if at + 1 < len(words) else ""
    if not station:
        read.trouble(TroubleCode.ELEMENT_CUT, "ST")
        return len(words)
    if station != read.station:
        read.trouble(TroubleCode.OTHER_ADDRESS, station)
        read.station = station
    at += 2
    if at < len(words) and words[at] in STATION_KINDS and (at + 1 == len(words) or words[at + 1] == "TT"):
        read.kind = words[at]
        at += 1
    return at


def _next(read: Read, words: Sequence[str], at: int) -> int:
    word = words[at].upper()
    if word == "ST":
        return _address(read, words, at)
    if word == "TT":
        given = words[at + 1] if at + 1 < len(words) else ""
        read.observe(moment_of(given), given)
        return at + 2
    step = _STEP.fullmatch(word)
    if step is not None:
        read.step = _UNITS[step[1]] * int(step[2])
        read.elements.append(_element(read, kind_of("04"), read.step.total_seconds() / 60))
        return at + 1
    if word not in BY_LETTERS and _NUMBER.fullmatch(word):
        read.trouble(TroubleCode.LEFT_OVER, word)
        return at + 1
    if read.function.shape is Shape.SERIES and read.step:
        return _even(read, words, at)
    if at + 1 >= len(words):
        read.trouble(TroubleCode.ELEMENT_CUT, word)
        return len(words)
    _take(read, BY_LETTERS.get(word) or kind_of(word), words[at + 1])
    return at + 2


def _even(read: Read, words: Sequence[str], at: int) -> int:
    """Read 31H and 38H: the identifiers once, then one value of each a step (6.6.4.4)."""
    kinds: list[ElementKind] = []
    while at < len(words) and words[at].upper() in BY_LETTERS:
        kinds.append(BY_LETTERS[words[at].upper()])
        at += 1
    if not kinds:
        read.trouble(TroubleCode.UNREADABLE, words[at])
        return len(words)
    while at < len(words) and words[at].upper() not in {"ST", "TT"}:
        for kind in kinds:
            if at < len(words):
                _take(read, kind, words[at])
                at += 1
            else:
                read.trouble(TroubleCode.LEFT_OVER, kind.id)
        read.at = read.at + read.step if read.at is not None and read.step else read.at
    return at


def _take(read: Read, kind: ElementKind, word: str) -> None:
    if kind.hex_bytes:
        _take_hex(read, kind, word)
        return
    absent = word == "M" or not word.strip("Ff") or not word.strip("Aa")
    match = _NUMBER.fullmatch(word)
    if match is None:
        if not absent:
            read.trouble(TroubleCode.UNREADABLE, kind.id)
        why = Why.ABSENT if absent else Why.NOT_DECIMAL
        read.elements.append(Element(kind.id, kind.name, None, kind.unit, kind.decimals, read.at, read.station, why))
        return
    decimals = len(word.partition(".")[2])
    read.elements.append(_element(read, kind, float(word), decimals))


def _take_hex(read: Read, kind: ElementKind, word: str) -> None:
    try:
        raw = bytes.fromhex(word)
    except ValueError:
        read.trouble(TroubleCode.UNREADABLE, kind.id)
        return
    if kind.id == "45":
        state = int.from_bytes(raw, "big")
        read.elements.append(
            Element(kind.id, kind.name, float(state), "", 0, read.at, read.station, detail=states_of(state))
        )
        return
    if not raw or len(raw) % (12 * kind.hex_bytes):
        read.trouble(TroubleCode.ELEMENT_CUT, kind.id)
        return
    five_minutes(read, kind.id, raw)


def _element(read: Read, kind: ElementKind, value: float | str, decimals: int = 0) -> Element:
    return Element(kind.id, kind.name, value, kind.unit, decimals, read.at, read.station)


def _parameters(read: Read, words: Sequence[str]) -> None:
    """Read identifiers of appendix D, two digits each, and their values."""
    at = 0
    while at < len(words):
        word = words[at].upper()
        kind = PARAMETERS.get(word) or ParameterKind(word, "未定义参数", "", Form.TEXT)
        at += 1
        if kind.form is Form.NOTHING or at == len(words):
            read.elements.append(Element(kind.id, kind.name, ""))
            continue
        given = words[at]
        at += 1
        if kind.form is Form.NUMBER and _NUMBER.fullmatch(given):
            read.elements.append(Element(kind.id, kind.name, float(given), kind.unit, len(given.partition(".")[2])))
            continue
        if kind.form in {Form.NUMBER, Form.TEXT}:
            read.elements.append(Element(kind.id, kind.name, given, kind.unit))
            continue
        try:
            read.elements.append(parameter(kind, bytes.fromhex(given), kind.decimals))
        except ValueError:
            read.trouble(TroubleCode.UNREADABLE, kind.id)
