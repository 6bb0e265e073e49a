/** What grading needs of this machine: an engine with a home of its own that is gone afterwards, so that nothing of the learner's is touched. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Drivers } from '../check/index.ts';
import { createEngine } from '../index.ts';
import { cliMessages as say } from '../messages/cli.ts';
import { StoppedError, UnavailableError, UsageError } from './exit.ts';
import { type HostOptions, openHost } from './options.ts';

/** `embedded` (the default): Postgres and scripts as the other options say. `docker`: a Postgres 18 and containers of their own. */
export interface DriverOptions extends HostOptions {
  tier?: string;
}

type Work<T> = (drivers: Drivers) => Promise<T>;

export async function withDrivers<T>(options: DriverOptions, work: Work<T>): Promise<T> {
  const { tier = 'embedded' } = options;
  if (tier === 'embedded') return graded(options, new AbortController().signal, work);
  if (tier === 'docker') return withContainers(options, work);
  throw new UsageError(say.badChoice('tier', tier, ['embedded', 'docker']));
}

async function graded<T>(options: HostOptions, signal: AbortSignal, work: Work<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'alur-periksa-'));
  const host = openHost({ ...options, home });
  const engine = createEngine(host, { recover: false });
  try {
    return await work({
      engine,
      signal,
      databases: host.databases,
      reset: (database) => emptied(host, database),
      filesBelow: async (prefix) => (await host.storage.list(prefix)).length,
    });
  } finally {
    await engine.close();
    await rm(home, { recursive: true, force: true });
  }
}

/** Interrupted, it still takes its containers down; killed, the next start does (see hosts/docker/sweep.ts). */
async function withContainers<T>(options: HostOptions, work: Work<T>): Promise<T> {
  const { DockerError, startPostgres, sweepContainers } = await import('../hosts/docker/index.ts');
  const stop = new AbortController();
  const interrupted = () => stop.abort(new StoppedError());
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    await sweepContainers();
    const postgres = await startPostgres();
    for (const note of postgres.notes) console.error(note);
    try {
      stop.signal.throwIfAborted();
      return await graded({ ...options, db: postgres.url, runner: 'docker' }, stop.signal, work);
    } finally {
      await postgres.stop();
    }
  } catch (error) {
    if (error instanceof DockerError)
      throw new UnavailableError(say.docker(error.explanation, error.message), { cause: error });
    throw error;
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
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
