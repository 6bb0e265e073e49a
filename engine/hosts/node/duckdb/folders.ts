/** The folders of DuckDB tasks: on the disk of the stored files, gone with the task; what a killed engine left is swept by the next one. */
import { mkdirSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface TaskFolders {
  readonly under: string;
  /** Nobody waits for a large folder to go: `remove` only begins it. */
  make(): Promise<{ root: string; remove: () => Promise<void> }>;
  /** All that was begun to be removed is gone. */
  gone(): Promise<void>;
}

/** Of this very process: two hosts may share a home here, two processes never do. */
const inUse = new Set<string>();

export function taskFolders(under: string): TaskFolders {
  const leaving = new Set<Promise<void>>();
  mkdirSync(under, { recursive: true });

  const removed = (root: string) => rm(root, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);

  function begin(root: string): void {
    const going = removed(root).finally(() => leaving.delete(going));
    leaving.add(going);
  }

  let swept: Promise<void> | undefined;
  async function sweep(): Promise<void> {
    for (const name of await readdir(under)) {
      const left = join(under, name);
      if (!inUse.has(left)) begin(left);
    }
  }

  return {
    under,
    async make() {
      swept ??= sweep();
      await swept;
      const root = await mkdtemp(join(under, 'task-'));
      inUse.add(root);
      return {
        root,
        remove: async () => {
          inUse.delete(root);
          begin(root);
        },
      };
    },
    async gone() {
      await Promise.allSettled(leaving);
    },
  };
}
