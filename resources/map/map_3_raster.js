// Rasters of numbered cells: the numbers come packed, a palette gives each number its colour, four corners their place.
"use strict";

floodMap.raster = (() => {
  const { worldX, worldY, hides } = floodMap.layers;
  const CLEAREST = 1; // screen pixels of a cell from which on cells are drawn as the squares they are
  const named = new Map();
  const palettes = new Map();
  const opacities = new Map();
  let ordered = [];

  function bytes(text) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  }

  // Runs of like cells, row after row: all lengths, then all numbers.
  function unpacked(packed, count) {
    const read = bytes(packed);
    const runs = read.length / 3;
    const [lengths, numbers] = [new Uint16Array(read.buffer, 0, runs), read.subarray(2 * runs)];
    const cells = new Uint8Array(count);
    let at = 0;
    for (let i = 0; i < runs; at += lengths[i], i++) cells.fill(numbers[i], at, at + lengths[i]);
    if (at !== count) throw new Error(`${at} cells, not ${count}`);
    return cells;
  }

  function set(name, look, packed) {
    const cells = unpacked(packed, look.rows * look.cols);
    const kept = named.get(name);
    const same = kept?.look.rows === look.rows && kept.look.cols === look.cols;
    named.set(name, { name, look, cells, grid: fitted(look), canvas: same ? kept.canvas : null, image: same ? kept.image : null, raw: true });
    order();
  }

  // The straight grid that lies closest to four corners: a projected grid is turned against this map's projection, and
  // bent so little (metres over a township) that one straight picture serves.
  function fitted({ rows, cols, corners }) {
    const [nw, ne, se, sw] = corners.map(([lon, lat]) => [worldX(lon), worldY(lat)]);
    const across = [0, 1].map((i) => (ne[i] - nw[i] + se[i] - sw[i]) / 2 / cols);
    const down = [0, 1].map((i) => (sw[i] - nw[i] + se[i] - ne[i]) / 2 / rows);
    const start = [0, 1].map((i) => (nw[i] + ne[i] + se[i] + sw[i]) / 4 - (across[i] * cols) / 2 - (down[i] * rows) / 2);
    return { across, down, start };
  }

  function order() {
    ordered = [...named.values()].sort((a, b) => (a.look.z ?? 0) - (b.look.z ?? 0));
  }

  function colour(name, rgba) {
    const words = new Uint32Array(256);
    const parts = new Uint8Array(words.buffer);
    rgba.forEach((colour, number) => parts.set(colour, 4 * number));
    palettes.set(name, words);
    const kept = named.get(name);
    if (kept) kept.raw = true;
  }

  function paint(raster) {
    const { rows, cols } = raster.look;
    if (!raster.canvas) {
      raster.canvas = document.createElement("canvas");
      raster.canvas.width = cols;
      raster.canvas.height = rows;
      raster.image = new ImageData(cols, rows);
    }
    const words = new Uint32Array(raster.image.data.buffer);
    const table = palettes.get(raster.name) ?? new Uint32Array(256);
    const { cells } = raster;
    for (let i = 0; i < words.length; i++) words[i] = table[cells[i]];
    raster.canvas.getContext("2d", { willReadFrequently: true }).putImageData(raster.image, 0, 0);
    raster.raw = false;
  }

  const shown = () => ordered.filter((raster) => !hides(raster.name));

  function draw(ctx, view) {
    for (const raster of shown()) {
      if (raster.raw) paint(raster);
      const { across, down, start } = raster.grid;
      const scale = view.scale * view.ratio;
      ctx.setTransform(across[0] * scale, across[1] * scale, down[0] * scale, down[1] * scale,
        (start[0] * view.scale - view.left) * view.ratio, (start[1] * view.scale - view.top) * view.ratio);
      ctx.imageSmoothingEnabled = Boolean(raster.look.smooth) || Math.hypot(...across) * scale < CLEAREST;
      ctx.imageSmoothingQuality = "medium";
      ctx.globalAlpha = opacities.get(raster.name) ?? 1;
      ctx.drawImage(raster.canvas, 0, 0);
    }
    ctx.globalAlpha = 1;
  }

  return { set, colour, draw,
    fade: (name, opacity) => { opacities.set(name, opacity); },
    remove: (name) => { named.delete(name); order(); },
    get: (name) => named.get(name),
    // Layers below this height lie under the lowest raster, all others over it.
    floor: () => shown().reduce((lowest, raster) => Math.min(lowest, raster.look.z ?? 0), Infinity) };
})();
