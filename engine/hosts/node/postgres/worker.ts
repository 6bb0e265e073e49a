/** The thread in which an embedded Postgres of Node lives. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { Request } from '../../pglite/protocol.ts';
import { createServer } from '../../pglite/server.ts';

/** Stands in a folder that was filled to the end; one without it was left by a process that died while filling it. */
const READY = 'alur-ready';

const serve = createServer(async (place) => {
  if (place.kind !== 'folder') return { options: {}, empty: true, kept: false };
  const ready = join(place.path, READY);
  const empty = !existsSync(ready);
  if (empty) rmSync(place.path, { recursive: true, force: true });
  mkdirSync(place.path, { recursive: true });
  return { options: { dataDir: place.path }, empty, kept: true, filled: async () => writeFileSync(ready, '') };
});

let line: Promise<void> = Promise.resolve();
parentPort?.on('message', (request: Request) => {
  line = line.then(async () => parentPort?.postMessage(await serve(request)));
});
