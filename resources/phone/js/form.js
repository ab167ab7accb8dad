/** Half-filled forms that survive a reload: every change is written down; what is sent takes its draft along. */

const QUIET_MS = 200;

export class Draft {
  constructor(db, key, values) {
    this.db = db;
    this.key = key;
    this.values = values;
    this.timer = 0;
    this.over = false;
    this.left = false; // its screen is gone: what was sent from it must not lead away from the next one
    this.leaving = () => { if (document.visibilityState === "hidden") this.save(); };
    document.addEventListener("visibilitychange", this.leaving);
  }

  /** Open the draft of this name, begun with `initial` when there is none. */
  static async open(db, key, initial) {
    return new Draft(db, key, { files: [], ...initial, ...(await db.get("drafts", key)) });
  }

  set(changes, soon = false) {
    if (this.over) return Promise.resolve();
    Object.assign(this.values, changes);
    clearTimeout(this.timer);
    if (soon) return this.save();
    this.timer = setTimeout(() => this.save(), QUIET_MS);
    return Promise.resolve();
  }

  save() {
    clearTimeout(this.timer);
    this.timer = 0;
    return this.over ? Promise.resolve() : this.db.put("drafts", this.values, this.key);
  }

  /** Its message is being kept: nothing may write it again; what was typed last is there should the message find no room. */
  async finish() {
    if (this.timer) await this.save();
    this.over = true;
  }

  /** Leave the screen; what was typed last is kept. */
  close() {
    this.left = true;
    document.removeEventListener("visibilitychange", this.leaving);
    return this.timer ? this.save() : Promise.resolve();
  }
}

/** Hold a form still while `work` sends it: what is typed meanwhile would go out by half, or nowhere at all. */
export async function still(form, work) {
  form.inert = true;
  try {
    await work();
  } finally {
    form.inert = false; // when it was refused it is written on
  }
}
