/** What I reported: what the desk made of it, what still waits here; one tap leads to adding to it. */

import { fill, h } from "../dom.js";
import { icon } from "../icons.js";
import { ageLine, nothing } from "../parts.js";
import { to } from "../router.js";
import { clock } from "../time.js";
import { foot } from "./foot.js";

const STATES = { unverified: "待核实", verified: "已核实", handling: "办理中", closed: "已办结", rejected: "不属实", merged: "已并入同一件" };

/** What the desk made of a report, in words. */
export function stateWords(t, state) {
  return t(STATES[state] ?? "已收到");
}

/** A report with its class, kind, time and state, as the head of a card. */
export function reportHead(app, report, state) {
  const { t, store } = app;
  return [icon(report.category), h("div", { class: "grow" }, h("div", { class: "card-title" }, t(report.kind)),
    h("div", { class: "card-line" }, [clock(report.at, store.deskNow()), report.place, report.files ? t("{n} 个附件", { n: report.files }) : ""].filter(Boolean).join(" · "))), h("b", { class: "state" }, state)];
}

export function show(app) {
  const { t, store, outbox } = app;
  const body = h("div", { class: "stack" });
  const draw = () => {
    const waiting = outbox.waiting.filter((item) => item.kind === "report");
    const listed = store.part("reports");
    fill(body, ageLine(app),
      waiting.map((item) => h("section", { class: "card report", "data-category": item.body.category }, h("div", { class: "card-head" }, reportHead(app, { ...item.body, at: item.at, files: item.files.length }, t("待发"))))),
      listed.map((report) => h("section", { class: `card report ${report.state}`, "data-category": report.category, "data-report": report.id },
        h("a", { class: "card-head", href: to("sent", report.id) }, reportHead(app, report, stateWords(t, report.state)), icon("next", "dim")))),
      waiting.length || listed.length ? null : nothing(t("还没有报过"), t("最近 30 件会留在这里，可以补照片、补说明")));
  };
  draw();
  return { title: t("我的上报"), body, refresh: draw, close: () => undefined, foot: foot(app, to("report")) };
}
