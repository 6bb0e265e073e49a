/**
 * Scripts: a hello from Python and an echo, whole tasks through the engine. In a sandbox that is warm (its next worker had time to get
 * ready), one after the other without a pause, and with the runner `process` beside the same program started by hand.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Engine } from '#engine/index.ts';
import { type Pair, pair } from './pairs.ts';

const TURNS = 7;
/** Milliseconds in which a spare worker gets ready. */
const PAUSE = 2500;
const by = promisify(execFile);

type Language = 'shell' | 'python';
const PROGRAM: Record<Language, string> = { shell: 'echo halo', python: 'print("halo")' };

async function once(engine: Engine, language: Language): Promise<void> {
  const source = `id: ${language}\nnamespace: bench\ntasks:\n  - {id: a, type: io.kestra.plugin.scripts.${language}.Script, script: '${PROGRAM[language]}'}\n`;
  const { id } = await engine.start(await engine.deploy(source));
  const { state } = await engine.wait(id);
  if (state.current !== 'SUCCESS') throw new Error(`${language} ended ${state.current}`);
}

async function medianOf(engine: Engine, language: Language, pause: number): Promise<number> {
  await once(engine, language);
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const began = performance.now();
    await once(engine, language);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(TURNS / 2)] ?? Number.NaN;
}

export async function benchScripts(): Promise<{
  pairs: Pair[];
  figures: { name: string; value: number; unit: string }[];
}> {
  const home = mkdtempSync(join(tmpdir(), 'alur-bench-'));
  const open = (runner: 'sandbox' | 'process') => createEngine(createNodeHost({ home: join(home, runner), runner }));
  const [sandbox, process] = [open('sandbox'), open('process')];
  try {
    const figures = [];
    for (const [name, language, pause] of [
      ['Python halo, sandbox hangat', 'python', PAUSE],
      ['Python halo, sandbox, beruntun', 'python', 0],
      ['echo, sandbox hangat', 'shell', PAUSE / 5],
      ['echo, sandbox, beruntun', 'shell', 0],
    ] as const)
      figures.push({ name, value: await medianOf(sandbox, language, pause), unit: 'md' });
    const python = () => by('python3', ['-u', '-c', PROGRAM.python]);
    const pairs = [
      await pair('Python halo, --runner process', 'python3 -c', () => once(process, 'python'), python),
      await pair(
        'echo, --runner process',
        'sh -c',
        () => once(process, 'shell'),
        () => by('/bin/sh', ['-c', PROGRAM.shell]),
      ),
    ];
    return { pairs, figures };
  } finally {
    await Promise.all([sandbox.close(), process.close()]);
    rmSync(home, { recursive: true, force: true });
  }
}
