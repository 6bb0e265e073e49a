/** The engine alone, in memory: what a task run costs. */
import { realClock } from '#engine/hosts/common/realClock.ts';
import { createMemoryHost } from '#engine/hosts/memory/index.ts';
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
  return [
    { name: 'satu task Return, dari panggilan sampai selesai', value: single, unit: 'md' },
    { name: '100 task Return berurutan', value: hundred, unit: 'md' },
    { name: '200 eksekusi berisi tiga Return, 16 sekaligus', value: (600 / many) * 1000, unit: 'task run per detik' },
  ];
}
