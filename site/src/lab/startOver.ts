/**
 * Erases what the engine keeps in this browser: tables, files, runs, KV and secrets. What the learner wrote and which labs are passed
 * stand elsewhere and stay. Works without the engine, which may be what is damaged.
 */

/** The engine's own, and those of PGlite. */
const OURS = /^(alur$|alur-|\/pglite\/alur-)/;

/** A database that another tab has open goes only when that tab closes it. */
const PATIENCE = 3_000;

/** Rejects with what to do when something is in the way. */
export async function eraseKept(factory: IDBFactory = indexedDB): Promise<void> {
  const found = await factory.databases();
  await Promise.all(
    found.flatMap(({ name }) => (name !== undefined && OURS.test(name) ? [erased(factory, name)] : [])),
  );
}

function erased(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const erasing = factory.deleteDatabase(name);
    erasing.onsuccess = () => resolve();
    erasing.onerror = () =>
      reject(new Error('Browser menolak menghapus datanya. Hapus data situs ini di setelan browser.'));
    setTimeout(
      () => reject(new Error('Tab lain masih memakai data ini. Tutup tab Alur yang lain, lalu tekan lagi.')),
      PATIENCE,
    );
  });
}
