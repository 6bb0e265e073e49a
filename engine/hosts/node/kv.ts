/** The KV store: one JSON file a namespace, replaced whole at every change; changes of a namespace wait for each other. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Clock } from '../../ports/Clock.ts';
import type { Kv, KvEntry } from '../../ports/Kv.ts';
import { alive, byKey, living } from '../common/memoryKv.ts';
import { codeOf, encodeName, writeWhole } from './files.ts';

const entry = z.object({
  key: z.string(),
  type: z.enum(['STRING', 'NUMBER', 'BOOLEAN', 'DATETIME', 'DATE', 'DURATION', 'JSON']),
  value: z.unknown(),
  description: z.string().exactOptional(),
  expiresAt: z.number().exactOptional(),
});

export function createFileKv(folder: string, clock: Clock): Kv {
  const queues = new Map<string, Promise<unknown>>();
  const fileOf = (namespace: string): string => join(folder, `${encodeName(namespace)}.json`);

  async function read(namespace: string): Promise<KvEntry[]> {
    try {
      return z.array(entry).parse(JSON.parse(await readFile(fileOf(namespace), 'utf8')));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      const explanation = `Berkas KV store \`${fileOf(namespace)}\` tidak bisa dibaca. Perbaiki isinya, atau hapus berkas itu.`;
      throw new Error(explanation, { cause: error });
    }
  }

  function inTurn<T>(namespace: string, work: () => Promise<T>): Promise<T> {
    const turn = (queues.get(namespace) ?? Promise.resolve()).then(work, work);
    queues.set(namespace, turn);
    return turn;
  }

  const write = (namespace: string, entries: KvEntry[]): Promise<void> =>
    writeWhole(fileOf(namespace), `${JSON.stringify(entries.sort(byKey), null, 2)}\n`);

  return {
    get: (namespace, key) =>
      inTurn(namespace, async () =>
        alive(
          (await read(namespace)).find((one) => one.key === key),
          clock,
        ),
      ),
    set: (namespace, added) =>
      inTurn(namespace, async () => {
        const others = (await read(namespace)).filter(({ key }) => key !== added.key);
        await write(namespace, [...others, added]);
      }),
    delete: (namespace, key) =>
      inTurn(namespace, async () => {
        const all = await read(namespace);
        const others = all.filter((one) => one.key !== key);
        if (others.length === all.length) return false;
        await write(namespace, others);
        return true;
      }),
    list: (namespace, options) => inTurn(namespace, async () => living(await read(namespace), clock, options)),
  };
}
