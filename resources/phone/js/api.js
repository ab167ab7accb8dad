/** HTTP to the gateway. Every refusal is an ApiError; status 0 means that nothing came back. */

const SHORT_MS = 15_000;
const LONG_MS = 90_000;
const LONGEST_MS = 175_000; // the desk waits three minutes for a file

export class ApiError extends Error {
  constructor(status, code, { retryAfter = 0, wipe = false } = {}) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
    this.wipe = wipe;
  }

  /** Whether the same message may well be taken later, as it is. */
  get passing() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

export class Api {
  /** `heard(reached)` is told after each call whether the gateway answered; `refused(error)` hears every 401. */
  constructor({ heard, refused }) {
    this.heard = heard;
    this.refused = refused;
  }

  async call(path, { method = "GET", json = undefined, body = undefined, headers = {}, ms = SHORT_MS, stop = undefined } = {}) {
    let response;
    try {
      response = await fetch(`/api/${path}`, {
        method,
        body: json === undefined ? body : JSON.stringify(json),
        headers: json === undefined ? headers : { "Content-Type": "application/json", ...headers },
        cache: "no-store",
        credentials: "same-origin",
        redirect: "error",
        signal: deadline(ms, stop),
      });
    } catch {
      if (stop?.aborted) throw new ApiError(0, "stopped");
      this.heard(false); // no network, or no answer in time: told on the screen as the state of the link
      throw new ApiError(0, "no_answer");
    }
    this.heard(response.status !== 502 && response.status !== 504);
    if (response.ok || response.status === 304) return response;
    const told = await response.json().catch(() => ({}));
    const error = new ApiError(response.status, String(told.error ?? "unknown"), {
      retryAfter: Number(response.headers.get("Retry-After")) || 0, wipe: told.wipe === true,
    });
    if (error.status === 401) this.refused(error);
    throw error;
  }

  async me() {
    return readJson(await this.call("me"));
  }

  /** The own list with its tag, or null when it is still `tag`. */
  async mine(tag) {
    const response = await this.call("mine", { headers: tag ? { "If-None-Match": tag } : {} });
    if (response.status === 304) return null;
    return { tag: response.headers.get("ETag") ?? "", list: await readJson(response) };
  }

  async send(message) {
    await readJson(await this.call("send", { method: "POST", json: message })); // to its end: half an answer is none
  }

  /** Upload a picture, video or voice note; tells its digest. `stop` breaks it off. */
  async file(blob, client, stop = undefined) {
    const headers = { "Content-Type": blob.type.split(";")[0] || "application/octet-stream", "X-Client": client };
    return readJson(await this.call("file", { method: "POST", body: blob, headers, ms: Math.min(LONGEST_MS, LONG_MS + blob.size / 50), stop }));
  }

  async positions(points) {
    await this.call("positions", { method: "POST", json: { points } });
  }

  /** Sign this phone off; without a link the desk has to do it. */
  async leave() {
    await this.call("leave", { method: "POST", json: {} });
  }

  async enrol(code, name) {
    return readJson(await this.call("enrol", { method: "POST", json: { code, name } }));
  }

  /** What the desk decided about this phone: null while it waits. */
  async enrolled(pending) {
    const response = await this.call(`enrol/${encodeURIComponent(pending)}`);
    return response.status === 202 ? null : readJson(response);
  }
}

async function readJson(response) {
  try {
    return await response.json();
  } catch {
    throw new ApiError(0, "no_answer"); // the answer broke off on its way
  }
}

/** A signal after so long, or when `stop` says so. */
function deadline(ms, stop) {
  if (!stop && AbortSignal.timeout) return AbortSignal.timeout(ms);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  stop?.addEventListener("abort", () => controller.abort());
  return controller.signal;
}
