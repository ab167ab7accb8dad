/** Messages that wait to be sent: first in, first out, kept on the phone until the gateway says they are on its disk. */

// A video goes by itself, after all else: no large file holds up a report, and one under way is broken off for it.

import { uuid } from "./db.js";

const LONGEST_WAIT_S = 60;
const TRIES = 3; // so often is a message offered that is refused as it is
const SHOWN_SOON_MS = 20_000;
const POINTS_AT_ONCE = 500;

export class Outbox {
  /** `changed(items)` hears of every change; `delivered(item)` of each message taken. */
  constructor({ db, api, changed, delivered, pointsRefused }) {
    Object.assign(this, { db, api, changed, delivered, pointsRefused });
    this.items = [];
    this.sent = []; // taken a moment ago
    this.failures = 0;
    this.asked = false; // a run is under way or waits for its turn
    this.again = false;
    this.halted = false;
    this.timer = 0;
    this.nextAt = 0;
    this.film = null; // how to break off the video that is being sent
    this.peers = new BroadcastChannel("anlan-outbox");
    this.peers.onmessage = () => this.refresh();
  }

  get waiting() {
    return this.items.filter((item) => item.state === "waiting");
  }

  /** What I said and the list may not show yet: just taken by the desk, or still waiting. */
  get said() {
    this.sent = this.sent.filter((item) => Date.now() - item.sentAt < SHOWN_SOON_MS);
    return [...this.sent, ...this.waiting];
  }

  get failed() {
    return this.items.filter((item) => item.state === "failed");
  }

  async refresh() {
    this.items = await this.db.all("outbox");
    this.changed(this.items);
  }

  async touched() {
    this.peers.postMessage("changed");
    await this.refresh();
  }

  /**
   * Keep a message; when the promise holds it is on this phone's disk and its draft is gone. `files` are ids of kept
   * files; `client` was made when the button was pressed, so that pressing twice cannot send twice. `clips` are videos
   * that follow it as pictures of `about`; without a `kind` there is nothing but them.
   */
  async add({ kind = "", body, label, files = [], clips = [], about = "", draft = null, client = uuid() }) {
    const at = new Date().toISOString();
    const waits = { at, digests: {}, tries: 0, state: "waiting", why: "" };
    const items = kind ? [{ client, kind, body, label, files, ...waits }] : [];
    if (clips.length) {
      items.push({ client: kind ? uuid() : client, kind: "pictures", body: { about, note: "" }, label, files: clips, after: kind ? client : "", film: true, ...waits });
    }
    try {
      await this.db.write(["outbox", "drafts"], (outbox, drafts) => {
        for (const item of items) outbox.add(item);
        if (draft) drafts.delete(draft);
      });
    } catch (error) {
      if (error?.name !== "ConstraintError") throw error; // pressed twice: the first one counts
    }
    await this.touched();
    if (kind) this.film?.abort();
    this.flush();
  }

  /** Offer a refused message again, at its old place in the order. */
  async retry(seq) {
    const item = await this.db.get("outbox", seq);
    if (item) await this.db.put("outbox", { ...item, state: "waiting", tries: 0, why: "" });
    await this.touched();
    this.hurry();
  }

  /** Forget a refused message; only ever called because its sender said so. */
  async drop(seq) {
    const item = await this.db.get("outbox", seq);
    if (item) await this.settle(item, ...this.items.filter((other) => other.after === item.client));
    await this.touched();
  }

  /** Something says that the way may be free: do not wait out the back-off. */
  hurry() {
    this.failures = 0;
    this.flush();
  }

  halt() {
    this.halted = true;
    clearTimeout(this.timer);
  }

  resume() {
    this.halted = false;
    this.hurry();
  }

  close() {
    this.halt();
    this.peers.close();
  }

  /** Send what waits. Only one page of this phone sends at a time; a second one queues up behind it. */
  async flush() {
    if (this.halted) return;
    if (this.asked) {
      this.again = true;
      return;
    }
    this.asked = true;
    clearTimeout(this.timer);
    this.nextAt = 0;
    try {
      do {
        this.again = false;
        await alone(() => this.run());
      } while (this.again && !this.halted && this.failures === 0);
    } finally {
      this.asked = false;
    }
  }

  async run() {
    while (!this.halted) {
      const item = await this.first();
      if (!item || item.kind === "patrol_end") {
        if (!(await this.sendPoints())) return; // the track comes before the end of its patrol
      }
      if (!item) {
        this.failures = 0;
        return;
      }
      if (!(await this.offer(item))) return;
    }
  }

  /** What is to be sent now: the oldest, videos last; one whose message is still here waits for it. */
  async first() {
    const items = await this.db.all("outbox");
    const waiting = items.filter((item) => item.state === "waiting");
    return waiting.find((item) => !item.film)
      ?? waiting.find((item) => !items.some((other) => other.client === item.after)) ?? null;
  }

  /** Offer one message; false = stop here and come back later. */
  async offer(item) {
    try {
      const body = await this.withDigests(item);
      await this.api.send({ client: item.client, kind: item.kind, at: item.at, body });
    } catch (error) {
      return this.refused(item, error);
    }
    await this.settle(item);
    this.sent.push({ ...item, state: "sent", sentAt: Date.now() });
    this.failures = 0;
    await this.touched();
    this.delivered(item);
    return true;
  }

  /** Upload the pictures of a message before it; what is up stays up when the page dies in between. */
  async withDigests(item) {
    if (!item.files.length) return item.body;
    for (const id of item.files) {
      if (item.digests[id]) continue;
      const file = await this.db.get("files", id);
      if (!file) continue;
      item.digests[id] = await this.upload(item, file.blob, id);
      await this.db.put("outbox", item);
    }
    return { ...item.body, photos: item.files.map((id) => item.digests[id]).filter(Boolean) };
  }

  async upload(item, blob, id) {
    if (!item.film) return this.api.file(blob, id);
    this.film = new AbortController();
    try {
      return await this.api.file(blob, id, this.film.signal);
    } finally {
      this.film = null;
    }
  }

  async refused(item, error) {
    if (error.code === "stopped") return true; // something more urgent came: that first
    if (error.status === 401) {
      this.halt();
      return false;
    }
    if (error.status === undefined) throw error; // our own fault: loud
    if (!error.passing) {
      const tries = item.tries + 1;
      const state = tries >= TRIES ? "failed" : "waiting";
      const digests = error.code === "no_such_file" ? {} : item.digests; // the desk lost them: upload again
      await this.db.put("outbox", { ...item, tries, digests, state, why: `${error.status} ${error.code}` });
      await this.touched();
      if (state === "failed") {
        this.failures = 0;
        return true; // the others need not wait for it
      }
    }
    this.wait(error.retryAfter);
    return false;
  }

  wait(atLeastS) {
    this.failures += 1;
    const seconds = Math.max(atLeastS, Math.min(LONGEST_WAIT_S, 2 ** (this.failures - 1)));
    this.nextAt = Date.now() + seconds * 1000;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), seconds * 1000);
    this.changed(this.items);
  }

  settle(...items) {
    return this.db.write(["outbox", "files"], (outbox, files) => {
      for (const item of items) {
        outbox.delete(item.seq);
        for (const id of item.files) files.delete(id);
      }
    });
  }

  async sendPoints() {
    for (;;) {
      const points = await this.db.all("points", POINTS_AT_ONCE);
      if (!points.length) return true;
      try {
        await this.api.positions(points.map(({ n, ...point }) => point));
      } catch (error) {
        if (error.status === 401) {
          this.halt();
          return false;
        }
        if (error.status === undefined) throw error;
        if (error.passing) {
          this.wait(error.retryAfter);
          return false;
        }
        this.pointsRefused(error); // not shared, or not on duty: such points are nobody's business
      }
      await this.db.remove("points", ...points.map((point) => point.n));
    }
  }
}

function alone(work) {
  return navigator.locks ? navigator.locks.request("anlan-outbox", work) : work();
}
