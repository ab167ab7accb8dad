"""Texts that have no identifiers of table C.1: parameters, version, switches, gates, quota, events (6.6.4.14–30)."""

from __future__ import annotations

from typing import Final

from data.feeds.sl651.bcd import Why, number
from data.feeds.sl651.codes import Shape
from data.feeds.sl651.parameters import CHANNELS, EVENTS, PARAMETERS, SENSORS, Form, ParameterKind
from data.feeds.sl651.uplink import Element, Trouble, TroubleCode

_WORDS: Final = "gb18030"  # what stations write Chinese in; plain ASCII reads the same
_EVENT_COUNT: Final = 32
_UNNAMED: Final = "未定义参数"


def text_of(raw: bytes) -> str:
    """Read words as stations write them."""
    return raw.decode(_WORDS, "backslashreplace").strip(" \0\r\n")


def parameters(body: bytes, at: int, troubles: list[Trouble]) -> list[Element]:
    """Read identifiers of appendix D and their values."""
    found: list[Element] = []
    while at < len(body):
        identifier = f"{body[at]:02X}"
        if body[at] == 0xFF and at + 1 < len(body):
            at += 1
            identifier += f"{body[at]:02X}"
        kind = PARAMETERS.get(identifier) or ParameterKind(identifier, _UNNAMED, "", Form.NUMBER)
        if at + 1 >= len(body):
            if kind.form is not Form.NOTHING:
                troubles.append(Trouble(TroubleCode.ELEMENT_CUT, identifier))
            else:
                found.append(Element(identifier, kind.name, ""))
            return found
        definition = body[at + 1]
        length = definition if kind.form is Form.RELAYED else definition >> 3
        raw = body[at + 2 : at + 2 + length]
        if len(raw) < length:
            troubles.append(Trouble(TroubleCode.ELEMENT_CUT, identifier))
            return found
        found.append(parameter(kind, raw, definition & 7))
        at += 2 + length
    return found


def parameter(kind: ParameterKind, raw: bytes, decimals: int) -> Element:
    """Read one parameter's value."""
    if kind.form is Form.NUMBER:
        value, why = number(raw, decimals)
        return Element(kind.id, kind.name, value, kind.unit, decimals, why=why)
    if not raw and kind.form is not Form.NOTHING:
        return Element(kind.id, kind.name, None, why=Why.EMPTY)
    if kind.form is Form.CENTRES:
        return Element(kind.id, kind.name, " ".join(str(one) for one in raw))
    if kind.form is Form.CHANNEL:
        return Element(kind.id, kind.name, _channel(raw))
    if kind.form is Form.SENSORS:
        return Element(kind.id, kind.name, raw.hex().upper(), detail=_sensors(raw))
    if kind.form is Form.TEXT:
        return Element(kind.id, kind.name, text_of(raw))
    if kind.form is Form.RELAYED:
        ranges = (raw[start : start + 6].hex().upper() for start in range(0, len(raw), 6))
        return Element(kind.id, kind.name, " ".join(f"{one[:10]}+{one[10:]}" for one in ranges))
    return Element(kind.id, kind.name, raw.hex().upper())


def _channel(raw: bytes) -> str:
    """Table D.1 row 4: an IP address is twelve digits, its port six; an odd number starts with A (6.6.3.3 b)."""
    digits = raw[1:].hex().upper()
    word = CHANNELS.get(raw[0], f"{raw[0]:02X}")
    if raw[0] == 2 and len(digits) == 18 and digits.isdecimal():
        address = ".".join(str(int(digits[start : start + 3])) for start in range(0, 12, 3))
        return f"{word} {address}:{int(digits[12:])}"
    return f"{word} {digits.removeprefix('A')}".strip()


def _sensors(raw: bytes) -> tuple[str, ...]:
    return tuple(
        names[bit] for byte, names in zip(raw, SENSORS, strict=False) for bit in range(len(names)) if byte >> bit & 1
    )


def special(shape: Shape, body: bytes, at: int, troubles: list[Trouble]) -> list[Element]:
    """Read a text without identifiers."""
    rest = body[at:]
    if not rest:
        troubles.append(Trouble(TroubleCode.SHORT, shape))
        return []
    if shape is Shape.VERSION:
        return _version(rest, troubles)
    if shape is Shape.SWITCHES:
        return _switches(rest, troubles)
    if shape is Shape.GATES:
        return _gates(rest, troubles)
    if shape is Shape.QUOTA:
        return [Element("", "水量定值控制", float(rest[0] == 0xFF), detail=("投入" if rest[0] == 0xFF else "退出",))]
    return _events(rest, troubles)


def _version(rest: bytes, troubles: list[Trouble]) -> list[Element]:
    length = rest[0]
    if len(rest) < 1 + length:
        troubles.append(Trouble(TroubleCode.ELEMENT_CUT))
    return [Element("", "遥测站软件版本", text_of(rest[1 : 1 + length]))]


def _switches(rest: bytes, troubles: list[Trouble]) -> list[Element]:
    """Tables 71 and 74: a count of bytes, then a bit a pump or valve, 1 = open."""
    count = rest[0]
    if len(rest) < 1 + count:
        troubles.append(Trouble(TroubleCode.ELEMENT_CUT))
        return []
    bits = rest[1 : 1 + count]
    return [
        Element("", f"{8 * n + bit + 1}号开关", float(byte >> bit & 1))
        for n, byte in enumerate(bits)
        for bit in range(8)
    ]


def _gates(rest: bytes, troubles: list[Trouble]) -> list[Element]:
    """Table 77: the number of gates, a bit each, then how far each is open in cm."""
    count = rest[0]
    bits_end = 1 + (count + 7) // 8
    if len(rest) < bits_end + 2 * count:
        troubles.append(Trouble(TroubleCode.ELEMENT_CUT))
        return []
    found: list[Element] = []
    for gate in range(count):
        is_open = rest[1 + gate // 8] >> gate % 8 & 1
        at = bits_end + 2 * gate
        width, why = number(rest[at : at + 2], 0)
        found.append(Element("", f"{gate + 1}号闸门开度", width, "cm", why=why, detail=("开" if is_open else "关",)))
    return found


def _events(rest: bytes, troubles: list[Trouble]) -> list[Element]:
    """Table 82: how often each of 32 events happened, two bytes each; the free ones are told when they are not 0."""
    if len(rest) < 2 * _EVENT_COUNT:
        troubles.append(Trouble(TroubleCode.ELEMENT_CUT))
    counts = [int.from_bytes(rest[n : n + 2], "big") for n in range(0, min(len(rest), 2 * _EVENT_COUNT) - 1, 2)]
    return [
        Element("", EVENTS[n] if n < len(EVENTS) else f"ERC{n + 1}", float(count), "次")
        for n, count in enumerate(counts)
        if n < len(EVENTS) or count
    ]
