/** Carries out what was decided: renders, works, waits, aborts. Each reports back to the run by `feed`. */
import { convertOutput } from '../flow/index.ts';
import { workAround } from './around.ts';
import { variablesOf } from './context.ts';
import { explain } from './explain.ts';
import type { Need } from './flowable.ts';
import { renderDeep } from './properties.ts';
import { readAs } from './read.ts';
import type { Effect, Run } from './runner.ts';
import { say } from './say.ts';
import type { TaskRunState } from './state.ts';
import { StoppedError } from './stopped.ts';
import { work } from './work.ts';
import { messageOf, rendererOf, type World } from './world.ts';

export function carryOut(effect: Effect, run: Run, world: World): void {
  switch (effect.do) {
    case 'render':
      void answer(effect, run, world);
      return;
    case 'work':
      void work(effect.id, run, world);
      return;
    case 'wake':
      void wake(effect, run, world);
      return;
    case 'abort':
      world.aborts.get(effect.id)?.abort(new StoppedError('stopped'));
      return;
    case 'log':
      say(run, world, effect.level, effect.message, effect.id, effect.explanation);
      return;
    case 'renderOutputs':
      void renderOutputs(run, world);
      return;
  }
}

async function answer({ id, need }: Extract<Effect, { do: 'render' }>, run: Run, world: World): Promise<void> {
  const taskRun = run.state.taskRuns.get(id);
  if (!taskRun) return;
  try {
    await run.feed({ type: 'answer', id, key: need.key, value: await answerTo(taskRun, need, run, world) });
  } catch (error) {
    if (run.over) return;
    const explanation = explain(error);
    const facts = { error: messageOf(error), ...(explanation !== undefined && { explanation }) };
    await run.feed({ type: 'answer', id, key: need.key, ...facts });
  }
}

async function answerTo(taskRun: TaskRunState, need: Need, run: Run, world: World): Promise<unknown> {
  if (need.as === 'before' || need.as === 'after') return workAround(taskRun.id, need.as, run, world);
  const variables = variablesOf(run.state, taskRun, world.ports);
  const renderer = rendererOf(run, world);
  return readAs(need.as, await renderDeep(need.template, (template) => renderer.text(template, variables)));
}

async function wake({ id, key, after }: Extract<Effect, { do: 'wake' }>, run: Run, world: World): Promise<void> {
  const { clock, random } = world.ports;
  const delay = typeof after === 'number' ? after : after[0] + random.next() * (after[1] - after[0]);
  const controller = new AbortController();
  world.aborts.set(id, controller);
  try {
    await clock.until(clock.now() + delay, controller.signal);
  } catch {
    return;
  }
  await run.feed({ type: 'due', id, key });
}

async function renderOutputs(run: Run, world: World): Promise<void> {
  const variables = variablesOf(run.state, undefined, world.ports);
  const renderer = rendererOf(run, world);
  const outputs: Record<string, unknown> = {};
  try {
    for (const output of run.state.flow.outputs) {
      try {
        const rendered = await renderDeep(output.value, (template) => renderer.typed(template, variables));
        outputs[output.id] = convertOutput(output.type, rendered);
      } catch (error) {
        if (output.required) throw error;
        outputs[output.id] = null;
      }
    }
    await run.feed({ type: 'flowOutputs', outputs });
  } catch (error) {
    say(run, world, 'ERROR', `Failed to render output values: ${messageOf(error)}`);
    await run.feed({ type: 'flowOutputs', outputs: null });
  }
}
