/** Long histories and large loops: what they cost in time and memory, each in a process of its own, and how a long history opens. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './engine.ts';

const VALUES = 100_000;

export function benchLong(isBig: boolean): Figure[] {
  const executions = isBig ? 100_000 : 20_000;
  const home = mkdtempSync(join(tmpdir(), 'alur-ukur-'));
  try {
    const run = child('executions', executions, home);
    const opened = child('open', 0, home);
    // The seal says that nobody has touched the journal since: without it all of it is verified.
    rmSync(join(home, 'journal.jsonl.seal'));
    const verified = child('open', 0, home);
    rmSync(join(home, 'journal.jsonl.seal'));
    rmSync(join(home, 'journal.jsonl.snapshot'));
    const folded = child('open', 0, home);
    const loop = child('values', VALUES, join(home, 'loop'));
    const [few = Number.NaN, many = Number.NaN] = loop.took;
    const count = executions.toLocaleString('id');
    return [
      {
        name: `memori puncak sesudah ${count} eksekusi berisi tiga Return`,
        value: run.megabytes,
        unit: 'MB',
        goal: '< 500',
      },
      { name: `membuka riwayat ${count} eksekusi itu`, value: opened.took[0] ?? Number.NaN, unit: 'md' },
      {
        name: 'yang sama, isinya diperiksa dulu (proses sebelumnya mati)',
        value: verified.took[0] ?? Number.NaN,
        unit: 'md',
      },
      { name: 'yang sama tanpa snapshot: semuanya dibaca', value: folded.took[0] ?? Number.NaN, unit: 'md' },
      {
        name: `memori puncak ForEach atas ${VALUES.toLocaleString('id')} nilai`,
        value: loop.megabytes,
        unit: 'MB',
        goal: '< 500',
      },
      {
        name: `biaya satu task run di antara ${VALUES.toLocaleString('id')}, dibanding di antara 1.000`,
        value: many / few,
        unit: 'kali',
        goal: '≤ 1,5',
      },
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function child(what: string, count: number, home: string): { took: number[]; megabytes: number } {
  const program = new URL('longRun.ts', import.meta.url).pathname;
  return JSON.parse(execFileSync(process.execPath, [program, what, String(count), home], { encoding: 'utf8' }));
}
