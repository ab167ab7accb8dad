// Colours by role, symbol sprites and hatch patterns.
"use strict";

const floodMap = {};

floodMap.style = (() => {
  const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif';
  // Used when the desk gave no colour for a role or its parents ("grid.urgent" -> "grid").
  const DARK = {
    "map.background": "#12171b", "map.land": "#1c2328", "map.label": "#c9d2d9", "map.halo": "#0e1317",
    river: "#21465d", "river.bank": "#5f8ba6", "river.label": "#c3ddec", floodplain: "#242f2f", "floodplain.line": "#7f8d83",
    inundation: "#2b5c8d", levee: "#bfa671", works: "#d8bf8a", spur: "#cdb684", village: "#2d343b", road: "#39434c",
    grid: "#232c33", "grid.line": "#4a5762", "grid.label": "#a9b5bd", "grid.quiet": "#222a31", "grid.unanswered": "#5e4a18",
    "grid.urgent": "#702f2d", "grid.special": "#2b3a44", plot: "#6f8145", crop: "#6f8145", person: "#e3e9ee", staff: "#e3e9ee",
    squad: "#8fd0c2", keyperson: "#35aebb", stone: "#a9b4be", stock: "#b79de0", camera: "#8fb8cc", shelter: "#86c193",
    route: "#dfe6ea", boat: "#86c6e6", report: "#b48ad8", mark: "#c5ced6", "line.focus": "#6ab7ff", selection: "#ffffff",
    "warning.blue": "#3f8fe8", "warning.yellow": "#e8c52a", "warning.orange": "#ee8a2b", "warning.red": "#e5453f",
    "surface.panel": "#1a2127", "surface.hover": "#28323a", "text.primary": "#dbe3e9", "text.muted": "#98a5af", "line.button": "#3c4851",
  };
  const LIGHT = {
    "map.background": "#eceae4", "map.land": "#e4e2da", "map.label": "#26323b", "map.halo": "#f7f6f2",
    river: "#b7d2e2", "river.bank": "#6c9fbe", "river.label": "#2f6585", floodplain: "#dfe5d6", "floodplain.line": "#7d8a7c",
    inundation: "#3f8cc4", levee: "#8a6d2f", works: "#7a5f24", spur: "#86692c", village: "#d4d2cb", road: "#c6c5bf",
    grid: "#e3e2dc", "grid.line": "#b4b7b4", "grid.label": "#56626b", "grid.quiet": "#e4e3dd", "grid.unanswered": "#ecd08a",
    "grid.urgent": "#e9a9a2", "grid.special": "#d3dde0", plot: "#8fa25c", crop: "#8fa25c", person: "#2f3c46", staff: "#2f3c46",
    squad: "#1f7a68", keyperson: "#0f7f8c", stone: "#5b6771", stock: "#6b4ba6", camera: "#3f5a6c", shelter: "#2f7a4a",
    route: "#2f3c46", boat: "#1f6a94", report: "#7a45ad", mark: "#46525c", "line.focus": "#0b66b8", selection: "#0b1216",
    "warning.blue": "#1c6fd0", "warning.yellow": "#c99a00", "warning.orange": "#d4690a", "warning.red": "#cc2b26",
    "surface.panel": "#fbfaf7", "surface.hover": "#ecebe6", "text.primary": "#1f2a32", "text.muted": "#5d6a74", "line.button": "#c9cdcd",
  };
  const PANEL = { "--panel": "surface.panel", "--text": "text.primary", "--dim": "text.muted", "--line": "line.button",
    "--hover": "surface.hover", "--accent": "line.focus", "--ground": "map.background" };

  let given = {};
  let dark = true;
  let sprites = new Map();
  let worn = new WeakMap(); // look of a feature: the symbol it was last drawn with
  let hatches = new Map();

  function climb(table, role) {
    for (let name = role; name; name = name.includes(".") ? name.slice(0, name.lastIndexOf(".")) : "")
      if (Object.hasOwn(table, name)) return table[name];
    return null;
  }

  function colour(role) {
    const table = dark ? DARK : LIGHT;
    return (Object.hasOwn(given, role) ? given[role] : null) ?? (Object.hasOwn(table, role) ? table[role] : null)
      ?? climb(given, role) ?? climb(table, role) ?? table.mark;
  }

  function channels(hex) {
    const value = parseInt(hex.slice(1, 7), 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }

  function tint(role, alpha) {
    if (alpha >= 1) return colour(role);
    const [r, g, b] = channels(colour(role));
    return `rgba(${r},${g},${b},${alpha})`;
  }

  function setTheme(colours, isDark) {
    given = colours;
    dark = isDark;
    sprites = new Map();
    worn = new WeakMap();
    hatches = new Map();
    const root = document.documentElement;
    for (const [name, role] of Object.entries(PANEL)) root.style.setProperty(name, colour(role));
    root.classList.toggle("dark", dark);
  }

  function outline(ctx, shape, x, y, r) {
    ctx.beginPath();
    if (shape === "triangle") {
      ctx.moveTo(x, y - r * 1.15); ctx.lineTo(x + r * 1.08, y + r * 0.8); ctx.lineTo(x - r * 1.08, y + r * 0.8); ctx.closePath();
    } else if (shape === "diamond") {
      ctx.moveTo(x, y - r * 1.2); ctx.lineTo(x + r * 1.2, y); ctx.lineTo(x, y + r * 1.2); ctx.lineTo(x - r * 1.2, y); ctx.closePath();
    } else if (shape === "square") {
      ctx.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
    } else if (shape === "cross") {
      const a = r * 0.36, b = r * 1.1;
      ctx.moveTo(x - a, y - b); ctx.lineTo(x + a, y - b); ctx.lineTo(x + a, y - a); ctx.lineTo(x + b, y - a); ctx.lineTo(x + b, y + a);
      ctx.lineTo(x + a, y + a); ctx.lineTo(x + a, y + b); ctx.lineTo(x - a, y + b); ctx.lineTo(x - a, y + a); ctx.lineTo(x - b, y + a);
      ctx.lineTo(x - b, y - a); ctx.lineTo(x - a, y - a); ctx.closePath();
    } else {
      ctx.arc(x, y, r, 0, Math.PI * 2);
    }
  }

  function drawSymbol(ctx, p, x, y) {
    const r = p.size ?? 5;
    const edge = r >= 4 ? 1.25 : 0.75;
    outline(ctx, p.shape, x, y, r);
    ctx.lineJoin = "round";
    ctx.strokeStyle = colour("map.halo");
    ctx.lineWidth = p.hollow ? 4.5 : edge * 2;
    ctx.stroke();
    if (p.hollow) {
      ctx.fillStyle = tint("map.halo", 0.75);
      ctx.fill();
      ctx.strokeStyle = colour(p.role);
      ctx.lineWidth = 1.75;
      ctx.stroke();
    } else {
      ctx.fillStyle = colour(p.role);
      if (p.half) drawHalf(ctx, p, x, y, r);
      else ctx.fill();
    }
    if (p.core) {
      ctx.beginPath();
      ctx.arc(x, y + (p.shape === "triangle" ? r * 0.2 : 0), r * 0.34, 0, Math.PI * 2);
      ctx.fillStyle = p.hollow ? colour(p.role) : colour("map.halo");
      ctx.fill();
    }
    if (p.ring) {
      ctx.beginPath();
      ctx.arc(x, y, r + 5, 0, Math.PI * 2);
      ctx.strokeStyle = colour(p.role);
      ctx.lineWidth = 2;
      ctx.stroke();
    }
  }

  // Half full: under way. The empty half keeps the ground of a hollow mark, so that the shape stays readable.
  function drawHalf(ctx, p, x, y, r) {
    const full = ctx.fillStyle;
    ctx.fillStyle = tint("map.halo", 0.75);
    ctx.fill();
    ctx.save();
    ctx.clip();
    ctx.fillStyle = full;
    ctx.fillRect(x - r * 1.4, y - r * 1.4, r * 1.4, r * 2.8);
    ctx.restore();
    outline(ctx, p.shape, x, y, r);
    ctx.strokeStyle = full;
    ctx.lineWidth = 1.75;
    ctx.stroke();
  }

  // One drawn symbol is kept per look, so that a thousand equal marks cost a thousand copies, not drawings.
  function sprite(given, ratio, factor = 1) {
    const last = worn.get(given);
    if (last?.ratio === ratio && last.factor === factor) return last.kept;
    const kept = symbol(given, ratio, factor);
    worn.set(given, { ratio, factor, kept });
    return kept;
  }

  // The dot that flashes beside a mark.
  function dot(role, ratio) {
    const key = `dot|${role}|${ratio}`;
    let kept = sprites.get(key);
    if (!kept) {
      const half = 5;
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = Math.ceil(half * 2 * ratio);
      const ctx = canvas.getContext("2d");
      ctx.scale(ratio, ratio);
      ctx.beginPath();
      ctx.arc(half, half, 3.5, 0, Math.PI * 2);
      ctx.fillStyle = colour(role);
      ctx.strokeStyle = colour("map.halo");
      ctx.lineWidth = 2;
      ctx.stroke();
      ctx.fill();
      kept = { canvas, half };
      sprites.set(key, kept);
    }
    return kept;
  }

  function symbol(given, ratio, factor) {
    const p = factor === 1 ? given : { ...given, size: (given.size ?? 5) * factor };
    const key = `${p.shape}|${p.role}|${p.size}|${p.hollow ? 1 : 0}${p.ring ? 1 : 0}${p.half ? 1 : 0}${p.core ? 1 : 0}|${ratio}`;
    let kept = sprites.get(key);
    if (!kept) {
      const half = Math.ceil((p.size ?? 5) * 1.25 + (p.ring ? 8 : 4));
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = Math.ceil(half * 2 * ratio);
      const ctx = canvas.getContext("2d");
      ctx.scale(ratio, ratio);
      drawSymbol(ctx, p, half, half);
      kept = { canvas, half };
      sprites.set(key, kept);
    }
    return kept;
  }

  function hatch(ctx, role, alpha, ratio) {
    const key = `${role}|${alpha}|${ratio}`;
    let pattern = hatches.get(key);
    if (!pattern) {
      const side = 8 * ratio;
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = side;
      const pen = canvas.getContext("2d");
      pen.strokeStyle = tint(role, alpha);
      pen.lineWidth = 1.1 * ratio;
      for (const shift of [-side, 0, side]) {
        pen.beginPath(); pen.moveTo(shift - 1, side + 1); pen.lineTo(shift + side + 1, -1); pen.stroke();
      }
      pattern = ctx.createPattern(canvas, "repeat");
      hatches.set(key, pattern);
    }
    return pattern;
  }

  return { FONT, colour, channels, tint, setTheme, outline, drawSymbol, sprite, dot, hatch };
})();
