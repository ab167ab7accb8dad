/** The way back, where the thumb is. */

import { h } from "../dom.js";
import { icon } from "../icons.js";

export function backFoot(app, address) {
  return h("a", { class: "button plain back", href: address, "aria-label": app.t("返回"), "data-act": "back" }, icon("back"), h("span", null, app.t("返回")));
}

/** A bottom row: back, then what can be done. */
export function foot(app, address, ...acts) {
  return h("div", { class: "foot-row" }, backFoot(app, address), acts);
}
