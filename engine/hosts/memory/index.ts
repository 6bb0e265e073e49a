/** The host of tests: everything in memory, time virtual, ids from a seed, HTTP from a table and the samples. */
import type { Clock } from '../../ports/Clock.ts';
import type { Databases } from '../../ports/Databases.ts';
import type { FileDatabases } from '../../ports/FileDatabases.ts';
import type { Host } from '../../ports/Host.ts';
import type { Http } from '../../ports/Http.ts';
import type { Journal } from '../../ports/Journal.ts';
import type { Kv } from '../../ports/Kv.ts';
import type { Random } from '../../ports/Random.ts';
import type { Scripts } from '../../ports/Scripts.ts';
import type { Storage } from '../../ports/Storage.ts';
import { absentDatabases, absentFileDatabases, absentScripts } from '../common/absent.ts';
import { createMemoryJournal } from '../common/memoryJournal.ts';
import { createMemoryKv } from '../common/memoryKv.ts';
import { createMemoryStorage } from '../common/memoryStorage.ts';
import { seededRandom } from '../common/random.ts';
import { type SampleOptions, withSamples } from '../samples/index.ts';
import { createTableHttp, type TableAnswer } from './tableHttp.ts';
import { createVirtualClock } from './virtualClock.ts';

export { simulated } from './simulated.ts';

export { createVirtualClock, type VirtualClock, type VirtualClockOptions } from './virtualClock.ts';
export type { TableAnswer };

export interface MemoryHostOptions {
  /** Virtual unless given; `realClock` of `hosts/common` is the one on the wall. */
  clock?: Clock;
  /** `alur` unless given. */
  seed?: string;
  random?: Random;
  /** What addresses answer, or a whole `Http`. */
  http?: Readonly<Record<string, TableAnswer>> | Http;
  samples?: SampleOptions;
  storage?: Storage;
  journal?: Journal;
  kv?: Kv;
  databases?: Databases;
  fileDatabases?: FileDatabases;
  scripts?: Scripts;
  secrets?: Readonly<Record<string, string>>;
  envs?: Record<string, string>;
  timeZone?: string;
}

export function createMemoryHost(options: MemoryHostOptions = {}): Host {
  const clock = options.clock ?? createVirtualClock();
  return {
    name: 'memory',
    clock,
    random: options.random ?? seededRandom(options.seed ?? 'alur'),
    storage: options.storage ?? createMemoryStorage(),
    journal: options.journal ?? createMemoryJournal(),
    kv: options.kv ?? createMemoryKv(clock),
    secrets: { get: async (_namespace, name) => options.secrets?.[name] },
    http: withSamples(isHttp(options.http) ? options.http : createTableHttp(options.http ?? {}), options.samples),
    databases: options.databases ?? absentDatabases,
    fileDatabases: options.fileDatabases ?? absentFileDatabases,
    scripts: options.scripts ?? absentScripts,
    envs: options.envs ?? {},
    timeZone: options.timeZone ?? 'UTC',
    close: async () => undefined,
  };
}

const isHttp = (http: MemoryHostOptions['http']): http is Http => typeof http?.fetch === 'function';
