/** The nine classes of field reports; their kinds come from the desk. */

export const CATEGORIES = Object.freeze([
  ["E1", "工程险情"], ["E2", "工程隐患"], ["E3", "四乱违法"], ["E4", "涉水安全"], ["E5", "滩区人员"],
  ["E6", "物资设施"], ["E7", "环境水质"], ["E8", "舆情民生"], ["E9", "技防告警"],
]);

/** Kinds of a class as the desk lists them, the most urgent first. */
export function kindsOf(store, category) {
  return store.part("kinds").filter((entry) => entry.category === category);
}

/** The kinds this person reported last, newest first, each once. */
export function recentKinds(store, most = 3) {
  const found = new Map();
  for (const report of [...store.part("reports")].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))) {
    if (report.kind && !found.has(report.kind)) found.set(report.kind, report.category);
  }
  return [...found].slice(0, most);
}
