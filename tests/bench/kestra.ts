/**
 * The same flows in a real Kestra's own executor and in ours, the journal in a file, in turns. Of Kestra only what its executions say of
 * themselves counts, from CREATED to their end: nothing of its start, nor of asking it. Where there is none it is said.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine } from '#engine/index.ts';
import { isRefused, type Reference, reference } from '../kestra/reference.ts';
import { timed } from './engine.ts';
import { returns } from './flows.ts';
import { median, type Pair } from './pairs.ts';

const TURNS = 3;
const AT_ONCE = 16;
const TIMES = 200;
/** Milliseconds in which nothing moves: a machine that is busy with other things may take long. */
const PATIENCE = 120_000;

export async function benchKestra(): Promise<{ pairs: Pair[]; left: string[] }> {
  const kestra = await reference();
  if ('missing' in kestra) return { pairs: [], left: [`perbandingan dengan Kestra. ${kestra.missing}`] };
  const home = mkdtempSync(join(tmpdir(), 'alur-ukur-'));
  const engine = createEngine(createNodeHost({ home }));
  const against = `Kestra ${kestra.version}, executor dan worker aslinya di satu JVM`;
  const pairs: Pair[] = [];
  const left: string[] = [];
  try {
    pairs.push(
      await inTurns(
        '100 task Return berurutan, jurnal di berkas',
        against,
        async () => (await timed(engine, returns(100), 10, 1)) / 10,
        () => together(kestra, returns(100), 1),
      ),
    );
    pairs.push(
      await inTurns(
        `${TIMES} eksekusi berisi tiga Return, ${AT_ONCE} sekaligus, jurnal di berkas`,
        against,
        () => timed(engine, returns(3), TIMES, AT_ONCE),
        () => batches(kestra),
      ),
    );
  } catch (error) {
    // What it had finished before counts.
    left.push(`sisa perbandingan dengan Kestra: ${error instanceof Error ? error.message : String(error)}.`);
  } finally {
    await engine.close();
    await kestra.close();
    rmSync(home, { recursive: true, force: true });
  }
  return { pairs, left };
}

async function inTurns(
  name: string,
  against: string,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<Pair> {
  await ours();
  await theirs();
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let turn = 0; turn < TURNS; turn++) {
    times.ours.push(await ours());
    times.theirs.push(await theirs());
  }
  const [a, b] = [median(times.ours), median(times.theirs)];
  return { name, against, ours: a, theirs: b, ratio: a / b };
}

async function batches(kestra: Reference): Promise<number> {
  let sum = 0;
  for (let done = 0; done < TIMES; done += AT_ONCE)
    sum += await together(kestra, returns(3), Math.min(AT_ONCE, TIMES - done));
  return sum;
}

/** Milliseconds from the first one's CREATED to the last one's end. */
async function together(kestra: Reference, yaml: string, count: number): Promise<number> {
  const answers = await Promise.all(Array.from({ length: count }, () => kestra.run({ yaml, timeoutMs: PATIENCE })));
  const moments = answers.flatMap((answer) => {
    if (isRefused(answer)) throw new Error(`${answer.error}: ${answer.message}`);
    const { current, histories } = answer.execution.state;
    if (current !== 'SUCCESS') throw new Error(`Kestra's execution ended ${current}`);
    return histories.map(({ date }) => Date.parse(date));
  });
  return Math.max(...moments) - Math.min(...moments);
}
