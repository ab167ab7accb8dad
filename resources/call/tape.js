/** Recording and snapshots: the chosen picture with name and time burnt in, and the sound of all, one second at a time. */

const WIDTH = 640;
const HEIGHT = 480;
const FRAME_MS = 66;
const FOOT = 26;

export class Tape {
  /** `picture()` tells {element, name} of what is chosen; `chunk(serial, base64, last)` takes what was recorded. */
  constructor({ picture, clock, chunk, failed }) {
    this.picture = picture;
    this.clock = clock;
    this.chunk = chunk;
    this.failed = failed;
    this.recorder = null;
  }

  get running() {
    return this.recorder !== null;
  }

  start(sound) {
    if (this.recorder) return;
    const canvas = Object.assign(document.createElement("canvas"), { width: WIDTH, height: HEIGHT });
    this.pen = canvas.getContext("2d", { alpha: false });
    this.stream = canvas.captureStream(1000 / FRAME_MS);
    for (const track of sound.getAudioTracks()) this.stream.addTrack(track.clone());
    this.recorder = new MediaRecorder(this.stream, { mimeType: "video/webm;codecs=vp8,opus", videoBitsPerSecond: 600_000, audioBitsPerSecond: 32_000 });
    let serial = 0;
    let queue = Promise.resolve();
    this.recorder.ondataavailable = ({ data }) => {
      const number = serial++;
      queue = queue.then(async () => { if (data.size) this.chunk(number, base64(await data.arrayBuffer()), false); });
    };
    this.recorder.onerror = ({ error }) => this.failed(error?.name ?? "unknown");
    this.recorder.onstop = () => { queue.then(() => this.chunk(serial, "", true)); };
    this.worker = new Worker("ticker.js");
    this.worker.onmessage = () => this.draw();
    this.worker.postMessage(FRAME_MS);
    this.draw();
    this.recorder.start(1000);
  }

  stop() {
    if (!this.recorder) return;
    this.worker.terminate();
    this.recorder.stop();
    for (const track of this.stream.getTracks()) track.stop();
    this.recorder = null;
  }

  draw() {
    const { element, name } = this.picture();
    compose(this.pen, element, `${name}  ${this.clock()}`);
  }
}

/** The chosen picture at its full size as PNG, base64; "" when there is none. */
export async function snapshot(element) {
  const [width, height] = sizeOf(element);
  if (!width) return "";
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  canvas.getContext("2d", { alpha: false }).drawImage(element, 0, 0, width, height);
  const blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
  return blob ? base64(await blob.arrayBuffer()) : "";
}

export function sizeOf(element) {
  return element ? [element.videoWidth ?? element.width, element.videoHeight ?? element.height] : [0, 0];
}

function compose(pen, element, words) {
  pen.fillStyle = "#000";
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  const [width, height] = sizeOf(element);
  if (width) {
    const scale = Math.min(WIDTH / width, HEIGHT / height);
    pen.drawImage(element, (WIDTH - width * scale) / 2, (HEIGHT - height * scale) / 2, width * scale, height * scale);
  }
  pen.fillStyle = "rgba(0, 0, 0, 0.6)";
  pen.fillRect(0, HEIGHT - FOOT, WIDTH, FOOT);
  pen.fillStyle = "#fff";
  pen.font = "15px 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";
  pen.textBaseline = "middle";
  pen.fillText(words, 10, HEIGHT - FOOT / 2, WIDTH - 20);
}

function base64(buffer) {
  const bytes = new Uint8Array(buffer);
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
