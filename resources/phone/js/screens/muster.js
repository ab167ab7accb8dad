/** Roll-call: the clock and three answers. */

import { area, button, field, fill, h } from "../dom.js";
import { Draft, still } from "../form.js";
import { icon } from "../icons.js";
import { card, nothing } from "../parts.js";
import { to } from "../router.js";
import { lastSaid } from "../store.js";
import { clock, running } from "../time.js";
import { foot } from "./foot.js";

/** Words of an answer. */
export function musterWords(t, answer) {
  return { present: t("到"), away: t("不能到"), help: t("需要支援") }[answer] ?? t("未回答");
}

export function show(app, id = "") {
  return id ? one(app, id) : all(app);
}

function all(app) {
  const { t, store } = app;
  const rows = [...store.part("musters")].sort((a, b) => Date.parse(b.called_at) - Date.parse(a.called_at));
  return {
    title: t("点名"),
    body: h("div", { class: "stack" }, rows.length ? rows.map((row) => card(app, { sign: "bell", title: row.title, to: to("muster", row.id), lines: [clock(row.called_at, store.deskNow()), row.closed ? t("已结束") : musterWords(t, row.answer)] })) : nothing(t("没有点名"))),
    foot: foot(app, to("more")),
  };
}

async function one(app, id) {
  const { t, store } = app;
  const draft = await Draft.open(app.db, `muster/${id}`, { note: "" });
  const forget = app.position.watch(() => undefined);
  const top = h("div", { class: "stack" });
  const acts = h("div", { class: "choices" });
  const beat = setInterval(draw, 1000);
  const first = store.find("musters", id);
  const body = h("div", { class: "stack" }, top, first ? field(t("说明（可不写）"), area(draft.values.note, (note) => draft.set({ note }), { placeholder: t("我在哪、带了几个人") })) : null);
  draw();
  return {
    title: t("点名"), body,
    foot: foot(app, to("mine"), acts), refresh: draw,
    close: async () => { clearInterval(beat); forget(); await draft.close(); },
  };

  function draw() {
    const muster = store.find("musters", id) ?? first;
    if (!muster) {
      fill(top, nothing(t("这次点名已不在清单里")));
      return;
    }
    const left = Date.parse(muster.called_at) + muster.minutes * 60_000 - store.deskNow();
    const waiting = lastSaid(app.outbox, "muster", "muster", id);
    const answer = waiting?.body.answer ?? muster.answer;
    fill(top, h("div", { class: "lead" }, muster.title), muster.closed ? h("p", { class: "hint" }, t("已结束"))
      : h("div", { class: `countdown ${left < 0 ? "over" : ""}` }, h("small", null, left < 0 ? t("已过时") : t("剩余")), h("b", null, running(Math.abs(left)))),
    h("p", { class: "mine-answer" }, t("我的回答：{words}", { words: musterWords(t, answer) }), waiting?.state === "waiting" ? t("（待发）") : ""));
    const key = `${muster.closed}/${answer}`;
    if (acts.dataset.key === key) return;
    acts.dataset.key = key;
    fill(acts, muster.closed ? null : [["present", "check", "good"], ["away", "cross", "plain"], ["help", "sos", "danger"]].map(([value, sign, kind]) => button(musterWords(t, value), () => still(body, () => reply(value)), { kind, sign: icon(sign), "data-answer": value, "aria-pressed": String(answer === value) })));
  }

  async function reply(answer) {
    const fix = app.position.current();
    const note = draft.values.note.trim();
    await draft.finish();
    if (await app.send({ kind: "muster", label: t("点名：{title}", { title: musterWords(t, answer) }), draft: draft.key, body: { muster: id, answer, note, ...(fix ? { lon: fix.lon, lat: fix.lat } : {}) } }) && !draft.left) app.go(to("mine"));
  }
}
