/** One report of mine that the desk has: how far it got; pictures, videos, voice and words are added to it. */

import { parted } from "../clip.js";
import { uuid } from "../db.js";
import { area, button, field, fill, h } from "../dom.js";
import { Draft, still } from "../form.js";
import { icon } from "../icons.js";
import { nothing, photoField } from "../parts.js";
import { to } from "../router.js";
import { foot } from "./foot.js";
import { reportHead, stateWords } from "./reports.js";

const STEPS = ["unverified", "verified", "handling", "closed"];

export async function show(app, id = "") {
  const { t, store } = app;
  const first = store.find("reports", id);
  if (!first) return { title: t("我的上报"), body: nothing(t("这一件已不在你的清单里")), foot: foot(app, to("reports")) };
  const about = `report/${id}`;
  const draft = await Draft.open(app.db, `sent/${id}`, { text: "" });
  const photos = photoField(app, draft, { voice: true, clips: true });
  const top = h("div", { class: "stack" });
  const send = button(t("补报"), press, { kind: "primary", sign: icon("send"), "data-act": "add" });
  const body = h("div", { class: "stack" }, top, field(t("补照片、录像、录音"), photos.element), field(t("补充说明"), area(draft.values.text, (text) => draft.set({ text }), { placeholder: t("有什么变化、量到了什么") })));
  draw();
  return {
    title: t("我的上报"), bare: true, body,
    foot: foot(app, to("reports"), send), refresh: draw,
    close: async () => { photos.close(); await draft.close(); },
  };

  function draw() {
    const report = store.find("reports", id) ?? first;
    const own = app.outbox.items.filter((item) => item.body.about === about);
    fill(top, h("div", { class: "what", "data-category": report.category }, reportHead(app, report, stateWords(t, report.state))),
      STEPS.includes(report.state) ? steps(t, report.state) : null,
      report.text ? h("p", { class: "text" }, report.text) : null,
      own.length ? h("p", { class: "hint" }, icon("outbox"), t("{n} 次补报还没送到", { n: own.length })) : null);
  }

  async function press() {
    if (send.disabled) return;
    send.disabled = true;
    await still(body, offer);
  }

  async function offer() {
    await draft.set({ client: draft.values.client ?? uuid() }, true);
    await photos.ready();
    const { client, text } = draft.values;
    const { files, clips } = await parted(app.db, draft.values.files);
    const words = text.trim();
    if (!files.length && !clips.length && !words) {
      send.disabled = false;
      app.say(t("先拍照、录音，或写几个字"), "bad");
      return;
    }
    await draft.finish();
    const kind = files.length ? "pictures" : words ? "note" : "";
    const said = kind === "pictures" ? { about, note: words, photos: [] } : { about, text: words };
    if (await app.send({ kind, body: said, label: t("补报：{kind}", { kind: t(first.kind) }), client, files, clips, about, draft: draft.key }) && !draft.left) app.go(to("reports"));
  }
}

function steps(t, state) {
  const reached = STEPS.indexOf(state);
  return h("ol", { class: "steps" }, STEPS.map((step, index) => h("li", { class: index <= reached ? "reached" : index === reached + 1 ? "next" : "" }, stateWords(t, step))));
}
