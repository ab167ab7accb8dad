"""Fields, faults and troubles of SL 651 frames in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.feeds.sl651.bcd import Why
from data.feeds.sl651.codes import FaultCode
from data.feeds.sl651.fields import Field, Part
from data.feeds.sl651.frames import FrameFault
from data.feeds.sl651.uplink import Trouble, TroubleCode
from views import phrases, words


def part(value: Part) -> str:
    """What a field is."""
    t = QCoreApplication.translate
    return {
        Part.START: t("FrameWords", "帧起始符"),
        Part.CENTRE: t("FrameWords", "中心站地址"),
        Part.STATION: t("FrameWords", "遥测站地址"),
        Part.PASSWORD: t("FrameWords", "密码"),
        Part.FUNCTION: t("FrameWords", "功能码"),
        Part.LENGTH: t("FrameWords", "上下行标识与长度"),
        Part.TEXT_START: t("FrameWords", "报文起始符"),
        Part.PACKETS: t("FrameWords", "包序号/总包数"),
        Part.SERIAL: t("FrameWords", "流水号"),
        Part.SENT: t("FrameWords", "发报时间"),
        Part.ADDRESS: t("FrameWords", "测站编码引导与编码"),
        Part.KIND: t("FrameWords", "测站分类码"),
        Part.OBSERVED: t("FrameWords", "观测时间"),
        Part.STEP: t("FrameWords", "时间步长码"),
        Part.ELEMENT: t("FrameWords", "要素"),
        Part.PARAMETER: t("FrameWords", "参数"),
        Part.MANUAL: t("FrameWords", "人工置数"),
        Part.PICTURE: t("FrameWords", "图片"),
        Part.TEXT: t("FrameWords", "正文"),
        Part.END: t("FrameWords", "报文结束符"),
        Part.CRC: t("FrameWords", "校验码"),
        Part.REST: t("FrameWords", "不成字段的字节"),
    }[value]


def meaning(field: Field) -> str:
    """The name of a field, with that of its element."""
    if field.part in {Part.ELEMENT, Part.PARAMETER, Part.STEP} and field.name:
        return f"{field.id} {phrases.registered(field.name)}"
    return f"{field.id} {part(field.part)}" if field.id else part(field.part)


def value(field: Field) -> str:
    """The value of a field as a person reads it."""
    t = QCoreApplication.translate
    marks = {"02": "STX", "16": "SYN", "03": "ETX", "17": "ETB", "05": "ENQ", "06": "ACK", "15": "NAK", "04": "EOT",
             "1B": "ESC"}  # fmt: skip
    match field.part:
        case Part.FUNCTION | Part.KIND:
            return f"{field.value} {phrases.registered(field.name)}".strip()
        case Part.LENGTH:
            way = t("FrameWords", "上行") if field.name == "up" else t("FrameWords", "下行")
            return t("FrameWords", "{0}，正文 {1} 字节").format(way, field.value)
        case Part.TEXT_START | Part.END:
            return f"{field.value} {marks.get(field.value, '')}".strip()
        case Part.PICTURE:
            return t("FrameWords", "{0} 字节").format(field.value)
        case Part.CRC if not field.good:
            return t("FrameWords", "{0}，算得 {1}，不符").format(field.value, field.name)
        case Part.CRC:
            return t("FrameWords", "{0}，相符").format(field.value)
        case Part.SENT | Part.OBSERVED if not field.good:
            return t("FrameWords", "{0} 不是时间").format(field.value)
        case _:
            return why(field.why) if field.why is not None else field.value


def why(value_: Why) -> str:
    """Why an element has no value."""
    t = QCoreApplication.translate
    return {
        Why.ABSENT: t("FrameWords", "无值（设备标为无效）"),
        Why.NOT_DECIMAL: t("FrameWords", "不是 BCD 数"),
        Why.NOT_A_TIME: t("FrameWords", "不是时间"),
        Why.EMPTY: t("FrameWords", "长度为 0"),
    }[value_]


def fault(found: FrameFault) -> str:
    """Why bytes are no frame."""
    t = QCoreApplication.translate
    text = {
        FaultCode.NOT_A_FRAME: t("FrameWords", "不是 SL 651 报文：没有帧起始符，或报头之后没有 STX、SYN"),
        FaultCode.CUT: t("FrameWords", "报文不完整：应有 {0} 字节，只有 {1} 字节"),
        FaultCode.LENGTH: t("FrameWords", "所写长度不对"),
        FaultCode.END_MARK: t("FrameWords", "所写长度处没有结束符"),
        FaultCode.CRC: t("FrameWords", "校验码不符，不予采用"),
        FaultCode.PACKETS: t("FrameWords", "包序号不对"),
        FaultCode.EXTRA: t("FrameWords", "报文之后还有字节：应有 {0} 字节，却有 {1} 字节"),
        FaultCode.GARBAGE: t("FrameWords", "报文之间的杂字节"),
    }[found.code]
    return text.format(found.expected, found.found)


def trouble(found: Trouble) -> str:
    """What is wrong with the text of a sound frame."""
    t = QCoreApplication.translate
    text = {
        TroubleCode.SHORT: t("FrameWords", "正文没有流水号和发报时间"),
        TroubleCode.SENT_TIME: t("FrameWords", "发报时间不是时间"),
        TroubleCode.OBSERVED_TIME: t("FrameWords", "观测时间不是时间"),
        TroubleCode.NO_ADDRESS: t("FrameWords", "正文没有测站编码"),
        TroubleCode.OTHER_ADDRESS: t("FrameWords", "正文说的是另一站（中继）"),
        TroubleCode.ELEMENT_CUT: t("FrameWords", "要素长度超出正文"),
        TroubleCode.NO_STEP: t("FrameWords", "均匀时段没有步长"),
        TroubleCode.LEFT_OVER: t("FrameWords", "有剩余字节"),
        TroubleCode.SERIES_LENGTH: t("FrameWords", "定义字节与规定长度不符"),
        TroubleCode.SERIES_END: t("FrameWords", "观测时间是末值的时间，不是首值的"),
        TroubleCode.UNREADABLE: t("FrameWords", "有读不懂的字符"),
    }.get(found.code, str(found.code))
    return phrases.noted(text, found.about)


def spaced(raw: bytes, most: int = 24) -> str:
    """Bytes as pairs of digits, cut after some."""
    if not raw:
        return words.DASH
    shown = raw[:most].hex(" ").upper()
    return f"{shown} …" if len(raw) > most else shown
