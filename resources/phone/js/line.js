/** The open line to the desk (WebSocket): tells that something is new, and carries calls. Comes back by itself. */

const LONGEST_WAIT_S = 30;

export class Line {
  /** `changed(open)` hears whether the line is open. */
  constructor({ changed, closed }) {
    this.changed = changed;
    this.closed = closed; // closed before it ever opened: the session may be gone
    this.hearers = new Map();
    this.socket = null;
    this.failures = 0;
    this.timer = 0;
    this.wanted = false;
    this.open = false;
  }

  /** Hear messages of this type. */
  on(type, hear) {
    this.hearers.set(type, [...(this.hearers.get(type) ?? []), hear]);
  }

  /** Say something; false when the line is not open. */
  send(message) {
    if (!this.open) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  start() {
    this.wanted = true;
    this.hurry();
  }

  stop() {
    this.wanted = false;
    clearTimeout(this.timer);
    this.socket?.close();
  }

  /** The way may be free: try at once. */
  hurry() {
    if (!this.wanted || this.socket) return;
    clearTimeout(this.timer);
    this.connect();
  }

  /** The phone says that it has no network: what is open is dead, though nothing told us so. */
  drop() {
    const socket = this.socket;
    if (!socket) return;
    this.ended(socket);
    socket.close();
  }

  connect() {
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/line`);
    this.socket = socket;
    let opened = false;
    socket.onopen = () => {
      if (this.socket !== socket) return;
      opened = true;
      this.open = true;
      this.failures = 0;
      this.hello();
      this.changed(true);
    };
    socket.onmessage = (event) => {
      if (typeof event.data === "string") this.heard(event.data);
      else this.tell("binary", event.data);
    };
    socket.onclose = () => {
      if (this.socket === socket) this.ended(socket);
      if (!opened && this.wanted) this.closed();
    };
  }

  ended(socket) {
    if (this.socket !== socket) return;
    this.socket = null;
    const was = this.open;
    this.open = false;
    if (was) this.changed(false);
    if (!this.wanted) return;
    this.failures += 1;
    const seconds = Math.min(LONGEST_WAIT_S, 2 ** (this.failures - 1)) * (0.8 + 0.4 * Math.random());
    this.timer = setTimeout(() => this.hurry(), seconds * 1000);
  }

  hello() {
    this.send({ t: "hello", visible: document.visibilityState === "visible" });
  }

  heard(text) {
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      console.error("line: not JSON"); // the gateway's fault, and the next message may be sound
      return;
    }
    if (typeof message?.t === "string") this.tell(message.t, message);
  }

  tell(type, message) {
    for (const hear of this.hearers.get(type) ?? []) hear(message);
  }
}
