/** What the engine kept goes, what is not its own stays. */
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { eraseKept } from './startOver.ts';

const made = (factory: IDBFactory, name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = factory.open(name, 1);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

test('the databases of the engine are erased, others are left', async () => {
  const factory = new IDBFactory();
  for (const name of ['alur', '/pglite/alur-ny_taxi', 'alur-postgres-ready:alur-ny_taxi', 'lain', 'alurkan']) {
    (await made(factory, name)).close();
  }
  await eraseKept(factory);
  expect((await factory.databases()).map(({ name }) => name).sort()).toEqual(['alurkan', 'lain']);
});
