/** One task: what is asked, until when, with what proof; accept, on site, progress, done. */

import { area, button, field, fill, h } from "../dom.js";
import { Draft, still } from "../form.js";
import { icon } from "../icons.js";
import { nothing, photoField } from "../parts.js";
import { to } from "../router.js";
import { lastSaid } from "../store.js";
import { clock, span } from "../time.js";
import { uuid } from "../db.js";
import { backFoot } from "./foot.js";

const AFTER = { acknowledge: "acknowledged", arrive: "on_site", progress: "in_progress", finish: "done" };
const STEPS = ["acknowledged", "on_site", "in_progress", "done"];

/** The move that usually follows a state. */
export function nextMove(state) {
  return { issued: "acknowledge", acknowledged: "arrive", on_site: "finish", in_progress: "finish" }[state] ?? "";
}

/** Where a task stands for this phone: what the desk said, and what I said since. */
export function stateOf(app, task) {
  const { t, store } = app;
  const mine = lastSaid(app.outbox, "task", "task", task.id);
  const state = mine ? AFTER[mine.body.move] : task.state;
  const names = { issued: t("待接受"), acknowledged: t("已接受"), on_site: t("在现场"), in_progress: t("进行中"), done: t("已完成，待核实"), verified: t("已核实") };
  const left = Date.parse(task.deadline) - store.deskNow();
  const ended = state === "done" || state === "verified";
  const overdue = left < 0 && !ended;
  let deadline = t("无时限");
  if (Number.isFinite(left)) {
    deadline = ended ? clock(task.deadline, store.deskNow())
      : overdue ? t("超时 {span}", { span: span(left, t) }) : t("{time} 前 · 剩 {span}", { time: clock(task.deadline, store.deskNow()), span: span(left, t) });
  }
  const words = [names[state] ?? state, mine?.state === "waiting" ? t("（待发）") : ""].join("");
  return { state, words, deadline, overdue, wanted: list(task.evidence) };
}

function list(evidence) {
  return (Array.isArray(evidence) ? evidence : String(evidence ?? "").split(/[;；]/)).map((part) => String(part).trim()).filter(Boolean);
}

/** Send a move that needs no form. */
export async function sendMove(app, task, move) {
  const fix = app.position.current();
  const { t } = app;
  const labels = { acknowledge: t("接受：{title}", { title: task.title }), arrive: t("到场：{title}", { title: task.title }) };
  await app.send({ kind: "task", label: labels[move], body: { task: task.id, move, ...(fix ? { lon: fix.lon, lat: fix.lat } : {}) } });
}

export async function show(app, id) {
  const { t, store } = app;
  const first = store.find("tasks", id);
  if (!first) return { title: t("任务"), body: nothing(t("这项任务已不在你的清单里")), foot: backFoot(app, to("mine")) };
  const draft = await Draft.open(app.db, `task/${id}`, { note: "", count: "" });
  const forget = app.position.watch(() => undefined);
  const photos = photoField(app, draft);
  const top = h("div", { class: "stack" });
  const foot = h("div", { class: "foot-row" });
  const note = area(draft.values.note, (words) => draft.set({ note: words }), { placeholder: t("现场情况、做了什么") });
  const count = h("input", { type: "number", inputmode: "numeric", min: 0, value: draft.values.count, oninput: (event) => draft.set({ count: event.target.value }) });
  const form = h("div", { class: "stack" }, field(t("凭证"), photos.element, t("拍下的照片会带上时间和位置")), field(t("说明"), note),
    first.total > 1 ? field(t("完成数量（共 {n}）", { n: first.total }), count) : null);
  draw();
  return {
    title: t("任务"), body: h("div", { class: "stack" }, top, form), foot, refresh: draw,
    close: async () => { forget(); photos.close(); await draft.close(); },
  };

  function draw() {
    const task = store.find("tasks", id) ?? first;
    const now = stateOf(app, task);
    form.hidden = now.state === "issued" || now.state === "verified";
    fill(top, h("div", { class: "lead" }, task.title),
      h("div", { class: "task-line" }, h("span", { class: `deadline ${now.overdue ? "overdue" : ""}` }, icon("clock"), now.deadline), h("span", { class: "state" }, now.words)),
      steps(t, now.state), task.text ? h("p", { class: "text" }, task.text) : null,
      now.wanted.length ? h("div", { class: "proof big" }, icon("camera"), t("要交：{what}", { what: now.wanted.join("、") })) : null,
      task.repeat_min ? h("div", { class: "hint" }, t("每 {span}一次，已做 {n} 次", { span: span(task.repeat_min * 60_000, t), n: task.rounds ?? 0 })) : null,
      task.total > 1 ? h("div", { class: "hint" }, t("已完成 {done} / {total}", { done: task.done ?? 0, total: task.total })) : null);
    fill(foot, backFoot(app, to("mine")), acts(task, now));
  }

  function acts(task, now) {
    if (now.state === "issued") return button(t("接受任务"), () => sendMove(app, task, "acknowledge"), { kind: "primary", sign: icon("check"), "data-act": "acknowledge" });
    if (now.state === "acknowledged") return button(t("我到现场了"), () => sendMove(app, task, "arrive"), { kind: "primary", sign: icon("place"), "data-act": "arrive" });
    if (now.state === "verified" || (now.state === "done" && !task.repeat_min)) return null;
    return [button(t("报进展"), (event) => move(event, task, "progress"), { kind: "plain", "data-act": "progress" }),
      button(t("完成"), (event) => move(event, task, "finish"), { kind: "primary", sign: icon("check"), "data-act": "finish" })];
  }

  async function move(event, task, kind) {
    const pressed = event.currentTarget;
    const client = draft.values.client ?? uuid();
    pressed.disabled = true;
    await still(form, () => offer(pressed, task, kind, client));
  }

  async function offer(pressed, task, kind, client) {
    await draft.set({ client }, true);
    await photos.ready();
    const { note: words, files } = draft.values;
    const number = Number.parseInt(draft.values.count, 10);
    const counted = Number.isFinite(number) ? { count: number } : {};
    if (kind === "finish" && stateOf(app, task).wanted.length && !files.length && !words.trim() && !("count" in counted)) {
      pressed.disabled = false;
      app.say(t("完成要有凭证：先拍照或写说明"), "bad");
      return;
    }
    const fix = app.position.current();
    await draft.finish();
    const label = kind === "finish" ? t("完成：{title}", { title: task.title }) : t("进展：{title}", { title: task.title });
    if (await app.send({
      kind: "task", label, client, files, draft: draft.key,
      body: { task: task.id, move: kind, note: words.trim(), ...counted, photos: [], ...(fix ? { lon: fix.lon, lat: fix.lat } : {}) },
    }) && !draft.left) app.go(to("mine"));
  }
}

function steps(t, state) {
  const names = { acknowledged: t("接受"), on_site: t("到场"), in_progress: t("进展"), done: t("完成") };
  const reached = state === "verified" ? STEPS.length : STEPS.indexOf(state) + 1;
  return h("ol", { class: "steps" }, STEPS.map((step, index) => h("li", { class: index < reached ? "reached" : index === reached ? "next" : "" }, names[step])));
}
