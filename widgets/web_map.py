"""A map in a web view: named layers of GeoJSON go in, ids of features come out. It knows no flood."""

from __future__ import annotations

import json
import logging
import re
import time
from collections import deque
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QFile, QIODevice, QRect, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QPixmap, QShowEvent
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.map_rasters import RasterLayers
from widgets.no_rights import NoRightsPage
from widgets.packed_points import packed_points
from widgets.tile_scheme import TILE_SCHEME, TileHandler, register_schemes
from widgets.web_bridge import Bridge, Clicked, Line, Mode, Place, Selected, View, layer_words, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

__all__ = ["WebMap", "register_schemes"]

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}(?:[0-9a-fA-F]{2})?")
_GROUND: Final = "#12171b"
_GROUND_BY_DAY: Final = "#eceae4"
_DEATHS_ALLOWED: Final = 4
_DEATHS_WITHIN_S: Final = 30.0
_LOOK_MS: Final = 25
_LOOKS_ALLOWED: Final = 400


class WebMap(QWidget):
    """A map page with named layers; what is set before the page is ready, or before it died, is told to it again."""

    ready = Signal()
    painted = Signal()
    feature_clicked = Signal(str, str)
    features_selected = Signal(list)
    place_clicked = Signal(float, float)
    pointed = Signal(float, float)
    line_drawn = Signal(list)
    view_changed = Signal(float, float, float)
    mode_changed = Signal(str)
    renderer_died = Signal(int)
    gave_up = Signal()

    def __init__(
        self,
        page: Path,
        parent: QWidget | None = None,
        *,
        tile_origins: Iterable[str] = (),
        tile: Callable[[str, int, int, int], bytes | None] | None = None,
    ) -> None:
        """Show a page written by the base map builder; only tiles from the given origins are ever asked for."""
        super().__init__(parent)
        self._url = QUrl.fromLocalFile(str(page.resolve()))
        self._folder = QUrl.fromLocalFile(str(page.resolve().parent))
        self._origins = frozenset(tile_origins)
        self._ids: dict[str, list[str] | frozenset[str] | str] = {}
        self._patched: dict[str, dict[str, bool]] = {}
        self._deaths: deque[float] = deque(maxlen=_DEATHS_ALLOWED)
        self._given_words: dict[str, str] = {}
        self._last_view: tuple[float, float, float] | None = None
        self._waiting: list[Callable[[], None]] = []
        self._looks = 0
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_at_seal)
        self._log = logging.getLogger("map")
        self._view = QWebEngineView(self)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._page = NoRightsPage(self._view, may_go=lambda url: url == self._url, may_ask=self._may_ask, log="map")
        self._page.request_refused.connect(lambda address: self._log.warning("request refused: %s", address))
        self._tiles = None if tile is None else TileHandler(tile, self._page)
        if self._tiles is not None:
            self._page.profile().installUrlSchemeHandler(TILE_SCHEME.encode(), self._tiles)
        self._page.setBackgroundColor(QColor(_GROUND))
        self._page.settings().setAttribute(
            QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls, bool(self._origins)
        )
        self._page.scripts().insert(_channel_script())
        self._bridge = Bridge(self)
        self.rasters = RasterLayers(self._bridge, self.isVisible)
        channel = QWebChannel(self._page)
        channel.registerObject("desk", self._bridge.desk)
        self._page.setWebChannel(channel)
        self._view.setPage(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.setFocusProxy(self._view)

        self._page.renderProcessTerminated.connect(self._on_renderer_died)
        self._page.loadStarted.connect(self._bridge.lost)
        self._bridge.ready.connect(self.ready)
        self._bridge.painted.connect(self.painted)
        self._bridge.heard.connect(self._on_heard)
        self.set_words({})
        self._page.load(self._url)

    def is_ready(self) -> bool:
        """Tell whether the page is there."""
        return self._bridge.is_listening()

    def is_loading(self) -> bool:
        """Tell whether the page is on its way."""
        return self._page.isLoading()

    def is_painted(self) -> bool:
        """Tell whether all that was set is on the screen."""
        return self._bridge.is_painted()

    def renderer_pid(self) -> int:
        """Give the process that draws the page, 0 when there is none."""
        return self._page.renderProcessPid()

    def set_layer(
        self, name: str, geojson: Mapping[str, object] | str, *, style: Mapping[str, object] | None = None
    ) -> None:
        """Show a layer, or show it anew; text that is GeoJSON already is passed on unread."""
        text = geojson if isinstance(geojson, str) else json.dumps(geojson, ensure_ascii=False, separators=(",", ":"))
        self._ids[name] = text
        self._patched.pop(name, None)
        self._bridge.drop_changes(name)
        self._bridge.take_back(f"remove/{name}")
        self._bridge.keep(f"layer/{name}", layer_words(name, style or {}, text))

    def patch_layer(self, name: str, features: Iterable[Mapping[str, Any]], gone: Iterable[str] = ()) -> None:
        """Show some features of a layer anew by their id, or take them off; all others are not sent again."""
        told: dict[str, str | None] = {
            feature["properties"]["id"]: json.dumps(feature, ensure_ascii=False, separators=(",", ":"))
            for feature in features
        }
        told.update(dict.fromkeys(gone))
        if told:
            known = self._patched.setdefault(name, {})
            known.update({feature: text is not None for feature, text in told.items()})
            self._bridge.patch(name, told)

    def restyle(self, name: str, changes: Mapping[str, Mapping[str, object]]) -> None:
        """Change the look of some features by id, without sending their shapes again."""
        self._bridge.change(name, changes)

    def remove_layer(self, name: str) -> None:
        """Take a layer or a set of points off the map."""
        self._ids.pop(name, None)
        self._patched.pop(name, None)
        self._bridge.drop_changes(name)
        for kind in ("layer", "points", "ids"):
            self._bridge.forget(f"{kind}/{name}")
        self._bridge.once(f"remove/{name}", words("remove", name))

    def set_visible(self, name: str, visible: bool) -> None:
        """Show or hide a layer; this holds for whatever the layer is set to later."""
        self._bridge.keep(f"visible/{name}", words("visible", name, visible))

    def set_points(
        self,
        name: str,
        ids: Sequence[str],
        lons: Sequence[float],
        lats: Sequence[float],
        *,
        roles: Sequence[str] = ("mark",),
        kinds: Sequence[int] | None = None,
        style: Mapping[str, object] | None = None,
    ) -> None:
        """Show thousands of points that move; kinds index into roles; the style may hold shape, size, z, from_zoom."""
        origin, places, packed_kinds = packed_points(ids, lons, lats, kinds)
        look = {"shape": "circle", "size": 3.0, "z": 0, **(style or {}), "origin": origin, "roles": list(roles)}
        given = list(ids)
        self._bridge.take_back(f"remove/{name}")
        if self._ids.get(name) != given:
            self._ids[name] = given
            self._bridge.keep(f"ids/{name}", words("ids", name, given))
        self._bridge.keep(f"points/{name}", words("points", name, look, places, packed_kinds))

    def set_colours(self, colours: Mapping[str, str], dark: bool) -> None:
        """Give the colour of each role as #rrggbb[aa]; one without falls back to its parent or a built-in one."""
        wrong = [role for role, colour in colours.items() if _COLOUR.fullmatch(colour) is None]
        if wrong:
            message = f"not #rrggbb: {wrong}"
            raise ValueError(message)
        self._page.setBackgroundColor(QColor(colours.get("map.background", _GROUND if dark else _GROUND_BY_DAY)))
        self._bridge.keep("theme", words("theme", dict(colours), dark))

    def fly_to(self, lon: float, lat: float, zoom: float | None = None, *, animate: bool = True) -> None:
        """Bring a place to the middle."""
        self._bridge.once("view", words("fly", lon, lat, zoom, animate))

    def fit(self, bounds: tuple[float, float, float, float]) -> None:
        """Show a whole rectangle: west, south, east, north."""
        self._bridge.once("view", words("fit", *bounds))

    def select(self, ids: Iterable[str]) -> None:
        """Mark features, named "layer/id", and no others."""
        self._bridge.keep("select", words("select", list(ids)))

    def set_tiles(
        self,
        template: str | None,
        attribution: str = "",
        subdomains: str | Sequence[str] = "abc",
        max_zoom: int = 18,
        scheme: str = "xyz",
    ) -> None:
        """Lay tiles under the layers, or none. Tiles must be in WGS-84 or CGCS2000 Web Mercator.

        Pictures in GCJ-02 are shifted by an amount that differs from place to place, so no tile can be set
        right: whoever configures tiles refuses them in words before calling this.
        """
        if template is not None and not self._may_ask(
            QUrl(re.sub(r"\{\w+\}", "0", template.replace("{s}", next(iter(subdomains), ""))))
        ):
            message = f"tiles from an origin the map was not opened for: {template}"
            raise ValueError(message)
        self._bridge.keep(
            "tiles", words("tiles", template, attribution, list(subdomains), max_zoom, scheme.lower() == "tms")
        )

    def set_mode(self, mode: str) -> None:
        """Choose what the pointer does: pan, measure, lasso, box, or line (draws one and says it)."""
        self._bridge.keep("mode", words("mode", mode))

    def set_words(self, given: Mapping[str, str]) -> None:
        """Replace some of the page's words; the others are this widget's own, in the language of the program."""
        self._given_words = dict(given)
        own = {
            "legend": self.tr("图例"),
            "zoom_in": self.tr("放大"),
            "zoom_out": self.tr("缩小"),
            "chainage": self.tr("桩号"),
            "off_line": self.tr("偏离"),
            "metre": self.tr("m"),
            "kilometre": self.tr("km"),
            "measure_hint": self.tr("单击量测距离，Esc 清除，再按 Esc 退出"),
            "lasso_hint": self.tr("按住拖动圈选，Esc 退出"),
            "box_hint": self.tr("按住拖动框选，Esc 退出"),
            "line_hint": self.tr("单击取点，双击或回车完成，Esc 取消"),
        }
        self._bridge.keep("words", words("words", own | self._given_words))

    def set_legend(self, items: Sequence[Mapping[str, object]]) -> None:
        """Fill the legend: role, shape (a symbol, "line" or "area"), text, note; or a heading with a text."""
        self._bridge.keep("legend", words("legend", [dict(item) for item in items]))

    def set_bare(self, bare: bool) -> None:
        """Take away all that lies over the map (zoom, scale, legend, key): its owner shows that in a way of its own."""
        self._bridge.keep("bare", words("bare", bare))

    def set_chainage(self, points: Sequence[Sequence[float]]) -> None:
        """Give the line [lon, lat, chainage in metres] along which the chainage under the pointer is read."""
        self._bridge.keep("chainage", words("chainage", [list(point) for point in points]))

    def when_shown(self, then: Callable[[], None]) -> None:
        """Call back once all that was set has come through to the screen (`painted` is some frames earlier)."""
        self._waiting.append(then)
        self._looks = 0
        self._look.start()

    def grab_when_ready(self, then: Callable[[QPixmap], None]) -> None:
        """Hand over a picture of the map once all that was set is on the screen."""
        self.when_shown(lambda: then(self.grab()))

    def reload(self) -> None:
        """Load the page anew; every layer and the view come back."""
        if self._last_view is not None:
            self.fly_to(*self._last_view, animate=False)
        self._page.load(self._url)

    def discard(self) -> None:
        """Give back the memory of a hidden map's page (about 100 MB); it comes back as it was when the map is shown."""
        if self.isVisible():
            return
        if self._last_view is not None:
            self.fly_to(*self._last_view, animate=False)
        self._bridge.lost()
        self._page.setLifecycleState(QWebEnginePage.LifecycleState.Discarded)

    def changeEvent(self, event: QEvent) -> None:
        """Say the page's words again in a new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_words(self._given_words)
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell the page the rasters that came while nobody looked."""
        super().showEvent(event)
        self.rasters.tell()

    def _may_ask(self, url: QUrl) -> bool:
        scheme = url.scheme()
        if scheme == "file":
            return self._folder.isParentOf(url)
        if scheme in {"http", "https"}:
            port = f":{url.port()}" if url.port() != -1 else ""
            return f"{scheme}://{url.host()}{port}" in self._origins
        return scheme in {"data", "qrc", "devtools", TILE_SCHEME}

    def _knows(self, layer: str, feature: str) -> bool:
        """Look an id up; a layer given as text is read for its ids only when one is asked for."""
        patched = self._patched.get(layer, {}).get(feature)
        if patched is not None:
            return patched
        known = self._ids.get(layer, frozenset())
        if isinstance(known, str):
            known = self._ids[layer] = _ids_of(known)
        return feature in known

    def _on_heard(self, said: object) -> None:
        match said:
            case Clicked(layer, feature, lon, lat) if self._knows(layer, feature):
                self.feature_clicked.emit(layer, feature)
                self.pointed.emit(lon, lat)
            case Selected(pairs):
                self.features_selected.emit(
                    [f"{layer}/{feature}" for layer, feature in pairs if self._knows(layer, feature)]
                )
            case Place(lon, lat):
                self.place_clicked.emit(lon, lat)
                self.pointed.emit(lon, lat)
            case Line(path):
                self.line_drawn.emit(list(path))
            case View(lon, lat, zoom):
                self._last_view = (lon, lat, zoom)
                self.view_changed.emit(lon, lat, zoom)
            case Mode(mode):
                self._bridge.remember("mode", words("mode", mode))
                self.mode_changed.emit(mode)
            case _:
                self._log.warning("unknown id from the page: %r", said)

    def _look_at_seal(self) -> None:
        self._looks += 1
        if not self._is_shown():
            if self._looks < _LOOKS_ALLOWED:
                return
            self._log.warning("what was set has not come to the screen; going on without it")
        self._look.stop()
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _is_shown(self) -> bool:
        if not self.is_painted():
            return False
        corner = self._view.grab(QRect(0, self._view.height() - 1, 1, 1)).toImage().pixelColor(0, 0)
        return self._bridge.is_sealed(corner.red(), corner.green(), corner.blue())

    def _on_renderer_died(self, _status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        self._bridge.lost()
        self._log.error("the page's process ended with code %d", code)
        self.renderer_died.emit(code)
        now = time.monotonic()
        if len(self._deaths) == _DEATHS_ALLOWED and now - self._deaths[0] < _DEATHS_WITHIN_S:
            self._log.error("the page's process ended too often; it is not started again by itself")
            self.gave_up.emit()
            return
        self._deaths.append(now)
        QTimer.singleShot(0, self, self.reload)


def _channel_script() -> QWebEngineScript:
    source = QFile(":/qtwebchannel/qwebchannel.js")
    if not source.open(QIODevice.OpenModeFlag.ReadOnly):
        message = "qwebchannel.js is missing from Qt"
        raise RuntimeError(message)
    script = QWebEngineScript()
    script.setName("qwebchannel")
    script.setSourceCode(bytes(source.readAll().data()).decode())
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
    source.close()
    return script


def _ids_of(text: str) -> frozenset[str]:
    content = json.loads(text)
    features = content.get("features", [content])
    ids = (feature.get("properties", {}).get("id", feature.get("id")) for feature in features)
    return frozenset(str(found) for found in ids if found is not None)
