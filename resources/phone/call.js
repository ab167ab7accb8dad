/** Calls on the phone: being rung by the desk, calling in, and the call itself. One call at a time. */

import { openCamera, openDevices } from "./call/devices.js";
import { Peer } from "./call/peer.js";
import { Relay } from "./call/relay.js";
import { Screen } from "./call/screen.js";
import { wordsFor } from "./call/words.js";

const KINDS = ["ring", "accept", "refuse", "hang", "gone", "busy", "back", "sdp", "ice", "media", "recording", "mute"];
const BUZZ = [400, 200, 400, 1200];
const END_SHOWN_MS = 4_000;

class Calls {
  constructor(line, root) {
    this.line = line;
    this.root = root;
    this.forget();
    for (const kind of KINDS) line.on(kind, (message) => this.hear(message));
    line.on("binary", (data) => this.hearFrame(data));
    addEventListener("anlan:callin", ({ detail }) => this.callIn(detail?.about ?? ""));
    addEventListener("pagehide", () => { if (this.id && this.seat === "in") this.say({ t: "hang" }); });
  }

  forget() {
    clearInterval(this.bell);
    clearInterval(this.ticking);
    clearTimeout(this.closing);
    Object.assign(this, {
      id: "", seat: "none", facts: {}, peer: null, relay: null, media: null, taped: false, facing: "environment", muted: false, dark: false,
      cameras: 1, connected: "", began: 0, offers: [], trouble: "", heardFrames: 0,
    });
    this.words = wordsFor(document.documentElement.lang);
    this.screen = new Screen(this.root, this.words, {
      accept: () => this.accept(), refuse: (why) => this.refuse(why), hang: () => this.hang(), mute: () => this.mute(),
      camera: () => this.camera(), flip: () => this.flip(),
    });
  }

  say(message) {
    return this.line.send({ ...message, call: this.id });
  }

  // ── what comes ──

  hear(message) {
    if (message.t === "ring") return this.ring(message);
    if (message.t === "back") return this.back(message);
    if (!this.id || message.call !== this.id) return undefined;
    return {
      accept: () => this.begin(),
      refuse: () => this.over(this.words.declined),
      busy: () => this.over(this.words.busy_desk),
      hang: () => this.over(this.seat === "ringing" ? this.words.missed : this.words.ended),
      gone: () => this.over({ ringing: this.words.missed, waiting: this.words.no_answer }[this.seat] ?? this.words.ended),
      sdp: () => this.hearPeer(message),
      ice: () => this.hearPeer(message),
      media: () => this.hearMedia(message),
      recording: () => { this.taped = message.on; this.screen.recording(message.on); },
    }[message.t]?.();
  }

  async hearFrame(data) {
    const buffer = data instanceof Blob ? await data.arrayBuffer() : data;
    this.heardFrames += 1;
    this.relay?.take(new Uint8Array(buffer));
  }

  ring({ call, name, label, about, seconds }) {
    if (this.seat === "ended") this.leave();
    if (this.id && this.id !== call) return; // the gateway keeps one call a phone; this is the rule of last resort
    if (this.seat === "in") return;
    this.id = call;
    this.seat = "ringing";
    this.facts = { name, label, about };
    this.screen.ring(this.facts);
    this.buzz();
    clearTimeout(this.closing);
    this.closing = setTimeout(() => { if (this.seat === "ringing") this.over(this.words.missed); }, ((seconds ?? 30) + 5) * 1000);
  }

  /** The line is back. A page that lost the call with its memory offers the way into it. */
  back({ call, recording }) {
    if (this.id === call && this.seat === "in") {
      this.taped = recording;
      this.screen.recording(recording);
      return;
    }
    this.id = call;
    this.seat = "ringing";
    this.screen.notice(this.words.back, this.words.desk, [
      [this.words.hang, () => this.hang(), "bad"], [this.words.rejoin, () => this.accept(), "good"],
    ]);
  }

  // ── what the person does ──

  accept() {
    if (!this.say({ t: "accept" })) return;
    this.begin();
  }

  refuse(why) {
    this.say({ t: "refuse", why });
    this.leave();
  }

  hang() {
    this.say({ t: "hang" });
    if (this.seat === "in") this.over(this.words.ended);
    else this.leave();
  }

  /** Ring the desk. */
  callIn(about = "") {
    if (this.seat === "ended") this.leave();
    if (this.id) return false;
    this.id = randomId();
    if (!this.say({ t: "callin", about })) {
      this.over(this.words.no_answer);
      return false;
    }
    this.seat = "waiting";
    this.screen.notice(this.words.calling, this.words.calling_hint, [[this.words.hang, () => this.hang(), "bad"]]);
    return true;
  }

  /** Answered, one way or the other: the microphone first, then say that the desk may connect. */
  async begin() {
    const { id } = this;
    this.quiet();
    clearTimeout(this.closing);
    clearInterval(this.ticking);
    this.seat = "in";
    this.screen.call(this.facts.name);
    this.screen.recording(this.taped);
    this.screen.say(this.words.ask);
    this.media?.stream.getTracks().forEach((track) => track.stop());
    const media = await openDevices(this.facing);
    if (this.id !== id || this.seat !== "in") {
      for (const track of media.stream.getTracks()) track.stop();
      return;
    }
    this.media = media;
    this.trouble = media.audio ? (media.video ? "" : this.words.no_camera) : media.video ? this.words.no_mic : this.words.no_media;
    this.peer?.close();
    this.peer = new Peer({
      say: (message) => this.say(message),
      track: (track) => this.screen.take(track),
      changed: (state) => this.follow(state),
    });
    this.screen.showSelf(media.stream);
    this.screen.say(this.words.connecting);
    this.draw();
    this.say({ t: "media", state: "ready", audio: media.audio, video: media.video });
    for (const message of this.offers.splice(0)) this.peer.hear(message, media.stream);
    this.ticking = setInterval(() => this.tick(), 1000);
    this.keepAwake();
    const found = await navigator.mediaDevices.enumerateDevices();
    this.cameras = found.filter((one) => one.kind === "videoinput").length;
    this.draw();
  }

  hearPeer(message) {
    if (this.peer && this.media) this.peer.hear(message, this.media.stream);
    else if (this.seat === "in" && this.offers.length < 50) this.offers.push(message);
  }

  follow(state) {
    this.connected = state;
    if (state === "connected") {
      this.began ||= Date.now();
      this.closeRelay();
      this.say({ t: "media", state: "connected", audio: this.media.audio, video: this.media.video });
    }
    this.draw();
  }

  hearMedia({ state, audio }) {
    if (state === "fallback") this.openRelay(audio);
    else if (state === "connected") this.closeRelay();
    else if (state === "failed") this.failed = true;
    this.draw();
  }

  async openRelay(audio) {
    if (this.relay || !this.media) return;
    this.began ||= Date.now();
    this.relaySpeaks = audio && Relay.speaks && this.media.audio;
    this.relay = new Relay(
      (bytes) => { if (this.line.open) this.line.socket.send(bytes); },
      () => this.line.socket?.bufferedAmount ?? 0,
    );
    this.say({ t: "media", state: "fallback", audio: this.relaySpeaks, video: this.media.video });
    await this.relay.start(this.screen.self, this.relaySpeaks ? this.media.stream : new MediaStream());
  }

  closeRelay() {
    this.failed = false;
    this.relay?.close();
    this.relay = null;
  }

  mute() {
    this.muted = !this.muted;
    for (const track of this.media?.stream.getAudioTracks() ?? []) track.enabled = !this.muted;
    this.tellMute();
  }

  camera() {
    this.dark = !this.dark;
    for (const track of this.media?.stream.getVideoTracks() ?? []) track.enabled = !this.dark;
    this.tellMute();
  }

  tellMute() {
    this.say({ t: "mute", audio: this.muted, video: this.dark });
    this.draw();
  }

  /** The other camera; many phones open only one at a time, so the old one is let go first. */
  async flip() {
    if (!this.media || this.flipping) return;
    this.flipping = true;
    const { stream } = this.media;
    for (const old of stream.getVideoTracks()) {
      old.stop();
      stream.removeTrack(old);
    }
    const other = this.facing === "user" ? "environment" : "user";
    const track = await openCamera(other) ?? await openCamera(this.facing);
    this.flipping = false;
    if (!track) return;
    if (track.getSettings().facingMode !== this.facing) this.facing = other;
    track.enabled = !this.dark;
    stream.addTrack(track);
    await this.peer?.send("video", track);
    this.screen.showSelf(stream);
  }

  // ── the end ──

  over(text) {
    this.stop();
    this.seat = "ended";
    this.screen.notice(text, this.facts.name || this.words.desk, [[this.words.close, () => this.leave(), ""]]);
    this.closing = setTimeout(() => this.leave(), END_SHOWN_MS);
  }

  leave() {
    this.stop();
    this.screen.clear();
    this.forget();
  }

  stop() {
    this.quiet();
    clearInterval(this.ticking);
    clearTimeout(this.closing);
    this.closeRelay();
    this.peer?.close();
    for (const track of this.media?.stream.getTracks() ?? []) track.stop();
    this.peer = this.media = null;
    this.offers = [];
    this.awake?.release();
    this.awake = null;
    this.taped = false;
    this.id = "";
  }

  // ── the screen ──

  draw() {
    if (this.seat !== "in" || this.screen.made !== "call") return;
    this.screen.toggles({ muted: this.muted, dark: this.dark, cameras: this.cameras });
    const { words } = this;
    let text = this.trouble;
    if (this.relay) text = this.failed ? words.failed : this.relaySpeaks ? words.relay : words.relay_mute;
    else if (!this.line.open) text = words.lost;
    else if (this.connected === "disconnected" || this.connected === "failed") text = words.lost;
    else if (this.connected !== "connected" && this.media) text = words.connecting;
    this.screen.say(text);
  }

  tick() {
    if (this.seat !== "in") return;
    const seconds = this.began ? Math.floor((Date.now() - this.began) / 1000) : 0;
    const two = (number) => String(number).padStart(2, "0");
    this.screen.clock.textContent = this.began ? `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}` : "";
    this.draw();
  }

  buzz() {
    clearInterval(this.bell);
    const sound = () => {
      navigator.vibrate?.(BUZZ);
      this.tone();
    };
    sound();
    this.bell = setInterval(sound, BUZZ.reduce((sum, part) => sum + part, 0));
  }

  /** Two short tones; a browser that was never touched stays silent, the buzz and the screen remain. */
  tone() {
    this.bells ??= new AudioContext();
    if (this.bells.state !== "running") return;
    for (const [at, hertz] of [[0, 880], [0.25, 660]]) {
      const tone = new OscillatorNode(this.bells, { frequency: hertz });
      const gain = new GainNode(this.bells, { gain: 0.15 });
      tone.connect(gain).connect(this.bells.destination);
      tone.start(this.bells.currentTime + at);
      tone.stop(this.bells.currentTime + at + 0.2);
    }
  }

  quiet() {
    clearInterval(this.bell);
    navigator.vibrate?.(0);
    this.bells?.close();
    this.bells = null;
  }

  async keepAwake() {
    try {
      this.awake = await navigator.wakeLock?.request("screen");
    } catch (error) {
      console.warn(`wake lock: ${error.name}`); // the screen may go dark, the call goes on
    }
  }

  async stats() {
    const counted = await this.peer?.stats();
    return {
      call: this.id, seat: this.seat, peer: counted ?? null, relayed: this.relay?.encoded ?? 0, relayedSounds: this.relay?.sounds ?? 0,
      relayHeard: this.relay?.heard ?? 0, recording: this.taped,
    };
  }
}

function randomId() {
  return crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Hear calls on this line and show them in `root`. */
export function startCalls(line, root) {
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("call.css", import.meta.url).pathname });
  if (!document.querySelector('link[href$="call.css"]')) document.head.append(style);
  const calls = new Calls(line, root);
  window.anlanCall = { stats: () => calls.stats(), callIn: (about) => calls.callIn(about) };
  return { callIn: (about) => calls.callIn(about), get busy() { return Boolean(calls.id); } };
}
