/** One phone whose media comes over the line: its picture onto a canvas, its sound into the mix, the mix back to it. */

import { JPEG, OPUS, packed, Unpacker, VP8 } from "./frames.js";

const DELAY_S = 0.08;
const MOST_DELAY_S = 0.6;
const OPUS_SETTINGS = { codec: "opus", sampleRate: 48_000, numberOfChannels: 1 };

export class Relay {
  /** `send(bytes)` takes frames for the phone; `changed()` is called when the first picture or sound came. */
  constructor(device, mixer, send, changed) {
    this.mixer = mixer;
    this.send = send;
    this.changed = changed;
    this.device = device;
    this.canvas = document.createElement("canvas");
    this.canvas.width = 640;
    this.canvas.height = 480;
    this.pen = this.canvas.getContext("2d");
    this.unpacker = new Unpacker();
    this.decoded = 0;
    this.sounds = 0;
    this.next = 0;
    this.speakers = mixer.said(device);
    this.speakBack();
  }

  take(frame) {
    const whole = this.unpacker.take(frame);
    if (whole?.kind === VP8) this.takePicture(whole);
    else if (whole?.kind === JPEG) this.takeStill(whole);
    else if (whole?.kind === OPUS) this.takeSound(whole);
  }

  takePicture({ key, timeMs, bytes }) {
    if (this.video?.state !== "configured") {
      if (!key) return; // a decoder begins with a whole picture
      this.video = new VideoDecoder({ output: (frame) => this.draw(frame), error: (error) => console.warn(error.message) });
      this.video.configure({ codec: "vp8", optimizeForLatency: true });
    }
    if (this.video.decodeQueueSize > 8 && !key) return;
    this.video.decode(new EncodedVideoChunk({ type: key ? "key" : "delta", timestamp: timeMs * 1000, data: bytes }));
  }

  async takeStill({ bytes }) {
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" })).catch(() => null);
    if (picture) this.draw(picture);
  }

  draw(picture) {
    const width = picture.displayWidth ?? picture.width;
    const height = picture.displayHeight ?? picture.height;
    if (this.canvas.width !== width || this.canvas.height !== height) Object.assign(this.canvas, { width, height });
    this.pen.drawImage(picture, 0, 0);
    picture.close();
    if (this.decoded++ === 0) this.changed();
  }

  takeSound({ timeMs, bytes }) {
    if (this.audio?.state !== "configured") {
      this.audio = new AudioDecoder({ output: (data) => this.play(data), error: (error) => console.warn(error.message) });
      this.audio.configure(OPUS_SETTINGS);
    }
    this.audio.decode(new EncodedAudioChunk({ type: "key", timestamp: timeMs * 1000, data: bytes }));
  }

  play(data) {
    const context = this.mixer.context;
    const buffer = context.createBuffer(1, data.numberOfFrames, data.sampleRate);
    data.copyTo(buffer.getChannelData(0), { planeIndex: 0, format: "f32-planar" });
    data.close();
    if (this.next < context.currentTime || this.next > context.currentTime + MOST_DELAY_S) this.next = context.currentTime + DELAY_S;
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.speakers);
    source.connect(context.destination);
    source.start(this.next);
    this.next += buffer.duration;
    if (this.sounds++ === 0) this.changed();
  }

  /** What this phone is to hear, as opus over the line. */
  async speakBack() {
    if (!("AudioEncoder" in window)) return;
    const context = this.mixer.context;
    await context.audioWorklet.addModule("tap.js");
    if (this.closed) return;
    const encoder = new AudioEncoder({
      output: (chunk) => {
        const bytes = new Uint8Array(chunk.byteLength);
        chunk.copyTo(bytes);
        for (const frame of packed(OPUS, true, chunk.timestamp / 1000, bytes)) this.send(frame);
      },
      error: (error) => console.warn(error.message),
    });
    encoder.configure({ ...OPUS_SETTINGS, bitrate: 24_000, opus: { frameDuration: 60_000 } });
    this.back = { encoder, tap: new AudioWorkletNode(context, "tap", { numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit" }) };
    this.heardBack = context.createMediaStreamSource(this.mixer.heard(this.device).stream);
    this.heardBack.connect(this.back.tap);
    let samples = 0;
    this.back.tap.port.onmessage = ({ data }) => {
      const timestamp = (samples / 48) * 1000;
      samples += data.length;
      if (encoder.state !== "configured" || encoder.encodeQueueSize > 10) return;
      const sound = new AudioData({ format: "f32-planar", sampleRate: 48_000, numberOfFrames: data.length, numberOfChannels: 1, timestamp, data });
      encoder.encode(sound);
      sound.close();
    };
  }

  close() {
    this.closed = true;
    this.heardBack?.disconnect();
    if (this.back) this.back.tap.port.onmessage = null;
    for (const coder of [this.video, this.audio, this.back?.encoder]) if (coder && coder.state !== "closed") coder.close();
  }
}
