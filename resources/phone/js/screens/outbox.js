/** What waits, and what was refused and why. Nothing leaves this list by itself but by arriving. */

import { button, fill, h } from "../dom.js";
import { icon } from "../icons.js";
import { ask, nothing } from "../parts.js";
import { to } from "../router.js";
import { clock } from "../time.js";
import { foot } from "./foot.js";

export function show(app) {
  const { t, outbox } = app;
  const body = h("div", { class: "stack" });
  const draw = () => {
    const { failed, waiting } = outbox;
    fill(body,
      failed.length ? [h("h2", { class: "part bad" }, t("没有发成"), h("b", null, failed.length)), failed.map((item) => row(item))] : null,
      waiting.length ? [h("h2", { class: "part" }, t("等着发"), h("b", null, waiting.length)), h("p", { class: "hint" }, when()), h("ol", { class: "queue-list" }, waiting.map((item) => h("li", null, row(item))))] : null,
      failed.length || waiting.length ? null : nothing(t("没有待发的，都已送到指挥部")));
  };
  const beat = setInterval(draw, 1000);
  draw();
  return {
    title: t("待发"), body, refresh: draw, close: () => clearInterval(beat),
    foot: foot(app, to("mine"), button(t("现在就发"), () => outbox.hurry(), { kind: "primary", sign: icon("send"), "data-act": "hurry" })),
  };

  function when() {
    if (app.needsScan) return t("重新扫码后再发");
    if (app.link === "off") return t("没有信号，有了就发，关掉页面也不会丢");
    const seconds = Math.ceil((outbox.nextAt - Date.now()) / 1000);
    return seconds > 0 ? t("{n} 秒后再试", { n: seconds }) : t("正在发送");
  }

  function row(item) {
    return h("section", { class: `card ${item.state}`, "data-seq": item.seq },
      h("div", { class: "card-head" }, h("div", { class: "grow" }, h("div", { class: "card-title" }, item.label, item.film ? h("small", null, t("录像")) : null),
        h("div", { class: "card-line" }, clock(item.at), item.files.length ? ` · ${t("{n} 个附件", { n: item.files.length })}` : ""),
        item.why ? h("div", { class: "trouble" }, why(t, item.why)) : null)),
      item.state === "failed" ? h("div", { class: "acts" },
        button(t("删除"), () => ask(app, t("删掉后指挥部永远收不到这一条。确定吗？"), t("删除"), () => outbox.drop(item.seq)), { kind: "quiet", sign: icon("bin") }),
        button(t("再发一次"), () => outbox.retry(item.seq), { kind: "plain", sign: icon("again"), "data-act": "retry" })) : null);
  }
}

function why(t, told) {
  const [status, code] = told.split(" ");
  const words = {
    400: t("指挥部说内容不合格"), 403: t("你的岗位不能报这个"), 404: t("说的那件事已经不在了"), 409: t("情况已经变了，和现在的状态对不上"),
    410: t("已经过时"), 413: t("附件太大，或录像太长"), 415: t("文件种类不收"), 421: t("网址不对，请重新扫码"),
  };
  if (code === "poll_over") return t("表决已有决定，这一票没有计入");
  return `${words[status] ?? t("指挥部没有收")}（${status} ${code}）`;
}
