// Named layers of features in world coordinates (Web Mercator, 0..256 at zoom 0) and the questions asked of them.
"use strict";

floodMap.layers = (() => {
  const DEFAULTS = { role: "mark", shape: "circle", size: 5, weight: 1.25, z: 0, label_role: "map.label", priority: 0 };
  const named = new Map();
  const hidden = new Set();
  let ordered = [];

  const worldX = (lon) => (lon / 360 + 0.5) * 256;
  const worldY = (lat) => {
    const s = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
    return (0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) * 256;
  };
  const lonOf = (x) => (x / 256 - 0.5) * 360;
  const latOf = (y) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 256))) * 180) / Math.PI;

  function ring(points) {
    const flat = new Float64Array(points.length * 2);
    points.forEach((point, i) => { flat[2 * i] = worldX(point[0]); flat[2 * i + 1] = worldY(point[1]); });
    return flat;
  }

  function parts(geometry) {
    if (!geometry) return [];
    const c = geometry.coordinates;
    switch (geometry.type) {
      case "Point": return [["mark", [ring([c])]]];
      case "MultiPoint": return c.map((point) => ["mark", [ring([point])]]);
      case "LineString": return [["line", [ring(c)]]];
      case "MultiLineString": return [["line", c.map(ring)]];
      case "Polygon": return [["area", c.map(ring)]];
      case "MultiPolygon": return [["area", c.flatMap((polygon) => polygon.map(ring))]];
      case "GeometryCollection": return geometry.geometries.flatMap(parts);
      default: throw new Error(`unknown geometry ${geometry.type}`);
    }
  }

  function box(rings) {
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const r of rings)
      for (let i = 0; i < r.length; i += 2) {
        if (r[i] < x0) x0 = r[i];
        if (r[i] > x1) x1 = r[i];
        if (r[i + 1] < y0) y0 = r[i + 1];
        if (r[i + 1] > y1) y1 = r[i + 1];
      }
    return [x0, y0, x1, y1];
  }

  function centroid(r) {
    let [area, x, y] = [0, 0, 0];
    const [ox, oy] = [r[0], r[1]];
    for (let i = 0, j = r.length - 2; i < r.length; j = i, i += 2) {
      const cross = (r[j] - ox) * (r[i + 1] - oy) - (r[i] - ox) * (r[j + 1] - oy);
      area += cross;
      x += (r[j] + r[i] - 2 * ox) * cross;
      y += (r[j + 1] + r[i + 1] - 2 * oy) * cross;
    }
    return Math.abs(area) < 1e-18 ? [ox, oy] : [ox + x / (3 * area), oy + y / (3 * area)];
  }

  // Where a bent area does not contain its centroid, the middle of its widest stretch at mid height does.
  function inside(rings) {
    const largest = rings.reduce((a, b) => (b.length > a.length ? b : a));
    const middle = centroid(largest);
    if (contains(rings, middle[0], middle[1])) return middle;
    const [, y0, , y1] = box([largest]);
    const y = (y0 + y1) / 2;
    const cuts = [];
    for (let i = 0, j = largest.length - 2; i < largest.length; j = i, i += 2) {
      const [ya, yb] = [largest[j + 1], largest[i + 1]];
      if (ya > y !== yb > y) cuts.push(largest[j] + ((y - ya) / (yb - ya)) * (largest[i] - largest[j]));
    }
    cuts.sort((a, b) => a - b);
    let best = middle, width = -1;
    for (let k = 0; k + 1 < cuts.length; k += 2)
      if (cuts[k + 1] - cuts[k] > width) { width = cuts[k + 1] - cuts[k]; best = [(cuts[k] + cuts[k + 1]) / 2, y]; }
    return best;
  }

  function halfway(r) {
    const lengths = [0];
    for (let i = 2; i < r.length; i += 2) lengths.push(lengths.at(-1) + Math.hypot(r[i] - r[i - 2], r[i + 1] - r[i - 1]));
    const half = lengths.at(-1) / 2;
    const k = Math.max(1, lengths.findIndex((length) => length >= half));
    const span = lengths[k] - lengths[k - 1] || 1;
    const t = (half - lengths[k - 1]) / span;
    const [a, b] = [2 * (k - 1), 2 * k];
    let angle = Math.atan2(r[b + 1] - r[a + 1], r[b] - r[a]);
    if (Math.abs(angle) > Math.PI / 2) angle += angle > 0 ? -Math.PI : Math.PI;
    return [r[a] + t * (r[b] - r[a]), r[a + 1] + t * (r[b + 1] - r[a + 1]), angle];
  }

  function contains(rings, x, y) {
    let odd = false;
    for (const r of rings)
      for (let i = 0, j = r.length - 2; i < r.length; j = i, i += 2)
        if (r[i + 1] > y !== r[j + 1] > y && x < ((r[j] - r[i]) * (y - r[i + 1])) / (r[j + 1] - r[i + 1]) + r[i]) odd = !odd;
    return odd;
  }

  function gap(rings, x, y) {
    let best = Infinity;
    for (const r of rings)
      for (let i = 2; i < r.length; i += 2) {
        const [dx, dy] = [r[i] - r[i - 2], r[i + 1] - r[i - 1]];
        const t = Math.max(0, Math.min(1, ((x - r[i - 2]) * dx + (y - r[i - 1]) * dy) / (dx * dx + dy * dy || 1)));
        best = Math.min(best, Math.hypot(x - r[i - 2] - t * dx, y - r[i - 1] - t * dy));
      }
    return best;
  }

  function shaped(name, style, item) {
    const own = item.properties ?? {};
    const id = String(own.id ?? item.id ?? "");
    return parts(item.geometry).map(([kind, rings]) => {
      const feature = { layer: name, id, kind, rings, box: box(rings), own, p: { ...DEFAULTS, ...style, ...own }, at: null };
      feature.at = kind === "mark" ? [rings[0][0], rings[0][1]] : kind === "area" ? inside(rings)
        : halfway(rings.reduce((a, b) => (b.length > a.length ? b : a)));
      return feature;
    });
  }

  function set(name, style, geojson) {
    const list = geojson.type === "FeatureCollection" ? geojson.features : geojson.type === "Feature" ? [geojson]
      : [{ type: "Feature", geometry: geojson, properties: {} }];
    const features = [];
    const byId = new Map();
    for (const item of list)
      for (const feature of shaped(name, style, item)) {
        features.push(feature);
        if (feature.id) (byId.get(feature.id) ?? byId.set(feature.id, []).get(feature.id)).push(feature);
      }
    named.set(name, { name, features, byId, style, z: style.z ?? 0 });
    order();
  }

  // Some features come, change or go; all others stay as they are. One that changes keeps its identity and its place.
  // Returns the planes that have to be drawn again, and the places where marks were or are now; what begins to flash
  // is seen with the next beat.
  function patch(name, items, gone) {
    const layer = named.get(name);
    if (!layer) return { planes: [], spots: [] };
    const planes = new Set(["top"]);
    const spots = [];
    const touch = (feature, was) => {
      if (feature.kind === "mark") spots.push(feature.at);
      else planes.add("ground");
      if (was && feature.p.flash) planes.add("pulse");
    };
    const dropped = new Set(gone.flatMap((id) => layer.byId.get(id) ?? []));
    for (const id of gone) layer.byId.delete(id);
    let moved = false;
    for (const item of items) {
      const made = shaped(name, layer.style, item);
      const id = made[0]?.id;
      const known = layer.byId.get(id);
      if (known?.length === 1 && made.length === 1) {
        moved ||= known[0].p.priority !== made[0].p.priority;
        touch(known[0], true);
        touch(made[0], false);
        Object.assign(known[0], made[0]);
        continue;
      }
      known?.forEach((feature) => dropped.add(feature));
      layer.features.push(...made);
      made.forEach((feature) => touch(feature, false));
      if (id) layer.byId.set(id, made);
      moved = true;
    }
    dropped.forEach((feature) => touch(feature, true));
    if (dropped.size) layer.features = layer.features.filter((feature) => !dropped.has(feature));
    if (moved) layer.features.sort((a, b) => a.p.priority - b.p.priority);
    return { planes: [...planes], spots };
  }

  function restyle(name, changes) {
    const layer = named.get(name);
    if (!layer) return;
    for (const [id, change] of Object.entries(changes))
      for (const feature of layer.byId.get(id) ?? []) {
        Object.assign(feature.own, change);
        feature.p = { ...feature.p, ...change }; // a look of its own: symbols are remembered by it
      }
  }

  function order() {
    ordered = [...named.values()].sort((a, b) => a.z - b.z);
  }

  function drawn(zoom) {
    return ordered.filter((layer) => !hidden.has(layer.name) && zoom >= (layer.style.from_zoom ?? 0) && zoom <= (layer.style.to_zoom ?? 99));
  }

  // The topmost feature at a place; reach is in pixels, scale in pixels for each world unit.
  function find(x, y, scale, zoom) {
    const layers = drawn(zoom).filter((layer) => layer.style.interactive !== false).reverse();
    for (const layer of layers) {
      let best = null, nearest = Infinity;
      for (const f of layer.features) {
        if (f.kind !== "mark" || !f.id) continue;
        const d = Math.hypot(f.at[0] - x, f.at[1] - y) * scale;
        if (d <= (f.p.size ?? 5) + 5 && d < nearest) { best = f; nearest = d; }
      }
      if (best) return best;
    }
    for (const layer of layers) {
      const reach = 6 / scale;
      for (let i = layer.features.length - 1; i >= 0; i--) {
        const f = layer.features[i];
        if (f.kind === "mark" || !f.id) continue;
        if (x < f.box[0] - reach || x > f.box[2] + reach || y < f.box[1] - reach || y > f.box[3] + reach) continue;
        if (f.kind === "area" ? contains(f.rings, x, y) : gap(f.rings, x, y) <= reach) return f;
      }
    }
    return null;
  }

  function within(rings, zoom) {
    const frame = box(rings);
    const found = [];
    for (const layer of drawn(zoom)) {
      if (layer.style.interactive === false || layer.style.selectable === false) continue;
      const seen = new Set();
      for (const f of layer.features) {
        const [x, y] = f.at;
        if (!f.id || seen.has(f.id) || x < frame[0] || x > frame[2] || y < frame[1] || y > frame[3]) continue;
        if (contains(rings, x, y)) { seen.add(f.id); found.push([layer.name, f.id]); }
      }
    }
    return found;
  }

  return {
    worldX, worldY, lonOf, latOf, ring, set, patch, restyle, drawn, find, within, contains, box,
    remove: (name) => { named.delete(name); order(); },
    show: (name, shown) => { if (shown) hidden.delete(name); else hidden.add(name); },
    hides: (name) => hidden.has(name),
    get: (name) => named.get(name),
    names: () => [...named.keys()],
  };
})();
