/** `alur run` of one Return as a whole process, its compile cache warm: time, and memory where the system's `time` can say it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './engine.ts';
import { returns } from './flows.ts';
import { median } from './pairs.ts';

const TURNS = 9;
/** GNU time. */
const TIME = '/usr/bin/time';

export function benchCommand(): { figures: Figure[]; left: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'alur-ukur-'));
  const file = join(folder, 'r.yaml');
  writeFileSync(file, returns(1));
  const hasTime = existsSync(TIME);
  const program = new URL('../../alur', import.meta.url).pathname;
  const command = [process.execPath, program, 'run', file, '--home', join(folder, 'home'), '--json'];
  const [first = '', ...rest] = hasTime ? [TIME, '-f', '%M', ...command] : command;
  try {
    const turns = Array.from({ length: TURNS + 1 }, () => {
      const began = performance.now();
      const { status, stderr } = spawnSync(first, rest, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`alur run ended with ${status}: ${stderr}`);
      return { took: performance.now() - began, megabytes: Number(stderr.trim().split('\n').at(-1)) / 1_000 };
    }).slice(1);
    const name = '`alur run` atas satu Return, seluruh prosesnya';
    return {
      figures: [
        { name, value: median(turns.map(({ took }) => took)), unit: 'md', goal: '≤ 500' },
        ...(hasTime
          ? [
              {
                name: 'memori puncaknya',
                value: median(turns.map(({ megabytes }) => megabytes)),
                unit: 'MB',
                goal: '≤ 150',
              },
            ]
          : []),
      ],
      left: hasTime ? [] : ['memori `alur run`, karena program `time` tidak ada di sini.'],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
