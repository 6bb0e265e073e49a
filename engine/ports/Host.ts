import type { Clock } from './Clock.ts';
import type { Databases } from './Databases.ts';
import type { FileDatabases } from './FileDatabases.ts';
import type { Http } from './Http.ts';
import type { Journal } from './Journal.ts';
import type { Kv } from './Kv.ts';
import type { Random } from './Random.ts';
import type { Scripts } from './Scripts.ts';
import type { Secrets } from './Secrets.ts';
import type { Storage } from './Storage.ts';

/** Everything a plugin may ask the world for. */
export interface Ports {
  readonly storage: Storage;
  readonly databases: Databases;
  readonly fileDatabases: FileDatabases;
  readonly scripts: Scripts;
  readonly http: Http;
  readonly kv: Kv;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly random: Random;
}

/** A place the engine can live in. */
export interface Host extends Ports {
  readonly name: 'memory' | 'node' | 'browser' | 'docker';
  readonly journal: Journal;
  /** IANA name of the zone that dates are printed in when a flow names none; a Kestra server's is UTC. */
  readonly timeZone: string;
  /** The `envs` of the expression context: `ENV_X` as `x`. */
  readonly envs: Record<string, string>;
  close(): Promise<void>;
}
