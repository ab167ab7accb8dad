/** Patrol: choose the section, start, walk, stop; what a page cannot do is said, not hidden. */

import { uuid } from "../db.js";
import { area, button, chips, field, fill, h } from "../dom.js";
import { Draft, still } from "../form.js";
import { icon } from "../icons.js";
import { nothing } from "../parts.js";
import { to } from "../router.js";
import { running } from "../time.js";
import { foot } from "./foot.js";

export async function show(app) {
  const { t, store, track } = app;
  const draft = await Draft.open(app.db, "patrol", { note: "" });
  const body = h("div", { class: "stack" });
  const bar = h("div", { class: "foot-row" });
  let chosen = store.part("sections").length === 1 ? String(store.part("sections")[0].id) : "";
  let drawnFor = null;
  const figures = h("div", { class: "figures" });
  const honesty = h("div", { class: "honest" });
  const forget = app.position.watch(() => draw());
  const beat = setInterval(draw, 1000);
  draw();
  return { title: t("巡查"), body, foot: bar, refresh: draw, close: async () => { forget(); clearInterval(beat); await draft.close(); } };

  function draw() {
    const now = track.patrol;
    const key = now ? now.id : `choose/${store.part("sections").length}`;
    if (drawnFor !== key) {
      drawnFor = key;
      if (now) walking(now);
      else choosing();
    }
    if (now) drawFigures(now);
  }

  function choosing() {
    const sections = store.part("sections");
    fill(body, sections.length
      ? field(t("走哪一段"), h("div", { class: "chips-rows" }, chips(sections.map((section) => [String(section.id), section.name]), chosen, (id) => { chosen = id; }, { label: t("责任段") })))
      : nothing(t("指挥部还没有给你责任段"), t("问值班员要责任段，或直接上报看到的情况")), honest());
    fill(bar, foot(app, to("mine"), button(t("开始巡查"), begin, { kind: "primary", sign: icon("play"), "data-act": "begin" })));
  }

  function walking(now) {
    fill(body, h("div", { class: "lead" }, now.name), figures, honesty, field(t("结束时的说明（可不写）"), area(draft.values.note, (note) => draft.set({ note }))));
    fill(bar, foot(app, to("mine"), h("a", { class: "button plain square", href: to("report"), "aria-label": t("上报"), "data-act": "report" }, icon("camera")),
      button(t("结束巡查"), () => still(body, end), { kind: "primary", sign: icon("stop"), "data-act": "end" })));
  }

  function drawFigures(now) {
    const fix = app.position.latest;
    const age = fix ? Date.now() - fix.at : null;
    const lost = age === null || age > 60_000;
    fill(figures, figure(t("已走"), running(Date.now() - Date.parse(now.started_at))), figure(t("路程"), now.metres < 1000 ? `${Math.round(now.metres)} m` : `${(now.metres / 1000).toFixed(2)} km`),
      figure(t("轨迹点"), now.points), figure(t("定位"), lost ? "—" : `±${fix.accuracy_m} m`, lost ? "bad" : ""));
    fill(honesty, app.position.trouble === "denied" ? warn(t("手机不让定位：这次巡查没有轨迹，请在浏览器设置里允许")) : lost ? warn(t("还没有定位，走到空旷处")) : null,
      track.refused ? warn(t("指挥部现在不收轨迹，请告诉值班员")) : null, track.awake ? h("p", { class: "hint" }, icon("check"), t("屏幕会一直亮着")) : warn(t("手机不让屏幕常亮，请自己别锁屏")), honest());
  }

  function figure(name, value, tone = "") {
    return h("div", { class: `figure ${tone}` }, h("small", null, name), h("b", null, value));
  }

  function honest() {
    return h("p", { class: "hint" }, icon("warning"), t("锁屏或切到别的应用后，浏览器可能停止定位，那一段就没有轨迹"));
  }

  function warn(words) {
    return h("p", { class: "trouble" }, icon("warning"), words);
  }

  async function begin() {
    const section = store.find("sections", chosen);
    if (!section) {
      app.say(t("先选一段"), "bad");
      return;
    }
    const patrol = { id: uuid(), section: section.id, name: section.name, started_at: new Date().toISOString() };
    const fix = app.position.current();
    await track.begin(patrol);
    await app.send({ kind: "patrol_start", label: t("开始巡查：{name}", { name: section.name }), client: patrol.id, body: { patrol: patrol.id, section: section.id, ...(fix ? { lon: fix.lon, lat: fix.lat } : {}) } });
    draw();
  }

  async function end() {
    const { id, name } = track.patrol;
    await track.keep();
    const note = draft.values.note.trim();
    await draft.finish();
    if (!(await app.send({ kind: "patrol_end", label: t("结束巡查：{name}", { name }), draft: draft.key, body: { patrol: id, note } }))) return;
    await track.end();
    if (!draft.left) app.go(to("mine"));
  }
}
