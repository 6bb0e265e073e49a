/** The engine alone, in memory: what a task run costs. */
import { realClock } from '#engine/hosts/common/realClock.ts';
import { createMemoryHost, createVirtualClock } from '#engine/hosts/memory/index.ts';
import { createEngine } from '#engine/index.ts';

export interface Figure {
  name: string;
  value: number;
  unit: string;
}

const returns = (count: number) =>
  `id: r${count}\nnamespace: bench\ntasks:\n${Array.from({ length: count }, (_, number) => `  - {id: t${number}, type: io.kestra.plugin.core.debug.Return, format: x}\n`).join('')}`;

export async function benchEngine(): Promise<Figure[]> {
  const engine = createEngine(createMemoryHost({ clock: realClock }));
  const time = async (source: string, times: number, atOnce: number): Promise<number> => {
    const flow = await engine.deploy(source);
    const one = async () => engine.wait((await engine.start(flow)).id);
    await one();
    const began = performance.now();
    for (let done = 0; done < times; done += atOnce) await Promise.all(Array.from({ length: atOnce }, one));
    return performance.now() - began;
  };
  const single = (await time(returns(1), 100, 1)) / 100;
  const hundred = (await time(returns(100), 10, 1)) / 10;
  const many = await time(returns(3), 200, 16);
  await engine.close();
  const year = await benchYear();
  return [
    { name: 'satu task Return, dari panggilan sampai selesai', value: single, unit: 'md' },
    { name: '100 task Return berurutan', value: hundred, unit: 'md' },
    ...year,
    { name: '200 eksekusi berisi tiga Return, 16 sekaligus', value: (600 / many) * 1000, unit: 'task run per detik' },
  ];
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
    const flow = await engine.deploy(source);
    const began = performance.now();
    for (let count = 0; count < 8_760; count++) await engine.wait((await engine.start(flow)).id);
    const took = performance.now() - began;
    await engine.close();
    return took;
  };
  const turns: [number, number][] = [];
  for (let turn = 0; turn < 3; turn++)
    turns.push([await played(returns(3) + trigger('0 * * * *')), await direct(returns(3))]);
  const median = (of: 0 | 1): number => turns.map((turn) => turn[of]).sort((a, b) => a - b)[1] ?? Number.NaN;
  const [year, bare] = [median(0), median(1)];
  return [
    { name: 'setahun jadwal tiap jam (8.760 eksekusi berisi tiga Return) pada jam tiruan', value: year, unit: 'md' },
    {
      name: 'bagian penjadwal di dalamnya, yaitu selisihnya dengan 8.760 eksekusi tanpa jadwal',
      value: Math.max(0, 100 * (1 - bare / year)),
      unit: '%',
    },
  ];
}
