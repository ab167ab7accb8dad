/** Forget everything that this phone holds of the headquarters. */

/** Remove store, caches and service worker; what is left on the screen is one sentence. */
export async function wipe(db) {
  const gone = [db?.destroy()];
  if (self.caches) gone.push(...(await caches.keys()).map((name) => caches.delete(name)));
  if (navigator.serviceWorker) {
    gone.push(...(await navigator.serviceWorker.getRegistrations()).map((worker) => worker.unregister()));
  }
  localStorage.clear();
  sessionStorage.clear();
  await Promise.all(gone);
}
