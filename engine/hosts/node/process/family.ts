/**
 * All processes that a script has started, by a mark in their environment or by their parents: also those that left the process group
 * (`setsid`) or whose parent is gone (a daemon). Linux only; elsewhere the process group is all we know.
 */
import { readdirSync, readFileSync } from 'node:fs';

export const MARK = 'ALUR_SCRIPT';

export interface Member {
  pid: number;
  /** Bytes in memory. */
  resident: number;
}

const PAGE = 4096;

export interface Family {
  members(): Member[];
  /** Until nobody is left. */
  killAll(): Promise<void>;
}

/** `first`: the process that leads the group. */
export function familyOf(first: number, mark: string): Family {
  /** What was found once need not be looked at again: by pid and start time. */
  const known = new Map<string, boolean>();
  const entry = Buffer.from(`${MARK}=${mark}\0`);

  function members(): Member[] {
    const stats = pids().flatMap((pid) => statOf(pid) ?? []);
    const inside = new Set<number>([first]);
    const found = stats.filter(({ pid, key }) => {
      const is = known.get(key) ?? pid === first;
      if (!known.has(key)) known.set(key, is || environOf(pid)?.includes(entry) === true);
      if (known.get(key)) inside.add(pid);
      return known.get(key);
    });
    for (let grown = true; grown; ) {
      grown = false;
      for (const one of stats) {
        if (inside.has(one.pid) || !inside.has(one.parent)) continue;
        inside.add(one.pid);
        known.set(one.key, true);
        found.push(one);
        grown = true;
      }
    }
    return found.filter(({ state }) => state !== 'Z');
  }

  return {
    members,
    async killAll() {
      send(-first, 'SIGKILL');
      for (let round = 0; round < 100; round++) {
        const left = members();
        if (left.length === 0) return;
        // Stopped first, so that none of them makes another one meanwhile.
        for (const { pid } of left) send(pid, 'SIGSTOP');
        for (const { pid } of members()) send(pid, 'SIGKILL');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}

interface Stat extends Member {
  parent: number;
  state: string;
  key: string;
}

function pids(): number[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? Number(name) : []));
  } catch {
    return [];
  }
}

/** See proc(5): what follows the name in brackets is counted from field 3. */
function statOf(pid: number): Stat | undefined {
  const text = read(`/proc/${pid}/stat`)?.toString('latin1');
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  if (!fields) return undefined;
  const [state = '', parent] = fields;
  return { pid, state, parent: Number(parent), key: `${pid} ${fields[19]}`, resident: Number(fields[21]) * PAGE };
}

const environOf = (pid: number): Buffer | undefined => read(`/proc/${pid}/environ`);

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it is gone already
  }
}
