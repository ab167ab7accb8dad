/** The connection to one phone. The desk always offers; when media does not connect in time the line carries it. */

const PATIENCE_MS = 6_000;
const AGAIN_MS = 10_000;
const MOST_BITS = 700_000;

let attempts = Math.floor(Date.now() / 1000) % 500_000;

export class Peer {
  /** `hooks`: say(message), changed(peer), track(peer, track, stream). */
  constructor(device, hooks) {
    this.device = device;
    this.hooks = hooks;
    this.state = "waiting"; // for the phone's camera and microphone
    this.attempt = 0;
    this.pc = null;
    this.early = [];
    this.stream = new MediaStream();
    this.phoneMedia = { audio: true, video: true };
    this.phoneMuted = { audio: false, video: false };
    this.sender = { audio: null, video: null };
    this.half = false;
    this.limiting = Promise.resolve();
  }

  /** The phone is ready: make a new connection and offer it. */
  async start(audio, video) {
    this.stop();
    this.attempt = ++attempts;
    const pc = new RTCPeerConnection({ iceServers: [], bundlePolicy: "max-bundle" });
    this.pc = pc;
    this.stream = new MediaStream();
    if (this.state !== "fallback") this.set("connecting");
    pc.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate) this.say({ t: "ice", candidate: candidate.toJSON(), attempt: this.attempt });
    };
    pc.ontrack = ({ track }) => {
      for (const old of this.stream.getTracks()) if (old.kind === track.kind) this.stream.removeTrack(old);
      this.stream.addTrack(track);
      this.hooks.track(this, track);
    };
    pc.onconnectionstatechange = () => this.follow(pc);
    const options = { direction: "sendrecv", streams: [new MediaStream()] };
    this.sender.audio = pc.addTransceiver(audio ?? "audio", options).sender;
    const picture = pc.addTransceiver(video ?? "video", options);
    preferVp8(picture);
    this.sender.video = picture.sender;
    await this.offer(pc, {});
    this.patience = setTimeout(() => this.fallBack(), PATIENCE_MS);
  }

  async offer(pc, options) {
    await pc.setLocalDescription(await pc.createOffer(options));
    if (this.pc === pc) this.say({ t: "sdp", sdp: pc.localDescription.toJSON(), attempt: this.attempt });
  }

  async hearSdp({ sdp, attempt }) {
    if (attempt !== this.attempt || sdp.type !== "answer" || this.pc?.signalingState !== "have-local-offer") return;
    await this.pc.setRemoteDescription(sdp);
    for (const candidate of this.early.splice(0)) await this.addCandidate(candidate);
  }

  async hearIce({ candidate, attempt }) {
    if (attempt !== this.attempt || !this.pc) return;
    if (this.pc.remoteDescription) await this.addCandidate(candidate);
    else this.early.push(candidate);
  }

  async addCandidate(candidate) {
    try {
      await this.pc.addIceCandidate(candidate);
    } catch (error) {
      console.warn(`candidate refused: ${error.message}`);
    }
  }

  follow(pc) {
    if (this.pc !== pc) return;
    clearTimeout(this.patience);
    const state = pc.connectionState;
    if (state === "connected") {
      clearInterval(this.again);
      this.set("connected");
      this.limit();
    } else if (state === "failed") {
      this.fallBack();
    } else if (this.state !== "fallback") {
      this.patience = setTimeout(() => this.fallBack(), PATIENCE_MS);
      if (state === "disconnected") this.offer(pc, { iceRestart: true });
    }
  }

  /** Ask the phone for its picture over the line, and go on trying the direct way. */
  fallBack() {
    clearTimeout(this.patience);
    if (!this.pc || this.pc.connectionState === "connected") return;
    this.set("fallback");
    clearInterval(this.again);
    this.again = setInterval(() => {
      if (this.pc?.signalingState === "stable") this.offer(this.pc, { iceRestart: true });
      else if (this.pc) this.hooks.restart(this);
    }, AGAIN_MS);
  }

  set(state) {
    if (this.state === state) return;
    this.state = state;
    this.hooks.changed(this);
  }

  say(message) {
    this.hooks.say({ ...message, to: this.device });
  }

  async send(kind, track) {
    const sender = this.sender[kind];
    if (sender && this.pc && sender.track !== track) await sender.replaceTrack(track);
  }

  /** Keep the rate to the phone modest; a group's pictures are sent at half the size. One change at a time. */
  limit(half = this.half) {
    this.half = half;
    this.limiting = this.limiting.then(() => this.setLimit()).catch(({ message }) => console.warn(`rate: ${message}`));
    return this.limiting;
  }

  async setLimit() {
    const sender = this.sender.video;
    if (!sender || this.pc?.connectionState !== "connected") return;
    const parameters = sender.getParameters();
    if (!parameters.encodings?.length) return;
    const wanted = { maxBitrate: this.half ? MOST_BITS / 2 : MOST_BITS, maxFramerate: 15, scaleResolutionDownBy: this.half ? 2 : 1 };
    Object.assign(parameters.encodings[0], wanted);
    await sender.setParameters(parameters);
  }

  /** Frames and bytes both ways as the engine counts them. */
  async stats() {
    const made = { state: this.state, decoded: 0, encoded: 0, width: 0, height: 0, rttMs: null, lost: 0, remote: "" };
    const report = this.pc ? await this.pc.getStats() : new Map();
    for (const one of report.values()) {
      if (one.type === "inbound-rtp" && one.kind === "video") {
        Object.assign(made, { decoded: one.framesDecoded ?? 0, width: one.frameWidth ?? 0, height: one.frameHeight ?? 0, lost: one.packetsLost ?? 0 });
      } else if (one.type === "outbound-rtp" && one.kind === "video") {
        made.encoded = one.framesEncoded ?? 0;
      } else if (one.type === "inbound-rtp" && one.kind === "audio") {
        made.audioPackets = one.packetsReceived ?? 0;
      } else if (one.type === "candidate-pair" && one.nominated && one.state === "succeeded") {
        made.rttMs = Math.round((one.currentRoundTripTime ?? 0) * 1000);
        const remote = report.get(one.remoteCandidateId);
        made.remote = remote ? `${remote.address ?? remote.ip}:${remote.port} ${remote.candidateType}` : "";
      }
    }
    return made;
  }

  stop() {
    clearTimeout(this.patience);
    clearInterval(this.again);
    const pc = this.pc;
    this.pc = null;
    this.early = [];
    if (pc) {
      pc.onconnectionstatechange = pc.ontrack = pc.onicecandidate = null;
      pc.close();
    }
  }
}

function preferVp8(transceiver) {
  const all = RTCRtpReceiver.getCapabilities("video").codecs;
  const first = all.filter((codec) => codec.mimeType === "video/VP8");
  transceiver.setCodecPreferences([...first, ...all.filter((codec) => !first.includes(codec))]);
}
