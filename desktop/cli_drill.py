"""Commands of drills: list and check scenarios, play one without a window, open the desk of one."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import resources
from desktop.cli_data import DONE, FAULT, complain, say, situation_of

if TYPE_CHECKING:
    from data.model.drill import Scenario
    from data.model.situation import Situation
    from desktop.drill_play import Played, Progress
    from desktop.drill_seed import Rules

_BEIJING = ZoneInfo("Asia/Shanghai")
_NUMERALS = ("—", "Ⅳ", "Ⅲ", "Ⅱ", "Ⅰ")
HELD = 0.98
"""A run that reaches this share of the pace asked for has held it."""


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    """Hang `drill` into the command line; return the parsers that take --home."""
    acts = commands.add_parser("drill", help="drills (演练)").add_subparsers(metavar="ACT", required=True)
    running = acts.add_parser("run", help="play a scenario with scripted players, without a window, and score it")
    running.add_argument("file", metavar="FILE", help="a scenario file, or the name of one (see `drill list`)")
    running.add_argument(
        "--speed", type=_speed, metavar="N", help="seconds of the scene a second, 0 = as fast as it can; else its own"
    )
    running.add_argument("--seed", type=int, default=1, metavar="S", help="of the players' chance; the same, the same")
    running.add_argument("--report", type=Path, metavar="OUT.docx", help="the assessment as a document")
    running.add_argument("--json", type=Path, metavar="OUT.json", help="the score as one JSON object")
    running.add_argument("--lang", choices=("zh", "en"), default="zh", help="language of the document")
    running.set_defaults(run=run_drill)
    checking = acts.add_parser("check", help="read a scenario and list what is wrong with it; exit 1 if anything is")
    checking.add_argument("file", metavar="FILE")
    checking.set_defaults(run=check_scenario)
    listing = acts.add_parser("list", help="the scenarios at hand")
    listing.set_defaults(run=list_scenarios)
    opening = acts.add_parser("open", help="open the desk of a drill of this home")
    opening.add_argument("drill", metavar="DRILL")
    opening.set_defaults(run=open_drill)
    return [running, checking, listing, opening]


def _speed(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no number") from None
    if not 0 <= value <= 1e6:
        raise argparse.ArgumentTypeError(f"{text} is outside 0 … 1,000,000")
    return value


# ── scenarios ──


def files(home: str | None) -> dict[str, Path]:
    """Return the scenarios at hand by name."""
    from desktop.drill_home import scenario_files

    return scenario_files(None if home is None else Path(home).expanduser())


def _path(given: str, home: str | None) -> Path:
    path = Path(given).expanduser()
    return path if path.exists() else files(home).get(given, path)


def _read(given: str, home: str | None) -> tuple[Path, Scenario] | None:
    """Read a scenario, or say all that is wrong with it."""
    from data.feeds.scenario import read_scenario
    from data.feeds.scenario_faults import ScenarioRefused
    from views.scenario_words import fault_lines

    path = _path(given, home)
    try:
        return path, read_scenario(path, resources.path("demo"))
    except ScenarioRefused as refused:
        for line in fault_lines(refused.faults):
            complain(f"{path.name}：{line}")
        return None


def _situation(home: str | None) -> Situation | None:
    """Return what the home knows of the township, else the demonstration; None (and told) when it cannot be opened."""
    from data.store.errors import StoreTrouble
    from desktop.first_run import demo_situation
    from views.store_words import trouble as said

    try:
        return demo_situation() if home is None else situation_of(home)
    except StoreTrouble as trouble:
        complain(said(trouble.code, trouble.params))
        return None


def _pictures(path: Path) -> list[Path]:
    """Return where the pictures of a scenario may lie: beside its file, else among the shipped ones."""
    return [path.parent, path.parent / "photos", resources.path("demo/photos")]


def list_scenarios(given: argparse.Namespace) -> int:
    """Print one line a scenario."""
    from data.feeds.scenario import read_scenario
    from data.feeds.scenario_faults import ScenarioRefused

    for name, path in files(given.home).items():
        try:
            scenario = read_scenario(path, resources.path("demo"))
        except ScenarioRefused as refused:
            say(f"{name}  {len(refused.faults)} 处问题，见 drill check {name}")
            continue
        nature = "情景构造" if scenario.constructed else "据实测"
        asked = sum(len(inject.expects) for inject in scenario.injects)
        hours = f"{scenario.length_min / 60:,.0f} h"
        say(f"{name}  {scenario.title}  {hours}  注入 {len(scenario.injects)}  应答 {asked}  {nature}")
    return DONE


def check_scenario(given: argparse.Namespace) -> int:
    """Print every finding with its file and line, whatever else is wrong with it; exit 1 if there is one."""
    from data.feeds.scenario import read_scenario
    from data.feeds.scenario_check import check
    from data.feeds.scenario_faults import ScenarioRefused
    from views.scenario_words import fault_lines

    path = _path(given.file, given.home)
    try:
        scenario, faults = read_scenario(path, resources.path("demo")), ()
    except ScenarioRefused as refused:
        scenario, faults = refused.scenario, refused.faults
    now = None if scenario is None else _situation(given.home)
    if scenario is not None and now is not None:
        pictures = {one.name for folder in _pictures(path) if folder.is_dir() for one in folder.iterdir()}
        known = check(scenario, now.registers, pictures, path.read_text("utf-8-sig"))
        faults = sorted((*faults, *known), key=lambda one: (one.line, one.key))
    for line in fault_lines(faults):
        complain(f"{path.name}：{line}")
    if scenario is None or now is None:
        return FAULT
    say(f"{scenario.title}：注入 {len(scenario.injects)} 项，{len(faults)} 处问题")
    return FAULT if faults else DONE


def open_drill(given: argparse.Namespace) -> int:
    """Open the desk of a drill that lies in the home."""
    from desktop.drill_home import DRILLS
    from desktop.home import home_folder
    from desktop.launch import open_drill as opened

    folder = home_folder(given.home) / DRILLS / given.drill
    if not folder.is_dir():
        complain(f"没有这次演练：{folder}")
        return FAULT
    return opened(folder)


# ── a run ──


def run_drill(given: argparse.Namespace) -> int:
    """Play a scenario and write what came of it."""
    from data.feeds.scenario_check import check
    from data.store.errors import StoreTrouble
    from views.scenario_words import fault_lines
    from views.store_words import trouble as said

    for out in (given.report, given.json):
        if out is not None and not out.absolute().parent.is_dir():
            complain(f"没有这个文件夹：{out.absolute().parent}")
            return FAULT
    found = _read(given.file, given.home)
    now = _situation(given.home) if found is not None else None
    if found is None or now is None:
        return FAULT
    path, scenario = found
    for line in fault_lines(check(scenario, now.registers, text=path.read_text("utf-8-sig"))):
        complain(f"{path.name}：{line}")
    try:
        return _played(given, path, scenario, now)
    except StoreTrouble as trouble:
        complain(said(trouble.code, trouble.params))
    except KeyboardInterrupt:
        complain("演练中断，没有评估；已记下的步骤留在演练库")
    return FAULT


def _played(given: argparse.Namespace, path: Path, scenario: Scenario, now: Situation) -> int:
    from data.model.steps import Realm
    from data.store.store import Store
    from desktop.drill_home import make_home
    from desktop.drill_play import Run, play
    from desktop.drill_seed import keep_pictures, read_rules
    from desktop.home import home_folder
    from desktop.keeping import STORE_FILE
    from desktop.settings import Settings

    live = Path(tempfile.mkdtemp(prefix="anlan-drill-")) if given.home is None else home_folder(given.home)
    folder = make_home(live, now, Settings(), scenario, path.read_bytes(), given.seed)
    complain(f"演练库：{folder}")
    rules = read_rules()
    speed = scenario.speed if given.speed is None else given.speed
    with Store.open(folder / STORE_FILE, realm=Realm.DRILL, files=folder / "files") as store:
        pictures = keep_pictures(store, scenario, _pictures(path))
        run = Run(given.seed, speed, pictures)
        played = play(scenario, store.load(), store, rules, run, lambda told: _tell(told, scenario))
    return _write(given, played, rules, speed)


@contextmanager
def _language(name: str) -> Iterator[None]:
    """Let steps be said in a language: the words of the screen are translated by Qt, which needs no window for it."""
    from PySide6.QtCore import QCoreApplication

    from desktop.language import install

    app = QCoreApplication.instance() or QCoreApplication([])
    translators = install(app, name)
    try:
        yield
    finally:
        for translator in translators:
            app.removeTranslator(translator)


def _tell(told: Progress, scenario: Scenario) -> None:
    at, now = told.at.astimezone(_BEIJING), told.now
    flow = "—" if now.flow_m3s is None else f"{now.flow_m3s:,.0f}"
    marks = 0 if now.drill is None else len(now.drill.marks)
    sys.stderr.write(
        f"{at:%m-%d %H:%M}  {told.share:4.0%}  {flow} m³/s  {_NUMERALS[now.standing.level]}  "
        f"注入 {marks}/{len(scenario.injects)}  步骤 {told.steps:,}  {told.pace:,.0f}×\n"
    )
    sys.stderr.flush()


def _write(given: argparse.Namespace, played: Played, rules: Rules, speed: float) -> int:
    from desktop import drill_told

    if given.json is not None:
        given.json.write_text(drill_told.as_json(played), "utf-8")
        say(f"{given.json}")
    if given.report is not None:
        with _language(given.lang):
            given.report.write_bytes(drill_told.assessment(played, rules, given.lang))
        say(f"{given.report}")
    score, told = played.score, played.score.expected
    share = "—" if told.share is None else f"{told.share:.1%}"
    say(
        f"{played.scenario.title}：注入 {score.injects_fired}，应答 {told.expected}，按时 {told.in_time}，"
        f"超时 {told.late}，漏答 {told.missed}，按时率 {share}"
    )
    sent = score.outward
    say(
        f"向外发送：待发 {sent.lines} 条 = 端口拦下 {sent.refused} 条 + 发出前已应答或撤回 {sent.moot} 条 + "
        f"人工或手机页 {sent.by_hand} 条 + 无渠道可达 {sent.failed} 条 + 等候 {sent.waiting} 条 + "
        f"真实发出 {sent.real} 条"
    )
    say(f"实速 {played.pace:,.0f}×（{played.took_s:,.1f} s）")
    if speed and played.pace < HELD * speed:
        complain(f"没有跟上所要的 {speed:,.0f}×：只到 {played.pace:,.0f}×，结果不受影响")
    return DONE
