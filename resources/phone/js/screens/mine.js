/** Mine today: what calls for an answer first, then my tasks by deadline. */

import { button, fill, h } from "../dom.js";
import { icon } from "../icons.js";
import { ageLine, card, nothing } from "../parts.js";
import { to } from "../router.js";
import { lastSaid } from "../store.js";
import { clock, span } from "../time.js";
import { postOf } from "./poll.js";
import { nextMove, sendMove, stateOf } from "./task.js";

const ANSWERED = new Set(["answered", "cannot", "needs_help"]);
const ROMAN = { IV: "Ⅳ", III: "Ⅲ", II: "Ⅱ", I: "Ⅰ" };
const COLOURS = { IV: "蓝色", III: "黄色", II: "橙色", I: "红色" };

/** What waits for my answer: polls, pushes, roll-calls, welfare timers that run out. */
export function openCalls(app) {
  const { store, outbox } = app;
  const pushes = store.part("pushes").filter((push) => !push.retracted && !ANSWERED.has(lastSaid(outbox, "push", "push", push.id)?.body.answer ?? push.answer));
  const musters = store.part("musters").filter((muster) => !muster.closed && !hasAnswer(muster.answer) && !lastSaid(outbox, "muster", "muster", muster.id));
  const polls = store.part("polls").filter((poll) => !poll.decided && !(lastSaid(outbox, "poll", "poll", poll.id)?.body.answer ?? poll.answer));
  return [...polls.map((poll) => ["poll", poll]), ...musters.map((muster) => ["muster", muster]), ...pushes.map((push) => ["push", push])];
}

function hasAnswer(answer) {
  return Boolean(answer) && answer !== "none";
}

export function show(app) {
  const body = h("div", { class: "stack" });
  const draw = () => fill(body, river(app), ageLine(app), calls(app), watches(app), tasks(app));
  draw();
  return { title: app.t("今日"), bare: true, body, refresh: draw };
}

function river(app) {
  const { t, store } = app;
  if (!store.list || store.list.flow_m3s === null || store.list.flow_m3s === undefined) return null;
  const level = String(store.list.level ?? "").replace(/[ⅣⅢⅡⅠ]/g, (sign) => Object.keys(ROMAN).find((key) => ROMAN[key] === sign));
  return h("div", { class: "river", "data-level": level },
    h("div", { class: "grow" }, h("small", null, t("花园口流量")), h("div", { class: "flow" }, h("b", null, Math.round(store.list.flow_m3s).toLocaleString("en-US")), " m³/s")),
    h("div", { class: "when" }, h("small", null, t("观测时间")), h("div", null, clock(store.list.flow_at, store.deskNow()))),
    ROMAN[level] ? h("div", { class: `level level-${level}` }, h("b", null, ROMAN[level], t("级")), h("small", null, t(COLOURS[level]))) : h("div", { class: "level level-none" }, h("small", null, t("未启动响应"))));
}

function calls(app) {
  const { t, store } = app;
  return openCalls(app).map(([kind, entry]) => (kind === "poll"
    ? card(app, { tone: "call", sign: "people", title: t("会商表决：{motion}", { motion: entry.motion }), lines: [`${entry.mark}${entry.title}`, t("请代表 {role} 表决", { role: postOf(app, entry) })], to: to("poll", entry.id) })
    : kind === "push"
    ? card(app, { tone: "call", sign: "speaker", title: entry.title, lines: [t("{time} 发来，请签收", { time: clock(entry.sent_at, store.deskNow()) })], to: to("push", entry.id) })
    : card(app, { tone: "call", sign: "bell", title: t("点名：{title}", { title: entry.title }), lines: [mustered(app, entry)], to: to("muster", entry.id) })));
}

function mustered(app, muster) {
  const left = Date.parse(muster.called_at) + muster.minutes * 60_000 - app.store.deskNow();
  return left > 0 ? app.t("还有 {span}", { span: span(left, app.t) }) : app.t("已过时 {span}，仍请回答", { span: span(left, app.t) });
}

function watches(app) {
  const { t, store } = app;
  return store.part("watches").map((watch) => {
    const due = Date.parse(watch.last_at) + watch.interval_min * 60_000 - store.deskNow();
    const lines = [watch.place, due > 0 ? t("{span}内报一次平安", { span: span(due, t) }) : t("报平安已超时 {span}", { span: span(due, t) })];
    return card(app, { tone: due > 0 ? "watch" : "call", sign: "shield", title: t("报平安：{task}", { task: watch.task }), lines, to: to("watch", watch.id) });
  });
}

function tasks(app) {
  const { t, store } = app;
  const all = store.part("tasks").map((task) => [task, stateOf(app, task)]).sort((a, b) => rank(a) - rank(b));
  if (!all.length) return store.list ? nothing(t("现在没有派给你的任务"), t("有新任务会自动出现在这里")) : null;
  const open = all.filter(([, { state }]) => !["done", "verified"].includes(state)).length;
  return [h("h2", { class: "part" }, t("我的任务"), h("b", null, open)), all.map(([task, now]) => taskCard(app, task, now))];
}

function rank([task, { state }]) {
  return (["done", "verified"].includes(state) ? 1e15 : 0) + (Date.parse(task.deadline) || 1e14);
}

function taskCard(app, task, now) {
  const { t } = app;
  const move = nextMove(now.state);
  const acts = move === "acknowledge" || move === "arrive"
    ? [button(move === "acknowledge" ? t("接受任务") : t("我到现场了"), () => sendMove(app, task, move), { kind: move === "acknowledge" ? "primary" : "plain", "data-act": move, sign: icon(move === "acknowledge" ? "check" : "place") })] : [];
  const over = now.overdue ? "overdue" : ["done", "verified"].includes(now.state) ? "done" : "";
  return card(app, {
    tone: `task ${over}`, title: task.title, to: to("task", task.id), acts,
    lines: [h("div", { class: "task-line" }, h("span", { class: `deadline ${over}` }, icon("clock"), now.deadline), h("span", { class: "state" }, now.words)),
      now.wanted.length ? h("div", { class: "proof" }, icon("camera"), t("要交：{what}", { what: now.wanted.join("、") })) : null],
  });
}
