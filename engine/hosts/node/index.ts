/**
 * The host of the terminal: files under one home folder, Postgres embedded or a real one, scripts in a sandbox unless the person asked
 * for another runner. Nothing is opened before it is needed; `close` lets the next process in.
 */
import { join, resolve } from 'node:path';
import type { Host } from '../../ports/Host.ts';
import type { Scripts } from '../../ports/Scripts.ts';
import { lazyDatabases, lazyFileDatabases } from '../common/lazy.ts';
import { systemRandom } from '../common/random.ts';
import { realClock } from '../common/realClock.ts';
import { type SampleOptions, sampleTable, withSamples } from '../samples/index.ts';
import { type Environment, envsFrom, secretsFrom } from './environment.ts';
import { createNodeHttp } from './http.ts';
import { createFileJournal } from './journal.ts';
import { createFileKv } from './kv.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import { journalFileOf } from './places.ts';
import { nodeScripts } from './runners.ts';
import { createFileStorage } from './storage.ts';

export type { Answering } from './mailbox.ts';
export { OwnerClosing, OwnerGone, type OwnerLine, OwnerRefusal, ownerOf } from './owner.ts';

export interface NodeHostOptions {
  /** The folder that keeps journal, KV, files and the embedded Postgres. */
  home: string;
  /** `postgresql://user:password@host:5432/name`: every JDBC address goes to this server. */
  db?: string;
  runner?: Scripts['runner'];
  /** Whether the course's addresses are answered by a sample (`contoh`, the default) or by the network (`asli`). */
  data?: 'contoh' | 'asli';
  samples?: SampleOptions;
  /** For `SECRET_…` and `ENV_…`; the process' own unless given. */
  env?: Environment;
  /** Every batch of the journal waits for the disk. */
  fsync?: boolean;
  /** How long to wait for another process on the same home. */
  patienceMs?: number;
  timeZone?: string;
  /** Told what a person should know, in Indonesian. */
  warn?: (message: string) => void;
}

export interface NodeHost extends Host {
  /** Where other processes can speak to this one while it has the home. */
  mailbox: Mailbox;
}

export function createNodeHost(options: NodeHostOptions): NodeHost {
  const { data = 'contoh', runner = 'sandbox', env = process.env, samples, fsync, patienceMs, warn } = options;
  const home = resolve(options.home);
  const mailbox = createMailbox(home);
  const journal = createFileJournal(journalFileOf(home), {
    door: mailbox,
    ...(fsync !== undefined && { fsync }),
    ...(patienceMs !== undefined && { patienceMs }),
    ...(warn !== undefined && { warn }),
  });
  const net = createNodeHttp();
  const http = data === 'asli' ? net : withSamples(net, samples);
  const databases = lazyDatabases(() => openDatabases(home, options.db));
  const storage = createFileStorage(join(home, 'storage'));
  const fileDatabases = lazyFileDatabases(async () =>
    (await import('./duckdb/index.ts')).createNodeDuckdb(storage, join(home, 'duckdb')),
  );
  const scripts = nodeScripts(runner, {
    http,
    samples: data === 'contoh' ? sampleTable(samples?.own) : undefined,
  });
  return {
    name: 'node',
    clock: realClock,
    random: systemRandom,
    storage,
    journal,
    mailbox,
    kv: createFileKv(join(home, 'kv'), realClock),
    secrets: secretsFrom(env),
    envs: envsFrom(env),
    http,
    databases,
    fileDatabases,
    scripts,
    timeZone: options.timeZone ?? 'UTC',
    async close() {
      await Promise.all([databases.close(), fileDatabases.close(), scripts.close(), journal.close()]);
    },
  };
}

async function openDatabases(home: string, db: string | undefined) {
  if (db === undefined) {
    const { createNodeDatabases } = await import('./postgres/embedded.ts');
    return createNodeDatabases({ folder: join(home, 'postgres') });
  }
  const { createPgDatabases } = await import('./postgres/real.ts');
  return { ...createPgDatabases(db), close: async () => undefined };
}
