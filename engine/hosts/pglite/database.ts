/**
 * One embedded database: a worker that boots when first asked for, one session at a time, the others in a line.
 *
 *     asleep --(first session)--> booting --> ready <--> in use
 *       ^                                       |
 *       +--- worker ended (stop, breakdown) ----+      the next session boots it again from what was flushed last
 */
import { ConnectionError, type DatabaseRequest, type DatabaseSession } from '../../ports/Databases.ts';
import { abortable } from '../common/abortable.ts';
import { type Client, createClient, type WorkerPort } from '../common/workerClient.ts';
import type { Machine, PgliteOperations, Place } from './protocol.ts';
import { openSession } from './session.ts';

/** What a host gives to a database. */
export interface Home {
  place: Place;
  launch: () => WorkerPort;
  /** The archive that fills an empty place; nothing: a plain boot, some seconds slower. */
  snapshot: () => Promise<Blob | string | undefined>;
  /** PGlite's own files; where it is missing, PGlite finds them by itself. */
  machine?: () => Promise<Machine>;
  /** Empties a place that can't be opened any more. */
  wipe: () => Promise<void>;
  /** Indonesian: how a person empties it. */
  emptying: string;
}

export interface Database {
  connect(signal: AbortSignal, onNotice?: DatabaseRequest['onNotice']): Promise<DatabaseSession>;
  /** Whether its data outlive the worker; known after the first boot. */
  readonly kept: boolean | undefined;
  reset(): Promise<void>;
  close(): Promise<void>;
}

const broken = (emptying: string) =>
  `Berkas database bawaan rusak dan tidak bisa dibuka lagi. ${emptying} Lalu jalankan flow dari awal; isi database itu hilang.`;

export function createDatabase({ place, launch, snapshot, machine, wipe, emptying }: Home): Database {
  let line: Promise<unknown> = Promise.resolve();
  let booted: Promise<Client<PgliteOperations>> | undefined;
  let kept: boolean | undefined;
  /** For a place that keeps nothing: what was flushed last. */
  let remembered: Blob | undefined;

  async function boot(): Promise<Client<PgliteOperations>> {
    const archive = remembered ?? (await snapshot());
    const files = await machine?.();
    const client = createClient<PgliteOperations>(launch());
    ({ kept } = await client.ask('open', {
      place,
      ...(archive && { snapshot: archive }),
      ...(files && { machine: files }),
    }));
    return client;
  }

  async function awake(signal: AbortSignal): Promise<Client<PgliteOperations>> {
    if (
      booted &&
      (await booted.then(
        (client) => client.ended,
        () => true,
      ))
    )
      booted = undefined;
    booted ??= boot();
    try {
      return await abortable(booted, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      booted = undefined;
      if (error instanceof ConnectionError) throw error;
      throw new ConnectionError('The connection attempt failed.', { explanation: broken(emptying), cause: error });
    }
  }

  /** Waits for its turn; gives back what ends the turn. */
  async function turn(signal: AbortSignal): Promise<() => void> {
    let end = () => {};
    const before = line;
    line = new Promise<void>((resolve) => {
      end = resolve;
    }).then(() => before);
    try {
      await abortable(before, signal);
      return end;
    } catch (error) {
      end();
      throw error;
    }
  }

  async function flush(client: Client<PgliteOperations>): Promise<void> {
    if (client.ended) return;
    await client.ask('refresh', {});
    remembered = (await client.ask('flush', {})) ?? remembered;
  }

  return {
    get kept() {
      return kept;
    },

    async connect(signal, onNotice) {
      const end = await turn(signal);
      try {
        const client = await awake(signal);
        return openSession(client, signal, () => flush(client).finally(end), onNotice);
      } catch (error) {
        end();
        throw error;
      }
    },

    async reset() {
      const never = new AbortController().signal;
      const end = await turn(never);
      try {
        const client = await awake(never);
        await client.ask('refresh', {});
        await client.ask('reset', {});
        await flush(client);
      } catch {
        booted?.then(
          (client) => client.end(new Error('reset')),
          () => undefined,
        );
        booted = undefined;
        remembered = undefined;
        await wipe();
      } finally {
        end();
      }
    },

    async close() {
      const client = await booted?.catch(() => undefined);
      booted = undefined;
      if (!client || client.ended) return;
      await client.ask('close', {}).catch(() => undefined);
      client.end(new Error('The database is closed'));
    },
  };
}
