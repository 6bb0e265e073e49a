/** Postgres in the page: one PGlite per database name, each in a worker of its own. */

import type { WorkerPort } from '../../common/workerClient.ts';
import { createEmbeddedDatabases, type EmbeddedDatabases } from '../../pglite/databases.ts';
import type { Machine } from '../../pglite/protocol.ts';
import { wiped } from './storedFiles.ts';

export interface PostgresFiles {
  machine: Machine;
  /** The archive that an empty database boots from. */
  snapshot: Blob;
}

export function createBrowserDatabases(files: () => Promise<PostgresFiles>): EmbeddedDatabases {
  return createEmbeddedDatabases((database) => {
    const name = `alur-${database}`;
    return {
      place: { kind: 'indexeddb', name },
      launch,
      snapshot: async () => (await files()).snapshot,
      machine: async () => (await files()).machine,
      wipe: () => wiped(name),
      emptying: 'Buka tab Data (SQL) dan tekan Mulai dari awal.',
    };
  });
}

function launch(): WorkerPort {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'postgres' });
  return {
    post: (request, transfer) => worker.postMessage(request, transfer),
    listen: (onReply, onEnd) => {
      worker.addEventListener('message', ({ data }) => onReply(data));
      worker.addEventListener('error', (event) => onEnd(event.message || 'The database worker broke'));
    },
    terminate: () => worker.terminate(),
  };
}
