// What lies over the map: scale, coordinates and chainage under the pointer, legend, zoom, hint, tip.
"use strict";

floodMap.furniture = (() => {
  const REACH_M = 3000;
  let map, words = {}, line = [], parts = {}, folded = true, items = [];

  function el(tag, name, parent, text) {
    const made = L.DomUtil.create(tag, name, parent);
    if (text) made.textContent = text;
    return made;
  }

  function attach(leafletMap) {
    map = leafletMap;
    const root = el("div", "fm-furniture", document.body);
    parts.root = root;
    const zoom = el("div", "fm-panel fm-zoom", root);
    parts.zoomIn = el("button", "fm-plus", zoom);
    parts.zoomOut = el("button", "fm-minus", zoom);
    parts.zoomIn.addEventListener("click", () => map.zoomIn(0.5));
    parts.zoomOut.addEventListener("click", () => map.zoomOut(0.5));
    parts.legend = el("div", "fm-panel fm-legend", root);
    parts.legend.hidden = true;
    parts.key = el("div", "fm-panel fm-key", root);
    parts.key.hidden = true;
    const strip = el("div", "fm-strip", root);
    parts.scale = el("span", "fm-scale", strip);
    parts.place = el("span", "fm-place", strip);
    parts.credit = el("span", "fm-credit", strip);
    parts.hint = el("div", "fm-panel fm-hint", root);
    parts.hint.hidden = true;
    parts.tip = el("div", "fm-panel fm-tip", root);
    parts.tip.hidden = true;
    map.on("move zoomend resize", scale);
    map.on("mousemove", (event) => place(event.latlng));
    map.on("mouseout", () => { parts.place.textContent = ""; });
    scale();
  }

  function distance(metres) {
    const [m, km] = [words.metre ?? "m", words.kilometre ?? "km"];
    if (metres < 1000) return `${Math.round(metres)} ${m}`;
    return `${(metres / 1000).toFixed(metres < 10000 ? 2 : 1)} ${km}`;
  }

  function scale() {
    const size = map.getSize();
    const y = size.y / 2;
    const perPixel = map.containerPointToLatLng([0, y]).distanceTo(map.containerPointToLatLng([100, y])) / 100;
    const most = perPixel * 110;
    const power = 10 ** Math.floor(Math.log10(most));
    const metres = power * (most / power >= 5 ? 5 : most / power >= 2 ? 2 : 1);
    parts.scale.style.width = `${Math.round(metres / perPixel)}px`;
    parts.scale.textContent = metres < 1000 ? `${metres} ${words.metre ?? "m"}` : `${metres / 1000} ${words.kilometre ?? "km"}`;
  }

  function place(at) {
    const near = chainage(at.lng, at.lat);
    const east = `${Math.abs(at.lng).toFixed(5)}°${at.lng < 0 ? "W" : "E"}`;
    const north = `${Math.abs(at.lat).toFixed(5)}°${at.lat < 0 ? "S" : "N"}`;
    parts.place.textContent = `${east}  ${north}`;
    if (near) el("b", "", parts.place, `${words.chainage ?? ""} ${near.text}`.trim());
    if (near && near.away >= 20) el("i", "", parts.place, `${words.off_line ?? ""} ${distance(near.away)}`.trim());
  }

  function spoken(metres) {
    const whole = Math.round(Math.abs(metres));
    return `${metres < 0 ? "-" : ""}${Math.floor(whole / 1000)}+${String(whole % 1000).padStart(3, "0")}`;
  }

  // Flat metres around the pointer are exact enough within the three kilometres that count.
  function chainage(lon, lat) {
    const [mx, my] = [111320 * Math.cos((lat * Math.PI) / 180), 110950];
    let best = null;
    for (let i = 1; i < line.length; i++) {
      const [ax, ay] = [(line[i - 1][0] - lon) * mx, (line[i - 1][1] - lat) * my];
      const [dx, dy] = [(line[i][0] - lon) * mx - ax, (line[i][1] - lat) * my - ay];
      const t = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
      const away = Math.hypot(ax + t * dx, ay + t * dy);
      if (away <= REACH_M && (!best || away < best.away))
        best = { away, metres: line[i - 1][2] + t * (line[i][2] - line[i - 1][2]) };
    }
    if (best) best.text = spoken(best.metres);
    return best;
  }

  function legend() {
    const panel = parts.legend;
    panel.hidden = !items.length;
    panel.replaceChildren();
    const head = el("button", "fm-fold", panel, words.legend ?? "");
    head.setAttribute("aria-expanded", String(!folded));
    head.addEventListener("click", () => { folded = !folded; legend(); });
    if (folded) return;
    const body = el("div", "fm-rows", panel);
    for (const item of items) {
      const row = el("div", item.heading ? "fm-heading" : "fm-row", body);
      if (!item.heading) swatch(row, item);
      el("span", "", row, item.text ?? "");
      if (item.note) el("em", "", row, item.note);
    }
  }

  // What the colours of a raster mean, and what must be known about it: never folded away.
  // Where the desk shows scale, legend and key in its own way (a wall), nothing lies over the map.
  function setBare(on) {
    parts.root.hidden = on;
  }

  function setKey(given) {
    parts.key.hidden = !given;
    parts.key.replaceChildren();
    if (!given) return;
    parts.key.style.borderLeft = given.edge ? `3px solid ${floodMap.style.colour(given.edge)}` : "";
    const head = el("div", "fm-key-head", parts.key);
    el("b", "", head, given.title);
    for (const note of given.notes) el("span", "", head, note);
    const ramp = el("div", "fm-ramp", parts.key);
    for (const { colour, text } of given.rows) {
      const part = el("div", "", ramp);
      el("i", "", part).style.background = colour;
      el("span", "", part, text);
    }
  }

  function swatch(row, item) {
    const ratio = window.devicePixelRatio || 1;
    const canvas = el("canvas", "fm-swatch", row);
    const [w, h] = [26, 18];
    canvas.width = w * ratio;
    canvas.height = h * ratio;
    const ctx = canvas.getContext("2d");
    ctx.scale(ratio, ratio);
    const { style } = floodMap;
    if (item.shape === "line") {
      ctx.strokeStyle = style.colour(item.role);
      ctx.lineWidth = item.weight ?? 2.5;
      ctx.setLineDash(item.dash ? [5, 3] : []);
      ctx.beginPath();
      ctx.moveTo(3, h / 2);
      ctx.lineTo(w - 3, h / 2);
      ctx.stroke();
    } else if (item.shape === "area") {
      ctx.beginPath();
      ctx.rect(3.5, 3.5, w - 7, h - 7);
      ctx.fillStyle = style.tint(item.role, item.fill ?? 0.55);
      ctx.fill();
      if (item.hatch) { ctx.fillStyle = style.hatch(ctx, item.hatch_role ?? item.role, 0.8, 1); ctx.fill(); }
      ctx.strokeStyle = style.colour(item.line_role ?? item.role);
      ctx.setLineDash(item.dash ? [3, 2] : []);
      ctx.stroke();
    } else style.drawSymbol(ctx, { ...item, size: Math.min(item.size ?? 5, item.ring ? 3.5 : 5.5) }, w / 2, h / 2);
  }

  function tip(feature, point) {
    const text = feature ? feature.p.tip ?? feature.p.label ?? feature.id : "";
    parts.tip.hidden = !text;
    if (!text) return;
    parts.tip.textContent = text;
    const size = map.getSize();
    const [w, h] = [parts.tip.offsetWidth, parts.tip.offsetHeight];
    parts.tip.style.transform = `translate(${Math.min(point.x + 14, size.x - w - 6)}px, ${Math.min(point.y + 16, size.y - h - 30)}px)`;
  }

  function setWords(given) {
    words = given;
    parts.zoomIn.title = words.zoom_in ?? "";
    parts.zoomOut.title = words.zoom_out ?? "";
    parts.zoomIn.setAttribute("aria-label", words.zoom_in ?? "");
    parts.zoomOut.setAttribute("aria-label", words.zoom_out ?? "");
    scale();
    legend();
  }

  return { attach, distance, tip, setWords, chainage,
    hint: (text) => { parts.hint.hidden = !text; parts.hint.textContent = text; },
    credit: (text) => { parts.credit.textContent = text; },
    setLegend: (given) => { items = given; legend(); },
    refresh: legend,
    setKey, setBare,
    setChainage: (points) => { line = points; } };
})();
