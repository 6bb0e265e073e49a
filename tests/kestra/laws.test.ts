/**
 * Laws that hold for any flow, tried on random ones: always the same here, so that a run says something of the change and not of chance.
 * `FLOWS` asks for more of them, `SEED` for others. Known to break the last law: a Parallel in which one branch fails cuts off its
 * siblings, and which of them had ended by then depends on who is faster, in a Kestra too.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryJournal } from '#engine/hosts/common/memoryJournal.ts';
import { realClock } from '#engine/hosts/common/realClock.ts';
import { createMemoryHost, createVirtualClock, type MemoryHostOptions } from '#engine/hosts/memory/index.ts';
import { createEngine, type Execution } from '#engine/index.ts';
import { concurrentTasks, readCase } from './case.ts';
import { withDelays } from './fuzz/delays.ts';
import { printFlow } from './fuzz/print.ts';
import { flowShape } from './fuzz/shape.ts';
import { storyOf } from './story.ts';

const RUNS = Number(process.env.FLOWS ?? 60);
const SEED = Number(process.env.SEED ?? 20_261_125);
const PATIENCE = 20_000;

interface Played {
  execution: Execution;
  story: string;
}

async function play(yaml: string, options: MemoryHostOptions = {}): Promise<Played> {
  const engine = createEngine(createMemoryHost(options));
  try {
    const { id } = await engine.start(await engine.deploy(yaml));
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('does not end')), PATIENCE).unref();
    });
    const execution = await Promise.race([engine.wait(id), late]);
    return { execution, story: storyOf(execution, await engine.logs(id), readCase(yaml).concurrent) };
  } finally {
    await engine.close();
  }
}

const ENDS = ['SUCCESS', 'WARNING', 'FAILED'];

describe('any flow', () => {
  test('ends, and every task run with it', async () => {
    await fc.assert(
      fc.asyncProperty(flowShape, async (shape) => {
        const { execution } = await play(printFlow(shape, 'acak', 'uji'));
        expect(ENDS).toContain(execution.state.current);
        for (const { taskId, state } of execution.taskRunList)
          expect([...ENDS, 'SKIPPED'], taskId).toContain(state.current);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 600_000);

  test('is folded from its journal into what it was', async () => {
    await fc.assert(
      fc.asyncProperty(flowShape, async (shape) => {
        const [journal, clock] = [createMemoryJournal(), createVirtualClock()];
        const { execution } = await play(printFlow(shape, 'acak', 'uji'), { journal, clock });
        const again = createEngine(createMemoryHost({ journal, clock }));
        expect(await again.execution(execution.id)).toEqual(execution);
        await again.close();
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 600_000);

  test('gives the same, whichever branch is faster', async () => {
    await fc.assert(
      fc.asyncProperty(flowShape, fc.nat(), fc.nat(), async (shape, one, other) => {
        const yaml = printFlow(shape, 'acak', 'uji');
        fc.pre(concurrentTasks(yaml).size > 0);
        const first = await play(withDelays(yaml, one));
        const second = await play(withDelays(yaml, other));
        expect(second.story).toBe(first.story);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 600_000);

  test('has the same history by the virtual clock and by the one on the wall', async () => {
    await fc.assert(
      fc.asyncProperty(flowShape, async (shape) => {
        const yaml = printFlow(shape, 'acak', 'uji');
        const [virtual, real] = await Promise.all([play(yaml), play(yaml, { clock: realClock })]);
        expect(real.story).toBe(virtual.story);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 600_000);
});
