"""Commands of telemetry: read SL 651 frames line by line; replay a series as a station that speaks."""

from __future__ import annotations

import argparse
import json
import socket
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from heapq import merge
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli_data import DONE, FAULT, complain, say

if TYPE_CHECKING:
    from data.feeds.sl651.assembly import Assembly
    from data.feeds.sl651.frames import FrameFault
    from data.feeds.sl651.rtu import RtuLine
    from data.feeds.sl651.rtu_reports import Point, Report
    from data.feeds.sl651.uplink import Element, Uplink

UNANSWERED = 64
"""Reports under way at once when they are sent as fast as they are confirmed."""
CONNECT_S = 5.0


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    """Hang `sl651` and `rtu` into the command line; return the parsers that take --home."""
    acts = commands.add_parser("sl651", help="telemetry frames").add_subparsers(metavar="ACT", required=True)
    reading = acts.add_parser("decode", help="read frames, one in hex a line")
    reading.add_argument("file", metavar="FILE", type=Path)
    reading.add_argument("--json", action="store_true", help="one JSON object a line")
    reading.set_defaults(run=decode)
    rtu = commands.add_parser("rtu", help="replay a gauge series as a telemetry station over TCP")
    rtu.add_argument("series", metavar="SERIES", type=Path, help="any file that `import gauge` reads")
    rtu.add_argument("--to", type=_where, required=True, metavar="HOST:PORT")
    rtu.add_argument("--speed", type=_speed, default=0.0, metavar="N", help="times real time; 0 = as fast as confirmed")
    rtu.add_argument("--station", metavar="CODE", help="only this station; else all of the file")
    rtu.add_argument("--from", dest="start", type=_moment, metavar="DATE", help="from this day or time on")
    rtu.add_argument("--to-date", dest="end", type=_moment, metavar="DATE", help="up to this day or time")
    rtu.add_argument("--ascii", action="store_true", help="ASCII coding in place of HEX/BCD")
    rtu.add_argument(
        "--every", type=_every, metavar="S",
        help="timed reports each S seconds, values drawn between those of the file, with extra and hourly reports",
    )  # fmt: skip
    rtu.set_defaults(run=replay)
    return [reading, rtu]


def _where(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not HOST:PORT")
    return host.strip("[]"), int(port)


def _speed(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no number") from None
    if not 0 <= value <= 1e7:
        raise argparse.ArgumentTypeError(f"{text} is outside 0 … 10,000,000")
    return value


def _every(text: str) -> timedelta:
    if not text.isdecimal() or not 60 <= int(text) <= 86400:
        raise argparse.ArgumentTypeError(f"{text!r} is not 60 … 86,400 s")
    return timedelta(seconds=int(text))


def _moment(text: str) -> datetime:
    from data.feeds.sl651.bcd import BEIJING

    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date") from None
    return found if found.tzinfo is not None else found.replace(tzinfo=BEIJING)


# ── sl651 decode ──


def decode(given: argparse.Namespace) -> int:
    """Print what each line's frame says."""
    from data.feeds.sl651.assembly import Assembly

    texts = Assembly()
    with given.file.open(encoding="utf-8-sig", errors="replace") as stream:
        for line in stream:
            digits = "".join(line.split())
            if digits:
                told = _told(digits, texts)
                say(json.dumps(told, ensure_ascii=False) if given.json else _table(told))
    return DONE


def _told(digits: str, texts: Assembly) -> dict[str, Any]:
    """Read one line; the packets of a text are put together over the lines."""
    from data.feeds.sl651.frames import FrameFault, read_frame
    from data.feeds.sl651.messages import read_uplink
    from views import sl651_words

    try:
        raw = bytes.fromhex(digits)
    except ValueError:
        return _answer(None, "", None, "missing", [], sl651_words.not_hex())
    found = read_frame(raw)
    if isinstance(found, FrameFault):
        return _refused(found)
    if not found.multi:
        return _read(read_uplink(found))
    put = texts.put(found, datetime.now(UTC))
    told = _read(read_uplink(put.whole or found), whole=put.whole is not None)
    return {**told, "packet": found.packet, "packets": found.total}


def _refused(fault: FrameFault) -> dict[str, Any]:
    from views import sl651_words

    return _answer(fault.function, fault.station, None, fault.crc.value, [], sl651_words.fault(fault))


def _read(uplink: Uplink, *, whole: bool = True) -> dict[str, Any]:
    """Tell a telegram. A packet that is not the last to come is told without what is in the making."""
    from views import sl651_words

    grave = uplink.grave if whole else None
    elements = [_element(one, uplink) for one in uplink.elements] if whole else []
    if whole and uplink.picture:
        elements.append({"id": "F3", "name": "图片信息", "value": len(uplink.picture), "unit": "byte"})
    sent = None if uplink.sent_at is None else uplink.sent_at.isoformat()
    error = None if grave is None else sl651_words.trouble(grave)
    return _answer(uplink.function.code, uplink.station, sent, "ok", elements, error)


def _answer(
    function: int | None, station: str, sent: str | None, crc: str, elements: list[dict[str, Any]], error: str | None
) -> dict[str, Any]:
    return {
        "function": None if function is None else f"{function:02X}",
        "station": station or None,
        "time": sent,
        "crc": crc,
        "elements": elements,
        "error": error,
    }


def _element(one: Element, uplink: Uplink) -> dict[str, Any]:
    from views import sl651_words

    told: dict[str, Any] = {"id": one.id, "name": one.name, "value": one.value, "unit": one.unit}
    if one.at is not None:
        told["at"] = one.at.isoformat()
    if one.why is not None:
        told["why"] = sl651_words.why(one.why)
    if one.detail:
        told["detail"] = list(one.detail)
    if one.station and one.station != uplink.station:
        told["station"] = one.station
    return told


def _table(told: Mapping[str, Any]) -> str:
    """Write one frame for the eye."""
    packet = f"  包 {told['packet']}/{told['packets']}" if "packet" in told else ""
    error = f"  {told['error']}" if told["error"] else ""
    head = (told["function"] or "—", told["station"] or "—", told["time"] or "—", f"CRC {told['crc']}{packet}{error}")
    lines = ["  ".join(head)]
    for one in told["elements"]:
        value = one.get("why", "") if one["value"] is None else one["value"]
        shown = f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)
        at = one.get("at", "")[:16].replace("T", " ")
        detail = f"  {'；'.join(one['detail'])}" if one.get("detail") else ""
        lines.append(f"    {one['id']:<4} {one['name']}  {shown} {one['unit']}  {at}{detail}".rstrip())
    return "\n".join(lines)


# ── rtu ──


def replay(given: argparse.Namespace) -> int:
    """Send the reports of a series and wait until all are confirmed."""
    from data.feeds.report import FeedRefused
    from views import import_words

    try:
        series = dict(_series(given))
    except FeedRefused as refused:
        complain(import_words.file_refused(refused))
        return FAULT
    if not series:
        complain("没有可发送的数据：请核对站码与起止时间")
        return FAULT
    host, port = given.to
    socket.create_connection((host, port), timeout=CONNECT_S).close()  # OSError is told by cli.run
    lines = _lines(given, tuple(series))
    try:
        sent = _send(lines, series, given)
    except KeyboardInterrupt:
        complain("已停止")
        return 130
    finally:
        for line in lines.values():
            line.close()
    again = sum(line.resent for line in lines.values())
    say(f"sent {sent}, stations {len(series)}, again {again}")
    return DONE


def _series(given: argparse.Namespace) -> Iterator[tuple[str, list[Point]]]:
    from data.feeds.sl651.rtu_reports import Point
    from desktop.importing import read_series

    readings = read_series(given.series, station=given.station).readings
    found: dict[str, list[Point]] = {}
    for one in readings:
        if not one.usable or (given.start and one.at < given.start) or (given.end and one.at > given.end):
            continue
        if given.station is None or one.station == given.station:
            found.setdefault(one.station, []).append(Point(one.at, one.stage_m, one.flow_m3s))
    for station, points in found.items():
        yield station, sorted(points, key=lambda point: point.at)


def _lines(given: argparse.Namespace, stations: Iterable[str]) -> dict[str, RtuLine]:
    """Open a line for each station, from the address that the desk has in its book."""
    import resources
    from data.feeds.sl651.addresses import addresses
    from data.feeds.sl651.codes import Coding
    from data.feeds.sl651.encode import Sender
    from data.feeds.sl651.rtu import RtuLine
    from data.feeds.telemetry_book import address_of, read_book

    book = read_book(resources.path("rules/telemetry.csv"))
    made = addresses(stations)
    coding = Coding.ASCII if given.ascii else Coding.HEX
    host, port = given.to
    return {
        station: RtuLine(host, port, Sender(address_of(book, station) or made[station], coding=coding))
        for station in made
    }


def _send(lines: Mapping[str, RtuLine], series: Mapping[str, list[Point]], given: argparse.Namespace) -> int:
    """Send in the order of time, at the pace that was asked for; return how many were confirmed."""
    from data.feeds.sl651.rtu_reports import Habits, reports

    def of(station: str) -> Iterator[tuple[datetime, str, Report]]:
        stages = [point.stage_m for point in series[station] if point.stage_m is not None]
        habits = Habits(given.every, base_m=float(int(min(stages))) if stages and given.every else None)
        return ((one.at, station, one) for one in reports(series[station], habits))

    begun, first, confirmed = time.monotonic(), min(points[0].at for points in series.values()), 0
    under_way: deque[Future[bool]] = deque()
    for at, station, one in merge(*map(of, series), key=lambda each: each[0]):
        if given.speed:
            due = begun + (at - first).total_seconds() / given.speed
            time.sleep(max(0.0, due - time.monotonic()))
        under_way.append(lines[station].post(one.groups, one.function))
        if len(under_way) >= UNANSWERED:
            confirmed += under_way.popleft().result()
        if sys.stderr.isatty() and not confirmed % 500:
            sys.stderr.write(f"\r{at:%Y-%m-%d %H:%M}")
    return confirmed + sum(one.result() for one in under_way)
