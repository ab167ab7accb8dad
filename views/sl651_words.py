"""Words for what is wrong with an SL 651 frame, of the frame inspector and the command line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.feeds.sl651.bcd import Why
from data.feeds.sl651.codes import FaultCode
from data.feeds.sl651.frames import FrameFault
from data.feeds.sl651.uplink import Trouble, TroubleCode


def fault(found: FrameFault) -> str:
    """Say why bytes are no frame."""
    t = QCoreApplication.translate
    words = {
        FaultCode.NOT_A_FRAME: t("Sl651Words", "不是报文：没有帧起始符 7E7E（或 SOH），或报头后没有 STX/SYN"),
        FaultCode.CUT: t("Sl651Words", "报文不完整：应有 {expected} 字节，只有 {found} 字节"),
        FaultCode.LENGTH: t("Sl651Words", "报文长度为零"),
        FaultCode.END_MARK: t("Sl651Words", "报文长度所指处没有结束符"),
        FaultCode.CRC: t("Sl651Words", "CRC 校验错误"),
        FaultCode.PACKETS: t("Sl651Words", "包总数与包序号不符"),
        FaultCode.EXTRA: t("Sl651Words", "报文之后多出字节：报文 {expected} 字节，共 {found} 字节"),
        FaultCode.GARBAGE: t("Sl651Words", "报文之外的 {found} 字节"),
    }
    return words[found.code].format(expected=found.expected, found=found.found)


def trouble(found: Trouble) -> str:
    """Say what is wrong with the text of a sound frame."""
    t = QCoreApplication.translate
    words = {
        TroubleCode.SHORT: t("Sl651Words", "正文不完整"),
        TroubleCode.SENT_TIME: t("Sl651Words", "发报时间无效 {about}"),
        TroubleCode.OBSERVED_TIME: t("Sl651Words", "观测时间无效 {about}"),
        TroubleCode.NO_ADDRESS: t("Sl651Words", "正文没有遥测站地址"),
        TroubleCode.OTHER_ADDRESS: t("Sl651Words", "正文是另一测站 {about} 的"),
        TroubleCode.ELEMENT_CUT: t("Sl651Words", "要素 {about} 长度超出正文"),
        TroubleCode.NO_STEP: t("Sl651Words", "没有有效的时间步长 {about}"),
        TroubleCode.LEFT_OVER: t("Sl651Words", "多出不成组的数据 {about}"),
        TroubleCode.SERIES_LENGTH: t("Sl651Words", "要素 {about} 的数据定义与规定长度不符，按规定长度读"),
        TroubleCode.SERIES_END: t("Sl651Words", "要素 {about} 的观测时间是时段末，按时段末读"),
        TroubleCode.UNREADABLE: t("Sl651Words", "读不懂的内容 {about}"),
    }
    return words[found.code].format(about=found.about).strip()


def why(reason: Why) -> str:
    """Say why an element has no value."""
    t = QCoreApplication.translate
    words = {
        Why.ABSENT: t("Sl651Words", "无数据"),
        Why.NOT_DECIMAL: t("Sl651Words", "不是 BCD 码"),
        Why.NOT_A_TIME: t("Sl651Words", "不是时间"),
        Why.EMPTY: t("Sl651Words", "没有内容"),
    }
    return words[reason]


def not_hex() -> str:
    """Say that a line is no HEX digits."""
    return QCoreApplication.translate("Sl651Words", "不是十六进制文本")
