/** A short video: recorded in the page with a countdown, or by the phone's own camera; refused in words when too much. */

import { button, fill, h } from "./dom.js";

export const LONGEST_S = 30;
export const MOST_BYTES = 20_000_000;
const SLACK_S = 1; // a recorder stops a little late
const ENOUGH_BYTES = 19_000_000; // a recording ends before it grows too large to be sent
const RATES = { videoBitsPerSecond: 1_500_000, audioBitsPerSecond: 32_000 };
const TYPES = ["video/webm;codecs=vp8,opus", "video/webm", "video/mp4"];
const PICTURE = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 20, max: 30 }, facingMode: { ideal: "environment" } };
const LOOK_MS = 4000;

/** Whether this is a video: those go out after all else, so that no large file holds up a report. */
export function isClip(blob) {
  return blob.type.startsWith("video/");
}

/** The files of a draft, parted into what goes with the message and the videos that follow it. */
export async function parted(db, ids) {
  const files = (await Promise.all(ids.map((id) => db.get("files", id)))).filter(Boolean);
  const named = (kept) => kept.map((file) => file.id);
  return { files: named(files.filter((file) => !isClip(file.blob))), clips: named(files.filter((file) => isClip(file.blob))) };
}

/** What a file lacks to be sent, in words, or "" when it may go; `seconds` as its player tells, 0 when it cannot. */
export function objection(t, { type, size }, seconds) {
  if (!type.startsWith("video/")) return t("这不是视频");
  if (size > MOST_BYTES) return t("视频太大：{n} MB，最多 20 MB，请拍短些", { n: Math.ceil(size / 1e6) });
  if (seconds > LONGEST_S + SLACK_S) return t("视频太长：{n} 秒，最多 30 秒，请拍短些", { n: Math.ceil(seconds) });
  return /^video\/(webm|mp4|quicktime)/.test(type) ? "" : t("这种视频指挥部放不了，请用“录像”在这里录");
}

/** How long a video says it is, 0 when this phone cannot tell. */
export function lengthOf(file) {
  return new Promise((resolve) => {
    const url = URL.createObjectURL(file);
    const video = h("video", { preload: "metadata", src: url });
    const tell = (seconds) => {
      clearTimeout(timer);
      URL.revokeObjectURL(url);
      resolve(Number.isFinite(seconds) ? seconds : 0);
    };
    const timer = setTimeout(tell, LOOK_MS, 0);
    video.onloadedmetadata = () => tell(video.duration);
    video.onerror = () => tell(0);
  });
}

/** A video from the phone's own camera or gallery, as it may be sent; null after saying why it may not. */
export async function taken(app, file) {
  const said = objection(app.t, file, isClip(file) && file.size <= MOST_BYTES ? await lengthOf(file) : 0);
  if (said) {
    app.say(said, "bad");
    return null;
  }
  // iPhones call the same boxes by another name, which the desk does not take
  return file.type.startsWith("video/quicktime") ? new Blob([file], { type: "video/mp4" }) : file;
}

/** Open the recorder over the screen. `keep(blob)` hears of what was recorded; returns how to close it unasked. */
export function recordClip(app, keep, byCamera) {
  const { t } = app;
  const view = h("video", { autoplay: true, playsinline: true });
  view.muted = true;
  const left = h("b", { class: "left", role: "timer" }, LONGEST_S);
  const said = h("p", null, t("正在打开相机…"));
  const acts = h("div", { class: "acts" });
  const dialog = h("dialog", { class: "recorder", oncancel: (event) => { event.preventDefault(); end(false); }, onclose: () => dialog.remove() },
    h("div", { class: "stage" }, view, left), said, acts);
  let stream = null;
  let recorder = null;
  let clock = 0;
  let over = false;
  let wanted = true;
  document.body.append(dialog);
  dialog.showModal();
  fill(acts, giveUp());
  document.addEventListener("visibilitychange", hidden);
  begin();
  return () => end(false);

  async function begin() {
    try {
      stream = await look();
    } catch {
      fail(t("相机打不开：请在浏览器设置里允许，或改用手机自带相机"));
      return;
    }
    if (over) {
      shut();
      return;
    }
    view.srcObject = stream;
    record();
  }

  function record() {
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    const pieces = [];
    let size = 0;
    try {
      recorder = new MediaRecorder(stream, { ...RATES, ...(mimeType ? { mimeType } : {}) });
    } catch {
      fail(t("这部手机不能在这里录像，请改用手机自带相机"));
      return;
    }
    recorder.ondataavailable = ({ data }) => {
      pieces.push(data);
      size += data.size;
      if (size > ENOUGH_BYTES) end(true);
    };
    recorder.onstop = () => {
      const blob = new Blob(pieces, { type: recorder.mimeType });
      recorder = null;
      end(true);
      if (wanted && blob.size) keep(blob);
    };
    for (const track of stream.getTracks()) track.addEventListener("ended", () => end(true)); // a call took the camera
    const until = Date.now() + LONGEST_S * 1000;
    recorder.start(1000);
    dialog.dataset.live = "";
    clock = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      left.textContent = String(seconds);
      if (!seconds) end(true);
    }, 200);
    fill(said, stream.getAudioTracks().length ? t("正在录像，到 0 自动停") : t("正在录像（没有声音），到 0 自动停"));
    fill(acts, giveUp(), button(t("录好了"), () => end(true), { kind: "danger", "data-act": "stop" }));
  }

  function fail(words) {
    fill(said, words);
    fill(acts, giveUp(), button(t("用手机相机"), () => { end(false); byCamera(); }, { kind: "primary", "data-act": "native" }));
    shut();
  }

  function giveUp() {
    return button(t("不要了"), () => end(false), { kind: "quiet", "data-act": "discard" });
  }

  function hidden() {
    if (document.visibilityState === "hidden") end(true); // what was seen so far is worth keeping
  }

  function end(kept) {
    if (recorder && recorder.state !== "inactive") {
      wanted = kept;
      recorder.stop(); // comes back here when the last piece is there
      return;
    }
    if (over) return;
    over = true;
    document.removeEventListener("visibilitychange", hidden);
    shut();
    dialog.close();
  }

  function shut() {
    clearInterval(clock);
    for (const track of stream?.getTracks() ?? []) track.stop();
    view.srcObject = null;
  }
}

/** Picture and sound, or the picture alone where the microphone is refused. */
async function look() {
  const { mediaDevices } = navigator;
  if (!mediaDevices || !window.MediaRecorder) throw new Error("no recorder");
  try {
    return await mediaDevices.getUserMedia({ video: PICTURE, audio: true });
  } catch {
    return mediaDevices.getUserMedia({ video: PICTURE });
  }
}
