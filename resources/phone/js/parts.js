/** Parts of forms: pictures, short videos, voice notes, the place. */

import { isClip, recordClip, taken } from "./clip.js";
import { uuid } from "./db.js";
import { button, chips, fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { metresToPath, middleOf } from "./position.js";
import { clock } from "./time.js";

const NEAR_M = 300;
const POOR_M = 100;
const LONGEST_VOICE_MS = 60_000;

/** Pictures of a draft, with voice notes and short videos where wanted. `ready()` holds when all that was taken is kept. */
export function photoField(app, draft, { voice = false, clips = false, kept: heard = () => undefined } = {}) {
  const { t } = app;
  const strip = h("div", { class: "photos" });
  const urls = new Map();
  let busy = Promise.resolve();
  let working = 0;
  let stopClip = () => undefined;

  async function draw() {
    const kept = await Promise.all(draft.values.files.map((id) => app.db.get("files", id)));
    fill(strip, kept.filter(Boolean).map(thumb), working ? h("div", { class: "thumb working", role: "status" }, t("处理中…")) : null,
      h("button", { type: "button", class: "thumb add", "data-act": "shoot", onclick: () => shoot() }, icon("camera"), t("拍照")),
      h("button", { type: "button", class: "thumb add", "data-act": "gallery", onclick: () => shoot("gallery") }, icon("gallery"), t("相册")),
      clips ? h("button", { type: "button", class: "thumb add", "data-act": "clip", onclick: film }, icon("video"), t("录像")) : null,
      voice && window.MediaRecorder ? voiceButton(app, keepBlob) : null);
  }

  function film() {
    stopClip = recordClip(app, (blob) => { busy = busy.then(() => keepBlob(blob)); }, () => shoot("film"));
  }

  function thumb(file) {
    if (!urls.has(file.id)) urls.set(file.id, URL.createObjectURL(file.blob));
    const url = urls.get(file.id);
    const sound = file.blob.type.startsWith("audio/");
    const clip = isClip(file.blob);
    return h("div", { class: sound ? "thumb sound" : clip ? "thumb film" : "thumb" },
      sound ? h("audio", { src: url, controls: true }) : clip ? h("video", { src: url, controls: true, playsinline: true, preload: "metadata" }) : h("img", { src: url, alt: t("照片") }),
      h("button", { type: "button", class: "remove", "aria-label": t("删除"), onclick: () => remove(file.id) }, icon("cross")));
  }

  async function remove(id) {
    await draft.set({ files: draft.values.files.filter((other) => other !== id) }, true);
    await app.db.remove("files", id);
    URL.revokeObjectURL(urls.get(id));
    urls.delete(id);
    await draw();
  }

  async function keep(files) {
    working += 1;
    await draw();
    for (const file of files) {
      try {
        if (isClip(file)) {
          const blob = await taken(app, file);
          if (blob) await keepBlob(blob);
          continue;
        }
        const { id, lon, lat, at } = await app.camera.keep(file);
        const exif = draft.values.exif ?? (lon === null ? null : { lon, lat, at });
        await draft.set({ files: [...draft.values.files, id], exif }, true);
        heard();
      } catch (error) {
        console.error(error); // the report can go without this picture
        app.say(error?.name === "QuotaExceededError" ? t("手机存满了，照片没有存下：请清理空间再拍") : t("这张照片读不出来，请再拍一张"), "bad");
      }
    }
    working -= 1;
    await draw();
  }

  async function keepBlob(blob) {
    const id = uuid();
    try {
      await app.db.put("files", { id, blob });
    } catch (error) {
      if (error?.name !== "QuotaExceededError") throw error;
      app.say(t("手机存满了，录的没有存下：请清理空间再录"), "bad");
      return;
    }
    await draft.set({ files: [...draft.values.files, id] }, true);
    await draw();
  }

  function shoot(from) {
    app.camera.take((files) => { busy = busy.then(() => keep(files)); }, from);
  }

  app.camera.taken = (files) => { busy = busy.then(() => keep(files)); }; // a picture asked for before this screen came
  draw();
  return {
    element: strip, shoot,
    ready: () => busy,
    close: () => {
      stopClip();
      for (const url of urls.values()) URL.revokeObjectURL(url);
    },
  };
}

function voiceButton(app, keep) {
  const { t } = app;
  const label = h("span", null, t("录音"));
  const made = h("button", { type: "button", class: "thumb add", "data-act": "voice", onclick: toggle }, icon("microphone"), label);
  let recorder = null;
  let timer = 0;

  async function toggle() {
    if (recorder) {
      recorder.stop();
      return;
    }
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      app.say(t("手机不让用话筒：请在浏览器设置里允许"), "bad");
      return;
    }
    const pieces = [];
    recorder = new MediaRecorder(stream, { audioBitsPerSecond: 24_000 });
    recorder.ondataavailable = (event) => pieces.push(event.data);
    recorder.onstop = async () => {
      clearTimeout(timer);
      for (const track of stream.getTracks()) track.stop();
      const type = recorder.mimeType;
      recorder = null;
      made.classList.remove("live");
      await keep(new Blob(pieces, { type }));
    };
    recorder.start();
    timer = setTimeout(() => recorder?.stop(), LONGEST_VOICE_MS);
    made.classList.add("live");
    label.textContent = t("点此停止");
  }

  return made;
}

/** Where it is: the best fix, else what the picture says, else a section chosen from the list. */
export function positionField(app, draft) {
  const { t } = app;
  const element = h("div", { class: "position" });
  let open = false;
  const stop = app.position.watch(() => draw()); // may tell at once

  function value() {
    const { chosen, exif, place } = draft.values;
    const words = place ? { place } : {};
    if (chosen) return { ...(middleOf(chosen.path) ?? {}), position: "place", place: [chosen.name, place].filter(Boolean).join(" ") };
    const fix = app.position.current();
    if (exif && (!fix || fix.accuracy_m > POOR_M)) return { lon: exif.lon, lat: exif.lat, position: "exif", ...near(exif), ...words };
    if (fix) return { lon: fix.lon, lat: fix.lat, accuracy_m: fix.accuracy_m, position: "gps", ...near(fix), ...words };
    return place ? { position: "place", place } : null;
  }

  function near(point) {
    const found = app.store.part("sections").map((section) => [metresToPath(point, section.path), section.name])
      .filter(([far]) => far !== null && far <= NEAR_M).sort((a, b) => a[0] - b[0])[0];
    return found ? { place: found[1] } : {};
  }

  function says() {
    const now = value();
    if (now?.position === "gps") return [now.accuracy_m > POOR_M ? "poor" : "good", t("定位 ±{n} 米", { n: now.accuracy_m }), now.place];
    if (now?.position === "exif") return ["good", t("用照片里的位置"), now.place];
    if (now) return ["good", now.place, t("自己选的地点")];
    if (app.position.trouble === "denied") return ["bad", t("手机不让定位"), t("请选地点，或在浏览器设置里允许")];
    if (app.position.trouble) return ["bad", t("现在定不了位"), t("请选地点")];
    return ["busy", t("正在定位…"), ""];
  }

  function draw() {
    const [tone, line, more] = says();
    const head = h("button", { type: "button", class: `place ${tone}`, "aria-expanded": String(open), onclick: () => { open = !open; draw(); } },
      icon("place"), h("span", { class: "grow" }, h("b", null, line), more ? h("small", null, more) : null), h("span", { class: "act" }, open ? t("收起") : t("选地点")));
    if (!open) {
      fill(element, head);
      return;
    }
    if (element.querySelector(".places")) {
      element.firstChild.replaceWith(head); // the words being typed below must not lose the cursor
      return;
    }
    const sections = app.store.part("sections");
    fill(element, head, h("div", { class: "places" },
      chips(sections.map((section) => [String(section.id), section.name]), String(draft.values.chosen?.id ?? ""), (id) => {
        const section = sections.find((one) => String(one.id) === id);
        draft.set({ chosen: section ? { id: section.id, name: section.name, path: section.path } : null });
        draw();
      }, { none: true, label: t("责任段") }),
      h("input", { type: "text", value: draft.values.place ?? "", maxlength: 120, placeholder: t("坝号、桩号、村名…"), oninput: (event) => {
        draft.set({ place: event.target.value.trim() });
        draw();
      } })));
  }

  draw();
  return { element, value, draw, open: () => { open = true; draw(); }, close: stop };
}

/** Who to ring when nothing else works. */
export function telephones(app) {
  return app.store.part("headquarters").map((one) => h("a", { class: "button plain", href: `tel:${one.phone}` },
    icon("phone"), h("span", null, one.name, h("small", null, one.phone))));
}

/** A card that leads somewhere. */
export function card(app, { tone = "", sign, title, lines = [], to = null, acts = [] }) {
  const head = h(to ? "a" : "div", { class: "card-head", href: to }, sign ? icon(sign) : null,
    h("div", { class: "grow" }, h("div", { class: "card-title" }, title), lines.filter(Boolean).map((line) => (line instanceof Node ? line : h("div", { class: "card-line" }, line)))),
    to ? icon("next", "dim") : null);
  return h("section", { class: `card ${tone}` }, head, acts.length ? h("div", { class: "acts" }, acts) : null);
}

/** What stands where there is nothing. */
export function nothing(words, more = null) {
  return h("div", { class: "nothing" }, h("p", null, words), more && h("p", { class: "hint" }, more));
}

/** How old what we see is, when it is old. */
export function ageLine(app) {
  const { t, store } = app;
  if (!store.list) return h("div", { class: "age" }, t("还没有收到指挥部的清单"));
  return store.age < 150_000 ? null : h("div", { class: "age" }, icon("clock"), t("清单是 {time} 的，之后的变化还没收到", { time: clock(Date.now() - store.age) }));
}

/** A question before something that cannot be undone. */
export function ask(app, words, act, yes) {
  const dialog = h("dialog", { class: "ask", onclose: () => dialog.remove() }, h("p", null, words),
    h("div", { class: "acts" }, button(app.t("取消"), () => dialog.close()), button(act, () => { dialog.close(); yes(); }, { kind: "danger", "data-act": "yes" })));
  document.body.append(dialog);
  dialog.showModal();
}
