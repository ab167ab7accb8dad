"""Settings of one seat: declared fields with words and bounds, kept as TOML. Thresholds are data, not settings."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

FILE = "settings.toml"


def _setting(default: Any, title: str, **bounds: Any) -> Any:
    return field(default=default, metadata={"title": title, **bounds})


@dataclass(frozen=True, slots=True)
class Settings:
    """What one seat likes. `title` names a field in the settings dialog; `choices` or `low`/`high` bound it.

    What is marked `restart` takes effect at the next start.
    """

    theme: str = _setting("dark", "主题", choices=("dark", "light"))
    language: str = _setting("zh", "语言", choices=("zh", "en"), restart=True)
    font_scale: float = _setting(1.0, "字号比例", low=0.9, high=1.5)
    clock_speed: int = _setting(600, "演示时钟倍率", low=0, high=7200)
    platform_url: str = _setting("", "上级平台或水情公报网址")
    tiles_template: str = _setting("", "底图服务网址模板（XYZ/WMTS，WGS-84）", restart=True)
    tiles_attribution: str = _setting("", "底图署名", restart=True)
    mbtiles_folder: str = _setting("", "离线底图文件夹（MBTiles）", restart=True)
    desk_tel: str = _setting("", "防汛办值班电话", restart=True)
    field_address: str = _setting("", "手机接入地址（空为只限本机）")
    certificate_file: str = _setting("", "自有证书链文件（PEM，空为本机自建）", restart=True)
    certificate_key: str = _setting("", "自有证书私钥文件（PEM）", restart=True)
    certificate_name: str = _setting("", "手机访问用的域名（自有证书）", restart=True)
    alarm_tones: bool = _setting(True, "报警提示音")
    alarm_speech: bool = _setting(True, "报警语音播报")
    alarm_volume: float = _setting(0.7, "报警音量", low=0.0, high=1.0)
    wall_distance_m: float = _setting(6.0, "大屏观看距离（米）", low=1.0, high=40.0)
    wall_width_mm: float = _setting(0.0, "大屏画面宽度（毫米，0 为按屏幕自报）", low=0.0, high=20000.0)
    wall_follows: str = _setting("desk", "大屏跟随桌面或自行轮播", choices=("desk", "tour"))
    wall_page_s: int = _setting(20, "大屏每页停留（秒）", low=5, high=600)
    telemetry_port: int = _setting(0, "遥测接收端口（TCP，0 为只供本机演示）", low=0, high=65535, restart=True)
    telemetry_udp_port: int = _setting(0, "遥测接收端口（UDP，0 为不开）", low=0, high=65535, restart=True)
    telemetry_address: str = _setting("", "遥测接收地址（空为只限本机）", restart=True)
    telemetry_allowed: str = _setting("", "允许的测站网段（以分号分隔，空为不限）", restart=True)
    watched_folders: str = _setting("", "监视的报汛文件夹（名称=路径，以分号分隔）", restart=True)
    folder_every_s: int = _setting(10, "文件夹查看间隔（秒）", low=2, high=3600, restart=True)
    bases: str = _setting("", "外单位水情库（名称=数据库地址，以分号分隔，口令另存）", restart=True)
    base_every_s: int = _setting(60, "水情库查询间隔（秒）", low=5, high=86400, restart=True)
    pulls_file: str = _setting("", "网上水情取数模板文件", restart=True)
    observations_days: int = _setting(400, "观测序列保留天数", low=30, high=4000, restart=True)
    own_forecast: bool = _setting(True, "自动作花园口预报", restart=True)
    store_url: str = _setting("", "数据库地址（空为本机 SQLite）", restart=True)


class SettingsFault(ValueError):
    """A settings file that cannot be read, or a value outside its bounds; the message says which."""


def needs_restart(name: str) -> bool:
    """Whether a setting takes effect at the next start only."""
    return any(one.name == name and one.metadata.get("restart", False) for one in fields(Settings))


def load(home: Path) -> tuple[Settings, list[str]]:
    """Read the settings of a home; what is unknown or out of bounds is left at its default and named."""
    path = home / FILE
    if not path.exists():
        return Settings(), []
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as fault:
        return Settings(), [f"{path}: {fault}"]
    settings, faults = Settings(), list[str]()
    for name, value in found.items():
        try:
            settings = changed(settings, name, value)
        except SettingsFault as fault:
            faults.append(str(fault))
    return settings, faults


def changed(settings: Settings, name: str, value: Any) -> Settings:
    """Return the settings with one value changed; SettingsFault when it is unknown or out of bounds."""
    known = {f.name: f for f in fields(Settings)}
    if name not in known:
        raise SettingsFault(f"unknown setting: {name}")
    wanted = type(known[name].default)
    try:
        value = wanted(value)
    except (TypeError, ValueError) as fault:
        raise SettingsFault(f"{name} = {value!r}") from fault
    bounds = known[name].metadata
    if "choices" in bounds and value not in bounds["choices"]:
        raise SettingsFault(f"{name} = {value!r} is none of {', '.join(bounds['choices'])}")
    if "low" in bounds and not bounds["low"] <= value <= bounds["high"]:
        raise SettingsFault(f"{name} = {value!r} is outside {bounds['low']} … {bounds['high']}")
    return replace(settings, **{name: value})


def save(settings: Settings, home: Path) -> None:
    """Write the settings so that a crash leaves the old file or the new one."""
    lines = [f"{f.name} = {json.dumps(getattr(settings, f.name), ensure_ascii=False)}\n" for f in fields(Settings)]
    path = home / FILE
    fresh = path.with_suffix(".new")
    fresh.write_text("".join(lines), "utf-8")
    fresh.replace(path)


def as_mapping(settings: Settings) -> dict[str, Any]:
    """Return the settings by name, as views are shown them."""
    return {f.name: getattr(settings, f.name) for f in fields(Settings)}
