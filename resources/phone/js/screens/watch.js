/** Welfare timer: I am well, or help. */

import { area, button, field, fill, h } from "../dom.js";
import { Draft, still } from "../form.js";
import { icon } from "../icons.js";
import { card, nothing, telephones } from "../parts.js";
import { to } from "../router.js";
import { running } from "../time.js";
import { foot } from "./foot.js";

export function show(app, id = "") {
  return id ? one(app, id) : all(app);
}

function all(app) {
  const { t, store } = app;
  const rows = store.part("watches");
  return {
    title: t("报平安"), foot: foot(app, to("more")),
    body: h("div", { class: "stack" }, rows.length ? rows.map((row) => card(app, { sign: "shield", title: row.task, lines: [row.place], to: to("watch", row.id) })) : nothing(t("现在不用报平安"))),
  };
}

async function one(app, id) {
  const { t, store } = app;
  const first = store.find("watches", id);
  if (!first) return { title: t("报平安"), body: nothing(t("这个计时已经结束")), foot: foot(app, to("mine")) };
  const draft = await Draft.open(app.db, `watch/${id}`, { note: "" });
  const top = h("div", { class: "stack" });
  const words = area(draft.values.note, (note) => draft.set({ note }));
  const body = h("div", { class: "stack" }, top, field(t("说明（可不写）"), words), telephones(app));
  const beat = setInterval(draw, 1000);
  draw();
  return {
    title: t("报平安"), body,
    foot: foot(app, to("mine"), h("div", { class: "choices two" },
      button(t("我安全"), () => still(body, () => reply(true)), { kind: "good", sign: icon("shield"), "data-well": "true" }), button(t("求助"), () => still(body, () => reply(false)), { kind: "danger", sign: icon("sos"), "data-well": "false" }))),
    refresh: draw, close: async () => { clearInterval(beat); await draft.close(); },
  };

  function draw() {
    const watch = store.find("watches", id) ?? first;
    const left = Date.parse(watch.last_at) + watch.interval_min * 60_000 - store.deskNow();
    const pending = app.outbox.waiting.some((item) => item.kind === "watch" && item.body.watch === id);
    fill(top, h("div", { class: "lead" }, watch.task), watch.place ? h("p", { class: "hint" }, icon("place"), watch.place) : null,
      h("div", { class: `countdown ${left < 0 ? "over" : ""}` }, h("small", null, left < 0 ? t("已超时") : t("下次报平安还有")), h("b", null, running(Math.abs(left)))),
      watch.help ? h("p", { class: "trouble" }, icon("sos"), t("已求助，指挥部知道了")) : null,
      pending ? h("p", { class: "trouble" }, icon("outbox"), t("刚才报的还没发出去：没有信号时请打电话")) : null);
  }

  async function reply(well) {
    const note = draft.values.note.trim();
    const kept = await app.send({ kind: "watch", label: well ? t("我安全") : t("求助"), draft: draft.key, body: { watch: id, well, note } });
    if (!kept) return; // the words are still here
    words.value = "";
    await draft.set({ note: "" });
    if (well && !draft.left) app.go(to("mine"));
  }
}
