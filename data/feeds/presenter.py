"""Presenter's scripts as TOML: read with the place of each fault, written so that a person can go on in an editor."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from data.model.presenter import Act, Show, ShowStep, View

_TEXTS = ("id", "title", "note", "title_en", "note_en", "workspace", "tab", "kind", "ref", "realm")
_KNOWN = frozenset((*_TEXTS, "view", "layers", "flow_m3s", "act", "people", "seconds"))
_REALMS = frozenset(("", "live", "drill"))
_VIEW = 3


class PresenterFault(ValueError):
    """A script that cannot be used; the message names file, step and field."""


def read_show(path: Path, *, own: bool = False) -> Show:
    """Read a script."""
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise PresenterFault(f"{path.name}: {fault}") from fault
    steps = table.get("step", [])
    if not isinstance(steps, list) or not isinstance(table.get("title"), str):
        raise PresenterFault(f"{path.name}: title, step")
    read = tuple(_step(path.name, n, one) for n, one in enumerate(cast("list[Any]", steps), start=1))
    names = [one.id for one in read]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise PresenterFault(f"{path.name}: id {twice}")
    return Show(path.stem, table["title"], read, str(table.get("title_en", "")), own)


def read_shows(shipped: Path, own: Path) -> tuple[tuple[Show, ...], tuple[str, ...]]:
    """Return all scripts, own ones in the place of shipped ones of the same name; and the faults of those left out."""
    found: dict[str, Show] = {}
    faults: list[str] = []
    for folder, mine in ((shipped, False), (own, True)):
        for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
            try:
                found[path.stem] = read_show(path, own=mine)
            except (PresenterFault, OSError) as fault:
                faults.append(str(fault))
    return tuple(found.values()), tuple(faults)


def _step(name: str, number: int, given: object) -> ShowStep:
    where = f"{name}: step {number}"
    if not isinstance(given, Mapping):
        raise PresenterFault(where)
    table = cast("Mapping[str, Any]", given)
    wrong = sorted(set(table) - _KNOWN)
    if wrong:
        raise PresenterFault(f"{where}: {wrong[0]}")
    texts: dict[str, str] = {}
    for key in _TEXTS:
        value = table.get(key, "desk" if key == "workspace" else "")
        if not isinstance(value, str):
            raise PresenterFault(f"{where}: {key}")
        texts[key] = value
    if not texts["id"] or not texts["title"] or texts["realm"] not in _REALMS:
        raise PresenterFault(f"{where}: id, title, realm")
    act = table.get("act", Act.NONE.value)
    if act not in list(Act):
        raise PresenterFault(f"{where}: act {act}")
    layers = table.get("layers")
    return ShowStep(
        **texts,
        view=_view(where, table.get("view")),
        layers=None if layers is None else _names(where, "layers", layers),
        flow_m3s=_flow(where, table.get("flow_m3s")),
        act=Act(act),
        people=_names(where, "people", table.get("people", [])),
        seconds=_seconds(where, table.get("seconds", 0)),
    )


def _names(where: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in cast("list[object]", value)):
        raise PresenterFault(f"{where}: {key}")
    return tuple(cast("list[str]", value))


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _flow(where: str, value: object) -> float | None:
    if value is None:
        return None
    if not _number(value) or not 0 <= float(cast("float", value)) <= 40_000:
        raise PresenterFault(f"{where}: flow_m3s")
    return float(cast("float", value))


def _seconds(where: str, value: object) -> int:
    if not _number(value) or float(cast("float", value)) < 0:
        raise PresenterFault(f"{where}: seconds")
    return int(cast("float", value))


def _view(where: str, value: object) -> View | None:
    if value is None:
        return None
    numbers = cast("list[object]", value) if isinstance(value, list) else []
    if len(numbers) != _VIEW or not all(_number(one) for one in numbers):
        raise PresenterFault(f"{where}: view")
    lon, lat, zoom = (float(cast("float", one)) for one in numbers)
    if not (-180 <= lon <= 180 and -90 <= lat <= 90 and 0 <= zoom <= 24):
        raise PresenterFault(f"{where}: view")
    return View(lon, lat, zoom)


def written(show: Show) -> str:
    """Return a script as TOML; what says nothing is left out."""
    lines = [f"title = {_quoted(show.title)}"]
    if show.title_en:
        lines.append(f"title_en = {_quoted(show.title_en)}")
    plain = ShowStep("", "")
    for step in show.steps:
        lines += ["", "[[step]]"]
        for key in _TEXTS:
            value: str = getattr(step, key)
            if value != getattr(plain, key):
                lines.append(f"{key} = {_quoted(value)}")
        if step.view is not None:
            lines.append(f"view = [{step.view.lon:.6f}, {step.view.lat:.6f}, {step.view.zoom:g}]")
        if step.layers is not None:
            lines.append(f"layers = [{', '.join(map(_quoted, step.layers))}]")
        if step.flow_m3s is not None:
            lines.append(f"flow_m3s = {step.flow_m3s:g}")
        if step.act is not Act.NONE:
            lines.append(f"act = {_quoted(step.act.value)}")
        if step.people:
            lines.append(f"people = [{', '.join(map(_quoted, step.people))}]")
        if step.seconds:
            lines.append(f"seconds = {step.seconds}")
    return "\n".join(lines) + "\n"


def write_show(show: Show, folder: Path) -> Show:
    """Write a script into the folder of own ones, whole or not at all; return it as an own one."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{show.id}.toml"
    fresh = path.with_suffix(".new")
    fresh.write_text(written(show), "utf-8")
    fresh.replace(path)
    return replace(show, own=True)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
