/**
 * `taskCache`: what a task gave is kept for the flow's next executions. The key is the whole task as rendered, its id, description and
 * `ttl` included, and in a loop the value; so another input, or another word in the flow, is another entry. As in a Kestra 1.1.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Task } from '../door.ts';
import type { TaskContext } from '../plugins/definition.ts';
import { parseDuration } from '../time/duration.ts';
import { renderDeep } from './properties.ts';
import type { TaskRunState } from './state.ts';

type Outputs = Record<string, unknown>;

export interface TaskCache {
  /** What an earlier execution kept, where it still counts. */
  kept: { outputs: Outputs } | undefined;
  keep(outputs: Outputs): Promise<void>;
}

interface Asked {
  taskRun: TaskRunState;
  context: TaskContext;
  render(template: string): Promise<string>;
}

/** Nothing where the task asks for none, or its key can't be made: then it runs as any other. */
export async function taskCacheOf({ taskRun, context, render }: Asked): Promise<TaskCache | undefined> {
  const { task, value } = taskRun;
  if (!task.taskCache?.enabled) return undefined;
  const { log, ports, execution } = context;
  log.debug(`Task output caching is enabled for task '${task.id}''`);
  const key = await keyOf(task, render).catch(() => undefined);
  if (key === undefined) {
    log.error(`Unable to create the cache key for the task '${task.id}'`);
    return undefined;
  }
  const inner = value === undefined ? '' : `${hashOf(value)}/`;
  const uri = `kestra:///${execution.namespace.replaceAll('.', '/')}/${execution.flowId}/_cache/${key}/${inner}cache.json`;
  const found = await read(uri, context);
  const ttl = task.taskCache.ttl === undefined ? undefined : parseDuration(task.taskCache.ttl);
  const isOver = found !== undefined && ttl !== undefined && ports.clock.now() > found.at + ttl;
  if (isOver) {
    log.debug(`Cache is expired for cache-id=${key}, object-id=${value ?? null}, and ttl=${ttl}, deleting it`);
    await ports.storage.delete(uri);
  } else if (found) {
    log.info(`Skipping task execution for task '${task.id}' as there is an existing cache entry for it`);
  }
  return {
    kept: isOver ? undefined : found,
    async keep(outputs) {
      log.info(`Uploading a cache entry for task '${task.id}'`);
      await ports.storage.put(uri, utf8ToBytes(JSON.stringify({ at: ports.clock.now(), outputs } satisfies Entry)));
      log.debug(`Caching entry uploaded in URI ${uri}`);
    },
  };
}

interface Entry {
  /** Epoch milliseconds. */
  at: number;
  outputs: Outputs;
}

async function keyOf(task: Task, render: (template: string) => Promise<string>): Promise<string> {
  const { at: _at, branches: _branches, ...written } = task;
  return hashOf(JSON.stringify(await renderDeep(written, render)));
}

const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** One that can't be read is none: the task runs, and writes it anew. */
async function read(uri: string, { ports }: TaskContext): Promise<Entry | undefined> {
  if ((await ports.storage.size(uri)) === undefined) return undefined;
  try {
    const entry: unknown = JSON.parse(await new Response(await ports.storage.open(uri)).text());
    return isEntry(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'number' &&
  'outputs' in value &&
  typeof value.outputs === 'object' &&
  value.outputs !== null;
