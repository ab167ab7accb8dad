"""The one module that speaks to the page: what it is told and must keep, and what it says back, type-checked."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Text = str | Callable[[], str]

_MODES: Final = frozenset({"pan", "measure", "lasso", "box", "line"})
_LONGEST_LINE: Final = 1000


@dataclass(frozen=True, slots=True)
class Clicked:
    """A feature was clicked, at this place."""

    layer: str
    id: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Selected:
    """Features were chosen by lasso or box, as (layer, id)."""

    ids: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place without a feature was clicked."""

    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line was drawn."""

    path: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class View:
    """The map now shows this."""

    lon: float
    lat: float
    zoom: float


@dataclass(frozen=True, slots=True)
class Mode:
    """The page entered or left a tool."""

    mode: str


@dataclass(frozen=True, slots=True)
class Progress:
    """The page has taken, or has shown, all that was told up to this number."""

    kind: str
    serial: int


Said = Clicked | Selected | Place | Line | View | Mode | Progress


def understood(text: str) -> Said | None:
    """Read what the page said, field by field; anything else is None."""
    try:
        told = json.loads(text)
    except ValueError:
        return None
    return _placed(told) or _plain(told)


def _placed(told: object) -> Clicked | Place | Line | None:
    match told:
        case {"kind": "clicked", "layer": str(layer), "id": str(feature), "lon": lon, "lat": lat} if _is_place(
            [lon, lat]
        ):
            return Clicked(layer, feature, float(lon), float(lat))
        case {"kind": "place", "lon": lon, "lat": lat} if _is_place([lon, lat]):
            return Place(float(lon), float(lat))
        case {"kind": "line", "path": [_, _, *_] as path} if len(path) <= _LONGEST_LINE and all(map(_is_place, path)):
            return Line(tuple((float(lon), float(lat)) for lon, lat in path))
        case _:
            return None


def _plain(told: object) -> Selected | View | Mode | Progress | None:
    match told:
        case {"kind": "selected", "ids": [*pairs]} if all(_is_pair(pair) for pair in pairs):
            return Selected(tuple((pair[0], pair[1]) for pair in pairs))
        case {
            "kind": "view",
            "lon": float() | int() as lon,
            "lat": float() | int() as lat,
            "zoom": float() | int() as zoom,
        }:
            return View(float(lon), float(lat), float(zoom)) if abs(lat) <= 90 else None
        case {"kind": "mode", "mode": str(mode)} if mode in _MODES:
            return Mode(mode)
        case {"kind": "taken" | "painted" as kind, "serial": int(serial)}:
            return Progress(kind, serial)
        case _:
            return None


def _is_place(pair: object) -> bool:
    match pair:
        case [float() | int() as lon, float() | int() as lat]:
            return abs(lon) <= 180 and abs(lat) <= 90
        case _:
            return False


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)


def words(verb: str, *values: object) -> str:
    """Write one thing to tell the page."""
    return json.dumps([verb, *values], ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def layer_words(name: str, style: Mapping[str, object], geojson: str) -> str:
    """Write a whole layer around GeoJSON text that is already written, without reading it again."""
    return f"{words('layer', name, style)[:-1]},{geojson}]"


def patch_words(name: str, features: Mapping[str, str | None]) -> str:
    """Write some features of a layer around GeoJSON text that is already written, and the ids of those gone."""
    come = ",".join(text for text in features.values() if text is not None)
    gone = [feature for feature, text in features.items() if text is None]
    return f"{words('patch', name)[:-1]},[{come}],{json.dumps(gone, ensure_ascii=False)}]"


class Desk(QObject):
    """The object the page sees: one signal to it, two slots for it."""

    told = Signal(int, "QStringList")  # pyright: ignore[reportArgumentType]
    page_ready = Signal()
    page_said = Signal(str)

    @Slot()
    def ready(self) -> None:
        """The page can listen now."""
        self.page_ready.emit()

    @Slot(str)
    def said(self, text: str) -> None:
        """The page says something."""
        self.page_said.emit(text)


class Bridge(QObject):
    """Keeps what the page must know, tells it once per turn of the event loop, and tells all again to a new page.

    One message is under way at a time: while a busy page has not taken the last one, newer values replace
    older ones here, so that a slow page skips states and never falls behind. What costs much to write may be
    given as a function: it is written only when it is sent, and not when it was replaced before.
    """

    ready = Signal()
    painted = Signal()
    heard = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = Desk()
        self.desk.setParent(self)
        self._log = logging.getLogger("map")
        self._kept: dict[str, Text] = {}
        self._once: dict[str, str] = {}
        self._changes: dict[str, dict[str, dict[str, object]]] = {}
        self._patches: dict[str, dict[str, str | None]] = {}
        self._pending_patches: dict[str, dict[str, str | None]] = {}
        self._pending: dict[str, Text] = {}
        self._pending_changes: dict[str, dict[str, dict[str, object]]] = {}
        self._listening = False
        self._serial = 0
        self._taken = 0
        self._painted = 0
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._flush)
        self.desk.page_ready.connect(self._on_ready)
        self.desk.page_said.connect(self._on_said)

    def is_listening(self) -> bool:
        """Tell whether a page is there and ready."""
        return self._listening

    def is_painted(self) -> bool:
        """Tell whether everything told so far has been shown."""
        idle = not (self._pending or self._once or self._pending_changes or self._pending_patches)
        return self._listening and idle and self._painted == self._serial > 0

    def is_sealed(self, red: int, green: int, blue: int) -> bool:
        """Tell whether a corner of this colour carries the number of what was told last."""
        return (red & 7) | (green & 7) << 3 | (blue & 7) << 6 == self._serial % 512

    def keep(self, key: str, text: Text) -> None:
        """Tell the page, and every later page too."""
        self._kept[key] = text
        self._pending.pop(key, None)
        self._pending[key] = text
        self._schedule()

    def keep_if_new(self, key: str, text: str) -> None:
        """Tell the page unless it was told the same last."""
        if self._kept.get(key) != text:
            self.keep(key, text)

    def remember(self, key: str, text: str) -> None:
        """Tell later pages only: the page that is there said it itself."""
        self._kept[key] = text

    def forget(self, key: str) -> None:
        """Stop telling later pages."""
        self._kept.pop(key, None)
        self._pending.pop(key, None)

    def once(self, key: str, text: str) -> None:
        """Tell the page that is there, or the first that comes."""
        self._once[key] = text
        self._schedule()

    def take_back(self, key: str) -> None:
        """Do not tell what was to be told once."""
        self._once.pop(key, None)

    def change(self, layer: str, changes: Mapping[str, Mapping[str, object]]) -> None:
        """Tell new looks of features by id; they add up until the layer is told anew."""
        for book in (self._changes, self._pending_changes):
            kept = book.setdefault(layer, {})
            for feature, change in changes.items():
                kept[feature] = {**kept.get(feature, {}), **change}
        self._schedule()

    def patch(self, layer: str, features: Mapping[str, str | None]) -> None:
        """Tell features of a layer anew by id, as GeoJSON text, None for one that is gone; all others stay."""
        for looks in (self._changes, self._pending_changes):
            for feature in features.keys() & looks.get(layer, {}).keys():
                del looks[layer][feature]
        for book in (self._patches, self._pending_patches):
            book.setdefault(layer, {}).update(features)
        self._schedule()

    def drop_changes(self, layer: str) -> None:
        """Forget changed looks and features, because the layer is told anew."""
        for book in (self._changes, self._pending_changes, self._patches, self._pending_patches):
            book.pop(layer, None)

    def lost(self) -> None:
        """The page is gone; wait for the next one."""
        self._listening = False

    def _schedule(self) -> None:
        if self._listening and not self._turn.isActive():
            self._turn.start()

    def _flush(self) -> None:
        if not self._listening or self._taken < self._serial:
            return
        batch = [text if isinstance(text, str) else text() for text in self._pending.values()]
        batch += [patch_words(layer, features) for layer, features in self._pending_patches.items()]
        batch += [words("restyle", layer, changes) for layer, changes in self._pending_changes.items()]
        batch += self._once.values()
        if not batch:
            return
        self._pending, self._pending_changes, self._once = {}, {}, {}
        self._pending_patches = {}
        self._serial += 1
        self.desk.told.emit(self._serial, batch)

    def _on_ready(self) -> None:
        self._pending = dict(self._kept)
        self._pending_changes = {layer: dict(changes) for layer, changes in self._changes.items()}
        self._pending_patches = {layer: dict(features) for layer, features in self._patches.items()}
        self._serial += 1
        self._taken = self._painted = self._serial
        self._listening = True
        self._flush()
        self.ready.emit()

    def _on_said(self, text: str) -> None:
        said = understood(text)
        if said is None:
            self._log.warning("the page said something that is not understood: %r", text[:200])
        elif isinstance(said, Progress):
            self._on_progress(said)
        else:
            self.heard.emit(said)

    def _on_progress(self, said: Progress) -> None:
        if said.kind == "taken":
            self._taken = min(said.serial, self._serial)
            self._flush()
            return
        self._painted = min(said.serial, self._serial)
        if self.is_painted():
            self.painted.emit()
