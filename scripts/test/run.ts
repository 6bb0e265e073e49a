/**
 * `npm test`; with `--all` (`npm run test:all`) the slow lane after the others. Every step is quiet when it passes, shown when it fails.
 * The last line counts: tests where a step runs tests, else the step itself. A skipped test is named as skipped, never counted as passed.
 */
import { spawn } from 'node:child_process';
import { STEPS, type Step } from './steps.ts';

interface Result {
  step: Step;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
  output: string;
  ok: boolean;
}

const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

function run(step: Step): Promise<Result> {
  const started = Date.now();
  const [command = '', ...args] = step.command;
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...process.env, FORCE_COLOR: '0', ASTRO_TELEMETRY_DISABLED: '1' } });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve(result(step, 1, `${output}\n${error.message}`, started)));
    child.on('close', (code) => resolve(result(step, code ?? 1, output, started)));
  });
}

/** Tests are counted by the line a runner ends with. */
function result(step: Step, code: number, output: string, started: number): Result {
  const line =
    output.replace(ANSI, '').match(/^\s*Tests\s+.*\(\d+\)\s*$/m)?.[0] ??
    output.match(/^\d+ passed, \d+ failed.*$/m)?.[0] ??
    '';
  const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  const ok = code === 0;
  const failed = count('failed');
  return {
    step,
    ok,
    output,
    seconds: (Date.now() - started) / 1000,
    passed: line === '' ? (ok ? 1 : 0) : count('passed') + count('expected fail'),
    failed: ok ? failed : Math.max(1, failed),
    skipped: count('skipped'),
  };
}

async function lane(name: Step['lane']): Promise<Result[]> {
  const results: Result[] = [];
  for (const step of STEPS.filter((one) => one.lane === name)) {
    const done = await run(step);
    results.push(done);
    const skipped = done.skipped > 0 ? `, ${done.skipped} dilewati` : '';
    console.log(
      `${done.ok ? 'lulus' : 'GAGAL'}  ${step.name} (${done.passed} lulus, ${done.failed} gagal${skipped}; ${done.seconds.toFixed(1)} dtk)`,
    );
    if (!done.ok) console.log(done.output.trim());
    for (const said of done.output.match(/^.*(?:ditinggalkan|dalam \d+ dtk,).*$/gm) ?? [])
      console.log(`       ${said.trim()}`);
  }
  return results;
}

const results = (await Promise.all([lane('quick'), lane('site')])).flat();
if (process.argv.includes('--all')) results.push(...(await lane('slow')));
const sum = (of: (result: Result) => number) => results.reduce((total, one) => total + of(one), 0);
const failed = sum((one) => one.failed);
const skipped = sum((one) => one.skipped);
console.log(`${sum((one) => one.passed)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || results.some(({ ok }) => !ok) ? 1 : 0);
