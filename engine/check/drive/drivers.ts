/** What grading needs of the place it happens in. */
import type { Engine } from '../../door.ts';
import type { Databases } from '../../ports/Databases.ts';

export interface Drivers {
  engine: Engine;
  databases: Databases;
  /** Empties the lab's database. */
  reset(database: string): Promise<void>;
  /** How many files below a storage prefix are left. */
  filesBelow(prefix: string): Promise<number>;
  /** Told before each run. */
  progress?(what: { run: string; done: number; of: number; executionId?: string }): void;
  signal?: AbortSignal;
}
