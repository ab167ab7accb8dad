/** What is always there: the realm, the link, what waits, who I am; below, the way to the screens. */

import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { to } from "./router.js";

const SAID_MS = 4000;

export class Frame {
  constructor(app, root) {
    this.app = app;
    this.realm = h("div", { class: "realm", role: "status" });
    this.status = h("header", { class: "status" });
    this.notice = h("div", { class: "notice", role: "alert" });
    this.main = h("main", { id: "main" });
    this.foot = h("footer", { class: "foot" });
    this.said = h("div", { class: "said", role: "status", "aria-live": "polite" });
    this.name = "";
    this.screen = null;
    this.timer = 0;
    fill(root, this.realm, this.status, this.notice, this.main, this.said, this.foot);
  }

  put(name, screen) {
    const along = name === "settings" && this.name === name ? this.main.scrollTop : 0;
    Object.assign(this, { name, screen });
    document.title = `${screen.title} · ${this.app.t("安澜")}`;
    fill(this.main, screen.bare ? null : h("h1", null, screen.title), screen.body);
    this.main.scrollTop = along; // a setting that draws its screen anew must not throw the thumb off
    this.draw();
  }

  draw() {
    const { app } = this;
    this.drawRealm();
    this.drawStatus();
    if (!this.screen) return;
    if (this.screen.foot) {
      if (this.foot.firstChild !== this.screen.foot) fill(this.foot, this.screen.foot);
    } else fill(this.foot, this.navigation());
    const notice = app.needsScan ? app.t("这部手机的登记失效了：待发的都还在，请让值班员重新给二维码，再扫一次") : "";
    fill(this.notice, notice ? [icon("scan"), notice] : null);
    this.notice.hidden = !notice;
  }

  drawRealm() {
    const { list } = this.app.store;
    const mark = list?.mark ?? this.app.store.me?.mark ?? "";
    this.realm.hidden = !mark;
    this.realm.dataset.realm = list?.realm ?? "";
    fill(this.realm, h("b", null, mark), mark ? this.app.t("不是实况") : null);
  }

  drawStatus() {
    const { app } = this;
    const { t } = app;
    const state = app.link;
    const words = { open: t("已连接"), slow: t("在线"), off: t("没有信号"), busy: t("连接中") };
    const waiting = app.outbox.waiting.length;
    const failed = app.outbox.failed.length;
    fill(this.status,
      h("div", { class: `link ${state}`, "data-link": state }, icon(state === "off" ? "unlinked" : "linked"), words[state]),
      h("a", { class: "who", href: to("settings") }, app.store.list?.person?.name ?? app.store.me?.name ?? ""),
      h("a", { class: `queue ${failed ? "failed" : waiting ? "some" : "none"}`, href: to("outbox"), "data-waiting": waiting, "data-failed": failed },
        failed ? [icon("warning"), h("span", { class: waiting ? "two" : "" }, t("{n} 条失败", { n: failed }), waiting ? [h("br"), t("{n} 条待发", { n: waiting })] : null)] : waiting ? [icon("outbox"), t("{n} 条待发", { n: waiting })] : [icon("check"), t("无待发")]));
  }

  navigation() {
    const { t, store } = this.app;
    const visits = store.part("households").length > 0;
    const tabs = [
      ["mine", "home", t("今日"), this.app.calls()],
      visits ? ["households", "people", t("走访")] : ["push", "speaker", t("通知")],
      ["report", "camera", t("上报")],
      ["patrol", "walk", t("巡查")],
      ["more", "more", t("更多")],
    ];
    return h("nav", { class: "tabs" }, tabs.map(([name, sign, label, count]) => h("a", {
      class: name === "report" ? "tab main-act" : "tab", href: to(name), "aria-current": name === this.name ? "page" : null, "data-tab": name,
    }, icon(sign), h("span", null, label), count ? h("b", { class: "count" }, count) : null)));
  }

  /** Say a sentence that goes away by itself. */
  say(words, tone = "") {
    clearTimeout(this.timer);
    this.said.className = `said shown ${tone}`;
    fill(this.said, words);
    this.timer = setTimeout(() => { this.said.className = "said"; }, SAID_MS);
  }
}
