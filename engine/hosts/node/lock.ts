/** One process at a time on one home: a file with the process id. A dead process' lock is taken over. */
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { JournalError } from '../../ports/Journal.ts';
import { codeOf } from './files.ts';

export interface Lock {
  release(): Promise<void>;
}

/** Locks of this very process: its own id in a file says nothing after a restart of the machine. */
const held = new Set<string>();
const BETWEEN_TRIES_MS = 50;

/** Waits up to `patienceMs` for another process to finish, then throws `JournalError`. */
export async function acquireLock(path: string, patienceMs: number): Promise<Lock> {
  await mkdir(dirname(path), { recursive: true });
  const end = Date.now() + patienceMs;
  for (;;) {
    if (await tryLock(path)) return { release: () => release(path) };
    const owner = await ownerOf(path);
    if (owner !== undefined && !isRunning(owner, path)) await rm(path, { force: true });
    else if (Date.now() >= end) throw busy(owner, path);
    else await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
  }
}

async function tryLock(path: string): Promise<boolean> {
  if (held.has(path)) return false;
  try {
    const file = await open(path, 'wx');
    held.add(path);
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function release(path: string): Promise<void> {
  if (!held.delete(path)) return;
  await rm(path, { force: true });
}

/** Nothing while the owner is just writing its id. */
async function ownerOf(path: string): Promise<number | undefined> {
  try {
    const id = Number((await readFile(path, 'utf8')).trim());
    return Number.isInteger(id) && id > 0 ? id : undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isRunning(id: number, path: string): boolean {
  if (id === process.pid) return held.has(path);
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

const busy = (owner: number | undefined, path: string): JournalError =>
  new JournalError(
    `Folder ${dirname(path)} sedang dipakai proses lain${owner === undefined ? '' : ` (${owner})`}. Tunggu sampai selesai, atau pakai \`--home\` lain. Kalau tidak ada proses lain, hapus ${path}.`,
  );
