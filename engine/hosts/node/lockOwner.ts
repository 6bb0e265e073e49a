/** Who holds a lock, as written in its file, and whether that process still lives: its number alone may be another's by now. */
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { hostname } from 'node:os';
import * as z from 'zod';

const owner = z.object({
  pid: z.int().positive(),
  /** Tells this taking of the lock from any other. */
  token: z.string(),
  host: z.string(),
  /** When the process began, as its system counts it; absent where that can't be known. */
  began: z.string().exactOptional(),
  /** Where it can be spoken to, see `mailbox.ts`. */
  mailbox: z.string().exactOptional(),
});

export type Owner = z.infer<typeof owner>;

export function ourselves(token: string, mailbox: string | undefined): Owner {
  const began = beginningOf(process.pid);
  return {
    pid: process.pid,
    token,
    host: hostname(),
    ...(began !== undefined && { began }),
    ...(mailbox !== undefined && { mailbox }),
  };
}

/** Nothing where the text is no owner: an older Alur's lock, or one cut off in the middle. */
export function ownerIn(text: string): Owner | undefined {
  try {
    return owner.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * Where it listens, somebody answers the door: the system closes it with the process. Without one: a process of that number that began
 * at that time. What another machine holds can't be judged from here; another container is the same machine, if its door is in sight.
 */
export async function isAlive({ pid, began, mailbox, host }: Owner, home: string): Promise<boolean> {
  if (mailbox !== undefined && (await answers(mailbox))) return true;
  if (host !== hostname()) {
    const isSameMachine = began !== undefined && bootOf(began) === bootOf(beginningOf(process.pid) ?? '');
    return !(isSameMachine && mailbox?.startsWith(home));
  }
  return mailbox === undefined && isRunning(pid, began);
}

const bootOf = (began: string): string => began.split(' ')[0] ?? '';

/** A process with this number, and with that beginning where it is known. */
export function isRunning(pid: number, began: string | undefined): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const begins = beginningOf(pid);
  return began === undefined || begins === undefined || began === begins;
}

/** Linux says it: the 22nd field of `stat`, counted after the name (which may hold spaces), within one life of the machine. */
export function beginningOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return undefined;
  }
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const line = connect(address);
    const end = (isThere: boolean) => {
      line.destroy();
      resolve(isThere);
    };
    line.once('connect', () => end(true));
    line.once('error', (error: NodeJS.ErrnoException) => end(!GONE.has(error.code ?? '')));
  });
}

/** What is said of a door behind which nobody is. Anything else (no right to knock) is no proof. */
const GONE = new Set(['ENOENT', 'ECONNREFUSED']);
