/** What this phone keeps: IndexedDB, written through before anything is called kept. */

const NAME = "anlan";
const VERSION = 1;

/** Open the store; one connection for the life of the page. */
export async function openDb() {
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => build(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("store blocked"));
  });
  db.onversionchange = () => db.close(); // another page of ours wipes: it must not wait for us
  return new Db(db);
}

function build(db) {
  db.createObjectStore("meta");
  db.createObjectStore("drafts");
  db.createObjectStore("files", { keyPath: "id" });
  db.createObjectStore("points", { keyPath: "n", autoIncrement: true });
  db.createObjectStore("outbox", { keyPath: "seq", autoIncrement: true }).createIndex("client", "client", { unique: true });
}

class Db {
  constructor(db) {
    this.db = db;
  }

  /** Run `work(stores…)` in one transaction; the promise holds when it is on disk, with what `work` returned. */
  write(names, work) {
    return new Promise((resolve, reject) => {
      const transaction = this.db.transaction(names, "readwrite", { durability: "strict" });
      let result;
      transaction.oncomplete = () => resolve(result instanceof IDBRequest ? result.result : result);
      transaction.onabort = () => reject(transaction.error ?? new Error("transaction aborted"));
      try {
        result = work(...names.map((name) => transaction.objectStore(name)));
      } catch (error) {
        transaction.abort(); // all of it or nothing
        reject(error);
      }
    });
  }

  read(name, work) {
    return new Promise((resolve, reject) => {
      const request = work(this.db.transaction(name).objectStore(name));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  get(name, key) {
    return this.read(name, (store) => store.get(key));
  }

  all(name, most = undefined) {
    return this.read(name, (store) => store.getAll(null, most));
  }

  keys(name) {
    return this.read(name, (store) => store.getAllKeys());
  }

  count(name) {
    return this.read(name, (store) => store.count());
  }

  /** `key` only for stores without a key of their own (meta, drafts). */
  put(name, value, key = undefined) {
    return this.write([name], (store) => store.put(value, key));
  }

  remove(name, ...keys) {
    return this.write([name], (store) => { for (const key of keys) store.delete(key); });
  }

  /** Forget everything. */
  destroy() {
    this.db.close();
    return new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(NAME);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
  }
}

/** Remove files that no draft and no waiting message names any more: what a killed page left between two writes. */
export async function sweepFiles(db) {
  const named = new Set();
  for (const draft of await db.all("drafts")) for (const id of draft.files ?? []) named.add(id);
  for (const item of await db.all("outbox")) for (const id of item.files) named.add(id);
  const stray = (await db.keys("files")).filter((id) => !named.has(id));
  if (stray.length) await db.remove("files", ...stray);
}

/** A random id, also where randomUUID is not given (pages without a trusted certificate). */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
