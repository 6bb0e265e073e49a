/** The worker in which an embedded Postgres of the page lives. */
import type { Request } from '../../pglite/protocol.ts';
import { createServer } from '../../pglite/server.ts';
import { storedIn } from './storedFiles.ts';

const serve = createServer((place) =>
  place.kind === 'indexeddb' ? storedIn(place.name) : Promise.resolve({ options: {}, empty: true, kept: false }),
);

let line: Promise<void> = Promise.resolve();
self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  line = line.then(async () => self.postMessage(await serve(data)));
});
