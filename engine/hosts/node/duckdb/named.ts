/** Databases that outlive their task: one file for each name that a flow's `url` gives, under the home folder; one task at a time. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { abortable } from '../../common/abortable.ts';
import { insidePath } from '../../sandbox/paths.ts';
import { encodeName } from '../files.ts';

export interface NamedDatabases {
  /** Waits for its turn; `leave` gives it to the next. */
  take(name: string, signal: AbortSignal): Promise<{ path: string; leave: () => void }>;
}

export function namedDatabases(folder: string): NamedDatabases {
  /** The last in each line. */
  const lines = new Map<string, Promise<void>>();
  return {
    async take(name, signal) {
      const path = join(folder, encodeName(insidePath(name.replace(/^\/+/, ''))));
      const before = lines.get(path) ?? Promise.resolve();
      const { promise: mine, resolve: leave } = Promise.withResolvers<void>();
      lines.set(
        path,
        before.then(() => mine),
      );
      try {
        await abortable(before, signal);
        await mkdir(folder, { recursive: true });
        return { path, leave };
      } catch (error) {
        leave();
        throw error;
      }
    },
  };
}
