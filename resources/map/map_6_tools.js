// The pointer's tools: measuring a distance, and choosing by lasso or box.
"use strict";

floodMap.tools = (() => {
  const { style, layers, swarm, canvas } = floodMap;
  const MODES = ["pan", "measure", "lasso", "box", "line"];
  const BY_POINTS = ["measure", "line"]; // a click adds a point
  let map, mode = "pan", path = [], trail = null, pointer = null;
  let report = () => {};
  let words = {};

  function attach(leafletMap, tell) {
    map = leafletMap;
    report = tell;
    const el = map.getContainer();
    el.addEventListener("mousedown", down, true);
    window.addEventListener("mousemove", move, true);
    window.addEventListener("mouseup", up, true);
    window.addEventListener("keydown", (event) => { if (event.key === "Escape") escape(); if (event.key === "Enter" && mode === "line") finish(); });
    map.on("click", click);
    map.on("dblclick", () => { if (mode === "line") finish(); if (mode === "measure") pointer = null; canvas.request("top"); });
  }

  function setMode(next) {
    if (!MODES.includes(next)) return;
    const left = mode;
    mode = next;
    path = [];
    trail = pointer = null;
    map.getContainer().dataset.mode = mode;
    if (mode === "pan" || BY_POINTS.includes(mode)) map.dragging.enable(); else map.dragging.disable();
    floodMap.furniture.hint({ measure: words.measure_hint, lasso: words.lasso_hint, box: words.box_hint, line: words.line_hint }[mode] ?? "");
    canvas.request("top");
    if (left !== mode) report({ kind: "mode", mode });
  }

  function escape() {
    if (BY_POINTS.includes(mode) && path.length) { path = []; pointer = null; canvas.request("top"); return; }
    setMode("pan");
  }

  function click(event) {
    if (BY_POINTS.includes(mode)) {
      const last = path.at(-1);
      if (last && last.distanceTo(event.latlng) < 0.01) return;
      path.push(event.latlng);
      canvas.request("top");
    }
  }

  // The two clicks of a double click may lie a little apart: they are one point.
  function finish() {
    const places = path.map((at) => map.latLngToContainerPoint(at));
    const apart = path.filter((at, i) => !i || places[i].distanceTo(places[i - 1]) > 4);
    if (apart.length < 2) return;
    report({ kind: "line", path: apart.map((at) => [at.lng, at.lat]) });
    setMode("pan");
  }

  const choosing = (event) => mode === "lasso" || mode === "box" || (mode === "pan" && event.shiftKey);

  function down(event) {
    if (event.button !== 0 || !choosing(event) || event.target.closest(".fm-panel")) return;
    event.stopPropagation();
    event.preventDefault();
    trail = [map.mouseEventToContainerPoint(event)];
  }

  function move(event) {
    if (trail) {
      event.stopPropagation();
      const at = map.mouseEventToContainerPoint(event);
      if (mode === "lasso") { if (at.distanceTo(trail.at(-1)) > 3) trail.push(at); }
      else trail = [trail[0], at];
      canvas.request("top");
    } else if (BY_POINTS.includes(mode) && path.length) {
      pointer = map.mouseEventToLatLng(event);
      canvas.request("top");
    }
  }

  function up(event) {
    if (!trail) return;
    event.stopPropagation();
    const corners = outline();
    trail = null;
    canvas.request("top");
    if (corners.length < 3) return;
    const flat = layers.ring(corners.map((point) => { const at = map.containerPointToLatLng(point); return [at.lng, at.lat]; }));
    const found = [...layers.within([flat], map.getZoom()), ...swarm.within([flat])];
    report({ kind: "selected", ids: found.slice(0, 20000) });
  }

  function outline() {
    if (!trail || trail.length < 2) return [];
    if (mode === "lasso") return trail;
    const [a, b] = trail;
    return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < 6 ? [] : [a, L.point(b.x, a.y), b, L.point(a.x, b.y)];
  }

  function onCanvas(point, view) {
    const at = map.containerPointToLayerPoint(point).add(map.getPixelOrigin());
    return [at.x - view.left, at.y - view.top];
  }

  function draw(ctx, view) {
    const corners = outline();
    if (corners.length > 1) {
      ctx.beginPath();
      corners.forEach((point, i) => (i ? ctx.lineTo(...onCanvas(point, view)) : ctx.moveTo(...onCanvas(point, view))));
      ctx.closePath();
      ctx.fillStyle = style.tint("line.focus", 0.14);
      ctx.fill();
      ctx.strokeStyle = style.colour("line.focus");
      ctx.lineWidth = 1.5;
      ctx.setLineDash([5, 4]);
      ctx.stroke();
      ctx.setLineDash([]);
    }
    if (BY_POINTS.includes(mode)) drawMeasure(ctx, view);
  }

  function drawMeasure(ctx, view) {
    const all = pointer ? [...path, pointer] : path;
    if (!all.length) return;
    const places = all.map((at) => onCanvas(map.latLngToContainerPoint(at), view));
    for (const [role, width] of [["map.halo", 5], ["line.focus", 2]]) {
      ctx.beginPath();
      places.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
      ctx.strokeStyle = style.colour(role);
      ctx.lineWidth = width;
      ctx.stroke();
    }
    let sum = 0;
    ctx.font = `600 12px ${style.FONT}`;
    ctx.textBaseline = "middle";
    places.forEach(([x, y], i) => {
      if (i) sum += all[i - 1].distanceTo(all[i]);
      ctx.beginPath();
      ctx.arc(x, y, 3.5, 0, Math.PI * 2);
      ctx.fillStyle = style.colour("map.halo");
      ctx.strokeStyle = style.colour("line.focus");
      ctx.lineWidth = 2;
      ctx.fill();
      ctx.stroke();
      if (!i) return;
      const text = floodMap.furniture.distance(sum);
      ctx.strokeStyle = style.colour("map.halo");
      ctx.lineWidth = 4;
      ctx.lineJoin = "round";
      ctx.strokeText(text, x + 9, y - 10);
      ctx.fillStyle = style.colour("map.label");
      ctx.fillText(text, x + 9, y - 10);
    });
  }

  return { attach, setMode, draw, mode: () => mode, setWords: (given) => { words = given; },
    busy: () => trail !== null };
})();
