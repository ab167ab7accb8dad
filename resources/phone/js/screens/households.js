/** Households I answer for: by state, one or several at once, found by their printed tag. */

import { button, chips, fill, h } from "../dom.js";
import { icon } from "../icons.js";
import { nothing } from "../parts.js";
import { to } from "../router.js";
import { foot } from "./foot.js";

export const STATES = Object.freeze([
  ["told", "已通知"], ["signed", "已签收"], ["leaving", "撤离中"], ["left", "已撤离"], ["refused", "拒绝撤离"], ["unknown", "找不到人"],
]);
const TAG = /^(?:anlan:)?h\/([^/\s]{1,40})(?:\/([^/\s]{1,40}))?$/i;

/** The household that a printed tag (or a typed number) names; null when it is none of mine. */
export function byTag(app, written) {
  const text = written.trim();
  const id = TAG.exec(text)?.[1] ?? text;
  return app.store.part("households").find((one) => String(one.id).toLowerCase() === id.toLowerCase()) ?? null;
}

/** What I last said about a household, else what the desk says. */
export function whereabouts(app, one) {
  const mine = app.outbox.said.findLast((item) => item.kind === "whereabouts" && item.body.register === one.register && item.body.ids.includes(one.id));
  return { state: mine?.body.state ?? one.state ?? "", waiting: mine?.state === "waiting" };
}

/** Send the state of several households at once; false when this phone had no room to keep it. */
export async function sendWhereabouts(app, chosen, state, note = "", draft = null) {
  const { t } = app;
  const label = chosen.length === 1 ? chosen[0].name : t("{n} 户", { n: chosen.length });
  const words = t(STATES.find(([key]) => key === state)[1]);
  for (const register of new Set(chosen.map((one) => one.register))) {
    const ids = chosen.filter((one) => one.register === register).map((one) => one.id);
    if (!(await app.send({ kind: "whereabouts", label: `${label}：${words}`, draft, body: { register, ids, state, note } }))) return false;
  }
  return true;
}

export function show(app) {
  const { t, store } = app;
  const list = h("div", { class: "stack tight" });
  const filter = h("div", { class: "chips-line" });
  const bar = h("div", { class: "foot-stack" });
  const chosen = new Set();
  const scanner = h("div", { class: "scanner", hidden: true });
  let only = "";
  let stopScan = null;
  draw();
  return { title: t("走访"), body: h("div", { class: "stack" }, filter, scanner, list), foot: bar, refresh: draw, close: () => stopScan?.() };

  function draw() {
    const rows = store.part("households").map((one) => [one, whereabouts(app, one)]);
    const count = (state) => rows.filter(([, now]) => now.state === state).length;
    const open = rows.filter(([, now]) => !STATES.some(([key]) => key === now.state)).length;
    const along = filter.firstChild?.scrollLeft ?? 0;
    fill(filter, chips([["", `${t("全部")} ${rows.length}`], ["open", `${t("未通知")} ${open}`], ...STATES.map(([key, name]) => [key, `${t(name)} ${count(key)}`])], only, (value) => { only = value; draw(); }, { label: t("状态") }));
    filter.firstChild.scrollLeft = along;
    const shown = rows.filter(([, now]) => only === "" || (only === "open" ? !STATES.some(([key]) => key === now.state) : now.state === only));
    fill(list, shown.length ? shown.map(([one, now]) => row(one, now)) : nothing(rows.length ? t("这一类没有") : t("没有派给你的住户")));
    drawBar();
  }

  function row(one, now) {
    const id = String(one.id);
    return h("section", { class: `card house state-${now.state || "open"}`, "data-house": id },
      h("div", { class: "card-head" },
        h("button", { type: "button", class: "pick", role: "checkbox", "aria-checked": String(chosen.has(id)), "aria-label": t("选中 {name}", { name: one.name }), onclick: () => { if (!chosen.delete(id)) chosen.add(id); draw(); } }, icon("check")),
        h("a", { class: "grow", href: to("household", id) }, h("div", { class: "card-title" }, one.name, one.people ? h("small", null, t("{n} 人", { n: one.people })) : null),
          h("div", { class: "card-line" }, [one.place, one.need].filter(Boolean).join(" · "))),
        h("span", { class: "state" }, t(STATES.find(([key]) => key === now.state)?.[1] ?? "未通知"), now.waiting ? h("small", null, t("待发")) : null)));
  }

  function drawBar() {
    if (chosen.size) {
      fill(bar, h("div", { class: "bulk" }, h("b", null, t("已选 {n} 户", { n: chosen.size })), button(t("取消选择"), () => { chosen.clear(); draw(); }, { kind: "quiet" })),
        h("div", { class: "choices six" }, STATES.map(([key, name]) => button(t(name), () => bulk(key), { kind: key === "left" ? "good" : key === "refused" ? "danger" : "plain", "data-state": key }))));
    } else {
      fill(bar, foot(app, to("mine"), button(t("扫门牌码"), scan, { kind: "primary", sign: icon("scan"), "data-act": "scan" })));
    }
  }

  async function bulk(state) {
    const rows = store.part("households").filter((one) => chosen.has(String(one.id)));
    chosen.clear();
    await sendWhereabouts(app, rows, state);
    draw();
  }

  async function scan() {
    stopScan?.();
    scanner.hidden = false;
    let typed = "";
    const look = () => found(typed);
    const video = h("video", { playsinline: true, muted: true, hidden: true });
    fill(scanner, video, h("div", { class: "typed" }, h("input", { type: "text", placeholder: t("门牌码上的编号，如 H012"), autocapitalize: "characters", oninput: (event) => { typed = event.target.value; }, onkeydown: (event) => { if (event.key === "Enter") look(); } }), button(t("找"), look, { kind: "plain", "data-act": "find" })));
    scanner.scrollIntoView({ block: "start" });
    if (window.BarcodeDetector && navigator.mediaDevices) stopScan = await watchVideo(video);
    else scanner.querySelector("input").focus();
  }

  /** Look at the camera's picture five times a second until a tag of ours is seen. */
  async function watchVideo(video) {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      app.say(t("手机不让用相机，请输入编号"), "bad");
      return null;
    }
    const detector = new window.BarcodeDetector({ formats: ["qr_code"] });
    video.hidden = false;
    video.srcObject = stream;
    await video.play();
    const beat = setInterval(async () => {
      const codes = await detector.detect(video).catch(() => []); // a frame that is not ready yet
      const tag = codes.map((code) => code.rawValue).find((raw) => TAG.test(raw));
      if (tag) found(tag);
    }, 200);
    return () => {
      clearInterval(beat);
      for (const track of stream.getTracks()) track.stop();
      stopScan = null;
    };
  }

  function found(written) {
    const one = byTag(app, written);
    if (!one) {
      app.say(t("这户不在你的名单里"), "bad");
      return;
    }
    stopScan?.();
    app.go(to("household", String(one.id)));
  }
}
