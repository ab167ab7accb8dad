"""Codes of SL 651-2014: control characters (table 10), functions (table B.1), kinds of station (table A.1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Final


class Control(IntEnum):
    """Control characters, table 10."""

    SOH = 0x01
    STX = 0x02
    ETX = 0x03
    EOT = 0x04
    ENQ = 0x05
    ACK = 0x06
    NAK = 0x15
    SYN = 0x16
    ETB = 0x17
    ESC = 0x1B


UP_ENDS: Final = frozenset({Control.ETX, Control.ETB})
DOWN_ENDS: Final = frozenset({Control.ENQ, Control.ACK, Control.NAK, Control.EOT, Control.ESC})


class Coding(StrEnum):
    """How a frame is written: 6.4 or 6.5."""

    HEX = "hex"
    ASCII = "ascii"


class Crc(StrEnum):
    """What the check sum says: `missing` when the frame ends before it."""

    OK = "ok"
    BAD = "bad"
    MISSING = "missing"


class FaultCode(StrEnum):
    """Why bytes are no frame."""

    NOT_A_FRAME = "not_a_frame"  # no start, or no STX/SYN where the header ends
    CUT = "cut"  # ends before its stated length
    LENGTH = "length"  # a stated length of nothing, or more than a line may hold
    END_MARK = "end_mark"  # no end mark where the stated length ends
    CRC = "crc"
    PACKETS = "packets"  # a packet number of nothing, or beyond the number of packets
    EXTRA = "extra"  # more bytes than the frame
    GARBAGE = "garbage"  # bytes between frames


class Shape(StrEnum):
    """What the text after serial number and time holds: 6.6.4."""

    HEAD = "head"  # nothing more: 2F
    ELEMENTS = "elements"
    SERIES = "series"  # one identifier, then values at even steps: 31, 38
    MANUAL = "manual"  # 35, 39
    PICTURE = "picture"
    PARAMETERS = "parameters"  # 40 … 43, 49: appendix D, not C
    VERSION = "version"
    SWITCHES = "switches"  # 4C, 4D: tables 71, 74
    GATES = "gates"  # 4E: table 77
    QUOTA = "quota"  # 4F
    EVENTS = "events"  # 50: table 82


@dataclass(frozen=True, slots=True)
class Function:
    """One function code of table B.1; `manner` is how its values came about (data/model/telemetry.py)."""

    code: int
    name: str
    shape: Shape
    manner: str = ""

    @property
    def hex(self) -> str:
        """Two digits, as the standard writes it."""
        return f"{self.code:02X}"


_FUNCTIONS: Final = (
    Function(0x2F, "链路维持报", Shape.HEAD),
    Function(0x30, "测试报", Shape.ELEMENTS, "test"),
    Function(0x31, "均匀时段水文信息报", Shape.SERIES, "even"),
    Function(0x32, "遥测站定时报", Shape.ELEMENTS, "timed"),
    Function(0x33, "遥测站加报报", Shape.ELEMENTS, "extra"),
    Function(0x34, "遥测站小时报", Shape.ELEMENTS, "hourly"),
    Function(0x35, "遥测站人工置数报", Shape.MANUAL, "manual"),
    Function(0x36, "遥测站图片报", Shape.PICTURE),
    Function(0x37, "查询遥测站实时数据", Shape.ELEMENTS, "asked"),
    Function(0x38, "查询遥测站时段数据", Shape.SERIES, "asked"),
    Function(0x39, "查询遥测站人工置数", Shape.MANUAL, "manual"),
    Function(0x3A, "查询遥测站指定要素数据", Shape.ELEMENTS, "asked"),
    Function(0x40, "修改遥测站基本配置表", Shape.PARAMETERS),
    Function(0x41, "读取/自报遥测站基本配置表", Shape.PARAMETERS),
    Function(0x42, "修改遥测站运行参数配置表", Shape.PARAMETERS),
    Function(0x43, "读取/自报遥测站运行参数配置表", Shape.PARAMETERS),
    Function(0x44, "查询水泵电机实时工作数据", Shape.ELEMENTS, "asked"),
    Function(0x45, "查询遥测终端软件版本", Shape.VERSION),
    Function(0x46, "查询遥测站状态和报警信息", Shape.ELEMENTS, "asked"),
    Function(0x47, "初始化固态存储数据", Shape.PARAMETERS),
    Function(0x48, "恢复终端出厂设置", Shape.PARAMETERS),
    Function(0x49, "修改密码", Shape.PARAMETERS),
    Function(0x4A, "设置遥测站时钟", Shape.ELEMENTS),
    Function(0x4B, "设置遥测终端IC卡状态", Shape.ELEMENTS),
    Function(0x4C, "控制水泵开关命令/水泵状态信息自报", Shape.SWITCHES),
    Function(0x4D, "控制阀门开关命令/阀门状态信息自报", Shape.SWITCHES),
    Function(0x4E, "控制闸门开关命令/闸门状态信息自报", Shape.GATES),
    Function(0x4F, "水量定值控制命令", Shape.QUOTA),
    Function(0x50, "查询遥测站事件记录", Shape.EVENTS),
    Function(0x51, "查询遥测站时钟", Shape.ELEMENTS),
)

FUNCTIONS: Final = MappingProxyType({each.code: each for each in _FUNCTIONS})
"""Table B.1; other codes are kept for extensions and are read as elements."""

KINDS: Final = MappingProxyType(
    {
        "P": "降水", "H": "河道", "K": "水库(湖泊)", "Z": "闸坝", "D": "泵站", "T": "潮汐",
        "M": "墒情", "G": "地下水", "Q": "水质", "I": "取水口", "O": "排水口",
    }
)  # fmt: skip
"""Table A.1; the HEX code is the ASCII code of the letter."""


def function_of(code: int) -> Function:
    """Return the function of a code; an extension (table B.1, 00–2E, 3B–3F, 52–FF) has no name."""
    return FUNCTIONS.get(code) or Function(code, "", Shape.ELEMENTS)
