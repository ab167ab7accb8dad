// The canvases over the map, and when each is drawn: ground (areas, lines), raster, above (areas and lines that lie over
// the rasters), marks, swarm, pulse, top (labels, selection, tools).
"use strict";

floodMap.canvas = (() => {
  const { style, layers, swarm, raster } = floodMap;
  const PLANES = ["ground", "raster", "above", "marks", "swarm", "pulse", "top"];
  const STILL = window.matchMedia("(prefers-reduced-motion: reduce)");
  const PAD = 0.14;
  const CELL = 80; // of marks that are drawn again together; whole pixels at all usual ratios
  const REACH = 24; // no mark goes further from its place
  const MOST_MENDED = 0.4; // of all cells; more are drawn in one go
  const planes = {};
  const dirty = new Set();
  let mended = []; // places around which marks are drawn again
  const view = { left: 0, top: 0, width: 0, height: 0, zoom: 0, scale: 1, ratio: 1 };
  let map, holder, waiting = false, animating = false, flashOn = true, drawnAt = 0;
  let floor = Infinity; // layers from this height on lie over the rasters
  let chosen = [];
  let hovered = null;
  let afterDraw = () => {};
  let extra = () => {};

  function attach(leafletMap, drawn, drawTools) {
    map = leafletMap;
    afterDraw = drawn;
    extra = drawTools;
    holder = L.DomUtil.create("div", "fm-holder leaflet-zoom-animated", map.getPane("overlayPane"));
    for (const name of PLANES) {
      const canvas = L.DomUtil.create("canvas", `fm-plane fm-${name}`, holder);
      planes[name] = canvas.getContext("2d", { alpha: true });
    }
    map.on("zoomanim", (event) => { animating = true; place(event.center, event.zoom); });
    map.on("zoom", () => place(map.getCenter(), map.getZoom()));
    map.on("moveend zoomend viewreset resize", () => { animating = false; request(...PLANES); });
    map.on("move", () => { if (!animating && outside()) request(...PLANES); });
    setInterval(() => {
      if (!layers.drawn(map.getZoom()).some((layer) => layer.features.some((f) => f.p.flash))) return;
      flashOn = STILL.matches || !flashOn;
      request("pulse");
    }, 600);
    request(...PLANES);
  }

  function place(center, zoom) {
    const scale = map.getZoomScale(zoom, view.zoom);
    const at = L.point(view.left, view.top).multiplyBy(scale).subtract(map._getNewPixelOrigin(center, zoom));
    L.DomUtil.setTransform(holder, at, scale);
  }

  function outside() {
    const origin = map.getPixelOrigin();
    const tl = map.containerPointToLayerPoint([0, 0]).add(origin);
    const size = map.getSize();
    return tl.x < view.left || tl.y < view.top || tl.x + size.x > view.left + view.width || tl.y + size.y > view.top + view.height;
  }

  function request(...names) {
    for (const name of names) dirty.add(name);
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(draw);
  }

  // What arrives between two frames is drawn at once, so that the very next frame shows it.
  function soon(...names) {
    if (waiting || performance.now() - drawnAt < 12) { request(...names); return; }
    for (const name of names) dirty.add(name);
    draw();
  }

  function draw() {
    waiting = false;
    if (animating) return;
    drawnAt = performance.now();
    measure();
    split();
    const pending = PLANES.filter((name) => dirty.has(name));
    if (mended.length && !pending.includes("marks")) mendMarks(planes.marks, mended);
    mended = [];
    dirty.clear();
    try {
      for (const name of pending) drawPlane(name, planes[name]);
    } finally {
      afterDraw();
    }
  }

  function drawPlane(name, ctx) {
    if (name === "swarm") {
      ctx.canvas.hidden = !swarm.any();
      if (!ctx.canvas.hidden) swarm.draw(ctx, view);
      return;
    }
    if (ctx.canvas.hidden) return;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height);
    ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
    if (name === "ground") drawGround(ctx, -Infinity, floor);
    else if (name === "above") drawGround(ctx, floor, Infinity);
    else if (name === "raster") raster.draw(ctx, view);
    else if (name === "marks") drawMarks(ctx);
    else if (name === "pulse") drawFlashes(ctx);
    else drawTop(ctx);
  }

  // Without a raster all areas and lines lie on one plane, as ever.
  function split() {
    const next = raster.floor();
    if (next !== floor) for (const name of ["ground", "above", "raster"]) dirty.add(name);
    floor = next;
    if (dirty.has("ground")) dirty.add("above");
    planes.raster.canvas.hidden = planes.above.canvas.hidden = floor === Infinity;
  }

  // All planes share one frame; when it moves or grows, everything on them is drawn again.
  function measure() {
    const size = map.getSize();
    const origin = map.getPixelOrigin();
    const pad = size.multiplyBy(PAD).round();
    const at = map.containerPointToLayerPoint([0, 0]).subtract(pad).round();
    const next = { left: at.x + origin.x, top: at.y + origin.y, width: size.x + 2 * pad.x, height: size.y + 2 * pad.y,
      zoom: map.getZoom(), scale: 2 ** map.getZoom(), ratio: window.devicePixelRatio || 1 };
    const same = next.width === view.width && next.height === view.height && next.ratio === view.ratio;
    if (same && next.zoom === view.zoom && !moved(next)) return;
    Object.assign(view, next);
    L.DomUtil.setTransform(holder, at, 1);
    for (const name of PLANES) {
      dirty.add(name);
      if (same) continue;
      const { canvas } = planes[name];
      canvas.width = Math.round(view.width * view.ratio);
      canvas.height = Math.round(view.height * view.ratio);
      canvas.style.width = `${view.width}px`;
      canvas.style.height = `${view.height}px`;
    }
  }

  const moved = (next) => next.left !== view.left || next.top !== view.top;

  const px = (x) => x * view.scale - view.left;
  const py = (y) => y * view.scale - view.top;

  function visible(feature, margin) {
    const [x0, y0, x1, y1] = feature.box;
    return px(x1) > -margin && py(y1) > -margin && px(x0) < view.width + margin && py(y0) < view.height + margin;
  }

  function trace(ctx, rings, closed) {
    ctx.beginPath();
    for (const r of rings) {
      let lastX = px(r[0]), lastY = py(r[1]);
      ctx.moveTo(lastX, lastY);
      for (let i = 2; i < r.length; i += 2) {
        const x = px(r[i]), y = py(r[i + 1]);
        if (i + 2 < r.length && Math.abs(x - lastX) < 0.7 && Math.abs(y - lastY) < 0.7) continue;
        ctx.lineTo(x, y);
        lastX = x;
        lastY = y;
      }
      if (closed) ctx.closePath();
    }
  }

  function stroke(ctx, p, role, weight) {
    ctx.strokeStyle = style.tint(role, p.opacity ?? 1);
    ctx.lineWidth = weight;
    ctx.setLineDash(p.dash === true ? [6, 4] : p.dash || []);
    ctx.stroke();
  }

  function drawGround(ctx, from, below) {
    ctx.lineJoin = ctx.lineCap = "round";
    for (const layer of layers.drawn(view.zoom).filter(({ z }) => z >= from && z < below))
      for (const feature of layer.features) {
        if (feature.kind === "mark" || !visible(feature, 12)) continue;
        const p = feature.p;
        trace(ctx, feature.rings, feature.kind === "area");
        if (feature.kind === "area") {
          const fill = p.fill ?? 0.55;
          if (fill > 0) { ctx.fillStyle = style.tint(p.role, fill); ctx.fill("evenodd"); }
          if (p.hatch) {
            const pattern = style.hatch(ctx, p.hatch_role ?? p.role, 0.75, view.ratio);
            pattern.setTransform(new DOMMatrix([1 / view.ratio, 0, 0, 1 / view.ratio, -(view.left % 8), -(view.top % 8)]));
            ctx.fillStyle = pattern;
            ctx.fill("evenodd");
          }
        } else if (p.casing) {
          ctx.setLineDash([]);
          ctx.strokeStyle = style.colour(p.casing_role ?? "map.halo");
          ctx.lineWidth = p.weight + 2 * p.casing;
          ctx.stroke();
        }
        if (p.weight > 0) stroke(ctx, p, p.line_role ?? p.role, p.weight);
      }
    ctx.setLineDash([]);
  }

  // From afar a layer that may hold hundreds shrinks what is of less weight, so that the grave stays to be seen.
  function factor(layer, p) {
    if (!layer.style.shrink || p.priority >= layer.style.shrink || view.zoom >= 14) return 1;
    return view.zoom >= 13 ? 0.8 : 0.6;
  }

  // The cells that something around a point of the screen lies in.
  function* cellsOf(x, y, reach) {
    for (let i = Math.floor((x - reach) / CELL); i <= Math.floor((x + reach) / CELL); i++)
      for (let j = Math.floor((y - reach) / CELL); j <= Math.floor((y + reach) / CELL); j++) yield i * 4096 + j;
  }

  // One new mark among ten thousand costs its neighbourhood, not the whole plane; what lies over what stays as it was.
  function mendMarks(ctx, places) {
    const cells = new Set();
    for (const at of places) {
      const [x, y] = [px(at[0]), py(at[1])];
      if (x < -REACH || y < -REACH || x > view.width + REACH || y > view.height + REACH) continue;
      for (const cell of cellsOf(x, y, REACH)) cells.add(cell);
    }
    if (!cells.size) return;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    if (cells.size > (MOST_MENDED * view.width * view.height) / (CELL * CELL)) {
      ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height);
      ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
      drawMarks(ctx);
      return;
    }
    ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
    ctx.save();
    ctx.beginPath();
    for (const cell of cells) {
      const i = Math.round(cell / 4096);
      ctx.rect(i * CELL, (cell - i * 4096) * CELL, CELL, CELL);
    }
    ctx.clip();
    ctx.clearRect(-CELL, -CELL, view.width + 2 * CELL, view.height + 2 * CELL);
    drawMarks(ctx, cells);
    ctx.restore();
  }

  function within(cells, x, y) {
    const [i0, i1] = [Math.floor((x - REACH) / CELL), Math.floor((x + REACH) / CELL)];
    const [j0, j1] = [Math.floor((y - REACH) / CELL), Math.floor((y + REACH) / CELL)];
    return cells.has(i0 * 4096 + j0) || cells.has(i1 * 4096 + j0) || cells.has(i0 * 4096 + j1) || cells.has(i1 * 4096 + j1);
  }

  function drawMarks(ctx, cells = null) {
    for (const layer of layers.drawn(view.zoom))
      for (const feature of layer.features) {
        if (feature.kind !== "mark" || !visible(feature, REACH)) continue;
        const [x, y] = [Math.round(px(feature.at[0])), Math.round(py(feature.at[1]))];
        if (cells && !within(cells, x, y)) continue;
        const { canvas, half } = style.sprite(feature.p, view.ratio, factor(layer, feature.p));
        ctx.globalAlpha = feature.p.opacity ?? 1;
        ctx.drawImage(canvas, x - half, y - half, canvas.width / view.ratio, canvas.height / view.ratio);
      }
    ctx.globalAlpha = 1;
  }

  function drawTop(ctx) {
    for (const feature of picked()) emphasise(ctx, feature, "selection", 2);
    if (hovered) emphasise(ctx, hovered, "selection", 1.25);
    floodMap.labels.draw(ctx, view, visible, chosen);
    extra(ctx, view);
  }

  function drawFlashes(ctx) {
    if (!flashOn) return;
    for (const layer of layers.drawn(view.zoom))
      for (const f of layer.features) {
        if (!f.p.flash || !visible(f, 24)) continue;
        const { canvas, half } = style.dot(f.p.flash_role ?? f.p.role, view.ratio);
        const [x, y] = [px(f.at[0]) + (f.p.size ?? 5) + 3, py(f.at[1]) - (f.p.size ?? 5) - 3];
        ctx.drawImage(canvas, x - half, y - half, half * 2, half * 2);
      }
  }

  function emphasise(ctx, feature, role, weight) {
    ctx.setLineDash([]);
    ctx.lineJoin = "round";
    if (feature.kind === "mark") {
      ctx.beginPath();
      ctx.arc(px(feature.at[0]), py(feature.at[1]), (feature.p.size ?? 5) + (feature.p.ring ? 9 : 4.5), 0, Math.PI * 2);
    } else trace(ctx, feature.rings, feature.kind === "area");
    const base = feature.kind === "line" ? feature.p.weight : 0;
    for (const [colour, width] of [["map.halo", weight + 2.5 + base], [role, weight + base]]) {
      ctx.strokeStyle = style.colour(colour);
      ctx.lineWidth = width;
      ctx.stroke();
    }
    if (feature.kind === "line") { ctx.strokeStyle = style.colour(feature.p.line_role ?? feature.p.role); ctx.lineWidth = base; ctx.stroke(); }
  }

  function* picked() {
    for (const key of chosen) {
      const cut = key.indexOf("/");
      const [name, id] = [key.slice(0, cut), key.slice(cut + 1)];
      const found = layers.get(name)?.byId.get(id);
      const place = found ? null : swarm.byId(name, id);
      if (layers.hides(name)) continue;
      if (found) yield* found;
      else if (place) yield place;
    }
  }

  function find(point) {
    const origin = map.getPixelOrigin();
    const world = map.containerPointToLayerPoint(point).add(origin).divideBy(2 ** map.getZoom());
    const scale = 2 ** map.getZoom();
    const hit = layers.find(world.x, world.y, scale, map.getZoom());
    if (hit?.kind === "mark") return hit;
    return swarm.find(world.x, world.y, scale) ?? hit;
  }

  return { attach, request, soon, find, view, planes, draw,
    all: () => request(...PLANES),
    mend: (places) => { mended.push(...places); request(); },
    select: (keys) => { chosen = keys; request("top"); },
    hover: (feature) => { if (feature !== hovered) { hovered = feature; request("top"); } } };
})();
