// Labels with a halo: the important ones first, none over another.
"use strict";

floodMap.labels = (() => {
  const { style, layers } = floodMap;
  const CELL = 64;
  const widths = new Map();

  function width(ctx, text, size) {
    const key = `${size}|${text}`;
    let kept = widths.get(key);
    if (kept === undefined) {
      if (widths.size > 30000) widths.clear();
      kept = ctx.measureText(text).width;
      widths.set(key, kept);
    }
    return kept;
  }

  function candidates(view, visible, chosen) {
    const first = new Set(chosen);
    const found = [];
    for (const layer of layers.drawn(view.zoom))
      for (const f of layer.features) {
        if (!f.p.label || !visible(f, 0)) continue;
        const lifted = first.has(`${f.layer}/${f.id}`);
        if (!lifted && view.zoom < (f.p.min_zoom ?? 0)) continue;
        found.push({ f, rank: lifted ? 1e6 : f.p.priority });
      }
    return found.sort((a, b) => b.rank - a.rank);
  }

  function draw(ctx, view, visible, chosen) {
    const cells = new Map();
    const free = (b) => !each(b, (key) => (cells.get(key) ?? []).some((o) => b[0] < o[2] && b[2] > o[0] && b[1] < o[3] && b[3] > o[1]));
    const take = (b) => { each(b, (key) => { (cells.get(key) ?? cells.set(key, []).get(key)).push(b); return false; }); };
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    const list = candidates(view, visible, chosen);
    for (const { f } of list) {
      if (f.kind !== "mark" || (f.p.size ?? 5) < 5) continue;
      const [x, y, r] = [f.at[0] * view.scale - view.left, f.at[1] * view.scale - view.top, f.p.size];
      take([x - r, y - r, x + r, y + r]);
    }
    for (const { f, rank } of list) {
      const p = f.p;
      const size = p.label_size ?? (f.kind === "mark" ? 12 : 12.5);
      ctx.font = `${p.label_weight ?? 500} ${size}px ${style.FONT}`;
      const text = String(p.label);
      const w = width(ctx, text, size);
      const [x, y] = [f.at[0] * view.scale - view.left, f.at[1] * view.scale - view.top];
      if (f.kind === "area" && rank < 1e6 && !p.label_free && w > (f.box[2] - f.box[0]) * view.scale * 0.96) continue;
      if (f.kind === "line" && p.label_along) { along(ctx, f, text, x, y, w, size, free, take); continue; }
      for (const [bx, by] of spots(f, x, y, w, size)) {
        const box = [bx - 2, by - size * 0.62, bx + w + 2, by + size * 0.62];
        if (!free(box)) continue;
        take(box);
        write(ctx, p, text, bx, by);
        break;
      }
    }
  }

  function spots(f, x, y, w, size) {
    const r = f.p.size ?? 5;
    const gap = r + (f.p.ring ? 9 : 5);
    if (f.kind === "mark") return [[x + gap, y], [x - gap - w, y], [x - w / 2, y - gap - size / 2], [x - w / 2, y + gap + size / 2]];
    const dy = f.p.label_dy ?? (f.kind === "line" ? -size : 0);
    return [[x - w / 2, y + dy]];
  }

  function along(ctx, f, text, x, y, w, size, free, take) {
    const angle = f.at[2];
    const [c, s] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
    const [hw, hh] = [(w * c + size * s) / 2, (w * s + size * c) / 2];
    const dy = f.p.label_dy ?? 0;
    const [cx, cy] = [x - Math.sin(angle) * dy, y + Math.cos(angle) * dy];
    const box = [cx - hw, cy - hh, cx + hw, cy + hh];
    if (!free(box)) return;
    take(box);
    ctx.save();
    ctx.translate(cx, cy);
    ctx.rotate(angle);
    write(ctx, f.p, text, -w / 2, 0);
    ctx.restore();
  }

  function write(ctx, p, text, x, y) {
    ctx.strokeStyle = style.tint("map.halo", 0.85);
    ctx.lineWidth = 3;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = style.colour(p.label_role);
    ctx.fillText(text, x, y);
  }

  function each(b, visit) {
    for (let i = Math.floor(b[0] / CELL); i <= Math.floor(b[2] / CELL); i++)
      for (let j = Math.floor(b[1] / CELL); j <= Math.floor(b[3] / CELL); j++)
        if (visit(i * 4096 + j)) return true;
    return false;
  }

  return { draw };
})();
