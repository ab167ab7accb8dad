/** The first report of a danger in its six elements, on one screen: what is not known yet stays empty and is added later. */

import { parted } from "../clip.js";
import { uuid } from "../db.js";
import { area, button, chips, field, h } from "../dom.js";
import { Draft, still } from "../form.js";
import { icon } from "../icons.js";
import { kindsOf } from "../kinds.js";
import { nothing, photoField, positionField } from "../parts.js";
import { to } from "../router.js";
import { clock, written } from "../time.js";
import { foot } from "./foot.js";

const DRAFT = "danger";

export async function show(app) {
  const { t } = app;
  const draft = await Draft.open(app.db, DRAFT, { kind: "", grade: "", seen: new Date().toISOString(), size: "", water: "", casualties: "", taken: "", needs: "" });
  const photos = photoField(app, draft, { voice: true, clips: true, kept: () => position.draw() });
  const position = positionField(app, draft);
  const send = button(t("立即上报"), press, { kind: "danger", sign: icon("send"), "data-act": "send" });
  const kinds = kindsOf(app.store, "E1");
  const write = (name, props) => area(draft.values[name], (words) => draft.set({ [name]: words }), { rows: 1, maxlength: 250, ...props, "data-element": name });
  const number = (n, words) => h("span", null, h("b", { class: "ordinal" }, n), words);
  const body = h("div", { class: "stack danger-form" },
    h("p", { class: "hint" }, t("先报后补：写得出几条报几条，发现后 10 分钟内报出")),
    field(t("照片、录像、录音"), photos.element, t("手湿打不了字？点录音，说一分钟以内")),
    field(number(1, t("时间")), h("div", { class: "fixed" }, clock(draft.values.seen), button(t("改为现在"), (event) => {
      draft.set({ seen: new Date().toISOString() });
      event.currentTarget.parentElement.firstChild.textContent = clock(draft.values.seen);
    }, { kind: "quiet" }))),
    field(number(2, t("地点")), position.element),
    field(number(3, t("类型与尺寸")), h("div", { class: "stack tight" }, kinds.length ? h("div", { class: "chips-columns" }, chips(kinds.map((one) => [one.kind, t(one.kind)]), draft.values.kind, (kind) => draft.set({ kind }), { label: t("类型") })) : nothing(t("种类清单还没收到")),
      chips([["3", t("一般")], ["2", t("较大")], ["1", t("重大")]], draft.values.grade, (grade) => draft.set({ grade }), { none: true, label: t("多严重") }), write("size", { placeholder: t("长、宽、深，水浑不浑") }))),
    field(number(4, t("水位、流量、河势")), write("water", { placeholder: t("水到哪里，主流靠不靠岸") })),
    field(number(5, t("人员伤亡与影响")), h("div", { class: "stack tight" }, quick(["无人员伤亡", "有人受伤", "有人失联"]), write("casualties", { placeholder: t("人、房、路、电") }))),
    field(number(6, t("已采取措施与需求")), h("div", { class: "stack tight" }, write("taken", { placeholder: t("已经做了什么") }), write("needs", { placeholder: t("要人、要料、要机械") }))));
  return {
    title: t("险情首报"), body,
    foot: foot(app, to("report"), send),
    close: async () => { photos.close(); position.close(); await draft.close(); },
  };

  function quick(words) {
    return h("div", { class: "chips" }, words.map((word) => h("button", { type: "button", class: "chip", onclick: (event) => {
      const box = event.currentTarget.closest(".field").querySelector("textarea");
      box.value = [box.value.trim(), t(word)].filter(Boolean).join("，");
      draft.set({ casualties: box.value });
    } }, t(word))));
  }

  async function press() {
    if (send.disabled) return;
    const { kind, size, files } = draft.values;
    if (!kind && !size.trim() && !files.length) {
      app.say(t("至少选一个类型，或拍照、录音"), "bad");
      return;
    }
    send.disabled = true;
    await still(body, async () => {
      await draft.set({ client: draft.values.client ?? uuid() }, true);
      await photos.ready();
      await go();
    });
  }

  async function go() {
    const { kind, grade, seen, size, water, casualties, taken, needs, client } = draft.values;
    const where = position.value();
    await draft.finish();
    if (await app.send({
      kind: "report", label: t("险情首报：{kind}", { kind: t(kind || "未定类型") }), client, ...(await parted(app.db, draft.values.files)), about: `report/R-${client}`, draft: DRAFT,
      body: {
        category: "E1", kind: kind || "其他", grade: Number(grade) || 3, text: "", photos: [], ...where,
        elements: { time: written(app.store.deskAt(seen)), place: where?.place ?? (where ? `${where.lon},${where.lat}` : ""), size: [kind, size.trim()].filter(Boolean).join(" "), water: water.trim(), casualties: casualties.trim(), taken: taken.trim(), needs: needs.trim() },
      },
    }) && !draft.left) app.go(to("mine"));
  }
}
