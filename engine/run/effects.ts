/** Carries out what was decided: renders, works, waits, aborts. Each reports back to the run by `feed`. */

import { workAround } from './around.ts';
import { tryAssertions } from './assertions.ts';
import { variablesOf } from './context.ts';
import { explain } from './explain.ts';
import type { Need } from './flowable.ts';
import { renderFlowOutputs } from './flowOutputs.ts';
import { withOutputs } from './outputs.ts';
import { renderDeep } from './properties.ts';
import { readAs } from './read.ts';
import type { Effect, Run } from './runner.ts';
import { say } from './say.ts';
import type { TaskRunState } from './state.ts';
import { turn } from './turn.ts';
import { work } from './work.ts';
import { messageOf, rendererOf, type World } from './world.ts';

export function carryOut(effect: Effect, run: Run, world: World): void {
  switch (effect.do) {
    case 'render':
      void unlessLost(answer(effect, run, world));
      return;
    case 'work':
      void unlessLost(work(effect.id, run, world));
      return;
    case 'wake':
      void unlessLost(wake(effect, run, world));
      return;
    case 'abort':
      world.aborts.abort(run.state.header.id, effect.id, effect.because);
      return;
    case 'log':
      say(run, world, effect.level, effect.message, effect.id, effect.explanation, undefined, effect.speaker);
      return;
    case 'renderOutputs':
      void unlessLost(renderFlowOutputs(run, world));
      return;
    case 'assert':
      void unlessLost(tryAssertions(run, world));
      return;
    case 'admit':
      world.admit(run);
      return;
    case 'replace':
      world.replace(run);
      return;
    default:
      effect satisfies never;
  }
}

/** When the journal refuses, the run is lost, and whoever waits for it was told so. */
async function unlessLost(doing: Promise<void>): Promise<void> {
  await doing.catch(() => undefined);
}

async function answer({ id, need }: Extract<Effect, { do: 'render' }>, run: Run, world: World): Promise<void> {
  const taskRun = run.state.taskRuns.get(id);
  if (!taskRun) return;
  const answered = async (outcome: { value: unknown } | { error: string; explanation?: string }) => {
    if (!run.over && run.state.taskRuns.get(id) === taskRun)
      await run.feed({ type: 'answer', id, key: need.key, ...outcome });
  };
  let value: unknown;
  try {
    value = await answerTo(taskRun, need, run, world);
  } catch (error) {
    const explanation = explain(error);
    return answered({ error: messageOf(error), ...(explanation !== undefined && { explanation }) });
  }
  await answered({ value });
}

async function answerTo(taskRun: TaskRunState, need: Need, run: Run, world: World): Promise<unknown> {
  if (need.as === 'before' || need.as === 'after') return workAround(taskRun.id, need.as, run, world);
  const variables = variablesOf(run.state, taskRun, world.ports);
  if (need.outputs) variables.outputs = withOutputs(run.state, taskRun, need.outputs);
  const renderer = rendererOf(run, world);
  return readAs(need.as, await renderDeep(need.template, (template) => renderer.text(template, variables)));
}

async function wake({ id, key, after }: Extract<Effect, { do: 'wake' }>, run: Run, world: World): Promise<void> {
  const { clock, random } = world.ports;
  const execution = run.state.header.id;
  const delay = typeof after === 'number' ? after : after[0] + random.next() * (after[1] - after[0]);
  const stop = world.aborts.open(execution, id);
  try {
    if (delay <= 0) await turn();
    await clock.until(clock.now() + delay, stop.signal);
  } catch {
    return;
  } finally {
    world.aborts.close(execution, id, stop);
  }
  if (stop.stopped) return;
  if (id === '' || run.state.taskRuns.has(id)) await run.feed({ type: 'due', id, key });
}
