/* The shell of the page, kept for when there is no network. Never anything of /api: that is somebody's own. */

const VERSION = "1";
const CACHE = `anlan-shell-${VERSION}`;
const PATIENCE_MS = 3000;
const SLOW_FOR_MS = 30000;
const TRIES = 20;
const PACE_MS = 200;
const SHELL = [
  "/", "/index.html", "/app.css", "/manifest.webmanifest", "/icon.svg", "/icon-192.png", "/icon-512.png",
  "/js/api.js", "/js/app.js", "/js/camera.js", "/js/clip.js", "/js/db.js", "/js/dom.js", "/js/exif.js", "/js/form.js", "/js/frame.js",
  "/js/icons.js", "/js/kinds.js", "/js/line.js", "/js/outbox.js", "/js/parts.js", "/js/position.js", "/js/router.js", "/js/store.js",
  "/js/time.js", "/js/track.js", "/js/wipe.js", "/js/words-en.js", "/js/words.js",
  "/js/screens/danger.js", "/js/screens/enrol.js", "/js/screens/foot.js", "/js/screens/household.js", "/js/screens/households.js",
  "/js/screens/mine.js", "/js/screens/more.js", "/js/screens/muster.js", "/js/screens/outbox.js",
  "/js/screens/patrol.js", "/js/screens/poll.js", "/js/screens/push.js", "/js/screens/report.js", "/js/screens/reports.js", "/js/screens/sent.js", "/js/screens/settings.js",
  "/js/screens/task.js", "/js/screens/watch.js",
];
const MAY_LACK = [
  "/call.js", "/call.css", "/call/devices.js", "/call/frames.js", "/call/peer.js", "/call/relay.js", "/call/screen.js", "/call/tap.js", "/call/words.js",
];

let slowUntil = 0;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    for (const path of [...SHELL, ...MAY_LACK]) {
      await keep(cache, path);
      await pause(PACE_MS);
    }
    await self.skipWaiting();
  })());
});

/* One after the other, and patiently: the gateway lets a phone ask only so often, and reports go first. */
async function keep(cache, path) {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await fetch(path, { cache: "no-cache" });
    if (answer.ok) {
      await cache.put(path, answer);
      return;
    }
    if (answer.status !== 429) break;
    await pause(1000 * (Number(answer.headers.get("Retry-After")) || 1));
  }
  if (!MAY_LACK.includes(path)) throw new Error(`no ${path}`);
}

function pause(ms) {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith("anlan-shell-") && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin || url.pathname.startsWith("/api/")) return;
  event.respondWith(answer(event.request, url.pathname));
});

/* Network first, three seconds; once it was too slow, do not wait again for every single file. */
async function answer(request, path) {
  const kept = await caches.match(request.mode === "navigate" ? "/" : path);
  if (!kept) return fetch(request);
  if (Date.now() < slowUntil) return kept;
  const fresh = fetch(request).then(async (response) => {
    if (response.ok && response.type === "basic" && !response.redirected) await renew(request, path, response.clone());
    return response;
  });
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS, null); });
  const first = await Promise.race([fresh.catch(() => null), late]);
  if (first && first.ok) return first;
  if (!first || first.status === 429) slowUntil = Date.now() + SLOW_FOR_MS;
  return kept;
}

/* Only while the cache is there: a wipe must not be undone by an answer that comes late. */
async function renew(request, path, response) {
  if (!(await caches.has(CACHE))) return;
  await (await caches.open(CACHE)).put(request.mode === "navigate" ? "/" : path, response);
}
