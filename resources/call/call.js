/** The desk's side of a video call. The desk tells verbs over its channel; what happens is said back to it. */

import { ownDevices } from "./devices.js";
import { Line } from "./line.js";
import { Member } from "./member.js";
import { Mixer } from "./mixer.js";
import { snapshot, Tape } from "./tape.js";

const GROUP_OF_SMALL_PICTURES = 2;

class Call {
  constructor() {
    this.room = document.getElementById("stage");
    this.empty = document.getElementById("empty");
    this.mark = document.getElementById("mark");
    this.words = {};
    this.id = "";
    this.facts = { name: "", label: "", about: "" };
    this.members = new Map();
    this.chosen = "";
    this.own = null;
    this.muted = { audio: false, video: false };
    this.clockAt = { desk: Date.now(), here: performance.now(), speed: 1 };
    this.realm = "";
    this.asked = null;
    this.acting = Promise.resolve();
    this.line = new Line({
      heard: (message) => this.hear(message),
      heardFrame: (device, bytes) => this.members.get(device)?.relay?.take(bytes),
      changed: (up) => this.tell({ kind: "line", up }),
    });
    this.tape = new Tape({
      picture: () => this.shown(),
      clock: () => this.time(),
      chunk: (serial, data, last) => this.tell({ kind: "chunk", serial, data, last }),
      failed: (code) => { this.record(false); this.tell({ kind: "trouble", code: `recorder_${code}` }); },
    });
    setInterval(() => { for (const member of this.members.values()) member.beat(); }, 1000);
    this.verbs = {
      line: (key) => this.line.open(key),
      words: (words) => { this.words = words; this.draw(); },
      look: (colours) => { for (const [name, value] of Object.entries(colours)) document.documentElement.style.setProperty(`--${name}`, value); },
      clock: (desk, speed, realm) => { this.clockAt = { desk, here: performance.now(), speed }; this.realm = realm; },
      open: (facts) => this.open(facts),
      ring: (device) => this.ring(device),
      accept: (device) => this.say({ t: "accept", to: device }),
      drop: (device) => this.say({ t: "hang", to: device }, () => this.members.get(device)?.sit("left")),
      end: () => this.end(),
      choose: (device) => this.choose(device),
      mute: (audio, video) => this.mute(audio, video),
      snap: () => this.snap(),
      record: (on) => this.record(on),
    };
  }

  // ── the desk ──

  /** Verbs act one after another: opening a call waits until the one before is put away. */
  take(batch) {
    for (const said of batch) {
      const [verb, ...values] = JSON.parse(said);
      this.acting = this.acting.then(() => this.verbs[verb]?.(...values)).catch(({ message }) => this.tell({ kind: "trouble", code: `${verb} ${message}` }));
    }
  }

  tell(value) {
    if (this.desk) this.desk.said(JSON.stringify(value));
  }

  /** Open a call, or show one that goes on to more people. */
  async open({ call, name, label, about, members, headset }) {
    if (call !== this.id) await this.end(false);
    this.id = call;
    this.facts = { name, label, about };
    this.mixer ??= new Mixer();
    this.asked ??= this.askDevices(headset);
    for (const facts of members) {
      if (!this.members.has(facts.device)) this.members.set(facts.device, new Member(this, facts));
    }
    if (!this.members.has(this.chosen)) this.choose(members[0]?.device ?? "");
    this.draw();
  }

  async askDevices(headset) {
    this.own = await ownDevices(headset);
    this.mixer?.setOwn(this.own.stream);
    this.mute(this.muted.audio, this.muted.video);
    this.tell({ kind: "local", audio: this.own.audio, video: this.own.video, why: this.own.why });
    this.spread();
  }

  ring(device) {
    this.members.get(device)?.sit("ringing");
    this.say({ t: "ring", to: device, ...this.facts });
  }

  say(message, then = null) {
    if (!this.id) return;
    this.line.say({ ...message, call: this.id });
    then?.();
  }

  mute(audio, video) {
    this.muted = { audio, video };
    this.mixer?.mute(audio);
    for (const track of this.own?.stream.getVideoTracks() ?? []) track.enabled = !video;
    for (const member of this.members.values()) if (member.seat === "joined") this.say({ t: "mute", to: member.device, audio, video });
  }

  choose(device) {
    if (device && !this.members.has(device)) return;
    this.chosen = device;
    for (const member of this.members.values()) member.tile.root.classList.toggle("chosen", member.device === device);
    this.tell({ kind: "chosen", device });
    this.spread();
  }

  async snap() {
    const { element, device } = this.shown();
    this.tell({ kind: "snapshot", device, data: await snapshot(element) });
  }

  record(on) {
    if (on === this.tape.running) return;
    if (on) this.tape.start(this.mixer.tape.stream);
    else this.tape.stop();
    this.say({ t: "recording", on });
    this.mark.hidden = !on;
  }

  async end(hang = true) {
    this.tape.stop();
    this.mark.hidden = true;
    if (hang) this.say({ t: "hang" });
    for (const member of this.members.values()) member.remove();
    this.members.clear();
    for (const track of this.own?.stream.getTracks() ?? []) track.stop();
    const mixer = this.mixer;
    this.own = this.asked = this.mixer = null;
    this.id = this.chosen = "";
    await mixer?.close();
  }

  // ── the phones ──

  hear(message) {
    if (message.t === "state") {
      this.restore(message.calls);
      return;
    }
    const member = message.call === this.id ? this.members.get(message.from) : null;
    if (!member) return;
    const act = {
      ringing: () => member.sit(message.reached ? "ringing" : "offline"),
      accept: () => { member.away = false; member.peer.state = "waiting"; member.sit("joined"); },
      refuse: () => member.sit("refused", message.why),
      busy: () => member.sit("refused", "busy"),
      missed: () => member.sit("missed"),
      hang: () => member.sit("left"),
      gone: () => member.sit("left", "lost"),
      away: () => { member.away = true; },
      media: () => this.hearMedia(member, message),
      mute: () => { member.peer.phoneMuted = { audio: message.audio, video: message.video }; this.tell({ kind: "muted", device: member.device, audio: message.audio, video: message.video }); member.draw(); },
      sdp: () => member.peer.hearSdp(message),
      ice: () => member.peer.hearIce(message),
    }[message.t];
    act?.();
  }

  hearMedia(member, { state, audio, video }) {
    if (state !== "ready") return;
    member.peer.phoneMedia = { audio, video };
    member.connect();
  }

  /** The page is new, the call is not: phones that are in it are connected again. */
  restore(calls) {
    const known = calls.find((one) => one.call === this.id);
    if (!known) return;
    for (const [device, seat] of Object.entries(known.seats)) {
      const member = this.members.get(device);
      if (!member || seat !== "joined" || member.peer.pc) continue;
      member.sit("joined");
      member.connect();
    }
  }

  // ── pictures ──

  /** What a phone sees: the chosen speaker; the speaker himself sees the desk, or the next of the others. */
  pictureFor(device) {
    const own = this.muted.video ? null : this.own?.stream.getVideoTracks()[0] ?? null;
    const joined = [...this.members.values()].filter((one) => one.seat === "joined" && one.device !== device);
    const speaker = joined.find((one) => one.device === this.chosen);
    if (speaker && this.joined > 1) return speaker.track() ?? own;
    return own ?? joined[0]?.track() ?? null;
  }

  get joined() {
    return [...this.members.values()].filter((one) => one.seat === "joined").length;
  }

  /** Send everybody what he is to see now. */
  spread() {
    const half = this.joined > GROUP_OF_SMALL_PICTURES;
    for (const member of this.members.values()) {
      if (member.seat !== "joined" || !member.peer.pc) continue;
      member.peer.send("video", this.pictureFor(member.device)).catch((error) => console.warn(error.message));
      member.peer.limit(half);
    }
  }

  shown() {
    const member = this.members.get(this.chosen);
    return { element: member?.tile.picture ?? null, name: member?.tile.name ?? "", device: this.chosen };
  }

  time() {
    const { desk, here, speed } = this.clockAt;
    const at = new Date(desk + (performance.now() - here) * speed);
    return `${this.realm} ${at.toLocaleString("sv", { timeZone: "Asia/Shanghai" })}`.trim();
  }

  draw() {
    for (const member of this.members.values()) member.draw();
    this.mark.textContent = `● ${this.words.recording ?? ""}`;
    this.empty.textContent = this.members.size ? "" : this.words.empty ?? "";
  }

  async stats() {
    const made = {};
    for (const member of this.members.values()) {
      made[member.device] = {
        ...await member.peer.stats(), seat: member.seat, relayed: member.relay?.decoded ?? 0, relayedSounds: member.relay?.sounds ?? 0,
        shown: member.tile.shownFrames(),
      };
    }
    return { line: this.line.up, own: this.own && { audio: this.own.audio, video: this.own.video }, sound: this.mixer?.context.state ?? "", phones: made };
  }
}

const call = new Call();
window.anlanCall = { stats: () => call.stats(), take: (batch) => call.take(batch) };
addEventListener("error", ({ message }) => call.tell({ kind: "trouble", code: `script ${message}`.slice(0, 200) }));
addEventListener("unhandledrejection", ({ reason }) => call.tell({ kind: "trouble", code: `script ${reason?.message ?? reason}`.slice(0, 200) }));
if (window.qt) {
  new QWebChannel(window.qt.webChannelTransport, (channel) => {
    call.desk = channel.objects.desk;
    call.desk.told.connect((_serial, batch) => call.take(batch));
    call.desk.ready();
  });
}
