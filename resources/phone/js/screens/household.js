/** One household: who, where, what they need; six answers. */

import { area, button, field, fill, h } from "../dom.js";
import { Draft, still } from "../form.js";
import { icon } from "../icons.js";
import { nothing } from "../parts.js";
import { to } from "../router.js";
import { foot } from "./foot.js";
import { STATES, sendWhereabouts, whereabouts } from "./households.js";

export async function show(app, id = "") {
  const { t, store } = app;
  const first = store.find("households", id);
  if (!first) return { title: t("住户"), body: nothing(t("这户不在你的名单里")), foot: foot(app, to("households")) };
  const draft = await Draft.open(app.db, `household/${id}`, { note: "" });
  const top = h("div", { class: "stack" });
  const acts = h("div", { class: "choices six" });
  const body = h("div", { class: "stack" }, top, field(t("说明（可不写）"), area(draft.values.note, (note) => draft.set({ note }), { placeholder: t("去了哪、要什么、为什么不走") })));
  draw();
  return {
    title: t("住户"), bare: true, body,
    foot: h("div", { class: "foot-stack" }, acts, foot(app, to("households"), first.phone ? h("a", { class: "button plain", href: `tel:${first.phone}` }, icon("phone"), h("span", null, t("打电话"))) : null)),
    refresh: draw, close: () => draft.close(),
  };

  function draw() {
    const one = store.find("households", id) ?? first;
    const now = whereabouts(app, one);
    fill(top, h("div", { class: "lead" }, one.name, one.people ? h("small", null, t("{n} 人", { n: one.people })) : null), h("p", { class: "hint" }, icon("place"), one.place, h("span", { class: "number" }, one.id)),
      one.need ? h("div", { class: "proof big" }, icon("warning"), one.need) : null,
      h("p", { class: "mine-answer" }, t("现在：{state}", { state: t(STATES.find(([key]) => key === now.state)?.[1] ?? "未通知") }), now.waiting ? t("（待发）") : ""));
    fill(acts, STATES.map(([key, name]) => button(t(name), () => still(body, () => reply(one, key)), { kind: key === "left" ? "good" : key === "refused" ? "danger" : "plain", "data-state": key, "aria-pressed": String(now.state === key) })));
  }

  async function reply(one, state) {
    const note = draft.values.note.trim();
    await draft.finish();
    if (await sendWhereabouts(app, [one], state, note, draft.key) && !draft.left) app.go(to("households"));
  }
}
