/** What grading needs of this machine: an engine with a home of its own that is gone afterwards, so that nothing of the learner's is touched. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Drivers } from '../check/index.ts';
import { createEngine } from '../index.ts';
import { type HostOptions, openHost } from './options.ts';

export async function withDrivers<T>(options: HostOptions, work: (drivers: Drivers) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'alur-periksa-'));
  const host = openHost({ ...options, home });
  const engine = createEngine(host, { recover: false });
  try {
    return await work({
      engine,
      databases: host.databases,
      reset: (database) => emptied(host, database),
      filesBelow: async (prefix) => (await host.storage.list(prefix)).length,
    });
  } finally {
    await engine.close();
    await rm(home, { recursive: true, force: true });
  }
}

/** Drops what the schemas of a database hold. */
async function emptied({ databases }: ReturnType<typeof openHost>, database: string): Promise<void> {
  const session = await databases.connect(
    { url: `jdbc:postgresql://localhost:5432/${database}` },
    new AbortController().signal,
  );
  try {
    await session.query('DROP SCHEMA IF EXISTS public CASCADE');
    await session.query('CREATE SCHEMA public');
  } finally {
    await session.close();
  }
}
