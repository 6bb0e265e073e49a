/** Keeps two processes from opening the same data folder: a file beside it that names the process which has it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConnectionError } from '../../../ports/Databases.ts';
import { beginningOf, isRunning } from '../lockOwner.ts';

const ours = new Set<string>();

/** Gives back what frees the folder. Throws `ConnectionError` when someone else has it. */
export function lockFolder(folder: string): () => void {
  const file = `${folder}.lock`;
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, `${process.pid} ${beginningOf(process.pid) ?? ''}`, { flag: 'wx' });
      break;
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
      const holder = holderOf(file);
      if (holder !== undefined && isAlive(holder, file)) throw busy(holder.pid);
      rmSync(file, { force: true });
    }
  }
  ours.add(file);
  return () => {
    ours.delete(file);
    rmSync(file, { force: true });
  };
}

interface Holder {
  pid: number;
  began?: string;
}

function holderOf(file: string): Holder | undefined {
  try {
    const [pid = '', ...rest] = readFileSync(file, 'utf8').split(' ');
    const began = rest.join(' ');
    return Number(pid) > 0 ? { pid: Number(pid), ...(began !== '' && { began }) } : undefined;
  } catch {
    return undefined;
  }
}

/** Our own id in a file we did not write is left by an earlier process of the same number. */
const isAlive = ({ pid, began }: Holder, file: string): boolean =>
  pid === process.pid ? ours.has(file) : isRunning(pid, began);

const busy = (holder: number) =>
  new ConnectionError('The connection attempt failed.', {
    explanation: `Database bawaan di folder ini sedang dipakai proses lain (nomor ${holder}). Tunggu sampai selesai, atau pakai \`--home\` yang lain.`,
  });
