/** The phone page, put together: one function, read as a story. */

import { Api } from "./api.js";
import { Camera } from "./camera.js";
import { openDb, sweepFiles } from "./db.js";
import { fill, h } from "./dom.js";
import { Frame } from "./frame.js";
import { Line } from "./line.js";
import { Outbox } from "./outbox.js";
import { Position } from "./position.js";
import { Router } from "./router.js";
import * as enrol from "./screens/enrol.js";
import { openCalls } from "./screens/mine.js";
import { Store } from "./store.js";
import { Track } from "./track.js";
import { wipe } from "./wipe.js";
import { teller } from "./words.js";

export const VERSION = "1.0";
const LOOK_AGAIN_MS = 60_000;
const TICK_MS = 15_000;
const SHARE_LASTS_MS = 12 * 3600_000; // sharing one's position ends by itself with the longest shift

async function start() {
  const code = enrol.codeFromAddress();
  const db = await openDb();
  const app = compose(db);
  await app.store.restore();
  app.dress();
  const pending = await db.get("meta", "pending");
  if (code || pending || !(app.store.me || (await app.recognise()))) await enrol.run(app, document.getElementById("app"), { code, pending });
  await app.run();
}

function compose(db) {
  const app = { db, version: VERSION, needsScan: false, link: "busy", reached: null, gone: false };
  app.store = new Store(db, () => app.changed());
  app.t = teller(() => app.store.settings.language);
  app.position = new Position();
  app.camera = new Camera(db, { shoot: document.getElementById("shoot"), gallery: document.getElementById("gallery"), film: document.getElementById("film") });
  app.api = new Api({ heard: (reached) => heard(app, reached), refused: (error) => (error.wipe ? app.wipe() : scanAgain(app)) });
  app.outbox = new Outbox({
    db, api: app.api, changed: () => app.changed(), delivered: (item) => delivered(app, item), pointsRefused: () => pointsRefused(app),
  });
  app.line = new Line({ changed: (open) => lineChanged(app, open), closed: () => app.refresh() });
  app.track = new Track({ db, position: app.position, outbox: app.outbox, changed: () => app.changed() });
  app.peers = new BroadcastChannel("anlan-page");
  app.peers.onmessage = (event) => { if (event.data === "wiped") forgotten(app); };

  app.calls = () => openCalls(app).length;
  app.say = (words, tone) => app.frame?.say(words, tone);
  app.changed = () => {
    if (app.gone || !app.frame) return;
    app.frame.draw();
    app.router.refresh();
  };
  app.go = (address) => { location.hash = address; };
  app.send = (message) => keep(app, message);
  app.refresh = () => refresh(app);
  app.recognise = () => recognise(app);
  app.dress = () => dress(app);
  app.run = () => run(app);
  app.wipe = () => wipeAll(app);
  app.leave = () => app.api.leave().catch(() => {}).then(() => wipeAll(app));
  return app;
}

async function run(app) {
  if (app.gone) return;
  const root = document.getElementById("app");
  app.frame = new Frame(app, fill(root));
  app.router = new Router(app, app.frame);
  app.link = navigator.onLine ? "busy" : "off";
  await sweepFiles(app.db);
  await app.outbox.refresh();
  await app.router.show();
  await app.track.restore(shares(app));
  app.line.on("mine", () => app.refresh());
  app.line.on("bye", (message) => farewell(app, message));
  listen(app);
  await startCalls(app);
  app.line.start();
  app.outbox.flush();
  app.refresh();
  keepShell(app);
}

/** Whom this session belongs to; false when to nobody. */
async function recognise(app) {
  try {
    await app.store.keepMe(await app.api.me());
    return true;
  } catch (error) {
    if (error.status === undefined) throw error;
    return false;
  }
}

function listen(app) {
  window.addEventListener("unhandledrejection", (event) => {
    if (!app.gone) app.say(app.t("页面出了错，存下的都还在：{what}", { what: String(event.reason?.message ?? event.reason) }), "bad");
  });
  app.awake = () => {
    if (document.visibilityState !== "visible") return;
    app.line.hello();
    if (!app.needsScan) app.line.start();
    hurry(app);
    app.track.stayAwake();
  };
  app.lost = () => {
    app.line.drop();
    app.link = "off";
    app.changed();
  };
  app.found = () => {
    app.link = app.line.open ? "open" : "busy";
    hurry(app);
  };
  document.addEventListener("visibilitychange", app.awake);
  window.addEventListener("online", app.found);
  window.addEventListener("offline", app.lost);
  app.clocks = [
    setInterval(() => { app.refresh(); app.line.hurry(); }, LOOK_AGAIN_MS),
    setInterval(() => { shares(app); app.changed(); }, TICK_MS),
  ];
}

function hurry(app) {
  app.line.hurry();
  app.outbox.hurry();
  app.refresh();
}

async function refresh(app) {
  if (app.gone || app.needsScan) return;
  try {
    const fresh = await app.api.mine(app.store.tag);
    if (app.gone) return;
    if (fresh) await app.store.keepList(fresh);
    else await app.store.confirmed();
  } catch (error) {
    if (app.gone) return;
    if (error.status === undefined) throw error;
    if (error.status !== 429) return;
    clearTimeout(app.later);
    app.later = setTimeout(() => refresh(app), 1000 * (error.retryAfter || 2));
  }
}

function heard(app, reached) {
  const link = reached ? (app.line?.open ? "open" : "slow") : "off";
  if (app.link === link) return;
  app.link = link;
  app.changed();
}

function lineChanged(app, open) {
  app.link = open ? "open" : navigator.onLine ? "busy" : "off";
  app.changed();
  if (!open) return;
  app.outbox.hurry();
  app.refresh();
}

/** Keep a message to be sent; false when this phone has no room: then its draft is shown again, as it was. */
async function keep(app, message) {
  try {
    await app.outbox.add(message);
  } catch (error) {
    if (error?.name !== "QuotaExceededError") throw error;
    app.say(app.t("手机存满了，这一条没有存下：请清理空间再发"), "bad");
    await app.router.show();
    return false;
  }
  app.say(app.link === "off" ? app.t("已存在手机里，有信号就发") : app.t("已存好，正在发送"), "kept");
  return true;
}

function delivered(app, item) {
  if (item.kind === "push" && item.body.answer === "seen") return;
  app.say(app.outbox.waiting.length ? app.t("指挥部已收到，还有 {n} 条", { n: app.outbox.waiting.length }) : app.t("指挥部已收到：{what}", { what: item.label }), "good");
  if (!app.line.open && !app.outbox.waiting.length) app.refresh();
}

async function pointsRefused(app) {
  app.track.refused = true;
  if (!app.store.settings.share) return;
  await app.store.set({ share: false });
  app.track.share(false);
  app.say(app.t("指挥部现在不收你的位置（可能已下岗），已停止共享"), "bad");
}

function shares(app) {
  const { share, shareSince } = app.store.settings;
  const offDuty = app.store.list?.person?.on_duty === false;
  if (share && (offDuty || Date.now() - shareSince > SHARE_LASTS_MS)) {
    app.store.set({ share: false });
    app.track.share(false);
    return false;
  }
  return share;
}

/** The session is not known any more, but nobody said to forget: what waits stays until the phone is let in again. */
function scanAgain(app) {
  if (app.needsScan || !app.frame) return;
  app.needsScan = true;
  app.outbox.halt();
  app.line.stop();
  app.changed();
}

function farewell(app, message) {
  if (message.why === "revoked") app.api.me().catch(() => undefined); // its 401 says whether to forget
  if (message.why === "replaced") app.line.stop(); // another page of this phone has the line now; looking at this one takes it back
}

async function wipeAll(app) {
  if (app.gone) return;
  app.peers.postMessage("wiped");
  await forgotten(app);
  await wipe(app.db);
}

async function forgotten(app) {
  if (app.gone) return;
  app.gone = true;
  app.outbox.close();
  app.line.stop();
  app.track.close();
  for (const clock of app.clocks ?? []) clearInterval(clock);
  document.removeEventListener("visibilitychange", app.awake);
  window.removeEventListener("online", app.found);
  window.removeEventListener("offline", app.lost);
  await app.router?.close();
  app.db.db.close();
  history.replaceState(null, "", "/");
  const call = document.getElementById("call");
  if (call) fill(call);
  fill(document.getElementById("app"), h("div", { class: "farewell", "data-wiped": true }, h("h1", null, app.t("这部手机上的内容已全部清除")),
    h("p", null, app.t("需要再用时，请值班员给新的二维码，用相机扫一扫。"))));
}

/** Language, size and colours of the page. */
function dress(app) {
  const { language, size, theme } = app.store.settings;
  Object.assign(document.documentElement.dataset, { size, theme });
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  document.querySelector("meta[name=theme-color]").content = theme === "dark" ? "#11181d" : "#ffffff";
}

async function startCalls(app) {
  const root = document.getElementById("call");
  let calls;
  try {
    calls = await import("../call.js");
  } catch {
    app.noCalls = true; // this desk serves no call page: the telephone numbers remain
    return;
  }
  calls.startCalls(app.line, root);
}

/** Keep the shell for when there is no network, and ask the phone not to clear it away. */
async function keepShell(app) {
  navigator.storage?.persist?.();
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register("/sw.js");
  } catch {
    app.noShell = true; // without a trusted certificate: said in the settings
  }
}

start();
