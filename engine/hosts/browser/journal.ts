/** The journal in IndexedDB: a row a batch. Durability is relaxed: a closed page loses nothing, a power cut at most the last moments. */
import {
  type Journal,
  type JournalBatch,
  JournalError,
  type JournalRecord,
  type JournalSnapshot,
} from '../../ports/Journal.ts';
import { StorageFullError } from '../../ports/Storage.ts';
import { type Idb, outcome } from './idb.ts';

const VERSION = 1;
const ROWS_AT_ONCE = 200;
const SNAPSHOT = 'journal';

interface Row {
  version: number;
  records: JournalRecord[];
}

export function createIdbJournal(opened: () => Promise<Idb>): Journal {
  return {
    async append(records) {
      const idb = await opened();
      const row: Row = { version: VERSION, records: [...records] };
      try {
        return Number(await idb.transact(['journal'], 'readwrite', ({ journal }) => outcome(journal.add(row))));
      } catch (error) {
        if (error instanceof StorageFullError)
          throw new JournalError(
            'Ruang penyimpanan browser penuh, jadi riwayat eksekusi tidak bisa dicatat. Kosongkan disk, lalu muat ulang halaman.',
          );
        throw error;
      }
    },
    async *read(after = 0) {
      const idb = await opened();
      let last = after;
      for (;;) {
        const batches = await batchesAfter(idb, last);
        yield* batches;
        last = batches.at(-1)?.place ?? last;
        if (batches.length < ROWS_AT_ONCE) return;
      }
    },
    async at(places) {
      const idb = await opened();
      return idb.transact(['journal'], 'readonly', ({ journal }) =>
        Promise.all(places.map(async (place) => batchOf(place, await outcome<Row | undefined>(journal.get(place))))),
      );
    },
    async keep(given) {
      const snapshot = structuredClone(given);
      const idb = await opened();
      await idb.transact(['snapshots'], 'readwrite', ({ snapshots }) => outcome(snapshots.put(snapshot, SNAPSHOT)));
    },
    async kept() {
      const idb = await opened();
      return idb.transact(['snapshots'], 'readonly', ({ snapshots }) =>
        outcome<JournalSnapshot | undefined>(snapshots.get(SNAPSHOT)),
      );
    },
  };
}

function batchesAfter(idb: Idb, after: number): Promise<JournalBatch[]> {
  const range = IDBKeyRange.lowerBound(after, true);
  return idb.transact(['journal'], 'readonly', async ({ journal }) => {
    const [keys, rows] = await Promise.all([
      outcome(journal.getAllKeys(range, ROWS_AT_ONCE)),
      outcome<Row[]>(journal.getAll(range, ROWS_AT_ONCE)),
    ]);
    return rows.map((row, at) => batchOf(Number(keys[at]), row));
  });
}

function batchOf(place: number, row: Row | undefined): JournalBatch {
  if (!row) throw new JournalError(`Riwayat eksekusi di browser ini tidak utuh (baris ${place} hilang). ${ANEW}`);
  const { version, records } = row;
  if (version === VERSION) return { place, records };
  throw new JournalError(
    `Riwayat eksekusi di browser ini ditulis oleh versi ${version}, sedangkan halaman ini memakai versi ${VERSION}. ${ANEW}`,
  );
}

const ANEW = 'Muat ulang halaman, atau hapus data situs ini.';
