/** Keeps two processes from opening the same data folder: a file beside it that names the process which has it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConnectionError } from '../../../ports/Databases.ts';

const ours = new Set<string>();

/** Gives back what frees the folder. Throws `ConnectionError` when someone else has it. */
export function lockFolder(folder: string): () => void {
  const file = `${folder}.lock`;
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
      const holder = holderOf(file);
      if (holder !== undefined && isAlive(holder, file)) throw busy(holder);
      rmSync(file, { force: true });
    }
  }
  ours.add(file);
  return () => {
    ours.delete(file);
    rmSync(file, { force: true });
  };
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/** Our own id in a file we did not write is left by an earlier process of the same number. */
function isAlive(pid: number, file: string): boolean {
  if (pid === process.pid) return ours.has(file);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const busy = (holder: number) =>
  new ConnectionError('The connection attempt failed.', {
    explanation: `Database bawaan di folder ini sedang dipakai proses lain (nomor ${holder}). Tunggu sampai selesai, atau pakai \`--home\` yang lain.`,
  });
