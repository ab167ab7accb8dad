// Thousands of moving points: positions arrive as packed numbers and are written as pixels in one pass.
"use strict";

floodMap.swarm = (() => {
  const { worldX, worldY } = floodMap.layers;
  const named = new Map();
  let ordered = [];
  const stamps = new WeakMap();
  let pixels = null;

  function bytes(text) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    const raw = atob(text);
    const out = new Uint8Array(raw.length);
    for (let i = 0; i < raw.length; i++) out[i] = raw.charCodeAt(i);
    return out;
  }

  // Offsets from an origin keep centimetres in 32 bits, which plain longitudes would not.
  function set(name, look, places, kinds) {
    const offsets = new Float32Array(bytes(places).buffer);
    const n = offsets.length / 2;
    const kept = named.get(name);
    const group = kept && kept.x.length === n ? kept
      : { name, x: new Float64Array(n), y: new Float64Array(n), ids: kept?.ids ?? [], kinds: null };
    const [lon0, lat0] = look.origin;
    for (let i = 0; i < n; i++) {
      group.x[i] = worldX(lon0 + offsets[i]);
      group.y[i] = worldY(lat0 + offsets[n + i]);
    }
    group.look = look;
    group.kinds = kinds ? bytes(kinds) : null;
    named.set(name, group);
    order();
  }

  function order() {
    ordered = [...named.values()].sort((a, b) => (a.look?.z ?? 0) - (b.look?.z ?? 0));
  }

  function setIds(name, ids) {
    const group = named.get(name);
    if (group) group.ids = ids;
    else named.set(name, { name, x: new Float64Array(0), y: new Float64Array(0), ids, kinds: null, look: {} });
    order();
  }

  // The pixels of one look, as offsets into a canvas of this width; a new theme brings new sprites and so new stamps.
  function stamp(look, role, ratio, width) {
    const drawn = floodMap.style.sprite({ ...look, role }, ratio);
    const known = stamps.get(drawn);
    if (known?.width === width) return known;
    const made = { width, ...cut(drawn, ratio, width) };
    stamps.set(drawn, made);
    return made;
  }

  function cut({ canvas, half }, ratio, width) {
    const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const words = new Uint32Array(data.data.buffer);
    const [solid, colours, soft] = [[], [], []];
    for (let y = 0; y < canvas.height; y++)
      for (let x = 0; x < canvas.width; x++) {
        const alpha = data.data[4 * (y * canvas.width + x) + 3];
        if (alpha > 200) { solid.push(y * width + x); colours.push((words[y * canvas.width + x] | 0xff000000) >>> 0); }
        else if (alpha > 24) soft.push([y * width + x, words[y * canvas.width + x]]);
      }
    return { size: canvas.width, half: Math.round(half * ratio), solid: Int32Array.from(solid), colours: Uint32Array.from(colours),
      softAt: Int32Array.from(soft, (s) => s[0]), softColours: Uint32Array.from(soft, (s) => s[1]) };
  }

  function draw(ctx, view) {
    const { width, height } = ctx.canvas;
    if (!pixels || pixels.width !== width || pixels.height !== height) pixels = ctx.createImageData(width, height);
    const words = new Uint32Array(pixels.data.buffer);
    words.fill(0);
    for (const group of ordered) {
      if (floodMap.layers.hides(group.name) || !group.x.length || view.zoom < (group.look.from_zoom ?? 0)) continue;
      const looks = group.look.roles.map((role) => stamp(group.look, role, view.ratio, width));
      const scale = view.scale * view.ratio;
      const [left, top] = [view.left * view.ratio, view.top * view.ratio];
      const { x: xs, y: ys, kinds } = group;
      for (let i = 0; i < xs.length; i++) {
        const s = kinds ? looks[kinds[i]] ?? looks[0] : looks[0];
        const x = ((xs[i] * scale - left + 0.5) | 0) - s.half;
        const y = ((ys[i] * scale - top + 0.5) | 0) - s.half;
        if (x < 0 || y < 0 || x + s.size > width || y + s.size > height) continue;
        const base = y * width + x;
        const { solid, colours, softAt, softColours } = s;
        for (let k = 0; k < softAt.length; k++) if (words[base + softAt[k]] === 0) words[base + softAt[k]] = softColours[k];
        for (let k = 0; k < solid.length; k++) words[base + solid[k]] = colours[k];
      }
    }
    ctx.putImageData(pixels, 0, 0);
  }

  function find(x, y, scale) {
    for (let g = ordered.length - 1; g >= 0; g--) {
      const group = ordered[g];
      if (floodMap.layers.hides(group.name) || !group.ids.length) continue;
      const reach = ((group.look.size ?? 3) + 4) / scale;
      let best = -1, nearest = reach * reach;
      for (let i = 0; i < group.x.length; i++) {
        const d = (group.x[i] - x) ** 2 + (group.y[i] - y) ** 2;
        if (d < nearest) { nearest = d; best = i; }
      }
      if (best >= 0 && group.ids[best] !== undefined) return place(group, best);
    }
    return null;
  }

  const place = (group, i) => ({ layer: group.name, id: group.ids[i], kind: "mark", at: [group.x[i], group.y[i]],
    p: { size: group.look.size ?? 3, shape: group.look.shape, role: group.look.roles[0] } });

  function within(rings) {
    const frame = floodMap.layers.box(rings);
    const found = [];
    for (const group of ordered) {
      if (floodMap.layers.hides(group.name)) continue;
      for (let i = 0; i < group.x.length; i++) {
        const [x, y] = [group.x[i], group.y[i]];
        if (x < frame[0] || x > frame[2] || y < frame[1] || y > frame[3] || group.ids[i] === undefined) continue;
        if (floodMap.layers.contains(rings, x, y)) found.push([group.name, group.ids[i]]);
      }
    }
    return found;
  }

  function byId(name, id) {
    const group = named.get(name);
    const i = group ? group.ids.indexOf(id) : -1;
    return i < 0 || i >= group.x.length ? null : place(group, i);
  }

  return { set, setIds, draw, find, within, byId,
    remove: (name) => { named.delete(name); order(); },
    any: () => ordered.some((group) => group.x.length),
    count: () => ordered.reduce((sum, group) => sum + group.x.length, 0) };
})();
