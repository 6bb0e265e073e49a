/**
 * Laws that hold for any flow, tried on random ones: always the same here, so that a run says something of the change and not of chance.
 * `FLOWS` asks for more of them, `SEED` for others.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryJournal } from '#engine/hosts/common/memoryJournal.ts';
import { realClock } from '#engine/hosts/common/realClock.ts';
import { createMemoryHost, createVirtualClock, type MemoryHostOptions } from '#engine/hosts/memory/index.ts';
import { createEngine, type Execution, type TaskRun } from '#engine/index.ts';
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
    const { before, yaml: last } = readCase(yaml);
    for (const source of before) await engine.deploy(source);
    const { id } = await engine.start(await engine.deploy(last));
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('does not end')), PATIENCE).unref();
    });
    const execution = await Promise.race([engine.wait(id), late]);
    return { execution, story: storyOf(execution, await engine.logs(id), readCase(yaml).concurrent) };
  } finally {
    await engine.close();
  }
}

/** Something failed below a task whose children run side by side. */
function cutsOff({ execution: { taskRunList } }: Played, concurrent: ReadonlySet<string>): boolean {
  const byId = new Map(taskRunList.map((taskRun) => [taskRun.id, taskRun]));
  const isBeside = ({ parentTaskRunId }: TaskRun): boolean => {
    const parent = byId.get(parentTaskRunId ?? '');
    return parent !== undefined && (concurrent.has(parent.taskId) || isBeside(parent));
  };
  return taskRunList.some((taskRun) => taskRun.state.current === 'FAILED' && isBeside(taskRun));
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

  test('gives the same, whichever branch is faster; where one fails beside others, the same end', async () => {
    await fc.assert(
      fc.asyncProperty(flowShape, fc.nat(), fc.nat(), async (shape, one, other) => {
        const yaml = printFlow(shape, 'acak', 'uji');
        fc.pre(concurrentTasks(yaml).size > 0);
        const first = await play(withDelays(yaml, one));
        const second = await play(withDelays(yaml, other));
        // A failure cuts off what runs beside it: how far that had come is a matter of who is faster, in a Kestra too.
        if ([first, second].some((played) => cutsOff(played, concurrentTasks(yaml))))
          expect(second.execution.state.current).toBe(first.execution.state.current);
        else expect(second.story).toBe(first.story);
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
