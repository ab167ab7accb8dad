/** Pushes: opening one says "seen"; then one of three answers. */

import { area, button, field, fill, h } from "../dom.js";
import { Draft, still } from "../form.js";
import { icon } from "../icons.js";
import { card, nothing } from "../parts.js";
import { to } from "../router.js";
import { lastSaid } from "../store.js";
import { clock } from "../time.js";
import { foot } from "./foot.js";

const ANSWERS = Object.freeze(["answered", "cannot", "needs_help"]);

function words(t, answer) {
  return { answered: t("收到"), cannot: t("不能到"), needs_help: t("需要支援"), seen: t("已签收，未回复"), delivered: t("已签收，未回复") }[answer] ?? t("未回复");
}

export function show(app, id = "") {
  return id ? one(app, id) : all(app);
}

function all(app) {
  const { t, store } = app;
  const body = h("div", { class: "stack" });
  const draw = () => {
    const rows = [...store.part("pushes")].sort((a, b) => Date.parse(b.sent_at) - Date.parse(a.sent_at));
    fill(body, rows.length ? rows.map((row) => {
      const answer = lastSaid(app.outbox, "push", "push", row.id)?.body.answer ?? row.answer;
      const open = !row.retracted && !ANSWERS.includes(answer);
      return card(app, { tone: open ? "call" : "", sign: "speaker", title: row.title, to: to("push", row.id), lines: [`${clock(row.sent_at, store.deskNow())} · ${row.retracted ? t("已撤回") : words(t, answer)}`] });
    }) : nothing(t("没有通知")));
  };
  draw();
  return { title: t("通知"), body, refresh: draw };
}

async function one(app, id) {
  const { t, store } = app;
  const first = store.find("pushes", id);
  if (!first) return { title: t("通知"), body: nothing(t("这条通知已不在清单里")), foot: foot(app, to("push")) };
  const draft = await Draft.open(app.db, `push/${id}`, { note: "" });
  const top = h("div", { class: "stack" });
  const acts = h("div", { class: "choices" });
  const body = h("div", { class: "stack" }, top, first.retracted ? null : field(t("说明（可不写）"), area(draft.values.note, (note) => draft.set({ note }), { placeholder: t("原因、要什么支援") })));
  draw();
  if (!first.retracted && !ANSWERS.includes(first.answer) && !store.seen.includes(id)) {
    await store.markSeen(id);
    await app.outbox.add({ kind: "push", label: t("签收：{title}", { title: first.title }), body: { push: id, answer: "seen", note: "" } });
  }
  return {
    title: t("通知"), body,
    foot: foot(app, to("mine"), acts), refresh: draw,
    close: () => draft.close(),
  };

  function draw() {
    const push = store.find("pushes", id) ?? first;
    const waiting = lastSaid(app.outbox, "push", "push", id);
    const answer = waiting?.body.answer ?? (ANSWERS.includes(push.answer) ? push.answer : store.seen.includes(id) ? "seen" : "");
    fill(top, push.retracted ? h("p", { class: "trouble" }, icon("cross"), t("这条通知已撤回，不要再照它做")) : null,
      h("div", { class: "lead" }, push.title), h("p", { class: "hint" }, t("{time} 发来", { time: clock(push.sent_at, store.deskNow()) })), h("p", { class: `text ${push.retracted ? "struck" : ""}` }, push.text),
      h("p", { class: "mine-answer" }, t("我的回答：{words}", { words: words(t, answer) }), waiting?.state === "waiting" ? t("（待发）") : ""));
    const key = `${push.retracted}/${answer}`;
    if (acts.dataset.key === key) return;
    acts.dataset.key = key;
    fill(acts, push.retracted ? null : [["answered", "check", "good"], ["cannot", "cross", "plain"], ["needs_help", "sos", "danger"]].map(([value, sign, kind]) => button(words(t, value), () => still(body, () => reply(value)), { kind, sign: icon(sign), "data-answer": value, "aria-pressed": String(answer === value) })));
  }

  async function reply(answer) {
    const note = draft.values.note.trim();
    await draft.finish();
    if (await app.send({ kind: "push", label: `${words(t, answer)}：${first.title}`, draft: draft.key, body: { push: id, answer, note } }) && !draft.left) app.go(to("mine"));
  }
}
