/** Go/No-Go poll of a briefing: the motion, what it rests on, and the answer of my post. */

import { area, button, field, fill, h } from "../dom.js";
import { Draft, still } from "../form.js";
import { icon } from "../icons.js";
import { card, nothing } from "../parts.js";
import { to } from "../router.js";
import { lastSaid } from "../store.js";
import { clock } from "../time.js";
import { foot } from "./foot.js";

/** Name of my post in the language of the page. */
export function postOf(app, poll) {
  return (app.store.settings.language === "en" && poll.role_name_en) || poll.role_name;
}

/** Words of an answer. */
export function pollWords(t, answer) {
  return { go: t("同意"), no_go: t("不同意"), abstain: t("弃权") }[answer] ?? t("未表决");
}

export function show(app, id = "") {
  return id ? one(app, id) : all(app);
}

function all(app) {
  const { t, store } = app;
  const body = h("div", { class: "stack" });
  const draw = () => {
    const rows = store.part("polls");
    fill(body, rows.length ? rows.map((row) => card(app, { tone: row.decided || row.answer ? "" : "call", sign: "people", title: row.motion, to: to("poll", row.id), lines: [`${row.mark}${row.title} · ${clock(row.frozen_at, store.deskNow())}`, row.decided ? t("已作出决定：{words}", { words: pollWords(t, row.decided) }) : pollWords(t, answerOf(app, row))] })) : nothing(t("没有会商表决")));
  };
  draw();
  return { title: t("会商表决"), body, foot: foot(app, to("more")), refresh: draw };
}

function answerOf(app, row) {
  return lastSaid(app.outbox, "poll", "poll", row.id)?.body.answer ?? row.answer;
}

async function one(app, id) {
  const { t, store } = app;
  const first = store.find("polls", id);
  if (!first) return { title: t("会商表决"), body: nothing(t("这次表决已结束")), foot: foot(app, to("poll")) };
  const draft = await Draft.open(app.db, `poll/${id}`, { reason: first.own ? first.reason : "" });
  const top = h("div", { class: "stack" });
  const acts = h("div", { class: "choices" });
  const words = field(t("理由（不同意时必写）"), area(draft.values.reason, (reason) => draft.set({ reason }), { maxlength: 300, placeholder: t("为什么、要什么条件") }));
  const body = h("div", { class: "stack" }, top, words);
  draw();
  return { title: t("会商表决"), body, foot: foot(app, to("mine"), acts), refresh: draw, close: () => draft.close() };

  function draw() {
    const there = store.find("polls", id);
    const poll = there ?? first;
    const waiting = lastSaid(app.outbox, "poll", "poll", id);
    const answer = waiting?.body.answer ?? poll.answer;
    const over = !there || Boolean(poll.decided);
    const flow = poll.flow_m3s === null ? "" : ` · ${Math.round(poll.flow_m3s).toLocaleString("en-US")} m³/s`;
    fill(top, over ? h("p", { class: "trouble" }, icon("clock"), there ? t("已作出决定：{words}", { words: pollWords(t, poll.decided) }) : t("这次表决已结束")) : null,
      h("div", { class: "lead" }, poll.mark, poll.motion), over && poll.decision ? h("p", { class: "text" }, poll.decision) : null,
      h("p", { class: "hint" }, poll.title), h("p", { class: "hint" }, t("依据 {time} 的情况", { time: clock(poll.frozen_at, store.deskNow()) }), flow),
      h("p", { class: "mine-answer" }, t("代表 {role}：{words}", { role: postOf(app, poll), words: pollWords(t, answer) }), waiting?.state === "waiting" ? t("（待发）") : ""));
    words.hidden = over;
    const key = `${over}/${answer}`;
    if (acts.dataset.key === key) return;
    acts.dataset.key = key;
    fill(acts, over ? null : [["go", "check", "good"], ["no_go", "cross", "danger"], ["abstain", "more", "plain"]].map(([value, sign, kind]) => button(pollWords(t, value), () => still(body, () => reply(value)), { kind, sign: icon(sign), "data-answer": value, "aria-pressed": String(answer === value) })));
  }

  async function reply(answer) {
    const reason = draft.values.reason.trim();
    if (answer === "no_go" && !reason) {
      app.say(t("不同意请写明理由"), "bad");
      return;
    }
    await draft.finish();
    if (await app.send({ kind: "poll", label: t("表决：{words}", { words: pollWords(t, answer) }), draft: draft.key, body: { poll: id, answer, reason } }) && !draft.left) app.go(to("mine"));
  }
}
