/**
 * Loaded before a program (`node --import`): the process ends itself by SIGKILL when the journal gets its Nth batch, right after it was
 * written (`KILL=after:N`) or half-way through (`KILL=within:N`). With `KILL=full:N` the disk is full from there on. The program itself
 * knows nothing of it.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [when, number] = (process.env.KILL ?? '').split(':');
const journal = process.env.KILL_JOURNAL ?? '';
let left = Number(number);

const isJournal = (fd: number): boolean => {
  try {
    return fs.fstatSync(fd).ino === fs.statSync(journal).ino;
  } catch {
    return false;
  }
};

const write = fs.writeSync as (fd: number, bytes: Uint8Array, ...rest: unknown[]) => number;

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;);
}

Reflect.set(fs, 'writeSync', (fd: number, bytes: Uint8Array, ...rest: unknown[]): number => {
  if (!isJournal(fd)) return write(fd, bytes, ...rest);
  left--;
  if (left > 0) return write(fd, bytes, ...rest);
  if (when === 'full') {
    if (left === 0) return write(fd, bytes.subarray(0, bytes.length / 2));
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  }
  write(fd, when === 'within' ? bytes.subarray(0, bytes.length / 2) : bytes);
  return die();
});
syncBuiltinESMExports();
