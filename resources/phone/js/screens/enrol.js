/** Letting this phone in: the code from the QR, a name, four digits that the operator compares. */

import { button, field, fill, h } from "../dom.js";
import { icon } from "../icons.js";

const LOOK_MS = 2000;

/** The one-time code behind #e=, taken out of the address bar at once. */
export function codeFromAddress() {
  const found = /^#e=([A-Za-z0-9_-]{8,128})$/.exec(location.hash);
  if (!found) return "";
  history.replaceState(null, "", "/");
  return found[1];
}

/** Show until the desk has let this phone in. A phone that was already waiting goes on waiting. */
export function run(app, root, { code, pending }) {
  return new Promise((resolve) => {
    const body = h("div", { class: "enrol" });
    fill(root, body);
    if (code) askName(app, body, code, resolve);
    else if (pending) wait(app, body, pending, resolve);
    else noCode(app, body, resolve);
  });
}

function head(app, again) {
  return h("div", { class: "enrol-head" }, h("div", { class: "brand" }, h("b", null, app.t("安澜")), h("span", null, app.t("花园口防汛 · 一线手机"))),
    h("button", { type: "button", class: "language", onclick: async () => {
      await app.store.set({ language: app.store.settings.language === "en" ? "zh" : "en" });
      app.dress();
      again();
    } }, app.store.settings.language === "en" ? "中文" : "English"));
}

function noCode(app, body, resolve, trouble = "") {
  const { t } = app;
  let typed = "";
  fill(body, head(app, () => noCode(app, body, resolve, trouble)), h("div", { class: "enrol-main" },
    trouble ? h("p", { class: "trouble", role: "alert" }, trouble) : null,
    h("h1", null, t("请扫值班员屏幕上的二维码")),
    h("ol", null, h("li", null, t("打开手机相机，对准指挥部屏幕上的二维码")), h("li", null, t("点开出现的链接，回到这个页面")), h("li", null, t("把四位数字念给值班员听"))),
    field(t("扫不了？请值班员念代码"), h("input", { type: "text", autocapitalize: "off", autocomplete: "off", spellcheck: "false", oninput: (event) => { typed = event.target.value.trim(); } }))),
  h("div", { class: "enrol-foot" }, button(t("用代码登记"), () => { if (typed) askName(app, body, typed, resolve); }, { kind: "primary" })));
}

function askName(app, body, code, resolve) {
  const { t } = app;
  let name = guessName(t);
  const go = button(t("登记这部手机"), send, { kind: "primary", "data-act": "enrol" });
  const trouble = h("p", { class: "trouble", role: "alert" });
  fill(body, head(app, () => askName(app, body, code, resolve)), h("div", { class: "enrol-main" },
    h("h1", null, t("登记这部手机")),
    h("p", null, t("登记后，这部手机就能接任务、报险情、与指挥部通话。")),
    field(t("手机叫什么"), h("input", { type: "text", value: name, maxlength: 40, oninput: (event) => { name = event.target.value; } }), t("值班员会看到这个名字，例如：张工的红米")), trouble),
  h("div", { class: "enrol-foot" }, go));

  async function send() {
    go.disabled = true;
    try {
      const pending = await app.api.enrol(code, name.trim() || guessName(t));
      await app.db.put("meta", pending, "pending");
      wait(app, body, pending, resolve);
    } catch (error) {
      if (error.status === undefined) throw error;
      go.disabled = false;
      trouble.textContent = why(t, error);
    }
  }
}

function why(t, error) {
  if (error.status === 0) return t("没有连上指挥部：请确认手机连着指挥部的网络，再试一次");
  if (error.status === 429) return t("试得太快了，请等一分钟再试");
  if (error.status >= 500) return t("指挥部暂时收不了，请再试一次");
  return t("这个二维码已经用过或过期，请值班员给新的");
}

function wait(app, body, pending, resolve) {
  const { t } = app;
  const draw = () => fill(body, head(app, draw), h("div", { class: "enrol-main centred" },
    h("p", null, t("请把这四位数字念给值班员")), h("output", { class: "digits", "data-number": pending.number }, [...String(pending.number)].map((digit) => h("b", null, digit))),
    h("p", { class: "hint" }, icon("clock"), t("值班员核对后，这里会自动打开"))),
  h("div", { class: "enrol-foot" }, button(t("重新登记"), giveUp, { kind: "quiet" })));
  let over = false;
  draw();
  look();

  async function look() {
    if (over) return;
    try {
      if (await app.api.enrolled(pending.pending)) {
        await letIn();
        return;
      }
    } catch (error) {
      if (error.status === undefined) throw error;
      if (!error.passing) {
        await ended();
        return;
      }
    }
    setTimeout(look, LOOK_MS);
  }

  async function letIn() {
    over = true;
    await app.recognise();
    await app.db.remove("meta", "pending");
    app.needsScan = false;
    resolve();
  }

  /** The answer with the session may have come to a page that was killed: then we are in although the desk is done. */
  async function ended() {
    over = true;
    await app.db.remove("meta", "pending");
    if (await app.recognise()) resolve();
    else noCode(app, body, resolve, t("值班员没有放行，或者时间过了"));
  }

  async function giveUp() {
    over = true;
    await app.db.remove("meta", "pending");
    noCode(app, body, resolve);
  }
}

function guessName(t) {
  const agent = navigator.userAgent;
  if (/iPhone/.test(agent)) return "iPhone";
  if (/iPad/.test(agent)) return "iPad";
  const model = /Android [^;)]*; ([^;)]{2,30})\)/.exec(agent)?.[1]?.replace(/ Build.*/, "");
  if (model && model !== "K") return model;
  return /Android/.test(agent) ? t("安卓手机") : t("手机");
}
