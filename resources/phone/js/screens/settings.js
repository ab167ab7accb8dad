/** Language, sharing of position, size and colours, who I am, forgetting. */

import { button, chips, field, h } from "../dom.js";
import { icon } from "../icons.js";
import { ask } from "../parts.js";
import { to } from "../router.js";
import { foot } from "./foot.js";

const ROLES = { grid_worker: "网格员", squad_leader: "队长", contact_person: "包保干部", observer: "观察员" };

export function show(app) {
  const { t, store } = app;
  const { settings, me, list } = store;
  const set = async (changes) => {
    await store.set(changes);
    app.dress();
    await app.router.show();
  };
  const off = list?.person?.on_duty === false;
  return {
    title: t("设置"),
    body: h("div", { class: "stack" },
      h("div", { class: "me" }, icon("person"), h("div", { class: "grow" }, h("b", null, list?.person?.name ?? me?.name ?? "—"), h("div", { class: "card-line" }, [list?.person?.post, t(ROLES[me?.role] ?? "")].filter(Boolean).join(" · ")), h("small", null, t("手机编号 {id}", { id: me?.device ?? "—" })))),
      field(t("共享我的位置"), chips([["off", t("关")], ["on", t("开")]], settings.share ? "on" : "off", (value) => {
        const share = value === "on" && !off;
        app.track.share(share);
        set({ share, shareSince: Date.now() });
      }, { label: t("共享我的位置") }), off ? t("下岗时不共享") : t("只在上岗时开，12 小时后自动关；下岗后指挥部不收。巡查时的轨迹另算")),
      field(t("语言"), chips([["zh", "中文"], ["en", "English"]], settings.language, (language) => set({ language }), { label: t("语言") })),
      field(t("字号"), chips([["normal", t("标准")], ["large", t("大")], ["huge", t("特大")]], settings.size, (size) => set({ size }), { label: t("字号") })),
      field(t("颜色"), chips([["light", t("浅色")], ["dark", t("深色")], ["strong", t("最强对比")]], settings.theme, (theme) => set({ theme }), { label: t("颜色") })),
      h("p", { class: "hint" }, t("版本 {version}", { version: app.version }), app.noShell ? ` · ${t("没有装证书：断网后重开页面会打不开")}` : ""),
      button(t("退出并清除这部手机"), () => ask(app, app.outbox.items.length
        ? t("还有 {n} 条没有送到，清除后就没有了。确定吗？", { n: app.outbox.items.length }) : t("退出后要由值班员重新发码才能再用。没有信号时只清除内容，请另告值班员停用。"), t("退出"), () => app.leave()), { kind: "quiet danger-text", sign: icon("bin"), "data-act": "wipe" })),
    foot: foot(app, to("more")),
  };
}
