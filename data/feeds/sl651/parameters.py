"""Appendix D of SL 651-2014: a station's configuration (D.1), running parameters (D.4), state and events (58, 82)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Form(StrEnum):
    """How a parameter's bytes are read."""

    NUMBER = "number"
    ADDRESS = "address"  # of a telemetry station
    HEX = "hex"
    CENTRES = "centres"  # four addresses of centres, 0 = none
    CHANNEL = "channel"  # kind of channel, then an address of that kind
    SENSORS = "sensors"  # table D.2
    RELAYED = "relayed"  # table D.3; its whole definition byte is the length
    TEXT = "text"
    NOTHING = "nothing"  # an order without a value: 97, 98


@dataclass(frozen=True, slots=True)
class ParameterKind:
    """One row of table D.1 or D.4; `digits` and `decimals` are N(D,d)."""

    id: str
    name: str
    unit: str
    form: Form
    digits: int = 0
    decimals: int = 0


_BASIC: Final = """
01|中心站地址||centres
02|遥测站地址||address
03|密码||hex
04|中心站1主信道类型及地址||channel
05|中心站1备用信道类型及地址||channel
06|中心站2主信道类型及地址||channel
07|中心站2备用信道类型及地址||channel
08|中心站3主信道类型及地址||channel
09|中心站3备用信道类型及地址||channel
0A|中心站4主信道类型及地址||channel
0B|中心站4备用信道类型及地址||channel
0C|工作方式||number|2|0
0D|遥测站采集要素设置||sensors
0E|中继站(集合转发站)服务地址范围||relayed
0F|遥测站通信设备识别号||text
"""

_RUNNING: Final = """
20|定时报时间间隔|h|number|2|0
21|加报时间间隔|min|number|2|0
22|降水量日起始时间|h|number|2|0
23|采样间隔|s|number|4|0
24|水位数据存储间隔|min|number|2|0
25|雨量计分辨力|mm|number|2|1
26|水位计分辨力|cm|number|2|1
27|雨量加报阈值|mm|number|2|0
28-2F|水位基值#|m|number|7|3
30-37|水位修正基值#|m|number|5|3
38-3F|加报水位#|m|number|4|2
40|加报水位以上加报阈值|m|number|3|2
41|加报水位以下加报阈值|m|number|3|2
42|流量加报阈值|m³/s|number|6|3
43|流速加报阈值|m/s|number|5|3
44|闸位加报阈值|m|number|3|2
45|功率加报阈值|kW|number|6|0
46|气压加报阈值|hPa|number|4|0
47|风速加报阈值|m/s|number|4|2
48|水温加报阈值|°C|number|2|1
69|水温上限|°C|number|3|1
6A|水温下限|°C|number|3|1
6B|pH值上限||number|2|1
6C|pH值下限||number|2|1
6D|溶解氧上限|mg/L|number|4|1
6E|溶解氧下限|mg/L|number|4|1
6F|高锰酸盐指数上限|mg/L|number|4|1
70|高锰酸盐指数下限|mg/L|number|4|1
71|电导率上限|µS/cm|number|5|0
72|电导率下限|µS/cm|number|5|0
73|氧化还原电位上限|mV|number|5|1
74|氧化还原电位下限|mV|number|5|1
75|浊度上限|度|number|3|0
76|浊度下限|度|number|3|0
77|氨氮上限|mg/L|number|6|2
78|氨氮下限|mg/L|number|6|2
79|总氮上限|mg/L|number|5|2
7A|总氮下限|mg/L|number|5|2
7B|铜上限|mg/L|number|7|4
7C|铜下限|mg/L|number|7|4
7D|锌上限|mg/L|number|6|4
7E|锌下限|mg/L|number|6|4
7F|氟化物上限|mg/L|number|5|2
80|氟化物下限|mg/L|number|5|2
81|硒上限|mg/L|number|7|5
82|硒下限|mg/L|number|7|5
83|砷上限|mg/L|number|7|5
84|砷下限|mg/L|number|7|5
85|汞上限|mg/L|number|7|5
86|汞下限|mg/L|number|7|5
87|镉上限|mg/L|number|7|5
88|镉下限|mg/L|number|7|5
89|总有机碳上限|mg/L|number|4|2
8A|总有机碳下限|mg/L|number|4|2
8B|叶绿素上限|mg/L|number|4|2
8C|叶绿素下限|mg/L|number|4|2
8D|流量上限|m³/s|number|11|3
8E-95|水表#充值水量|m³|number|11|3
96|水量定值量|m³|number|11|3
97|固态存储数据初始化||nothing
98|遥测终端参数恢复出厂设置||nothing
99-A0|水表#水量表底(初始)值|m³|number|11|3
A1-A8|水表#剩余水量报警值|m³|number|11|3
"""


def _limits() -> list[str]:
    """Write out the pairs of upper and lower bounds, 49–58 and 59–68."""
    rows: list[str] = []
    for intake in range(8):
        for low, edge in enumerate("上下"):
            rows.append(f"{0x49 + 2 * intake + low:02X}|取(排)水口{intake + 1}{edge}限水位|m|number|4|2")
            rows.append(f"{0x59 + 2 * intake + low:02X}|取(排)水口{intake + 1}{edge}限水压|kPa|number|8|2")
    return rows


def _parameters() -> dict[str, ParameterKind]:
    found: dict[str, ParameterKind] = {}
    for line in (*_BASIC.strip().splitlines(), *_RUNNING.strip().splitlines(), *_limits()):
        ids, name, unit, form, *figures = line.split("|")
        first, _, last = ids.partition("-")
        start = int(first, 16)
        digits, decimals = (int(figures[0]), int(figures[1])) if figures else (0, 0)
        for code in range(start, int(last or first, 16) + 1):
            shown = name.replace("#", str(code - start + 1))
            found[f"{code:02X}"] = ParameterKind(f"{code:02X}", shown, unit, Form(form), digits, decimals)
    return found


PARAMETERS: Final = MappingProxyType(_parameters())
"""Tables D.1 and D.4 by identifier byte."""

CHANNELS: Final = MappingProxyType({0: "禁用", 1: "短信", 2: "IPV4", 3: "北斗", 4: "海事卫星", 5: "PSTN", 6: "超短波"})
"""Kinds of channel, table D.1 row 4."""

STATES: Final = (
    ("交流电充电状态", "正常", "停电"),
    ("蓄电池电压状态", "正常", "电压低"),
    ("水位超限报警状态", "正常", "报警"),
    ("流量超限报警状态", "正常", "报警"),
    ("水质超限报警状态", "正常", "报警"),
    ("流量仪表状态", "正常", "故障"),
    ("水位仪表状态", "正常", "故障"),
    ("终端箱门状态", "开启", "关闭"),
    ("存储器状态", "正常", "异常"),
    ("IC卡功能有效", "关闭", "IC卡有效"),
    ("水泵工作状态", "水泵工作", "水泵停机"),
    ("剩余水量报警", "未超限", "水量超限"),
)
"""Table 58, bit 0 first: name, what 0 and what 1 mean."""

EVENTS: Final = (
    "历史数据初始化记录", "参数变更记录", "状态量变位记录", "传感器及仪表故障记录", "密码修改记录", "终端故障记录",
    "交流失电记录", "蓄电池电压低告警记录", "终端箱非法打开记录", "水泵故障记录", "剩余水量超限告警记录",
    "水位超限告警记录", "水压超限告警记录", "水质参数超限告警记录", "数据出错记录", "发报文记录", "收报文记录",
    "发报文出错记录",
)  # fmt: skip
"""Table 82, ERC1 first; ERC19 to ERC32 are kept free."""

SENSORS: Final = (
    ("气压", "地温", "湿度", "气温", "风速", "风向", "蒸发量", "降水量"),
    ("水位1", "水位2", "水位3", "水位4", "水位5", "水位6", "水位7", "水位8"),
    ("水压", "流量", "流速", "水量", "闸门开度", "波浪", "图片", "地下水埋深"),
    ("水表1", "水表2", "水表3", "水表4", "水表5", "水表6", "水表7", "水表8"),
    ("10CM墒情", "20CM墒情", "30CM墒情", "40CM墒情", "50CM墒情", "60CM墒情", "80CM墒情", "100CM墒情"),
    ("水温", "氨氮", "高锰酸盐指数", "氧化还原电位", "浊度", "电导率", "溶解氧", "pH值"),
    ("镉", "总汞", "砷", "硒", "锌", "总磷", "总氮", "总有机碳"),
    ("铅", "铜", "叶绿素a"),
)
"""Table D.2: one group a byte, bit 0 first."""


def states_of(word: int) -> tuple[str, ...]:
    """Say what every bit of a state word means."""
    return tuple(f"{name}:{(zero, one)[word >> bit & 1]}" for bit, (name, zero, one) in enumerate(STATES))
