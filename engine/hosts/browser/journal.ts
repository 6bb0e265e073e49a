/** The journal in IndexedDB: a row a batch. Durability is relaxed: a closed page loses nothing, a power cut at most the last moments. */
import { type Journal, JournalError, type JournalRecord } from '../../ports/Journal.ts';
import { StorageFullError } from '../../ports/Storage.ts';
import { type Idb, outcome } from './idb.ts';

const VERSION = 1;
const ROWS_AT_ONCE = 200;

interface Batch {
  version: number;
  records: JournalRecord[];
}

export function createIdbJournal(opened: () => Promise<Idb>): Journal {
  return {
    async append(records) {
      if (records.length === 0) return;
      const idb = await opened();
      const batch: Batch = { version: VERSION, records: [...records] };
      try {
        await idb.transact(['journal'], 'readwrite', ({ journal }) => outcome(journal.add(batch)));
      } catch (error) {
        if (error instanceof StorageFullError)
          throw new JournalError(
            'Ruang penyimpanan browser penuh, jadi riwayat eksekusi tidak bisa dicatat. Kosongkan disk, lalu muat ulang halaman.',
          );
        throw error;
      }
    },
    async *read() {
      const idb = await opened();
      let after = 0;
      for (;;) {
        const rows = await rowsAfter(idb, after);
        for (const { key, batch } of rows) {
          if (batch.version !== VERSION) throw unknownVersion(batch.version);
          yield* batch.records;
          after = key;
        }
        if (rows.length < ROWS_AT_ONCE) return;
      }
    },
  };
}

function rowsAfter(idb: Idb, after: number): Promise<{ key: number; batch: Batch }[]> {
  const range = IDBKeyRange.lowerBound(after, true);
  return idb.transact(['journal'], 'readonly', async ({ journal }) => {
    const [keys, batches] = await Promise.all([
      outcome(journal.getAllKeys(range, ROWS_AT_ONCE)),
      outcome<Batch[]>(journal.getAll(range, ROWS_AT_ONCE)),
    ]);
    return batches.map((batch, at) => ({ key: Number(keys[at]), batch }));
  });
}

const unknownVersion = (version: number): JournalError =>
  new JournalError(
    `Riwayat eksekusi di browser ini ditulis oleh versi ${version}, sedangkan halaman ini memakai versi ${VERSION}. Muat ulang halaman, atau hapus data situs ini.`,
  );
