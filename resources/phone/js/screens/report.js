/** A report in three taps: the class, the kind (which opens the camera), send. */

import { parted } from "../clip.js";
import { uuid } from "../db.js";
import { area, button, chips, field, fill, h } from "../dom.js";
import { Draft, still } from "../form.js";
import { icon } from "../icons.js";
import { CATEGORIES, kindsOf, recentKinds } from "../kinds.js";
import { nothing, photoField, positionField } from "../parts.js";
import { to } from "../router.js";
import { foot } from "./foot.js";

const DRAFT = "report";

export function show(app, category = "", kind = "") {
  if (!category) return classes(app);
  return kind ? form(app, category, kind) : kinds(app, category);
}

function named(category) {
  return CATEGORIES.find(([key]) => key === category)?.[1] ?? category;
}

async function classes(app) {
  const { t } = app;
  const begun = await app.db.get("drafts", DRAFT);
  const recent = recentKinds(app.store);
  return {
    title: t("报什么？"),
    body: h("div", { class: "stack" },
      begun ? h("a", { class: "resume", href: to("report", begun.category, begun.kind), "data-act": "resume" }, icon("again"), t("接着写没发出的：{kind}", { kind: t(begun.kind) })) : null,
      h("div", { class: "tiles nine" }, CATEGORIES.map(([key, name]) => h("a", { class: "tile", "data-category": key, href: to("report", key) }, icon(key), h("span", null, t(name))))),
      recent.length ? [h("h2", { class: "part" }, t("最近报过")), h("div", { class: "tiles recent" }, recent.map(([kind, key]) => kindTile(app, key, kind)))] : null,
      h("a", { class: "button danger wide", href: to("danger"), "data-act": "danger" }, icon("warning"), h("span", null, t("险情首报（六要素）"))),
      h("a", { class: "button plain wide", href: to("reports"), "data-act": "own" }, icon("list"), h("span", null, t("我的上报：看办理、补照片")))),
  };
}

/** Pressing a kind opens the camera in the same tap; the form is there when the picture comes back. */
function kindTile(app, category, kind, urgent = false) {
  return h("button", { type: "button", class: "tile kind", "data-category": category, "data-kind": kind, onclick: async () => {
    app.camera.take(null);
    await begin(app, category, kind);
    app.go(to("report", category, kind));
  } }, h("span", null, app.t(kind)), urgent ? h("small", null, app.t("急")) : null);
}

/** A half-written report of the same class takes the new kind; what belongs to another class is another report. */
async function begin(app, category, kind) {
  const begun = await app.db.get("drafts", DRAFT);
  if (begun && begun.category !== category && begun.files.length) {
    await app.db.remove("files", ...begun.files);
  }
  const kept = begun && begun.category === category ? begun : { files: [], text: "", grade: "3" };
  await app.db.put("drafts", { ...kept, category, kind }, DRAFT);
}

function kinds(app, category) {
  const { t } = app;
  const listed = kindsOf(app.store, category);
  const mixed = listed.some((entry) => entry.urgency !== "红"); // a mark that all carry marks nothing
  return {
    title: t(named(category)),
    body: listed.length ? h("div", { class: "stack" }, h("div", { class: "tiles two" }, listed.map((entry) => kindTile(app, category, entry.kind, mixed && entry.urgency === "红")), kindTile(app, category, "其他")),
      h("p", { class: "hint centred" }, icon("camera"), t("点种类就打开相机"))) : h("div", { class: "stack" }, nothing(t("种类清单还没收到")), h("div", { class: "tiles two" }, kindTile(app, category, "其他"))),
    foot: foot(app, to("report"), category === "E1" ? h("a", { class: "button danger", href: to("danger") }, icon("warning"), h("span", null, t("险情首报"))) : null),
  };
}

async function form(app, category, kind) {
  const { t } = app;
  const draft = await Draft.open(app.db, DRAFT, { category, kind, text: "", grade: "3" });
  draft.values.category = category;
  draft.values.kind = kind;
  const photos = photoField(app, draft, { voice: true, clips: true, kept: () => position.draw() });
  const position = positionField(app, draft);
  const send = button(t("发送"), press, { kind: "primary", sign: icon("send"), "data-act": "send" });
  const row = foot(app, to("report", category), h("button", { type: "button", class: "button plain square", "aria-label": t("拍照"), onclick: () => photos.shoot() }, icon("camera")), send);
  const question = h("div", { class: "question", hidden: true });
  const body = h("div", { class: "stack" },
    h("div", { class: "what", "data-category": category }, icon(category), h("div", null, h("small", null, t(named(category))), h("b", null, t(kind)))),
    photos.element, position.element, question,
    field(t("多严重"), chips([["3", t("一般")], ["2", t("较大")], ["1", t("重大")]], draft.values.grade, (grade) => draft.set({ grade }), { label: t("多严重") })),
    field(t("说明（可不写）"), area(draft.values.text, (text) => draft.set({ text }), { placeholder: t("看到了什么、多大、在变吗") })));
  return {
    title: t(named(category)), bare: true, body, foot: row,
    close: async () => { photos.close(); position.close(); await draft.close(); },
  };

  async function press() {
    if (send.disabled) return;
    send.disabled = true;
    await still(body, async () => {
      await draft.set({ client: draft.values.client ?? uuid() }, true);
      await photos.ready();
      if (position.value()) await go();
      else ask();
    });
  }

  /** Without a place a report is worth much less: one question, never a dead end. */
  function ask() {
    send.disabled = false;
    question.hidden = false;
    fill(question, h("p", null, t("还没有位置，这样发出去指挥部不知道在哪")), h("div", { class: "acts" },
      button(t("选地点"), () => { question.hidden = true; position.open(); }, { kind: "plain" }), button(t("不带位置发送"), () => still(body, go), { kind: "plain", "data-act": "placeless" })));
    question.scrollIntoView({ block: "center" });
  }

  async function go() {
    const { text, grade, client } = draft.values;
    await draft.finish();
    if (await app.send({
      kind: "report", label: t(kind), client, ...(await parted(app.db, draft.values.files)), about: `report/R-${client}`, draft: DRAFT,
      body: { category, kind, text: text.trim() || kind, grade: Number(grade), photos: [], ...position.value() },
    }) && !draft.left) app.go(to("mine"));
  }
}
