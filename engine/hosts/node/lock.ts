/**
 * One process at a time on one home: a file that names who has it and where that one can be spoken to. It is there whole or not at
 * all; what a dead process left is taken over at once, by one of those who want it.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { JournalError } from '../../ports/Journal.ts';
import { codeOf } from './files.ts';
import { isAlive, type Owner, ourselves, ownerIn } from './lockOwner.ts';

export interface Lock {
  release(): Promise<void>;
}

/** Where others can speak to who has the lock. */
export interface Door {
  /** Nothing where this machine allows none. */
  open(): Promise<string | undefined>;
  close(): Promise<void>;
}

export interface LockOptions {
  patienceMs: number;
  door?: Door;
  /** Told once, when it has to wait for another. */
  waiting?: (pid: number) => void;
}

/** Locks of this very process. */
const held = new Set<string>();
const BETWEEN_TRIES_MS = 50;
/** A file that names nobody is being written by an older Alur, or was left half-written by it. */
const NAMELESS_MS = 2_000;

/** Waits up to `patienceMs` for another process to finish, then throws `JournalError`. */
export async function acquireLock(path: string, { patienceMs, door, waiting }: LockOptions): Promise<Lock> {
  await mkdir(dirname(path), { recursive: true });
  const end = Date.now() + patienceMs;
  let told = false;
  let mine: Owner | undefined;
  try {
    for (;;) {
      const found = await whoHas(path);
      if (found === 'nobody' || (await isLeft(found, path))) {
        mine ??= ourselves(randomUUID(), await door?.open());
        if (found === 'nobody' ? await take(path, mine) : await takeOver(path, mine, found)) break;
        continue;
      }
      if (Date.now() >= end) throw busy(found, path);
      if (!told && found.owner) waiting?.(found.owner.pid);
      told = true;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
    }
  } catch (error) {
    await door?.close();
    throw error;
  }
  held.add(path);
  const { token } = mine;
  return { release: () => release(path, token, door) };
}

interface Found {
  text: string;
  owner?: Owner;
}

async function whoHas(path: string): Promise<Found | 'nobody'> {
  try {
    const text = await readFile(path, 'utf8');
    const owner = ownerIn(text);
    return { text, ...(owner && { owner }) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'nobody';
    throw error;
  }
}

async function isLeft({ owner }: Found, path: string): Promise<boolean> {
  if (owner) return owner.pid === process.pid && held.has(path) ? false : !(await isAlive(owner, dirname(path)));
  const since = await stat(path).catch(() => undefined);
  return since !== undefined && Date.now() - since.mtimeMs > NAMELESS_MS;
}

/** Written aside and linked into place: nobody ever sees half of it. */
async function take(path: string, mine: Owner): Promise<boolean> {
  const draft = `${path}.${mine.token}`;
  try {
    await writeFile(draft, JSON.stringify(mine));
    await link(draft, path);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    if (code === 'EPERM' || code === 'ENOSYS' || code === 'ENOTSUP' || code === 'EOPNOTSUPP')
      return takePlain(path, mine);
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Where the file system knows no links. */
async function takePlain(path: string, mine: Owner): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(mine), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Only who holds the right to replace this one lock replaces it: a second lock, named after what it replaces. Whoever comes late finds
 * that the first is no longer the one that was left.
 */
async function takeOver(path: string, mine: Owner, left: Found): Promise<boolean> {
  const right = `${path}.${left.owner?.token ?? 'tanpa-nama'}.ganti`;
  if (!(await take(right, mine))) {
    const since = await stat(right).catch(() => undefined);
    // Who had the right died with it, within the blink of an eye.
    if (since && Date.now() - since.mtimeMs > NAMELESS_MS) await rm(right, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
    return false;
  }
  try {
    const now = await whoHas(path);
    if (now === 'nobody' || now.text !== left.text) return false;
    const draft = `${path}.${mine.token}`;
    await writeFile(draft, JSON.stringify(mine));
    await rename(draft, path);
    return true;
  } finally {
    await rm(right, { force: true });
  }
}

async function release(path: string, token: string, door: Door | undefined): Promise<void> {
  if (!held.delete(path)) return;
  await door?.close();
  const found = await whoHas(path);
  if (found !== 'nobody' && found.owner?.token === token) await rm(path, { force: true });
}

function busy({ owner }: Found, path: string): JournalError {
  const who = owner ? ` (nomor ${owner.pid}, komputer ${owner.host})` : '';
  return new JournalError(
    `Folder ${dirname(path)} sedang dipakai proses lain${who}. Tunggu sampai selesai, hentikan proses itu, atau pakai \`--home\` lain. Kalau kamu yakin tidak ada proses lain, hapus ${path}.`,
  );
}
