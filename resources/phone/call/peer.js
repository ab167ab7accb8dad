/** The phone's end of the connection: it answers the desk's offers, each attempt with a new connection. */

export class Peer {
  /** `say(message)` goes to the desk; `track(track)` hands over what comes; `changed(state)` follows the connection. */
  constructor({ say, track, changed }) {
    this.say = say;
    this.track = track;
    this.changed = changed;
    this.attempt = -1;
    this.pc = null;
    this.early = [];
    this.queue = Promise.resolve();
  }

  /** Offers and candidates are taken one after another. */
  hear(message, stream) {
    this.queue = this.queue.then(() => this.take(message, stream)).catch((error) => console.warn(`peer: ${error.message}`));
    return this.queue;
  }

  async take({ t, sdp, candidate, attempt }, stream) {
    if (t === "ice") {
      if (attempt !== this.attempt || !this.pc?.remoteDescription) this.early = [...this.early.slice(-100), { candidate, attempt }];
      else await this.pc.addIceCandidate(candidate);
      return;
    }
    if (sdp.type !== "offer" || attempt < this.attempt) return;
    if (attempt > this.attempt || !this.pc) this.renew(attempt);
    const pc = this.pc;
    await pc.setRemoteDescription(sdp);
    for (const transceiver of pc.getTransceivers()) {
      const own = stream.getTracks().find((one) => one.kind === transceiver.receiver.track.kind) ?? null;
      transceiver.direction = "sendrecv";
      if (transceiver.sender.track !== own) await transceiver.sender.replaceTrack(own);
    }
    await pc.setLocalDescription(await pc.createAnswer());
    this.say({ t: "sdp", sdp: pc.localDescription.toJSON(), attempt });
    const early = this.early.filter((one) => one.attempt === attempt);
    this.early = [];
    for (const one of early) await pc.addIceCandidate(one.candidate);
  }

  renew(attempt) {
    this.close();
    this.attempt = attempt;
    const pc = new RTCPeerConnection({ iceServers: [], bundlePolicy: "max-bundle" });
    this.pc = pc;
    pc.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate) this.say({ t: "ice", candidate: candidate.toJSON(), attempt });
    };
    pc.ontrack = ({ track }) => this.track(track);
    pc.onconnectionstatechange = () => { if (this.pc === pc) this.changed(pc.connectionState); };
  }

  async send(kind, track) {
    const sender = this.pc?.getTransceivers().find((one) => one.receiver.track.kind === kind)?.sender;
    if (sender) await sender.replaceTrack(track);
  }

  async stats() {
    const made = { state: this.pc?.connectionState ?? "none", decoded: 0, encoded: 0, audioPackets: 0, remote: "" };
    const report = this.pc ? await this.pc.getStats() : new Map();
    for (const one of report.values()) {
      if (one.type === "inbound-rtp" && one.kind === "video") made.decoded = one.framesDecoded ?? 0;
      else if (one.type === "outbound-rtp" && one.kind === "video") made.encoded = one.framesEncoded ?? 0;
      else if (one.type === "inbound-rtp" && one.kind === "audio") made.audioPackets = one.packetsReceived ?? 0;
      else if (one.type === "candidate-pair" && one.nominated && one.state === "succeeded") {
        const remote = report.get(one.remoteCandidateId);
        made.remote = remote ? `${remote.address ?? remote.ip}:${remote.port} ${remote.candidateType}` : "";
      }
    }
    return made;
  }

  close() {
    const pc = this.pc;
    this.pc = null;
    if (!pc) return;
    pc.onicecandidate = pc.ontrack = pc.onconnectionstatechange = null;
    pc.close();
  }
}
