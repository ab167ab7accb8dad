/** Everything else, in one list, and whom to ring. */

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { telephones } from "../parts.js";
import { to } from "../router.js";

export function show(app) {
  const { t, store } = app;
  const rows = [
    ["push", "speaker", t("通知"), store.part("pushes").length], ["muster", "bell", t("点名"), store.part("musters").length],
    ["poll", "people", t("会商表决"), store.part("polls").length],
    ["watch", "shield", t("报平安"), store.part("watches").length], ["households", "people", t("入户走访"), store.part("households").length],
    ["danger", "warning", t("险情首报"), null], ["reports", "list", t("我的上报"), store.part("reports").length], ["outbox", "outbox", t("待发"), app.outbox.items.length], ["settings", "gear", t("设置"), null],
  ];
  return {
    title: t("更多"),
    body: h("div", { class: "stack" },
      h("div", { class: "rows" }, rows.map(([name, sign, label, count]) => h("a", { class: "row", href: to(name) }, icon(sign), h("span", { class: "grow" }, label), count === null ? null : h("b", null, count), icon("next", "dim")))),
      h("h2", { class: "part" }, t("找指挥部")),
      app.noCalls ? null : h("button", { type: "button", class: "button primary wide", "data-act": "callin", onclick: callIn }, icon("video"), h("span", null, t("呼叫指挥部"))),
      telephones(app)),
  };

  function callIn() {
    if (app.line.open) window.dispatchEvent(new CustomEvent("anlan:callin", { detail: { about: "" } }));
    else app.say(t("没有连上，请打电话"), "bad");
  }
}
