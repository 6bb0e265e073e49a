/** What a script of the computer's own may use, so that a bomb of processes or memory ends itself and not the computer. */
import { readdirSync, statSync } from 'node:fs';
import type { Family } from './family.ts';

export interface Limits {
  /** At the same time. */
  processes: number;
  /** Bytes in memory, of all of them together. */
  memory: number;
}

export const LIMITS: Limits = { processes: 512, memory: 4 * 1024 ** 3 };

const BETWEEN_LOOKS_MS = 100;

/**
 * `/bin/sh` sets what the system can keep by itself: bytes of data in each process, processes of this user (which root is free of), and
 * no core dumps. Then it becomes the program; in a cell it waits for it, for a first process can't be killed by itself.
 */
export function limited(
  command: readonly string[],
  { memory, processes }: Limits,
  cell: readonly string[],
): [string, string[]] {
  const sets = ['ulimit -c 0', `ulimit -d ${Math.floor(memory / 1024)}`, `ulimit -u ${processesOfUser() + processes}`];
  const runs = cell.length === 0 ? 'exec "$@"' : '"$@" & wait $!; exit $?';
  const script = `{ ${sets.map((set) => `${set};`).join(' ')} } 2>/dev/null; ${runs}`;
  const [program = '/bin/sh', ...args] = [...cell, '/bin/sh', '-c', script, 'alur', ...command];
  return [program, args];
}

function processesOfUser(): number {
  const user = process.getuid?.();
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && ownerOf(`/proc/${name}`) === user).length * 4;
  } catch {
    return 1000;
  }
}

function ownerOf(path: string): number | undefined {
  try {
    return statSync(path).uid;
  } catch {
    return undefined;
  }
}

/** Looks from time to time; says once which limit was passed. */
export function watch(family: Family, limits: Limits, onPassed: (which: keyof Limits) => void): () => void {
  const timer = setInterval(() => {
    const members = family.members();
    const memory = members.reduce((sum, { resident }) => sum + resident, 0);
    const passed = members.length > limits.processes ? 'processes' : memory > limits.memory ? 'memory' : undefined;
    if (passed === undefined) return;
    clearInterval(timer);
    onPassed(passed);
  }, BETWEEN_LOOKS_MS);
  return () => clearInterval(timer);
}

export const saidOf = (which: keyof Limits, { processes, memory }: Limits): string =>
  which === 'processes'
    ? `Script ini dihentikan: lebih dari ${processes} proses berjalan bersamaan. Periksa perulangan yang memulai proses baru.`
    : `Script ini dihentikan: memorinya lebih dari ${Math.round(memory / 1024 ** 2)} MB. Olah datanya sedikit demi sedikit.`;
