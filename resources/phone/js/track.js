/** The track of a patrol, and the position of someone who shares it: thinned, kept, sent by the outbox in good time. */

import { metres, toLeg } from "./position.js";

const STEP_M = 15;
const STEP_MS = 60_000;
const ASTRAY_M = 5;
const WORST_M = 100; // a fix from the mobile mast says nothing about a walk on a dyke
const BATCH = 8;
const BATCH_MS = 90_000;

/** Whether a fix says something new after the last point kept. */
export function worthKeeping(last, fix) {
  if (fix.accuracy_m > WORST_M) return false;
  return !last || metres(last, fix) >= STEP_M || fix.at - last.at >= STEP_MS;
}

/** Leave out points that lie on the way between their neighbours and leave no minute without a sign of life. */
export function thinned(points) {
  if (points.length < 3) return points;
  const [first, last] = [points[0], points[points.length - 1]];
  let [worst, at] = [0, 0];
  for (let index = 1; index < points.length - 1; index += 1) {
    const off = toLeg(points[index], first, last);
    if (off > worst) [worst, at] = [off, index];
  }
  if (worst <= ASTRAY_M && last.at - first.at <= STEP_MS * 1.5) return [first, last];
  if (worst <= ASTRAY_M) at = Math.floor(points.length / 2);
  return [...thinned(points.slice(0, at + 1)), ...thinned(points.slice(at)).slice(1)];
}

export class Track {
  /** `settings` says whether the position is shared; `patrol` is the running one, if any. */
  constructor({ db, position, outbox, changed }) {
    Object.assign(this, { db, position, outbox, changed });
    this.patrol = null; // {id, section, name, started_at, metres, points}
    this.sharing = false;
    this.last = null;
    this.held = [];
    this.since = 0;
    this.forget = null;
    this.lock = null;
    this.refused = false; // the desk takes no positions of this person now
  }

  async restore(sharing) {
    this.patrol = (await this.db.get("meta", "patrol")) ?? null;
    this.held = (await this.db.get("meta", "held")) ?? []; // of a page that was killed
    this.last = this.held.at(-1) ?? null;
    this.sharing = sharing;
    this.tune();
  }

  async begin(patrol) {
    this.patrol = { ...patrol, metres: 0, points: 0 };
    this.last = null;
    this.refused = false;
    await this.db.put("meta", this.patrol, "patrol");
    this.tune();
  }

  /** End the patrol; its last points are kept before its end is sent. */
  async end() {
    await this.keep();
    await this.db.remove("meta", "patrol");
    this.patrol = null;
    this.last = null;
    this.tune();
  }

  share(on) {
    this.sharing = on;
    this.tune();
  }

  close() {
    this.forget?.();
    this.forget = null;
    this.lock?.release().catch(() => undefined); // already let go by the phone
  }

  tune() {
    const needed = this.sharing || this.patrol;
    if (needed && !this.forget) this.forget = this.position.watch((fix) => this.came(fix));
    if (!needed && this.forget) this.close();
    this.stayAwake();
    this.changed();
  }

  /** Ask the phone to keep its screen on: only then does a page go on hearing where it is. */
  async stayAwake() {
    if (!this.patrol) {
      this.lock?.release().catch(() => undefined); // already let go by the phone
      this.lock = null;
      return;
    }
    if (!navigator.wakeLock || document.visibilityState !== "visible" || (this.lock && !this.lock.released)) return;
    try {
      this.lock = await navigator.wakeLock.request("screen");
      this.lock.addEventListener("release", () => this.changed());
    } catch {
      this.lock = null; // low battery: shown on the patrol's screen as "screen may go dark"
    }
    this.changed();
  }

  get awake() {
    return Boolean(this.lock && !this.lock.released);
  }

  async came(fix) {
    if (!fix || !worthKeeping(this.last, fix)) return;
    if (this.patrol) {
      if (this.last) this.patrol.metres += metres(this.last, fix);
      this.patrol.points += 1;
      await this.db.put("meta", this.patrol, "patrol");
    }
    this.last = fix;
    const point = { at: new Date(fix.at).toISOString(), lon: fix.lon, lat: fix.lat, accuracy_m: fix.accuracy_m, patrol: this.patrol?.id ?? "" };
    this.held.push({ ...point, at: fix.at, point });
    this.changed();
    await this.db.put("meta", this.held, "held");
    if (this.held.length >= BATCH || Date.now() - this.since > BATCH_MS) await this.keep();
  }

  /** Hand what is held to the outbox, thinned. */
  async keep() {
    const held = (await this.db.get("meta", "held")) ?? [];
    this.held = [];
    this.since = Date.now();
    if (!held.length) return;
    await this.db.write(["points", "meta"], (points, meta) => {
      for (const { point } of thinned(held)) points.add(point);
      meta.delete("held");
    });
    this.outbox.flush();
  }
}
