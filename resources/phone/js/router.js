/** Which screen is shown: the part of the address behind #/. */

import * as danger from "./screens/danger.js";
import * as household from "./screens/household.js";
import * as households from "./screens/households.js";
import * as mine from "./screens/mine.js";
import * as more from "./screens/more.js";
import * as muster from "./screens/muster.js";
import * as outbox from "./screens/outbox.js";
import * as patrol from "./screens/patrol.js";
import * as poll from "./screens/poll.js";
import * as push from "./screens/push.js";
import * as report from "./screens/report.js";
import * as reports from "./screens/reports.js";
import * as sent from "./screens/sent.js";
import * as settings from "./screens/settings.js";
import * as task from "./screens/task.js";
import * as watch from "./screens/watch.js";

// all at once: a screen that is first asked for without network must be there
const SCREENS = { danger, household, households, mine, more, muster, outbox, patrol, poll, push, report, reports, sent, settings, task, watch };

export class Router {
  constructor(app, frame) {
    this.app = app;
    this.frame = frame;
    this.shown = null;
    this.turn = 0;
    this.moved = () => this.show();
    window.addEventListener("hashchange", this.moved);
  }

  async show() {
    const [name, ...args] = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
    const known = Object.hasOwn(SCREENS, name) ? name : "mine";
    this.turn += 1;
    const turn = this.turn;
    await this.leave();
    const screen = await SCREENS[known].show(this.app, ...args);
    if (turn !== this.turn) {
      await screen.close?.();
      return;
    }
    this.shown = screen;
    this.frame.put(known, screen);
  }

  /** Something changed: let the screen draw itself anew, if it can. */
  refresh() {
    this.shown?.refresh?.();
  }

  async leave() {
    const screen = this.shown;
    this.shown = null;
    await screen?.close?.();
  }

  close() {
    window.removeEventListener("hashchange", this.moved);
    this.turn += 1;
    return this.leave();
  }
}

/** Address of a screen. */
export function to(name, ...args) {
  return `#/${[name, ...args].map((arg) => encodeURIComponent(arg)).join("/")}`;
}
