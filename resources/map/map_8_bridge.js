// The page's verbs: what the desk tells the map, and the few things the map says back.
"use strict";

floodMap.bridge = (() => {
  const { style, layers, swarm, raster, canvas, tools, furniture } = floodMap;
  const LEAST_PX = 80;
  const LONGEST_DRAWING_MS = 1000; // whatever keeps a frame from coming, the desk is heard again after this
  let map, desk = null, tiles = null, serial = 0, painted = 0, held = 0, looking = null;

  const verbs = {
    layer(name, look, geojson) { layers.set(name, look, geojson); canvas.request("ground", "marks", "top"); },
    patch(name, features, gone) {
      const { planes, spots } = layers.patch(name, features, gone);
      canvas.mend(spots);
      canvas.request(...planes);
    },
    restyle(name, changes) { layers.restyle(name, changes); canvas.request("ground", "marks", "top"); },
    remove(name) { layers.remove(name); swarm.remove(name); canvas.all(); },
    unraster(name) { raster.remove(name); canvas.request("raster"); },
    visible(name, shown) { layers.show(name, shown); canvas.all(); },
    points(name, look, places, kinds) { swarm.set(name, look, places, kinds); canvas.soon("swarm"); },
    ids(name, ids) { swarm.setIds(name, ids); },
    raster(name, look, packed) { raster.set(name, look, packed); canvas.request("raster"); },
    palette(name, rgba) { raster.colour(name, rgba); canvas.request("raster"); },
    fade(name, opacity) { raster.fade(name, opacity); canvas.request("raster"); },
    theme(colours, dark) { style.setTheme(colours, dark); furniture.refresh(); canvas.all(); },
    fly(lon, lat, zoom, animate) { map.setView([lat, lon], zoom ?? map.getZoom(), { animate }); },
    fit(west, south, east, north) {
      const size = map.getSize(); // a page not laid out yet would be fitted to a street corner
      if (Math.min(size.x, size.y) < LEAST_PX) { map.once("resize", () => verbs.fit(west, south, east, north)); return; }
      map.fitBounds([[south, west], [north, east]], { animate: false, padding: [24, 24] });
    },
    select(keys) { canvas.select(keys); },
    tiles(template, attribution, subdomains, maxZoom, tms) {
      tiles?.remove();
      tiles = null;
      if (template) tiles = L.tileLayer(template, { subdomains, maxNativeZoom: maxZoom, maxZoom: 22, tms, className: "fm-tile" }).addTo(map);
      furniture.credit(template ? attribution : "");
    },
    mode(mode) { tools.setMode(mode); },
    words(words) { tools.setWords(words); furniture.setWords(words); },
    chainage(points) { furniture.setChainage(points); },
    legend(items) { furniture.setLegend(items); },
    key(given) { furniture.setKey(given); },
    bare(on) { furniture.setBare(on); },
  };

  function say(message) {
    desk?.said(JSON.stringify(message));
  }

  // One told thing that cannot be read is reported and passed over; the others still reach the map.
  function take(number, told) {
    let picture = false;
    for (const text of told) {
      try {
        const [verb, ...values] = JSON.parse(text);
        verbs[verb](...values);
        picture ||= verb === "raster";
      } catch (error) {
        console.error(`not understood: ${text.slice(0, 120)}: ${error}`);
      }
    }
    serial = number;
    // A picture counts as taken when it is drawn: the desk skips pictures rather than have this page fall behind.
    if (picture && !document.hidden) {
      held = number;
      setTimeout(() => { if (held === number) letGo(); }, LONGEST_DRAWING_MS);
    } else say({ kind: "taken", serial });
    canvas.request();
  }

  // A corner of two pixels carries the number in the lowest bits of its colour: whoever takes a picture of the window
  // can tell whether this drawing has come through to the screen.
  function seal(number) {
    const [r, g, b] = style.channels(style.colour("surface.panel"));
    const parts = [(r & 248) | (number & 7), (g & 248) | ((number >> 3) & 7), (b & 248) | ((number >> 6) & 7)];
    document.getElementById("fm-seal").style.background = `rgb(${parts.join(",")})`;
  }

  function letGo() {
    if (held) say({ kind: "taken", serial: held });
    held = 0;
  }

  // The second frame begins after the first was handed on to be shown.
  function drawn() {
    const number = serial;
    letGo();
    if (number <= painted) return;
    painted = number;
    seal(number);
    requestAnimationFrame(() => requestAnimationFrame(() => say({ kind: "painted", serial: number })));
  }

  function look(event) {
    if (looking) return;
    looking = requestAnimationFrame(() => {
      looking = null;
      const hit = tools.mode() === "pan" && !tools.busy() && !map.dragging.moving() ? canvas.find(event.containerPoint) : null;
      canvas.hover(hit);
      map.getContainer().classList.toggle("fm-over", Boolean(hit));
      furniture.tip(hit, event.containerPoint);
    });
  }

  function click(event) {
    if (tools.mode() !== "pan" || event.originalEvent.shiftKey) return;
    const hit = canvas.find(event.containerPoint);
    const at = event.latlng.wrap();
    if (hit) say({ kind: "clicked", layer: hit.layer, id: hit.id, lon: at.lng, lat: at.lat });
    else say({ kind: "place", lon: at.lng, lat: at.lat });
  }

  function viewed() {
    const at = map.getCenter();
    say({ kind: "view", lon: at.lng, lat: at.lat, zoom: map.getZoom() });
  }

  function start() {
    map = window.map_base;
    style.setTheme({}, true);
    furniture.attach(map);
    L.DomUtil.create("div", "", document.body).id = "fm-seal";
    canvas.attach(map, drawn, tools.draw);
    tools.attach(map, say);
    map.on("mousemove", look);
    map.on("mouseout", () => { canvas.hover(null); furniture.tip(null); });
    document.addEventListener("visibilitychange", () => { if (document.hidden) letGo(); });
    map.on("click", click);
    map.on("moveend", viewed);
    if (!window.qt) return;
    new QWebChannel(window.qt.webChannelTransport, (channel) => {
      desk = channel.objects.desk;
      desk.told.connect(take);
      desk.ready();
    });
  }

  window.addEventListener("DOMContentLoaded", start);
  return { take };
})();
