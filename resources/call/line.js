/** The page's line to the gateway on this machine: it comes back by itself, and nothing said meanwhile is lost. */

const WAITS_MS = [200, 500, 1000, 2000, 4000];
const MOST_WAITING = 200;

export class Line {
  /** `heard(message)` and `heardFrame(device, bytes)` are called for what comes; `changed(up)` when it opens or closes. */
  constructor({ heard, heardFrame, changed }) {
    this.heard = heard;
    this.heardFrame = heardFrame;
    this.changed = changed;
    this.key = "";
    this.socket = null;
    this.tries = 0;
    this.waiting = [];
  }

  open(key) {
    if (this.key === key && this.socket) return;
    this.key = key;
    this.connect();
  }

  connect() {
    if (this.socket) this.socket.onclose = null;
    this.socket?.close();
    const socket = new WebSocket(`ws://${location.host}/desk/line`);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      this.tries = 0;
      socket.send(JSON.stringify({ t: "key", key: this.key }));
      for (const message of this.waiting.splice(0)) socket.send(JSON.stringify(message));
      this.changed(true);
    };
    socket.onmessage = ({ data }) => {
      if (typeof data === "string") this.heard(JSON.parse(data));
      else this.unpack(new Uint8Array(data));
    };
    socket.onclose = () => {
      this.changed(false);
      setTimeout(() => this.connect(), WAITS_MS[Math.min(this.tries++, WAITS_MS.length - 1)]);
    };
    this.socket = socket;
  }

  get up() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  say(message) {
    if (this.up) this.socket.send(JSON.stringify(message));
    else if (this.waiting.length < MOST_WAITING) this.waiting.push(message);
  }

  /** A frame for a phone: length and name of the device, then the bytes. A full line drops it. */
  sayFrame(device, bytes) {
    if (!this.up || this.socket.bufferedAmount > 200_000) return;
    const name = new TextEncoder().encode(device);
    const framed = new Uint8Array(1 + name.length + bytes.length);
    framed[0] = name.length;
    framed.set(name, 1);
    framed.set(bytes, 1 + name.length);
    this.socket.send(framed);
  }

  unpack(framed) {
    const length = framed[0];
    this.heardFrame(new TextDecoder().decode(framed.subarray(1, 1 + length)), framed.subarray(1 + length));
  }
}
