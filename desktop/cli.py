"""The command line: arguments in, a command run, an exit code out. 0 = done, 1 = the input is at fault, 2 = usage."""

from __future__ import annotations

import argparse
import ipaddress
import os
import re
import sys
from collections.abc import Callable, Sequence

from desktop import cli_data, cli_drill, cli_forecast, cli_journal, cli_telemetry, cli_twin

WORKSPACES = (
    "desk",
    "hydrology",
    "works",
    "patrol",
    "relocation",
    "stock",
    "plan",
    "compare",
    "office",
    "drill",
    "record",
    "system",
)
"""Names of the workspaces, in the order of the rail."""

STAGES = (
    "dispatch", "triage", "incident", "incident-form", "muster", "watches", "push", "push-board", "call", "phones",
    "channels", "twin", "twin-arrival", "twin-profile", "twin-difference", "hydrology-forecast", "hydrology-rating",
    "hydrology-entry", "hydrology-health", "hydrology-frames", "hydrology-bulletin", "alarms", "alarms-report",
    "alarms-philosophy", "office-briefing", "office-new", "office-messages", "office-handover", "office-presenter",
    "office-papers", "papers", "papers-minutes", "papers-review",
    "replay", "record-review",
    "drill-desk", "drill-control",
    "wall", "wall-river", "wall-map", "wall-level", "wall-tasks", "wall-people", "wall-alarms",
)  # fmt: skip
"""What `shot` draws besides: tabs and sheets of the field link (desktop/stages.py)."""

_SIZE = re.compile(r"^(\d{3,5})x(\d{3,5})$")


def run(arguments: Sequence[str]) -> int:
    """Parse and run one command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # pyright: ignore[reportAttributeAccessIssue]
    given = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = given.run
    try:
        code = command(given)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, less) has had enough; that is its right and no fault of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as fault:  # a folder that is not there, a disk that is full: the world's fault, not ours
        place = "" if fault.filename is None else f"{fault.filename}："
        sys.stderr.write(f"{place}{fault.strerror or fault}\n")
        return 1
    return code


def _open(given: argparse.Namespace) -> int:
    from desktop.launch import open_desk

    return open_desk(given.home)


def _shot(given: argparse.Namespace) -> int:
    from desktop.shot import shoot

    return shoot(given)


def _selftest(given: argparse.Namespace) -> int:
    from desktop.selftest import selftest

    return selftest(given.home)


def _gateway(given: argparse.Namespace) -> int:
    from desktop.cli_gateway import gateway

    return gateway(given)


def _address(text: str) -> str:
    try:
        found = ipaddress.ip_address(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not an IP address of this machine") from None
    return str(found)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port")
    return int(text)


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds") from None
    if not 0 <= value <= 3600:
        raise argparse.ArgumentTypeError(f"{text} s is outside 0 … 3,600")
    return value


def _size(text: str) -> tuple[int, int]:
    match = _SIZE.match(text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not WIDTHxHEIGHT")
    return int(match[1]), int(match[2])


def _flow(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a flow in m³/s") from None
    if not 0 <= value <= 60_000:
        raise argparse.ArgumentTypeError(f"{text} m³/s is outside 0 … 60,000")
    return value


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="main.py", description="安澜 Anlan — 花园口镇防汛指挥桌面系统")
    parser.add_argument("--home", metavar="DIR", help="keep everything (store, files, settings, log) under DIR")
    parser.set_defaults(run=_open)
    commands = parser.add_subparsers(metavar="COMMAND")

    shot = commands.add_parser("shot", help="draw a real window off screen and save it as a picture")
    shot.add_argument("out", metavar="OUT.png")
    shot.add_argument(
        "--flow", type=_flow, metavar="Q", help="flow in m³/s: of the what-if, or observed with --realm live"
    )
    shot.add_argument(
        "--workspace", choices=(*WORKSPACES, *STAGES), default="desk", metavar="NAME",
        help=f"a workspace ({', '.join(WORKSPACES)}), or a tab or sheet: dispatch (= desk), triage (= patrol with a "
        "report chosen), incident (its page), incident-form (its sheet), muster (roll-call), watches (welfare timers), "
        "push, push-board, call (a video call with a demonstration picture in it), phones, channels, "
        "twin (= compare), twin-arrival (isochrones), twin-profile (a cut and a curve), "
        "twin-difference (against live), office-briefing (half-way), office-new (the form), "
        f"{', '.join(name for name in STAGES if name.startswith(('office-m', 'office-h', 'office-p', 'papers')))}, "
        "replay (the screen as it was), record-review (how a span went), drill-desk, drill-control (its own window), "
        f"{', '.join(name for name in STAGES if name.startswith(('hydrology-', 'alarms')))} (tabs and the alarm "
        f"sheet), {', '.join(name for name in STAGES if name.startswith('wall'))} (the wall's own window)",
    )  # fmt: skip
    shot.add_argument("--theme", choices=("dark", "light"), default="dark")
    shot.add_argument("--lang", choices=("zh", "en"), default="zh")
    shot.add_argument("--size", type=_size, default=(1920, 1080), metavar="WxH")
    shot.add_argument("--realm", choices=("live", "whatif"), default=None)
    shot.add_argument("--scale", type=float, default=1.0, help="font scale 0.9 … 1.5")
    shot.add_argument(
        "--wait", type=_seconds, default=100.0, metavar="S",
        help="how long to wait for the flood library, which is made the first time on a machine",
    )  # fmt: skip
    shot.set_defaults(run=_shot)

    tasks = commands.add_parser("tasks", help="what the plan asks for at a flow")
    tasks.add_argument("--flow", type=_flow, required=True, metavar="Q")
    tasks.add_argument("--json", action="store_true")
    tasks.set_defaults(run=cli_data.tasks)

    plan = commands.add_parser("plan", help="work on a plan table").add_subparsers(metavar="ACT", required=True)
    check = plan.add_parser(
        "check", help="list every row that lacks trigger, role, limit or proof, or contradicts another"
    )
    check.add_argument("file", metavar="FILE")
    check.set_defaults(run=cli_data.plan_check)
    export = plan.add_parser("export", help="write the plan library as a workbook to be edited")
    export.add_argument("file", metavar="OUT.xlsx")
    export.set_defaults(run=cli_data.plan_export)

    importing = commands.add_parser("import", help="replace a register, or add a gauge series")
    importing.add_argument("kind", choices=cli_data.import_kinds(), metavar="KIND")
    importing.add_argument("file", metavar="FILE")
    importing.add_argument("--strict", action="store_true", help="take nothing unless every row is good")
    importing.add_argument("--crs", choices=("wgs84", "gcj02", "bd09"), default="wgs84", help="coordinates in the file")
    importing.add_argument("--station", help="gauge: the station, where the file names none")
    importing.add_argument("--datum", help="gauge: the datum of stages, where the file names none")
    importing.add_argument("--timezone", default="Asia/Shanghai", help="gauge: zone of times without one")
    importing.set_defaults(run=cli_data.import_file)

    template = commands.add_parser("template", help="write an empty register table to fill in")
    template.add_argument("kind", choices=cli_data.register_kinds(), metavar="KIND")
    template.add_argument("file", metavar="OUT.xlsx")
    template.set_defaults(run=cli_data.template)

    of_journal = cli_journal.add_commands(commands)

    gateway = commands.add_parser("gateway", help="the field link without a window, until SIGINT or SIGTERM")
    gateway.add_argument(
        "--address", type=_address, metavar="A", help="where phones reach it; else as the settings say"
    )
    gateway.add_argument("--port", type=_port, default=8843, metavar="P", help="of the phones' page; 0 = any")
    gateway.add_argument("--trust-port", type=_port, default=8880, metavar="P", help="of the help page; 0 = any")
    gateway.add_argument("--invite", default="", metavar="PERSON", help="show a one-time code for a person as a QR")
    gateway.add_argument(
        "--trust-first", action="store_true", help="let in whoever has a code, unseen: for load tests only"
    )
    gateway.set_defaults(run=_gateway)

    drill = cli_drill.add_commands(commands)
    twin = cli_twin.add_commands(commands)
    telemetry = cli_telemetry.add_commands(commands)
    forecast = cli_forecast.add_commands(commands)
    selftest = commands.add_parser("selftest", help="load the map, take steps, restart, compare; one line a check")
    selftest.set_defaults(run=_selftest)
    for each in (
        shot,
        tasks,
        check,
        export,
        importing,
        template,
        *of_journal,
        gateway,
        selftest,
        *telemetry,
        *forecast,
        *drill,
        *twin,
    ):
        each.add_argument("--home", metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser
