/** Elements made without markup: whatever is not an element becomes text, so nothing that came from outside can act. */

/** Make an element. `props` are attributes; functions named on… are listeners; false, null and undefined leave out. */
export function h(tag, props = null, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") element[name] = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...pieces(children));
  return element;
}

/** Put new children in place of the old ones. */
export function fill(element, ...children) {
  element.replaceChildren(...pieces(children));
  return element;
}

function pieces(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : document.createTextNode(String(child))));
}

/** A big button with an optional sign. `kind`: primary, plain, danger, quiet, good. */
export function button(label, onclick, { kind = "plain", sign = null, ...rest } = {}) {
  return h("button", { type: "button", class: `button ${kind}`, onclick, ...rest }, sign, h("span", null, label));
}

/** A choice of one among few: large chips. `options` are [value, label]; `choose` hears of the new value ("" = none). */
export function chips(options, chosen, choose, { none = false, label = null } = {}) {
  const row = h("div", { class: "chips", role: "group", "aria-label": label });
  const draw = (value) => {
    fill(row, options.map(([key, text]) => h("button", {
      type: "button", class: "chip", "aria-pressed": String(key === value), "data-value": key,
      onclick: () => {
        const next = none && key === value ? "" : key;
        draw(next);
        choose(next);
      },
    }, text)));
  };
  draw(chosen);
  return row;
}

/** A titled field of a form. */
export function field(label, input, hint = null) {
  return h("div", { class: "field" }, h("div", { class: "label" }, label), input, hint && h("div", { class: "hint" }, hint));
}

/** A text that grows; `changed` hears every letter. */
export function area(value, changed, props = {}) {
  return h("textarea", { rows: 2, autocomplete: "off", maxlength: 2000, value, oninput: (event) => changed(event.target.value), ...props });
}
