/** One phone of the call: its seat, its connection, its picture. */

import { Peer } from "./peer.js";
import { Relay } from "./relay.js";
import { Tile } from "./tile.js";

const NOTHING_CAME_MS = 8_000;

export class Member {
  constructor(call, { device, name, post }) {
    this.call = call;
    this.device = device;
    this.seat = "ringing";
    this.why = "";
    this.away = false;
    this.relay = null;
    this.mutedHere = { audio: false, video: false };
    this.tile = new Tile(call.room, device, name, post, (chosen) => call.choose(chosen));
    this.peer = new Peer(device, {
      say: (message) => call.say(message),
      changed: () => this.follow(),
      track: (_peer, track) => this.takeTrack(track),
      restart: () => this.connect(),
    });
    this.draw();
  }

  sit(seat, why = "") {
    this.seat = seat;
    this.why = why;
    if (seat !== "joined") this.disconnect();
    this.call.tell({ kind: "seat", device: this.device, seat, why });
    this.draw();
  }

  connect() {
    const heard = this.call.mixer.add(this.device);
    return this.peer.start(heard, this.call.pictureFor(this.device));
  }

  disconnect() {
    this.peer.stop();
    this.peer.state = "waiting";
    this.closeRelay();
    this.call.mixer.remove(this.device);
    this.tile.playSound(null);
    this.tile.video.srcObject = null;
  }

  takeTrack(track) {
    if (track.kind === "video") {
      if (!this.relay) this.tile.showStream(new MediaStream([track]));
    } else {
      this.tile.playSound(track);
      this.call.mixer.hear(this.device, new MediaStream([track]));
    }
  }

  /** The state of the connection changed. */
  follow() {
    const { state } = this.peer;
    if (state === "fallback") this.openRelay();
    else if (state === "connected") {
      this.closeRelay();
      const video = this.peer.stream.getVideoTracks()[0];
      if (video) this.tile.showStream(new MediaStream([video]));
      this.call.say({ t: "media", to: this.device, state: "connected" });
    }
    this.tellMedia(state);
    this.call.spread();
    this.draw();
  }

  openRelay() {
    if (this.relay) return;
    const audio = "AudioDecoder" in window;
    this.call.say({ t: "media", to: this.device, state: "fallback", audio, video: true });
    this.call.mixer.add(this.device);
    this.relay = new Relay(this.device, this.call.mixer, (frame) => this.call.line.sayFrame(this.device, frame), () => this.sawRelay());
    this.nothing = setTimeout(() => {
      if (this.relay && !this.relay.decoded && !this.relay.sounds) {
        this.call.say({ t: "media", to: this.device, state: "failed" });
        this.tellMedia("failed");
        this.draw();
      }
    }, NOTHING_CAME_MS);
  }

  sawRelay() {
    if (!this.relay) return;
    if (this.relay.decoded) this.tile.showCanvas(this.relay.canvas);
    if (this.media === "failed") this.call.say({ t: "media", to: this.device, state: "fallback", audio: this.relay.sounds > 0, video: true });
    this.tellMedia("fallback");
    this.call.spread();
    this.draw();
  }

  closeRelay() {
    clearTimeout(this.nothing);
    this.relay?.close();
    this.relay = null;
  }

  tellMedia(state) {
    this.media = state;
    const { audio, video } = this.peer.phoneMedia;
    const sound = this.relay ? this.relay.sounds > 0 : audio;
    this.call.tell({ kind: "media", device: this.device, state, audio: sound, video });
  }

  /** The track to be shown to others: from WebRTC, or drawn from the relay. */
  track() {
    if (this.relay) {
      this.relay.stream ??= this.relay.canvas.captureStream(15);
      return this.relay.stream.getVideoTracks()[0];
    }
    const track = this.peer.stream.getVideoTracks()[0];
    return track?.readyState === "live" ? track : null;
  }

  /** Once a second. */
  beat() {
    if (this.seat !== "joined") return;
    const frames = this.relay ? this.relay.decoded : this.tile.shownFrames();
    const stalled = this.tile.count(frames);
    if (stalled || this.wasStalled) this.draw();
    this.wasStalled = stalled;
  }

  draw() {
    const words = this.call.words;
    const { phoneMedia, phoneMuted, state } = this.peer;
    const badge = this.relay ? (this.relay.sounds ? words.relayed : words.relayed_mute) : phoneMuted.audio || !phoneMedia.audio ? words.silent : "";
    let notice = "";
    if (this.seat !== "joined") notice = words[`${this.seat}_${this.why}`] ?? words[this.seat] ?? "";
    else if (this.media === "failed") notice = words.failed;
    else if (state === "waiting") notice = words.waiting;
    else if (state === "connecting" || (this.relay && !this.relay.decoded)) notice = words.connecting;
    else if (phoneMuted.video || !phoneMedia.video) notice = words.no_picture;
    else if (this.tile.stalled >= 4) notice = (words.stalled ?? "").replace("{0}", String(this.tile.stalled));
    this.tile.root.dataset.seat = this.seat;
    this.tile.root.classList.toggle("dim", Boolean(notice));
    this.tile.say(notice ?? "", badge ?? "");
  }

  remove() {
    this.disconnect();
    this.tile.remove();
  }
}
