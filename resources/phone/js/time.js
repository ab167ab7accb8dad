/** Times as they are told on the screen: Beijing time, and how long until or since. */

const CLOCK = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const DATE = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", month: "numeric", day: "numeric" });
const DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });

/** 14:05, with the day in front when it is not the day of `now`. */
export function clock(when, now = new Date()) {
  const time = new Date(when);
  if (Number.isNaN(time.getTime())) return "—";
  return DAY.format(time) === DAY.format(now) ? CLOCK.format(time) : `${DATE.format(time)} ${CLOCK.format(time)}`;
}

/** Date and time as they are written down: 2020-08-20 14:05, Beijing time. */
export function written(when) {
  return `${DAY.format(when)} ${CLOCK.format(when)}`;
}

/** A span in words: 45 min, 2 h 10 min, 3 d. */
export function span(ms, t) {
  const minutes = Math.max(0, Math.round(Math.abs(ms) / 60_000));
  if (minutes < 60) return t("{n} 分钟", { n: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 ? t("{h} 小时 {m} 分", { h: hours, m: minutes % 60 }) : t("{h} 小时", { h: hours });
  return t("{d} 天", { d: Math.round(hours / 24) });
}

/** A running clock: 12:05 or 1:12:05. */
export function running(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (number) => String(number).padStart(2, "0");
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
