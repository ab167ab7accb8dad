"""One person's list as the desk would tell it, for tests and pictures of the phone page. All names are invented."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

_KINDS = Path(__file__).parents[3] / "resources" / "rules" / "report_kinds.csv"


def kinds() -> list[dict[str, str]]:
    """The kinds of reports of the desk's table."""
    with _KINDS.open(encoding="utf-8-sig", newline="") as lines:
        return [{name: row[name] for name in ("category", "kind", "urgency")} for row in csv.DictReader(lines)]


def a_list(**changes: Any) -> dict[str, Any]:
    """A full list in a drill at level Ⅲ."""
    now = datetime.now(UTC)

    def at(minutes: float) -> str:
        return (now + timedelta(minutes=minutes)).isoformat()

    held: dict[str, Any] = {
        "version": "v1",
        "time": at(0),
        "speed": 1,
        "realm": "drill",
        "mark": "【演练】",
        "level": "III",
        "flow_m3s": 6820.0,
        "flow_at": at(-12),
        "person": {"id": "P101", "name": "张守堤", "post": "第七网格网格员", "role": "grid_worker"},
        "tasks": [
            {
                "id": "T-1",
                "title": "东大坝 12–18 坝巡查，每 30 分钟一趟",
                "text": "两人一组，一人走堤顶、一人走坝根。重点看 14 坝根石。\n发现渗水、裂缝、塌陷立即上报。",
                "state": "in_progress",
                "deadline": at(26),
                "priority": 1,
                "evidence": "轨迹;照片",
                "repeat_min": 30,
                "rounds": 3,
                "done": 0,
                "total": 1,
            },
            {
                "id": "T-2",
                "title": "清点石桥村滩区在滩人员，逐户签收",
                "text": "逐户敲门，讲清撤离时限和集合点。",
                "state": "issued",
                "deadline": at(95),
                "priority": 1,
                "evidence": "签收记录;照片",
                "repeat_min": None,
                "rounds": 0,
                "done": 3,
                "total": 9,
            },
            {
                "id": "T-3",
                "title": "检查南裹头备防石",
                "text": "",
                "state": "acknowledged",
                "deadline": at(-14),
                "priority": 2,
                "evidence": "照片",
                "repeat_min": None,
                "rounds": 0,
                "done": 0,
                "total": 1,
            },
            {
                "id": "T-4",
                "title": "核对警报器",
                "text": "",
                "state": "done",
                "deadline": at(-60),
                "priority": 3,
                "evidence": "",
                "repeat_min": None,
                "rounds": 0,
                "done": 1,
                "total": 1,
            },
        ],
        "pushes": [
            {
                "id": "S-1",
                "title": "Ⅲ级响应：滩区人员 18:00 前全部撤出",
                "text": "花园口 6820 立方米每秒，继续上涨。请包保人员逐户通知，18:00 前撤离完毕。收到请回复。",
                "sent_at": at(-4),
                "answer": "waiting",
                "retracted": False,
            },
            {
                "id": "S-2",
                "title": "夜间巡查加密到 30 分钟",
                "text": "今晚起每 30 分钟一趟。",
                "sent_at": at(-130),
                "answer": "answered",
                "retracted": False,
            },
        ],
        "polls": [
            {
                "id": "B-1",
                "title": "花园口镇防汛会商",
                "motion": "启动Ⅲ级应急响应，二滩人员今晚撤离",
                "mark": "【演练】",
                "level": "III",
                "flow_m3s": 6820.0,
                "frozen_at": at(-6),
                "role": "R22",
                "role_name": "村级和网格",
                "role_name_en": "Villages and grids",
                "answer": "",
                "reason": "",
                "own": False,
                "decided": "",
                "decision": "",
            }
        ],
        "musters": [
            {
                "id": "M-1",
                "title": "第七网格晚间点名",
                "called_at": at(-3),
                "minutes": 10,
                "answer": "none",
                "closed": False,
            }
        ],
        "watches": [
            {
                "id": "W-1",
                "task": "冲锋舟搜救组",
                "place": "石桥滩区",
                "interval_min": 20,
                "last_at": at(-9),
                "help": False,
            }
        ],
        "households": [
            {
                "register": "households",
                "id": "H001",
                "name": "崔新娟",
                "people": 3,
                "place": "石桥村",
                "need": "婴幼儿 1",
                "state": "untold",
                "phone": "13800009408",
            },
            {
                "register": "households",
                "id": "H002",
                "name": "程金成",
                "people": 6,
                "place": "石桥村",
                "need": "残疾人 1，要车",
                "state": "told",
                "phone": "13800003285",
            },
            {
                "register": "growers",
                "id": "N003",
                "name": "苏思成",
                "people": 2,
                "place": "嫩滩看护房",
                "need": "拖拉机 1",
                "state": "refused",
                "phone": "13800003715",
            },
            {
                "register": "households",
                "id": "H004",
                "name": "王凯业",
                "people": 4,
                "place": "石桥村",
                "need": "",
                "state": "left",
                "phone": "13800007592",
            },
            {
                "register": "keypeople",
                "id": "Q005",
                "name": "徐俊来",
                "people": 1,
                "place": "嫩滩渔棚 1 号",
                "need": "夜间在滩",
                "state": "untold",
                "phone": "13800004409",
            },
        ],
        "sections": [
            {"id": "D01", "name": "东大坝 1–20 坝", "path": [[113.66, 34.914], [113.67, 34.912], [113.68, 34.911]]},
            {"id": "D02", "name": "南裹头段", "path": [[113.69, 34.909], [113.7, 34.908]]},
            {"id": "D03", "name": "申庄险工", "path": [[113.72, 34.907], [113.73, 34.906]]},
        ],
        "patrols": [],
        "kinds": kinds(),
        "reports": [
            {"id": "R-1", "category": "E4", "kind": "野泳", "text": "", "state": "verified", "at": at(-200)},
            {"id": "R-2", "category": "E2", "kind": "水沟浪窝", "text": "", "state": "closed", "at": at(-300)},
            {"id": "R-3", "category": "E5", "kind": "看护房有人", "text": "", "state": "handling", "at": at(-400)},
        ],
        "headquarters": [{"name": "花园口镇防汛指挥部值班室", "phone": "13800000001"}],
    }
    return held | changes
