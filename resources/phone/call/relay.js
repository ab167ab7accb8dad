/** Media over the line, where nothing direct connects: VP8 and opus by WebCodecs, pictures alone as JPEG without it. */

import { JPEG, OPUS, packed, Unpacker, VP8 } from "./frames.js";

const FRAME_MS = 100;
const STILL_MS = 250;
const KEY_EVERY = 30;
const MOST_BUFFERED = 150_000;
const BITS = 350_000;
const OPUS_SETTINGS = { codec: "opus", sampleRate: 48_000, numberOfChannels: 1 };
const DELAY_S = 0.08;
const MOST_DELAY_S = 0.6;

export class Relay {
  /** `send(bytes)` puts a frame on the line; `buffered()` tells how much of earlier ones has not left yet. */
  constructor(send, buffered) {
    this.send = send;
    this.buffered = buffered;
    this.encoded = 0;
    this.sounds = 0;
    this.heard = 0;
    this.unpacker = new Unpacker();
    this.next = 0;
    this.began = performance.now();
    this.canvas = document.createElement("canvas");
    this.pen = this.canvas.getContext("2d", { alpha: false });
  }

  /** Whether sound goes too. */
  static get speaks() {
    return "AudioEncoder" in window && "AudioWorkletNode" in window;
  }

  async start(video, stream) {
    this.source = video;
    if ("VideoEncoder" in window) await this.openEncoder();
    this.beat = setInterval(() => this.sendPicture(), this.encoder ? FRAME_MS : STILL_MS);
    this.context = new AudioContext({ sampleRate: 48_000 });
    if (Relay.speaks && stream.getAudioTracks().length) await this.speak(stream);
  }

  async openEncoder() {
    const settings = { codec: "vp8", width: 480, height: 360, bitrate: BITS, framerate: 1000 / FRAME_MS, latencyMode: "realtime" };
    const { supported } = await VideoEncoder.isConfigSupported(settings).catch(() => ({ supported: false }));
    if (!supported || this.closed) return;
    this.encoder = new VideoEncoder({
      output: (chunk) => {
        const bytes = new Uint8Array(chunk.byteLength);
        chunk.copyTo(bytes);
        this.put(VP8, chunk.type === "key", chunk.timestamp / 1000, bytes);
        this.encoded += 1;
      },
      error: (error) => { console.warn(error.message); this.encoder = null; },
    });
    this.encoder.configure(settings);
    this.settings = settings;
  }

  async sendPicture() {
    const { videoWidth: width, videoHeight: height } = this.source;
    if (!width || this.buffered() > MOST_BUFFERED) {
      this.wantKey = true; // what was left out cannot be built on
      return;
    }
    const scale = Math.min(1, 480 / Math.max(width, height));
    const [w, h] = [Math.round((width * scale) / 2) * 2, Math.round((height * scale) / 2) * 2];
    if (this.canvas.width !== w || this.canvas.height !== h) {
      Object.assign(this.canvas, { width: w, height: h });
      if (this.encoder) this.encoder.configure(this.settings = { ...this.settings, width: w, height: h });
      this.wantKey = true;
    }
    this.pen.drawImage(this.source, 0, 0, w, h);
    const timeMs = performance.now() - this.began;
    if (this.encoder) {
      if (this.encoder.encodeQueueSize > 2) return;
      const frame = new VideoFrame(this.canvas, { timestamp: Math.round(timeMs * 1000) });
      this.encoder.encode(frame, { keyFrame: this.wantKey || this.encoded % KEY_EVERY === 0 });
      this.wantKey = false;
      frame.close();
      return;
    }
    const blob = await new Promise((resolve) => { this.canvas.toBlob(resolve, "image/jpeg", 0.6); });
    if (blob && !this.closed) {
      this.put(JPEG, true, timeMs, new Uint8Array(await blob.arrayBuffer()));
      this.encoded += 1;
    }
  }

  async speak(stream) {
    await this.context.audioWorklet.addModule(new URL("tap.js", import.meta.url));
    if (this.closed) return;
    this.speaker = new AudioEncoder({
      output: (chunk) => {
        const bytes = new Uint8Array(chunk.byteLength);
        chunk.copyTo(bytes);
        this.put(OPUS, true, chunk.timestamp / 1000, bytes);
        this.sounds += 1;
      },
      error: (error) => console.warn(error.message),
    });
    this.speaker.configure({ ...OPUS_SETTINGS, bitrate: 24_000, opus: { frameDuration: 60_000 } });
    this.tap = new AudioWorkletNode(this.context, "tap", { numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit" });
    this.microphone = this.context.createMediaStreamSource(stream);
    this.microphone.connect(this.tap);
    let samples = 0;
    this.tap.port.onmessage = ({ data }) => {
      const timestamp = (samples / 48) * 1000;
      samples += data.length;
      if (this.speaker.state !== "configured" || this.speaker.encodeQueueSize > 10 || this.buffered() > MOST_BUFFERED) return;
      const sound = new AudioData({ format: "f32-planar", sampleRate: 48_000, numberOfFrames: data.length, numberOfChannels: 1, timestamp, data });
      this.speaker.encode(sound);
      sound.close();
    };
  }

  put(kind, key, timeMs, bytes) {
    for (const frame of packed(kind, key, timeMs, bytes)) this.send(frame);
  }

  /** What the desk says. */
  take(frame) {
    const whole = this.unpacker.take(frame);
    if (whole?.kind !== OPUS || !("AudioDecoder" in window) || !this.context) return;
    if (this.listener?.state !== "configured") {
      this.listener = new AudioDecoder({ output: (data) => this.play(data), error: (error) => console.warn(error.message) });
      this.listener.configure(OPUS_SETTINGS);
    }
    this.listener.decode(new EncodedAudioChunk({ type: "key", timestamp: whole.timeMs * 1000, data: whole.bytes }));
  }

  play(data) {
    const buffer = this.context.createBuffer(1, data.numberOfFrames, data.sampleRate);
    data.copyTo(buffer.getChannelData(0), { planeIndex: 0, format: "f32-planar" });
    data.close();
    const now = this.context.currentTime;
    if (this.next < now || this.next > now + MOST_DELAY_S) this.next = now + DELAY_S;
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.context.destination);
    source.start(this.next);
    this.next += buffer.duration;
    this.heard += 1;
  }

  close() {
    this.closed = true;
    clearInterval(this.beat);
    this.microphone?.disconnect();
    if (this.tap) this.tap.port.onmessage = null;
    for (const coder of [this.encoder, this.speaker, this.listener]) if (coder && coder.state !== "closed") coder.close();
    this.context?.close();
  }
}
