/** The engine alone: what a task run costs, in memory and with the journal in a file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realClock } from '#engine/hosts/common/realClock.ts';
import { createMemoryHost, createVirtualClock } from '#engine/hosts/memory/index.ts';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Engine } from '#engine/index.ts';
import { returns } from './flows.ts';
import { median } from './pairs.ts';

export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What it is to be, at most or at least. */
  goal?: string;
}

const ROUNDS = 7;

export async function benchEngine(): Promise<Figure[]> {
  const inMemory = await measured(createEngine(createMemoryHost({ clock: realClock })));
  const home = mkdtempSync(join(tmpdir(), 'alur-ukur-'));
  const inFile = await measured(createEngine(createNodeHost({ home })));
  rmSync(home, { recursive: true, force: true });
  return [
    figure('satu task Return, dari panggilan sampai selesai; jurnal di memori', inMemory.single, 'md', '< 2'),
    figure('yang sama, jurnal di berkas', inFile.single, 'md', '< 2'),
    figure('100 task Return berurutan; jurnal di memori', inMemory.hundred, 'md'),
    figure('yang sama, jurnal di berkas', inFile.hundred, 'md', '≤ 7,9'),
    figure(
      '200 eksekusi berisi tiga Return, 16 sekaligus; jurnal di memori',
      inMemory.rate,
      'task run/detik',
      '≥ 50.000',
    ),
    figure('yang sama, jurnal di berkas', inFile.rate, 'task run/detik', '≥ 26.100'),
    ...(await benchYear()),
  ];
}

const figure = (name: string, value: number, unit: string, goal?: string): Figure => ({
  name,
  value,
  unit,
  ...(goal !== undefined && { goal }),
});

/** Medians of several rounds; the first round, in which V8 learns the code, counts like the others. */
async function measured(engine: Engine): Promise<{ single: number; hundred: number; rate: number }> {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({
      single: (await timed(engine, returns(1), 100, 1)) / 100,
      hundred: (await timed(engine, returns(100), 10, 1)) / 10,
      many: await timed(engine, returns(3), 200, 16),
    });
  await engine.close();
  return {
    single: median(rounds.map(({ single }) => single)),
    hundred: median(rounds.map(({ hundred }) => hundred)),
    rate: 600_000 / median(rounds.map(({ many }) => many)),
  };
}

/** Milliseconds for so many executions. */
export async function timed(engine: Engine, source: string, times: number, atOnce: number): Promise<number> {
  const flow = await engine.deploy(source);
  const one = async (): Promise<void> => {
    const { state } = await engine.wait((await engine.start(flow)).id);
    if (state.current !== 'SUCCESS') throw new Error(`ended ${state.current}`);
  };
  await one();
  const began = performance.now();
  for (let done = 0; done < times; done += atOnce)
    await Promise.all(Array.from({ length: Math.min(atOnce, times - done) }, one));
  return performance.now() - began;
}

/** A year of an hourly schedule on the virtual clock; and what of it is the schedule's own: its ticks, found and printed, nothing run. */
async function benchYear(): Promise<Figure[]> {
  const start = Date.UTC(2023, 0, 1);
  const trigger = (cron: string) =>
    `triggers:\n  - {id: t, type: io.kestra.plugin.core.trigger.Schedule, cron: "${cron}"}\n`;
  const played = async (source: string): Promise<number> => {
    const engine = createEngine(createMemoryHost({ clock: createVirtualClock({ start }) }));
    await engine.deploy(source);
    const began = performance.now();
    let ticks = 0;
    for await (const _ of engine.play('2023-12-31T23:00:00Z')) ticks++;
    const took = performance.now() - began;
    await engine.close();
    if (ticks !== 8_760) throw new Error(`${ticks} ticks`);
    return took;
  };
  const direct = async (source: string): Promise<number> => {
    const engine = createEngine(createMemoryHost({ clock: createVirtualClock({ start }) }));
    const took = await timed(engine, source, 8_760, 1);
    await engine.close();
    return took;
  };
  const turns: [number, number][] = [];
  for (let turn = 0; turn < 3; turn++)
    turns.push([await played(returns(3) + trigger('0 * * * *')), await direct(returns(3))]);
  const [year, bare] = [median(turns.map(([a]) => a)), median(turns.map(([, b]) => b))];
  return [
    figure('setahun jadwal tiap jam (8.760 eksekusi berisi tiga Return) pada jam tiruan', year, 'md', '< 2.000'),
    figure(
      'bagian penjadwal di dalamnya, yaitu selisihnya dengan 8.760 eksekusi tanpa jadwal',
      Math.max(0, 100 * (1 - bare / year)),
      '%',
    ),
  ];
}
