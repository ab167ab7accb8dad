"""Table C.1 of SL 651-2014: what is measured, under which identifier, in which unit, with how many figures."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class ElementKind:
    """One row of table C.1. `digits` and `decimals` are N(D,d); a HEX number has `hex_bytes` instead."""

    id: str  # identifier byte as hex digits
    letters: str  # identifier of the ASCII coding
    name: str
    unit: str
    digits: int
    decimals: int
    hex_bytes: int = 0


_ROWS: Final = """
01|AC|断面面积|m²|8|2
02|AI|瞬时气温|°C|3|1
03|C|瞬时水温|°C|3|1
04|DR|时间步长码|min|6|0
05|DT|时段长|HH.mm|4|2
06|ED|日蒸发量|mm|5|1
07|EJ|当前蒸发|mm|5|1
08|FL|气压|hPa|5|0
09|GH|闸门开启高度|m|5|2
0A|GN|输水设备、闸门(组)编号||3|0
0B|GS|输水设备类别||1|0
0C|GT|闸门开启孔数|孔|3|0
0D|GTP|地温|°C|3|1
0E|H|地下水瞬时埋深|m|6|2
0F|HW|波浪高度|m|5|2
10|M10|10厘米处土壤含水量|%|4|1
11|M20|20厘米处土壤含水量|%|4|1
12|M30|30厘米处土壤含水量|%|4|1
13|M40|40厘米处土壤含水量|%|4|1
14|M50|50厘米处土壤含水量|%|4|1
15|M60|60厘米处土壤含水量|%|4|1
16|M80|80厘米处土壤含水量|%|4|1
17|M100|100厘米处土壤含水量|%|4|1
18|MST|湿度|%|4|1
19|NS|开机台数|台|2|0
1A|P1|1小时时段降水量|mm|5|1
1B|P2|2小时时段降水量|mm|5|1
1C|P3|3小时时段降水量|mm|5|1
1D|P6|6小时时段降水量|mm|5|1
1E|P12|12小时时段降水量|mm|5|1
1F|PD|日降水量|mm|5|1
20|PJ|当前降水量|mm|5|1
21|PN01|1分钟时段降水量|mm|5|1
22|PN05|5分钟时段降水量|mm|5|1
23|PN10|10分钟时段降水量|mm|5|1
24|PN30|30分钟时段降水量|mm|5|1
25|PR|暴雨量|mm|5|1
26|PT|降水量累计值|mm|6|1
27|Q|瞬时流量、抽水流量|m³/s|9|3
28-2F|Q#|取(排)水口流量#|m³/s|9|3
30|QA|总出库流量、过闸总流量|m³/s|9|3
31|QZ|输水设备流量、过闸(组)流量|m³/s|9|3
32|SW|输沙量|10⁴t|11|3
33|UC|风向||2|0
34|UE|风力|级|2|0
35|US|风速|m/s|4|1
36|VA|断面平均流速|m/s|5|3
37|VJ|当前瞬时流速|m/s|5|3
38|VT|电源电压|V|4|2
39|Z|瞬时河道水位、潮位|m|7|3
3A|ZB|库(闸、站)下水位|m|7|3
3B|ZU|库(闸、站)上水位|m|7|3
3C-43|Z#|取(排)水口水位#|m|7|3
44|SQ|含沙量|kg/m³|9|3
45|ZT|遥测站状态及报警信息||0|0|4
46|PH|pH值||4|2
47|DO|溶解氧|mg/L|4|1
48|COND|电导率|µS/cm|5|0
49|TURB|浊度|度|3|0
4A|CODMN|高锰酸盐指数|mg/L|4|1
4B|REDOX|氧化还原电位|mV|5|1
4C|NH4N|氨氮|mg/L|6|2
4D|TP|总磷|mg/L|5|3
4E|TN|总氮|mg/L|5|2
4F|TOC|总有机碳|mg/L|4|2
50|CU|铜|mg/L|7|4
51|ZN|锌|mg/L|6|4
52|SE|硒|mg/L|7|5
53|AS|砷|mg/L|7|5
54|THG|总汞|mg/L|7|5
55|CD|镉|mg/L|7|5
56|PB|铅|mg/L|7|5
57|CHLA|叶绿素a|mg/L|4|2
58-5F|WP#|水压#|kPa|5|2
60-67|SYL#|水表#剩余水量|m³|11|3
68-6F|SBL#|水表#每小时水量|m³/h|10|2
70|VTA|交流A相电压|V|4|1
71|VTB|交流B相电压|V|4|1
72|VTC|交流C相电压|V|4|1
73|VIA|交流A相电流|A|4|1
74|VIB|交流B相电流|A|4|1
75|VIC|交流C相电流|A|4|1
F2|RGZS|人工置数||0|0
F3|PIC|图片信息||0|0
F4|DRP|1小时内每5分钟时段雨量|mm|0|1|1
F5-FC|DRZ#|1小时内5分钟间隔相对水位#|m|0|2|2
FD|DATA|流速批量数据||0|0
"""


def _kinds() -> dict[str, ElementKind]:
    found: dict[str, ElementKind] = {}
    for line in _ROWS.strip().splitlines():
        ids, letters, name, unit, digits, decimals, *hex_bytes = line.split("|")
        first, _, last = ids.partition("-")
        start = int(first, 16)
        for code in range(start, int(last or first, 16) + 1):
            turn = str(code - start + 1)
            found[f"{code:02X}"] = ElementKind(
                f"{code:02X}",
                letters.replace("#", turn),
                name.replace("#", turn),
                unit,
                int(digits),
                int(decimals),
                int(hex_bytes[0]) if hex_bytes else 0,
            )
    return found


KINDS: Final = MappingProxyType(_kinds())
"""Table C.1 by identifier byte."""

BY_LETTERS: Final = MappingProxyType({kind.letters: kind for kind in KINDS.values()})
"""Table C.1 by the identifier of the ASCII coding; the time step DRxnn is told by its first letters."""

UNDEFINED: Final = "未定义要素"
CUSTOM: Final = "自定义要素"
RAIN_SERIES: Final = 0xF4
LEVEL_SERIES: Final = range(0xF5, 0xFD)


def kind_of(identifier: str) -> ElementKind:
    """Return the row of an identifier; what is in no table keeps its identifier (76–EF and FFXX, table C.1)."""
    found = KINDS.get(identifier)
    if found is None:
        return ElementKind(identifier, identifier, CUSTOM if len(identifier) > 2 else UNDEFINED, "", 0, 0)
    return found
