/** What the page knows now: who I am, my own list, my settings; with what my unsent messages add to it. */

export const DEFAULTS = Object.freeze({ language: "zh", share: false, shareSince: 0, size: "normal", theme: "light" });

export class Store {
  constructor(db, changed) {
    this.db = db;
    this.changed = changed;
    this.me = null;
    this.list = null;
    this.tag = "";
    this.fetchedAt = 0; // by this phone's clock
    this.settings = { ...DEFAULTS };
    this.seen = [];
  }

  async restore() {
    const [me, mine, settings, seen] = await Promise.all(["me", "mine", "settings", "seen"].map((key) => this.db.get("meta", key)));
    this.me = me ?? null;
    this.seen = seen ?? [];
    this.settings = { ...DEFAULTS, ...settings };
    if (mine) Object.assign(this, mine);
  }

  async keepMe(me) {
    this.me = me;
    await this.db.put("meta", me, "me");
    this.changed();
  }

  async keepList({ tag, list }) {
    Object.assign(this, { tag, list, fetchedAt: Date.now() });
    await this.db.put("meta", { tag, list, fetchedAt: this.fetchedAt }, "mine");
    const pushes = new Set((list.pushes ?? []).map((push) => push.id));
    this.seen = this.seen.filter((id) => pushes.has(id));
    this.changed();
  }

  /** The list is still what we hold: its age starts anew, its times do not. */
  async confirmed() {
    this.checkedAt = Date.now();
    this.changed();
  }

  async set(changes) {
    this.settings = { ...this.settings, ...changes };
    await this.db.put("meta", this.settings, "settings");
    this.changed();
  }

  async markSeen(id) {
    this.seen.push(id);
    await this.db.put("meta", this.seen, "seen");
  }

  /** A part of my list; empty while nothing came. */
  part(name) {
    return this.list?.[name] ?? [];
  }

  find(name, id) {
    return this.part(name).find((entry) => String(entry.id) === id) ?? null;
  }

  /** The desk's time now: it may be a demonstration clock, and faster than ours. */
  deskNow() {
    if (!this.list?.time) return new Date();
    return new Date(Date.parse(this.list.time) + (Date.now() - this.fetchedAt) * (this.list.speed || 1));
  }

  /** The desk's time at a moment of this phone's clock. */
  deskAt(when) {
    return new Date(this.deskNow().getTime() - (Date.now() - Date.parse(when)) * (this.list?.speed || 1));
  }

  /** When the list was last known to be true, by this phone's clock. */
  get age() {
    return Date.now() - Math.max(this.fetchedAt, this.checkedAt ?? 0);
  }
}

/** The last message of a kind about one thing that the list cannot know of yet, or null. */
export function lastSaid(outbox, kind, key, id) {
  return outbox.said.findLast((item) => item.kind === kind && item.body[key] === id) ?? null;
}
